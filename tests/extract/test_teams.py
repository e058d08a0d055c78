"""Places that refer to teams, in our own texts."""

import pytest
from spacy.language import Language

from kg.extract.teams import TEAM, teams_of, with_teams
from kg.lexicon.gazetteer import default_gazetteer
from kg.model import Chain, Kind, Mention, Span
from kg.resolve.entities import entities
from tests.extract.sentences import read

OPENING = "Norway captain Ola Berg was happy. The striker and the goalkeeper were praised. "
"""Sentences that show that a text is about sport."""


def teams(nlp: Language, text: str) -> list[str]:
    """Return the words of the names that refer to teams, each with the preceding word."""
    found = sorted(mention.span.start for mention in teams_of(read(nlp, text)).values())
    return [" ".join([*text[:start].split()[-1:], text[start:].split()[0].strip(".,'s")]) for start in found]


@pytest.mark.parametrize(
    "sentence",
    [
        "At home Peru coach Juan Silva was pleased.",
        "She met the captain of Peru.",
        "The goal was the first of a 3-1 victory over Peru.",
        "It was their second defeat to Peru.",
        "Norway beat Peru.",
        "Today Peru have lost three players.",
        "At home Peru manager Juan Silva was pleased.",
        "Berg scored against Peru.",
        "It was a good day for Peru's playmaker.",
        "He hopes to play for Peru.",
        "He rejected a move to Peru.",
    ],
)
def test_words_next_to_a_place_show_its_team(sentence: str, nlp: Language) -> None:
    assert any(each.endswith(" Peru") for each in teams(nlp, OPENING + sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The next match will be in Peru.",
        "He travelled to Peru.",
        "He met Peru's Ana Silva at the race.",
        "She writes about the economy of Peru.",
        "Peruvian fans were there.",
        "She had a house with Peru in view.",
        "The book is about the people of Peru.",
        "It tells how far off Peru is.",
    ],
)
def test_a_place_is_no_team_without_such_words(sentence: str, nlp: Language) -> None:
    assert teams(nlp, OPENING + sentence) == ["Norway"]


def test_what_is_a_team_once_is_one_where_it_takes_part(nlp: Language) -> None:
    text = OPENING + "Then Norway surprised everyone, for in Norway the weather is bad. It helped Norway."
    assert teams(nlp, text) == ["Norway", "Then Norway", "helped Norway"]


def test_the_name_of_a_city_with_a_word_of_clubs_is_a_team(nlp: Language) -> None:
    found = teams(nlp, OPENING + "He left Exeter City and saw New York City and Exeter.")
    assert "left Exeter" in found
    assert not {"saw New", "and Exeter"} & {*found}


def test_words_for_players_make_a_text_one_about_sport(nlp: Language) -> None:
    text = "Ottawa beat Detroit. A goaltender and two {} played, and the winger rested."
    assert teams(nlp, text.format("defensemen")) == ["Ottawa", "beat Detroit"]
    assert teams(nlp, text.format("newcomers")) == []


def test_teams_that_act_as_several_and_have_a_boss_make_a_text_one_about_sport(nlp: Language) -> None:
    text = "Today Norway have lost two players. At home Peru boss Juan Silva was pleased. They left Real Madrid."
    assert {each.split()[-1] for each in teams(nlp, text)} == {"Norway", "Peru"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway defeated Peru in the war. The victory over Peru was celebrated.",
        "The army captain was sent home. Norway lost to Peru in the court, and Norway have paid.",
    ],
)
def test_a_text_that_is_not_about_sport_has_no_teams(text: str, nlp: Language) -> None:
    assert teams(nlp, text) == []


def mention(text: str, start: int, kind: Kind = "name", type_: str = "Place") -> Mention:
    return Mention(Span("d", start, start + len(text)), text, start, kind, type_)


NORWAY, AGAIN = mention("Norway", 0), mention("Norway", 40)
THEY, COUNTRY, IT = mention("they", 60, "pronoun"), mention("the country", 70, "nominal"), mention("it", 20, "pronoun")


@pytest.mark.parametrize(
    ("chain", "parts"),
    [
        ((NORWAY, IT, AGAIN, THEY), [(AGAIN, THEY), (NORWAY, IT)]),
        ((NORWAY, IT), [(NORWAY, IT)]),
    ],
)
def test_a_team_leaves_the_chain_of_its_place(chain: Chain, parts: list[Chain]) -> None:
    team = mention("Norway", 40, "name", TEAM)
    found = with_teams([chain], {team.key: team})
    assert [[each.key for each in part] for part in found] == [[each.key for each in part] for part in parts]
    assert {each.type for part in found for each in part if each.key == team.key} <= {TEAM}


def test_a_team_is_no_place_and_another_one_in_each_document() -> None:
    team, elsewhere = mention("Norway", 40, "name", TEAM), Mention(Span("e", 0, 6), "Norway", 0, "name", TEAM)
    found = entities([(NORWAY,), (team,), (elsewhere,)], default_gazetteer())
    assert sorted((each.label, each.type) for each in found) == [
        ("Norway", "Country"),
        ("Norway", TEAM),
        ("Norway", TEAM),
    ]
