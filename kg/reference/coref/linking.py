"""Links candidates to the antecedents that the model finds likely, from left to right, if grammar and names allow it.

Runs of he or she without a name are linked last, to the person that is likely for all of them together.
"""

import typing as t
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from kg.grammar.antecedents import describing_before, is_distinguished, is_impersonal
from kg.grammar.meanings import is_inanimate, needs_mind
from kg.lexicon.given_names import is_reflexive
from kg.lexicon.noun_types import broad_type
from kg.lexicon.supersenses import noun_supersense
from kg.reference.coref import nominals
from kg.reference.coref.candidates import Candidate, Pronoun
from kg.reference.coref.clusters import Cluster
from kg.reference.coref.columns import NEUTER, Scheme
from kg.reference.coref.discourse import Discourse, Proposal
from kg.reference.coref.pairs import Pairs
from kg.reference.coref.ranking import DECIMALS, Floats
from kg.reference.coref.salience import THIRD, may_be_antecedent, salient_antecedent
from kg.reference.coref.speakers import first_person_antecedent
from kg.reference.coref.topics import is_organization_of_text, is_person_of_text, is_topic_of_text

Likely: t.TypeAlias = tuple[float, Candidate]
"""A probability, and the first candidate of the cluster that has it."""
Odds: t.TypeAlias = Mapping[int, float]
"""The odds of the antecedents of an anaphor, by their indices."""
Scored: t.TypeAlias = tuple[Candidate, Odds, float]
"""An anaphor with the odds of its antecedents, and the probability that it has any."""
KNOWN_GENDER: t.Final = 0.1
"""The least probability for a person of known gender to be preferred to an antecedent of unknown gender."""
SUREST_FIRST: t.Final = (0.9, 0.7, 0.0)
"""The least probabilities for antecedents of he, she, it or they, pass by pass: certain links help decide the others.

After Stoyanov and Eisner 2012, "Easy-first Coreference Resolution".
"""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The least probability, in [0, 1], to link a mention of each kind to its best antecedent; above 1 means never.

    `name`, `nominal` and `value` apply to nouns, `speaking` to I, we and you, `third` to he and she, `plural` to
    they, `neuter` to it, `pointing` to this and that. A description is linked to the choice of the rules for
    descriptions (`nominals`) from `repeated` on if that is a description, and from `called` on if it is a name; with
    `strict`, else only to what they allow, or from `certain` on. The best must be `lead` times as likely as the
    second. From `agreed` on, a pronoun is also linked to the choice of the rules of salience (`salience`); from
    `unsalient` on, "it" and "they" also to a named thing that these do not choose. From `hero` on, he and she are
    linked to the person whom the text is about (`topics`), and from `theme` on "it" to its topic, whatever else is
    likely. `proposed` is the bound for proposals of the rules for "it", and `ungendered` for he or she if the gender
    of the proposal is unknown. `scheme` is the annotation scheme for the networks. The defaults are those of the graph.
    """

    name: float = 2.0
    nominal: float = 0.45
    value: float = 2.0
    speaking: float = 0.5
    third: float = 0.35
    plural: float = 0.6
    neuter: float = 0.6
    pointing: float = 0.5
    strict: bool = True
    lead: float = 2.5
    agreed: float = 0.5
    unsalient: float = 0.8
    hero: float = 0.15
    theme: float = 0.4
    proposed: float = 0.2
    ungendered: float = 0.5
    repeated: float = 0.2
    called: float = 0.01
    certain: float = 0.95
    scheme: Scheme = "news"

    def of(self, candidate: Candidate) -> float:
        """Return the threshold for a candidate."""
        if candidate.pronoun is not None:
            third = self.third if candidate.gender else self.plural if candidate.number == "plural" else self.neuter
            return (2.0, self.speaking, self.speaking, third, self.pointing)[candidate.pronoun.person]
        return {"name": self.name, "nominal": self.nominal, "value": self.value}.get(candidate.kind, 2.0)

    def least(self, candidate: Candidate) -> float:
        """Return the probability below which a candidate is never linked."""
        threshold = self.of(candidate)
        if candidate.pronoun is None or threshold > 1:
            return threshold
        return min(threshold, self.agreed, self.topical(candidate))

    def topical(self, candidate: Candidate) -> float:
        """Return the threshold for a candidate that refers to the topic of the text."""
        if not self.strict or candidate.person != THIRD:
            return 2.0
        return self.hero if candidate.gender else self.theme if candidate.pronoun == NEUTER else 2.0

    def at_least(self, bound: float) -> "Thresholds":
        """Return the thresholds with none of those of he, she, it and they below a bound."""
        of = (self.third, self.plural, self.neuter, self.agreed, self.hero, self.theme)
        third, plural, neuter, agreed, hero, theme = (max(bound, own) for own in of)
        return replace(self, third=third, plural=plural, neuter=neuter, agreed=agreed, hero=hero, theme=theme)


PRECISE_THRESHOLDS: t.Final = Thresholds()
"""The thresholds of the graph, in which a wrong link costs more than a missing one."""


def anaphors(discourse: Discourse, thresholds: Thresholds) -> list[Candidate]:
    """Return the candidates that could be linked, in text order: the model need not score the others."""
    least = [candidate for candidate in discourse.candidates if thresholds.least(candidate) <= 1]
    open_ = (one for one in least if not (_is_resolved(discourse, one) or is_impersonal(one.token)))
    if not thresholds.strict:
        return list(open_)
    return [one for one in open_ if one.kind != "nominal" or nominals.may_be_anaphoric(discourse, one)]


def weighed(discourse: Discourse, pairs: Pairs, scores: Floats) -> list[Scored]:
    """Return the anaphors of some pairs with their odds; the score of no antecedent is 0."""
    odds: defaultdict[int, dict[int, float]] = defaultdict(dict)
    rows = (pairs.anaphor, pairs.antecedent, np.exp(np.minimum(scores, 20.0)))
    for anaphor, antecedent, odd in zip(*(row.tolist() for row in rows), strict=True):
        if not is_impersonal(discourse.candidates[antecedent].token):
            odds[anaphor][antecedent] = odd
    sums = {anaphor: sum(of.values()) for anaphor, of in odds.items()}
    return [(discourse.candidates[i], of, round(sums[i] / (1.0 + sums[i]), DECIMALS)) for i, of in odds.items()]


def link(discourse: Discourse, scored: Iterable[Scored], thresholds: Thresholds) -> None:
    """Link each anaphor that is not linked yet to the most likely cluster before it.

    The probability of a cluster is the sum over its members.
    """
    unresolved: dict[int, list[Likely]] = {}
    for bound in SUREST_FIRST:
        _link_all(discourse, scored, thresholds.at_least(bound), unresolved)
        scored = [one for one in scored if one[0].person == THIRD]


def link_proposed(
    discourse: Discourse,
    scored: Iterable[Scored],
    proposals: Iterable[Proposal],
    thresholds: Thresholds,
    *,
    certain: bool = False,
) -> None:
    """Link the antecedents that rules propose, unless the model finds them too unlikely for "it", he or she.

    The model is not used if the rule is `certain`, nor for a person of known gender.
    """
    odds_of = {} if certain else {anaphor.index: of for anaphor, of, _ in scored}
    for antecedent, anaphor in proposals:
        odds = odds_of.get(anaphor.index)
        least = _doubted_below(discourse, antecedent, anaphor, thresholds)
        if odds is None or _probability(discourse, odds, antecedent) >= least:
            discourse.unite(antecedent, anaphor)


def _doubted_below(discourse: Discourse, antecedent: Candidate, anaphor: Candidate, thresholds: Thresholds) -> float:
    """Return the least probability for a proposal of a rule: "*Ciaran Doe* said *she* left" may mean someone else."""
    if anaphor.pronoun == NEUTER:
        return thresholds.proposed
    return thresholds.ungendered if anaphor.gender and not discourse.cluster(antecedent).genders else 0.0


def _probability(discourse: Discourse, odds: Odds, antecedent: Candidate) -> float:
    """Return the probability that an anaphor with these odds refers to a thing."""
    of = sum(odd for index, odd in odds.items() if discourse.are_one(discourse.candidates[index], antecedent))
    return of / (1.0 + sum(odds.values()))


def _link_all(
    discourse: Discourse, scored: Iterable[Scored], thresholds: Thresholds, unresolved: dict[int, list[Likely]]
) -> None:
    """Link the likely pairs from left to right; `unresolved` has the possible antecedents of the other pronouns."""
    for candidate, odds, probability in scored:
        unresolved.pop(candidate.index, None)
        least = min(thresholds.least(candidate), thresholds.called if candidate.kind == "nominal" else 1.0)
        if probability < least or _is_settled(discourse, candidate):
            continue
        likely = _likely(discourse, candidate, odds, unresolved)
        antecedent = (
            _described(discourse, candidate, likely, thresholds, nominals.described_antecedent)
            or _chosen(discourse, candidate, likely, thresholds)
            or _described(discourse, candidate, likely, thresholds, nominals.recent_antecedent)
        )
        if antecedent is not None and not (thresholds.strict and antecedent.is_none):
            discourse.unite(antecedent, candidate)
        elif candidate.person == THIRD:
            unresolved[candidate.index] = likely


def _is_settled(discourse: Discourse, candidate: Candidate) -> bool:
    """Return whether a rule has linked a candidate, or will: the speaker may be named after a speech."""
    return _is_resolved(discourse, candidate) or first_person_antecedent(discourse, candidate) is not None


def _described(
    discourse: Discourse,
    anaphor: Candidate,
    likely: list[Likely],
    thresholds: Thresholds,
    rule: t.Callable[[Discourse, Candidate], Candidate | None],
) -> Candidate | None:
    """Return the choice of a rule for descriptions, if it is likely enough."""
    if thresholds.called > 1 or anaphor.kind != "nominal":
        return None
    choice = rule(discourse, anaphor)
    if choice is None:
        return None
    threshold = thresholds.called if discourse.has_name(choice) else thresholds.repeated
    probabilities = (probability for probability, one in likely if discourse.are_one(one, choice))
    return choice if next(probabilities, 0.0) >= threshold else None


def _chosen(discourse: Discourse, anaphor: Candidate, likely: list[Likely], thresholds: Thresholds) -> Candidate | None:
    """Return the antecedent that is likely enough, and clearly more likely than the second; or None."""
    least = thresholds.least(anaphor)
    if not likely or likely[0][0] < least:  # sorted by probability
        return None
    fitting = (choice for choice in likely if _may_refer(discourse, anaphor, choice, thresholds))
    choice = next(fitting, None)
    if choice is None or choice[0] < least:
        return None
    best = choice[1]
    others = list(fitting)
    preferred = _of_known_gender(discourse, anaphor, best, others) if thresholds.strict else None
    return preferred or _clearly_best(discourse, anaphor, choice, others, thresholds)


def _may_refer(discourse: Discourse, anaphor: Candidate, choice: Likely, thresholds: Thresholds) -> bool:
    """Return whether an anaphor may refer to an antecedent, which a description must fit unless it is certain.

    Two descriptions with modifiers mostly differ: "the request *of the towns* ... the request *of the city*".
    """
    probability, antecedent = choice
    if not may_be_one(discourse, anaphor, antecedent):
        return False
    if not thresholds.strict or anaphor.kind != "nominal":
        return True
    if not may_be_antecedent(discourse, anaphor, antecedent):
        return False
    if _may_describe(discourse, anaphor, antecedent):
        return True
    both = is_distinguished(anaphor.token) and is_distinguished(antecedent.token)
    return probability >= thresholds.certain and not both and not nominals.is_too_far(discourse, anaphor, antecedent)


def _may_describe(discourse: Discourse, anaphor: Candidate, antecedent: Candidate) -> bool:
    """Return whether a description may refer to a thing that is not followed by another such thing."""
    if discourse.has_name(antecedent) and nominals.is_followed_by_new(discourse, anaphor, antecedent):
        return False
    return nominals.may_refer_to(discourse, anaphor, antecedent) or nominals.is_of_kind(discourse, anaphor, antecedent)


def _clearly_best(
    discourse: Discourse, anaphor: Candidate, choice: Likely, others: Sequence[Likely], thresholds: Thresholds
) -> Candidate | None:
    """Return the likeliest antecedent if its lead over the second is large enough, or it is most salient too."""
    probability, best = choice
    second = others[0][0] if others else 0.0
    over = thresholds.lead * second if thresholds.lead > 1 else 0.0
    far = thresholds.unsalient if _is_it_of_a_name(discourse, anaphor, best) else 0.0
    topical = probability >= thresholds.topical(anaphor) and _is_of_text(discourse, anaphor, best)
    if topical or probability >= max(thresholds.of(anaphor), far, over):
        return best
    salient = salient_antecedent(discourse, anaphor) if probability >= thresholds.agreed else None
    return best if salient is not None and discourse.are_one(salient, best) else None


def _is_of_text(discourse: Discourse, anaphor: Candidate, best: Candidate) -> bool:
    """Return whether he, she or "it" refers to the topic of the text."""
    of_text = is_topic_of_text if anaphor.gender is None else is_person_of_text
    return of_text(discourse, anaphor, best)


def _of_known_gender(
    discourse: Discourse, anaphor: Candidate, best: Candidate, others: Iterable[Likely]
) -> Candidate | None:
    """Return a nearby antecedent whose gender is known by name or noun, if the gender of the best one is unknown.

    In "*Ana Silva* was late. The chair said *she* would come" it is Ana Silva by both, and in "his *mother* ... the
    player ... *she*" the mother.
    """
    if anaphor.gender is None or discourse.has_name(best) or discourse.cluster(best).genders:
        return None
    likely = (other for probability, other in others if probability >= KNOWN_GENDER)
    return next((one for one in likely if _is_near_of_gender(discourse, anaphor, one)), None)


def _is_near_of_gender(discourse: Discourse, anaphor: Candidate, person: Candidate) -> bool:
    last = discourse.members_before(person, anaphor.index)[-1]
    return discourse.cluster(person).genders == {anaphor.gender} and anaphor.sentence - last.sentence <= 1


def _is_it_of_a_name(discourse: Discourse, anaphor: Candidate, antecedent: Candidate) -> bool:
    """Return whether "it" or "they" would refer to a named thing; "this", I and he have other thresholds.

    An organization that the text is about is as likely as an unnamed thing.
    """
    if anaphor.pronoun == NEUTER and is_organization_of_text(discourse, anaphor, antecedent):
        return False
    return anaphor.person == THIRD and anaphor.gender is None and discourse.has_name(antecedent)


def described_by(anaphor: Candidate) -> range:
    """Return the tokens of a phrase before a subject that describes it: "One of Italy's firms, it ...".

    "*As for Doe*, he left" describes nobody, and "*as* prices fell, they ..." is a clause.
    """
    first = describing_before(anaphor.token) if anaphor.kind == "pronoun" else None
    return range(first.i, anaphor.token.i) if first is not None else range(0)


def _likely(
    discourse: Discourse, anaphor: Candidate, odds: Odds, unresolved: Mapping[int, list[Likely]]
) -> list[Likely]:
    """Return the clusters of the antecedents by probability, the likeliest first, and of equals the latest.

    An unresolved pronoun among the antecedents passes its probability on to its own possible antecedents.
    """
    inside, first_of = described_by(anaphor), discourse.first
    sums: defaultdict[int, float] = defaultdict(float)
    for antecedent, odd in odds.items():
        if not inside or discourse.candidates[antecedent].token.i not in inside:
            alternatives = unresolved.get(antecedent, ())
            for probability, one in alternatives:
                sums[first_of(one.index)] += odd * probability
            own = 1.0 - sum([probability for probability, _ in alternatives]) if alternatives else 1.0
            sums[first_of(antecedent)] += odd * own
    total = 1.0 + sum(sums.values())
    least = total * 0.0005  # smaller values are rounded to 0
    clusters = [(round(odd / total, DECIMALS), first) for first, odd in sums.items() if odd > least]
    ranked = sorted(clusters, reverse=True)
    return [(probability, discourse.candidates[first]) for probability, first in ranked[:4]]


def _is_resolved(discourse: Discourse, candidate: Candidate) -> bool:
    """Return whether a rule has linked a candidate to an earlier one, or to a name that identifies it."""
    members = discourse.cluster(candidate).members
    others = (member for member in members if member is not candidate) if len(members) > 1 else ()
    return any(other.index < candidate.index or _is_identified_by(candidate, other) for other in others)


def _is_identified_by(candidate: Candidate, name: Candidate) -> bool:
    """Return whether a name identifies a description, or the owner of an earlier thing: "on *its* page *Acme* …"."""
    owner = candidate.kind == "pronoun" and candidate.token.function == "possessor"
    cataphoric = owner and candidate.sentence == name.sentence
    return name.kind == "name" and (candidate.kind == "nominal" or cataphoric)


def may_be_one(discourse: Discourse, anaphor: Candidate, antecedent: Candidate) -> bool:
    """Return whether the clusters of two candidates may corefer: not with two names, genders, owners or numbers."""
    one, other = discourse.cluster(anaphor), discourse.cluster(antecedent)
    if one.names and other.names and anaphor.kind != "name":
        return False
    if one.differs_from(other):
        return False
    owner, other_owner = discourse.possessor(anaphor), discourse.possessor(antecedent)
    if owner is not None and other_owner is not None and not discourse.are_one(owner, other_owner):
        return False
    if _speaks_of(discourse, antecedent, anaphor) or _speaks_of(discourse, anaphor, antecedent):
        return False
    pronoun = anaphor.pronoun
    return pronoun is None or pronoun.person != 3 or _may_be_pronoun_of(discourse, anaphor, pronoun, antecedent)


def lacks_mind(discourse: Discourse, pronoun: Candidate, antecedent: Candidate) -> bool:
    """Return whether "it" or "they" must have a mind here, and a thing has none: "a move … *its* chairman"."""
    return pronoun.gender is None and needs_mind(pronoun.token) and _is_mindless(discourse.cluster(antecedent))


def _is_mindless(cluster: Cluster) -> bool:
    """Return whether a thing has common nouns, and all of them are of things that cannot want or say anything."""
    described = [member for member in cluster.members if member.pronoun is None]
    return bool(described) and all(map(_has_no_mind, described))


def _has_no_mind(candidate: Candidate) -> bool:
    """Return whether a thing cannot want or say anything: "the trucks", but not "the authorities", nor "a report"."""
    if candidate.kind != "nominal" or broad_type(candidate.type) in {"Group", "Organization", "Person", "Place"}:
        return False
    return is_inanimate(candidate.token) and noun_supersense(candidate.token.lemma_.lower()) != "communication"


def _may_be_pronoun_of(discourse: Discourse, anaphor: Candidate, pronoun: Pronoun, antecedent: Candidate) -> bool:
    """Return whether "he", "she", "it" or "they" may refer to a thing."""
    other = discourse.cluster(antecedent)
    reflexive = is_reflexive(anaphor.form)
    if not reflexive and not may_be_antecedent(discourse, anaphor, antecedent):
        return False
    several = pronoun.number == "plural" and bool(other.names) and other.type == "Person"
    if lacks_mind(discourse, anaphor, antecedent):
        return False
    return not several and {p for p in other.pronouns if p.person == 3} <= {pronoun}


def _speaks_of(discourse: Discourse, one: Candidate, other: Candidate) -> bool:
    """Return whether one is a speaker who calls the other "he", "it" or by a name, as nobody does himself."""
    return any(discourse.first(index) == discourse.first(one.index) for index in discourse.cluster(other).mentioned_by)
