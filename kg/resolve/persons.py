"""Decide which names of persons belong to the same person."""

import functools
import typing as t
from collections.abc import Iterable, Mapping, Sequence

from kg.lexicon.person_names import (
    PersonName,
    agreement_keys,
    can_be_last_name,
    can_be_one,
    can_be_part,
    has_initial_only,
    is_common,
    is_part,
    last_names,
    order_free_form,
    person_name,
    sound_alike,
    sound_of,
)
from kg.lexicon.spelling import sounds
from kg.resolve.identity import Key

Names: t.TypeAlias = Mapping[Key, Sequence[str]]
"""The names in the chains of each key."""
Choices: t.TypeAlias = Mapping[Key, Iterable[Key]]
"""For each key, the keys that it can be a variant of."""


def first_of_each(sets: Iterable[set[Key]]) -> dict[Key, set[Key]]:
    """Return for each key the first key of every set that contains it."""
    choices: dict[Key, set[Key]] = {}
    for same in sets:
        for key in same - {min(same)}:
            choices.setdefault(key, set()).add(min(same))
    return choices


@functools.lru_cache(maxsize=1024)
def _parsed(names: tuple[str, ...]) -> tuple[PersonName, ...]:
    return tuple(found for found in map(person_name, names) if found is not None)


def _full(names: Names) -> dict[Key, list[PersonName]]:
    """Return the names of more than one word of each person."""
    persons = {key: _parsed(tuple(found)) for key, found in names.items() if key.sort == "person"}
    full = {key: _with_gender(found) for key, found in persons.items()}
    return {key: found for key, found in full.items() if found and not key.document}


def _with_gender(found: Sequence[PersonName]) -> list[PersonName]:
    """Return the full names of a person, with the gender from the other names: "Mei Doe", "Ms. Doe"."""
    genders = {name.gender for name in found if name.gender is not None}
    gender = next(iter(genders)) if len(genders) == 1 else None
    return [name if name.gender else name._replace(gender=gender) for name in found if not name.partial]


def _single_names(names: Names) -> dict[Key, PersonName]:
    """Return the last name of each person who has no other name."""
    single = {key: _parsed(tuple(found)) for key, found in names.items() if key.document}
    return {key: max(found, key=lambda name: (name.gender or "", name)) for key, found in single.items() if found}


def other_spellings(names: Names) -> Choices:
    """Full names that sound alike (`Sergey Lavrov`, `Sergei Lavrov`), or have the same words in another order."""
    reordered: dict[object, set[Key]] = {}
    spelled: dict[str, list[tuple[Key, PersonName]]] = {}
    for key, found in sorted(_full(names).items()):
        for name in found:
            form, sound = order_free_form(name), sound_of(name)
            if form and not name.ruler and len(name.words) > 1:
                reordered.setdefault((form, name.generation), set()).add(key)
            if sound and not name.ruler:
                spelled.setdefault(sound, []).append((key, name))
    return first_of_each([*reordered.values(), *map(_similar_spellings, spelled.values())])


def _similar_spellings(found: Sequence[tuple[Key, PersonName]]) -> set[Key]:
    """Return the keys of the names that sound like the first; each name is compared only with that one."""
    return {key for key, name in found if sound_alike(found[0][1], name)}


def agreeing_names(names: Names) -> Choices:
    """Full names that can belong to one person: `John Doe`, `John Q. Doe`, `J. Doe`, `Johnny Doe`.

    A name that agrees with two conflicting names is assigned to neither.
    """
    full = {key: found for key, found in _full(names).items() if not all(map(has_initial_only, found))}
    similar: dict[Key, set[Key]] = {key: set() for key in full}
    for one, other in _may_agree(full):
        if _can_be_one(full[one], full[other]):
            similar[one].add(other)
            similar[other].add(one)
    clear = {key for key, same in similar.items() if all(same <= similar[other] | {other} for other in same)}
    return {key: {min((same & clear) | {key})} - {key} for key, same in similar.items() if key in clear}


