"""The options of a run: one value, made from keyword arguments or from the options of a command."""

import datetime
import os
import typing as t
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from kg.arguments import as_count, as_date, as_fraction, several
from kg.choices import DEFAULT_LINK_THRESHOLD, DEFAULT_MIN_CONFIDENCE, ENGLISH, Engine
from kg.errors import UsageError
from kg.model import Decision
from kg.stages.progress import Watcher

if t.TYPE_CHECKING:
    from spacy.language import Language

    from kg.extract import Extractor
    from kg.link import Service

Path: t.TypeAlias = str | os.PathLike[str]
Extractors: t.TypeAlias = "str | Iterable[str] | Mapping[str, Extractor] | None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How documents are read and turned into a graph; the options of the commands have the same names.

    Args:
        model: the spaCy pipeline, by package name or directory, or a loaded one; None uses the default.
        date: the date for documents without one; a str is YYYY-MM-DD.
        extractors: names of installed extractors, or functions by name; None uses all that are installed.
        llm_url: the address of a language model for the extractor `llm`; by default nothing is sent to any model.
        llm_model: the name of that model.
        min_confidence: claims below this confidence, in [0, 1], are left out.
        decisions: a file like `decisions.toml`, or the decisions themselves.
        gazetteers: files (CSV or Turtle) of known entities, in addition to those in the package.
        link: `wikidata`, the address of a reconciliation service, or a service; None opens no connection.
        link_threshold: the minimum score of a link, in [0, 1].
        ids: the file that keeps the ids of entities; it is read, and rewritten with the new ones.
        language: the required language of the texts, by its ISO 639 code, whose region is ignored; `any` accepts all.
        text_column: the table column or record field with the texts; None guesses.
        id_column: the column with the ids; None guesses.
        date_column: the column with the dates; None guesses.
        title_column: the column with the titles; None guesses.
        allow_private: also fetch addresses on this machine and in private networks.
        jobs: the number of reading processes; None uses one per core for large inputs, otherwise only this one.
        engine: where documents are read: in processes on this machine, or by the workers of Apache Spark.
        master: the address of the Spark cluster, or `local[N]` for N cores of this machine.
        progress: called with a `Progress` after every step.

    Raises:
        UsageError: a confidence or threshold is not between 0 and 1, the date or the language is invalid, or jobs is
            less than 1.
    """

    model: "Path | Language | None" = None
    date: datetime.date | None = None
    extractors: Extractors = None
    llm_url: str | None = None
    llm_model: str | None = None
    min_confidence: float = DEFAULT_MIN_CONFIDENCE
    decisions: Path | Iterable[Decision] = ()
    gazetteers: Path | Iterable[Path] = ()
    link: "str | Service | None" = None
    link_threshold: float = DEFAULT_LINK_THRESHOLD
    ids: Path | None = None
    language: str = ENGLISH
    text_column: str | None = None
    id_column: str | None = None
    date_column: str | None = None
    title_column: str | None = None
    allow_private: bool = False
    jobs: int | None = None
    engine: Engine = "local"
    master: str = "local[*]"
    progress: Watcher | None = None

    def __post_init__(self) -> None:
        usable = {
            "date": as_date(self.date),
            "extractors": several(self.extractors),
            "min_confidence": as_fraction("min_confidence", self.min_confidence, DEFAULT_MIN_CONFIDENCE),
            "decisions": self.decisions if isinstance(self.decisions, str | os.PathLike) else tuple(self.decisions),
            "gazetteers": several(self.gazetteers),
            "link_threshold": as_fraction("link_threshold", self.link_threshold, DEFAULT_LINK_THRESHOLD),
            "jobs": as_count("jobs", self.jobs),
            "language": _language(self.language),
        }
        for name, value in usable.items():
            object.__setattr__(self, name, value)

    @property
    def recorded(self) -> dict[str, object]:
        """The options that affect the graph, for the record of a run; a file is its name and a digest of its content.

        The file of ids is as the run leaves it.
        """
        from kg.ledger import recorded_file

        return {
            "date": self.date.isoformat() if self.date else None,
            "min_confidence": self.min_confidence,
            "language": self.language,
            **{name: getattr(self, name) for name in ("text_column", "id_column", "date_column", "title_column")},
            "gazetteers": [*map(recorded_file, t.cast("tuple[Path, ...]", self.gazetteers or ()))],
            "ids": self.ids and recorded_file(self.ids),
            "link": self.link if isinstance(self.link, str | None) else self.link.place,
            "link_threshold": None if self.link is None else self.link_threshold,
            "llm_url": self.llm_url,
            "llm_model": self.llm_model,
        }


def _language(code: str) -> str:
    if code == ENGLISH:
        return code
    from kg.read import checked_language  # slow to load

    return checked_language(code)


class TextChoices(t.TypedDict, total=False):
    """The fields of `Options` as keyword arguments except `ids`, which `build_texts` uses for the ids of texts."""

    model: "Path | Language | None"
    date: datetime.date | str | None
    published: datetime.date | str | None
    extractors: Extractors
    llm_url: str | None
    llm_model: str | None
    min_confidence: float | None
    decisions: Path | Iterable[Decision]
    gazetteers: Path | Iterable[Path]
    link: "str | Service | None"
    link_threshold: float | None
    language: str
    text_column: str | None
    id_column: str | None
    date_column: str | None
    title_column: str | None
    jobs: int | None
    engine: Engine
    master: str
    progress: Watcher | None


class Choices(TextChoices, total=False):
    """The fields of `Options` as keyword arguments; `published` is the older name of `date`."""

    ids: Path | None
    allow_private: bool


def options_of(options: Options | None, choices: Choices | TextChoices) -> Options:
    """Return the options, overridden by keyword arguments.

    Raises:
        TypeError: there is no such option.
        UsageError: as for `Options`.
    """
    changes: dict[str, t.Any] = {{"published": "date"}.get(name, name): value for name, value in choices.items()}
    return replace(options or Options(), **changes)


def is_named(model: "Path | Language | None") -> bool:
    """Return whether a pipeline is given by name or folder, or is the default; otherwise it is already loaded."""
    return model is None or isinstance(model, str | os.PathLike)


def check_named(options: Options, what: str) -> None:
    """Check that the pipeline can be loaded in another process.

    Args:
        options: the options of the run.
        what: the options that need it, for the message.

    Raises:
        UsageError: it is already loaded.
    """
    if not is_named(options.model):
        raise UsageError(f"{what}: a loaded pipeline cannot be sent to another process; pass its name or its folder")
