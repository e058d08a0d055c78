"""What can be chosen about a run: one value, made from keyword arguments or from the options of a command."""

import datetime
import os
import typing as t
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from kg.errors import UsageError
from kg.model import DEFAULT_LINK_THRESHOLD, DEFAULT_MIN_CONFIDENCE, Decision

if t.TYPE_CHECKING:
    from spacy.language import Language

    from kg.extract import Extractor
    from kg.link import Service

Path: t.TypeAlias = str | os.PathLike[str]
Extractors: t.TypeAlias = "str | Iterable[str] | Mapping[str, Extractor] | None"
Progress: t.TypeAlias = Callable[[int, int], None]
"""Called with the number of documents done and the number of all documents."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How documents are read and become a graph; the options of the commands have the same names.

    Args:
        model: the spaCy pipeline, by package name or directory, or one that is loaded already; None takes the default.
        date: the date of documents that do not tell theirs; a str is YYYY-MM-DD.
        extractors: names of installed extractors, or functions by name; None takes all that are installed.
        min_confidence: claims below this confidence, in [0, 1], are left out.
        decisions: a file like `decisions.toml`, or the decisions themselves.
        gazetteers: files (CSV or Turtle) of things known beforehand, beside those that come with the package.
        link: `wikidata`, the address of a reconciliation service, or a service; None opens no connection.
        link_threshold: the least score of a link, in [0, 1].
        ids: the file that keeps the ids of entities; it is read, and written again with the new ones.
        text_column: the column of tables, or the field of records, that holds the texts; None guesses.
        id_column: that of their ids; None guesses.
        date_column: that of their dates; None guesses.
        title_column: that of their titles; None guesses.
        allow_private: addresses of this machine and of private networks are fetched too, where one is given or a page
            redirects to one.
        progress: called with the numbers of documents done and of all documents.

    Raises:
        UsageError: a confidence or threshold does not lie between 0 and 1, or the date is none.
    """

    model: "Path | Language | None" = None
    date: datetime.date | None = None
    extractors: Extractors = None
    min_confidence: float = DEFAULT_MIN_CONFIDENCE
    decisions: Path | Iterable[Decision] = ()
    gazetteers: Path | Iterable[Path] = ()
    link: "str | Service | None" = None
    link_threshold: float = DEFAULT_LINK_THRESHOLD
    ids: Path | None = None
    text_column: str | None = None
    id_column: str | None = None
    date_column: str | None = None
    title_column: str | None = None
    allow_private: bool = False
    progress: Progress | None = None

    def __post_init__(self) -> None:
        usable = {
            "date": as_date(self.date),
            "extractors": _several(self.extractors),
            "min_confidence": _fraction("min_confidence", self.min_confidence, DEFAULT_MIN_CONFIDENCE),
            "decisions": self.decisions if isinstance(self.decisions, str | os.PathLike) else tuple(self.decisions),
            "gazetteers": _several(self.gazetteers),
            "link_threshold": _fraction("link_threshold", self.link_threshold, DEFAULT_LINK_THRESHOLD),
        }
        for name, value in usable.items():
            object.__setattr__(self, name, value)


class Choices(t.TypedDict, total=False):
    """The fields of `Options` as keyword arguments; `published` is the older name of `date`."""

    model: "Path | Language | None"
    date: datetime.date | str | None
    published: datetime.date | str | None
    extractors: Extractors
    min_confidence: float | None
    decisions: Path | Iterable[Decision]
    gazetteers: Path | Iterable[Path]
    link: "str | Service | None"
    link_threshold: float | None
    ids: Path | None
    text_column: str | None
    id_column: str | None
    date_column: str | None
    title_column: str | None
    allow_private: bool
    progress: Progress | None


def options_of(options: Options | None, choices: Choices) -> Options:
    """Return the options with what was chosen otherwise.

    Raises:
        TypeError: there is no such option.
        UsageError: as for `Options`.
    """
    changes: dict[str, t.Any] = {{"published": "date"}.get(name, name): value for name, value in choices.items()}
    return replace(options or Options(), **changes)


def as_date(day: datetime.date | str | None) -> datetime.date | None:
    """Return a day that is given as a date, as a moment, or as text (YYYY-MM-DD).

    Raises:
        UsageError: it is no date.
    """
    if day is None or (isinstance(day, datetime.date) and not isinstance(day, datetime.datetime)):
        return day
    try:
        return day.date() if isinstance(day, datetime.datetime) else datetime.date.fromisoformat(day)
    except (TypeError, ValueError) as error:
        raise UsageError(f"date {day!r}: must be YYYY-MM-DD") from error


def _fraction(name: str, value: float | None, default: float) -> float:
    if value is None:
        return default
    if not isinstance(value, int | float) or not 0.0 <= value <= 1.0:
        raise UsageError(f"{name} {value!r}: must lie between 0 and 1")
    return float(value)


def _several(given: t.Any) -> t.Any:
    """Return what may be given alone or severally as a tuple; a mapping, and None, as they are."""
    if given is None or isinstance(given, Mapping):
        return given
    return (given,) if isinstance(given, str | os.PathLike) else tuple(given)
