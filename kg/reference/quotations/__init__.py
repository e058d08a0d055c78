"""Finds the quotations of a Doc, across sentences and paragraphs, and the speaker of each."""

from kg.reference.quotations.attribution import quotations
from kg.reference.quotations.marks import Quotation, quotation_at
from kg.reference.quotations.speakers import can_speak, named, needs_person

__all__ = ["Quotation", "can_speak", "named", "needs_person", "quotation_at", "quotations"]
