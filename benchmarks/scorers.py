"""Runs the scorers in ../shared beside the repository, and `kg` itself, whose output they score."""

import contextlib
import io
import os
import re
import subprocess
import sys
import typing as t
from pathlib import Path

from kg.cli import main as kg

SHARED: t.Final = Path(__file__).resolve().parent.parent.parent / "shared"
ABSENT: t.Final = "../shared is not here, so nothing was measured"

Figures: t.TypeAlias = dict[str, float]
"""Figures by name, each in [0, 1]."""


class NoSuchOptionError(Exception):
    """The command of kg has no such option."""


def printed_by(*arguments: str | Path) -> str:
    """Run Python with these arguments, and return its output."""
    words = [sys.executable, *map(str, arguments)]
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603 - our own programs


def figure(pattern: str, *scorer: str | Path) -> float:
    """Run a scorer and return the number that the pattern finds in its output.

    Raises:
        ValueError: the output has no such number.
    """
    printed = printed_by(*scorer)
    match = re.search(pattern, printed)
    if match is None:
        raise ValueError(f"no figure in: {printed!r}")
    return float(match.group(1))


def kg_printed(out: Path, *arguments: str | Path) -> Path:
    """Run a command of kg in this process, write its output to `out`, and return `out`.

    Raises:
        NoSuchOptionError: the command does not know one of the options.
        RuntimeError: it failed in another way.
    """
    said = io.BytesIO()
    errors = io.TextIOWrapper(said, encoding="utf-8")
    with (
        out.open("w", encoding="utf-8", newline="\n") as printed,
        contextlib.redirect_stdout(printed),
        contextlib.redirect_stderr(errors),
    ):
        code = kg([str(argument) for argument in arguments])
        errors.flush()
    message = said.getvalue().decode("utf-8").strip()
    if "No such option" in message:
        raise NoSuchOptionError(message)
    if code:
        raise RuntimeError(f"kg {' '.join(map(str, arguments))}: {message}")
    return out


def cpu_seconds() -> float:
    """Return the CPU seconds of this process and of those it has waited for."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
