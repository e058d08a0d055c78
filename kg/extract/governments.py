"""Capitals that refer to governments: "*Oslo* denied it"; in "flew to Oslo" and "Oslo is big" it is the city."""

import typing as t
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extract.text import MentionKey
from kg.extract.unattached_names import Names
from kg.lexicon.gazetteer import country_meant
from kg.lexicon.supersenses import verb_supersense
from kg.model import Chain, Claim, Mention, NamedPart
from kg.resolve.identity import country_of_capital
from kg.resolve.types import GOVERNMENT

MINDS: t.Final = frozenset({"cognition", "communication", "emotion"})
"""Kinds of verbs whose subject has a mind."""
DEEDS: t.Final = MINDS | {"contact", "creation", "social"}
"""Kinds of verbs for what somebody does on purpose; a city may also win or have something."""


def governments_of(claims: Iterable[Claim], chains: Iterable[Chain], names: Names) -> dict[MentionKey, Mention]:
    """Return the mentions of capitals that refer to governments, with the type of a government.

    The document is about governments if a capital speaks, thinks or wants in a sentence that names another country
    ("*Oslo* blamed Chad"), or if two capitals do. Then the other deeds of capitals in it are those of governments, too.
    """
    doers = [doer for claim in claims for doer in _doers(claim, names)]
    minds = [(country_of_capital(doer.words), abroad) for doer, kind, abroad in doers if kind in MINDS]
    if not any(abroad for _, abroad in minds) and len(dict(minds)) < 2:
        return {}
    persons = {each.key for chain in chains if any(one.type == "Person" for one in chain) for each in chain}
    acting = (doer for doer, kind, _ in doers if kind in DEEDS and doer.key not in persons)
    return {doer.key: replace(doer, kind="name", type=GOVERNMENT) for doer in acting}


def _doers(claim: Claim, names: Names) -> Iterator[tuple[Mention, str | None, bool]]:
    """Yield the capitals that act or speak, with the kind of verb, and whether the sentence names another country."""
    kind = verb_supersense(claim.relation.partition(" ")[0])
    for doer, verb in ((claim.subject, kind), *((one, "communication") for one in (claim.speaker, claim.denied_by))):
        if doer is not None and (country := country_of_capital(doer.words)):
            near = [name.words for name, _ in names.inside(claim.evidence.span.start, claim.evidence.span.end)]
            named = {country_meant(each) or country_of_capital(each) for each in near}
            yield doer, verb, bool(named - {country, ""})


def of_countries(bodies: Iterable[Mention], places: Sequence[Mention]) -> Iterator[NamedPart]:
    """Yield each government as that of its country, at the nearest name of the country in the document."""
    governments = (each for each in bodies if each.type == GOVERNMENT)
    for country, government in {country_of_capital(each.words): each for each in governments}.items():
        named = [place for place in places if country_meant(place.words) == country]
        named.sort(key=lambda place: abs(place.head - government.head))
        yield from (NamedPart(government, place, "government of") for place in named[:1])
