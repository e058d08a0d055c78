from collections.abc import Iterable
from dataclasses import replace
from importlib.metadata import EntryPoint

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.choices import DEFAULT_MIN_CONFIDENCE
from kg.errors import UsageError
from kg.extract import claims, installed_extractors, reading
from kg.extract.outcomes import DOUBTFUL
from kg.model import Claim, Document, Reading, Span
from kg.reference.annotation import annotate
from kg.resolve import resolvable
from tests.extract.documents import parsed

WRITTEN = (
    "The/DT/det/2 council/NN/nsubj/3 closed=close/VBD/ROOT/0 the/DT/det/5 car/NN/dobj/3 "
    "././punct/3 Old/JJ/amod/8 bridges=bridge/NNS/ROOT/0 ././punct/8"
)


def doubtful_claims(doc: Doc) -> Iterable[Claim]:
    return (replace(claim, evidence=replace(claim.evidence, confidence=0.1)) for claim in claims(doc))


def no_claims(doc: Doc) -> Iterable[Claim]:
    return iter(())


def read(nlp: Language, text: str) -> Reading:
    """Return the reading of a text, all of it prose."""
    (doc,) = annotate([Document("d", text)], nlp, prose=lambda each: [Span(each.id, 0, len(each.text))])
    return reading(doc)


def test_reading_counts_all_sentences_and_names_those_without_a_claim() -> None:
    document = Document("d", "The council closed the car. Old bridges.")
    made = reading(parsed(WRITTEN, document=document), min_confidence=0.0)
    assert made.document is document
    assert [claim.relation for claim in made.claims] == ["close"]
    assert made.sentences == 2
    assert [document.text[each.span.start : each.span.end] for each in made.unclaimed] == ["Old bridges."]


def test_reading_counts_what_clauses_became_and_their_words() -> None:
    doc = parsed(
        "The/DT/det/2 council/NN/nsubj/3 closed=close/VBD/ROOT/0 the/DT/det/5 car/NN/dobj/3 if/IN/mark/8 "
        "rents=rent/NNS/nsubj/8 fall/VBP/advcl/3 yes/UH/intj/3 ././punct/3"
    )
    made = reading(doc)
    assert made.clauses == (("condition", 1), ("statement", 1))
    assert (made.words, made.unread) == (9, 1)


def test_the_age_of_a_person_without_a_name_is_left_out(nlp: Language) -> None:
    alone = read(nlp, "The 28-year-old won the race.")
    named = read(nlp, "Ana Silva trains hard. The 28-year-old won the race, she said.")
    ages = [[claim for claim in made.claims if claim.relation == "be aged"] for made in (alone, named)]
    assert [len(found) for found in ages] == [0, 1]


def test_names_that_no_statement_will_have_are_listed(nlp: Language) -> None:
    made = read(nlp, "It won awards for Ana Silva, Ola Berg and Jens Holm.")
    assert {part.kind for part in made.named_parts} == {"listed with"}
    assert {part.part.words for part in made.named_parts} == {"Ola Berg", "Jens Holm"}


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [("Ana Silva said it had closed.", "say"), ("Ana Silva said the mill had closed.", "close"),
     ("Ana Silva said it had closed and the mill had burned.", "burn"),
     ("“I think it had closed,” Ana Silva said.", "say")],
)  # fmt: skip
def test_the_speaker_of_content_without_a_claim_is_stated(nlp: Language, sentence: str, relation: str) -> None:
    made = read(nlp, sentence)
    assert [claim.relation for claim in resolvable(made.claims, made.chains)] == [relation]


def test_claims_below_the_threshold_are_left_out() -> None:
    made = reading(parsed(WRITTEN), extractors={"doubtful": doubtful_claims}, min_confidence=0.2)
    assert made.claims == ()
    assert made.unclaimed[0].reason == DOUBTFUL


def test_a_claim_at_the_threshold_is_kept() -> None:
    assert len(reading(parsed(WRITTEN), extractors={"doubtful": doubtful_claims}, min_confidence=0.1).claims) == 1


def test_extractors_add_up() -> None:
    doc = parsed(WRITTEN)
    assert len(reading(doc, extractors={"doubtful": doubtful_claims, "rules": claims}, min_confidence=0.0).claims) == 2
    assert reading(doc, extractors={"none": no_claims}).claims == ()


def test_chains_are_those_of_the_doc() -> None:
    doc = parsed(WRITTEN)
    chain = ((next(iter(claims(doc))).subject),)
    doc._.kg_chains = (chain,)
    assert reading(doc).chains == (chain,)


def test_default_threshold_is_a_confidence() -> None:
    assert 0.0 < DEFAULT_MIN_CONFIDENCE < 1.0


def test_built_in_rules_are_an_installed_extractor() -> None:
    if "rules" not in installed_extractors():
        pytest.skip("needs the package installed: entry points are read from its metadata")
    assert installed_extractors(["rules"]) == {"rules": claims}


def test_unknown_extractor_is_one_line_that_names_it() -> None:
    with pytest.raises(UsageError, match=r"\Aextractor 'nothing': not installed; there are: [^\n]+\Z"):
        installed_extractors(["nothing"])


def test_an_extractor_that_cannot_be_loaded_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    broken = EntryPoint("broken", "no_such_module:find", "kg.extractors")
    monkeypatch.setattr("kg.extract.entry_points", lambda group: [broken])
    with pytest.raises(UsageError, match=r"\Aextractor 'broken': cannot be loaded: ModuleNotFoundError: [^\n]+\Z"):
        installed_extractors()
