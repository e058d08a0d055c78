"""Write files for `neo4j-admin database import`, which a Cypher script can load as well.

Source: Neo4j Operations Manual 5, "Import" (CSV file header format, data types, quoting): a header names the property
and its type, `:ID`, `:LABEL`, `:START_ID`, `:END_ID` and `:TYPE`; a quotation mark in a quoted cell is doubled; an
empty cell without quotation marks sets nothing; a line break in a cell needs an option, so there is none here.
"""

import re
import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.export.rows import ATTRIBUTES, DAYS, DOCUMENT, NODE, Cell, Row, Rows
from kg.export.wording import NO_OBJECT_TYPE, STRUCTURAL
from kg.lexicon.noun_types import broad_type
from kg.model import Status

BETWEEN: t.Final = "\x1f"
"""The separator between the values of a list: no text contains it, so nothing has to be escaped."""
COMMON: t.Final = "Node"
"""The label that all nodes have, for finding them."""
MENTIONED_IN: t.Final = "MENTIONED_IN"
TYPES: t.Final = (*(status.upper() for status in t.get_args(Status)), STRUCTURAL.upper())
"""The types of relationships: the status is the type, so that denied statements are never matched by mistake."""
_ADMIN: t.Final[Mapping[type, str]] = {
    str: "",
    bool: ":boolean",
    int: ":int",
    float: ":double",
    tuple: ":string[]",
}
_CYPHER: t.Final[Mapping[type, str]] = {
    str: "{}",
    bool: "toBoolean({})",
    int: "toInteger({})",
    float: "toFloat({})",
    tuple: f"split({{}}, '\\u{ord(BETWEEN):04X}')",
}
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
# a lone surrogate is not UTF-8; LOAD CSV reads a backslash before a quotation mark as an escape
_UNWRITABLE = re.compile("""[\ud800-\udfff]|\\\\(?=\\\\*(?:"|\\Z))""")
_NO_LABEL = re.compile(r"\W")

NODES: t.Final[Mapping[str, Mapping[str, type]]] = {
    "entities.csv": NODE,
    "values.csv": {"id": str, "label": str, "type": str},
    "documents.csv": DOCUMENT,
}
"""The files of nodes with their properties; `id` is the IRI."""
RELATIONSHIPS: t.Final[Mapping[str, Mapping[str, type]]] = {
    "edges.csv": {"id": str, **ATTRIBUTES},
    "mentions.csv": {"mentions": int},
}
SCRIPT: t.Final = "load.cypher"


