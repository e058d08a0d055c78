"""The output folder: one run at a time, and its files are replaced all together or not at all.

New files are written to a folder next to the old ones. Once all of them exist, a list of obsolete files is written.
From then on, the next process that opens the folder completes an interrupted run.
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

LOCK: t.Final = ".kg-lock"
STAGING: t.Final = ".kg-next"
FORMER_STAGING: t.Final = ".next"
"""The same of kg 0.2 and earlier; a folder of this name without `COMPLETE` may be of another program."""
COMPLETE: t.Final = ".complete"
"""Written to the folder of new files once all are in it; a list of the files that they make obsolete."""


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Lock a folder for one run, creating it if missing. A lock ends with the process that holds it.

    A failed run leaves no new lock and no new empty folder.

    Raises:
        OutputError: the folder cannot be written, or another run writes there.
    """
    from filelock import FileLock, Timeout  # slow to load, and most commands need no lock

    created = [path for path in (folder / LOCK, folder, *folder.parents) if not path.exists()]
    with _reporting_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK, timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise OutputError(
                f"{folder}: another kg is writing there; wait until it ends, or write to another folder"
            ) from error
    try:
        with _reporting_errors(folder):
            _finish(folder)
        yield
    except BaseException:
        _remove_created(created)
        raise
    finally:
        lock.release()


def _remove_created(created: Sequence[Path]) -> None:
    """Remove the lock made for a run, and the new folders above it if they are empty."""
    with contextlib.suppress(OSError):
        for path in created:
            path.rmdir() if path.is_dir() else path.unlink()


@contextlib.contextmanager
def replaced(folder: Path, *, superfluous: Iterable[str] = ()) -> Iterator[Path]:
    """Provide a folder for new files; if the block succeeds, they replace the files of the same names.

    Args:
        folder: the destination; the caller holds its lock.
        superfluous: the names of files to remove unless they are written.

    Yields:
        an empty folder.

    Raises:
        OutputError: the files cannot be written; the existing files are then unchanged.
    """
    staging = folder / STAGING
    with _reporting_errors(folder):
        try:
            staging.mkdir()
            yield staging
            names = sorted(path.name for path in staging.iterdir())
            for name in names:
                _sync(staging / name)
            (staging / "part").write_text(json.dumps(sorted({*superfluous} - {*names})), encoding="utf-8")
            _sync(staging / "part")
            (staging / "part").replace(staging / COMPLETE)
            _sync(staging)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise
        _finish(folder)


def digests_of(folder: Path, names: Iterable[str]) -> dict[str, str]:
    """Return the digest of each file by name, or an empty string if it cannot be opened."""
    return {name: file_digest(folder / name) for name in names}


def file_digest(path: str | os.PathLike[str]) -> str:
    """Return the digest of the content of a file, or an empty string if it cannot be opened."""
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def recorded_file(path: str | os.PathLike[str]) -> dict[str, str]:
    """Return what the record of a run says of a file: its name without folders, and the digest of its content."""
    return {"file": os.path.basename(path), "sha256": file_digest(path)}


def settle(folder: Path) -> None:
    """Complete the replacement that a killed run began, unless another run is about to."""
    if any((folder / name / COMPLETE).exists() for name in (FORMER_STAGING, STAGING)):
        with contextlib.suppress(OutputError), locked(folder):
            pass


def _finish(folder: Path) -> None:
    """Put complete files in place; delete incomplete ones."""
    for staging in (folder / FORMER_STAGING, folder / STAGING):
        if (staging / COMPLETE).exists():
            _put_in_place(staging, folder)
    shutil.rmtree(folder / STAGING, ignore_errors=True)


def _put_in_place(staging: Path, folder: Path) -> None:
    complete = staging / COMPLETE
    for path in sorted(staging.iterdir()):
        if path != complete:
            path.replace(folder / path.name)
    for name in json.loads(complete.read_text(encoding="utf-8")):
        (folder / Path(name).name).unlink(missing_ok=True)
    _sync(folder)
    complete.unlink()
    staging.rmdir()


def _sync(path: Path) -> None:
    """Flush a file or a folder to disk, if the system supports it."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextlib.contextmanager
def _reporting_errors(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(f"{error.filename or folder}: cannot be written: {error.strerror or error}") from error
