"""The graph that users hold: the values of `Graph`, with every export as a method.

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

if t.TYPE_CHECKING:
    import networkx
    import pandas
    import pyvis.network
    import rdflib

    from kg.export.connections import Connections
    from kg.export.contradictions import Contradiction
    from kg.export.finding import Test
    from kg.export.rdf import QueryResult

# a sandboxed frame has an origin of its own, so the page's script cannot reach the notebook; what it may do is run,
# save the picture of the graph, and open a source in a window of its own
FRAME: t.Final = (
    '<iframe title="Knowledge graph" sandbox="allow-scripts allow-downloads allow-popups" srcdoc="{page}" '
    'style="width:100%;height:640px;border:0"></iframe>'
)


@dataclass(frozen=True, slots=True, repr=False)
class KnowledgeGraph(Graph):
    """Entities and statements with their evidence; `a | b` is the graph of all documents of both.

    A graph is also the sequence of its statements: it has a length and can be gone through. Graphs are equal where they
    say the same, however they were made; `record` tells that.
    """

    record: Record = field(default_factory=Record, compare=False)

    @classmethod
    def of(cls, graph: Graph, record: Record | None = None) -> "KnowledgeGraph":
        """Return the same values as a graph with methods, with the record of how it was made where there is one."""
        parts = (graph.documents, graph.entities, graph.statements, graph.decisions, graph.named_parts, graph.copies)
        return cls(*parts, graph.united, record or Record())

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> "KnowledgeGraph":
        """Read a graph back from an output folder, or from a file of RDF that `kg` wrote in any layout but `none`.

        Raises:
            InputError: there is no such file, or it is none that `kg` wrote.
        """
        from kg.export.rdf import read_rdf
        from kg.outputs import graph_file

        return cls.of(read_rdf(graph_file(path) if os.path.isdir(path) else path))

    def __or__(self, other: Graph) -> "KnowledgeGraph":
        """Resolve the claims of both graphs again; the order of merging does not matter.

        Raises:
            ConflictingDocuments: two different texts have one document id.
        """
        from kg.resolve import merge

        record = self.record | other.record if isinstance(other, KnowledgeGraph) else self.record
        return KnowledgeGraph.of(merge(self, other), record)

    def __len__(self) -> int:
        return len(self.statements)

    def __iter__(self) -> Iterator[Statement]:
        return iter(self.statements)

    def __bool__(self) -> bool:
        return True  # a graph that says nothing is a graph

    def __repr__(self) -> str:
        told = f"{_count(self.documents, 'document')}, {_count(self.entities, 'entity')}"
        failed = f", {_count(self.failures, 'failure')}" if self.failures else ""
        return f"<KnowledgeGraph: {told}, {_count(self.statements, 'statement')}{failed}>"

    @property
    def failures(self) -> tuple[Failure, ...]:
        """What could not be processed when the graph was made, and why."""
        return self.record.failures

    @property
    def triples(self) -> list[dict[str, t.Any]]:
        """The statements as dicts, with the keys of `triples.jsonl`, the most important first."""
        return self.rows()

    def rows(self, statements: Iterable[Statement | StructuralEdge] | None = None) -> list[dict[str, t.Any]]:
        """Return statements as dicts with labels and sentences, with the keys of `triples.jsonl`.

        Args:
            statements: those to show, in this order; None takes all, the most important first. A structural edge on a
                path has its kind as relation, the words that it is read from as sentence, and no status.
        """
        from kg.export.tables import triples

        return list(triples(self, statements))

    def about(self, name: str) -> tuple[Statement, ...]:
        """Return the statements about an entity, which is their subject or object, the most important first.

        Args:
            name: its label or id, else an alias; upper and lower case do not matter.

        Raises:
            UsageError: nothing has that name; the error tells similar ones.
        """
        from kg.export.finding import about

        return about(self, name)

    def between(self, one: str, other: str) -> tuple[Statement, ...]:
        """Return the statements that join two entities, in either direction; names and errors are those of `about`."""
        from kg.export.finding import between

        return between(self, one, other)

    def said_by(self, name: str) -> tuple[Statement, ...]:
        """Return what someone is quoted or reported to say; names and errors are those of `about`."""
        from kg.export.finding import said_by

        return said_by(self, name)

    def path(self, one: str, other: str, *, structural: bool = True) -> tuple[Statement | StructuralEdge, ...]:
        """Return what joins two entities on a shortest path; nothing where they are one, or not joined at all.

        A path tells what is connected, and not that its statements are so: look at their status. Names and errors are
        those of `about`.

        Args:
            one: an entity.
            other: another one.
            structural: whether a path may have structural edges (names in the words for something) where statements
                alone do not join the two.
        """
        from kg.export.neighbourhood import path

        return path(self, one, other, structural=structural)

    def timeline(self) -> tuple[Statement, ...]:
        """Return the statements whose time has a first or a last day, the earliest first."""
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
        """Return the graph of the statements that pass all tests, with the entities and documents that they name.

        Args:
            where: a function of the statement that tells whether it stays.
            status: affirmed, negated, possible, alleged, planned, conditional or denied; or several of them.
            since: the time of the statement does not end before that day (a str is YYYY-MM-DD).
            until: its time does not begin after that day.
            type: its subject or its object is of that type, or of one below it: `Organization` takes companies too.
            min_confidence: the least confidence, in [0, 1].
            min_importance: the least importance, in [0, 1].

        Raises:
            UsageError: there is no such status or type, a day is none, or a number lies outside [0, 1].
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
        """Return how many documents, entities, statements and claims there are, and statements by how they are said."""
        from kg.export.counts import counts

        return counts(self)

    def contradictions(self) -> "tuple[Contradiction, ...]":
        """Return the statements that cannot both be so, by twos, with the kind of their contradiction."""
        from kg.export.contradictions import contradictions

        return contradictions(self)

    def connections(self) -> "Connections":
        """Return how well the entities are connected, by the statements alone and with the structural edges."""
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
        from kg.export.rdf.rdflib_graph import to_rdf

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
        """Write the RDF into a file, in the syntax of its extension, and check that it parses again.

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

        Nodes and edges have the names that they have in `to_networkx`. To write it as a page, `write_pyvis`
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
        """Return the part of the graph that lies at most `depth` steps from the entities of that name.

        Raises:
            UsageError: nothing has that name, or the depth is below 1.
        """
        from kg.export.neighbourhood import around

        return self._part(around(self, name, depth=depth))

    def _part(self, graph: Graph) -> "KnowledgeGraph":
        """Return a part of this graph; what was read of whole documents is no part of its record."""
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
        """Write every file that `kg build` writes; each appears whole or not at all.

        Args:
            folder: made where it is missing; files of the same names are replaced, and RDF in another syntax removed.
            encoding: how the RDF is written.
            title: the heading of the page.
            include_text: whether the documents' whole texts are in the page; the quoted sentences always are.
            parquet: whether nodes, edges and documents are written as Parquet too.
            page: whether the page is written; of a graph with more than 50,000 statements it has the most important.
            schema: a file of TOML or SHACL; what fits it, and the rest, are written in files of their own.

        Raises:
            InputError: a schema or a file of relations cannot be opened.
            UsageError: one of them is not what it must be, or there is no pyarrow for Parquet.
            OutputError: the folder cannot be written, the syntax cannot hold the graph, or the RDF does not parse.
        """
        from kg.outputs import Writing, write

        encoding = encoding or Encoding()
        how = Writing(
            encoding=encoding, title=title, include_text=include_text, parquet=parquet, page=page, schema=schema
        )
        write(self, folder, how, record=self.record)

    def write_tables(self, folder: str | os.PathLike[str], form: TableForm, *, base_iri: str = DEFAULT_BASE) -> None:
        """Write nodes, edges and documents into a folder.

        Args:
            folder: made where it is missing.
            form: `csv`, `parquet`, or `neo4j`: files for `neo4j-admin database import`, and `load.cypher`.
            base_iri: what the ids begin with.

        Raises:
            UsageError: there is no such form, the base is not usable, or there is no pyarrow for Parquet.
            OutputError: the folder cannot be written.
        """
        from kg.outputs import write_tables

        write_tables(self, folder, form, base_iri=base_iri)

    def write_pyvis(self, file: str | os.PathLike[str], *, title: str | None = None) -> None:
        """Write the whole graph as the plain page that pyvis makes of it.

        Raises:
            OutputError: the file cannot be written.
        """
        from kg.outputs import write_pyvis

        write_pyvis(self, file, title=title)

    def to_dataframe(self, statements: Iterable[Statement | StructuralEdge] | None = None) -> "pandas.DataFrame":
        """Return one row a statement, with the keys of `triples.jsonl` as columns.

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
        """Return what a SPARQL query finds in the RDF of this graph.

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


def _count(counted: Sized, word: str) -> str:
    plural = f"{word.removesuffix('y')}ies" if word.endswith("y") else f"{word}s"
    return f"{len(counted):,} {word if len(counted) == 1 else plural}"


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
