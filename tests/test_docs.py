"""Check the documentation: its commands, its Python code, its output, its links, and its words."""

import doctest
import importlib
import json
import pkgutil
import re
import runpy
import shutil
import tomllib
import typing as t
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest
import typer.main

import kg
from kg import cli
from kg.export import iris
from kg.export.rdf.vocabulary import prefixes
from kg.extract.reasons import INSIDE, STATEMENT
from kg.extract.rules import reason_meanings
from tests.documents import (
    DOCUMENTS,
    REPOSITORY,
    RUN,
    Block,
    Output,
    Shell,
    blocks_of,
    built_in,
    outputs_of,
    page_of_today,
    prints,
    updated,
)

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
CHECKED: t.Final = frozenset({"toml", "json", "turtle", "trig", "sparql"})
SHOWN: t.Final = frozenset({"text", "html", "csv"})
"""Languages of blocks: those that are parsed, and those that are only displayed."""
OTHERS: t.Final = {"ex": "https://example.org/terms#", "sh": "http://www.w3.org/ns/shacl#"}
"""Prefixes used in samples, in addition to those of kg."""
MEASURED: t.Final = [
    ("README.md", "arguments of verbs", "qasrl_verbs_wikinews_f1 qasrl_verbs_wikipedia_f1"),
    ("README.md", "stated as a fact though", "standing_meantime_stated_falsely"),
    ("docs/quality.md", "arguments of verbs", "qasrl_verbs_wikinews_f1 qasrl_verbs_wikipedia_f1"),
    ("docs/quality.md", "verbs reached", "qasrl_verbs_wikinews_reached qasrl_verbs_wikipedia_reached"),
    ("docs/quality.md", "events stated as facts", "standing_meantime_stated_falsely standing_ewt_stated_falsely"),
    ("docs/quality.md", "facts stated as facts", "standing_meantime_facts_kept standing_ewt_facts_kept"),
    ("docs/quality.md", "CaRB · BenchIE", "carb_cv_f1 benchie_cv_f1"),
    ("docs/quality.md", "coreference (OntoGUM news)", "conll_cv_f1"),
    ("docs/quality.md", "kg, statements: verbs, Wikinews", "qasrl_verbs_wikinews_f1 qasrl_verbs_wikinews_reached"),
    ("docs/quality.md", "kg, statements: verbs, Wikipedia", "qasrl_verbs_wikipedia_f1 qasrl_verbs_wikipedia_reached"),
    ("docs/quality.md", "kg, clauses: verbs, Wikinews", "qasrl_clauses_verbs_wikinews_f1"),
    ("docs/quality.md", "kg, clauses: verbs, Wikipedia", "qasrl_clauses_verbs_wikipedia_f1"),
    (
        "docs/quality.md",
        "kg, statements: event nouns, Wikinews",
        "qasrl_nouns_wikinews_f1 qasrl_nouns_wikinews_reached",
    ),
    ("docs/quality.md", "kg, statements: event nouns, Wikipedia", "qasrl_nouns_wikipedia_f1"),
    ("docs/quality.md", "kg, clauses: event nouns, Wikinews", "qasrl_clauses_nouns_wikinews_f1"),
    ("docs/quality.md", "kg, clauses: event nouns, Wikipedia", "qasrl_clauses_nouns_wikipedia_f1"),
    ("docs/quality.md", "MEANTIME (Wikinews", "standing_meantime_reached standing_meantime_facts_kept"),
    ("docs/quality.md", "It Happened (web text", "standing_ewt_reached standing_ewt_stated_falsely"),
    ("docs/quality.md", "kg, development half, confidence", "carb_cv_f1 benchie_cv_f1"),
]
"""Rows of tables with measured figures: the page, the start of the row, the figures."""
PAGES: t.Final = [page for page in DOCUMENTS if any(block.language in RUN for block in blocks_of(page))]


def name_of(page: Path) -> str:
    return str(page.relative_to(REPOSITORY))


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shell]:
    running = Shell(tmp_path_factory.mktemp("shell"))
    yield running
    running.close()


@pytest.fixture(scope="module")
def built(shell: Shell) -> Path:
    """Return a folder with the sample articles in `data/` and their graph in `out/`, as in the README."""
    return built_in(shell)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_code_of_a_page_runs(page: Path, shell: Shell, built: Path, tmp_path: Path) -> None:
    folder = tmp_path / "reader"
    shutil.copytree(built, folder)
    for each in outputs_of(page, shell, folder):
        # kg diff, verify and similar commands report findings by exit code; the output shown on a page is compared
        assert each.code == 0 or each.shown is not None, f"{each.words}{each.said}"
        if each.shown is not None:
            assert prints(each.said, each.shown), f"run: make outputs\n{each.words}{each.said}"


