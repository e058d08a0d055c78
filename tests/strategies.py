"""Hypothesis strategies for the values of `kg.model`: small corpora in which names collide often."""

import functools
import os
import typing as t
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from kg.model import (
    Chain,
    Claim,
    ClaimReference,
    Decision,
    DecisionKind,
    Document,
    Evidence,
    Kind,
    Literal,
    Mention,
    Modality,
    NamedPart,
    Place,
    Qualifier,
    Reading,
    Span,
    StructuralKind,
    Time,
)

PHRASES: t.Final[tuple[tuple[str, Kind, str], ...]] = (
    ("Acme", "name", "Organization"),
    ("Acme", "name", "Person"),
    ("Acme Motor Group", "name", "Organization"),
    ("Jane Acme", "name", "Person"),
    ("J. Acme", "name", "Person"),
    ("Joan Acme", "name", "Person"),
    ("Mr Acme", "name", "Person"),
    ("Bureau of Mines", "name", "Organization"),
    ("BM", "name", "Organization"),
    ("Board of Music", "name", "Organization"),
    ("Acme Lab", "name", "Person"),
    ("Treasury", "name", "Organization"),
    ("Treasury Department", "name", "Organization"),
    ("US Treasury", "name", "Organization"),
    ("Irish Treasury Department", "name", "Organization"),
    ("the American government", "nominal", "Thing"),
    ("US", "name", "Place"),
    ("America", "name", "Thing"),
    ("Jordan", "name", "Person"),
    ("Jordan", "name", "Place"),
    ("Jordan", "name", "Thing"),
    ("the company", "nominal", "Thing"),
    ("antivirus software", "nominal", "Thing"),
    ("its US operations", "nominal", "Thing"),
    ("The President", "name", "Thing"),
    ("it", "pronoun", "Thing"),
    ("itself", "pronoun", "Thing"),
    ("three", "nominal", "Thing"),
)
COMPLETED: t.Final = {"three": "three boats"}
"""The words of mentions that leave out their noun, with the noun."""
TIMES: t.Final = (
    Time("2024", date(2024, 1, 1), date(2024, 12, 31), "year", "in 2024"),
    Time("2024-06", date(2024, 6, 1), date(2024, 6, 30), "month", "in June"),
    Time("2024-06-20", date(2024, 6, 20), date(2024, 6, 20), "day", "on June 20"),
    Time("2024-07", date(2024, 7, 1), date(2024, 7, 31), "month", "in July"),
    Time("P3D", None, None, "duration", "for three days"),
    Time("P2W", None, None, "duration", "for two weeks"),
    Time("2024-06-20T13:00", date(2024, 6, 20), date(2024, 6, 20), "minute", "at 1pm"),
    Time(None, None, None, "day", "earlier"),
)
CHOSEN: t.Final = st.lists(st.sampled_from(PHRASES), min_size=2, max_size=6)
DECIDED_NAMES: t.Final = ("Acme", "Jane Acme", "BM", "US", "Jordan", "antivirus software", "Acme (Person)", "Zip")


LONGER: t.Final = int(os.environ.get("KG_TRIES", "1"))
"""The factor for the number of examples in a long search."""


def tries(examples: int) -> settings:
    """Return the settings for the number of examples of a law, more in a long search."""
    return settings(max_examples=examples * LONGER, suppress_health_check=[HealthCheck.too_slow])


def mentions(document_id: str, chosen: Sequence[tuple[str, Kind, str]]) -> tuple[str, tuple[Mention, ...]]:
    """Return a text that consists of mentions, and the mentions."""
    found: list[Mention] = []
    text = ""
    for words, kind, type_ in chosen:
        start = len(text)
        head = start + words.rfind(" ") + 1
        span, completed = Span(document_id, start, start + len(words)), COMPLETED.get(words, "")
        found.append(Mention(span, words, head, kind, type_, completed=completed))
        text += words + ". "
    return text, tuple(found)


class ClaimNumbers(t.NamedTuple):
    """A claim with the numbers of its mentions; that of its object with whether it is a value."""

    subject: int
    relation: str
    object: tuple[int, bool] | None
    sure: float
    unread: tuple[int, ...]
    negated: bool
    modality: Modality
    speaker: int | None
    denied_by: int | None
    time: Time | None
    qualifiers: tuple[int, ...]
    phrase: str


@functools.cache
def among(count: int) -> st.SearchStrategy[int]:
    """Return a strategy for one of some mentions, by its number.

    It is kept, like all that is made of it: making and checking strategies takes longer than drawing from them.
    """
    return st.sampled_from(range(count))


@functools.cache
def claim_numbers(count: int) -> st.SearchStrategy[ClaimNumbers]:
    """Return a strategy for a claim over some mentions by number; its object may be a value, or missing."""
    one, perhaps = among(count), st.none() | among(count)
    return st.builds(
        ClaimNumbers,
        subject=one,
        relation=st.sampled_from(("be", "buy", "Buy ", "found")),
        object=st.none() | st.tuples(one, st.just(False)) | st.tuples(one, st.just(True)),
        sure=st.sampled_from((0.25, 0.5, 0.75)),
        unread=st.lists(one, max_size=2, unique=True).map(tuple),
        negated=st.booleans(),
        modality=st.sampled_from(("asserted", "hedged", "possible")),
        speaker=perhaps,
        denied_by=perhaps,
        time=st.none() | st.sampled_from(TIMES),
        qualifiers=st.lists(one, max_size=1).map(tuple),
        phrase=st.sampled_from(("", "bought", "may have bought")),
    )


