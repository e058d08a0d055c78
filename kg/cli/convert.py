"""`kg convert`: a graph that was written before, in another layout and syntax, or as tables."""

import typing as t
from pathlib import Path

import typer

from kg.choices import TableForm
from kg.cli.options import GraphPlace, Provenance, graph_file


def convert(
    graph: GraphPlace,
    out: t.Annotated[
        Path,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help="File to write; its ending tells the syntax: .ttl, .trig, .nt, .nq, .jsonld, .rdf. "
            "With --to, the folder of the tables.",
        ),
    ],
    provenance: Provenance = "reify",
    to: t.Annotated[
        TableForm | None,
        typer.Option(
            metavar="csv|parquet|neo4j",
            help="Write tables of nodes, edges and documents instead of RDF.",
        ),
    ] = None,
) -> None:
    """Convert a graph to another RDF syntax, or to tables.

    Nothing is lost: the layout of the provenance may change, too.
    """
    from kg.export.encodings import Encoding, checked_syntax
    from kg.export.rdf import base_iri_of, convert
    from kg.graph import KnowledgeGraph

    source = graph_file(graph)
    if to is None:
        triples = convert(source, out, Encoding(provenance=provenance, syntax=checked_syntax(out)))
        typer.echo(f"{out}: {triples} triples")
    else:
        found = KnowledgeGraph.read(source)
        found.write_tables(out, to, base_iri=base_iri_of(source))
        typer.echo(f"{out}: {len(found)} statements")
