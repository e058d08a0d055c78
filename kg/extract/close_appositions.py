"""Close appositions, whose noun gives the kind of the name before it: "the *Guardian* newspaper" is the Guardian."""

import itertools
import typing as t
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.extract.named_parts import name_before
from kg.extract.text import Text, has_determiner
from kg.grammar.clause import Phrase
from kg.lexicon.gazetteer import default_gazetteer
from kg.lexicon.name_forms import is_acronym
from kg.lexicon.noun_types import broad_type, noun_type
from kg.lexicon.spelling import number
from kg.lexicon.supersenses import noun_supersense
from kg.model import Chain, Mention, MentionKey
from kg.resolve.chains import Partition

NEWS: t.Final = "NewsMediaOrganization"
AGENCY: t.Final = "agency"
"""The noun after the name of a news agency: "the *Reuters* agency"."""
AFTER_TITLE: t.Final = frozenset({None, "communication"})
"""The classes of nouns that can follow a title: "the *Morning Talk* programme"."""
MAY_BE: t.Final = frozenset({"Organization", "Product", "Thing", "Work"})
"""The general types of names that can be followed by a noun for their kind."""


def close_appositions(text: Text) -> Iterator[tuple[Mention, Mention]]:
    """Yield the mentions whose noun gives the kind of the name directly before it, with the mentions of the names."""
    for phrase in text.phrases():
        if phrase.head.kind == "noun" and not phrase.head.plural and phrase.of_kind("compound"):
            thing = text.mention(phrase.head)
            for name in name_before(text, phrase):
                is_its_kind = thing.span.covers(name.span) and _is_its_kind(phrase.head.lemma, name)
                if is_its_kind and not _is_one_of_several(phrase):
                    yield thing, name


def _is_one_of_several(phrase: Phrase) -> bool:
    """Return whether the words refer to one of several: "*a* BBC programme", "the *first* Silva film"."""
    counting = phrase.of_kind("quality", "quantity")
    return has_determiner(phrase, "indefinite") or any(number(each.head.lower) for each in counting)


def _is_its_kind(noun: str, name: Mention) -> bool:
    """Return whether a noun names the kind of thing that the name refers to, and not its product or possession."""
    known, kind = default_gazetteer().find(name.words), noun_type(noun)
    type_ = name.type if known is None else known.type
    if broad_type(type_) not in MAY_BE or (known is None and is_acronym(name.words)):
        return False
    if kind == NEWS or noun == AGENCY:
        return type_ == NEWS or (known is None and kind == NEWS)
    return _is_title(noun, kind, type_) if kind in {"Thing", "Work"} else _is_thing(noun, kind, name, type_)


def _is_title(noun: str, kind: str, type_: str) -> bool:
    """Return whether a noun names a thing that has a title, and the name before it is one: "the *Today* programme"."""
    return type_ == "Work" and (kind == "Work" or noun_supersense(noun) in AFTER_TITLE)


def _is_thing(noun: str, kind: str, name: Mention, type_: str) -> bool:
    """Return whether a noun names the product or event that a name refers to: "the *Euro 2012* tournament"."""
    if kind == "Product":
        return type_ == "Thing" or (type_ == "Product" and noun_supersense(noun) != "artifact")
    return kind == "Event" and " " in name.words and name.words[-1].isdigit()


def joined_with_names(chains: Iterable[Chain], appositions: Iterable[tuple[Mention, Mention]]) -> tuple[Chain, ...]:
    """Return the chains; that of each description with a name is joined with the chain of the name.

    None if the text also refers to the thing by another name.
    """
    every, partition = [*chains], Partition[MentionKey]()
    first = {mention.key: chain[0].key for chain in every for mention in chain}
    named = {chain[0].key for chain in every if any(mention.kind == "name" for mention in chain)}
    for thing, name in appositions:
        one, other = (partition.root(first.get(mention.key, mention.key)) for mention in (thing, name))
        if one != other and one not in named:
            partition.unite(one, other)
            named.add(other)
            every += [(mention,) for mention in (thing, name) if mention.key not in first]
            first |= {mention.key: first.get(mention.key, mention.key) for mention in (thing, name)}
    return tuple(_joined(every, partition))


def _joined(chains: Iterable[Chain], partition: Partition[MentionKey]) -> Iterator[Chain]:
    """Yield the chains; those whose first mentions are in one set become one chain at the position of the first."""
    parts = defaultdict[MentionKey, list[Chain]](list)
    for chain in chains:
        parts[partition.root(chain[0].key)].append(chain)
    for same in parts.values():
        mentions = sorted(itertools.chain.from_iterable(same), key=lambda mention: mention.key)
        yield tuple(mentions) if len(same) > 1 else same[0]
