"""The built-in queries on the graph of data/: each finds what the articles say."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pyoxigraph
import pytest

from kg import KnowledgeGraph, build, build_documents
from kg.errors import UsageError
from kg.export.examples import Example, example, examples
from kg.export.rdf import to_turtle
from kg.export.rdf.query import parameters, query, query_graph, with_values
from kg.export.rdf.vocabulary import BROADER_CLASSES, OTHER_CLASSES
from kg.model import Document, Graph
from tests.export.examples import COPIED, GRAPH
from tests.test_diff import changed

DATA = Path(__file__).resolve().parents[2] / "data"
EXAMPLES = {each.name: each for each in examples()}
FIRM = {"name": "Kaspersky"}


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of the graph of data/."""
    path = tmp_path_factory.mktemp("data") / "graph.ttl"
    path.write_text(to_turtle(build(str(DATA))), encoding="utf-8")
    return path


def rows(source: Path | Graph, name: str, /, **values: str) -> list[dict[str, str | None]]:
    found = query(source, example(name).sparql, values=values)
    return [dict(zip(found.columns, row, strict=True)) for row in found.rows]


def facts(found: list[dict[str, str | None]], *columns: str) -> set[tuple[str | None, ...]]:
    return {tuple(row[column] for column in columns or ("subject", "relation", "object")) for row in found}


@pytest.mark.parametrize("each", EXAMPLES.values(), ids=EXAMPLES)
def test_every_example_is_documented_and_valid(each: Example, graph: Path) -> None:
    assert each.question[0].isupper()
    assert {parameter.name for parameter in each.parameters} == parameters(each.sparql)
    assert all(parameter.meaning for parameter in each.parameters)
    needed = {parameter.name: "Kaspersky" for parameter in each.parameters if parameter.required}
    if each.name not in {"contradictions", "possible"}:  # the articles have none
        assert query(graph, each.sparql, values=needed).rows


@pytest.mark.parametrize("each", EXAMPLES.values(), ids=EXAMPLES)
def test_every_example_needs_no_prefix_of_ours(each: Example) -> None:
    sparql = with_values(each.sparql, {parameter.name: "x" for parameter in each.parameters})
    pyoxigraph.Store().query(sparql)


@pytest.mark.parametrize("each", EXAMPLES.values(), ids=EXAMPLES)
def test_without_parameters_a_query_matches_everything_or_needs_a_name(each: Example) -> None:
    required = any(parameter.required for parameter in each.parameters)
    assert not (required and query(GRAPH, each.sparql).rows)
    chosen = {parameter.name: "x" for parameter in each.parameters if not parameter.is_day}
    if chosen and not required:  # as many rows as with a part of every name
        assert query(GRAPH, each.sparql).rows == query(GRAPH, each.sparql, values=dict.fromkeys(chosen, "")).rows


def test_there_are_at_least_ten() -> None:
    assert len(EXAMPLES) >= 10
    assert list(EXAMPLES) == sorted(EXAMPLES)


def days(found: list[dict[str, str | None]]) -> list[str]:
    """Return the first day of each row, or the last if the first is open."""
    return [str(row["first"] or row["last"]) for row in found]


def test_an_example_that_does_not_exist() -> None:
    with pytest.raises(UsageError, match="who-said-what"):
        example("nothing")


def test_who_said_what(graph: Path) -> None:
    found = rows(graph, "who-said-what", speaker="raimondo")
    assert facts(found, "speaker", "subject", "relation") >= {("Gina Raimondo", "Russia", "have")}
    assert {row["speaker"] for row in found} == {"Gina Raimondo"}
    about = rows(graph, "who-said-what", about="moscow")
    assert facts(about, "speaker", "subject", "modality") == {("US Department of Commerce", "Moscow", "possible")}
    assert "Moscow could use the software" in str(about[0]["sentence"])


def test_denied(graph: Path) -> None:
    found = rows(graph, "denied")
    assert facts(found, "by", "how", "subject", "relation", "object") >= {
        ("Kaspersky", "denies it", "Kaspersky", "help", "Kremlin"),
        ("Kaspersky", "denies it", "Kaspersky", "be", "threat to national security"),
        ("Some users", "says it is not so", "Some users", "receive", "such message"),
        ("Kaspersky", "denies", "Kaspersky", "deny", "accusation"),
    }
    assert rows(graph, "denied", by="nobody") == []