def write_neo4j(rows: Rows, folder: Path) -> None:
    """Write the files of nodes and relationships, and the Cypher script that loads them, to a folder.

    Raises:
        OSError: a file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    nodes = {"entities.csv": _entities(rows), "values.csv": _values(rows), "documents.csv": _documents(rows)}
    for name, found in nodes.items():
        _write(folder / name, [*_header(NODES[name], "id:ID"), ":LABEL"], (_node(row, NODES[name]) for row in found))
    ends = [":START_ID", ":END_ID", ":TYPE"]
    edges = (_edge(row) for row in rows.edges(points=True))
    _write(folder / "edges.csv", [*ends, *_header(RELATIONSHIPS["edges.csv"])], edges)
    _write(folder / "mentions.csv", [*ends, *_header(RELATIONSHIPS["mentions.csv"])], _mentions(rows))
    part = folder / f".{SCRIPT}.part"
    part.write_text(cypher(), encoding="utf-8", newline="\n")
    part.replace(folder / SCRIPT)


def _entities(rows: Rows) -> Iterator[Row]:
    known = {rows.lookup.iri(entity.id) for entity in rows.graph.entities}
    for row in rows.nodes():
        if row["id"] in known:
            type_ = str(row["type"])
            yield {**row, "labels": tuple(dict.fromkeys(("Entity", broad_type(type_), type_)))}


def _values(rows: Rows) -> Iterator[Row]:
    """Yield the objects of statements that are not entities: a value, or the end node of a missing object."""
    for row in rows.edges(points=True):
        if row["kind"] != STRUCTURAL and (row["object"] is None or str(row["target"]).startswith("literal:")):
            type_ = "Value" if row["object"] is not None else NO_OBJECT_TYPE
            yield {"id": row["target"], "label": row["object"], "type": type_, "labels": (type_,)}


def _documents(rows: Rows) -> Iterator[Row]:
    return ({**row, "labels": ("Document",)} for row in rows.documents())


def _node(row: Row, columns: Iterable[str]) -> list[Cell]:
    labels = t.cast("tuple[str, ...]", row["labels"])
    return [*map(row.get, columns), (COMMON, *(_NO_LABEL.sub("_", label) for label in labels))]


def _edge(row: Row) -> list[Cell]:
    type_ = str(row.get("status") or STRUCTURAL).upper()
    return [row["source"], row["target"], type_, *map(row.get, RELATIONSHIPS["edges.csv"])]


def _mentions(rows: Rows) -> Iterator[list[Cell]]:
    """Yield the number of mentions of each entity in each document."""
    for entity in rows.graph.entities:
        counts = Counter(mention.span.document for mention in entity.mentions)
        for name, count in sorted(counts.items()):
            yield [rows.lookup.iri(entity.id), rows.lookup.document(name), MENTIONED_IN, count]


def _header(columns: Mapping[str, type], id_: str = "id") -> list[str]:
    """Return the properties with their types; `id` can be set to the identifying property."""
    names = {name: f"{name}:date" if name in DAYS else f"{name}{_ADMIN[type_]}" for name, type_ in columns.items()}
    return [id_ if name == "id" else written for name, written in names.items()]


def _write(path: Path, header: Iterable[str], rows: Iterable[Iterable[Cell]]) -> None:
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8", newline="\n") as file:
        file.write(",".join(header) + "\n")
        file.writelines(",".join(map(_cell, row)) + "\n" for row in rows)
    part.replace(path)


def _cell(value: Cell) -> str:
    if value is None or value == ():
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    values = value if isinstance(value, tuple) else (value,)
    text = BETWEEN.join(_UNWRITABLE.sub("\ufffd", _CONTROL.sub(" ", each)) for each in values).replace('"', '""')
    return f'"{text}"'


def cypher() -> str:
    """Return a script that loads the files with `LOAD CSV` if `neo4j-admin` is not available; it can be repeated."""
    head = f"CREATE CONSTRAINT kg_id IF NOT EXISTS FOR (n:{COMMON}) REQUIRE n.id IS UNIQUE;\n"
    nodes = (_load_nodes(file, columns) for file, columns in NODES.items())
    edges = (_load_edges("edges.csv", type_, "{id: row.id}") for type_ in TYPES)
    return "\n".join([head, *nodes, *edges, _load_edges("mentions.csv", MENTIONED_IN, "")])


def _load_nodes(file: str, columns: Mapping[str, type]) -> str:
    label = {"entities.csv": "Entity", "values.csv": "Value", "documents.csv": "Document"}[file]
    return (
        f"LOAD CSV WITH HEADERS FROM 'file:///{file}' AS row\n"
        f"MERGE (n:{COMMON} {{id: row.`id:ID`}})\n"
        f"SET n:{label}{_set('n', columns)};\n"
    )


def _load_edges(file: str, type_: str, key: str) -> str:
    sets = _set("r", RELATIONSHIPS[file]).removeprefix(", ")
    return (
        f"LOAD CSV WITH HEADERS FROM 'file:///{file}' AS row\n"
        f"WITH row WHERE row.`:TYPE` = '{type_}'\n"
        f"MATCH (a:{COMMON} {{id: row.`:START_ID`}})\n"
        f"MATCH (b:{COMMON} {{id: row.`:END_ID`}})\n"
        f"MERGE (a)-[r:{type_} {key}]->(b)\n"
        f"SET {sets};\n"
    ).replace(f":{type_} ]", f":{type_}]")


def _set(variable: str, columns: Mapping[str, type]) -> str:
    """Return the assignments of all properties except the id, each after a comma."""
    found = []
    for name, type_ in columns.items():
        if name != "id":
            column = f"row.`{name}:date`" if name in DAYS else f"row.`{name}{_ADMIN[type_]}`"
            value = f"date({column})" if name in DAYS else _CYPHER[type_].format(column)
            found.append(f", {variable}.{name} = {value}")
    return "".join(found)
