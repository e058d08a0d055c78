"""Wording of relations that differ from the text."""

import pytest
from spacy.language import Language

from tests.extract.sentences import claimed


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("The bridge was drawn by Otto Kern.", "drew"),
        ("The bridge was drawn by Otto Kern and built by Halden Works.", "built"),
        ("The bridge has been painted by Halden Works.", "has painted"),
        ("The bridge had been painted by two brothers.", "had painted"),
        ("It's been painted by Halden Works.", "has painted"),
        ("The bridge is being painted by two brothers.", "are painting"),
        ("The bridge was being painted by Halden Works.", "was painting"),
        ("The bridge is owned by Halden Works.", "owns"),
        ("The bridge is owned by two brothers.", "own"),
        ("The bridge was paid for by Halden Works.", "paid for"),
        ("The bridge may be sold by Halden Works.", "may sell"),
        ("The bridge could have been sold by Halden Works.", "could have sold"),
        ("The bridge was not built by Halden Works.", "did not build"),
        ("The bridge is not owned by Halden Works.", "does not own"),
        ("The bridge is not owned by two brothers.", "do not own"),
        ("The bridge has not been sold by Halden Works.", "has not sold"),
        ("The bridge couldn't be sold by Halden Works.", "could not sell"),
        ("The bridge was never painted by Halden Works.", "never painted"),
        ("The bridge is no longer owned by Halden Works.", "no longer owns"),
        ("No bridge was built by Halden Works.", "did not build"),
        ("The bridge was almost destroyed by a flood.", "almost destroyed"),
        ("The bridge will probably be sold by Halden Works.", "will probably sell"),
        ("The bridge had largely been built by Halden Works.", "had largely built"),
        ("The bridge was only built by Halden Works.", "built"),
    ],
)
def test_a_passive_with_its_doer_reads_as_the_active(nlp: Language, sentence: str, phrase: str) -> None:
    assert phrase in [claim.phrase for claim in claimed(nlp, sentence)]


@pytest.mark.parametrize(
    ("sentence", "relation", "phrase"),
    [
        ("Halden Works launched a second attack on its rivals.", "attack", "launched a second attack on"),
        ("Halden Works has signed ten-year supply agreements with Vista.", "agree with",
         "has signed ten-year supply agreements with"),
        ("The state will impose new sanctions on the bank.", "sanction", "will impose new sanctions on"),
        ("The group plans to launch an attack on the town.", "attack", "plans to launch an attack on"),
        ("The firm has no agreement with Vista.", "agree with", "does not have agreement with"),
        ("Norland wants no bank to close.", "want", "does not want … to close"),
        ("A raid on the village was carried out by the army.", "raid", "raid"),
    ],
)  # fmt: skip
def test_an_event_noun_reads_with_the_verb_that_carries_it(
    nlp: Language, sentence: str, relation: str, phrase: str
) -> None:
    assert (relation, phrase) in [(claim.relation, claim.phrase) for claim in claimed(nlp, sentence)]
