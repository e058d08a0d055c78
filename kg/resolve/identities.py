"""Find the identities of all chains of a run, each once, with the evidence from the rest of their document."""

import typing as t
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from kg.lexicon import names
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.name_forms import normal_form
from kg.model import Chain
from kg.resolve.corrections import Splits
from kg.resolve.descriptions import first_described
from kg.resolve.identity import ARTICLE, Identity, Key, identify
from kg.resolve.short_names import shortens

MAX_SINGLE_NAMES: t.Final = 2**17
"""The number of names without context whose identity is cached."""


class Identities:
    """The identities of chains, each computed once in a run; split-off mentions are entities of their own."""

    def __init__(self, gazetteer: Gazetteer, splits: Splits = MappingProxyType({})) -> None:
        self.gazetteer = gazetteer
        self.splits = splits
        self._found: dict[tuple[str, int], Identity] = {}
        self._single_names: dict[tuple[object, ...], Identity] = {}

    def of(self, chain: Chain) -> Identity:
        """Return the identity of a chain independently of the rest of its document."""
        key = chain[0].key
        found = self._found.get(key)
        if found is None or (found.chain is not chain and found.chain != chain):
            found = self._found[key] = self._identified(chain)
        return found

    def among(
        self, chains: Iterable[Chain], stated_types: Mapping[tuple[str, int], Sequence[str]] = MappingProxyType({})
    ) -> list[Identity]:
        """Return the identities of the chains of documents, which supply the countries around each.

        Args:
            chains: all chains of each document.
            stated_types: the types that sentences give for a mention, each repeated by its weight.
        """
        found = [_with_stated_types(self.of(chain), stated_types) for chain in chains]
        around = self._countries_around(found)
        found = [self._placed(one, around.get(one.chain[0].span.document, ())) if one.names else one for one in found]
        return named_within(found, self.gazetteer)

    def _countries_around(self, identities: Iterable[Identity]) -> dict[str, list[str]]:
        """Return the countries of the cities and regions in each document, by frequency, from unambiguous names."""
        found: dict[str, list[str]] = {}
        for identity in identities:
            for name in sorted(set(identity.names)):
                meanings = self.gazetteer.meanings(name)
                if len(meanings) == 1 and meanings[0].type in {"City", "Region"} and meanings[0].country:
                    found.setdefault(identity.chain[0].span.document, []).append(meanings[0].country)
        return found

    def _placed(self, one: Identity, within: Sequence[str]) -> Identity:
        meanings = map(self.gazetteer.meanings, one.names)
        unsure = within and (one.type == "PoliticalParty" or any(len(each) > 1 for each in meanings))
        return replace(self._identified(one.chain, within=within), stated_types=one.stated_types) if unsure else one

    def forget(self) -> None:
        """Discard the chains; those of other documents are computed again."""
        self._found.clear()

    def _identified(self, chain: Chain, *, within: Sequence[str] = ()) -> Identity:
        identity = self._of_words(chain, within)
        split = self.splits.get(chain[0].span.reference) if self.splits else None
        return identity if split is None else replace(identity, key=Key("split", split), entry=None)

    def _of_words(self, chain: Chain, within: Sequence[str]) -> Identity:
        """Return the identity of a chain; a single name without context has the same identity wherever it occurs."""
        first = chain[0]
        if len(chain) > 1 or first.kind != "name":
            return identify(chain, self.gazetteer, within=within)
        words = (first.text, first.type, first.head - first.span.start, *within)
        known = self._single_names.get(words)
        if known is not None:
            return Identity(chain, known.key, known.names, known.entry, known.type)
        found = identify(chain, self.gazetteer, within=within)
        if found.key.sort != "bound" and not found.key.document:
            self._remember(words, found)
        return found

    def _remember(self, words: tuple[object, ...], identity: Identity) -> None:
        if len(self._single_names) >= MAX_SINGLE_NAMES:
            self._single_names.clear()
        self._single_names[words] = replace(identity, chain=())


def _with_stated_types(identity: Identity, stated: Mapping[tuple[str, int], Sequence[str]]) -> Identity:
    types = tuple(type_ for mention in identity.chain for type_ in stated.get(mention.key, ())) if stated else ()
    return replace(identity, stated_types=types) if types else identity


def named_within(identities: Sequence[Identity], gazetteer: Gazetteer) -> list[Identity]:
    """Return the identities; supposed descriptions get the key of the same name elsewhere in the document.

    "Delmar fell" can start with a name that the model misses; if the document names one Delmar, it is that one.
    The same applies to "the Treasury" if it names one Treasury Department.
    """
    keys: dict[str, dict[str, set[Key]]] = {}
    for identity in identities:
        for name in set(identity.names) if identity.key.sort != "split" else ():
            forms = keys.setdefault(identity.chain[0].span.document, {})
            forms.setdefault(normal_form(name), set()).add(identity.key)
    return [one if _is_certain(one) else _with_key_of_name(one, keys, gazetteer) for one in identities]


def _is_certain(identity: Identity) -> bool:
    """Return whether a name, the gazetteer or a decision determines the identity of a chain."""
    return bool(identity.names) or identity.entry is not None or identity.key.sort == "split"


def _with_key_of_name(identity: Identity, keys: Mapping[str, Mapping[str, set[Key]]], gazetteer: Gazetteer) -> Identity:
    text, document = first_described(identity.chain).words, identity.chain[0].span.document
    if not ARTICLE.sub("", text)[:1].isupper():
        return identity
    form, named = normal_form(text), keys.get(document, {})
    found = named.get(form, set()) if text[0].isupper() else set()
    if not found and " " not in form and form in names("government"):
        found = _only_full_name(form, named, gazetteer)
    return replace(identity, key=next(iter(found))) if len(found) == 1 else identity


def _only_full_name(short: str, named: Mapping[str, set[Key]], gazetteer: Gazetteer) -> set[Key]:
    """Return the keys of the shortest full form of a name, if that is a short form of all the others."""
    full = sorted((one for one in named if shortens(Key("other", short), Key("other", one), gazetteer)), key=len)
    same_entity = all(shortens(Key("other", full[0]), Key("other", one), gazetteer) for one in full[1:])
    return named[full[0]] if full and same_entity else set()
