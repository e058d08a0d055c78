"""Compare two graphs: facts by document, and the data about entities."""

import typing as t
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace

from kg.model import Claim, Document, Graph, Literal, Mention, Span, Statement

Kind = t.Literal["added", "lost", "changed"]
TextState = t.Literal["added", "lost", "changed", "same"]
Changes: t.TypeAlias = dict[str, tuple[t.Any, t.Any]]


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """A fact in a document, with names of entities; `object` is a name, a value with datatype and unit, or empty."""

    subject: str
    relation: str
    object: str


@dataclass(frozen=True, slots=True, order=True)
class ClaimSummary:
    """How a sentence states a fact; confidence in [0, 1], empty names if there is no speaker or denier."""

    sentence: str
    polarity: str
    modality: str
    speaker: str
    denied_by: str
    time: str
    confidence: float


@dataclass(frozen=True, slots=True)
class FactDifference:
    """A fact that only one of the graphs has (`before` or `after` is None), or that is stated differently.

    `was` is set if the same words stand for another entity or value than before. It is the fact as it was, with ids
    if the labels are the same.
    """

    fact: Fact
    before: ClaimSummary | None
    after: ClaimSummary | None
    was: Fact | None = None

    @property
    def kind(self) -> Kind:
        """Return what happened to the fact."""
        return _kind(self.before, self.after)

    @property
    def changes(self) -> Changes:
        """The changed fields, each with its old and its new value; subject and object if the same words name others."""
        named = {} if self.was is None else _changed_fields(self.was, self.fact)
        return named | _changes(self.before, self.after)


@dataclass(frozen=True, slots=True)
class Known:
    """The data of a graph about an entity."""

    label: str
    type: str
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EntityDifference:
    """An entity that only one of the graphs has (`before` or `after` is None), or whose data differs."""

    entity: str
    before: Known | None
    after: Known | None

    @property
    def kind(self) -> Kind:
        """Return what happened to the entity."""
        return _kind(self.before, self.after)

    @property
    def changes(self) -> Changes:
        """The changed data, each with its old and its new value."""
        return _changes(self.before, self.after)


@dataclass(frozen=True, slots=True)
class DocumentDifference:
    """A document on which two graphs differ: the changes to its text, and to its facts."""

    document: str
    text: TextState
    facts: tuple[FactDifference, ...]


def _kind(before: object, after: object) -> Kind:
    if before is None:
        return "added"
    return "lost" if after is None else "changed"


def _changes(before: ClaimSummary | Known | None, after: ClaimSummary | Known | None) -> Changes:
    if before is None or after is None:
        return {}
    return _changed_fields(before, after)


def _changed_fields(before: ClaimSummary | Known | Fact, after: ClaimSummary | Known | Fact) -> Changes:
    pairs = {each.name: (getattr(before, each.name), getattr(after, each.name)) for each in fields(before)}
    return {name: (one, other) for name, (one, other) in pairs.items() if one != other}


_Key: t.TypeAlias = tuple[str, str, str, str]
_Place: t.TypeAlias = tuple[str, Span, Span, Span | None]
"""What identifies a claim in a text: its relation, its sentence, and the words for its subject and its object."""
_Said: t.TypeAlias = tuple[_Key, ClaimSummary]


@dataclass(frozen=True, slots=True)
class _Told:
    """What the claims of a graph say of each fact, and where they say it; with the labels of its entities."""

    names: Mapping[str, str]
    summaries: Mapping[_Key, Sequence[ClaimSummary]]
    places: Mapping[_Said, Sequence[_Place]]


class _Pair(t.NamedTuple):
    """Claims of one fact that are not the same in both graphs; `was` is the key before if it is another."""

    key: _Key
    before: ClaimSummary | None
    after: ClaimSummary | None
    was: _Key | None = None


def differences(before: Graph, after: Graph) -> tuple[DocumentDifference, ...]:
    """Return the documents on which two graphs differ, by id; none if the graphs have the same content.

    A fact is the same if document, subject, relation and object are. Claims of one fact are paired by their
    sentences, then in order, so that a changed sentence is reported as a change and not as a loss. In a document with
    the same text, claims of the same words are one fact, even if the words stand for other entities.
    """
    texts, told = (_texts(before.documents), _texts(after.documents)), (_told(before), _told(after))
    found: dict[str, list[_Pair]] = defaultdict(list)
    for key in sorted({*told[0].summaries, *told[1].summaries}):
        pairs = _pairs(told[0].summaries.get(key, ()), told[1].summaries.get(key, ()))
        found[key[0]] += (_Pair(key, one, other) for one, other in pairs)
    documents = []
    for id_ in sorted({*texts[0], *texts[1], *found}):
        state = _text_state(id_, *texts)
        pairs_here = _with_other_names(found[id_], *told) if state == "same" else found[id_]
        documents.append(DocumentDifference(id_, state, tuple(_difference(each, *told) for each in pairs_here)))
    return tuple(each for each in documents if each.facts or each.text != "same")


