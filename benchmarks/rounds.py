"""The verdicts of blind rounds of judging: ids, verdicts and causes, without the text of the articles.

usage: python -m benchmarks.rounds [show]
       python -m benchmarks.rounds add ROUND VERDICTS.tsv --key KEY.tsv [--second OTHER.tsv] [--facts FACTS.tsv]

`show` prints the figures of each round as computed by `../shared/judging/tally.py`; `add` stores a reader's verdicts in
`benchmarks/judged/rounds`, without the notes:

ROUND.tsv         item, verdict, cause, type
ROUND.key.tsv     item, its source (new, old or both), the ids of the statements
ROUND.second.tsv  like ROUND.tsv, by a second reader of some of the items
ROUND.facts.tsv   article, facts written beforehand, how many of them the new and the old graph have
"""

import argparse
import sys
import typing as t
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scorers import ABSENT, SHARED, printed_by

FOLDER: t.Final = Path(__file__).with_name("judged") / "rounds"
VERDICTS: t.Final = frozenset({"GOOD", "MINOR", "WRONG", "EMPTY"})
CAUSES: t.Final = frozenset(
    {"PARSE", "NER", "COREF", "MERGE", "RULE-MISSING", "RULE-WRONG", "FACTUALITY", "TIME", "LABEL", "INHERENT"}
)
TYPES: t.Final = frozenset({"ok", "false", ""})
SIDES: t.Final = frozenset({"new", "old", "both"})
HEADER: t.Final = ("item", "verdict", "cause", "type")

Table: t.TypeAlias = list[tuple[str, ...]]


class Judged(t.NamedTuple):
    """A reader's verdict on one item; a GOOD one has no cause, and the type is empty if it was not judged."""

    item: int
    verdict: str
    cause: str
    type: str


class Facts(t.NamedTuple):
    """The number of facts written down beforehand for an article, and of those in each graph."""

    article: str
    facts: int
    new: int
    old: int


@dataclass(frozen=True, slots=True)
class Round:
    """A round: the verdicts of its readers, and the graph of each item."""

    name: str
    verdicts: tuple[Judged, ...]
    key: Mapping[int, str]
    second: tuple[Judged, ...] = ()
    facts: tuple[Facts, ...] = ()


def main(arguments: Sequence[str] | None = None) -> int:
    """Show the rounds, or add one."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    commands = parser.add_subparsers(dest="command")
    commands.add_parser("show")
    adding = commands.add_parser("add")
    adding.add_argument("round")
    adding.add_argument("verdicts", type=Path)
    adding.add_argument("--key", type=Path, required=True)
    adding.add_argument("--second", type=Path)
    adding.add_argument("--facts", type=Path)
    options = parser.parse_args(arguments)
    if options.command == "add":
        add(options.round, options.verdicts, key=options.key, second=options.second, facts=options.facts)
        return 0
    if not SHARED.is_dir():
        print(f"rounds: {ABSENT}")
        return 0
    for each in read_rounds():
        print(f"== {each.name}\n{tallied(SHARED, each.name)}{_told(each.facts)}", end="")
    return 0


def add(
    name: str,
    verdicts: Path,
    *,
    key: Path,
    second: Path | None = None,
    facts: Path | None = None,
    folder: Path = FOLDER,
) -> Round:
    """Store a round, without the notes of its readers, and return it.

    Args:
        name: the name of the round.
        verdicts: the reader's file: item, verdict, cause, type, note.
        key: the output of `draw.py`.
        second: the file of a second reader of some of the items.
        facts: article, number of facts, and how many of them the new and the old graph have.
        folder: the folder of the rounds.

    Raises:
        ValueError: a row is invalid; nothing is stored then.
    """
    sources = {".tsv": verdicts, ".key.tsv": key, ".second.tsv": second, ".facts.tsv": facts}
    kept = {ending: _kept(ending, rows(path)) for ending, path in sources.items() if path is not None}
    found = checked(name, kept)
    folder.mkdir(parents=True, exist_ok=True)
    for ending, table in kept.items():
        head = [HEADER] if ending in {".tsv", ".second.tsv"} else []
        text = "".join("\t".join(cells) + "\n" for cells in [*head, *table])
        (folder / f"{name}{ending}").write_text(text, encoding="utf-8", newline="\n")
    return found


def _kept(ending: str, table: Table) -> Table:
    """Return the stored part of the rows of a file: no notes, and ids without the base of their IRIs."""
    if ending == ".facts.tsv":
        return table
    if ending == ".key.tsv":
        return [(*row[:2], " ".join(id_.rsplit("/", 1)[-1] for id_ in row[2].split())) for row in table]
    return [_as_judged(row) for row in table]


def _as_judged(row: tuple[str, ...]) -> tuple[str, ...]:
    item, verdict, cause, type_ = (*row, "", "", "")[:4]
    return item.strip("#. "), verdict.upper(), cause.upper(), type_.lower()


def rows(path: Path) -> Table:
    """Return the rows of a tab-separated file, without the first one if it names the columns."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    table = [tuple(cell.strip() for cell in line.split("\t")) for line in lines if line.strip()]
    return table[1:] if table and table[0][0].lower() in {"item", "article"} else table


