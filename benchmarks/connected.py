"""The connectivity of article graphs: each article built as a graph of its own, and all together.

usage: python -m benchmarks.connected [ROUND...]

Prints figures of the articles in ../shared/news/ROUND, which are not part of the repository; without arguments, of
rounds 01 to 05. Structural edges, which come from the words for things, are counted separately from statements.
"""

import argparse
import sys
import typing as t
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields

from benchmarks.scorers import ABSENT, SHARED
from kg.export.connections import Connections, connections
from kg.model import Graph, Reading
from kg.resolve import resolve
from kg.stages.running import run

ROUNDS: t.Final = tuple(f"round-{number:02}" for number in range(1, 6))
SHARES: t.Final[dict[str, Callable[[Connections], tuple[int, int]]]] = {
    "things in no statement": lambda found: (found.entities_without_statement, found.entities),
    "named things in no statement": lambda found: (found.named_without_statement, found.named_entities),
    "named things in no statement and no structural edge": lambda found: (found.named_isolated, found.named_entities),
    "the same, and mentioned by no statement": lambda found: (found.named_never_mentioned, found.named_entities),
    "statements between two named things": lambda found: (found.between_named, found.statements),
    "statements with a name in the words of both ends": lambda found: (found.naming_both, found.statements),
    "relations used once": lambda found: (found.relations_used_once, found.relations),
    "named things in one component, by statements": lambda found: (found.named_connected, found.named_entities),
    "the same with what statements mention": lambda found: (found.named_connected_by_mentions, found.named_entities),
    "the same with structural edges": lambda found: (found.named_connected_structural, found.named_entities),
}
"""The printed figures, as a part and a whole."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the articles, and print the figures of each alone (the sum, and the mean of the shares) and of all."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("rounds", nargs="*", default=ROUNDS)
    options = parser.parse_args(arguments)
    if not SHARED.is_dir():
        print(f"connected: {ABSENT}")
        return 0
    places = [SHARED / "news" / name for name in options.rounds]
    readings = run([str(place) for place in places]).readings
    alone = [connections(_graph([reading])) for reading in readings]
    for name, told in (("each alone", alone), ("all together", [connections(_graph(readings))])):
        print(f"== {len(readings)} articles, {name}")
        print("\n".join(_lines(told)))
    return 0


def _graph(readings: Sequence[Reading]) -> Graph:
    return resolve(
        (reading.document for reading in readings),
        (claim for reading in readings for claim in reading.claims),
        (chain for reading in readings for chain in reading.chains),
        named_parts=(named for reading in readings for named in reading.named_parts),
    )


def _lines(found: Sequence[Connections]) -> Iterable[str]:
    """Yield the counts, summed over graphs, and the shares: of the sums, and the mean over the graphs."""
    for each in fields(Connections):
        yield f"{each.name.replace('_', ' '):<52} {sum(getattr(one, each.name) for one in found):>6}"
    for name, share in SHARES.items():
        parts = [share(one) for one in found]
        part, whole = (sum(column) for column in zip(*parts, strict=True))
        mean = sum(part / whole for part, whole in parts if whole) / len(parts)
        yield f"{name:<52} {part / max(whole, 1):>6.3f}  mean {mean:.3f}"


if __name__ == "__main__":
    sys.exit(main())
