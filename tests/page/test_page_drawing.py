"""The content of the page: the words of statements, colours, and the positions of nodes and edges."""

import math
from dataclasses import replace
from datetime import date
from unittest.mock import Mock

import numpy as np
import pytest

from benchmarks.contrast import contrast
from kg.model import Entity, Graph, Literal, Statement, Time
from kg.page import placement, to_html, to_pyvis
from kg.page.appearance import BACKGROUND_DARK, BACKGROUND_LIGHT, FAMILIES, LINES, LOOKS, SPARE_LOOKS, type_looks
from kg.page.drawing import DRAWN_AT_ONCE, Drawing, Node, Point, box, draw, wrapped
from kg.page.picture import PictureNode, picture
from kg.page.placement import SHORTEST_EDGE, Box, control_point, place
from kg.page.wording import (
    STANDINGS,
    literal_words,
    standing,
    statement_words,
    time_words,
    type_words,
)
from tests.export.examples import GRAPH, LAST_WEEK, MONDAY, SALE_DAY, SIX_YEARS, STATEMENTS

ENTITIES = {entity.id: entity for entity in GRAPH.entities}


def statement(key: str) -> Statement:
    return next(statement for statement in STATEMENTS if statement.id == key)


@pytest.mark.parametrize(
    ("key", "words", "said"),
    [
        ("aaaa", "Marta Lund founded Lund Bakery (1997)", "stated"),
        ("cccc", "Marta Lund did not close the shop", "negated"),
        ("dddd", "the shop may open a branch", "possible"),
        ("eeee", "Lund Bakery will hire Tom Reyes", "planned"),
        ("ffff", "Lund Bakery would buy the mill", "conditional"),
        ("gggg", "Rivals copied Lund Bakery’s bread, according to Lund Bakery", "reported"),
        ("hhhh", "Old Mill copied Lund Bakery’s bread, denied by Old Mill", "denied"),
        ("bbbb", "Lund Bakery sold 40 loaves (20 July 2024)", "stated"),
        ("mmmm", "Tom Reyes resigned", "stated"),
        ("nnnn", "the oven allegedly burned down", "alleged"),
    ],
)
def test_statement_in_words(key: str, words: str, said: str) -> None:
    assert statement_words(statement(key), ENTITIES) == words
    assert standing(statement(key)) == said


def test_a_wording_around_the_object_is_told_around_it() -> None:
    plan = statement("eeee")
    wanted = replace(plan, claims=tuple(replace(claim, phrase="wants … to bake bread") for claim in plan.claims))
    assert statement_words(wanted, ENTITIES) == "Lund Bakery wants Tom Reyes to bake bread"


def test_edges_are_worded_as_the_text_has_it() -> None:
    labels = {STATEMENTS[edge.key].id: edge.label for edge in draw(GRAPH).edges}
    assert (labels["cccc"], labels["dddd"], labels["llll"]) == ("did not close", "may open", "leave")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("GovernmentOrganization", "Government body"),
        ("NewsMediaOrganization", "News media"),
        ("Thing", "Other"),
        ("Company", "Company"),
        ("AdministrativeArea", "Administrative area"),
        ("<b>NATO", "<b>NATO"),
    ],
)
def test_type_in_words(name: str, words: str) -> None:
    assert type_words(name) == words


@pytest.mark.parametrize(
    ("literal", "words"),
    [
        (Literal("12000000", "kg:money", "USD"), "12,000,000 USD"),
        (Literal("1997", "xsd:gYear"), "1997"),
        (Literal("40", "xsd:integer", "loaves"), "40 loaves"),
        (Literal("40", "xsd:integer", "{loaves}"), "40 loaves"),
        (Literal("²", "xsd:integer"), "²"),
        (Literal("free"), "free"),
        (Literal("P20Y", "xsd:duration"), "20 years"),
        (Literal("P1Y2MT1H5M", "xsd:duration"), "1 year 2 months 1 hour 5 minutes"),
        (Literal("soon", "xsd:duration"), "soon"),
    ],
)
def test_literal_in_words(literal: Literal, words: str) -> None:
    assert literal_words(literal) == words


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (MONDAY, "Monday"),
        (SALE_DAY, "20 July 2024"),
        (Time("2024-W29", None, None, "week", "last week"), "last week"),
        (LAST_WEEK, "last week (2024-07-15 – 2024-07-21)"),
        (Time("2024-05", date(2024, 5, 1), date(2024, 5, 31), "month", "May"), "May (2024-05)"),
        (Time("199", date(1990, 1, 1), date(1999, 12, 31), "decade", "the 1990s"), "the 1990s"),
        (Time("2024-06-20T09", date(2024, 6, 20), date(2024, 6, 20), "hour", "at nine"), "at nine (2024-06-20)"),
        (Time("PRESENT_REF", None, None, "reference", "now"), "now"),
        (SIX_YEARS, "six years"),
    ],
)
def test_time_in_words(time: Time, words: str) -> None:
    assert time_words(time) == words


