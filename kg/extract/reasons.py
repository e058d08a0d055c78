"""What each clause becomes: a statement, a part of another clause, or nothing, for a named reason."""

import functools
import typing as t
from collections.abc import Callable, Container, Mapping, Set

from kg.extract.attribution import (
    IT,
    denial_of,
    is_aside,
    is_found,
    is_report,
    opens_condition,
    speaks,
    tells_content,
    tells_of_itself,
)
from kg.extract.chains import (
    KINDS,
    arguments_of,
    chain_of,
    is_joined_to_finite,
    is_perfect,
    kind_of,
    quality_of_content,
)
from kg.extract.drafts import (
    IDENTIFIED_OBJECT,
    asks_for,
    cleft,
    condition_word,
    identified_in,
    is_condition,
    is_condition_of,
    is_identified,
    is_measure,
    opens_time,
    taken,
    turned_verb,
)
from kg.extract.events import carrier_of, carries
from kg.extract.text import Text, has_modal, marker_of
from kg.grammar.clause import Argument, Clause, ClauseKind, LinkKind, Word
from kg.grammar.meanings import SPEND
from kg.grammar.phrases import INTRODUCING
from kg.grammar.sharing import THAN, is_made, may_go_on
from kg.lexicon import nouns, verbs, words
from kg.lexicon.supersenses import mostly_without_object, noun_supersense, verb_supersense
from kg.model import Modality

BARE: t.Final = frozenset({"how", "when"})
"""What may stand with a verb of saying that tells nothing of what is said."""
BESIDE_QUOTED: t.Final = BARE | {"adverbial", "extent", "often"}
"""What may stand with a verb that tells who says the words beside it."""
BESIDE: t.Final = 5
"""How far from its verb or subject words are looked for that somebody speaks: a comma and the mark of a quotation."""
HAPPENED: t.Final = frozenset({"act", "event", "group", "phenomenon", "process", "quantity", "time"})
"""The kinds of nouns (WordNet's lexicographer files) that mean what has been or is: what stands behind them is so."""
ASKING: t.Final = words("question") - words("determiner", "definite")
"""Words that ask before a noun: "*which* firm"; "that" only opens a clause."""

Test: t.TypeAlias = Callable[[Text, Clause], bool]
CONTENT: t.Final = frozenset({"adjective", "noun", "verb"})
"""The kinds of words that have capitals in a headline."""
SAID_OR_THOUGHT: t.Final = frozenset({"cognition", "communication", "feeling", "state"})


class Reason(t.NamedTuple):
    """Why a clause is no statement of its own: the test that finds it, and what follows from it.

    `blocks` tells that what stands inside the clause is no statement either. `beside` is the modality with which the
    clause is told beside the statements; None where it is no claim at all. `of` are the kinds of clauses and of links
    that it may fit, where it does not any.
    """

    name: str
    test: Test
    of: Set[ClauseKind | LinkKind] = frozenset()
    blocks: bool = False
    beside: Modality | None = None


def part_of_predicate(text: Text, clause: Clause) -> bool:
    """A verb below says what is done: "*vowed* to leave"."""
    return any(kind_of(text, lower) is not None for lower in text.below(clause))


def carrier(text: Text, clause: Clause) -> bool:
    """It only carries the noun that tells the event: "*announced* a ban on imports"."""
    return clause.kind == "verb" and carries(text, clause)


def wanted(text: Text, clause: Clause) -> bool:
    """It is an event that is asked for: "urged a *ban*", "called for *talks*"."""
    above = text.above(clause) if clause.kind == "noun" else None
    told = identified_in(text, above, IDENTIFIED_OBJECT) or above
    return told is not None and told.lemma in verbs("demand")


def averted(text: Text, clause: Clause) -> bool:
    """It is an event that is kept from happening, or does not: "blocked the *purchase*", "refused a *visit*"."""
    above = text.above(clause) if clause.kind == "noun" else None
    if above is None or not _is_inside_argument(clause, above):
        return False
    refused = above.lemma in verbs("negate") and any(a.head == clause.head for a in above.all("object"))
    return refused or above.lemma in verbs("prevent") or bool(above.negations)


def _is_inside_argument(clause: Clause, above: Clause) -> bool:
    """Tell whether a noun is the subject or the object of its verb, or stands in one; not so "*due to* a ban"."""
    told = above.all("subject", "object", "agent")
    inside = any(argument.start <= clause.head.index < argument.end for argument in told)
    return inside or clause.link.kind == "argument"


