"""The content of statements, and what prevents each from being a plain edge, in the RDF and in `triples.jsonl`."""

import typing as t
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import pyoxigraph

from kg.export.iris import NAMESPACE
from kg.export.rdf.vocabulary import KG, PROV
from kg.verify.content import Lines, RdfContent, Record, Term, value_of, words_of

PLAIN: t.Final = frozenset(map(str, (KG["affirmed"], KG["asserted"])))
PEOPLE: t.Final[Mapping[str, str]] = {
    **dict.fromkeys(map(str, (PROV["wasAttributedTo"], KG["speakerMention"])), "attributed"),
    **dict.fromkeys(map(str, (KG["deniedBy"], KG["denierMention"])), "denied"),
}
"""The properties for the speaker and the denier, and the words for them."""

ObjectKey: t.TypeAlias = tuple[str, str]
Fact: t.TypeAlias = tuple[str, str, ObjectKey]


@dataclass(frozen=True, slots=True)
class Assertion:
    """A statement: its content (None if incomplete), the words for its status unless it is plain, and its speaker.

    A missing object is replaced by the value `true`, as in the RDF.
    """

    fact: Fact | None
    reservations: frozenset[str]
    status: str | None
    has_object: bool = True
    speaker: str | None = None


def assertions_in_rdf(rdf: RdfContent) -> dict[str, Assertion]:
    """Return the statements by IRI; the properties of its claims apply to a statement too."""
    claims: dict[str, list[str]] = defaultdict(list)
    for claim, statements in rdf.all(str(KG["evidenceOf"])).items():
        for statement in statements:
            claims[value_of(statement)].append(claim)
    return {iri: _assertion(rdf, iri, claims[iri]) for iri in sorted(rdf.instances[str(KG["Statement"])])}


def _assertion(rdf: RdfContent, iri: str, claims: Iterable[str]) -> Assertion:
    reservations = frozenset(word for each in (iri, *claims) for word in _reservations(rdf, each))
    status = rdf.one(iri, str(KG["status"]))
    name = None if status is None else value_of(status).removeprefix(NAMESPACE)
    has_object = rdf.one(iri, str(KG["noObject"])) is None
    speaker = rdf.one(iri, str(PROV["wasAttributedTo"]))
    by = None if speaker is None else value_of(speaker)
    return Assertion(_fact(rdf, iri), reservations, name, has_object=has_object, speaker=by)


def _fact(rdf: RdfContent, iri: str) -> Fact | None:
    subject, relation, object_ = (rdf.one(iri, str(KG[name])) for name in ("subject", "relation", "object"))
    if subject is None or relation is None or object_ is None:
        return None
    return value_of(subject), value_of(relation), object_key(object_)


def _reservations(rdf: RdfContent, iri: str) -> Iterator[str]:
    for name in ("polarity", "modality"):
        values = rdf.all(str(KG[name])).get(iri)
        for value in map(value_of, values or ()):
            if value not in PLAIN:
                yield value.removeprefix(NAMESPACE)
        if not values:
            yield f"without {name}"
    yield from (word for predicate, word in PEOPLE.items() if rdf.all(predicate).get(iri))


def assertions_in_lines(lines: Lines) -> dict[str, Assertion]:
    """Return the statements of `triples.jsonl` by IRI."""
    return {str(record.get("id")): _assertion_in_record(record) for record in lines.records.values()}


def _assertion_in_record(record: Record) -> Assertion:
    has_object = any(record.get(key) is not None for key in ("object", "object_id", "object_value"))
    reservations = frozenset(_reservations_of_record(record))
    return Assertion(
        _fact_of_record(record),
        reservations,
        record.get("status"),
        has_object=has_object,
        speaker=record.get("attributed_to_id"),
    )


def _fact_of_record(record: Record) -> Fact | None:
    subject, relation, object_ = (record.get(key) for key in ("subject_id", "relation_id", "object_id"))
    value = record.get("object_value") if record.get("object", "") is not None else "true"
    if not isinstance(subject, str) or not isinstance(relation, str):
        return None
    if isinstance(object_, str):
        return subject, relation, ("thing", object_)
    return (subject, relation, ("value", value)) if isinstance(value, str) else None


def _reservations_of_record(record: Record) -> Iterator[str]:
    if record.get("negated") is not False:
        yield "negated"
    if record.get("modality") != "asserted":
        yield str(record.get("modality"))
    if record.get("attributed_to_id") is not None:
        yield "attributed"
    if record.get("denied_by") is not None:
        yield "denied"


def object_key(term: Term) -> ObjectKey:
    """Return whether an object is an entity or a value, and its IRI or its characters."""
    return ("value", words_of(term)) if isinstance(term, pyoxigraph.Literal) else ("thing", value_of(term))
