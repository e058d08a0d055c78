"""Drafts of statements from a predicate: its subject, its relation, its object, and its circumstances."""

import itertools
import typing as t
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kg.extract.asserted_events import asserted_events
from kg.extract.attribution import IT, is_aside
from kg.extract.chains import Chain, arguments_of, is_perfect, leader, name_of
from kg.extract.circumstances import Circumstance, circumstances, restricts
from kg.extract.objects import Parts, Target, is_amount, objects_of, roles_in_complement, target_of
from kg.extract.related_clauses import clauses_around, conditions, inverted_conditions, opened_by_participles
from kg.extract.text import Text, in_order, lowered, marker_of
from kg.extract.things import is_informative
from kg.extract.wording import THERE, as_active, is_several, spoken_words, was_or_were
from kg.grammar.clause import Argument, Clause, Phrase, Word
from kg.grammar.event_nouns import verb_of
from kg.lexicon import nouns, verbs, words
from kg.lexicon.supersenses import verb_supersense
from kg.lexicon.verb_forms import in_number, participle
from kg.model import OBJECT_GAP, Modality

SHORT: t.Final = 6
"""The maximum number of words of an infinitive that is whole in the wording of a relation."""
ALONG: t.Final = {"with"} | (words("opens", "gerund") & words("opens", "concession"))
"""The openers of an accompanying clause: "*with* prices falling", "*while* studying law"."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The output of a rule for a predicate: one subject, one relation, at most one object, and the circumstances.

    `words` are the words of the relation, in text order. `head` is the main word of the predicate.
    `stretch` are the words of the object (half-open) if it is only part of a phrase. `certainty` in [0, 1] is the
    probability that the head is an event. `secondary` is the modality of one that is reported beside the statements.
    """

    rule: str
    head: Word
    subject: Argument
    relation: str
    words: tuple[Word, ...]
    object: Argument | None
    circumstances: tuple[Circumstance, ...]
    chain: Chain | None = None
    phrase: str = ""
    stretch: tuple[int, int] | None = None
    certainty: float = 1.0
    secondary: Modality | None = None

    @property
    def has_shares(self) -> bool:
        """Whether each of several things has its own share: "won gold and silver *respectively*"."""
        return any(each.argument.head.lower == "respectively" for each in self.circumstances)


def drafts_of(text: Text, chain: Chain) -> Iterable[Draft]:
    """Yield the drafts of a predicate, none if no subject is found.

    A complement with several roles gives one draft for each.
    """
    subject = chain.last.first("subject")
    if subject is None or _is_of_date(text, chain.last):
        return
    found = arguments_of(chain)
    arguments = tuple(a for a in found if not _is_expletive(text, a, found))
    if _is_bare(text, chain.last, subject, arguments):
        return
    parts = Parts(text, chain, _cause_before(text, chain.top) or subject, _name(text, chain), arguments)
    rule, target = target_of(parts)
    empty = target.object is None and _replaces_verb(parts)
    draft = _draft(parts, rule, target)
    if len(arguments) < len(found):
        draft = replace(draft, phrase=f"{draft.phrase} {IT}")  # "makes *it* | illegal to sell land"
    yield replace(draft, secondary="asserted") if empty else draft
    others = [*roles_in_complement(parts)][1:] if rule == "role" else ()
    yield from (_draft(parts, rule, other) for other in others)


def _cause_before(text: Text, clause: Clause) -> Argument | None:
    """Return the clause whose result a following participle describes: "*The bank cut its rate*, leading to a boom".

    The event is the cause, not its agent. A pronoun as agent stays the subject, as the clause would be unresolved.
    """
    states_result = clause.lemma in verbs("cause", "result") and not clause.link.marker
    above = text.above(clause, "adverbial") if states_result else None
    doer = above.first("subject") if above is not None and clause.form == "participle" else None
    if above is None or doer is None:
        return None
    if doer.head.kind == "pronoun" or doer.shared not in {"", "coordinated"}:
        return None
    end = text.token(clause.head).first.i - 1
    after_comma = doer.start < above.index < end and text.parse.tokens[end].text == ","
    return Argument("subject", above.head, doer.start, end, clause=above.index) if after_comma else None


