"""The identities of all chains of a run, each found once."""

from collections.abc import Iterable, Sequence

from kg.lexicon.gazetteer import Entry, Gazetteer
from kg.model import Chain
from kg.resolve.identity import Identity, identify


class Identities:
    """The identities of chains, each found once in a run."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self._found: dict[tuple[str, int], Identity] = {}
        self._meanings: dict[str, Sequence[Entry]] = {}

    def of(self, chain: Chain) -> Identity:
        """Return the identity that a chain has whatever else its document names."""
        key = chain[0].key
        found = self._found.get(key)
        if found is None or found.chain != chain:
            found = self._found[key] = identify(chain, self.gazetteer)
        return found

    def among(self, chains: Iterable[Chain]) -> list[Identity]:
        """Return the identities of all chains, which tell the countries around each."""
        found = list(map(self.of, chains))
        around = self._countries_around(found)
        return [self._placed(one, around.get(one.chain[0].span.document, ())) if one.names else one for one in found]

    def _countries_around(self, identities: Iterable[Identity]) -> dict[str, list[str]]:
        """Return the countries whose cities and regions each document names, as often as it does, by sure names."""
        found: dict[str, list[str]] = {}
        for identity in identities:
            for name in sorted(set(identity.names)):
                meanings = self._meant_by(name)
                if len(meanings) == 1 and meanings[0].type in {"City", "Region"} and meanings[0].country:
                    found.setdefault(identity.chain[0].span.document, []).append(meanings[0].country)
        return found

    def _placed(self, identity: Identity, within: Sequence[str]) -> Identity:
        several = within and any(len(self._meant_by(name)) > 1 for name in identity.names)
        return identify(identity.chain, self.gazetteer, within=within) if several else identity

    def _meant_by(self, name: str) -> Sequence[Entry]:
        if name not in self._meanings:
            self._meanings[name] = self.gazetteer.meanings(name)
        return self._meanings[name]
