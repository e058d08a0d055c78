"""That no surface of the page says anything of a statement that its status does not say."""

import re
import typing as t

import pytest
import rdflib

from kg import build
from kg.graph import KnowledgeGraph
from kg.model import Statement
from kg.page.appearance import LINES
from kg.page.network import to_pyvis
from kg.page.wording import STANDINGS, standing, statement_words
from tests.browser.conftest import Open
from tests.browser.test_saving import saved

TEXT: t.Final = """Acme sold the plant. The minister said that Bolt had paid the fine. Acme denied that it copied
the design. Corvid is accused of bribing Delmar. Edda may buy Faro. Gorm will open a mine. Hale did not sell the ship.
Hale gave no warning. Ivo allegedly robbed the bank. Kolt could leave Lodz. Gorm plans to hire Anna Berg.
If the court agrees, Delmar would leave Poland. Anna Berg was sworn in as mayor. Bolt denies links to Corvid."""
NAMESPACE: t.Final = rdflib.Namespace("https://example.org/kg/ns#")


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    article = tmp_path_factory.mktemp("standing") / "a.txt"
    article.write_text(TEXT, encoding="utf-8")
    return build(article)


def word(said: Statement) -> str:
    """Return the word that the page has for how a statement is said, from its status alone."""
    if said.status != "affirmed":
        return STANDINGS[said.status]
    return STANDINGS["stated" if said.speaker is None else "reported"]


def test_every_kind_of_standing_is_there(graph: KnowledgeGraph) -> None:
    assert {standing(said) for said in graph.statements} >= {"stated", "reported", "possible", "negated", "planned"}


def test_edges_tell_the_standing_in_colour_dash_words_and_title(graph: KnowledgeGraph) -> None:
    entities = {entity.id: entity for entity in graph.entities}
    edges = {edge["id"]: edge for edge in to_pyvis(graph).edges}
    for said in graph.statements:
        edge, line = edges[said.id], LINES[standing(said)]
        assert (edge["color"], edge["dashes"]) == (line.light, list(line.dashes) or False)
        assert edge["title"].split("\n")[:2] == [statement_words(said, entities), word(said)]
        told = re.fullmatch(re.escape(said.phrase) + r"(?: \((.*)\))?", edge["label"])
        assert told is not None
        assert told.group(1) in (None, word(said).lower())
        if said.status == "denied":
            assert edge["label"].endswith(" (denied)")
            assert f", denied by {entities[str(said.denied_by)].label}" in edge["title"]
        else:
            assert "denied by" not in edge["title"].split("\n")[0]


def test_what_the_phrase_does_not_tell_stands_beside_it(graph: KnowledgeGraph) -> None:
    labels = {edge["label"] for edge in to_pyvis(graph).edges}
    assert "did not sell" in labels
    assert "may buy" in labels
    assert not {"gave", "bribing"} & labels


def test_list_legend_filters_and_files_agree_with_the_status(open_page: Open, graph: KnowledgeGraph) -> None:
    page = open_page(graph).page
    entities = {entity.id: entity for entity in graph.entities}
    for place, said in enumerate(graph.statements):
        item = page.locator(f'[data-statement="{place}"]')
        badges = item.locator(".badge:not(.disputed)").all_inner_texts()
        assert badges == ([] if word(said) == STANDINGS["stated"] else [word(said)])
        assert item.locator(".said").inner_text().strip() == statement_words(said, entities)
        assert page.evaluate("(place) => kg.data.statement(place).status", place) == said.status
    for name, words in STANDINGS.items():
        count = sum(word(said) == words for said in graph.statements)
        chip = page.locator(f".chip:has([data-standing={name}])")
        assert chip.locator(".count").all_inner_texts() == ([str(count)] if count else [])
        page.evaluate("(name) => kg.filter({ standings: new Set([name]) })", name)
        assert page.locator("#panel [data-statement]").count() == len(graph.statements) - count
    page.evaluate("kg.filter({ standings: new Set() })")
    turtle = rdflib.Graph().parse(data=saved(page, "Turtle").decode("utf-8"), format="turtle")
    written = {
        str(subject).rpartition("/")[2]: str(status).rpartition("#")[2]
        for subject, status in turtle.subject_objects(NAMESPACE.status)
    }
    assert written == {said.id: said.status for said in graph.statements}


def test_no_code_and_no_crooked_verb_anywhere(open_page: Open, graph: KnowledgeGraph) -> None:
    content = open_page(graph).page.content()
    assert not re.search(r"(PRESENT|PAST|FUTURE)_REF|\bis swear\b|allegedly Reported", content)
