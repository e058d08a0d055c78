"""Ids of entities from earlier runs: an entity keeps its id when its label improves or documents are added.

An entity is recognised by its names and by the positions of its mentions in unchanged texts. An id is never given
to two entities, and the id of a removed entity is never reused.
"""

import itertools
import typing as t
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from kg.identifiers import digest, slug
from kg.lexicon.name_forms import bare, normal_form
from kg.lexicon.noun_types import broad_type
from kg.model import Document, Entity, Graph, Statement
from kg.resolve.assemble import statement_id
from kg.resolve.identity import is_name

Place: t.TypeAlias = tuple[str, int]
"""The position of a mention: the digest of a text (numbered for copies of it), and the offset of the head in it."""

Sign: t.TypeAlias = str | Place


@dataclass(frozen=True, slots=True)
class KnownEntity:
    """The data that identifies an entity: its names, and the positions of names and descriptions.

    Pronouns only count for an entity that has nothing else, such as a pronoun that a decision split off.
    """

    id: str
    type: str
    names: frozenset[str]
    places: frozenset[Place]

    @property
    def forms(self) -> frozenset[str]:
        """The names in a form that is equal for all spellings of a name."""
        return frozenset(form for name in self.names if (form := normal_form(name)))

    @property
    def signs(self) -> "frozenset[Sign]":
        """Everything that it can be recognised by."""
        return self.forms | self.places


def with_known_ids(graph: Graph, known: Iterable[KnownEntity]) -> tuple[Graph, tuple[KnownEntity, ...]]:
    """Return the graph with the previous ids of its entities, and all ids known so far, sorted.

    Args:
        graph: the resolved graph, with ids made from labels.
        known: the entities of earlier runs.
    """
    texts = _texts(graph.documents)
    before = {entity.id: entity for entity in known}
    current_entities = {entity.id: _known_entity(entity, texts) for entity in graph.entities}
    ids = _ids(current_entities, _recognised(current_entities, before, frozenset(texts.values())), before)
    after = {
        ids[fresh]: _with_earlier(replace(current, id=ids[fresh]), before.get(ids[fresh]), frozenset(texts.values()))
        for fresh, current in current_entities.items()
    }
    return _renamed(graph, ids), tuple(entity for _, entity in sorted({**before, **after}.items()))


def _texts(documents: Iterable[Document]) -> dict[str, str]:
    """Return for each document a key for its text: a digest, with a number for repetitions of equal texts.

    So each position belongs to one document. The first of equal texts by id has no number, as it is already known.
    """
    copies: Counter[str] = Counter()
    texts = {}
    for document in sorted(documents, key=lambda document: document.id):
        text = digest(document.text)
        copies[text] += 1
        texts[document.id] = text if copies[text] == 1 else f"{text}-{copies[text]}"
    return texts


def _known_entity(entity: Entity, texts: Mapping[str, str]) -> KnownEntity:
    described = [mention for mention in entity.mentions if mention.kind != "pronoun"] or entity.mentions
    names = {bare(mention.words) for mention in described if is_name(mention)}
    if names:  # without a name the label is a description, which also fits other entities
        names.add(entity.label)
    places = {(texts[m.span.document], m.head) for m in described if m.span.document in texts}
    return KnownEntity(entity.id, entity.type, frozenset(names), frozenset(places))


def _with_earlier(current: KnownEntity, before: KnownEntity | None, texts: frozenset[str]) -> KnownEntity:
    """Return an entity as it is now, with the data from other texts that was known before."""
    if before is None:
        return current
    elsewhere = {place for place in before.places if place[0] not in texts}
    return replace(current, names=current.names | before.names, places=current.places | elsewhere)


def _recognised(
    current_entities: Mapping[str, KnownEntity], before: Mapping[str, KnownEntity], texts: frozenset[str]
) -> dict[str, str]:
    """Return the known id of each recognised entity: the best pairs first, each entity in one pair."""
    by_sign: dict[Sign, list[str]] = defaultdict(list)
    for id_, entity in before.items():
        for sign in entity.signs:
            by_sign[sign].append(id_)
    found: dict[str, str] = {}
    taken: set[str] = set()
    for *_, id_, fresh in sorted(_pairs(current_entities, before, by_sign, texts)):
        if fresh not in found and id_ not in taken:
            found[fresh] = id_
            taken.add(id_)
    return found


def _pairs(
    current_entities: Mapping[str, KnownEntity],
    before: Mapping[str, KnownEntity],
    by_sign: Mapping[Sign, Sequence[str]],
    texts: frozenset[str],
) -> Iterator[tuple[int, int, int, bool, str, str]]:
    """Yield candidate pairs with a sort key (best first), the known id and the id in this run.

    The best share the most positions and names; among these, the known entity with the fewest other positions wins.
    """
    for fresh, current in current_entities.items():
        for id_ in {id_ for sign in current.signs for id_ in by_sign.get(sign, ())}:
            other = before[id_]
            shared, names = current.places & other.places, current.forms & other.forms
            in_these_texts = sum(text in texts for text, _ in other.places)
            # a single position may be a description that now means something else; a shared name rules that out
            named = bool(names) and (bool(shared) or _may_be_one(current.type, other.type))
            if named or 2 * len(shared) >= in_these_texts > 0:
                yield -len(shared), -len(names), in_these_texts, current.type != other.type, id_, fresh


def _may_be_one(type_: str, other: str) -> bool:
    kinds = {broad_type(type_), broad_type(other)}
    return len(kinds) == 1 or "Thing" in kinds


def _ids(
    current_entities: Mapping[str, KnownEntity], recognised: Mapping[str, str], before: Mapping[str, KnownEntity]
) -> dict[str, str]:
    """Return the id of each entity; a new entity keeps its own id unless another entity ever had it."""
    taken = set(before)
    ids = dict(recognised)
    new = sorted((fresh in taken, fresh) for fresh in current_entities if fresh not in recognised)
    for _, fresh in new:
        ids[fresh] = _free(fresh, taken)
        taken.add(ids[fresh])
    return ids


def _free(fresh: str, taken: Iterable[str]) -> str:
    candidates = (slug(fresh, str(number)) for number in itertools.count(1))
    return fresh if fresh not in taken else next(id_ for id_ in candidates if id_ not in taken)


def _renamed(graph: Graph, ids: Mapping[str, str]) -> Graph:
    """Return the graph with the new ids of its entities, in the order of these ids."""
    entities = sorted((replace(each, id=ids[each.id]) for each in graph.entities), key=attrgetter("id"))
    statements = sorted((_with_ids(each, ids) for each in graph.statements), key=attrgetter("id"))
    decisions = sorted(
        replace(decision, things=tuple(sorted(ids.get(id_, id_) for id_ in decision.things)))
        for decision in graph.decisions
    )
    return replace(graph, entities=tuple(entities), statements=tuple(statements), decisions=tuple(decisions))


def _with_ids(statement: Statement, ids: Mapping[str, str]) -> Statement:
    changed = replace(
        statement,
        subject=ids[statement.subject],
        object=ids[statement.object] if isinstance(statement.object, str) else statement.object,
        speaker=None if statement.speaker is None else ids[statement.speaker],
        denied_by=None if statement.denied_by is None else ids[statement.denied_by],
    )
    return replace(changed, id=statement_id(changed))
