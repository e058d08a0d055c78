"""How sure the parser was of each attachment: the probability of the step that tied a token to its head.

spaCy's parser reads a text in steps (shift, attach to the left or to the right, reduce), and takes the best-scored step
each time; its scores are not kept. Here the same steps are taken for all texts of a batch side by side, and the
probability of each step is kept. The trees are the same. On 388,000 attachments of the treebanks in
`../shared/treebanks`, a step with a probability under one half is right four times in ten, one over .99 in nine of ten.
"""

import typing as t
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from spacy.language import Language
from spacy.pipeline import DependencyParser
from spacy.tokens import Doc
from spacy.util import minibatch

ATTACHMENTS: t.Final = "kg_attachments"
"""The key of a Doc's user data with the probabilities of its attachments."""
COMPONENT: t.Final = "kg_parser"
LOOKED_AT: t.Final = (2, 0)
"""Which of the tokens that a step looks at are the last one of the stack and the next one of the buffer."""
UNTOLD: t.Final = 0.5
"""The probability of an attachment that no step made: one that was moved to make room for crossing arcs."""

Probabilities: t.TypeAlias = np.ndarray[t.Any, np.dtype[np.float32]]
Places: t.TypeAlias = np.ndarray[t.Any, np.dtype[np.int64]]
Step: t.TypeAlias = tuple[Places, Probabilities]
"""One step of each text that was not done: the two tokens that it looked at, numbered over the batch, and how probable
it was."""


class AttachmentParser:
    """Stands in a pipeline for spaCy's parser: the same trees, and the probability of each attachment with them."""

    def __init__(self, parser: DependencyParser) -> None:
        """Take the steps of this parser."""
        self.parser: t.Any = parser

    def __call__(self, doc: Doc) -> Doc:
        """Parse one Doc."""
        self._parse([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 256) -> Iterator[Doc]:
        """Parse Docs in batches; they come out in their order."""
        batches: Callable[..., Iterator[list[Doc]]] = minibatch  # it has no types
        for docs in batches(stream, size=batch_size):
            self._parse(docs)
            yield from docs

    def _parse(self, docs: Sequence[Doc]) -> None:
        states = self.parser.moves.init_batch(docs)
        steps = list(self._steps(docs, states)) if any(len(doc) for doc in docs) else []
        self.parser.set_annotations(docs, states)
        heads = np.concatenate([_heads(doc) for doc in docs])
        starts = np.cumsum([0, *map(len, docs)])
        told = _attachments(heads + np.repeat(starts[:-1], np.diff(starts)), steps)
        for doc, start, end in zip(docs, starts, starts[1:], strict=False):
            doc.user_data[ATTACHMENTS] = told[start:end]

    def _steps(self, docs: Sequence[Doc], states: Sequence[t.Any]) -> Iterator[Step]:
        """Take the best step of every text, until all are read."""
        model = self.parser.model.predict(docs)
        going = [state for state in states if not state.is_final()]
        while going:
            looked_at, scores = model.get_token_ids(going), model.predict(going)
            best = scores.max(axis=1, keepdims=True)
            yield looked_at[:, LOOKED_AT], 1.0 / np.exp(scores - best).sum(axis=1)
            going = self.parser.transition_states(going, scores)


def tell_attachments(nlp: Language) -> None:
    """Let a pipeline's parser tell the probability of each attachment; one without spaCy's parser stays as it is.

    Args:
        nlp: a loaded pipeline; its parser is disabled, and what stands in its place makes the same trees.
    """
    parser = nlp.get_pipe("parser") if nlp.has_pipe("parser") else None
    if isinstance(parser, DependencyParser) and parser.cfg["beam_width"] == 1:
        nlp.add_pipe(COMPONENT, after="parser")
        nlp.disable_pipe("parser")


@Language.factory(COMPONENT)
def create(nlp: Language, name: str) -> AttachmentParser:
    """Make the component that stands in for the parser of the pipeline that it is added to."""
    return AttachmentParser(t.cast("DependencyParser", nlp.get_pipe("parser")))


def attachments(doc: Doc) -> Probabilities | None:
    """Return the probability in [0, 1] of each token's attachment (1 for a root), None where it was not kept."""
    told: Probabilities | None = doc.user_data.get(ATTACHMENTS)
    return told


def keep_attachments(doc: Doc, parts: Sequence[Doc]) -> None:
    """Keep with a Doc what is known of the Docs that it was joined from, where it is known of all."""
    told = [each for part in parts if (each := attachments(part)) is not None]
    if told and len(told) == len(parts):
        doc.user_data[ATTACHMENTS] = np.concatenate(told)


def _heads(doc: Doc) -> Places:
    """Return the number of each token's head."""
    distances: Places = doc.to_array("HEAD").astype("int32").astype(np.int64)  # written as unsigned
    return np.arange(len(doc)) + distances


def _attachments(heads: Places, steps: Sequence[Step]) -> Probabilities:
    """Return the probability of each attachment of a batch: that of the last step that looked at the two tokens."""
    told = np.where(heads == np.arange(len(heads)), 1.0, UNTOLD).astype("f")
    nothing: Step = (np.full((1, 2), -1), np.array([UNTOLD], dtype="f"))
    pairs, probabilities = (np.concatenate(parts) for parts in zip(nothing, *steps, strict=True))
    two = pairs.min(axis=1) >= 0  # at the ends of a text a step looks at one token only
    keys = np.where(two, pairs[:, 0] * np.int64(len(heads)) + pairs[:, 1], -1)
    order = np.argsort(keys, kind="stable")
    places = np.arange(len(heads))
    wanted = np.minimum(places, heads) * len(heads) + np.maximum(places, heads)
    found = order[np.searchsorted(keys, wanted, side="right", sorter=order) - 1]
    made = (keys[found] == wanted) & (heads != places)
    told[made] = probabilities[found[made]]
    return told
