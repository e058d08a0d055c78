"""Resolve a graph on Spark by sums over keys and by joins, with the same functions as on one machine.

The contributions of documents, entities, their ids and statements are Parquet tables in a folder, each made from the
previous ones. A complete table is not made again, so that a run can continue where it stopped. The driver holds the
data about distinct names, to unite them, and the list of copies.
"""

import itertools
import json
import sys
import typing as t
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from operator import itemgetter

import numpy as np

from kg.arguments import as_date
from kg.graph import KnowledgeGraph
from kg.identifiers import slug
from kg.ledger import encoded
from kg.lexicon.gazetteer import Gazetteer
from kg.model import (
    Chain,
    Claim,
    Copy,
    Document,
    Entity,
    Failure,
    Graph,
    Literal,
    Mention,
    NamedPart,
    Reading,
    Record,
    Statement,
    Time,
)
from kg.resolve.assemble import Meaning, Prepared, meaning_id, prepared
from kg.resolve.copies import Sketch, Sources, sources_of
from kg.resolve.groups import NEVER_UNITED, bearers_of, united
from kg.resolve.identities import Identities
from kg.resolve.identity import Key
from kg.resolve.labels import full_description, pointers
from kg.resolve.times import by_time
from kg.spark.frames import Rows, Values, mapped
from kg.spark.given import CONTRIBUTIONS, ENDS, Mentions, contributions_of, packed, time_of, unpacked
from kg.spark.sums import KEY, columns_of, summed
from kg.spool import Spool
from kg.stages.running import failures_of

if t.TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession

COLUMNS: t.Final = "sort string, form string, within string"
FAILURES: t.Final = "place string, reason string, kind string, advice string, skipped boolean"
SUMMARIES: t.Final = (
    f"{COLUMNS}, label string, type string, aliases array<string>, links array<string>, named boolean, documents int, "
    "mentions int, name string, apart string, document string, fullest binary"
)
"""The entities; `fullest` is a description whose label contains other names in its document."""
LABELS: t.Final = f"{COLUMNS}, full string, name string, apart string"
ENTITIES: t.Final = f"id string, label string, type string, aliases array<string>, links array<string>, {COLUMNS}"
COPIES: t.Final = "document string, original string, kind string"
STATEMENTS: t.Final = (
    "kind string, id string, subject string, relation string, object string, value string, datatype string, "
    "unit string, negated boolean, modality string, speaker string, denied_by string, time string, "
    "copies array<array<string>>, document string, number int"
)
"""By kind: `statement`, and `evidence`: a claim by its document and its number there."""
CONTENTS: t.Final = "kind string, document string, number int, place int, value binary"
"""The contents of documents, by kind: `document`, `claim`, `chain` and `named`."""
Groups: t.TypeAlias = Callable[[Iterator[Values]], Rows]


@dataclass(frozen=True, slots=True)
class Tables:
    """The sources of a graph: the readings, and the tables; see the constants of this module.

    Args:
        rows: the result of `claims`.
        gazetteer: known entities.
        given: the contributions of documents, in columns.
        entities: the entities with their ids.
        statements: the statements with their evidence.
        copies: the documents that have the text of others.
        failures: the inputs that could not be read, or only in part.
    """

    rows: "DataFrame"
    gazetteer: Gazetteer
    given: "DataFrame"
    roots: "DataFrame"
    entities: "DataFrame"
    statements: "DataFrame"
    copies: "DataFrame"
    failures: "DataFrame"

    def graph(self) -> KnowledgeGraph:
        """Return the graph in memory, with its claims and chains on disk if there are many."""
        contents = mapped(self.rows, contents_of(self.gazetteer), CONTENTS)
        documents = [unpacked(row["value"], Document) for row in local_rows(of_kind(contents, "document"), "document")]
        named = (
            unpacked(row["value"], NamedPart) for row in local_rows(of_kind(contents, "named"), "document", "number")
        )
        named_parts = Spool[NamedPart]().keep(named)
        entities, statements = tuple(_entities(self, contents)), tuple(_statements(self, contents))
        copies = tuple(Copy(row["document"], row["original"], row["kind"]) for row in self.copies.collect())
        failures = tuple(Failure(**row.asDict()) for row in local_rows(self.failures, "place", "reason"))
        graph = Graph(tuple(documents), entities, statements, (), named_parts, tuple(sorted(copies)))
        return KnowledgeGraph.of(graph, Record(failures=failures))


