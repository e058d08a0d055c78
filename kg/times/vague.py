"""References to the present, the past and the future that name no date."""

import typing as t

from kg.lexicon import measures, words
from kg.times.grammar import Context, Meaning, Parts, Rule
from kg.times.periods import Period


def _reference(value: str) -> Period:
    return Period(value, None, None, "reference")


def _adverb(context: Context, parts: Parts) -> Period | None:
    """Read now, recently, soon; not "now that", "as soon as"."""
    before, after = context.word(context.at - 1), context.word(context.at + 1)
    if before == "as" or before == "every":
        return None
    return None if before == "-" or _goes_on(after) else _reference(parts["REFERENCE"])


def _goes_on(after: str) -> bool:
    """Tell whether an adverb of time opens a clause with what stands behind it: "now that", "soon after"."""
    return after == "that" or after == "-" or after in measures("deictic", "behind")


def _always(value: str) -> Meaning:
    return lambda context, parts: _reference(value)


def _stretch(value: str) -> Meaning:
    """In the past, in the future; not the future of rail, the past president."""
    return lambda context, parts: _reference(value) if context.word(context.at - 1) in words("preposition") else None


RULES: t.Final = (
    Rule("adverb", "REFERENCE", _adverb),
    Rule("at present", "at present", _always("PRESENT_REF")),
    Rule("the present moment", "the moment|present", _stretch("PRESENT_REF")),
    Rule("these days", "these days", _always("PRESENT_REF")),
    Rule("recent units", "the? recent UNITS", _always("PAST_REF")),
    Rule("coming units", "the coming|upcoming UNITS", _always("FUTURE_REF")),
    Rule("the past", "the distant|recent? past", _stretch("PAST_REF")),
    Rule("the future", "the distant|near|foreseeable? future", _stretch("FUTURE_REF")),
    Rule("long ago", "long|ages ago", _always("PAST_REF")),
)
