"""Evidence from claims about the types of entities: what they are called, what they do, and what is done to them."""

import itertools
import re
import typing as t
from collections.abc import Iterable, Iterator, Mapping

from kg.lexicon import nouns, value, words
from kg.lexicon.given_names import given_name_gender
from kg.lexicon.name_forms import is_acronym, name_words
from kg.lexicon.noun_types import broad_type, example_type, name_type, noun_type, unambiguous_type
from kg.lexicon.supersenses import noun_supersense
from kg.model import Chain, Claim, Mention, MentionKey, NamedPart
from kg.resolve.descriptions import head_word
from kg.resolve.relations import relation_name
from kg.resolve.types import TEAM

COPULA: t.Final = "be"
INCLUDING: t.Final = "include"
CLAIM_WEIGHT: t.Final = 5
"""The number of model labels that one sentence stating a type counts for."""
HINT_WEIGHT: t.Final = 3
"""The number of model labels that a verb typical of one type counts for."""
UNTYPED: t.Final = frozenset({"Person", "Organization", "mind"})
"""Types suggested by verbs for their subjects that other evidence decides, or that say too little."""
UNINFORMATIVE: t.Final = frozenset({"Event", "Group", "Thing", "mind"})
"""Types that a word next to a name does not give it: many nouns for events are also verbs."""
OF_ANY_SORT: t.Final = UNINFORMATIVE | {"Person"}
"""The types of nouns whose examples may have other types: one of the "artists" or "experts" may be a band or bank."""
NAME_WITHIN: t.Final = re.compile(r"\b([a-z]+) of (?:the )?(?=[A-Z])")
NOUN_BEFORE: t.Final = re.compile(r"(?:(?<![A-Za-z-])([a-z]+) )?(?<![A-Za-z-])([a-z]+) [\"“‘']?$")
NOUN_OF: t.Final = re.compile(r"(?<![A-Za-z-])([a-z]+) of (?:the )?$")
NOUN_AFTER: t.Final = re.compile(r"(?:['’]s?)? ([a-z]+)\b")
DESCRIBED_AFTER: t.Final = re.compile(r", an? ([a-z]+(?: [a-z]+)*)")
AROUND: t.Final = 60
"""The number of characters before and after a name that are examined."""
NO_TEXTS: t.Final[Mapping[str, str]] = {}
HELD: t.Final = frozenset({"cognition", "feeling", "possession"})
"""Kinds of nouns for something held "in" an entity that is not a place: "interest in *Acme*"."""
PLACE_WITHIN: t.Final = re.compile(r"\b([a-z]+) (?:in|near) (?=[A-Z])")


def stated_types(
    claims: Iterable[Claim],
    chains: Iterable[Chain],
    texts: Mapping[str, str] = NO_TEXTS,
    parts: Iterable[NamedPart] = (),
) -> dict[MentionKey, list[str]]:
    """Return the types that sentences give, by mention, each repeated by its weight against the labels of the model.

    Args:
        claims: the claims of sentences: "Acme is a bank", "Acme manufactures lamps".
        chains: all mentions, including names within descriptions: "the mayor of Varn".
        texts: the texts of the documents by id, for words next to names: "the browser Quill", "Acme's chairman".
        parts: the names within the words for other entities: "browsers such as Quill".
    """
    found: dict[MentionKey, list[str]] = {}
    chains, claims = tuple(chains), tuple(claims)
    from_claims = itertools.chain.from_iterable(map(_types_from_claim, claims))
    from_words = (*_within_descriptions(chains), *_next_to_names(chains, texts), *_examples(claims, parts))
    for mention, type_, weight in (*from_claims, *from_words):
        found.setdefault(mention.key, []).extend([type_] * weight)
    return found


def _types_from_claim(claim: Claim) -> Iterable[tuple[Mention, str, int]]:
    if claim.negated or claim.denied_by is not None:
        return
    if is_description(claim) and claim.object is not None:
        yield from _types_from_description(claim, claim.object)
        return
    for mention, type_ in _hints(claim):
        someone = mention.type == "Person" and len(name_words(mention.words)) > 1
        if not someone or type_ == "Person":
            yield mention, type_, HINT_WEIGHT


