"""The named-entity recogniser, run on all tokens of a batch at once.

spaCy's recogniser processes a text action by action. A token is outside of names (O), a single-token name (U), the
beginning (B), inside (I) or the last (L) of a name. It looks at the token and, within a name, also at the name's first
token and the token before. So the action of a token outside names needs no other action, and a name continues in the
same way whatever precedes it. The scores are spaCy's, and so are the constraints: no name crosses the end of a
sentence, and none begins with white space.
"""

import typing as t
from collections.abc import Callable, Sequence

import numpy as np
from spacy.tokens import Doc

Ints: t.TypeAlias = np.ndarray[t.Any, np.dtype[np.int64]]
Found: t.TypeAlias = list[tuple[int, int, str]]
"""The names of a Doc: their tokens `start` to `end` (half-open) and their labels."""
LOOKED_AT: t.Final = 3
"""The number of tokens that the recogniser looks at: the next one, the first of its name, and the one before it."""


def names_of(pipe: t.Any, docs: Sequence[Doc]) -> list[Found] | None:
    """Return the names of Docs that have none yet, or None if the recogniser looks at other tokens."""
    model = pipe.model.predict(docs)
    if model.vec2scores is None or not model._class_mask.all() or model.state2vec.nF != LOOKED_AT:
        return None
    actions = [pipe.moves.get_class_name(number) for number in range(pipe.moves.n_moves)]
    numbers = {action: number for number, action in enumerate(actions)}
    rows = np.concatenate([doc.to_array(["IS_SPACE", "SENT_START"]) for doc in docs])
    ends = np.cumsum([len(doc) for doc in docs])
    closed = np.concatenate([rows[1:, 1] == 1, [True]])  # no name continues after the last token of a sentence
    closed[ends[ends > 0] - 1] = True

    def scores_of(looked_at: Ints) -> t.Any:
        return model.vec2scores.predict(model.state2vec.predict(looked_at.astype(np.int32)))

    outside = _outside(scores_of, actions, rows[:, 0] == 1, closed)
    begun = np.array([action.startswith("B-") for action in actions])[outside]
    starts = np.flatnonzero(begun)
    inside, last = ([numbers[f"{kind}{actions[each][1:]}"] for each in outside[starts]] for kind in "IL")
    after = dict(zip(starts.tolist(), _ends(scores_of, starts, np.array(inside), np.array(last), closed), strict=True))
    model.clear_memory()
    best = [actions[number] for number in outside]
    return [_walked(best, after, int(end) - len(doc), int(end)) for doc, end in zip(docs, ends, strict=True)]


def _outside(scores_of: Callable[[Ints], t.Any], actions: Sequence[str], space: t.Any, closed: t.Any) -> Ints:
    """Return the best allowed action of each token outside names."""
    none = np.full(len(space), -1)
    scores = scores_of(np.stack([np.arange(len(space)), none, none], axis=1))
    kinds, labelled = np.array([action[0] for action in actions]), np.array([len(action) > 2 for action in actions])
    begins, alone = (kinds == "B") & labelled, (kinds == "U") & labelled
    allowed = (kinds == "O") | (alone & ~space[:, None]) | (begins & ~(space | closed)[:, None])
    return t.cast("Ints", np.where(allowed, scores, -np.inf).argmax(axis=1))


def _ends(scores_of: Callable[[Ints], t.Any], starts: Ints, inside: Ints, last: Ints, closed: t.Any) -> list[int]:
    """Return, for each name start, the number of the token after the name, from the actions that continue or end it."""
    ends, going = starts.copy(), np.arange(len(starts))
    while len(going):
        ends[going] += 1
        place, start = ends[going], starts[going]
        scores = scores_of(np.stack([place, start, place - 1], axis=1))
        rows = np.arange(len(going))
        more, stop = scores[rows, inside[going]], scores[rows, last[going]]
        first = (more > stop) | ((more == stop) & (inside[going] < last[going]))
        going = going[first & ~closed[place]]
    return t.cast("list[int]", (ends + 1).tolist())


def _walked(actions: Sequence[str], after: t.Mapping[int, int], start: int, end: int) -> Found:
    """Return the names of one Doc, the tokens `start` to `end` (half-open) of its batch, from left to right."""
    found, place = [], start
    while place < end:
        action, first = actions[place], place
        place = after[place] if action[0] == "B" else place + 1
        if action != "O":
            found.append((first - start, place - start, action[2:]))
    return found
