"""The graph that users hold: the values of `Graph`, with every export as a method.

Exports are imported inside the methods, because `import kg` and `kg --help` must not wait for rdflib and networkx.
"""

import html
import os
import typing as t
from collections import Counter
from dataclasses import dataclass

from kg.errors import OutputError, UsageError
from kg.export.encodings import Encoding, RdfOptions, checked_syntax
from kg.export.iris import DEFAULT_BASE
from kg.model import Graph, Modality

if t.TYPE_CHECKING:
    import networkx
    import pandas
    import pyvis.network
    import rdflib

    from kg.export.connections import Connections
    from kg.export.contradictions import Contradiction
    from kg.export.rdf import QueryResult

FRAME_HEIGHT: t.Final = 640


@dataclass(frozen=True, slots=True)
class KnowledgeGraph(Graph):
    """Entities and statements with their evidence; `a | b` is the graph of all documents of both."""

    @classmethod
    def of(cls, graph: Graph) -> "KnowledgeGraph":
        """Return the same values as a graph with methods."""
        return cls(graph.documents, graph.entities, graph.statements, graph.decisions, graph.named_parts, graph.copies)

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> "KnowledgeGraph":
        """Read a graph back from a file of RDF that `kg` wrote, in any syntax and in any layout but `none`.

        Raises:
            InputError: the file cannot be opened, or is not such a file.
        """
        from kg.export.rdf import read_rdf

        return cls.of(read_rdf(path))

    def __or__(self, other: Graph) -> "KnowledgeGraph":
        """Resolve the claims of both graphs anew; the order of merging does not matter.

        Raises:
            ConflictingDocuments: two different texts have one document id.
        """
        from kg.resolve import merge

        return KnowledgeGraph.of(merge(self, other))

    @property
    def triples(self) -> list[dict[str, t.Any]]:
        """The statements as dicts, with the keys of `triples.jsonl`."""
        import json

        from kg.export.tables import triples_jsonl

        return [json.loads(line) for line in triples_jsonl(self).splitlines()]

    def counts(self) -> dict[str, int]:
        """Return how many documents, entities, statements and claims there are, and statements by how they are said."""
        said = Counter(statement.modality for statement in self.statements)
        return {
            "documents": len(self.documents),
            "entities": len(self.entities),
            "statements": len(self.statements),
            "claims": len(self.claims),
            **{modality: said[modality] for modality in t.get_args(Modality)},
            "without_object": sum(statement.object is None for statement in self.statements),
            "denied": sum(statement.denied_by is not None for statement in self.statements),
            "negated": sum(statement.negated for statement in self.statements),
            "attributed": sum(statement.speaker is not None for statement in self.statements),
            "structural": len(self.structural_edges),
            "copies": len({copy.document for copy in self.copies}),
            "contradictions": len(self.contradictions()),
        }

    def contradictions(self) -> "tuple[Contradiction, ...]":
        """Return the statements that cannot both be so, by twos, with the kind of their contradiction."""
        from kg.export.contradictions import contradictions

        return contradictions(self)

    def connections(self) -> "Connections":
        """Return how the things hang together, by the statements alone and with the structural edges."""
        from kg.export.connections import connections

        return connections(self)

    def to_rdf(self, **options: t.Unpack[RdfOptions]) -> "rdflib.Graph":
        """Return the graph as rdflib's; a Dataset where the layout of the provenance needs named graphs.

        Args:
            options: as for `Encoding`: provenance, base_iri, selectors, relations.

        Raises:
            InputError: a file of relations cannot be opened.
            UsageError: an option is not usable, or the layout is `rdf12`, which rdflib cannot hold.
        """
        from kg.export.rdf import to_rdf

        return to_rdf(self, **options)

    def to_turtle(self, **options: t.Unpack[RdfOptions]) -> str:
        """Return the RDF as sorted Turtle: the same graph gives the same bytes.

        Args:
            options: as for `Encoding`: provenance, base_iri, selectors, relations.

        Raises:
            InputError: a file of relations cannot be opened.
            UsageError: an option is not usable, or the layout needs named graphs, which Turtle does not have.
        """
        from kg.export.rdf import rdf_text

        return rdf_text(self, Encoding(syntax="turtle", **options))

    def write_rdf(self, path: str | os.PathLike[str], **options: t.Unpack[RdfOptions]) -> None:
        """Write the RDF into a file, in the syntax that its ending tells, and check that it parses again.

        Args:
            path: ends in .ttl, .trig, .nt, .nq, .jsonld or .rdf.
            options: as for `Encoding`: provenance, base_iri, selectors, relations.

        Raises:
            InputError: a file of relations cannot be opened.
            UsageError: the ending or an option is not usable, or the syntax cannot hold the layout.
            OutputError: the file cannot be written, or the syntax has no way to write something in the graph.
        """
        from kg.export.rdf import write_rdf_file

        write_rdf_file(self, path, Encoding(syntax=checked_syntax(path), **options))

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """Return entities as nodes and statements between entities as edges."""
        from kg.export.network import to_networkx

        return to_networkx(self)

    def to_pyvis(self) -> "pyvis.network.Network":
        """Return the whole graph as a network of pyvis with the look that the page has, to go on with in pyvis.

        Nodes and edges have the names that they have in `to_networkx`. To write it as a page, `kg build --pyvis FILE`
        is safer than its own `write_html`, which loads from the network and writes in the encoding of the machine.
        """
        from kg.page import to_pyvis

        return to_pyvis(self)

    def to_html(
        self,
        *,
        title: str | None = None,
        include_text: bool = True,
        base_iri: str = DEFAULT_BASE,
        embed: bool = False,
    ) -> str:
        """Return one self-contained page that shows the graph and the sentences behind it, without a network.

        Args:
            title: the heading; by default the title of the document, or their number.
            include_text: whether the whole texts are in the page; the sentences of the statements always are.
            base_iri: what the IRIs of the Turtle that the page saves begin with.
            embed: whether it is for a frame in another page: the picture with its caption, and no list or menus.

        Raises:
            OutputError: the graph has too many statements for a page; `around` gives a part of it.
        """
        from kg.page import to_html

        return to_html(self, title=title, include_text=include_text, base_iri=base_iri, embed=embed)

    def around(self, name: str, *, depth: int = 1) -> "KnowledgeGraph":
        """Return the part of the graph that lies at most `depth` steps from the things of that name.

        Raises:
            UsageError: nothing has that name, or the depth is below 1.
        """
        from kg.export.neighbourhood import around

        return KnowledgeGraph.of(around(self, name, depth=depth))

    def to_dataframe(self) -> "pandas.DataFrame":
        """Return one row a statement, with the keys of `triples.jsonl` as columns.

        Raises:
            UsageError: pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise UsageError("to_dataframe needs pandas: pip install 'kg-evidence[pandas]'") from error
        return pandas.DataFrame(self.triples)

    def query(self, sparql: str) -> "QueryResult":
        """Return what a SPARQL query finds in the RDF of this graph.

        Raises:
            UsageError: the query is not valid SPARQL.
        """
        from kg.export.rdf import query

        return query(self, sparql)

    def _repr_html_(self) -> str:
        # a sandboxed frame has an origin of its own, so the page's script cannot reach the notebook; what it may do is
        # run, save the picture of the graph, and open a source in a window of its own
        try:
            page = html.escape(self.to_html(), quote=True)
        except OutputError:
            counts = self.counts()
            words = f"{counts['entities']:,} entities, {counts['statements']:,} statements: too many for a page."
            return f'<p>{words} Show a part: <code>graph.around("NAME", depth=1)</code></p>'
        return (
            f'<iframe title="Knowledge graph" sandbox="allow-scripts allow-downloads allow-popups" srcdoc="{page}" '
            f'style="width:100%;height:{FRAME_HEIGHT}px;border:0"></iframe>'
        )


def read_rdf(path: str | os.PathLike[str]) -> KnowledgeGraph:
    """Return the graph in a file of RDF that `kg` wrote, in any syntax and in any layout but `none`.

    Raises:
        InputError: the file cannot be opened, or is not such a file.
    """
    return KnowledgeGraph.read(path)


def read_turtle(path: str | os.PathLike[str]) -> KnowledgeGraph:
    """Do as `read_rdf` with a file that is Turtle, whatever its name."""
    from kg.export.rdf import read_turtle

    return KnowledgeGraph.of(read_turtle(path))
