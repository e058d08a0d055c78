"""The model that tells nouns that stand for an event, and the verbs that people used in their questions."""

import typing as t
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from kg.grammar.event_noun_features import context_features, lemma_features
from kg.grammar.event_nouns import given_verb
from kg.grammar.lemmas import verb_lemma
from training.event_noun_weights.learning import cross_validated, f1, folds, kept, learned, loss, thresholds
from training.event_noun_weights.qanom import Judged
from training.event_noun_weights.sparse import Vector

LEAST_ROWS: t.Final = 2
RIDGE: t.Final = 1.0
LEAST_WEIGHT: t.Final = 0.1
PRIOR: t.Final = 0.4
"""The share of events among nouns that were not seen, for the baseline."""


def lemma_of(noun: Judged) -> str:
    """Return the base form of a noun, in small letters."""
    return noun.noun.lemma_.lower()


def features(noun: Judged) -> tuple[list[str], list[str]]:
    """Return what is seen of a noun by itself and in its sentence."""
    lemma = lemma_of(noun)
    return lemma_features(lemma, given_verb(lemma)), context_features(noun.noun)


def labels_of(nouns: Sequence[Judged]) -> Vector:
    """Return 1 for each noun that stands for an event."""
    return np.array([float(noun.event) for noun in nouns])


def rows_of(nouns: Iterable[Judged]) -> list[list[str]]:
    """Return the features of nouns, those by itself and those in the sentence told apart."""
    pairs = (features(noun) for noun in nouns)
    return [[f"lemma\t{name}" for name in own] + [f"context\t{name}" for name in seen] for own, seen in pairs]


def noun_weights(nouns: Sequence[Judged]) -> dict[str, dict[str, float]]:
    """Return the weights of what is seen of a noun by itself (`lemma`) and in its sentence (`context`)."""
    weights = kept(learned(rows_of(nouns), labels_of(nouns), least=LEAST_ROWS, ridge=RIDGE), least=LEAST_WEIGHT)
    result: dict[str, dict[str, float]] = {"context": {}, "lemma": {}}
    for name, value in weights.items():
        part, _, feature = name.partition("\t")
        result[part][feature] = value
    return result


def probabilities(nouns: Sequence[Judged]) -> Vector:
    """Return the cross-validated probability of each noun."""
    sentences = [noun.sentence for noun in nouns]
    return cross_validated(rows_of(nouns), labels_of(nouns), sentences, least=LEAST_ROWS, ridge=RIDGE)


def shares(nouns: Sequence[Judged]) -> Vector:
    """Return for each noun the share of events among the same nouns of other folds: the baseline."""
    where = folds([noun.sentence for noun in nouns])
    counts: defaultdict[tuple[int, str], Counter[bool]] = defaultdict(Counter)
    for noun, fold in zip(nouns, where, strict=True):
        for other in set(where.tolist()) - {fold}:
            counts[other, lemma_of(noun)][noun.event] += 1
    seen = (counts[fold, lemma_of(noun)] for noun, fold in zip(nouns, where.tolist(), strict=True))
    return np.array([(c[True] + PRIOR) / (c.total() + 1) for c in seen])


def report(nouns: Sequence[Judged], predicted: Vector) -> Iterable[str]:
    """Yield lines with precision, recall and F1 at each threshold."""
    events = labels_of(nouns)
    yield f"  cross-entropy {loss(events, predicted):.4f}"
    for threshold in thresholds(0.3, 0.8, 0.1):
        told = predicted >= threshold
        right = float((told * events).sum())
        p, r = right / max(1, told.sum()), right / events.sum()
        others = float((told * (1 - events)).sum() / (1 - events).sum())
        yield f"  at {threshold:.2f}: P {p:.3f} R {r:.3f} F1 {f1(p, r):.3f}, {others:.1%} of the other nouns"


def verbs(nouns: Iterable[Judged], nlp: Language) -> dict[str, str]:
    """Return by noun the verb of the questions about it, where the other tables have none or another."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for noun in nouns:
        for asked in noun.answers.values():
            if asked.verb.isalpha():
                forms[lemma_of(noun)][asked.verb if asked.is_base else _base(asked.verb, nlp)] += 1
    found = {noun: _most(counts) for noun, counts in sorted(forms.items())}
    return {noun: verb for noun, verb in found.items() if given_verb(noun) is None and noun.isalpha()}


def _most(counts: Mapping[str, int]) -> str:
    return max(counts, key=lambda verb: (counts[verb], verb))


def _base(form: str, nlp: Language) -> str:
    """Return the base form of a verb's past form, participle or third person."""
    doc = Doc(nlp.vocab, words=["they", form], tags=["PRP", "VBD"], pos=["PRON", "VERB"])
    return verb_lemma(form, nlp.get_pipe("lemmatizer").rule_lemmatize(doc[1])[0], "VBD")  # type: ignore[attr-defined]
