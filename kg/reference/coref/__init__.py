"""Which mentions of one document mean the same thing: rules in the order of their precision."""

from kg.reference.coref.rules import coreference

__all__ = ["coreference"]
