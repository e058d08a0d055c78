import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.ledger import folder as folders
from kg.ledger import locked, replaced, settle

HOLD = """
import sys
from pathlib import Path
from kg.ledger import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def written(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text("utf-8") for path in folder.iterdir() if not path.name.startswith(".")}


def write(folder: Path, **texts: str) -> None:
    with replaced(folder, superfluous=["old"]) as beside:
        for name, text in texts.items():
            (beside / name).write_text(text, encoding="utf-8")


def fail(folder: Path, error: Exception) -> None:
    with replaced(folder) as beside:
        (beside / "one").write_text("half", encoding="utf-8")
        raise error


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "new" / "out"
    with locked(folder):
        write(folder, one="1", two="2", old="o")
    return folder


def test_files_take_the_place_of_those_of_the_same_names(out: Path) -> None:
    assert written(out) == {"one": "1", "two": "2", "old": "o"}
    (out / "own").write_text("kept", encoding="utf-8")
    with locked(out):
        write(out, one="11", three="3")
    assert written(out) == {"one": "11", "two": "2", "three": "3", "own": "kept"}


def test_what_fails_leaves_the_files_as_they_were(out: Path) -> None:
    with locked(out), pytest.raises(IndexError):
        fail(out, IndexError())
    assert written(out) == {"one": "1", "two": "2", "old": "o"}
    assert not (out / folders.STAGING).exists()


def test_a_disk_that_is_full_leaves_the_files_as_they_were(out: Path) -> None:
    full = OSError(28, "No space left on device")
    with locked(out), pytest.raises(OutputError, match="No space left on device"):
        fail(out, full)
    assert written(out) == {"one": "1", "two": "2", "old": "o"}


@pytest.mark.parametrize("moves", range(4))
def test_whoever_comes_next_finishes_what_was_begun(out: Path, moves: int, monkeypatch: pytest.MonkeyPatch) -> None:
    real, left = Path.replace, iter(range(moves))

    def replace(path: Path, target: Path) -> Path:
        if path.name != "part" and next(left, None) is None:
            raise KeyboardInterrupt
        return real(path, target)

    monkeypatch.setattr(Path, "replace", replace)
    with contextlib.suppress(KeyboardInterrupt), locked(out):
        write(out, one="11", two="22", three="3")
    monkeypatch.undo()
    settle(out)
    assert written(out) == {"one": "11", "two": "22", "three": "3"}
    assert not (out / folders.STAGING).exists()


@pytest.mark.parametrize("old_only", [True, False])
def test_what_an_earlier_version_began_is_finished(out: Path, *, old_only: bool) -> None:
    staging = out / ".next"
    staging.mkdir()
    (staging / "two").write_text("22", encoding="utf-8")
    if old_only:
        settle(out)
        assert staging.exists(), "not complete, or of another program"
    (staging / ".complete").write_text('["old"]', encoding="utf-8")
    with contextlib.nullcontext() if old_only else locked(out):
        settle(out)
    assert written(out) == {"one": "1", "two": "22"}
    assert not staging.exists()


def test_what_was_not_complete_is_thrown_away(out: Path) -> None:
    (out / folders.STAGING).mkdir()
    (out / folders.STAGING / "one").write_text("half", encoding="utf-8")
    settle(out)
    assert written(out)["one"] == "1"
    with locked(out):
        write(out, two="22")
    assert written(out) == {"one": "1", "two": "22"}


def test_one_run_at_a_time_and_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    folder, root = tmp_path / "out", Path(folders.__file__).parents[2]
    with subprocess.Popen(  # noqa: S603 - our own words
        [sys.executable, "-c", HOLD, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": str(root)},
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(OutputError, match="another kg is writing there"), locked(folder):
            pass
        holder.kill()
    with locked(folder):
        pass


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(OutputError, match="file"), locked(tmp_path / "file"):
        pass
    with pytest.raises(OutputError, match="file"), locked(tmp_path / "file" / "out"):
        pass
