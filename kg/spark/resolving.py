"""What was read becomes a graph on Spark: by shuffles over keys, with the functions that one machine uses.

What documents give, things, their ids and statements are tables of Parquet in a folder, each made from those before it.
A table that is whole is not made again, so that a run goes on where it was stopped. The driver holds what is known of
distinct names, to unite them, and which documents are copies.
"""

import itertools
import typing as t
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter

import numpy as np

from kg.graph import KnowledgeGraph
from kg.identifiers import slug
from kg.ledger import decoded, encoded
from kg.lexicon.gazetteer import Entry, Gazetteer
from kg.model import (
    Chain,
    Claim,
    Document,
    Entity,
    Graph,
    Literal,
    Modality,
    NamedPart,
    Reading,
    Record,
    Statement,
    Time,
)
from kg.resolve.assemble import Meaning, meaning, prepared, statements_of
from kg.resolve.copies import Sketch, Sources, sketch, sources_of
from kg.resolve.descriptions import describing
from kg.resolve.entities import Seen, ids
from kg.resolve.groups import ALONE, bearers_of, types_of_names, united
from kg.resolve.identities import Identities
from kg.resolve.identity import Identity, Key
from kg.resolve.labels import full_description, pointers
from kg.resolve.summary import summary
from kg.spark.frames import Rows, Values, mapped
from kg.spool import Spool

if t.TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

KEY: t.Final = ("sort", "form", "within")
"""The columns of a key; those of a thing are those of the first of its keys."""
COLUMNS: t.Final = "sort string, form string, within string"
GIVEN: t.Final = (
    f"kind string, document string, number int, {COLUMNS}, names array<string>, types array<string>, text string, "
    "value binary"
)
"""What documents give: claims, chains, named parts, and the documents themselves."""
THINGS: t.Final = (
    f"kind string, {COLUMNS}, label string, type string, aliases array<string>, links array<string>, named boolean, "
    "documents int, mentions int, document string, place int, end int, value binary"
)
"""What groups of chains give: things, mentions, and what labels of things without a name are made from."""
LABELS: t.Final = f"{COLUMNS}, full string"
IDS: t.Final = f"{COLUMNS}, id string, label string, type string, aliases array<string>, links array<string>"
MEANT: t.Final = "meant string, document string, number int, text string, value binary"
STATEMENTS: t.Final = "id string, value binary"
Groups: t.TypeAlias = Callable[[Iterator[Values]], Rows]


@dataclass(frozen=True, slots=True)
class _Chain:
    """A chain with what its identity tells, in plain values."""

    chain: Chain
    names: tuple[str, ...]
    said: tuple[str, ...]
    known: tuple[str, ...] = ()
    links: tuple[str, ...] = ()

    @classmethod
    def of(cls, identity: Identity) -> "_Chain":
        entry = identity.entry
        known, links = ((), ()) if entry is None else ((entry.label, entry.type), entry.links)
        return cls(identity.chain, identity.names, identity.said, known, links)

    def identity(self, key: Key) -> Identity:
        entry = Entry(self.known[0], self.known[1], links=self.links) if self.known else None
        return Identity(self.chain, key, self.names, entry, said=self.said)


@dataclass(frozen=True, slots=True)
class _Statement:
    """A statement in fields of one type each."""

    id: str
    subject: str
    relation: str
    object: str | None
    literal: Literal | None
    negated: bool
    modality: Modality
    speaker: str | None
    denied_by: str | None
    time: Time | None
    claims: tuple[Claim, ...]
    copies: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, said: Statement) -> "_Statement":
        thing = None if isinstance(said.object, Literal) else said.object
        literal = said.object if isinstance(said.object, Literal) else None
        manner = (said.negated, said.modality, said.speaker, said.denied_by, said.time)
        return cls(said.id, said.subject, said.relation, thing, literal, *manner, tuple(said.claims), said.copies)

    def statement(self, spool: Spool[Claim]) -> Statement:
        object_ = self.object if self.literal is None else self.literal
        manner = (self.negated, self.modality, self.speaker, self.denied_by, self.time)
        return Statement(self.id, self.subject, self.relation, object_, *manner, spool.keep(self.claims), self.copies)


@dataclass(frozen=True, slots=True)
class Tables:
    """The tables of a graph: `given`, `things`, `entities` and `statements`; see the constants of this module."""

    given: "DataFrame"
    things: "DataFrame"
    entities: "DataFrame"
    statements: "DataFrame"

    def graph(self) -> KnowledgeGraph:
        """Return the graph; it is held here, its claims and chains on the disk where they are many."""
        documents = [_unpacked(row, Document) for row in _local(_of_kind(self.given, "document"), "document")]
        parts = (_unpacked(row, NamedPart) for row in _local(_of_kind(self.given, "named"), "document", "number"))
        claims, chains = Spool[Claim](), Spool[Chain]()
        ours = (_unpacked(row, _Statement).statement(claims) for row in _local(self.statements, "id"))
        entities = tuple(_entities(self, chains))
        named_parts, statements = Spool[NamedPart]().keep(parts), tuple(ours)
        copies = _sources(self.given).copies()
        return KnowledgeGraph.of(Graph(tuple(documents), entities, statements, (), named_parts, copies), Record())


