"""References to the present, the past and the future that name no date."""

import typing as t

from kg.lexicon import words
from kg.times.grammar import Context, Meaning, Parts, Rule
from kg.times.periods import Period


def _reference(value: str) -> Period:
    return Period(value, None, None, "reference")


def _adverb(context: Context, parts: Parts) -> Period | None:
    """Read now, recently, soon; not "now *that*", "*as* soon as", "soon *after*"."""
    after = context.word(context.at + 1)
    if "-" in {context.before, after} or context.before == "as" or context.before == "every":
        return None
    if after == "that" or after in words("ago"):
        return None
    return _reference(parts["REFERENCE"])


def _always(value: str) -> Meaning:
    return lambda context, parts: _reference(value)


def _stretch(value: str) -> Meaning:
    """In the past, in the future; not the future of rail, the past president."""
    return lambda context, parts: _reference(value) if context.before in words("preposition") else None


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