def mentioned(text: Text, clause: Clause) -> bool:
    """It is an event that another noun or a verb is about: "a *consultation* on the closure", "*considered* a sale".

    Nor does who plans to do something to an event say that there is one: "plans to *resist* attempts at a takeover".
    """
    if clause.kind != "noun":
        return False
    above = text.above(clause, "argument")
    does = above is not None and any(a.head == clause.head for a in above.all("subject"))
    if above is not None and not does and verb_supersense(above.lemma) == "cognition":
        return above.lemma not in verbs("cause") | verbs("support") | verbs("plan")
    if above is not None and _is_aimed_at(text, clause, above):
        return True
    inside = clause.link.noun
    bare = inside is not None and _is_about(inside, {"attribute", "cognition", "feeling", "state"})
    return bare or any(_is_about(other.head, SAID_OR_THOUGHT) for other in _nouns_around(text, clause))


def _is_aimed_at(text: Text, noun: Clause, verb: Clause) -> bool:
    """Tell whether a verb only tells of an aim, or that it may be: "plans to *resist* an attack", "*gave* access"."""
    held = noun_supersense(noun.head.lemma) in {"attribute", "possession", "state"}
    open_ = verb.form in {"infinitive", "bare"} or (held and verb.lemma in verbs("give"))
    return open_ and any(a.head == noun.head for a in verb.all("object")) and carrier_of(text, noun) is None


def _is_about(noun: Word, kinds: Container[str]) -> bool:
    """Tell whether a noun tells of words, thoughts or a chance: what it is about need not be so."""
    return noun.lemma in nouns("plan") or noun_supersense(noun.lemma) in kinds


def _nouns_around(text: Text, clause: Clause) -> t.Iterator[Clause]:
    """Yield the event nouns of the same clause whose phrase holds this one."""
    for other in text.hanging.get(clause.link.above, ()) if clause.link.above is not None else ():
        phrase = text.phrase(other.head) if other.kind == "noun" and other.index != clause.index else None
        if phrase is not None and phrase.head.index < clause.head.index < phrase.end:
            yield other


def modifier(text: Text, clause: Clause) -> bool:
    """A participle stands before its noun like an adjective: "the *elected* mayor", "dining and *bathing* huts"."""
    *_, first = text.coordinated(clause)
    return first.link.kind == "modifier" and clause.kind != "noun"


def question(text: Text, clause: Clause) -> bool:
    """A question states nothing, nor does what somebody decides or asks: "decide *which party deserves it*"."""
    fronted = [each for each in clause.arguments if each.start < clause.head.index]
    determiners = (m for each in fronted if each.phrase is not None for m in each.phrase.of_kind("determiner"))
    asking = any(m.head.lower in ASKING for m in determiners) or any(_asks_how(text, clause, a) for a in fronted)
    return clause.question or (clause.link.kind != "relative" and asking)


def _asks_how(text: Text, clause: Clause, argument: Argument) -> bool:
    """Tell whether an argument asks for a degree: "showed *how rich* it was", "a test of *how firmly* it stands".

    So does a subject that is no clause: "told *how many firms* left".
    """
    of_noun = argument.role == "how" and clause.link.noun is not None
    several = argument.end - argument.start > 1 or of_noun
    of_subject = argument.role == "subject" and argument.phrase is not None
    degree = argument.role in {"complement", "object"} or of_noun or of_subject
    return degree and several and text.word(argument.start).lower in ASKING


def title(text: Text, clause: Clause) -> bool:
    """It is what a work is called: "the song *Let* It Fall is old", "the film *Are* We There"."""
    head = clause.head
    start, end = clause.sentence
    active = head.text.istitle() and clause.voice == "active"
    if not active or head.index == start or text.is_behind_mark(head.index):
        return False
    return any(word.kind in CONTENT and word.text.islower() for word in text.words(start, end))


def misjoined(text: Text, clause: Clause) -> bool:
    """Its form cannot go on with the verb that it is joined to: "pays rent and *buying* land"."""
    subject = clause.first("subject")
    joined = subject is not None and subject.shared == "coordinated" and clause.kind != "noun"
    return joined and not may_go_on(text.token(clause.head))


def order(text: Text, clause: Clause) -> bool:
    """The sentence orders or advises: "*Close* the door"."""
    return any(each.order for each in text.coordinated(clause))


def condition(text: Text, clause: Clause) -> bool:
    """It is the condition of another clause, or of nothing that is told: "if rents *fall*", "If only it *rained*!"."""
    above = text.above(clause)
    if clause.link.kind not in {"adverbial", "main"}:
        return False
    if above is None:
        return is_condition(marker_of(clause)) or _is_whatever(clause)
    conceding = words("opens", "condition") & words("opens", "concession")
    conceded = marker_of(clause) in conceding and clause.tense != "past"  # "even if it *falls*"
    return conceded or is_condition_of(above, marker_of(clause)) or condition_word(clause, above) is not None


def _is_whatever(clause: Clause) -> bool:
    """Tell whether it tells what something may be without a difference: "*be it* a bank or a shop"."""
    turned = turned_verb(clause)
    return turned is not None and clause.kind == "copula" and clause.form == "bare"


