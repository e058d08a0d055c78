"""Coreference: finds the mentions of one document that refer to the same thing, by rules in the order of precision."""

from kg.reference.coref.rules import coreference

__all__ = ["coreference"]
