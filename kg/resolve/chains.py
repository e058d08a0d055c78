"""Mentions in one document that belong together, from any coreference component."""

import itertools
import typing as t
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence

from kg.model import Chain, Claim, Mention
from kg.resolve.descriptions import is_open
from kg.resolve.splitting import split_by_entity

LITERAL_KINDS: t.Final = frozenset({"time", "value", "phrase"})

Key = t.TypeVar("Key", bound=Hashable)


class Partition(t.Generic[Key]):
    """A partition of keys into sets that can only be united (union-find)."""

    def __init__(self) -> None:
        self._parents: dict[Key, Key] = {}

    def __contains__(self, key: Key) -> bool:
        return key in self._parents

    def root(self, key: Key) -> Key:
        """Return the key that represents the set of `key`; it depends on the order of the unions."""
        parent = self._parents.setdefault(key, key)
        while parent != key:
            self._parents[key] = self._parents[parent]
            key, parent = parent, self._parents[parent]
        return key

    def unite(self, one: Key, other: Key) -> None:
        """Unite the sets of two keys."""
        self._parents[self.root(one)] = self.root(other)

    def sets(self) -> list[list[Key]]:
        """Return the sets; their keys are in the order in which they were first seen."""
        found: dict[Key, list[Key]] = {}
        for key in list(self._parents):
            found.setdefault(self.root(key), []).append(key)
        return list(found.values())


def _text_order(mention: Mention) -> tuple[str, int, int, int]:
    """Return a sort key for mentions by document and text; it differs for mentions with different keys."""
    span = mention.span
    return span.document, span.start, span.end, mention.head


def claim_mentions(claim: Claim) -> tuple[Mention, ...]:
    """Return the mentions of entities in a claim, without those of times and values."""
    qualifiers = [qualifier.value for qualifier in claim.qualifiers]
    mentions = (claim.subject, claim.object, claim.speaker, claim.denied_by, *qualifiers)
    return tuple([mention for mention in mentions if mention is not None and mention.kind not in LITERAL_KINDS])


def united(chains: Iterable[Chain]) -> tuple[Chain, ...]:
    """Return the chains; chains that share a mention are united, and mentions foreign to a name are split off.

    The result is sorted and does not depend on the order of the input.
    """
    separate, sharing = _sharing(tuple(chains))
    parts = itertools.chain.from_iterable(map(split_by_entity, (*separate, *_joined(sharing))))
    return tuple(sorted(parts, key=lambda found: _text_order(found[0])))


def _sharing(chains: Sequence[Chain]) -> tuple[list[Chain], list[Chain]]:
    """Return the chains that share no mention, each in text order, and those that do."""
    counts = Counter([mention.key for chain in chains for mention in chain])
    shared = {key for key, count in counts.items() if count > 1}
    separate: list[Chain] = []
    sharing: list[Chain] = []
    for chain in chains:
        if shared and any(mention.key in shared for mention in chain):
            sharing.append(chain)
        else:
            separate.append(tuple(sorted(chain, key=_text_order)) if len(chain) > 1 else chain)
    return separate, sharing


def _joined(chains: Iterable[Chain]) -> list[Chain]:
    """Return the chains, with those that share a mention united."""
    partition: Partition[tuple[str, int]] = Partition()
    mentions: dict[tuple[str, int], Mention] = {}
    for chain in chains:
        first = chain[0].key
        for mention in chain:
            key = mention.key
            partition.unite(key, first)
            known = mentions.setdefault(key, mention)
            if known is not mention and known != mention:
                mentions[key] = max(known, mention, key=lambda one: (*_text_order(one), repr(one)))
    return [tuple(sorted([mentions[key] for key in keys], key=_text_order)) for keys in partition.sets()]


def with_mentions(chains: Sequence[Chain], claims: Iterable[Claim]) -> tuple[Chain, ...]:
    """Return united chains, plus one chain for each mention of a claim that is in none of them."""
    by_key = {mention.key: mention for chain in chains for mention in chain}
    found: list[Chain] = []
    conflicting = False
    for claim in claims:
        for mention in claim_mentions(claim):
            known = by_key.get(mention.key)
            if known is None or (known is not mention and known != mention):
                conflicting = conflicting or known is not None
                by_key[mention.key] = mention
                found.append((mention,))
    every = [*chains, *found]
    return united(every) if conflicting else tuple(sorted(every, key=lambda chain: _text_order(chain[0])))


def is_pronominal(chain: Chain) -> bool:
    """Return whether a chain consists of open pronouns only, so that its referent is unknown."""
    return all(map(is_open, chain))
