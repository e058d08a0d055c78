"""Which names are variants of one name: initials, short names, names without their country or type."""

import typing as t
from collections.abc import Iterable, Mapping, Sequence

from kg.lexicon.gazetteer import Gazetteer
from kg.lexicon.names import acronyms, is_acronym, is_department_form, is_short_form
from kg.lexicon.words import word_list
from kg.resolve.identity import Key

NAMED: t.Final = frozenset({"person", "place", "other", "unclear"})
Names: t.TypeAlias = Mapping[Key, Sequence[str]]
"""The names that the chains of each key bear."""


def variants(names: Names, gazetteer: Gazetteer) -> Iterable[tuple[Key, Key]]:
    """Yield pairs of keys that are variants of one name, where all names together leave one choice.

    Persons are never paired with other things, and persons never by parts of their names: two can share a last name.
    """
    named = [key for key in names if key.sort in NAMED]
    for choices in (_of_one_form(named), _spelled_out(names, named), _fuller(named, gazetteer)):
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


def _fuller(named: Sequence[Key], gazetteer: Gazetteer) -> dict[Key, list[Key]]:
    """Return for each name the fuller names of the same thing, without those that are short for another of them."""
    things = [key for key in named if key.sort != "person"]
    by_first_word: dict[str, list[Key]] = {}
    for key in things:
        first = {key.form.split()[0], gazetteer.country_before(key.form.split())[1][0]}
        for word in first:
            by_first_word.setdefault(word, []).append(key)
    found = {}
    for key in things:
        fuller = [other for other in by_first_word[key.form.split()[0]] if shortens(key, other, gazetteer)]
        found[key] = [one for one in fuller if not any(shortens(one, other, gazetteer) for other in fuller)]
    return found


def shortens(short: Key, full: Key, gazetteer: Gazetteer) -> bool:
    """Tell whether one name is another less its country, its kind of organization, or both.

    `Treasury`, `Treasury Department` and `US Treasury` are short for `US Treasury Department`; `Bank` for nothing,
    because it is the name of no bank in particular.
    """
    if is_short_form(short.form, full.form):
        return True
    if short.sort == "place" or full.sort == "place" or not _is_distinctive(short.form):
        return False
    country, rest = gazetteer.country_before(full.form.split())
    whole = " ".join(rest)
    if is_department_form(short.form, full.form) and short.sort == "other":
        return True
    if country is None or rest[-1] not in word_list("government heads"):
        return False
    return short.form == whole or (is_department_form(short.form, whole) and short.sort == "other")


def _is_distinctive(form: str) -> bool:
    """Tell whether a name says more than what kind of organization it is."""
    general = word_list("organization heads") | word_list("general words of names") | word_list("function words")
    return not general.issuperset(form.split())
