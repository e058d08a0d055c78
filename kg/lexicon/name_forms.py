"""The variants of a name: with and without article and legal form, inverted, shortened, as initials."""

import functools
import re
import typing as t

from kg.lexicon.given_names import Gender
from kg.lexicon.spelling import ROMAN_NUMBER, folded, letters, usual_word
from kg.lexicon.supersenses import noun_supersense
from kg.lexicon.tables import REMEMBERED, data_json, names, value

QUOTES: t.Final = "\"'“”‘’`´«»"
MARKS: t.Final = frozenset(QUOTES)
QUOTED_FIRST: t.Final = re.compile(r"^['‘]([^'’]+)['’](?=\s)")
"""Words in single quotation marks at the start of a longer text: "'new money' firms"."""
OPENING_MARK: t.Final = re.compile(r"(?<!\S)['‘](?=[^\W\d])")
"""An opening single quotation mark; before a digit the mark is an apostrophe: "the '90s"."""
CLOSING_MARK: t.Final = re.compile(r"\w['’](?!\w)")
JOINED: t.Final = re.compile(r"[A-Z]\w*-[a-z]+")
"""A given name of two syllables, after the family name: `Jae-ho`."""
WORD: t.Final = re.compile(r"[^\W_]+(?:[.'’\-–&][^\W_]+)*\.?")
POSSESSIVE: t.Final = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$")
STOP: t.Final = re.compile(r"((?:\s[a-z]{3,})|(?:\b\w*\d\w*))\.$")
"""A full stop after a lower-case word or one with a digit: `Pad 37B.`"""
MIXED_ACRONYM: t.Final = re.compile(r"[A-Z]+(?:[a-z][A-Z]+)+")
MIN_ACRONYM: t.Final = 2
BEGINNING: t.Final = 3


@functools.cache
def honorifics() -> t.Mapping[str, Gender | None]:
    """Return the forms of address, with the gender that each indicates."""
    genders = t.get_args(Gender)
    fields = {word: value("title")[word].split(" ") for word in names("title", "honorific")}
    return {word: next((gender for gender in genders if gender in tokens), None) for word, tokens in fields.items()}


def is_function_word(word: str) -> bool:
    """Return whether an acronym may leave out a word of a name: `of`, `and`, `de`."""
    return word in names("common", "function")


def can_name(text: str) -> bool:
    """Return whether some words can be a name: at least one is not an article, "of" or "and"."""
    return any(not is_function_word(word) for word in name_words(text))


def is_department_word(word: str) -> bool:
    """Return whether a word marks the name of a department: `Department of Labor` is also `Labor Department`."""
    return word in names("government", "department")


def is_left_out_of_firms(word: str) -> bool:
    """Return whether a company's short name omits a word: `Toyota` is `Toyota Motor`."""
    return word in names("form", "kind", "whole", "part")


@functools.lru_cache(maxsize=REMEMBERED)
def bare(text: str) -> str:
    """Return a name or description without surrounding quotes, possessive ending and repeated spaces.

    The full stop of a sentence is also removed, unless the last word is an abbreviation.

    >>> bare("Pad 37B."), bare("Acme Corp.")
    ('Pad 37B', 'Acme Corp.')
    """
    text = " ".join(text.split())
    if not MARKS.isdisjoint(text):
        text = POSSESSIVE.sub("", QUOTED_FIRST.sub(r"\1", text).strip(QUOTES + " ,;:"))
    text = text.strip(QUOTES + " ,;:")
    return without_unpaired_marks(STOP.sub(r"\1", text) if text.endswith(".") else text)


def without_unpaired_marks(text: str) -> str:
    """Return text without unpaired quotation marks.

    >>> without_unpaired_marks('the "new" shops for "casual buyers'), without_unpaired_marks("cutting 'red tape")
    ('the new shops for casual buyers', 'cutting red tape')
    """
    if MARKS.isdisjoint(text):
        return text
    if OPENING_MARK.search(text):
        closed = max((mark.start() for mark in CLOSING_MARK.finditer(text)), default=0)
        text = OPENING_MARK.sub(lambda mark: mark[0] if mark.start() < closed else "", text)
    unpaired = ("“”" if text.count("“") != text.count("”") else "") + ('"' if text.count('"') % 2 else "")
    return " ".join(text.translate(dict.fromkeys(map(ord, unpaired))).split()) or text if unpaired else text