def tables(rows: "DataFrame", folder: str, gazetteer: Gazetteer) -> Tables:
    """Return the tables of the graph of what was read; those that the folder has already are not made again.

    Args:
        rows: those that `claims` gave, in any order.
        folder: where the tables are kept: a path or address that all workers reach.
        gazetteer: things known beforehand.
    """
    from kg.spark.reading import row_of

    def give(values: Rows) -> Rows:
        outcomes = (row_of(each).outcome() for each in values)
        readings = (outcome for outcome in outcomes if isinstance(outcome, Reading))
        return itertools.chain.from_iterable(map(giver(gazetteer), readings))

    return tables_of(mapped(rows, give, GIVEN), folder, gazetteer)


def tables_of(
    given: "DataFrame", folder: str, gazetteer: Gazetteer, *, told: Callable[[str], object] = lambda _: None
) -> Tables:
    """Do as `tables` with what documents give; `told` is called with the name of each table that is whole."""
    session = given.sparkSession

    def table(name: str, schema: str, make: Callable[[], "DataFrame"]) -> "DataFrame":
        place = f"{folder}/{name}"
        if not _is_whole(session, place):
            make().write.mode("overwrite").parquet(place)
        told(name)
        return session.read.schema(schema).parquet(place)

    found = table("given", GIVEN, lambda: given)
    chains = _of_kind(found, "chain")
    things = table("things", THINGS, lambda: _things(chains, _roots(chains, gazetteer)))
    entities = table("entities", IDS, lambda: _entities_of(things))
    statements = table("statements", STATEMENTS, lambda: _statements(found, things, entities))
    return Tables(found, things, entities, statements)


def _is_whole(session: "SparkSession", place: str) -> bool:
    """Tell whether Spark has written a table to its end: it leaves an empty file then, which no reader shows."""
    hadoop = t.cast("t.Any", session.sparkContext)
    path = hadoop._jvm.org.apache.hadoop.fs.Path(f"{place}/_SUCCESS")
    return bool(path.getFileSystem(hadoop._jsc.hadoopConfiguration()).exists(path))


def giver(gazetteer: Gazetteer) -> Callable[[Reading], Rows]:
    """Return what gives the rows of `GIVEN` for what was read out of a document."""
    identities = Identities(gazetteer)

    def give(reading: Reading) -> Rows:
        document = reading.document
        found = prepared([document], reading.claims, reading.chains, reading.named_parts, identities)
        yield {"kind": "document", "document": document.id, "number": 0, "value": _packed(document)}
        yield {"kind": "sketch", "document": document.id, "number": 0, **_sketched(sketch(document))}
        for number, claim in enumerate(found.claims):
            span = claim.evidence.span
            words = document.text[span.start : span.end]
            yield {**_place("claim", document, number), "text": words, "value": _packed(claim)}
        for number, named in enumerate(found.named_parts):
            yield {**_place("named", document, number), "value": _packed(named)}
        for number, identity in enumerate(identities.among(found.chains, found.said)):
            told = {"names": sorted(set(identity.names)), "types": sorted(set(types_of_names(identity)))}
            key = dict(zip(KEY, identity.key, strict=True))
            yield {**_place("chain", document, number), **key, **told, "value": _packed(_Chain.of(identity))}
        identities.forget()

    return give


def _place(kind: str, document: Document, number: int) -> dict[str, t.Any]:
    return {"kind": kind, "document": document.id, "number": number}


def _sketched(found: Sketch) -> Values:
    published = None if found.published is None else found.published.isoformat()
    shingles = None if found.shingles is None else found.shingles.tobytes()
    return {"form": found.digest, "within": published, "number": found.words, "value": shingles}


def _sources(given: "DataFrame") -> Sources:
    """Return which documents are one source; their sketches pass through the driver."""
    from kg.arguments import as_date

    return sources_of(
        Sketch(
            row["document"],
            None if row["within"] is None else as_date(row["within"]),
            row["number"],
            row["form"],
            None if row["value"] is None else np.frombuffer(row["value"], dtype=np.uint32),
        )
        for row in _local(_of_kind(given, "sketch"), "document")
    )


