"""The parts of a person's name, and whether two names can be of the same person."""

import functools
import re
import typing as t
from collections.abc import Callable, Sequence

from kg.lexicon.given_names import Gender, given_name_gender
from kg.lexicon.name_forms import JOINED, WORD, bare, honorifics
from kg.lexicon.noun_types import noun_type
from kg.lexicon.spelling import (
    ROMAN_NUMBER,
    consonants,
    folded,
    given_name_forms,
    is_vowel,
    letters,
    sounds,
    syllables,
    usual_word,
)
from kg.lexicon.supersenses import noun_supersense
from kg.lexicon.tables import REMEMBERED, names, words

CAPITALS: t.Final = re.compile(r"[A-Z]{2,3}")
SLAVIC: t.Final = re.compile(r"[a-z]{2}(?:[sz]k[iy]+|[eo](?:v|ff))$")
"""Endings of last names with several spellings in English."""
INITIAL: t.Final = re.compile(r"(?:[CKSZ]h|[JY][aeu]|Ts)\.")
"""Initials of two letters that transliterate a single letter: `Kh. Battulga`."""
PARTICLES: t.Final = names("particle", "particle")
"""Words such as `van` and `de` inside the names of persons."""
BEFORE_LAST: t.Final = PARTICLES - {"al"}
"""Words that may precede a bare last name: `von Trapp`."""
MIN_RARE: t.Final = 3
"""The minimum length of a last name after which a longer name may have further names."""


class PersonName(t.NamedTuple):
    """The words of a person's name in lower case; initials are single letters.

    `generation` is `jr`, `sr` or a ruler's number in capitals, `gender` the gender of the form of address or the given
    name. `ruler` is true if a title like king or pope precedes the name, and `realm` is the realm of a numbered ruler.
    `compound` is true if the first word consists of two given names with a hyphen, `family_first` if the family name
    precedes such a word whose second part is in lower case: `Kim Jae-ho`.
    """

    words: tuple[str, ...]
    generation: str = ""
    gender: Gender | None = None
    ruler: bool = False
    realm: str = ""
    compound: bool = False
    family_first: bool = False

    @property
    def partial(self) -> bool:
        """Whether it is only a last name (`von Trapp`) or only a given name."""
        return not self.ruler and not self.generation and set(self.words[:-1]) <= BEFORE_LAST

    @property
    def form(self) -> str:
        """The words and the generation as one text; a ruler without a number keeps the title."""
        title = "ruler " if self.ruler and not self.generation else ""
        return title + " ".join(filter(None, (*self.words, self.generation, self.realm)))


@functools.lru_cache(maxsize=REMEMBERED)
def person_name(name: str) -> PersonName | None:
    """Return the parts of a person's name without titles, or None if it contains no word.

    >>> (person_name("Prime Minister J.K. van Doe Jr.") or PersonName(())).form
    'j k van doe jr'
    """
    last, _, rest = bare(name).partition(",")
    turned = rest.strip() and not _generation(_words(rest)) and len(_words(last)) == 1
    found = _words(f"{rest} {last}" if turned else name)
    while len(found) > 1 and sum(map(str.isupper, found[-1])) > 1 and _plain(found[-1]) in names("title", "behind"):
        found.pop()  # the letters of an honour: `Jane Doe QC`
    found, realm = _without_realm(found)
    generation = _generation(found) if len(found) > 1 else ""
    title, found = _split(found[: len(found) - bool(generation)])
    if not found:
        return None
    plain = tuple(part for word in found for part in _parts(word))
    # `Prince William`, but not `Prince Mohammed bin Salman`
    ruler = len(plain) == 1 and not names("title", "ruler").isdisjoint(map(_plain, title))
    parts = found[0].split("-")  # `Jean-Marie`, but neither `Jae-in` nor `J.-M.`
    compound = len(parts) > 1 and all(given_name_gender(_plain(part)) is not None for part in parts)
    family_first = JOINED.fullmatch(found[-1]) is not None and len(plain) == 3
    return PersonName(plain, generation, _gender(title, plain), ruler, realm, compound, family_first)


def _words(name: str) -> list[str]:
    return WORD.findall(bare(name))


def _without_realm(found: list[str]) -> tuple[list[str], str]:
    """Return the words of a ruler's name up to the number, and the words after "of": `Harald V | Norway`."""
    end = next((i for i in range(2, len(found) - 1) if found[i] == "of" and _is_number(found[i - 1])), len(found))
    return found[:end], " ".join(map(_plain, found[end + 1 :]))


def _plain(word: str) -> str:
    return usual_word(folded(word).replace(".", ""), last=True)