def is_description(claim: Claim) -> bool:
    """Return whether a claim describes its subject: "Doe is the chancellor"."""
    described = claim.object is not None and claim.object.kind == "nominal"
    return described and relation_name(claim.relation) == COPULA


def is_naming(claim: Claim) -> bool:
    """Return whether a claim names the referent of a description: "The chancellor is Doe"."""
    named = claim.object is not None and (claim.subject.kind, claim.object.kind) == ("nominal", "name")
    return named and relation_name(claim.relation) == COPULA


def _types_from_description(claim: Claim, description: Mention) -> Iterable[tuple[Mention, str, int]]:
    noun = head_word(description).casefold()
    if claim.modality != "asserted":
        return
    if noun not in nouns("role"):
        firm = claim.subject.type == "Organization" and value("general").get(noun) == "firm"  # "the oil *group* Acme"
        yield claim.subject, "Organization" if firm and noun_type(noun) == "Group" else noun_type(noun), CLAIM_WEIGHT
    elif claim.subject.type != "Person" or len(name_words(claim.subject.words)) == 1:
        business = broad_type(noun_type(noun)) == "Organization"  # a maker is an organization, an owner need not be
        yield claim.subject, noun_type(noun) if business else "Organization", HINT_WEIGHT if business else 1


def _hints(claim: Claim) -> Iterable[tuple[Mention, str]]:
    relation, target = relation_name(claim.relation), claim.object
    if value("subject").get(relation.partition(" ")[0]) in _minds(claim.subject):
        yield claim.subject, "Person"
    if claim.speaker is not None and claim.speaker.type == "Person":
        yield claim.speaker, "Person"
    type_ = _type_of_doer(relation, target)
    if type_ is not None:
        yield claim.subject, type_
    if target is not None and relation in value("object"):
        yield target, value("object")[relation]
    for qualifier in claim.qualifiers:
        place = _is_local(qualifier.role) and qualifier.value.kind == "name" and relation != "publish"
        if place and _may_be_place(qualifier.value):
            yield qualifier.value, "Place"


def _is_local(role: str) -> bool:
    """Return whether the role of a qualifier is local, with or without a restriction: "in", "*only* in"."""
    last = "" if role in words("preposition") else role.partition(" ")[2]
    return not words("place").isdisjoint({role, last})


def _type_of_doer(relation: str, target: Mention | None) -> str | None:
    """Return the subject type that a verb implies, or that a possession implies for its owner: "closed its *mine*"."""
    by_verb = value("subject").get(relation)
    if by_verb is not None and by_verb not in UNTYPED:
        return by_verb
    if target is None or not target.words.casefold().startswith("its "):
        return None
    owner = value("owned").get(head_word(target).casefold())
    return owner if owner != "Person" else None


def _minds(subject: Mention) -> frozenset[str]:
    """Return the kinds of verbs that show a person as subject; as organizations speak too, the label must agree."""
    return frozenset({"Person", "mind"}) if _is_labelled_person(subject) else frozenset({"Person"})


def _is_labelled_person(name: Mention) -> bool:
    """Return whether a label means a person; that of a single word is often wrong, unless it is a given name."""
    full = len(name_words(name.words)) > 1 or given_name_gender(name.words) is not None
    return full and name.type == "Person"


def _within_descriptions(chains: Iterable[Chain]) -> Iterable[tuple[Mention, str, int]]:
    """Yield the type that a noun gives the name after it: "the town of Varn", "the mayor of Varn"."""
    mentions = [mention for chain in chains for mention in chain]
    names = {(mention.span.document, mention.span.start): mention for mention in mentions if mention.kind == "name"}
    for mention in mentions:
        if mention.kind != "nominal":
            continue
        for match in PLACE_WITHIN.finditer(mention.words):
            name = names.get((mention.span.document, mention.span.start + match.end()))
            if name is not None and _may_be_place(name) and not _is_held(match[1]):
                yield name, "Place", HINT_WEIGHT
        for match in NAME_WITHIN.finditer(mention.words):
            name = names.get((mention.span.document, mention.span.start + match.end()))
            type_ = _from_noun_of(match[1])
            if name is not None and type_ is not None:
                yield name, type_, HINT_WEIGHT