def tables(rows: "DataFrame", folder: str, gazetteer: Gazetteer) -> Tables:
    """Return the tables for the graph of the readings; those that already exist in the folder are not made again.

    Args:
        rows: the result of `claims`, in any order; preferably read from files, as they are used several times.
        folder: the folder for the tables: a path or address that all workers can access.
        gazetteer: known entities.
    """
    return tables_of(rows, mapped(rows, _contributing(gazetteer), CONTRIBUTIONS), folder, gazetteer)


def _contributing(gazetteer: Gazetteer) -> Callable[[Rows], Rows]:
    return lambda values: contributions_of(gazetteer)(readings(values))


def readings(values: Rows) -> Iterator[Reading]:
    """Yield the readings of the documents in some rows."""
    from kg.spark.reading import row_of

    outcomes = (row_of(each).outcome() for each in values)
    return (outcome for outcome in outcomes if isinstance(outcome, Reading))


def _failed(values: Rows) -> Rows:
    from kg.spark.reading import row_of

    return (asdict(failure) for failure in failures_of(row_of(each).outcome() for each in values))


def tables_of(
    rows: "DataFrame",
    given: "DataFrame",
    folder: str,
    gazetteer: Gazetteer,
    *,
    on_complete: Callable[[str], object] = lambda _: None,
) -> Tables:
    """Do the same as `tables`, given the contributions; `on_complete` gets the name of each complete table."""
    session = given.sparkSession

    def table(name: str, schema: str, make: Callable[[], "DataFrame"]) -> "DataFrame":
        place = f"{folder}/{name}"
        if not is_complete(session, place):
            make().write.mode("overwrite").parquet(place)
        on_complete(name)
        return session.read.schema(schema).parquet(place)

    failures = table("failures", FAILURES, lambda: mapped(rows, _failed, FAILURES))
    found = table("given", CONTRIBUTIONS, lambda: given)
    roots = table("roots", _ROOTS, lambda: _roots(found, gazetteer))
    summaries = table("things", SUMMARIES, lambda: _summaries(found, roots))
    entities = table("entities", ENTITIES, lambda: _with_ids(_labelled(found, roots, summaries)))
    copies = table("copies", COPIES, lambda: _copies(found))
    statements = table(
        "statements", STATEMENTS, lambda: _grouped_statements(found, owned(found, roots, entities), copies)
    )
    return Tables(rows, gazetteer, found, roots, entities, statements, copies, failures)


def is_complete(session: "SparkSession", place: str) -> bool:
    """Return whether a table is complete: Spark then leaves an empty marker file, which its readers hide."""
    hadoop = t.cast("t.Any", session.sparkContext)
    path = hadoop._jvm.org.apache.hadoop.fs.Path(f"{place}/_SUCCESS")
    return bool(path.getFileSystem(hadoop._jsc.hadoopConfiguration()).exists(path))


_OF: t.Final = tuple(f"of_{name}" for name in KEY)
"""The columns of the first key of an entity, next to those of the key of a chain."""
_ROOTS: t.Final = f"{COLUMNS}, {', '.join(f'{name} string' for name in _OF)}"


def _roots(given: "DataFrame", gazetteer: Gazetteer) -> "DataFrame":
    """Return for each key that is united with others the first of these; the driver unites them."""
    from pyspark.sql import functions as f

    together = [f.flatten(f.collect_list(name)) for name in ("names", "documents", "types")]
    named = of_kind(given, "sum").where(~f.col("sort").isin(*NEVER_UNITED)).groupBy(*KEY).agg(*together)
    local = ((Key(*key), names, map(sys.intern, docs), types) for *key, names, docs, types in local_rows(named, *KEY))
    partition, _ = united(bearers_of(local, gazetteer))
    pairs = [(*key, *min(keys)) for keys in partition.sets() if len(keys) > 1 for key in keys]
    return given.sparkSession.createDataFrame(pairs, _ROOTS)


def _rooted(frame: "DataFrame", roots: "DataFrame") -> "DataFrame":
    """Return rows with a key, adding the first key of their entity."""
    from pyspark.sql import functions as f

    joined = frame.join(f.broadcast(roots), list(KEY), "left")
    firsts = {of: f.when(f.col("of_sort").isNull(), f.col(name)).otherwise(f.col(of)) for of, name in _firsts()}
    return joined.select(*frame.columns, *(first.alias(of) for of, first in firsts.items()))


def _firsts() -> Iterator[tuple[str, str]]:
    return zip(_OF, KEY, strict=True)


