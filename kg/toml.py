"""Read TOML files written by users, with one-line errors."""

import os
import typing as t
from pathlib import Path

from kg.errors import InputError, UsageError


def read_toml(path: str | os.PathLike[str]) -> dict[str, t.Any]:
    """Return the content of a TOML file.

    Raises:
        InputError: it cannot be opened.
        UsageError: it is not TOML in UTF-8.
    """
    import tomllib  # commands that read no TOML need not wait for it

    place = os.fspath(path)
    try:
        return tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{place}: cannot be opened: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{place}: not TOML: {error}") from error
    except RecursionError as error:
        raise UsageError(f"{place}: its lists or tables are nested too deeply") from error
