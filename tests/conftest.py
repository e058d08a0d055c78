"""Fixtures that all tests share."""

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from kg.grammar.pipeline import load

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Return the default language model, loaded once."""
    return load()


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
