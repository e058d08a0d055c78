"""Types of named entities: single pieces of evidence, and a table of names in sentences."""

import typing as t
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language

from kg.lexicon.name_forms import normal_form
from kg.lexicon.noun_types import broad_type
from kg.model import Chain, Claim, Entity, NamedPart, Qualifier
from kg.resolve.type_evidence import CLAIM_WEIGHT, HINT_WEIGHT, stated_types
from kg.resolve.types import Naming, is_personal_name, is_supported, type_of
from kg.stages.running import run_documents
from tests.resolve.values import claim, document, mention

TABLE: t.Final = Path(__file__).with_name("entity_types.tsv")
LEAST_EXACT: t.Final = 0.93
LEAST_BROAD: t.Final = 0.94
MOST_FALSE: t.Final = 0.01
"""The maximum share with a wrong type; no type is too general, but not wrong."""


@pytest.mark.parametrize(
    ("naming", "expected"),
    [
        (Naming.of([("Bolt", "Person")]), "Person"),
        (Naming.of([("Bolt", "Place"), ("Bolt", "Organization"), ("Bolt", "Organization")]), "Organization"),
        (Naming.of([("Bolt Lab", "Product")]), "Company"),
        (Naming.of([("Lake Bolt", "Person")]), "Place"),
        (Naming.of([("Jane Park", "Person")]), "Person"),
        (Naming.of([("Jane Foods", "Person")]), "Company"),
        (Naming.of([("Bolt Muslim Council", "Organization")]), "Organization"),
        (Naming.of([("Bolt County Council", "Organization")]), "GovernmentOrganization"),
        (Naming.of([("Jane Park", "Place")], pronouns=["she"]), "Place"),
        (Naming.of([("Bolt", "Person")], nouns=["newspaper"]), "NewsMediaOrganization"),
        (Naming.of([("Bolt", "Person")], nouns=["newspaper"], pronouns=["he"]), "Person"),
        (Naming.of([("Bolt", "Person")], pronouns=["it"]), "Thing"),
        (Naming.of([("Mrs Bolt", "Organization")]), "Person"),
        (Naming.of([("Bolt", "Organization")], pronouns=["her"]), "Person"),
        (
            Naming.of([("Bolt", "Person")], stated_types=["NewsMediaOrganization"] * HINT_WEIGHT),
            "NewsMediaOrganization",
        ),
        (Naming.of([("Bolt", "Thing")]), "Thing"),
        (Naming.of([("Bolt", "Thing")], nouns=["town"]), "City"),
        (Naming.of([("Old Bolt Castle", "Thing")], stated_types=["Work"]), "Work"),
        (Naming.of([("Jane Bolt", "Person")], nouns=["film"]), "Work"),
        (Naming.of([("Jane Bolt", "Person")], nouns=["film"], pronouns=["she"]), "Person"),
        (Naming.of([("Jane Bolt", "Person")], stated_types=["Work", "Person"]), "Person"),
        (Naming.of([("Leeds Town", "Organization")]), "SportsTeam"),
        (Naming.of([("Leeds Town", "Place")]), "City"),
        (Naming.of([("BX6", "Place")] * 9), "Product"),
        (Naming.of([("M25", "Place")]), "Place"),
        (Naming.of([("Boltism", "Organization")]), "Thing"),
        (Naming.of([("Bolt Prize", "Organization")]), "Thing"),
        (Naming.of([("bolt miles", "Person")]), "Thing"),
        (Naming.of([("Prime Minister", "Thing")]), "Person"),
        (Naming.of([("Old Bolt River Hall", "Event")]), "Place"),
        (Naming.of([("Enrique Bolt Nieto", "Organization")]), "Person"),
    ],
)
def test_evidence_is_weighed(naming: Naming, expected: str) -> None:
    assert type_of(naming) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Mr Bolt", True),
        ("Peter Bolt", True),
        ("Lord Bolt", True),
        ("Lord of the Bolts", False),
        ("Peter Park", True),
        ("Jean-Claude Bolt", True),
        ("French President Bolt", True),
        ("President Bolt's Questions", False),
        ("Charlotte Airport Services Society", False),
        ("Bolt", False),
        ("Bolt Labs", False),
        ("", False),
    ],
)
def test_personal_names(name: str, expected: bool) -> None:
    assert is_personal_name(name) is expected


