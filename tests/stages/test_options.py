"""All options are one value, with the same names in Python and on the command line."""

import datetime
import typing as t
from dataclasses import FrozenInstanceError, fields
from pathlib import Path

import pytest
import typer

import kg
from kg.arguments import as_date
from kg.choices import DEFAULT_LINK_THRESHOLD, DEFAULT_MIN_CONFIDENCE
from kg.cli import app
from kg.errors import UsageError
from kg.export.encodings import Encoding
from kg.stages import Options
from kg.stages.options import Choices, TextChoices, options_of

DAY = datetime.date(2024, 7, 18)
NAMES = frozenset(field.name for field in fields(Options))
ONLY_PYTHON = frozenset({"progress"})
"""On the command line, `--quiet` turns off progress."""
OTHER_FILES = frozenset({"inputs", "out", "quiet", "pyvis", "prune", "fresh", "ledger", "dry_run"})
"""The options for the inputs and outputs of `kg build`, and for its use of earlier runs."""


def test_options_are_frozen_and_equal_by_value() -> None:
    options = Options(min_confidence=0.5)
    assert options == kg.Options(min_confidence=0.5)
    with pytest.raises(FrozenInstanceError):
        options.min_confidence = 0.6  # type: ignore[misc]


def test_keyword_arguments_are_the_fields() -> None:
    assert set(Choices.__annotations__) | set(TextChoices.__annotations__) == NAMES | {"published"}


def test_keyword_arguments_come_before_the_value() -> None:
    options = Options(date=DAY, min_confidence=0.5)
    assert options_of(options, {"min_confidence": 0.7}) == Options(date=DAY, min_confidence=0.7)
    assert options_of(None, {}) == Options()
    assert options_of(options, {"date": None}) == Options(min_confidence=0.5)


def test_the_older_name_of_the_date() -> None:
    assert options_of(None, {"published": DAY}) == Options(date=DAY)


def test_an_unknown_keyword_is_no_option() -> None:
    with pytest.raises(TypeError, match="min_confidense"):
        options_of(None, {"min_confidense": 0.5})  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["min_confidence", "link_threshold"])
@pytest.mark.parametrize("wrong", [-0.1, 1.1, float("nan"), "0.5"])
def test_what_lies_outside_its_range(name: str, wrong: t.Any) -> None:
    with pytest.raises(UsageError, match=f"{name} .*: must lie between 0 and 1"):
        Options(**{name: wrong})


def test_none_is_the_default() -> None:
    options = options_of(None, {"min_confidence": None, "link_threshold": None})
    assert (options.min_confidence, options.link_threshold) == (DEFAULT_MIN_CONFIDENCE, DEFAULT_LINK_THRESHOLD)


@pytest.mark.parametrize("day", [DAY, "2024-07-18", datetime.datetime(2024, 7, 18, 9, 30)])
def test_dates(day: t.Any) -> None:
    assert as_date(day) == DAY
    assert type(Options(date=day).date) is datetime.date


@pytest.mark.parametrize("wrong", ["18.7.2024", "", 20240718])
def test_what_is_no_date(wrong: t.Any) -> None:
    with pytest.raises(UsageError, match="must be YYYY-MM-DD"):
        Options(date=wrong)


def test_one_file_or_name_may_stand_alone() -> None:
    options = Options(gazetteers="own.csv", extractors="rules")
    assert (options.gazetteers, options.extractors) == (("own.csv",), ("rules",))
    assert Options(gazetteers=Path("own.csv")).gazetteers == (Path("own.csv"),)


def test_what_can_be_gone_through_once_is_kept() -> None:
    options = Options(gazetteers=iter(["a.csv", "b.csv"]), decisions=iter(()))
    assert (options.gazetteers, options.decisions) == (("a.csv", "b.csv"), ())


def test_build_has_the_same_names_as_python() -> None:
    group = typer.main.get_command(app)
    parameters = group.commands["build"].params  # type: ignore[attr-defined]  # an app of several commands is a group
    named = {parameter.name: parameter.opts[0].removeprefix("--").replace("-", "_") for parameter in parameters}
    options = {name: option for name, option in named.items() if name not in OTHER_FILES}
    assert all(name == option for name, option in options.items())
    encoding = {field.name for field in fields(Encoding)}
    assert set(options) == (NAMES - ONLY_PYTHON) | encoding | {"title", "include_text", "parquet", "page", "schema"}


@pytest.mark.parametrize("command", ["extract", "explain"])
def test_the_other_commands_have_the_same_names(command: str) -> None:
    group = typer.main.get_command(app)
    names = {parameter.name for parameter in group.commands[command].params}  # type: ignore[attr-defined]
    assert names - {"inputs", "text", "clauses", "format_"} <= NAMES


@pytest.mark.parametrize("wrong", ["nothing", ["rules", "nothing"]])
def test_an_extractor_that_is_not_installed(wrong: t.Any, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ida Berg opened the mill.", encoding="utf-8")
    with pytest.raises(UsageError, match="extractor 'nothing': not installed"):
        kg.build(tmp_path, extractors=wrong)
