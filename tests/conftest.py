"""Fixtures that all tests share."""

import functools
import gc
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
import spacy
from hypothesis import settings
from spacy.language import Language

from kg.collection import collect_rarely
from kg.grammar import pipeline
from kg.page import drawing, overview
from kg.page.arrangement import arrange
from kg.page.placement import Point, place

gc.disable()  # while tests are collected: the imported modules and tests are never freed
settings.register_profile("kg", parent=settings(), deadline=None)  # no test fails because the machine is busy
settings.load_profile("kg")
SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


def pytest_collection_finish() -> None:
    """Let the garbage collector run as rarely as in a command: each pass covers everything that was imported."""
    gc.enable()
    collect_rarely()


@pytest.fixture(scope="session", autouse=True)
def _models_are_loaded_once() -> Iterator[None]:
    """Let all builds of a process share their model, which takes a quarter of a second to load and is not changed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "load", functools.cache(pipeline.load))
        yield


@pytest.fixture(scope="session", autouse=True)
def _places_are_computed_once() -> Iterator[None]:
    """Let all pages of a process share computed positions: most tests show the same few graphs.

    Separate processes test that the positions depend only on the graph.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(overview, "arrange", _remembered(arrange))
        patch.setattr(drawing, "place", _remembered(place))
        yield


def _remembered(placing: Callable[..., dict[int, Point]]) -> Callable[..., dict[int, Point]]:
    known: dict[object, dict[int, Point]] = {}

    def placed(*arguments: object, **options: object) -> dict[int, Point]:
        key = tuple(map(_frozen, (*arguments, *options.items())))
        if key not in known:
            known[key] = placing(*arguments, **options)
        return known[key].copy()

    return placed


def _frozen(value: object) -> object:
    """Return a value that equals others with the same contents."""
    if isinstance(value, Mapping):
        return tuple(sorted(value.items()))
    return tuple(map(_frozen, value)) if isinstance(value, (list, tuple)) else value


@pytest.fixture(scope="session")
def nlp(_models_are_loaded_once: None) -> Language:
    """Return the default language model, loaded once."""
    return pipeline.load()


@pytest.fixture(scope="session")
def stock(nlp: Language) -> Language:
    """Return the same model as loaded by spaCy; no test changes it."""
    return spacy.load(str(nlp.path))


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder with the gold articles and development data, which is not part of the repository."""
    if not SHARED.is_dir():
        pytest.skip("needs ../shared (gold articles and development data), which is not part of the repository")
    return SHARED
