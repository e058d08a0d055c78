"""Documents, messages and docstrings are in plain English: standard terms, and short sentences."""

import ast
import functools
import itertools
import re
import subprocess
import sys
import typing as t
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy
from markdown_it import MarkdownIt
from proselint.checks import __register__ as every_check
from proselint.config import DEFAULT
from proselint.registry import CheckRegistry
from proselint.tools import LintFile

from tests.documents import DOCUMENTS, REPOSITORY

INSTEAD: t.Final = {
    r"rooms": "packages",
    r"(?<![/-])floors": "layers, lower bounds",
    r"silent(?:ly)?(?! e\b)": "without a statement, without a message",
    r"left open": "ambiguous, unresolved",
    r"passed over": "skipped",
    r"told otherwise": "changed, by default",
    r"hither|thereof|wherein|whereby|heretofore": "plain words",
    r"else a guess": "by default",
    r"anew": "again",
    r"hangs? together": "is connected",
    r"unasked|(?:un)?heeded|for want of|passes the rest over": "plain words",
}
"""Private or outdated words, and their replacements."""
PATTERN: t.Final = re.compile("|".join(rf"(?<!`)\b(?:{word})\b" for word in INSTEAD))
THING: t.Final = re.compile(r"\b(?:an?|the|this|one|two|several|same|other|another|named) things?\b")
RECORDS: t.Final = REPOSITORY / "docs" / "decisions"
PAGES: t.Final = [page for page in DOCUMENTS if RECORDS not in page.parents and page.name != "constructions.md"]
MODULES: t.Final = sorted((REPOSITORY / "kg").rglob("*.py"))
CODE: t.Final = re.compile("`[^`\n]+`")
PROSE: t.Final = DEFAULT | {
    "checks": DEFAULT["checks"] | {"typography": False, "social_awareness": False, "lexical_illusions": False}
}
"""The checks of proselint, without typography, because pages are Markdown; examples quote news language."""
LONGEST: t.Final = 32
"""The maximum number of words in a sentence of a page, without code: one idea per sentence."""


def written(path: Path) -> Iterator[str]:
    """Yield the text that people read: a page, or a module's docstrings and errors, and the messages of commands."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".py":
        yield text
        return
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield ast.get_docstring(node) or ""
        elif isinstance(node, ast.Raise):
            texts = (each.value for each in ast.walk(node) if isinstance(each, ast.Constant))
            yield " … ".join(text for text in texts if isinstance(text, str))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            yield node.value if path.parent.name == "cli" or path.name == "report.py" else ""


def paragraphs(page: Path) -> Iterator[str]:
    """Yield the running text of a page, without its code."""
    tokens = MarkdownIt().enable("table").parse(page.read_text(encoding="utf-8"))
    for before, token in itertools.pairwise(tokens):
        if before.type == "paragraph_open":
            parts = (each for each in token.children or () if each.type != "code_inline")
            yield "".join(each.content or " " for each in parts)


@functools.cache
def splitter() -> spacy.language.Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


@pytest.mark.parametrize("path", [*PAGES, *MODULES], ids=lambda path: str(path.relative_to(REPOSITORY)))
def test_words_are_plain(path: Path) -> None:
    found = [match for text in written(path) for match in PATTERN.findall(text)]
    assert found == [], "say instead: see INSTEAD"


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if page.parent.name in {"howto", "reference"} or page.name in {"README.md", "faq.md"}],
    ids=lambda page: page.name,
)
def test_an_entity_is_called_an_entity(page: Path) -> None:
    assert [text for text in paragraphs(page) if THING.search(text)] == []


@pytest.mark.parametrize(
    "path",
    [*PAGES, *(REPOSITORY / "kg" / "cli").glob("*.py")],
    ids=lambda path: str(path.relative_to(REPOSITORY)),
)
def test_sentences_are_short(path: Path) -> None:
    texts = written(path) if path.suffix == ".py" else paragraphs(path)
    sentences = [sentence for text in texts for sentence in splitter()(CODE.sub("", text)).sents]
    long = [each.text for each in sentences if sum(word.is_alpha for word in each) > LONGEST]
    assert long == [], "say it in two sentences"


def test_prose_is_that_of_the_field() -> None:
    CheckRegistry().register_many(every_check)
    texts = {page.name: "\n\n".join(paragraphs(page)) for page in PAGES}
    texts |= {str(module): CODE.sub("", "\n\n".join(written(module))) for module in MODULES}
    found = [
        f"{name}: {result.check_result.message}"
        for name, text in texts.items()
        for result in LintFile(name, text).lint(PROSE)
    ]
    assert found == []


def test_words_are_spelled_rightly() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "codespell_lib"], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    assert done.stdout == ""