def whenever(text: Text, clause: Clause) -> bool:
    """It tells when something is so or will be, and not that it is: "when rents *fall*", "will go once they *fall*"."""
    above = text.above(clause, "adverbial")
    only_when = words("opens", "time") - words("opens", "reason", "concession", "condition")  # "as" tells more
    if above is None or marker_of(clause) not in only_when:
        return False
    if clause.tense == "present":
        return above.tense != "past"
    if clause.form == "participle":
        return above.tense == "present" and not is_perfect(above)  # "is banned when *taken* before a race"
    looks_present = clause.head.lower == clause.lemma  # "will go until they *put* it right"
    open_ = ("conditional", *(("planned", "possible", "obliged") if looks_present else ()))
    to_come = any(has_modal(each, *open_) for each in chain_of(text, above).clauses)
    return clause.tense == "past" and to_come and marker_of(clause) != "after"


def sign(text: Text, clause: Clause) -> bool:
    """It tells what a whole clause shows, and nothing that a thing says: "it was poor, *suggesting* a shortage"."""
    subject, link = clause.first("subject"), clause.link
    beside = link.kind == "adverbial" and link.apart and not link.marker
    shows = clause.lemma in verbs("report") and clause.form == "participle" and clause.voice == "active"
    says_nothing = subject is not None and not speaks(text, subject)
    return beside and shows and says_nothing


def comparison(text: Text, clause: Clause) -> bool:
    """It only compares or measures: "more than it *sold*", "*adjusted* for age"; "looks like it *fell*" is told."""
    above = text.above(clause)
    if is_measure(clause):
        return True
    if clause.link.kind not in {"adverbial", "gerund"} or (above is not None and above.lemma in verbs("seem")):
        return False
    return marker_of(clause) in words("contrast")


def alternative(text: Text, clause: Clause) -> bool:
    """It is what is not done, as something else is: "printed it rather than *send* it"."""
    return clause.link.kind == "conjunct" and marker_of(clause).endswith(THAN)


def purpose(text: Text, clause: Clause) -> bool:
    """It tells what for: "came to *help*", "came in order to *help*"."""
    above = text.above(clause)
    told = above.all("adverbial") if above is not None else ()
    if above is not None and is_joined_to_finite(clause, above):
        return True
    if clause.link.kind != "adverbial" and all(argument.clause != clause.index for argument in told):
        return False
    if above is not None and (_changes_by_amount(above) or kind_of(text, clause) is not None):
        return False
    return clause.form == "infinitive" or marker_of(clause) in words("opens", "purpose")


def _changes_by_amount(clause: Clause) -> bool:
    """Tell whether it says by how much something rose or fell; what follows came of it: "fell 2 % to *end* at 5"."""
    told = clause.all("extent") + tuple(a for a in clause.all("oblique") if a.preposition == "by")
    return any(a.phrase is not None and a.phrase.of_kind("quantity") for a in told)


def allowed(text: Text, clause: Clause) -> bool:
    """Somebody is free to do it, and not said to do it: "allowed them to *leave*"."""
    above = text.above(clause, "open") if kind_of(text, clause) is None else None
    return above is not None and not above.negations and _only_allows(text, above)


def requested(text: Text, clause: Clause) -> bool:
    """It is asked for or wanted, and not said to be done: "urged them to *leave*"."""
    above = text.above(clause)
    if clause.link.kind == "open" and clause.form != "finite":
        done = _is_done(text, above, clause) or tells_of_itself(above, clause)
        return kind_of(text, clause) is None and not done
    if clause.link.kind != "content" or above is None:
        return False
    if _is_of_quality(text, clause, "obliged"):
        return True
    asked_for = has_modal(clause, "obliged") or clause.form == "bare" or _is_mandative(clause)
    return asked_for and above.lemma in verbs("demand")


def demanded(text: Text, clause: Clause) -> bool:
    """It is asked for, as a "be" of its own tells: "demanded that the bank *be* closed"."""
    verbal = next((word for word in clause.words if word not in clause.negations), None)
    content_ = clause.link.kind == "content" and clause.form != "infinitive"
    return content_ and verbal is not None and verbal.lower == "be"


def _is_of_quality(text: Text, content_: Clause, modality: str) -> bool:
    """Tell whether a content is what a quality of that modality is said of: "it is *vital* that it closes"."""
    quality = quality_of_content(text, content_)
    return quality is not None and quality.lower in words("modality", modality)


def _is_mandative(clause: Clause) -> bool:
    """Tell whether one thing does it in the form of several, as what is demanded: "asked that the town *sell* it"."""
    subject = clause.first("subject")
    if subject is None or clause.tense != "present" or clause.auxiliaries:
        return False
    one = subject.head.kind in {"name", "noun"} and not subject.head.plural
    return one and clause.head.lower == clause.lemma


