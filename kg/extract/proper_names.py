"""Test whether words are the whole name of one thing: not "Prime Minister", "*Six* Nations", "*Anti-spam* group"."""

import functools
import itertools
import typing as t
from collections.abc import Callable, Container, Sequence

from kg.extract.text import Text
from kg.grammar.clause import Phrase, Word
from kg.grammar.name_edges import SEAT
from kg.grammar.parse import Parse, Token
from kg.lexicon import names, words
from kg.lexicon.gazetteer import default_gazetteer, is_adjective_of_place
from kg.lexicon.given_names import given_name_gender
from kg.lexicon.name_forms import is_acronym
from kg.lexicon.noun_types import is_capitalized_description, name_type
from kg.lexicon.supersenses import noun_supersense
from kg.lexicon.tables import REMEMBERED
from kg.model import Mention
from kg.reference.mentions import ENTITY_TYPES

DESCRIBING: t.Final = frozenset({"adjective", "adverb", "determiner", "noun", "number", "pronoun"})
"""The parts of speech that may describe a name, and in lowercase are not part of it."""
LEADING: t.Final = frozenset({"determiner", "preposition"})
"""The parts of speech between the parts of one name: "Shaun *of the* Dead"."""
OFTEN_COMMON: t.Final = frozenset({"FAC", "LOC"})
"""The labels that the recogniser often gives to capitalised common nouns: "the *Peace* prize"."""
SHORT: t.Final = 3
"""The maximum number of letters of a short form for common nouns: "*HIV*"."""
SMALL: t.Final = 3
"""The number of following lowercase words after which a name ends."""
JOINING: t.Final = frozenset("-/:–")
"""The characters that join two parts of one word or name."""


def is_proper(text: Text, phrase: Phrase) -> bool:
    """Return whether the words of a phrase are the whole name of one thing."""
    if any(test(text, phrase) for test in (_is_joined, _is_described, _is_adjective, _is_language, _is_aside)):
        return False
    if not _is_written_as_name(text, phrase):
        return False
    return is_known(text.mention(phrase.head).words) or not any(test(text, phrase) for test in DOUBTS)


@functools.lru_cache(maxsize=REMEMBERED)
def is_known(name: str) -> bool:
    """Return whether the gazetteer has a name, or the place of an adjective: "*Apple*", "*English*"."""
    return default_gazetteer().find(name) is not None or is_adjective_of_place(name)


def is_party(name: str) -> bool:
    """Return whether the name of a group is that of a party or its members: "*Democrats*"."""
    return is_known(name) or is_known(f"{name.removesuffix('s')} Party")


def is_adjective_of_party(name: str) -> bool:
    """Return whether a word that is no name by itself begins the name of a known party: "*Republican* mayors"."""
    return len(name) > 1 and not is_known(name) and is_known(f"{name} Party")


def may_be_several(name: str) -> bool:
    """Return whether a name may be two: it has no type, or the type of the single word after "and".

    >>> may_be_several("Shadowcrew and Darkprofits"), may_be_several("Citizens and Canal")
    (True, True)
    >>> may_be_several("Department of Work and Pensions"), may_be_several("Securities and Exchange Commission")
    (False, False)
    """
    first, and_, second = name.partition(" and ")
    one_word = " " not in second and " of " not in first
    return bool(and_) and (one_word or name_type(name) is None)


def opens_name(text: Text, phrase: Phrase) -> bool:
    """Return whether a name is only the start of a longer name: "*South* American states"."""
    following = text.parse.tokens[phrase.head.index + 1 : phrase.head.index + 2]
    return any(token.kind == "adjective" and token.text[:1].isupper() for token in following)


def continues(text: Text, name: Mention, phrase: Phrase) -> bool:
    """Return whether an unknown name goes on beyond a lowercase function word: "Song of *the Marshes*"."""
    start, end = text.sentence(phrase.head)
    tokens = text.parse.tokens
    outside = (_beyond(tokens[start : phrase.label_start][::-1]), _beyond(tokens[phrase.label_end : end]))
    complete = (name.type == "Person" and " " in name.words) or name_type(name.words) is not None
    return not (complete or is_known(name.words)) and any(each is not None and _may_belong(each) for each in outside)


def _beyond(tokens: Sequence[Token]) -> Token | None:
    """Return the word after one or two function words that can be part of a name: "of the *Marshes*"."""
    small = [*itertools.takewhile(_is_small, tokens[:SMALL])]
    return tokens[len(small)] if 0 < len(small) < min(SMALL, len(tokens)) else None


