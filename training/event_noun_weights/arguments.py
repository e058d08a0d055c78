"""The model for the arguments of event nouns and their roles."""

import typing as t
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.grammar.event_noun_features import Candidate, argument_features, candidates, features_of, paths_of
from kg.grammar.event_nouns import is_same
from kg.grammar.parse import Token
from training.event_noun_weights.learning import cross_validated, f1, kept, learned, thresholds
from training.event_noun_weights.qanom import Judged, Question, Range
from training.event_noun_weights.sparse import Vector

LEAST_ROWS: t.Final = 12
RIDGE: t.Final = 8.0
LEAST_WEIGHT: t.Final = 0.12
LEAST_HITS: t.Final = 8
LEAST_SHARE: t.Final = 0.2
"""The least number of answers at the end of a path for the path to be tried."""
STEPS_UP: t.Final = 4
STEPS_DOWN: t.Final = 3
STEPS: t.Final = 4
SAME: t.Final = 0.5
THRESHOLD: t.Final = 0.45
"""The least probability of an argument: the lowest at which two in three are right, cross-validated."""


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate for an argument: the number of its noun, its features, and the question that it answers, if any."""

    noun: int
    candidate: Candidate
    features: list[str]
    answers: Question | None


def overlap(one: Range, other: Range) -> float:
    """Return the share of the words of two ranges that is in both."""
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / (one[1] - one[0] + other[1] - other[0] - shared)


def answered(noun: Judged, candidate: Candidate) -> Question | None:
    """Return the question about a noun that a candidate answers."""
    span = (candidate.start, candidate.end)
    best = max(noun.answers, key=lambda answer: overlap(answer, span), default=None)
    return noun.answers[best] if best is not None and overlap(best, span) >= SAME else None


def known_paths(events: Iterable[Judged]) -> list[str]:
    """Return the paths that lead to enough answers."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0])
    for noun in events:
        for candidate in candidates(noun.noun, paths_of(paths_from(noun.noun))):
            counts[candidate.path][0] += 1
            counts[candidate.path][1] += answered(noun, candidate) is not None
    return sorted(path for path, (n, hits) in counts.items() if hits >= LEAST_HITS and hits >= LEAST_SHARE * n)


def paths_from(noun: Token) -> set[str]:
    """Return the names of all short paths from a noun."""
    names: set[str] = set()
    _add_below(names, [], noun, noun)
    place, steps = noun, list[str]()
    while place.head is not place and len(steps) < STEPS_UP:
        steps.append(f"<{place.dep_}")
        names.add(" ".join(steps))
        _add_below(names, steps, place.head, place)
        place = place.head
    return names


def _add_below(names: set[str], steps: list[str], place: Token, came: Token) -> None:
    down = sum(step[0] == ">" for step in steps)
    for child in place.children:
        if child is not came and child.dep_ != "punct" and len(steps) < STEPS and down < STEPS_DOWN:
            further = [*steps, f">{child.dep_}"]
            names.add(" ".join(further))
            _add_below(names, further, child, child)


def examples(events: Sequence[Judged], paths: Collection[str], verbs: Mapping[str, str]) -> list[Example]:
    """Return the candidates of all nouns, given the verbs of nouns."""
    first, found = paths_of(paths), []
    for number, noun in enumerate(events):
        seen = features_of(noun.noun, verbs.get(noun.lemma))
        for candidate in candidates(noun.noun, first):
            by_path, common = argument_features(noun.noun, seen, candidate)
            names = [*common, *(f"{candidate.base}\t{name}" for name in by_path)]
            found.append(Example(number, candidate, names, answered(noun, candidate)))
    return found


def labels_of(rows: Sequence[Example]) -> Vector:
    """Return 1 for each candidate that answers a question."""
    return np.array([float(row.answers is not None) for row in rows])


def argument_weights(rows: Sequence[Example]) -> tuple[dict[str, dict[str, float]], dict[str, float]]:
    """Return the weights of features by path, and of features shared by all paths."""
    weights = learned([row.features for row in rows], labels_of(rows), least=LEAST_ROWS, ridge=RIDGE)
    by_path: defaultdict[str, dict[str, float]] = defaultdict(dict)
    common: dict[str, float] = {}
    for name, value in kept(weights, least=LEAST_WEIGHT).items():
        path, tab, feature = name.partition("\t")
        if tab:
            by_path[path][feature] = value
        else:
            common[name] = value
    return dict(by_path), common


def probabilities(rows: Sequence[Example], events: Sequence[Judged]) -> Vector:
    """Return the cross-validated probability of each candidate."""
    sentences = [events[row.noun].sentence for row in rows]
    features = [row.features for row in rows]
    return cross_validated(features, labels_of(rows), sentences, least=LEAST_ROWS, ridge=RIDGE)


def chosen(rows: Sequence[Example], predicted: Vector, threshold: float) -> dict[int, list[Example]]:
    """Return by noun the candidates at or above a threshold, the likeliest of those for the same phrase."""
    found: defaultdict[int, list[Example]] = defaultdict(list)
    for i in np.argsort(-predicted, kind="stable").tolist():
        if predicted[i] < threshold:
            break
        row = rows[i]
        if not any(is_same(row.candidate, other.candidate) for other in found[row.noun]):
            found[row.noun].append(row)
    return found


@dataclass(frozen=True, slots=True)
class Score:
    """The counts of found answers, wrong arguments and all answers, and the nouns reached."""

    found: int
    extra: int
    answers: int
    reached: int
    nouns: int

    def __str__(self) -> str:
        """Return precision, recall, F1 and the share of nouns with a found answer."""
        p, r = self.found / max(1, self.found + self.extra), self.found / self.answers
        return f"P {p:.3f} R {r:.3f} F1 {f1(p, r):.3f} reached {self.reached / self.nouns:.3f}"


def scored(events: Sequence[Judged], found: Mapping[int, Sequence[Example]]) -> Score:
    """Return how well the predicted arguments match the answers, approximately as the scorer of QA-SRL does."""
    right = extra = reached = 0
    for number, noun in enumerate(events):
        mine = found.get(number, ())
        matched = sum(
            any(overlap(answer, (row.candidate.start, row.candidate.end)) >= SAME for row in mine)
            for answer in noun.answers
        )
        right, reached = right + matched, reached + bool(matched)
        extra += sum(row.answers is None for row in mine)
    return Score(right, extra, sum(len(noun.answers) for noun in events), reached, len(events))


def report(events: Sequence[Judged], rows: Sequence[Example], predicted: Vector) -> Iterable[str]:
    """Yield lines with the figures at each threshold."""
    for threshold in thresholds(0.3, 0.7):
        yield f"  at {threshold:.2f}: {scored(events, chosen(rows, predicted, threshold))}"
