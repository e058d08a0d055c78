"""The coreference of a document: certain rules for names first, then the links that the model finds likely."""

import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from kg.grammar.parse import Parse
from kg.lexicon import words
from kg.lexicon.gazetteer import Gazetteer, default_gazetteer
from kg.model import Chain
from kg.reference.coref import constructions, names, other_names
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.centering import controlled_pronouns, introduced_speakers, retained_subjects
from kg.reference.coref.constructions import names_after, names_given
from kg.reference.coref.discourse import Discourse, Proposal
from kg.reference.coref.group_nouns import groups
from kg.reference.coref.linking import PRECISE_THRESHOLDS, Thresholds, anaphors, link, link_proposed, weighed
from kg.reference.coref.mentions import mentions_of
from kg.reference.coref.pairs import pairs_of
from kg.reference.coref.ranking import RankingModel, default_model
from kg.reference.coref.reports import repeated_speakers, reported_pronouns
from kg.reference.coref.speakers import speakers
from kg.reference.coref.stretches import Stretch

Rule: t.TypeAlias = Callable[[Discourse], None]
CERTAIN: t.Final[tuple[Rule, ...]] = (*names.RULES, *other_names.RULES, *constructions.RULES, controlled_pronouns)
Proposing: t.TypeAlias = Callable[[Discourse], Iterable[Proposal]]
PROPOSING: t.Final[Mapping[Proposing, bool]] = {
    reported_pronouns: False,
    introduced_speakers: True,
    repeated_speakers: True,
    retained_subjects: False,
}
"""The rules for pronouns, and whether each applies whatever the model finds likely."""
LAST: t.Final[tuple[Rule, ...]] = (names_after, names_given, groups, speakers)
"""The rules that come last: an office "known as" something already refers to that office by then."""
NODES: t.Final = frozenset({"name", "nominal", "pronoun", "row"})
"""The kinds of candidates that can be nodes of the graph."""


def coreference(
    parse: Parse, *, gazetteer: Gazetteer | None = None, model: RankingModel | None = None
) -> tuple[Chain, ...]:
    """Return the coreference chains of a Doc; an uncertain mention is left alone rather than linked.

    A text longer than `STRETCH` is read stretch by stretch, and its chains end with these; equal names of one document
    are one thing in the graph in any case. Times and values are antecedents too, so that a pronoun that refers to them
    stays open; they are not in the chains. A row of several things joined by "and" is in one if something refers to
    it.

    Args:
        parse: the parse of a Doc whose times and quotations are already set.
        gazetteer: the known things; None means that of the package.
        model: the weights that rank antecedents; None means those of the package.

    Returns:
        the chains in text order; names and unresolved pronouns also form chains alone, descriptions do not.
    """
    stretches = Stretch.of(parse).parts()
    discourses = (resolved(each, PRECISE_THRESHOLDS, gazetteer=gazetteer, model=model) for each in stretches)
    clusters = (part for each in discourses for cluster in each.clusters() for part in _without_owned(cluster.members))
    chains = ([one for one in each if {one.kind, one.mention.kind} <= NODES] for each in filter(_is_chain, clusters))
    return tuple(tuple(member.mention for member in chain) for chain in filter(_is_chain, chains))


def _without_owned(members: Sequence[Candidate]) -> Iterator[Sequence[Candidate]]:
    """Yield a cluster without its absolute possessives, and each of these alone: "Doe sold *his*"; "her" is she too."""
    owned = [one for one in members if one.form in words("determiner", "possessive") and _is_alone(one)]
    yield [one for one in members if one not in owned] if owned else members
    yield from ([one] for one in owned)


def _is_alone(possessive: Candidate) -> bool:
    """Return whether no noun follows a possessive pronoun that is not an object by its form."""
    return possessive.role not in {"possessor", "determiner"} and possessive.gender != "female"


def _is_chain(members: Sequence[Candidate]) -> bool:
    """Return whether candidates form a chain: a description alone does not."""
    return len(members) > 1 or (bool(members) and members[0].kind != "nominal")


def resolved(
    parse: Parse | Stretch,
    thresholds: Thresholds,
    *,
    rules: Iterable[Rule] = CERTAIN,
    last: Iterable[Rule] = LAST,
    gazetteer: Gazetteer | None = None,
    model: RankingModel | None = None,
) -> Discourse:
    """Return the candidates of a Doc or a stretch in clusters, linked by the rules and where the model is confident."""
    discourse = Discourse(parse, default_gazetteer() if gazetteer is None else gazetteer)
    mentions = mentions_of(discourse, thresholds.scheme)
    for rule in rules:
        rule(discourse)
    pairs = pairs_of(discourse, mentions, anaphors(discourse, thresholds))
    ranking = default_model() if model is None else model
    scored = weighed(discourse, pairs, ranking.scores(mentions.values, pairs))
    for propose, certain in PROPOSING.items():
        link_proposed(discourse, scored, propose(discourse), thresholds, certain=certain)
    link(discourse, scored, thresholds)
    for rule in last:
        rule(discourse)
    return discourse
