"""Roles of a person or thing for another: "*chairman of* Acme", "an *analyst at* Acme", "Acme's *sales director*"."""

import typing as t
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.named_parts import is_known_body
from kg.extract.proper_names import is_adjective_of_party, seat_of
from kg.extract.text import Text, lowered
from kg.extract.things import follows_role, gives_field, is_known
from kg.grammar.clause import Modifier, Phrase, Word
from kg.grammar.phrases import Shared
from kg.lexicon import names, nouns, words
from kg.lexicon.gazetteer import country_meant, is_adjective_of_place
from kg.lexicon.noun_types import means_person
from kg.lexicon.spelling import full_titles
from kg.lexicon.supersenses import noun_supersense

HOLDERS: t.Final = frozenset({"person", "group"})
"""The classes of nouns (WordNet's lexicographer files) for a role at, for or with another."""
BEFORE: t.Final = frozenset({"quality", "compound", "title"})
"""The modifiers before a noun that are part of the role: "*sales* director", "*former* chairman"."""
BODIES: t.Final = frozenset({"GPE", "LOC", "ORG"})
"""The recogniser's labels of what a person can belong to."""
OWNERS: t.Final = BEFORE | {"possessor", "preposition"}
"""The modifiers that can name the owner of a role."""
TEAM_POSTS: t.Final = nouns("type", "post") | nouns("owned", "SportsTeam")
"""Posts in a team, whose name may be that of a place: "*Leeds* striker"."""


class Role(t.NamedTuple):
    """The name of a role with its preposition, its noun, its words, and its owner."""

    name: str
    noun: Word
    words: tuple[Word, ...]
    owner: Phrase


def role_of(text: Text, phrase: Phrase, *, end: int | None = None) -> Role | None:
    """Return the role in a description; None if there are several, or if the owner is ambiguous.

    `end` is the end of its words (exclusive); None means the end of its label.
    """
    end = phrase.label_end if end is None else end
    inside = _inside(text, phrase, end) if not phrase.entity else []
    owner = next((m for m in inside if m.kind in OWNERS and _can_own(text, phrase, m)), None)
    if owner is None:
        return None
    others = [m for m in inside if m is not owner and not _is_of_name(text, m, owner)]
    names_role = all(m.kind in BEFORE or gives_field(text, phrase, m) for m in others)
    return _role(text, phrase, others, owner) if names_role else None


def roles_of(text: Text, phrase: Phrase) -> list[Role]:
    """Return the roles in a description: "*chairman and chief executive* of Acme" is two."""
    shared = text.shared(phrase)
    if shared is None or not _is_owner_of_all(shared):
        role = role_of(text, phrase) if not phrase.head.plural else None
        return [role] if role is not None else []
    of, owner = shared.opening, shared.phrase
    return [Role(f"{lowered(noun)} {of.lower}", noun[-1], (*noun, of), owner) for noun in shared.nouns]


def _is_owner_of_all(shared: Shared) -> bool:
    """Return whether several nouns are roles of one person with the same owner after the last of them."""
    last = [noun[-1] for noun in shared.nouns]
    persons = all(noun.kind == "noun" and not noun.plural and means_person(noun.lemma) for noun in last)
    named = shared.phrase.entity in BODIES and not shared.phrase.conjuncts
    return persons and named and shared.opening.lower != "in"


def shared_role(text: Text, phrase: Phrase, owner: Phrase, start: int) -> Role:
    """Return the role in a description whose owner is given by a conjunct: "its founder and *head*"."""
    spoken = text.words(start, phrase.head.index + 1)
    return Role(_name_of(*(word.text for word in spoken), "of"), phrase.head, spoken, owner)


def _name_of(*spoken: str) -> str:
    """Return the words for a role as its name: in lower case, without abbreviations, except for adjectives of names."""
    lower = [each if is_adjective_of_place(each) or is_adjective_of_party(each) else each.lower() for each in spoken]
    return " ".join([full_titles().get(each, each) for each in lower])


def owner_of_title(text: Text, name: Phrase, noun: Word) -> Phrase | None:
    """Return the owner of a title: "*its* US unit Lithon", "Sen. Ana Silva (D-*Ohio*)", "Mayor Ana Silva of *Oslo*"."""
    seat = seat_of(text, name)
    if seat is not None and noun.lower.rstrip(".") in names("title", "person"):
        return seat[1]
    known = (each for _, each in name.with_phrases("possessor") if each.head.kind == "name" or is_known(text, each))
    of = (each for m, each in name.with_phrases("preposition") if is_of_office(name, m.head, each))
    return next((each for each in (*known, *of) if each.head.lower not in words("pronoun", "plural")), None)


