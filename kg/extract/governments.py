"""Capitals that refer to governments: "*Oslo* denied it"; in "flew to Oslo" and "Oslo is big" it is the city."""

import typing as t
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extract.unattached_names import Names
from kg.lexicon.gazetteer import country_meant
from kg.lexicon.noun_types import broad_type
from kg.lexicon.supersenses import verb_supersense
from kg.model import Chain, Claim, Mention, MentionKey, NamedPart
from kg.reference.quotations.attribution import VOICED
from kg.resolve.identity import country_of_capital
from kg.resolve.types import GOVERNMENT

DEEDS: t.Final = VOICED | {"contact", "creation", "social"}
"""Kinds of verbs for what somebody does on purpose; a city may also win or have something."""
Doer: t.TypeAlias = tuple[Mention, str | None, bool]
"""A capital that acts, the kind of its verb, and whether another country is named."""


def governments_of(claims: Iterable[Claim], chains: Iterable[Chain], names: Names) -> dict[MentionKey, Mention]:
    """Return the mentions of capitals that refer to governments, with the type of a government.

    In a document about governments other deeds of capitals than speaking and thinking are those of governments, too.
    """
    doers = [doer for claim in claims for doer in _doers(claim, names)]
    if not _are_governments(doers):
        return {}
    persons = {each.key for chain in chains if any(one.type == "Person" for one in chain) for each in chain}
    acting = (doer for doer, kind, _ in doers if kind in DEEDS and doer.key not in persons)
    return {doer.key: replace(doer, kind="name", type=GOVERNMENT) for doer in acting}


def _are_governments(doers: Iterable[Doer]) -> bool:
    """Return whether a capital speaks or thinks where another country is named ("*Oslo* blamed Chad"), or two do."""
    minds = [(country_of_capital(doer.words), abroad) for doer, kind, abroad in doers if kind in VOICED]
    return any(abroad for _, abroad in minds) or len(dict(minds)) > 1


def _doers(claim: Claim, names: Names) -> Iterator[Doer]:
    """Yield the capitals that act or speak, with the kind of verb, and whether the sentence names another country."""
    kind = verb_supersense(claim.relation.partition(" ")[0])
    for doer, verb in ((claim.subject, kind), *((one, "communication") for one in (claim.speaker, claim.denied_by))):
        if doer is not None and (country := country_of_capital(doer.words)):
            near = [name.words for name, _ in names.inside(claim.evidence.span.start, claim.evidence.span.end)]
            named = {country_meant(each) or country_of_capital(each) for each in near}
            yield doer, verb, bool(named - {country, ""})


def of_countries(bodies: Iterable[Mention], names: Sequence[Mention]) -> Iterator[NamedPart]:
    """Yield each government as that of its country, at the nearest name of the country in the document."""
    governments = (each for each in bodies if each.type == GOVERNMENT)
    for country, government in {country_of_capital(each.words): each for each in governments}.items():
        named = [each for each in names if broad_type(each.type) == "Place" and country_meant(each.words) == country]
        named.sort(key=lambda each: abs(each.head - government.head))
        yield from (NamedPart(government, each, "government of") for each in named[:1])
