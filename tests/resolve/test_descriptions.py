"""The fullest of several descriptions of an entity is found."""

from dataclasses import replace

import pytest

from kg.resolve.descriptions import LONG_LABEL_WORDS, MAX_LABEL_WORDS, description, head_word, mention_type
from tests.resolve.values import mention

LABEL = " ".join(["quiet"] * (MAX_LABEL_WORDS - 1) + ["port"])
SOMEWHAT_LONG = f"quiet {LABEL}"
TOO_LONG = " ".join(["quiet"] * LONG_LABEL_WORDS + ["port"])


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["the port", "the old port of Varn"], "old port of Varn"),
        ([LABEL, SOMEWHAT_LONG], LABEL),
        (["the port", SOMEWHAT_LONG, f"quiet {SOMEWHAT_LONG}"], SOMEWHAT_LONG),
        (["the port", TOO_LONG], "port"),
        ([TOO_LONG, f"quiet {TOO_LONG}"], TOO_LONG),
    ],
)
def test_a_phrase_is_fuller_than_a_bare_noun(texts: list[str], expected: str) -> None:
    chain = tuple(mention(text, 300 * i, kind="nominal") for i, text in enumerate(texts))
    assert description([chain]) == expected


@pytest.mark.parametrize(
    ("texts", "heads", "expected"),
    [
        (["the judge", "the judge who left"], (4, 4), "judge"),
        (["a judge", "the judge who left"], (2, 4), "judge who left"),
        (["the rules", "the rules on calls"], (4, 4), "rules on calls"),
        (["Reed's visit", "the visit to a mill"], (7, 4), "Reed's visit"),
        (["Reed's visit", "Reed's first visit"], (7, 13), "Reed's first visit"),
        (["its visit", "the visit to a mill"], (4, 4), "visit"),
    ],
)
def test_what_is_known_at_first_needs_no_later_clause(texts: list[str], heads: tuple[int, int], expected: str) -> None:
    found = (mention(text, 300 * i, kind="nominal") for i, text in enumerate(texts))
    chain = tuple(replace(one, head=one.span.start + head) for one, head in zip(found, heads, strict=True))
    assert description([chain]) == expected


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Varn's central bank", "GovernmentOrganization"),
        ("new MP3 players", "Product"),
        ("a music player", "Product"),
        ("two chess players", "Group"),
        ("a player", "Person"),
    ],
)
def test_the_last_two_words_of_a_description_give_its_type_together(text: str, type_: str) -> None:
    assert mention_type(mention(text, kind="nominal")) == type_


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A few ferries", "a few ferries"),
        ("a number of ferries", "a number of ferries"),
        ("the number of ferries", "number of ferries"),
        ("a lot of rain", "a lot of rain"),
        ("a dozen other ferries", "a dozen other ferries"),
        ("a third of the crew", "a third of the crew"),
        ("a third ferry", "third ferry"),
        ("a little ferry", "little ferry"),
        ("a couple of ferries", "a couple of ferries"),
        ("a couple from Varn", "couple from Varn"),
    ],
)
def test_the_article_of_an_amount_stays(text: str, expected: str) -> None:
    assert description([(mention(text, kind="nominal"),)]) == expected


def test_a_named_part_of_a_place_is_a_place() -> None:
    assert mention_type(mention("southern Zambia", kind="nominal", type_="Place")) == "Place"


def test_a_number_without_its_noun_is_described_with_it() -> None:
    number = replace(mention("12", kind="nominal"), completed="12 coal mines")
    assert (description([(number,)]), head_word(number)) == ("12 coal mines", "mines")
    first = replace(mention("the first", kind="nominal"), completed="the first farmer")
    assert (description([(first,)]), mention_type(first)) == ("first farmer", "Person")