def test_what_happened_in_june(graph: Path) -> None:
    found = rows(graph, "what-happened", **{"from": "2024-06-01", "to": "2024-06-30"})
    assert facts(found, "first", "subject", "relation") >= {
        ("2024-06-20", "US Department of Commerce", "ban"),
        ("2024-06-21", "United States", "sanction"),
        ("2024-06-01", "Washington", "ban"),
    }
    assert all(str(row["first"] or "") <= "2024-06-30" and str(row["last"] or "9") >= "2024-06-01" for row in found)
    assert days(found) == sorted(days(found))
    assert facts(rows(graph, "what-happened", to="2000-01-01"), "first") >= {("1997-01-01",)}


def test_what_happened_has_facts_whose_first_or_last_day_is_open() -> None:
    text = (
        "The ban covers sales from 20 July 2024. The shops must close by 1 April 2025. Varn Mills burned in May 2023."
    )
    graph = build_documents([Document("ban", text)])
    closing, covered = (None, "2025-04-01", "shops"), ("2024-07-20", None, "ban")
    burned = ("2023-05-01", "2023-05-31", "Varn Mills")
    columns = ("first", "last", "subject")
    assert facts(rows(graph, "what-happened"), *columns) == {closing, covered, burned}
    assert facts(rows(graph, "what-happened", **{"from": "2024-08-01"}), *columns) == {closing, covered}
    assert facts(rows(graph, "what-happened", **{"from": "2025-05-01"}), *columns) == {covered}
    assert facts(rows(graph, "what-happened", to="2023-12-31"), *columns) == {closing, burned}
    assert facts(rows(graph, "timeline", name="the shops"), *columns) == {closing}


def test_what_happened_tells_what_is_a_fact_and_who_says_the_rest() -> None:
    text = (
        "Varn Mills sold the harbour in May 2024. Ana Silva said that Varn Mills sold the pier in May 2024. "
        "Ana Silva alleged that Tom Reyes stole the ferry in May 2024. Tom Reyes may sell the quay in May 2024."
    )
    found = rows(build_documents([Document("harbour", text)]), "what-happened")
    assert facts(found, "status", "speaker", "object") == {
        ("affirmed", None, "harbour"),
        ("affirmed", "Ana Silva", "pier"),
        ("alleged", "Ana Silva", "ferry"),
    }
    timeline = rows(build_documents([Document("harbour", text)]), "timeline", name="Varn Mills")
    assert facts(timeline, "speaker", "object") == {(None, "harbour"), ("Ana Silva", "pier")}


def test_one_source_and_several(graph: Path) -> None:
    one, several = rows(graph, "one-source-only"), rows(graph, "several-sources")
    assert ("Eugene Kaspersky", "lead", "Kaspersky") in facts(several)
    assert not facts(one) & facts(several)
    assert [float(str(row["confidence"])) for row in one] == sorted(float(str(row["confidence"])) for row in one)


def test_who_leads_what(graph: Path) -> None:
    found = rows(graph, "who-leads-what", of="kaspersky")
    assert facts(found, "subject", "relation", "object", "time") >= {
        ("Eugene Kaspersky", "found", "Kaspersky", "1997"),
        ("Eugene Kaspersky", "lead", "Kaspersky", None),
    }


def test_planned(graph: Path) -> None:
    found = facts(rows(graph, "planned", by="Kaspersky"))
    assert ("Kaspersky", "cut", "jobs") in found
    assert ("Pango Group", "take over", "American antivirus customers of Kaspersky") not in facts(
        rows(graph, "planned")
    ), "it is said to have been done"


def test_most_cited(graph: Path) -> None:
    first, *others = rows(graph, "most-cited")
    assert first["speaker"] == "Kaspersky"
    assert "Gina Raimondo" in {other["speaker"] for other in others}
    sentences = [int(str(row["sentences"])) for row in (first, *others)]
    assert sentences == sorted(sentences, reverse=True)
    assert first["documents"] == "9"


def test_timeline(graph: Path) -> None:
    found = rows(graph, "timeline", **FIRM)
    assert (found[0]["first"], found[0]["relation"]) == ("1997-01-01", "found")
    assert days(found) == sorted(days(found))
    of_firm = rows(graph, "timeline", name="Kaspersky Lab")
    of_founder = [row for row in found if row["subject"] == "Eugene Kaspersky"]
    assert [row for row in found if row in of_firm or row in of_founder] == found, "other names are known too"
    assert len(of_firm) > len(of_founder)
    assert rows(graph, "timeline", name="Nobody") == []


def test_everything_about(graph: Path) -> None:
    found = rows(graph, "everything-about", name="pango group")
    assert ("Pango Group", "be", "American company") in facts(found)
    assert all(row["sentence"] for row in found)
    assert {row["document"] for row in found} == {
        "2024-09-06-ultraav-takes-over",
        "2024-09-24-users-surprised",
        "2024-10-06-play-store",
    }


