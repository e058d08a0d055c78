"""Small words of other languages in names: "Foz *do* Iguaçu", "Tuma *wa* Njoroge", which the tagger takes for verbs.

The model has seen "de" and few others of them. It finds the whole name, and no verb, where each is read as that one.
"""

import functools
import re
import typing as t

from spacy.tokens import Doc

from kg.lexicon import names
from kg.lexicon.tables import table

KNOWN: t.Final = "de"
"""The small word of names that the model has seen most."""


def with_particles(doc: Doc) -> Doc:
    """Return a tokenized Doc in which the pipeline reads each small word inside a name as "de".

    A word of grammar before it is no name: "*What* do Danes say?".

    Args:
        doc: a tokenized Doc that no pipe has read; the norms of its tokens are changed.
    """
    for found in _around_particle().finditer(doc.text):
        span = doc.char_span(*found.span("small"))
        named = found["left"][0].isupper() and found["right"][0].isupper()
        if span is not None and named and found["left"].lower() not in table("words").classes:
            for word in span:
                word.norm_ = KNOWN
    return doc


@functools.cache
def _around_particle() -> re.Pattern[str]:
    """Return what matches one or two small words of names between two longer words: "Joris *van der* Poorten"."""
    small = "|".join(sorted(names("particle", "particle")))
    return re.compile(
        rf"\b(?P<left>[^\W\d_][^\W\d_]+) (?P<small>(?:{small})(?: (?:{small}))?)(?= (?P<right>[^\W\d_]{{2}}))"
    )
