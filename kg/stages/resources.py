"""Open the resources named by the options: decisions, gazetteer and service; pipeline and extractors."""

import os
import typing as t
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.entry_points import entry_points
from kg.errors import UsageError
from kg.model import EXTRACTORS, Decision
from kg.stages.known_entities import gazetteer_with, service_at
from kg.stages.options import Options, Path

if t.TYPE_CHECKING:
    from spacy.language import Language

    from kg.extract import Extractor
    from kg.lexicon.gazetteer import Gazetteer
    from kg.link import Service

LLM: t.Final = "llm"
"""The extractor that uses a language model; it has no entry point, so it is only used on request."""
RULES: t.Final = "rules"


@dataclass(frozen=True, slots=True)
class Resources:
    """The resources of a run, except for the pipeline and the extractors, which are slow to load."""

    gazetteer: "Gazetteer"
    decisions: tuple[Decision, ...]
    service: "Service | None"


def resources_of(options: Options) -> Resources:
    """Open the resources named by the options, and check the file of ids.

    Raises:
        InputError: the file of decisions or of ids, or a gazetteer, cannot be opened or used.
        UsageError: a decision is invalid, or there is no such service.
    """
    from kg.resolve import read_decisions, read_ids

    decisions = options.decisions
    if options.ids is not None:
        read_ids(options.ids)
    return Resources(
        gazetteer_with(t.cast("tuple[Path, ...]", options.gazetteers)),
        read_decisions(decisions) if isinstance(decisions, str | os.PathLike) else tuple(decisions),
        service_at(options.link),
    )


def extractors_of(options: Options) -> "Mapping[str, Extractor]":
    """Return the extractors by name; `llm` is always combined with the rules.

    Raises:
        UsageError: one is not installed, or the options of `llm` are missing or given without it.
    """
    from kg.extract import installed_extractors

    chosen = options.extractors
    if isinstance(chosen, Mapping):
        return chosen
    names = extractor_names(options)
    if LLM not in names:
        return installed_extractors(chosen or ())
    from kg.link import Cache, default_cache_file
    from kg.llm import language_model, llm_extractor

    cache = Cache(default_cache_file().with_name("llm.sqlite"))
    model = language_model(options.llm_url, options.llm_model, cache=cache)
    return {**installed_extractors(name for name in names if name != LLM), LLM: llm_extractor(model)}


def extractor_names(options: Options) -> tuple[str, ...]:
    """Return the names of the extractors, sorted, without loading them.

    Raises:
        UsageError: a language model is given without the extractor `llm`.
    """
    chosen = options.extractors
    names = {*t.cast("Iterable[str]", chosen or (point.name for point in entry_points(group=EXTRACTORS)))}
    if LLM not in names and (options.llm_url is not None or options.llm_model is not None):
        raise UsageError("llm-url and llm-model need the extractor llm: add --extractor llm")
    return tuple(sorted(names | {RULES} if LLM in names else names))


def pipeline_of(options: Options) -> "Language":
    """Return the pipeline, loading it if it is given by name.

    Raises:
        ModelError: there is no such model.
    """
    from kg.grammar.pipeline import load

    model = options.model
    if model is None:
        return load()
    return load(os.fspath(model)) if isinstance(model, str | os.PathLike) else model
