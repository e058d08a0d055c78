"""Drafts of statements from a predicate: its subject, its relation, its object, and its circumstances.

The rules of `OBJECTS` are tried in order; the first that finds an object counts. The arguments left over are
circumstances. A predicate that no rule matches has no object.
"""

import itertools
import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.extract.asserted_events import asserted_events
from kg.extract.attribution import ACCORDING_TO, IT, is_around, is_aside, is_source, opens_condition
from kg.extract.chains import Chain, arguments_of, base_form, duty_of, leader, name_of, shows_purpose
from kg.extract.patterns import OF_CLAUSES
from kg.extract.roles import role_of, roles_of
from kg.extract.text import Text, before_head, has_modal, in_order, is_nominal, lowered, marker_of
from kg.extract.wording import THERE, as_active, in_full
from kg.grammar.circumstances import is_accompanying
from kg.grammar.clause import Argument, Clause, Modifier, ModifierKind, Phrase, Question, Role, Word
from kg.grammar.event_nouns import verb_of
from kg.lexicon import measures, nouns, verbs, words
from kg.lexicon.noun_types import noun_type
from kg.lexicon.numerals import time_units
from kg.lexicon.supersenses import noun_supersense, verb_supersense
from kg.lexicon.verb_forms import participle
from kg.model import OBJECT_GAP, Modality

MUTUAL: t.Final = "mutual"
FEW: t.Final = range(2, 4)
"""The number of names whose action is mutual."""
ROLE_NAMES: t.Final[Mapping[Role, Role | Question]] = {
    "object": "object",
    "recipient": "recipient",
    "complement": "as",
    "extent": "how much",
    "when": "when",
    "often": "how often",
    "where": "where",
    "how": "how",
    "content": "that",
    "agent": "by",
    "open": "to",
}
"""The names of the roles without a preposition or conjunction."""

RESULT: t.Final = "to be"
"""The role of what a verb makes of its object: "made the firm *a success*"."""
BE: t.Final = "be"
EXIST: t.Final = "exist"
"""The relation of an existential: "there was *an agreement to close it*"."""
HOW_LONG: t.Final[Question] = "how long"
"""The name of the role of an extent that is a length of time."""
SHORT: t.Final = 6
"""The maximum number of words of an infinitive that is whole in the wording of a relation."""
FRONTED: t.Final = "fronted"
"""The rule of grammar for an argument that opens the sentence."""
NEGATING: t.Final = "negating"
"""The rule that cuts a "no" from a label; a claim expresses it as a negation, a circumstance keeps it."""
IDENTIFIED_OBJECT: t.Final = "identified-object"
IDENTIFIED: t.Final = ("identified", IDENTIFIED_OBJECT)
"""The rules of grammar for the complement of a clause with "what"."""
CERTAIN: t.Final = words("modality", "near-negative", "possible") - words("adverb", "when")
CLOSE: t.Final = words("only", "focus") | CERTAIN | {"rather"}
"""The adverbs directly before a word of a predicate that are part of it: "*only* emerged", "*probably* close"."""
ALONG: t.Final = {"with"} | (words("opens", "gerund") & words("opens", "concession"))
"""The openers of an accompanying clause: "*with* prices falling", "*while* studying law"."""
cleft: t.Final = OF_CLAUSES["only-clefts"].answer
opens_time: t.Final = OF_CLAUSES["opens-time"].answer
is_with_above: t.Final = OF_CLAUSES["with-above"].answer


class Circumstance(t.NamedTuple):
    """An argument of a draft other than its object, with the name of its role.

    `before` are the words that restrict its preposition: "*just* by speaking".
    """

    role: str
    argument: Argument
    before: str = ""


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


class Parts(t.NamedTuple):
    """The parts of a predicate that the object rules read."""

    text: Text
    chain: Chain
    subject: Argument
    name: str
    arguments: tuple[Argument, ...]

    def first(self, *roles: Role) -> Argument | None:
        """Return the first argument of the predicate in one of these roles, in text order."""
        return next((argument for argument in self.arguments if argument.role in roles), None)


class Target(t.NamedTuple):
    """The result of a rule: the relation's name, the object, its marker, another subject if any, and other arguments.

    `wording` is that of the marker if it differs from the text: "chairman of" of "Acme's *chairman*".
    """

    relation: str
    object: Argument | None
    marker: tuple[Word, ...] = ()
    subject: Argument | None = None
    others: tuple[Argument, ...] = ()
    wording: str = ""


ObjectRule: t.TypeAlias = Callable[[Parts], Target | None]


def agent(parts: Parts) -> Target | None:
    """The agent of a passive as subject of the active: "the bank was sold *by Acme*" says that Acme sold the bank."""
    last, doer = parts.chain.last, _doer(parts)
    if doer is None or last.voice != "passive" or len(parts.chain.clauses) > 1:
        return None
    direct = parts.first("object")
    target = direct or replace(parts.subject, role="object", marker=())
    others = () if direct is None else (replace(parts.subject, role="recipient"),)
    relation = " ".join([*(word.lower for word in duty_of(last)), base_form(last)])
    return Target(relation, target, (), replace(doer, marker=()), others)


