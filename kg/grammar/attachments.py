"""The parser's confidence in each attachment: the probability of the action that attached a token to its head.

spaCy's parser processes a text in actions (shift, attach to the left or right, reduce). It takes the best-scored
action each time and discards the scores. On 388,000 arcs of gold treebanks, four in ten attachments with a probability
below 0.5 are right, and nine in ten of those above 0.99.
"""

import typing as t
from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc

ATTACHMENTS: t.Final = "kg_attachments"
"""The key in a Doc's user data for the probabilities of its attachments."""
LOOKED_AT: t.Final = (2, 0)
"""The indices, among the tokens that the parser considers, of the top of the stack and the front of the buffer."""
UNKNOWN: t.Final = 0.5
"""The probability of an attachment that no action made."""

Probabilities: t.TypeAlias = np.ndarray[t.Any, np.dtype[np.float32]]
Places: t.TypeAlias = np.ndarray[t.Any, np.dtype[np.int64]]
Step: t.TypeAlias = tuple[Places, Probabilities]
"""One action for every unfinished text: the tokens considered, numbered over the batch, and the scores of the
actions."""


def attachments(doc: Doc) -> Probabilities | None:
    """Return the probability in [0, 1] of each token's attachment (1 for a root), or None if it was not stored."""
    probabilities: Probabilities | None = doc.user_data.get(ATTACHMENTS)
    return probabilities


def keep_steps(docs: Sequence[Doc], steps: Sequence[Step], heads: Sequence[Sequence[int]]) -> None:
    """Store on each Doc of a batch the probabilities of its attachments, given its heads; a root is its own head."""
    starts = np.cumsum([0, *map(len, docs)])
    moved = [np.array(each, dtype=np.int64) + start for each, start in zip(heads, starts, strict=False)]
    probabilities = _attachments(np.concatenate(moved), steps)
    for doc, start, end in zip(docs, starts, starts[1:], strict=False):
        doc.user_data[ATTACHMENTS] = probabilities[start:end]


def keep_attachments(doc: Doc, parts: Sequence[Doc]) -> None:
    """Store on a Doc the probabilities of the Docs that it was joined from, if all of them have some."""
    probabilities = [each for part in parts if (each := attachments(part)) is not None]
    if probabilities and sum(map(len, probabilities)) == len(doc):
        doc.user_data[ATTACHMENTS] = np.concatenate(probabilities)


def _attachments(heads: Places, steps: Sequence[Step]) -> Probabilities:
    """Return the probability of each attachment of a batch: that of the last action that considered the two tokens."""
    places = np.arange(len(heads))
    probabilities = np.where(heads == places, 1.0, UNKNOWN).astype("f")
    if not steps:
        return probabilities
    looked_at, scores = (np.concatenate(parts) for parts in zip(*steps, strict=True))
    pairs = looked_at[:, LOOKED_AT].astype(np.int64)
    of_steps = 1.0 / np.exp(scores - scores.max(axis=1, keepdims=True)).sum(axis=1)
    two = pairs.min(axis=1) >= 0  # at the ends of a text an action considers one token only
    keys = np.where(two, pairs[:, 0] * np.int64(len(heads)) + pairs[:, 1], -1)
    order = np.argsort(keys, kind="stable")
    wanted = np.minimum(places, heads) * len(heads) + np.maximum(places, heads)
    found = order[np.searchsorted(keys, wanted, side="right", sorter=order) - 1]
    made = (keys[found] == wanted) & (heads != places)
    probabilities[made] = of_steps[found[made]]
    return probabilities
