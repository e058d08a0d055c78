"""Roles in descriptions, in our own sentences."""

import pytest
from spacy.language import Language

from kg.extract.roles import role_of, roles_of
from tests.extract.sentences import read

ROLES = [
    ("Ana Silva is the chairman of Acme Corp.", "chairman", ("chairman of", "Corp.")),
    ("Ana Silva is a senior analyst at Norland Bank.", "analyst", ("senior analyst at", "Bank")),
    ("Ana Silva, Germany's former finance minister, left.", "minister", ("former finance minister of", "Germany")),
    ("Tom Holm (former Wales coach) left.", "coach", ("former coach of", "Wales")),
    ("BBC political correspondent Tom Holm left.", "correspondent", ("political correspondent of", "BBC")),
    ("JP Morgan chief executive Tom Holm left.", "executive", ("chief executive of", "Morgan")),
    ("Ana Silva, the chief Asian strategist of Acme, left.", "strategist", ("chief Asian strategist of", "Acme")),
    ("Italian Prime Minister Ana Silva left.", "Minister", ("prime minister of", "Italian")),
    ("BBC environment correspondent Ana Silva left.", "correspondent", ("environment correspondent of", "BBC")),
    ("Tom Holm, head of research at Norland Bank, left.", "head", ("head of research at", "Bank")),
    ("Ana Silva, US Secretary of State, left.", "Secretary", ("secretary of state of", "US")),
    ("UN Secretary-General Tom Holm left.", "General", ("secretary general of", "UN")),
    ("Liverpool striker Tom Holm scored.", "striker", ("striker of", "Liverpool")),
    ("Tory leader Ana Silva left.", "leader", ("leader of", "Tory")),
    ("In a letter, VTNB spokesman Tom Holm objected.", "spokesman", ("spokesman of", "VTNB")),
    ("Lyon is the capital of Chad.", "capital", ("capital of", "Chad")),
    ("She met his brother.", "brother", ("brother of", "his")),
    ("Ana Silva, the firm's chairman, left.", "chairman", ("chairman of", "firm")),
]
NONE = [
    ("more than a role", "Ana Silva is the chairman of Acme who resigned.", "chairman"),
    ("nobody with a name", "Ana Silva is a member of a club.", "member"),
    ("a place only", "It is a school in Milan.", "school"),
    ("an aim", "It was a victory for Bayern Munich.", "victory"),
    ("several owners", "Ana Silva is a friend of Juan and Maria.", "friend"),
    ("a time", "It was the storm of May.", "storm"),
    ("a longer name", "US Davis Cup captain Tom Holm left.", "captain"),
    ("a place only, with a field", "London property manager Tom Holm left.", "manager"),
    ("a field that is a party too", "Labor Minister Ana Silva left.", "Minister"),
    ("a common noun with a capital", "Culture critic Ana Silva left.", "critic"),
    ("a title with a capital", "She met Foreign Secretary Tom Holm.", "Secretary"),
    ("a known thing between", "Tom Holm, director of the fund at Acme, left.", "director"),
]


@pytest.mark.parametrize(("sentence", "noun", "expected"), ROLES)
def test_the_role_with_whom_it_is_that_of(nlp: Language, sentence: str, noun: str, expected: tuple[str, str]) -> None:
    text = read(nlp, sentence)
    found = role_of(text, next(phrase for phrase in text.phrases() if phrase.head.text == noun))
    assert found is not None
    assert (found.name, found.owner.head.text) == expected


@pytest.mark.parametrize(("sentence", "noun"), [pytest.param(*row, id=why) for why, *row in NONE])
def test_what_is_no_role_of_one(nlp: Language, sentence: str, noun: str) -> None:
    text = read(nlp, sentence)
    assert role_of(text, next(phrase for phrase in text.phrases() if phrase.head.text == noun)) is None


@pytest.mark.parametrize(
    ("sentence", "noun", "expected"),
    [
        ("Ana Silva, chairman and founder of Norland Bank, left.", "chairman", ["chairman of", "founder of"]),
        ("Ana Silva is the chairman and founder of Norland Bank.", "chairman", ["chairman of", "founder of"]),
        ("Ana Silva is chairman of Acme and head of Bolt.", "chairman", ["chairman of"]),
        ("Ana Silva is a painter and friend of Tom Holm.", "painter", []),
    ],
)
def test_roles_that_share_whose_they_are(nlp: Language, sentence: str, noun: str, expected: list[str]) -> None:
    text = read(nlp, sentence)
    phrase = next(phrase for phrase in text.phrases() if phrase.head.text == noun)
    assert [role.name for role in roles_of(text, phrase)] == expected
