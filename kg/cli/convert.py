"""`kg convert`: a graph that was written before, in another layout and syntax."""

import typing as t
from pathlib import Path

import typer

from kg.cli.options import GraphPlace, Provenance, graph_file
from kg.export.encodings import Encoding, checked_syntax


def convert(
    graph: GraphPlace,
    out: t.Annotated[
        Path,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help="File to write; its ending tells the syntax: .ttl, .trig, .nt, .nq, .jsonld, .rdf.",
        ),
    ],
    provenance: Provenance = "reify",
) -> None:
    """Write the RDF of a graph anew, with all that is in it: another layout of who says what, another syntax."""
    from kg.export.rdf import convert

    triples = convert(graph_file(graph), out, Encoding(provenance=provenance, syntax=checked_syntax(out)))
    typer.echo(f"{out}: {triples} triples")