def _doer(parts: Parts) -> Argument | None:
    return next((a for a in parts.arguments if a.role == "agent" and _can_do(parts, a)), None)


def _can_do(parts: Parts, argument: Argument) -> bool:
    """Return whether a by-phrase is an agent, and not an amount, time or means ("by 5 %", "by May", "by car")."""
    if argument.clause is not None or parts.text.mention(argument.head).kind in {"value", "time"}:
        return False
    head, scored = argument.head, {parts.chain.last.lemma, argument.head.lemma}
    counted = argument.phrase is not None and bool(argument.phrase.of_kind("quantity"))
    if counted and scored & measures("score") and noun_supersense(head.lemma) not in {"group", "person"}:
        return False  # "beaten *by three points*", "passed *by 52 votes*"
    bare = argument.start == head.index and head.kind == "noun" and not head.plural  # "by *auction* in Lima"
    means = bare and noun_supersense(head.lemma) in {"act", "artifact", "body", "communication"}
    return not means and head.index > parts.chain.last.head.index


def direct_object(parts: Parts) -> Target | None:
    """The direct object: "fined *the bank*"."""
    target = parts.first("object")
    return Target(parts.name, target) if target is not None else None


def quality_of_something(parts: Parts) -> Target | None:
    """The phrase that complements an adjective: "is *aware of the risk*"."""
    quality = parts.first("complement")
    if quality is None or quality.phrase is None or quality.head.kind != "adjective":
        return None
    first, *others = opened_in(quality.phrase) or (None,)
    several = parts.subject.phrase is not None and bool(parts.subject.phrase.conjuncts)
    some = several and quality.head.lower in words("determiner", "other")  # "Oslo and Lima are *a few of the towns*"
    if some or quality.phrase.of_kind("restrictive"):
        return None  # "became *the first in Oslo to win*"
    if first is None or first[0].start != quality.head.index + 1:
        return None
    before = parts.text.words(quality.phrase.start, first[0].head.index + 1)
    return Target(f"{parts.name} {lowered(before)}", first[1], before, None, tuple(argument for _, argument in others))


def opened_in(phrase: Phrase) -> tuple[tuple[Modifier, Argument], ...]:
    """Return the prepositional phrases inside a phrase, in text order, as arguments: "aware *of the risk*"."""
    inside = phrase.of_kind("preposition")
    return tuple((m, phrase_as_argument("oblique", m.phrase, m.marker)) for m in inside if m.phrase is not None)


def phrase_as_argument(role: Role, phrase: Phrase, marker: tuple[Word, ...] = ()) -> Argument:
    """Return a phrase as an argument with a role."""
    return Argument(role, phrase.head, phrase.start, phrase.end, marker, phrase)


def role(parts: Parts) -> Target | None:
    """The owner of a role that the subject has: "is *chairman of* Acme", "is Acme's *chairman*"."""
    return next(iter(_roles(parts)), None)


def _roles(parts: Parts) -> Iterable[Target]:
    """Yield the roles in a complement, coordinated or not; none if one conjunct is not a role."""
    phrases = objects_of(parts.first("complement"))
    shared = roles_of(parts.text, phrases[0]) if phrases else []
    found = shared if len(shared) > 1 else [role_of(parts.text, phrase) for phrase in phrases]
    for each in found if None not in found else ():
        if each is not None and each.owner.head.kind == "name":
            target = phrase_as_argument("oblique", each.owner)
            yield Target(f"{parts.name} {each.name}", target, each.words, wording=each.name)


def complement(parts: Parts) -> Target | None:
    """A predicative complement: "is *a bank*", "became *director*", "is *ready*"."""
    target = parts.first("complement")
    return Target(parts.name, target) if target is not None else None


def extent(parts: Parts) -> Target | None:
    """The amount of a change: "rose *two points*"."""
    target = parts.first("extent")
    return Target(parts.name, target) if target is not None and is_amount(parts.text, target) else None


def is_amount(text: Text, argument: Argument) -> bool:
    """Return whether a phrase without a preposition is an amount: "rose *5 %*", "rose *12 points*"."""
    counted = argument.phrase is not None and bool(argument.phrase.of_kind("quantity"))
    kind = text.mention(argument.head).kind
    return kind == "value" or (counted and kind != "time")


def oblique(parts: Parts) -> Target | None:
    """The first prepositional phrase after the verb that names a thing: "works *for the bank*"."""
    found = [a for a in parts.arguments if a.role == "oblique" and _relates(parts, a)]
    after = found if _is_inverted(parts) else [a for a in found if a.head.index > parts.chain.last.head.index]
    gapped = [a for a in found if a.shared not in {"", FRONTED}]
    views = (a.preposition == ROLE_NAMES["complement"] for a in after)  # "looked on them *as rivals*"
    stranded = gapped if gapped and all(views) else []
    target = next(iter(stranded or after), None)
    if target is None:
        return _place_of_where_clause(parts)
    return _after_state(parts, target, after) or Target(f"{parts.name} {target.preposition}", target, target.marker)


