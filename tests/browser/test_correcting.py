"""Correcting in the page: pending at once, kept in the browser, and a file that `kg build --decisions` takes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kg import build
from kg.model import Decision, Graph
from kg.page import to_html
from kg.resolve import read_decisions
from tests.browser.conftest import Open, Opened, opened_in

ARTICLES = {
    "a.txt": "Acme bought Bolt Brothers in 2019. Acme sued Zip Media.\n\n"
    "It hired Jane Doe. 🌊 Jane Doe left Zip Media.",
    "b.txt": 'Acme sold Nut Works. Bolt Brothers sued Nut Works, "the Acme of the north".',
}
Written = Callable[[str], Graph]


def graph_of(folder: Path, decisions: Path | None = None) -> Graph:
    """Return the graph of the articles, with decisions in a file or none."""
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return build([folder / name for name in ARTICLES], decisions=decisions or ())


def entity_panel(page: Page, name: str) -> None:
    """Open the panel of a thing with the form that corrects it."""
    page.get_by_role("combobox", name="Search names").fill(name)
    page.keyboard.press("Enter")
    page.locator(".correct > summary").click()


def saved_decisions(page: Page, folder: Path, by: str = "") -> Path:
    page.locator("#corrections summary").click()
    page.locator("#decided-by").fill(by)
    with page.expect_download() as download:
        page.locator("#save-decisions").click()
    assert download.value.suggested_filename == "decisions.toml"
    path = folder / "decisions.toml"
    path.write_bytes(download.value.path().read_bytes())
    return path


def labels(graph: Graph) -> set[str]:
    return {entity.label for entity in graph.entities}


def place(graph: Graph, subject: str, relation: str) -> int:
    """Return the place of the statement with a subject of that label and a relation."""
    names = {entity.id: entity.label for entity in graph.entities}
    (found,) = [
        number
        for number, said in enumerate(graph.statements)
        if names[said.subject] == subject and said.relation == relation and "Zip" in str(said.object)
    ]
    return found


def test_every_correction_goes_from_the_page_into_the_next_graph(open_page: Open, tmp_path: Path) -> None:
    graph = graph_of(tmp_path)
    opened = open_page(graph)
    page = opened.page
    entity_panel(page, "Nut Works")
    page.locator("#same-target").fill("Zip Media")
    page.keyboard.press("Enter")
    entity_panel(page, "Jane Doe")
    page.locator("#new-name").fill('Jane "J." Doe')
    page.keyboard.press("Enter")
    entity_panel(page, "Bolt Brothers")
    page.locator("#new-type").fill("Product")
    page.locator("#new-type ~ button").click()
    wrong = place(graph, "Acme", "sue")
    page.evaluate("(place) => kg.select('s', place)", wrong)
    page.locator("#mark-wrong").click()
    expect(page.locator("#corrections-count")).to_have_text("4")
    path = saved_decisions(page, tmp_path, "Jane Doe")
    decided = graph_of(tmp_path, path)
    assert {decision.kind for decision in decided.decisions} == {"same", "rename", "retype", "wrong"}
    assert {decision.by for decision in decided.decisions} == {"Jane Doe"}
    assert {'Jane "J." Doe'} <= labels(decided)
    assert len(labels(decided) & {"Nut Works", "Zip Media"}) == 1
    assert {entity.type for entity in decided.entities if entity.label == "Bolt Brothers"} == {"Product"}
    assert "sue" not in {said.relation for said in decided.statements if said.subject == "Acme"}
    assert "hire" in {said.relation for said in decided.statements}
    assert opened.messages == []


def test_a_split_parts_what_coreference_joined(open_page: Open, tmp_path: Path) -> None:
    graph = graph_of(tmp_path)
    page = open_page(graph).page
    entity_panel(page, "Acme")
    page.locator(".correct details summary").click()
    start = ARTICLES["a.txt"].index("It hired")
    page.locator(f".places input[value='a#char={start},{start + 2}']").check()
    page.get_by_role("button", name="Split off the selected").click()
    page.locator(".correct > summary").click()
    page.locator(".correct details summary").click()
    expect(page.locator(".places .pending")).to_have_text("Split off, pending")
    decided = graph_of(tmp_path, saved_decisions(page, tmp_path))
    (hire,) = [said for said in decided.statements if said.relation == "hire"]
    assert hire.subject != "Acme"
    assert hire.subject in {entity.id for entity in decided.entities if [m.text for m in entity.mentions] == ["It"]}
    assert decided.decisions[0].things == (hire.subject,)


def test_what_is_pending_is_shown_at_once_and_can_be_undone(open_page: Open, tmp_path: Path) -> None:
    graph = graph_of(tmp_path)
    page = open_page(graph).page
    statements = len(graph.statements)
    entity_panel(page, "Zip Media")
    page.locator("#new-name").fill("Zap Media")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_have_text("Zap Media")
    page.evaluate("(place) => kg.select('s', place)", place(graph, "Acme", "sue"))
    expect(page.locator("#panel h2")).to_contain_text("Zap Media")
    page.locator("#mark-wrong").click()
    expect(page.locator(".marked")).to_contain_text("Marked wrong, pending")
    page.keyboard.press("Escape")
    assert page.evaluate("kg.statements().length") == statements - 1
    expect(page.locator("#shown-count")).to_have_text(f"{statements - 1} of {statements}")
    page.locator("#corrections summary").click()
    for _ in range(2):
        page.locator("#corrections-list button").first.click()
    expect(page.locator("#corrections")).to_be_hidden()
    assert page.evaluate("kg.statements().length") == statements
    assert "Zap" not in page.locator("#panel").inner_text()


def test_united_things_are_one_node_with_the_edges_of_both(open_page: Open, tmp_path: Path) -> None:
    graph = graph_of(tmp_path)
    page = open_page(graph).page
    count = "[...kg.canvas.drawn].filter((key) => kg.data.entities[key]).length"
    before = page.evaluate(count)
    entity_panel(page, "Nut Works")
    page.locator("#same-target").fill("Zip Media")
    page.keyboard.press("Enter")
    assert page.evaluate(count) == before - 1
    gone = page.evaluate("[...kg.data.gone.keys()]")
    shown = page.evaluate("[...kg.data.homes, ...kg.data.network.nodes.map(({ id }) => id)]")
    assert not set(gone) & set(shown)
    touching = {entity.id for entity in graph.entities if entity.label in {"Nut Works", "Zip Media"}}
    expected = sum(bool({said.subject, said.object} & touching) for said in graph.statements)
    assert page.evaluate("kg.data.touching[kg.selection.place].length") == expected
    expect(page.locator("#panel .names")).to_contain_text("Nut Works")


def test_corrections_are_kept_in_the_browser_until_they_are_built(open_page: Open, tmp_path: Path) -> None:
    opened = open_page(graph_of(tmp_path), own=True)
    page = opened.page
    entity_panel(page, "Jane Doe")
    page.locator("#new-name").fill("Janet Doe")
    page.keyboard.press("Enter")
    page.reload()
    expect(page.locator("#corrections-count")).to_have_text("1")
    expect(page.locator("#panel h2")).to_have_text("Janet Doe")
    path = saved_decisions(page, tmp_path)
    built = tmp_path / "built.html"
    built.write_text(to_html(graph_of(tmp_path, path)), encoding="utf-8")
    again = opened_in(page.context, built)
    expect(again.page.locator("#corrections")).to_be_hidden()
    # what is built stays in the file that the new page saves
    entity_panel(again.page, "Janet Doe")
    again.page.locator("#new-name").fill("Jan Doe")
    again.page.keyboard.press("Enter")
    assert read_decisions(saved_decisions(again.page, tmp_path)) == (Decision("rename", ("Jane Doe",), "Jan Doe"),)
    assert "Jan Doe" in labels(graph_of(tmp_path, path))


def test_a_page_without_texts_and_a_browser_without_storage(open_page: Open, tmp_path: Path) -> None:
    script = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('none'); } })"
    opened: Opened = open_page(graph_of(tmp_path), include_text=False, own=True)
    page = opened.page
    page.add_init_script(script)
    page.reload()
    entity_panel(page, "Acme")
    page.locator(".correct details summary").click()
    page.locator(".places label").filter(has_text="It").locator("input").check()
    page.get_by_role("button", name="Split off the selected").click()
    expect(page.locator("#status")).to_contain_text("this browser cannot store them")
    (decision,) = read_decisions(saved_decisions(page, tmp_path))
    start = ARTICLES["a.txt"].index("It hired")
    assert decision.names[0].endswith(f"#char={start},{start + 2}")
    assert opened.messages == []


@pytest.mark.parametrize("name", ["gold", "example"])
def test_link_to_a_statement_takes_two_clicks(open_page: Open, name: str) -> None:
    opened = open_page(name, permissions=["clipboard-read", "clipboard-write"])
    page = opened.page
    page.locator("[data-statement]").first.click()
    page.locator("#copy-link").click()
    expect(page.locator("#copy-link")).to_have_text("Link copied")
    address = page.evaluate("navigator.clipboard.readText()")
    words = page.locator("#panel h2").inner_text()
    page.goto("about:blank")
    page.goto(address)
    expect(page.locator("#panel h2")).to_have_text(words)
    assert opened.messages == []
