"""Represent data about entities as sums: each partition adds up its mentions, then the sums are added.

A mention contributes facts that do not depend on its position; an entity is described by the counts of its facts. So
a worker holds the distinct facts of an entity and not its mentions, however often a name occurs.
"""

import functools
import json
import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kg.lexicon.gazetteer import Entry
from kg.lexicon.tables import REMEMBERED
from kg.model import Kind, Literal, Mention, Span
from kg.resolve.descriptions import is_spoken_for
from kg.resolve.groups import NEVER_UNITED, types_of_names
from kg.resolve.identity import Identity, Key
from kg.resolve.summary import Facts, Ranked, Summary, facts_of_words
from kg.resolve.types import totals
from kg.spark.frames import Rows, Values

KEY: t.Final = ("sort", "form", "within")
"""The columns of a key; those of an entity are those of the first of its keys."""
MOST: t.Final = 50_000
"""The number of keys that a partition holds before their sums are emitted."""
First: t.TypeAlias = tuple[str, int, str]
"""The first mention of an entity: its document, the offset of its head, and its words."""


@dataclass(frozen=True, slots=True)
class Fullest:
    """The mention with the fullest description; `holds` is true if its words contain other mentions."""

    ranked: Ranked
    holds: bool

    def packed(self) -> str:
        """Return it as JSON."""
        mention, (long, length, order) = self.ranked.mention, self.ranked.rank
        place = (mention.span.start, mention.span.end, mention.head)
        speaker = mention.value.value if is_spoken_for(mention) and isinstance(mention.value, Literal) else None
        parts = (mention.text, mention.kind, mention.type, speaker, mention.completed)
        return json.dumps([long, length, *order, *place, *parts, self.holds])

    @classmethod
    def of(cls, packed: str) -> "Fullest":
        """Return the value from the JSON that `packed` returned."""
        long, length, document, first, number, start, end, head, *parts, holds = json.loads(packed)
        text, kind, type_, speaker, completed = parts
        value = None if speaker is None else Literal(speaker)
        mention = Mention(Span(document, start, end), text, head, kind, type_, value, completed)
        return cls(Ranked((long, length, (document, first, number)), mention), holds)


@dataclass(slots=True)
class Sum:
    """The sum of the mentions with one key; those of a document are adjacent."""

    facts: Counter[str] = field(default_factory=Counter)
    names: set[str] = field(default_factory=set)
    types: set[str] = field(default_factory=set)
    documents: list[str] = field(default_factory=list)
    first: First | None = None
    fullest: Fullest | None = None

    def add(self, identity: Identity, fullest: Fullest | None) -> None:
        """Add a chain, with its fullest description if it has no name."""
        document, head = identity.chain[0].key
        self.facts.update(_facts_of(identity))
        if identity.key.sort not in NEVER_UNITED:
            self.names.update(identity.names)
            self.types.update(types_of_names(identity))
        if not self.documents or self.documents[-1] != document:
            self.documents.append(document)
        self.first = _earlier(self.first, (document, head, identity.chain[0].words))
        self.fullest = _fuller(self.fullest, fullest)

    def row(self, key: Key) -> Values:
        """Return the row of a key, with the documents of a name: names that share a document may be united."""
        document, place, words = self.first or ("", 0, "")
        at = {"document": document, "number": len(self.documents), "place": place, "text": words}
        facts = {"facts": list(self.facts), "counts": list(self.facts.values())}
        named = {"names": sorted(self.names), "types": sorted(self.types)}
        documents = self.documents if key.sort not in NEVER_UNITED else []
        fullest = None if self.fullest is None else self.fullest.packed()
        return {"kind": "sum", **columns_of(key), **at, **facts, **named, "documents": documents, "fullest": fullest}


@dataclass(slots=True)
class Sums:
    """The sums of a partition by key; they are emitted if there are many keys."""

    by_key: dict[Key, Sum] = field(default_factory=dict)

    def add(self, identity: Identity, fullest: Fullest | None) -> None:
        """Add a chain."""
        found = self.by_key.get(identity.key)
        if found is None:
            found = self.by_key[identity.key] = Sum()
        found.add(identity, fullest)

    def rows(self, *, at_least: int = 1) -> Rows:
        """Yield and discard the sums if there are at least this many keys; a document is never split between rounds."""
        if len(self.by_key) >= at_least:
            for key, found in self.by_key.items():
                yield found.row(key)
            self.by_key.clear()


