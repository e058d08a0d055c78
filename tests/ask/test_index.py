"""What a graph answers, with plain values."""

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from kg import KnowledgeGraph, build_documents
from kg.ask import QUESTIONS, GraphIndex, call
from kg.ask.text import TextIndex
from kg.errors import InputError, UsageError
from kg.export.encodings import Encoding
from kg.export.examples import example
from kg.export.rdf import rdf_text
from kg.export.rdf.query import query
from kg.export.tables import TRIPLE
from kg.model import Document, Graph, Statement, StructuralEdge
from tests.export.examples import GRAPH

BASE = "https://example.org/kg/"


@pytest.fixture(scope="module")
def index() -> GraphIndex:
    return GraphIndex.of(KnowledgeGraph.of(GRAPH))


def told(rows: list[dict[str, object]]) -> list[str]:
    return [f"{row['subject']} {row['phrase']} {row['object'] or ''}".strip() for row in rows]


def test_things_are_found_by_words_of_their_names(index: GraphIndex) -> None:
    assert {each["name"] for each in index.search("LUND")} >= {"Lund Bakery", "Marta Lund"}
    assert index.search("lund bakery")[0]["type"] == "Organization"
    assert {each["name"] for each in index.search("mill")} == {"Old Mill", "the mill"}
    assert index.search("rey")[0]["name"] == "Tom Reyes", "beginnings of words count"
    assert index.search("zzz") == []
    assert index.search('" OR *') == [], "what is no word is nothing to the search"
    assert len(index.search("lund", 1)) == 1


def test_an_exact_name_comes_first(index: GraphIndex) -> None:
    assert index.search("the mill")[0]["name"] == "the mill"
    assert index.search("old mill")[0]["name"] == "Old Mill"


def test_statements_of_a_thing(index: GraphIndex) -> None:
    rows = index.about("marta lund")
    assert told(rows)[0] == "Marta Lund founded Lund Bakery"
    assert rows[0]["sentence"] == "Marta Lund founded Lund Bakery in 1997."
    assert (rows[0]["document"], rows[0]["published"], rows[0]["source"]) == ("bakery", "2024-07-22", "Town Paper")
    assert rows == index.about(index.search("marta")[0]["id"]), "an id is as good as a name"
    assert told(rows) == told(index.graph.rows(index.graph.about("Marta Lund")))
    assert len(index.about("Marta Lund", 2)) == 2


def test_standing_is_told(index: GraphIndex) -> None:
    (denied,) = [row for row in index.about("Old Mill") if row["status"] == "denied"]
    assert denied["denied_by"] == "Old Mill"
    (said,) = index.said_by("Lund Bakery")
    assert (said["attributed_to"], said["subject"]) == ("Lund Bakery", "Rivals")
    (negated,) = index.between("the shop", "Marta Lund")
    assert (negated["status"], negated["negated"]) == ("negated", True)


def test_a_timeline_and_neighbours(index: GraphIndex) -> None:
    assert [row["time"]["value"] for row in index.timeline("Lund Bakery")] == ["1997", "2024-07-20"]
    near = {each["name"]: told(each["statements"]) for each in index.neighbours("Lund Bakery")}
    assert near["Marta Lund"] == ["Marta Lund founded Lund Bakery"]
    assert "Lund Bakery" not in near
    assert len(index.neighbours("Lund Bakery", 1)) == 1


def test_a_path_leads_over_statements(index: GraphIndex) -> None:
    assert told(index.path("Tom Reyes", "Oslo")) == [
        "Lund Bakery will hire Tom Reyes",
        "Marta Lund founded Lund Bakery",
        "Marta Lund leave Oslo",
    ]
    assert told(index.path("Oslo", "Tom Reyes")) == told(index.path("Tom Reyes", "Oslo"))[::-1]
    assert index.path("Oslo", "Oslo") == []
    with pytest.raises(
        UsageError, match="'Oslo' and 'Rivals': no path of statements and structural edges connects them"
    ):
        index.path("Oslo", "Rivals")
    found = index.graph.path("Marta Lund", "the flood", structural=False)
    assert [said.relation for said in found if isinstance(said, Statement)] == ["leave", "reach"]


def test_a_path_leads_over_names_in_words_where_statements_do_not() -> None:
    text = "Ana Silva runs Varn Mills. Tom Reyes praised the workers of Varn Mills. Ida Berg sold the quay."
    graph = build_documents([Document("mills", text)])
    found = graph.path("Ana Silva", "Tom Reyes")
    kinds = [type(each) for each in found]
    assert {Statement, StructuralEdge} == {*kinds}
    assert graph.path("Ana Silva", "Tom Reyes", structural=False) == ()
    assert graph.path("Ana Silva", "Ida Berg") == ()
    rows, told_ = graph.rows(found), GraphIndex.of(graph).path("Ana Silva", "Tom Reyes")
    assert all([*row] == [*TRIPLE] for row in rows)
    assert [row["status"] is None for row in rows] == [each is StructuralEdge for each in kinds]
    for name in ("subject", "relation", "object", "status"):
        assert [row[name] for row in rows] == [row[name] for row in told_]
    assert [row["evidence"][0]["sentence"] for row in rows] == [row["sentence"] for row in told_]
    assert {row["sentence"] in text for row in told_} == {True}
    assert graph.to_dataframe(found)["subject"].tolist() == [row["subject"] for row in rows]
    steps = query(graph, example("two-steps").sparql, values={"name": "Ana Silva"}).rows
    assert ("Ana Silva", "run", "affirmed", "Varn Mills", "of", None, "workers of Varn Mills") in steps


