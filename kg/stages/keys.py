"""Digests of everything that determines a result; if they are unchanged, no work is repeated.

They are computed without spaCy, which takes longer to load than checking an unchanged folder.
"""

import functools
import hashlib
import importlib.util
import inspect
import os
import platform
import typing as t
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from importlib import metadata
from pathlib import Path

from kg.entry_points import entry_points
from kg.grammar.installed import Model, installed_model, model_version
from kg.identifiers import digest
from kg.ledger import Key, file_digest
from kg.model import EXTRACTORS
from kg.outputs import LIBRARIES, version
from kg.read.plugins import ENTRY_POINTS as READERS
from kg.stages.options import Options, is_named
from kg.stages.resources import LLM, extractor_names, extractors_of, pipeline_of

if t.TYPE_CHECKING:
    from spacy.language import Language

PACKAGE: t.Final = Path(__file__).resolve().parent.parent
READING: t.Final = (
    "caching.py",
    "choices.py",
    "data",
    "extract",
    "grammar",
    "identifiers.py",
    "lexicon",
    "model.py",
    "quantities",
    "read",
    "reference",
    "resolve",
    "stages/isolation.py",
    "times",
)
"""The parts of the package that determine how documents are read; `resolve` decides which claims are valid."""
READING_LIBRARIES: t.Final = (
    "charset-normalizer",
    "feedparser",
    "lxml",
    "lxml-html-clean",
    "markdown-it-py",
    "py3langid",
    "pyarrow",
    "pypdf",
    "python-docx",
    "trafilatura",
    "zstandard",
)
"""The libraries that parse files."""
PARSING: t.Final = (
    "data/lexicon/names.tsv",
    "data/lexicon/words.tsv",
    "grammar/attachments.py",
    "grammar/attribute_rules.py",
    "grammar/embedding.py",
    "grammar/pipeline.py",
    "grammar/recognition.py",
    "grammar/serialization.py",
    "grammar/steps.py",
    "grammar/tokenization.py",
)
"""The files that determine the parse of a text, apart from the model and its tokenizer."""
BY_CONTENT: t.Final = frozenset(
    {"decisions", "engine", "extractors", "gazetteers", "ids", "jobs", "master", "model", "progress"}
)
"""The options that affect the files of a run through what they refer to, or not at all."""


def reading_key(options: Options) -> tuple[Key, Model]:
    """Return the key of how documents are read, and the model.

    Raises:
        ModelError: there is no such model.
        UsageError: there is no such extractor.
    """
    model = _model(options)
    rules = digest(code(READING), str(options.min_confidence), *_extractors(options), length=32)
    return Key(rules, model.digest), model


def parsing_key(nlp: "Language", model: Model) -> str:
    """Return the key of the parse of a text, apart from the text."""
    tokenizer = t.cast("t.Any", nlp.tokenizer).to_bytes(exclude=["vocab"])
    return digest(model.digest, hashlib.sha256(tokenizer).hexdigest(), code(PARSING))


def files_key() -> str:
    """Return the key of the texts in a file, apart from the file and the request: the readers."""
    points = sorted(entry_points(group=READERS), key=lambda point: point.name)
    others = [f"{point.name} {_origin(point)}" for point in points]
    return digest(code(READING), *others, *(f"{name} {version(name)}" for name in READING_LIBRARIES), length=32)


def outputs_key(options: Options, *writing: object) -> str:
    """Return the key of the files of a run, apart from the documents read.

    Args:
        options: the options of the run.
        writing: manual decisions, and how the files are written, as plain values.
    """
    files = [*t.cast("Sequence[str]", options.gazetteers), *([] if options.ids is None else [options.ids])]
    versions = [platform.python_version(), *(version(name) or "" for name in LIBRARIES)]
    chosen = [getattr(options, field.name) for field in fields(options) if field.name not in BY_CONTENT]
    return digest(code(), *versions, *map(repr, (*chosen, *writing)), *map(file_digest, files), length=32)


@functools.cache
def code(parts: tuple[str, ...] = (".",)) -> str:
    """Return a digest of files of this package, including those in folders."""
    places = [PACKAGE / part for part in parts]
    files = sorted(file for place in places for file in (place.rglob("*") if place.is_dir() else [place]))
    named = [file for file in files if file.suffix != ".pyc" and file.is_file()]
    return digest(*(f"{file.relative_to(PACKAGE).as_posix()} {file_digest(file)}" for file in named), length=32)


def _model(options: Options) -> Model:
    given = t.cast("str", options.model)
    found = installed_model(given and os.fspath(given)) if is_named(options.model) else None
    if found is not None:
        return found
    nlp = pipeline_of(options)
    weights = hashlib.sha256(
        nlp.to_bytes(exclude=["vocab"]) + nlp.vocab.vectors.to_bytes(exclude=["strings"])
    ).hexdigest()
    name, _, _ = model_version(nlp.meta).partition(" ")
    return Model(name, model_version(nlp.meta), digest(weights, version("spacy") or "", length=32))


def _extractors(options: Options) -> Iterable[str]:
    """Yield what identifies a set of extractors: the origin, version and module of each."""
    chosen = options.extractors
    if isinstance(chosen, Mapping):
        return [f"{name} {_source(function)}" for name, function in sorted(chosen.items())]
    points = {point.name: point for point in entry_points(group=EXTRACTORS)}
    names = extractor_names(options)
    if LLM in names or not points.keys() >= set(names):
        extractors_of(options)  # raises an error that lists the available ones
    return [f"{name} {_origin(points[name]) if name != LLM else _llm_key(options)}" for name in names]


def _llm_key(options: Options) -> str:
    """Return the key of a language model's answers, apart from the text."""
    from kg.llm import prompt_digest

    return f"{options.llm_url} {options.llm_model} {prompt_digest()} {code(('llm',))}"


def _origin(point: metadata.EntryPoint) -> str:
    try:
        spec = importlib.util.find_spec(point.module)
    except ImportError:
        spec = None  # the error is raised on loading
    module = file_digest(spec.origin) if spec is not None and spec.origin else ""
    return f"{point.value} {point.dist.version if point.dist else ''} {module}"


def _source(function: object) -> str:
    """Return what identifies a function: its name and the module that contains it, or else its own source."""
    name = f"{getattr(function, '__module__', '')}.{getattr(function, '__qualname__', repr(function))}"
    module = inspect.getmodule(function)
    file = getattr(module, "__file__", None)
    try:
        return f"{name} {file_digest(file) if file else inspect.getsource(t.cast('t.Any', function))}"
    except (OSError, TypeError):
        return f"{name} {os.urandom(16).hex()}"  # it cannot be identified, so everything is read again
