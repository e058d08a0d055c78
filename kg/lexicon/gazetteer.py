"""Countries, regions, cities, bodies, media, companies and the like that are known before any text is read."""

import functools
import re
import typing as t
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.lexicon.name_forms import is_acronym, normal_form
from kg.lexicon.noun_types import broad_type
from kg.lexicon.tables import data_json, names

PLURAL: t.Final = re.compile(r"[^isu]s$")
TAKEN_FOR: t.Final[Mapping[str, str]] = {"NewsMediaOrganization": "Work"}
"""What the model's labels take things of a type for: newspapers for titles."""


class Entry(t.NamedTuple):
    """A known thing: its usual name, its type, and what else is known of it.

    `aliases` are other names, `adjectives` those of a country or region (`French`), `capital` its city, `country` the
    one that a place or a body belongs to, `links` IRIs of the same thing elsewhere. An `ambiguous` name means other
    things as well (`Jordan`, `Time`), so it counts only where the text agrees with the type.
    """

    label: str
    type: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    capital: str | None = None
    country: str | None = None
    ambiguous: bool = False
    links: tuple[str, ...] = ()

    @property
    def is_group(self) -> bool:
        """Whether it is a firm known as the group of others."""
        return any(name.endswith(" Group") for name in (self.label, *self.aliases))


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known things by every form of their names."""

    entries: tuple[Entry, ...]
    by_name: Mapping[str, Sequence[Entry]]
    """What each form can mean: unambiguous things before others, labels before aliases, then as they were given."""
    countries: Mapping[str, str] = field(default_factory=dict)
    """The name of each country by the forms of its names and adjectives."""
    regions: Mapping[str, str] = field(default_factory=dict)
    """The name of each other place that has adjectives by the forms of these: `european`."""

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Gazetteer":
        """Return the gazetteer of these entries; of two with one label and type the first counts."""
        kept: dict[tuple[str, str], Entry] = {}
        by_name: dict[str, list[Entry]] = {}
        for entry in entries:
            if kept.setdefault((entry.label, entry.type), entry) is entry:
                for form in {normal_form(name) for name in (entry.label, *entry.aliases)}:
                    by_name.setdefault(form, []).append(entry)
        for form, found in by_name.items():
            if len(found) > 1:
                found.sort(key=lambda one: (one.ambiguous, normal_form(one.label) != form))
        adjectives = ((normal_form(form), one) for one in kept.values() for form in one.adjectives)
        regions = {form: entry.label for form, entry in adjectives if entry.type != "Country"}
        countries: dict[str, str] = {}
        for entry in kept.values():
            for name in (entry.label, *entry.aliases, *entry.adjectives) if entry.type == "Country" else ():
                countries.setdefault(normal_form(name), entry.label)
        return cls(tuple(kept.values()), by_name, countries, regions)

    def extended(self, entries: Iterable[Entry]) -> "Gazetteer":
        """Return a gazetteer with more entries, which go before those that are in it."""
        return Gazetteer.of((*entries, *self.entries))

    def countries_in(self, words: Iterable[str]) -> set[str]:
        """Return the countries that some words name: "french" is of France."""
        return {self.countries[word] for word in words if word in self.countries}

    def meanings(self, name: str) -> Sequence[Entry]:
        """Return all things with that name; up to three letters count as they are known: `WHO`, `Fed`, but not `Who`.

        A short name that is known for a place is mostly another's: `Rio`.
        """
        name, form = name.removeprefix("the ").removeprefix("The "), normal_form(name)
        if len(form) <= 3 and not is_acronym(name):
            known = (one for one in self.by_name.get(form, ()) if broad_type(one.type) != "Place")
            return [one for one in known if name in (one.label, *one.aliases)]
        if not any(map(str.isupper, name)):
            return ()
        found = self.by_name.get(form) or self._companies(form.split()) or self._of_country(form.split())
        return [one for one in found if broad_type(one.type) != "Place"] if _is_club(name) else found

    def _companies(self, words: list[str]) -> Sequence[Entry]:
        """Return the companies whose name, in small letters, is longer than the usual one: `intel corporation`.

        A word for a kind of business tells the members of a group apart: Tata Motors is not the Tata Group.
        """
        whole = True
        while len(words) > 1 and words[-1] in names("form", "whole", "kind"):
            whole, words = whole and words[-1] in names("form", "whole"), words[:-1]
            named = self.by_name.get(" ".join(words), ())
            found = [one for one in named if one.type == "Company" and (whole or not one.is_group)]
            if found:
                return found
        return ()

    def _of_country(self, words: list[str]) -> Sequence[Entry]:
        """Return what a country's name stands before, in small letters, if it is its own: `us weather service`."""
        country, rest = self.country_before([words[0].removesuffix("'s"), *words[1:]])
        found = self.by_name.get(" ".join(rest), ()) if country else ()
        return [entry for entry in found if entry.country == country and broad_type(entry.type) == "Organization"]

    def find(self, name: str, *, type_: str = "Thing", within: Collection[str] = ()) -> Entry | None:
        """Return the thing with that name, of several the first that agrees with a type and lies in a country around.

        `within` are countries whose cities and regions the text names, once for each.
        """
        meanings, broad, around = self.meanings(name), broad_type(type_), tuple(within)
        fitting = [one for one in meanings if broad in {broad_type(one.type), TAKEN_FOR.get(one.type)}]
        if broad == "Thing":  # where nothing tells, `Jordan` and `The Sun` mean themselves, but not `Time`
            fitting = [m for m in meanings if not m.ambiguous or broad_type(m.type) == "Place" or m.label[:4] == "The "]
        elif not fitting:
            fitting = [one for one in meanings if not one.ambiguous]
        return max(fitting, key=lambda one: around.count(home(one)), default=None)

    def country_before(self, words: Sequence[str]) -> tuple[str | None, tuple[str, ...]]:
        """Return the country that a row of words in small letters begins with, or None, and the words after it.

        >>> default_gazetteer().country_before(("us", "labor", "department"))
        ('United States', ('labor', 'department'))
        """
        for length in range(min(len(words) - 1, 3), 0, -1):
            country = self.countries.get(" ".join(words[:length]))
            if country is not None:
                return country, tuple(words[length:])
        return None, tuple(words)


