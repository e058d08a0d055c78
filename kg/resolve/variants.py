"""Variants of names: a table of named rules, from the most to the least certain."""

import itertools
import re
import typing as t
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.lexicon.gazetteer import Gazetteer, is_adjective_of_place
from kg.lexicon.name_forms import (
    BEGINNING,
    acronyms,
    bare,
    blend_beginnings,
    has_legal_form,
    is_acronym,
    is_blend,
    is_function_word,
    is_short_form,
    normal_form,
    one_name,
)
from kg.lexicon.noun_types import broad_type
from kg.lexicon.person_names import given_names, last_names, person_name
from kg.lexicon.spelling import folded, letters, number, sounds, state_names, without_initials
from kg.resolve import persons
from kg.resolve.identity import SORTS, Key, Sort, body_without_owner, government_form, homes_of
from kg.resolve.persons import Choices, Names, first_of_each
from kg.resolve.short_names import beginnings, found_by, shortens, without_a_word
from kg.resolve.shortened import owned, parts_of_team, party_members, shortened, subtitles, team_names, without_kind
from kg.resolve.types import TEAM

NAMED: t.Final = frozenset({"person", "place", "other", "work", "unclear"})
NOT_PERSONS: t.Final = frozenset({"known", "other", "place", "work"})
UNORDERED: t.Final = frozenset({"Product", "Thing", "Work"})
"""The types whose names of three or more words can change their order: `Nobel Physics Prize`."""
PARTS: t.Final = re.compile(r"[\s\-–]+")
PEOPLE: t.Final = re.compile(r"(?<=\w) people$")
MIN_LETTERS: t.Final = 5
MIN_WITH_DIGIT: t.Final = 3
"""The minimum length of a name that its letters alone identify: `IT` is not `It`."""


@dataclass(frozen=True, slots=True)
class Bearers:
    """The data about the entities of each key: their names, the documents they are in, and the gazetteer."""

    names: Names
    documents: Mapping[Key, frozenset[str]]
    gazetteer: Gazetteer
    types: Mapping[Key, frozenset[str]] = field(default_factory=dict)
    """The types of the names of each entity."""

    def without(self, sort: Sort) -> "Bearers":
        """Return the data about all entities except those with keys of one sort."""
        return replace(self, names={key: names for key, names in self.names.items() if key.sort != sort})

    def are(self, types: Collection[str], *keys: Key) -> bool:
        """Return whether a name of each of these entities has one of these types."""
        return all(not self.types.get(key, frozenset()).isdisjoint(types) for key in keys)

    def together(self, choices: Choices) -> Choices:
        """Return the choices that share a document with the name that is a variant of them.

        Acronyms and short names that never occur in a document with the full name mostly mean something else.
        """
        return {
            key: [other for other in found if not self.documents[key].isdisjoint(self.documents[other])]
            for key, found in choices.items()
        }


class Rule(t.NamedTuple):
    """A reason for treating two names as the same entity, and a function that finds the choices for each key."""

    reason: str
    choices: Callable[[Bearers], Choices]


def _same_letters(bearers: Bearers) -> Choices:
    """Names that differ only in spaces, hyphens, accents and punctuation: `Wal-Mart`, `Walmart`."""

    def forms(name: str) -> set[str]:
        normal = normal_form(name)
        found = {letters(one) for one in (name, bare(name), normal, without_initials(normal.split()))}
        return {form for form in found if len(form) >= (MIN_LETTERS if form.isalpha() else MIN_WITH_DIGIT)}

    return _sharing_forms(bearers, forms)


def _same_words(bearers: Bearers) -> Choices:
    """Names in another order, or with other numerals: `Orange County`, `World War 2`, `Nobel Prize in Physics`.

    Two words may be reordered only for a place, an event or a law, three also for a product, a work or a thing.
    """

    def forms(least: int) -> Callable[[str], set[str]]:
        def of(name: str) -> set[str]:
            found = _words_in_order(name)
            return {" ".join(found)} if len(found) >= least else set()

        return of

    kinds = {key for key in bearers.names if _sort(key) == "place" or bearers.are({"Event", "Law"}, key)}
    unordered = {key for key in bearers.names if bearers.are(UNORDERED, key)}
    return {
        **_sharing_forms(replace(bearers, names={key: bearers.names[key] for key in unordered}), forms(3)),
        **_sharing_forms(replace(bearers, names={key: bearers.names[key] for key in kinds}), forms(2)),
    }


