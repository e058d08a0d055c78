"""Cached word embeddings: each distinct word of a batch is embedded once.

A word that is to be read as another one, as in `READ_AS`, gets the row of that word.

spaCy's small pipelines embed every token of a batch (hashed norm, prefix, suffix and shape, then a maxout layer).
The result depends only on the form of the word, and most words occur in a text more than once. A row of a matrix
product (by BLIS, which thinc uses) has the same bits at any position in the matrix, so the parse does not change.
"""

import functools
import itertools
import typing as t

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Model
from thinc.types import Ragged

LAYERS: t.Final = ("extract_features", "list2ragged", "with_array", "with_array", "ragged2list")
"""The layers of `spacy.MultiHashEmbed.v2`, by the prefixes of their names."""
READ_AS: t.Final = "kg_read_as"
"""The key in a Doc's user data for the words that some tokens are read as, by position: "*dollars* 5m" as "*$*"."""

MIXING: t.Final = np.uint64(0x9E3779B97F4A7C15)
"""An irregular odd number; its powers distinguish the positions of the summands."""


def embed_distinct_words(nlp: Language) -> None:
    """Make the pipes of a pipeline embed each distinct word of a batch once; other architectures stay as they are."""
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if isinstance(model, Model):
            for node in [node for node in model.walk() if _embeds_forms(node)]:
                dims = {name: node.maybe_get_dim(name) for name in node.dim_names}
                forward = functools.partial(_forward, node)
                model.replace_node(node, Model(node.name, forward, layers=node.layers, dims=dims))


def _embeds_forms(node: Model[t.Any, t.Any]) -> bool:
    names = [layer.name for layer in node.layers]
    return len(names) == len(LAYERS) and all(name.startswith(start) for name, start in zip(names, LAYERS, strict=True))


def _forward(embedder: Model[t.Any, t.Any], model: Model[t.Any, t.Any], docs: t.Any, is_train: bool) -> t.Any:
    if is_train:
        return embedder(docs, is_train=True)
    extract, listed, *embedding, unlisted = model.layers
    tokens: t.Any = listed.predict(extract.predict(docs))
    others: list[tuple[int, Doc]] = []
    for start, doc in zip(itertools.accumulate(map(len, docs), initial=0), docs, strict=False):
        replacements: dict[int, str] = doc.user_data.get(READ_AS, {})
        others += ((start + i, Doc(doc.vocab, [word], [bool(doc[i].whitespace_)])) for i, word in replacements.items())
    rows = tokens.dataXd
    if others:
        rows[[i for i, _ in others]] = listed.predict(extract.predict([word for _, word in others])).dataXd
    distinct, place = _distinct(rows)
    words: t.Any = Ragged(distinct, model.ops.asarray1i([len(distinct)]))
    for layer in embedding:
        words = layer.predict(words)
    return unlisted.predict(Ragged(words.dataXd[place.ravel()], tokens.lengths)), lambda gradient: gradient


def _distinct(rows: t.Any) -> tuple[t.Any, t.Any]:
    """Return the distinct rows of an array, and the index of each row among them.

    One number per row is sorted instead of the whole row, unless two different rows share it, which is rare.
    """
    keys = (rows * MIXING ** np.arange(1, rows.shape[1] + 1, dtype=np.uint64)).sum(axis=1)
    _, first, place = np.unique(keys, return_index=True, return_inverse=True)
    if np.array_equal(rows[first][place], rows):
        return rows[first], place
    return t.cast("tuple[t.Any, t.Any]", np.unique(rows, axis=0, return_inverse=True))
