"""Lengths of time: "three days", "almost 20 years", "42-year-old", "decades"."""

import typing as t

from kg.lexicon import measures, words
from kg.times.grammar import Context, Found, Parts, Rule
from kg.times.lexicon import DURATION_CODES
from kg.times.periods import Period


def length(amount: str, unit: str) -> Period:
    """Return a duration: `P20Y`, `PT3H`, `PXD` where the amount is vague."""
    if unit == "fortnight":
        amount = str(2 * int(amount)) if amount.isdigit() else amount
    return Period(DURATION_CODES[unit].format(amount), None, None, "duration")


def _duration(context: Context, parts: Parts) -> Period | None:
    """Read three days, 20 years; not the 2018 day, nor a quarter of the voters."""
    amount, unit = parts["NUMBER"], parts["UNIT"]
    like_year = len(amount) == 4 and amount < "2100"
    if like_year and context.words[context.at : context.at + 2] == (amount, unit):
        return None
    if unit == "quarter" and _is_share(context, amount):
        return None
    return length(*HALVES[unit]) if amount == "0.5" and unit in HALVES else length(amount, unit)


def _is_share(context: Context, amount: str) -> bool:
    """Tell whether "a quarter" is a fourth part: "fell by a quarter", "three quarters of the city"."""
    behind = next((i for i in range(context.at, context.end) if context.words[i].startswith("quarter")), 0) + 1
    of_whole = context.word(behind) == "of"
    if amount == "1":
        return of_whole or context.before not in words("dating", "stretch")
    if amount != "3" or not of_whole:
        return False
    plural = context.doc[behind + 1].plural if behind + 1 < context.end else False
    return plural or context.word(behind + 1) in words("determiner")


HALVES: t.Final[t.Mapping[str, tuple[str, str]]] = {
    "hour": ("30", "minute"),
    "minute": ("30", "second"),
    "day": ("12", "hour"),
    "year": ("6", "month"),
    "decade": ("5", "year"),
    "century": ("50", "year"),
}


def _one_and_a_half(context: Context, parts: Parts) -> Period | None:
    """Read a year and a half, one and a half years."""
    amount = parts.get("NUMBER", "1")
    return length(f"{amount}.5", parts["UNIT"]) if amount.isdigit() else None


def _half(context: Context, parts: Parts) -> Period | None:
    """Read half an hour, a half-century."""
    return length(*HALVES[parts["UNIT"]]) if parts["UNIT"] in HALVES else None


def _two_lengths(context: Context, parts: Parts) -> Period | None:
    """Read two years and three months, 1 hour 30 minutes."""
    larger, smaller = length(parts["NUMBER"], parts["UNIT"]).value, length(parts["NUMBER2"], parts["UNIT2"]).value
    if larger is None or smaller is None:
        return None
    opening = "PT" if larger.startswith("PT") else "P"
    both = larger + smaller.removeprefix(opening)
    return Period(both, None, None, "duration") if smaller.startswith(opening) else None


def _vague(context: Context, parts: Parts) -> Period | None:
    """Read for years, decades of work, hours later."""
    before = context.before
    is_share = parts["UNITS"] == "quarter" and before == "three" and _is_share(context, "3")
    kind = context.doc[context.at - 1].kind if context.at else "other"
    if is_share or before in words("determiner", "definite") or kind == "adjective":
        return None
    after = context.word(context.at + 1)
    governed, goes_on = (
        before in words("preposition") or kind == "verb",
        after == "of" or after in measures("deictic", "behind"),
    )
    return length("X", parts["UNITS"]) if governed or goes_on else None


def _read_length(context: Context, parts: Parts) -> Period | None:
    return t.cast("Period", parts["LENGTH"])


RULES: t.Final = (
    Rule("number of units", "NUMBER -? UNIT", _duration),
    Rule(
        "number of full units",
        "NUMBER full|whole|consecutive|straight|more|long|solid|good|business|calendar UNIT",
        _duration,
    ),
    Rule("unit and a half", "a|an UNIT and a half", _one_and_a_half),
    Rule(
        "half a unit",
        "a? half -? UNIT",
        lambda _, parts: length(*HALVES[parts["UNIT"]]) if parts["UNIT"] in HALVES else None,
    ),
    Rule("two lengths", "NUMBER UNIT and|,? NUMBER2 UNIT2", _two_lengths),
    Rule("age", "NUMBER -? UNIT -? old|olds", _duration),
    Rule("vague length", "UNITS", _vague),
    Rule("unit-long", "UNIT - long", lambda _, parts: length("1", parts["UNIT"])),
    Rule("whole unit", "all|whole|entire UNIT", lambda _, parts: length("1", parts["UNIT"])),
)
APPROXIMATE: t.Final = (
    Rule("length", "LENGTH", _read_length),
    Rule("approximate length", "APPROXIMATELY LENGTH", _read_length),
    Rule("length and more", "LENGTH or more|less|so", _read_length),
)


def approximately(context: Context, at: int) -> Found | None:
    """Read "almost", "more than", "a little over"."""
    phrases = ((context.row(at, count), at + count) for count in (1, 2, 3))
    return next((Found("about", end) for phrase, end in phrases if phrase in measures("approximate")), None)
