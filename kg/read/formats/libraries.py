"""Optional libraries of readers: named when they are missing, with their warnings off."""

import importlib
import logging
import typing as t

from kg.errors import UnreadableDocument

PACKAGES: t.Final = {"docx": "python-docx", "feeds": "feedparser", "parquet": "pyarrow", "zstd": "zstandard"}
"""What each extra of the package installs."""


def needed(module: str, extra: str, what: str) -> t.Any:
    """Return a module that comes with an extra of the package.

    Raises:
        UnreadableDocument: it is not installed.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        reason = f"is {what}, but the library that reads it is not installed"
        raise UnreadableDocument(reason, kind="extra", advice=f"pip install {PACKAGES[extra]}") from error


def hush(logger: str) -> None:
    """Keep a library from writing to standard error where nobody has said what becomes of its messages."""
    known = logging.getLogger(logger)
    if not known.handlers:
        known.addHandler(logging.NullHandler())
