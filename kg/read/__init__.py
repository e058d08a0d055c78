"""Bytes become Documents, and it is found which of their characters are running text."""

from kg.read.file import Columns, File, Part
from kg.read.layout import prose_spans
from kg.read.text import read

__all__ = ["Columns", "File", "Part", "prose_spans", "read"]