def _with_other_names(pairs: Sequence[_Pair], before: _Told, after: _Told) -> list[_Pair]:
    """Return pairs with a lost and an added claim of the same words as one pair."""
    left = _lost(pairs)
    by_place: dict[_Place, list[_Said]] = defaultdict(list)
    for said in left:
        for place in before.places[said]:
            by_place[place].append(said)
    found, used = [], set()
    for each in pairs:
        places = after.places[each.key, each.after] if each.before is None and each.after is not None else ()
        former = next((said for place in places for said in by_place.get(place, ()) if left[said]), None)
        if former is not None:
            used.add(left[former].pop())
            each = each._replace(before=former[1], was=former[0])
        found.append(each)
    return [each for number, each in enumerate(found) if number not in used]


def _lost(pairs: Sequence[_Pair]) -> dict[_Said, list[int]]:
    """Return the indices of the lost claims; a repeated sentence has several that are equal."""
    found: dict[_Said, list[int]] = defaultdict(list)
    for number, each in enumerate(pairs):
        if each.before is not None and each.after is None:
            found[each.key, each.before].append(number)
    return found


def _difference(pair: _Pair, before: _Told, after: _Told) -> FactDifference:
    if pair.was is None:
        return FactDifference(_fact(pair.key, before.names, after.names), pair.before, pair.after)
    fact, was = _fact(pair.key, after.names), _fact(pair.was, before.names)
    _, subject, _, object_ = (old if old != new else "" for old, new in zip(pair.was, pair.key, strict=True))
    named = was if was != fact else replace(was, subject=subject or was.subject, object=object_ or was.object)
    return FactDifference(fact, pair.before, pair.after, named)


def entity_differences(before: Graph, after: Graph) -> tuple[EntityDifference, ...]:
    """Return the entities that only one graph has, or whose label, type or links differ; by id."""
    one, other = _known(before), _known(after)
    ids = (id_ for id_ in sorted({*one, *other}) if one.get(id_) != other.get(id_))
    return tuple(EntityDifference(id_, one.get(id_), other.get(id_)) for id_ in ids)


def _known(graph: Graph) -> dict[str, Known]:
    return {each.id: Known(each.label, each.type, tuple(each.links)) for each in graph.entities}


def _texts(documents: Iterable[Document]) -> dict[str, str]:
    return {document.id: document.text for document in documents}


def _text_state(document: str, before: Mapping[str, str], after: Mapping[str, str]) -> TextState:
    if document not in before:
        return "added" if document in after else "same"
    if document not in after:
        return "lost"
    return "same" if before[document] == after[document] else "changed"


def _names(graph: Graph) -> dict[str, str]:
    return {entity.id: entity.label for entity in graph.entities}


def _fact(key: _Key, *names: Mapping[str, str]) -> Fact:
    """Return a fact with the first name that there is for each end."""
    _, subject, relation, object_ = key
    one, other = (next((each[id_] for each in names if id_ in each), id_) for id_ in (subject, object_))
    return Fact(one, relation, other)


def _told(graph: Graph) -> _Told:
    names, texts, entities = _names(graph), _texts(graph.documents), graph.entity_ids()
    found: dict[_Key, list[ClaimSummary]] = defaultdict(list)
    places: dict[_Said, list[_Place]] = defaultdict(list)
    for statement in graph.statements:
        for claim in statement.claims:
            document = claim.evidence.span.document
            key = (document, statement.subject, statement.relation, _object(statement))
            summary = _claim_summary(claim, texts.get(document, ""), entities, names)
            found[key].append(summary)
            places[key, summary].append(_place(claim))
    return _Told(names, found, places)


def _place(claim: Claim) -> _Place:
    object_ = None if claim.object is None else claim.object.span
    return claim.relation, claim.evidence.span, claim.subject.span, object_


def _object(statement: Statement) -> str:
    value = statement.object
    if not isinstance(value, Literal):
        return value or ""
    unit = "" if value.unit is None else f" {value.unit}"
    return f"{value.value}{unit}" if value.datatype == "xsd:string" else f"{value.value}{unit} ({value.datatype})"


def _claim_summary(
    claim: Claim, text: str, entities: Mapping[tuple[str, int], str], names: Mapping[str, str]
) -> ClaimSummary:
    def name(person: Mention | None) -> str:
        return "" if person is None else names.get(entities.get(person.key, ""), person.words)

    place = claim.evidence.span
    return ClaimSummary(
        sentence=" ".join(text[place.start : place.end].split()),
        polarity="negated" if claim.negated else "affirmed",
        modality=claim.modality,
        speaker=name(claim.speaker),
        denied_by=name(claim.denied_by),
        time="" if claim.time is None else claim.time.readable,
        confidence=claim.evidence.confidence,
    )


def _pairs(
    before: Sequence[ClaimSummary], after: Sequence[ClaimSummary]
) -> Iterator[tuple[ClaimSummary | None, ClaimSummary | None]]:
    """Yield claims of one fact that are not the same in both, pairing those of one sentence."""
    lost = sorted((Counter(before) - Counter(after)).elements())
    added = sorted((Counter(after) - Counter(before)).elements())
    for one in list(lost):
        other = next((each for each in added if each.sentence == one.sentence), None)
        if other is not None:
            lost.remove(one)
            added.remove(other)
            yield one, other
    together = min(len(lost), len(added))
    yield from zip(lost[:together], added[:together], strict=True)
    yield from ((one, None) for one in lost[together:])
    yield from ((None, other) for other in added[together:])
