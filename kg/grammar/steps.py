"""The parser and the recogniser of names take the steps of their texts from Python.

spaCy's own loop over the steps gives up the interpreter's lock, and the small questions that it asks about a state ("is
an entity open?") take the lock again, each time: half of the time of the recogniser. From Python the lock is held. All
texts of a batch take a step together, where spaCy takes a quarter of them at a time, and the scores are the same
products: the annotations do not change. Of the parser's steps it is kept how probable each was
(`kg.grammar.attachments`).
"""

import typing as t
from collections.abc import Callable, Iterator, Sequence

from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer, TrainablePipe
from spacy.tokens import Doc, Span

from kg.grammar.attachments import keep_steps
from kg.grammar.recognition import names_of


class SteppedParser(DependencyParser):  # type: ignore[misc]  # compiled, without a stub
    """spaCy's dependency parser, its steps taken from Python; it writes on each Doc how sure its attachments are."""

    pipe = TrainablePipe.pipe  # all texts of a batch side by side

    def greedy_parse(self, docs: Sequence[Doc], drop: float = 0.0) -> list[t.Any]:
        """Return the last state of each Doc."""
        states: list[t.Any] = self.moves.init_batch(docs)
        steps = list(steps_of(self, docs, states))
        heads = [list(map(state.H, range(len(doc)))) for doc, state in zip(docs, states, strict=True)]
        roots = [[place if head < 0 else head for place, head in enumerate(each)] for each in heads]
        keep_steps(docs, steps, roots)
        return states


class SteppedRecognizer(EntityRecognizer):  # type: ignore[misc]  # compiled, without a stub
    """spaCy's recogniser of names, which weighs the tokens of a batch side by side (`kg.grammar.recognition`)."""

    pipe = TrainablePipe.pipe

    def greedy_parse(self, docs: Sequence[Doc], drop: float = 0.0) -> list[t.Any]:
        """Return the last state of each Doc, or the names in it, as the best of all allowed actions tell."""
        found = names_of(self, docs) if all(not len(doc) or not doc.has_annotation("ENT_IOB") for doc in docs) else None
        if found is not None:
            return found
        states: list[t.Any] = self.moves.init_batch(docs)
        for _ in steps_of(self, docs, states):
            pass
        return states

    def set_annotations(self, docs: Sequence[Doc], found: Sequence[t.Any]) -> None:
        """Write the names in each Doc, or what its last state tells."""
        if not found or not isinstance(found[0], list):
            super().set_annotations(docs, found)
            return
        for doc, names in zip(docs, found, strict=True):
            doc.set_ents([Span(doc, *name) for name in names], default="outside")


STEPPED: t.Final[t.Mapping[type, type]] = {DependencyParser: SteppedParser, EntityRecognizer: SteppedRecognizer}


def step_from_python(nlp: Language) -> None:
    """Let the parser and the recogniser of a pipeline take their steps from Python; other pipes stay as they are."""
    nlp._components[:] = [(name, _stepped(pipe)) for name, pipe in nlp._components]


def _stepped(pipe: t.Any) -> t.Any:
    if type(pipe) not in STEPPED:
        return pipe
    stepped = STEPPED[type(pipe)](pipe.vocab, pipe.model, pipe.name, pipe.moves, scorer=pipe.scorer)
    stepped.cfg = pipe.cfg
    return stepped


def steps_of(pipe: t.Any, docs: Sequence[Doc], states: Sequence[t.Any]) -> Iterator[tuple[t.Any, t.Any]]:
    """Take the best step of all Docs side by side, from the first state of each to the last one.

    Yields:
        before each step the tokens that each state looks at which takes it, and the scores of its actions, in rows.
    """
    model = pipe.model.predict(docs)
    scores_of = _scores(model)
    going = [state for state in states if not state.is_final()]
    while going:
        looked_at = model.get_token_ids(going)
        scores = scores_of(going, looked_at)
        yield looked_at, scores
        going = pipe.transition_states(going, scores)
    model.clear_memory()


def _scores(model: t.Any) -> Callable[[Sequence[t.Any], t.Any], t.Any]:
    """Return what gives the scores of the actions of some states, from the tokens that these look at.

    They are those of the model, which asks the states for the tokens again, and looks each time for the least score of
    all: that of actions it never saw.
    """
    if model.vec2scores is None or not model._class_mask.all():
        return lambda going, _: model.predict(going)
    return lambda _, looked_at: model.vec2scores.predict(model.state2vec.predict(looked_at))