def _is_done(text: Text, above: Clause | None, clause: Clause) -> bool:
    """Tell whether a verb says that what stands below it is done, and is itself not said to be undone."""
    if above is None or above.negations or _is_undone(text, above):
        return False
    if is_made(text.token(clause.head)):
        return False
    done = verbs("cause") | verbs("implicative") | (verbs("aspect") - verbs("plan"))
    return above.lemma in done or _changes_by_amount(above) or _is_lived_through(text, above, clause)


def _is_lived_through(text: Text, above: Clause, clause: Clause) -> bool:
    """Tell whether a participle says how a time was spent, what was felt about it, or how something is.

    So "spent *a year* looking for it" and "*enjoyed* working there"; who "fears losing it" may not.
    """
    if clause.form != "participle":
        return False
    felt = verb_supersense(above.lemma) == "emotion"
    return above.kind == "copula" or felt or above.lemma == SPEND


def _is_undone(text: Text, clause: Clause) -> bool:
    """Tell whether a verb above says that it was not done, or denies it: "*refused* to use it to win"."""
    chain = chain_of(text, clause)
    return "negated" in chain.bonds or denial_of(text, chain) is not None


def _only_allows(text: Text, verb: Clause) -> bool:
    """Tell whether a verb only leaves its object free to act: "the ministry *allowed* exporters to use the port".

    What an event without a mind allowed came about: "an error *allowed* Norland to win". What "will allow" is to come.
    What somebody lets others do is open where the verb tells of no time: "the tool *lets* them count", "is small,
    *letting* them count". The past of "let" looks like its present, and counts as one beside a present.
    """
    subject = verb.first("subject")
    permits = subject is None or speaks(text, subject)
    happened = verb.tense == "past" or is_perfect(verb)
    if verb.lemma not in verbs("cause", "allowed") or verb.tense == "future":
        return False
    if verb.lemma in verbs("cause", "done"):
        unclear = verb.form == "participle" or (verb.tense == "past" and verb.head.lower == verb.lemma)
        told = (text.above(verb) if unclear else None) or verb
        return told.tense == "present" and not is_perfect(told)
    return permits or not happened


def prevented(text: Text, clause: Clause) -> bool:
    """It is said not to come about: "barred the firm from *selling*"."""
    above = text.above(clause, "gerund", "open")
    if above is None or above.lemma not in verbs("prevent"):
        return False
    ended = above.tense == "past" or is_perfect(above)  # who "*stopped* paying" paid before
    return not ended or kind_of(text, clause) is None


def asked(text: Text, clause: Clause) -> bool:
    """It is what is asked or uncertain: "asked whether it *fell*"."""
    return clause.link.kind == "content" and asks_for(marker_of(clause))


def content(text: Text, clause: Clause) -> bool:
    """It is what something is or means, and nobody says it: "the fear is that it *falls*"."""
    above = text.above(clause, "content")
    if above is None or _is_of_quality(text, clause, "possible") or _is_true(text, above, clause):
        return False
    seems = above.voice == "active" and above.kind == "verb" and impersonal(text, above)
    if seems and not above.negations:
        return False  # "it seems that it *fell*"
    timed = above.first("object", "complement")
    if timed is not None and _has_happened_when(clause, timed.head):
        return False  # "marked the third *time* that it has fallen"
    return not is_reported(text, above) or _is_uncertain_cause(text, above)


def _is_uncertain_cause(text: Text, verb: Clause) -> bool:
    """Tell whether it is not said that a verb brings its content about: "*must make* sure that it closes"."""
    if verb.lemma not in verbs("cause") or verb.lemma in verbs("report"):
        return False
    chain = chain_of(text, verb)
    open_ = has_modal(chain.top, "possible", "obliged", "planned", "conditional")
    return open_ or any(bond != "plain" for bond in chain.bonds)


def is_reported(text: Text, verb: Clause) -> bool:
    """Tell whether what a verb has for its content is told as said or known by somebody, or by nobody in particular."""
    if not tells_content(verb) or verb.lemma in verbs("cause"):
        return verb.lemma in verbs("cause")
    subject = verb.first("subject")
    return subject is None or verb.voice == "passive" or speaks(text, subject, verb)


def only_restricts(text: Text, clause: Clause) -> bool:
    """Tell whether a clause only tells which ones are meant, and the label holds it: "*movies* which were copied"."""
    noun = clause.link.noun
    if clause.link.kind not in {"relative", "participle"} or noun is None or clause.link.apart:
        return False
    if tells_of_subject(clause) or _happened_there(clause, noun):
        return False
    phrase = text.phrase(noun)
    known = noun.kind == "name" or bool(phrase.of_kind("possessor", "quantity"))
    return not known and INTRODUCING not in phrase.cuts


