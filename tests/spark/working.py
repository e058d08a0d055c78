"""What reads on Spark's workers in tests; apart, so that they need not load what the tests do."""

import os
import signal
from collections.abc import Iterable
from pathlib import Path

from kg.extract import AnnotatedDocument, claims
from kg.model import Claim


def deadly(document: AnnotatedDocument) -> Iterable[Claim]:
    """Return the claims of a text; one that names poison kills its process, and one that names a file Spark's, once."""
    text = document.document.text
    if "poison" in text:
        os.kill(os.getpid(), signal.SIGKILL)
    once = Path(text.partition("once: ")[2].strip() or os.devnull)
    if once.is_file() and once != Path(os.devnull):
        once.unlink()
        os.kill(os.getppid(), signal.SIGKILL)
    return claims(document)
