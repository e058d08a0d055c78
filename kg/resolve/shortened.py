"""What a text calls a thing once its full name has been told: less its kind, its place, or what is said behind it."""

import itertools
import re
import typing as t
from collections.abc import Callable, Iterable, Iterator, Sequence

from kg.lexicon import names, value, words
from kg.lexicon.gazetteer import Gazetteer, behind_place, means_place
from kg.lexicon.name_forms import bare, is_acronym, is_rare, normal_form
from kg.lexicon.noun_types import broad_type
from kg.lexicon.spelling import ROMAN_NUMBER
from kg.lexicon.supersenses import noun_supersense

CODE: t.Final = re.compile(r"[A-Z](?=.*\d)[\w/.-]+")
"""The designation of a machine: `F-102`."""
APPOSITION: t.Final = re.compile(r"(.+?), (?:the|an?) \S")
MAX_WORDS: t.Final = 12
MAX_BEHIND: t.Final = 2
"""How many words a name has whose kind is left out only if the first is rare, or that stand behind letters alone."""


def shortened(name: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the normal forms of what a document may call a thing for short that it calls by this name, too.

    Each of them can mean something else, so it says something only beside the full name, if it is short for no other.
    """
    return _forms(name, RULES, gazetteer)


def team_names(name: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the normal forms of what a team is called without its place, whatever the recogniser takes that for."""
    return _forms(name, (_team,), gazetteer)


def _forms(name: str, rules: Iterable["Shortening"], gazetteer: Gazetteer) -> frozenset[str]:
    parts = bare(name).removeprefix("The ").removeprefix("the ").split()
    if not 1 < len(parts) <= MAX_WORDS:
        return frozenset()
    found = (" ".join(short) for rule in rules for short in rule(parts, gazetteer))
    return frozenset(filter(None, map(normal_form, found)))


Parts: t.TypeAlias = Sequence[str]
Shortening: t.TypeAlias = Callable[[Parts, Gazetteer], Iterable[Parts]]


def _less_kind(parts: Parts, gazetteer: Gazetteer) -> Iterator[Parts]:
    """Yield a name of a law, a body or an event without its kind: `Dawa | Party`; one word only if it is rare.

    A firm has a word for its business from its group: Tata Steel is not Tata.
    """
    kinds = {"Event", "Law", "Organization"} if len(parts) > MAX_BEHIND else {"Law", "Organization"}
    kinds -= {"Organization"} if value("last").get(parts[-1].lower()) == "Company" else set()
    tells = len(parts) > MAX_BEHIND or is_rare(parts[0])
    ends_in_place = any(means_place(" ".join(parts[start:-1]), gazetteer) for start in range(len(parts) - 1))
    if _kind(parts[-1]) in kinds and tells and not ends_in_place:
        yield parts[:-1]


def _kind(word: str) -> str:
    """Return the general type of what a name means that has this word at its end."""
    return broad_type(value("last").get(word.lower(), "Thing"))


def _team(parts: Parts, gazetteer: Gazetteer) -> Iterator[Parts]:
    """Yield what stands behind a place in the plural, and the last word of a club: `Detroit | Pistons`."""
    if parts[-1].lower() in names("form", "clubname") - names("common", "behind"):
        yield parts[-1:]
    yield from behind_place(parts, gazetteer)


def _behind_letters(parts: Parts, _: Gazetteer) -> Iterator[Parts]:
    """Yield what stands behind letters or a designation, and that alone: `BBC | Two`, `F-102 | Dagger`."""
    designation = CODE.fullmatch(parts[0]) is not None
    capital = (designation or _is_letters(parts[0])) and _are_capital(parts)
    if capital and not _says_little(parts[1:]):
        yield parts[1:]
        if designation:
            yield parts[:1]


def _says_little(parts: Parts) -> bool:
    """Tell whether a name is a number or a word for a kind of thing."""
    return len(parts) == 1 and (parts[0].lower() in names("common", "general") or _is_letters(parts[0]))


def _is_letters(word: str) -> bool:
    return word.isalpha() and (is_acronym(word) or ROMAN_NUMBER.fullmatch(word) is not None)


def _said_behind(parts: Parts, _: Gazetteer) -> Iterator[Parts]:
    """Yield a name without what its kind has behind it: `Hylands Park | in Essex`, `Gavi | , the Vaccine Alliance`."""
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
    """Yield a name of a place, an event or a law less words within: `Paris | climate | Agreement`."""
    begins = _are_capital(parts[:1]) and noun_supersense(parts[0].lower()) is None
    if begins and _kind(parts[-1]) in {"Event", "Law", "Place"}:
        spans = itertools.combinations(range(1, len(parts)), 2)
        yield from ((*parts[:start], *parts[end:]) for start, end in spans)


RULES: t.Final[tuple[Shortening, ...]] = (
    _less_kind,
    _behind_letters,
    _said_behind,
    _less_inner,
)
"""What each leaves out of a name."""
