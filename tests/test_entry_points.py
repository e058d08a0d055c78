"""The entry points of packages are looked up once, and again when one may have been added."""

import os
import sys
from importlib import metadata
from pathlib import Path

import pytest

from kg.entry_points import entry_points
from kg.model import EXTRACTORS


def test_they_are_those_of_the_group() -> None:
    assert entry_points(EXTRACTORS) == tuple(metadata.entry_points(group=EXTRACTORS))
    assert "rules" in {point.name for point in entry_points(EXTRACTORS)}
    assert entry_points("kg.nothing") == ()


def test_packages_are_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    before = entry_points(EXTRACTORS)
    monkeypatch.setattr(metadata, "entry_points", lambda group: pytest.fail(f"{group} looked up again"))
    assert entry_points(EXTRACTORS) == before


def test_a_package_that_comes_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path)])
    assert entry_points("kg.example") == ()
    package = tmp_path / "example-1.0.dist-info"
    package.mkdir()
    (package / "METADATA").write_text("Metadata-Version: 2.1\nName: example\nVersion: 1.0\n", encoding="utf-8")
    (package / "entry_points.txt").write_text("[kg.example]\nfound = example:find\n", encoding="utf-8")
    os.utime(tmp_path, ns=(1, 1))  # a file system may have times in whole seconds
    assert [point.name for point in entry_points("kg.example")] == ["found"]


def test_a_folder_that_is_not_there_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "absent")])
    assert "rules" in {point.name for point in entry_points(EXTRACTORS)}
