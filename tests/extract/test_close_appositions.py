"""Descriptions that refer to the name directly before their noun, in our own sentences."""

import pytest
from spacy.language import Language

from kg.extract.close_appositions import close_appositions, joined_with_names
from kg.model import Mention, Span
from tests.extract.sentences import read

CALLED = [
    ("The Reuters news agency closed its office.", [("The Reuters news agency", "Reuters")]),
    ("Silva told the Guardian newspaper about it.", [("the Guardian newspaper", "Guardian")]),
    ("The Euro 2012 tournament was held in June.", [("The Euro 2012 tournament", "Euro 2012")]),
    ("She works for a Guardian newspaper.", []),
    ("The G20 meeting was held in June.", []),
    ("The second Guardian newspaper was sold.", []),
    ("The Guardian newspapers are sold in Chad.", []),
    ("The Guardian building was sold.", []),
    ("The Nokia phone was sold.", []),
    ("The London newspaper was sold.", []),
]


@pytest.mark.parametrize(("sentence", "expected"), CALLED)
def test_a_noun_for_the_kind_of_a_name_is_that(nlp: Language, sentence: str, expected: list[tuple[str, str]]) -> None:
    assert [(thing.text, name.text) for thing, name in close_appositions(read(nlp, sentence))] == expected


def test_what_is_called_so_is_in_the_chain_of_the_name() -> None:
    described = Mention(Span("d", 0, 6), "the Lund newspaper", 0, "nominal", "Organization")
    named, again, other = (
        Mention(Span("d", at, at + 6), text, at, "name", "Organization")
        for at, text in ((30, "Lund"), (60, "Lund"), (90, "Holm"))
    )
    assert joined_with_names([(named, again)], [(described, named)]) == ((described, named, again),)
    assert joined_with_names([(named, again)], []) == ((named, again),)
    assert joined_with_names([(described, other), (named, again)], [(described, named)]) == (
        (described, other),
        (named, again),
    )