def _words_in_order(name: str) -> list[str]:
    """Return the words of a name sorted by their letters, with numerals as figures and states in full: `Reno, Nev.`."""
    place, comma, where = name.partition(", ")
    full = f"{place} {state_names().get(where, where)}" if comma else name
    numbered = [number(word) or letters(word) for word in PARTS.split(full)]
    return sorted(word for word in numbered if word and not is_function_word(word))


def _other_names(bearers: Bearers) -> Choices:
    """Names of an entity that is known to have several: `Gothenburg`, `Göteborg`."""
    return _sharing_forms(bearers, lambda name: {known} if (known := one_name(name)) is not None else set())


def _sharing_forms(bearers: Bearers, forms: Callable[[str], set[str]]) -> Choices:
    """Return for each key the first key of the same sort with which it shares a form of a name."""
    by_form: dict[tuple[str, str], list[Key]] = {}
    for key, names in bearers.names.items():
        sort = _sort(key)
        for name in _own_names(key, names) if sort in NAMED and not key.document else ():
            for form in forms(name):
                by_form.setdefault((sort, form), []).append(key)
    return first_of_each(set(keys) for keys in by_form.values() if len(keys) > 1)


def _label(key: Key) -> str:
    """Return the label in the key of a known entity."""
    return key.form.rpartition(" (")[0]


def _own_names(key: Key, names: Sequence[str]) -> list[str]:
    """Return the name of a key in all its spellings, without the other names that the text uses."""
    label = _label(key) if key.sort == "known" else key.form
    return [label, *(name for name in names if normal_form(name) in {label, normal_form(label)})]


def _sort(key: Key) -> Sort:
    """Return the sort of a key; for a known entity, the sort that its type implies."""
    return SORTS.get(broad_type(_known_type(key)), "other") if key.sort == "known" else key.sort


def _named(bearers: Bearers) -> list[tuple[Key, Sequence[str]]]:
    return [(key, names) for key, names in bearers.names.items() if key.sort in NAMED]


def _of_one_form(bearers: Bearers) -> Choices:
    """Return for each name of unclear type the typed names of the same form."""
    typed: dict[str, list[Key]] = {}
    for key, _ in _named(bearers):
        if key.sort != "unclear":
            typed.setdefault(key.form, []).append(key)
    return {key: typed.get(key.form, []) for key, _ in _named(bearers) if key.sort == "unclear"}


def _spelled_out(bearers: Bearers) -> Choices:
    """Return for each acronym the names that it can abbreviate; that of a person only persons."""
    by_acronym = _by_acronym(bearers)
    short = {key: key.form for key, names in _named(bearers) if any(map(is_acronym, names))}
    known = {key: label for key in bearers.names if key.sort == "known" and is_acronym(label := _label(key))}
    return {
        key: [full for full in by_acronym.get(letters(form), ()) if full != key and _sorts_agree(key, full)]
        for key, form in (short | known).items()
    }


def _by_acronym(bearers: Bearers) -> dict[str, set[Key]]:
    found: dict[str, set[Key]] = {}
    for key, names in bearers.names.items():
        if key.sort in NAMED or key.sort == "known":
            for acronym in {acronym for name in _spelled(key, names) for acronym in acronyms(name)}:
                found.setdefault(acronym.casefold(), set()).add(key)
    return found


def _spelled(key: Key, names: Sequence[str]) -> list[str]:
    """Return the names that can have acronyms, without the titles of persons and the owners of bodies."""
    return [key.form] if key.sort == "person" else [*names, *_own_names(key, names), *map(body_without_owner, names)]


def _blended(bearers: Bearers) -> Choices:
    """Return for each one-word name the names from whose beginnings of words it is made: `Pemex`, `HIMARS`."""
    within: dict[str, list[tuple[Key, str, tuple[str, ...]]]] = {}
    for key, name in _of_no_persons(bearers):
        row = key, name, tuple(blend_beginnings(name))
        for document in bearers.documents[key]:
            within.setdefault(document, []).append(row)
    found: dict[Key, set[Key]] = {}
    for names in within.values():  # one document at a time: the beginnings take more memory than the names
        by_beginning: dict[str, list[tuple[Key, str]]] = {}
        for key, name, beginnings_ in names:
            for beginning in beginnings_:
                by_beginning.setdefault(beginning, []).append((key, name))
        for key, name, _ in names:
            for one, other in by_beginning.get(folded(name)[:BEGINNING], ()) if name.isalpha() else ():
                if is_blend(name, other) and _sorts_agree(key, one):
                    found.setdefault(key, set()).add(one)
    return found