def is_of_office(name: Phrase, of: Word, owner: Phrase) -> bool:
    """Return whether an "of" after a name says where its office is: "Mayor Ana Silva *of* Oslo"."""
    office = any(each.head.lemma.lower() in names("title", "office") for each in name.of_kind("title"))
    whole = all(each.start <= owner.head.index + 1 for each in owner.of_kind("preposition"))  # not in a list of names
    one = owner.head.kind == "name" and not owner.conjuncts and whole
    return office and one and of.lower == "of"


def _inside(text: Text, phrase: Phrase, end: int) -> list[Modifier]:
    """Return the modifiers that start before a position, without determiners; a name at the start is one of its own."""
    inside = (m for m in phrase.modifiers if m.start < end and m.kind != "determiner")
    return [part for modifier in inside for part in _parts(text, modifier)]


def _parts(text: Text, modifier: Modifier) -> list[Modifier]:
    """Return the name that a compound starts with, and the rest: "*BBC* environment correspondent"."""
    name = text.name_at(modifier.start) if modifier.kind == "compound" and modifier.head.kind == "noun" else None
    if name is None or name.entity not in BODIES or name.label_end >= modifier.end:
        return [modifier]
    end = name.label_end
    return [replace(modifier, end=end, head=name.head, phrase=name), replace(modifier, start=end)]


def _is_of_name(text: Text, modifier: Modifier, owner: Modifier) -> bool:
    """Return whether a modifier is part of the owner's name: "*JP* Morgan"."""
    name = text.mention(owner.head).span
    return modifier.kind in BEFORE and name.covers(text.span(modifier.start, modifier.end))


def _role(text: Text, phrase: Phrase, modifiers: Sequence[Modifier], owner: Modifier) -> Role:
    lent, marker = _lent(text, owner), owner.marker if owner.kind == "preposition" else ()
    spans = sorted([*((m.start, m.end) for m in modifiers), (phrase.head.index, phrase.head.index + 1)])
    texts = [*(word.text for word in lent), *(text.parse[start:end].text for start, end in spans)]
    name = _name_of(*texts, *([word.lower for word in marker] or ["of"]))
    inside = tuple(text.word(i) for start, end in spans for i in range(start, end))
    return Role(name, phrase.head, (*lent, *inside, *marker), owner.phrase or text.phrase(owner.head))


def _lent(text: Text, owner: Modifier) -> list[Word]:
    """Return the adjectives before an owner that belong to the role: "*former* Wales coach"."""
    name = text.phrase(owner.head).label_start if owner.kind in BEFORE else owner.start
    lent = [*text.words(owner.start, name)]
    return lent if all(word.kind == "adjective" and not is_adjective_of_place(word.text) for word in lent) else []


def _can_own(text: Text, phrase: Phrase, modifier: Modifier) -> bool:
    """Return whether a modifier names the owner of a role: "*Acme's* chief", "chief *of Acme*", "*German* minister"."""
    owner = modifier.phrase or text.phrase(modifier.head)
    if modifier.kind in BEFORE:
        between = text.words(modifier.end, phrase.head.index)  # part of the role: "*JP Morgan* chief executive"
        kinds = {"adjective", "noun", phrase.head.kind}  # "*Prime* Minister", "*Secretary-*General"
        plain = all(word.kind in kinds or word.text == "-" for word in between)
        return plain and not owner.conjuncts and _is_body(text, phrase, owner)  # not "*Culture and Sport* Secretary"
    if text.time(owner.head) is not None:
        return False
    if modifier.kind == "preposition":
        several = all(each.entity == owner.entity in BODIES for each in owner.conjuncts)  # "head of *Acme and Bolt*"
        return several and follows_role(text, phrase, modifier) and owner.head.kind == "name"
    return owner.head.kind == "name" or is_known(text, owner)


def _is_body(text: Text, phrase: Phrase, owner: Phrase) -> bool:
    """Return whether a name before a noun can own such a post: an organization, or a place if the noun is a title."""
    name, noun = text.mention(owner.head), phrase.head.lemma
    of_team = noun in TEAM_POSTS and owner.label_end == phrase.head.index
    if name.kind != "name":
        return False
    is_place = name.type == "Place" or country_meant(name.words) is not None
    if is_place and (noun in names("title") or of_team):
        return True
    party = is_known_body(name) and noun not in names("title", "office")  # not "*Labour* minister"
    if name.type == "Organization" or party:
        return noun_supersense(noun) in HOLDERS
    return means_person(noun) and _is_unknown(text, phrase, owner)


def _is_unknown(text: Text, phrase: Phrase, owner: Phrase) -> bool:
    """Return whether a word without a type or another meaning is before a post: "*VTNB* critic", not "*Art* critic"."""
    word, post, start = owner.head, phrase.head, owner.label_start
    before = any(each.text[0].isupper() for each in text.words(max(start - 1, 0), start))
    alone = start + 1 == owner.label_end == post.index and not before
    named = word.text[0].isupper() and post.text.islower() and noun_supersense(word.lower) is None
    return not owner.entity and alone and named
