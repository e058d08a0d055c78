"""Split mentions from a chain that are incompatible with its names. A team is not a person, Mr. Doe is not Mrs. Doe."""

import typing as t
from collections.abc import Iterable, Mapping

from kg.lexicon import value
from kg.lexicon.given_names import Gender, pronoun_gender
from kg.lexicon.noun_types import broad_type, name_type, noun_type
from kg.lexicon.person_names import has_address, person_name
from kg.model import Chain, Mention
from kg.resolve.descriptions import head_word, is_gendered, without_determiner
from kg.resolve.types import is_personal_name

FOREIGN: t.Final[Mapping[str, frozenset[str]]] = {
    "Event": frozenset({"Organization", "Person"}),
    "Law": frozenset({"Person", "Place"}),
    "Person": frozenset({"Event", "Law", "Organization", "Place"}),
    "Product": frozenset({"Person", "Place"}),
}
"""For each type that a name shows by its words, the types that its descriptions never have."""


def split_by_entity(chain: Chain) -> tuple[Chain, ...]:
    """Return a chain without foreign mentions, and these as separate chains.

    Descriptions of another kind of entity are foreign, and so is a man to a woman. A pronoun goes with the name or
    description before it, he and she with the name; descriptions in the same words stay together.
    """
    if len(chain) == 1 or all(mention.kind != "name" for mention in chain):
        return (chain,)
    return tuple(part for other in _by_address(chain) for one in _by_gender(other) for part in _by_kind(one))


def _by_address(chain: Chain) -> tuple[Chain, ...]:
    """Return an organization's chain without the person of the same name: "Mrs. Doe"."""
    addressed = {mention.key for mention in chain if mention.kind == "name" and has_address(mention.words)}
    types = {broad_type(name_type(m.words) or "") for m in chain if m.kind == "name" and m.key not in addressed}
    if not addressed or "Organization" not in types:
        return (chain,)
    person = [mention for mention in chain if mention.key in addressed or is_gendered(mention)]
    return tuple(mention for mention in chain if mention not in person), tuple(person)


def _by_gender(chain: Chain) -> tuple[Chain, ...]:
    """Return a chain split into a man and a woman if its names show both: "Mr. Doe", "Mrs. Doe".

    A last name alone goes with the first full name, other mentions without gender with the mention before them.
    """
    genders = {mention.key: gender for mention in chain if (gender := _gender(mention)) is not None}
    if len({genders[mention.key] for mention in chain if mention.kind == "name" and mention.key in genders}) < 2:
        return (chain,)
    parts: dict[Gender, list[Mention]] = {}
    ordered = [mention for mention in _in_order(chain) if mention.key in genders]
    full = next((genders[one.key] for one in ordered if one.kind == "name" and not has_address(one.words)), None)
    last = genders[ordered[0].key]
    for mention in _in_order(chain):
        last = genders.get(mention.key, (full if mention.kind == "name" else None) or last)
        parts.setdefault(last, []).append(mention)
    return tuple(map(tuple, parts.values()))


def _gender(mention: Mention) -> Gender | None:
    """Return the gender shown by a form of address, a given name, a noun or a pronoun."""
    if mention.kind == "name":
        name = person_name(mention.words)
        return name.gender if name is not None else None
    if mention.kind == "nominal":
        noun = head_word(mention).casefold()
        return t.cast("Gender | None", value("gender").get(noun))
    return pronoun_gender(mention.words) if is_gendered(mention) else None


def _in_order(chain: Chain) -> list[Mention]:
    return sorted(chain, key=lambda one: (one.span.start, one.span.end))


def _by_kind(chain: Chain) -> tuple[Chain, ...]:
    """Return a chain without the descriptions of another kind than its names, and these separately."""
    foreign = FOREIGN.get(_type_by_names(chain), frozenset())
    if not foreign:
        return (chain,)
    parts: dict[str, list[Mention]] = {}
    last = ""
    for mention in _in_order(chain):
        if mention.kind != "pronoun":
            is_foreign = mention.kind == "nominal" and broad_type(noun_type(head_word(mention))) in foreign
            last = without_determiner(mention.words).casefold() if is_foreign else ""
        part = "" if pronoun_gender(mention.words) else last
        parts.setdefault(part, []).append(mention)
    return tuple(map(tuple, parts.values()))


def _type_by_names(chain: Iterable[Mention]) -> str:
    """Return the general type shown by the words of all names in a chain, "" if there is none or several."""
    names = {mention.words for mention in chain if mention.kind == "name"}
    types = {"Person" if is_personal_name(name) else broad_type(name_type(name) or "") for name in names}
    return min(types - {""}) if len(types - {""}) == 1 else ""
