"""Merge candidates: pairs of named entities that could be the same but were not merged."""

import itertools
import re
import typing as t
from collections.abc import Iterable, Mapping, Sequence

from kg import lexicon
from kg.lexicon.gazetteer import is_adjective_of_place
from kg.lexicon.name_forms import acronyms, is_acronym, is_function_word, name_words
from kg.lexicon.noun_types import broad_type
from kg.lexicon.person_names import PersonName, can_be_one, person_name
from kg.lexicon.spelling import folded, letters, number, sounds
from kg.model import Entity, Graph
from kg.resolve.identity import chain_names
from kg.resolve.open_descriptions import OpenDescription, open_descriptions
from kg.resolve.types import GOVERNMENT


class Doubt(t.NamedTuple):
    """The ids of two entities in alphabetical order, what their names have in common, and a score in [0, 1].

    The score orders the pairs for review; it is not a probability.
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
"""The score of a description, divided among the entities that it fits."""
MANY: t.Final = 30
"""The maximum number of entities with one name that are paired; beyond it, no pair is worth a review."""
NEVER_SHORT: t.Final = frozenset({"Place", "Group"})
"""Types that part of a longer name rarely refers to: the `Paris` of `Paris Opera`."""


def doubtful(graph: Graph) -> tuple[Doubt, ...]:
    """Return the pairs of entities that could be the same but were not merged, the likeliest first.

    Their names are similar, or one is a description that the other and few others fit.
    The score is that of the reason, reduced if a name has several such pairs or if the types differ. Ties go to
    the pair with more mentions. Pairs decided to be different are left out.
    """
    found = _with_similar_names(graph)
    for open_, entity in _descriptions(graph):
        for choice in open_.choices:
            ids = (min(entity, choice), max(entity, choice))
            found.setdefault(ids, ("description", round(DESCRIPTION / len(open_.choices), 2)))
    decided = {frozenset(pair) for ids in _different(graph) for pair in itertools.combinations(ids, 2)}
    doubts = [Doubt(*ids, *why) for ids, why in found.items() if frozenset(ids) not in decided]
    often = {entity.id: len(entity.chains) for entity in graph.entities}
    return tuple(sorted(doubts, key=lambda doubt: (-doubt.score, -often[doubt.one] - often[doubt.other], doubt)))


def _with_similar_names(graph: Graph) -> dict[tuple[str, str], tuple[str, float]]:
    """Return the reason and the score of each pair of entities with similar names."""
    by_words: dict[Parts, list[Entity]] = {}
    for entity in graph.entities:
        for parts in {name_words(name) for name in _names(entity)}:
            by_words.setdefault(parts, []).append(entity)
    found: dict[tuple[str, str], tuple[str, float]] = {}
    for reason, score, pairs, within in REASONS:
        distinct = {(one.id, other.id): (one, other) for one, other in pairs(by_words) if _is_open(one, other)}
        choices = _choices(distinct)
        for (short, full), pair in distinct.items():
            ids = (min(short, full), max(short, full))
            likely = score * _agreement(*pair) * (_weight_together(*pair) * _weight(*pair) if within else 1.0)
            found.setdefault(ids, (reason, round(likely / choices[short], 2)))
    return found


def _descriptions(graph: Graph) -> Iterable[tuple[OpenDescription, str]]:
    """Yield the descriptions that fit several entities, each with the id of its own entity."""
    open_ = {(each.document, each.start, each.text): each for each in open_descriptions(graph)}
    entities: dict[tuple[str, int, str], str] = {}
    for entity in graph.entities if open_ else ():
        for mention in (chain[0] for chain in entity.chains):
            place = mention.span.document, mention.span.start, mention.text
            entities.update({place: entity.id} if place in open_ else {})
    yield from ((each, entities[place]) for place, each in open_.items())


def _is_open(one: Entity, other: Entity) -> bool:
    """Return whether two entities could be one: no full names conflict, neither is a word for a place, or a capital."""
    of_places = [each for each in (one, other) if is_adjective_of_place(each.label)]  # or a language: `Chilean`
    capital = one.label == other.label and {one.type, other.type} == {GOVERNMENT, "City"}
    if one.id == other.id or of_places or capital:
        return False
    full = _full_names(one), _full_names(other)
    persons = one.type == other.type == "Person" and all(full)
    return not persons or any(itertools.starmap(can_be_one, itertools.product(*full)))


def _full_names(entity: Entity) -> list[PersonName]:
    """Return the full names of persons among the names of an entity, without Jr. and Sr."""
    found = filter(None, map(person_name, _names(entity)))
    return [name._replace(generation="") for name in found if len(name.words) > 1]


def _different(graph: Graph) -> Iterable[tuple[str, ...]]:
    return (decision.things for decision in graph.decisions if decision.kind == "different")


def _choices(pairs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Return the number of partners of each first member of the pairs."""
    counts: dict[str, int] = {}
    for short, _ in pairs:
        counts[short] = counts.get(short, 0) + 1
    return counts