def _happened_there(clause: Clause, noun: Word) -> bool:
    """Tell whether a clause tells what happened at a time or in a place: "in 1990, *when Silva left*".

    It has a subject of its own, before which "when", "where" or a preposition stands: "a talk *in which* she left".
    """
    subject = clause.first("subject")
    past = clause.form == "finite" and (clause.tense == "past" or is_perfect(clause))
    if subject is None or subject.head == noun or not past:
        return False
    opening = [*clause.link.marker, *(w for each in clause.arguments if each.head == noun for w in each.marker)]
    taken = any(each.head == noun for each in clause.all("subject", "object", "recipient", "complement"))
    return not taken and any(word.index < subject.start for word in opening)


def tells_of_subject(clause: Clause) -> bool:
    """Tell whether a clause behind a noun tells of who is said to be that: "Vega is a body that *feeds* us"."""
    return any(argument.shared in {"described", "described-object"} for argument in clause.arguments)


def conjunction(text: Text, clause: Clause) -> bool:
    """A participle opens a condition or a reason: "*given* that prices fell", "*assuming* it rains"."""
    opens = words("opens", "condition", "reason")
    plain = clause.form == "participle" and clause.first("agent") is None  # "the prize *given* by the city"
    return plain and not {clause.head.lower, f"{clause.head.lower} that"}.isdisjoint(opens)


def unsaid(text: Text, clause: Clause) -> bool:
    """It is said not to have been said: "did not say that it *fell*", "there is no report that it *fell*".

    Of "*no doubt* that it fell" it did, of a "doubt that it fell" not.
    """
    if clause.link.kind == "noun content":
        doubted = clause.link.noun is not None and clause.link.noun.lemma in nouns("content", "doubted")
        return _is_of_none(text, clause) is not doubted
    above = text.above(clause, "content")
    return above is not None and (_is_unspoken(above) or "negated" in chain_of(text, above).bonds)


def _is_of_none(text: Text, content_: Clause) -> bool:
    """Tell whether it is the content of what there is not, or nobody makes: "*no* report that it fell"."""
    noun, above = content_.link.noun, text.above(content_)
    if noun is None or above is None:
        return False
    none = any(m.head.lower in words("modality", "negative") for m in text.phrase(noun).modifiers)
    taken = above.all("subject") if above.existential else above.all("object", "oblique")
    return none or (bool(above.negations) and any(argument.head == noun for argument in taken))


def aim_of_noun(text: Text, clause: Clause) -> bool:
    """An infinitive tells what a noun is for: "money to *spend*"; a plan is a statement of its own."""
    noun, subject = clause.link.noun, clause.first("subject")
    if clause.form != "infinitive" or noun is None:
        return False
    if noun.lemma in nouns("plan") or tells_of_subject(clause):
        return False
    return subject is None or subject.head != noun


def content_of_noun(text: Text, clause: Clause) -> bool:
    """It is what a noun is about, which nobody is said to say: "the risk that it *falls*".

    What has happened, and when, is told: "the third time that it has *fallen*".
    """
    noun = clause.link.noun
    if clause.link.kind != "noun content" or noun is None:
        return False
    return noun.lemma not in nouns("content") and not _has_happened_when(clause, noun)


def _has_happened_when(clause: Clause, noun: Word) -> bool:
    """Tell whether a clause tells what happened at the time that a noun means: "the third *time* that it fell"."""
    past = clause.tense == "past" or is_perfect(clause)
    return past and noun_supersense(noun.lemma) in {"event", "time"}


def object_of_preposition(text: Text, clause: Clause) -> bool:
    """A gerund is what a noun or a verb is about: "a ban on *selling*", "talked about *selling*"."""
    if clause.kind == "noun":
        return False
    if clause.link.kind != "gerund":
        return clause.link.kind in {"subject", "argument"} and not is_identified(clause)
    subject, above = clause.first("subject"), text.above(clause)
    if subject is not None and not subject.shared:
        return _leads_up_to(text, clause)  # "with the mine *closing*"
    accused = above is not None and above.lemma in verbs("accuse")
    if accused or _lasts(text, clause) or _is_quoted(clause):
        return False
    about = clause.link.noun is not None or marker_of(clause) not in words("opens", "gerund")
    return about or (above is not None and _is_aimed_at_by(above, clause))


def _lasts(text: Text, clause: Clause) -> bool:
    """Tell whether a gerund is done for a time: "after years of *operating*", not "was minutes from *opening*"."""
    noun, above = clause.link.noun, text.above(clause)
    timed = noun is not None and text.time(noun) is not None
    return timed and (above is None or above.kind != "copula")


def _is_aimed_at_by(verb: Clause, clause: Clause) -> bool:
    """Tell whether a gerund directly behind a verb is what that is about: "insisted *on selling*".

    Not so "in", as what somebody succeeds or is engaged "*in*" is done. A particle may stand between: "closed in *on*".
    """
    marker = clause.link.marker
    last = max(word.index for word in (verb.head, *verb.particles))
    return bool(marker) and marker[0].index == last + 1 and marker[0].lower == "on"