@pytest.mark.parametrize("look", [*LOOKS.values(), *SPARE_LOOKS, *LINES.values()])
def test_colours_stand_out_from_both_backgrounds(look: tuple[object, str, str]) -> None:
    _, light, dark = look
    assert contrast(light, BACKGROUND_LIGHT) >= 3
    assert contrast(light, "#ffffff") >= 3
    assert contrast(dark, BACKGROUND_DARK) >= 3


def test_each_way_of_saying_has_a_line_of_its_own() -> None:
    assert set(LINES) == set(STANDINGS)
    assert len({line.dashes for line in LINES.values()}) == len(LINES)
    # as fact, as possible, as false
    assert [len(set(colours)) for colours in list(zip(*LINES.values(), strict=True))[1:]] == [3, 3]


def test_types_have_the_colours_of_five_families_and_unknown_types_get_a_look() -> None:
    assert {look[1:] for look in [*LOOKS.values(), *SPARE_LOOKS]} == set(FAMILIES.values())
    assert len(FAMILIES) == 5
    looks = type_looks(["Ship", "Person", "Ship", "Law"])
    assert list(looks) == ["Ship", "Law", "Person"]
    assert looks["Ship"] == SPARE_LOOKS[0]


@pytest.mark.parametrize(
    ("label", "lines"),
    [
        ("Oslo", "Oslo"),
        ("the ministry of the northern harbour", "the ministry of the\nnorthern harbour"),
        ("", "?"),
        ("\u202e", "\ufffd"),
    ],
)
def test_labels_are_wrapped(label: str, lines: str) -> None:
    assert wrapped(label) == lines


def test_long_labels_are_shortened() -> None:
    lines = wrapped("word " * 100).split("\n")
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert max(map(len, wrapped("x" * 500).split("\n"))) <= 22


def frames(graph: Graph) -> list[tuple[float, float, float, float]]:
    drawing = draw(graph)
    rooms = [(drawing.wide[node.key], box(node), node.size) for node in drawing.nodes if node.key in drawing.wide]
    return [(x - room.width / 2, y - size, x + room.width / 2, y - size + room.height) for (x, y), room, size in rooms]