def _is_bare(text: Text, clause: Clause, subject: Argument, arguments: Iterable[Argument]) -> bool:
    """Return whether a copula adds nothing to its noun: "there was still a snub", "there is a risk if rents fall"."""
    relevant = (a for a in arguments if not (a.role in {"when", "often"} and a.head.kind == "adverb"))
    bare = all(clause.existential and a.role == "adverbial" for a in relevant)
    told = subject.phrase if clause.existential else None
    more = bool(clause.particles) or (told is not None and is_informative(text, told))
    return bare and clause.kind == "copula" and not more


def _replaces_verb(parts: Parts) -> bool:
    """Return whether "do" only replaces another verb: "was asked to pay, and *did so*"; not "*did* well"."""
    last = parts.chain.last
    do = last.lemma == "do" and last.voice == "active"
    return do and all(argument.role != "how" for argument in parts.arguments)


def _draft(parts: Parts, rule: str, target: Target) -> Draft:
    text, chain, subject = parts.text, parts.chain, parts.subject
    actor, marker = target.subject or subject, target.marker if target.subject is None else ()
    before = [a for a in parts.arguments if restricts(text, a, marker)]  # "is *well* above the average"
    others = [*target.others, *(a for a in _remaining(parts, target) if a not in (*before, *target.others))]
    others += [*_inherited(text, chain), *(each for one in objects_of(target.object) for each in _included(text, one))]
    others += [each for one in (subject, target.object) for each in _in_apposition(text, one)]
    return Draft(
        rule=rule,
        head=chain.last.head,
        subject=actor,
        relation=target.relation,
        words=in_order((*chain.words, *target.marker, *asserted_events(text, chain, actor, target.object))),
        object=target.object,
        circumstances=tuple(circumstances(text, others)),
        chain=chain,
        phrase=_wording(chain, target, [lowered(text.words(each.start, each.end)) for each in before])
        + _deed_of_object(parts, target.object),
    )


def _deed_of_object(parts: Parts, thing: Argument | None) -> str:
    """Return what an object does, in a wording around it: "wants Acme *to sell*" is "wants … to sell"."""
    deed = parts.first("open")
    lower = parts.text.clause_of(deed)
    if deed is None or lower is None or lower.form not in {"bare", "infinitive"}:
        return ""
    doer = lower.first("subject")
    if doer is None or thing is None or doer.head != thing.head:
        return ""
    first = min(word.index for word in (*lower.negations, *deed.marker, *lower.words))
    end = deed.end if deed.end - first <= SHORT else lower.index + 1
    return f"{OBJECT_GAP}{' '.join(parts.text.parse.quoted(parts.text.span(first, end)).split())}"


def _inherited(text: Text, chain: Chain) -> Iterator[Argument]:
    """Yield the arguments of clauses around a predicate that apply to it: participial openings, and conditions."""
    for clause in filter(None, (*chain.clauses, text.above(chain.top, "conjunct"))):
        yield from opened_by_participles(text, clause)
    for clause in chain.clauses:
        yield from inverted_conditions(text, clause)
    for clause in clauses_around(text, chain.top):
        yield from conditions(text, clause)
    yield from _date_of_main_clause(text, chain)


def _date_of_main_clause(text: Text, chain: Chain) -> Iterator[Argument]:
    """Yield the date of a clause for an accompanying participle: "grew *last year*, with prices falling".

    A date also applies to a simultaneous event: "in 1982 *while studying* law".
    """
    clause, above = chain.top, text.above(chain.top, "gerund", "adverbial")
    accompanying = clause.form in {"participle", "gerund"} and marker_of(clause) in ALONG
    if above is not None and accompanying and all(text.date(argument) is None for argument in clause.arguments):
        dates = (a for a in above.all("when", "oblique") if text.date(a) is not None and a.preposition != "since")
        yield from itertools.islice(dates, 1)


