"""Short forms of a name after its first mention: without its kind, its place, or what follows it."""

import itertools
import re
import typing as t
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.lexicon import names, value, words
from kg.lexicon.gazetteer import PLURAL, Gazetteer, after_place, means_place
from kg.lexicon.name_forms import bare, has_legal_form, is_acronym, is_function_word, is_rare, normal_form
from kg.lexicon.noun_types import broad_type, description_type, noun_type
from kg.lexicon.spelling import ROMAN_NUMBER
from kg.lexicon.supersenses import noun_supersense

CODE: t.Final = re.compile(r"[A-Z](?=.*\d)[\w/.-]+")
"""The designation of a machine: `F-102`."""
APPOSITION: t.Final = re.compile(r"(.+?), (?:the|an?) \S")
OWNER: t.Final = re.compile(r"(?:['’]s|s['’])$")
YEAR: t.Final = re.compile(r"(?:1[89]\d|20[0-2])\d")
SERIES_ENDS: t.Final = (":", "-", "–", "—")
"""Separators between the name of a series and the title of one of its parts."""
PARTY: t.Final = "party"
MAX_WORDS: t.Final = 12
MAX_SHORT_NAME: t.Final = 2
"""The maximum length of a name that loses its kind only if the first word is rare, and of words after letters."""


Parts: t.TypeAlias = Sequence[str]
Shortening: t.TypeAlias = Callable[[Parts, Gazetteer], Iterable[Parts]]