@functools.lru_cache(maxsize=REMEMBERED)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without article, honorific and legal form.

    >>> name_words("The Toyota Motor Corp.")
    ('toyota', 'motor')
    """
    found = [_folded(word) for word in WORD.findall(bare(name).replace("A/S", "AS"))]
    first = names("form", "first") | {"the"}
    while len(found) > 1 and (found[0] in first or found[0] in honorifics()):
        found = found[1:]
    return tuple(_without_form(found))


def _without_form(found: list[str]) -> list[str]:
    """Return the words of a name without legal form: `Grupo Bolt | S.A.B. de C.V.`."""
    forms = names("form", "legal", "club")
    while len(found) > 1 and found[-1] in forms:
        linked = len(found) > 3 and found[-2] in names("common", "function") and found[-3] in forms
        found = found[: -2 if linked else -1]
    return found


def has_legal_form(name: str) -> bool:
    """Return whether a name ends in the legal form of a company: `Bolt Inc.`, `Bolt SE`."""
    found = WORD.findall(bare(name))
    return len(found) > 1 and _folded(found[-1]) in names("form", "legal")


@functools.lru_cache(maxsize=REMEMBERED)
def _folded(word: str) -> str:
    return folded(word).replace("’", "'").replace("–", "-").replace(".", "")


@functools.lru_cache(maxsize=REMEMBERED)
def normal_form(name: str) -> str:
    """Return the normalized form of a name, equal for all its spellings, or "" if the name contains no word.

    >>> normal_form("U.S. Department of Labor") == normal_form("US Labor Department")
    True
    """
    plain = name_words(name)
    found = [usual_word(word, last=i == len(plain) - 1) for i, word in enumerate(plain) if word != "and" or i == 0]
    for position in range(len(found) - 2):
        if is_department_word(found[position]) and found[position + 1] == "of":
            rest = [word for word in found[position + 2 :] if word != "the"]
            end = rest.index("of") if "of" in rest else len(rest)
            return _without_affairs([*found[:position], *rest[:end], found[position], *rest[end:]])
    return _without_affairs(found)


def _without_affairs(found: t.Sequence[str]) -> str:
    """Return the words of a name as one text: the Ministry of Foreign Affairs is the Foreign Ministry."""
    before_head = {i for i in range(1, len(found) - 1) if found[i] == "affairs" and is_department_word(found[i + 1])}
    return " ".join(word for i, word in enumerate(found) if i not in before_head)


@functools.lru_cache(maxsize=REMEMBERED)
def is_acronym(name: str) -> bool:
    """Return whether a name is written in capitals only, like an acronym: `NATO`, `U.N.`, `M5S`, `DoJ`."""
    plain = bare(name).replace(".", "").replace("&", "")
    capitals = plain.isupper() or MIXED_ACRONYM.fullmatch(plain) is not None
    return MIN_ACRONYM <= len(plain) <= 7 and plain.isalnum() and capitals


def is_rare(word: str) -> bool:
    """Return whether a word is not a frequent noun, a known personal name or initials.

    >>> is_rare("Qwest"), is_rare("Home"), is_rare("Smith"), is_rare("BBC")
    (True, False, False, False)
    """
    plain = word.lower()
    common = noun_supersense(plain) is not None or plain in names("surname") or plain in value("given")
    return not common and not is_acronym(word)


@functools.lru_cache(maxsize=REMEMBERED)
def acronyms(name: str) -> frozenset[str]:
    """Return the possible acronyms of a name of several words, with and without its function words.

    >>> sorted(acronyms("Bureau of Mines"))
    ['BM', 'BOM']
    """
    parts = _spelled_parts(name)
    if len(parts) < MIN_ACRONYM:
        return frozenset()
    small = any(part[0].isupper() for part in parts)
    content = [part for part in parts if not is_function_word(part.lower()) and not (small and part.islower())]
    plain = content[:-1] if content and _folded(content[-1]) in names("form", "acronym") else content
    forms = {"".join(map(shorten, chosen)) for chosen in (parts, content, plain) for shorten in (_initial, _capitals)}
    full = " ".join(map(_folded, content))  # initials of a state or union belong to no other name
    return frozenset(
        form for form in forms if len(form) >= MIN_ACRONYM and value("initials").get(form.lower(), full) == full
    )


def _spelled_parts(name: str) -> list[str]:
    """Return the parts of a name that may contribute letters to an acronym, without article and legal form."""
    parts = [part for word in WORD.findall(bare(name)) for part in word.rstrip(".").split("-") if part]
    if len(parts) > 1 and parts[0].lower() == "the":
        parts = parts[1:]
    without_letter = names("form", "legal") - names("form", "acronym")
    while len(parts) > MIN_ACRONYM and _folded(parts[-1]) in without_letter:
        parts = parts[:-1]
    return parts


def _initial(part: str) -> str:
    """Return the part of a word that an acronym keeps: its first letter, or all of a number (`WWII`)."""
    return part.upper() if part.isdigit() or ROMAN_NUMBER.fullmatch(part) else part[0].upper()


def _capitals(part: str) -> str:
    """Return the letters that an acronym keeps of a word with inner capitals: `PSP` for `PlayStation Portable`."""
    inner = "".join(filter(str.isupper, part[1:])) if not part.isupper() else ""
    return _initial(part) + inner


def blend_beginnings(name: str) -> frozenset[str]:
    """Return the possible first letters of a blend of the beginnings of a name's words; see `is_blend`."""
    parts = _content(name)
    if len(parts) < MIN_ACRONYM:
        return frozenset()
    first, second, third = parts[0], parts[1], (parts[2:] or ("",))[0]
    found = (first, first[:2] + second[0], first[0] + second, first[0] + second[0] + third[:1])
    return frozenset(one[:BEGINNING] for one in found if len(one) >= BEGINNING)


