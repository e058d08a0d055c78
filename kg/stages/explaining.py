"""How a text is read: annotate and extract, with the reasons."""

import typing as t
from collections.abc import Sequence
from datetime import date

from kg.errors import InputError
from kg.model import Document, Span
from kg.stages.running import threshold

if t.TYPE_CHECKING:
    from spacy.language import Language

    from kg.extract.explanation import Explanation


def explain(
    text: str,
    *,
    model: "str | Language | None" = None,
    published: date | None = None,
    min_confidence: float | None = None,
) -> "Explanation":
    """Return how a text is read: the clauses of each sentence and what they became, its claims, and why each was kept.

    Args:
        text: a sentence or several.
        model: as for `build`, or a pipeline that is loaded already.
        published: the date from which times are reckoned.
        min_confidence: as for `build`.

    Raises:
        InputError: the text is empty.
        ModelError: no such model.
        UsageError: the confidence does not lie between 0 and 1.
    """
    from kg.extract.explanation import explanation
    from kg.grammar.pipeline import load
    from kg.reference.annotation import annotate

    if not text.strip():
        raise InputError("nothing to explain: the text is empty")
    min_confidence = threshold(min_confidence)
    nlp = load(model) if model is None or isinstance(model, str) else model
    (doc,) = annotate([Document("text", text, published=published)], nlp, prose=_prose_or_all)
    return explanation(doc, min_confidence=min_confidence)


def _prose_or_all(document: Document) -> Sequence[Span]:
    """Return the running text of a document, or all of it where it looks like none: a fragment is explained as well."""
    from kg.read.layout import prose_spans

    return tuple(prose_spans(document)) or (Span(document.id, 0, len(document.text)),)
