"""The output folder of a run: one run at a time, and its files change all together or not at all.

The files are written into a folder beside them. When all are there a list of what goes is written too; from then on
whoever opens the folder next finishes what a killed run began.
"""

import contextlib
import hashlib
import json
import os
import shutil
import typing as t
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.errors import OutputError

LOCK: t.Final = ".lock"
BESIDE: t.Final = ".next"
COMPLETE: t.Final = ".complete"
"""Written into the folder beside when all files are in it; a list of the files that they make superfluous."""


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder for one run; it is made where it is missing. A lock ends with the process that holds it.

    A run that fails leaves no lock, and no empty folder, that was not there before.

    Raises:
        OutputError: the folder cannot be written into, or another run writes there.
    """
    from filelock import FileLock, Timeout  # slow to load, and most commands lock nothing

    made = [path for path in (folder / LOCK, folder, *folder.parents) if not path.exists()]
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK, timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise OutputError(
                f"{folder}: another kg is writing there; wait until it ends, or write to another folder"
            ) from error
    try:
        with _told(folder):
            _finish(folder)
        yield
    except BaseException:
        _take_back(made)
        raise
    finally:
        lock.release()


def _take_back(made: Sequence[Path]) -> None:
    """Remove a lock that was made for a run, and the folders above it that were made and are empty."""
    with contextlib.suppress(OSError):
        for path in made:
            path.rmdir() if path.is_dir() else path.unlink()


@contextlib.contextmanager
def replaced(folder: Path, *, superfluous: Iterable[str] = ()) -> Iterator[Path]:
    """Give a folder to write files into; when the block ends well they take the place of those of the same names.

    Args:
        folder: where the files go; the block that calls this holds its lock.
        superfluous: names of files that are removed unless they are written.

    Yields:
        an empty folder.

    Raises:
        OutputError: the files cannot be written; then those that were there stay as they were.
    """
    beside = folder / BESIDE
    with _told(folder):
        try:
            beside.mkdir()
            yield beside
            names = sorted(path.name for path in beside.iterdir())
            for name in names:
                _sync(beside / name)
            (beside / "part").write_text(json.dumps(sorted({*superfluous} - {*names})), encoding="utf-8")
            _sync(beside / "part")
            (beside / "part").replace(beside / COMPLETE)
            _sync(beside)
        except BaseException:
            shutil.rmtree(beside, ignore_errors=True)
            raise
        _finish(folder)


def digests_of(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Return the digest of each file by its name, the empty string for one that cannot be opened."""
    return {name: file_digest(folder / name) for name in names}


def file_digest(path: str | os.PathLike[str]) -> str:
    """Return the digest of what stands in a file, the empty string where it cannot be opened."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def settle(folder: Path) -> None:
    """Finish what a killed run began to put in place, unless another run is about to."""
    if (folder / BESIDE / COMPLETE).exists():
        with contextlib.suppress(OutputError), locked(folder):
            pass


def _finish(folder: Path) -> None:
    """Put files in place that are all there; throw away what is not complete."""
    beside = folder / BESIDE
    complete = beside / COMPLETE
    if not complete.exists():
        shutil.rmtree(beside, ignore_errors=True)
        return
    for path in sorted(beside.iterdir()):
        if path != complete:
            path.replace(folder / path.name)
    for name in json.loads(complete.read_text(encoding="utf-8")):
        (folder / Path(name).name).unlink(missing_ok=True)
    _sync(folder)
    complete.unlink()
    beside.rmdir()


def _sync(path: Path) -> None:
    """Have a file or a folder on the disk itself, where the system can do that."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{error.filename or folder}: cannot be written: {error.strerror or error}") from error