def _is_small(token: Token) -> bool:
    return token.kind in {"conjunction", "determiner", "preposition"} and token.text.islower()


def _may_belong(token: Token) -> bool:
    """Return whether a capitalised word is not a name by itself: it is unrecognised, or a common noun."""
    inside = token.is_alpha and token.i > token.sent.start and token.text[0].isupper()
    unknown = not token.entity or (noun_supersense(token.lower_) is not None and not is_known(token.text))
    return inside and unknown


def _is_written_as_name(text: Text, phrase: Phrase) -> bool:
    """Return whether words have letters and a capital, and are no description, nor the adjective "*anti-spam*"."""
    name = text.mention(phrase.head)
    lettered = name.text[:1].isalnum() and not name.text.islower()
    return lettered and not _is_compared(phrase, name.words) and not is_capitalized_description(name.words)


def _is_adjective(text: Text, phrase: Phrase) -> bool:
    """Return whether a word is no name but an adjective: "*Olympic*", "*Faustian*" in a text without "Faustians"."""
    name = text.mention(phrase.head).words
    if phrase.head.kind != "adjective" or phrase.entity in {"ORG", "PERSON"}:
        return False
    if phrase.entity != "NORP":
        return " " not in name and not is_known(name)
    if any(word.lower.endswith("ern") for word in (text.word(phrase.label_start), phrase.head)):
        return True
    of_people = " " not in name or noun_supersense(phrase.head.lower) == "person"
    as_noun = (f"{name}s", f"{name} name")
    return of_people and not is_party(name) and not any(form in _forms(text.parse) for form in as_noun)


def _forms(parse: Parse) -> Container[str]:
    """Return all words of a document: alone, directly after the word before, `(NTB`, and with their part of speech."""
    known = parse.known[_forms]
    if not known:
        written = [token.text for token in parse.tokens]
        with_kinds = (f"{token.text} {token.kind}" for token in parse.tokens)
        known[0] = frozenset((*written, *map("".join, itertools.pairwise(written)), *with_kinds))
    return t.cast("frozenset[str]", known[0])


def _is_language(text: Text, phrase: Phrase) -> bool:
    """Return whether a demonym refers to a language: "a book in *French*", "the *English*-speaking minority"."""
    if [word.lower for word in text.words(phrase.label_end, phrase.label_end + 2)] == ["-", "speaking"]:
        return True
    after_preposition = text.parse.tokens[phrase.head.index].function == "object of preposition"
    if not after_preposition or phrase.start != phrase.head.index or phrase.head.plural:
        return False
    return is_adjective_of_place(phrase.head.text) and default_gazetteer().find(phrase.head.text) is None


def _is_aside(text: Text, phrase: Phrase) -> bool:
    """Return whether words shorten common nouns: "voting (*EVMs*)", "*ID* cards"."""
    before, name = text.parse.tokens[max(phrase.label_start - 1, 0)].text, text.mention(phrase.head).words
    plain = name.removesuffix("s")
    unknown = phrase.entity not in ENTITY_TYPES and not is_known(name) and is_acronym(plain)
    explained = len(plain) > SHORT or not plain.isalpha() or f"({plain}" in _forms(text.parse)
    return unknown and (before == "(" or not explained)


def seat_of(text: Text, name: Phrase) -> tuple[Word, Phrase] | None:
    """Return the initial of a politician's party, and the state or town: "Ana Silva (*D-Ohio*)"."""
    tag, place = text.words(name.label_end, name.label_end + 3), text.name_at(name.label_end + 3)
    return (tag[1], place) if place is not None and SEAT.match(text.parse.document.text, tag[0].start) else None


def _is_compared(phrase: Phrase, name: str) -> bool:
    """Return whether a hyphenated word is only descriptive: "*Anti-spam*", "*pro-Chad*", not "*Coca-cola*"."""
    first, _, second = name.partition("-")
    prefixed = phrase.head.kind == "adjective" or (first.islower() and first not in names("particle", "particle"))
    compared = second.islower() or (bool(second) and prefixed)
    return compared and not is_known(name)


def _is_joined(text: Text, phrase: Phrase) -> bool:
    """Return whether a name is only part of a longer word: "*Marxist*-Maoist", "*Strap*-on", "Silva-*Holm*"."""
    written = text.parse.document.text[phrase.head.end : phrase.head.end + 2]
    longer = written[1:].isupper() if phrase.entity else written[1:].isalpha()
    return (longer and written[0] in JOINING) or _is_second(text, phrase)