def _after_state(parts: Parts, state: Argument, phrases: list[Argument]) -> Target | None:
    """Return the phrase after a bare noun that forms an event with a verb of motion: "went on sale *in Lima*".

    After "to" the noun is a destination: "came to *power*".
    """
    alone = state.end - state.start == 1 and state.head.kind == "noun" and not state.head.plural
    happens = verb_supersense(parts.chain.last.lemma) == "motion" and state.preposition != ROLE_NAMES["open"]
    following = next((a for a in phrases if a.start >= state.end), None)
    if following is None or not (alone and happens):
        return None
    name = f"{parts.name} {state.preposition} {state.head.lower} {following.preposition}"
    return Target(name, following, (*state.marker, state.head, *following.marker))


def _is_inverted(parts: Parts) -> bool:
    """Return whether the subject comes after its verb: "At the gate is *a chapel*"."""
    last, subject = parts.chain.last, parts.subject
    return subject.shared in {"", "inverted"} and subject.head.index > last.head.index


def _place_of_where_clause(parts: Parts) -> Target | None:
    """Return the place that a clause with "where" refers to: "the *town* where she lives"."""
    place = next((a for a in parts.arguments if a.role == "where" and a.shared), None)
    if place is None or place.phrase is None:
        return None
    lies = place.phrase.entity in PLACES or noun_type(place.head.lemma) in INHABITED
    opens = "in" if lies else "at"
    if not lies and noun_supersense(place.head.lemma) not in {"artifact", "group"}:
        return None
    return Target(f"{parts.name} {opens}", place, (), wording=opens)


INHABITED: t.Final = frozenset({"City", "Country", "Place", "Region"})
PLACES: t.Final = frozenset({"GPE", "LOC"})
"""The recogniser's labels of places that contain other things."""


def _relates(parts: Parts, argument: Argument) -> bool:
    """Return whether a phrase names a thing, and not a time, an aside or an exception ("except for Lyon")."""
    if argument.clause is not None or argument.phrase is None or not is_nominal(argument.head):
        return False
    kind, opens = parts.text.mention(argument.head).kind, argument.preposition
    if _is_discourse(opens, argument) or _is_fixed(argument):
        return False  # "*for example*", "*on average*"
    if lasts(argument) or NEGATING in argument.phrase.cuts or _is_accompanying(parts, argument):
        return False  # "landed *with no problems*"
    if is_source(parts.text, argument) or opens == ACCORDING_TO:
        return False
    return kind != "time" and opens not in words("contrast") and opens not in words("discourse")


def _is_accompanying(parts: Parts, argument: Argument) -> bool:
    """Return whether a phrase is an accompanying event: "the road was built, *with hundreds of men being hired*"."""
    return is_accompanying(parts.text.parse.tokens[parts.chain.last.index], argument)


def lasts(argument: Argument) -> bool:
    """Return whether a phrase is a duration or an ordinal: "for *a while*", "for *the first time*"."""
    noun, phrase = argument.head, argument.phrase
    stretch = argument.preposition in words("dating", "ahead") & words("dating", "stretch")
    if phrase is None or not stretch or noun_supersense(noun.lemma) != "time":
        return False
    before = {word.lower for word in before_head(phrase)}
    return not before.isdisjoint(words("only", "order")) or before.isdisjoint(words("determiner", "definite"))


def clause_as_object(parts: Parts) -> Target | None:
    """A clause as the object, in the words of the text: "refused *to say why*"."""
    target = parts.first("open", "content")
    if target is not None and (is_around(parts.chain.last, target) or _is_purpose(parts, target)):
        return None
    if target is not None and target.role == "open" and target.preposition == "to":
        marker = (*_not_before(parts, target), *target.marker)
        return Target(f"{parts.name} {lowered(marker)}", replace(target, role="object"), marker)
    if target is not None:
        return Target(parts.name, replace(with_question(target), role="object"))
    aim = next((a for a in parts.arguments if a.clause is not None and _is_aim(parts, a)), None)
    return Target(f"{parts.name} {aim.preposition}", aim, aim.marker) if aim is not None else None


def _not_before(parts: Parts, infinitive: Argument) -> tuple[Word, ...]:
    """Return the "not" before the "to" of an infinitive, which is outside its words: "asked *not* to leave"."""
    lower = parts.text.clauses.get(infinitive.clause) if infinitive.clause is not None else None
    before = infinitive.marker[0].index - 1
    return tuple(word for word in lower.negations if word.index == before) if lower is not None else ()


def _is_purpose(parts: Parts, argument: Argument) -> bool:
    """Return whether an infinitive is a purpose: "was announced *to calm them*"."""
    lower = parts.text.clauses.get(argument.clause) if argument.clause is not None else None
    return lower is not None and argument.role == "open" and shows_purpose(parts.chain.last, lower)


def is_interrogative(marker: str) -> bool:
    """Return whether the opener of a content clause is interrogative: "whether", "if", "how", but not "that"."""
    return marker in words("opens", "condition") | (words("question") - words("determiner"))


def with_question(content: Argument) -> Argument:
    """Return an embedded question with the question word from its marker: "asked *whether it fell*"."""
    asking = [word for word in content.marker if is_interrogative(word.lower)]
    return replace(content, start=asking[0].index, marker=()) if asking else content


