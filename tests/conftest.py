"""Fixtures that all tests share."""

import functools
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from kg.grammar import pipeline

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(scope="session", autouse=True)
def _models_are_loaded_once() -> Iterator[None]:
    """Let all builds of a process share their model, which takes a quarter of a second to load; none changes it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "load", functools.cache(pipeline.load))
        yield


@pytest.fixture(scope="session")
def nlp(_models_are_loaded_once: None) -> Language:
    """Return the default language model, loaded once."""
    return pipeline.load()


@pytest.fixture(scope="session")
def stock(nlp: Language) -> Language:
    """Return the same model as spaCy loads it; no test changes it."""
    return spacy.load(str(nlp.path))


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder with the gold articles and development data, which is no part of the repository."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared (gold articles and development data), which is not part of the repository")
    return SHARED
