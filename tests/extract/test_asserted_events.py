"""Event nouns that are part of a predicate that asserts them."""

import pytest
from spacy.language import Language

from tests.extract.sentences import drafted, read

ASSERTED = [
    ("made", "The firm made a call to the mayor.", "made call"),
    ("happened", "The accident happened in Lima.", "accident happened in"),
    ("began", "The tour began on Monday.", "tour began"),
    ("signed", "The agreement was signed in Lima.", "agreement was signed in"),
    ("led", "The ruling led to an investigation.", "led to investigation"),
    ("are", "The two sides are in negotiations with Acme.", "are in negotiations"),
    ("said", "Ana Silva said in a statement that it had closed.", "said in statement"),
    ("looked", "The mayor looked tired.", "looked tired"),
    ("held", "The two banks held their meetings in Lima.", "held meetings"),
    ("held", "A music event was held in Lima.", "music event was held in"),
    ("made", "The airliner made its first test flight.", "made test flight"),
    ("announced", "The firm announced 900 job cuts.", "announced job cuts"),
    ("took", "The suspension took place on Monday.", "suspension took place"),
    ("took", "The take-off took place on Monday.", "take off took place"),
]


@pytest.mark.parametrize(("head", "sentence", "words"), ASSERTED)
def test_an_event_that_a_verb_asserts_is_part_of_its_predicate(
    nlp: Language, head: str, sentence: str, words: str
) -> None:
    assert " ".join(word.text for word in drafted(read(nlp, sentence), head).words) == words


OTHERS = [
    ("a thing", "led", "The road led to a village.", "led to"),
    ("a thing that a verb makes", "made", "The firm made a chair.", "made"),
    ("who does it", "saw", "The mayor saw the leader.", "saw"),
    ("what is kept from happening", "delayed", "The departure was delayed until May.", "was delayed"),
    ("what an event does to a thing", "hurt", "The accident hurt the firm.", "hurt"),
    ("a name before an event", "signed", "The firm signed the Lima deal.", "signed deal"),
    ("a quality of a thing", "saw", "The mayor saw the long bridge.", "saw"),
    ("what something is made to be", "made", "The firm made the call public.", "made"),
]


@pytest.mark.parametrize(
    ("head", "sentence", "words"),
    [pytest.param(*each[1:], id=each[0]) for each in OTHERS],
)
def test_what_a_verb_does_not_assert_is_no_part_of_its_predicate(
    nlp: Language, head: str, sentence: str, words: str
) -> None:
    assert " ".join(word.text for word in drafted(read(nlp, sentence), head).words) == words
