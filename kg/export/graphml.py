"""The network as GraphML, streamed line by line for any size."""

import re
import typing as t
from collections.abc import Iterable, Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from kg.export import wording
from kg.export.importance import Importance
from kg.export.iris import DEFAULT_BASE
from kg.export.rows import ATTRIBUTES, NODE, SEPARATOR, Cell, Row, Rows
from kg.model import Graph

TYPES: t.Final[Mapping[type, str]] = {bool: "boolean", int: "long", float: "double", str: "string", tuple: "string"}
OF_NODES: t.Final = ("label", "type", "importance")
KEYS: t.Final[Mapping[tuple[str, str], type]] = {
    **{("node", name): NODE[name] for name in OF_NODES},
    **{("edge", name): type_ for name, type_ in ATTRIBUTES.items()},
}
"""The attributes of nodes and edges, with their types."""
IDS: t.Final = {key: f"d{number}" for number, key in enumerate(KEYS)}
BEGIN: t.Final = """<?xml version='1.0' encoding='utf-8'?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
END: t.Final = "  </graph>\n</graphml>\n"

# characters that XML 1.0 does not allow, not even escaped
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(graph: Graph, *, base_iri: str = DEFAULT_BASE, weights: Importance | None = None) -> Iterator[str]:
    """Yield the nodes and edges of `to_networkx` as GraphML, with the IRIs of the RDF as ids.

    Missing values are left out, multiple values are joined, and characters that XML does not allow become U+FFFD.

    Raises:
        UsageError: the base is invalid.
    """
    rows = Rows.of(graph, base_iri=base_iri, weights=weights)
    yield from beginning(rows)
    yield from map(edge_text, rows.edges(points=True))
    yield END


def beginning(rows: Rows) -> Iterator[str]:
    """Yield everything before the edges."""
    yield BEGIN
    for (scope, name), type_ in KEYS.items():
        key = IDS[scope, name]
        yield f'  <key id="{key}" for="{scope}" attr.name="{name}" attr.type="{TYPES[type_]}" />\n'
    yield '  <graph edgedefault="directed">\n'
    for node in rows.nodes():
        yield _element("node", {"id": node["id"]}, node, OF_NODES)


def edge_text(edge: Row) -> str:
    """Return an edge, preceded by its end node if its statement has no object."""
    written = _element("edge", {name: edge[name] for name in ("source", "target", "id")}, edge, ATTRIBUTES)
    if edge["object"] is not None:
        return written
    point: Row = {"label": "", "type": wording.NO_OBJECT_TYPE}
    return _element("node", {"id": edge["target"]}, point, OF_NODES) + written


def _element(scope: str, ends: Row, row: Row, names: Iterable[str]) -> str:
    """Return a node or an edge with its attributes."""
    attributes = " ".join(f"{name}={quoteattr(_text(value))}" for name, value in ends.items())
    values = ((name, value) for name in names if (value := row.get(name)) is not None)
    data = "".join([f'      <data key="{IDS[scope, name]}">{_escaped(value)}</data>\n' for name, value in values])
    return f"    <{scope} {attributes}>\n{data}    </{scope}>\n"


def _escaped(value: Cell) -> str:
    text = _text(value)
    return escape(text).replace("\r", "&#13;") if isinstance(value, str | tuple) else text


def _text(value: Cell) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    text = SEPARATOR.join(value) if isinstance(value, tuple) else str(value)
    return text if text.isprintable() else _NOT_XML.sub("\ufffd", text)
