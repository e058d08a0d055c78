"""Optional libraries of readers: errors name missing ones, and their warnings are silenced."""

import importlib
import logging
import typing as t

from kg.errors import UnreadableDocument

PACKAGES: t.Final = {"docx": "python-docx", "feeds": "feedparser", "parquet": "pyarrow", "zstd": "zstandard"}
"""The packages that each extra installs."""


def needed(module: str, extra: str, what: str) -> t.Any:
    """Return a module that an extra of the package installs.

    Raises:
        UnreadableDocument: it is not installed.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        reason = f"is {what}, but the library that reads it is not installed"
        raise UnreadableDocument(reason, kind="extra", advice=f"pip install {PACKAGES[extra]}") from error


def hush(logger: str) -> None:
    """Keep a library from writing to standard error if no logging is configured."""
    known = logging.getLogger(logger)
    if not known.handlers:
        known.addHandler(logging.NullHandler())
