import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from kg.choices import DEFAULT_MIN_CONFIDENCE
from kg.errors import UsageError
from kg.extract import component as component  # the import registers the factory with spaCy
from kg.grammar.pipeline import load

TEXT = "Norlin Ferries bought the shipyard in 2021. It will close the yard."


@pytest.fixture(scope="module")
def with_claims() -> Language:
    pipeline = load()
    pipeline.add_pipe("kg")
    return pipeline


def test_claims_stand_on_the_doc(with_claims: Language) -> None:
    doc = with_claims(TEXT)
    found = {claim.relation: claim for claim in doc._.kg_claims}
    assert found.keys() == {"buy", "close"}
    assert found["close"].modality == "planned"
    for claim in doc._.kg_claims:
        assert TEXT[claim.subject.span.start : claim.subject.span.end] == claim.subject.text


def test_times_are_found_on_a_plain_doc(with_claims: Language) -> None:
    doc = with_claims(TEXT)
    assert [expression.time.value for expression in doc._.kg_times] == ["2021"]
    assert {claim.time.value for claim in doc._.kg_claims if claim.time} == {"2021"}


def test_chains_where_asked_for() -> None:
    pipeline = load()
    pipeline.add_pipe("kg", config={"chains": True})
    chains = pipeline(TEXT)._.kg_chains
    assert [mention.text for mention in chains[0]] == ["Norlin Ferries", "It"]


def test_no_chains_else(with_claims: Language) -> None:
    assert with_claims(TEXT)._.kg_chains == ()


def test_many_texts_at_once(with_claims: Language) -> None:
    docs = list(with_claims.pipe([TEXT, "", TEXT], batch_size=2))
    assert [len(doc._.kg_claims) for doc in docs] == [2, 0, 2]
    assert docs[0]._.kg_claims == docs[2]._.kg_claims == with_claims(TEXT)._.kg_claims


@pytest.mark.parametrize(("least", "count"), [(0.0, 2), (1.0, 0)])
def test_threshold_of_the_configuration(least: float, count: int) -> None:
    pipeline = load()
    pipeline.add_pipe("kg", config={"min_confidence": least})
    assert len(pipeline(TEXT)._.kg_claims) == count


def test_default_threshold(with_claims: Language) -> None:
    assert with_claims.get_pipe_config("kg")["min_confidence"] == DEFAULT_MIN_CONFIDENCE


def test_a_threshold_that_is_no_confidence() -> None:
    with pytest.raises(UsageError, match="min_confidence"):
        spacy.blank("en").add_pipe("kg", config={"min_confidence": 2.0})


def test_a_pipeline_without_a_parser_is_a_mistake() -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("kg")
    with pytest.raises(UsageError, match="not parsed"):
        pipeline(TEXT)


def test_saved_and_loaded_again(tmp_path: Path) -> None:
    pipeline = load()
    pipeline.add_pipe("kg", config={"min_confidence": 0.5, "chains": True})
    pipeline.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again.get_pipe("kg") == component.ClaimFinder(0.5, True)
    assert again(TEXT)._.kg_claims == pipeline(TEXT)._.kg_claims


def test_spacy_finds_the_pipe_without_an_import(tmp_path: Path) -> None:
    if "kg" not in {point.name for point in entry_points(group="spacy_factories")}:
        pytest.skip("needs the package installed: entry points are read from its metadata")
    program = (
        "import spacy, sys; assert 'kg' not in sys.modules; "
        "pipeline = spacy.blank('en'); pipeline.add_pipe('kg'); print(pipeline.pipe_names)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=tmp_path)  # noqa: S603 - our own words
    assert done.stdout == "['kg']\n"
