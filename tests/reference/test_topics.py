"""The topic of a text, to which pronouns may refer even far from its beginning."""

import pytest
from spacy.language import Language

from kg.grammar.parse import parse_of
from kg.lexicon.gazetteer import default_gazetteer
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.names import equal_names
from kg.reference.coref.topics import is_organization_of_text, is_person_of_text, is_topic_of_text
from kg.reference.quotations import quotations

BETWEEN = "Rain fell. Wind blew. Snow came. Dogs barked."


def read(nlp: Language, text: str, topic: str, pronoun: str) -> tuple[Discourse, Candidate, Candidate]:
    """Return a text with its names linked, its last such pronoun, and its first mention in these words."""
    doc = nlp(text)
    doc._.kg_quotations = quotations(parse_of(doc))
    discourse = Discourse(parse_of(doc), default_gazetteer())
    equal_names(discourse)
    anaphor = next(one for one in reversed(discourse.candidates) if one.mention.words == pronoun)
    return discourse, anaphor, next(one for one in discourse.candidates if one.mention.words == topic)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Silva left Lyon. Ana Silva met a nurse. The nurse had heard that she was ill.", True),
        ("Ana Silva left Lyon. A nurse met Ana Silva. The nurse had heard that she was ill.", False),  # no subject
        ("Ana Silva left Lyon. Julia Kraus had heard that she was ill.", False),  # Kraus is the continued subject
        ("Ana Silva left Lyon. Victor Hahn had heard that she was ill.", True),  # he is not she
        (f"Ana Silva left Lyon. {BETWEEN} A nurse had heard that she was ill.", False),  # long ago
        (
            "Ana Silva left Lyon. A nurse said Ana Silva had left. Rain fell as she came.",
            False,
        ),  # the nurse speaks of her
        # not the first topic
        ("Rain fell. Wind blew. Ana Silva left Lyon. A nurse had heard that she was ill.", False),
    ],
)
def test_a_text_continues_with_the_person_it_begins_with(nlp: Language, text: str, *, expected: bool) -> None:
    discourse, she, silva = read(nlp, text, "Ana Silva", "she")
    assert is_person_of_text(discourse, she, silva) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The urn is old. Two guards carried it to a van.", True),
        ("The urn is old. Two guards said it was dirty.", False),
        ("Police say the urn is old. Two guards carried it to a van.", False),  # no main subject
        ("The urn is old. “I broke it,” Ana Silva said.", False),  # the quoted speaker may mean a cup
    ],
)
def test_a_text_continues_with_the_topic_it_begins_with(nlp: Language, text: str, *, expected: bool) -> None:
    topic = "The urn" if text.startswith("The urn") else "the urn"
    discourse, it, urn = read(nlp, text, topic, "it")
    assert is_topic_of_text(discourse, it, urn) is expected


@pytest.mark.parametrize(
    ("text", "pronoun", "expected"),
    [
        ("A judge met Norlab Foods. Drivers left its mill.", "its", True),
        ("A judge met Norlab Foods. Drivers left when it fell.", "it", True),
        ("A judge met Norlab Foods. Drivers say it fell.", "it", False),
        ("A judge met Norlab Foods. Norlab Foods says it fell.", "it", True),
        ("A judge met Norlab Foods. Drivers left it.", "it", False),  # what is left is often something else
        ("A judge met Norlab Foods. Bolt Motors left its mill.", "its", False),
        (f"{BETWEEN} A judge met Norlab Foods. Drivers left its mill.", "its", False),
    ],
)
def test_an_organization_is_what_a_text_is_about(nlp: Language, text: str, pronoun: str, *, expected: bool) -> None:
    discourse, it, firm = read(nlp, text, "Norlab Foods", pronoun)
    assert is_organization_of_text(discourse, it, firm) is expected