BOLT, ACME, VARN = mention("Bolt", 0), mention("Acme", 30), mention("Varn", 30, type_="Place")
LIST, INTERVIEW = mention("a list", 10, kind="nominal"), mention("an interview", 10, kind="nominal")


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (claim(BOLT, "be", mention("a bank", 10, kind="nominal")), {BOLT.key: ["Company"] * CLAIM_WEIGHT}),
        (claim(BOLT, "be", mention("a bank", 10, kind="nominal"), negated=True), {}),
        (claim(BOLT, "be", mention("a bank", 10, kind="nominal"), modality="hedged"), {}),
        (claim(BOLT, "broadcast", INTERVIEW), {BOLT.key: ["NewsMediaOrganization"] * HINT_WEIGHT}),
        (claim(BOLT, "agree with", ACME), {}),
        (claim(BOLT, "live in", ACME), {ACME.key: ["Place"] * HINT_WEIGHT}),
        (claim(BOLT, "amend", ACME), {ACME.key: ["Law"] * HINT_WEIGHT}),
        (claim(BOLT, "see", ACME), {}),
        (claim(BOLT, "study", LIST), {BOLT.key: ["Person"] * HINT_WEIGHT}),
        (claim(mention("Bolt", type_="Person"), "believe", LIST), {}),
        (claim(mention("Jane", type_="Person"), "believe", LIST), {BOLT.key: ["Person"] * HINT_WEIGHT}),
        (claim(BOLT, "close", mention("its border", 10, kind="nominal")), {BOLT.key: ["Country"] * HINT_WEIGHT}),
        (replace(claim(BOLT, "see", LIST), qualifiers=(Qualifier("in", VARN),)), {VARN.key: ["Place"] * HINT_WEIGHT}),
        (replace(claim(BOLT, "see", LIST), qualifiers=(Qualifier("only in", VARN),)),
         {VARN.key: ["Place"] * HINT_WEIGHT}),
        (replace(claim(BOLT, "see", LIST), qualifiers=(Qualifier("due to", ACME),)), {}),
        (claim(mention("Jane Bolt", type_="Person"), "publish", LIST), {}),
        (claim(mention("Bolt", type_="Organization"), "be", mention("a group", 10, kind="nominal")),
         {BOLT.key: ["Organization"] * CLAIM_WEIGHT}),
        (claim(mention("Bolt", type_="Person"), "be", mention("a group", 10, kind="nominal")),
         {BOLT.key: ["Group"] * CLAIM_WEIGHT}),
    ],
)  # fmt: skip
def test_claims_state_types(stated: Claim, expected: dict[tuple[str, int], list[str]]) -> None:
    assert stated_types([stated], []) == expected


def test_a_noun_gives_the_type_of_the_name_after_it() -> None:
    varn = mention("Varn", 12)
    chains: list[Chain] = [(mention("the town of Varn", 0, kind="nominal"),), (varn,)]
    assert stated_types([], chains) == {varn.key: ["City"] * HINT_WEIGHT}


def test_a_place_can_follow_a_noun() -> None:
    varn = mention("Varn", 11, type_="Place")
    chains: list[Chain] = [(mention("farmers in Varn", 0, kind="nominal"),), (varn,)]
    assert stated_types([], chains) == {varn.key: ["Place"] * HINT_WEIGHT}
    assert stated_types([], [chains[0], (replace(varn, type="Product"),)]) == {}
    for held in ("interest", "stakes"):
        at = len(f"{held} in ")
        chains = [(mention(f"{held} in Varn", 0, kind="nominal"),), (mention("Varn", at, type_="Place"),)]
        assert stated_types([], chains, {"d": f"{held} in Varn"}) == {}


@pytest.mark.parametrize(("name", "type_"), [("DVD", "Place"), ("Varn", "Organization"), ("Varn", "Thing")])
def test_no_acronym_and_nothing_with_another_label_is_a_place(name: str, type_: str) -> None:
    where = replace(claim(BOLT, "see", LIST), qualifiers=(Qualifier("in", mention(name, 30, type_=type_)),))
    assert stated_types([where], []) == {}


def test_a_plural_noun_gives_the_type_of_each_of_its_examples() -> None:
    varn = mention("Varn", 20, type_="Person")
    for noun, type_ in (("banks", "Company"), ("artists", None), ("makers", None)):
        part = NamedPart(mention(noun, 0, kind="nominal"), varn, "includes")
        assert stated_types([], [], {}, [part]) == ({varn.key: [type_] * HINT_WEIGHT} if type_ else {})
    part = NamedPart(mention("banks", 0, kind="nominal"), varn, "of")
    assert stated_types([], [], {}, [part]) == {}


def test_what_films_include_are_films() -> None:
    varn = mention("Varn", 20, type_="Person")
    films = claim(mention("films", 0, kind="nominal"), "include", varn)
    assert stated_types([films], []) == {varn.key: ["Work"] * HINT_WEIGHT}
    assert stated_types([replace(films, subject=mention("team", 0, kind="nominal"))], []) == {}
    assert stated_types([replace(films, object=mention("films", 20, kind="nominal"))], []) == {}