def _of_no_persons(bearers: Bearers) -> Iterable[tuple[Key, str]]:
    """Yield the names of entities that are not persons."""
    sorts = NOT_PERSONS | {"unclear"}
    return ((key, name) for key, names in bearers.names.items() if key.sort in sorts for name in names)


def _in_the_plural(bearers: Bearers) -> Choices:
    """Names of peoples and movements in the plural, or with "people": `Democrats`, `Rohingyas`, `Rohingya people`.

    A firm or team called by the adjective of a country is not its people: `American`, `Americans`.
    """

    def forms(name: str) -> set[str]:
        plain = sounds(letters(PEOPLE.sub("", name))).removesuffix("s")
        return {plain} if len(plain) >= MIN_LETTERS and not is_adjective_of_place(name) else set()

    kinds = {key for key in bearers.names if bearers.are({"Group"}, key)}
    return _sharing_forms(replace(bearers, names={key: bearers.names[key] for key in kinds}), forms)


def _parties(bearers: Bearers) -> Choices:
    """Return for each plural name the parties in its documents that it can mean: `Greens` for `Green Party`.

    For a known party, its usual name counts as well, even if the document uses another: `Tories`.
    """
    labels = [(key, _label(key)) for key in bearers.names if key.sort == "known"]
    found = set(_of_no_persons(bearers))
    return _short_within(bearers, party_members, found, lambda *_: True, full=[*sorted(found), *labels])


def _sorts_agree(one: Key, other: Key) -> bool:
    """Return whether an entity of one key can be of the other's sort; a person is never of unclear sort."""
    sorts = {_sort(one), _sort(other)}
    return len(sorts) == 1 or ("unclear" in sorts and "person" not in sorts)


def _is_known_organization(key: Key) -> bool:
    return key.sort == "known" and broad_type(_known_type(key)) == "Organization"


def _known_in_other_words(bearers: Bearers) -> Choices:
    """Return for each name the known entity that has it in another form: `Indian Supreme Court`."""
    known: dict[str, list[Key]] = {}
    for key, names in bearers.names.items():
        for form in _full_forms(key, names, bearers.gazetteer) if key.sort == "known" else ():
            known.setdefault(form.form, []).append(key)
    return {key: known.get(key.form, ()) for key, _ in _named(bearers) if key.sort == "other"}


def _fuller(bearers: Bearers) -> Choices:
    """Return for each name the fuller names of the same entity, without those that are short for another of them."""
    names, gazetteer = bearers.names, bearers.gazetteer
    key_of = {form: key for key in sorted(names) for form in _full_forms(key, names[key], gazetteer)}
    by_beginning, found = _by_beginning(key_of, gazetteer), {}
    for key in names:
        if key.sort in NAMED and key.sort != "person":
            longer = {form for mark in found_by(key.form, gazetteer) for form in by_beginning.get(mark, ())} - {key}
            fuller = [form for form in longer if shortens(key, form, gazetteer)]
            last = {key_of[one] for one in fuller if not any(shortens(one, other, gazetteer) for other in fuller)}
            found[key] = sorted(last - {key})
    return found


def _by_beginning(forms: Iterable[Key], gazetteer: Gazetteer) -> Mapping[str, Sequence[Key]]:
    """Return the names of several words by each of their beginnings."""
    found: dict[str, list[Key]] = {}
    for form in forms:
        for beginning in beginnings(form.form, gazetteer) if " " in form.form else ():
            found.setdefault(beginning, []).append(form)
    return found


def _fuller_by_document(bearers: Bearers) -> Choices:
    """Return the fuller names that each name means anywhere, or in a document that has both."""
    found = _fuller(bearers)
    together = bearers.together(found)
    return {key: [one for one in full if one in together[key] or _is_clear(key, one)] for key, full in found.items()}


def _is_clear(short: Key, full: Key) -> bool:
    """Return whether a short name means the same anywhere: several words, or a firm without `Group` or `Inc.`."""
    return " " in short.form or is_short_form(short.form, _label(full) if full.sort == "known" else full.form)


def _full_forms(key: Key, names: Sequence[str], gazetteer: Gazetteer) -> Iterable[Key]:
    """Return a name as a full form for shorter names; for a known organization, all its known names."""
    if _is_known_organization(key):
        label = _label(key)
        known = (name for name in names if (entry := gazetteer.find(name)) is not None and entry.label == label)
        forms = map(normal_form, (label, *known))
        return [Key("other", government_form(form, gazetteer) or form) for form in forms]
    return [key] if key.sort in NAMED and key.sort != "person" else []


