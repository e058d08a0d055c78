"""`kg doctor`: check the installation and the model."""

import platform
import re
import typing as t
from collections.abc import Iterator

import typer

from kg.cli.options import Model
from kg.errors import ModelError

DISTRIBUTION: t.Final = "kg-evidence"
BUNDLES: t.Final = frozenset({"dev", "formats", "train"})
"""Extras that are for developers, or only combine others."""
_EXTRA: t.Final = re.compile(r"extra == ['\"]([\w-]+)")


class Finding(t.NamedTuple):
    """One line of the report, and whether the check passed; None if an extra is not installed."""

    well: bool | None
    text: str

    def __str__(self) -> str:
        return f"{'-' if self.well is None else 'ok' if self.well else 'WRONG':<5} {self.text}"


def doctor(model: Model = None) -> None:
    """Check the installation and the language model.

    The exit code is 1 if something is wrong.
    """
    findings = [
        Finding(True, f"python {platform.python_version()}"),
        *(_library(name) for name in required_libraries()),
        *_model(model),
        *(_extra(*each) for each in optional_libraries()),
    ]
    for finding in findings:
        typer.echo(str(finding))
    if any(finding.well is False for finding in findings):
        raise typer.Exit(1)


def required_libraries() -> list[str]:
    """Return the names of the distributions that `kg` itself requires, from its metadata."""
    return sorted(_name(line) for line in _requirements() if "extra ==" not in line) or [DISTRIBUTION]


def optional_libraries() -> list[tuple[str, str]]:
    """Return each extra with the distributions that it requires, from the metadata."""
    found = ((match[1], _name(line)) for line in _requirements() if (match := _EXTRA.search(line)))
    return sorted(each for each in found if each[0] not in BUNDLES)


def _requirements() -> list[str]:
    from importlib import metadata

    try:
        return metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return []


def _name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement)[0]


def _library(name: str) -> Finding:
    found = _version(name)
    return Finding(
        found is not None, f"{name}{f' {found}' if found else f': not installed; pip install {DISTRIBUTION}'}"
    )


def _extra(extra: str, name: str) -> Finding:
    found = _version(name)
    return Finding(True if found else None, f"extra {extra}: {name} {found or f'is not installed; pip install {name}'}")


def _version(name: str) -> str | None:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _model(name: str | None) -> Iterator[Finding]:
    from kg.grammar.installed import model_version
    from kg.grammar.pipeline import changed_files, load

    try:
        nlp = load(name)
    except ModelError as error:
        yield Finding(False, str(error))
        return
    yield Finding(True, f"model {model_version(nlp.meta)}")
    if name is not None:
        yield Finding(True, "custom model: its files are not compared with the pinned ones")
    elif changed := changed_files(nlp):
        yield Finding(False, f"model files differ from the pinned ones: {', '.join(changed)}")
    else:
        yield Finding(True, "model files match the pinned ones")
