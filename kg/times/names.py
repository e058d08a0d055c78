"""Names of months, days and holidays within longer names: "Johnnie Christmas", "The Sunday Times"."""

import typing as t

from kg.grammar.parse import Parse, Token
from kg.lexicon import words
from kg.lexicon.given_names import given_name_gender
from kg.times import lexicon
from kg.times.holidays import FIRST_WORDS

NAME_TYPES: t.Final = frozenset({"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "FAC", "GPE", "LOC", "NORP"})
OF_CALENDAR: t.Final = lexicon.CALENDAR | FIRST_WORDS


def is_part_of_name(doc: Parse, start: int, end: int) -> bool:
    """Return whether the tokens of a time expression, capitalised words or a year, belong to a longer name.

    A weekday after a name is a date unless the name is a given name: "the Supreme Court Friday ruled".
    """
    tokens = [token for token in doc[start:end] if not _is_edge(token)]
    if not tokens or not all(token.text[0].isupper() and token.is_alpha for token in tokens):
        return False
    title = all(token.entity == "WORK_OF_ART" for token in tokens)  # "The Day Today"
    return title or _continues_name(tokens[0]) or _leads_name(tokens[-1])


def _is_edge(token: Token) -> bool:
    return token.lower_ in words("determiner") or token.form == "possessive" or token.kind == "preposition"


def _is_other_name(token: Token) -> bool:
    return token.kind == "name" and token.text[0].isupper() and token.lower_ not in OF_CALENDAR


def _continues_name(word: Token) -> bool:
    """Return whether a word continues the name before it."""
    before = word.neighbor(-1)
    if before is None or not _is_other_name(before):
        return False
    # "Chris March"; not "told Mary Friday", where it is a time
    of_person = given_name_gender(before.text) is not None and word.function != "adverbial noun"
    if of_person or _are_one_name(before, word):
        return True
    if before.function != "part of compound":  # "Father Christmas", "Girl Friday"
        return False
    return before.entity == "" if word.lower_ in lexicon.WEEKDAYS else word.lower_ not in lexicon.RELATIVE_DAYS


def _are_one_name(word: Token, after: Token) -> bool:
    """Return whether the entity recogniser labels two words as one name: "USA Today"."""
    return word.entity in NAME_TYPES and after.inside_entity and after.entity == word.entity


def _leads_name(last: Token) -> bool:
    """Return whether a name continues after a word: "August Wilson", "The Sunday Times", "Christmas Island"."""
    after = last.neighbor(1)
    if after is None or not _is_other_name(after):
        return False
    part = last.function == "part of compound" and last.governor.kind == "name"
    return _are_one_name(last, after) or (part and last.lower_ not in lexicon.WEEKDAYS)