def _roots(chains: "DataFrame", gazetteer: Gazetteer) -> "DataFrame":
    """Return for each key that is one thing with others the first of these; the driver unites them."""
    from pyspark.sql import functions as f

    told = (f.collect_set("document"), f.flatten(f.collect_set("names")), f.flatten(f.collect_set("types")))
    named = chains.where(~f.col("sort").isin(*ALONE)).groupBy(*KEY).agg(*told)
    local = ((Key(*key), names, documents, types) for *key, documents, names, types in _local(named, *KEY))
    partition, _ = united(bearers_of(local, gazetteer))
    pairs = [(*key, *min(keys)) for keys in partition.sets() if len(keys) > 1 for key in keys]
    columns = f"{COLUMNS}, {', '.join(f'root_{name} string' for name in KEY)}"
    return chains.sparkSession.createDataFrame(pairs, columns)


def _things(chains: "DataFrame", roots: "DataFrame") -> "DataFrame":
    """Return the things, with what their labels and ids are made from."""
    from pyspark.sql import functions as f

    joined = chains.join(f.broadcast(roots), list(KEY), "left")
    whole = joined.select(
        "*",
        *(f.when(f.col("root_sort").isNull(), f.col(n)).otherwise(f.col(f"root_{n}")).alias(f"of_{n}") for n in KEY),
    )
    of = [f"of_{name}" for name in KEY]
    return _grouped(whole, of, [*KEY, "document", "number"], _thing, THINGS)


def _thing(chains: Iterator[Values]) -> Rows:
    key, identities = Key("bound", ""), list[Identity]()
    for row in chains:
        key = Key(*(row[f"of_{name}"] for name in KEY))
        identities.append(_unpacked(row, _Chain).identity(Key(*(row[name] for name in KEY))))
    told, of = summary(identities, key=key), dict(zip(KEY, key, strict=True))
    found = sorted((identity.chain for identity in identities), key=lambda chain: chain[0].key)
    label, type_ = told.label_and_type()
    links = told.entry[1].links if told.entry is not None else ()
    entity = Entity("", label, type_, tuple(sorted(told.aliases)), found, links)
    values = {"label": label, "type": type_, "aliases": list(entity.aliases), "links": list(links), "named": told.named}
    documents = len({chain[0].span.document for chain in found})
    yield {"kind": "thing", **of, **values, "documents": documents, "mentions": told.mentions}
    known = pointers([entity], []) if told.named else pointers([], [entity])
    for document, inside in known.items():
        for start, end, name in inside:
            yield {"kind": "pointer", **of, "document": document, "place": start, "end": end, "label": name}
    fullest = None if told.named else describing(found)
    if fullest is not None:
        alone = _packed(_Chain((fullest,), (), ()))
        yield {"kind": "described", **of, "document": fullest.span.document, "value": alone}
    for mention in itertools.chain.from_iterable(found):
        yield {"kind": "mention", **of, "document": mention.span.document, "place": mention.head}


def _entities_of(things: "DataFrame") -> "DataFrame":
    """Return the things with their labels and ids."""
    from pyspark.sql import functions as f

    within = things.where(f.col("kind").isin("pointer", "described"))
    labels = _grouped(within, ["document"], ["kind"], _labels, LABELS)
    told = _of_kind(things, "thing").drop("document", "place", "end", "value")
    told = told.join(labels, list(KEY), "left")
    label = f.when(f.col("full").isNull() | (f.col("full") == ""), f.col("label")).otherwise(f.col("full"))
    slugged = mapped(
        told.withColumn("label", label).select(*KEY, "label", "type", "aliases", "links", "documents", "mentions"),
        lambda rows: ({**row, "name": slug(row["label"])} for row in rows),
        f"{COLUMNS}, label string, type string, aliases array<string>, links array<string>, documents int, "
        "mentions int, name string",
    )
    return _grouped(slugged, ["name"], list(KEY), _with_ids, IDS)


def _labels(rows: Iterator[Values]) -> Rows:
    """Yield the full descriptions of the things of one document that have no name."""
    known, open_ = list[tuple[int, int, str]](), list[Values]()
    for row in rows:
        if row["kind"] == "pointer":
            known.append((row["place"], row["end"], row["label"]))
        else:
            open_.append(row)
    for row in open_:
        chain = _unpacked(row, _Chain).chain
        yield {**{name: row[name] for name in KEY}, "full": full_description([chain], {row["document"]: sorted(known)})}


def _with_ids(rows: Iterator[Values]) -> Rows:
    """Yield the things whose labels look alike with their ids."""
    alike = [*rows]
    seen = [Seen(Key(*(r[name] for name in KEY)), r["label"], r["documents"], r["mentions"]) for r in alike]
    for row, id_ in zip(alike, ids(seen), strict=True):
        yield {**{name: row[name] for name in (*KEY, "label", "type", "aliases", "links")}, "id": id_}


