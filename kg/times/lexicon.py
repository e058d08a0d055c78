"""The words of the calendar and of counting, and their meanings."""

import typing as t

from kg.lexicon import words
from kg.lexicon.given_names import given_name_gender
from kg.lexicon.numbers import ONES, ORDINALS, TENS, VAGUE
from kg.lexicon.numerals import calendar_names, deictic, time_units
from kg.lexicon.supersenses import verb_supersense
from kg.times.periods import UNIT_PERIODS


def _numbers(numerals: t.Mapping[str, str]) -> t.Mapping[str, int]:
    return {word: int(number) for word, number in numerals.items()}


MONTHS: t.Final = _numbers(calendar_names("month"))
WEEKDAYS: t.Final = _numbers(calendar_names("weekday"))
WEEKDAY_PLURALS: t.Final[t.Mapping[str, int]] = {
    f"{word}s": number for word, number in WEEKDAYS.items() if word.endswith("day")
}
NAMES_OF_MORE: t.Final = frozenset(
    word
    for word in (*MONTHS, *WEEKDAYS)
    if len(word) < 4 or given_name_gender(word) is not None or verb_supersense(word) is not None
)
"""Names of months and weekdays that are also verbs, other nouns or given names."""

SEASONS: t.Final = calendar_names("season")
PARTS_OF_DAY: t.Final = calendar_names("daypart")
HOURS: t.Final = _numbers(calendar_names("hour"))
"""The named hours: noon and midnight."""
RELATIVE_DAYS: t.Final = _numbers(deictic("day"))
UNITS: t.Final = {word: unit.name for word, unit in time_units().items()}
CALENDAR: t.Final = frozenset((*MONTHS, *WEEKDAYS, *SEASONS, *PARTS_OF_DAY, *RELATIVE_DAYS, *UNITS))
"""The names and the units of the calendar."""
PLURAL_UNITS: t.Final = frozenset(word for word in UNITS if word.endswith("s") or word == "millennia")
CALENDAR_UNITS: t.Final[t.Mapping[str, str]] = {unit: unit for unit in UNIT_PERIODS if unit != "half"}
DURATION_CODES: t.Final = {word: unit.duration for word, unit in time_units().items() if unit.duration}
SHORT_UNITS: t.Final = frozenset(unit for unit, code in DURATION_CODES.items() if code.startswith("PT"))
"""The units that are shorter than a day."""
SET_CODES: t.Final = calendar_names("set")
WHICH: t.Final = _numbers(deictic("which"))
"""The number of units from the one that holds the document's date."""

ADJACENT: t.Final = _numbers(deictic("beside"))
"""The number of units from the one mentioned last in the text."""

NUMBERS: t.Final = {**ONES, **TENS, **dict.fromkeys(words("determiner", "indefinite"), 1), "dozen": 12}
DECADES: t.Final[t.Mapping[str, int]] = {f"{word[:-1]}ies": number // 10 for word, number in TENS.items()}
THIRDS: t.Final = calendar_names("third")
REFERENCES: t.Final[t.Mapping[str, str]] = {word: f"{way.upper()}_REF" for word, way in deictic("adverb").items()}
LINKS: t.Final = words("dating", "until") | {"to", "-", "–", "—"} | {"and"}
"""The words between the two ends of a range; for "and" the words before them decide."""
OPENING: t.Final[tuple[t.Iterable[str], ...]] = (
    *(WEEKDAY_PLURALS, HOURS, NUMBERS, VAGUE, ORDINALS, DECADES, THIRDS),
    *(WHICH, ADJACENT, REFERENCES, SET_CODES, {"half"}),
)
"""The words that begin a time expression, besides the names and the units of the calendar."""
JOINING: t.Final = LINKS | words("coordination", "one")
"""The words between two dates that share the year of the second."""
