"""Detect the language of a text from samples of it, at a cost that does not grow with the text."""

import re
import typing as t
from collections import Counter
from collections.abc import Iterator

from kg import lexicon
from kg.choices import ENGLISH
from kg.errors import UsageError
from kg.model import Failure

ANY: t.Final = "any"
"""Used instead of a language code to read texts in every language."""
NO_LANGUAGE: t.Final = "zxx"
"""The code for letters in no language, such as addresses and codes."""
STRETCH: t.Final = 600
"""The number of characters examined together."""
MOST_STRETCHES: t.Final = 8
SHORTEST: t.Final = 150
"""The minimum size of a stretch, in UTF-8 bytes of letters; the language of shorter ones is not detected."""
SHORTEST_FOREIGN: t.Final = 20
"""In bytes of letters; for a short text of this size, only a clearly different language is detected."""
SURELY: t.Final = 20.0
"""The minimum log-likelihood advantage of the other language for that. Of 5,000 English sentences, headlines and
beginnings of sentences, one passes it; of 133 beginnings in seven other languages, all but one do."""
ENOUGH: t.Final = 0.25
"""The minimum share of the stretches in a language for a text to be read in it."""
PLAINLY_ENGLISH: t.Final = 0.1
"""A share of common English words found in no other language: other texts have up to 0.06, articles at least 0.13."""

_REGION: t.Final = re.compile(r"[-_].*")
_WORD: t.Final = re.compile(r"[^\W\d_]+")
_ADDRESS: t.Final = re.compile(r"\S*(?:://|@)\S*")
_COMMON: t.Final = ("determiner", "finite", "preposition", "pronoun")


def checked_language(code: str) -> str:
    """Return the code of a language in lower case and without its region: `en` for `en-US`.

    Args:
        code: an ISO 639 code, or `any`.

    Raises:
        UsageError: there is no such code, or the language cannot be detected.
    """
    base = _REGION.sub("", str(code).strip().casefold())
    if base not in {ENGLISH, ANY}:
        from py3langid import rank

        if base not in dict(rank("")):
            raise UsageError(f"language {code!r}: must be the ISO 639 code of a language, such as en or fr, or any")
    return base


def language(text: str) -> str | None:
    """Return the ISO 639 code of the language of most of a text, or None if it is too short to tell.

    Args:
        text: the text extracted from a document.

    Source: Lui and Baldwin, "langid.py: An Off-the-shelf Language Identification Tool", ACL 2012.
    """
    found = _languages(text)
    return min(found, key=lambda code: (-found[code], code), default=None)


def language_failure(text: str, expected: str, *, place: str = "") -> Failure | None:
    """Return the failure for a text in another language than the expected one, or None if it is to be read.

    A text of a few words is always read, and so is one with some stretches in the language: an article that quotes
    another. A short text is read unless it is clearly in another language.

    Args:
        text: the text extracted from a document.
        expected: an ISO 639 code, or `any`.
        place: the location of the text.
    """
    if expected == ANY or (expected == ENGLISH and _is_plainly_english(text)):
        return None
    found = _languages(text)
    if found[expected] < ENOUGH * found.total():
        return _failure(language(text), expected, place)
    other = None if found else _surely_another(text, expected)
    return None if other is None else _failure(other, expected, place)


def _failure(found: str | None, expected: str, place: str) -> Failure:
    reason = f"is written in another language ({found}) than {expected}"
    return Failure(place, reason, "language", "read it anyway with --language any")


def _surely_another(text: str, expected: str) -> str | None:
    """Return the language of a short text that cannot be in the expected one, or None if it may be.

    The words without a capital must not be in it either, as English texts contain names from other languages.
    """
    plain = _without_addresses(text[:STRETCH])
    small = " ".join(word for word in plain.split() if not word[0].isupper())
    if _bytes(plain) < SHORTEST_FOREIGN or not _bytes(small):
        return None
    code, ahead = _likeliest(plain, expected)
    return code if ahead > SURELY and _likeliest(small, expected)[1] > 0 else None


def _likeliest(text: str, expected: str) -> tuple[str, float]:
    """Return the likeliest language of a text, and its log-likelihood advantage over the expected one."""
    from py3langid import rank

    ranked = dict(rank(text))
    code = max(ranked, key=lambda each: ranked[each])
    return code, ranked[code] - ranked.get(expected, ranked[code])


def _languages(text: str) -> Counter[str]:
    """Return the number of stretches of a text in each language."""
    from py3langid import classify  # loading its model takes 0.4 s, as long as reading an article

    codes = (classify(stretch)[0] for stretch in _stretches(text))
    return Counter(code for code in codes if code != NO_LANGUAGE)


def _is_plainly_english(text: str) -> bool:
    """Return whether a text has so many common English words that the library is not needed."""
    stretches = tuple(_stretches(text)) or (_without_addresses(text[:STRETCH]),)
    words = [word.casefold() for stretch in stretches for word in _WORD.findall(stretch)]
    # shorter words exist in other languages too: "a", "in", "do"
    common = sum(len(word) > 2 and any(word in lexicon.words(kind) for kind in _COMMON) for word in words)
    return common >= PLAINLY_ENGLISH * len(words)


def _stretches(text: str) -> Iterator[str]:
    for start in range(0, len(text), max(STRETCH, len(text) // MOST_STRETCHES)):
        stretch = _without_addresses(text[start : start + STRETCH])
        if _bytes(stretch) >= SHORTEST:
            yield stretch


def _without_addresses(text: str) -> str:
    return _ADDRESS.sub(" ", text)


def _bytes(text: str) -> int:
    """Return the number of UTF-8 bytes of the letters of a text."""
    return len("".join(filter(str.isalpha, text)).encode(errors="replace"))
