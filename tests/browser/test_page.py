"""What a reader does with the page, in a real browser."""

from urllib.parse import quote

import pytest

from kg.model import Entity, Graph
from tests.browser.conftest import Open
from tests.browser.graphs import position, small_graph
from tests.browser.tasks import MARK_IS_VISIBLE
from tests.export.examples import GRAPH, STATEMENTS, STRUCTURED

HEADLINE = "Lund Bakery was founded by Marta Lund."
"""What a document without a title is called: its first line."""


def test_click_on_a_node_opens_it(open_page: Open) -> None:
    page = open_page(GRAPH).page
    page.mouse.click(*position(page, 1))
    page.locator("#panel h2", has_text="Marta Lund").wait_for()
    assert page.evaluate("location.hash") == "#n=Marta_Lund"
    assert "NAMED IN" in page.locator("#panel").inner_text()


def test_click_on_an_edge_opens_its_statement(open_page: Open) -> None:
    page = open_page(small_graph()).page
    (x1, y1), (x2, y2) = position(page, 0), position(page, 1)
    page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2)
    page.locator("#panel mark").wait_for()


def test_tap_on_a_node_opens_it(open_page: Open) -> None:
    page = open_page(GRAPH, has_touch=True, viewport={"width": 390, "height": 844}).page
    page.evaluate("document.getElementById('graph').scrollIntoView({ block: 'center' })")
    page.touchscreen.tap(*position(page, 1))
    page.locator("#panel h2", has_text="Marta Lund").wait_for()


def test_panel_of_a_thing_tells_all_that_is_known_of_it(open_page: Open) -> None:
    page = open_page(GRAPH, "#n=Lund_Bakery").page
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Lund Bakery"
    assert panel.locator(".facts").first.inner_text().split("\n")[:2] == ["Organization", "5 statements"]
    assert panel.locator(".names").inner_text() == "Also: the bakery"
    places = [
        place for place, said in enumerate(STATEMENTS) if "Lund_Bakery" in {said.subject, said.object, said.speaker}
    ]
    listed = panel.locator("[data-statement]")
    assert sorted(int(item.get_attribute("data-statement") or -1) for item in listed.all()) == places
    named = panel.locator("ul.statements").last
    assert named.inner_text().split("\n") == ["The bakery | its `town` 5 times", f"{HEADLINE} once"]
    named.get_by_role("button").last.click()
    assert page.evaluate("location.hash").startswith("#d=weather")
    page = open_page(GRAPH, "#n=Oslo").page
    assert page.locator("#panel .links a").all_text_contents() == ["http://www.wikidata.org/entity/Q585"]


@pytest.mark.parametrize("place", range(len(STATEMENTS)))
def test_statement_shows_its_sentence_marked_in_its_article(open_page: Open, place: int) -> None:
    page = open_page(GRAPH).page
    page.locator(f'[data-statement="{place}"]').click()
    texts = {document.id: document.text for document in GRAPH.documents}
    spans = [claim.evidence.span for claim in STATEMENTS[place].claims]
    assert page.locator("#panel mark").all_text_contents() == [texts[s.document][s.start : s.end] for s in spans]
    assert page.evaluate(MARK_IS_VISIBLE)


def test_evidence_deep_in_a_long_article_is_scrolled_to(open_page: Open) -> None:
    page = open_page(small_graph(40)).page
    page.locator('[data-statement="39"]').click()
    assert page.evaluate(MARK_IS_VISIBLE)
    assert page.evaluate("document.querySelector('#panel .article').scrollTop") > 100


def test_document_leads_from_sentence_to_statement(open_page: Open) -> None:
    page = open_page(GRAPH, "#d=bakery").page
    page.locator("#panel mark", has_text="hire Tom Reyes").press("Enter")
    assert page.evaluate("location.hash") == "#s=eeee"


def test_what_is_named_inside_is_listed_apart_from_statements(open_page: Open) -> None:
    page = open_page(STRUCTURED, "#n=Oslo").page
    listed = page.locator("#panel ul.structure li")
    assert [text.strip() for text in listed.all_inner_texts()] == [
        "Old Mill government of this",
        "Visitors nationality this",
        "the mill part of this",
        "the shop in this",
    ]
    assert "2 statements" in page.locator("#panel .facts").first.inner_text()
    listed.first.get_by_role("button").click()
    assert page.evaluate("location.hash") == "#n=Old_Mill"
    assert page.locator("#structural-line").inner_text().split("\n") == [
        "named inside (not a statement)",
        str(len(STRUCTURED.structural_edges)),
    ]


def test_search_by_keyboard(open_page: Open) -> None:
    page = open_page(GRAPH).page
    page.keyboard.press("/")
    page.keyboard.type("lund bak")
    page.locator("#hits li").first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#n=Lund_Bakery"


