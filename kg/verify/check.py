"""The result of one check."""

import typing as t
from collections.abc import Sequence
from dataclasses import dataclass

State = t.Literal["passed", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name, its result, what was checked or why it was not, and each fault with its place."""

    name: str
    state: State
    summary: str
    faults: tuple[str, ...] = ()


def judged(name: str, summary: str, faults: Sequence[str]) -> Check:
    """Return a check that has failed if there are faults."""
    return Check(name, "failed" if faults else "passed", summary, tuple(faults))
