"""What documents contribute to a graph, as rows: whole documents, and columns for entities and statements."""

import bisect
import functools
import json
import typing as t
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kg.identifiers import digest
from kg.ledger import decoded, encoded
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.name_forms import normal_form
from kg.model import Chain, Claim, Document, Mention, Reading, Time
from kg.resolve.assemble import literal_of, prepared
from kg.resolve.chains import LITERAL_KINDS
from kg.resolve.copies import Sketch, distinctive, sketch
from kg.resolve.descriptions import description
from kg.resolve.identities import Identities
from kg.resolve.identity import Identity
from kg.resolve.relations import relation_name
from kg.resolve.summary import Ranked, facts_of
from kg.resolve.type_evidence import is_description
from kg.spark.frames import Rows, Values
from kg.spark.sums import MOST, Fullest, Sums, columns_of

CONTRIBUTIONS: t.Final = (
    "kind string, document string, number int, sort string, form string, within string, heads array<int>, "
    "place int, text string, facts array<string>, counts array<int>, names array<string>, types array<string>, "
    "documents array<string>, fullest string, subject int, object int, speaker int, denied int, literal string, "
    "looped string, relation string, negated boolean, modality string, time string, value binary"
)
"""The contributions of documents, by kind: `sketch`, `claim`, `chain`, `points` and `sum`."""


@dataclass(frozen=True, slots=True)
class Mentions:
    """The mentions of an entity in one document."""

    chain: Chain


def contributions_of(gazetteer: Gazetteer) -> Callable[[Iterator[Reading]], Rows]:
    """Return a function that yields the rows of `CONTRIBUTIONS` for the readings of documents."""

    def contributions(readings: Iterator[Reading]) -> Rows:
        identities, sums = Identities(gazetteer), Sums()
        for reading in readings:
            yield from _contributions(reading, identities, sums)
            yield from sums.rows(at_least=MOST)
        yield from sums.rows()

    return contributions


def _contributions(reading: Reading, identities: Identities, sums: Sums) -> Rows:
    document = reading.document
    found = prepared([document], reading.claims, reading.chains, reading.named_parts, identities)
    own = identities.among(found.chains, found.stated_types)
    identities.forget()
    yield {"kind": "sketch", "document": document.id, **_sketched(sketch(document))}
    for number, claim in enumerate(found.claims):
        yield {"kind": "claim", "document": document.id, "number": number, **_claim_columns(claim, document)}
    inside = _without_names(found.chains)
    fullest = [_fullest(identity, inside) for identity in own]
    for number, (identity, description_) in enumerate(zip(own, fullest, strict=True)):
        sums.add(identity, description_)
        yield {**_place("chain", identity, number), "heads": [mention.head for mention in identity.chain]}
    if any(each is not None and each.holds for each in fullest):
        yield from _points(own)


def _without_names(chains: Iterable[Chain]) -> list[tuple[int, int]]:
    """Return the positions of the mentions that are not names."""
    mentions = (mention for chain in chains for mention in chain if facts_of(mention).name is None)
    return sorted((mention.span.start, mention.span.end) for mention in mentions)


def _place(kind: str, identity: Identity, number: int) -> dict[str, t.Any]:
    document = identity.chain[0].span.document
    return {"kind": kind, "document": document, "number": number, **columns_of(identity.key)}


def _points(identities: Sequence[Identity]) -> Rows:
    """Yield the chains that names may replace, if the words of a description contain such a mention."""
    for number, identity in enumerate(identities):
        if any(facts_of(mention).name is None for mention in identity.chain):
            yield {**_place("points", identity, number), "value": packed(Mentions(identity.chain))}


def _fullest(identity: Identity, inside: Sequence[tuple[int, int]]) -> Fullest | None:
    """Return the fullest description of a chain without a name; a named entity does not use it."""
    if identity.entry is not None or any(map(normal_form, identity.names)):
        return None
    document, head = identity.chain[0].key
    ranked = (
        Ranked((*facts.fullness, (document, head, number)), mention)
        for number, mention in enumerate(identity.chain)
        if (facts := facts_of(mention)).fullness is not None
    )
    best = min(ranked, key=lambda each: each.rank, default=None)
    return None if best is None else Fullest(best, _holds(best.mention, inside))


def _holds(mention: Mention, inside: Sequence[tuple[int, int]]) -> bool:
    """Return whether another mention that is not a name begins within a mention, apart from its head."""
    first = bisect.bisect_left(inside, (mention.span.start, 0))
    last = bisect.bisect_left(inside, (mention.span.end, 0))
    return any(not start <= mention.head < end for start, end in inside[first:last])


def _claim_columns(claim: Claim, document: Document) -> Values:
    """Return the columns of a claim: the positions of its entities, the content of a literal, and its status."""
    span, ends = claim.evidence.span, (claim.subject, _object(claim), claim.speaker, claim.denied_by)
    sentence = distinctive(document.text[span.start : span.end])
    return {
        **dict(zip(ENDS, (None if each is None else each.head for each in ends), strict=True)),
        "literal": _literal(claim),
        "looped": _looped(claim),
        "relation": relation_name(claim.relation),
        "negated": claim.negated,
        "modality": claim.modality,
        "time": claim.time and encoded(claim.time),
        "text": sentence and digest(sentence),
    }


ENDS: t.Final = ("subject", "object", "speaker", "denied")
"""The columns with the positions of the entities of a claim."""


def _object(claim: Claim) -> Mention | None:
    return None if claim.object is None or claim.object.kind in LITERAL_KINDS else claim.object


def _literal(claim: Claim) -> str | None:
    if claim.object is None or claim.object.kind not in LITERAL_KINDS:
        return None
    literal = literal_of(claim.object)
    return json.dumps([literal.value, literal.datatype, literal.unit])


def _looped(claim: Claim) -> str | None:
    """Return the literal that is the object if the claim relates an entity to itself."""
    object_ = _object(claim) if is_description(claim) else None
    return None if object_ is None else json.dumps([description([(object_,)]), "xsd:string", None])


def _sketched(found: Sketch) -> Values:
    published = None if found.published is None else found.published.isoformat()
    shingles = None if found.shingles is None else found.shingles.tobytes()
    return {"form": found.digest, "within": published, "number": found.words, "value": shingles}


@functools.lru_cache(maxsize=2**14)
def time_of(packed_: str | None) -> Time | None:
    """Return the time of a claim."""
    return None if packed_ is None else decoded(packed_, Time)


def packed(value: object) -> bytes:
    """Return a value in the form for a column."""
    return encoded(value).encode("ascii")


def unpacked(data: bytes, type_: type[t.Any]) -> t.Any:
    """Return the value in a column."""
    return decoded(bytes(data).decode("ascii"), type_)
