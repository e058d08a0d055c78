"""Bytes become Documents, and it is found which of their characters are running text."""

from kg.read.language import language
from kg.read.layout import prose_spans
from kg.read.text import read

__all__ = ["language", "prose_spans", "read"]
