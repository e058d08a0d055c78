"""Hypothesis strategies for the values of `kg.model`: small corpora in which names collide often."""

import os
import typing as t
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
)
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
DECIDED_NAMES: t.Final = ("Acme", "Jane Acme", "BM", "US", "Jordan", "antivirus software", "Acme (Person)", "Zip")


LONGER: t.Final = int(os.environ.get("KG_TRIES", "1"))
"""The factor for the number of examples in a long search."""


def tries(examples: int) -> settings:
    """Return the settings for the number of examples of a law, more in a long search."""
    return settings(max_examples=examples * LONGER, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def mentions(draw: st.DrawFn, document_id: str, at_least: int = 2, at_most: int = 6) -> tuple[str, tuple[Mention, ...]]:
    """Draw a text that consists of mentions, and the mentions."""
    chosen = draw(st.lists(st.sampled_from(PHRASES), min_size=at_least, max_size=at_most))
    found: list[Mention] = []
    text = ""
    for words, kind, type_ in chosen:
        start = len(text)
        head = start + words.rfind(" ") + 1
        found.append(Mention(Span(document_id, start, start + len(words)), words, head, kind, type_))
        text += words + ". "
    return text, tuple(found)


@st.composite
def claims(draw: st.DrawFn, document: Document, found: tuple[Mention, ...]) -> Claim:
    """Draw a claim over the mentions of a document; its object may be a value, or missing."""
    mention = st.sampled_from(found)
    sure, unread = draw(st.sampled_from((0.25, 0.5, 0.75))), draw(st.lists(mention, max_size=2, unique=True))
    evidence = Evidence(
        Span(document.id, 0, len(document.text)), "test", "rule", sure, tuple(sorted(each.span for each in unread))
    )
    return Claim(
        subject=draw(mention),
        relation=draw(st.sampled_from(("be", "buy", "Buy ", "found"))),
        object=draw(st.none() | mention | mention.map(_value)),
        evidence=evidence,
        negated=draw(st.booleans()),
        modality=draw(st.sampled_from(("asserted", "hedged", "possible"))),
        speaker=draw(st.none() | mention),
        denied_by=draw(st.none() | mention),
        time=draw(st.none() | st.sampled_from(TIMES)),
        qualifiers=tuple(Qualifier("in", value) for value in draw(st.lists(mention, max_size=1))),
        phrase=draw(st.sampled_from(("", "bought", "may have bought"))),
    )


def _value(mention: Mention) -> Mention:
    """Return a mention with the value that its words express."""
    return Mention(mention.span, mention.text, mention.head, "value", "Quantity", Literal(mention.text))


@st.composite
def chains(draw: st.DrawFn, found: tuple[Mention, ...]) -> tuple[Chain, ...]:
    """Draw chains over some of the mentions."""
    numbers = draw(st.lists(st.integers(0, 3), min_size=len(found), max_size=len(found)))
    groups = {n: tuple(m for m, number in zip(found, numbers, strict=True) if number == n) for n in range(1, 4)}
    return tuple(chain for chain in groups.values() if chain)


@st.composite
def readings(draw: st.DrawFn, document_id: str) -> Reading:
    """Draw the reading of one document."""
    text, found = draw(mentions(document_id))
    # the metadata in a file follows from the id: two graphs must not disagree about one document
    ends = sorted({0, len(text) // 3, len(text) // 2, len(text)}) if document_id > "b" else []
    places = tuple(Place(start, end, f"page {end}") for start, end in pairwise(ends))
    document = Document(document_id, text, author="Jane Acme", format="pdf", address="https://a/?b", places=places)
    said = draw(st.lists(claims(document, found), max_size=4, unique=True))
    parts = draw(st.lists(named_parts(found), max_size=2, unique=True))
    return Reading(document, tuple(said), draw(chains(found)), len(found), (), named_parts=tuple(parts))


def named_parts(found: tuple[Mention, ...]) -> st.SearchStrategy[NamedPart]:
    """Return a strategy for named parts: any mention that is not a pronoun in any other mention."""
    told = st.sampled_from([mention for mention in found if mention.kind != "pronoun"] or found)
    return st.builds(NamedPart, told, told, st.sampled_from(t.get_args(StructuralKind)))


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
