"""Objects of predicates: the rules that find the object, and the wording it gives the relation.

The rules of `OBJECTS` are tried in order; the first that finds an object counts. A predicate that no rule matches has
no object.
"""

import typing as t
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from kg.extract.attribution import ACCORDING_TO, is_around, is_source
from kg.extract.chains import Chain, name_of, shows_purpose
from kg.extract.circumstances import NEGATING, ROLE_NAMES, denies, is_discourse, is_fixed, lasts
from kg.extract.roles import role_of, roles_of
from kg.extract.text import Text, is_nominal, lowered
from kg.grammar.circumstances import is_accompanying
from kg.grammar.clause import Argument, Modifier, Phrase, Role, Word
from kg.grammar.patterns import by_name
from kg.lexicon import measures, verbs, words
from kg.lexicon.noun_types import noun_type
from kg.lexicon.supersenses import noun_supersense, verb_supersense

MUTUAL: t.Final = "mutual"
EXIST: t.Final = "exist"
"""The relation of an existential: "there was *an agreement to close it*"."""
FRONTED: t.Final = "fronted"
"""The rule of grammar for an argument that opens the sentence."""
INHABITED: t.Final = frozenset({"City", "Country", "Place", "Region"})
PLACES: t.Final = frozenset({"GPE", "LOC"})
"""The recogniser's labels of places that contain other things."""
STATES: t.Final[tuple[Role, ...]] = ("how", "oblique", "where")
"""The roles of a state after a copula."""


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

    def related(self, argument: Argument | None) -> "Target | None":
        """Return an argument as the object of the relation with its preposition."""
        if argument is None:
            return None
        return Target(f"{self.name} {argument.preposition}".strip(), argument, argument.marker)


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
    relation = name_of(replace(parts.chain, clauses=(replace(last, voice="active"),)))
    return Target(relation, target, (), replace(doer, marker=()), others)


def _doer(parts: Parts) -> Argument | None:
    return next((a for a in parts.arguments if a.role == "agent" and _can_do(parts, a)), None)


def _can_do(parts: Parts, argument: Argument) -> bool:
    """Return whether a by-phrase is an agent, and not an amount, time or means ("by 5 %", "by May", "by car")."""
    if argument.clause is not None or parts.text.mention(argument.head).kind in {"value", "time"}:
        return False
    head, scored = argument.head, {parts.chain.last.lemma, argument.head.lemma}
    if argument.is_counted and scored & measures("score") and noun_supersense(head.lemma) not in {"group", "person"}:
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


def opened_in(phrase: Phrase) -> list[tuple[Modifier, Argument]]:
    """Return the prepositional phrases inside a phrase, in text order, as arguments: "aware *of the risk*"."""
    return [(m, inner.as_argument("oblique", m.marker)) for m, inner in phrase.with_phrases("preposition")]


def role(parts: Parts) -> Target | None:
    """The owner of a role that the subject has: "is *chairman of* Acme", "is Acme's *chairman*"."""
    return next(iter(roles_in_complement(parts)), None)


def roles_in_complement(parts: Parts) -> Iterable[Target]:
    """Yield the roles in a complement, coordinated or not; none if one conjunct is not a role."""
    phrases = objects_of(parts.first("complement"))
    shared = roles_of(parts.text, phrases[0]) if phrases else []
    found = shared if len(shared) > 1 else [role_of(parts.text, phrase) for phrase in phrases]
    for each in found if None not in found else ():
        if each is not None and each.owner.head.kind == "name":
            yield Target(f"{parts.name} {each.name}", each.owner.as_argument("oblique"), each.words, wording=each.name)


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
    kind = text.mention(argument.head).kind
    return kind == "value" or (argument.is_counted and kind != "time")


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
    return _after_state(parts, target, after) or parts.related(target)


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