def _examples(claims: Iterable[Claim], parts: Iterable[NamedPart]) -> Iterator[tuple[Mention, str, int]]:
    """Yield the type that a noun gives a name that is an example: "browsers such as *Quill*", "films include …"."""
    named = ((part.whole, part.part) for part in parts if part.kind == "includes")
    included = ((claim.subject, claim.object) for claim in claims if relation_name(claim.relation) == INCLUDING)
    for description, name in itertools.chain(named, included):
        if description.kind != "nominal" or name is None or name.kind != "name":
            continue
        type_ = example_type(head_word(description).casefold())
        if type_ is not None and type_ not in OF_ANY_SORT:
            yield name, type_, HINT_WEIGHT


def _may_be_place(name: Mention) -> bool:
    """Return whether a one-word name has the model's label of a place and is no acronym: not "the film on *DVD*"."""
    return len(name_words(name.words)) == 1 and broad_type(name.type) == "Place" and not is_acronym(name.words)


def _next_to_names(chains: Iterable[Chain], texts: Mapping[str, str]) -> Iterator[tuple[Mention, str, int]]:
    """Yield the types that the words directly before and after a name give it."""
    for name in (mention for chain in chains for mention in chain if mention.kind == "name"):
        text, span = texts.get(name.span.document, ""), name.span
        before, after = text[max(span.start - AROUND, 0) : span.start], text[span.end : span.end + AROUND]
        for type_ in (_from_noun_before(before, name), _from_noun_after(after, name), _from_apposition(after, name)):
            if type_ is not None and type_ not in UNINFORMATIVE:
                yield name, type_, HINT_WEIGHT


def _from_noun_before(before: str, name: Mention) -> str | None:
    """Return the type from the word before a name: "the browser *Quill*"; "in *Varn*" if the label agrees."""
    of = NOUN_OF.search(before)
    if of is not None:
        return _from_noun_of(of[1])
    found = NOUN_BEFORE.search(before)
    if found is None:
        return None
    if found[2] == "in":
        place = name.type == "Place" and name_type(name.words) is None
        return "Place" if place and not _is_held(found[1] or "") else None
    return unambiguous_type(found[2])


def _is_held(noun: str) -> bool:
    """Return whether a noun is for something held "in" an entity that is not a place: "*shares* in Acme"."""
    return not {noun_supersense(noun), noun_supersense(noun.removesuffix("s"))}.isdisjoint(HELD)


def _from_noun_of(noun: str) -> str | None:
    """Return the type that a noun with "of" gives the name after it: "the mayor of *Varn*", "the town of *Varn*"."""
    owner = value("owned").get(noun)
    type_ = noun_type(noun) if owner in UNTYPED or owner is None else owner
    return type_ if type_ == owner or broad_type(type_) == "Place" else None


def _from_noun_after(after: str, name: Mention) -> str | None:
    """Return the type of an owner, from the noun after its name: "*Acme*'s chairman"; a ship has a captain, too."""
    found = NOUN_AFTER.match(after)
    owner = value("owned").get(found[1]) if found is not None else None
    return None if owner == TEAM and name.type != "Organization" else owner


def _from_apposition(after: str, name: Mention) -> str | None:
    """Return the type from the noun of an apposition: "*Quill*, a free browser for phones"."""
    found = DESCRIBED_AFTER.match(after)
    if found is None:
        return None
    described = [*itertools.takewhile(lambda word: word not in words("preposition"), found[1].split())]
    noun = described[-1] if described else ""
    business = noun in nouns("role") and broad_type(noun_type(noun)) == "Organization"
    return noun_type(noun) if business and name.type != "Person" else unambiguous_type(noun)
