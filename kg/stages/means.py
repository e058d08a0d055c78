"""What the options of a run name, opened: decisions, gazetteer and service; pipeline and extractors."""

import os
import typing as t
from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import Decision
from kg.stages.known_things import gazetteer_with, service_at
from kg.stages.options import Options, Path

if t.TYPE_CHECKING:
    from spacy.language import Language

    from kg.extract import Extractor
    from kg.lexicon.gazetteer import Gazetteer
    from kg.link import Service


@dataclass(frozen=True, slots=True)
class Means:
    """With what a run works, but for the pipeline and the extractors, which are slow to load."""

    gazetteer: "Gazetteer"
    decisions: tuple[Decision, ...]
    service: "Service | None"


def means_of(options: Options) -> Means:
    """Open what the options name, and look whether the file of ids is one.

    Raises:
        InputError: the file of decisions or of ids, or a gazetteer, cannot be opened or used.
        UsageError: a decision is not what it must be, or there is no such service.
    """
    from kg.resolve import read_decisions, read_ids

    decisions = options.decisions
    if options.ids is not None:
        read_ids(options.ids)
    return Means(
        gazetteer_with(t.cast("tuple[Path, ...]", options.gazetteers)),
        read_decisions(decisions) if isinstance(decisions, str | os.PathLike) else tuple(decisions),
        service_at(options.link),
    )


def extractors_of(options: Options) -> "Mapping[str, Extractor]":
    """Return the extractors by name.

    Raises:
        UsageError: one is not installed.
    """
    from kg.extract import installed_extractors

    chosen = options.extractors
    return chosen if isinstance(chosen, Mapping) else installed_extractors(chosen or ())


def pipeline_of(options: Options) -> "Language":
    """Return the pipeline, loaded where it is given by its name.

    Raises:
        ModelError: no such model.
    """
    from kg.grammar.pipeline import load

    model = options.model
    if model is None:
        return load()
    return load(os.fspath(model)) if isinstance(model, str | os.PathLike) else model
