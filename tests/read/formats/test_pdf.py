"""Pages of lines are joined to paragraphs."""

import math

import pytest

from kg.model import Place
from kg.read.file import File
from kg.read.formats.pdf import Line, heading, joined, read_pdf, without_edges
from tests.read import files

HEIGHT = 14.0


def page(*texts: str, gaps: dict[int, float] | None = None, sizes: dict[int, float] | None = None) -> list[Line]:
    """Return lines below each other; some are preceded by a gap of so many additional heights."""
    lines, y = [], 700.0
    for number, text in enumerate(texts):
        y -= HEIGHT * (1 + (gaps or {}).get(number, 0.0))
        lines.append(Line(text, y, 50.0, (sizes or {}).get(number, 11.0)))
    return lines


def sentences() -> list[str]:
    """Return sentences without a common line."""
    once = ("Aurora", "Bella", "Clara", "Doris", "Erna", "Flora", "Greta", "Hilda", "Irma", "Jutta", "Karla", "Lena")
    names = [*once, *(f"New{name}" for name in once)]
    return [
        f"The {name} left {name}haven, for the men of {name}land had called, said the owner of {name}."
        for name in names
    ]


def test_lines_are_joined_and_hyphens_mended() -> None:
    lines = page(
        "The harbour of Norlin froze on Monday, and the fer-",
        "ry could not leave for the islands, a long-term re-",
        "sult of a well-known kind. It is a well-",
        "known kind of long ice, said the mayor of the town",
        "- bread",
        "Thaw",
        sizes={5: 16.0},
    )
    assert joined([lines])[0].split("\n\n") == [
        (
            "The harbour of Norlin froze on Monday, and the ferry could not leave for the islands, a long-term result "
            "of a well-known kind. It is a well-known kind of long ice, said the mayor of the town"
        ),
        "- bread",
        "Thaw",
    ]


def test_a_gap_and_a_short_line_part_paragraphs() -> None:
    full = "The harbour of Norlin froze on Monday, and the ferry"
    lines = page(full, full, "could not leave.", full, full, gaps={4: 0.5})
    assert joined([lines])[0].split("\n\n") == [f"{full} {full} could not leave.", full, full]


def test_a_sentence_runs_over_to_the_next_page() -> None:
    first, second = (
        page("The harbour of Norlin froze on Monday, and the"),
        page("ferry could not leave for the islands on Monday."),
    )
    text, places = joined([first, second])
    assert text == "The harbour of Norlin froze on Monday, and the ferry could not leave for the islands on Monday."
    assert places == (Place(0, 46, "page 1"), Place(47, len(text), "page 2"))
    assert text[47:].startswith("ferry")


def test_what_is_repeated_at_the_edges_goes() -> None:
    pages = [page("The Post, page 1", "Snow fell.", "Thaw", "7"), page("The Post, page 2", "Thaw", "Ice broke.", "8")]
    kept = [[line.text for line in each] for each in without_edges(pages)]
    assert kept == [["Snow fell.", "Thaw"], ["Thaw", "Ice broke."]], (
        "the foot of one and the head of the next are no head"
    )


def test_running_heads_of_a_real_file_go() -> None:
    told = sentences()
    (part,) = read_pdf(File("a.pdf", files.pdf(told)))
    assert "The Post" not in part.text
    assert "Page" not in part.text
    assert part.text.split("\n\n") == [files.TITLE, *told]
    assert [place.label for place in part.places] == ["page 1", "page 2"]


@pytest.mark.parametrize(("many", "pages"), [(3, 1), (24, 2)])
def test_what_a_browser_prints_at_the_edges_goes(many: int, pages: int) -> None:
    """One page; and two, the second of which is short and continues a sentence."""
    told = " ".join(sentences()[:many])
    (part,) = read_pdf(File("a.pdf", files.pdf([told], printed=True)))
    assert part.text.split("\n\n") == [files.TITLE, told]
    assert part.title == files.TITLE
    assert len(part.places) == pages


def test_an_edge_with_numbers_stays_where_no_browser_printed_it() -> None:
    lines = page("On 6/4/24, 9:30 AM the ferry left.", "Snow fell.", "The vote was 7/9")
    assert without_edges([lines]) == [lines]
    assert without_edges([page("At https://ice.example", "Snow fell.", "Ice broke.")])[0][0].text.startswith("At")


@pytest.mark.parametrize("height", [math.inf, -math.inf, math.nan])
def test_a_line_that_stands_nowhere_is_read(height: float) -> None:
    lines = [Line("Ice broke.", height, 50.0, 11.0), *page("Snow fell.")]
    assert without_edges([lines]) == [lines]


def test_the_heading_is_in_the_largest_letters_of_the_first_page() -> None:
    body = ("The harbour of Norlin froze on Monday.", "The ferry could not leave.", "The navy sent two ships.")
    lines = page("Norlin Post, Monday 3 June", "Ice stops", "ferry", *body, sizes={0: 9.0, 1: 18.0, 2: 18.0})
    assert heading([lines, page(*body)]) == "Ice stops ferry"
    assert heading([page("Norlin Post", *body, sizes={0: 9.0})]) is None, "no letters are larger than those of the text"
    assert heading([]) is None
