"""The words of documents, messages and docstrings are those that readers of other libraries' documents know."""

import ast
import re
import subprocess
import sys
import typing as t
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.documents import DOCUMENTS, REPOSITORY

INSTEAD: t.Final = {
    r"rooms": "packages",
    r"(?<![/-])floors(?!\.json)": "layers, lower bounds",
    r"silent(?:ly)?(?! e\b)": "without a statement, without a message",
    r"left open": "ambiguous, unresolved",
    r"told otherwise": "changed, by default",
    r"hither|thereof|wherein|whereby|heretofore": "plain words",
    r"else a guess": "by default",
}
"""Words of our own or of another time, and what to say instead."""
PATTERN: t.Final = re.compile("|".join(rf"(?<!`)\b(?:{word})\b" for word in INSTEAD))
RECORDS: t.Final = REPOSITORY / "docs" / "decisions"
PAGES: t.Final = [page for page in DOCUMENTS if RECORDS not in page.parents and page.name != "constructions.md"]
MODULES: t.Final = sorted((REPOSITORY / "kg").rglob("*.py"))


def written(path: Path) -> Iterator[str]:
    """Yield what people read: a page, or the docstrings of a module, and of a command its messages too."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield text
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            yield node.value if path.parent.name == "cli" or path.name == "report.py" else ""


@pytest.mark.parametrize("path", [*PAGES, *MODULES], ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_words_are_plain(path: Path) -> None:
    found = [match for text in written(path) for match in PATTERN.findall(text)]
    assert found == [], "say instead: see INSTEAD"


def test_words_are_spelled_rightly() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "codespell_lib"], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
