"""Sums of money by their words."""

import typing as t

from kg.lexicon import measures

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token


def is_sum(word: "Token") -> bool:
    """Tell whether a word is the head of a sum of money: "2 million *euros*", "$*250,000*"."""
    counted = any(c.tag_ == "CD" for c in word.lefts)
    return word.ent_type_ == "MONEY" or (counted and word.lower_ in measures("currency"))
