"""How a text is read: annotate and extract, with the reasons."""

import typing as t
from collections.abc import Sequence

from kg.errors import InputError
from kg.model import Document, Span
from kg.stages.options import Choices, Options, options_of
from kg.stages.resources import pipeline_of

if t.TYPE_CHECKING:
    from kg.extract.explanation import Explanation


def explain(text: str, options: Options | None = None, **choices: t.Unpack[Choices]) -> "Explanation":
    """Return how a text is read: the clauses of each sentence with their outcomes, its claims, and why each was kept.

    Args:
        text: one or more sentences.
        options: as for `build`; only model, date and min_confidence are used.
        choices: the same as keyword arguments.

    Raises:
        InputError: the text is empty.
        ModelError: there is no such model.
        UsageError: an option is invalid.
    """
    from kg.extract.explanation import explanation
    from kg.reference.annotation import annotate

    if not text.strip():
        raise InputError("nothing to explain: the text is empty")
    options = options_of(options, choices)
    nlp = pipeline_of(options)
    (doc,) = annotate([Document("text", text, published=options.date)], nlp, prose=_prose_or_all)
    return explanation(doc, min_confidence=options.min_confidence)


def _prose_or_all(document: Document) -> Sequence[Span]:
    """Return the running text of a document, or all of it if there seems to be none, so that fragments work too."""
    from kg.read.layout import prose_spans

    return tuple(prose_spans(document)) or (Span(document.id, 0, len(document.text)),)
