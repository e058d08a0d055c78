"""Finds quantities in a Doc: the one around a word, the value of a phrase, and the count of a noun."""

import re
import typing as t

from kg.grammar.parse import Parse, Token
from kg.lexicon import measures, numbers, value, verbs
from kg.lexicon.supersenses import means_change
from kg.model import Literal
from kg.quantities import units
from kg.quantities.amounts import Kind
from kg.quantities.rules import Reading, Surroundings, readings
from kg.times.finder import time_at

REACH: t.Final = 12
"""The maximum number of tokens of an expression before the given word, and in all."""
LINKS: t.Final = measures("link") | {"-", "–", "—", "/"}
OPENING_WORDS: t.Final = frozenset((*numbers.ONES, *numbers.TENS, *numbers.ORDINALS, *numbers.FRACTIONS, "#")) | {
    word for word, place in value("link").items() if place == "before"
}
WORDS: t.Final = LINKS | frozenset(
    word
    for words in (
        OPENING_WORDS,
        numbers.SCALES,
        numbers.MONEY_SCALES,
        numbers.FRACTIONS,
        units.SHARES,
        units.UNITS,
        units.RATE_CODES,
        (sign.lower() for sign in units.SIGNS),
        units.CURRENCIES,
        units.DOLLARS_OF,
        (code.lower() for code in (*units.CURRENCY_CODES, *units.BEFORE)),
    )
    for phrase in words
    for word in re.split("[ /]", phrase)
)
"""The words that may be part of an expression, besides figures and currency signs."""
_SIGNS: t.Final = (*numbers.VULGAR_FRACTIONS, *units.CURRENCY_SIGNS)
FIGURES: t.Final = re.compile(f"[0-9{''.join(sign for sign in _SIGNS if len(sign) == 1 and not sign.isalpha())}]")
ROUNDINGS: t.Final = re.compile(
    f"(?:(?:{'|'.join(sorted(measures('approximate'), key=len, reverse=True))}) )+", re.IGNORECASE
)
VALUE_LABELS: t.Final = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "DATE", "TIME"})
ROUNDING_PARTS: t.Final = frozenset(word for phrase in measures("approximate") for word in phrase.split())


class QuantityExpression(t.NamedTuple):
    """The tokens `start` to `end` (half-open) of a Doc, and their value."""

    start: int
    end: int
    literal: Literal
    kind: Kind


def quantity_at(token: Token) -> QuantityExpression | None:
    """Return the quantity around a token."""
    doc, at = token.doc, token.i
    if not _may_be_part(token):
        return None
    while at > max(token.i - REACH, 0) and (_may_be_part(doc[at - 1]) or doc[at - 1].lower_ in ROUNDING_PARTS):
        at -= 1
    while at <= token.i:
        expression = _read(doc, at)
        if expression is not None and expression.end > token.i:
            return expression
        at = at + 1 if expression is None else expression.end
    return None


def quantity_of(head: Token, start: int, end: int) -> QuantityExpression | None:
    """Return the quantity of a phrase, which is the tokens `start` to `end` (half-open) around its head.

    Names ("Five Eyes"), pronouns and definite references ("the two") have none.
    """
    expression = quantity_at(head) if head.kind != "pronoun" else None
    if expression is None or (head.kind == "name" and expression.start > head.i):
        return None  # "beat Brackley *City* 2-1"
    plain = expression.kind in {"number", "ordinal", "fraction"}
    named = head.entity not in {"", *VALUE_LABELS} or (head.lower_ == "one" and head.kind != "number")
    pointed = start < expression.start and (
        expression.kind == "fraction" or head.doc[start].function in {"determiner", "predeterminer", "possessor"}
    )
    is_alone = start >= expression.start and end <= expression.end
    if plain and (named or pointed):
        return None
    return expression if is_alone or expression.kind != "ordinal" else None


def with_conversion(doc: Parse, end: int) -> int:
    """Return the end of an amount of money, including the same amount in brackets after `end`: "$600 *(£318)*"."""
    opens = 0 < end < len(doc) - 1 and doc[end].text == "("
    if not opens or not _is_money(doc[end - 1]):
        return end
    closing = next((i for i in range(end + 1, min(end + REACH, len(doc))) if doc[i].text == ")"), end)
    inside = doc[end + 1 : closing]
    same = closing > end + 1 and all(token.kind == "mark" or _is_money(token) for token in inside)
    return closing + 1 if same else end


def _is_money(token: Token) -> bool:
    expression = quantity_at(token)
    return expression is not None and expression.kind == "money"


def count_of(noun: Token) -> Literal | None:
    """Return the count of a noun phrase: 12 for "12 top leaders", the bounds for "10 to 20 people"."""
    doc = noun.doc
    for word in noun.dependents_before:
        number = word.kind == "number" or word.lower_ == "dozen"
        if number and word.function in {"numeral", "modifier of number", "part of compound", "attribute"}:
            expression = quantity_at(word)
            if expression is not None and expression.end <= noun.i and _counts(doc, expression):
                return expression.literal
    return None


def _counts(doc: Parse, expression: QuantityExpression) -> bool:
    """Return whether a number is a count: not the 20 of "20-minute walk", the 737 of "Boeing 737 jets"."""
    if expression.kind not in {"number", "range"} or expression.literal.unit is not None:
        return False
    named = expression.start > 0 and doc[expression.start - 1].kind == "name"
    joined = doc[expression.end].text in {"-", "‑", "‐"} or time_at(doc[expression.start]) is not None
    return not named and not joined


def _may_be_part(token: Token) -> bool:
    word = token.lower_
    return word in WORDS or word.rstrip(".") in WORDS or FIGURES.search(token.text) is not None


def _read(doc: Parse, at: int) -> QuantityExpression | None:
    """Read the quantity that begins at a token, with the words before it that approximate or bound it."""
    joined = doc[at].text[0] in "-−" and at > 0 and not doc[at - 1].whitespace_  # no minus sign: "2005*-6*"
    if joined or time_at(doc[at]) is not None:
        return None
    text = doc[at : min(at + REACH, doc.paragraph_end(at))].text
    rounding = ROUNDINGS.match(text) if doc[at].function != "preposition" else None
    for reading in readings(text, rounding.end() if rounding else 0, _surroundings(doc, at)):
        expression = _expression(doc, at, reading)
        if expression is not None:
            return expression
    return None


def _expression(doc: Parse, at: int, reading: Reading) -> QuantityExpression | None:
    """Return a reading as tokens, if it ends with one; the full stop of an abbreviation's token may follow."""
    end = doc.token_after(at, reading.end)
    if end is None:
        return None
    start = at + 1 if doc[at].lower_ == "between" and doc[at].function == "preposition" else at
    return QuantityExpression(start, end, reading.literal, reading.kind)


def _surroundings(doc: Parse, at: int) -> Surroundings:
    above = {doc[at].governor.lemma_, doc[at].governor.governor.lemma_}
    return Surroundings(
        is_money=any(token.entity == "MONEY" for token in doc[at : at + 3]) or not above.isdisjoint(verbs("give")),
        is_result=not above.isdisjoint(measures("score")),
        is_change=any(token.lower_ == "from" for token in doc[max(at - 2, 0) : at]),
        is_rise=any(map(_is_rise, doc[max(at - 2, 0) : at])),
    )


def _is_rise(token: Token) -> bool:
    """Return whether a verb expresses a change: "*rose* 20 to 340", but not "people *aged* 18 to 99"."""
    describes = token.form == "past participle" and not token.before("auxiliary", "passive auxiliary")
    return token.kind != "noun" and not describes and means_change(token.lemma_)
