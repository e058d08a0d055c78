"""The public graph class: the values of `Graph`, with every export as a method.

Exports are imported inside the methods, because `import kg` and `kg --help` must not wait for rdflib and networkx.
"""

import os
import typing as t
from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass, field, replace
from datetime import date

from kg.choices import TableForm
from kg.errors import OutputError, UsageError
from kg.export.encodings import Encoding, RdfOptions, checked_syntax
from kg.export.iris import DEFAULT_BASE
from kg.model import Failure, Graph, Record, Statement, StructuralEdge
from kg.plurals import counted

if t.TYPE_CHECKING:
    import networkx
    import pandas
    import pyvis.network
    import rdflib

    from kg.export.connections import Connections
    from kg.export.contradictions import Contradiction
    from kg.export.finding import Test
    from kg.export.rdf import QueryResult

# a sandboxed frame has its own origin, so the page's script cannot reach the notebook; it may only run,
# save the picture of the graph, and open a source in a new window
FRAME: t.Final = (
    '<iframe title="Knowledge graph" sandbox="allow-scripts allow-downloads allow-popups" srcdoc="{page}" '
    'style="width:100%;height:640px;border:0"></iframe>'
)


@dataclass(frozen=True, slots=True, repr=False)
class KnowledgeGraph(Graph):
    """Entities and statements with their evidence; `a | b` is the graph of all documents in both.

    A graph is also the sequence of its statements: it has a length and can be iterated over. Graphs with the same
    content are equal, however they were made; `record` describes how.
    """

    record: Record = field(default_factory=Record, compare=False)

    @classmethod
    def of(cls, graph: Graph, record: Record | None = None) -> "KnowledgeGraph":
        """Return the same values as a graph with methods, and with the record of how it was made, if there is one."""
        parts = (graph.documents, graph.entities, graph.statements, graph.decisions, graph.named_parts, graph.copies)
        return cls(*parts, graph.united, record or Record())

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> "KnowledgeGraph":
        """Read a graph from an output folder, or from an RDF file that `kg` wrote in any layout except `none`.

        Raises:
            InputError: there is no such file, or `kg` did not write it.
        """
        from kg.export.rdf import read_rdf
        from kg.outputs import graph_file

        return cls.of(read_rdf(graph_file(path) if os.path.isdir(path) else path))

    def __or__(self, other: Graph) -> "KnowledgeGraph":
        """Resolve the claims of both graphs again; the order of merging does not matter.

        Raises:
            ConflictingDocuments: two different texts have the same document id.
        """
        from kg.resolve import merge

        record = self.record | other.record if isinstance(other, KnowledgeGraph) else self.record
        return KnowledgeGraph.of(merge(self, other), record)

    def __len__(self) -> int:
        return len(self.statements)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.statements)

    def __bool__(self) -> bool:
        return True  # a graph without statements is still a graph

    def __repr__(self) -> str:
        counts = f"{_count(self.documents, 'document')}, {_count(self.entities, 'entity')}"
        failed = f", {_count(self.failures, 'failure')}" if self.failures else ""
        return f"<KnowledgeGraph: {counts}, {_count(self.statements, 'statement')}{failed}>"

    @property
    def failures(self) -> tuple[Failure, ...]:
        """The inputs that could not be processed when the graph was made, with the reasons."""
        return self.record.failures

    @property
    def triples(self) -> list[dict[str, t.Any]]:
        """The statements as dicts, with the keys of `triples.jsonl`, the most important first."""
        return self.rows()

    def rows(self, statements: Iterable[Statement | StructuralEdge] | None = None) -> list[dict[str, t.Any]]:
        """Return statements as dicts with labels and sentences, with the keys of `triples.jsonl`.

        Args:
            statements: the statements to return, in this order; None returns all, the most important first. For a
                structural edge on a path, the relation is its kind, the sentence is its words, and there is no status.
        """
        from kg.export.tables import triples

        return list(triples(self, statements))

    def about(self, name: str) -> tuple[Statement, ...]:
        """Return the statements with an entity as subject or object, the most important first.

        Args:
            name: its label or id, or an alias; case does not matter.

        Raises:
            UsageError: no entity has that name; the error lists similar names.
        """
        from kg.export.finding import about

        return about(self, name)

    def between(self, one: str, other: str) -> tuple[Statement, ...]:
        """Return the statements that connect two entities, in either direction; names and errors as in `about`."""
        from kg.export.finding import between

        return between(self, one, other)

    def said_by(self, name: str) -> tuple[Statement, ...]:
        """Return the statements that someone is quoted or reported to make; names and errors as in `about`."""
        from kg.export.finding import said_by

        return said_by(self, name)

    def path(self, one: str, other: str, *, structural: bool = True) -> tuple[Statement | StructuralEdge, ...]:
        """Return a shortest path between two entities; empty if they are the same or not connected.

        A path shows a connection, but its statements need not be true: check their status. Names and errors as in
        `about`.

        Args:
            one: the name or the id of an entity.
            other: the name or the id of the other entity.
            structural: whether a path may use structural edges (names within the words for another entity) if
                statements alone do not connect the two.
        """
        from kg.export.neighbourhood import path

        return path(self, one, other, structural=structural)

    def timeline(self) -> tuple[Statement, ...]:
        """Return the dated statements (with a first or a last day), the earliest first."""
        from kg.export.finding import timeline

        return timeline(self)

    def filter(
        self,
        where: "Test | None" = None,
        *,
        status: str | Iterable[str] | None = None,
        since: date | str | None = None,
        until: date | str | None = None,
        type: str | None = None,  # noqa: A002 - what everybody calls it
        min_confidence: float = 0.0,
        min_importance: float = 0.0,
    ) -> "KnowledgeGraph":
        """Return the graph of the statements that pass all tests, with their entities and documents.

        Args:
            where: a function of a statement that returns whether to keep it.
            status: affirmed, negated, possible, alleged, planned, conditional or denied; or several of them.
            since: the time of the statement does not end before that day (a str is YYYY-MM-DD).
            until: its time does not begin after that day.
            type: its subject or its object has that type or a subtype: `Organization` includes companies.
            min_confidence: the minimum confidence, in [0, 1].
            min_importance: the minimum importance, in [0, 1].

        Raises:
            UsageError: a status or type is unknown, a day is not a date, or a number is outside [0, 1].
        """
        from kg.export.finding import filtered

        passing = filtered(
            self,
            where,
            status=status,
            since=since,
            until=until,
            type=type,
            min_confidence=min_confidence,
            min_importance=min_importance,
        )
        return self._part(passing)

    def counts(self) -> dict[str, int]:
        """Return the numbers of documents, entities, statements and claims, and of statements by status."""
        from kg.export.counts import counts

        return counts(self)

    def contradictions(self) -> "tuple[Contradiction, ...]":
        """Return the pairs of statements that cannot both be true, with the kind of contradiction."""
        from kg.export.contradictions import contradictions

        return contradictions(self)

    def connections(self) -> "Connections":
        """Return how well the entities are connected, by statements alone and with structural edges."""
        from kg.export.connections import connections

        return connections(self)

    def to_rdf(self, **options: t.Unpack[RdfOptions]) -> "rdflib.Graph":
        """Return an rdflib Graph, or a Dataset if the provenance layout needs named graphs.

        Args:
            options: as for `Encoding`: provenance, base_iri, selectors, relations.

        Raises:
            InputError: a relations file cannot be opened.
            UsageError: an option is invalid, or the layout is `rdf12`, which rdflib does not support.
        """
        from kg.export.rdf.rdflib_graph import to_rdf

        return to_rdf(self, **options)

    def to_turtle(self, **options: t.Unpack[RdfOptions]) -> str:
        """Return the RDF as sorted Turtle: the same graph gives the same bytes.

        Args:
            options: as for `Encoding`: provenance, base_iri, selectors, relations.

        Raises:
            InputError: a relations file cannot be opened.
            UsageError: an option is invalid, or the layout needs named graphs, which Turtle does not have.
        """
        from kg.export.rdf import rdf_text

        return rdf_text(self, Encoding(syntax="turtle", **options))

    def write_rdf(self, path: str | os.PathLike[str], **options: t.Unpack[RdfOptions]) -> None:
        """Write the RDF to a file, in the syntax of its extension, and check that it parses.

        Args:
            path: ends in .ttl, .trig, .nt, .nq, .jsonld or .rdf.
            options: as for `Encoding`: provenance, base_iri, selectors, relations.

        Raises:
            InputError: a relations file cannot be opened.
            UsageError: the extension or an option is invalid, or the syntax does not support the layout.
            OutputError: the file cannot be written, or the syntax cannot represent something in the graph.
        """
        from kg.export.rdf import write_rdf_file

        write_rdf_file(self, path, Encoding(syntax=checked_syntax(path), **options))

    def to_networkx(self) -> "networkx.MultiDiGraph[str]":
        """Return entities as nodes and statements between entities as edges."""
        from kg.export.network import to_networkx

        return to_networkx(self)

    def to_pyvis(self) -> "pyvis.network.Network":
        """Return the whole graph as a pyvis network with the look of the page, for further use in pyvis.

        Nodes and edges have the same names as in `to_networkx`. To write it as a page, `write_pyvis` is safer
        than pyvis' own `write_html`, which loads from the network and uses the encoding of the machine.
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
        """Return a self-contained, offline page that shows the graph and its sentences.

        Args:
            title: the heading; by default the title of the document, or the number of documents.
            include_text: whether to include the full texts; the sentences of the statements are always included.
            base_iri: the base of the IRIs in the Turtle that the page saves.
            embed: whether the page is for a frame in another page: only the picture with its caption.

        Raises:
            OutputError: the graph has too many statements for a page; `around` returns a part of it.
        """
        from kg.page import to_html

        return to_html(self, title=title, include_text=include_text, base_iri=base_iri, embed=embed)

    def around(self, name: str, *, depth: int = 1) -> "KnowledgeGraph":
        """Return the part of the graph within `depth` steps of the entities with that name.

        Raises:
            UsageError: no entity has that name, or the depth is below 1.
        """
        from kg.export.neighbourhood import around

        return self._part(around(self, name, depth=depth))

    def _part(self, graph: Graph) -> "KnowledgeGraph":
        """Return a part of this graph; its record leaves out the readings of whole documents."""
        return KnowledgeGraph.of(graph, replace(self.record, readings=()))

    def write(
        self,
        folder: str | os.PathLike[str],
        *,
        encoding: Encoding | None = None,
        title: str | None = None,
        include_text: bool = True,
        parquet: bool = False,
        page: bool = True,
        schema: str | os.PathLike[str] | None = None,
    ) -> None:
        """Write all the files that `kg build` writes; each one appears complete or not at all.

        Args:
            folder: created if missing; the files that kg wrote there before are replaced or removed.
            encoding: how to write the RDF.
            title: the heading of the page.
            include_text: whether the page includes the full texts; the quoted sentences are always included.
            parquet: whether to write nodes, edges and documents as Parquet too.
            page: whether to write the page; if there are more than 50,000 statements, it has the most important ones.
            schema: a TOML or SHACL file; statements that match it and all others go to separate files.

        Raises:
            InputError: a schema or a relations file cannot be opened.
            UsageError: one of them is invalid, or pyarrow is missing for Parquet.
            OutputError: the folder cannot be written, files of others would be overwritten, the syntax cannot
                represent the graph, or the RDF does not parse.
        """
        from kg.outputs import Writing, write

        encoding = encoding or Encoding()
        writing = Writing(
            encoding=encoding, title=title, include_text=include_text, parquet=parquet, page=page, schema=schema
        )
        write(self, folder, writing, record=self.record)

    def write_tables(self, folder: str | os.PathLike[str], form: TableForm, *, base_iri: str = DEFAULT_BASE) -> None:
        """Write tables of nodes, edges and documents to a folder.

        Args:
            folder: created if missing.
            form: `csv`, `parquet`, or `neo4j`: files for `neo4j-admin database import`, and `load.cypher`.
            base_iri: the base of the ids.

        Raises:
            UsageError: the form is unknown, the base is invalid, or pyarrow is missing for Parquet.
            OutputError: the folder cannot be written.
        """
        from kg.outputs import write_tables

        write_tables(self, folder, form, base_iri=base_iri)

    def write_pyvis(self, file: str | os.PathLike[str], *, title: str | None = None) -> None:
        """Write the whole graph as a plain pyvis page.

        Raises:
            UsageError: the name of the file is empty.
            OutputError: the file cannot be written.
        """
        from kg.outputs import write_pyvis

        write_pyvis(self, file, title=title)

    def to_dataframe(self, statements: Iterable[Statement | StructuralEdge] | None = None) -> "pandas.DataFrame":
        """Return a DataFrame with one row per statement and the keys of `triples.jsonl` as columns.

        Args:
            statements: as for `rows`.

        Raises:
            UsageError: pandas is not installed.
        """
        try:
            import pandas
        except ImportError as error:
            raise UsageError("to_dataframe needs pandas: pip install pandas") from error
        return pandas.DataFrame(self.rows(statements))

    def query(self, sparql: str) -> "QueryResult":
        """Return the results of a SPARQL query on the RDF of this graph.

        Raises:
            UsageError: the query is not valid SPARQL.
        """
        from kg.export.rdf import query

        return query(self, sparql)

    def _repr_html_(self) -> str:
        import html

        try:
            page = html.escape(self.to_html(), quote=True)
        except OutputError:
            counts = self.counts()
            words = f"{counts['entities']:,} entities, {counts['statements']:,} statements: too many for a page."
            return f'<p>{words} Show a part: <code>graph.around("NAME", depth=1)</code></p>'
        return FRAME.format(page=page)


def _count(things: Sized, noun: str) -> str:
    return counted(len(things), noun, separators=True)


def read_rdf(path: str | os.PathLike[str]) -> KnowledgeGraph:
    """Return the graph from an RDF file that `kg` wrote, in any syntax and any layout except `none`.

    Raises:
        InputError: the file cannot be opened, or is not such a file.
    """
    return KnowledgeGraph.read(path)


def read_turtle(path: str | os.PathLike[str]) -> KnowledgeGraph:
    """Like `read_rdf`, for a Turtle file with any name."""
    from kg.export.rdf import read_turtle

    return KnowledgeGraph.of(read_turtle(path))
