"""Merge candidates: pairs of named things that could be one and were not merged."""

import itertools
import re
import typing as t
from collections.abc import Iterable, Mapping, Sequence

from kg import lexicon
from kg.lexicon.gazetteer import default_gazetteer, form_of
from kg.lexicon.name_forms import acronyms, is_acronym, is_function_word, words
from kg.lexicon.noun_types import broad_type
from kg.lexicon.person_names import PersonName, can_be_one, person_name
from kg.lexicon.spelling import folded, letters, sounds
from kg.model import Entity, Graph
from kg.resolve.identity import chain_names
from kg.resolve.open_descriptions import OpenDescription, open_descriptions


class Doubt(t.NamedTuple):
    """The ids of two entities in the order of the alphabet, what their names have in common, and a score in [0, 1].

    The score orders the pairs for people to look at; it is no probability.
    """

    one: str
    other: str
    reason: str
    score: float


Parts: t.TypeAlias = tuple[str, ...]
"""The words of a name."""
Names: t.TypeAlias = Mapping[Parts, Sequence[Entity]]
"""The entities by the words of each of their names."""
Pair: t.TypeAlias = tuple[Entity, Entity]

POSSESSIVE_WITHIN: t.Final = re.compile(r"['’]s\b .")
DESCRIPTION: t.Final = 1.0
"""The score of a description, shared by what it fits."""
MANY: t.Final = 30
"""How many things of one name are paired: of more, no pair is one that somebody should look at."""
NEVER_SHORT: t.Final = frozenset({"Place", "Group"})
"""What is seldom meant by a part of a longer name: the `Paris` of `Paris Opera`."""


def doubtful(graph: Graph) -> tuple[Doubt, ...]:
    """Return the pairs of entities that could be one but stay apart, the likeliest first.

    Their names are alike, or one is a description that the other and few others fit.
    The score is that of the reason, less where there are several such pairs for a name or where the types differ.
    What was decided to be different is no longer doubtful.
    """
    by_words: dict[Parts, list[Entity]] = {}
    for entity in graph.entities:
        for parts in {words(name) for name in _names(entity)}:
            by_words.setdefault(parts, []).append(entity)
    found: dict[tuple[str, str], tuple[str, float]] = {}
    for reason, score, pairs, within in REASONS:
        distinct = {(one.id, other.id): (one, other) for one, other in pairs(by_words) if _is_open(one, other)}
        choices = _choices(distinct)
        for (short, full), pair in distinct.items():
            ids = (min(short, full), max(short, full))
            likely = score * _agreement(*pair) * (_together(*pair) if within else 1.0)
            found.setdefault(ids, (reason, round(likely / choices[short], 2)))
    for open_, thing in _descriptions(graph):
        for choice in open_.choices:
            ids = (min(thing, choice), max(thing, choice))
            found.setdefault(ids, ("description", round(DESCRIPTION / len(open_.choices), 2)))
    decided = {frozenset(pair) for things in _different(graph) for pair in itertools.combinations(things, 2)}
    doubts = [Doubt(*ids, *told) for ids, told in found.items() if frozenset(ids) not in decided]
    return tuple(sorted(doubts, key=lambda doubt: (-doubt.score, doubt)))


def _descriptions(graph: Graph) -> Iterable[tuple[OpenDescription, str]]:
    """Yield the descriptions that several things fit, each with the id of what it stands for itself."""
    open_ = {(each.document, each.start, each.text): each for each in open_descriptions(graph)}
    things: dict[tuple[str, int, str], str] = {}
    for entity in graph.entities if open_ else ():
        for mention in (chain[0] for chain in entity.chains):
            place = mention.span.document, mention.span.start, mention.text
            things.update({place: entity.id} if place in open_ else {})
    yield from ((each, things[place]) for place, each in open_.items())


def _is_open(one: Entity, other: Entity) -> bool:
    """Tell whether two things could be one: no two full names speak against it, and neither is a word for a country."""
    if one.id == other.id or _is_country_word(one) or _is_country_word(other):
        return False
    full = _full_names(one), _full_names(other)
    persons = one.type == other.type == "Person" and all(full)
    return not persons or any(itertools.starmap(can_be_one, itertools.product(*full)))


def _full_names(entity: Entity) -> list[PersonName]:
    """Return what the names of a thing are as full names of persons, without Jr. and Sr."""
    found = filter(None, map(person_name, _names(entity)))
    return [name._replace(generation="") for name in found if len(name.words) > 1]


def _is_country_word(entity: Entity) -> bool:
    """Tell whether what a thing is called means a country, or its people or language: `Chilean`."""
    return form_of(entity.label) in default_gazetteer().countries


def _different(graph: Graph) -> Iterable[tuple[str, ...]]:
    return (decision.things for decision in graph.decisions if decision.kind == "different")


