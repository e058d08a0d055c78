import html
import json
import typing as t
import warnings
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from spacy.language import Language

import kg
from kg import stages
from kg.cli import main
from kg.errors import FailureWarning, InputError, OutputError, UsageError
from kg.graph import KnowledgeGraph
from kg.model import Document, Failure, Graph, Modality, Record

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
    found = lab.query("SELECT ?name WHERE { ?thing a kg:Entity ; rdfs:label ?name }")
    assert (tuple(found), len(found)) == (found.rows, len(found.rows))
    rows = found.rows
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


def test_a_graph_is_the_sequence_of_its_statements(lab: KnowledgeGraph) -> None:
    assert len(lab) == len(lab.statements) == len(list(lab)) > 0
    first = next(iter(lab))
    assert first in lab
    assert replace(first, id="other") not in lab
    assert KnowledgeGraph(), "a graph that says nothing is a graph"


def test_repr_is_one_line(lab: KnowledgeGraph) -> None:
    assert repr(lab) == f"<KnowledgeGraph: 1 document, {len(lab.entities)} entities, {len(lab)} statements>"
    failed = KnowledgeGraph.of(lab, Record(failures=(Failure("x.txt", "is empty"),)))
    assert repr(failed).endswith(" statements, 1 failure>")


def test_how_it_was_made_is_no_part_of_what_a_graph_says(lab: KnowledgeGraph, mill: KnowledgeGraph) -> None:
    failed = KnowledgeGraph.of(lab, Record(failures=(Failure("x.txt", "is empty"),)))
    assert failed == lab
    assert hash(failed) == hash(lab)
    assert (failed | mill).failures == (mill | failed).failures == failed.failures
    assert (failed | failed).failures == failed.failures
    assert [reading.document.id for reading in (mill | lab).record.readings] == ["lab", "mill"]


def test_failures_are_told_by_one_warning_and_kept(tmp_path: Path, nlp: Language) -> None:
    for name in ("a", "b", "c", "d"):
        (tmp_path / f"{name}.txt").write_text("", encoding="utf-8")
    (tmp_path / "mill.txt").write_text(MILL.text, encoding="utf-8")
    with pytest.warns(FailureWarning, match=r"\A4 failed: .*a\.txt: is empty; .*; and 1 more \(see graph") as told:
        graph = kg.build(tmp_path, model=nlp)
    assert len(told) == 1
    assert told[0].filename == __file__, "the warning points to who called"
    assert "\n" not in str(told[0].message)
    assert len(graph.failures) == 4
    assert graph == kg.build(tmp_path / "mill.txt", model=nlp)


def test_without_failures_there_is_no_warning(tmp_path: Path, nlp: Language) -> None:
    (tmp_path / "mill.txt").write_text(MILL.text, encoding="utf-8")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert kg.build(tmp_path, model=nlp).failures == ()


def test_rows_are_the_lines_of_the_table_in_the_order_that_is_asked(lab: KnowledgeGraph) -> None:
    assert lab.rows() == lab.triples
    turned = lab.statements[::-1]
    assert [row["id"] for row in lab.rows(turned)] == [row["id"] for row in lab.to_dataframe(turned).to_dict("records")]
    assert lab.rows(()) == []


def test_what_a_graph_is_asked(lab: KnowledgeGraph) -> None:
    (founded,) = lab.between("ines prado", "Prado Labs")
    assert founded in lab.about("Prado Labs")
    assert founded.relation == "found"
    assert lab.said_by("Prado Labs") == lab.timeline() == ()


def test_a_filtered_graph_is_a_graph(lab: KnowledgeGraph, mill: KnowledgeGraph) -> None:
    both = lab | mill
    part = both.filter(since="2019-01-01")
    assert [document.id for document in part.documents] == ["mill"]
    assert part.record.readings == ()
    assert part.to_turtle()
    assert both.filter(status="negated") == KnowledgeGraph()


def test_writing_gives_every_file_of_the_command(tmp_path: Path, nlp: Language) -> None:
    (tmp_path / "lab.txt").write_text(LAB.text, encoding="utf-8")
    graph = kg.build(tmp_path / "lab.txt", model=nlp)
    graph.write(tmp_path / "one")
    assert main(["build", str(tmp_path / "lab.txt"), "-o", str(tmp_path / "other"), "--quiet"]) == 0
    one, other = ({path.name: path.read_bytes() for path in (tmp_path / name).iterdir()} for name in ("one", "other"))
    other.pop("kg.sqlite")  # what the next run of the command need not read again
    assert one == other


@pytest.mark.parametrize("option", ["provenance", "syntax"])
def test_an_encoding_that_does_not_exist(option: str) -> None:
    with pytest.raises(UsageError, match=f"{option} 'x': must be one of "):
        kg.Encoding(**{option: t.cast("t.Any", "x")})


def test_one_relations_file_is_not_its_letters() -> None:
    assert kg.Encoding(relations="a.toml").relations == ("a.toml",)


def test_rdf_in_a_layout_that_does_not_exist(lab: KnowledgeGraph, tmp_path: Path) -> None:
    layout = t.cast("t.Any", "x")
    for write in (lab.to_rdf, lab.to_turtle, partial(lab.write_rdf, tmp_path / "a.ttl")):
        with pytest.raises(UsageError, match="provenance 'x': must be one of reify, rdf12, "):
            write(provenance=layout)


@pytest.mark.parametrize("name", ["absent", "absent.ttl"])
def test_a_graph_that_does_not_exist(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"absent(\.ttl)?: (no such file or folder|cannot be opened: No such file)"):
        KnowledgeGraph.read(tmp_path / name)


def test_files_of_others_are_left_alone(lab: KnowledgeGraph, tmp_path: Path) -> None:
    for name in ("graph.nq", "nodes.csv"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match=r"holds nodes\.csv, which no record says kg wrote"):
        lab.write(tmp_path, page=False)
    (tmp_path / "nodes.csv").unlink()
    lab.write(tmp_path, page=False)
    assert (tmp_path / "graph.nq").read_text("utf-8") == "mine"
    lab.write(tmp_path, page=False, encoding=kg.Encoding(syntax="nt"))
    assert not (tmp_path / "graph.ttl").exists(), "it is of the first run"
    with pytest.raises(UsageError, match="name of the output is empty"):
        lab.write("")
    with pytest.raises(UsageError, match="name of the output is empty"):
        lab.write_pyvis("")


def test_a_graph_that_was_read_from_a_file_can_be_written(lab: KnowledgeGraph, tmp_path: Path) -> None:
    lab.write(tmp_path / "first", title="Labs", encoding=kg.Encoding(provenance="rdf12", syntax="nt"))
    KnowledgeGraph.read(tmp_path / "first" / "graph.nt").write(tmp_path / "second")
    told = json.loads((tmp_path / "second" / "run.json").read_text(encoding="utf-8"))
    assert told["versions"]["model"] is None
    assert told["counts"] == json.loads((tmp_path / "first" / "run.json").read_text(encoding="utf-8"))["counts"]
    assert "Unknown" in (tmp_path / "second" / "report.md").read_text(encoding="utf-8")
    for name in ("triples.jsonl", "edges.csv", "graph.graphml"):
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes(), name
