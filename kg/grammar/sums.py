"""Sums of money and other amounts by their words."""

import typing as t

from kg.grammar.labels import TIME_ENTITIES
from kg.lexicon import measures

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token

FROM: t.Final = "from"
PERCENT: t.Final = "%"


def is_sum(word: "Token") -> bool:
    """Tell whether a word is the head of a sum of money: "2 million *euros*", "$*250,000*"."""
    counted = any(c.tag_ == "CD" for c in word.lefts)
    return word.ent_type_ == "MONEY" or (counted and word.lower_ in measures("currency"))


def is_former_amount(word: "Token") -> bool:
    """Tell whether a word is the head of what something amounted to before: "fell to 6 % from *7 %*"."""
    amount = word.tag_ == "CD" or word.lower_ == PERCENT or is_sum(word)
    behind_from = word.dep_ == "pobj" and word.head.lower_ == FROM
    return amount and behind_from and word.ent_type_ not in TIME_ENTITIES
