"""Story, timeline, voices and documents: tasks by their clicks, every sentence once, and every statement reached."""

import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from kg import build
from kg.graph import KnowledgeGraph
from kg.model import Graph
from tests.browser.conftest import Open, gold_graph
from tests.browser.test_barriers import AXE, CONTRADICTED
from tests.export.examples import GRAPH, STATEMENTS

DATA = Path(__file__).parents[2] / "data"
VIEWS = ("story", "timeline", "voices", "documents")
PHONE = {"width": 320, "height": 700}


class Reader:
    """Somebody who reads a page and counts their clicks; typing is none."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.panel = page.locator("#panel")
        self.clicks = 0

    def click(self, what: Locator) -> None:
        self.clicks += 1
        what.click()

    def search(self, words: str) -> None:
        """Choose the first hit of a search."""
        self.page.locator("#search").fill(words)
        self.click(self.page.locator("#hits li").first)

    def tab(self, name: str) -> None:
        self.click(self.page.get_by_role("tab", name=name))


@pytest.fixture(scope="session")
def articles() -> KnowledgeGraph:
    return build(sorted(DATA.glob("*.txt")))


@pytest.fixture(params=["gold", "data"])
def reader(request: pytest.FixtureRequest, open_page: Open) -> Reader:
    """Return a reader of the page of one article outside the repository, and of that of the sample articles."""
    return Reader(open_page(gold_graph() if request.param == "gold" else request.getfixturevalue("articles")).page)


def places(within: Locator) -> list[int]:
    """Return the statements that are listed."""
    listed: list[int] = within.locator("[data-statement]").evaluate_all(
        "(items) => items.map((item) => Number(item.dataset.statement))"
    )
    return listed


def test_who_denies_what(reader: Reader) -> None:
    reader.tab("Voices")
    reader.click(reader.panel.locator("#act-denies"))
    denials = reader.page.evaluate("kg.data.order.filter((place) => kg.data.statement(place).denier !== null)")
    assert denials
    assert set(denials) <= set(places(reader.panel))
    assert reader.panel.locator("h4").all_inner_texts() == ["DENIES"] * reader.panel.locator("h3").count()
    assert reader.panel.locator("h3", has_text="Kaspersky").count() > 0
    assert reader.clicks <= 2


def test_what_a_country_did_to_a_company_when_and_who_says_so(reader: Reader) -> None:
    reader.search("United States")
    reader.click(reader.panel.locator("[data-statement]", has_text="Kaspersky Lab").first)
    assert "sanction" in reader.panel.locator("h2").inner_text()
    assert "2024-06" in reader.panel.locator(".details").inner_text()
    assert reader.panel.locator(".source-line").inner_text() != ""
    assert reader.clicks <= 4


def test_all_about_a_person(reader: Reader) -> None:
    reader.search("Eugene Kaspersky")
    person = reader.page.evaluate("kg.selection.place")
    said = reader.page.evaluate(
        """(person) => kg.data.order.filter((place) => { const { from, to, speaker, denier } = kg.data.statement(place);
          return [from, to, speaker, denier].includes(person); })""",
        person,
    )
    named = reader.page.evaluate("(person) => kg.data.mentioning.get(person) ?? []", person)
    assert sorted(places(reader.panel)) == sorted({*said, *named})
    assert reader.clicks == 1


def test_an_article_in_full_with_all_its_statements(reader: Reader) -> None:
    reader.tab("Documents")
    reader.click(reader.panel.get_by_role("heading", level=3).get_by_role("button").last)
    assert reader.clicks <= 2
    document = reader.page.evaluate("kg.selection.place")
    address = reader.page.evaluate("location.hash")
    text = reader.page.evaluate("(document) => kg.data.documents[document].text", document)
    reached: set[int] = set()
    for at in range(reader.panel.locator("mark").count()):
        mark = reader.panel.locator("mark").nth(at)
        mark.click()
        chooser = reader.panel.locator(".chooser")
        if chooser.count():
            assert mark.get_attribute("data-count") == str(len(places(chooser)))
            reached.update(places(chooser))
        else:
            reached.add(reader.page.evaluate("kg.selection.place"))
            reader.page.go_back()
            reader.page.wait_for_function("(address) => location.hash === address", arg=address)
    of_it = "(document) => kg.data.order.filter((place) => kg.data.rows[place][13].some(([d]) => d === document))"
    assert reached == set(reader.page.evaluate(of_it, document))
    shown = reader.panel.locator(".article").evaluate(
        "(box) => { box.querySelector('.chooser')?.remove(); return box.textContent; }"
    )
    assert "".join(shown.split()) == "".join(text.split())


def test_what_happened_in_one_month(reader: Reader) -> None:
    reader.tab("Timeline")
    reader.clicks += 2  # to open a list of choices and to take one
    reader.panel.locator("#month").select_option(value="2024-06")
    assert reader.panel.locator("h3").all_inner_texts() == ["June 2024"]
    dated = """kg.data.order.filter((place) => { const { time } = kg.data.statement(place);
      return time?.lexical?.startsWith("2024-06"); })"""
    assert set(places(reader.panel)) == set(reader.page.evaluate(dated)) != set()
    for undated in reader.panel.locator("details summary").all():
        assert undated.inner_text().endswith("2024, undated")
    assert reader.clicks <= 3


def test_each_sentence_stands_once_on_the_screen_and_on_paper(open_page: Open, articles: KnowledgeGraph) -> None:
    page = open_page(articles).page
    page.get_by_role("button", name="Show 76 more").or_(page.locator(".story + .more")).first.click()
    sentences = {claim.evidence.span for said in articles.statements for claim in said.claims}
    assert page.locator("#panel blockquote").count() == len(sentences)
    assert sorted(places(page.locator("#panel"))) == list(range(len(articles.statements)))
    titles = page.locator("#panel h3").all_inner_texts()
    assert len(titles) == len(set(titles)) == len(articles.documents)
    page.emulate_media(media="print")
    page.locator(".printed li").first.wait_for()
    assert page.locator(".printed blockquote").count() == len(sentences)
    assert page.locator(".print h3").count() == len(articles.documents)


def test_fourteen_articles_fit_on_eight_sheets(open_page: Open, articles: KnowledgeGraph) -> None:
    sheets = open_page(articles).page.pdf(format="A4")
    assert sheets.replace(b"/Type /Pages", b"").count(b"/Type /Page") <= 8


def test_story_in_order_of_time(open_page: Open, articles: KnowledgeGraph) -> None:
    page = open_page(articles).page
    page.get_by_role("radio", name="Time").check()
    assert page.evaluate("document.activeElement.value") == "time"
    dates = page.locator("#panel time").all_inner_texts()
    assert len(dates) > 2
    assert dates == sorted(dates)
    assert page.evaluate("location.hash") == "#order=time"
    page.reload()
    assert page.get_by_role("radio", name="Time").is_checked()


def test_what_is_disputed_stands_side_by_side(open_page: Open) -> None:
    page = open_page(CONTRADICTED, "#view=voices").page
    sides = page.locator("#panel .contradiction .side")
    assert [side.locator("h4").inner_text() for side in sides.all()] == ["AFFIRMED", "NEGATIVE"]
    assert all(side.locator("blockquote").count() for side in sides.all())


def test_a_speaker_lists_what_it_says_apart(open_page: Open) -> None:
    page = open_page(GRAPH, "#n=Old_Mill").page
    assert page.locator("#panel h3").first.inner_text() == "WHAT IT SAYS"
    denied = [place for place, said in enumerate(STATEMENTS) if said.denied_by == "Old_Mill"]
    assert places(page.locator("#panel h4:text-is('Denies') + div")) == denied


def test_tabs_by_keyboard(open_page: Open) -> None:
    page = open_page(GRAPH).page
    page.get_by_role("tab", name="Story").focus()
    for view in (*VIEWS[1:], VIEWS[0]):
        page.keyboard.press("ArrowRight")
        assert page.evaluate("document.activeElement.dataset.view") == view
        assert page.evaluate("document.activeElement.ariaSelected") == "true"
    page.keyboard.press("ArrowLeft")
    assert page.evaluate("location.hash") == "#view=documents"
    page.go_back()
    page.wait_for_function("location.hash === ''")
    assert page.get_by_role("tab", name="Story").get_attribute("aria-selected") == "true"


def test_choice_of_a_sentence_by_keyboard(open_page: Open) -> None:
    said = replace(STATEMENTS[0], id="again", relation="lead")
    page = open_page(Graph(GRAPH.documents, GRAPH.entities, (*STATEMENTS, said)), "#d=bakery").page
    mark = page.locator("#panel mark[data-count='2']").first
    mark.press("Enter")
    assert mark.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    assert page.locator(".chooser").count() == 0
    assert page.evaluate("document.activeElement.dataset.count") == "2"
    assert page.evaluate("location.hash") == "#d=bakery"
    mark.press(" ")
    page.locator(".chooser [data-statement]").last.press("Enter")
    assert page.evaluate("location.hash").startswith("#s=")
    page.locator("#panel .back").first.click()
    assert page.evaluate("location.hash") == ""


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_view_has_a_barrier(open_page: Open, view: str, scheme: str) -> None:
    opened = open_page(CONTRADICTED, f"#view={view}&order=time&act=denies", color_scheme=scheme)
    opened.page.evaluate("Promise.all(document.getAnimations().map((fading) => fading.finished))")
    opened.page.evaluate(AXE)
    found = opened.page.evaluate("async () => (await axe.run()).violations")
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in found] == []
    assert opened.messages == []
    assert len(opened.requests) == 1


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_fits_a_narrow_screen(open_page: Open, articles: KnowledgeGraph, view: str) -> None:
    page = open_page(articles, f"#view={view}", viewport=PHONE).page
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.get_by_role("tab", name=view.capitalize()).is_visible()


def test_every_view_of_fifty_thousand_statements_opens(open_page: Open) -> None:
    page = open_page("50k", own=True).page
    page.set_default_timeout(60_000)  # a loop that grows faster than its list takes minutes
    for view in (*VIEWS[1:], VIEWS[0]):
        tab = page.get_by_role("tab", name=view.capitalize())
        tab.click()
        expect(tab).to_have_attribute("aria-selected", "true")
        assert page.locator("#panel h3, #panel [data-statement], #panel .empty").count() > 0


def test_ways_of_speaking_stand_apart_on_every_row(open_page: Open) -> None:
    page = open_page("varied", "#view=voices", viewport={"width": 240, "height": 800}).page
    boxes = [box for button in page.locator(".acts button").all() if (box := button.bounding_box())]
    assert len({box["y"] for box in boxes}) > 1
    for one, other in itertools.combinations(boxes, 2):
        beside = one["x"] + one["width"] + 2 <= other["x"] or other["x"] + other["width"] + 2 <= one["x"]
        below = one["y"] + one["height"] + 2 <= other["y"] or other["y"] + other["height"] + 2 <= one["y"]
        assert beside or below