def _summaries(given: "DataFrame", roots: "DataFrame") -> "DataFrame":
    """Return the entities; those with several keys with the number of documents that have any of them."""
    from pyspark.sql import functions as f

    columns = ("document", "number", "place", "text", "facts", "counts", "fullest")
    sums = _rooted(of_kind(given, "sum").select(*KEY, *columns), roots)
    summaries = _grouped(sums, _OF, (), _summarized, SUMMARIES)
    several = of_kind(given, "chain").join(f.broadcast(roots), list(KEY)).groupBy(*_OF)
    counted = several.agg(f.countDistinct("document").cast("int").alias("in_all"))
    counted = counted.select(*(f.col(of).alias(name) for of, name in _firsts()), "in_all")
    joined = summaries.join(counted, list(KEY), "left").withColumn("documents", f.coalesce("in_all", "documents"))
    return joined.drop("in_all")


def _summarized(rows: Iterator[Values]) -> Rows:
    first = next(rows)
    key = Key(*(first[of] for of in _OF))
    summary, fullest, documents = summed(key, itertools.chain([first], rows))
    label, type_ = summary.label_and_type()
    described = None if summary.named or fullest is None else fullest
    if described is not None and not described.holds:
        label, described = full_description([(described.ranked.mention,)], {}) or label, None
    links = [] if summary.entry is None else [*summary.entry[1].links]
    called = {"label": label, "type": type_, "aliases": sorted(summary.aliases), "links": links, "named": summary.named}
    numbers = {"documents": documents, "mentions": summary.mentions}
    waiting = {} if described is None else _waiting(described.ranked.mention)
    yield {**columns_of(key), **called, **numbers, **_names(key, label), **waiting}


def _waiting(mention: Mention) -> Values:
    """Return the columns of a description whose label contains the names in its document."""
    return {"document": mention.span.document, "fullest": packed(Mentions((mention,)))}


def _names(key: Key, label: str) -> Values:
    """Return the candidates for the id of an entity: its name, and what distinguishes it from others of that name."""
    return {"name": slug(label), "apart": slug(label, ":".join(filter(None, key)))}


def _labelled(given: "DataFrame", roots: "DataFrame", summaries: "DataFrame") -> "DataFrame":
    """Return the entities with their labels, in which names replace references to named entities."""
    from pyspark.sql import functions as f

    alias = {f"of_{name}": name for name in KEY}
    pointing = _rooted(of_kind(given, "points").select(*KEY, "document", "number", "value"), roots)
    pointing = pointing.drop(*KEY).withColumnsRenamed(alias).join(summaries.select(*KEY, "label", "named"), list(KEY))
    waiting = summaries.where(f.col("fullest").isNotNull())
    waiting = waiting.select(
        *KEY, "document", f.lit(-1).alias("number"), f.col("fullest").alias("value"), "label", "named"
    )
    labels = _grouped(pointing.unionByName(waiting), ["document"], [*KEY, "number"], _labels, LABELS)
    new = [f.coalesce(labels[name], summaries[name]).alias(name) for name in ("name", "apart")]
    label = f.coalesce(labels["full"], summaries["label"]).alias("label")
    columns = [summaries[name] for name in (*KEY, "type", "aliases", "links", "documents", "mentions")]
    same = [summaries[name].eqNullSafe(labels[name]) for name in KEY]
    return summaries.join(labels, t.cast("t.Any", same), "left").select(*columns, label, *new)


def _labels(rows: Iterator[Values]) -> Rows:
    """Yield the full descriptions of the unnamed entities in one document."""
    waiting, pointing = list[Values](), list[Values]()
    for row in rows:
        (waiting if row["number"] < 0 else pointing).append(row)
    known = pointers(_pointing(pointing, named=True), _pointing(pointing, named=False))
    for row in waiting:
        key = Key(*(row[name] for name in KEY))
        label = full_description([unpacked(row["value"], Mentions).chain], known) or row["label"]
        yield {**columns_of(key), "full": label, **_names(key, label)}


def _pointing(rows: Iterable[Values], *, named: bool) -> Iterator[Entity]:
    """Yield the entities of some chains, which are sorted by key."""
    for _, some in itertools.groupby((row for row in rows if row["named"] == named), itemgetter(*KEY)):
        first, *others = some
        chains = tuple(unpacked(row["value"], Mentions).chain for row in (first, *others))
        yield Entity("", first["label"], "", (), chains)


def _with_ids(summaries: "DataFrame") -> "DataFrame":
    """Return the entities with their ids, as in `kg.resolve.entities`: the most mentioned one gets the plain name."""
    from pyspark.sql import Window
    from pyspark.sql import functions as f

    bound = f.col("sort") == "bound"
    order = (f.desc("documents"), f.desc("mentions"), *KEY)
    ranked = summaries.where(~bound).withColumn("rank", f.row_number().over(Window.partitionBy("name").orderBy(*order)))
    id_ = f.when(f.col("rank") == 1, f.col("name")).otherwise(f.col("apart")).alias("id")
    columns = ("label", "type", "aliases", "links", *KEY)
    return ranked.select(id_, *columns).union(summaries.where(bound).select(f.col("apart").alias("id"), *columns))


