"""The page itself: template, style, scripts and data in one file that asks nothing of any network."""

import json
import re
import typing as t
from collections import Counter
from collections.abc import Mapping
from importlib.resources import files

import jinja2
from markupsafe import Markup

from kg.export.page.appearance import BACKGROUND_DARK, BACKGROUND_LIGHT, LINES, type_looks
from kg.export.page.data import page_data
from kg.export.page.drawing import draw
from kg.export.page.picture import legend_points, picture
from kg.export.page.wording import STANDINGS, Part, standing, statement_parts, type_words
from kg.identifiers import digest
from kg.model import Graph, Statement

VIS_NETWORK: t.Final = "templates/lib/vis-9.1.2/vis-network.min.js"
SCRIPTS: t.Final = ("model.js", "elements.js", "article.js", "panel.js", "labels.js", "canvas.js", "main.js")
LISTED_WITHOUT_SCRIPT: t.Final = 1000
_JSON_ESCAPES: t.Final = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export ", re.MULTILINE)


class ListedStatement(t.NamedTuple):
    """A statement as the page lists it without any script: its words, and document title and sentence by evidence."""

    parts: tuple[Part, ...]
    standing: str
    sentences: tuple[tuple[str, str], ...]


def to_html(graph: Graph, *, title: str | None = None, include_text: bool = True) -> str:
    """Return one HTML page that shows the graph, all its statements, and the sentence that each of them comes from.

    The page is one file and makes no request. The same graph gives the same page.

    Args:
        graph: the graph to show
        title: the heading; by default the title of the document, or their number
        include_text: whether to hold the documents' whole texts; the sentences of the statements are in either way
    """
    heading = title or _heading(graph)
    drawing = draw(graph)
    looks = type_looks(entity.type for entity in graph.entities)
    data = _json(page_data(graph, drawing, looks, include_text=include_text))
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    html = environment.from_string(_own_file("template.html.j2")).render(
        title=heading,
        nonce=digest(heading, data, length=26),
        data=_markup(data),
        style=_markup(_own_file("style.css")),
        vis_network=_markup(files("pyvis").joinpath(VIS_NETWORK).read_text(encoding="utf-8")),
        script=_markup(script()),
        looks=looks,
        type_words=type_words,
        type_places={name: place for place, name in enumerate(looks)},
        type_counts=Counter(entity.type for entity in graph.entities),
        has_values=any(node.type is None for node in drawing.nodes),
        standings=STANDINGS,
        standing_counts=Counter(map(standing, graph.statements)),
        lines=LINES,
        legend_points=legend_points,
        backgrounds=(BACKGROUND_LIGHT, BACKGROUND_DARK),
        picture=picture(drawing, looks),
        graph=graph,
        listed=_listed(graph),
    )
    return _LONE_SURROGATE.sub("\ufffd", html)


def script() -> str:
    """Return the page's modules as one: in the order of their imports, without `import` and `export`."""
    return "".join(_EXPORT.sub("", _IMPORT.sub("", _own_file(name))) for name in SCRIPTS)


def _own_file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _markup(text: str) -> Markup:
    # only for the package's own files and for JSON without `<`: nothing of it comes unescaped from a document
    return Markup(text)  # noqa: S704


def _json(data: Mapping[str, t.Any]) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_JSON_ESCAPES)


def _heading(graph: Graph) -> str:
    if len(graph.documents) == 1:
        return graph.documents[0].title or graph.documents[0].id
    return f"What {len(graph.documents)} documents say" if graph.documents else "An empty graph"


def _listed(graph: Graph) -> list[ListedStatement]:
    entities = {entity.id: entity for entity in graph.entities}
    documents = {document.id: document for document in graph.documents}
    texts = {document.id: document.text for document in graph.documents}

    def sentences(statement: Statement) -> tuple[tuple[str, str], ...]:
        spans = [claim.evidence.span for claim in statement.claims]
        return tuple(
            (documents[span.document].title or span.document, documents[span.document].text[span.start : span.end])
            for span in spans
        )

    return [
        ListedStatement(statement_parts(statement, entities, texts), standing(statement), sentences(statement))
        for statement in graph.statements[:LISTED_WITHOUT_SCRIPT]
    ]