def _is_second(text: Text, phrase: Phrase) -> bool:
    """Return whether a name follows another one and a mark: "Silva-*Holm*", "CSI:*NY*"; not "Anglo-*Irish*"."""
    start = phrase.label_start
    one, mark = text.parse.tokens[max(start - 2, 0) : start][:2] if start > 1 else (None, None)
    if one is None or mark is None or mark.text not in JOINING:
        return False
    return not (one.whitespace_ or mark.whitespace_) and one.text[:1].isupper()


def _is_described(text: Text, phrase: Phrase) -> bool:
    """Return whether a name is only a title, or includes other words: "*other former Soviet* republics"."""
    first = text.word(phrase.label_start)
    if phrase.label_end - phrase.label_start == 1:
        return phrase.entity != "PERSON" and first.lower.rstrip(".") in names("title")
    inside = text.words(phrase.label_start + (first.lower in words("determiner", "definite")), phrase.label_end)
    small = [word.text.islower() and word.kind for word in inside]
    return small[0] in DESCRIBING or "verb" in small or _is_office(text.mention(phrase.head).words)


def _is_office(name: str) -> bool:
    """Return whether a name ends in an office, and does not begin with a given name: "*Brazilian President*"."""
    first, _, rest = name.partition(" ")
    return rest.rpartition(" ")[2].lower() in names("title", "office") and given_name_gender(first) is None


def _is_common(text: Text, phrase: Phrase) -> bool:
    """Return whether a name is a common noun with a capital: "*Download* formats", not "the *Blades*".

    At the start of a sentence it is any word that the document also has in small letters: "*Uranium* fuel".
    """
    name = text.mention(phrase.head).words.lower()
    before = text.parse.tokens[text.sentence(phrase.head)[0] : phrase.label_start]
    opening = not any(token.is_alpha for token in before) and name in _forms(text.parse)
    doubtful = phrase.entity not in ENTITY_TYPES or phrase.entity in OFTEN_COMMON
    noun = not phrase.head.plural and noun_supersense(name) is not None
    return opening or (doubtful and noun)


def _is_several(text: Text, phrase: Phrase) -> bool:
    """Return whether a name may be two, or one with its location: "the *Azzurri in Rome*"."""
    name = text.mention(phrase.head).words
    return " in " in name or may_be_several(name)


def _is_cut(text: Text, phrase: Phrase) -> bool:
    """Return whether a name is only part of one: "the *World* at One", "the *Hot* 100"."""
    tokens, start, end = text.parse.tokens, phrase.label_start, phrase.label_end
    after = any(token.inside_entity and token.is_alpha for token in tokens[end : end + 1])
    before = tokens[start].inside_entity and any(map(_belongs, tokens[max(start - 1, 0) : start]))
    numbered = any(each.start >= end for each in phrase.of_kind("quantity"))
    return after or before or numbered


def _belongs(token: Token) -> bool:
    """Return whether a word recognised with a name belongs to it, and is not a title or role."""
    return token.text[:1].isupper() and token.kind not in LEADING and not _is_title(token)


def _is_title(token: Token) -> bool:
    noun = token.lemma_.lower().rstrip(".")
    return noun in names("title") or noun_supersense(noun) == "person"


def _is_half(text: Text, phrase: Phrase) -> bool:
    """Return whether a name continues in adjacent words: "X *Files*", "Law and *Order*"; not "*Acme* President"."""
    start, end = text.sentence(phrase.head)
    before, after = phrase.label_start - 1, phrase.label_end
    if before >= start and text.word(before).kind in LEADING | {"conjunction"}:
        before -= 1
    neighbors = [after] if after < end else []
    if before > start and (phrase.entity != "PERSON" or phrase.label_end - phrase.label_start == 1):
        neighbors.append(before)
    unlabelled = phrase.entity not in ENTITY_TYPES
    return any(_is_of_name(text, index, titled=unlabelled and index == after) for index in neighbors)


def _is_of_name(text: Text, index: int, *, titled: bool) -> bool:
    """Return whether a capitalised word inside a sentence is part of a name that the recogniser missed.

    A `titled` word may also be a title: "*Supreme* Leader", but not "*Acme* President".
    """
    token, last = text.parse.tokens[index], text.parse.tokens[index - 1]
    inside = last.is_alpha or last.text == "," or last.form == "possessive"
    named = bool(token.entity) and token.kind != "number"  # "*Formula* One"
    if named or not (inside and any(map(str.isupper, token.text[:2]))):
        return False
    return titled or not _is_title(token)


DOUBTS: t.Final[Sequence[Callable[[Text, Phrase], bool]]] = (_is_common, _is_several, _is_cut, _is_half)
"""The tests that make an unknown name doubtful."""
