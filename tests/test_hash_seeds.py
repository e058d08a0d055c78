"""Graphs, pages and files are the same for all hash seeds and any order of their parts."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hash_seeds import TOLD

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def told() -> list[dict[str, str]]:
    """Return the outputs of two processes with different seeds."""
    return [_told(seed, step) for seed, step in (("0", "1"), ("77", "-1"))]


def _told(seed: str, step: str) -> dict[str, str]:
    done = subprocess.run(  # noqa: S603 - our own code, in a process of its own for the hash seed
        [sys.executable, "-m", "tests.hash_seeds", step],
        env={**os.environ, "PYTHONHASHSEED": seed},
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    found: dict[str, str] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", TOLD)
def test_the_same_for_any_hash_seed(name: str, told: list[dict[str, str]]) -> None:
    one, other = told
    assert one[name] == other[name]
