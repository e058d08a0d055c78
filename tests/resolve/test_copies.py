"""Copies of a document count as one source: how they are found, in any order, and what that means for statements."""

import itertools
import random
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.copies import EDITS, planted
from benchmarks.scorers import SHARED
from kg import KnowledgeGraph, build_documents
from kg.export.rdf.rdflib_graph import from_rdf, to_rdf
from kg.model import Copy, Document, Graph
from kg.read.text import read
from kg.resolve import copies as resolve_copies
from kg.resolve.copies import SHORTEST, sources

DATA = Path(__file__).resolve().parents[2] / "data"
ARTICLES = [each for each in read([str(DATA)]) if isinstance(each, Document)]
WORDS = [f"{first}{second}" for first, second in itertools.product("bdfgklmnprstvz", "aeiou")]
"""The words of generated texts."""


def text(seed: int, words: int = 80) -> str:
    """Return a different text for each seed."""
    return " ".join(random.Random(seed).choices(WORDS, k=words)) + "."  # noqa: S311


def copies(*texts: str) -> tuple[Copy, ...]:
    return sources([Document(f"d{place}", each) for place, each in enumerate(texts)]).copies()


def test_the_articles_of_data_are_no_copies() -> None:
    assert sources(ARTICLES).copies() == ()


@pytest.mark.parametrize("edit", [name for name in EDITS if "a tail" not in name or "half" in name])
def test_planted_copies_are_found(edit: str) -> None:
    for article, copy in zip(ARTICLES[::4], planted(ARTICLES, EDITS[edit])[::4], strict=True):
        assert {article.id, copy.id} in [{each.document, each.original} for each in sources([*ARTICLES, copy]).copies()]


@pytest.mark.skipif(not SHARED.is_dir(), reason="the articles of the rounds are no part of the repository")
def test_no_two_real_articles_are_taken_for_copies() -> None:
    rounds = [str(SHARED / "news" / f"round-{number:02}") for number in range(1, 8)]
    articles = [each for each in read(rounds) if isinstance(each, Document)]
    assert len(articles) > 100
    assert sources(articles).copies() == ()


def test_the_same_words_are_a_copy_however_short() -> None:
    assert copies("He left.", "he  LEFT!") == (Copy("d1", "d0", "copy"),)
    assert copies("He left.", "She left.") == ()
    assert copies("…", "???") == ()


def test_the_first_by_date_is_the_original() -> None:
    one, other = Document("a", text(1), published=date(2024, 2, 1)), Document("b", text(1), published=date(2024, 1, 1))
    assert sources([one, other]).copies() == (Copy("a", "b", "copy"),)
    assert sources([one, replace(other, published=None)]).copies() == (Copy("b", "a", "copy"),)


def test_a_longer_article_holds_an_agency_text() -> None:
    agency = text(1, 60)
    assert copies(f"{text(2, 200)} {agency} {text(3, 200)}", agency) == (Copy("d0", "d1", "contains"),)


def test_a_round_up_joins_no_texts_that_it_holds() -> None:
    first, second = text(1, 60), text(2, 60)
    found = sources([Document("a", first), Document("b", second), Document("c", f"{first} {second}")])
    assert found.copies() == (Copy("c", "a", "contains"), Copy("c", "b", "contains"))
    assert found.groups([], lambda claim: "") == ()


def test_short_texts_are_no_part_of_others() -> None:
    assert copies(text(1, SHORTEST - 1), f"{text(1, SHORTEST - 1)} {text(2, 20)}") == ()


COLLECTIONS = st.lists(
    st.tuples(st.integers(0, 3), st.integers(20, 90), st.integers(0, 3), st.integers(0, 60)), min_size=0, max_size=7
)


@given(COLLECTIONS, st.randoms(use_true_random=False))
def test_copies_do_not_depend_on_the_order(made: list[tuple[int, int, int, int]], chance: random.Random) -> None:
    documents = [
        Document(f"d{place}", f"{text(one, length)} {text(other + 4, more)}")
        for place, (one, length, other, more) in enumerate(made)
    ]
    shuffled = list(documents)
    chance.shuffle(shuffled)
    found = sources(documents)
    assert found.copies() == sources(shuffled).copies()
    originals = {each.original for each in found.copies() if each.kind == "copy"}
    assert originals.isdisjoint(each.document for each in found.copies() if each.kind == "copy")


def test_many_texts_are_not_compared_with_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []
    counted = resolve_copies._common

    def common(one: object, other: object) -> int:
        compared.append(1)
        return counted(one, other)  # type: ignore[arg-type]

    monkeypatch.setattr(resolve_copies, "_common", common)
    documents = [Document(f"a{number}", f"{text(1)} {text(2 + number, 8)}") for number in range(100)]
    documents += [Document(f"b{number}", text(200 + number)) for number in range(100)]
    assert len(sources(documents).copies()) == 99
    assert len(compared) <= 2 * len(documents)


SENTENCE = "Varn Mills bought the old Lund Bakery in Lyon for $3 million on Monday."
OWN = ("Ana Silva reported on it at length.", "Nobody in Oslo had expected that.", "Rain fell in Lima all day long.")


def graph(*texts: str) -> Graph:
    return build_documents(
        [Document(f"d{place}", each, published=date(2024, 6, 5)) for place, each in enumerate(texts)]
    )


def counts(found: Graph) -> tuple[int, int, float]:
    (statement,) = (each for each in found.statements if each.relation == "buy")
    return statement.mentions, statement.independent_sources, statement.confidence


def test_four_copies_are_no_more_certain_than_one() -> None:
    single = counts(graph(SENTENCE))
    assert single[:2] == (1, 1)
    assert counts(graph(*[SENTENCE] * 4)) == (4, 1, single[2])


def test_a_sentence_word_for_word_is_one_source() -> None:
    copied, single = graph(*(f"{own} {SENTENCE}" for own in OWN)), counts(graph(SENTENCE))
    assert copied.copies == ()
    assert counts(copied) == (3, 1, single[2])


def test_sentences_of_their_own_are_sources_of_their_own() -> None:
    mentions, independent, confidence = counts(graph(SENTENCE, "Varn Mills bought the old Lund Bakery in Lyon."))
    assert (mentions, independent) == (2, 2)
    assert confidence > counts(graph(SENTENCE))[2]


def test_laws_hold_where_there_are_copies() -> None:
    texts = [f"{OWN[0]} {SENTENCE}", f"{OWN[1]} {SENTENCE}", SENTENCE, "Varn Mills bought the old Lund Bakery in Lyon."]
    documents = [Document(f"d{place}", each) for place, each in enumerate(texts * 2)]
    complete, parts = build_documents(documents), [build_documents(documents[start::3]) for start in range(3)]
    for order in itertools.permutations(parts):
        assert (order[0] | order[1]) | order[2] == order[0] | (order[1] | order[2]) == complete
    assert complete | complete == complete | Graph() == complete
    assert KnowledgeGraph.of(from_rdf(to_rdf(complete))) == complete
    assert [each.copies for each in complete.statements if each.copies]
    assert complete.copies
