"""What names are shortened to: without their country, kind, year or maker."""

import typing as t
from collections.abc import Collection, Iterable

from kg.lexicon import names, value, words
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.name_forms import is_department_word, is_function_word, is_short_form
from kg.lexicon.noun_types import broad_type
from kg.resolve.identity import Key

SHIP: t.Final = 4
"""How many letters stand before the name of a ship at most."""
MIN_SHIP: t.Final = 5
"""How long the name of a ship must be to be known without them."""


def shortens(short: Key, full: Key, gazetteer: Gazetteer) -> bool:
    """Tell whether one name is another less its country, its kind of organization, or both.

    `Treasury`, `Treasury Department` and `US Treasury` are short for `US Treasury Department`; `Bank` for nothing,
    because it is the name of no bank in particular.
    """
    sorts = {short.sort, full.sort}
    if sorts == {"work"}:
        return False
    if is_short_form(short.form, full.form):
        return short.sort != "place"
    if sorts == {"other"} and (full.form == f"{short.form} university" or _is_unit(short, full)):
        return True
    if "place" in sorts or not _is_distinctive(short.form):
        return False
    one, other = _office(short.form, gazetteer), _office(full.form, gazetteer)
    return (one.kind is not None or short.sort == "other") and _leaves_out(one, other)


def _leaves_out(one: "Office", other: "Office") -> bool:
    """Tell whether one name of an office is the other less its country or its kind."""
    if one.name != other.name or {one.kind, other.kind} == names("government", "department"):
        return False
    if one.country == other.country:
        return one.kind is None and other.kind is not None
    is_government = other.kind is not None or other.name.rsplit(" ", 1)[-1] in names("government")
    return one.country is None and is_government


def _is_unit(short: Key, full: Key) -> bool:
    """Tell whether a name is a numbered military unit's less its kind: `101st Airborne`."""
    rest = full.form.removeprefix(f"{short.form} ")
    return " " in short.form and short.form[0].isdigit() and value("last").get(rest) == "MilitaryOrganization"


class Office(t.NamedTuple):
    """The parts of the name of an organization of a state: `US`, `treasury`, `department`."""

    country: str | None
    name: str
    kind: str | None


def _office(form: str, gazetteer: Gazetteer) -> Office:
    country, rest = gazetteer.country_before(form.split())
    kind = rest[-1] if len(rest) > 1 and is_department_word(rest[-1]) else None
    return Office(country, " ".join(rest[:-1] if kind else rest), kind)


def _is_distinctive(form: str) -> bool:
    """Tell whether a name says more than what kind of organization it is."""
    return not names("common", "general", "function").issuperset(form.split())


Shortened: t.TypeAlias = tuple[Collection[str], str]
"""The types that a thing has whose name is shortened so, and the short name."""


def shortened(form: str, gazetteer: Gazetteer) -> Iterable[Shortened]:
    """Yield what a name in its normal form can be shortened to."""
    parts = form.split()
    if len(parts) > 1:
        yield from _short_laws(parts, gazetteer)
        yield from _part_in_letters(parts)
        if value("first").get(parts[-2]) == "Event" and len(parts) <= 3:
            yield {"Event"}, parts[-1]
        rest = " ".join(parts[1:])
        if _is_before_products(parts[0], rest, gazetteer):
            yield {"Product"}, rest


def _short_laws(parts: list[str], gazetteer: Gazetteer) -> Iterable[Shortened]:
    """`Dodd-Frank` for `Dodd-Frank Act`, `Clean Air Act` for `Clean Air Act of 1970`, `Rome Statute` of a court."""
    end = next((i for i, word in enumerate(parts) if value("last").get(word) == "Law"), 0)
    front = " ".join(parts[:end])
    if end == len(parts) - 1:
        yield {"Law"}, front
    elif front and parts[end + 1] in words("preposition") and _tells_which(front, gazetteer):
        yield {"Law"}, f"{front} {parts[end]}"


def _tells_which(front: str, gazetteer: Gazetteer) -> bool:
    """Tell whether the words before `Act` or `Convention` are more than a body or a number: not `UN`, `First`."""
    body = any(broad_type(one.type) == "Organization" for one in gazetteer.by_name.get(front, ()))
    return _is_distinctive(front) and not (body or front[0].isdigit() or front in gazetteer.countries)


def _is_before_products(first: str, rest: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a word is the maker of the product behind it or the letters before a ship: `Boeing`, `USS`."""
    ship = len(first) <= SHIP and len(rest) >= MIN_SHIP and value("first").get(first) == "Product"
    return ship or any(one.type == "Company" for one in gazetteer.by_name.get(first, ()))


def _part_in_letters(parts: list[str]) -> Iterable[Shortened]:
    """`BNY Mellon` for `Bank of New York Mellon`: the first letters of words, then the same words."""
    letters = ""
    for place, word in enumerate(parts[:-1], start=1):
        letters += "" if is_function_word(word) else word[0]
        if len(letters) > 1:
            yield {"Law", "Organization", "Place"}, f"{letters} {' '.join(parts[place:])}"
