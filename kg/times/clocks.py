"""Times of the clock in figures and in words."""

import re
import typing as t

from kg.times import lexicon
from kg.times.grammar import Context, Found
from kg.times.numerals import DAY

CLOCK: t.Final = re.compile(r"(\d{1,2})[:.](\d\d)(?::(\d\d))?")
CLOCK_AND_HALF: t.Final = re.compile(r"(\d{1,2})(?:[:.](\d\d))?([ap])\.?m\.?")
OCLOCK: t.Final = frozenset({"o'clock", "o’clock"})
HALF_OF_DAY: t.Final[t.Mapping[str, int]] = {"a.m.": 0, "am": 0, "a.m": 0, "p.m.": 12, "pm": 12, "p.m": 12}
US_ZONES: t.Final = frozenset({"est", "edt", "et", "cst", "cdt", "ct", "mst", "mdt", "mt", "pst", "pdt", "pt"})
ZONES: t.Final = US_ZONES | {"gmt", "utc", "bst", "cet", "cest", "ist", "jst", "local"}


def clock(context: Context, at: int) -> Found | None:
    """Read 17:00, 5 p.m., 10:30 a.m., 10 o'clock, noon, midnight as hour, minute and second (or None)."""
    if context.words[at] in lexicon.HOURS:
        return Found((lexicon.HOURS[context.words[at]], 0, None), at + 1)
    found = _on_twelve_hours(context, at) or _on_all_hours(context, at)
    if found is None or not _on_the_clock(*found.value[:2]):
        return None
    end = found.end + 1 if context.word(found.end) in ZONES else found.end
    return Found(found.value, end + 1 if end > found.end and context.word(end) == "time" else end)


def _on_the_clock(hour: int, minute: int) -> bool:
    return 0 <= hour < 24 and 0 <= minute < 60


def _on_twelve_hours(context: Context, at: int) -> Found | None:
    word, half = context.words[at], context.word(at + 1)
    if whole := CLOCK_AND_HALF.fullmatch(word):
        return Found((int(whole[1]) % 12 + 12 * (whole[3] == "p"), int(whole[2] or 0), None), at + 1)
    if half not in HALF_OF_DAY:
        return None
    figures = CLOCK.fullmatch(word) or DAY.fullmatch(word)
    hour = int(figures[1]) if figures else lexicon.ONES.get(word, 0)
    if not 1 <= hour <= 12:
        return None
    minute = int(figures[2]) if figures and ":" in word.replace(".", ":") else 0
    return Found((hour % 12 + HALF_OF_DAY[half], minute, None), at + 2)


def _on_all_hours(context: Context, at: int) -> Found | None:
    word, after = context.words[at], context.word(at + 1)
    if after in OCLOCK and (DAY.fullmatch(word) or word in lexicon.ONES):
        return Found((int(word) if word.isdigit() else lexicon.ONES.get(word, 24), 0, None), at + 2)
    figures = CLOCK.fullmatch(word)
    if figures is None or ":" not in word:
        return None
    return Found((int(figures[1]), int(figures[2]), int(figures[3]) if figures[3] else None), at + 1)
