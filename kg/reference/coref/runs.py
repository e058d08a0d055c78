"""Runs of he or she without a name, and the person that all of them together make likely."""

import typing as t
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.linking import MAX_SCORE, Thresholds, may_be_one
from kg.reference.coref.pairs import Pairs
from kg.reference.coref.ranking import Floats

Odds: t.TypeAlias = Mapping[int, Sequence[tuple[int, float]]]
"""The odds of the antecedents of each anaphor, by their indices."""
LEAST: t.Final = 2
"""How many pronouns make a run."""


def join_runs(discourse: Discourse, pairs: Pairs, scores: Floats, thresholds: Thresholds) -> None:
    """Unite runs of he or she with the named person that is likely for them: "*He* was late. *He* lost *his* way".

    Each pronoun of a run was linked to the one before it, so none of them alone is sure enough of the name.
    """
    if thresholds.run > 1:
        return
    odds = _odds(pairs, scores)
    for cluster in discourse.clusters():
        members = [member for member in cluster.members if member.index in odds]
        nameless = bool(cluster.genders) and all(member.kind == "pronoun" for member in cluster.members)
        if len(members) >= LEAST and nameless:
            person = _likely_person(discourse, members, odds, thresholds)
            if person is not None and all(may_be_one(discourse, member, person) for member in members):
                discourse.unite(person, members[0])


def _odds(pairs: Pairs, scores: Floats) -> Odds:
    found: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    weights = np.exp(np.minimum(scores, MAX_SCORE)).tolist()
    for anaphor, antecedent, weight in zip(pairs.anaphor.tolist(), pairs.antecedent.tolist(), weights, strict=True):
        found[anaphor].append((antecedent, weight))
    return found


def _likely_person(
    discourse: Discourse, members: Sequence[Candidate], odds: Odds, thresholds: Thresholds
) -> Candidate | None:
    """Return the likeliest thing outside of a run, if it has a name and is likely enough."""
    total: defaultdict[int, float] = defaultdict(float)
    for shares in (_shares(discourse, member, odds) for member in members):
        for first, share in shares:
            total[first] += share / len(members)
    best, *others = sorted(((share, first) for first, share in total.items()), reverse=True) or [(0.0, -1)]
    second = others[0][0] if others else 0.0
    if best[0] < max(thresholds.run, thresholds.run_lead * second):
        return None
    person = discourse.candidates[best[1]]
    return person if discourse.has_name(person) else None


def _shares(discourse: Discourse, member: Candidate, odds: Odds) -> Iterator[tuple[int, float]]:
    """Yield the clusters that a pronoun could mean beside its own, each with its probability."""
    own = discourse.first(member.index)
    outside = [(discourse.first(index), odd) for index, odd in odds[member.index] if discourse.first(index) != own]
    every = 1.0 + sum(odd for _, odd in outside)
    yield from ((first, odd / every) for first, odd in outside)
