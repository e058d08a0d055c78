"""Splitting of chains: they lose what cannot mean what their names mean. A team is no person, Mr. Doe not Mrs. Doe."""

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
"""For the type that names tell by their words, those that a description of the thing never has."""


def parted(chain: Chain) -> tuple[Chain, ...]:
    """Return a chain without what is foreign to it, and this as chains of their own.

    Foreign are descriptions of another kind of thing, and a man to a woman. A pronoun goes with the name or description
    before it, he and she with the name; descriptions in the same words stay together.
    """
    if len(chain) == 1:
        return (chain,)
    return tuple(part for other in _by_address(chain) for one in _by_gender(other) for part in _by_kind(one))


def _by_address(chain: Chain) -> tuple[Chain, ...]:
    """Return a chain in which a name tells an organization without the person who is called by it: "Mrs. Doe"."""
    addressed = {mention.key for mention in chain if mention.kind == "name" and has_address(mention.words)}
    told = {broad_type(name_type(m.words) or "") for m in chain if m.kind == "name" and m.key not in addressed}
    if not addressed or "Organization" not in told:
        return (chain,)
    person = [mention for mention in chain if mention.key in addressed or is_gendered(mention)]
    return tuple(mention for mention in chain if mention not in person), tuple(person)


def _by_gender(chain: Chain) -> tuple[Chain, ...]:
    """Return a chain in which names tell a man and a woman as two: "Mr. Doe", "Mrs. Doe".

    A last name alone goes with the first full name, what else tells no gender with what stands before it.
    """
    told = {mention.key: gender for mention in chain if (gender := _gender(mention)) is not None}
    if len({told[mention.key] for mention in chain if mention.kind == "name" and mention.key in told}) < 2:
        return (chain,)
    parts: dict[Gender, list[Mention]] = {}
    ordered = [mention for mention in _in_order(chain) if mention.key in told]
    full = next((told[one.key] for one in ordered if one.kind == "name" and not has_address(one.words)), None)
    last = told[ordered[0].key]
    for mention in _in_order(chain):
        last = told.get(mention.key, (full if mention.kind == "name" else None) or last)
        parts.setdefault(last, []).append(mention)
    return tuple(map(tuple, parts.values()))


def _gender(mention: Mention) -> Gender | None:
    """Return the gender that a form of address, a given name, a noun or a pronoun tells."""
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
    """Return a chain without the descriptions of another kind of thing than its names mean, and these."""
    foreign = FOREIGN.get(_type_by_names(chain), frozenset())
    if not foreign:
        return (chain,)
    parts: dict[str, list[Mention]] = {}
    last = ""
    for mention in _in_order(chain):
        if mention.kind != "pronoun":
            strange = mention.kind == "nominal" and broad_type(noun_type(head_word(mention))) in foreign
            last = without_determiner(mention.words).casefold() if strange else ""
        part = "" if pronoun_gender(mention.words) else last
        parts.setdefault(part, []).append(mention)
    return tuple(map(tuple, parts.values()))


def _type_by_names(chain: Iterable[Mention]) -> str:
    """Return the general type that the words of all names in a chain tell, "" where they tell none or several."""
    names = {mention.words for mention in chain if mention.kind == "name"}
    told = {"Person" if is_personal_name(name) else broad_type(name_type(name) or "") for name in names}
    return min(told - {""}) if len(told - {""}) == 1 else ""
