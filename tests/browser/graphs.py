"""Graphs to open in a browser, and where their nodes stand on the screen."""

from dataclasses import replace

from playwright.sync_api import Page

from kg.model import Claim, Document, Entity, Evidence, Graph, Mention, Span, Statement
from tests.export.examples import GRAPH, STATEMENTS


def small_graph(
    count: int = 1,
    names: tuple[str, str] = ("Ada", "Bo"),
    relation: str = "meet",
    *,
    type_: str = "Person",
) -> Graph:
    """Return a graph of `count` statements between two things, in one document with one sentence for each."""
    sentence = f"{names[0]} {relation} {names[1]} once."
    document = Document(names[0] or "d", "\n\n".join([sentence] * count), names[0], source=names[0])
    spans = [
        Span(document.id, start, start + len(sentence)) for start in range(0, len(document.text), len(sentence) + 2)
    ]
    mention = Mention(Span(document.id, 0, 1), document.text[0], 0, "name", type_)
    entities = tuple(
        Entity(f"e{place}{name}", name, type_, (name,), ((mention,),), (name,)) for place, name in enumerate(names)
    )
    statements = tuple(
        Statement(
            f"s{place:02}{names[0]}",
            entities[place % 2].id,
            relation,
            entities[1 - place % 2].id,
            False,
            "asserted",
            None,
            None,
            None,
            (Claim(mention, relation, mention, Evidence(span, names[0], names[1], 0.5)),),
        )
        for place, span in enumerate(spans)
    )
    return Graph((document,), entities, statements)


def position(page: Page, key: int) -> tuple[float, float]:
    """Return where a node stands on the screen."""
    script = """(key) => {
      const { x, y } = kg.canvas.network.canvasToDOM(kg.canvas.network.getPosition(key));
      const { left, top } = document.getElementById("graph").getBoundingClientRect();
      return [x + left, y + top];
    }"""
    x, y = page.evaluate(script, key)
    return x, y


def large_graph(count: int) -> Graph:
    """Return a graph whose `count` statements each join a hub or a neighbour to a thing of its own."""
    claims = STATEMENTS[0].claims
    entities = tuple(Entity(f"e{n:05}", f"Thing {n}", "Thing", (), ()) for n in range(count + 1))
    statements = tuple(
        replace(STATEMENTS[0], id=f"s{n:05}", subject=entities[n // 20].id, object=entities[n + 1].id, claims=claims)
        for n in range(count)
    )
    return Graph(GRAPH.documents, entities, statements)
