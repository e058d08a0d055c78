"""Normalized spelling of words in names: accents, British and American forms, abbreviations, other alphabets."""

import functools
import re
import typing as t
import unicodedata
from collections.abc import Mapping, Sequence

from kg.lexicon.numerals import ordinals
from kg.lexicon.tables import REMEMBERED, data_text, names, value

LETTERS: t.Final = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h", "ŋ": "n"}
)
"""Letters that Unicode does not decompose into a plain letter and a mark."""
ROMAN_NUMBER: t.Final = re.compile(r"(?=[LXVI])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
MAX_ORDINAL: t.Final = 12
VOWELS: t.Final = re.compile(r"[aeiouy]+")
UMLAUT: t.Final = re.compile(r"(?<=[aou])e(?=[^aeiouy])")
"""The letter that is written instead of an umlaut's marks."""
GREEK: t.Final = re.compile(r"(?<=h)ae(?=m)|(?<=n)ae(?=m)|(?<=k)ae(?=mi)|(?<=p)ae(?=d)|^oe(?=s|d)")
"""Letters that American spelling of Greek words merges: `haemorrhage`, `anaemia`, `paediatric`, `oesophagus`."""
BRITISH_ENDING: t.Final = re.compile(r"(?<=[a-z]{3})isation(s?)$")


def is_possessive(word: str) -> bool:
    """Return whether a token is a possessive ending."""
    return word.replace("’", "'") == "'s"


@functools.lru_cache(maxsize=REMEMBERED)
def folded(text: str) -> str:
    """Return a text in lower case without accents and other marks.

    >>> folded("Łódź"), folded("Straße")
    ('lodz', 'strasse')
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text.casefold().translate(LETTERS))
    # the marks of other scripts are letters of their words
    letters = (c for c in plain if not ("\u0300" <= c <= "\u036f"))
    return unicodedata.normalize("NFC", "".join(letters))


@functools.lru_cache(maxsize=REMEMBERED)
def letters(text: str) -> str:
    """Return the letters and digits of a text, without accents, spaces and marks, with German umlauts normalized.

    >>> letters("Wal-Mart") == letters("Walmart"), letters("Müller") == letters("Mueller")
    (True, True)
    """
    plain = folded(text)
    return UMLAUT.sub("", plain if plain.isalnum() else "".join(filter(str.isalnum, plain)))


@functools.lru_cache(maxsize=REMEMBERED)
def sounds(word: str) -> str:
    """Return one spelling for all romanizations of a word.

    >>> sounds("zelenskyy") == sounds("zelensky"), sounds("chaikovsky") == sounds("tchaikovsky")
    (True, True)
    """
    return _respelt(word, "sounds")


@functools.lru_cache(maxsize=REMEMBERED)
def consonants(word: str) -> str:
    """Return the consonants of a word that are equal in all its spellings, with `a` for an initial vowel.

    >>> consonants("lukashenko") == consonants("lukashenka"), consonants("shmyhal") == consonants("shmygal")
    (True, True)
    """
    return _respelt(word, "consonants")


@functools.cache
def _spellings(kind: str) -> Sequence[tuple[re.Pattern[str], str]]:
    """Return the patterns of one kind from `kg/data/spellings.tsv`, with their replacements."""
    rows = (line.split("\t") for line in data_text("spellings.tsv").splitlines() if not line.startswith("#"))
    return [(re.compile(pattern), written) for of, written, pattern in rows if of == kind]


def _respelt(word: str, kind: str) -> str:
    """Return a word after replacing the patterns of a kind, one after the other."""
    for pattern, replacement in _spellings(kind):
        word = pattern.sub(replacement, word)
    return word


def syllables(word: str) -> tuple[int, bool]:
    """Return the number of vowel groups in a word without marks, and whether it ends in one.

    >>> syllables("karimov") == syllables("karimova"), syllables("raisi") == syllables("raeisi")
    (False, True)
    """
    return len(VOWELS.findall(word)), is_vowel(word[-1:])


def is_vowel(letter: str) -> bool:
    """Return whether a letter without marks is a vowel."""
    return VOWELS.fullmatch(letter) is not None


@functools.lru_cache(maxsize=REMEMBERED)
def number(word: str) -> str | None:
    """Return the number that a word of a name means, in digits, or None: `II`, `2`, `Second`, `2nd`.

    >>> number("II"), number("Second"), number("I"), number("iron")
    ('2', '2', '1', None)
    """
    if ROMAN_NUMBER.fullmatch(word):
        values = [{"I": 1, "V": 5, "X": 10, "L": 50}[letter] for letter in word]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return str(sum(-value if value < after else value for value, after in pairs))
    digits = re.fullmatch(r"(\d+)(?:st|nd|rd|th)?", word.lower())
    if digits:
        return digits[1]
    place = ordinals().get(word.lower(), 0)
    return str(place) if 0 < place <= MAX_ORDINAL else None


def ordinal_figures(word: str) -> str:
    """Return a lower-case ordinal in digits with its usual ending, or any other word unchanged.

    >>> ordinal_figures("fifth"), ordinal_figures("82d"), ordinal_figures("fifty")
    ('5th', '82nd', 'fifty')
    """
    short = re.fullmatch(r"(\d*[23])d", word) if word[:1].isdigit() else None
    if short:
        return short[1] + {"2": "nd", "3": "rd"}[word[-2]]
    place = ordinals().get(word, 0)
    if not 0 < place <= MAX_ORDINAL:
        return word
    return str(place) + {1: "st", 2: "nd", 3: "rd"}.get(place, "th")


@functools.lru_cache(maxsize=REMEMBERED)
def usual_word(word: str, *, last: bool = False) -> str:
    """Return the usual spelling of a lower-case word: `center` for `centre`, `department` for `dept`.

    The last word of a name is not treated as an abbreviation of `saint`, `mount` or `fort`.
    """
    if "-" in word:
        before, _, after = word.rpartition("-")
        return f"{usual_word(before)}-{usual_word(after, last=last)}"
    word = ordinal_figures(word)
    usual, _, before = value("usual").get(word, word).partition(" ")
    full = word if last and before else usual
    full = BRITISH_ENDING.sub(r"ization\1", full) if "isation" in full else full
    return GREEK.sub("e", full) if "ae" in full or "oe" in full else full


@functools.lru_cache(maxsize=REMEMBERED)
def given_name_forms(name: str) -> frozenset[str]:
    """Return a given name in lower case with its full and short forms: `bill` with `william`."""
    groups = value("nickname").get(name, "").split()
    return frozenset({name}).union(*(names("nickname", group) for group in groups))


def without_initials(words: Sequence[str]) -> str:
    """Return the words of a name with the initials of states and unions written out: `us open`."""
    return " ".join(value("initials").get(word, word) for word in words)


@functools.cache
def full_titles() -> Mapping[str, str]:
    """Return what abbreviated titles stand for: `governor` for `gov.`."""
    return {f"{one}.": usual.split()[0] for one, usual in value("usual").items() if one in names("title", "title")}


def state_names() -> Mapping[str, str]:
    """Return the names of states by their abbreviations after a city: `Tex.`, `N.Y.`, `TX`."""
    return {short: name for short, name in value("initials").items() if not short.islower()}