def _is_quoted(clause: Clause) -> bool:
    """Tell whether a gerund is what somebody is reported to say: "was quoted as *saying* that it fell"."""
    return marker_of(clause) == "as" and clause.lemma in verbs("say") and clause.first("content") is not None


def _leads_up_to(text: Text, clause: Clause) -> bool:
    """Tell whether a gerund with a subject is what a noun is about: "the risk of it *closing*".

    What happens is told: "a case of nurses *stealing*", "with it *closing*".
    """
    noun, above = clause.link.noun, text.above(clause)
    if clause.form != "gerund" or marker_of(clause) == "with":
        return False
    if noun is None:  # "is subject *to it closing*", but "led to it closing"
        return above is not None and above.first("complement") is not None
    told = noun_supersense(noun.lemma) in HAPPENED or noun.lemma in nouns("content", "told") - nouns("plan")
    return not told or marker_of(clause) != "of"


def attribution(text: Text, clause: Clause) -> bool:
    """It tells who says another clause: "*said* that it fell"."""
    if clause.first("recipient", "object") is not None or not is_report(text, clause):
        return False
    told = (below for below in text.below(clause) if below.link.kind == "content")
    return any(not content(text, each) and not is_found(text, each) for each in told)


def nothing_said(text: Text, clause: Clause) -> bool:
    """Somebody speaks, and nothing tells what is said: "Berg *said*"."""
    introduces = _introduces(text, clause)
    chain = chain_of(text, clause) if introduces or clause.lemma in verbs("say") else None
    if chain is None or "negated" in chain.bonds or _is_unspoken(clause):
        return False  # who "declined to comment" is news
    bare = BESIDE_QUOTED if introduces or clause.lemma in verbs("report", "heard") else BARE
    return all(argument.role in bare for argument in arguments_of(chain))


def _is_unspoken(clause: Clause) -> bool:
    """Tell whether somebody did not speak: "did *not* comment", "*no* minister commented", "*neither* of them did"."""
    subject = clause.first("subject")
    phrase = subject.phrase if subject is not None else None
    if clause.negations or phrase is None:
        return bool(clause.negations)
    none = phrase.joint is not None and phrase.joint.lower in words("coordination", "none")
    said = (phrase.head, *(modifier.head for modifier in phrase.modifiers))
    return none or any(word.lower in words("modality", "negative") for word in said)


def nothing_listed(text: Text, clause: Clause) -> bool:
    """It opens a list that stands behind its colon, and tells nothing of it: "Other plans *include*:"."""
    ends = any(token.text == ":" for token in text.parse.tokens[clause.head.index + 1 : clause.head.index + 2])
    return ends and verb_supersense(clause.lemma) == "stative" and not arguments_of(chain_of(text, clause))


def _introduces(text: Text, clause: Clause) -> bool:
    """Tell whether its verb tells who speaks the words beside it: "“It is closed,” Berg *continued*"."""
    if clause.head.index not in text.cues:
        return False
    subject = clause.first("subject")
    first = min(clause.head.index, subject.start if subject is not None else clause.head.index)
    before = range(max(0, first - BESIDE), first)
    behind = range(clause.head.index + 1, min(len(text.parse), clause.head.index + 1 + BESIDE))
    found = (text.quotation(text.word(index)) for index in (*before, *behind))
    return any(each is not None for each in found)


def impersonal(text: Text, clause: Clause) -> bool:
    """It is said of an "it" that only opens what follows: "it *was reported* that he left"."""
    subject, told = clause.first("subject"), clause.first("complement")
    empty = subject is not None and not subject.shared and subject.head.lower == IT
    if not empty or clause.first("content") is None:
        return False
    if clause.kind == "copula":
        return told is not None
    if clause.voice == "active":
        return clause.lemma in verbs("seem") or _comes_to_light(clause)
    return clause.lemma in verbs("report") - verbs("give")


def _comes_to_light(verb: Clause) -> bool:
    """Tell whether a verb without objects has a content: "it *emerged* that he left"; who says something has one."""
    told = verb.first("content")
    opened = told is not None and bool(told.marker)
    return opened and mostly_without_object(verb.lemma) and verb.lemma not in verbs("report") | verbs("say")


def _is_true(text: Text, verb: Clause, content_: Clause) -> bool:
    """Tell whether an impersonal quality takes a past for true: "it is *clear* that it fell", but not "*likely*"."""
    told = verb.first("complement")
    past = content_.tense == "past" or is_perfect(content_)
    plain = told is not None and told.head.lower not in words("modality") and not verb.negations
    return past and plain and impersonal(text, verb)


def identity(text: Text, clause: Clause) -> bool:
    """It only tells what a "what" stands for: "What they want *is* a rise"."""
    return identified_in(text, clause) is not None