def _is_aim(parts: Parts, argument: Argument) -> bool:
    """Return whether a gerund is the object of a verb, and not an adverbial: "was charged with *stealing*".

    After "in" or "on" it must directly follow the verb: "insisted *on paying*".
    """
    if argument.role != "oblique" or _is_accompanying(parts, argument):
        return False
    adjacent = argument.marker[:1] and argument.marker[0].index == parts.chain.last.head.index + 1
    if adjacent and argument.preposition in words("place"):
        return True
    return argument.preposition not in words("opens", "gerund") | words("contrast")


def recipient(parts: Parts) -> Target | None:
    """A recipient as the object, if there is no other: "told *the council*", "was given *to the church*"."""
    target = parts.first("recipient")
    if target is None:
        return None
    return Target(f"{parts.name} {target.preposition}".strip(), target, target.marker)


def agent_of_several(parts: Parts) -> Target | None:
    """The agent of the last verb of several: "is due to be sold *by Acme*"."""
    doer = _doer(parts)
    if doer is None or len(parts.chain.clauses) == 1:
        return None
    return Target(f"{parts.name} {doer.preposition}", doer, doer.marker)


def mutual(parts: Parts) -> Target | None:
    """The other participants of a mutual action: "*Ana and Tom* met", "*Acme and Bolt* merged"."""
    subject, last = parts.subject, parts.chain.last
    has_other = any(a.role == "object" or a.preposition == "with" for a in parts.arguments)
    if has_other or last.voice != "active" or not _are_named_few(subject):
        return None
    if last.lemma in words("coordination", "mutual"):
        return Target(parts.name, None)
    aside = f"{last.lemma} with" in words("coordination", "mutual")
    return Target(f"{parts.name} with", None, wording="with") if aside else None


def _are_named_few(subject: Argument) -> bool:
    """Return whether a subject consists of two or three names joined by "and"."""
    phrase = subject.phrase
    if phrase is None or phrase.joint is None or phrase.joint.lower not in words("coordination", "all"):
        return False
    every = (phrase, *phrase.conjuncts)
    return len(every) in FEW and all(each.head.kind == "name" for each in every)


def state(parts: Parts) -> Target | None:
    """A state after a copula without a complement: "is *up*", "is in breach *of the rule*"."""
    last = parts.chain.last
    found = parts.arguments if last.kind == "copula" and not last.existential else ()
    after = (a for a in found if a.role in STATES and a.head.index > last.head.index)
    target = next((a for a in after if _is_state(parts, a)), None)
    return Target(f"{parts.name} {target.preposition}".strip(), target, target.marker) if target is not None else None


STATES: t.Final[tuple[Role, ...]] = ("how", "oblique", "where")


def _is_state(parts: Parts, argument: Argument) -> bool:
    """Return whether a phrase is neither a time nor a source."""
    if argument.clause is not None or argument.shared or denies(argument):
        return False
    source = is_source(parts.text, argument) or argument.preposition == ACCORDING_TO
    return not source and parts.text.mention(argument.head).kind != "time"


OBJECTS: t.Final[Mapping[str, ObjectRule]] = {
    "agent": agent,
    "object": direct_object,
    "quality-of-something": quality_of_something,
    "role": role,
    MUTUAL: mutual,
    "complement": complement,
    "extent": extent,
    "recipient": recipient,
    "agent-of-several": agent_of_several,
    "oblique": oblique,
    "clause-as-object": clause_as_object,
    "state": state,
}


def drafts_of(text: Text, chain: Chain) -> Iterable[Draft]:
    """Yield the drafts of a predicate, none if no subject is found.

    A complement with several roles gives one draft for each.
    """
    subject = chain.last.first("subject")
    if subject is None:
        return
    found = arguments_of(chain)
    arguments = tuple(a for a in found if not _is_expletive(text, a, found))
    if _is_bare(chain.last, subject, arguments):
        return
    parts = Parts(text, chain, _cause_before(text, chain.top) or subject, _name(text, chain), arguments)
    rule, target = _target(parts)
    empty = target.object is None and _replaces_verb(parts)
    draft = _draft(parts, rule, target)
    if len(arguments) < len(found):
        draft = replace(draft, phrase=f"{draft.phrase} {IT}")  # "makes *it* | illegal to sell land"
    yield replace(draft, secondary="asserted") if empty else draft
    others = [*_roles(parts)][1:] if rule == "role" else ()
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


def _is_bare(clause: Clause, subject: Argument, arguments: Iterable[Argument]) -> bool:
    """Return whether a copula adds nothing to its noun: "there was still a snub", "there is a risk if rents fall"."""
    relevant = (a for a in arguments if not (a.role in {"when", "often"} and a.head.kind == "adverb"))
    bare = all(clause.existential and a.role == "adverbial" for a in relevant)
    more = bool(clause.particles) or (clause.existential and _is_informative(subject))
    return bare and clause.kind == "copula" and not more