def _generation(words: Sequence[str]) -> str:
    """Return the generation given by the last word of a name, or ""."""
    word = words[-1] if words else ""
    if _plain(word) in names("title", "generation"):
        return _plain(word)
    return word if _is_number(word) else ""


def _is_number(word: str) -> bool:
    """Return whether a word is a number in capitals and unlikely to be an initial: `VI`, `V`, but not `L`."""
    return (len(word) > 1 and ROMAN_NUMBER.fullmatch(word) is not None) or word in {"I", "V", "X"}


def _split(found: list[str]) -> tuple[list[str], list[str]]:
    """Return the title before a name, and the name: `French President | Emmanuel Macron`."""
    plain, rulers = [_plain(word) for word in found], names("title", "ruler")
    first = enumerate(plain[:4])
    ends = [i for i, word in first if _is_title(word) or (i < 2 and word in rulers)]
    end = ends[-1] + 1 if ends else 0
    if end and " ".join(plain[end : end + 2]) == "of state":
        end += 2
    # "Sean Justice Penn" has no title; a nationality may precede one
    known = all(_is_title(word) or word in rulers | {"of", "state"} for word in plain[1:end])
    return (found[:end], found[end:]) if known and end < len(found) else ([], found)


def has_title(name: str) -> bool:
    """Return whether a title that only persons have precedes a name: `Sen. Doe`, `French President Jane Doe`."""
    title, rest = _split(_words(name))
    owned = any(word.endswith(("'s", "’s")) for word in name.split()[:-1])
    return bool(rest) and not owned and any(_plain(word) in names("title", "person") for word in title)


def without_address(name: str) -> str:
    """Return a full name without its form of address; a bare last name keeps it, as it identifies the person.

    >>> without_address("Mr. John Doe"), without_address("Mr. Doe")
    ('John Doe', 'Mr. Doe')
    """
    rest = name.partition(" ")[2]
    return rest if " " in rest and has_address(name) else name


def without_letters(name: str) -> str:
    """Return a full name without the letters after it for an office or an honour; a generation is kept.

    >>> without_letters("Jane Doe MP"), without_letters("John Doe III")
    ('Jane Doe', 'John Doe III')
    """
    rest, _, last = name.rpartition(" ")
    has_letters = CAPITALS.fullmatch(last) is not None and ROMAN_NUMBER.fullmatch(last) is None
    return rest if has_letters and " " in rest and not rest.isupper() else name


def has_address(name: str) -> bool:
    """Return whether a form of address precedes a name: `Mr. Doe`."""
    address, _, rest = name.partition(" ")
    return bool(rest) and address.rstrip(".").lower() in names("title", "address")


def _is_title(word: str) -> bool:
    return all(part in names("title", "title") for part in word.split("-"))


def _parts(word: str) -> tuple[str, ...]:
    """Return the parts of one word of a name: `J.K.` and `JK` are two initials, `al-Assad` is `assad`."""
    if "." in word.rstrip(".") or CAPITALS.fullmatch(word.rstrip(".")):
        return tuple(folded(word).replace(".", ""))
    if INITIAL.fullmatch(word):
        return (folded(word)[0],)
    parts = [_plain(part) for part in word.split("-")]
    if len(parts) > 1 and parts[0] in names("particle", "article"):
        parts = parts[1:]
    return tuple(part for part in parts if part)


def _gender(title: Sequence[str], words: Sequence[str]) -> Gender | None:
    genders = [honorifics().get(_plain(word)) for word in title]
    given = given_name_gender(words[0]) if len(words) > 1 else None
    return next((gender for gender in genders if gender), given)


def is_common(name: PersonName) -> bool:
    """Return whether many persons share a name of one word: a frequent last name, or a given name."""
    given = len(name.words) == 1 and given_name_gender(name.words[0]) is not None
    return name.words[-1] in names("surname", "common") or (name.gender is None and given)


def last_names(name: PersonName) -> frozenset[str]:
    """Return the possible last names in a full name: the last word, all from a particle on, or in China the first."""
    if name.family_first:
        return frozenset(name.words[:1])
    words = [word for word in name.words if word not in names("particle", "article")] or name.words  # a man named Al
    particle = next((i for i, word in enumerate(words[1:-1], start=1) if word in PARTICLES), len(words) - 1)
    found = {words[-1], " ".join(words[particle:])}
    if words[0] in names("surname", "first") and given_name_gender(words[-1]) is None:
        found.add(words[0])
    return frozenset(found)


def before_particle(form: str) -> str:
    """Return the word before a particle in a normalized full name, if that word is a last name, or "".

    >>> before_particle("ana moura da luz"), before_particle("ana maria da luz"), before_particle("jan van dam")
    ('moura', '', '')
    """
    words = form.split(" ")
    at = next((i for i, word in enumerate(words[:-1]) if i > 1 and word in PARTICLES), 0)
    return words[at - 1] if at and given_name_gender(words[at - 1]) is None else ""


