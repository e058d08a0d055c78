"""What names are shortened to: without their country, kind, year or maker."""

import re
import typing as t
from collections.abc import Collection, Iterable

from kg.lexicon import names, value, words
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.name_forms import is_department_word, is_function_word, is_short_form
from kg.resolve.identity import Key

DATED_LAW: t.Final = re.compile(r"(.+) of [12]\d{3}")
YEAR: t.Final = re.compile(r"[12]\d{3}")
DESIGNATION: t.Final = re.compile(r"[a-z]{1,3}-\d+[a-z]?\d*")
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
"""A short name, and the types that a thing of such names has."""


def shortened(form: str, gazetteer: Gazetteer) -> Iterable[Shortened]:
    """Yield what a name in its normal form can be shortened to."""
    parts = form.split()
    if len(parts) > 1:
        for rule in (_laws, _events, _products, _organizations, _part_in_letters):
            yield from rule(parts, gazetteer)


def _laws(parts: list[str], gazetteer: Gazetteer) -> Iterable[Shortened]:
    """`Clean Air Act of 1970`, `Dodd-Frank Act`, `Rome Statute of the Court`, `CHIPS and Science Act`."""
    form, law = " ".join(parts), value("last")
    if dated := DATED_LAW.fullmatch(form):
        yield {"Law"}, dated[1]
    if law.get(parts[-1]) == "Law":
        yield {"Law"}, " ".join(parts[:-1])
        yield {"Law"}, f"{parts[0]} {parts[-1]}"
    end = next((i for i, word in enumerate(parts[:-1]) if law.get(word) == "Law"), 0)
    if end and parts[end + 1] in words("preposition") and _is_distinctive(" ".join(parts[:end])):
        yield {"Law"}, " ".join(parts[: end + 1])


def _events(parts: list[str], gazetteer: Gazetteer) -> Iterable[Shortened]:
    """`Hurricane Katrina`, `Eurovision Song Contest 2023`, `UEFA Euro 2024`."""
    if value("first").get(parts[-2]) == "Event" and len(parts) <= 3:
        yield {"Event"}, parts[-1]
    if YEAR.fullmatch(parts[-1]) and len(parts) > 2:
        yield {"Event"}, f"{parts[0]} {parts[-1]}"
        yield {"Event"}, " ".join(parts[1:])


def _products(parts: list[str], gazetteer: Gazetteer) -> Iterable[Shortened]:
    """`Boeing 737 MAX`, `F-16 Fighting Falcon`, `USS Constitution`."""
    first, rest = parts[0], " ".join(parts[1:])
    if any(one.type == "Company" for one in gazetteer.by_name.get(first, ())):
        yield {"Product"}, rest
    if DESIGNATION.fullmatch(first) and all(map(str.isalpha, parts[1:])):
        yield {"Product"}, first
        yield {"Product"}, rest
    if len(first) <= SHIP and len(rest) >= MIN_SHIP and value("first").get(first) == "Product":
        yield {"Product"}, rest


def _organizations(parts: list[str], gazetteer: Gazetteer) -> Iterable[Shortened]:
    """`PGE Polska Grupa Energetyczna`, which begins with its own letters."""
    first, rest = parts[0], parts[1:]
    if len(rest) > 2 and sorted(first) == sorted(part[0] for part in rest):
        yield {"Organization"}, first
        yield {"Organization"}, " ".join(rest)


def _part_in_letters(parts: list[str], gazetteer: Gazetteer) -> Iterable[Shortened]:
    """`BNY Mellon` for `Bank of New York Mellon`, `LA County`: the first letters of words, then the same words."""
    letters = ""
    for place, word in enumerate(parts[:-1], start=1):
        letters += "" if is_function_word(word) else word[0]
        if len(letters) > 1:
            yield {"Organization", "Place"}, f"{letters} {' '.join(parts[place:])}"
