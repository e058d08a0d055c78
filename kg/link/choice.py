"""Select the candidate for an entity, if any: by names, excluding wrong types, or none in case of doubt."""

import difflib
import typing as t
from collections.abc import Iterable, Sequence

from kg.choices import DEFAULT_LINK_THRESHOLD
from kg.lexicon.name_forms import normal_form
from kg.lexicon.noun_types import broad_type, noun_type
from kg.link.service import Candidate, Query

SURE: t.Final = 0.95
"""The score of a candidate that the service is sure of."""
CLASS_TYPES: t.Final[t.Mapping[str, str]] = {
    **dict.fromkeys(("being", "human", "person", "politician"), "Person"),
    **dict.fromkeys(("business", "organisation", "organization"), "Organization"),
    **dict.fromkeys(("location", "place", "settlement", "sovereign", "state"), "Place"),
}
"""The general types of words for classes that are ambiguous as nouns in the news."""
NAMES_ONLY: t.Final = frozenset({"disambiguation", "surname", "given name", "family name", "wikimedia"})
"""Words in the descriptions of entries about names rather than things."""


def best(
    query: Query, candidates: Sequence[Candidate], *, threshold: float = DEFAULT_LINK_THRESHOLD
) -> Candidate | None:
    """Return the candidate for an entity, or None (NIL).

    Args:
        query: the entity.
        candidates: the likeliest first.
        threshold: the minimum score, in [0, 1]: the similarity of the names, or 0.95 if the service is sure.

    Of several persons with the same name none is selected, unless the service is sure of one; otherwise the likeliest.
    """
    fitting = [candidate for candidate in candidates if fits(query.type, candidate)]
    scores = [score(query, candidate) for candidate in fitting]
    top = max(scores, default=0.0)
    if top < threshold or not fitting:
        return None
    leading = [candidate for candidate, points in zip(fitting, scores, strict=True) if points == top]
    sure = [candidate for candidate in leading if candidate.is_match]
    if len(sure) == 1:
        return sure[0]
    several = len({candidate.iri for candidate in leading}) > 1
    return None if several and query.type == "Person" else leading[0]


def score(query: Query, candidate: Candidate) -> float:
    """Return the similarity of the names of an entity and a candidate, in [0, 1]; at least 0.95 for a sure match."""
    names = {normal_form(name) for name in (query.name, *query.aliases)} - {""}
    others = {normal_form(name) for name in candidate.names} - {""}
    pairs = [difflib.SequenceMatcher(None, one, other, autojunk=False) for one in names for other in others]
    similarity = max((pair.ratio() for pair in pairs), default=0.0)  # 1.0 if the names are the same
    return max(similarity, SURE) if candidate.is_match else similarity


def fits(type_: str, candidate: Candidate) -> bool:
    """Return whether a candidate can have a type; one without type information can have any."""
    about = " ".join((*candidate.types, candidate.description)).casefold()
    if any(word in about for word in NAMES_ONLY):
        return False
    types = described_types(candidate.types) or described_types([candidate.description])
    return not types or type_ == "Thing" or broad_type(type_) in types


def described_types(phrases: Iterable[str]) -> frozenset[str]:
    """Return the general types from the words of phrases before a preposition: `city in Sweden` is a place."""
    found = set()
    for phrase in phrases:
        words = phrase.casefold().replace(",", " ").split()
        end = next((i for i, word in enumerate(words) if word in {"in", "of", "for", "from", "by", "that"}), len(words))
        found |= {CLASS_TYPES.get(word) or broad_type(noun_type(word)) for word in words[:end]}
    return frozenset(found - {"Thing"})
