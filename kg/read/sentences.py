"""Whether a paragraph is running text, told from its words alone."""

import re
import typing as t

from kg import lexicon

FEWEST_WORDS: t.Final = 5
LONGEST_TITLE: t.Final = 25
"""Words; what is longer is running text even without a full stop."""

_END: t.Final = re.compile(r"(?:[.!?…:,][\"'”’»)\]]*|[\"”’»][)\]]*)(?:\s*\[\d{1,3}\])*$")
_CONTRACTED: t.Final = re.compile(r"(?:n['’]t|['’](?:re|ve|ll|m))$")


def is_sentence(text: str) -> bool:
    """Tell whether a paragraph has the shape of a sentence: an end and some words, or a finite verb.

    `The ban takes effect on Thursday.`, `He resigned.` and `a nation that is not broken but simply unfinished` have it;
    `Video games, movies and more`, `Introduction.` and `Map of the harbour` do not.
    """
    words = [word for word in text.split() if any(character.isalpha() for character in word)]
    if not words:
        return False
    finite, long = any(_is_finite(word.strip("\"“”'‘’.,;:!?()")) for word in words), len(words) >= FEWEST_WORDS
    if not _END.search(text):
        return (finite and long) or len(words) > LONGEST_TITLE
    return finite or long or _begins_sentence(words)


def _begins_sentence(words: list[str]) -> bool:
    """Tell whether a pronoun or "there" stands before other words."""
    first = words[0].lower()
    pronoun = first in lexicon.words("pronoun") and first not in lexicon.words("determiner", "possessive")
    return len(words) > 1 and (pronoun or first == "there")


def _is_finite(word: str) -> bool:
    # headlines, captions and items of lists leave out the auxiliary verbs, so these words tell a sentence
    return word in lexicon.words("finite") or _CONTRACTED.search(word) is not None
