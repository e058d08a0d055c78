"""The parser and the recogniser of names take the steps of their texts from Python.

spaCy's own loop over the steps gives up the interpreter's lock, and the small questions that it asks about a state ("is
an entity open?") take the lock again, each time: half of the time of the recogniser. From Python the lock is held. All
texts of a batch still take a step together, and the scores are the same products: the annotations do not change.
"""

import typing as t
from collections.abc import Sequence

from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer
from spacy.tokens import Doc

SEVERAL: t.Final = 4
"""From how many texts on the parser, which asks a state less than the recogniser does, is faster from Python."""


class SteppedParser(DependencyParser):  # type: ignore[misc]  # compiled, without a stub
    """spaCy's dependency parser, its steps taken from Python where several texts share the cost of a step."""

    def greedy_parse(self, docs: Sequence[Doc], drop: float = 0.0) -> list[t.Any]:
        """Return the last state of each Doc."""
        if len(docs) >= SEVERAL:
            return last_states(self, docs)
        states: list[t.Any] = super().greedy_parse(docs, drop)
        return states


class SteppedRecognizer(EntityRecognizer):  # type: ignore[misc]  # compiled, without a stub
    """spaCy's recogniser of names, its steps taken from Python."""

    def greedy_parse(self, docs: Sequence[Doc], drop: float = 0.0) -> list[t.Any]:
        """Return the last state of each Doc."""
        return last_states(self, docs)


STEPPED: t.Final[t.Mapping[type, type]] = {DependencyParser: SteppedParser, EntityRecognizer: SteppedRecognizer}


def step_from_python(nlp: Language) -> None:
    """Let the parser and the recogniser of a pipeline take their steps from Python; other pipes stay as they are.

    Args:
        nlp: a loaded pipeline; what these pipes write on a Doc, and their form on disk, do not change.
    """
    nlp._components[:] = [(name, _stepped(pipe)) for name, pipe in nlp._components]


def _stepped(pipe: t.Any) -> t.Any:
    if type(pipe) not in STEPPED:
        return pipe
    stepped = STEPPED[type(pipe)](pipe.vocab, pipe.model, pipe.name, pipe.moves, scorer=pipe.scorer)
    stepped.cfg = pipe.cfg
    return stepped


def last_states(pipe: t.Any, docs: Sequence[Doc]) -> list[t.Any]:
    """Return the last state of each Doc, by the best step of all Docs side by side until all are read.

    Args:
        pipe: a parser or recogniser of spaCy's.
        docs: with at least one word.
    """
    states: list[t.Any] = pipe.moves.init_batch(docs)
    model = pipe.model.predict(docs)
    going = [state for state in states if not state.is_final()]
    while going:
        going = pipe.transition_states(going, model.predict(going))
    model.clear_memory()
    return states