def _choices(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return how many others each first of the pairs is paired with."""
    counts: dict[str, int] = {}
    for short, _ in pairs:
        counts[short] = counts.get(short, 0) + 1
    return counts


def _agreement(one: Entity, other: Entity) -> float:
    types = {broad_type(one.type), broad_type(other.type)} - {"Thing"}
    return 1.0 if len(types) < 2 else 0.5


def _together(one: Entity, other: Entity) -> float:
    """Return more for two things that one document names: who reads it wonders whether they are one."""
    documents = [{chain[0].span.document for chain in each.chains} for each in (one, other)]
    return 0.6 if documents[0].isdisjoint(documents[1]) else 1.0


def _names(entity: Entity) -> set[str]:
    return {name for chain in entity.chains for name in chain_names(chain)}


def _same_name(names: Names) -> Iterable[Pair]:
    for same in names.values():
        for place, one in enumerate(same):
            yield from ((one, other) for other in same[place + 1 : place + MANY])


def _initials(names: Names) -> Iterable[Pair]:
    short: dict[str, list[Entity]] = {}
    for entities in names.values():
        for entity in entities:
            for name in filter(is_acronym, _names(entity)):
                short.setdefault(letters(name), []).append(entity)
    for entities in names.values():
        for full in (entity for entity in entities if entity.type != "Person"):
            spelled = {acronym.lower() for name in _names(full) for acronym in acronyms(name)}
            yield from ((one, full) for acronym in spelled for one in short.get(acronym, ())[:MANY])


def _generation(names: Names) -> Iterable[Pair]:
    """A name and the same with Jr. or Sr."""
    for parts, entities in names.items():
        if parts[-1] in lexicon.names("title", "generation"):
            yield from itertools.product(names.get(parts[:-1], ())[:MANY], entities)


def _same_words(names: Names) -> Iterable[Pair]:
    """The same words in another order: `University of York`, `York University`."""
    by_content: dict[Parts, list[Entity]] = {}
    for parts, entities in names.items():
        content = sorted(part for part in parts if not is_function_word(part))
        if len(content) > 1:
            by_content.setdefault(tuple(content), []).extend(entities)
    return _same_name(by_content)


def _sounds(names: Names) -> Iterable[Pair]:
    """Names that sound alike: `Odessa`, `Odesa`."""
    by_sound: dict[Parts, list[Entity]] = {}
    for parts, entities in names.items():
        by_sound.setdefault(tuple(sounds(folded(part)) for part in parts), []).extend(entities)
    return _same_name(by_sound)


def _last_name(names: Names) -> Iterable[Pair]:
    for parts, entities in names.items():
        persons = [entity for entity in entities if entity.type == "Person"]
        if len(parts) > 1 and persons and not any(map(is_function_word, parts)):
            yield from itertools.product(_not_places(names.get(parts[-1:], ())), persons)


def _first_name(names: Names) -> Iterable[Pair]:
    for parts, entities in names.items():
        persons = [entity for entity in entities if entity.type == "Person"]
        short = [entity for entity in names.get(parts[:1], ()) if entity.type == "Person"]
        if len(parts) > 1 and persons and not any(map(is_function_word, parts)):
            yield from itertools.product(short[:MANY], persons)


def _same_beginning(names: Names) -> Iterable[Pair]:
    return _parts_of_names(names, lambda parts: (parts[:length] for length in range(1, len(parts))))


def _same_ending(names: Names) -> Iterable[Pair]:
    return _parts_of_names(names, lambda parts: (parts[-length:] for length in range(1, len(parts))))


def _parts_of_names(names: Names, parts_of: t.Callable[[Parts], Iterable[Parts]]) -> Iterable[Pair]:
    """Yield pairs of organizations and the like, the name of one a part of the other's that says which it is."""
    for parts, entities in names.items():
        full = [entity for entity in entities if entity.type != "Person"]
        for short in parts_of(parts) if full else ():
            if not lexicon.names("common", "general", "function").issuperset(short):
                shorts = _not_places(names.get(short, ()))
                others = [one for one in shorts if one.type != "Person" and not one.label.islower()]
                yield from (pair for pair in itertools.product(others, full) if _can_be_one(*pair))


def _can_be_one(short: Entity, full: Entity) -> bool:
    """Tell whether types and words leave open that one name is short for the other: not `Acme`, `Acme's Lamp`."""
    owned = any(POSSESSIVE_WITHIN.search(name) for name in _names(full))
    return _agreement(short, full) == 1.0 and not owned


def _not_places(entities: Iterable[Entity]) -> list[Entity]:
    found = (entity for entity in entities if broad_type(entity.type) not in NEVER_SHORT)
    return list(itertools.islice(found, MANY))


class Reason(t.NamedTuple):
    """What two names can have in common, its score, and what finds the pairs; of each pair the first may be short.

    `within` tells that it says less of names that no document has together.
    """

    name: str
    score: float
    pairs: t.Callable[[Names], Iterable[Pair]]
    within: bool = False


REASONS: t.Final = (
    Reason("same name", 0.8, _same_name),
    Reason("initials", 0.5, _initials, within=True),
    Reason("same words", 0.6, _same_words),
    Reason("sounds alike", 0.6, _sounds),
    Reason("last name", 0.7, _last_name),
    Reason("same beginning", 0.5, _same_beginning, within=True),
    Reason("same ending", 0.4, _same_ending, within=True),
    Reason("first name", 0.4, _first_name, within=True),
    Reason("Jr. or Sr.", 0.3, _generation),
)
"""The weightiest first."""
