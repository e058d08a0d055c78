"""Readers of third-party formats."""

import re
from collections.abc import Iterable
from importlib.metadata import EntryPoint
from pathlib import Path
from types import SimpleNamespace

import pytest

from kg.errors import UnreadableDocument
from kg.model import Document, Failure, Place
from kg.read import File, Part, read
from kg.read.plugins import Plugin, installed_readers

HOWTO = Path(__file__).resolve().parents[2] / "docs" / "howto" / "extending.md"
CUES = b"WEBVTT\n\n00:01.000 --> 00:02.000\nThe navy sent\n\n00:02.000 --> 00:03.000\ntwo ships.\n"


def documented() -> Plugin:
    """Return the reader shown in the how-to guide."""
    blocks = re.findall(r"```python\n(.*?)```", HOWTO.read_text(encoding="utf-8"), re.DOTALL)
    (code,) = [block for block in blocks if "def subtitles(" in block]
    namespace: dict[str, Plugin] = {}
    exec(code, namespace)  # noqa: S102 - our own example
    return namespace["subtitles"]


def test_the_reader_of_the_how_to(tmp_path: Path) -> None:
    (tmp_path / "film.vtt").write_bytes(CUES)
    (tmp_path / "none.vtt").write_bytes(b"WEBVTT\n")
    (tmp_path / "a.txt").write_text("Snow fell.")
    failure, *documents = read([tmp_path], plugins={"webvtt": documented()})
    assert documents == [
        Document("a", "Snow fell."),
        Document("film", "The navy sent two ships.", format="webvtt", places=(Place(0, 24, "film"),)),
    ]
    assert isinstance(failure, Failure)
    assert (failure.reason, failure.kind) == ("has no subtitles", "empty")


def wrong(file: File) -> Iterable[Part] | None:
    if file.name.endswith("b.txt"):
        raise ValueError("no\nsuch thing")
    return ["text"] if file.name.endswith("c.txt") else None  # type: ignore[list-item]


def test_an_error_of_a_reader_names_it_and_loses_its_file_only(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("Snow fell.")
    first, second, document = read([tmp_path], plugins={"odd": wrong})
    assert isinstance(first, Failure)
    assert isinstance(second, Failure)
    assert (first.kind, first.reason) == ("failed", "the reader odd failed: ValueError: no such thing")
    assert second.reason == "the reader odd failed: TypeError: it returned str, not Part"
    assert isinstance(document, Document)
    assert document.id == "a"


def test_installed_readers_are_loaded_by_name() -> None:
    readers, failures = installed_readers(
        [
            EntryPoint("odd", f"{__name__}:wrong", "kg.readers"),
            EntryPoint("lost", "no_such_module:read", "kg.readers"),
        ]
    )
    assert readers == {"odd": wrong}
    assert [(each.place, each.kind) for each in failures] == [("reader lost", "failed")]
    assert "ModuleNotFoundError" in failures[0].reason


def test_a_library_that_is_missing_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.read.formats import libraries

    def missing(module: str) -> SimpleNamespace:
        raise ImportError(module)

    monkeypatch.setattr("importlib.import_module", missing)
    with pytest.raises(UnreadableDocument) as raised:
        libraries.needed("docx", "docx", "a Word document")
    assert (raised.value.kind, raised.value.advice) == ("extra", "pip install python-docx")
