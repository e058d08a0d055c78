"""Countries, capitals, international bodies and news media that are known before any text is read."""

import functools
import json
import typing as t
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import resources

from kg.lexicon.names import is_acronym, normal_form

SHORT: t.Final = 3
MAX_COUNTRY_WORDS: t.Final = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A known thing: its usual name, its type, other names, adjectives (`French`), capital, and IRIs elsewhere."""

    label: str
    type: str
    aliases: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    capital: str | None = None
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known things by every form of their names; of two things with one name, the first by alphabet is taken."""

    by_name: Mapping[str, Entry]
    countries: Mapping[str, str] = field(default_factory=dict)
    """The name of each country by the forms of its names and adjectives."""

    @classmethod
    def of(cls, entries: Iterable[Entry]) -> "Gazetteer":
        """Return the gazetteer of these entries."""
        ordered = sorted(entries, key=lambda entry: (entry.label, entry.type))
        names = [(normal_form(name), entry) for entry in ordered for name in entry.aliases]
        labels = [(normal_form(entry.label), entry) for entry in ordered]
        countries = [
            (normal_form(form), entry.label)
            for entry in ordered
            if entry.type == "Country"
            for form in (entry.label, *entry.aliases, *entry.adjectives)
        ]
        return cls(dict(reversed([*labels, *names])), dict(reversed(countries)))

    def find(self, name: str) -> Entry | None:
        """Return the thing with that name; up to three letters count in capitals only: `WHO`, but not `Who`."""
        name, form = name.removeprefix("the ").removeprefix("The "), normal_form(name)
        long_enough = len(form) > SHORT and any(map(str.isupper, name))
        return self.by_name.get(form) if long_enough or is_acronym(name) else None

    def country_before(self, words: Sequence[str]) -> tuple[str | None, tuple[str, ...]]:
        """Return the country that a row of words in small letters begins with, or None, and the words after it.

        >>> default_gazetteer().country_before(("us", "labor", "department"))
        ('United States', ('labor', 'department'))
        """
        for length in range(min(len(words) - 1, MAX_COUNTRY_WORDS), 0, -1):
            country = self.countries.get(" ".join(words[:length]))
            if country is not None:
                return country, tuple(words[length:])
        return None, tuple(words)


@functools.cache
def default_gazetteer() -> Gazetteer:
    """Return the gazetteer that comes with the package (`kg/data/gazetteer.json`)."""
    text = resources.files("kg").joinpath("data/gazetteer.json").read_text(encoding="utf-8")
    rows: list[dict[str, t.Any]] = json.loads(text)
    return Gazetteer.of(
        Entry(
            label=row["label"],
            type=row["type"],
            aliases=tuple(row.get("aliases", ())),
            adjectives=tuple(row.get("adjectives", ())),
            capital=row.get("capital"),
            links=tuple(row.get("links", ())),
        )
        for row in rows
    )