def inclusions(text: Text, phrase: Phrase) -> Iterable[tuple[int, tuple[Word, ...], Phrase]]:
    """Yield the start of an inclusion in a phrase, its opening words, and the members: "banks, *including Acme*"."""
    for modifier, members in phrase.with_phrases("preposition"):
        opening = text.words(modifier.start, max(members.start, modifier.head.index + 1))
        opener = tuple(word for word in opening if word.kind != "mark")
        if lowered(opener) in words("contrast", "inclusion"):
            yield modifier.start, opener, members


def _in_apposition(text: Text, argument: Argument | None) -> Iterator[Argument]:
    """Yield an amount beside a noun, "most of it, *3m euros*, was lost", or what a colon opens, "two goals: *jobs*"."""
    if argument is None or argument.phrase is None or argument.shared:
        return
    for modifier, each in argument.phrase.with_phrases("apposition") if argument.head.kind == "noun" else ():
        mark, amount = text.word(modifier.start - 1), each.as_argument("extent")
        if mark.text == ":" and not text.word(modifier.start).text[0].isupper():  # no title
            yield each.as_argument("oblique", (mark,))
        elif amount.is_counted and text.mention(amount.head).kind == "value" and not is_amount(text, argument):
            yield amount


def _included(text: Text, phrase: Phrase, *, several: bool = False) -> Iterable[Argument]:
    """Yield the members of several things after a comma, "defects, *including leaks*"; names are statements."""
    several = several or phrase.head.plural
    for start, opener, members in inclusions(text, phrase) if several else ():
        named = any(each.head.kind == "name" for each in (members, *members.conjuncts))
        if text.word(start - 1).kind == "mark" and not named:
            yield members.as_argument("oblique", opener)
    for modifier, inner in phrase.with_phrases("preposition"):
        if modifier.start < phrase.label_end:
            yield from _included(text, inner, several=several)


def _remaining(parts: Parts, target: Target) -> list[Argument]:
    """Return the arguments that are in neither the object nor the relation.

    A verb has one object; a second one after a comma belongs to preceding words: "won a cap in May, *a loss to Oslo*".
    A copula has one complement: "was strong in May but *weak* in June".
    """
    ends = [target.object.head, (target.subject or parts.subject).head] if target.object else [parts.subject.head]
    taken = {*ends, *target.marker, *parts.chain.words}
    rest = (a for a in parts.arguments if a.head not in taken and not _gives_source(parts.text, a))
    one = target.wording or parts.chain.last.kind == "copula"  # "is *chairman* and head of Acme"
    others = (a for a in rest if a.role != "complement" or not one)
    others = (a for a in others if not _is_loose(parts.chain.last, a))
    return [a for a in others if a.role != "object" or not parts.text.follows_mark(a.start)]


def _is_loose(verb: Clause, argument: Argument) -> bool:
    """Return whether a clause is not the content of a verb that is not about words or thought: "led, *it rained*"."""
    about_words = verb.lemma in verbs("report") or verb_supersense(verb.lemma) in {"cognition", "communication"}
    return argument.role == "content" and not argument.marker and not about_words


def _gives_source(text: Text, argument: Argument) -> bool:
    """Return whether a clause only gives the source: "*as the firm told us*, the mine has closed"."""
    clause = text.clause_of(argument)
    return clause is not None and clause.link.kind == "adverbial" and is_aside(text, clause)


