"""The same documents give the same bytes, whatever the hash seed and the order of the documents."""

import os
import subprocess
import sys
from pathlib import Path

from kg.ledger import LEDGER

REPOSITORY = Path(__file__).resolve().parent.parent
DATA = REPOSITORY / "data"


def build(inputs: list[Path], out: Path, *, seed: int) -> dict[str, bytes]:
    environment = os.environ | {"PYTHONHASHSEED": str(seed), "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-m", "kg", "build", *map(str, inputs), "-o", str(out), "--quiet"]
    subprocess.run(command, check=True, env=environment, cwd=out.parent)  # noqa: S603 - our own words
    kept = (LEDGER, ".kg-lock")  # the order of pages in a database depends on the writes
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.name not in kept}


def test_seed_and_order_change_nothing(tmp_path: Path) -> None:
    texts = sorted(path for path in DATA.rglob("*.txt") if path.stem.upper() != "README")
    first = build(texts, tmp_path / "first", seed=0)
    again = build([*texts[1::2], *reversed(texts[::2])], tmp_path / "again", seed=4242)
    assert again.keys() == first.keys()
    assert [name for name in first if again[name] != first[name]] == []