def test_an_output_is_compared_with_its_figures() -> None:
    assert prints("3 texts  in 12 s\n", "3 texts in 12 s\n") is False
    assert prints("3 texts   in 12.5 s \n", "3 texts  in 7 s\n")
    assert not prints("3 texts\n", "4 texts\n")
    assert prints("a\nb\n12 c\n", "…\n12 c\n")
    assert not prints("a\nb\n12 c\n", "…\n13 c\n")
    assert updated("a\nb 3\n12 c\nd\n", "b 4\n") == "a\nb 3\n12 c\nd\n"
    assert updated("a\nb 3\n12 c\nd\n", "…\n13 c\n…\n") == "…\n12 c\n…\n"
    assert updated("in 3 s\n", "in 4 s\n") == "in 4 s\n"
    with pytest.raises(ValueError, match="other lines"):
        updated("a\nc\n", "…\nb\n")


def test_the_outputs_of_today_are_written_into_a_page(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    text = "$ a\n1 text\n$ b \\\n  c\n$ d\n…\n3 more\n"
    text = f"One.\n\n```console\n{text}```\n\n```python\nprint(4)\n```\n<!-- prints -->\n```text\n5\n```\n"
    page.write_text(text, encoding="utf-8")
    outputs = [
        Output(0, 0, "a", "2 texts\nand more\n", "1 text\n"),
        Output(0, 1, "b", "whatever", None),
        Output(0, 2, "d", "x\n4 more\n", "…\n3 more\n"),
        Output(2, 0, "print", "6\n", "5\n"),
    ]
    found = text.replace("1 text", "2 texts\nand more").replace("3 more", "4 more").replace("text\n5", "text\n6")
    assert page_of_today(page, outputs) == found


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_whose_outputs_are_those_of_today_stays(page: Path) -> None:
    assert page_of_today(page, []) == page.read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [page for page in DOCUMENTS if blocks_of(page)], ids=name_of)
def test_blocks_have_a_language_and_are_well_formed(page: Path) -> None:
    for block in blocks_of(page):
        assert block.language in RUN | CHECKED | SHOWN, block
        if "…" not in block.code:
            _parse(block)


def _parse(block: Block) -> None:
    known = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in {**prefixes(iris.DEFAULT_BASE), **OTHERS}.items())
    if block.language == "toml":
        tomllib.loads(block.code)
    elif block.language == "json":
        assert all(map(json.loads, re.split(r"\n(?=\{)", block.code.strip())))
    elif block.language in {"turtle", "trig"}:
        list(pyoxigraph.parse(known + block.code, format=pyoxigraph.RdfFormat.TRIG))
    elif block.language == "sparql":
        pyoxigraph.Store().query(known + block.code)


def test_examples_of_docstrings_are_so() -> None:
    results = {
        found.name: doctest.testmod(importlib.import_module(found.name))
        for found in pkgutil.walk_packages(kg.__path__, "kg.")
        if ">>> " in Path(str(found.module_finder.find_spec(found.name, None).origin)).read_text(encoding="utf-8")  # type: ignore[union-attr]
    }
    assert [name for name, result in results.items() if result.failed] == []
    assert sum(result.attempted for result in results.values()) > 10


@pytest.mark.parametrize(("script", "page"), [("generate.py", "cli.md"), ("generate_python.py", "python.md")])
def test_references_are_those_of_the_code(script: str, page: str) -> None:
    generated = runpy.run_path(str(REPOSITORY / "docs" / "reference" / script))["reference"]()
    written = (REPOSITORY / "docs" / "reference" / page).read_text(encoding="utf-8")
    assert written == generated, "run: make reference"


def test_every_library_has_its_licence_told() -> None:
    script = runpy.run_path(str(REPOSITORY / "docs" / "reference" / "generate_licenses.py"))
    page = (REPOSITORY / "docs" / "reference" / "licenses.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| ([\w-]+) \| (.*?) \|", page.partition("|---|")[2].partition("\n#")[0], re.MULTILINE))
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    # their own dependencies change with every release
    named = {re.split(r"[^\w.-]", each)[0] for each in project["dependencies"]}
    assert named - told.keys() == set(), "run: make reference"
    assert [name for name, licence in told.items() if not script["is_expression"](licence)] == []


