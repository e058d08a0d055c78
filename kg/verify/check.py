"""What one check found."""

import typing as t
from collections.abc import Sequence
from dataclasses import dataclass

State = t.Literal["passed", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name, how it ended, what was looked at or why it was not, and each fault with its place."""

    name: str
    state: State
    summary: str
    faults: tuple[str, ...] = ()


def judged(name: str, summary: str, faults: Sequence[str]) -> Check:
    """Return a check that has failed where there are faults."""
    return Check(name, "failed" if faults else "passed", summary, tuple(faults))
