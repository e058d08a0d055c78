"""The model for event nouns."""

import typing as t
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

import numpy as np

from kg.grammar.event_noun_features import context_features
from kg.lexicon.supersenses import noun_supersense, verb_supersense
from training.event_noun_weights.learning import cross_validated, f1, folds, kept, learned, loss, thresholds
from training.event_noun_weights.qanom import Judged
from training.event_noun_weights.sparse import Vector
from training.event_nouns import WordNet

LEAST_ROWS: t.Final = 2
RIDGE: t.Final = 3.0
LEAST_WEIGHT: t.Final = 0.2
PRIOR: t.Final = 0.4
"""The share of events among unseen nouns, for the baseline."""
FIRST_SENSES: t.Final = 3
HYPERNYMS: t.Final = frozenset({"@", "@i"})


@dataclass(frozen=True, slots=True)
class Nouns:
    """The lexical data of nouns: WordNet, the hypernyms of each synset, and the verbs of nouns."""

    wordnet: WordNet
    general: Mapping[int, tuple[int, ...]]
    derivations: Mapping[str, str]

    def features(self, noun: str) -> list[str]:
        """Return the features of a noun without its sentence."""
        verb = self.derivations.get(noun)
        sense, action = noun_supersense(noun), verb_supersense(verb) if verb else None
        ending = derivation(noun, verb)
        senses = self.wordnet.senses.get(noun, ())
        files = [self.wordnet.nouns[offset].file for offset in senses]
        return [
            f"lemma={noun}",
            f"ending={noun[-3:]}",
            f"derivation={ending}",
            f"sense={sense}",
            f"verb={action}",
            f"sense={sense} derivation={ending}",
            f"sense={sense} verb={action}",
            f"many={len(files) > FIRST_SENSES}",
            *(f"file {i}={file}" for i, file in enumerate(files[:FIRST_SENSES])),
            *(f"file={file}" for file in sorted(set(files))),
            *(f"kind={offset}" for offset in sorted(self._above(senses[:1]))),
        ]

    def _above(self, offsets: Iterable[int]) -> set[int]:
        """Return these synsets and all their hypernyms."""
        found, left = set[int](), list(offsets)
        while left:
            offset = left.pop()
            if offset not in found:
                found.add(offset)
                left += self.general.get(offset, ())
        return found


def general_synsets(folder: Path) -> dict[int, tuple[int, ...]]:
    """Return the direct hypernyms of each synset of nouns."""
    lines = (folder / "data.noun").read_text(encoding="utf-8").splitlines()
    found = {}
    for line in lines:
        if not line.startswith(" "):
            fields = line.partition(" | ")[0].split()
            behind = fields[5 + 2 * int(fields[3], 16) :]
            found[int(fields[0])] = tuple(
                int(to) for sign, to in zip(behind[::4], behind[1::4], strict=False) if sign in HYPERNYMS
            )
    return found


def derivation(noun: str, verb: str | None) -> str:
    """Return the ending of a noun where its verb differs: "al" of arrival and arrive, "=" of a ban and to ban."""
    if verb is None:
        return "-"
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(noun, verb, strict=False)))
    return noun[same:] or "="


def labels_of(judged: Sequence[Judged]) -> Vector:
    """Return 1 for each noun that is an event."""
    return np.array([float(noun.event) for noun in judged])


def rows_of(judged: Iterable[Judged], nouns: Nouns) -> list[list[str]]:
    """Return the features of nouns, with separate names for those of the noun and those of its sentence."""
    return [
        [f"noun\t{name}" for name in nouns.features(noun.lemma)]
        + [f"context\t{name}" for name in context_features(noun.noun)]
        for noun in judged
    ]


def weights(judged: Sequence[Judged], rows: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return the weight of each feature."""
    return learned(rows, labels_of(judged), least=LEAST_ROWS, ridge=RIDGE)


def context_weights(found: Mapping[str, float]) -> dict[str, float]:
    """Return the weights of the features of a noun's sentence."""
    parts = ((*name.partition("\t"), value) for name, value in found.items())
    return kept({name: value for part, _, name, value in parts if part == "context"}, least=LEAST_WEIGHT)


def scores(found: Mapping[str, float], nouns: Nouns, names: Iterable[str]) -> dict[str, float]:
    """Return for each noun the sum of the weights of its own features."""
    return {
        noun: round(sum(found.get(f"noun\t{name}", 0.0) for name in nouns.features(noun)), 1) for noun in sorted(names)
    }


def probabilities(judged: Sequence[Judged], rows: Sequence[Sequence[str]]) -> Vector:
    """Return the cross-validated probability of each noun."""
    sentences = [noun.sentence for noun in judged]
    return cross_validated(rows, labels_of(judged), sentences, least=LEAST_ROWS, ridge=RIDGE)


def shares(judged: Sequence[Judged]) -> Vector:
    """Return for each noun the share of events among the same nouns of other folds: the baseline."""
    where = folds([noun.sentence for noun in judged]).tolist()
    counts: defaultdict[tuple[int, str], Counter[bool]] = defaultdict(Counter)
    for noun, fold in zip(judged, where, strict=True):
        for other in set(where) - {fold}:
            counts[other, noun.lemma][noun.event] += 1
    seen = (counts[fold, noun.lemma] for noun, fold in zip(judged, where, strict=True))
    return np.array([(c[True] + PRIOR) / (c.total() + 1) for c in seen])


def report(judged: Sequence[Judged], predicted: Vector) -> Iterable[str]:
    """Yield lines with precision, recall and F1 at each threshold."""
    events = labels_of(judged)
    yield f"  cross-entropy {loss(events, predicted):.4f}"
    for threshold in thresholds(0.3, 0.8):
        told = predicted >= threshold
        right = float((told * events).sum())
        p, r = right / max(1, told.sum()), right / events.sum()
        others = float((told * (1 - events)).sum() / (1 - events).sum())
        yield f"  at {threshold:.2f}: P {p:.3f} R {r:.3f} F1 {f1(p, r):.3f}, {others:.1%} of the other nouns"