def _relates(parts: Parts, argument: Argument) -> bool:
    """Return whether a phrase names a thing, and not a time, an aside or an exception ("except for Lyon")."""
    if argument.clause is not None or argument.phrase is None or not is_nominal(argument.head):
        return False
    kind, opens = parts.text.mention(argument.head).kind, argument.preposition
    if is_discourse(opens, argument) or is_fixed(argument) or is_source(parts.text, argument):
        return False  # "*for example*", "*on average*"
    if lasts(argument) or NEGATING in argument.phrase.cuts or _is_accompanying(parts, argument):
        return False  # "landed *with no problems*"
    resembles = opens == "like" and parts.chain.last.lemma in verbs("seem")  # "looks *like a mill*"
    return kind != "time" and (resembles or opens not in words("contrast") | words("discourse") | {ACCORDING_TO})


def _is_accompanying(parts: Parts, argument: Argument) -> bool:
    """Return whether a phrase is an accompanying event: "the road was built, *with hundreds of men being hired*"."""
    return is_accompanying(parts.text.parse.tokens[parts.chain.last.index], argument)


def clause_as_object(parts: Parts) -> Target | None:
    """A clause as the object, in the words of the text: "refused *to say why*"."""
    target = parts.first("open", "content")
    if target is not None and (is_around(parts.chain.last, target) or _is_purpose(parts, target)):
        return None
    if target is not None and target.role == "open" and target.preposition == "to":
        lower, before = parts.text.clause_of(target), target.marker[0].index - 1
        negations = lower.negations if lower is not None else ()  # outside its words: "asked *not* to leave"
        marker = (*(word for word in negations if word.index == before), *target.marker)
        return Target(f"{parts.name} {lowered(marker)}", replace(target, role="object"), marker)
    if target is not None:
        return Target(parts.name, replace(with_question(target), role="object"))
    return parts.related(next((a for a in parts.arguments if a.clause is not None and _is_aim(parts, a)), None))


def _is_purpose(parts: Parts, argument: Argument) -> bool:
    """Return whether an infinitive is a purpose: "was announced *to calm them*"."""
    lower = parts.text.clauses.get(argument.clause) if argument.clause is not None else None
    return lower is not None and argument.role == "open" and shows_purpose(parts.chain.last, lower)


def with_question(content: Argument) -> Argument:
    """Return an embedded question with the question word from its marker: "asked *whether it fell*"."""
    asks = words("opens", "condition") | (words("question") - words("determiner", "definite"))  # not "that"
    asking = [word for word in content.marker if word.lower in asks]
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
    return parts.related(parts.first("recipient"))


def agent_of_several(parts: Parts) -> Target | None:
    """The agent of the last verb of several: "is due to be sold *by Acme*"."""
    return parts.related(_doer(parts)) if len(parts.chain.clauses) > 1 else None


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
    return len(every) in {2, 3} and all(each.head.kind == "name" for each in every)


def state(parts: Parts) -> Target | None:
    """A state after a copula without a complement: "is *up*", "is in breach *of the rule*"."""
    last = parts.chain.last
    found = parts.arguments if last.kind == "copula" and not last.existential else ()
    after = (a for a in found if a.role in STATES and a.head.index > last.head.index)
    return parts.related(next((a for a in after if _is_state(parts, a)), None))


def _is_state(parts: Parts, argument: Argument) -> bool:
    """Return whether a phrase is neither a time nor a source."""
    if argument.clause is not None or argument.shared or denies(argument):
        return False
    source = is_source(parts.text, argument) or argument.preposition == ACCORDING_TO
    return not source and parts.text.mention(argument.head).kind != "time"


OBJECTS: t.Final[Mapping[str, ObjectRule]] = {
    **by_name(agent),
    "object": direct_object,
    **by_name(quality_of_something, role, mutual, complement, extent, recipient, agent_of_several, oblique),
    **by_name(clause_as_object, state),
}
"""The rules by name, in the order in which they are tried."""


def objects_of(target: Argument | None) -> tuple[Phrase, ...]:
    """Return the phrases that form one object, joined by "and"."""
    phrase = target.phrase if target is not None else None
    return (phrase, *phrase.conjuncts) if phrase is not None else ()


def target_of(parts: Parts) -> tuple[str, Target]:
    """Return the name of the first rule that finds an object, and what it finds."""
    for name, rule in OBJECTS.items():
        target = rule(parts)
        if target is not None:
            return name, target
    name = f"{parts.name.removesuffix('be')}{EXIST}" if parts.chain.is_existential else parts.name
    return "no-object", Target(name, None)