def _is_informative(subject: Argument) -> bool:
    """Return whether the label after an existential is more than a noun: "no news *of a sale*", "*12* boats".

    A clause about it is a statement of its own: "there are people *who object*", "lots *vying for it*". So is its
    content, except for an attitude or under negation: "no sign *that it fell*", not "no *doubt* that".
    """
    phrase = subject.phrase
    if phrase is None or phrase.head.kind != "noun" or phrase.label_end < phrase.end:
        return False
    if noun_supersense(phrase.head.lemma) == "quantity":
        return False
    none = NEGATING in phrase.cuts and phrase.head.lemma not in nouns("content", "doubted")
    without_content = none or phrase.head.lemma not in nouns("content")
    about: tuple[ModifierKind, ...] = ("content",) if without_content else ()
    return bool(phrase.of_kind("quantity", "preposition", "infinitive", "participle", "restrictive", *about))


def _replaces_verb(parts: Parts) -> bool:
    """Return whether "do" only replaces another verb: "was asked to pay, and *did so*"; not "*did* well"."""
    last = parts.chain.last
    do = last.lemma == "do" and last.voice == "active"
    return do and all(argument.role != "how" for argument in parts.arguments)


def objects_of(target: Argument | None) -> tuple[Phrase, ...]:
    """Return the phrases that form one object, joined by "and"."""
    phrase = target.phrase if target is not None else None
    return (phrase, *phrase.conjuncts) if phrase is not None else ()