def _in_country(bearers: Bearers) -> Choices:
    """Return for each place with its country or region (`Lyon, France`, `Elko, Nev.`) the place without it."""
    places = {key.form: key for key in bearers.names if key.sort == "place"}
    found: dict[Key, list[Key]] = {}
    for key, names in _named(bearers):
        for name in names if key.sort == "place" else ():
            place, comma, where = name.partition(", ")
            if comma and normal_form(place) in places and homes_of(where, bearers.gazetteer):
                found.setdefault(places[normal_form(place)], []).append(key)
    return found


def _less_a_word(bearers: Bearers) -> Choices:
    """Return for each short name of a law, storm or product the name with its kind, year or maker.

    `Clean Air Act` for `Clean Air Act of 1970`, `Dodd-Frank` for `Dodd-Frank Act`, `Katrina` for `Hurricane Katrina`,
    `737 MAX` for `Boeing 737 MAX`.
    """
    by_form: dict[str, list[Key]] = {}
    for key, names in bearers.names.items():
        for form in {normal_form(name) for name in names} if key.sort in NAMED or key.sort == "known" else ():
            by_form.setdefault(form, []).append(key)
    found: dict[Key, list[Key]] = {}
    for form, keys in by_form.items():
        for types, short in without_a_word(form, bearers.gazetteer):
            for key, other in itertools.product(keys, by_form.get(short, ())):
                if key != other and bearers.are(types, key, other):
                    found.setdefault(other, []).append(key)
    return found


def _shortened_within(bearers: Bearers) -> Choices:
    """Return for each name that is not a person's the longer one in its documents: `Sarbanes-Oxley`."""
    return _short_within(bearers, shortened, set(_of_no_persons(bearers)), _sorts_agree)


def _team_within(bearers: Bearers) -> Choices:
    """Return for each plural name the team in its documents that it can mean: `Pistons`."""
    named = {(key, name) for key, names in _named(bearers) for name in names}
    return _short_within(bearers, team_names, named, lambda *_: True)


def _team_by_part(bearers: Bearers) -> Choices:
    """Return for each unknown name, not of a person or place, the team in its documents that it can mean: `Inter`.

    None if the name of something else, as far as is known, begins or ends with it as well.
    """
    labels = {"Organization", "Thing", TEAM}
    teams = {key for key, _ in _of_no_persons(bearers) if _is_team(key, bearers)}
    near = frozenset().union(*(bearers.documents[key] for key in teams))
    full = [one for one in _of_no_persons(bearers) if not near.isdisjoint(bearers.documents[one[0]])]
    named = {(key, name) for key, name in full if bearers.are(labels, key)}
    found = _short_within(bearers, parts_of_team, named, lambda *_: True, full=full)
    return {key: others for key, others in found.items() if teams.issuperset(others)}


def _is_team(key: Key, bearers: Bearers) -> bool:
    """Return whether an entity is a team according to the gazetteer or the label of its name."""
    return (key.sort == "known" and _known_type(key) == TEAM) or bearers.are({TEAM}, key)


def _less_kind_within(bearers: Bearers) -> Choices:
    """Return for each name the longer ones in its documents that add its kind: `Sputnik V vaccine`."""
    by_form: dict[str, list[Key]] = {}
    for key, names in bearers.names.items():
        for form in {normal_form(name) for name in names}:
            by_form.setdefault(form, []).append(key)
    found: dict[Key, set[Key]] = {}
    for key, full in _of_no_persons(bearers):
        for form, kind in without_kind(full):
            agrees = _sort(key) in {"unclear", SORTS.get(broad_type(kind), "other")}
            near = [
                one for one in by_form.get(form, ()) if not bearers.documents[one].isdisjoint(bearers.documents[key])
            ]
            if agrees and key not in near and all(_is_of_kind(one, kind, bearers) for one in near):
                for one in near:
                    found.setdefault(one, set()).add(key)
    return found


def _is_of_kind(key: Key, kind: str, bearers: Bearers) -> bool:
    """Return whether an entity can be of a kind: if known, by its type; otherwise by its label, or if it has none.

    A region or an event must have the label; an entity with the name of a river or island must not be another place.
    """
    if key.sort == "known":
        return _known_type(key) == kind
    if kind in {"Event", "Region"}:
        return broad_type(kind) in bearers.types.get(key, frozenset())
    return key.sort == "unclear" or (kind == "Product" and bearers.are({"Product"}, key))