def read_rounds(folder: Path = FOLDER) -> list[Round]:
    """Return all stored rounds.

    Raises:
        ValueError: a file of one is invalid.
    """
    names = sorted(path.name.removesuffix(".key.tsv") for path in folder.glob("*.key.tsv"))
    endings = (".tsv", ".key.tsv", ".second.tsv", ".facts.tsv")
    files = ({ending: folder / f"{name}{ending}" for ending in endings} for name in names)
    found = ({ending: rows(path) for ending, path in each.items() if path.exists()} for each in files)
    return [checked(name, tables) for name, tables in zip(names, found, strict=True)]


def checked(name: str, tables: Mapping[str, Table]) -> Round:
    """Return a round from the rows of its files, by the suffixes of their names.

    Raises:
        ValueError: a row is invalid.
    """
    verdicts = tuple(_judged(name, tables.get(".tsv", [])))
    second = tuple(_judged(name, tables.get(".second.tsv", [])))
    key = {int(item): side for item, side, _ in _of_width(3, name, tables.get(".key.tsv", []))}
    facts = tuple(_facts(name, tables.get(".facts.tsv", [])))
    if not verdicts:
        raise ValueError(f"{name}: no verdicts")
    _all_in(SIDES, name, key.values())
    for judged in (verdicts, second):
        items = [each.item for each in judged]
        _all_in(key.keys(), name, items)
        if len(set(items)) < len(items):
            raise ValueError(f"{name}: an item is judged twice")
    return Round(name, verdicts, key, second, facts)


def _judged(name: str, table: Table) -> Iterator[Judged]:
    for item, verdict, cause, type_ in _of_width(4, name, table):
        _all_in(VERDICTS, name, [verdict])
        _all_in({""} if verdict == "GOOD" else CAUSES, name, [cause])
        _all_in(TYPES, name, [type_])
        yield Judged(int(item), verdict, cause, type_)


def _facts(name: str, table: Table) -> Iterator[Facts]:
    for article, *numbers in _of_width(4, name, table):
        facts, new, old = map(int, numbers)
        if max(new, old) > facts:
            raise ValueError(f"{name}: {article} has {facts} facts, and {max(new, old)} of them are found")
        yield Facts(article, facts, new, old)


def _of_width(width: int, name: str, table: Table) -> Table:
    for row in table:
        if len(row) != width:
            raise ValueError(f"{name}: not {width} cells: {row}")
    return table


def _all_in(known: t.Container[t.Any], name: str, values: Iterable[t.Any]) -> None:
    for value in values:
        if value not in known:
            raise ValueError(f"{name}: {value!r} is none of those known")


def tallied(shared: Path, name: str, folder: Path = FOLDER) -> str:
    """Return the output of `tally.py` for a round."""
    second = folder / f"{name}.second.tsv"
    more: list[str | Path] = ["--second", second] if second.exists() else []
    tally = shared / "judging" / "tally.py"
    return printed_by(tally, folder / f"{name}.tsv", "--key", folder / f"{name}.key.tsv", *more)


def _told(facts: Sequence[Facts]) -> str:
    if not facts:
        return ""
    written, new, old = (sum(column) for column in zip(*(each[1:] for each in facts), strict=True))
    shares = ", ".join(f"{side} {n}/{written} = {n / written:.2f}" for side, n in (("new", new), ("old", old)))
    return f"facts written beforehand: {shares}\n"


if __name__ == "__main__":
    sys.exit(main())