def aside(text: Text, clause: Clause) -> bool:
    """It tells in passing who says the clause beside it: "it fell, *said* the firm", "as the firm *said*"."""
    if clause.link.kind == "loose" and all(argument.role == "subject" for argument in clause.arguments):
        return clause.link.apart
    return is_aside(clause)


PART: t.Final = "part of a predicate"
CARRIER: t.Final = "carrier"
REASONS: t.Final[Mapping[str, Reason]] = {
    reason.name: reason
    for reason in (
        Reason(PART, part_of_predicate, beside="asserted"),
        Reason(CARRIER, carrier, {"verb"}),
        Reason("opening of a time", opens_time, {"adverbial"}),
        Reason("wanted", wanted, {"noun"}),
        Reason("averted", averted, {"noun"}),
        Reason("mentioned", mentioned, {"noun"}, beside="possible"),
        Reason("modifier", modifier, {"conjunct", "modifier"}, beside="asserted"),
        Reason("question", question, blocks=True, beside="possible"),
        Reason("title", title, {"copula", "verb"}, beside="possible"),
        Reason("misjoined", misjoined, {"conjunct"}, beside="asserted"),
        Reason("order", order, blocks=True),
        Reason("condition", condition, {"adverbial", "main"}, blocks=True, beside="hypothetical"),
        Reason("whenever", whenever, {"adverbial"}, blocks=True, beside="hypothetical"),
        Reason("sign", sign, {"adverbial"}, beside="asserted"),
        Reason("comparison", comparison, {"adverbial", "gerund"}, blocks=True),
        Reason("alternative", alternative, {"conjunct"}, blocks=True),
        Reason("taken", taken, {"adverbial"}, beside="asserted"),
        Reason("prevented", prevented, {"gerund", "open"}, blocks=True),
        Reason("allowed", allowed, {"open"}, blocks=True, beside="possible"),
        Reason("demanded", demanded, {"content"}, blocks=True, beside="possible"),
        Reason("requested", requested, {"content", "open"}, blocks=True, beside="possible"),
        Reason("purpose", purpose, blocks=True, beside="possible"),
        Reason("asked", asked, {"content"}, blocks=True, beside="possible"),
        Reason("unsaid", unsaid, {"content", "noun content"}, blocks=True, beside="possible"),
        Reason("content", content, {"content"}, blocks=True, beside="possible"),
        Reason("conjunction", conjunction),
        Reason("aim of a noun", aim_of_noun, blocks=True, beside="possible"),
        Reason("content of a noun", content_of_noun, {"noun content"}, blocks=True, beside="possible"),
        Reason("argument", object_of_preposition, {"argument", "gerund", "subject"}, blocks=True, beside="possible"),
        Reason("aside", aside, {"adverbial", "loose"}),
        Reason("impersonal", impersonal, beside="asserted"),
        Reason("attribution", attribution, beside="asserted"),
        Reason("nothing said", nothing_said),
        Reason("nothing listed", nothing_listed),
        Reason("cleft", cleft, {"copula"}),
        Reason("identity", identity, beside="asserted"),
    )
}
"""Why a clause is no statement of its own: the first test that fits counts."""
NO_PARTICIPANT: t.Final = "no participant"
STATEMENT: t.Final = "statement"
INSIDE: t.Final = "inside a clause that is not said to be so"


def own_reason(text: Text, clause: Clause) -> str | None:
    """Return why a clause by itself is no statement; None where it may be one."""
    return next((each.name for each in _reasons_for(clause.kind, clause.link.kind) if each.test(text, clause)), None)


@functools.cache
def _reasons_for(kind: ClauseKind, link: LinkKind) -> tuple[Reason, ...]:
    """Return the reasons that may fit a clause of a kind with a link of a kind, in their order."""
    return tuple(each for each in REASONS.values() if not each.of or not each.of.isdisjoint({kind, link}))


class Verdict(t.NamedTuple):
    """Why a clause is no statement, or None where it may be one; `because` is the reason of the clause it stands in.

    `inside` tells that it stands in one that is not said to be so.
    """

    reason: str | None
    because: str | None
    inside: bool


def verdicts_of(text: Text) -> Mapping[int, Verdict]:
    """Return by the number of each clause why it is no statement of its own.

    What stands inside a clause that is not said to be so is not said to be so either, unless it only describes a thing.
    """
    own = {clause.index: own_reason(text, clause) for clause in text.clauses.values()}
    around = _blocked_by(text, own)
    return {index: _verdict(reason, around[index]) for index, reason in own.items()}


def _verdict(reason: str | None, around: str | None) -> Verdict:
    """Return the verdict on a clause; a part of a predicate is no more so than what it stands in."""
    because = (around or reason) if reason == PART else (reason or around)
    inside = around is not None
    return Verdict(reason or (INSIDE if inside else None), because, inside)