def _may_agree(full: Mapping[Key, Sequence[PersonName]]) -> set[tuple[Key, Key]]:
    """Return the pairs of persons in which one looks for a key that the other has, each pair once."""
    wanted: dict[tuple[str, ...], set[Key]] = {}
    offered: dict[tuple[str, ...], set[Key]] = {}
    for key, found in full.items():
        for keys in map(agreement_keys, found):
            for shared in keys.wanted:
                wanted.setdefault(shared, set()).add(key)
            for shared in keys.offered:
                offered.setdefault(shared, set()).add(key)
    pairs = ((one, other) for shared, ones in wanted.items() for one in ones for other in offered.get(shared, ()))
    return {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}


def _can_be_one(one: Sequence[PersonName], other: Sequence[PersonName]) -> bool:
    return any(can_be_one(first, second) for first in one for second in other)


def last_names_within(names: Names, documents: Mapping[Key, frozenset[str]], others: frozenset[str]) -> Choices:
    """The persons in a document with a last name that occurs there by itself; `others` are names of non-persons.

    A form of address shows that a person is meant.
    """
    found, single = _bearers(names, lambda short, full: short.document in documents[full]), _single_names(names)
    return {key: persons for key, persons in found.items() if key.form not in others or single[key].gender}


def given_names_within(names: Names, documents: Mapping[Key, frozenset[str]], others: frozenset[str]) -> Choices:
    """The persons in a document with a first name that occurs there by itself; with a form of address, other names too.

    `Sir Alex`, `Mr. Lula`; none if it is someone's last name.
    """
    single, bearers = _single_names(names), _bearers(names, lambda *_: True)
    found = _bearers_of_part(names, documents, single)
    return {key: found[key] for key in found if not bearers[key] and (key.form not in others or single[key].gender)}


def _bearers_of_part(names: Names, documents: Mapping[Key, frozenset[str]], short: Mapping[Key, PersonName]) -> Choices:
    by_word: dict[str, set[Key]] = {}
    full = _full(names)
    for key, found in full.items():
        for word in {word for name in found for word in name.words[:-1] if is_part(word)}:
            by_word.setdefault(word, set()).add(key)
    return {
        key: {
            one
            for one in by_word.get(key.form, ())
            if key.document in documents[one] and any(can_be_part(single, name) for name in full[one])
        }
        for key, single in short.items()
    }


def last_names_anywhere(names: Names, others: frozenset[str]) -> Choices:
    """The persons with a last name that occurs by itself, if few share it: `Merkel`, but not `Smith`."""
    single = _single_names(names)
    found = _bearers(names, lambda short, _: not is_common(single[short]))
    return {key: persons for key, persons in found.items() if key.form not in others}


def _bearers(names: Names, may_mean: t.Callable[[Key, Key], bool]) -> Choices:
    by_last: dict[str, set[Key]] = {}
    full = _full(names)
    for key, found in full.items():
        for last in {sounds(last) for name in found for last in last_names(name)}:
            by_last.setdefault(last, set()).add(key)
    return {
        key: {
            other
            for last in last_names(short)
            for other in by_last.get(sounds(last), ())
            if may_mean(key, other) and any(can_be_last_name(short, name) for name in full[other])
        }
        for key, short in _single_names(names).items()
    }


def same_last_names(names: Names, documents: Mapping[Key, frozenset[str]]) -> Choices:
    """A last name that occurs by itself in several documents, if few share it and no full name is known."""
    bearers, part = _bearers(names, lambda *_: True), _bearers_of_part(names, documents, _single_names(names))
    single = {key: name for key, name in _single_names(names).items() if not bearers[key] and not part[key]}
    genders: dict[str, set[str]] = {}
    for name in single.values():
        genders.setdefault(name.form, set()).update({name.gender} - {None})  # type: ignore[arg-type]  # None is excluded
    first: dict[tuple[str, str], Key] = {}
    same: dict[Key, set[Key]] = {}
    for key in sorted(single):
        name = single[key]
        within = key.document if is_common(name) else ""
        if len(genders[name.form]) < 2 or name.gender:
            gender = name.gender if len(genders[name.form]) > 1 else ""
            same[key] = {first.setdefault((f"{name.form} {gender}", within), key)} - {key}
    return same