def is_part(word: str) -> bool:
    """Return whether a word of a full name can be used alone for the person: it is not a particle or an initial."""
    return len(word) > 1 and word not in PARTICLES


def can_be_part(short: PersonName, full: PersonName) -> bool:
    """Return whether a bare name is the first word of a full name, or, with a form of address, any but the last.

    The last name before a particle also qualifies: `Moura` of `Ana Moura da Luz`.
    """
    first = full.words[0], before_particle(" ".join(full.words))
    places = full.words[:-1] if short.gender is not None else first
    return short.words[-1] in places and len(full.words) > 1 and _genders_agree(short, full)


def given_names(name: PersonName) -> frozenset[str]:
    """Return the first word of a full name if it is known to be a given name, or short for one."""
    first = name.words[0]
    known = len(name.words) > 1 and (given_name_gender(first) is not None or first in names("nickname"))
    return frozenset({first} if known else ())


def without_articles(name: PersonName) -> str:
    """Return the words of a name without particles that are articles: `assad` for `al-Assad`."""
    return " ".join(word for word in name.words if word not in names("particle", "article"))


def keys_of_last_name(name: PersonName) -> frozenset[str]:
    """Return the keys that a name of one word shares with each full name whose last name it can be."""
    return frozenset(map(sounds, (without_articles(name), " ".join(name.words))))


def keys_of_bearer(name: PersonName) -> frozenset[str]:
    """Return the keys that a full name shares with each name of one word that can be its last name."""
    return frozenset(map(sounds, (*last_names(name), name.words[-1], " ".join(name.words))))


def can_be_last_name(short: PersonName, full: PersonName) -> bool:
    """Return whether a name of one word is the last name of the person with that full name."""
    without = without_articles(short)
    # a wife may share the last name of a better-known man
    agree = full.gender == "female" if short.gender == "female" else _genders_agree(short, full)
    if full.ruler:
        return short.words == full.words and agree
    same = without in last_names(full) or (SLAVIC.search(without) and sounds(without) == sounds(full.words[-1]))
    return bool(same) and not full.generation and agree


def _genders_agree(one: PersonName, other: PersonName) -> bool:
    """Return whether the genders of two names do not conflict."""
    return one.gender is None or other.gender is None or one.gender == other.gender


def can_be_one(one: PersonName, other: PersonName) -> bool:
    """Return whether two full names can belong to the same person: no part of one conflicts with the other.

    >>> can_be_one(person_name("John Q. Doe"), person_name("J. Doe"))
    True
    >>> can_be_one(person_name("John Q. Doe"), person_name("Jane Doe"))
    False
    """
    first, second = one.words, other.words
    if one.generation != other.generation or not _genders_agree(one, other):
        return False
    if _is_number(one.generation) and first == second:
        return not (one.realm and other.realm)
    if one.ruler or other.ruler:
        return False
    if _either(_has_names_after, first, second):
        return True
    return letters(first[-1]) == letters(second[-1]) and _can_share_last_name(one, other)


class AgreementKeys(t.NamedTuple):
    """The keys that a full name shares with its possible matches: one name asks for a key that the other has."""

    wanted: frozenset[tuple[str, ...]]
    offered: frozenset[tuple[str, ...]]


def agreement_keys(name: PersonName) -> AgreementKeys:
    """Return keys such that of any two names for which `can_be_one` holds, one asks for a key that the other has.

    Not all names with the same last name need to be compared: they also share a given name, in any form or as an
    initial, or another word, or the first words before other last names.
    """
    words, last = name.words, letters(name.words[-1])
    given = next(iter(_given(words)), "")
    same = {("word", last, word) for word in words[:-1]}
    same |= {("given", last, letters(form)) for form in (given_name_forms(given) if given else ())}
    wanted, offered = {("first", *words)}, {("first", *words[:length]) for length in range(2, len(words))}
    if len(words) > 1:
        offered.add(("first", words[0], words[-2]))
    offered |= {("last", last), ("initial", last, given[:1])}
    wanted |= {("last", last)} if len(words) == 1 else set()
    wanted |= {("initial", last, given)} if len(given) == 1 else set()
    return AgreementKeys(frozenset(wanted | same), frozenset(offered | same))


def _can_share_last_name(one: PersonName, other: PersonName) -> bool:
    """Return whether the words before a shared last name allow that two names belong to the same person."""
    first, second = one.words, other.words
    if min(len(first), len(second)) < 2:
        return one.generation in names("title", "generation")  # "Doe Jr."
    if _either(_has_last_names, first, second) or _either(_has_word_before, first, second):
        return True
    if one.compound != other.compound and len(first) != len(second) and first[0] == second[0]:
        return False
    given, others = _given(first), _given(second)
    # a full middle name distinguishes people with a common last name: `John Quincy Adams`
    further = (*given[len(others) :], *others[len(given) :])
    distinct = first[-1] in names("surname", "common") and any(len(word) > 1 for word in further)
    return bool(given and others) and all(map(_agree, given, others)) and not distinct


