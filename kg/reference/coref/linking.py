"""Candidates are linked to what the model finds likely, from left to right, within what grammar and names allow."""

import typing as t
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from kg.grammar.meanings import is_inanimate, needs_mind
from kg.lexicon.given_names import is_reflexive
from kg.lexicon.noun_types import broad_type
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.clusters import Cluster
from kg.reference.coref.columns import Scheme
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.nominals import described_antecedent, may_be_anaphoric, may_mean, recent_antecedent
from kg.reference.coref.pairs import Pairs
from kg.reference.coref.pronouns import is_impersonal, salient_antecedent
from kg.reference.coref.ranking import DECIMALS, Floats
from kg.reference.coref.salience import may_be_antecedent
from kg.reference.coref.speakers import meant_by_speaker

Likely: t.TypeAlias = tuple[float, Candidate]
"""A probability, and the first candidate of the cluster that has it."""
MAX_SCORE: t.Final = 20.0
CONSIDERED: t.Final = 4
MINDFUL: t.Final = frozenset({"Group", "Organization", "Person", "Place"})
"""The general types of things that can mean or say something."""
HEARER: t.Final = 2
THIRD: t.Final = 3
TOLD: t.Final = 0.1
"""How likely a person whose gender is told must be, to be meant instead of something of which none is told."""
LEAD: t.Final = 2.5
"""How many times as likely as the second the best must be."""
AGREED: t.Final = 0.25
"""How likely the best must be for a pronoun, if it is the most salient too."""
UNSALIENT: t.Final = 0.8
"""How likely something named must be for "it" and "they", if it is not the most salient."""
REPEATED: t.Final = 0.2
"""How likely the description must be that another one repeats."""
NEGLIGIBLE: t.Final = 0.0005
"""A probability that is rounded to 0."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """How likely, in [0, 1], the best thing must be for a mention of each kind to be linked to it; above 1 is never.

    `name`, `nominal` and `value` are those of nouns, `speaking` of I, we and you, `third` of he and she, `plural` of
    they, `neuter` of it, `pointing` of this and that. From `called` on, a description is linked to the name that the
    rules for descriptions (`nominals`) choose. With `strict`, descriptions and pronouns are also weighed by what these
    rules and those of salience (`pronouns`) allow and choose, as the constants above tell. `scheme` tells the networks
    which annotators to follow.
    """

    name: float
    nominal: float
    value: float
    speaking: float
    third: float
    plural: float
    neuter: float
    pointing: float
    called: float
    strict: bool
    scheme: Scheme = "news"

    def of(self, candidate: Candidate) -> float:
        """Return the threshold for a candidate."""
        if candidate.person is not None:
            third = self.third if candidate.gender else self.plural if candidate.number == "plural" else self.neuter
            return (NEVER, self.speaking, self.speaking, third, self.pointing)[candidate.person]
        return {"name": self.name, "nominal": self.nominal, "value": self.value}.get(candidate.kind, NEVER)

    def least(self, candidate: Candidate) -> float:
        """Return the probability below which a candidate is never linked."""
        threshold = self.of(candidate)
        return min(threshold, AGREED) if self.strict and candidate.person in {1, 2, 3, 4} else threshold


NEVER: t.Final = 2.0
PRECISE_THRESHOLDS: t.Final = Thresholds(
    name=NEVER, nominal=0.45, value=NEVER, speaking=0.5, third=0.35, plural=0.25, neuter=0.5, pointing=0.5,
    called=0.01, strict=True,
)  # fmt: skip
"""For the graph, in which a wrong link costs more than a missing one."""
BALANCED_THRESHOLDS: t.Final = Thresholds(
    name=0.3, nominal=0.2, value=0.3, speaking=0.4, third=0.15, plural=0.3, neuter=0.35, pointing=0.3,
    called=0.1, strict=False, scheme="OntoGUM",
)  # fmt: skip
"""For scorers that count missing links as dear as wrong ones."""


def anaphors(discourse: Discourse, thresholds: Thresholds) -> list[Candidate]:
    """Return the candidates that could be linked, in text order: the model need not weigh the others.

    Args:
        discourse: the clusters that the sure rules have made.
        thresholds: how likely the best cluster must be.
    """
    least = [candidate for candidate in discourse.candidates if thresholds.least(candidate) <= 1]
    open_ = (candidate for candidate in least if not _is_resolved(discourse, candidate))
    if not thresholds.strict:
        return list(open_)
    return [candidate for candidate in open_ if candidate.kind != "nominal" or may_be_anaphoric(discourse, candidate)]


def link(discourse: Discourse, pairs: Pairs, scores: Floats, thresholds: Thresholds) -> None:
    """Unite each anaphor that stands alone with the most likely cluster before it.

    Args:
        discourse: the clusters that the sure rules have made.
        pairs: of the anaphors, in their order.
        scores: one a pair; that of no antecedent is 0. The likelihood of a cluster is the sum over its members.
        thresholds: how likely the best cluster must be.
    """
    weights = np.exp(np.minimum(scores, MAX_SCORE)).astype(np.float64)
    rows, starts = np.unique(pairs.anaphor, return_index=True)
    sums = np.add.reduceat(weights, starts) if len(starts) else weights
    anaphoric = np.round(sums / (1.0 + sums), DECIMALS).tolist()
    odds, antecedents = weights.tolist(), pairs.antecedent.tolist()
    bounds = pairwise([*starts.tolist(), len(odds)])
    for row, (start, end), probability in zip(rows.tolist(), bounds, anaphoric, strict=True):
        candidate = discourse.candidates[row]
        least = min(thresholds.least(candidate), thresholds.called if candidate.kind == "nominal" else 1.0)
        if probability < least or _is_settled(discourse, candidate):
            continue
        likely = _likely(discourse, candidate, antecedents[start:end], odds[start:end])
        antecedent = (
            _described(discourse, candidate, likely, thresholds, described_antecedent)
            or _chosen(discourse, candidate, likely, thresholds)
            or _described(discourse, candidate, likely, thresholds, recent_antecedent)
        )
        if antecedent is not None:
            discourse.unite(antecedent, candidate)


def _is_settled(discourse: Discourse, candidate: Candidate) -> bool:
    """Tell whether rules have decided, or will: that of speakers comes last, for they may be named behind a speech.

    An "it" that means nothing stands alone.
    """
    decided = _is_resolved(discourse, candidate) or is_impersonal(candidate)
    return decided or meant_by_speaker(discourse, candidate) is not None


def _described(
    discourse: Discourse,
    anaphor: Candidate,
    likely: list[Likely],
    thresholds: Thresholds,
    rule: t.Callable[[Discourse, Candidate], Candidate | None],
) -> Candidate | None:
    """Return what a rule for descriptions chooses, if it is likely enough."""
    told = rule(discourse, anaphor) if anaphor.kind == "nominal" else None
    if told is None:
        return None
    unnamed = REPEATED if thresholds.strict else NEVER
    found = (probability for probability, one in likely if discourse.are_one(one, told))
    return told if next(found, 0.0) >= (thresholds.called if discourse.has_name(told) else unnamed) else None


def _chosen(discourse: Discourse, anaphor: Candidate, likely: list[Likely], thresholds: Thresholds) -> Candidate | None:
    """Return the antecedent that is likely enough, and clearly more so than the second; or None."""
    strict = thresholds.strict and anaphor.kind == "nominal"
    fitting = [
        (probability, antecedent)
        for probability, antecedent in likely
        if may_be_one(discourse, anaphor, antecedent) and (not strict or may_mean(discourse, anaphor, antecedent))
    ]
    if not fitting or fitting[0][0] < thresholds.least(anaphor):
        return None
    best = fitting[0][1]
    if not thresholds.strict:
        return best
    if _is_voice_of_nobody(discourse, anaphor, best):
        return None
    told = _told_of_gender(discourse, anaphor, best, fitting[1:])
    return told or (best if _is_sure(discourse, anaphor, fitting, thresholds.of(anaphor)) else None)


def _is_sure(discourse: Discourse, anaphor: Candidate, fitting: Sequence[Likely], threshold: float) -> bool:
    """Tell whether the likeliest antecedent is likely enough beside the second, or else most salient, too."""
    (probability, best), (second, _) = (*fitting, (0.0, anaphor))[:2]
    neuter = anaphor.person == THIRD and anaphor.gender is None
    unsalient = UNSALIENT if neuter and discourse.has_name(best) else 0.0
    return probability >= max(threshold, unsalient, LEAD * second) or _is_most_salient(discourse, anaphor, best)


def _told_of_gender(
    discourse: Discourse, anaphor: Candidate, best: Candidate, others: Iterable[Likely]
) -> Candidate | None:
    """Return the person with a name near a he or she whose gender it tells, where that of the best is not told.

    So "*Ana Silva* was late. The chair said *she* would come" means her by both.
    """
    if anaphor.gender is None or discourse.has_name(best) or discourse.cluster(best).genders:
        return None
    if anaphor.token.text[0].isupper() and not anaphor.token.is_sent_start:  # in a title: "Doe's *His* Last Letter"
        return None
    named = (other for probability, other in others if probability >= TOLD and discourse.has_name(other))
    return next((one for one in named if _is_near_of_gender(discourse, anaphor, one)), None)


def _is_near_of_gender(discourse: Discourse, anaphor: Candidate, person: Candidate) -> bool:
    last = discourse.members_before(person, anaphor.index)[-1]
    return discourse.cluster(person).genders == {anaphor.gender} and anaphor.sentence - last.sentence <= 1


def _is_voice_of_nobody(discourse: Discourse, anaphor: Candidate, antecedent: Candidate) -> bool:
    """Tell whether I, we or you in no speech, or I in a speech of nobody who is told, would be something named."""
    if anaphor.person not in {1, 2} or not discourse.has_name(antecedent):
        return False
    alone = anaphor.person == 1 and anaphor.number == "singular"
    return alone or discourse.speech_around(anaphor) is None


def _is_most_salient(discourse: Discourse, anaphor: Candidate, antecedent: Candidate) -> bool:
    salient = salient_antecedent(discourse, anaphor)
    return salient is not None and discourse.are_one(salient, antecedent)


def described_by(anaphor: Candidate) -> range:
    """Return the tokens of a phrase before a subject that describes it: "One of Italy's firms, it ..."."""
    token = anaphor.token
    if anaphor.kind == "pronoun" and anaphor.is_subject:
        start = token.sent.start
        describes = token.doc[start].lower_ == "as" or token.doc[start].kind == "number"
        if describes and token.i > start and token.nbor(-1).text == ",":
            return range(start, token.i)
    return range(0)


def _likely(discourse: Discourse, anaphor: Candidate, antecedents: list[int], odds: list[float]) -> list[Likely]:
    """Return the clusters of the antecedents by their probability, the likeliest and then the latest first."""
    inside = described_by(anaphor)
    sums: defaultdict[int, float] = defaultdict(float)
    for antecedent, odd in zip(antecedents, odds, strict=True):
        if discourse.candidates[antecedent].token.i not in inside:
            sums[discourse.first(antecedent)] += odd
    total = 1.0 + sum(sums.values())
    least = total * NEGLIGIBLE
    found = [(round(odd / total, DECIMALS), first) for first, odd in sums.items() if odd > least]
    ranked = sorted(found, reverse=True)
    return [(probability, discourse.candidates[first]) for probability, first in ranked[:CONSIDERED]]


def _is_resolved(discourse: Discourse, candidate: Candidate) -> bool:
    """Tell whether a rule has united a candidate with something before it, or a description with a name."""
    members = discourse.members(candidate)
    others = (member for member in members if member is not candidate) if len(members) > 1 else ()
    return any(m.index < candidate.index or (candidate.kind == "nominal" and m.kind == "name") for m in others)


def may_be_one(discourse: Discourse, anaphor: Candidate, antecedent: Candidate) -> bool:
    """Tell whether the clusters of two candidates may be one: not of two names, owners, speakers or numbers."""
    one, other = discourse.cluster(anaphor), discourse.cluster(antecedent)
    if one.names and other.names and anaphor.kind != "name":
        return False
    if _are_of_others(discourse, anaphor, antecedent) or _are_other_voices(discourse, one, other):
        return False
    if _tell_apart(discourse, anaphor, antecedent):
        return False
    return anaphor.person != THIRD or _may_be_pronoun_of(discourse, anaphor, antecedent)


def _are_of_others(discourse: Discourse, anaphor: Candidate, antecedent: Candidate) -> bool:
    """Tell whether two things have two owners."""
    owner, other = discourse.possessor(anaphor), discourse.possessor(antecedent)
    return owner is not None and other is not None and not discourse.are_one(owner, other)


def _has_no_mind(thing: Candidate) -> bool:
    """Tell whether a thing cannot want or say anything, nor be told: "the trucks", but not "the authorities"."""
    return thing.kind == "nominal" and broad_type(thing.type) not in MINDFUL and is_inanimate(thing.token)


def _may_be_pronoun_of(discourse: Discourse, anaphor: Candidate, antecedent: Candidate) -> bool:
    """Tell whether "he", "she", "it" or "they" may stand for a thing."""
    other = discourse.cluster(antecedent)
    if not is_reflexive(anaphor.form) and not may_be_antecedent(discourse, anaphor, antecedent):
        return False
    several = anaphor.number == "plural" and bool(other.names) and other.type == "Person"
    if needs_mind(anaphor.token) and all(_has_no_mind(one) for one in other.members if one.pronoun is None):
        return False
    return not several and {p for p in other.pronouns if p.person == THIRD} <= {anaphor.pronoun}


def _are_other_voices(discourse: Discourse, one: Cluster, other: Cluster) -> bool:
    """Tell whether two clusters cannot be one for who says I and we in them: two speakers, or we and one person."""
    mine, yours = one.first_persons, other.first_persons
    if not mine and not yours:
        return False
    if any(first.number != second.number for first in mine for second in yours):
        return True
    if mine and yours and _speak_apart(discourse, mine[-1], yours[-1]):
        return True
    several = any(pronoun.number == "plural" for pronoun in (*mine, *yours))
    return several and any(cluster.names and cluster.type == "Person" for cluster in (one, other))


def _tell_apart(discourse: Discourse, anaphor: Candidate, antecedent: Candidate) -> bool:
    """Tell whether one speaks of the other as he, she, it or they, or to the other as "you"."""
    if anaphor.person == HEARER:
        speaker = discourse.speaker_around(anaphor)
        return speaker is not None and discourse.are_one(speaker, antecedent)
    return _speaks_of(discourse, antecedent, anaphor) or _speaks_of(discourse, anaphor, antecedent)


def _speaks_of(discourse: Discourse, one: Candidate, other: Candidate) -> bool:
    """Tell whether one speaks of another as "he", "she", "it" or "they", which nobody says of himself."""
    return any(discourse.first(index) == discourse.first(one.index) for index in discourse.cluster(other).told_by)


def _speak_apart(discourse: Discourse, one: Candidate, other: Candidate) -> bool:
    """Tell whether two first persons have two speakers, or one has a speaker and the other is the writer."""
    speaker, second = discourse.speaker_around(one), discourse.speaker_around(other)
    if speaker is not None and second is not None:
        return not discourse.are_one(speaker, second)
    written = (discourse.speech_around(one) is None) != (discourse.speech_around(other) is None)
    return written and (speaker is not None or second is not None)
