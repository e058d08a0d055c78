"""Numbers, shares, money, measures, ranges and scores become literals with a value and a unit.

A reader of amounts (`amounts.py`) over numbers in figures and words (`kg.lexicon.numbers`) and units (`units.py`);
rules over amounts (`rules.py`) say what stands together as one value; `finder.py` finds them among the tokens of a Doc.
Words that bound or blur a number ("at least", "about") are part of the expression and not of its value.
"""

from kg.quantities.finder import QuantityExpression, count_of, quantity_at, quantity_of, with_conversion

__all__ = ["QuantityExpression", "count_of", "quantity_at", "quantity_of", "with_conversion"]
