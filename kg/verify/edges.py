"""Nothing that is negated, hedged, possible, planned, hypothetical or said by somebody stands as a plain edge."""

import typing as t
from collections import defaultdict
from collections.abc import Iterable, Iterator

from kg.verify.check import Check, judged
from kg.verify.content import Edge, RdfContent
from kg.verify.said import Fact, Said, object_key

NAME: t.Final = "plain edges"


def check_edges(rdf: RdfContent, said: Iterable[Said]) -> Check:
    """Ask of each plain edge that something says it: affirmed, asserted, and in the voice of the text itself."""
    found = [*said]
    if rdf.edges and not found:
        return Check(NAME, "skipped", "nothing tells how the edges are said: no statements, and no triples.jsonl")
    return judged(NAME, f"{len(rdf.edges)} edges", sorted(_faults(rdf.edges, found)))


def _faults(edges: Iterable[Edge], said: Iterable[Said]) -> Iterator[str]:
    manners: dict[Fact, list[frozenset[str]]] = defaultdict(list)
    for each in said:
        if each.fact is not None:
            manners[each.fact].append(each.reserves)
    for subject, relation, object_ in edges:
        found = manners.get((subject, relation, object_key(object_)), [])
        if all(found):
            how = " or ".join(sorted({word for reserves in found for word in reserves})) or "said by no statement"
            yield f"<{subject}> <{relation}> {object_} is {how}"
