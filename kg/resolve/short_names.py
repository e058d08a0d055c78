"""How names are shortened: without their country, kind, year or maker."""

import re
import typing as t
from collections.abc import Collection, Iterable

from kg.lexicon import names, value
from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.name_forms import is_department_word, is_function_word, is_short_form, name_words
from kg.lexicon.noun_types import name_type
from kg.resolve.identity import Key

DATED_LAW: t.Final = re.compile(r"(.+?)(?: of)? [12]\d{3}")


def shortens(short: Key, full: Key, gazetteer: Gazetteer) -> bool:
    """Return whether one name is another without its country, its kind of organization, or both.

    `Treasury`, `Treasury Department` and `US Treasury` are short for `US Treasury Department`. `Bank` is not short,
    because it does not name a particular bank.
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


def beginnings(full: str, gazetteer: Gazetteer) -> set[str]:
    """Return index keys for the short forms of a name; one of the `found_by` of each short form is among them.

    Many names begin with the same word, such as `University of ...`, so the first word alone is not enough.
    """
    parts = name_words(full)
    return {" ".join(parts[:length]) for length in range(1, len(parts))} | {_by_office(full, gazetteer)}


def found_by(short: str, gazetteer: Gazetteer) -> set[str]:
    """Return the keys for looking up a name in the `beginnings` of others."""
    return {" ".join(name_words(short)), _by_office(short, gazetteer)}


def _by_office(form: str, gazetteer: Gazetteer) -> str:
    return f"office: {_office(form, gazetteer).name}"


def _leaves_out(one: "Office", other: "Office") -> bool:
    """Return whether one name of an office is the other without its country or its kind."""
    if one.name != other.name or {one.kind, other.kind} == names("government", "department"):
        return False
    if one.country == other.country:
        return one.kind is None and other.kind is not None
    is_government = other.kind is not None or other.name.rsplit(" ", 1)[-1] in names("government")
    return one.country is None and is_government


def _is_unit(short: Key, full: Key) -> bool:
    """Return whether a name is that of a numbered military unit without its kind: `101st Airborne`."""
    rest = full.form.removeprefix(f"{short.form} ")
    return " " in short.form and short.form[0].isdigit() and value("last").get(rest) == "MilitaryOrganization"


class Office(t.NamedTuple):
    """The parts of the name of a government organization: `US`, `treasury`, `department`."""

    country: str | None
    name: str
    kind: str | None


def _office(form: str, gazetteer: Gazetteer) -> Office:
    country, rest = gazetteer.country_before(form.split())
    kind = rest[-1] if len(rest) > 1 and is_department_word(rest[-1]) else None
    return Office(country, " ".join(rest[:-1] if kind else rest), kind)


def _is_distinctive(form: str) -> bool:
    """Return whether a name says more than the kind of organization."""
    return not names("common", "general", "function").issuperset(form.split())


def without_a_word(form: str, gazetteer: Gazetteer) -> Iterable[tuple[Collection[str], str]]:
    """Yield the short forms of a name, each with the types of entities that have such names."""
    parts = form.split()
    if dated := DATED_LAW.fullmatch(form):
        yield {"Law"}, dated[1]
    if len(parts) > 1 and name_type(form.title()) == "Law":
        yield {"Law"}, " ".join(parts[:-1])
    if len(parts) > 1 and value("first").get(parts[-2]) == "Event" and len(parts) <= 3:
        yield {"Event"}, parts[-1]
    if len(parts) > 1 and any(one.type == "Company" for one in gazetteer.by_name.get(parts[0], ())):
        yield {"Product"}, " ".join(parts[1:])
    yield from (({"Law", "Organization", "Place"}, short) for short in _part_in_letters(parts))


def _part_in_letters(parts: list[str]) -> Iterable[str]:
    """Yield a name with words reduced to initials, then the same words: `BNY Mellon` for `Bank of New York Mellon`."""
    letters = ""
    for place, word in enumerate(parts[:-1], start=1):
        letters += "" if is_function_word(word) else word[0]
        if len(letters) > 1:
            yield f"{letters} {' '.join(parts[place:])}"
