"""Pairs of names of the same and of different entities, and whether resolving unites them.

`name_pairs.tsv` is split at random into halves; `name_pairs_news.tsv` was written in two parts without knowledge of the
rules and of that table, and so were `name_pairs_third.tsv`, `name_pairs_fourth.tsv` and `name_pairs_fifth.tsv`, later.
`name_pairs_sixth.tsv` has names that news articles use for the same or for different entities, with their types.
The first results on each table are in docs/quality.md.
"""

import csv
import typing as t
from pathlib import Path

from kg.resolve import resolve
from tests.resolve.values import document, mention

TABLES: t.Final = ("name_pairs.tsv", "name_pairs_news.tsv")
THIRD_TABLE: t.Final = "name_pairs_third.tsv"
FOURTH_TABLE: t.Final = "name_pairs_fourth.tsv"
FIFTH_TABLE: t.Final = "name_pairs_fifth.tsv"
SIXTH_TABLE: t.Final = "name_pairs_sixth.tsv"


class Pair(t.NamedTuple):
    """Two names with their types; `verdict` is `same` or `different`, `half` is the part of the table that has it."""

    verdict: str
    half: str
    name: str
    type: str
    other: str
    other_type: str


class Figures(t.NamedTuple):
    """Precision and recall of merging, and the pairs with wrong results."""

    precision: float
    recall: float
    wrong: tuple[Pair, ...]


def pairs(table: str) -> list[Pair]:
    """Return the pairs of a table."""
    with Path(__file__).with_name(table).open(encoding="utf-8", newline="") as file:
        return [Pair(*row) for row in list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]]


def are_one(pair: Pair, *, documents: tuple[str, str]) -> bool:
    """Return whether the two names become one node in these documents."""
    one = mention(pair.name, type_=pair.type, document=documents[0])
    other = mention(pair.other, 200, type_=pair.other_type, document=documents[1])
    graph = resolve([document(name) for name in sorted(set(documents))], [], [(one,), (other,)])
    return len(graph.entities) == 1


def figures(chosen: list[Pair], *, documents: tuple[str, str]) -> Figures:
    """Return how well names of the same entity are distinguished from those of different entities."""
    found = {pair: are_one(pair, documents=documents) for pair in chosen}
    same = {pair for pair in chosen if pair.verdict == "same"}
    merged = {pair for pair, one in found.items() if one}
    right = len(same & merged)
    return Figures(right / len(merged), right / len(same), tuple(sorted(same ^ merged)))


def untyped(chosen: list[Pair]) -> list[Pair]:
    """Return the pairs without their types, except for those that only the types distinguish."""
    plain = (pair for pair in chosen if pair.verdict == "same" or pair.type == pair.other_type)
    return [pair._replace(type="Thing", other_type="Thing") for pair in plain]
