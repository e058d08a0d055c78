"""Which names are variants of one name: initials, short names, names without their country or type."""

import typing as t
from collections.abc import Iterable, Mapping, Sequence

from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.names import DEPARTMENT_WORDS, acronyms, is_acronym, is_short_form, normal_form
from kg.lexicon.nouns import broad_type
from kg.lexicon.words import word_list
from kg.resolve.identity import Key, government_form

NAMED: t.Final = frozenset({"person", "place", "other", "unclear"})
Names: t.TypeAlias = Mapping[Key, Sequence[str]]
"""The names that the chains of each key bear."""


def variants(names: Names, gazetteer: Gazetteer) -> Iterable[tuple[Key, Key]]:
    """Yield pairs of keys that are variants of one name, where all names together leave one choice.

    Persons are never paired with other things, and persons never by parts of their names: two can share a last name.
    """
    named = [key for key in names if key.sort in NAMED]
    for choices in (_of_one_form(named), _spelled_out(names, named), _fuller(names, gazetteer)):
        for key, found in choices.items():
            if len(found) == 1:
                yield key, found[0]


def _of_one_form(named: Sequence[Key]) -> dict[Key, list[Key]]:
    """Return for each name of unclear type those of the same form with a type."""
    typed: dict[str, list[Key]] = {}
    for key in named:
        if key.sort != "unclear":
            typed.setdefault(key.form, []).append(key)
    return {key: typed.get(key.form, []) for key in named if key.sort == "unclear"}


def _spelled_out(names: Names, named: Sequence[Key]) -> dict[Key, list[Key]]:
    """Return for each acronym the names that it can stand for."""
    things = [key for key in named if key.sort != "person"]
    by_acronym: dict[str, list[Key]] = {}
    for key in things:
        for acronym in {acronym for name in names[key] for acronym in acronyms(name)}:
            by_acronym.setdefault(acronym.casefold(), []).append(key)
    return {key: by_acronym.get(key.form, []) for key in things if any(map(is_acronym, names[key]))}


def _fuller(names: Names, gazetteer: Gazetteer) -> dict[Key, list[Key]]:
    """Return for each name the fuller names of the same thing, without those that are short for another of them."""
    meant = {form: key for key in sorted(names) for form in _full_forms(key, names[key], gazetteer)}
    by_first_word: dict[str, list[Key]] = {}
    for form in meant:
        parts = form.form.split()
        for word in {parts[0], gazetteer.country_before(parts)[1][0]}:
            by_first_word.setdefault(word, []).append(form)
    found = {}
    for key in names:
        if key.sort in NAMED and key.sort != "person":
            fuller = [form for form in by_first_word[key.form.split()[0]] if shortens(key, form, gazetteer)]
            last = {meant[one] for one in fuller if not any(shortens(one, other, gazetteer) for other in fuller)}
            found[key] = sorted(last - {key})
    return found


def _full_forms(key: Key, names: Sequence[str], gazetteer: Gazetteer) -> Iterable[Key]:
    """Return a name as what shorter names can stand for; of an organization that the gazetteer knows, all its names."""
    label, _, type_ = key.form.removesuffix(")").rpartition(" (")
    if key.sort == "known" and broad_type(type_) == "Organization":
        forms = map(normal_form, (label, *names))
        return [Key("other", government_form(form, gazetteer) or form) for form in forms]
    return [key] if key.sort in NAMED and key.sort != "person" else []


def shortens(short: Key, full: Key, gazetteer: Gazetteer) -> bool:
    """Tell whether one name is another less its country, its kind of organization, or both.

    `Treasury`, `Treasury Department` and `US Treasury` are short for `US Treasury Department`; `Bank` for nothing,
    because it is the name of no bank in particular.
    """
    if is_short_form(short.form, full.form):
        return True
    if short.sort == "place" or full.sort == "place" or not _is_distinctive(short.form):
        return False
    one, other = _office(short.form, gazetteer), _office(full.form, gazetteer)
    if one.name != other.name or {one.kind, other.kind} == DEPARTMENT_WORDS:
        return False
    if one.kind is None and short.sort != "other":
        return False
    if one.country == other.country:
        return one.kind is None and other.kind is not None
    is_government = other.kind is not None or other.name.rsplit(" ", 1)[-1] in word_list("government heads")
    return one.country is None and is_government


class Office(t.NamedTuple):
    """The parts of the name of an organization of a state: `US`, `treasury`, `department`."""

    country: str | None
    name: str
    kind: str | None


def _office(form: str, gazetteer: Gazetteer) -> Office:
    country, rest = gazetteer.country_before(form.split())
    kind = rest[-1] if len(rest) > 1 and rest[-1] in DEPARTMENT_WORDS else None
    return Office(country, " ".join(rest[:-1] if kind else rest), kind)


def _is_distinctive(form: str) -> bool:
    """Tell whether a name says more than what kind of organization it is."""
    general = word_list("organization heads") | word_list("general words of names") | word_list("function words")
    return not general.issuperset(form.split())
