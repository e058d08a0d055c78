"""Durations: "three days", "almost 20 years", "42-year-old", "decades"."""

import typing as t

from kg.lexicon import measures, words
from kg.times.grammar import Context, Found, Parts, Rule
from kg.times.lexicon import DURATION_CODES
from kg.times.periods import Period

HALVES: t.Final[t.Mapping[str, tuple[str, str]]] = {
    "hour": ("30", "minute"), "minute": ("30", "second"), "day": ("12", "hour"), "year": ("6", "month"),
    "decade": ("5", "year"), "century": ("50", "year"),
}  # fmt: skip


class Length(t.NamedTuple):
    """A number of units of time; the number is `X` if it is vague."""

    amount: str
    unit: str

    @property
    def value(self) -> str:
        """Its TIMEX3 value: `P20Y`, `PT3H`, `PXD`."""
        return DURATION_CODES[self.unit].format(self.amount)


def length(amount: str, unit: str) -> Length:
    """Return a length in the units of values, which have no fortnight."""
    if unit == "fortnight":
        return Length(str(2 * int(amount)) if amount.isdigit() else amount, "week")
    return Length(amount, unit)


def _duration(context: Context, parts: Parts) -> Length | None:
    """Read three days, 20 years, half an hour; not the 2018 day, nor a quarter of the voters."""
    amount, unit = parts["NUMBER"], parts["UNIT"]
    like_year = len(amount) == 4 and amount < "2100"
    if like_year and context.words[context.at : context.at + 2] == (amount, unit):
        return None
    if unit == "quarter" and _is_share(context, amount):
        return None
    return length(*HALVES[unit]) if amount == "0.5" and unit in HALVES else length(amount, unit)


def _is_share(context: Context, amount: str) -> bool:
    """Return whether "a quarter" is a fraction: "fell by a quarter", "three quarters of the city"."""
    following = next((i for i in range(context.at, context.end) if context.words[i].startswith("quarter")), 0) + 1
    is_part = context.word(following) == "of" and amount in {"1", "3"}
    return is_part or (amount == "1" and context.before not in words("dating", "stretch"))


def _one_and_a_half(context: Context, parts: Parts) -> Length | None:
    """Read a year and a half, one and a half years."""
    amount = parts.get("NUMBER", "1")
    return length(f"{amount}.5", parts["UNIT"]) if amount.isdigit() else None


def _vague(context: Context, parts: Parts) -> Length | None:
    """Read for years, decades of work, hours later; quarters may be parts of anything."""
    before = context.before
    kind = context.doc[context.at - 1].kind if context.at else "other"
    if before in words("determiner", "definite") or kind == "adjective" or parts["UNITS"] == "quarter":
        return None
    after = context.word(context.at + 1)
    governed = before in words("preposition") or kind == "verb"
    continues = after == "of" or after in measures("deictic", "behind")
    return length("X", parts["UNITS"]) if governed or continues else None


def _one_unit(context: Context, parts: Parts) -> Length:
    """Read year-long, all week, the entire month."""
    return length("1", parts["UNIT"])


FULL: t.Final = "full|whole|consecutive|straight|more|long|solid|good|business|calendar"
RULES: t.Final = (
    Rule("number of units", "NUMBER -? UNIT", _duration),
    Rule("number of full units", f"NUMBER {FULL} UNIT", _duration),
    Rule("unit and a half", "a|an UNIT and a half", _one_and_a_half),
    Rule("age", "NUMBER -? UNIT -? old|olds", _duration),
    Rule("vague length", "UNITS", _vague),
    Rule("unit-long", "UNIT - long", _one_unit),
    Rule("whole unit", "all|whole|entire UNIT", _one_unit),
)
FIRST_WORDS: t.Final = frozenset(phrase.split()[0] for phrase in measures("approximate"))
"""The words that begin an approximation: "*a* little over", "*almost*"."""
APPROXIMATE: t.Final = (
    Rule("approximate length", "APPROXIMATELY? LENGTH", lambda _, parts: parts["LENGTH"]),
    Rule("length and more", "LENGTH or more|less|so", lambda _, parts: parts["LENGTH"]),
)
DURATION: t.Final = Rule("duration", "ABOUT", lambda _, parts: Period(parts["ABOUT"].value, None, None, "duration"))
"""The rule for a length that is not part of a longer expression."""


def approximately(context: Context, at: int) -> Found | None:
    """Read "almost", "more than", "a little over"."""
    if context.words[at] not in FIRST_WORDS:
        return None
    phrases = ((context.row(at, count), at + count) for count in (1, 2, 3))
    return next((Found("about", end) for phrase, end in phrases if phrase in measures("approximate")), None)
