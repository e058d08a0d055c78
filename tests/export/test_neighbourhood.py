"""The part of a graph around an entity."""

import pytest

from kg.errors import UsageError
from kg.export.neighbourhood import around, named
from kg.graph import KnowledgeGraph
from tests.export.examples import GRAPH, STRUCTURED


@pytest.mark.parametrize(
    ("name", "depth", "statements"),
    [
        ("Tom Reyes", 1, ["bbbb", "eeee", "mmmm"]),
        ("tom_reyes", 2, ["aaaa", "bbbb", "eeee", "ffff", "mmmm"]),
        ("Rivals", 1, ["gggg"]),
        ("Rivals", 9, ["gggg", "hhhh"]),
        ("Visitors", 1, ["iiii"]),
    ],
)
def test_statements_within_some_steps(name: str, depth: int, statements: list[str]) -> None:
    assert [said.id for said in around(GRAPH, name, depth=depth).statements] == statements


def test_part_is_a_graph_of_its_own() -> None:
    part = KnowledgeGraph.of(GRAPH).around("Rivals")
    assert [document.id for document in part.documents] == ["bakery"]
    # the speaker is kept, although no step leads there
    assert [entity.id for entity in part.entities] == ["Lund_Bakery", "Rivals", "the_bread"]
    assert {mention.span.document for entity in part.entities for mention in entity.mentions} == {"bakery"}
    assert part.to_html()
    assert part.to_turtle()


def test_part_keeps_what_is_read_from_the_words_for_its_things() -> None:
    found = around(STRUCTURED, "Tom Reyes").structural_edges
    assert [(edge.source, edge.kind, edge.target) for edge in found] == [("Tom_Reyes", "member of", "Lund_Bakery")]


def test_labels_come_before_aliases_and_errors_help() -> None:
    assert named(GRAPH.entities, "THE BAKERY") == {"Lund_Bakery"}
    with pytest.raises(UsageError, match="did you mean: Lund Bakery"):
        around(GRAPH, "Lund Bakary")
    with pytest.raises(UsageError, match="give 1 or more"):
        around(GRAPH, "Oslo", depth=0)