def claim_of(drawn: ClaimNumbers, document: Document, found: tuple[Mention, ...]) -> Claim:
    """Return the claim over the mentions of a document."""
    unread = tuple(sorted(found[number].span for number in drawn.unread))
    mention = None if drawn.object is None else found[drawn.object[0]]
    return Claim(
        subject=found[drawn.subject],
        relation=drawn.relation,
        object=_value(mention) if mention and drawn.object and drawn.object[1] else mention,
        evidence=Evidence(Span(document.id, 0, len(document.text)), "test", "rule", drawn.sure, unread),
        negated=drawn.negated,
        modality=drawn.modality,
        speaker=None if drawn.speaker is None else found[drawn.speaker],
        denied_by=None if drawn.denied_by is None else found[drawn.denied_by],
        time=drawn.time,
        qualifiers=tuple(Qualifier("in", found[number]) for number in drawn.qualifiers),
        phrase=drawn.phrase,
    )


def _value(mention: Mention) -> Mention:
    """Return a mention with the value that its words express."""
    return Mention(mention.span, mention.text, mention.head, "value", "Quantity", Literal(mention.text))


@functools.cache
def claims_and_chains(count: int) -> st.SearchStrategy[tuple[list[ClaimNumbers], list[int]]]:
    """Return a strategy for claims over some mentions, and the number of the chain of each mention; 0 is none."""
    chain = st.lists(st.integers(0, 3), min_size=count, max_size=count)
    return st.tuples(st.lists(claim_numbers(count), max_size=4, unique=True), chain)


def chains_of(numbers: Sequence[int], found: tuple[Mention, ...]) -> tuple[Chain, ...]:
    groups = {n: tuple(m for m, number in zip(found, numbers, strict=True) if number == n) for n in range(1, 4)}
    return tuple(chain for chain in groups.values() if chain)


@functools.cache
def named_parts(count: int) -> st.SearchStrategy[list[tuple[int, int, StructuralKind]]]:
    """Return a strategy for named parts: any of some mentions in any other."""
    part = st.tuples(among(count), among(count), st.sampled_from(t.get_args(StructuralKind)))
    return st.lists(part, max_size=2, unique=True)


@st.composite
def readings(draw: st.DrawFn, document_id: str) -> Reading:
    """Draw the reading of one document."""
    text, found = mentions(document_id, draw(CHOSEN))
    # the metadata in a file follows from the id: two graphs must not disagree about one document
    ends = sorted({0, len(text) // 3, len(text) // 2, len(text)}) if document_id > "b" else []
    places = tuple(Place(start, end, f"page {end}") for start, end in pairwise(ends))
    document = Document(document_id, text, author="Jane Acme", format="pdf", address="https://a/?b", places=places)
    said, chain_numbers = draw(claims_and_chains(len(found)))
    told = [mention for mention in found if mention.kind != "pronoun"] or found
    parts = tuple(NamedPart(told[whole], told[part], kind) for whole, part, kind in draw(named_parts(len(told))))
    claims = tuple(claim_of(drawn, document, found) for drawn in said)
    return Reading(document, claims, chains_of(chain_numbers, found), len(found), (), named_parts=parts)


def corpora() -> st.SearchStrategy[tuple[Reading, ...]]:
    """Return a strategy for the readings of three documents."""
    return st.tuples(*(readings(document_id) for document_id in ("a", "b", "c")))


@st.composite
def decided(draw: st.DrawFn) -> tuple[Decision, ...]:
    """Draw up to three decisions about the entities of these corpora."""
    name = st.sampled_from(DECIDED_NAMES)
    first = st.sampled_from([len(words) for words, _, _ in PHRASES])
    place = st.builds(lambda document, end: Span(document, 0, end).reference, st.sampled_from("ab"), first)
    found: list[Decision] = []
    for _ in range(draw(st.integers(0, 3))):
        kind: DecisionKind = draw(st.sampled_from(t.get_args(DecisionKind)))
        if kind == "split":
            found.append(Decision(kind, tuple(sorted(draw(st.lists(place, min_size=1, max_size=2, unique=True))))))
        elif kind == "wrong":
            found.append(Decision(kind, (), claim=ClaimReference("a", "Acme. it.", "buy", "Acme")))
        elif kind in {"same", "different"}:
            names = draw(st.lists(name, min_size=2, max_size=3, unique=True))
            found.append(Decision(kind, tuple(sorted(names))))
        else:
            value = {"rename": "Acme / Bolt", "retype": "Product"}.get(kind, "")
            found.append(Decision(kind, (draw(name),), value))
    return tuple(found)