def _blocked_by(text: Text, own: Mapping[int, str | None]) -> Mapping[int, str | None]:
    """Return by the number of each clause the reason of the nearest clause around it that is not said to be so."""
    blocking = {clause.index: _blocking_reason(text, clause, own[clause.index]) for clause in text.clauses.values()}
    found: dict[int, str | None] = {}
    for clause in text.clauses.values():
        path = [clause]
        while path[-1].index not in found and blocking[path[-1].index] is None:
            above = _held_by(text, path[-1])
            if above is None or above in path[:1]:
                break
            path.append(above)
        top = path[-1].index
        answer = found.get(top, blocking[top])
        found |= {each.index: answer for each in path}
    return found


def modality_beside(text: Text, clause: Clause, verdict: Verdict) -> Modality | None:
    """Return how a clause is told beside the statements; None where it is no claim at all."""
    reason = REASONS.get(verdict.because or "")
    if reason is None or reason.beside is None or opens_condition(clause):
        return None
    tests = (_asks_who, _belongs_to_noun, _colours, _only_leads, _is_not_asked, prevented)
    return None if any(test(text, clause) for test in tests) else reason.beside


def _asks_who(text: Text, clause: Clause) -> bool:
    """A question asks who does it: "*who* paid?"."""
    subject = clause.first("subject")
    return clause.question and subject is not None and subject.head.lower in words("question")


def _belongs_to_noun(text: Text, clause: Clause) -> bool:
    """A gerund belongs to a noun, which tells nobody who does it: "a ban on *selling*"."""
    return clause.link.kind == "gerund" and clause.link.noun is not None


def _only_leads(text: Text, clause: Clause) -> bool:
    """A verb only leads to the verb below: "*began* to rain", "*has* to pay"."""
    kinds = [KINDS[found[1]] for lower in text.below(clause) if (found := kind_of(text, lower)) is not None]
    return bool(kinds) and not any(kind.told for kind in kinds)


def _is_not_asked(text: Text, clause: Clause) -> bool:
    """What stands below a verb is not asked for, or nobody did: "named it to *mark* a day", "never asked to *go*"."""
    above = text.above(clause)
    if above is None or not requested(text, clause):
        return False
    undone = bool(above.negations) or _is_undone(text, above)
    return undone or not _asks(above, clause) or _calls_on_others(above, clause)


def _asks(verb: Clause, clause: Clause) -> bool:
    """Tell whether a verb wants what stands below it, or says or thinks of it: "*asked* them to leave"."""
    wants = verb.lemma in verbs("demand") | verbs("plan") or clause.link.kind == "content"
    told = verb.kind == "copula" and clause.form == "bare"  # "all it does is *open*"
    return wants or told or verb_supersense(verb.lemma) in {"cognition", "communication", "emotion"}


def _calls_on_others(verb: Clause, clause: Clause) -> bool:
    """Tell whether it is asked of a phrase behind the verb, and not of its subject: "called *on them* to leave"."""
    own = {argument.head for argument in verb.all("subject")[:1]} & {each.head for each in clause.all("subject")}
    return verb.lemma in verbs("demand") and bool(own) and bool(verb.all("oblique"))


def _colours(text: Text, clause: Clause) -> bool:
    """A participle only colours its noun, or stands for a preposition: "the *alleged* links", "UN-*led*"."""
    if not modifier(text, clause):
        return False
    before = text.word(clause.head.index - 1) if clause.head.index else clause.head
    coloured = clause.head.lower in words("modality", "alleged", "planned") | words("contrast", "inclusion")
    return coloured or before.text.endswith("-") or clause.link.noun is None


def _blocking_reason(text: Text, clause: Clause, reason: str | None) -> str | None:
    """Return why what stands inside a clause is not said to be so.

    A part of a predicate may be asked for as well, and so may what only carries a noun: "unless they *have* access".
    """
    if reason not in {PART, CARRIER}:
        return reason if reason is not None and REASONS[reason].blocks else None
    blocking = (each for each in _reasons_for(clause.kind, clause.link.kind) if each.blocks)
    return next((each.name for each in blocking if each.test(text, clause)), None)


def _held_by(text: Text, clause: Clause) -> Clause | None:
    """Return the clause that a clause is no more so than: "must make sure *there is* water pumped into it"."""
    above = text.above(clause)
    return above if above is not None and (above.existential or _holds_inside(clause)) else None


def _holds_inside(clause: Clause) -> bool:
    """Tell whether a clause is no more so than the one it hangs on; what describes a thing, or stands apart, is."""
    kind = clause.link.kind
    done = clause.voice == "passive" and clause.form == "participle"
    known = clause.link.apart or clause.tense == "past" or done
    return not (kind in {"relative", "participle", "loose"} and known)
