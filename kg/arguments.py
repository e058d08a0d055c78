"""Checks of the arguments that users pass; a one-line error states what is wrong."""

import datetime
import difflib
import os
import typing as t
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from kg.errors import UsageError


def as_date(day: datetime.date | str | None) -> datetime.date | None:
    """Return a date that is given as a date, a datetime, or text (YYYY-MM-DD).

    Raises:
        UsageError: it is not a date.
    """
    if day is None or (isinstance(day, datetime.date) and not isinstance(day, datetime.datetime)):
        return day
    try:
        return day.date() if isinstance(day, datetime.datetime) else datetime.date.fromisoformat(day)
    except (TypeError, ValueError) as error:
        raise UsageError(f"date {day!r}: must be YYYY-MM-DD") from error


def as_fraction(name: str, value: float | None, default: float) -> float:
    """Return a number in [0, 1], or the default for None.

    Raises:
        UsageError: the number is outside this range; the error names the argument.
    """
    if value is None:
        return default
    if not isinstance(value, int | float) or not 0.0 <= value <= 1.0:
        raise UsageError(f"{name} {value!r}: must lie between 0 and 1")
    return float(value)


def as_count(name: str, value: int | None) -> int | None:
    """Return a whole number of at least one, or None.

    Raises:
        UsageError: it is not such a number; the error names the argument.
    """
    if value is not None and (not isinstance(value, int) or value < 1):
        raise UsageError(f"{name} {value!r}: must be a whole number, 1 or more")
    return value


def as_output(place: str | os.PathLike[str]) -> Path:
    """Return the path of an output file or folder.

    Only an empty text can be told apart from `.`: `Path("")` is the current folder already.

    Raises:
        UsageError: it is an empty text, as an unset variable is.
    """
    if not os.fspath(place):
        raise UsageError("the name of the output is empty; name it, or give . for the current folder")
    return Path(place)


def check_choice(name: str, value: str, allowed: Sequence[str]) -> None:
    """Check that a value is one of those allowed.

    Raises:
        UsageError: it is not; the error names the argument and the allowed values.
    """
    if value not in allowed:
        raise UsageError(f"{name} {value!r}: must be one of {', '.join(allowed)}")


def several(given: t.Any) -> t.Any:
    """Return one value or several values as a tuple; return a mapping or None unchanged."""
    if given is None or isinstance(given, Mapping):
        return given
    return (given,) if isinstance(given, str | os.PathLike) else tuple(given)


def hint(wanted: str, there: Iterable[str]) -> str:
    """Return the names most similar to an unknown one, as the end of an error message; empty if none is similar."""
    names = {name.casefold(): name for name in sorted(there)}
    similar = [names[name] for name in difflib.get_close_matches(wanted.casefold(), sorted(names), n=3, cutoff=0.5)]
    return f"; did you mean: {', '.join(similar)}?" if similar else ""
