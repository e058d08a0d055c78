"""Finds numbers, shares, money, measures, ranges and scores, as literals with a value and a unit.

A reader of amounts (`amounts.py`) uses numbers in figures and words (`kg.lexicon.numbers`) and units (`units.py`);
rules over amounts (`rules.py`) combine them into one value; `finder.py` finds them among the tokens of a Doc.
Words that bound or approximate a number ("at least", "about") are part of the expression and not of its value.
"""

from kg.quantities.finder import QuantityExpression, count_of, quantity_at, quantity_of, with_conversion

__all__ = ["QuantityExpression", "count_of", "quantity_at", "quantity_of", "with_conversion"]