def owned(given: "DataFrame", roots: "DataFrame", entities: "DataFrame") -> "DataFrame":
    """Return the entity ids of each document by the positions of their mentions."""
    from pyspark.sql import functions as f

    chains = _rooted(of_kind(given, "chain").select(*KEY, "document", "heads"), roots)
    chains = chains.drop(*KEY).withColumnsRenamed({f"of_{name}": name for name in KEY})
    owned = chains.join(entities.select(*KEY, "id").hint("shuffle_hash"), list(KEY))
    mentions = owned.select("document", "id", f.explode("heads").alias("place"))
    pairs = f.collect_list(f.struct("place", "id"))
    return mentions.groupBy("document").agg(f.map_from_entries(pairs).alias("ids"))


def _copies(given: "DataFrame") -> "DataFrame":
    """Return which documents count as one source; their sketches pass through the driver."""
    found = sources_of(
        Sketch(
            row["document"],
            None if row["within"] is None else as_date(row["within"]),
            row["number"],
            row["form"],
            None if row["value"] is None else np.frombuffer(row["value"], dtype=np.uint32),
        )
        for row in local_rows(of_kind(given, "sketch"), "document")
    )
    copies = [(each.document, each.original, each.kind) for each in found.copies()]
    return given.sparkSession.createDataFrame(copies, COPIES)


def _sources(copies: "DataFrame") -> Sources:
    original, contained = dict[str, str](), defaultdict[str, list[str]](list)
    for row in copies.collect():
        if row["kind"] == "copy":
            original[row["document"]] = row["original"]
        else:
            contained[row["document"]].append(row["original"])
    return Sources(original, {document: sorted(others) for document, others in contained.items()})


def _grouped_statements(given: "DataFrame", owned_: "DataFrame", copies: "DataFrame") -> "DataFrame":
    """Return the statements with their evidence, by grouping claims of one meaning."""
    from pyspark.sql import functions as f

    claims = of_kind(given, "claim").join(owned_, "document")
    contributions = claims.select(f.to_json(_meaning_column()).alias("meant"), "document", "number", "time", "text")
    same = _sources(copies)
    return _grouped(
        contributions, ["meant"], ["document", "number"], lambda rows: _statements_of_meaning(rows, same), STATEMENTS
    )


def _meaning_column() -> "Column":
    """Return what claims of one statement share, from the positions of their entities and the ids of these."""
    from pyspark.sql import functions as f

    found = (f.when(f.col(name).isNotNull(), f.element_at("ids", f.col(name))) for name in ENDS)
    subject, object_, speaker, denied = found
    # if an entity is related to itself, the object is the literal
    loops = f.coalesce(f.col("looped").isNotNull() & (subject == object_), f.lit(False))
    return f.struct(
        *(subject.alias("subject"), "relation", f.when(~loops, object_).alias("object")),
        f.when(loops, f.col("looped")).otherwise(f.col("literal")).alias("literal"),
        *("negated", "modality", speaker.alias("speaker"), denied.alias("denied_by")),
    )


class _Evidence(t.NamedTuple):
    """What a claim contributes to a statement."""

    document: str
    number: int
    packed: str | None
    sentence: str | None

    @property
    def time(self) -> Time | None:
        """The time of the claimed event."""
        return time_of(self.packed)


def _statements_of_meaning(rows: Iterator[Values], same: Sources) -> Rows:
    """Yield the statements of claims of one meaning, and their evidence."""
    first = next(rows)
    claims = [_Evidence(*(row[name] for name in _EVIDENCE)) for row in (first, *rows)]
    meaning = json.loads(first["meant"])
    columns = {name: meaning.get(name) for name in _MEANING}
    literal = json.loads(meaning["literal"]) if "literal" in meaning else (None, None, None)
    columns |= dict(zip(_LITERAL, literal, strict=True))
    for time, group in by_time(claims):
        id_ = meaning_id(_meaning(columns), time)
        copies = same.joined((each.document, each.sentence) for each in group)
        more = {"time": None if time is None else encoded(time), "copies": copies}
        yield {"kind": "statement", "id": id_, **columns, **more}
        for each in group:
            yield {"kind": "evidence", "id": id_, "document": each.document, "number": each.number}


_EVIDENCE: t.Final = ("document", "number", "time", "text")
_MEANING: t.Final = ("subject", "relation", "object", "negated", "modality", "speaker", "denied_by")
_LITERAL: t.Final = ("value", "datatype", "unit")


