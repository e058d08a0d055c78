"""What the documents say is tried out: their commands, their Python, and their links."""

import re
import runpy
import shlex
from pathlib import Path

import pytest
import typer.main

from kg.cli import app, main

REPOSITORY = Path(__file__).resolve().parent.parent
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted(
    [*REPOSITORY.glob("*.md"), *(REPOSITORY / "docs").rglob("*.md")], key=lambda path: path.relative_to(REPOSITORY)
)


def blocks(language: str, text: str = README) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.fixture
def beside_the_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Go to an empty directory in which `data/` is that of the repository."""
    (tmp_path / "data").symlink_to(REPOSITORY / "data")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("script", "page"), [("generate.py", "cli.md"), ("generate_python.py", "python.md")])
def test_references_are_those_of_the_code(script: str, page: str) -> None:
    generated = runpy.run_path(str(REPOSITORY / "docs" / "reference" / script))["reference"]()
    written = (REPOSITORY / "docs" / "reference" / page).read_text(encoding="utf-8")
    assert written == generated, "run: make reference"


def test_every_library_has_its_licence_told() -> None:
    script = runpy.run_path(str(REPOSITORY / "docs" / "reference" / "generate_licenses.py"))
    page = (REPOSITORY / "docs" / "reference" / "licenses.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\| ([\w-]+) \| (.*?) \|", page.partition("|---|")[2], re.MULTILINE))
    assert script["required"]().keys() - told.keys() == set(), "run: make reference"
    assert [name for name, licence in told.items() if not script["EXPRESSION"].fullmatch(licence)] == []


@pytest.mark.parametrize("command", typer.main.get_command(app).commands)  # type: ignore[attr-defined]  # an app of several commands is a group
def test_readme_names_every_command(command: str) -> None:
    assert re.search(rf"\bkg {command}\b", README)


def test_readme_commands_run(beside_the_data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [
        shlex.split(part, comments=True)
        for block in blocks("bash")
        for part in re.split(r"\n|&&", block.replace("\\\n", ""))
    ]
    commands = [words[1:] for words in lines if words and words[0].rsplit("/", 1)[-1] == "kg"]
    assert ["build", "data/", "-o", "out/"] in commands
    for command in commands:
        assert main(command) == 0, capsys.readouterr().err


@pytest.mark.parametrize("page", ["README.md", "docs/howto/tables.md"])
def test_python_of_a_page_runs(beside_the_data: Path, page: str) -> None:
    found = blocks("python", (REPOSITORY / page).read_text(encoding="utf-8"))
    assert found
    names: dict[str, object] = {}
    for block in found:
        exec(compile(block, page, "exec"), names)  # noqa: S102 - the block is ours


def test_readme_output_is_real(beside_the_data: Path) -> None:
    from kg import build

    said = {f"{row['subject']} | {row['relation']} | {row['object']}" for row in build("data/").triples}
    shown = [line for block in blocks("text") for line in block.splitlines() if " | " in line]
    assert shown
    assert [line for line in shown if re.split(r"\s{2,}", line)[0] not in said] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_links_lead_somewhere(document: Path) -> None:
    targets = re.findall(r"\]\(([^)#\s]+)", document.read_text(encoding="utf-8"))
    missing = [t for t in targets if not re.match(r"\w+:", t) and not (document.parent / t).exists()]
    assert missing == []
