"""What claims tell of the types of things: what they are said to be, and what is done by them, to them, with them."""

import itertools
import re
import typing as t
from collections.abc import Iterable, Mapping

from kg.lexicon.name_forms import words
from kg.lexicon.noun_types import broad_type, noun_type
from kg.lexicon.word_lists import word_list
from kg.model import Chain, Claim, Mention
from kg.resolve.descriptions import head_word
from kg.resolve.relations import relation_name

MentionKey: t.TypeAlias = tuple[str, int]

COPULA: t.Final = "be"
SAID_WEIGHT: t.Final = 5
"""How many labels of the model weigh as much as one sentence that says what a thing is."""
HINT_WEIGHT: t.Final = 3
"""How many weigh as much as a verb that goes with things of one type."""

SUBJECT_TYPES: t.Final[Mapping[str, str]] = {
    "air": "NewsMediaOrganization",
    "broadcast": "NewsMediaOrganization",
    "publish": "NewsMediaOrganization",
    "employ": "Company",
    "manufacture": "Company",
    "release": "Company",
    "border": "Country",
    "be held in": "Event",
    "take place in": "Event",
}
"""The type of the subject of a relation, where most have one."""
MAKERS_VERBS: t.Final = frozenset({"discontinue", "introduce", "launch", "make", "market", "recall", "sell", "unveil"})
"""Verbs that say of their subject that it is a firm where the object is a product."""
OBJECT_TYPES: t.Final[Mapping[str, str]] = {
    "amend": "Law",
    "enact": "Law",
    "ratify": "Law",
    "repeal": "Law",
    "veto": "Law",
    "violate": "Law",
    "arrest": "Person",
    "elect": "Person",
    "marry": "Person",
    "be based in": "Place",
    "be born in": "Place",
    "be held in": "Place",
    "be located in": "Place",
    "arrive in": "Place",
    "land in": "Place",
    "live in": "Place",
    "move to": "Place",
    "take place in": "Place",
    "acquire": "Organization",
    "be chairman of": "Organization",
    "be chief executive of": "Organization",
    "be employed by": "Organization",
    "be founder of": "Organization",
    "co-found": "Organization",
    "found": "Organization",
    "head": "Organization",
    "run": "Organization",
    "work for": "Organization",
    "enrol at": "EducationalOrganization",
    "graduate from": "EducationalOrganization",
    "study at": "EducationalOrganization",
    "teach at": "EducationalOrganization",
    "be editor of": "NewsMediaOrganization",
    "be published by": "NewsMediaOrganization",
    "be published in": "NewsMediaOrganization",
    "publish in": "NewsMediaOrganization",
    "be mayor of": "City",
    "be governor of": "Region",
    "be capital of": "Place",
    "pitch for": "SportsTeam",
    "play for": "SportsTeam",
    "score for": "SportsTeam",
    "sign for": "SportsTeam",
    "host": "Event",
    "star in": "Work",
    "write": "Work",
}
"""The type of the object of a relation, where most have one."""


PLACE_ROLES: t.Final = frozenset(
    {"across", "along", "around", "in", "near", "north of", "outside", "south of", "toward"}
)
"""Prepositions before names of places."""
BELONGINGS_OF_COUNTRIES: t.Final = frozenset(
    {"airspace", "ambassador", "army", "border", "citizen", "coast", "currency", "economy", "embassy", "parliament"}
)
NAME_WITHIN: t.Final = re.compile(r"\b([a-z]+) of (?:the )?(?=[A-Z])")
PLACE_WITHIN: t.Final = re.compile(r"\b([a-z]+) (?:in|near) (?=[A-Z])")
ROLE_TYPES: t.Final[Mapping[str, str]] = {
    "capital": "Place",
    "editor": "NewsMediaOrganization",
    "governor": "Region",
    "mayor": "City",
    "outskirts": "City",
    "streets": "City",
}
"""The type of the name behind `of` after a noun; beside these, the kinds of places: `the town of Varn`."""


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
    if claim.object is not None and is_description(claim):
        yield from _said_to_be(claim, claim.object)
        return
    for mention, type_ in _hints(claim):
        someone = mention.type == "Person" and len(words(mention.text)) > 1
        if not someone or type_ == "Person":
            yield mention, type_, HINT_WEIGHT


def is_description(claim: Claim) -> bool:
    """Tell whether a claim says what its subject is: "Doe is the chancellor"."""
    return claim.object is not None and claim.object.kind == "nominal" and relation_name(claim.relation) == COPULA


def _said_to_be(claim: Claim, object_: Mention) -> Iterable[tuple[Mention, str, int]]:
    noun = head_word(object_).casefold()
    if claim.modality != "asserted":
        return
    if noun not in word_list("roles of organizations"):
        yield claim.subject, noun_type(noun), SAID_WEIGHT
    elif claim.subject.type != "Person" or len(words(claim.subject.text)) == 1:
        business = broad_type(noun_type(noun)) == "Organization"  # a maker is, an owner may be
        yield claim.subject, noun_type(noun) if business else "Organization", HINT_WEIGHT if business else 1


def _hints(claim: Claim) -> Iterable[tuple[Mention, str]]:
    relation = relation_name(claim.relation)
    if relation.partition(" ")[0] in word_list("verbs of persons"):
        yield claim.subject, "Person"
    if claim.object is not None:
        yield from _hints_of_object(claim.subject, relation, claim.object)
    for qualifier in claim.qualifiers:
        place = qualifier.role in PLACE_ROLES and qualifier.value.kind == "name" and relation != "publish"
        if place and len(words(qualifier.value.text)) == 1:
            yield qualifier.value, "Place"


def _hints_of_object(subject: Mention, relation: str, object_: Mention) -> Iterable[tuple[Mention, str]]:
    owned, noun = object_.text.casefold().startswith("its "), head_word(object_).casefold()
    if relation in SUBJECT_TYPES and not (relation == "publish" and noun in word_list("publications of any body")):
        yield subject, SUBJECT_TYPES[relation]
    elif owned and noun in BELONGINGS_OF_COUNTRIES:
        yield subject, "Country"
    elif owned and noun in word_list("belongings of organizations"):
        yield subject, "Organization"
    elif relation in MAKERS_VERBS and object_.type == "Product":
        yield subject, "Company"
    if relation in OBJECT_TYPES:
        yield object_, OBJECT_TYPES[relation]


def _within_descriptions(chains: Iterable[Chain]) -> Iterable[tuple[Mention, str, int]]:
    """Yield what a noun tells of the name behind it: "the town of Varn", "the mayor of Varn"."""
    mentions = [mention for chain in chains for mention in chain]
    names = {(mention.span.document, mention.span.start): mention for mention in mentions if mention.kind == "name"}
    for mention in mentions:
        if mention.kind != "nominal":
            continue
        for match in PLACE_WITHIN.finditer(mention.text):
            name = names.get((mention.span.document, mention.span.start + match.end()))
            if name is not None and _may_be_place(name) and match[1] not in word_list("relational nouns"):
                yield name, "Place", HINT_WEIGHT
        for match in NAME_WITHIN.finditer(mention.text):
            name = names.get((mention.span.document, mention.span.start + match.end()))
            type_ = ROLE_TYPES.get(match[1]) or noun_type(match[1])
            if name is not None and (match[1] in ROLE_TYPES or broad_type(type_) == "Place"):
                yield name, type_, HINT_WEIGHT


def _may_be_place(name: Mention) -> bool:
    """Tell whether the model's label leaves open that a name of one word is a place."""
    return len(words(name.text)) == 1 and broad_type(name.type) not in {"Person", "Organization"}
