"""What claims tell of the types of things: what they are said to be, and what is done by them, to them, with them."""

import itertools
import re
import typing as t
from collections.abc import Iterable

from kg.lexicon import nouns, value, words
from kg.lexicon.name_forms import words as name_words
from kg.lexicon.noun_types import broad_type, noun_type
from kg.model import Chain, Claim, Mention
from kg.resolve.descriptions import head_word
from kg.resolve.relations import relation_name

MentionKey: t.TypeAlias = tuple[str, int]

COPULA: t.Final = "be"
SAID_WEIGHT: t.Final = 5
"""How many labels of the model weigh as much as one sentence that says what a thing is."""
HINT_WEIGHT: t.Final = 3
"""How many weigh as much as a verb that goes with things of one type."""


UNTYPED: t.Final = frozenset({"Person", "Organization", "mind"})
"""What verbs say of their subjects that is told otherwise, or too little."""
NAME_WITHIN: t.Final = re.compile(r"\b([a-z]+) of (?:the )?(?=[A-Z])")
PLACE_WITHIN: t.Final = re.compile(r"\b([a-z]+) (?:in|near) (?=[A-Z])")


def told_types(claims: Iterable[Claim], chains: Iterable[Chain]) -> dict[MentionKey, list[str]]:
    """Return the types that sentences tell, by mention, each as often as it weighs beside the labels of the model.

    Args:
        claims: what sentences say: "Acme is a bank", "Acme manufactures lamps".
        chains: all mentions, in which names stand within descriptions: "the mayor of Varn".
    """
    found: dict[MentionKey, list[str]] = {}
    told = itertools.chain.from_iterable(map(_told, claims))
    for mention, type_, weight in (*told, *_within_descriptions(chains)):
        found.setdefault(mention.key, []).extend([type_] * weight)
    return found


def _told(claim: Claim) -> Iterable[tuple[Mention, str, int]]:
    if claim.negated or claim.denied_by is not None:
        return
    if is_description(claim) and claim.object is not None:
        yield from _said_to_be(claim, claim.object)
        return
    for mention, type_ in _hints(claim):
        someone = mention.type == "Person" and len(name_words(mention.text)) > 1
        if not someone or type_ == "Person":
            yield mention, type_, HINT_WEIGHT


def is_description(claim: Claim) -> bool:
    """Tell whether a claim says what its subject is: "Doe is the chancellor"."""
    return relation_name(claim.relation) == COPULA and claim.object is not None and claim.object.kind == "nominal"


def _said_to_be(claim: Claim, told: Mention) -> Iterable[tuple[Mention, str, int]]:
    noun = head_word(told).casefold()
    if claim.modality != "asserted":
        return
    if noun not in nouns("role"):
        yield claim.subject, noun_type(noun), SAID_WEIGHT
    elif claim.subject.type != "Person" or len(name_words(claim.subject.text)) == 1:
        business = broad_type(noun_type(noun)) == "Organization"  # a maker is, an owner may be
        yield claim.subject, noun_type(noun) if business else "Organization", HINT_WEIGHT if business else 1


def _hints(claim: Claim) -> Iterable[tuple[Mention, str]]:
    relation, target = relation_name(claim.relation), claim.object
    owned = target is not None and target.text.casefold().startswith("its ")
    noun = head_word(target).casefold() if target is not None else ""
    if value("subject").get(relation.partition(" ")[0]) == "Person":
        yield claim.subject, "Person"
    if relation in value("subject") and value("subject")[relation] not in UNTYPED:
        yield claim.subject, value("subject")[relation]
    elif owned and value("owned").get(noun, "Person") != "Person":
        yield claim.subject, value("owned")[noun]
    if target is not None and relation in value("object"):
        yield target, value("object")[relation]
    for qualifier in claim.qualifiers:
        place = qualifier.role in words("place") and qualifier.value.kind == "name" and relation != "publish"
        if place and len(name_words(qualifier.value.text)) == 1:
            yield qualifier.value, "Place"


def _within_descriptions(chains: Iterable[Chain]) -> Iterable[tuple[Mention, str, int]]:
    """Yield what a noun tells of the name behind it: "the town of Varn", "the mayor of Varn"."""
    mentions = [mention for chain in chains for mention in chain]
    names = {(mention.span.document, mention.span.start): mention for mention in mentions if mention.kind == "name"}
    for mention in mentions:
        if mention.kind != "nominal":
            continue
        for match in PLACE_WITHIN.finditer(mention.text):
            name = names.get((mention.span.document, mention.span.start + match.end()))
            if name is not None and _may_be_place(name) and match[1] not in nouns("relational"):
                yield name, "Place", HINT_WEIGHT
        for match in NAME_WITHIN.finditer(mention.text):
            name = names.get((mention.span.document, mention.span.start + match.end()))
            owner = value("owned").get(match[1])
            type_ = noun_type(match[1]) if owner in UNTYPED or owner is None else owner
            if name is not None and (type_ == owner or broad_type(type_) == "Place"):
                yield name, type_, HINT_WEIGHT


def _may_be_place(name: Mention) -> bool:
    """Tell whether the model's label leaves open that a name of one word is a place."""
    return len(name_words(name.text)) == 1 and broad_type(name.type) not in {"Person", "Organization"}
