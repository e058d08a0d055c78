"""Nouns that denote events, identified by learned weights, and the phrases that are their arguments.

The weights are in `kg/data/event_noun_weights.json` and `kg/data/event_noun_arguments.json`. They are learned by
`training/event_noun_weights` from QANom, where people judged whether nouns denote events, and asked and answered
questions about them. As in QANom, an agent noun counts as denoting the action: a "leader" leads.
"""

import functools
import typing as t
from collections import defaultdict
from collections.abc import Iterator

from kg.grammar.event_noun_features import (
    MARKED,
    Candidate,
    Paths,
    argument_features,
    candidates,
    context_features,
    features_of,
    paths_of,
)
from kg.lexicon.learned import data, logistic, total
from kg.lexicon.supersenses import noun_supersense, verb_supersense

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token

NOUNS: t.Final = "event_noun_weights"
ARGUMENTS: t.Final = "event_noun_arguments"
PREPOSITION: t.Final = "preposition"
OBJECT: t.Final = "object"
LIKELY: t.Final = 0.25
"""The minimum probability of event nouns: below the best F1, as arguments and verbs give more evidence."""


class EventArgument(t.NamedTuple):
    """A phrase that answers a question about the event of a noun, and how often people asked for such a phrase.

    Its role is agent, object, infinitive, when, where, how, why, how long, how much, or the preposition before it.
    """

    phrase: Candidate
    probability: float
    role: str


def event_probability(noun: "Token") -> float:
    """Return the probability that a common noun denotes an event that a verb can express; 0 if it has no verb."""
    model = data(NOUNS)
    by_itself: float | None = model["nouns"].get(noun.lemma_.lower())
    return 0.0 if by_itself is None else logistic(by_itself + total(context_features(noun), model["context"]))


def verb_of(noun_lemma: str) -> str | None:
    """Return the verb for the same event as a noun (base form, lower case), or None if none is known.

    >>> verb_of("ban"), verb_of("arrival"), verb_of("decision"), verb_of("kitchen")
    ('ban', 'arrive', 'decide', None)
    """
    model = data(NOUNS)
    verb: str = model["verbs"].get(noun_lemma, noun_lemma)
    return verb if noun_lemma in model["nouns"] else None


def event_arguments(noun: "Token", *, threshold: float | None = None) -> tuple[EventArgument, ...]:
    """Return the arguments of a noun that denotes an event, in text order.

    Each is at least as probable as the threshold; None uses the threshold chosen in training.
    """
    least = data(ARGUMENTS)["threshold"] if threshold is None else threshold
    likely = [(probability, found) for probability, found in _scored(noun) if probability >= least]
    found = sorted(likely, key=lambda pair: (-pair[0], pair[1].start, pair[1].end))
    chosen: list[tuple[float, Candidate]] = []
    for probability, candidate in found:
        if not any(is_same(candidate, other) for _, other in chosen):
            chosen.append((probability, candidate))
    chosen.sort(key=lambda pair: (pair[1].start, pair[1].end))
    return tuple(EventArgument(phrase, probability, _role(noun, phrase)) for probability, phrase in chosen)


def is_same(one: Candidate, other: Candidate) -> bool:
    """Return whether two phrases share at least half of the words in their union."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and shared >= 0.5 * (one.end - one.start + other.end - other.start - shared)


def _scored(noun: "Token") -> Iterator[tuple[float, Candidate]]:
    """Yield the phrases at the ends of the known paths from a noun, each with its probability of being an argument."""
    model, of_noun = data(ARGUMENTS), features_of(noun, verb_of(noun.lemma_.lower()))
    for candidate in candidates(noun, _paths()):
        by_path, common = argument_features(noun, of_noun, candidate)
        own = total(by_path, model["by path"].get(candidate.base, {}))
        yield logistic(own + total(common, model["common"])), candidate


@functools.cache
def _paths() -> Paths:
    return paths_of(data(ARGUMENTS)["paths"])


def _role(noun: "Token", found: Candidate) -> str:
    """Return the most probable role of an argument; a preposition is its own role."""
    if is_infinitive(found):
        return "infinitive"
    totals = defaultdict[str, float](float)
    lemma, weights = noun.lemma_.lower(), data(ARGUMENTS)["roles"]
    for name in role_features(lemma, verb_of(lemma), found):
        if name in weights:
            for role, weight in weights[name].items():
                totals[role] += weight
    best = max(totals, key=lambda role: (totals[role], role), default=OBJECT)
    return (preposition_before(found.head) or OBJECT) if best == PREPOSITION else best


def is_infinitive(found: Candidate) -> bool:
    """Return whether a candidate is an infinitive that complements a noun: "a decision *to leave*"."""
    return found.head.tag_ == "VB" and found.head.dep_ == "acl"


def preposition_before(head: "Token") -> str | None:
    """Return the preposition that governs a phrase, in lower case."""
    return head.head.lower_ if head.head.dep_ in MARKED else None


def role_features(noun: str, verb: str | None, found: Candidate) -> list[str]:
    """Return the features for the role of an argument of a noun, given the noun's base form and its verb."""
    head = found.head
    marked, entity = f"{found.base} {found.prepositions}", head.recognised
    features = [
        "",
        found.path,
        marked,
        f"last={found.path.split()[-1]} {found.prepositions}",
        f"{marked} sense={noun_supersense(noun)}",
        f"{marked} verb={verb_supersense(verb) if verb else None}",
        f"{marked} ending={noun[-2:]}",
        f"{marked} entity={entity}",
        f"noun={noun}",
        f"kind={noun_supersense(head.lemma_.lower())}",
        f"entity={entity}",
        f"tag={head.tag_}",
    ]
    if found.path[0] == "<":
        governor = found.turn.lemma_.lower()
        features += (f"{marked} governor={governor}", f"{marked} above={verb_supersense(governor)}")
    return features