@pytest.mark.parametrize(
    ("query", "hit"), [("rents fall", "would buy"), ("alleg", "allegedly burned down"), ("zzz", "Nothing")]
)
def test_search_finds_sentences_and_relations(open_page: Open, query: str, hit: str) -> None:
    page = open_page(GRAPH).page
    page.locator("#search").fill(query)
    assert hit in page.locator("#hits li").first.inner_text()


def test_a_statement_without_an_object_is_read_chosen_and_searched(open_page: Open) -> None:
    page = open_page(GRAPH).page
    page.mouse.click(*position(page, len(GRAPH.entities) + 2))  # where its edge ends, behind two values
    assert page.locator("#panel h2").inner_text() == "Tom Reyes resigned"
    assert page.evaluate("location.hash") == "#s=mmmm"
    assert page.locator("#panel .badge").count() == 0
    page.locator("#search").fill("Tom resigned")
    assert page.locator("#hits li").all_inner_texts() == ["Tom Reyes resigned statement"]


def test_only_who_denies_is_said_to_deny(open_page: Open) -> None:
    page = open_page(GRAPH, "#s=cccc").page
    assert page.locator("#panel .badge").inner_text() == "Negative"
    assert "Denied" not in page.locator("#panel").inner_text()
    page = open_page(GRAPH, "#s=hhhh").page
    assert page.locator("#panel .badge").inner_text() == "Denied"
    assert page.locator("#panel .details").inner_text().split("\n") == ["Denied by", "Old Mill"]


def test_type_filter_hides_nodes_with_their_edges(open_page: Open) -> None:
    page = open_page(GRAPH).page
    page.get_by_role("checkbox", name="Person").uncheck()
    assert page.evaluate("kg.canvas.nodes.get(1)?.hidden ?? true")
    left = [s for s in STATEMENTS if {s.subject, s.object}.isdisjoint({"Marta_Lund", "Tom_Reyes", "O'Hara"})]
    assert page.evaluate("kg.canvas.network.body.edgeIndices.length") == len(left)
    assert page.locator("#panel [data-statement]").count() == len(left)
    page.get_by_role("checkbox", name="Person").check()
    assert page.evaluate("kg.canvas.network.body.edgeIndices.length") == len(STATEMENTS)


def test_filters_by_standing_and_document(open_page: Open) -> None:
    page = open_page(GRAPH).page
    page.locator('[data-standing="denied"]').uncheck()
    assert page.locator("#panel [data-statement]").count() == len(STATEMENTS) - 1
    page.locator('[data-standing="negated"]').uncheck()
    assert page.locator("#panel [data-statement]").count() == len(STATEMENTS) - 2
    page.locator(".filter-form summary").click()
    page.locator("#document").select_option(HEADLINE)
    assert page.locator("#panel [data-statement]").count() == 3


@pytest.mark.parametrize(
    ("address", "heading"),
    [
        ("#n=Oslo", "Oslo"),
        ("#n=O'Hara", "O'Hara"),
        ("#s=cccc", "Marta Lund did not close the shop"),
        ("#d=" + quote('weather/a b%20"c"#d', safe=""), HEADLINE),
        ("#n=nobody", "Statements"),
        ("#n=%E0%A4%A", "Statements"),
        ("#x=<img>", "Statements"),
    ],
)
def test_address_is_restored(open_page: Open, address: str, heading: str) -> None:
    opened = open_page(GRAPH, address)
    assert opened.page.locator("h2:visible").first.inner_text().replace("\n", " ").startswith(heading)
    assert opened.messages == []


def test_escape_clears_and_back_restores(open_page: Open) -> None:
    page = open_page(GRAPH, "#n=Oslo").page
    page.keyboard.press("Escape")
    assert page.locator("h2:visible").first.inner_text() == "Statements"
    assert page.evaluate("location.hash") == ""
    page.go_back()
    page.locator("#panel h2", has_text="Oslo").wait_for()


def test_thing_without_a_statement_is_found_but_not_drawn(open_page: Open) -> None:
    alone = Entity("Alone", "Alone in the dark", "Thing", (), ())
    opened = open_page(Graph(GRAPH.documents, (*GRAPH.entities, alone), STATEMENTS))
    page = opened.page
    assert "15 entities" in page.locator(".counts").inner_text()
    drawn = page.evaluate("kg.canvas.nodes.getIds()")
    assert len(GRAPH.entities) not in drawn
    page.locator("#search").fill("in the dark")
    page.keyboard.press("Enter")
    page.locator("#panel h2", has_text="Alone in the dark").wait_for()
    assert "Other" in page.locator("#panel .facts").inner_text()
    assert page.evaluate("kg.canvas.nodes.getIds()") == drawn
    assert page.evaluate("kg.canvas.light") is None
    assert opened.messages == []