def _is_club(name: str) -> bool:
    """Tell whether a name has the letters of a club before or behind it: `FC Barcelona`, which is no city."""
    parts = name.replace(".", "").split()
    ends = {part.lower() for part in (parts[0], parts[-1]) if part.isupper()}
    return len(parts) > 1 and not ends.isdisjoint(names("form", "club"))


def home(entry: Entry) -> str:
    """Return the country that an entry is or belongs to, "" where it is of none."""
    return entry.label if entry.type == "Country" else entry.country or ""


@functools.cache
def default_gazetteer() -> Gazetteer:
    """Return the gazetteer that comes with the package (`kg/data/gazetteer.json`)."""
    rows: list[dict[str, t.Any]] = data_json("gazetteer")
    for row in rows:
        row |= {key: tuple(several) for key, several in row.items() if isinstance(several, list)}
    return Gazetteer.of(Entry(**row) for row in rows)


def country_meant(name: str) -> str | None:
    """Return the country that a name or an adjective means, None where it means none.

    >>> country_meant("the Dutch"), country_meant("Oslo")
    ('Netherlands', None)
    """
    return default_gazetteer().countries.get(normal_form(name.removeprefix("the ")))


def means_place(name: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a name can mean a place that is known, or is the adjective of one.

    >>> means_place("Detroit", default_gazetteer()), means_place("Irish", default_gazetteer())
    (True, True)
    """
    form = normal_form(name)
    known = any(broad_type(one.type) == "Place" for one in gazetteer.by_name.get(form, ()))
    return known or form in gazetteer.countries or form in gazetteer.regions


def behind_place(parts: Sequence[str], gazetteer: Gazetteer) -> Iterator[Sequence[str]]:
    """Yield what stands behind a place in a name that ends in a plural, as those of teams do: `Detroit | Pistons`."""
    if PLURAL.search(parts[-1].lower()) and parts[-1].lower() not in names("common", "general"):
        ends = range(max(1, len(parts) - 2), len(parts))
        yield from (parts[end:] for end in ends if means_place(" ".join(parts[:end]), gazetteer))


def is_adjective_of_place(name: str) -> bool:
    """Tell whether a name or an adjective means a country, or is the adjective of a region: `Dutch`, `European`."""
    return country_meant(name) is not None or normal_form(name) in default_gazetteer().regions
