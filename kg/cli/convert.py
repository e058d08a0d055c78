"""`kg convert`: convert an existing graph to another layout and syntax, or to tables."""

import typing as t
from pathlib import Path

import typer

from kg.arguments import as_output
from kg.choices import TableForm
from kg.cli.options import GraphPlace, Provenance, graph_file
from kg.errors import UsageError
from kg.plurals import counted


def convert(
    graph: GraphPlace,
    out: t.Annotated[
        Path,
        typer.Option(
            "--out",
            "-o",
            parser=as_output,
            metavar="FILE",
            help="File to write; its extension sets the syntax: .ttl, .trig, .nt, .nq, .jsonld, .rdf. "
            "With --to, the folder for the tables.",
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

    The conversion is lossless. It can also change the provenance layout.
    """
    from kg.export.encodings import SUFFIXES, Encoding, syntax_of
    from kg.export.rdf import base_iri_of, convert
    from kg.graph import KnowledgeGraph

    source = graph_file(graph)
    if to is None and syntax_of(out) is None:
        raise UsageError(
            f"{out}: the name must end in one of {', '.join(SUFFIXES.values())}; --to csv, parquet or neo4j writes "
            "tables, and the folder of kg build has graph.graphml and graph.html"
        )
    if to is None:
        triples = convert(source, out, Encoding(provenance=provenance, syntax=syntax_of(out)))
        typer.echo(f"{out}: {counted(triples, 'triple')}")
    else:
        found = KnowledgeGraph.read(source)
        found.write_tables(out, to, base_iri=base_iri_of(source))
        typer.echo(f"{out}: {counted(len(found), 'statement')}")
