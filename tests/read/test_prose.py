from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Document
from kg.read import prose_spans

DATA = Path(__file__).resolve().parents[2] / "data"
ICE = "The harbour froze on Monday."
FERRY = "The ferry could not leave, the captain said."
TEASERS = "Opinion\n\nBoats for all\nUpdated 3 May, 2024\n\nBoats for all\n\nThe city must buy boats, and soon."

PIECES = (
    *(
        ICE,
        FERRY,
        "Opinion",
        "June 3, 2024",
        "Ice stops the ferry",
        "BREMEN: ",
        "- ",
        "\n",
        "\n\n",
        "\r\n",
        "é“”\u2028",
    ),
    *("Updated 3 May, 2024", "Image: Jane Doe.", "(AP) — ", "# ", "By Jane Doe", "\ufeff", "😀", "1. "),
)


def prose(text: str) -> list[str]:
    return [text[span.start : span.end] for span in prose_spans(Document("d", text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{ICE}\n\n{FERRY}", [ICE, FERRY]),
        # headline, byline and date
        (f"Ice stops the ferry\n\nBy Jane Doe\nJune 3, 2024\n\n{ICE}", [ICE]),
        (f"Friday, June 3, 2024\n\nIce stops the ferry\n\n{ICE}", [ICE]),
        (f"# Ice stops the ferry\n{ICE}", [ICE]),
        (f"{ICE}\n\nTroubles of the captain\n\n{FERRY}", [ICE, FERRY]),
        # a dateline, only at the start of the report
        (f"BREMEN (Reuters) - {ICE}\n\nTHE CAPTAIN: {FERRY}", [ICE, f"THE CAPTAIN: {FERRY}"]),
        ("BREMEN, June 3 (AP) — Acme Corp bought Bolt Works.", ["Acme Corp bought Bolt Works."]),
        # pictures
        (f"{ICE}\n\n{FERRY} Image: Jane Doe.", [ICE, FERRY]),
        (f"{ICE}\n\n{FERRY} Image: Jane Doe/Northern Wire", [ICE]),
        (f"{ICE}\n\n{'The ferry is late. ' * 20}Image: Jane Doe.", [ICE, ("The ferry is late. " * 20).strip()]),
        (f"{ICE}\n\nThe pier Photo: J. Doe / Northern Wire", [ICE]),
        (f"{ICE}\n\nHe showed them one picture: a boat.", [ICE, "He showed them one picture: a boat."]),
        (f"{ICE}\n\n{FERRY}\nJane Doe/Harbour Images\n\n{ICE}", [ICE, ICE]),
        (f"{ICE}\n\n{FERRY}\n(NW/Harbour Post/Jane Doe)\n\n{ICE}", [ICE, ICE]),
        (f"{ICE}\n{FERRY}\nJane Doe/Harbour Images\n{ICE}", [ICE, FERRY, ICE]),
        (f"{ICE}\n\n{FERRY}\n\nJane Doe/Harbour Images\n\n{ICE}", [ICE, FERRY, ICE]),
        # numbered paragraphs, but not other numbers and days
        (f"1 {ICE}\n\n2 {FERRY}", [ICE, FERRY]),
        (f"1.1 {ICE}\n\nNarrative\n\n1.2 {FERRY}", [ICE, FERRY]),
        (
            f"{ICE}\n\n12 Danes were lost.\n\n14 Swedes were saved.",
            [ICE, "12 Danes were lost.", "14 Swedes were saved."],
        ),
        (f"{ICE}\n\n3 May was cold.\n\n4 May was warmer.", [ICE, "3 May was cold.", "4 May was warmer."]),
        # lists
        (f"{ICE}\n\n- {FERRY}\n- bread\n- milk", [ICE, FERRY]),
        # navigation within the text does not end it
        (f"{ICE}\n\nRead more: Tides turn in Bremen\n\n{FERRY}", [ICE, FERRY]),
        (f"{ICE}\n\nOpinion\n\n{FERRY}\n\n{FERRY}", [ICE, FERRY, FERRY]),
        # the tail
        (f"{ICE}\n\nPublished in The Post, June 3rd, 2024\n\n{TEASERS}", [ICE]),
        (f"{ICE}\n\n{TEASERS}", [ICE]),
        (f"{ICE}\n\nBoats for all\nUpdated 3 May, 2024\n\nThe city must buy boats, and soon.", [ICE]),
        (f"{ICE}\n\n© 2024 The Post\n\nHome", [ICE]),
        (f"{ICE}\n\nNo.\n\nNo.\n\n{FERRY}", [ICE, FERRY]),
        (f"{ICE}\n\nImage: Jane Doe.\n\nImage: J. Roe.\n\n{FERRY}", [ICE, FERRY]),
        # a publication line before the text, or between two, does not end it
        (f"Published in The Post, June 3rd, 2024\n\n{ICE}\n\n{FERRY}", [ICE, FERRY]),
        (f"{ICE}\n\nUpdated June 3rd, 2024\n\n{FERRY}\n\n{ICE}", [ICE, FERRY, ICE]),
        (
            f"{ICE}\n\nUpdated June 3rd, 2024\n\n{'The ferry is late. ' * 30}",
            [ICE, ("The ferry is late. " * 30).strip()],
        ),
        # texts with other content only
        ("Jane Doe owns the ferry", ["Jane Doe owns the ferry"]),
        ("Ferry sank", ["Ferry sank"]),
        ("\n\r\n", []),
        ("", []),
    ],
)
def test_prose(text: str, expected: list[str]) -> None:
    assert prose(text) == expected
    assert prose(text.replace("\n", "\r\n")) == expected


def test_a_wrapped_paragraph_is_one_span() -> None:
    text = "The harbour froze on Monday and the boats could not\nleave it, which the captain called a shame."
    assert prose(text) == [text]


@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.text(max_size=200))
def test_spans_lie_within_the_text_in_order_and_apart(text: str) -> None:
    spans = prose_spans(Document("d", text))
    assert all(span.document == "d" and span.end <= len(text) for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(text[span.start : span.end] == text[span.start : span.end].strip() for span in spans)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("2024-06-20-commerce-ban", "The US Department of Commerce", "federal computers."),
        ("2024-06-21-treasury-sanctions", "The United States imposed", "business with them."),
        ("2024-07-16-wind-down", "The Russian antivirus maker", "in other countries."),
        ("2024-09-06-ultraav-takes-over", "Pango Group will take over", "sales in the country."),
        ("2024-09-24-users-surprised", "Some Americans were surprised", "in the United States."),
    ],
)
def test_sample_articles(name: str, first: str, last: str) -> None:
    found = prose((DATA / f"{name}.txt").read_text(encoding="utf-8"))
    assert found[0].startswith(first)
    assert found[-1].endswith(last)


def test_the_received_article(shared: Path) -> None:
    text = (shared / "gold" / "kaspersky.txt").read_text(encoding="utf-8")
    found = prose(text)
    assert len(found) == 12
    assert found[0].startswith("Russia-based")
    assert text.index(found[-1]) + len(found[-1]) < text.index("Published in")


@pytest.mark.parametrize(("name", "paragraphs"), [("afghan", 11), ("defector", 9), ("taxes", 13)])
def test_articles_under_a_headline_and_a_date(shared: Path, name: str, paragraphs: int) -> None:
    text = (shared / "gold" / f"{name}.txt").read_text(encoding="utf-8")
    # everything below the two lines of the head is running text, except for the credits of pictures
    assert len(prose(text)) == len(text.split("\n\n")) - 2 >= paragraphs
    assert not any("Image:" in paragraph for paragraph in prose(text))
