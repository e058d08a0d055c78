"""The first view, its positions, and the card of each article."""

import pytest

from kg.export.importance import importance
from kg.model import Graph
from kg.page.arrangement import Line, arrange
from kg.page.articles import are_apart, cards
from kg.page.drawing import box, draw
from kg.page.overview import SIMPLE, TALL, WIDE, bundles, homes, in_rows, overview
from kg.page.placement import Box
from kg.page.wording import STANDINGS
from tests.browser.cases import varied_graph
from tests.browser.graphs import apart_graph, large_graph, small_graph
from tests.export.examples import GRAPH

FRAME = (850.0, 470.0)
BOX = Box(90.0, 50.0, 10.0)


def test_a_small_graph_is_drawn_whole() -> None:
    assert len(GRAPH.statements) <= SIMPLE
    first = overview(GRAPH, draw(GRAPH), importance(GRAPH))
    assert first.complete
    assert len(first.drawing.edges) == len(GRAPH.statements)


@pytest.mark.parametrize("graph", [varied_graph(), large_graph(200)])
def test_of_a_larger_one_no_more_than_has_room(graph: Graph) -> None:
    first = overview(graph, draw(graph), importance(graph))
    assert len(first.drawing.edges) <= WIDE.lines
    assert len(first.drawing.wide) <= WIDE.entities + 1
    assert len(first.tall_lines) <= TALL.lines
    assert len(first.tall) <= TALL.entities + 1
    ends = {end for edge in first.drawing.edges for end in (edge.source, edge.target)}
    assert ends == set(first.drawing.wide)


def test_each_statement_has_one_line_and_its_leader_says_the_same_kind() -> None:
    graph = varied_graph()
    drawing = draw(graph)
    weights = importance(graph)
    said = [weights.statements[each.id] for each in graph.statements]
    lines = bundles(drawing, homes(graph), said)
    assert sorted(key for line in lines for key in line.statements) == list(range(len(graph.statements)))
    first = overview(graph, drawing, weights)
    for key, leader in first.leaders.items():
        assert key != leader
        assert said[leader] >= said[key]


def test_a_subject_is_only_drawn_as_a_name_if_its_words_have_room_before_the_verb() -> None:
    graph = varied_graph()
    drawing, said = draw(graph), [1.0] * len(graph.statements)
    home = {key: key - 1 for key in range(1, len(graph.entities), 2)}
    edges = {edge.key: edge for edge in drawing.edges}
    moved = {
        width: [line for line in bundles(drawing, home, said, width=width) if line.source != edges[line.key].source]
        for width in (16, 24)
    }
    assert len(moved[24]) > len(moved[16])
    for line in [*moved[16], *moved[24]]:
        assert edges[line.key].label in line.label.replace("\n", " ")


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ("founded", "founded"),
        ("is cybersecurity company from the north", "is cybersecurity\ncompany from the north"),
        ("Kaspersky software would bar", "Kaspersky software\nwould bar"),
        ("the first Russian company that was put on a list", "the first Russian\ncompany that was put on…"),
        ("the first Russian company that was certainly listed", "the first Russian\ncompany that was…"),
        ("x" * 100, "x" * 24 + "\n" + "x" * 23 + "…"),
    ],
)
def test_words_of_a_line_have_at_most_two_rows(words: str, rows: str) -> None:
    assert in_rows(words) == rows


def test_things_of_an_arrangement_stand_in_the_frame_and_on_no_other() -> None:
    boxes = dict.fromkeys(range(9), BOX)
    lines = [Line(0, key, 80.0, 18.0, 0.0) for key in range(1, 9)]
    places = arrange(boxes, lines, dict.fromkeys(range(9), (0.0, 0.0)), frame=FRAME, groups=dict.fromkeys(range(9), 0))
    middles = {key: (x, y + BOX.drop) for key, (x, y) in places.items()}
    for key, (x, y) in middles.items():
        assert abs(x) <= (FRAME[0] - BOX.width) / 2 + 1
        assert abs(y) <= (FRAME[1] - BOX.height) / 2 + 1
        for other in range(key):
            far = abs(x - middles[other][0]) >= BOX.width or abs(y - middles[other][1]) >= BOX.height
            assert far, (key, other)
    # the words in the middle of each line have room between its ends
    assert all(max(abs(places[0][0] - x), abs(places[0][1] - y)) > 60 for key, (x, y) in places.items() if key)


def test_lines_of_a_square_that_start_crossed_are_uncrossed() -> None:
    boxes = dict.fromkeys(range(4), BOX)
    ring = [(0, 1), (1, 2), (2, 3), (0, 3)]
    start = {0: (0.0, 0.0), 1: (1.0, 1.0), 2: (1.0, 0.0), 3: (0.0, 1.0)}
    lines = [Line(*pair, 60.0, 18.0, 0.0) for pair in ring]
    places = arrange(boxes, lines, start, frame=FRAME, groups=dict.fromkeys(range(4), 0))

    def side(a: int, b: int, c: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = places[a], places[b], places[c]
        return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)

    for one, other in (((0, 1), (2, 3)), ((1, 2), (0, 3))):
        crossed = side(*one, other[0]) * side(*one, other[1]) < 0 and side(*other, one[0]) * side(*other, one[1]) < 0
        assert not crossed


def test_an_arrangement_is_the_same_each_time_and_may_be_empty() -> None:
    graph = varied_graph()
    one, other = (overview(graph, draw(graph), importance(graph)).drawing.wide for _ in range(2))
    assert one == other
    assert arrange({}, [], {}, frame=FRAME, groups={}) == {}
    assert arrange({3: BOX}, [], {3: (9.0, 9.0)}, frame=FRAME, groups={3: 0}).keys() == {3}


def test_articles_are_apart_where_few_are_about_the_same() -> None:
    graph = apart_graph(6)
    found = cards(graph, draw(graph), {}, importance(graph))
    assert len(found) == 6
    assert are_apart(graph, found)
    few = apart_graph(3)
    assert not are_apart(few, cards(few, draw(few), {}, importance(few)))
    varied = varied_graph()
    assert not are_apart(varied, cards(varied, draw(varied), {}, importance(varied)))
    assert not are_apart(small_graph(), ())


def test_a_card_has_lines_of_its_article_between_its_hub_and_different_things() -> None:
    graph = varied_graph()
    drawing = draw(graph)
    places = {document.id: place for place, document in enumerate(graph.documents)}
    for card in cards(graph, drawing, homes(graph), importance(graph)):
        others = [line.target if line.source == card.hub else line.source for line in card.lines]
        assert 1 <= len(set(others)) == len(others) <= 3
        for line in card.lines:
            assert card.hub in (line.source, line.target)
            for key in line.statements:
                claims = graph.statements[key].claims
                assert card.document in {places[claim.evidence.span.document] for claim in claims}
            assert line.standing in STANDINGS
            assert box(drawing.nodes[card.hub]).width > 0
