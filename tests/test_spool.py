"""Sequences in a temporary file are unchanged, and sorted correctly."""

import copy
import multiprocessing
import os
import pickle
import sys
import threading
import typing as t
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kg.spool
from kg.model import Claim, Graph, Literal, Mention, Span, Time
from kg.outputs import contents
from kg.resolve import merge
from kg.spool import Spool, in_order
from kg.stages import run
from tests.strategies import tries

DATA = Path(__file__).parent.parent / "data"
VALUES = st.lists(
    st.one_of(
        st.builds(Literal, st.text(st.characters(exclude_categories=["Cs"]))),
        st.builds(Span, st.text(max_size=3), st.integers(0, 5), st.integers(6, 9)),
        st.builds(
            Time, st.none() | st.text(), st.none() | st.dates(), st.none() | st.dates(), st.just("day"), st.text()
        ),
    ),
    max_size=80,
)


def kept(values: Iterable[t.Any]) -> Sequence[t.Any]:
    return Spool[t.Any](in_memory=0).keep(values)


@tries(60)
@given(VALUES, st.integers(-100, 100), st.slices(80))
def test_a_sequence_in_the_file_is_its_tuple(values: list[t.Any], place: int, part: slice) -> None:
    found = kept(iter(values))
    assert found == tuple(values)
    assert tuple(values) == found
    assert (len(found), list(found), hash(found), repr(found)) == (
        len(values),
        values,
        hash(tuple(values)),
        repr(tuple(values)),
    )
    assert found[part] == tuple(values)[part]
    assert pickle.loads(pickle.dumps(found)) == copy.deepcopy(found) == tuple(values)  # noqa: S301 - see above
    if -len(values) <= place < len(values):
        assert found[place] == values[place]
    else:
        with pytest.raises(IndexError):
            found[place]


def test_the_first_values_stay_in_memory() -> None:
    spool = Spool[int](in_memory=100)
    parts = [range(60), range(30), range(1000), range(5)]
    assert [type(spool.keep(part)) is tuple for part in parts] == [True, True, False, False]
    assert [sum(spool.keep(part)) for part in parts] == [*map(sum, parts)]
    assert kept([1]) != (2,)
    assert kept([1]) != [1]


@pytest.mark.parametrize(("expected", "room"), [(0, 100), (100, 100), (130, 70), (200, 0), (1000, 0)])
def test_the_more_are_expected_the_fewer_stay_in_memory(expected: int, room: int) -> None:
    spool = Spool[int](in_memory=100, expected=expected)
    assert sum(isinstance(spool.keep([number]), tuple) for number in range(150)) == max(room - 1, 0)


def test_what_waits_in_a_file_is_not_written_again() -> None:
    found = kept([1, 2])
    assert Spool[int](in_memory=100).keep(found) is found


def test_mentions_that_are_one_object_stay_one() -> None:
    acme = Mention(Span("d", 0, 4), "Acme", 0, "name")
    one, other = kept([acme, acme])
    assert one is other
    assert one == acme


@tries(60)
@given(st.lists(st.tuples(st.integers(0, 5), st.integers())), st.integers(1, 9))
def test_what_is_sorted_in_files_keeps_the_order_of_equals(values: list[tuple[int, int]], in_memory: int) -> None:
    assert list(in_order(values, lambda each: each[0], in_memory=in_memory)) == sorted(values, key=lambda each: each[0])


def test_threads_and_forked_processes_read_one_file() -> None:
    found = kept([Literal(str(number)) for number in range(5000)])
    told = list[bool]()

    def look() -> None:
        told.append([int(each.value) for each in found] == list(range(5000)))

    threads = [threading.Thread(target=look) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == [True] * 4
    if sys.platform == "linux":
        process = multiprocessing.get_context("fork").Process(
            target=lambda: os._exit(0 if found[-1].value == "4999" else 1)
        )
        process.start()
        assert found[2500].value == "2500"
        process.join()
        assert process.exitcode == 0


def test_the_files_do_not_depend_on_what_is_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    once = run(str(DATA)).graph
    monkeypatch.setattr(kg.spool, "IN_MEMORY", 0)
    again = run(str(DATA)).graph
    assert not any(isinstance(said.claims, tuple) for said in again.statements)
    assert not isinstance(again.named_parts, tuple)
    assert again == once
    assert contents(again, record=again.record) == contents(once, record=once.record)
    assert merge(again, Graph()).statements == once.statements
    assert again.record == once.record
    assert isinstance(again.statements[0].claims[0], Claim)


def test_of_many_claims_none_stays_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    once = run(str(DATA)).graph
    monkeypatch.setattr(kg.spool, "IN_MEMORY", len(once.claims) // 2)
    again = run(str(DATA)).graph
    assert again == once
    waiting = [*(said.claims for said in again.statements), *(each.claims for each in again.record.readings)]
    assert not any(isinstance(claims, tuple) and claims for claims in waiting)


def test_ids_in_statements_are_those_of_the_things(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kg.spool, "IN_MEMORY", 0)
    graph = run(str(DATA)).graph
    known = {entity.id: entity.id for entity in graph.entities}
    assert all(said.subject is known[said.subject] for said in graph.statements)
    assert all(said.object is known[said.object] for said in graph.statements if isinstance(said.object, str))
