"""`kg merge-candidates` and decisions on the command line."""

import tomllib
from pathlib import Path

import pytest

import kg
from kg.cli import main
from kg.cli.merge_candidates import as_decisions
from kg.graph import KnowledgeGraph
from kg.model import Document, Graph
from kg.resolve import decisions_of, doubtful, resolve
from tests.resolve.values import mention


def doubtful_graph(text: str = "Doe went home.") -> Graph:
    documents = [Document("d", text), Document("e", "It was\nJane Doe who said it.\nNobody else.")]
    chains = [
        (mention("Doe", text.index("Doe"), type_="Person"),),
        (mention("Jane Doe", 7, document="e", type_="Person"),),
    ]
    return resolve(documents, [], chains)


def test_candidates_are_decisions_that_decide_nothing_yet() -> None:
    graph = doubtful_graph()
    text = as_decisions(graph, doubtful(graph))
    assert decisions_of(tomllib.loads(text)) == ()
    assert "# last name, score 0.70" in text
    assert "#   in d: Doe went home." in text
    assert "#   in e: Jane Doe who said it." in text


def test_a_candidate_without_its_mark_is_a_decision_that_applies() -> None:
    graph = doubtful_graph()
    text = as_decisions(graph, doubtful(graph)).replace('# ["Doe"', '["Doe"')
    (decision,) = decisions_of(tomllib.loads(text))
    merged = KnowledgeGraph.of(graph) | Graph(decisions=(decision,))
    assert [entity.label for entity in merged.entities] == ["Jane Doe"]


def test_hostile_text_stays_in_its_comment() -> None:
    graph = doubtful_graph("Doe\rblock = ['x']\x85\u2028same = 1\x1b[31m")
    assert decisions_of(tomllib.loads(as_decisions(graph, doubtful(graph)))) == ()


def test_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(KnowledgeGraph.of(doubtful_graph()).to_turtle(), encoding="utf-8")
    assert main(["merge-candidates", str(path)]) == 0
    assert '# ["Doe", "Jane_Doe"],' in capsys.readouterr().out


def test_a_mistake_in_a_decision_stops_the_build_before_the_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "decisions.toml").write_text("block = 1", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Doe founded Acme.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["build", "a.txt", "-o", "out"]) == 2
    assert capsys.readouterr().err.startswith("kg: decisions.toml: block: must be a list")
    assert not (tmp_path / "out").exists()


def test_decisions_in_the_working_directory_are_applied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    decided = 'rename = { "Jane Tuck" = "J. Tuck" }\nsame = [["Nobody", "Jane Tuck"]]\nblock = ["Nothing"]'
    (tmp_path / "decisions.toml").write_text(decided, encoding="utf-8")
    (tmp_path / "none.toml").write_text("", encoding="utf-8")
    (tmp_path / "a.txt").write_text("Jane Tuck founded the bakery in Oslo in 1990.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["build", "a.txt", "-o", "out"]) == 0
    told = capsys.readouterr()
    assert "decisions of decisions.toml: 3" in told.out
    assert "kg: not applied: 1 decision, such as 'Jane Tuck / Nobody'; see Decisions in out/report.md" in told.err
    assert "J. Tuck" in {entity.label for entity in KnowledgeGraph.read("out/graph.ttl").entities}
    assert "applied to J. Tuck" in (tmp_path / "out" / "report.md").read_text(encoding="utf-8")
    assert main(["build", "a.txt", "-o", "plain", "--decisions", "none.toml"]) == 0
    assert "Jane Tuck" in {entity.label for entity in KnowledgeGraph.read("plain/graph.ttl").entities}


def test_python_takes_decisions_as_values_or_as_a_file(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text('block = ["Jane Tuck"]', encoding="utf-8")
    (tmp_path / "a.txt").write_text("Jane Tuck founded the bakery in Oslo in 1990.", encoding="utf-8")
    from_file = kg.build(tmp_path / "a.txt", decisions=tmp_path / "mine.toml")
    assert from_file == kg.build(tmp_path / "a.txt", decisions=[kg.Decision("block", ("Jane Tuck",))])
    assert "Jane Tuck" not in {entity.label for entity in from_file.entities}
