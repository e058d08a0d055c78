import dataclasses

import pytest

from kg.model import (
    Claim,
    Document,
    Entity,
    Evidence,
    Grain,
    Graph,
    Literal,
    Mention,
    Modality,
    Span,
    Statement,
    Status,
    Time,
)

ACME = Mention(Span("a", 0, 4), "Acme", 0, "name", "Organization")
TEA = Mention(Span("a", 11, 14), "tea", 11, "nominal")


def claim(document: str = "a", confidence: float = 0.5, phrase: str = "") -> Claim:
    evidence = Evidence(Span(document, 0, 15), "rules", "own-subject", confidence)
    return Claim(ACME, "sell", TEA, evidence, phrase=phrase)


def statement(
    *claims: Claim,
    negated: bool = False,
    modality: Modality = "asserted",
    speaker: str | None = None,
    denied_by: str | None = None,
) -> Statement:
    return Statement("s", "acme", "sell", "tea", negated, modality, speaker, denied_by, None, claims)


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_span_is_half_open_and_never_empty(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span("a", start, end)


@pytest.mark.parametrize(
    ("other", "covered"),
    [
        (Span("a", 2, 8), True),
        (Span("a", 3, 5), True),
        (Span("a", 1, 5), False),
        (Span("a", 5, 9), False),
        (Span("b", 3, 5), False),
    ],
)
def test_span_covers_what_lies_within_it(other: Span, covered: bool) -> None:
    assert Span("a", 2, 8).covers(other) is covered


@pytest.mark.parametrize("value", [Document("a", ""), ACME, claim(), Graph(), Literal("x")])
def test_values_are_frozen_and_slotted(value: object) -> None:
    assert dataclasses.is_dataclass(value)
    field = dataclasses.fields(value)[0].name
    with pytest.raises(dataclasses.FrozenInstanceError):
        setattr(value, field, "other")
    assert not hasattr(value, "__dict__")


@pytest.mark.parametrize(
    ("value", "grain", "literal"),
    [
        ("2024-06-20T14:30:00", "second", Literal("2024-06-20T14:30:00", "xsd:dateTime")),
        ("2024-06-20T14:30", "minute", Literal("2024-06-20T14:30:00", "xsd:dateTime")),
        ("2024-06-20T14", "hour", Literal("2024-06-20T14")),
        ("2024-06-20", "day", Literal("2024-06-20", "xsd:date")),
        ("2024-06", "month", Literal("2024-06", "xsd:gYearMonth")),
        ("1997", "year", Literal("1997", "xsd:gYear")),
        ("199", "decade", Literal("199")),
        ("2024-W25", "week", Literal("2024-W25")),
        ("2024-SU", "season", Literal("2024-SU")),
        ("P20Y", "duration", Literal("P20Y", "xsd:duration")),
        ("P3W", "duration", Literal("P21D", "xsd:duration")),
        ("PT5H", "duration", Literal("PT5H", "xsd:duration")),
        ("PXY", "duration", Literal("so far")),
        ("P", "duration", Literal("P")),
        ("P1DT", "duration", Literal("P1DT")),
        ("BC0044", "year", Literal("BC0044")),
        ("PRESENT_REF", "reference", Literal("so far")),
        (None, "day", Literal("so far")),
    ],
)
def test_time_as_a_typed_literal(value: str | None, grain: Grain, literal: Literal) -> None:
    assert Time(value, None, None, grain, "so far").literal() == literal


def test_mention_is_known_by_document_and_head() -> None:
    longer = Mention(Span("a", 0, 14), "Acme sells tea", 0, "phrase")
    assert ACME.key == longer.key == ("a", 0)
    assert ACME.key != TEA.key


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ((claim("a", 0.5),), 0.5),
        ((claim("a", 0.5), claim("b", 0.5)), 0.75),
        ((claim("a", 0.5), claim("a", 0.8)), 0.8),
        ((claim("a", 0.8), claim("a", 0.8), claim("b", 0.5)), 0.9),
        ((), 0.0),
    ],
)
def test_confidence_grows_with_documents_not_with_repetition(claims: tuple[Claim, ...], expected: float) -> None:
    assert statement(*claims).confidence == expected


@pytest.mark.parametrize(
    ("made", "plain"),
    [
        (statement(), True),
        (statement(negated=True), False),
        (statement(modality="hedged"), False),
        (statement(speaker="nurse"), False),
        (statement(denied_by="firm"), False),
    ],
)
def test_only_what_the_text_itself_affirms_is_plain(made: Statement, plain: bool) -> None:
    assert made.plain is plain


@pytest.mark.parametrize(
    ("made", "status"),
    [
        (statement(), "affirmed"),
        (statement(speaker="nurse"), "affirmed"),
        (statement(negated=True), "negated"),
        (statement(modality="hedged"), "alleged"),
        (statement(modality="possible", negated=True), "possible"),
        (statement(modality="planned", negated=True), "planned"),
        (statement(modality="hypothetical"), "conditional"),
        (statement(modality="possible", denied_by="firm"), "denied"),
    ],
)
def test_status_is_the_first_that_holds(made: Statement, status: Status) -> None:
    assert made.status == status


@pytest.mark.parametrize(
    ("made", "phrase"),
    [
        (statement(claim(phrase="sold"), claim("b", 0.7, "has sold"), claim("c", 0.9)), "has sold"),
        (statement(claim()), "sell"),
        (statement(claim(), negated=True), "sell (negated)"),
        (statement(claim(), modality="hypothetical", negated=True), "sell (conditional, negated)"),
    ],
)
def test_phrase_is_that_of_the_surest_claim_that_has_one(made: Statement, phrase: str) -> None:
    assert made.phrase == phrase


def test_graph_gives_back_what_it_was_made_from() -> None:
    again = Mention(Span("b", 3, 7), "Acme", 3, "name", "Organization")
    entity = Entity("acme", "Acme", "Organization", (), ((ACME,), (again,)))
    made = statement(claim("a"), claim("b"))
    graph = Graph((Document("a", "Acme sells tea."),), (entity,), (made,))
    assert entity.mentions == (ACME, again)
    assert graph.chains == ((ACME,), (again,))
    assert graph.claims == made.claims
    assert graph.entity_ids() == {("a", 0): "acme", ("b", 3): "acme"}


def test_claim_is_affirmed_and_asserted_unless_told_otherwise() -> None:
    made = claim()
    assert (made.negated, made.modality, made.speaker, made.denied_by, made.time) == (
        False,
        "asserted",
        None,
        None,
        None,
    )


def test_words_have_the_noun_that_the_text_leaves_out() -> None:
    some = Mention(Span("a", 20, 24), "some", 20, "nominal", completed="some small boats")
    assert (some.words, some.wording) == ("some small boats", "some small boats")
    assert some.described == ("some small boats", len("some small "))
    assert TEA.described == ("tea", 0)
