"""Finds time expressions and converts them to `Time` values, anchored on the date of their document.

A grammar of named rules over tokens finds them (`finder.py`), each rule computes a meaning, and the words around an
expression open or close its bounds (`bounds.py`). Values are TIMEX3's; an expression that cannot be anchored has a
text and no value. References such as "now" and "recently" have TIMEX3's `PRESENT_REF`, `PAST_REF` and `FUTURE_REF`
with the grain `reference` and no bounds.
"""

from kg.times.finder import TimeExpression, time_at, time_expressions

__all__ = ["TimeExpression", "time_at", "time_expressions"]
