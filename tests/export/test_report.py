"""The report: its counts, and that quotations stay text."""

import re
import typing as t
from dataclasses import replace

import pytest

from kg.export.report import MOST_LISTED, escape, report
from kg.model import ClaimReference, Copy, Decision, Document, Graph, Reading, Span, StructuralKind, Unclaimed
from tests.export.examples import CLAIMS, COPIED, DROPPED, FAILURES, GRAPH, READINGS, STRUCTURED, span

SECTIONS = (
    *(
        "Totals",
        "Documents",
        "Paragraphs without statements",
        "Left out after the end of the text",
        "Copies",
        "Contradictions",
        "Clauses by outcome",
        "Sentences without a statement, by reason",
    ),
    "Statements by status",
    *("Relations (the 30 most frequent)", "Entities (the 30 most connected)", "Structural edges by kind"),
    *("Decisions", "Merged names"),
    *("Doubtful merges", "Dropped claims", "Ambiguous descriptions", "Failures"),
    "Skipped in folders and archives",
)
REPORT = report(STRUCTURED, READINGS, FAILURES, dropped=DROPPED)


def section(title: str, text: str = REPORT) -> str:
    return text.split(f"\n## {title}\n\n", 1)[1].split("\n## ", 1)[0].strip()


def cells(title: str, text: str = REPORT) -> list[list[str]]:
    """Return the cells of a table, without its header and a note above it; escaped bars are not borders."""
    lines = [line for line in section(title, text).splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def test_sections_stand_in_order() -> None:
    assert tuple(re.findall(r"^## (.*)$", REPORT, re.MULTILINE)) == SECTIONS


def test_totals() -> None:
    totals = dict(cells("Totals"))
    assert totals == {
        "Documents": "2",
        "Of these, copies": "0",
        "Documents without a date (set it with --date)": "1",
        "Sentences": "17",
        "Sentences with a claim": "15",
        "Sentences with a claim in the graph": "15",
        "Clauses": "25",
        "Words in clauses with a statement": "130",
        "Of these, in no part of a clause": "6 (4.6%)",
        "Claims in the graph": "15",
        "Claims dropped": "1",
        "Ambiguous descriptions": "0",
        "Statements": "14",
        "Statements from several independent sources": "1",
        "Contradictions": "0",
        "Statements without an object": "2",
        "Structural edges (names within the words for entities)": str(len(t.get_args(StructuralKind))),
        "Entities": "14",
        "Relations": "13",
        "Failures": "2",
        "Skipped": "1",
    }


def test_copies_and_contradictions_are_listed() -> None:
    text = report(COPIED, READINGS, [])
    assert section("Copies", text).splitlines()[2:] == [
        '| bakery | nearly all | weather/a b%20"c"\\#d |',
        '| weather/a b%20"c"\\#d | most, among other text | bakery |',
    ]
    (row,) = section("Contradictions", text).splitlines()[2:]
    assert row == (
        "| negation | Marta Lund founded Lund Bakery in 1997. | bakery |"
        " She did not close the shop because of the flood. | bakery |"
    )
    assert "| Contradictions | 1 |" in text
    assert "| Of these, copies | 2 |" in text


def test_only_so_many_copies_are_listed() -> None:
    copies = [Copy(f"c{number:03}", "a", "copy") for number in range(MOST_LISTED + 2)]
    copies += [Copy("z", f"o{number:03}", "contains") for number in range(MOST_LISTED + 2)]
    text = section("Copies", report(replace(GRAPH, copies=tuple(sorted(copies))), READINGS, []))
    assert "c049, and 2 more |" in text
    assert "c050" not in text
    assert text.endswith("… and 3 more.")


def test_structural_edges_are_counted_apart() -> None:
    found = cells("Structural edges by kind")
    assert [row[:2] for row in found] == [[kind, "1"] for kind in sorted(t.get_args(StructuralKind))]
    assert ["of", "1", "Marta Lund founded Lund Bakery"] in found


def test_documents() -> None:
    bakery, weather = cells("Documents")
    assert bakery == ["bakery", r"The bakery \| its \`town\`", "2024-07-22", "Town Paper", "14", "12", "1"]
    assert weather[1:] == ["", "", "", "3", "3", "0"]


def test_clauses_are_counted_over_all_documents() -> None:
    assert cells("Clauses by outcome") == [
        ["statement", "19", "76.0%"],
        ["no participant", "4", "16.0%"],
        ["condition", "2", "8.0%"],
    ]


def test_words_that_are_not_plain_are_explained_where_they_stand() -> None:
    assert section("Clauses by outcome").startswith("The glossary in `docs/reference` explains each outcome;")
    assert section("Structural edges by kind").startswith("A name within the words for another entity")


def test_a_run_without_clauses_has_no_share_of_unread_words() -> None:
    text = report(Graph(), (), ())
    assert section("Clauses by outcome", text) == "None."
    assert "| Of these, in no part of a clause | 0 |" in section("Totals", text)


def test_ambiguous_descriptions() -> None:
    one, other = GRAPH.entities[:2]
    document = GRAPH.documents[0]
    text = report(GRAPH, [], [], ambiguous=[(document.id, 4, document.text[4:10], (one.id, other.id))])
    (row,) = section("Ambiguous descriptions", text).splitlines()[2:]
    assert f"{escape(one.label)}, {escape(other.label)}" in row
    assert escape(document.text[:10]) in row
    assert "| Ambiguous descriptions | 1 |" in text


def test_what_was_skipped() -> None:
    document = GRAPH.documents[0]
    places = [("headline", 0, 10), ("navigation", 11, 15), ("navigation", 16, 20)]
    text = report(GRAPH, READINGS, (), skipped=[(kind, Span(document.id, *place)) for kind, *place in places])
    assert cells("Paragraphs without statements", text) == [
        ["navigation", "2", escape(f"{document.text[11:15]} · {document.text[16:20]}")],
        ["headline", "1", escape(document.text[:10])],
    ]
    assert section("Paragraphs without statements") == "None."


def test_all_that_was_left_out_behind_the_end_is_told() -> None:
    document = GRAPH.documents[0]
    ends = [("after the end", Span(document.id, start, start + 5)) for start in range(0, 50, 10)]
    text = report(GRAPH, READINGS, (), skipped=[("headline", Span(document.id, 0, 9)), *ends])
    assert cells("Left out after the end of the text", text) == [
        [document.id, escape(document.text[span.start : span.end])] for _, span in ends
    ]
    assert section("Left out after the end of the text") == "None."


def test_unclaimed_sentences_and_failures() -> None:
    reading = READINGS[0]
    silent = reading.unclaimed[0].span
    assert cells("Sentences without a statement, by reason") == [
        ["no object", "1", escape(reading.document.text[silent.start : silent.end])]
    ]
    assert cells("Failures") == [
        [r"evil\|&lt;b&gt;\`.txt", "failed", "line one line two", ""],
        ["lost.txt", "broken", "cannot be decoded: byte 0xff at 3", "save it anew"],
    ]
    assert cells("Skipped in folders and archives") == [["logo.png", "binary", "is a PNG image", ""]]


def test_how_statements_are_said() -> None:
    rows = cells("Statements by status")
    assert ["negated", "asserted", "negated", "the text itself", "no", "1"] in rows
    assert ["affirmed", "asserted", "affirmed", "reported", "no", "1"] in rows
    assert ["denied", "asserted", "affirmed", "the text itself", "yes", "1"] in rows
    assert ["possible", "possible", "affirmed", "the text itself", "no", "1"] in rows
    assert sum(int(row[-1]) for row in rows) == len(GRAPH.statements)


def test_relations_and_entities_by_frequency() -> None:
    assert cells("Relations (the 30 most frequent)")[0] == ["copy", "2"]
    assert cells("Entities (the 30 most connected)")[:2] == [
        ["Lund Bakery", "Organization", "4", "6"],
        ["Marta Lund", "Person", "4", "5"],
    ]


def test_dropped_claims_with_their_sentence_and_the_reason() -> None:
    reason = "it is unresolved"
    assert cells("Dropped claims") == [
        ["it – copy – the bread", reason, "bakery", "Old Mill denied it copied the bread."]
    ]
    told = report(GRAPH, READINGS, FAILURES, dropped=[(CLAIMS["no object"], reason)])
    assert f"| Tom Reyes – resign | {reason} | bakery | Tom Reyes resigned after six years. |" in told


def test_pairs_that_were_not_merged() -> None:
    assert section("Doubtful merges") == "None."
    one, other = GRAPH.entities[:2]
    told = report(GRAPH, [], [], doubtful=[(one.id, other.id, "last name", 0.6)])
    assert f"| {escape(one.label)} ({one.type}) | {escape(other.label)} ({other.type}) | last name | 0.60 |" in told


def test_names_that_were_merged_with_the_reason() -> None:
    assert section("Merged names") == "None."
    entity = GRAPH.entities[0]
    told = report(GRAPH, [], [], merged=[(entity.id, "a|b", "c", "acronym")])
    assert f"| {escape(entity.label)} ({entity.type}) | a\\|b | c | acronym |" in told


def test_what_came_of_decisions() -> None:
    assert section("Decisions") == "None."
    entity = GRAPH.entities[0]
    decisions = (
        Decision("block", ("the way",)),
        Decision("block", ("x",)),
        Decision("different", ("A", "B")),
        Decision("rename", ("Old",), entity.label, "Jane Doe", (entity.id,)),
        Decision("retype", ("Nobody",), "Person"),
        Decision("same", ("A", "C")),
        Decision("wrong", (), claim=ClaimReference("d", "He fell.", "fall", "He")),
    )
    text = report(replace(GRAPH, decisions=decisions), [], [], left_out={decisions[0]: 3, decisions[1]: 1})
    rows = [line.split(" | ")[-1].removesuffix(" |") for line in section("Decisions", text).splitlines()[2:]]
    assert rows == [
        "3 claims left out",
        "1 claim left out",
        "not applied: the names are not two different entities",
        f"applied to {escape(entity.label)}",
        "matched nothing",
        "not applied: fewer than two of the names were found",
        "matched no claim",
    ]


def test_nothing_is_active() -> None:
    assert not re.search(r"<[a-z/!]", REPORT)
    assert "&lt;greet&gt;" in REPORT


def test_an_empty_run() -> None:
    text = report(Graph(), (), ())
    assert section("Failures", text) == section("Documents", text) == "None."


def test_the_order_of_the_input_does_not_matter() -> None:
    assert report(STRUCTURED, READINGS[::-1], FAILURES[::-1], dropped=DROPPED) == REPORT


def test_a_reason_is_shown_with_its_first_three_sentences() -> None:
    document = Document("d", "One. Two. Three. Four.")
    spans = [Span("d", 0, 4), Span("d", 5, 9), Span("d", 10, 16), Span("d", 17, 22)]
    reading = Reading(document, (), (), 4, tuple(Unclaimed(span, "no verb") for span in reversed(spans)))
    text = report(Graph(), [reading], ())
    assert "| no verb | 4 | One. · Two. · Three. |" in section("Sentences without a statement, by reason", text)


def test_a_reason_that_has_markup_stays_text() -> None:
    unclaimed = Unclaimed(span(READINGS[0].document, "Nobody came."), "<img src=x>|")
    text = report(GRAPH, [replace(READINGS[0], unclaimed=(unclaimed,))], ())
    assert r"&lt;img src=x&gt;\|" in section("Sentences without a statement, by reason", text)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a|b", r"a\|b"),
        ("`x`", r"\`x\`"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("[a](javascript:x)", r"\[a\](javascript:x)"),
        ("a\\|b", r"a\\\|b"),
        ("a\n\n# b", r"a \# b"),
        ("a\u202eb\x00\ud800", "a\ufffdb\ufffd\ufffd"),
        ("U.S.", "U.S."),
    ],
)
def test_escaping(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_of_a_graph_that_was_not_read_here_only_what_it_says_is_told() -> None:
    text = report(GRAPH, (), ())
    assert section("Sentences without a statement, by reason", text).startswith("Unknown")
    assert "| Sentences |" not in text
    assert "| Statements | 14 |" in text
