"""Finds the time expressions in a Doc, from left to right, each in view of the dates before it."""

import bisect
import typing as t

from kg.grammar.parse import AnyToken, Parse, TokenSpan, token_of
from kg.model import Time
from kg.times import absolute, counted, durations, lexicon, parts, relative, sets, yearly
from kg.times.bounds import bounded
from kg.times.elements import TERMINALS, YEAR
from kg.times.grammar import Context, grammar, nonterminal, openers
from kg.times.holidays import FIRST_WORDS
from kg.times.names import is_part_of_name
from kg.times.numerals import DAY
from kg.times.periods import Period, third

PERIOD_RULES: t.Final = (*absolute.RULES, *yearly.RULES, *relative.RULES, *counted.RULES)
EXPRESSION_RULES: t.Final = (*parts.RULES, *sets.RULES, *relative.REFERENCES, *counted.UP_TO, durations.DURATION)
LENGTHS: t.Final = grammar(durations.RULES, TERMINALS)
ABOUT: t.Final = grammar(
    durations.APPROXIMATE, {"LENGTH": nonterminal(LENGTHS), "APPROXIMATELY": durations.approximately}
)
PERIODS: t.Final = {**TERMINALS, "YEARLY": yearly.YEARLY, "ABOUT": nonterminal(ABOUT)}
"""The elements of the rules of periods."""
PERIOD: t.Final = nonterminal(grammar(PERIOD_RULES, PERIODS))
EXPRESSION: t.Final = nonterminal(grammar(EXPRESSION_RULES, {**PERIODS, "PERIOD": PERIOD}))

OPENERS: t.Final = (
    lexicon.CALENDAR
    | FIRST_WORDS
    | openers((*PERIOD_RULES, *EXPRESSION_RULES, *durations.RULES))
    | durations.FIRST_WORDS
    | {f"q{number}" for number in range(1, 5)}
    | {word for words in lexicon.OPENING for word in words}
)
"""The words that an expression may begin with, besides figures."""
FIGURES: t.Final = frozenset("0123456789'’‘")
MARKS: t.Final = frozenset({",", "of"})
"""The signs between a month and its year."""


class TimeExpression(t.NamedTuple):
    """The tokens `start` to `end` (half-open) of a Doc, and their time."""

    start: int
    end: int
    time: Time


def time_at(token: AnyToken) -> TimeExpression | None:
    """Return the time expression around a token, from those that are set on its Doc."""
    known = token_of(token)
    return known.doc.time_of.get(known.i)


def time_expressions(parse: Parse) -> tuple[TimeExpression, ...]:
    """Return the time expressions in a Doc, in order and without overlap.

    Relative expressions count from the date of the Doc's document; without one they have no value, except that partial
    dates and "later", "the following" count from the last date in the text itself.
    """
    words = tuple([_without_mid(token.lower_) for token in parse])
    found: list[TimeExpression] = []
    ends = [index for index, word in enumerate(words) if word in {".", "!", "?", "…"}]
    dated: TimeExpression | None = None
    for start in _starts(words):
        if found and start < found[-1].end:
            continue
        if found and found[-1].time.grain in counted.GRAINS and found[-1].time.start is not None:
            dated = found[-1]
        context = _context(parse, words, start, dated, ends)
        readings = [read for element in (PERIOD, EXPRESSION) if (read := element(context, start)) is not None]
        read = max(readings, key=lambda each: each.end, default=None)
        if read is not None and not is_part_of_name(parse, start, read.end):
            found.append(TimeExpression(start, read.end, _time(parse[start : read.end], read.value)))
    return tuple(bounded(parse, words, found))


def _starts(words: t.Sequence[str]) -> t.Iterator[int]:
    """Yield the indices of the words that an expression may begin with."""
    return (index for index, word in enumerate(words) if word in OPENERS or word[:1] in FIGURES)


def _time(tokens: TokenSpan, period: Period) -> Time:
    """Return the time of an expression; "mid-" before one of its words narrows the period to its middle."""
    middle = any(token.lower_.startswith("mid-") for token in tokens)
    return Time(*(third(period, "MID") if middle else period), tokens.words)


def _without_mid(word: str) -> str:
    """Return a word without "mid-" if the rest is a date, to be narrowed to its middle: not "mid-year"."""
    rest = word.removeprefix("mid-")
    return rest if rest and rest not in lexicon.UNITS else word


def _context(
    parse: Parse, words: t.Sequence[str], start: int, last: TimeExpression | None, ends: t.Sequence[int]
) -> Context:
    """Return the context of an expression that begins at `start`, with the last date; sentences end at `ends`."""
    end, published = parse.paragraph_end(start), parse.document.published
    year, mentioned, nearby = _year_ahead(words, start), None, False
    if last is not None:
        nearby = bisect.bisect_left(ends, last.end) == bisect.bisect_left(ends, start)
        year = _year_before(words, last) if year is None and nearby else year
        mentioned = Period(last.time.value, last.time.start, last.time.end, last.time.grain)
    return Context(parse, words, end, start, start, published, mentioned, nearby, year, {})


def _year_before(words: t.Sequence[str], last: TimeExpression) -> int | None:
    """Return the explicit year of a preceding day or month: 2023 in "came in May 2023 and left in June"."""
    written = any(YEAR.fullmatch(word) for word in words[last.start : last.end])
    if last.time.grain not in {"day", "month"} or not written:
        return None
    return last.time.start.year if last.time.start is not None else None


def _year_ahead(words: t.Sequence[str], start: int) -> int | None:
    """Return the year of the second of two dates: 2024 in "May to July 2024", "May 5 and 6, 2024"."""
    linked = False
    for word in words[start : start + 8]:
        if linked and YEAR.fullmatch(word):
            return int(word)
        if word in lexicon.JOINING:
            linked = True
        elif word not in MARKS and word not in lexicon.MONTHS and not DAY.fullmatch(word):
            return None
    return None
