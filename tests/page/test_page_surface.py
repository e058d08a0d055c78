"""The words of the text as the words of a statement: only where they read as a sentence."""

from dataclasses import replace

import pytest

from kg.model import Claim, Document, Evidence, Mention, Modality, Span, Statement
from kg.page.surface import surface_complement, surface_form
from kg.page.wording import relation_parts


def said(
    text: str,
    subject: str,
    predicate: tuple[str, ...],
    object_: str,
    *,
    cues: tuple[str, ...] = (),
    relation: str = "relate",
    rule: str = "own-subject",
    confidence: float = 0.9,
    document: str = "d",
    negated: bool = False,
    modality: Modality = "asserted",
) -> Statement:
    """Return a statement with one claim, whose words are found in the text."""

    def span(words: str) -> Span:
        start = text.index(words)
        return Span(document, start, start + len(words))

    def mention(words: str) -> Mention:
        return Mention(span(words), words, span(words).start, "name")

    evidence = Evidence(Span(document, 0, len(text)), "clauses", rule, confidence)
    claim = Claim(
        mention(subject),
        relation,
        mention(object_),
        evidence,
        negated,
        modality,
        predicate=tuple(map(span, predicate)),
        cues=tuple(map(span, cues)),
    )
    return Statement("s", "a", relation, "b", negated, modality, None, None, None, (claim,))


def form(text: str, statement: Statement) -> str | None:
    return surface_form(statement, {"d": Document("d", text).text})


@pytest.mark.parametrize(
    ("text", "predicate", "options", "words"),
    [
        ("Ann was denied bail.", ("was denied",), {}, "was denied"),
        ("Ann has  always\nliked bail.", ("has", "liked"), {}, "has liked"),
        ("Ann did not want bail.", ("did", "want"), {"cues": ("not",), "negated": True}, "did not want"),
        ("Ann will get bail.", ("will get",), {"cues": ("will",), "modality": "planned"}, "will get"),
        ("Ann may not get bail.", ("may not get",), {"cues": ("may not",), "modality": "hedged", "negated": True},
         "may not get"),
    ],
)  # fmt: skip
def test_words_of_the_text(text: str, predicate: tuple[str, ...], options: dict[str, object], words: str) -> None:
    statement = said(text, "Ann", predicate, "bail", **options)  # type: ignore[arg-type]  # a table of any options
    assert form(text, statement) == words
    assert [part.text for part in relation_parts(statement, {"d": text})] == [words]


@pytest.mark.parametrize(
    ("text", "predicate", "options"),
    [
        ("The bail was paid by Ann.", ("was paid",), {}),
        ("“Pay bail”, said Ann.", ("said",), {}),
        ("Ann saw Bob paying bail.", ("paying",), {}),
        ("Ann seems to like bail.", ("to like",), {}),
        ("Ann has ties to bail.", ("ties",), {"rule": "event-noun"}),
        ("Ann likes bail.", (), {}),
        ("Ann kept liking bail.", ("kept liking bail",), {}),
        ("Ann is no friend of bail.", ("is",), {"negated": True}),
        ("Ann did not pay bail, it seems.", ("did not pay",), {"cues": ("not", "seems"), "negated": True,
                                                              "modality": "hedged"}),
        ("Nobody denied Ann does not pay bail.", ("does not pay",), {"cues": ("not",)}),
    ],
)  # fmt: skip
def test_words_that_do_not_fit(text: str, predicate: tuple[str, ...], options: dict[str, object]) -> None:
    statement = said(text, "Ann", predicate, "bail", **options)  # type: ignore[arg-type]  # a table of any options
    assert form(text, statement) is None


def test_surest_claim_that_fits_gives_the_words() -> None:
    texts = {"d": "Ann liked bail.", "e": "Ann likes bail.", "f": "The bail is liked by Ann."}
    likes = said(texts["e"], "Ann", ("likes",), "bail", document="e", confidence=0.8)
    passive = said(texts["f"], "Ann", ("is liked",), "bail", document="f", confidence=0.95)
    statement = said(texts["d"], "Ann", ("liked",), "bail", confidence=0.5)
    claims = (*statement.claims, *likes.claims, *passive.claims)
    assert surface_form(replace(statement, claims=claims), texts) == "likes"
    assert surface_form(replace(statement, claims=claims[::-1]), texts) == "likes"


@pytest.mark.parametrize(
    ("text", "predicate", "relation", "words"),
    [
        ("An order issued under Ann", ("issued under",), "be issue under", "is issued under"),
        ("An order in Ann", ("in",), "be in", "is in"),
        ("An Ann-based order", ("based",), "be base in", "is base in"),
    ],
)
def test_participles_get_their_verb(text: str, predicate: tuple[str, ...], relation: str, words: str) -> None:
    statement = said(text, "order", predicate, "Ann", relation=relation, rule="participle-subject")
    assert " ".join(part.text for part in relation_parts(statement, {"d": text})) == words
    assert surface_complement(replace(statement, claims=()), {}) is None
