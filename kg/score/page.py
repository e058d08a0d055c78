"""The page of misses: what a graph lacks, and what it has in addition to the gold file."""

from importlib.resources import files

import jinja2

from kg.export.tables import triples
from kg.model import Graph
from kg.score.matching import Report


def misses_page(graph: Graph, report: Report, *, title: str = "Misses") -> str:
    """Return an HTML page that makes no requests and has no scripts.

    Args:
        graph: the scored graph.
        report: the result of `score`.
        title: the heading.
    """
    missed = [(gold, [(near.statement.id, near.differing) for near in nearest]) for gold, nearest in report.missed]
    shown = {near.statement.id: near.statement for _, nearest in report.missed for near in nearest}
    shown |= {statement.id: statement for statement in report.extra}
    rows = dict(zip(shown, triples(graph, shown.values()), strict=True))
    page = _template().render(
        title=title,
        report=report,
        missed=[(gold, [(rows[id_], differing) for id_, differing in nearest]) for gold, nearest in missed],
        extra=[rows[statement.id] for statement in report.extra],
    )
    return f"{page}\n"


def _template() -> jinja2.Template:
    environment = jinja2.Environment(autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True)
    return environment.from_string(files("kg.score").joinpath("page.html.j2").read_text(encoding="utf-8"))
