"""Turn bytes into Documents, and find which of their characters are running text."""

from kg.read.file import Columns, File, Part
from kg.read.language import checked_language, language
from kg.read.layout import headline_span, prose_spans, skipped_paragraphs
from kg.read.sources import input_folder
from kg.read.text import Inputs, read, read_inputs

__all__ = [
    "Columns",
    "File",
    "Inputs",
    "Part",
    "checked_language",
    "headline_span",
    "input_folder",
    "language",
    "prose_spans",
    "read",
    "read_inputs",
    "skipped_paragraphs",
]
