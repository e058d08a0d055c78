"""Compare two graphs: facts by document, and the data about entities."""

import typing as t
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields

from kg.model import Claim, Document, Graph, Literal, Mention, Statement

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
    """A fact that only one of the graphs has (`before` or `after` is None), or that is stated differently."""

    fact: Fact
    before: ClaimSummary | None
    after: ClaimSummary | None

    @property
    def kind(self) -> Kind:
        """Return what happened to the fact."""
        return _kind(self.before, self.after)

    @property
    def changes(self) -> Changes:
        """The changed fields, each with its old and its new value."""
        return _changes(self.before, self.after)


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
    pairs = {each.name: (getattr(before, each.name), getattr(after, each.name)) for each in fields(before)}
    return {name: (one, other) for name, (one, other) in pairs.items() if one != other}


_Key: t.TypeAlias = tuple[str, str, str, str]


def differences(before: Graph, after: Graph) -> tuple[DocumentDifference, ...]:
    """Return the documents on which two graphs differ, by id; none if the graphs have the same content.

    A fact is the same if document, subject, relation and object are. Claims of one fact are paired by their
    sentences, then in order, so that a changed sentence is reported as a change and not as a loss.
    """
    texts = _texts(before.documents), _texts(after.documents)
    names = _names(before), _names(after)
    summaries = _claim_summaries(before, names[0]), _claim_summaries(after, names[1])
    found: dict[str, list[FactDifference]] = defaultdict(list)
    for key in sorted({*summaries[0], *summaries[1]}):
        fact = _fact(key, names[1] | names[0])
        for one, other in _pairs(summaries[0].get(key, ()), summaries[1].get(key, ())):
            found[key[0]].append(FactDifference(fact, one, other))
    ids = sorted({*texts[0], *texts[1], *found})
    documents = (DocumentDifference(id_, _text_state(id_, *texts), tuple(found[id_])) for id_ in ids)
    return tuple(each for each in documents if each.facts or each.text != "same")


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


def _fact(key: _Key, names: Mapping[str, str]) -> Fact:
    _, subject, relation, object_ = key
    return Fact(names.get(subject, subject), relation, names.get(object_, object_))


def _claim_summaries(graph: Graph, names: Mapping[str, str]) -> dict[_Key, list[ClaimSummary]]:
    texts, entities = _texts(graph.documents), graph.entity_ids()
    found: dict[_Key, list[ClaimSummary]] = defaultdict(list)
    for statement in graph.statements:
        for claim in statement.claims:
            document = claim.evidence.span.document
            key = (document, statement.subject, statement.relation, _object(statement))
            found[key].append(_claim_summary(claim, texts.get(document, ""), entities, names))
    return found


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
