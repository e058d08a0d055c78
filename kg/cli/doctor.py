"""`kg doctor`: whether everything that a run needs is installed, and is what it should be."""

import platform
import re
import typing as t
from collections.abc import Iterator

import typer

from kg.cli.options import Model
from kg.errors import ModelError

DISTRIBUTION: t.Final = "kg-evidence"
OPTIONAL: t.Final = ("pandas",)


class Finding(t.NamedTuple):
    """One line of the doctor's report, and whether all is well."""

    well: bool
    text: str


def doctor(model: Model = None) -> None:
    """Check the installation and the language model.

    The exit code is 1 if something is wrong.
    """
    findings = [
        Finding(True, f"python {platform.python_version()}"),
        *(_library(name) for name in required_libraries()),
        *_model(model),
        *(_library(name, extra=True) for name in OPTIONAL),
    ]
    for finding in findings:
        typer.echo(f"{'ok   ' if finding.well else 'WRONG'} {finding.text}")
    if not all(finding.well for finding in findings):
        raise typer.Exit(1)


def required_libraries() -> list[str]:
    """Return the names of the distributions that `kg` itself requires, as its own metadata tells."""
    from importlib import metadata

    try:
        requirements = metadata.requires(DISTRIBUTION) or []
    except metadata.PackageNotFoundError:
        return [DISTRIBUTION]
    return sorted(re.split(r"[^\w.-]", line)[0] for line in requirements if "extra ==" not in line)


def _library(name: str, *, extra: bool = False) -> Finding:
    from importlib import metadata

    shown, package = (f"extra {name}", f"'{DISTRIBUTION}[{name}]'") if extra else (name, DISTRIBUTION)
    try:
        return Finding(True, f"{shown} {metadata.version(name)}")
    except metadata.PackageNotFoundError:
        return Finding(extra, f"{shown}: not installed; pip install {package}")


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
        yield Finding(True, "model chosen by you: its files are not compared with the pinned ones")
    elif changed := changed_files(nlp):
        yield Finding(False, f"model files differ from the pinned: {', '.join(changed)}")
    else:
        yield Finding(True, "model files as pinned")