def _either(rule: Callable[[Sequence[str], Sequence[str]], bool], first: Sequence[str], second: Sequence[str]) -> bool:
    return rule(first, second) or rule(second, first)


def _has_last_names(full: Sequence[str], short: Sequence[str]) -> bool:
    """Return whether a name consists of several last names of a full name: `Vargas Llosa`, `Suu Kyi`."""
    if len(short) >= len(full) or tuple(full[-len(short) :]) != tuple(short):
        return False
    content = [word for word in short if word not in PARTICLES]
    is_rare = not names("surname", "common").issuperset(content)
    return len(content) > 1 and is_rare and given_name_gender(short[0]) is None


def _has_word_before(full: Sequence[str], short: Sequence[str]) -> bool:
    """Return whether a name is another one preceded by a word that is no given name: `Biologist Nick Bos`."""
    before = full[0]
    none = given_name_gender(before) is None and before not in names("surname", "first") and len(before) > 1
    known = given_name_gender(short[0]) is not None and short[-1] not in names("surname", "common")
    return tuple(full[1:]) == tuple(short) and none and known


def _has_names_after(full: Sequence[str], short: Sequence[str]) -> bool:
    """Return whether a full name is another with names after it: `Gabriel Boric Font`, `Dina Ercilia Boluarte Zegarra`.

    If the family name comes first, or the last name is common, the names after it distinguish people.
    """
    if not 1 < len(short) < len(full) or short[0] in names("surname", "first") or len(short[-1]) < MIN_RARE:
        return False
    last, common = short[-1], names("surname", "common")
    shares = tuple(full[: len(short)]) == tuple(short) or (full[0], full[-2]) == tuple(short)
    after = full[len(short) :]
    rare = given_name_gender(last) is None and common.isdisjoint({last, *after})
    return shares and rare and all(map(_can_be_name, after))


def _can_be_name(word: str) -> bool:
    """Return whether a word after a name is not a particle, and not a noun unless it denotes a person: not `house`."""
    noun = noun_type(word) in {"Thing", "Person"} and noun_supersense(word) in {None, "person"}
    return noun and word not in words("preposition") and word not in PARTICLES


def has_initial_only(name: PersonName) -> bool:
    """Return whether only one initial precedes a common last name: `J. Smith`."""
    return name.words[-1] in names("surname", "common") and list(map(len, name.words[:-1])) == [1]


def _given(words: Sequence[str]) -> list[str]:
    """Return the words before the last name, without its particles."""
    return [word for i, word in enumerate(words[:-1]) if word not in PARTICLES or (i == 0 and word == "al")]


def _agree(one: str, other: str) -> bool:
    """Return whether two given names are equal, a full and a short form, or a name and its initial."""
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return letters(one) == letters(other) or not given_name_forms(one).isdisjoint({other})


def order_free_form(name: PersonName) -> tuple[str, ...]:
    """Return the words of a full name in alphabetical order, or () if each of them can be the given name."""
    if all(given_name_gender(word) is not None for word in name.words):
        return ()
    return tuple(sorted(map(letters, name.words)))


def sound_of(name: PersonName) -> str:
    """Return a key that is equal for two romanizations of a full name, or "" if the key would not be distinctive."""
    if len(name.words) < 2 or name.words[-1] in names("surname", "common") or any(len(word) < 2 for word in name.words):
        return ""
    return " ".join((*map(consonants, name.words), name.generation))


def sound_alike(one: PersonName, other: PersonName) -> bool:
    """Return whether two full names with the same `sound_of` can be variants: `Denys Shmyhal`, `Denys Shmygal`.

    Words with few consonants must sound the same, and so must known given names (`Anna`, `Anne`). Other words must have
    the same number of syllables, and given names the same final vowel.
    """
    given = zip(map(sounds, one.words[:-1]), map(sounds, other.words), strict=False)
    same_ends = all(first[-1] == second[-1] or not is_vowel(first[-1]) for first, second in given)
    return len(one.words) == len(other.words) and same_ends and all(map(_words_similar, one.words, other.words))


def _words_similar(one: str, other: str) -> bool:
    if sounds(one) == sounds(other) or other in given_name_forms(one):
        return True
    known = given_name_gender(one) is not None and given_name_gender(other) is not None
    return not known and len(consonants(one)) > 2 and syllables(one) == syllables(other)