def test_the_glossary_has_every_outcome_of_a_clause() -> None:
    page = (REPOSITORY / "docs" / "reference" / "glossary.md").read_text(encoding="utf-8")
    rows = [f"| {name} | {meaning} |" for name, meaning in reason_meanings().items()]
    assert [row for row in rows if row not in page] == []
    assert all(f"| {name} |" in page for name in (STATEMENT, INSIDE))


@pytest.mark.parametrize("page", ["docs/limits.md", "docs/reference/rdf.md"])
def test_pages_count_the_event_relations(page: str) -> None:
    told = (REPOSITORY / page).read_text(encoding="utf-8")
    counts = re.findall(r"(\d+) (?:event relations|events)\b", told)
    known = tomllib.loads((REPOSITORY / "kg" / "data" / "events.toml").read_text(encoding="utf-8"))
    assert counts == [str(len(known))]


def test_the_prefixes_of_the_queries_are_those_of_a_graph() -> None:
    page = (REPOSITORY / "docs" / "howto" / "queries.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^PREFIX (\w+): <(\S+)>$", page, re.MULTILINE))
    assert told == {name: iri for name, iri in prefixes(iris.DEFAULT_BASE).items() if name in told}
    used = {name for name in prefixes(iris.DEFAULT_BASE) if re.search(rf"\b{name}:\w", page)}
    assert used <= told.keys()


def test_every_file_of_data_has_its_licence_told_once() -> None:
    script = runpy.run_path(str(REPOSITORY / "docs" / "reference" / "generate_licenses.py"))
    files = script["data_files"]()
    assert len(files) > 40
    assert [path for path, told in files.items() if len(told) != 1] == [], "one entry of REUSE.toml for each"
    licences = {told[0]["SPDX-License-Identifier"] for told in files.values()}
    assert [each for each in licences if not script["is_expression"](each)] == []
    page = (REPOSITORY / "docs" / "reference" / "licenses.md").read_text(encoding="utf-8")
    rows = [script["_data_row"](path, *told) for path, told in files.items()]
    assert page.endswith("\n".join(rows) + "\n"), "run: make reference"


@pytest.mark.parametrize("command", typer.main.get_command(cli.app).commands)  # type: ignore[attr-defined]  # an app of several commands is a group
def test_readme_names_every_command(command: str) -> None:
    assert re.search(rf"\bkg {command}\b", README)


@pytest.mark.parametrize(("page", "row", "names"), MEASURED)
def test_tables_quote_the_figures_of_today(page: str, row: str, names: str) -> None:
    bounds = json.loads((REPOSITORY / "benchmarks" / "floors.json").read_text(encoding="utf-8"))
    lines = (REPOSITORY / page).read_text(encoding="utf-8").splitlines()
    (told,) = [line for line in lines if line.startswith(f"| {row}")]
    for name in names.split():
        (bound,) = bounds[name].values()
        quoted = {f"{bound:.3f}".removeprefix("0"), f"{100 * bound:.1f} %"}
        assert any(figure in told for figure in quoted), f"{name} is {bound}"


@pytest.mark.parametrize("document", DOCUMENTS, ids=name_of)
def test_links_lead_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", document.read_text(encoding="utf-8"))
    missing = [t for t in targets if not re.match(r"\w+:", t) and not (document.parent / t).exists()]
    assert missing == []


def test_reference_names_every_column_and_key(shell: Shell, built: Path) -> None:
    (built / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n")  # to get a failure
    shell.run("kg build data/2017* photo.png -o columns/", built)
    written: dict[str, list[str]] = {}
    for path in (built / "columns").iterdir():
        if path.suffix == ".csv":
            written[path.name] = path.read_text(encoding="utf-8").split("\n", 1)[0].split(",")
        if path.suffix == ".jsonl":
            written[path.name] = list(json.loads(path.read_text(encoding="utf-8").splitlines()[0]))
    written["run.json"] = list(json.loads((built / "columns" / "run.json").read_text(encoding="utf-8")))
    page = (REPOSITORY / "docs" / "reference" / "files.md").read_text(encoding="utf-8")
    told = {
        section.split("`")[1]: re.findall(r"`([^`]+)`", " ".join(re.findall(r"^\| (`[^|]*) \|", section, re.MULTILINE)))
        for section in page.split("\n## ")
        if section.startswith("`")
    }
    assert {name: sorted(keys) for name, keys in told.items()} == {name: sorted(keys) for name, keys in written.items()}
    assert [path.name for path in (built / "columns").iterdir() if f"`{path.name}`" not in page] == []


def test_help_is_not_cut(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert cli.main(["--help"]) == 0
    assert "..." not in capsys.readouterr().out.replace("[ARGS]...", "")
