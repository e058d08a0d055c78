"""How a relation reads that the text says in another way."""

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
    ],
)
def test_a_passive_with_its_doer_reads_as_the_active(nlp: Language, sentence: str, phrase: str) -> None:
    assert phrase in [claim.phrase for claim in claimed(nlp, sentence)]
