"""Count the evidence from the mentions of one entity; the counts of parts of a corpus add up to those of the whole."""

import functools
import itertools
import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from kg.lexicon.gazetteer import Entry
from kg.lexicon.given_names import pronoun_gender
from kg.lexicon.name_forms import bare, normal_form
from kg.lexicon.noun_types import most_voted, noun_type
from kg.lexicon.tables import REMEMBERED
from kg.model import Kind, Mention, Span
from kg.resolve.descriptions import described, fullness, head_word, is_spoken_for, mention_type
from kg.resolve.identity import Identity, Key, best_name, is_name, name_of
from kg.resolve.types import Naming, counted, is_supported, type_of

Order: t.TypeAlias = tuple[str, int, int]
"""The position of a mention: document, head of the first mention of its chain, number in the chain."""
Counts: t.TypeAlias = Mapping[t.Any, int]


class Facts(t.NamedTuple):
    """The evidence of one mention about its entity, wherever it occurs; None for what is absent.

    Args:
        name: the name, with the label of the model.
        noun: the head noun of a description.
        pronoun: a pronoun.
        type: the type shown by its words or the model.
        alias: its words without surrounding punctuation.
        fullness: the sort key that finds the fullest description.
    """

    name: tuple[str, str] | None = None
    noun: str | None = None
    pronoun: str | None = None
    type: str | None = None
    alias: str | None = None
    fullness: tuple[int, int] | None = None


class Ranked(t.NamedTuple):
    """A mention with its rank; the lowest rank is chosen."""

    rank: tuple[int, int, Order]
    mention: Mention


@dataclass(frozen=True, slots=True)
class Summary:
    """The evidence of mentions about an entity; the sum of two summaries is the summary of all their mentions.

    Args:
        key: the alphabetically first key of its chains.
        names: its names, each with the label of the model, with counts.
        nouns: the head nouns of its descriptions.
        pronouns: its pronouns.
        stated_types: the types that sentences give for it, with their weights.
        types: the types from its descriptions, with the model's labels of names.
        aliases: the words of all mentions except pronouns.
        mentions: the number of mentions.
        first: the first mention.
        fullest: the mention with the fullest description; None if all are pronouns.
        entry: its gazetteer entry, with the key of the chain that has it.
        named: whether it has a name.
    """

    key: Key
    names: Counts
    nouns: Counts
    pronouns: Counts
    stated_types: Counts
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
            _sum(self.stated_types, other.stated_types),
            _sum(self.types, other.types),
            self.aliases | other.aliases,
            self.mentions + other.mentions,
            min(self.first, other.first, key=attrgetter("rank")),
            min(fullest, key=attrgetter("rank"), default=None),
            min(entries, key=lambda each: each[0], default=None),
            self.named or other.named,
        )

    def label_and_type(self) -> tuple[str, str]:
        """Return the label and the type: from the gazetteer, else the best name, else the fullest description."""
        if self.entry is not None:
            return self.entry[1].label, self.entry[1].type
        label, type_ = self._by_name() if any(normal_form(name) for name, _ in self.names) else self._by_description()
        return label or self.first.mention.words, type_

    def _by_name(self) -> tuple[str, str]:
        naming = Naming(self.names, self.nouns, self.pronouns, self.stated_types)
        type_, names = type_of(naming), Counter[str]()
        for (name, _), often in self.names.items():
            if normal_form(name):
                names[name] += often
        label = best_name(names, type_, first=self.first.mention.words)
        titled = f"The {label}" in self.aliases and f"the {label}" not in self.aliases  # "starred in *The* Aviator"
        return f"The {label}" if titled else label, type_ if is_supported(type_, naming) else "Thing"

    def _by_description(self) -> tuple[str, str]:
        mention = None if self.fullest is None else self.fullest.mention
        label = "" if mention is None else described(mention, mention.words)
        if self.stated_types and _is_unseen_name(label):
            return label, most_voted(self.stated_types)
        type_ = most_voted(self.types)
        return label, "Person" if type_ == "Thing" and any(map(pronoun_gender, self.pronouns)) else type_


def summary(identities: Iterable[Identity], *, key: Key | None = None) -> Summary:
    """Return the summary of the chains of one entity.

    Args:
        identities: the identities of its chains, at least one.
        key: the first of the keys, if it is already known.
    """
    identities = tuple(identities)
    ranked = [*itertools.chain.from_iterable(map(_ranked_facts, identities))]
    of_each = zip(*[facts[:-1] for facts, _ in ranked], strict=True)
    names, nouns, pronouns, types, aliases = [counted([each for each in of if each is not None]) for of in of_each]
    entries = [(identity.key, identity.entry) for identity in identities if identity.entry is not None]
    return Summary(
        min(identity.key for identity in identities) if key is None else key,
        names,
        nouns,
        pronouns,
        counted(type_ for identity in identities for type_ in identity.stated_types),
        types,
        frozenset(aliases),
        len(ranked),
        min((place for _, place in ranked), key=attrgetter("rank")),
        min(_described_mentions(ranked), key=attrgetter("rank"), default=None),
        min(entries, key=lambda each: each[0], default=None),
        bool(names or entries) or any(identity.names for identity in identities),
    )


def _ranked_facts(identity: Identity) -> Iterator[tuple[Facts, Ranked]]:
    """Yield the evidence of the mentions of a chain, with their positions."""
    for number, mention in enumerate(identity.chain):
        yield facts_of(mention), Ranked((False, 0, (*identity.chain[0].key, number)), mention)


def _described_mentions(ranked: Iterable[tuple[Facts, Ranked]]) -> Iterator[Ranked]:
    """Yield the mentions that are not pronouns, ranked by how fully they describe their entity."""
    for facts, place in ranked:
        if facts.fullness is not None:
            yield Ranked((*facts.fullness, place.rank[-1]), place.mention)


def facts_of(mention: Mention) -> Facts:
    """Return the evidence of a mention about its entity, wherever it occurs."""
    return facts_of_words(*mention.described, mention.kind, mention.type)


@functools.lru_cache(maxsize=REMEMBERED)
def facts_of_words(text: str, head: int, kind: Kind, type_: str) -> Facts:
    """Return the evidence from the words of a mention; cached, because few names make up most mentions.

    Args:
        text: the text as in the document, with the noun that it leaves out.
        head: the offset of the head word in the text.
        kind: the kind of the mention.
        type_: the label of the model.
    """
    mention = Mention(Span("", 0, len(text)), text, head, kind, type_)
    if is_spoken_for(mention):
        return Facts(pronoun=mention.words, type=type_, fullness=fullness(mention))
    if kind == "pronoun":
        return Facts(pronoun=mention.words)
    name = name_of(mention) if is_name(mention) else None
    noun = head_word(mention) if name is None else None
    alias = bare(mention.words) or mention.words
    return Facts(name, noun, None, mention_type(mention), alias, fullness(mention))


def _sum(one: Counts, other: Counts) -> Counts:
    return Counter(one) + Counter(other)


def _is_unseen_name(label: str) -> bool:
    """Return whether a description is a single word that is written like a name and is not a known noun."""
    return label.isalnum() and not label.islower() and noun_type(label) == "Thing"
