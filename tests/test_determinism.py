"""The same documents give the same bytes, whatever the seed of the hashes and the order of the documents."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg.ledger import LEDGER

REPOSITORY = Path(__file__).resolve().parent.parent
DATA = REPOSITORY / "data"


def build(inputs: list[Path], out: Path, *, seed: int) -> dict[str, bytes]:
    environment = os.environ | {"PYTHONHASHSEED": str(seed), "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-m", "kg", "build", *map(str, inputs), "-o", str(out), "--quiet"]
    subprocess.run(command, check=True, env=environment, cwd=out.parent)  # noqa: S603 - our own words
    kept = (LEDGER, ".lock")  # the pages of a database lie as they were written
    return {path.name: path.read_bytes() for path in sorted(out.iterdir()) if path.name not in kept}


@pytest.fixture(scope="module")
def texts() -> list[Path]:
    return sorted(path for path in DATA.rglob("*.txt") if path.stem.upper() != "README")


@pytest.fixture(scope="module")
def first(texts: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build(texts, tmp_path_factory.mktemp("first") / "out", seed=0)


@pytest.mark.parametrize("seed", [1, 4242])
def test_seed_and_order_change_nothing(seed: int, texts: list[Path], first: dict[str, bytes], tmp_path: Path) -> None:
    shuffled = [*texts[1::2], *reversed(texts[::2])]
    again = build(shuffled, tmp_path / "out", seed=seed)
    assert again.keys() == first.keys()
    assert [name for name in first if again[name] != first[name]] == []
