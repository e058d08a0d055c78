"""Complete runs, and each kind of damage to one."""

import json
import typing as t
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyoxigraph
from pyoxigraph import Literal, NamedNode, Triple

from kg.export.encodings import GRAPH_FILES, Encoding
from kg.export.iris import DEFAULT_BASE
from kg.export.rdf import write_rdf
from kg.export.rdf.vocabulary import DCT, KG, NIF, PROV, RDF
from kg.export.tables import documents_jsonl, triples_jsonl
from kg.model import Graph

Damage: t.TypeAlias = Callable[[Iterator[Triple]], Iterable[Triple]]


def write_run(folder: Path, graph: Graph, encoding: Encoding | None = None) -> Path:
    """Write the RDF and the JSON lines of a graph, and return the RDF file."""
    encoding = encoding or Encoding()
    path = folder / GRAPH_FILES[encoding.written]
    with path.open("wb") as file:
        write_rdf(graph, file, encoding)
    (folder / "triples.jsonl").write_text("".join(triples_jsonl(graph)), encoding="utf-8")
    (folder / "documents.jsonl").write_text("".join(documents_jsonl(graph)), encoding="utf-8")
    return path


def damage_rdf(path: Path, damage: Damage) -> None:
    """Rewrite the triples of a file, as if changed by another program."""
    triples = [quad.triple for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)]
    damaged = [*damage(iter(triples))]
    assert set(damaged) != set(triples), "nothing was damaged"
    pyoxigraph.serialize(damaged, str(path), format=pyoxigraph.RdfFormat.TURTLE)


def damage_line(path: Path, number: int, **values: object) -> None:
    """Change values of one line of `triples.jsonl`."""
    lines = path.read_text(encoding="utf-8").splitlines()
    lines[number - 1] = json.dumps(json.loads(lines[number - 1]) | values)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def node(namespace: t.Mapping[str, object] | t.Any, name: str) -> NamedNode:
    return NamedNode(str(namespace[name]))


def statement(name: str) -> NamedNode:
    return NamedNode(f"{DEFAULT_BASE}statement/{name}")


def edge(subject: str, relation: str, object_: str) -> Triple:
    subject_node, object_node = (NamedNode(f"{DEFAULT_BASE}entity/{name}") for name in (subject, object_))
    return Triple(subject_node, NamedNode(f"{DEFAULT_BASE}relation/{relation}"), object_node)


def without(*predicates: NamedNode, of: NamedNode | None = None) -> Damage:
    """Remove the triples with one of these predicates."""
    return lambda triples: (
        each for each in triples if each.predicate not in predicates or (of is not None and each.subject != of)
    )


def without_subject(subject: NamedNode) -> Damage:
    """Remove all triples about a subject."""
    return lambda triples: (each for each in triples if each.subject != subject)


def plus(*more: Triple) -> Damage:
    """Add triples."""
    return lambda triples: [*triples, *more]


def instead(predicate: NamedNode, change: Callable[[t.Any], t.Any], of: NamedNode | None = None) -> Damage:
    """Change the objects of a predicate."""

    def damage(triples: Iterator[Triple]) -> Iterator[Triple]:
        for each in triples:
            concerned = each.predicate == predicate and of in {None, each.subject}
            yield Triple(each.subject, each.predicate, change(each.object)) if concerned else each

    return damage


def longer(literal: Literal) -> Literal:
    return Literal(f"{literal.value}.")


def next_number(literal: Literal) -> Literal:
    return Literal(str(int(literal.value) + 1), datatype=literal.datatype)


ANCHOR, BEGIN, END = (node(NIF, name) for name in ("anchorOf", "beginIndex", "endIndex"))
TEXT, CONTEXT, SOURCE = node(NIF, "isString"), node(NIF, "referenceContext"), node(PROV, "wasDerivedFrom")
POLARITY, MODALITY, CONFIDENCE = (node(KG, name) for name in ("polarity", "modality", "confidence"))
EVIDENCE_OF, TYPE = node(KG, "evidenceOf"), node(RDF, "type")
SPEAKER, IDENTIFIER = node(PROV, "wasAttributedTo"), node(DCT, "identifier")

PLAIN, NEGATED, POSSIBLE, PLANNED, HYPOTHETICAL, REPORTED, DENIED = (
    edge("Marta_Lund", "found", "Lund_Bakery"),
    edge("Marta_Lund", "close", "the_shop"),
    edge("the_shop", "open", "a_branch"),
    edge("Lund_Bakery", "hire", "Tom_Reyes"),
    edge("Lund_Bakery", "buy", "the_mill"),
    edge("Rivals", "copy", "the_bread"),
    edge("Old_Mill", "copy", "the_bread"),
)
