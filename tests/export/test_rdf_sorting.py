"""Sorting any number of quads: the result does not depend on how many are held in memory."""

import io
import random
import tracemalloc
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.choices import Syntax
from kg.export.encodings import SUFFIXES, Encoding
from kg.export.rdf import write_rdf
from kg.export.rdf.sorting import in_order
from kg.export.rdf.terms import Iri, Quad, literal
from tests.export.examples import GRAPH

iris = st.text(st.sampled_from("ab/#é\U0001f30a-"), max_size=3).map(lambda end: Iri(f"urn:x:{end}"))
literals = st.text(st.characters(exclude_categories=["Cs"]), max_size=4).map(literal)
quads = st.lists(st.tuples(iris, iris, iris | literals, st.none() | iris), max_size=40)


def order(quad: Quad) -> tuple[str, str, str, str]:
    subject, predicate, node, graph = quad
    return graph or "", subject, predicate, node


@given(quads, st.integers(1, 9), st.integers(2, 5))
def test_quads_are_sorted_and_come_once(found: list[Quad], in_memory: int, most_files: int) -> None:
    assert list(in_order(found, in_memory=in_memory, most_files=most_files)) == sorted(set(found), key=order)


@pytest.mark.parametrize("syntax", SUFFIXES)
def test_the_same_bytes_from_memory_and_from_files(syntax: Syntax) -> None:
    texts = set()
    for in_memory in (10, 97, 100_000):
        file = io.BytesIO()
        write_rdf(GRAPH, file, Encoding(syntax=syntax), in_memory=in_memory)
        texts.add(file.getvalue())
    assert len(texts) == 1


def test_memory_is_bounded_by_what_may_be_held() -> None:
    def many() -> Iterator[Quad]:
        numbers = list(range(20_000))
        random.Random(7).shuffle(numbers)  # noqa: S311 - an order, no secret
        for number in numbers:
            yield Iri(f"urn:x:{number}"), Iri("urn:x:p"), literal(f"{number}" * 20), None

    peaks = []
    for in_memory in (1_000, 100_000):
        tracemalloc.start()
        assert sum(1 for _ in in_order(many(), in_memory=in_memory)) == 20_000
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[0] < peaks[1] / 3
