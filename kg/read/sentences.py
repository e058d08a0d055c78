"""Recognise running text by the words of a paragraph alone."""

import re
import typing as t

from kg import lexicon

FEWEST_WORDS: t.Final = 5
LONGEST_TITLE: t.Final = 25
"""In words; a longer paragraph is running text even without a full stop."""

FEWEST_SMALL: t.Final = 0.2
"""The minimum share of lower-case words in a line that is more than a list of names."""
MOST_CAPITALS: t.Final = 0.5
"""The minimum share of lower-case words in long text without final punctuation that is not a menu."""
FEWEST_MARKS: t.Final = 0.25
"""The minimum number of marks per word that separate the items of a list."""
MOST_SYMBOLS: t.Final = 0.06
"""The maximum share of symbols among the characters of running text."""

_END: t.Final = re.compile(r"(?:[.!?…:,][\"'”’»)\]]*|[\"”’»][)\]]*)(?:\s*\[\d{1,3}\])*$")
_OPEN_END: t.Final = re.compile(r"(?:[;—–]|--)$")
_MARKS: t.Final = re.compile(r"[,;:|/()•·]")
_SYMBOLS: t.Final = re.compile(r"[{}<>=\\^]|\(\)|::|\w_\w|;$")
_CONTRACTED: t.Final = re.compile(r"(?:n['’]t|['’](?:re|ve|ll|m))$")


def is_sentence(text: str) -> bool:
    """Return whether a paragraph looks like a sentence: final punctuation and some words, or a finite verb.

    `The ban takes effect on Thursday.`, `He resigned.` and `a nation that is not broken but simply unfinished` do;
    `Video games, movies and more`, `Introduction.` and `Map of the harbour` do not.
    """
    words = [word for word in text.split() if any(map(str.isalpha, word))]
    if not words:
        return False
    finite, long = any(_is_finite(word.strip("\"“”'‘’.,;:!?()")) for word in words), len(words) >= FEWEST_WORDS
    if not _END.search(text):
        return long if finite else len(words) > LONGEST_TITLE and _share_of_small(words) > MOST_CAPITALS
    if long and not finite:
        return not _lists_names(text, words)
    return finite or _begins_sentence(words)


def is_ended(text: str) -> bool:
    """Return whether a paragraph ends like a sentence, or breaks off; a headline or the title of a link does not."""
    return _END.search(text) is not None or _OPEN_END.search(text) is not None


def is_code(text: str) -> bool:
    """Return whether a text has more symbols than running text: `total += routes[i].fare;`."""
    characters = len(text) - text.count(" ")
    return sum(len(found) for found in _SYMBOLS.findall(text)) > max(2, MOST_SYMBOLS * characters)


def is_table(text: str) -> bool:
    """Return whether a text is a row of names or figures: at least half figures, or nearly all names between marks."""
    words = text.split()
    figures = sum(any(map(str.isdigit, word)) and not any(map(str.isalpha, word)) for word in words)
    return 2 * figures >= max(len(words), 2) or _lists_names(text, words)


def _lists_names(text: str, words: list[str]) -> bool:
    """Return whether a text lists names, unlike a sentence without an auxiliary: `Hale; Moore, Short (capt); Lind.`."""
    return _share_of_small(words) <= FEWEST_SMALL and len(_MARKS.findall(text)) >= FEWEST_MARKS * len(words)


def _share_of_small(words: list[str]) -> float:
    return sum(word[0].islower() for word in words) / max(len(words), 1)


def _begins_sentence(words: list[str]) -> bool:
    """Return whether a text begins with a pronoun or "there", followed by other words."""
    first = words[0].lower()
    pronoun = first in lexicon.words("pronoun") and first not in lexicon.words("determiner", "possessive")
    return len(words) > 1 and (pronoun or first == "there")


def _is_finite(word: str) -> bool:
    # headlines, captions and list items omit auxiliary verbs, so these words indicate a sentence
    return word in lexicon.words("finite") or _CONTRACTED.search(word) is not None
