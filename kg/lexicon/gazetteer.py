"""Known entities: countries, regions, cities, public bodies, media, companies and the like."""

import functools
import re
import typing as t
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kg.lexicon.name_forms import is_acronym, normal_form
from kg.lexicon.noun_types import broad_type
from kg.lexicon.tables import REMEMBERED, data_json, names

PLURAL: t.Final = re.compile(r"[^isu]s$")
TAKEN_FOR: t.Final[Mapping[str, str]] = {"NewsMediaOrganization": "Work"}
"""The types that the model takes entities of a type for: newspapers for titles of works."""


class Entry(t.NamedTuple):
    """A known entity: its usual name, its type, and further information.

    `aliases` are other names, `adjectives` those of a country or region (`French`), `capital` its capital city.
    `country` is the country of a place or body, and `links` are IRIs of the same entity elsewhere. An `ambiguous` name
    has other meanings (`Jordan`, `Time`), so it matches only if the text agrees with the type.
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
        """Whether it is a company known as a group of other companies."""
        return any(name.endswith(" Group") for name in (self.label, *self.aliases))


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known entities by every form of their names."""

    entries: tuple[Entry, ...]
    by_name: Mapping[str, Sequence[Entry]]
    """The meanings of each form: unambiguous entities before others, labels before aliases, then in input order."""
    countries: Mapping[str, str] = field(default_factory=dict)
    """The name of each country by the forms of its names and adjectives."""
    regions: Mapping[str, str] = field(default_factory=dict)
    """The name of each other place with adjectives, by the forms of these: `european`."""
    _known: dict[str, Sequence[Entry]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The meanings of the names that were looked up last."""

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Gazetteer":
        """Return the gazetteer of these entries; if two have the same label and type, the first is used."""
        unique: dict[tuple[str, str], Entry] = {}
        by_name: dict[str, list[Entry]] = {}
        for entry in entries:
            if unique.setdefault((entry.label, entry.type), entry) is entry:
                for form in {normal_form(name) for name in (entry.label, *entry.aliases)}:
                    by_name.setdefault(form, []).append(entry)
        for form, found in by_name.items():
            if len(found) > 1:
                found.sort(key=lambda one: (one.ambiguous, normal_form(one.label) != form))
        adjectives = ((normal_form(form), one) for one in unique.values() for form in one.adjectives)
        regions = {form: entry.label for form, entry in adjectives if entry.type != "Country"}
        countries: dict[str, str] = {}
        for entry in unique.values():
            for name in (entry.label, *entry.aliases, *entry.adjectives) if entry.type == "Country" else ():
                countries.setdefault(normal_form(name), entry.label)
        return cls(tuple(unique.values()), by_name, countries, regions)

    def extended(self, entries: Iterable[Entry]) -> "Gazetteer":
        """Return a gazetteer with more entries, which take precedence over the existing ones."""
        return Gazetteer.of((*entries, *self.entries))

    def countries_in(self, words: Iterable[str]) -> set[str]:
        """Return the countries that some words name: "french" is of France."""
        return {self.countries[word] for word in words if word in self.countries}

    def meanings(self, name: str) -> Sequence[Entry]:
        """Return all entities with that name; up to three letters must match exactly: `WHO`, `Fed`, but not `Who`.

        A short name that is known as a place usually means another entity: `Rio`.
        """
        known = self._known.get(name)
        if known is None:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            known = self._known[name] = self._meanings(name)
        return known

    def _meanings(self, name: str) -> Sequence[Entry]:
        name, form = name.removeprefix("the ").removeprefix("The "), normal_form(name)
        if len(form) <= 3 and not is_acronym(name):
            known = (one for one in self.by_name.get(form, ()) if broad_type(one.type) != "Place")
            return [one for one in known if name in (one.label, *one.aliases)]
        if not any(map(str.isupper, name)):
            return ()
        found = self.by_name.get(form) or self._companies(form.split()) or self._of_country(form.split())
        return [one for one in found if broad_type(one.type) != "Place"] if _is_club(name) else found

    def _companies(self, words: list[str]) -> Sequence[Entry]:
        """Return the companies for a name, in lower case, longer than the usual one: `intel corporation`.

        A word for a type of business distinguishes the members of a group: Tata Motors is not the Tata Group.
        """
        complete = True
        while len(words) > 1 and words[-1] in names("form", "whole", "kind"):
            complete, words = complete and words[-1] in names("form", "whole"), words[:-1]
            named = self.by_name.get(" ".join(words), ())
            found = [one for one in named if one.type == "Company" and (complete or not one.is_group)]
            if found:
                return found
        return ()

    def _of_country(self, words: list[str]) -> Sequence[Entry]:
        """Return the organizations for a name, in lower case, that begins with their country: `us weather service`."""
        country, rest = self.country_before([words[0].removesuffix("'s"), *words[1:]])
        found = self.by_name.get(" ".join(rest), ()) if country else ()
        return [entry for entry in found if entry.country == country and broad_type(entry.type) == "Organization"]

    def find(self, name: str, *, type_: str = "Thing", within: Collection[str] = ()) -> Entry | None:
        """Return the entity with that name: the first that agrees with a type, preferably in a country of the context.

        `within` are the countries of the cities and regions in the text, once for each.
        """
        meanings, broad, around = self.meanings(name), broad_type(type_), tuple(within)
        fitting = [one for one in meanings if broad in {broad_type(one.type), TAKEN_FOR.get(one.type)}]
        if broad == "Thing":  # without evidence, `Jordan` and `The Sun` match, but not `Time`
            fitting = [m for m in meanings if not m.ambiguous or broad_type(m.type) == "Place" or m.label[:4] == "The "]
        elif not fitting:
            fitting = [one for one in meanings if not one.ambiguous]
        return max(fitting, key=lambda one: around.count(home(one)), default=None)

    def country_before(self, words: Sequence[str]) -> tuple[str | None, tuple[str, ...]]:
        """Return the country at the start of a sequence of lower-case words, or None, and the remaining words.

        >>> default_gazetteer().country_before(("us", "labor", "department"))
        ('United States', ('labor', 'department'))
        """
        for length in range(min(len(words) - 1, 3), 0, -1):
            country = self.countries.get(" ".join(words[:length]))
            if country is not None:
                return country, tuple(words[length:])
        return None, tuple(words)


def _is_club(name: str) -> bool:
    """Return whether a name has the letters of a club before or after it: `FC Barcelona`, which is not a city."""
    parts = name.replace(".", "").split()
    ends = {part.lower() for part in (parts[0], parts[-1]) if part.isupper()}
    return len(parts) > 1 and not ends.isdisjoint(names("form", "club"))


def home(entry: Entry) -> str:
    """Return the country that an entry is or belongs to, or ""."""
    return entry.label if entry.type == "Country" else entry.country or ""


@functools.cache
def default_gazetteer() -> Gazetteer:
    """Return the gazetteer included in the package (`kg/data/gazetteer.json`)."""
    rows: list[dict[str, t.Any]] = data_json("gazetteer")
    for row in rows:
        row |= {key: tuple(several) for key, several in row.items() if isinstance(several, list)}
    return Gazetteer.of(Entry(**row) for row in rows)


def country_meant(name: str) -> str | None:
    """Return the country that a name or an adjective means, or None.

    >>> country_meant("the Dutch"), country_meant("Oslo")
    ('Netherlands', None)
    """
    return default_gazetteer().countries.get(normal_form(name.removeprefix("the ")))


def means_place(name: str, gazetteer: Gazetteer) -> bool:
    """Return whether a name can mean a known place, or is the adjective of one.

    >>> means_place("Detroit", default_gazetteer()), means_place("Irish", default_gazetteer())
    (True, True)
    """
    form = normal_form(name)
    known = any(broad_type(one.type) == "Place" for one in gazetteer.by_name.get(form, ()))
    return known or form in gazetteer.countries or form in gazetteer.regions


def after_place(parts: Sequence[str], gazetteer: Gazetteer) -> Iterator[Sequence[str]]:
    """Yield the words after a place in a name with a plural ending, like those of teams: `Detroit | Pistons`."""
    if PLURAL.search(parts[-1].lower()) and parts[-1].lower() not in names("common", "general"):
        ends = range(max(1, len(parts) - 2), len(parts))
        yield from (parts[end:] for end in ends if means_place(" ".join(parts[:end]), gazetteer))


def is_adjective_of_place(name: str) -> bool:
    """Return whether a word is a country's name or adjective, or the adjective of a region: `Dutch`, `European`."""
    return country_meant(name) is not None or normal_form(name) in default_gazetteer().regions
