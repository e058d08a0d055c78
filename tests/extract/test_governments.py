"""Capitals that refer to their governments, in our own texts."""

import pytest
from spacy.language import Language

from kg.extract import reading
from kg.extract.governments import of_countries
from kg.lexicon.gazetteer import default_gazetteer
from kg.model import Document, Mention, Reading, Span
from kg.reference.annotation import annotate
from kg.resolve import resolve
from kg.resolve.entities import entities
from kg.resolve.merge_candidates import doubtful
from kg.resolve.types import GOVERNMENT

DENIED = "Moscow denied the American claims. "


def read(nlp: Language, text: str) -> Reading:
    (doc,) = annotate([Document("d", text)], nlp, prose=lambda each: [Span(each.id, 0, len(each.text))])
    return reading(doc)


def governments(nlp: Language, text: str) -> set[str]:
    """Return the names of governments among the subjects and speakers of a text, each with its verb."""
    ends = ((end, claim.relation) for claim in read(nlp, text).claims for end in (claim.subject, claim.speaker))
    return {f"{end.words} {verb}" for end, verb in ends if end is not None and end.type == GOVERNMENT}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (DENIED, {"Moscow deny"}),
        (DENIED + "Later Moscow signed a treaty.", {"Moscow deny", "Moscow sign"}),
        ("Oslo accused Moscow of spying.", {"Oslo accuse"}),
        ("Oslo sanctioned two banks. Moscow denied the claims.", {"Oslo sanction", "Moscow deny"}),
        (DENIED + "Later Oslo signed a treaty.", {"Moscow deny", "Oslo sign"}),
        (DENIED + "Later Oslo won a race.", {"Moscow deny"}),
        ("The claim was rejected by Oslo, the Russian minister said.", {"Oslo reject"}),
        ("Chad has closed the border, according to Oslo.", {"Oslo close"}),
    ],
)
def test_a_capital_that_speaks_about_another_country_is_its_government(
    text: str, found: set[str], nlp: Language
) -> None:
    assert governments(nlp, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Moscow wants more trees along the river.",
        "Oslo won the bid for the games in Chad.",
        "Moscow is a big city in Russia, and Norway has a house in Moscow.",
        "Moscow has many parks, and Norway has a house in it.",
        "Munich accused Norway of spying.",
        "Oslo wants to host the cup. The fair was held in Lima, and Lima created a prize.",
        "Rosa Lima is a painter. Lima accused Norway of theft.",
        "The striker was happy. Norway captain Ola Berg and the goalkeeper beat Peru. Oslo said that Peru were good.",
    ],
)
def test_other_capitals_cities_persons_and_teams_are_no_governments(text: str, nlp: Language) -> None:
    assert governments(nlp, text) == set()


def test_the_city_and_the_government_have_own_chains_and_a_pronoun_goes_with_the_nearest(nlp: Language) -> None:
    text = "Anna Lind lives in Moscow. Moscow denied the American claims. It said that Norway was wrong."
    chains = [chain for chain in read(nlp, text).chains if any(each.words == "Moscow" for each in chain)]
    assert sorted([(each.words, each.type) for each in chain] for chain in chains) == [
        [("Moscow", GOVERNMENT), ("It", "Thing")],
        [("Moscow", "Place")],
    ]


def test_a_government_has_an_edge_to_its_country_if_the_text_names_it(nlp: Language) -> None:
    parts = [part for part in read(nlp, DENIED + "Ola Berg left Russia.").named_parts if part.kind == "government of"]
    assert [(part.whole.words, part.whole.type, part.part.words) for part in parts] == [
        ("Moscow", GOVERNMENT, "Russia")
    ]
    assert "government of" not in {part.kind for part in read(nlp, DENIED).named_parts}


def mention(text: str, start: int, type_: str = "Place", *, document: str = "d") -> Mention:
    return Mention(Span(document, start, start + len(text)), text, start, "name", type_)


def test_the_edge_goes_to_the_nearest_name_of_the_country() -> None:
    places = [mention("Russia", 0), mention("Russian", 90, "Country"), mention("Chad", 95)]
    (part,) = of_countries([mention("Moscow", 100, GOVERNMENT)], places)
    assert part.part is places[1]


@pytest.mark.parametrize("name", ["Moscow", "Washington"])
def test_the_government_is_one_node_in_all_documents_and_not_the_city(name: str) -> None:
    government, other = mention(name, 40, GOVERNMENT), mention(name, 0, GOVERNMENT, document="e")
    found = entities([(mention(name, 0),), (government,), (other,)], default_gazetteer())
    assert sorted((each.label, each.type, len(each.chains)) for each in found) == [
        (name, "City", 1),
        (name, GOVERNMENT, 2),
    ]


def test_the_government_and_its_city_are_no_merge_candidates(nlp: Language) -> None:
    found = read(nlp, DENIED + "Ola Berg lives in Moscow.")
    graph = resolve((found.document,), found.claims, found.chains, named_parts=found.named_parts)
    assert [each.label for each in graph.entities].count("Moscow") == 2
    assert doubtful(graph) == ()