def _agreement(one: Entity, other: Entity) -> float:
    types = {broad_type(one.type), broad_type(other.type)} - {"Thing"}
    return 1.0 if len(types) < 2 else 0.5


def _weight_together(one: Entity, other: Entity) -> float:
    """Return a higher weight for two entities in the same document, where a reader wonders whether they are one."""
    documents = [{chain[0].span.document for chain in each.chains} for each in (one, other)]
    return 0.6 if documents[0].isdisjoint(documents[1]) else 1.0


def _weight(short: Entity, full: Entity) -> float:
    """Return a reduced weight for what is neither a body nor a person: a festival rarely goes by half its name."""
    types = {broad_type(short.type), broad_type(full.type)} - {"Thing"}
    return 0.8 if types and types.isdisjoint({"Organization", "Person"}) else 1.0


def _names(entity: Entity) -> set[str]:
    return {name for chain in entity.chains for name in chain_names(chain)}


def _same_name(names: Names) -> Iterable[Pair]:
    for parts, same in names.items():
        for place, one in enumerate(same):
            others = same[place + 1 : place + MANY]
            yield from ((one, other) for other in others if not _have_little_in_common(parts, one, other))


def _have_little_in_common(parts: Parts, one: Entity, other: Entity) -> bool:
    """Return whether two share only a first name, or only an acronym of long names without a common word."""
    if len(parts) > 1:
        return False
    if any(name[0] == parts[0] for each in (one, other) if each.type == "Person" for name in _long_names(each)):
        return True
    content = [{word for name in _long_names(each) for word in name} for each in (one, other)]
    return all(content) and all(map(is_function_word, content[0] & content[1]))


def _long_names(entity: Entity) -> list[Parts]:
    return [parts for parts in map(name_words, _names(entity)) if len(parts) > 1]


def _initials(names: Names) -> Iterable[Pair]:
    short: dict[str, list[Entity]] = {}
    for entities in names.values():
        for entity in entities:
            for name in filter(is_acronym, _names(entity)):
                short.setdefault(letters(name), []).append(entity)
    for entities in names.values():
        for full in (entity for entity in entities if entity.type != "Person"):
            spelled = {acronym.lower() for name in _names(full) for acronym in acronyms(name)}
            found = ((acronym, one) for acronym in spelled for one in short.get(acronym, ())[:MANY])
            yield from ((one, full) for acronym, one in found if len(acronym) > 2 or _weight_together(one, full) == 1.0)


def _generation(names: Names) -> Iterable[Pair]:
    """A name, with and without Jr. or Sr."""
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
    """Names that sound alike, with the same numbers: `Odessa`, `Odesa`; not `World War I`, `World War II`."""
    by_sound: dict[Parts, list[Entity]] = {}
    for parts, entities in names.items():
        by_sound.setdefault(tuple(number(part.upper()) or sounds(folded(part)) for part in parts), []).extend(entities)
    return (pair for pair in _same_name(by_sound) if not _share_name(*pair))


def _share_name(one: Entity, other: Entity) -> bool:
    return not {name_words(name) for name in _names(one)}.isdisjoint(name_words(name) for name in _names(other))


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
    return _parts_of_names(names, _endings)


def _endings(parts: Parts) -> Iterable[Parts]:
    """Yield the endings that a name may be shortened to: not the `Skills` of `Ministry of Skills`."""
    places = (place for place in range(len(parts) - 1, 0, -1) if not is_function_word(parts[place - 1]))
    return (parts[place:] for place in places)


def _parts_of_names(names: Names, parts_of: t.Callable[[Parts], Iterable[Parts]]) -> Iterable[Pair]:
    """Yield pairs of organizations and similar entities, where one name is an identifying part of the other."""
    for parts, entities in names.items():
        full = [entity for entity in entities if entity.type != "Person"]
        for short in parts_of(parts) if full else ():
            if not lexicon.names("common", "general", "function").issuperset(short):
                shorts = _not_places(names.get(short, ()))
                others = [one for one in shorts if one.type != "Person" and not one.label.islower()]
                yield from (pair for pair in itertools.product(others, full) if _can_be_one(*pair))


def _can_be_one(short: Entity, full: Entity) -> bool:
    """Return whether types and words allow one name to be short for the other: not `Acme`, `Acme's Lamp`."""
    owned = any(POSSESSIVE_WITHIN.search(name) for name in _names(full))
    return _agreement(short, full) == 1.0 and not owned


def _not_places(entities: Iterable[Entity]) -> list[Entity]:
    found = (entity for entity in entities if broad_type(entity.type) not in NEVER_SHORT)
    return list(itertools.islice(found, MANY))


class Reason(t.NamedTuple):
    """What two names can have in common, its score, and the function that finds the pairs, possible short name first.

    `within` marks reasons that count for less if no document has both names.
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
"""In order of precedence: a pair gets the first reason that finds it."""