def _meaning(columns: t.Any) -> Meaning:
    """Return the meaning of a statement row."""
    subject, relation, object_, *manner = (columns[name] for name in _MEANING)
    literal = Literal(*(columns[name] for name in _LITERAL)) if columns["datatype"] is not None else None
    return t.cast("Meaning", (subject, relation, literal or object_, *manner))


def contents_of(gazetteer: Gazetteer) -> Callable[[Rows], Rows]:
    """Return a function that yields the rows of `CONTENTS` for the readings of documents."""

    def contents(values: Rows) -> Rows:
        identities = Identities(gazetteer)
        for reading in readings(values):
            document = reading.document
            found = prepared([document], reading.claims, reading.chains, reading.named_parts, identities)
            identities.forget()
            yield from ({**row, "document": document.id} for row in _contents(document, found))

    return contents


def _contents(document: Document, found: Prepared) -> Rows:
    yield {"kind": "document", "value": packed(document)}
    for number, claim in enumerate(found.claims):
        yield {"kind": "claim", "number": number, "value": packed(claim)}
    for number, named in enumerate(found.named_parts):
        yield {"kind": "named", "number": number, "value": packed(named)}
    for chain in found.chains:
        yield {"kind": "chain", "place": chain[0].head, "value": packed(Mentions(chain))}


def _entities(tables_: Tables, contents: "DataFrame") -> Iterator[Entity]:
    """Yield the entities sorted by id, with their chains."""
    from pyspark.sql import functions as f

    spool = Spool[Chain]()
    chains = _rooted(of_kind(tables_.given, "chain").select(*KEY, "document", "heads"), tables_.roots)
    chains = chains.drop(*KEY).withColumnsRenamed({f"of_{name}": name for name in KEY})
    owned = chains.join(tables_.entities, list(KEY)).select("document", f.col("heads")[0].alias("place"), "id")
    mentions = of_kind(contents, "chain").join(owned, ["document", "place"]).select("id", "document", "place", "value")
    mentions = mentions.orderBy("id", "document", "place")
    rows = local_rows(tables_.entities, "id")
    for row, (_, some) in zip(rows, itertools.groupby(mentions.toLocalIterator(), itemgetter("id")), strict=True):
        own = spool.keep(unpacked(each["value"], Mentions).chain for each in some)
        yield Entity(row["id"], row["label"], row["type"], tuple(row["aliases"]), own, tuple(row["links"]))


def _statements(tables_: Tables, contents: "DataFrame") -> Iterator[Statement]:
    """Yield the statements sorted by id, with their claims."""
    spool, order = Spool[Claim](), ("id", "document", "number")
    evidence = of_kind(tables_.statements, "evidence").select(*order)
    claims = of_kind(contents, "claim").select("document", "number", "value")
    joined = evidence.join(claims, ["document", "number"]).select(*order, "value").orderBy(*order)
    statements = local_rows(of_kind(tables_.statements, "statement"), "id")
    for row, (_, some) in zip(statements, itertools.groupby(joined.toLocalIterator(), itemgetter("id")), strict=True):
        yield statement(row, spool.keep(unpacked(each["value"], Claim) for each in some))


def statement(row: t.Any, claims: Sequence[Claim]) -> Statement:
    """Return the statement of a row of `STATEMENTS` with its claims."""
    subject, relation, object_, negated, modality, speaker, denied_by = _meaning(row)
    parts = (subject, sys.intern(relation), object_, negated, modality, speaker, denied_by)
    return Statement(row["id"], *parts, time_of(row["time"]), claims, tuple(map(tuple, row["copies"])))


def _grouped(frame: "DataFrame", by: Sequence[str], then: Sequence[str], make: Groups, schema: str) -> "DataFrame":
    """Return the result of a function on each group of rows that agree in some columns; the rows are sorted."""
    key = itemgetter(*by)

    def groups(rows: Rows) -> Rows:
        return itertools.chain.from_iterable(make(some) for _, some in itertools.groupby(rows, key))

    return mapped(frame.repartition(*by).sortWithinPartitions(*by, *then), groups, schema)


def of_kind(frame: "DataFrame", kind: str) -> "DataFrame":
    """Return the rows of one kind."""
    return frame.where(frame["kind"] == kind)


def local_rows(frame: "DataFrame", *order: str) -> Iterator[t.Any]:
    """Yield rows on the driver, sorted by some columns."""
    rows: Iterator[t.Any] = frame.orderBy(*order).toLocalIterator()  # without pyspark its type is unknown
    return rows