def test_names_in_sentences_have_their_types(nlp: Language) -> None:
    exact, broad, false, total, wrong = 0, 0, 0, 0, []
    for names, text in _rows():
        entities = run_documents([document(text=text)], model=nlp).graph.entities
        for name, _, expected in (pair.partition("=") for pair in names.split(";")):
            got = _type(name, entities)
            exact, broad = exact + (got == expected), broad + (broad_type(got) == broad_type(expected))
            false += got not in {"Thing", "none"} and broad_type(got) != broad_type(expected)
            total += 1
            wrong += [f"{name}: {got}, not {expected}"] * (got != expected)
    assert total >= 200
    assert exact / total >= LEAST_EXACT, wrong
    assert broad / total >= LEAST_BROAD, wrong
    assert false / total <= MOST_FALSE, wrong


def _rows() -> list[list[str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _type(name: str, entities: t.Iterable[Entity]) -> str:
    form = normal_form(name)
    named = (entity for entity in entities if any(normal_form(mention.text) == form for mention in entity.mentions))
    return next((entity.type for entity in named), "none")


@pytest.mark.parametrize(
    ("type_", "naming", "expected"),
    [
        ("Organization", Naming.of([("Bolt", "Organization")] * 9), False),
        ("Organization", Naming.of([*[("Bolt", "Organization")] * 8, ("Bolt", "Person")]), False),
        ("Organization", Naming.of([("Bolt", "Organization")], stated_types=["Company"]), True),
        ("Organization", Naming.of([("Bolt", "Organization")], nouns=["firm"]), True),
        ("Person", Naming.of([("Bolt", "Person")], nouns=["owner"]), False),
        ("Person", Naming.of([("Bolt", "Person")], stated_types=["Person"]), True),
        ("Person", Naming.of([("Bolt", "Person")], stated_types=["Person"], pronouns=["its"]), False),
        ("Person", Naming.of([("", "Person")]), False),
        ("Company", Naming.of([("Bolt Labs", "Organization")]), True),
        ("Place", Naming.of([("New Bolt", "Place")]), False),
        ("Person", Naming.of([("Bolt", "Person")]), False),
        ("Person", Naming.of([("Bolt", "Person")], pronouns=["she"]), True),
        ("Person", Naming.of([("Ngozi Bolt", "Person")]), True),
        ("Person", Naming.of([("Jane", "Person")]), True),
        ("Person", Naming.of([("Oscar", "Person")]), False),
        ("Person", Naming.of([("Jane of the Hill", "Person")]), False),
        ("Person", Naming.of([("Bolt Racer 2", "Person")]), False),
        ("Person", Naming.of([("Bolt Racer", "Person")]), False),
        ("Person", Naming.of([("Ngozi Sisters", "Person")]), False),
        ("Person", Naming.of([("Will Sisters", "Person")]), True),
        ("Person", Naming.of([("Cutt Off", "Person")]), False),
        ("Person", Naming.of([("Jane's Boltings", "Person")]), False),
        ("Person", Naming.of([("Leeds Boltington", "Person")]), False),
        ("Person", Naming.of([("St Bolt", "Person")]), False),
        ("Group", Naming.of([("Boltworths", "Group")]), False),
        ("Group", Naming.of([("Boltians", "Group")]), True),
        ("Group", Naming.of([("Boltian", "Group")]), False),
        ("Product", Naming.of([("Bolt 7", "Product")]), True),
        ("Organization", Naming.of([("Toronto Pelicans", "Organization"), ("Pelicans", "Place")]), True),
        ("Organization", Naming.of([("Bolt Pelicans", "Organization")]), False),
        ("Organization", Naming.of([("Toronto Basis", "Organization")]), False),
        ("Place", Naming.of([("Toronto Pelicans", "Place")]), False),
    ],
)
def test_labels_alone_are_weak_evidence(type_: str, naming: Naming, expected: bool) -> None:
    assert is_supported(type_, naming) is expected


@pytest.mark.parametrize(
    ("text", "at", "name", "type_"),
    [
        ("Ann wrote the novel Zorvan.", 20, "Zorvan", "Work"),
        ("They met Zorvan's chairman.", 9, "Zorvan", "Organization"),
        ("She opened Zorvan, a free browser for phones.", 11, "Zorvan", "Product"),
        ("It sued Zorvan, a maker of lamps.", 8, "Zorvan", "Company"),
        ("Rain fell in Zorvan.", 13, "Zorvan", "Place"),
        ("The mayor of Zorvan resigned.", 13, "Zorvan", "City"),
    ],
)
def test_words_next_to_a_name_show_its_type(text: str, at: int, name: str, type_: str) -> None:
    label = "Place" if type_ == "Place" else "Organization"
    named = mention(name, at, type_=label)
    assert stated_types([], [(named,)], {named.span.document: text}) == {named.key: [type_] * HINT_WEIGHT}


@pytest.mark.parametrize(("label", "expected"), [("Organization", ["SportsTeam"] * HINT_WEIGHT), ("Product", None)])
def test_what_has_a_captain_is_a_team_where_it_may_be_one(label: str, expected: list[str] | None) -> None:
    text = "They met Zorvan's captain."
    named = mention("Zorvan", 9, type_=label)
    assert stated_types([], [(named,)], {named.span.document: text}).get(named.key) == expected
