"""Possible names of the same person share a key, so not all names need to be compared."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from kg.lexicon.person_names import (
    agreement_keys,
    can_be_last_name,
    can_be_one,
    keys_of_bearer,
    keys_of_last_name,
    person_name,
)
from tests.strategies import tries

WORDS = (
    "Jane", "John", "J.", "Bill", "William", "Jean-Luc", "Q.", "Abe", "Doe", "Smith", "Vargas", "Llosa", "Boric", "von",
    "al-Assad", "bin", "Lukashenko", "Lukashenka", "Zelensky", "Zelenskyy", "Jr.", "II", "King", "Pope", "Mrs", "Mr",
    "Biologist", "Kim", "Xi", "Park", "José",
)  # fmt: skip
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)


@tries(300)
@given(st.lists(NAMES, min_size=2, max_size=8, unique=True))
def test_names_that_can_be_one_share_a_key(written: list[str]) -> None:
    found = [name for name in map(person_name, written) if name is not None]
    for one, other in itertools.permutations(found, 2):
        first, second = agreement_keys(one), agreement_keys(other)
        if can_be_one(one, other):
            assert first.wanted & second.offered or second.wanted & first.offered, (one, other)
        if one.partial and can_be_last_name(one, other):
            assert keys_of_last_name(one) & keys_of_bearer(other), (one, other)


def test_names_of_one_surname_share_no_key_for_it_alone() -> None:
    names = [name for given in ("Anna", "Bruno", "Clara", "Dario") if (name := person_name(f"{given} Doe"))]
    for one, other in itertools.permutations(map(agreement_keys, names), 2):
        assert not one.wanted & other.offered
