"""Chains lose the descriptions that cannot mean what their names mean: a team is no person."""

import typing as t
from collections.abc import Iterable, Mapping

from kg.lexicon.nouns import broad_type, name_type, noun_type
from kg.model import Chain, Mention
from kg.resolve.descriptions import head_word, without_determiner
from kg.resolve.types import GENDERED, is_personal_name

FOREIGN: t.Final[Mapping[str, frozenset[str]]] = {
    "Event": frozenset({"Organization", "Person"}),
    "Law": frozenset({"Person", "Place"}),
    "Person": frozenset({"Event", "Law", "Organization", "Place"}),
    "Product": frozenset({"Person", "Place"}),
}
"""For the type that names tell by their words, those that a description of the thing never has."""


def parted(chain: Chain) -> tuple[Chain, ...]:
    """Return a chain without the descriptions that are foreign to it, and these as chains of their own.

    A pronoun goes with the name or description before it, he and she with the name; descriptions in the same words stay
    together.
    """
    foreign = FOREIGN.get(_type_by_names(chain), frozenset()) if len(chain) > 1 else None
    if not foreign:
        return (chain,)
    parts: dict[str, list[Mention]] = {}
    last = ""
    for mention in sorted(chain, key=lambda one: (one.span.start, one.span.end)):
        if mention.kind != "pronoun":
            strange = mention.kind == "nominal" and broad_type(noun_type(head_word(mention))) in foreign
            last = without_determiner(mention.text).casefold() if strange else ""
        part = "" if mention.text.casefold() in GENDERED else last
        parts.setdefault(part, []).append(mention)
    return tuple(map(tuple, parts.values()))


def _type_by_names(chain: Iterable[Mention]) -> str:
    """Return the general type that the words of all names in a chain tell, "" where they tell none or several."""
    names = {mention.text for mention in chain if mention.kind == "name"}
    told = {"Person" if is_personal_name(name) else broad_type(name_type(name) or "") for name in names}
    return min(told - {""}) if len(told - {""}) == 1 else ""
