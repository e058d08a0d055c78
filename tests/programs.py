"""Programs that are no part of Python: where they are, and what becomes of a test that has none."""

import os
import shutil
import sys
import typing as t
from pathlib import Path

import pytest


def program(*names: str) -> str | None:
    """Return the first of these programs that is installed, beside Python or on the path."""
    beside = [str(path) for name in names if (path := Path(sys.executable).with_name(name)).is_file()]
    return next(iter([*beside, *filter(None, map(shutil.which, names))]), None)


def absent(what: str, package: str) -> t.NoReturn:
    """Leave a test out, or let it fail where CI has promised that the program is there."""
    reason = f"needs {what}: {package}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