def test_what_a_name_without_a_type_is(graph: Path) -> None:
    found = rows(graph, "everything-about", name="pango group")
    assert ("UltraAV", "be antivirus product of", "Pango Group") in facts(found)


def test_alleged(graph: Path) -> None:
    found = facts(rows(graph, "alleged"), "subject", "relation", "object", "speaker")
    assert ("Russian government", "influence", "Kaspersky", "US Department of Commerce") in found
    told = KnowledgeGraph.read(graph).triples
    alleged = {(each["subject"], each["relation"]) for each in told if each["status"] == "alleged"}
    assert {each[:2] for each in found} == alleged
    possible = facts(rows(graph, "possible"), "subject", "relation", "object", "speaker")
    assert ("Moscow", "use", "Kaspersky’s antivirus software", "US Department of Commerce") in possible


def test_possible() -> None:
    (row,) = rows(GRAPH, "possible")
    assert (row["subject"], row["relation"], row["object"]) == ("the shop", "open", "a branch")
    assert row["sentence"] == "The shop may open a branch in Oslo."
    assert not {("the shop", "open", "a branch"), ("Tom Reyes", "resign", "")} & facts(rows(GRAPH, "alleged"))
    assert ("the oven", "burn down", "") in facts(rows(GRAPH, "alleged"))


def test_what_has_no_object_has_an_empty_one() -> None:
    assert ("Tom Reyes", "affirmed", "resign", "") in facts(
        rows(GRAPH, "everything-about", name="Tom Reyes"), "subject", "status", "relation", "object"
    )
    assert ("Tom Reyes", "resign", "") in facts(rows(GRAPH, "one-source-only"))
    (row,) = (row for row in rows(GRAPH, "most-connected") if row["name"] == "Tom Reyes")
    assert (row["statements"], row["neighbours"]) == ("2", "1")


def test_two_steps(graph: Path) -> None:
    found = rows(graph, "two-steps", **FIRM)
    assert ("Kaspersky", "Eugene Kaspersky", "Treasury") in facts(found, "thing", "between", "other")
    assert all(row["thing"] != row["other"] for row in found)


def test_most_connected(graph: Path) -> None:
    first, *_ = rows(graph, "most-connected")
    assert (first["name"], first["type"]) == ("Kaspersky", "Company")


def test_types_are_those_of_the_other_outputs() -> None:
    names = {*OTHER_CLASSES, *BROADER_CLASSES, "Person", "Ship"}
    marta, *others = GRAPH.entities
    for name in names:
        typed = replace(GRAPH, entities=(replace(marta, type=name), *others))
        found = {row["name"]: row["type"] for row in rows(typed, "most-connected")}
        assert found[marta.label] == name
        assert len(found) == len(rows(typed, "most-connected"))


def test_times_are_told_in_words_unless_they_are_dates() -> None:
    text = "Varn Mills will close the harbour next week. Varn Mills plans to open a mine in May 2025."
    graph = build_documents([Document("harbour", text, published=date(2024, 11, 20))])
    assert {row["time"] for row in rows(graph, "planned")} == {"next week", "2025-05"}


def test_contradictions() -> None:
    assert rows(changed("llll"), "contradictions") == []
    text = "Varn Mills closed the harbour. Varn Mills did not close the harbour."
    (row,) = rows(build_documents([Document("harbour", text)]), "contradictions")
    assert (row["subject"], row["relation"], row["object"]) == ("Varn Mills", "close", "harbour")
    assert row["sentence"] == "Varn Mills closed the harbour."
    assert row["othersentence"] == "Varn Mills did not close the harbour."


def test_contradictions_of_values_and_who_says_them() -> None:
    texts = ("Tom Reyes said Lund Bakery employs 300 people.", "Ana Silva said Lund Bakery employs 450 people.")
    documents = [Document(f"d{place}", text, published=date(2024, 6, 5)) for place, text in enumerate(texts)]
    (row,) = rows(build_documents(documents), "contradictions")
    assert {row["speaker"], row["otherspeaker"]} == {"Tom Reyes", "Ana Silva"}
    assert {row["sentence"], row["othersentence"]} == set(texts)


def test_copies_are_one_source() -> None:
    assert facts(rows(GRAPH, "several-sources"), "sources", "mentions", "subject") == {("2", "2", "Marta Lund")}
    assert rows(COPIED, "several-sources") == []
    assert ("Marta Lund", "2") in facts(rows(COPIED, "one-source-only"), "subject", "sentences")


def test_plain_edges(graph: Path) -> None:
    turtle = query_graph(graph, example("plain-edges").sparql)
    assert "kge:Eugene_Kaspersky" in turtle
    assert "kgr:found kge:Kaspersky" in turtle
    assert "Kremlin" not in turtle, "what is denied has no plain edge"