def test_no_node_or_label_lies_on_another() -> None:
    placed = frames(GRAPH)
    overlaps = [
        (one, other)
        for index, one in enumerate(placed)
        for other in placed[:index]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert overlaps == []


def test_frame_is_wide_or_tall_as_asked() -> None:
    keys = range(30)
    boxes = {key: Box(80.0, 40.0, 10.0) for key in keys}
    links = [(key, (key * 7 + 1) % 30, 60.0) for key in keys]
    start = {key: (float(key % 6), float(key // 6)) for key in keys}
    for aspect, low, high in ((1.5, 1.1, 2.6), (0.6, 0.3, 0.95)):
        placed = place(boxes, links, start, aspect=aspect)
        xs, ys = zip(*placed.values(), strict=True)
        assert low < (max(xs) - min(xs)) / (max(ys) - min(ys)) < high


def scattered(seed: int) -> tuple[placement.Vectors, placement.Vectors, placement.Indices]:
    """Return the centres of boxes, half their sizes, and the ends of lines between them."""
    random = np.random.default_rng(seed)
    centres = random.uniform(-400.0, 400.0, (2, 60))
    half = random.uniform(5.0, 80.0, (2, 60))
    first = random.integers(0, 60, 80)
    return centres, half, np.array([first, (first + random.integers(1, 60, 80)) % 60])


@pytest.mark.parametrize("seed", range(10))
def test_what_is_near_pushes_as_everything_would(seed: int) -> None:
    """As long as boxes move by less than half the slack, the neighbours suffice for pushing them apart."""
    centres, half, ends = scattered(seed)
    near = placement._near(centres, half, ends)
    moved = centres + np.random.default_rng(seed).uniform(-0.49, 0.49, centres.shape) * placement.SLACK
    foreign = np.ones((60, 80), dtype=bool)
    foreign[ends, np.arange(80)] = False
    pairs, beside = np.nonzero(~np.eye(60, dtype=bool)), np.nonzero(foreign)
    everything = placement._Near.of(centres, half, ends, (pairs[0], pairs[1]), (beside[0], beside[1]))
    by_boxes = placement._push_apart(moved, near, 1.7)
    by_lines = placement._push_off_edges(moved, near, (60, 80))
    assert by_boxes.any()
    assert by_lines.any()
    assert np.array_equal(by_boxes, placement._push_apart(moved, everything, 1.7))
    assert np.array_equal(by_lines, placement._push_off_edges(moved, everything, (60, 80)))


def test_what_is_near_is_looked_for_rarely(monkeypatch: pytest.MonkeyPatch) -> None:
    looked = Mock(side_effect=placement._near)
    monkeypatch.setattr(placement, "_near", looked)
    keys = range(60)
    links = [(key, key + 1, 60.0) for key in range(59)]
    start = {key: (float(key % 10), float(key // 10)) for key in keys}
    place({key: Box(80.0, 40.0, 10.0) for key in keys}, links, start, aspect=1.7)
    assert 1 <= looked.call_count < placement.STEPS / 4


def test_lanes_fan_out_on_the_same_side_from_either_end() -> None:
    first, second = (0.0, 0.0), (100.0, 0.0)
    assert control_point(first, second, 1.0) == control_point(second, first, -1.0)
    assert control_point(first, second, 0.0) == (50.0, 0.0)


def test_parallel_edges_have_lanes_of_their_own() -> None:
    said = statement("aaaa")
    back = replace(said, id="zz", subject="Lund_Bakery", object="Marta_Lund")
    many = Graph(GRAPH.documents, GRAPH.entities, (*(replace(said, id=f"{n:02}") for n in range(29)), back))
    edges = draw(many).edges
    assert len({edge.lane for edge in edges}) == 30


def test_values_are_nodes_of_their_own_statement() -> None:
    drawing = draw(GRAPH)
    values = [node for node in drawing.nodes if node.type is None and not node.is_end]
    assert [node.label for node in values] == ["40 loaves", "$12 million"]
    assert drawing.complete


def test_a_statement_without_an_object_is_a_short_edge_to_an_end_without_a_label() -> None:
    drawing = draw(GRAPH)
    ends = {node.key: node for node in drawing.nodes if node.is_end}
    assert [(node.name, node.type) for node in ends.values()] == [("none:mmmm", None), ("none:nnnn", None)]
    assert {edge.target for edge in drawing.edges if STATEMENTS[edge.key].object is None} == set(ends)
    for edge in drawing.edges:
        if edge.target in ends:
            reach = math.dist(drawing.wide[edge.source], drawing.wide[edge.target])
            assert reach < SHORTEST_EDGE + 2 * box(drawing.nodes[edge.source]).height + len(edge.label) * 8


def test_things_without_a_statement_are_not_drawn() -> None:
    lonely = replace(GRAPH, entities=(Entity("Alone", "Alone", "Thing", (), ()), *GRAPH.entities))
    drawing = draw(lonely)
    assert drawing.nodes[0].name == "Alone"
    assert 0 not in drawing.wide
    assert len(drawing.wide) == len(drawing.nodes) - 1
    assert drawing.complete


def test_large_graph_shows_its_most_important_entities_first() -> None:
    said = statement("aaaa")
    entities = tuple(Entity(f"e{n:03}", f"Thing {n}", "Thing", (), ()) for n in range(400))
    statements = tuple(
        replace(said, id=f"s{n:03}", subject="e399", object=entities[n].id, claims=said.claims) for n in range(398)
    )
    drawing = draw(Graph(GRAPH.documents, entities, statements))
    assert len(drawing.wide) == DRAWN_AT_ONCE
    assert 399 in drawing.wide
    assert 398 not in drawing.wide
    assert not drawing.complete


@pytest.mark.parametrize(
    ("others", "side"),
    [
        ([], (0, 1)),
        ([(0, 30)], (0, -1)),
        ([(0, 30), (0, -30)], (1, 0)),
        ([(0, 30), (0, -30), (60, 0)], (-1, 0)),
        ([(0, 30), (0, -30), (60, 0), (-60, 0)], (0, 1)),
    ],
)
def test_a_name_of_the_static_picture_is_where_no_node_is(others: list[Point], side: tuple[int, int]) -> None:
    nodes = tuple(
        Node(key, str(key), "Marta Lund" if key == 0 else "", "Person", 12.0) for key in range(len(others) + 1)
    )
    drawing = Drawing(nodes, (), dict(enumerate([(0.0, 0.0), *others])), complete=True)
    first: PictureNode = picture(drawing, type_looks(["Person"])).nodes[0]
    (y, _), middle = first.lines[0], first.letters * 0.25
    assert (np.sign(round(first.name_x)), np.sign(y - middle) if round(first.name_x) == 0 else 0) == side


def test_marks_that_reverse_text_are_visible() -> None:
    name = "Marta \u202edlroW\u2066 \u05e9\u05dc\u05d5\u05dd"
    marta, *others = GRAPH.entities
    graph = replace(GRAPH, entities=(replace(marta, label=name), *others))
    html = to_html(graph)
    assert name not in html
    assert not set("\u202e\u2066") & set(html)
    assert "Marta \\u202edlroW\\u2066" in html  # as stored
    assert "Marta \ufffddlroW\ufffd" in html
    network = to_pyvis(graph)
    assert not any(
        set("\u202e\u2066") & set(f"{each['label']}{each['title']}") for each in network.nodes + network.edges
    )