def test_evidence_is_all_that_is_known(index: GraphIndex) -> None:
    row = index.about("Marta Lund", 1)[0]
    evidence = index.evidence(row["id"])
    assert evidence == index.graph.rows(index.graph.about("Marta Lund"))[0]
    assert len(evidence["evidence"]) == 2
    with pytest.raises(UsageError, match="no statement has this id"):
        index.evidence("nothing")


def test_sentences_are_retrieved_with_source_and_standing(index: GraphIndex) -> None:
    first = index.retrieve("What does the bakery sell?")[0]
    assert first["sentence"] == "Lund Bakery sold 40 loaves on 20 July 2024."
    assert first["statements"][0]["time"]["value"] == "2024-07-20"
    (denied,) = index.retrieve("denied", 1)
    assert denied["statements"][0]["status"] == "denied"
    assert denied["sentence"] == GRAPH.documents[0].text[denied["start"] : denied["end"]]
    by_name = index.retrieve("Marta Lund shop")[0]
    assert by_name["sentence"].startswith("She did not close the shop"), (
        "a name counts where the sentence has a pronoun"
    )
    assert index.retrieve("zzz") == []
    page = next(each for each in index.retrieve("flood Oslo") if each["document"] != "bakery")
    assert (page["place"], page["address"]) == ("page 2", "https://weather.example/?a=<b>")


def test_words_of_grammar_count_only_where_there_is_nothing_else(index: GraphIndex) -> None:
    texts = TextIndex([1.0], [["the who played"], ["a band played"]])
    assert [place for place, _ in texts.search("who played in the band", 5)] == [1, 0]
    assert [place for place, _ in texts.search("the who", 5)] == [0]
    assert texts.search("\ud800 !", 5) == []


def test_sparql_reads_and_asks_nobody(index: GraphIndex) -> None:
    found = index.query("SELECT ?n WHERE { kge:Oslo rdfs:label ?n }")
    assert found == {"columns": ["n"], "rows": [["Oslo"]]}
    with pytest.raises(UsageError, match="SERVICE"):
        index.query("ASK { SERVICE <http://x.example/> { ?s ?p ?o } }")
    with pytest.raises(UsageError, match="not valid"):
        index.query("INSERT DATA { <urn:a> <urn:b> <urn:c> }")


def test_a_folder_is_read_with_its_own_base(tmp_path: Path, index: GraphIndex) -> None:
    graph = replace(GRAPH, named_parts=())
    encoding = Encoding(base_iri="urn:lund:")
    (tmp_path / "graph.ttl").write_text(rdf_text(graph, encoding), encoding="utf-8")
    read = GraphIndex.read(tmp_path)
    assert {each["id"] for each in read.search("Oslo")} == {"urn:lund:entity/Oslo"}
    assert told(read.about("urn:lund:entity/Oslo")) == told(index.about("Oslo"))
    assert read.evidence(read.about("Oslo")[0]["id"])["id"].startswith("urn:lund:")
    assert KnowledgeGraph.read(tmp_path) == KnowledgeGraph.read(tmp_path / "graph.ttl")
    with pytest.raises(InputError, match="kg build"):
        GraphIndex.read(tmp_path / "absent")


def test_an_empty_graph_answers_too() -> None:
    index = GraphIndex.of(KnowledgeGraph.of(Graph()))
    assert index.retrieve("anything") == index.search("anything") == []


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("nothing", {}, "'nothing': no such question; there are: search, about"),
        ("about", {}, "about: needs name"),
        ("about", {"name": "Oslo", "limits": "3"}, "has no parameter 'limits'; did you mean: limit?"),
        ("about", {"name": "Oslo", "limit": "x"}, "limit 'x': must be a number"),
        ("about", {"name": "Oslo", "limit": "0"}, "limit 0: must lie between 1 and 100"),
        ("retrieve", {"question": "a", "limit": "101"}, "limit 101"),
        ("about", {"name": "Osl"}, "nothing in the graph has this name; did you mean: Oslo?"),
        ("about", {"name": " "}, "give between 1 and 1000 characters"),
        ("retrieve", {"question": "a" * 1001}, "give between 1 and 1000 characters"),
        ("search", {"text": ""}, "give between 1 and 1000 characters"),
    ],
)
def test_a_call_that_is_wrong(index: GraphIndex, name: str, given: dict[str, str], words: str) -> None:
    with pytest.raises(UsageError) as raised:
        call(index, name, given)
    assert words in str(raised.value)


def test_every_answer_is_json_and_the_same_in_every_thread(index: GraphIndex) -> None:
    given = {"text": "lund", "name": "Lund Bakery", "one": "Oslo", "other": "Marta Lund", "question": "bakery in Oslo"}
    given["statement"] = index.about("Oslo")[0]["id"]
    answers: list[str] = []

    def ask() -> None:
        for name in QUESTIONS:
            wanted = QUESTIONS[name].__annotations__.keys() & given.keys()
            answers.append(json.dumps(call(index, name, {key: given[key] for key in sorted(wanted)})))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(answers) == 4 * len(QUESTIONS)
    assert all(answers.count(answer) % 4 == 0 for answer in answers)