def _name(text: Text, chain: Chain) -> str:
    """Return the name of a predicate; an infinitive after a plan has that of the noun's verb: "decide to leave".

    A noun whose verb has another agent stays: "permission to leave". Others are not named: "a refusal *to meet*".
    """
    link, name = leader(text, chain.top).link, name_of(chain)
    noun = link.noun if link.kind == "infinitive" else None
    named = noun is not None and noun.lemma in nouns("plan") - nouns("plan", "negated")
    if noun is None or not named or (verb := verb_of(noun.lemma)) is None:
        return name
    own = verb in verbs("plan") | verbs("aspect") or " " in verb
    return f"{verb if own else noun.lemma} to {name}"


def agentless_drafts(text: Text, clause: Clause) -> Iterator[Draft]:
    """Yield the passive of a participle without a subject: "a blast *killing 37 people*" says that 37 were killed.

    Another finite verb has its subject elsewhere, or is an imperative. A date only tells when: "May *saw rain*".
    """
    patient = clause.first("object")
    done = (clause.form in {"participle", "gerund"} and clause.link.kind != "main") or _is_of_date(text, clause)
    if done and patient is not None and patient.phrase is not None:
        yield passive_of(text, clause, patient)


def _is_of_date(text: Text, clause: Clause) -> bool:
    """Return whether a date is the subject of a verb with an object: "*May* saw rain", "*2031* marks the end of it"."""
    subject, thing = clause.first("subject"), clause.first("object")
    if subject is None or thing is None or subject.shared:
        return False
    stated = clause.kind != "copula" and not clause.negations
    return stated and thing.head.kind != "pronoun" and text.date(subject) is not None


def _helping(clause: Clause, patient: Argument) -> str:
    """Return the auxiliaries of a passive in the tense of its active: "will be" marked, "were" killed."""
    if clause.form == "gerund":
        return "being"
    if clause.form == "finite" and clause.auxiliaries:
        opening = " ".join(word.lower for word in clause.auxiliaries)
        return f"{opening} been" if is_perfect(clause) else f"{opening} be"
    return in_number("is", plural=is_several(patient)) if clause.tense == "present" else was_or_were(patient)


def passive_of(text: Text, clause: Clause, patient: Argument) -> Draft:
    """Return the passive of a verb or an event noun without an agent: "37 people *were killed*"."""
    chain = Chain((clause,))
    relation = f"be {participle(clause.lemma)}"
    others = [replace(a, role="when") if a.role == "subject" else a for a in clause.arguments if a != patient]
    return Draft(
        rule="agentless",
        head=clause.head,
        subject=replace(patient, role="subject", marker=()),
        relation=relation,
        words=chain.words,
        object=None,
        circumstances=tuple(circumstances(text, others)),
        chain=chain,
        phrase=f"{_helping(clause, patient)} {participle(clause.lemma)}",
        certainty=clause.certainty,
    )


def _is_expletive(text: Text, argument: Argument, arguments: Iterable[Argument]) -> bool:
    """Return whether an "it" is expletive before an adjective and its clause: "makes *it* easier to sell land".

    The "it" is a thing if it is the object of the infinitive: "makes *it* easy to sell".
    """
    if argument.role != "object" or argument.head.lower != IT:
        return False
    qualities = (a for a in arguments if a.role == "complement" and a.head.kind == "adjective")
    clauses = (clause for a in qualities for clause in text.inside(a.head.index + 1, a.end))
    return any(each.role != "subject" for clause in clauses for each in clause.arguments)


def _wording(chain: Chain, target: Target, before: Iterable[str] = ()) -> str:
    """Return the relation in the words of the text, with tense and negation: "was not issued under".

    `before` are the words that restrict the preposition: "is *well* above".
    """
    if target.subject is not None:
        return as_active(chain.last, target.subject)
    predicate, first = spoken_words(chain), chain.top
    if first.voice == "passive" and not first.auxiliaries:
        predicate = [was_or_were(first.first("subject")), *predicate]
    if target.object is None and chain.is_existential:
        predicate = [THERE, *predicate]
    marker = [target.wording] if target.wording else [word.lower for word in target.marker]
    return " ".join([*predicate, *before, *marker])
