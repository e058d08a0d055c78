"""Whether a paragraph is running text, told from its words alone."""

import re
import typing as t

FEWEST_WORDS: t.Final = 5
LONGEST_TITLE: t.Final = 25
"""Words; what is longer is running text even without a full stop."""

_END: t.Final = re.compile(r"(?:[.!?…:,][\"'”’»)\]]*|[\"”’»][)\]]*)(?:\s*\[\d{1,3}\])*$")
_MODALS: t.Final = ("will", "would", "can", "could", "may", "might", "must", "shall", "should")
# headlines, captions and items of lists leave out the auxiliary verbs, so these words tell a sentence
_FINITE: t.Final = frozenset(
    ("is", "are", "was", "were", "am", "has", "have", "had", "do", "does", "did", "said", "says", "told", *_MODALS)
)
_CONTRACTED: t.Final = re.compile(r"(?:n['’]t|['’](?:re|ve|ll|m))$")
_PRONOUNS: t.Final = frozenset(
    ("he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those", "there", "who")
)


def is_sentence(text: str) -> bool:
    """Tell whether a paragraph has the shape of a sentence: an end and some words, or a finite verb.

    `The ban takes effect on Thursday.`, `He resigned.` and `a nation that is not broken but simply unfinished` have it;
    `Video games, movies and more`, `Introduction.` and `Map of the harbour` do not.
    """
    words = [word for word in text.split() if any(character.isalpha() for character in word)]
    if not words:
        return False
    finite = any(_is_finite(word.strip("\"“”'‘’.,;:!?()")) for word in words)
    if _END.search(text):
        return len(words) >= FEWEST_WORDS or finite or (len(words) > 1 and words[0].lower() in _PRONOUNS)
    return (finite and len(words) >= FEWEST_WORDS) or len(words) > LONGEST_TITLE


def _is_finite(word: str) -> bool:
    return word in _FINITE or _CONTRACTED.search(word) is not None