def _draft(parts: Parts, rule: str, target: Target) -> Draft:
    text, chain, subject = parts.text, parts.chain, parts.subject
    actor, marker = target.subject or subject, target.marker if target.subject is None else ()
    before = [a for a in parts.arguments if restricts(text, a, marker)]  # "is *well* above the average"
    others = [*target.others, *(a for a in _remaining(parts, target) if a not in (*before, *target.others))]
    others += [*_inherited(text, chain), *(each for one in objects_of(target.object) for each in _included(text, one))]
    others += [each for one in (subject, target.object) for each in _amounts_in_apposition(text, one)]
    return Draft(
        rule=rule,
        head=chain.last.head,
        subject=actor,
        relation=target.relation,
        words=in_order((*chain.words, *target.marker, *asserted_events(text, chain, actor, target.object))),
        object=target.object,
        circumstances=tuple(circumstances(text, others)),
        chain=chain,
        phrase=wording(chain, target, [lowered(text.words(each.start, each.end)) for each in before])
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
    for clause in _with_first(text, chain):
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
    for modifier in phrase.of_kind("preposition"):
        end = modifier.phrase.start if modifier.phrase is not None else modifier.start
        opening = text.words(modifier.start, max(end, modifier.head.index + 1))
        opener = tuple(word for word in opening if word.kind != "mark")
        if modifier.phrase is not None and lowered(opener) in words("contrast", "inclusion"):
            yield modifier.start, opener, modifier.phrase


def _amounts_in_apposition(text: Text, argument: Argument | None) -> Iterator[Argument]:
    """Yield the amount of a thing, unless it is a sum, from an apposition: "most of it, *3m euros*, was lost"."""
    if argument is None or argument.phrase is None or argument.shared:
        return
    beside = argument.phrase.of_kind("apposition") if argument.head.kind == "noun" else ()
    for modifier in beside if beside and not is_amount(text, argument) else ():
        amount = modifier.phrase
        counted = amount is not None and bool(amount.of_kind("quantity"))
        if amount is not None and counted and text.mention(amount.head).kind == "value":
            yield phrase_as_argument("extent", amount)


def _included(text: Text, phrase: Phrase, *, several: bool = False) -> Iterable[Argument]:
    """Yield the unnamed members of several things, after a comma: "defects, *including leaks*".

    A named member is a statement of its own.
    """
    several = several or phrase.head.plural
    for start, opener, members in inclusions(text, phrase) if several else ():
        named = any(each.head.kind == "name" for each in (members, *members.conjuncts))
        if text.word(start - 1).kind == "mark" and not named:
            yield phrase_as_argument("oblique", members, opener)
    for modifier in phrase.of_kind("preposition"):
        if modifier.phrase is not None and modifier.start < phrase.label_end:
            yield from _included(text, modifier.phrase, several=several)


def _remaining(parts: Parts, target: Target) -> list[Argument]:
    """Return the arguments that are in neither the object nor the relation.

    A verb has one object; a second one after a comma belongs to preceding words: "won a cap in May, *a loss to Oslo*".
    A copula has one complement: "was strong in May but *weak* in June".
    """
    ends = [target.object.head, (target.subject or parts.subject).head] if target.object else [parts.subject.head]
    taken = {*ends, *target.marker, *parts.chain.words}
    rest = (a for a in parts.arguments if a.head not in taken and not _is_source(parts.text, a))
    one = target.wording or parts.chain.last.kind == "copula"  # "is *chairman* and head of Acme"
    others = (a for a in rest if a.role != "complement" or not one)
    others = (a for a in others if not _is_loose(parts.chain.last, a))
    return [a for a in others if a.role != "object" or not parts.text.follows_mark(a.start)]


def _is_loose(verb: Clause, argument: Argument) -> bool:
    """Return whether a clause is not the content of a verb that is not about words or thought: "led, *it rained*"."""
    about_words = verb.lemma in verbs("report") or verb_supersense(verb.lemma) in {"cognition", "communication"}
    return argument.role == "content" and not argument.marker and not about_words


def _is_source(text: Text, argument: Argument) -> bool:
    """Return whether a clause only gives the source: "*as the firm told us*, the mine has closed"."""
    clause = text.clause_of(argument)
    return clause is not None and clause.link.kind == "adverbial" and is_aside(text, clause)


def _with_first(text: Text, chain: Chain) -> Iterable[Clause]:
    """Yield the clauses of a predicate, and the first of the verbs that its top is coordinated with."""
    yield from chain.clauses
    first = text.above(chain.top, "conjunct")
    if first is not None:
        yield first


def _name(text: Text, chain: Chain) -> str:
    """Return the name of a predicate; an infinitive after a plan has that of the noun's verb: "plan to leave".

    After another noun it has its own: "a refusal *to meet*", "the first president *to resign*".
    """
    link, name = leader(text, chain.top).link, name_of(chain)
    noun = link.noun if link.kind == "infinitive" else None
    expressed = nouns("plan") - nouns("plan", "negated")
    verb = verb_of(noun.lemma) if noun is not None and noun.lemma in expressed else None
    return f"{verb} to {name}" if verb is not None else name


def agentless_drafts(text: Text, clause: Clause) -> Iterator[Draft]:
    """Yield the passive of a participle without a subject: "a blast *killing 37 people*" says that 37 were killed.

    A finite verb or an infinitive has its subject elsewhere, or is an imperative.
    """
    patient = clause.first("object")
    done = clause.form in {"participle", "gerund"} and clause.link.kind != "main"
    if done and patient is not None and patient.phrase is not None:
        yield passive_of(text, clause, patient)


def passive_of(text: Text, clause: Clause, patient: Argument) -> Draft:
    """Return the passive of a verb or an event noun without an agent: "37 people *were killed*"."""
    chain = Chain((clause,))
    relation = f"be {participle(clause.lemma)}"
    others = [argument for argument in clause.arguments if argument != patient]
    return Draft(
        rule="agentless",
        head=clause.head,
        subject=replace(patient, role="subject", marker=()),
        relation=relation,
        words=chain.words,
        object=None,
        circumstances=tuple(circumstances(text, others)),
        chain=chain,
        phrase=f"{'being' if clause.form == 'gerund' else was_or_were(patient)} {participle(clause.lemma)}",
        certainty=clause.certainty,
    )


def _target(parts: Parts) -> tuple[str, Target]:
    for name, rule in OBJECTS.items():
        target = rule(parts)
        if target is not None:
            return name, target
    name = f"{parts.name.removesuffix(BE)}{EXIST}" if _is_existential(parts.chain) else parts.name
    return "no-object", Target(name, None)


def _is_existential(chain: Chain) -> bool:
    """Return whether a predicate is existential, with "there" and "be"."""
    return chain.last.existential and chain.last.kind == "copula"


def clauses_around(text: Text, clause: Clause) -> Iterable[Clause]:
    """Yield the governing clauses that share a clause's status: "will grow *by selling* more", "will let them *enter*".

    A coordinated verb has those of the first: "will let them enter and *stay*". A cleft gives the status of its
    relative clause: "it *was not* Silva who left".
    """
    yield from _cleft_above(text, clause)
    while is_with_above(text, clause := _first_coordinated(text, clause)):
        above = text.above(clause)
        if above is None:
            return
        yield above
        clause = above


def _first_coordinated(text: Text, clause: Clause) -> Clause:
    """Return the first of several bare forms, or of participles next to a clause: "*cutting* jobs and closing"."""
    first = leader(text, clause)
    adverbial = clause.form == "participle" and first.link.kind == "adverbial"
    return first if adverbial or clause.form in {"bare", "infinitive"} else clause


def _cleft_above(text: Text, clause: Clause) -> Iterable[Clause]:
    """Yield the cleft clause around a relative clause: "it *was* Silva who left"."""
    above = text.above(clause, "relative")
    focus = above.first("complement") if above is not None else None
    picked = focus is not None and focus.head == clause.link.noun
    if above is not None and picked and cleft(text, above):
        yield above


def identified_in(text: Text, clause: Clause | None, *rules: str) -> Clause | None:
    """Return the "what" clause that a clause identifies: "*What they want* is a rise".

    With names of rules of grammar only these count, else all.
    """
    inside = text.clause_of(clause.first("subject")) if clause is not None else None
    return inside if inside is not None and is_identified(inside, *rules) else None


def is_identified(clause: Clause, *rules: str) -> bool:
    """Return whether the subject or object of a "what" clause comes from its complement, by one of some rules."""
    return any(argument.shared in (rules or IDENTIFIED) for argument in clause.arguments)


def conditions(text: Text, clause: Clause) -> list[Argument]:
    """Return the conditions of a clause: "*if rents fall*", "*unless it rains*"; "even if" is excluded."""
    found = [a for a in clause.all("adverbial", "oblique") if a.clause is not None]
    conditional = (a for a in found if is_condition_of(clause, a.preposition))
    compared = {below.index for below in text.below(clause) if only_compares(below)}  # "if *compared* with May"
    return [*(a for a in conditional if a.clause not in compared), *inverted_conditions(text, clause)]


def inverted_conditions(text: Text, clause: Clause) -> Iterable[Argument]:
    """Yield the conditions of a clause without a conjunction, with the opening word: "*had* it rained"."""
    for argument in clause.all("adverbial"):
        opened = text.clauses.get(argument.head.index)
        opening = condition_word(opened, clause) if opened is not None else None
        if opening is not None:
            yield replace(argument, marker=(opening,))


def condition_word(clause: Clause, above: Clause) -> Word | None:
    """Return the word that makes a clause without a conjunction a condition: "*had* it rained", "*assuming* it rains".

    An inverted verb or auxiliary is one if the clause above has "would"; an inverted "should" always is.
    """
    if clause.link.marker:
        return None
    if opens_condition(clause):
        return clause.head
    first = turned_verb(clause)
    would = has_modal(above, "conditional")
    return first if first is not None and (would or first.lower in words("modality", "obliged")) else None


def turned_verb(clause: Clause) -> Word | None:
    """Return the verb or auxiliary before the subject of its clause: "*nor did* it", "*had* it rained"."""
    subject, first = clause.first("subject"), (*clause.auxiliaries, clause.head)[0]
    own = subject is not None and not subject.shared
    return first if own and subject is not None and first.index < subject.start else None


def is_measure(clause: Clause) -> bool:
    """Return whether a participle without a conjunction is a way of measuring: "*adjusted* for age"."""
    return clause.link.kind == "adverbial" and not clause.link.marker and only_compares(clause)


def only_compares(clause: Clause) -> bool:
    """Return whether a participle with its preposition compares or measures: "*compared with* May"."""
    openings = {f"{clause.head.lower} {argument.preposition}" for argument in clause.all("oblique", "agent")}
    return clause.form == "participle" and not openings.isdisjoint(words("contrast"))


def is_condition_of(clause: Clause, marker: str) -> bool:
    """Return whether a conjunction opens a condition of a clause, and not a concession.

    With a fact, "as long as" is a time; with a possibility or a future, it is a condition.
    """
    lasting = marker in words("opens", "time")
    open_ = has_modal(clause, "planned", "possible", "obliged", "conditional")
    return is_condition(marker) and (open_ or not lasting)


def is_condition(marker: str) -> bool:
    """Return whether a conjunction opens a condition, and not a concession: "if", but not "even if"."""
    return marker in words("opens", "condition") and marker not in words("opens", "concession")


def opened_by_participles(text: Text, clause: Clause) -> Iterable[Argument]:
    """Yield the arguments of participles of a clause: the start of a period ("*starting from July*"), a measure."""
    for below in text.below(clause):
        if opens_time(text, below) or is_measure(below):
            for argument in below.all("oblique", "when", "agent"):
                yield replace(argument, marker=(below.head, *argument.marker))


def _is_expletive(text: Text, argument: Argument, arguments: Iterable[Argument]) -> bool:
    """Return whether an "it" is expletive before an adjective and its clause: "makes *it* easier to sell land".

    The "it" is a thing if it is the object of the infinitive: "makes *it* easy to sell".
    """
    if argument.role != "object" or argument.head.lower != IT:
        return False
    qualities = (a for a in arguments if a.role == "complement" and a.head.kind == "adjective")
    clauses = (clause for a in qualities for clause in text.inside(a.head.index + 1, a.end))
    return any(each.role != "subject" for clause in clauses for each in clause.arguments)


def circumstances(text: Text, arguments: Iterable[Argument]) -> Iterable[Circumstance]:
    """Yield the arguments that qualify a statement, each with its role.

    A participle without a conjunction is a statement of its own, as is the content of a verb of saying.
    """
    before, ordered = "", sorted(arguments, key=lambda a: a.start)
    for argument, following in itertools.zip_longest(ordered, ordered[1:]):
        if following is not None and restricts(text, argument, following.marker):
            before = lowered(text.words(argument.start, argument.end))
            continue
        role, word = RESULT if is_result(text, argument) else role_name(argument), argument.head
        comment = argument.role == "how" and word.kind == "adverb" and word.text[:1].isupper()  # "*Obviously* it fell"
        outside = comment or is_source(text, argument) or _is_discourse(role, argument)
        if role and not outside:
            before = before or _restriction(text, argument)
            yield _as_phrase(argument) if _is_fixed(argument) else Circumstance(role, argument, before)
        before = ""


def restricts(text: Text, adverb: Argument, marker: tuple[Word, ...]) -> bool:
    """Return whether an adverb before a preposition modifies only its phrase: "*just* by speaking"."""
    if adverb.role != "how" or not marker or adverb.end != marker[0].index:
        return False
    return text.token(adverb.head).governor.i in {word.index for word in marker}


def _restriction(text: Text, argument: Argument) -> str:
    """Return the adverb that restricts a following conjunction: "*largely* because it rained", "*even* before"."""
    opens = argument.clause is not None and argument.marker and argument.role != "content"
    first = argument.marker[0].index if opens else 0
    adverb = text.parse.tokens[first - 1] if first else None
    if adverb is None or adverb.kind != "adverb":
        return ""
    return adverb.lower_ if adverb.governor.i in {argument.clause, *(word.index for word in argument.marker)} else ""


def _is_fixed(argument: Argument) -> bool:
    """Return whether a preposition and its noun form an adverb: "*on average*", "*in a row*", "*at the time*"."""
    return _words_if_short(argument) in words("adverb", "phrase")


def _words_if_short(argument: Argument) -> str:
    """Return a preposition with its noun and the single words before it, "" if the phrase is longer."""
    phrase, noun = argument.phrase, argument.head
    before = [m.head for m in phrase.modifiers if m.start == m.head.index < noun.index] if phrase is not None else []
    alone = argument.end - argument.start == len(before) + 1
    return " ".join([argument.preposition, *(word.lower for word in (*before, noun))]) if alone else ""


def _as_phrase(argument: Argument) -> Circumstance:
    """Return a multiword adverb as a circumstance of manner or time: "*at the time*"."""
    is_time = _words_if_short(argument) in words("adverb", "when")
    role = ROLE_NAMES["when"] if is_time else ROLE_NAMES["how"]
    return Circumstance(role, replace(argument, start=argument.marker[0].index, marker=(), phrase=None))


def _is_discourse(role: str, argument: Argument) -> bool:
    """Return whether a circumstance is a discourse connective or a negation: "*in addition to* X", "*at no time*"."""
    return not {role, _words_if_short(argument)}.isdisjoint(words("discourse")) or denies(argument)


def denies(argument: Argument) -> bool:
    """Return whether a phrase negates its verb: "*at no time*", "*by no means*"."""
    return argument.role == "oblique" and _words_if_short(argument) in words("modality", "negative")


def is_result(text: Text, argument: Argument) -> bool:
    """Return whether a complement is what its verb makes of the object: "made the firm *a success*"."""
    verb = text.token(argument.head).governor.lemma_ if argument.role == "complement" else ""
    return not argument.marker and verb in verbs("cause", "done") & verbs("name")


def role_name(argument: Argument) -> str:
    """Return the name of an argument's role: its preposition or conjunction, else the question that it answers."""
    if argument.role == "how" and argument.head.lower in words("adverb", "where"):
        return "where"
    if argument.role == "content" and argument.preposition in words("opens", "condition"):
        return "whether"
    if argument.role == "extent" and argument.head.lower in time_units():
        return HOW_LONG
    return argument.preposition or ROLE_NAMES.get(argument.role, "")


def wording(chain: Chain, target: Target, before: Iterable[str] = ()) -> str:
    """Return the relation in the words of the text, with tense and negation: "was not issued under".

    `before` are the words that restrict the preposition: "is *well* above".
    """
    if target.subject is not None:
        return as_active(chain.last, target.subject)
    predicate, first = spoken_words(chain), chain.top
    if first.voice == "passive" and not first.auxiliaries:
        predicate = [was_or_were(first.first("subject")), *predicate]
    if target.object is None and _is_existential(chain):
        predicate = [THERE, *predicate]
    marker = [target.wording] if target.wording else [word.lower for word in target.marker]
    return " ".join([*predicate, *before, *marker])


def _predicate_words(chain: Chain) -> Iterator[Word]:
    """Yield the words of a predicate, inverted auxiliaries first: "also hurt *were* two men"."""
    close = [word for clause in chain.clauses for word in words_before(clause)]
    turned = [word for word in chain.last.auxiliaries if word.index > chain.last.index]
    yield from turned
    yield from (word for word in in_order([*chain.words, *close]) if word not in turned)


def spoken_words(chain: Chain) -> list[str]:
    """Return the words of a predicate as spoken: "couldn't" is one word, a bare infinitive gets its "to".

    A contracted "be" or "have" is expanded: "'s sold" is "has sold".
    """
    clauses = {word: clause for clause in chain.clauses for word in clause.words}
    bare = (c for c in chain.clauses[1:] if c.form == "infinitive" and not c.link.marker)
    bare_infinitives = {(*clause.auxiliaries, clause.head)[0] for clause in bare}
    parts, end = list[str](), -1
    for word in _predicate_words(chain):
        if word.start == end:
            parts[-1] += word.lower
        else:
            full = in_full(word, clauses.get(word, chain.last))
            parts.append(f"to {full}" if word in bare_infinitives else full)
        end = word.end
    return parts


def words_before(clause: Clause) -> list[Word]:
    """Return the adverbs directly before a word of a predicate that restrict or nearly negate it: "*only* emerged".

    Adverbs of certainty are included: "would *probably* close".
    """
    before = {word.index - 1 for word in clause.words} if clause.adverbs else ()
    return [word for word in clause.adverbs if word.lower in CLOSE and word.index in before]


def was_or_were(subject: Argument | None) -> str:
    """Return the past of "be" that agrees with a subject."""
    return "were" if is_several(subject) else "was"


def is_several(subject: Argument | None) -> bool:
    """Return whether a subject takes a plural verb: "*the firms*", "*Ana and Tom*"."""
    return subject is not None and (subject.head.plural or len(objects_of(subject)) > 1)
