"""The parser and the named-entity recogniser with their transition loop in Python.

spaCy's own loop releases the interpreter's lock, but small queries about a state ("is an entity open?") take the lock
again each time, which is half of the recogniser's time. A loop in Python holds the lock. All texts of a batch take an
action together, where spaCy takes a quarter of them at a time. The scores are the same products, so the annotations do
not change. The probability of each of the parser's actions is kept (`kg.grammar.attachments`).
"""

import typing as t
from collections.abc import Callable, Iterator, Sequence

from spacy.language import Language
from spacy.pipeline import DependencyParser, EntityRecognizer, TrainablePipe
from spacy.tokens import Doc, Span

from kg.grammar.attachments import keep_steps
from kg.grammar.recognition import names_of


class SteppedParser(DependencyParser):  # type: ignore[misc]  # compiled, without a stub
    """spaCy's dependency parser with its loop in Python; it stores the probability of each attachment on the Doc."""

    pipe = TrainablePipe.pipe  # all texts of a batch together

    def greedy_parse(self, docs: Sequence[Doc], drop: float = 0.0) -> list[t.Any]:
        """Return the final state of each Doc."""
        states: list[t.Any] = self.moves.init_batch(docs)
        steps = list(steps_of(self, docs, states))
        heads = [list(map(state.H, range(len(doc)))) for doc, state in zip(docs, states, strict=True)]
        roots = [[place if head < 0 else head for place, head in enumerate(each)] for each in heads]
        keep_steps(docs, steps, roots)
        return states


class SteppedRecognizer(EntityRecognizer):  # type: ignore[misc]  # compiled, without a stub
    """spaCy's named-entity recogniser, scoring all tokens of a batch at once (`kg.grammar.recognition`)."""

    pipe = TrainablePipe.pipe

    def greedy_parse(self, docs: Sequence[Doc], drop: float = 0.0) -> list[t.Any]:
        """Return the final state of each Doc, or the names in it according to the best allowed actions."""
        found = names_of(self, docs) if all(not len(doc) or not doc.has_annotation("ENT_IOB") for doc in docs) else None
        if found is not None:
            return found
        states: list[t.Any] = self.moves.init_batch(docs)
        for _ in steps_of(self, docs, states):
            pass
        return states

    def set_annotations(self, docs: Sequence[Doc], found: Sequence[t.Any]) -> None:
        """Set the names in each Doc, from the names or its final state."""
        if not found or not isinstance(found[0], list):
            super().set_annotations(docs, found)
            return
        for doc, names in zip(docs, found, strict=True):
            doc.set_ents([Span(doc, *name) for name in names], default="outside")


STEPPED: t.Final[t.Mapping[type, type]] = {DependencyParser: SteppedParser, EntityRecognizer: SteppedRecognizer}


def step_from_python(nlp: Language) -> None:
    """Make the parser and the recogniser of a pipeline run their loop in Python; other pipes stay as they are."""
    nlp._components[:] = [(name, _stepped(pipe)) for name, pipe in nlp._components]


def _stepped(pipe: t.Any) -> t.Any:
    if type(pipe) not in STEPPED:
        return pipe
    stepped = STEPPED[type(pipe)](pipe.vocab, pipe.model, pipe.name, pipe.moves, scorer=pipe.scorer)
    stepped.cfg = pipe.cfg
    return stepped


def steps_of(pipe: t.Any, docs: Sequence[Doc], states: Sequence[t.Any]) -> Iterator[tuple[t.Any, t.Any]]:
    """Apply the best action to all Docs in parallel, from the initial state of each to the final one.

    Yields:
        for each action: the tokens considered by each unfinished state and the scores of the actions, as rows.
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
    """Return a function that scores the actions of some states, given the tokens that they consider.

    The scores are those of the model. The model itself would look up the tokens again, and each time search for the
    minimum of all scores: that of actions it never saw.
    """
    if model.vec2scores is None or not model._class_mask.all():
        return lambda going, _: model.predict(going)
    return lambda _, looked_at: model.vec2scores.predict(model.state2vec.predict(looked_at))