def _statements(given: "DataFrame", things: "DataFrame", entities: "DataFrame") -> "DataFrame":
    from pyspark.sql import functions as f

    mentions = _of_kind(things, "mention").join(entities.select(*KEY, "id"), list(KEY))
    mentions = mentions.select("document", "id", "place", f.lit(-1).alias("number"), f.lit(None).alias("text"))
    mentions = mentions.withColumn("value", f.lit(None).cast("binary"))
    claims = _of_kind(given, "claim").select("document", f.lit(None).alias("id"), f.lit(-1).alias("place"), *_CLAIM)
    meant = _grouped(mentions.unionByName(claims), ["document"], ["number"], _meant, MEANT)
    same = _sources(given)
    kept = {document: first for document, first in same.original.items() if document != first}
    copied = Sources(kept, same.held)
    return _grouped(meant, ["meant"], ["document", "number"], lambda rows: _said(rows, copied), STATEMENTS)


_CLAIM: t.Final = ("number", "text", "value")


def _meant(rows: Iterator[Values]) -> Rows:
    """Yield the claims of one document by what they mean."""
    entity_ids: dict[tuple[str, int], str] = {}
    for row in rows:
        if row["id"] is not None:
            entity_ids[row["document"], row["place"]] = row["id"]
            continue
        claim = _unpacked(row, Claim)
        told = {name: row[name] for name in ("document", *_CLAIM)}
        yield {"meant": _form(meaning(claim, entity_ids)), **told}


def _form(meant: Meaning) -> str:
    """Return a meaning as text that is read back."""
    subject, relation, object_, *manner = meant
    literal = (object_.value, object_.datatype, object_.unit) if isinstance(object_, Literal) else None
    return repr((subject, relation, None if literal else object_, literal, *manner))


def _said(rows: Iterator[Values], same: Sources) -> Rows:
    """Yield the statements of the claims of one meaning."""
    import ast

    claims, texts, form = list[Claim](), dict[Claim, str](), ""
    for row in rows:
        form = row["meant"]
        claims.append(claim := _unpacked(row, Claim))
        texts[claim] = row["text"]
    subject, relation, object_, literal, *manner = ast.literal_eval(form)
    meant = t.cast("Meaning", (subject, relation, Literal(*literal) if literal else object_, *manner))
    for said in statements_of(meant, claims, same, texts.__getitem__):
        yield {"id": said.id, "value": _packed(_Statement.of(said))}


def _entities(tables_: Tables, spool: Spool[Chain]) -> Iterator[Entity]:
    """Yield the entities in the order of their ids, with their chains."""
    from pyspark.sql import functions as f

    mentions = _of_kind(tables_.things, "mention").select(*KEY, "document", f.col("place").alias("head"))
    owned = mentions.join(tables_.entities, list(KEY)).select("document", "head", "id")
    chains = mapped(_of_kind(tables_.given, "chain"), _heads, "document string, head int, value binary")
    told = chains.join(owned, ["document", "head"]).orderBy("id", "document", "head")
    things = _local(tables_.entities, "id")
    for row, (_, some) in zip(things, itertools.groupby(told.toLocalIterator(), itemgetter("id")), strict=True):
        own = spool.keep(_unpacked(each, _Chain).chain for each in some)
        yield Entity(row["id"], row["label"], row["type"], tuple(row["aliases"]), own, tuple(row["links"]))


def _heads(rows: Rows) -> Rows:
    """Yield chains with the head of their first mention."""
    for row in rows:
        yield {**{name: row[name] for name in ("document", "value")}, "head": _unpacked(row, _Chain).chain[0].head}


def _grouped(frame: "DataFrame", by: Sequence[str], then: Sequence[str], make: Groups, schema: str) -> "DataFrame":
    """Return what a function makes of the rows that agree in some columns, which come in order; one group at a time."""
    key = itemgetter(*by)

    def groups(rows: Rows) -> Rows:
        return itertools.chain.from_iterable(make(some) for _, some in itertools.groupby(rows, key))

    return mapped(frame.repartition(*by).sortWithinPartitions(*by, *then), groups, schema)


def _of_kind(frame: "DataFrame", kind: str) -> "DataFrame":
    return frame.where(frame["kind"] == kind)


def _local(frame: "DataFrame", *order: str) -> Iterator[t.Any]:
    rows: Iterator[t.Any] = frame.orderBy(*order).toLocalIterator()  # without pyspark its type is unknown
    return rows


def _packed(value: object) -> bytes:
    return encoded(value).encode("ascii")


def _unpacked(row: t.Any, type_: type[t.Any]) -> t.Any:
    return decoded(bytes(row["value"]).decode("ascii"), type_)
