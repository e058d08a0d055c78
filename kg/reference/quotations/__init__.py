"""Finds the quotations of a Doc, across sentences and paragraphs, and the speaker of each."""

from kg.reference.quotations.attribution import quotations
from kg.reference.quotations.marks import Quotation, quotation_at
from kg.reference.quotations.speakers import can_speak, is_telling, named

__all__ = ["Quotation", "can_speak", "is_telling", "named", "quotation_at", "quotations"]
