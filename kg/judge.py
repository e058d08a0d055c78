"""Statements judged by a person: a random sample, verdicts in a file, and what they show about the whole graph."""

import os
import typing as t
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.errors import InputError, OutputError, UsageError
from kg.identifiers import digest
from kg.intervals import Share
from kg.model import Graph, Statement

Verdict = t.Literal["good", "minor", "wrong", "empty"]
Cause = t.Literal["parse", "name", "type", "reference", "missing", "standing", "time", "other"]
Column = t.Literal["id", "verdict", "cause", "note", "document", "subject", "relation", "object"]
VERDICTS: t.Final[tuple[Verdict, ...]] = t.get_args(Verdict)
MEANINGS: t.Final[Mapping[Verdict, str]] = {
    "good": "true according to the text, and complete",
    "minor": "true in its core, with a flaw: something is cut off or attached to the wrong word, or a type is wrong",
    "wrong": "not what the text says",
    "empty": "true but useless",
}
COLUMNS: t.Final = t.get_args(Column)
"""The columns of a file of verdicts; the last four are for the reader."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on a statement; `cause` is what went wrong, or "" if it is not given."""

    id: str
    verdict: Verdict
    cause: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """The result of judging, for all statements; `strict` counts good ones, `lenient` good and minor ones."""

    verdicts: Mapping[Verdict, int]
    causes: Mapping[str, int]

    @property
    def total(self) -> int:
        """The number of judged statements."""
        return sum(self.verdicts.values())

    @property
    def strict(self) -> Share:
        """The share of statements that are true and complete."""
        return Share(self.verdicts["good"], self.total)

    @property
    def lenient(self) -> Share:
        """The share of statements that are true at their core."""
        return Share(self.verdicts["good"] + self.verdicts["minor"], self.total)

    @property
    def wrong(self) -> Share:
        """The share of statements that are not true."""
        return Share(self.verdicts["wrong"], self.total)


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement of two readers on what both judged: the same verdicts, and Cohen's kappa."""

    same: Share
    kappa: float


def drawn(graph: Graph, number: int, *, seed: int = 0) -> tuple[Statement, ...]:
    """Return a random sample of the statements; with the same seed, a larger sample begins with the smaller one.

    The order is that of digests of seed and id, so a statement keeps its position when others are added or removed.

    Args:
        graph: the graph to draw from.
        number: the maximum number of statements.
        seed: another seed gives another sample.
    """
    return tuple(sorted(graph.statements, key=lambda statement: digest(str(seed), statement.id))[:number])


def read_judgements(path: str | os.PathLike[str]) -> dict[str, Judgement]:
    """Return the judgements in a file by statement id, the last one of each; none if the file is missing.

    Raises:
        InputError: the file cannot be read.
        UsageError: a line in it is invalid.
    """
    place = os.fspath(path)
    if not Path(path).exists():
        return {}
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{place}: cannot be read: {error}") from error
    found = {}
    for number, line in enumerate(lines, start=1):
        cells = [cell.strip() for cell in line.split("\t")]
        if any(cells) and cells[0] != COLUMNS[0]:
            judged = _judgement(f"{place}:{number}", cells)
            found[judged.id] = judged
    return found


def _judgement(where: str, cells: list[str]) -> Judgement:
    id_, verdict, cause, note = (*cells, "", "", "")[:4]
    if verdict.lower() not in VERDICTS:
        raise UsageError(f"{where}: verdict {verdict!r}: must be one of {', '.join(VERDICTS)}")
    return Judgement(id_, t.cast("Verdict", verdict.lower()), cause, note)


def append_judgement(path: str | os.PathLike[str], judged: Judgement, row: Mapping[str, t.Any]) -> None:
    """Append a judgement to a file, which is created if missing.

    Args:
        path: the file.
        judged: the judgement.
        row: the statement, as returned by `KnowledgeGraph.rows`.

    Raises:
        OutputError: the file cannot be written.
    """
    fields = (row["evidence"][0]["document"], row["subject"], row["relation"], row["object"] or "")
    cells = (judged.id, judged.verdict, judged.cause, judged.note, *fields)
    lines = [cells] if Path(path).exists() else [COLUMNS, cells]
    try:
        with Path(path).open("a", encoding="utf-8", newline="\n") as file:
            file.write("".join("\t".join(" ".join(cell.split()) for cell in line) + "\n" for line in lines))
    except OSError as error:
        raise OutputError(f"{os.fspath(path)}: cannot be written: {error.strerror}") from error


def judgement_of(id_: str, words: str) -> Judgement | None:
    """Return the judgement that someone typed: a verdict or its first letter, then a cause, then a note.

    >>> judgement_of("x", "w time the year is another")
    Judgement(id='x', verdict='wrong', cause='time', note='the year is another')
    """
    first, _, rest = words.strip().partition(" ")
    verdict = next((each for each in VERDICTS if first and each.startswith(first.lower())), None)
    if verdict is None:
        return None
    cause, _, note = rest.strip().partition(" ")
    known = cause.lower() in t.get_args(Cause)
    return Judgement(id_, verdict, cause.lower() if known else "", note.strip() if known else rest.strip())


def tally(judgements: Iterable[Judgement]) -> Tally:
    """Return the counts of verdicts, and of the causes of those that are not good, the most frequent first."""
    judged = list(judgements)
    verdicts = Counter(each.verdict for each in judged)
    causes = Counter(each.cause for each in judged if each.verdict != "good" and each.cause)
    ordered = sorted(causes.items(), key=lambda item: (-item[1], item[0]))
    return Tally({verdict: verdicts[verdict] for verdict in VERDICTS}, dict(ordered))


def agreement(one: Mapping[str, Judgement], other: Mapping[str, Judgement]) -> Agreement | None:
    """Return the agreement of two readers; None if there is no statement that both judged.

    Source: J. Cohen, A coefficient of agreement for nominal scales (1960).
    """
    both = [(one[id_].verdict, other[id_].verdict) for id_ in sorted(one.keys() & other.keys())]
    if not both:
        return None
    same = Share(sum(first == second for first, second in both), len(both))
    left, right = (Counter(pair[side] for pair in both) for side in (0, 1))
    chance = sum(left[verdict] * right[verdict] for verdict in VERDICTS) / len(both) ** 2
    return Agreement(same, 1.0 if chance == 1.0 else (same.value - chance) / (1.0 - chance))
