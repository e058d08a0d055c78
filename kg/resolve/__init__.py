"""Claims of many documents become one graph: mentions entities, relations one name each, claims statements."""

from kg.lexicon.gazetteer import Gazetteer
from kg.resolve.assemble import merge, resolve, unresolved
from kg.resolve.doubt import doubtful

__all__ = ["Gazetteer", "doubtful", "merge", "resolve", "unresolved"]
