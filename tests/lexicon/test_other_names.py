import json
from collections import Counter
from importlib import resources

import pytest

from kg.lexicon.name_forms import one_name
from kg.lexicon.spelling import letters
from training.other_names import Synset, things


def test_a_name_is_that_of_one_thing() -> None:
    rows = json.loads(resources.files("kg").joinpath("data/other_names.json").read_text(encoding="utf-8"))["things"]
    named = Counter(name for row in rows for name in row.split(" "))
    assert len(rows) > 2_500
    assert max(named.values()) == 1
    assert all(name == letters(name) or name == letters(name).upper() for name in named)


@pytest.mark.parametrize(("one", "other"), [("Third Reich", "Nazi Germany"), ("GPS", "Global Positioning System")])
def test_names_of_one_thing_are_one(one: str, other: str) -> None:
    assert one_name(one) == one_name(other) is not None


@pytest.mark.parametrize("name", ["Gps", "Jordan", "Smith", "Novak Bridge"])
def test_what_can_mean_more_or_is_unknown_has_no_other_name(name: str) -> None:
    assert one_name(name) is None


def test_the_table_holds_what_means_one_thing_and_no_rule_unites() -> None:
    mountain = Synset(17, True, ("Mount Zurid", "Zuridan Peak", "zurid"))
    doubtful = Synset(17, True, ("Zurid Hill", "Nordell", "Mount Norland"))
    again = Synset(15, True, ("Nordell", "Zurid Hill"))
    equal = Synset(14, True, ("U.S. Bureau of Bolts", "US Bureau of Bolts"))
    person = Synset(18, True, ("Bolt", "Hugh Bolt", "Hugh Q. Bolt"))
    renamed = Synset(18, True, ("Novak", "Ada Novak", "Zora Bolt"))
    plant = Synset(20, False, ("Zurid Rose", "Norland Rose"))
    brands = Synset(6, False, ("Zuridex", "Norlandex"))
    found = list(things([mountain, doubtful, again, equal, person, renamed, plant, brands]))
    assert found == ["mountzurid zuridanpeak", "adanovak zorabolt"]
