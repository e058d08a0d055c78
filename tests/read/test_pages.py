"""Whole pages of our own as people paste them: the kind and the outcome of each line."""

from itertools import pairwise
from pathlib import Path

import pytest

from kg.model import Document
from kg.read.layout import headline_span, prose_spans, skipped_paragraphs

PAGES = sorted(Path(__file__).with_name("pages").glob("*.tsv"))
PROSE = ("prose", "item", "quote")
"""The kinds of lines that give statements."""


def lines(page: Path) -> list[tuple[str, str]]:
    rows = (row.split("\t", 1) for row in page.read_text(encoding="utf-8").splitlines())
    return [(kind, line) for kind, line in rows]


@pytest.mark.parametrize("between", ["\n\n", "\n"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_only_prose_is_read(page: Path, between: str) -> None:
    rows = lines(page)
    text = between.join(line for _, line in rows)
    document = Document("page", text)
    read = "".join(text[span.start : span.end] + "\n" for span in prose_spans(document))
    missing = [line for kind, line in rows if kind in PROSE and line[-30:] not in read]
    let_through = [line for kind, line in rows if kind not in PROSE and line[-30:] in read]
    assert (missing, let_through) == ([], [])


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_headline_is_found_under_a_menu(page: Path) -> None:
    rows = lines(page)
    text = "\n\n".join(line for _, line in rows)
    headline = headline_span(Document("page", text))
    assert headline is not None
    assert [text[headline.start : headline.end]] == [
        line.removeprefix("# ") for kind, line in rows if kind == "headline"
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_is_skipped_and_what_is_read_is_the_whole_text(page: Path) -> None:
    text = "\n\n".join(line for _, line in lines(page))
    document = Document("page", text)
    spans = sorted([*prose_spans(document), *(span for _, span in skipped_paragraphs(document))])
    assert all(one.end <= other.start for one, other in pairwise(spans))
    told = sum(len(text[span.start : span.end].split()) for span in spans)
    # except for bullets, heading marks, datelines and the credits of pictures
    assert 0 <= len(text.split()) - told <= 16


def test_a_known_title_is_the_headline() -> None:
    text = "Ferry\n\nBoats and more boats\n\nIce stops the ferry\n\nThe harbour froze on Monday."
    assert headline_span(Document("d", text)) == headline_span(Document("d", text, "Boats and more boats"))
    found = headline_span(Document("d", text, "Ice stops the ferry | The Ferry Post"))
    assert found is not None
    assert text[found.start : found.end] == "Ice stops the ferry"
