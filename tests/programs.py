"""External programs: where they are, and what happens to a test if one is missing."""

import os
import shutil
import sys
import typing as t
from pathlib import Path

import pytest


def program(*names: str) -> str | None:
    """Return the first of these programs that is installed, next to Python or on the path."""
    beside = [str(path) for name in names if (path := Path(sys.executable).with_name(name)).is_file()]
    return next(iter([*beside, *filter(None, map(shutil.which, names))]), None)


def absent(what: str, package: str) -> t.NoReturn:
    """Skip a test, or let it fail if CI has promised the program."""
    reason = f"needs {what}: {package}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