def summed(key: Key, rows: Iterable[Values]) -> tuple[Summary, Fullest | None, int]:
    """Return the sum over all partitions for an entity, and the number of documents of each of its keys.

    Args:
        key: the first of its keys.
        rows: the rows of its keys, in any order.
    """
    facts, documents = Counter[str](), 0
    first, fullest, entry = t.cast("tuple[First | None, Fullest | None, _Known | None]", (None, None, None))
    for row in rows:
        for fact, count in zip(row["facts"], row["counts"], strict=True):
            facts[fact] += count
            entry = _first_known(entry, fact, row) if fact[0] == _ENTRY else entry
        first = _earlier(first, (row["document"], row["place"], row["text"]))
        fullest = _fuller(fullest, row["fullest"] and Fullest.of(row["fullest"]))
        documents += row["number"]
    assert first is not None  # noqa: S101 - there is a row
    best = None if fullest is None else fullest.ranked
    return _summary(key, facts, _ranked(first), best, entry), fullest, documents


_Known: t.TypeAlias = tuple[Key, Entry]


def _first_known(known: _Known | None, fact: str, row: Values) -> _Known:
    """Return the gazetteer entry of the first key that has one."""
    found = Key(*(row[name] for name in KEY)), _entry(fact)
    return found if known is None else min(known, found, key=lambda each: each[0])


def _ranked(first: First) -> Ranked:
    """Return the first mention, of which only the words are used."""
    document, place, words = first
    mention = Mention(Span(document, place, place + max(len(words), 1)), words, place, "name")
    return Ranked((False, 0, (document, place, 0)), mention)


def _summary(
    key: Key, facts: Mapping[str, int], first: Ranked, fullest: Ranked | None, entry: _Known | None
) -> Summary:
    mentions = [(_facts(fact), count) for fact, count in facts.items() if fact[0] == _MENTION]
    names, nouns, pronouns, types = (
        totals((facts[place], count) for facts, count in mentions if facts[place] is not None)
        for place in range(_ALIAS)
    )
    stated = {fact[1:]: count for fact, count in facts.items() if fact[0] == _STATED}
    aliases = frozenset(facts.alias for facts, _ in mentions if facts.alias is not None)
    number, named = sum(count for _, count in mentions), entry is not None or bool(names)
    return Summary(key, names, nouns, pronouns, stated, types, aliases, number, first, fullest, entry, named)


_ALIAS: t.Final = Facts._fields.index("alias")
_MENTION: t.Final = "m"
_STATED: t.Final = "s"
_ENTRY: t.Final = "e"
"""The prefixes of facts: of a mention, of a type from a sentence, of a gazetteer entry."""


def _facts_of(identity: Identity) -> Iterator[str]:
    """Yield the facts of a chain."""
    for mention in identity.chain:
        yield _fact(*mention.described, mention.kind, mention.type)
    for type_ in identity.stated_types:
        yield f"{_STATED}{type_}"
    if identity.entry is not None:
        yield _known(identity.entry.label, identity.entry.type, identity.entry.links)


@functools.lru_cache(maxsize=REMEMBERED)
def _fact(text: str, head: int, kind: Kind, type_: str) -> str:
    return f"{_MENTION}{json.dumps(facts_of_words(text, head, kind, type_))}"


@functools.lru_cache(maxsize=REMEMBERED)
def _known(label: str, type_: str, links: tuple[str, ...]) -> str:
    return f"{_ENTRY}{json.dumps((label, type_, links))}"


@functools.lru_cache(maxsize=REMEMBERED)
def _facts(fact: str) -> Facts:
    name, noun, pronoun, type_, alias, fullness = json.loads(fact[1:])
    return Facts(name and tuple(name), noun, pronoun, type_, alias, fullness and tuple(fullness))


def _entry(fact: str) -> Entry:
    label, type_, links = json.loads(fact[1:])
    return Entry(label, type_, links=tuple(links))


def columns_of(key: Key) -> Values:
    """Return the columns of a key."""
    return dict(zip(KEY, key, strict=True))


def _earlier(one: First | None, other: First) -> First:
    return other if one is None else min(one, other)


def _fuller(one: Fullest | None, other: Fullest | None) -> Fullest | None:
    if one is None or other is None:
        return one or other
    return min(one, other, key=lambda each: each.ranked.rank)
