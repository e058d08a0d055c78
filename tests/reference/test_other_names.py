"""Other forms of a name in one document, on hand-written parses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.grammar.parse import parse_of
from kg.lexicon.gazetteer import default_gazetteer
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.names import surnames
from kg.reference.coref.other_names import bracketed_names, misspelled_names, names_with_kind, plural_names
from kg.reference.coref.rules import CERTAIN, Rule
from tests.extract.documents import parsed
from tests.names import PARTS


def names(*written: str) -> str:
    """Return a parse in which each name is the subject of a sentence: `Norla Bank/ORG`."""
    words: list[str] = []
    for each in written:
        name, _, label = each.partition("/")
        parts = name.split()
        head = len(words) + len(parts)
        words += [f"{part}/NNP/compound/{head}/{label}" for part in parts[:-1]]
        words += [f"{parts[-1]}/NNP/nsubj/{head + 1}/{label}", f"grew=grow/VBD/ROOT/0 ././punct/{head + 1}"]
        words = " ".join(words).split()
    return " ".join(words)


def united(rule: Rule, written: str) -> list[list[str]]:
    """Return the names that a rule links."""
    discourse = Discourse(parse_of(parsed(written)), default_gazetteer())
    rule(discourse)
    clusters = [[member.mention.text for member in cluster.members] for cluster in discourse.clusters()]
    return [cluster for cluster in clusters if len(cluster) > 1]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Hurricane Brenna/PERSON", "Brenna/ORG"),
        ("Norla Magazine/ORG", "Norla/ORG"),
        ("Norla Island/LOC", "Norla/GPE"),
        ("Norla Interactive Doughnuts/ORG", "Norla/PERSON"),
        ("Progress Party/ORG", "Progress/NORP"),
        ("Conservative Party/ORG", "Conservative/NORP"),
    ],
)
def test_a_name_and_its_kind(full: str, short: str) -> None:
    texts = [each.partition("/")[0] for each in (full, short)]
    assert united(names_with_kind, names(full, short)) == [texts]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Oslo Airport/FAC", "Oslo/GPE"),
        ("Lyon University/ORG", "Lyon/GPE"),
        ("ABC Authority/ORG", "ABC/ORG"),
        ("Norla Valley/LOC", "Norla/GPE"),
        ("Lyon Party/ORG", "Lyon/GPE"),
        ("Irish Party/ORG", "Irish/NORP"),
    ],
)
def test_a_name_of_something_at_a_place_is_not_the_places(full: str, short: str) -> None:
    assert united(names_with_kind, names(full, short)) == []


@pytest.mark.parametrize(
    "written",
    [
        ("Norla/ORG", "Norla Doughnuts/ORG"),
        ("Home Doughnuts/ORG", "Home/ORG"),
        ("NRL Doughnuts/ORG", "NRL/ORG"),
        ("Norla Doughnuts/ORG", "Norla/WORK_OF_ART"),
        ("Norla Doughnuts/PERSON", "Norla/ORG"),
        ("Israel Defense Forces/ORG", "Israel/ORG"),
        ("Norla Doughnuts/ORG", "Norla Records/ORG", "Norla/ORG"),
    ],
)
def test_a_first_word_that_may_mean_more_is_not_the_firms(written: tuple[str, ...]) -> None:
    assert united(names_with_kind, names(*written)) == []


def test_the_name_of_a_person_is_no_storm() -> None:
    assert united(names_with_kind, names("Hurricane Brenna/EVENT", "Jane Brenna/PERSON", "Brenna/PERSON")) == []


def test_a_last_name_that_is_known_to_mean_the_person_is_not_the_firms() -> None:
    written = names("Zorko Brenna/PERSON", "Brenna Records/ORG", "Brenna/ORG")
    discourse = Discourse(parse_of(parsed(written)), default_gazetteer())
    person, firm, last = discourse.candidates
    discourse.unite(last, person)
    names_with_kind(discourse)
    assert discourse.cluster(last) is discourse.cluster(person) is not discourse.cluster(firm)


@pytest.mark.parametrize(
    ("name", "label", "inside", "one"),
    [
        ("Norland Grazing Bureau", "ORG", "BGN/NNP/appos/3/ORG", True),
        ("Norland Grazing Bureau", "ORG", "XYZ/NNP/appos/3/ORG", False),
        ("Ana Maria Silva", "PERSON", "AMS/NNP/appos/3/ORG", False),
        ("Norland Grazing Bureau", "ORG", "Vestria/NNP/appos/3/GPE", False),
    ],
)
def test_letters_in_brackets(name: str, label: str, inside: str, one: bool) -> None:
    parts = name.split()
    before = " ".join(f"{part}/NNP/compound/3/{label}" for part in parts[:-1])
    written = (
        f"{before} {parts[-1]}/NNP/nsubj/7/{label} (/-LRB-/punct/5 {inside} )/-RRB-/punct/5 grew=grow/VBD/ROOT/0 "
        "././punct/7"
    )
    assert (united(bracketed_names, written) != []) is one


def test_letters_in_brackets_after_a_name_that_ends_with_another() -> None:
    written = (
        "The/DT/det/3 Boats/NNP/compound/3/ORG Council/NNP/nsubj/9/ORG for/IN/prep/3 Norland/NNP/pobj/4/GPE "
        "(/-LRB-/punct/3 BCN/NNP/appos/5/ORG )/-RRB-/punct/3 grew=grow/VBD/ROOT/0 ././punct/9"
    )
    assert united(bracketed_names, written) == [["Boats Council for Norland", "BCN"]]


def test_a_people_and_its_members() -> None:
    written = names("Norlan/ORG", "Norlans/NORP")
    assert united(plural_names, written) == [["Norlan", "Norlans"]]
    assert united(plural_names, names("Silva/PERSON", "Jane Silva/PERSON", "Silvas/NORP")) == []


WORDS = st.lists(st.sampled_from([part for part in PARTS if part.isalnum()]), min_size=1, max_size=3).map(" ".join)
LABELS = st.sampled_from(["PERSON", "ORG", "GPE", "NORP", "EVENT"])


@given(written=st.lists(st.tuples(WORDS, LABELS).map("/".join), min_size=1, max_size=6))
def test_the_rules_keep_every_name_in_one_cluster(written: list[str]) -> None:
    discourse = Discourse(parse_of(parsed(names(*written))), default_gazetteer())
    for rule in CERTAIN:
        rule(discourse)
    members = [member.index for cluster in discourse.clusters() for member in cluster.members]
    assert sorted(members) == [candidate.index for candidate in discourse.candidates]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Brennala/PERSON", "Brennla/PERSON", True),
        ("Brennala/PERSON", "Brennlaa/PERSON", True),
        ("Brennala/PERSON", "Brennola/ORG", False),
        ("Brennala/PERSON", "Brennalas/PERSON", False),
        ("Brenn/PERSON", "Brinn/PERSON", False),
        ("Brennala/PERSON", "Crennala/PERSON", False),
        ("Lake Brennala/LOC", "Lake Brennola/LOC", True),
        ("Lake Brennala/LOC", "Lake Brinnola/LOC", False),
        ("Brennala-2/PRODUCT", "Brennala-3/PRODUCT", False),
    ],
)
def test_a_letter_off(one: str, other: str, same: bool) -> None:
    assert (united(misspelled_names, names(one, one, other)) != []) is same


def test_two_names_that_both_come_again_are_two() -> None:
    assert united(misspelled_names, names(*["Brennala/PERSON", "Brennola/PERSON"] * 2)) == []


@pytest.mark.parametrize(("mentions", "person"), [(5, True), (4, False)])
def test_one_possession_of_firms_does_not_make_a_last_name_that_of_a_firm(mentions: int, person: bool) -> None:
    others = names("Lars Halden/PERSON", *["Halden/ORG"] * mentions)
    at = len(others.split())
    owner = f"Halden/NNP/poss/{at + 3}/ORG 's/POS/case/{at + 1} brand/NN/nsubj/{at + 4}"
    grew = f"grew=grow/VBD/ROOT/0 ././punct/{at + 4}"
    (cluster,) = united(surnames, f"{others} {owner} {grew}")
    assert ("Lars Halden" in cluster) is person