def shortened(name: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the normal forms of the short names that a document may use next to this full name.

    Each of them can mean something else, so it counts only next to the full name, and only if it is short for no other.
    """
    return _forms(name, RULES, gazetteer)


def team_names(name: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the normal forms of a team's name without its place, whatever type the recogniser gives it."""
    return _forms(name, (_team,), gazetteer)


def parts_of_team(name: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the normal forms of the parts at the start or end of a team's name."""
    return _forms(name, (_ends,), gazetteer)


def party_members(name: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the normal form of the name of a party's members, which can also mean the party."""
    return _forms(name, (_members,), gazetteer)


class Kinded(t.NamedTuple):
    """The normal form of a name without the words for its kind, and the type of that kind."""

    form: str
    type: str


def without_kind(name: str) -> Iterator[Kinded]:
    """Yield a name without the words for its kind, after or before it: `Sputnik V | vaccine`, `Mount | Etna`.

    The rest must contain a word with no other meaning. Buildings and features are named after their place, and so are
    most events. So only places that have one name with and without kind, products, and events so called lose it.
    """
    parts = bare(name).removeprefix("The ").removeprefix("the ").split()
    for rest, type_ in _parts_and_kind(parts):
        if any(part[0].isupper() and (is_rare(part) or not part.isalpha()) for part in rest):
            yield Kinded(normal_form(" ".join(rest)), type_)


def _parts_and_kind(parts: Parts) -> Iterator[tuple[Parts, str]]:
    first, last = parts[0].lower(), parts[-1].lower()
    natural = names("common", "behind", "nature")
    if first in natural and value("first").get(first) == "Place":
        yield parts[1:], "Place"
    type_ = value("last").get(last) or description_type(last)
    if last in natural:
        yield parts[:-1], type_
    elif type_ in {"Event", "Product"}:
        end = next((i for i in range(len(parts) - 1, 0, -1) if noun_supersense(parts[i - 1].lower()) is None), 0)
        yield parts[:end], type_


def owned(name: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the normal form of a possession without its owner, whatever type the recogniser gives it."""
    return _forms(name, (_less_owner,), gazetteer)


def subtitles(name: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the normal forms of the part after a colon in the title of a work."""
    return _forms(name, (_subtitle,), gazetteer)


def _forms(name: str, rules: Iterable["Shortening"], gazetteer: Gazetteer) -> frozenset[str]:
    parts = bare(name).removeprefix("The ").removeprefix("the ").split()
    if not 1 < len(parts) <= MAX_WORDS:
        return frozenset()
    found = (" ".join(short) for rule in rules for short in rule(parts, gazetteer))
    return frozenset(filter(None, map(normal_form, found)))


def _less_kind(parts: Parts, gazetteer: Gazetteer) -> Iterator[Parts]:
    """Yield a name of a law, a body or an event without its kind: `Dawa | Party`; a single word only if it is rare.

    A firm's line of business distinguishes it from its group: Tata Steel is not Tata. The rest may not name another
    kind of thing: the Press Council Act is not the Press Council.
    """
    kinds = {"Event", "Law", "Organization"} if len(parts) > MAX_SHORT_NAME else {"Law", "Organization"}
    kinds -= {"Organization"} if value("last").get(parts[-1].lower()) == "Company" else set()
    same_kind = _kind(parts[-2]) in {"Thing", _kind(parts[-1])}
    distinctive = same_kind and (len(parts) > MAX_SHORT_NAME or is_rare(parts[0]))
    ends_in_place = any(means_place(" ".join(parts[start:-1]), gazetteer) for start in range(len(parts) - 1))
    if _kind(parts[-1]) in kinds and distinctive and not ends_in_place:
        yield parts[:-1]


def _kind(word: str) -> str:
    """Return the general type of names that end with this word."""
    return broad_type(value("last").get(word.lower(), "Thing"))


def _team(parts: Parts, gazetteer: Gazetteer) -> Iterator[Parts]:
    """Yield the plural after a place, and the last word of a club: `Detroit | Pistons`."""
    if parts[-1].lower() in names("form", "clubname") - names("common", "behind"):
        yield parts[-1:]
    yield from after_place(parts, gazetteer)


def _ends(parts: Parts, _: Gazetteer) -> Iterator[Parts]:
    """Yield each beginning and each end of a name: `Inter | Milan`, `Nottingham | Forest`."""
    yield from (part for at in range(1, len(parts)) for part in (parts[:at], parts[at:]))


def _members(parts: Parts, _: Gazetteer) -> Iterator[Parts]:
    """Yield the plural of a party's distinguishing word: `Green | Party`, `Democratic | Party`."""
    if parts[-1].lower() == PARTY:
        yield (*parts[:-2], f"{parts[-2].removesuffix('ic')}s")


def _after_letters(parts: Parts, _: Gazetteer) -> Iterator[Parts]:
    """Yield the part after letters or a designation, and the letters alone: `BBC | Two`, `F-102 | Dagger`."""
    designation = CODE.fullmatch(parts[0]) is not None
    capital = (designation or _is_letters(parts[0])) and _are_capital(parts)
    if capital and not _says_little(parts[1:]):
        yield parts[1:]
        if designation:
            yield parts[:1]


def _says_little(parts: Parts) -> bool:
    """Return whether a name is a number or a word for a kind of thing."""
    return len(parts) == 1 and (parts[0].lower() in names("common", "general") or _is_letters(parts[0]))


def _is_letters(word: str) -> bool:
    return word.isalpha() and (is_acronym(word) or ROMAN_NUMBER.fullmatch(word) is not None)


def _less_addition(parts: Parts, _: Gazetteer) -> Iterator[Parts]:
    """Yield a name without what follows its kind: `Hylands Park | in Essex`, `Gavi | , the Vaccine Alliance`."""
    prepositions = (i for i, part in enumerate(parts) if i > 1 and part.lower() in words("preposition"))
    end = next((i for i in prepositions if _kind(parts[i - 1]) in {"Event", "Law", "Place"}), None)
    if end is not None and (parts[end].lower() != "of" or _kind(parts[end - 1]) == "Law"):
        yield from filter(_are_capital, [parts[:end]])
    apposition = APPOSITION.match(" ".join(parts))
    if apposition:
        yield apposition[1].split()


def _are_capital(parts: Parts) -> bool:
    return all(part[0].isupper() or part[0].isdigit() for part in parts)


def _less_inner(parts: Parts, _: Gazetteer) -> Iterator[Parts]:
    """Yield the name of a place, an event or a law without words in the middle: `Paris | climate | Agreement`."""
    begins = _are_capital(parts[:1]) and noun_supersense(parts[0].lower()) in {None, "location"}
    if begins and _kind(parts[-1]) in {"Event", "Law", "Place"}:
        spans = itertools.combinations(range(1, len(parts)), 2)
        yield from ((*parts[:start], *parts[end:]) for start, end in spans)


def _less_second_kind(parts: Parts, _: Gazetteer) -> Iterator[Parts]:
    """Yield a name that states its kind twice without the second word for it: `Asian tsunami | disaster`."""
    kinds = [noun_type(part) for part in parts[-2:] if part.islower()]
    if len(parts) > MAX_SHORT_NAME and kinds == ["Event", "Event"]:
        yield parts[:-1]


def _less_owner(parts: Parts, _: Gazetteer) -> Iterator[Parts]:
    """Yield the part after an owner: `OpenAI's | ChatGPT`, `Sinn Féin's | Martin McGuinness`."""
    end = next((i for i, part in enumerate(parts[:-1]) if OWNER.search(part)), None)
    rest = parts[end + 1 :] if end is not None and not _is_for_some(parts[end]) else ()
    if _is_name_by_itself(rest) and (len(rest) > 1 or not PLURAL.search(rest[0])):
        yield rest


def _is_for_some(owner: str) -> bool:
    """Return whether a capitalized owner is a group served: the *People's* Bank is not short for the Bank of China."""
    noun = OWNER.sub("", owner)
    return noun[:1].isupper() and noun_type(noun) in {"Group", "Person"}


def _less_year(parts: Parts, _: Gazetteer) -> Iterator[Parts]:
    """Yield the name of an event of several words without the year: `2016 | Summer Paralympics`."""
    for year, rest in ((parts[0], parts[1:]), (parts[-1], parts[:-1])):
        if len(rest) > 1 and YEAR.fullmatch(year) and _kind(rest[-1]) == "Event":
            yield rest


def _less_place(parts: Parts, gazetteer: Gazetteer) -> Iterator[Parts]:
    """Yield the name of an organization, a law or an event of several words without the place before it."""
    if _kind(parts[-1]) in {"Event", "Law", "Organization"}:
        ends = (end for end in (1, 2) if means_place(" ".join(parts[:end]), gazetteer))
        yield from (parts[end:] for end in ends if len(parts) > end + 1 and _is_name_by_itself(parts[end:]))


def _less_maker(parts: Parts, gazetteer: Gazetteer) -> Iterator[Parts]:
    """Yield the part after a firm, unless it is the firm's business: `Google | AdSense`."""
    is_firm = any(one.type == "Company" for one in gazetteer.by_name.get(normal_form(parts[0]), ()))
    is_business = _kind(parts[-1]) == "Organization" or has_legal_form(" ".join(parts))
    if is_firm and not is_business and _is_name_by_itself(parts[1:]):
        yield parts[1:]


def _subtitle(parts: Parts, _: Gazetteer) -> Iterator[Parts]:
    """Yield a title of several words without the part before a colon or a dash: `Mad Max: | Fury Road`."""
    end = next((i for i, part in reversed([*enumerate(parts[:-2], start=1)]) if part.endswith(SERIES_ENDS)), None)
    if end is not None:
        yield parts[end:]


def _is_name_by_itself(parts: Parts) -> bool:
    """Return whether capitalized words are a name by themselves: several of them, or one with no other meaning."""
    capital = bool(parts) and _are_capital([part for part in parts if not is_function_word(part)])
    general = names("common", "general", "function").issuperset(part.lower() for part in parts)
    is_name = capital and not general
    return is_name and (len(parts) > 1 or is_rare(parts[0]))


RULES: t.Final[tuple[Shortening, ...]] = (
    _less_kind,
    _after_letters,
    _less_addition,
    _less_inner,
    _less_second_kind,
    _less_year,
    _less_place,
    _less_maker,
)
"""The rules, each named after what it leaves out or what it keeps."""
