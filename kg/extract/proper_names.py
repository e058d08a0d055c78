"""Whether words are the whole name of one thing: not "Prime Minister", "*Six* Nations", "*Anti-spam* group"."""

import typing as t
from collections.abc import Callable, Sequence

from kg.extract.text import Text
from kg.grammar.clause import Phrase
from kg.lexicon import names, words
from kg.lexicon.gazetteer import default_gazetteer, is_adjective_of_place
from kg.lexicon.noun_types import is_capitalized_description, name_type
from kg.lexicon.supersenses import noun_supersense
from kg.reference.mentions import ENTITY_TYPES

DESCRIBING: t.Final = frozenset({"adjective", "adverb", "determiner", "noun", "pronoun"})
"""The kinds of words that may tell something of a name, and in small letters are no part of it."""
LEADING: t.Final = frozenset({"determiner", "preposition"})
"""The kinds of words between the parts of one name: "Shaun *of the* Dead"."""
JOINING: t.Final = frozenset("-/:–")
"""What joins two parts of one word or name."""


def is_proper(text: Text, phrase: Phrase) -> bool:
    """Tell whether the words of a phrase are the whole name of one thing."""
    if not _is_written_as_name(text, phrase) or _is_joined(text, phrase) or _is_described(text, phrase):
        return False
    return is_known(text.mention(phrase.head).words) or not any(test(text, phrase) for test in DOUBTS)


def is_known(name: str) -> bool:
    """Tell whether the gazetteer has a name, or the place that it is the adjective of: "*Apple*", "*English*"."""
    return default_gazetteer().find(name) is not None or is_adjective_of_place(name)


def may_be_several(name: str) -> bool:
    """Tell whether a name of no kind may be two.

    >>> may_be_several("Shadowcrew and Darkprofits"), may_be_several("Department of Work and Pensions")
    (True, False)
    """
    return "and" in name.lower().split() and name_type(name) is None


def opens_name(text: Text, phrase: Phrase) -> bool:
    """Tell whether a name is only the beginning of a longer name: "*South* American states"."""
    behind = text.parse.tokens[phrase.head.index + 1 : phrase.head.index + 2]
    return any(token.kind == "adjective" and token.text[:1].isupper() for token in behind)


def _is_written_as_name(text: Text, phrase: Phrase) -> bool:
    """Tell whether words have letters and a capital, and are no description nor the adjective "*anti-spam*"."""
    name = text.mention(phrase.head)
    lettered = name.text[:1].isalnum() and not name.text.islower()
    return lettered and not _is_compared(phrase, name.words) and not is_capitalized_description(name.words)


def _is_compared(phrase: Phrase, name: str) -> bool:
    """Tell whether a word with a hyphen only tells what something is like: "*Anti-spam* group", not "*Coca-cola*"."""
    _, _, behind = name.partition("-")
    compared = behind.islower() or (bool(behind) and phrase.head.kind == "adjective")
    return compared and not is_known(name)


def _is_joined(text: Text, phrase: Phrase) -> bool:
    """Tell whether a name is only the beginning of a longer word: "*Marxist*-Maoist", "*Strap*-on"."""
    written = text.parse.document.text[phrase.head.end : phrase.head.end + 2]
    goes_on = written[1:].isupper() if phrase.entity else written[1:].isalpha()
    return goes_on and written[0] in JOINING


def _is_described(text: Text, phrase: Phrase) -> bool:
    """Tell whether a name is a title only, or with words that are no part of it: "*other former Soviet* republics"."""
    first = text.word(phrase.label_start)
    if phrase.label_end - phrase.label_start == 1:
        return phrase.entity != "PERSON" and first.lower.rstrip(".") in names("title")
    small = first.text.islower() and first.kind in DESCRIBING
    return small and first.lower not in words("determiner", "definite")


def _is_common(text: Text, phrase: Phrase) -> bool:
    """Tell whether a missed name is a common noun with a capital: "*Download* formats"; clubs are "the *Blades*"."""
    missed = phrase.entity not in ENTITY_TYPES and not phrase.head.plural
    return missed and noun_supersense(text.mention(phrase.head).words.lower()) is not None


def _is_several(text: Text, phrase: Phrase) -> bool:
    return may_be_several(text.mention(phrase.head).words)


def _is_half(text: Text, phrase: Phrase) -> bool:
    """Tell whether a name goes on in the words beside it: "*Six* Nations", "X *Files*"; not "*Acme* President"."""
    start, end = text.sentence(phrase.head)
    before, behind = phrase.label_start - 1, phrase.label_end
    if before >= start and text.word(before).kind in LEADING:
        before -= 1
    beside = [behind] if behind < end else []
    if before > start and (phrase.entity != "PERSON" or phrase.label_end - phrase.label_start == 1):
        beside.append(before)
    return any(_is_of_name(text, index) for index in beside)


def _is_of_name(text: Text, index: int) -> bool:
    """Tell whether a word inside a sentence has a capital as part of a name that the recogniser gives nothing of."""
    token, last = text.parse.tokens[index], text.parse.tokens[index - 1]
    inside = last.is_alpha or last.text == ","
    if token.entity or not (inside and token.text[0].isupper()):
        return False
    noun = token.lemma_.lower().rstrip(".")
    told = noun in names("title") or noun_supersense(noun) == "person"
    return not told and not is_adjective_of_place(token.text)


DOUBTS: t.Final[Sequence[Callable[[Text, Phrase], bool]]] = (_is_common, _is_several, _is_half)
"""What makes a name doubtful that nobody knows."""
