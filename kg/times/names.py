"""Names of months, days and holidays that are part of another name: "Johnnie Christmas", "The Sunday Times"."""

import typing as t

from kg.grammar.parse import Parse, Token
from kg.lexicon import words
from kg.lexicon.given_names import given_name_gender
from kg.times import lexicon
from kg.times.holidays import FIRST_WORDS

NAME_TYPES: t.Final = frozenset({"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "FAC", "GPE", "LOC", "NORP"})
OF_CALENDAR: t.Final = frozenset(
    word
    for words in (
        lexicon.MONTHS,
        lexicon.WEEKDAYS,
        lexicon.SEASONS,
        lexicon.PARTS_OF_DAY,
        lexicon.RELATIVE_DAYS,
        lexicon.UNITS,
        FIRST_WORDS,
    )
    for word in words
)


def is_part_of_name(doc: Parse, start: int, end: int) -> bool:
    """Tell whether the tokens of an expression of time, capitalised words or a year, belong to a longer name.

    A weekday behind a name is a date where the name is no given name: "the Supreme Court Friday ruled".
    """
    tokens = [token for token in doc[start:end] if not _is_edge(token)]
    before = _before(tokens[0]) if tokens else None
    of_name = before is not None and before.lower_ == "of" and tokens[0].inside_entity
    if of_name and tokens[0].entity in {"LAW", "EVENT"}:
        return True  # a year that tells laws or events of one name apart: "the Clean Air Act of 1970"
    if not tokens or not all(token.text[0].isupper() and token.is_alpha for token in tokens):
        return False
    first, last = tokens[0], tokens[-1]
    return _goes_on_name(first) or _leads_name(first, last)


def _is_edge(token: Token) -> bool:
    return token.lower_ in words("determiner") or token.form == "possessive" or token.kind == "preposition"


def _before(token: Token) -> Token | None:
    return token.doc[token.i - 1] if token.i > 0 else None


def _is_other_name(token: Token | None) -> bool:
    if token is None or token.lower_ in OF_CALENDAR:
        return False
    return token.kind == "name" and token.text[0].isupper()


def _goes_on_name(word: Token) -> bool:
    """Tell whether a word belongs to the name before it."""
    before = _before(word)
    if before is None or not _is_other_name(before):
        return False
    # "USA Today"
    if word.lower_ in lexicon.RELATIVE_DAYS and word.entity in NAME_TYPES:
        return True
    return _is_behind_given_name(before, word) or _is_behind_part_of_name(before, word)


def _is_behind_given_name(before: Token, word: Token) -> bool:
    """Tell whether a given name stands before a word: "Chris March"; not "told Mary Friday", where it says when."""
    if given_name_gender(before.text) is None or _is_other_name(_before(before)):
        return False
    has_subject = any(child.i < word.governor.i for child in word.governor.all("subject", "passive subject"))
    return word.function != "adverbial noun" or not has_subject


def _is_behind_part_of_name(before: Token, word: Token) -> bool:
    """Tell whether a name depends on a word that it stands before: "Father Christmas", "Girl Friday"."""
    if before.function != "part of compound" or before.governor != word:
        return False
    return before.entity == "" if word.lower_ in lexicon.WEEKDAYS else word.lower_ not in lexicon.RELATIVE_DAYS


def _leads_name(first: Token, last: Token) -> bool:
    """Tell whether a name goes on behind the words: "August Wilson", "The Sunday Times", "Christmas Island"."""
    after = last.nbor() if last.i + 1 < len(last.doc) else None
    if after is None or not _is_other_name(after):
        return False
    same_entity = last.entity in NAME_TYPES and after.inside_entity and after.entity == last.entity
    before = _before(first)
    when = last.lower_ in lexicon.WEEKDAYS or (before is not None and before.lower_ in words("dating"))
    part = last.function == "part of compound" and last.governor.kind == "name"
    return same_entity or (part and not when)
