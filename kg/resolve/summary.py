"""What the mentions of one thing tell of it, as counts: what parts of a corpus tell adds up to what the whole tells."""

import typing as t
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.lexicon.gazetteer import Entry
from kg.lexicon.given_names import pronoun_gender
from kg.lexicon.name_forms import bare, normal_form
from kg.lexicon.noun_types import most_frequent, noun_type
from kg.model import Mention
from kg.resolve.descriptions import described, fullness, head_word, mention_type
from kg.resolve.identity import Identity, Key, best_name, is_name, name_of
from kg.resolve.types import Naming, is_told, type_of

Order: t.TypeAlias = tuple[str, int, int]
"""Where a mention stands: document, head of the first mention of its chain, number in the chain."""
Counts: t.TypeAlias = Mapping[t.Any, int]


@dataclass(frozen=True, slots=True)
class Ranked:
    """A mention, and what it is chosen by: of several the one with the lowest rank."""

    rank: tuple[bool, int, Order]
    mention: Mention


@dataclass(frozen=True, slots=True)
class Summary:
    """What mentions tell of a thing; the sum of two summaries is the summary of all their mentions.

    Args:
        key: the first of the keys of its chains by alphabet.
        names: its names, each with the label of the model, as often as they occur.
        nouns: the head nouns of its descriptions.
        pronouns: its pronouns.
        said: the types that sentences tell of it, as often as each weighs.
        types: the types that its descriptions tell, with those that the model tells of names.
        aliases: the words of all mentions but pronouns.
        mentions: how many there are.
        first: the first mention.
        fullest: the mention that describes it most fully; None where all are pronouns.
        entry: what the gazetteer knows of it, with the key of the chain that tells so.
        named: whether it has a name.
    """

    key: Key
    names: Counts
    nouns: Counts
    pronouns: Counts
    said: Counts
    types: Counts
    aliases: frozenset[str]
    mentions: int
    first: Ranked
    fullest: Ranked | None
    entry: tuple[Key, Entry] | None
    named: bool

    def __add__(self, other: "Summary") -> "Summary":
        fullest = [each for each in (self.fullest, other.fullest) if each is not None]
        entries = [each for each in (self.entry, other.entry) if each is not None]
        return Summary(
            min(self.key, other.key),
            _sum(self.names, other.names),
            _sum(self.nouns, other.nouns),
            _sum(self.pronouns, other.pronouns),
            _sum(self.said, other.said),
            _sum(self.types, other.types),
            self.aliases | other.aliases,
            self.mentions + other.mentions,
            min(self.first, other.first, key=_rank),
            min(fullest, key=_rank, default=None),
            min(entries, key=lambda each: each[0], default=None),
            self.named or other.named,
        )

    def label_and_type(self) -> tuple[str, str]:
        """Return the label and the type: what the gazetteer says, else the best name, else the fullest description."""
        if self.entry is not None:
            return self.entry[1].label, self.entry[1].type
        label, type_ = self._by_name() if any(normal_form(name) for name, _ in self.names) else self._by_description()
        return label or self.first.mention.words, type_

    def _by_name(self) -> tuple[str, str]:
        naming = Naming(*map(_repeated, (self.names, self.nouns, self.pronouns, self.said)))
        type_, names = type_of(naming), Counter[str]()
        for (name, _), often in self.names.items():
            if normal_form(name):
                names[name] += often
        return best_name(names, type_), type_ if is_told(type_, naming) else "Thing"

    def _by_description(self) -> tuple[str, str]:
        mention = None if self.fullest is None else self.fullest.mention
        label = "" if mention is None else described(mention, mention.words)
        if self.said and _is_unseen_name(label):
            return label, most_frequent(_repeated(self.said))
        type_ = most_frequent(_repeated(self.types))
        return label, "Person" if type_ == "Thing" and any(map(pronoun_gender, self.pronouns)) else type_


def summary(identities: Iterable[Identity], *, key: Key | None = None) -> Summary:
    """Return what the chains of one thing tell of it.

    Args:
        identities: those of its chains, at least one.
        key: the first of the keys, where it is known already.
    """
    identities = tuple(identities)
    names, nouns, pronouns = Counter[tuple[str, str]](), Counter[str](), Counter[str]()
    told, types, aliases = Counter[str](), Counter[str](), set[str]()
    firsts, descriptions = list[Ranked](), list[Ranked]()
    named = False
    for identity in identities:
        document, head = identity.chain[0].key
        firsts.append(Ranked((False, 0, (document, head, 0)), identity.chain[0]))
        named = named or identity.entry is not None or bool(identity.names)
        told.update(identity.said)
        for number, mention in enumerate(identity.chain):
            if mention.kind == "pronoun":
                pronouns[mention.words] += 1
                continue
            types[mention_type(mention)] += 1
            aliases.add(bare(mention.words) or mention.words)
            descriptions.append(Ranked((*fullness(mention), (document, head, number)), mention))
            if is_name(mention):
                names[name_of(mention)] += 1
                named = True
            else:
                nouns[head_word(mention)] += 1
    entries = [(identity.key, identity.entry) for identity in identities if identity.entry is not None]
    return Summary(
        min(identity.key for identity in identities) if key is None else key,
        names,
        nouns,
        pronouns,
        told,
        types,
        frozenset(aliases),
        sum(len(identity.chain) for identity in identities),
        min(firsts, key=_rank),
        min(descriptions, key=_rank, default=None),
        min(entries, key=lambda each: each[0], default=None),
        named,
    )


def _sum(one: Counts, other: Counts) -> Counts:
    return Counter(one) + Counter(other)


def _repeated(counts: Counts) -> list[t.Any]:
    return list(Counter(counts).elements())


def _rank(ranked: Ranked) -> tuple[bool, int, Order]:
    return ranked.rank


def _is_unseen_name(label: str) -> bool:
    """Tell whether a description is one word that is written like a name and is no noun that we know."""
    return label.isalnum() and not label.islower() and noun_type(label) == "Thing"
