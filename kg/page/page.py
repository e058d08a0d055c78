"""The page: template, style, scripts and data in one file that makes no network requests."""

import functools
import json
import re
import typing as t
from collections import Counter
from collections.abc import Mapping
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path

import jinja2
from markupsafe import Markup

from kg.errors import OutputError
from kg.export.derived import Derived
from kg.export.iris import DEFAULT_BASE
from kg.identifiers import digest
from kg.model import Graph
from kg.page.appearance import (
    BACKGROUND_DARK,
    BACKGROUND_LIGHT,
    CARD,
    COMMUNITIES,
    INK,
    LINES,
    LOOKS,
    STRUCTURAL,
    type_looks,
)
from kg.page.articles import cards
from kg.page.data import page_data
from kg.page.drawing import draw
from kg.page.evidence import headline
from kg.page.overview import overview
from kg.page.picture import legend_points, picture
from kg.page.story import story
from kg.page.wording import JOINS, STANDINGS, standing, type_words, visible

VIS_NETWORK: t.Final = "pyvis/templates/lib/vis-9.1.2/vis-network.min.js"
SCRIPT: t.Final = "bundle.js"
"""The modules in `script/`, bundled by `make bundle`."""
STYLES: t.Final = ("base.css", "map.css", "panel.css", "story.css", "correct.css", "embed.css", "print.css")
LARGEST: t.Final = 50_000
"""The maximum number of statements of a page, which should open within two seconds and be small enough to mail."""
LEGEND_TYPES: t.Final = 10
"""The number of types that the legend shows before a button for the others."""
NAMED_SOURCES: t.Final = 3
_JSON_ESCAPES: t.Final = {
    character: f"\\u{ord(character):04x}"
    for character in "<>&\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
}
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_html(
    graph: Graph,
    *,
    title: str | None = None,
    include_text: bool = True,
    base_iri: str = DEFAULT_BASE,
    embed: bool = False,
    derived: Derived | None = None,
) -> str:
    """Return an HTML page that shows the graph, all its statements, and the sentence of each of them.

    The page is one file and makes no request. The same graph gives the same page.

    Args:
        graph: the graph to show
        title: the heading; by default the title of the document, or the number of documents
        include_text: whether to include the documents' whole texts; the sentences of the statements are always included
        base_iri: the base of the IRIs in the Turtle that the page exports
        embed: whether it is for a frame in another page: the picture with its title and source, without list, search,
            filters or menus; details open over the picture
        derived: the derived data of the graph, if already known

    Raises:
        OutputError: the graph has more than `LARGEST` statements.
    """
    if len(graph.statements) > LARGEST:
        raise OutputError(
            f"{len(graph.statements):,} statements are too many for a page (at most {LARGEST:,}); "
            "show a neighbourhood instead: kg view GRAPH --around NAME --depth N"
        )
    heading = title or _heading(graph)
    derived = derived or Derived.of(graph)
    weights = derived.weights
    drawing = draw(graph, weights.entities)
    looks = type_looks(entity.type for entity in graph.entities)
    first = overview(graph, drawing, weights)
    articles = cards(graph, drawing, first.homes, weights) if len(graph.documents) > 1 else ()
    data = page_data(graph, drawing, first, articles, looks, derived, include_text=include_text, base_iri=base_iri)
    written = _json(data)
    html = _template().render(
        title=heading,
        embed=embed,
        sources=_sources(graph),
        nonce=digest(heading, written, length=26),
        data=_markup(written),
        style=_markup("".join(_own_file(f"style/{name}") for name in STYLES)),
        vis_network=_markup(vis_network()),
        script=_markup(_own_file(SCRIPT)),
        looks=looks,
        type_words=type_words,
        type_places={name: place for place, name in enumerate(looks)},
        first_types=len(looks) if len(looks) <= LEGEND_TYPES + 2 else LEGEND_TYPES,
        type_counts=Counter(entity.type for entity in graph.entities),
        has_values=any(node.type is None and not node.is_end for node in drawing.nodes),
        standings=STANDINGS,
        joins=JOINS,
        standing_counts=Counter(map(standing, graph.statements)),
        lines=LINES,
        structural=STRUCTURAL,
        structure=_structure(graph),
        communities=COMMUNITIES,
        other=LOOKS["Thing"],
        data_folds=data["everything"] is not None,
        has_articles=bool(articles),
        has_communities=bool(data["communities"]),
        legend_points=legend_points,
        backgrounds=(BACKGROUND_LIGHT, BACKGROUND_DARK),
        ink=INK,
        card=CARD,
        picture=picture(first.drawing, looks),
        graph=graph,
        story=story(graph, weights.statements),
    )
    return _SURROGATE.sub("\ufffd", html)


@functools.cache
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, finalize=_finalized
    )
    return environment.from_string(_own_file("template.html.j2"))


def _finalized(value: t.Any) -> t.Any:
    """Return a text of a document as it is shown; the data and our own files are left as they are."""
    return visible(value) if type(value) is str else value


def _own_file(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def vis_network() -> str:
    """Return the drawing script from the files of pyvis: importing pyvis would load IPython."""
    return Path(str(distribution("pyvis").locate_file(VIS_NETWORK))).read_text(encoding="utf-8")


def _markup(text: str) -> Markup:
    # only for the package's own files and for JSON without `<`: nothing unescaped comes from a document
    return Markup(text)  # noqa: S704


def _json(data: Mapping[str, t.Any]) -> str:
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character, escape in _JSON_ESCAPES.items():
        written = written.replace(character, escape)  # `translate` checks each character, and takes ten times as long
    return written


def _heading(graph: Graph) -> str:
    if len(graph.documents) == 1:
        return headline(graph.documents[0])
    return f"What {len(graph.documents)} documents say" if graph.documents else "An empty graph"


def _sources(graph: Graph) -> str:
    """Return the sources for the caption of an embedded page: the documents, or their number and dates."""
    if len(graph.documents) <= NAMED_SOURCES:
        about = ((each.source or "", str(each.published or "")) for each in graph.documents)
        named = map(headline, graph.documents)
        pairs = [(name, ", ".join(filter(None, known))) for name, known in zip(named, about, strict=True)]
        return "; ".join(f"{name} ({known})" if known and known != name else name for name, known in pairs)
    days = sorted(each.published.isoformat() for each in graph.documents if each.published)
    return f"{len(graph.documents)} documents" + (f", {days[0]} to {days[-1]}" if days else "")


def _structure(graph: Graph) -> list[tuple[str, str, str]]:
    """Return the structural edges as listed on the page without scripts: one name, the kind, the other name."""
    labels = {entity.id: entity.label for entity in graph.entities}
    return [(labels[edge.source], edge.kind, labels[edge.target]) for edge in graph.structural_edges]
