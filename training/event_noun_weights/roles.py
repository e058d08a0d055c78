"""The model for the roles of arguments, trained on the questions that people asked."""

import typing as t
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.grammar.event_nouns import OBJECT, PREPOSITION, is_infinitive, preposition_before, role_features
from training.event_noun_weights.arguments import Example
from training.event_noun_weights.learning import cross_validated, kept, learned
from training.event_noun_weights.qanom import Judged

LEAST_ROWS: t.Final = 6
RIDGE: t.Final = 2.0
LEAST_WEIGHT: t.Final = 0.3


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A right argument: the features of its role, the role, and the number of its sentence."""

    features: list[str]
    role: str
    sentence: int


def role_rows(rows: Iterable[Example], events: Sequence[Judged], verbs: Mapping[str, str]) -> list[RoleRow]:
    """Return the right candidates with their roles, given the verbs of nouns; infinitives need no model."""
    found = []
    for row in rows:
        if row.answers is not None and not is_infinitive(row.candidate):
            noun, role = events[row.noun], row.answers.role
            known = role if role != PREPOSITION or preposition_before(row.candidate.head) else OBJECT
            found.append(RoleRow(role_features(noun.lemma, verbs.get(noun.lemma), row.candidate), known, noun.sentence))
    return found


def role_weights(rows: Sequence[RoleRow]) -> dict[str, dict[str, float]]:
    """Return by feature the weight for each role, one against the rest."""
    result: defaultdict[str, dict[str, float]] = defaultdict(dict)
    features = [row.features for row in rows]
    for role in sorted({row.role for row in rows}):
        labels = np.array([float(row.role == role) for row in rows])
        weights = learned(features, labels, least=LEAST_ROWS, ridge=RIDGE)
        for name, value in kept(weights, least=LEAST_WEIGHT).items():
            result[name][role] = value
    return dict(sorted(result.items()))


def report(rows: Sequence[RoleRow]) -> Iterable[str]:
    """Yield lines with the cross-validated accuracy for each role."""
    names, features = sorted({row.role for row in rows}), [row.features for row in rows]
    sentences = [row.sentence for row in rows]
    table = [
        cross_validated(
            features, np.array([float(row.role == name) for row in rows]), sentences, least=LEAST_ROWS, ridge=RIDGE
        )
        for name in names
    ]
    told = [names[i] for i in np.argmax(table, axis=0)]
    right = [row.role == name for row, name in zip(rows, told, strict=True)]
    yield f"  {np.mean(right):.3f} of {len(rows)} right"
    for name in names:
        good = sum(ok and row.role == name for ok, row in zip(right, rows, strict=True))
        there = sum(row.role == name for row in rows)
        yield f"  {name}: P {good / max(1, told.count(name)):.3f} R {good / there:.3f} of {there}"