def _known_type(key: Key) -> str:
    """Return the type in the key of a known entity."""
    return key.form.removesuffix(")").rpartition(" (")[2]


def _owned_within(bearers: Bearers) -> Choices:
    """Return for each name the one in its documents that adds its owner: `OpenAI's ChatGPT`."""
    named = {(key, name) for key, names in bearers.names.items() for name in names}
    return _short_within(bearers, owned, named, lambda *_: True, known=True)


def _titles_within(bearers: Bearers) -> Choices:
    """Return for each title the one in its documents that adds its series: `Mad Max: Fury Road`."""
    works = {(key, name) for key, name in _of_no_persons(bearers) if key.sort == "work"}
    return _short_within(bearers, subtitles, works, lambda one, other: _sort(one) == _sort(other))


def _short_within(
    bearers: Bearers,
    shorts: Callable[[str, Gazetteer], frozenset[str]],
    named: Iterable[tuple[Key, str]],
    agree: Callable[[Key, Key], bool],
    *,
    known: bool = False,
    full: Iterable[tuple[Key, str]] | None = None,
) -> Choices:
    by_form: dict[str, list[tuple[Key, str]]] = {}
    for key, name in named:
        if key.sort != "known" or known:
            by_form.setdefault(normal_form(name), []).append((key, name))
    found: dict[Key, set[Key]] = {}
    for key, long in _of_no_persons(bearers) if full is None else full:
        for short in shorts(long, bearers.gazetteer) & by_form.keys():
            for other, name in by_form[short]:
                if other != key and agree(key, other) and not has_legal_form(name):
                    found.setdefault(other, set()).add(key)
    return bearers.together(found)


def _others(bearers: Bearers) -> frozenset[str]:
    """Return the one-word names, full or short, of entities that are not persons."""
    forms = [normal_form(name) for key, names in bearers.names.items() if key.sort in NOT_PERSONS for name in names]
    return frozenset(form.split()[0] for form in forms if " " not in form or is_short_form(form.split()[0], form))


def _unclear_names_of_persons(bearers: Bearers) -> Choices:
    """Return for each unknown one-word name of unclear type the persons in its documents with that name.

    It is their last name, or their first one.
    """
    by_last: dict[str, list[Key]] = {}
    for key, names in bearers.names.items():
        for name in filter(None, map(person_name, names)) if key.sort == "person" and not key.document else ():
            for last in last_names(name) | given_names(name) if not name.partial else ():
                by_last.setdefault(last, []).append(key)
    others = _others(bearers.without("unclear"))
    return {
        key: [one for one in by_last.get(key.form, ()) if bearers.documents[key] <= bearers.documents[one]]
        for key in bearers.names
        if key.sort == "unclear" and key.form not in others and key.form not in bearers.gazetteer.by_name
    }


RULES: t.Final = (
    Rule("same letters", _same_letters),
    Rule("same words", _same_words),
    Rule("other spelling of a person's name", lambda bearers: persons.other_spellings(bearers.names)),
    Rule("people in the plural", _in_the_plural),
    Rule("known by other names", _other_names),
    Rule("gazetteer", _known_in_other_words),
    Rule("names of a person that agree", lambda bearers: persons.agreeing_names(bearers.names)),
    Rule("acronym", lambda bearers: bearers.together(_spelled_out(bearers))),
    Rule("acronym", _blended),
    Rule("short name", _fuller_by_document),
    Rule("name less its kind, year or maker", _less_a_word),
    Rule("place with its country", _in_country),
    Rule("short for a name of the document", _shortened_within),
    Rule("name without its kind", _less_kind_within),
    Rule("name without its owner", _owned_within),
    Rule("title without its series", _titles_within),
    Rule("team without its place", _team_within),
    Rule("part of a team's name", _team_by_part),
    Rule("members of a party", _parties),
    Rule("last name in the same document", lambda b: persons.last_names_within(b.names, b.documents, _others(b))),
    Rule("name of one person of the document", _unclear_names_of_persons),
    Rule("first name in the same document", lambda b: persons.given_names_within(b.names, b.documents, _others(b))),
    Rule("last name of one person only", lambda bearers: persons.last_names_anywhere(bearers.names, _others(bearers))),
    Rule("same last name", lambda bearers: persons.same_last_names(bearers.names, bearers.documents)),
    Rule("same name of unclear type", _of_one_form),
)
"""The reasons for treating two names as the same entity; each rule sees the unions of those before it."""
