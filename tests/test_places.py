"""Numbers, values and names by positions in documents."""

from hypothesis import given
from hypothesis import strategies as st

from kg.places import Marks, Names, Places
from tests.strategies import tries

PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 20), st.integers(0, 3)))


@tries(100)
@given(PAIRS, st.integers(0, 21), st.integers(0, 21))
def test_places(pairs: list[tuple[str, int, int]], begin: int, end: int) -> None:
    places = Places(pairs)
    assert sorted(places) == sorted(set(pairs))
    assert len(places) == len(set(pairs))
    for document in "abcd":
        inside = {(place, number) for name, place, number in pairs if name == document and begin <= place < end}
        assert list(places.within(document, begin, end)) == sorted(inside)
        here = [number for name, place, number in pairs if (name, place) == (document, begin)]
        assert places.last(document, begin) == max(here, default=None)
        before = [(place, number) for name, place, number in pairs if name == document and place <= begin]
        assert places.upto(document, begin) == max(before, default=(None, None))[1]


@tries(100)
@given(st.lists(st.tuples(st.integers(0, 2), st.sampled_from("abc"), st.integers(0, 20), st.integers(0, 3))))
def test_places_of_several_kinds(rows: list[tuple[int, str, int, int]]) -> None:
    found = Places.several(rows, 3)
    assert [list(each) for each in found] == [list(Places(row[1:] for row in rows if row[0] == k)) for k in range(3)]


@tries(100)
@given(PAIRS)
def test_names_are_a_mapping_by_place_in_which_the_last_counts(pairs: list[tuple[str, int, int]]) -> None:
    marks = sorted(((document, place, f"name {number}") for document, place, number in pairs), key=lambda each: each[2])
    names = Names(marks)
    assert names == {(document, place): name for document, place, name in marks}
    assert ("d", 0) not in names
    assert names.get(("a", 99)) is None
    assert set(Marks(marks)) == set(marks)
