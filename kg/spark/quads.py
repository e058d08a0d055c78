"""N-Quads by partition: the workers write what each document states, the driver what concerns all of them."""

import tempfile
import typing as t
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from kg.export.encodings import Encoding
from kg.export.rdf.content import content_of_documents, content_over_documents
from kg.export.rdf.writing import nquads_lines
from kg.lexicon.gazetteer import Gazetteer
from kg.model import Chain, Claim, Copy, Entity, Graph, Reading, Statement
from kg.resolve.assemble import prepared
from kg.resolve.identities import Identities
from kg.spark.frames import Rows, Values, mapped
from kg.spark.resolving import Tables, is_complete, of_kind, owned, readings, statement

if t.TYPE_CHECKING:
    from pyspark.sql import DataFrame

STATEMENT: t.Final = (
    "id",
    "subject",
    "relation",
    "object",
    "value",
    "datatype",
    "unit",
    "negated",
    "modality",
    "speaker",
    "denied_by",
    "time",
    "copies",
)
"""The columns of a statement."""


def write_nquads(tables: Tables, folder: str, encoding: Encoding | None = None) -> None:
    """Write the graph of some tables as N-Quads to two folders of text files, unless these are already complete.

    All lines together are those of `kg build --syntax nq`. `documents` has what each document states, in its named
    graph, written by the workers; `together` has what concerns all documents, such as the importance of an entity.
    The driver writes the latter, as it holds the names of entities and statements.

    Args:
        tables: the tables of `kg.spark.tables`.
        folder: a path or address that all workers can access.
        encoding: the layout and the base; None uses a named graph for each document.
    """
    encoding = Encoding(syntax="nq", provenance="doc-graphs") if encoding is None else encoding
    session = tables.rows.sparkSession
    if not is_complete(session, f"{folder}/documents"):
        lines = mapped(_documents(tables), _writer(tables.gazetteer, encoding), "value string")
        lines.write.mode("overwrite").text(f"{folder}/documents")
    if not is_complete(session, f"{folder}/together"):
        with tempfile.TemporaryDirectory() as here:
            part = Path(here, "part-00000.txt")
            with part.open("w", encoding="utf-8", newline="\n") as file:
                file.writelines(nquads_lines(content_over_documents(tables.graph(), encoding), encoding))
            Path(here, "_SUCCESS").touch()
            _copied(tables.rows, Path(here), f"{folder}/together")


def _copied(frame: "DataFrame", source: Path, folder: str) -> None:
    """Copy the files of a folder to where the workers can access them, the completion marker last."""
    hadoop = t.cast("t.Any", frame.sparkSession.sparkContext)
    path = hadoop._jvm.org.apache.hadoop.fs.Path
    system = path(folder).getFileSystem(hadoop._jsc.hadoopConfiguration())
    system.mkdirs(path(folder))
    for file in sorted(source.iterdir(), reverse=True):
        system.copyFromLocalFile(False, True, path(str(file)), path(f"{folder}/{file.name}"))


def _documents(tables: Tables) -> "DataFrame":
    """Return the readings with the ids of entities and statements, and with the copies, of each document."""
    from pyspark.sql import functions as f

    statements = of_kind(tables.statements, "statement").select(*STATEMENT)
    evidence = of_kind(tables.statements, "evidence").select("id", f.col("document").alias("of"), "number")
    by_document = (
        evidence.join(statements, "id").groupBy("of").agg(f.collect_list(f.struct("number", *STATEMENT)).alias("said"))
    )
    copies = tables.copies.groupBy(f.col("document").alias("of"))
    copied = copies.agg(f.collect_list(f.struct("original", "kind")).alias("copied"))
    ids = owned(tables.given, tables.roots, tables.entities).withColumnRenamed("document", "of")
    found = tables.rows.withColumn("of", f.col("id"))
    for frame in (ids, by_document, copied):
        found = found.join(frame, "of", "left")
    return found


def _writer(gazetteer: Gazetteer, encoding: Encoding) -> Callable[[Rows], Rows]:
    def written(rows: Rows) -> Rows:
        identities = Identities(gazetteer)
        for row in rows:
            for reading in readings(iter([row])):
                content = content_of_documents(_part(reading, row, identities), encoding)
                lines = nquads_lines(content, encoding, whole=False)
                yield from ({"value": line.rstrip("\n")} for line in lines)

    return written


def _part(reading: Reading, row: Values, identities: Identities) -> Graph:
    """Return the part of the graph from one document."""
    document, ids = reading.document, dict(row["ids"] or ())
    found = prepared([document], reading.claims, reading.chains, reading.named_parts, identities)
    identities.forget()
    copies = tuple(Copy(document.id, each["original"], each["kind"]) for each in row["copied"] or ())
    entities, statements = tuple(_entities(found.chains, ids)), tuple(_statements(found.claims, row["said"] or ()))
    return Graph((document,), entities, statements, (), found.named_parts, copies)


def _entities(chains: Iterable[Chain], ids: Mapping[int, str]) -> Iterator[Entity]:
    """Yield the entities of a document with their ids and chains."""
    own = defaultdict[str, list[Chain]](list)
    for chain in chains:
        own[ids[chain[0].head]].append(chain)
    return (Entity(id_, "", "Thing", (), tuple(some)) for id_, some in own.items())


def _statements(claims: t.Sequence[Claim], values: Iterable[Values]) -> Iterator[Statement]:
    """Yield the statements of a document with their claims."""
    rows = {row["id"]: row for row in values}
    own = defaultdict[str, list[int]](list)
    for row in values:
        own[row["id"]].append(row["number"])
    return (statement(rows[id_], tuple(claims[number] for number in sorted(some))) for id_, some in own.items())
