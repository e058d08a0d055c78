"""The language of a text, told from stretches of it: what that costs does not grow with the text."""

import re
import typing as t
from collections import Counter
from collections.abc import Iterator

from kg import lexicon
from kg.choices import ENGLISH
from kg.model import Failure

ANY: t.Final = "any"
"""In place of a language: texts in every language are read."""
NO_LANGUAGE: t.Final = "zxx"
"""The code of what has letters and is in no language: addresses, codes."""
STRETCH: t.Final = 600
"""Characters that are looked at together."""
MOST_STRETCHES: t.Final = 8
SHORTEST: t.Final = 150
"""Bytes of the letters of a stretch, in UTF-8; the language of less is not told."""
ENOUGH: t.Final = 0.25
"""The share of the stretches in a language from which on a text can be read in it."""
PLAINLY_ENGLISH: t.Final = 0.1
"""The share of common English words that no text in another language has: those have up to 0.06, articles from 0.13."""

_WORD: t.Final = re.compile(r"[^\W\d_]+")
_ADDRESS: t.Final = re.compile(r"\S*(?:://|@)\S*")
_COMMON: t.Final = ("determiner", "finite", "preposition", "pronoun")


def language(text: str) -> str | None:
    """Return the language that most of a text is in, by its ISO 639 code; None where it is too short to tell.

    Args:
        text: what was extracted from a document.

    Source: Lui and Baldwin, "langid.py: An Off-the-shelf Language Identification Tool", ACL 2012.
    """
    found = _languages(text)
    return min(found, key=lambda code: (-found[code], code), default=None)


def language_failure(text: str, expected: str, *, place: str = "") -> Failure | None:
    """Return the failure of a text that is in another language than the one expected; None where it is read.

    A short text is always read, and so is one with some stretches in the language: an article that quotes another.

    Args:
        text: what was extracted from a document.
        expected: an ISO 639 code, or `any`.
        place: where the text stands.
    """
    if expected == ANY or (expected == ENGLISH and _is_plainly_english(text)):
        return None
    found = _languages(text)
    if found[expected] >= ENOUGH * found.total():
        return None
    reason = f"is written in another language ({language(text)}) than {expected}"
    return Failure(place, reason, "language", "read it anyway with --language any")


def _languages(text: str) -> Counter[str]:
    """Return in how many stretches of a text each language is found."""
    from py3langid import classify  # its model takes 0.4 s to load: as long as it takes to read an article

    codes = (classify(stretch)[0] for stretch in _stretches(text))
    return Counter(code for code in codes if code != NO_LANGUAGE)


def _is_plainly_english(text: str) -> bool:
    """Tell a text with so many common English words that the library need not be asked."""
    words = [word.casefold() for stretch in _stretches(text) for word in _WORD.findall(stretch)]
    # shorter words are those of other languages too: "a", "in", "do"
    common = sum(len(word) > 2 and any(word in lexicon.words(kind) for kind in _COMMON) for word in words)
    return common >= PLAINLY_ENGLISH * len(words)


def _stretches(text: str) -> Iterator[str]:
    for start in range(0, len(text), max(STRETCH, len(text) // MOST_STRETCHES)):
        stretch = _ADDRESS.sub(" ", text[start : start + STRETCH])
        if len("".join(filter(str.isalpha, stretch)).encode(errors="replace")) >= SHORTEST:
            yield stretch
