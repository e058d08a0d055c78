"""Functions for Spark's workers in tests, in a separate module, so that they need not load the tests."""

import os
import signal
from collections.abc import Iterable
from pathlib import Path

from kg.extract import AnnotatedDocument, claims
from kg.model import Claim


def deadly(document: AnnotatedDocument) -> Iterable[Claim]:
    """Return the claims of a text; the word poison kills the process, and the name of a file kills Spark's, once."""
    text = document.document.text
    if "poison" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    once = Path(text.partition("once: ")[2].strip() or os.devnull)
    if once.is_file() and once != Path(os.devnull):
        once.unlink()
        os.kill(os.getppid(), signal.SIGKILL)
    return claims(document)
