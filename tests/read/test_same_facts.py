"""The same article as a web page, a PDF, a Word document and a text gives the same statements."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from spacy.language import Language

from benchmarks.gold import facts_found
from kg.model import Document
from kg.read import read
from kg.stages import run_documents
from tests.read import files

DATA = Path(__file__).resolve().parents[2] / "data"
DAY = "2024-07-17"
Maker = Callable[[Sequence[str]], bytes]


def page(paragraphs: Sequence[str]) -> bytes:
    """Return a page whose headline is the first paragraph, as in the text."""
    title, *rest = paragraphs if len(paragraphs[0]) < 80 else ("", *paragraphs)
    return files.page(rest, title=title, day=DAY)


MAKERS: dict[str, Maker] = {
    "html": page,
    "pdf": lambda paragraphs: files.pdf(paragraphs, title=""),
    "docx": lambda paragraphs: files.docx(paragraphs, title=""),
}


def paragraphs_of(article: Path) -> list[str]:
    """Return the paragraphs of an article."""
    lines = (line.strip() for line in article.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line]


def said(place: Path, nlp: Language) -> list[tuple[str, str, str | None, str]]:
    """Return the statements of the document in a file, with the words of their sentences."""
    documents = [each for each in read([place]) if isinstance(each, Document)]
    triples = run_documents(documents, model=nlp, date=DAY).graph.triples
    return sorted(
        (each["subject"], each["phrase"], each["object"] or "", each["evidence"][0]["sentence"]) for each in triples
    )


@pytest.mark.parametrize("format_", MAKERS)
def test_an_article_says_the_same_in_each_format(format_: str, nlp: Language, tmp_path: Path) -> None:
    paragraphs = paragraphs_of(DATA / "2024-07-16-wind-down.txt")
    (tmp_path / "article.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")
    (tmp_path / "made").write_bytes(MAKERS[format_](paragraphs))
    expected = said(tmp_path / "article.txt", nlp)
    assert len(expected) > 10
    assert said(tmp_path / "made", nlp) == expected


@pytest.mark.parametrize("format_", MAKERS)
def test_the_gold_article_has_the_same_facts_in_each_format(
    format_: str, nlp: Language, shared: Path, tmp_path: Path
) -> None:
    paragraphs = paragraphs_of(shared / "gold" / "kaspersky.txt")
    for name, data in (("text", "\n\n".join(paragraphs).encode()), (format_, MAKERS[format_](paragraphs))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "kaspersky.jsonl").symlink_to(shared / "gold" / "kaspersky.jsonl")
        (tmp_path / name / "kaspersky.txt").write_bytes(data)
    text, made = (
        next(facts_found(shared, tmp_path / name, nlp, tmp_path / f"{name}-out")) for name in ("text", format_)
    )
    assert made.missing == text.missing == ()