def is_blend(short: str, full: str) -> bool:
    """Return whether a word blends the beginnings of all words of a name, not mainly of the first one (`Rome`).

    >>> is_blend("Pemex", "Petróleos Mexicanos"), is_blend("HIMARS", "High Mobility Artillery Rocket System")
    (True, True)
    """
    word, ends, parts = folded(short), {0}, _content(full)
    for part in parts:
        longest = min(len(part), 5)
        ends = {end + size for end in ends for size in range(1, longest + 1) if word[end : end + size] == part[:size]}
    return len(word) >= 4 and len(word) in ends and not parts[0].startswith(word[:-1])


def _content(name: str) -> list[str]:
    found = [_folded(word) for word in WORD.findall(bare(name))]
    return [word for word in found if not is_function_word(word)]


def is_short_form(short: str, full: str) -> bool:
    """Return whether `short` is `full` without the words that only indicate an organization.

    >>> is_short_form("Toyota", "Toyota Motor Corp"), is_short_form("Bank", "Bank of America")
    (True, False)
    """
    first, second = name_words(short), name_words(full)
    rest = second[len(first) :]
    return bool(rest) and second[: len(first)] == first and all(is_left_out_of_firms(word) for word in rest)


@functools.cache
def _first_names() -> t.Mapping[str, str]:
    """Return, for each name in `kg/data/other_names.json`, the first name of its entity."""
    rows = (row.split(" ") for row in data_json("other_names")["things"])
    return {name: row[0] for row in rows for name in row}


def one_name(name: str) -> str | None:
    """Return a key that is equal for all names of an entity with several names in WordNet, or None.

    >>> one_name("Denali") == one_name("Mount McKinley"), one_name("Novak")
    (True, None)
    """
    plain = letters(name)
    return _first_names().get(plain.upper() if is_acronym(name) else plain)
