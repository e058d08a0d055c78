import html
import typing as t

import pytest
from spacy.language import Language

from kg import stages
from kg.errors import UsageError
from kg.graph import KnowledgeGraph
from kg.model import Document, Graph, Modality

LAB = Document("lab", "Chemist Ines Prado founded Prado Labs. The company makes <b>paint</b>.")
MILL = Document("mill", "Prado Labs bought the Tavira mill in 2019.")


@pytest.fixture(scope="module")
def lab(nlp: Language) -> KnowledgeGraph:
    return stages.run_documents([LAB], model=nlp).graph


@pytest.fixture(scope="module")
def mill(nlp: Language) -> KnowledgeGraph:
    return stages.run_documents([MILL], model=nlp).graph


def test_merging_is_building_together(lab: KnowledgeGraph, mill: KnowledgeGraph, nlp: Language) -> None:
    together = stages.run_documents([LAB, MILL], model=nlp).graph
    assert lab | mill == together == mill | lab


def test_merging_with_nothing_and_with_itself(lab: KnowledgeGraph) -> None:
    assert lab | KnowledgeGraph() == lab == KnowledgeGraph() | lab
    assert lab | lab == lab


def test_triples_have_the_keys_of_the_table(lab: KnowledgeGraph) -> None:
    assert lab.triples
    assert {"subject", "relation", "object", "modality", "confidence", "evidence"} <= lab.triples[0].keys()


def test_counts(lab: KnowledgeGraph) -> None:
    counts = lab.counts()
    assert counts["documents"] == 1
    assert counts["statements"] == len(lab.triples)
    assert sum(counts[name] for name in t.get_args(Modality)) == counts["statements"]


def test_dataframe_has_a_row_a_statement(lab: KnowledgeGraph) -> None:
    assert list(lab.to_dataframe()["relation"]) == [row["relation"] for row in lab.triples]


def test_every_export_gives_something(lab: KnowledgeGraph) -> None:
    assert len(lab.to_rdf()) > 0
    assert lab.to_networkx().number_of_nodes() > 0
    assert lab.to_turtle(base_iri="https://example.org/x/").count("https://example.org/x/") > 0


def test_query(lab: KnowledgeGraph) -> None:
    rows = lab.query("SELECT ?name WHERE { ?thing a kg:Entity ; rdfs:label ?name }").rows
    assert ("Prado Labs",) in rows


def test_wrong_query(lab: KnowledgeGraph) -> None:
    with pytest.raises(UsageError):
        lab.query("SELECT WHERE")


def test_in_a_notebook_the_page_is_sandboxed_and_escaped(lab: KnowledgeGraph) -> None:
    shown = lab._repr_html_()
    assert shown.startswith('<iframe title="Knowledge graph" sandbox="allow-scripts allow-downloads allow-popups" ')
    assert "allow-same-origin" not in shown.split("srcdoc=")[0], "the page must not reach the notebook"
    assert shown.count("<") == 2, "everything of the page is escaped"
    assert html.escape(lab.to_html(), quote=True) in shown


def test_of_keeps_the_values(lab: KnowledgeGraph) -> None:
    plain = Graph(lab.documents, lab.entities, lab.statements)
    assert KnowledgeGraph.of(plain) == lab
