"""One row for each kind of input, good and bad, with its outcome. The files are real, and created here."""

import json
import os
import socket
import stat
import struct
import typing as t
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.errors import NothingToRead
from kg.model import Document, Failure
from kg.read import read, read_inputs
from tests.read import files
from tests.read.files import PARAGRAPHS, TEXT, TITLE

FOUND: t.Final = "The navy sent two ships."
"""A sentence in readable inputs."""
PNG: t.Final = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" * 20
ENVELOPE: t.Final = b"From a@b.example Mon Jan  1 00:00:00 2024\n"
MEGABYTES: t.Final = 5 * 2**20


@dataclass(frozen=True)
class Row:
    """A file by name and content, and its expected outcome: the format and ids of its texts, or a kind of failure."""

    name: str
    data: bytes
    format: str | None = None
    ids: tuple[str, ...] = ()
    failure: str | None = None
    advice: str = ""


def good(name: str, data: bytes, format_: str, *ids: str) -> Row:
    return Row(name, data, format_, ids or (name.split(".")[0],))


def bad(name: str, data: bytes, failure: str, advice: str = "") -> Row:
    return Row(name, data, failure=failure, advice=advice)


LONG: t.Final = TEXT + " ".join(PARAGRAPHS) * (MEGABYTES // len(TEXT))
ROWS: t.Final = (
    # text in its encodings
    good("plain.txt", TEXT.encode(), "text"),
    good("no_suffix", TEXT.encode(), "text"),
    good("wrong.pdf", TEXT.encode(), "text"),
    good("mark.txt", b"\xef\xbb\xbf" + TEXT.encode(), "text"),
    good("utf16le.txt", b"\xff\xfe" + TEXT.encode("utf-16-le"), "text"),
    good("utf16be.txt", b"\xfe\xff" + TEXT.encode("utf-16-be"), "text"),
    good("utf32.txt", TEXT.encode("utf-32"), "text"),
    good("latin1.txt", f"{TEXT}\n\nCafé Zoë was closed.".encode("latin-1"), "text"),
    good("cp1252.txt", f"{TEXT}\n\n“Café” – closed.".encode("cp1252"), "text"),
    good("crlf.txt", TEXT.replace("\n", "\r\n").encode(), "text"),
    good("long.txt", LONG.encode(), "text"),
    good("short.txt", b"The navy sent two ships.", "text"),
    good("commas.txt", b"The navy sent two ships.\nSnow, ice, wind.\nRain, hail, fog.\n", "text"),
    good("braces.txt", b"[1] The navy sent two ships.\n{sic}", "text"),
    good("minutes.txt", b"Date: Monday\nPlace: Norlin\n\nThe navy sent two ships.\nThe town was glad.", "text"),
    # documents
    good(
        "readable.md",
        f"# {TITLE}\n\nThe [navy](https://a.example) **sent** two ships. Then it left.".encode(),
        "markdown",
    ),
    good("front.md", f"---\ntitle: {TITLE}\n---\n\n{TEXT}".encode(), "markdown"),
    good("page.html", files.page(), "html"),
    good("page", files.page(), "html"),
    good("page.txt", files.page(), "html"),
    good("page_latin1.html", files.page((*PARAGRAPHS, "Café Zoë was closed."), charset="iso-8859-1"), "html"),
    good(
        "page_wall.html",
        files.page(around="<div id='gdpr-consent' class='cookie-wall'><p>Accept cookies.</p></div>"),
        "html",
    ),
    good("page_table.html", files.page(around="<table><tr><td>1</td><td>2</td></tr></table>"), "html"),
    good("fragment.html", b"<p>The navy sent two ships. They were expected on Thursday.</p>", "html"),
    good("paper.pdf", files.pdf(), "pdf"),
    good("paper.txt", files.pdf(), "pdf"),
    good("paper_late.pdf", b"\r\n" + files.pdf(), "pdf"),
    good("paper_open.pdf", files.pdf(password=""), "pdf"),
    good("letter.docx", files.docx(), "docx"),
    good("letter.zip", files.docx(), "docx"),
    good("book.epub", files.epub(), "epub", "book/chapter1", "book/chapter2"),
    good("mail.eml", files.message(), "mail"),
    good("mail_html.eml", files.message("<p>The navy sent two ships.</p>", subtype="html"), "mail"),
    # tables and records
    good("table.csv", files.csv(files.records()), "csv", "table/a1", "table/a2"),
    good("table.txt", files.csv(files.records()), "csv", "table/a1", "table/a2"),
    good("table.tsv", files.csv(files.records(), mark="\t"), "csv", "table/a1", "table/a2"),
    good("semicolons.csv", files.csv(files.records(), mark=";"), "csv", "semicolons/a1", "semicolons/a2"),
    good(
        "no_ids.csv",
        files.csv([{"n": 1, "words": PARAGRAPHS[2]}, {"n": 2, "words": TEXT}]),
        "csv",
        "no_ids/1",
        "no_ids/2",
    ),
    good(
        "some_ids.csv",
        b"id,text\nx,Prado Labs bought it.\ny,Ana Silva sold it.\ny,Bolt bought it.\n"
        b",The navy sent two ships.\n4,Rain fell.\n",
        "csv",
        *(f"some_ids/{id_}" for id_ in ("4", "x", "y~otnak357", "y~wfkaikv7", "~4")),
    ),
    good("lines.jsonl", files.json_lines(files.records()), "json lines", "lines/a1", "lines/a2"),
    good("lines.txt", files.json_lines(files.records()), "json lines", "lines/a1", "lines/a2"),
    good("texts.json", b'["The navy sent two ships.", "Snow fell."]', "json", "texts/1", "texts/2"),
    good("list.json", b'{"articles": [{"body": "The navy sent two ships."}]}', "json", "list/1"),
    good("one.json", b'{"title": "Ice", "text": "The navy sent two ships."}', "json"),
    good("table.parquet", files.parquet(files.records()), "parquet", "table/a1", "table/a2"),
    good("feed.rss", files.rss(), "feed", "feed/report-1", "feed/report-2"),
    good("feed.xml", files.rss(), "feed", "feed/report-1", "feed/report-2"),
    # packed
    good("plain.txt.gz", files.gz(TEXT.encode()), "text"),
    good("table.csv.gz", files.gz(files.csv(files.records())), "csv", "table/a1", "table/a2"),
    good("plain.zst", files.zst(TEXT.encode()), "text"),
    good("news.zip", files.zipped({"a/b.txt": TEXT.encode(), ".hid": b"x", "README.md": b"x"}), "text", "news/a/b"),
    good("nested.zip", files.zipped({"in.zip": files.zipped({"a.txt": TEXT.encode()})}), "text", "nested/in/a"),
    # not supported
    bad("open_quote.csv", b'id,text\na,"The navy sent two ships.\nb,Snow fell.\n', "broken"),
    bad("open_heading.csv", b'id,"text\na,The navy sent two ships.\n', "broken"),
    bad("empty.zip", files.zipped({}), "empty"),
    bad("hidden.zip", files.zipped({".hid": b"x", "README.md": b"x"}), "empty"),
    bad("empty.txt", b"", "empty"),
    bad("blank.txt", b" \n\t\n", "empty"),
    bad("marks.md", b"-", "empty"),
    bad("mark_only.txt", b"\xff\xfe", "empty"),
    bad("nul.txt", b"The navy\0 sent", "binary", "UTF-8"),
    bad("utf16_odd.txt", b"\xff\xfea", "broken", "UTF-8"),
    bad("logo.png", PNG, "binary"),
    bad("logo.txt", PNG, "binary"),
    bad("film.mp4", b"\0\0\0\x18ftypmp42" + b"\0" * 100, "binary", "transcript"),
    bad("old.doc", b"\xd0\xcf\x11\xe0" + b"\0" * 600, "binary", "DOCX"),
    bad("rich.rtf", rb"{\rtf1\ansi The navy sent two ships.}", "binary", "DOCX"),
    bad("noise.docx", bytes(range(256)) * 40, "broken", "downloaded whole"),
    bad("noise.pdf", bytes(range(1, 32)) * 40, "broken", "downloaded whole"),
    bad("noise.dat", bytes(range(1, 32)) * 40, "binary"),
    bad("sheet.xlsx", files.zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "unknown", "CSV"),
    bad("office.odt", files.zipped({"mimetype": b"x", "content.xml": b"<x/>"}), "unknown", "DOCX"),
    bad("map.svg", b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>', "unknown"),
    bad("article.xml", b"<article><p>The navy sent two ships.</p></article>\n", "unknown"),
    bad(
        "tei.xml", b'<?xml version="1.0"?><!DOCTYPE TEI [\n<!ENTITY x "y">\n]>\n<TEI><p>Snow fell.</p></TEI>', "unknown"
    ),
    bad("box.mbox", 2 * (ENVELOPE + files.message()), "unknown", "EML"),
    good("one.mbox", ENVELOPE + files.message(), "mail"),
    good(
        "dated.eml",
        ENVELOPE + files.message("The navy sent two ships.\nFrom May to the end of 2024 snow fell.\n"),
        "mail",
    ),
    bad("drawing.svg", b"<svg><text>The navy sent two ships.</text></svg>\n", "unknown"),
    good(
        "folded.md",
        b"<details><summary>One</summary>Snow fell.</details>\n\nThe navy sent two ships.\n\n"
        b"<details><summary>Two</summary>Rain fell.</details>\n",
        "markdown",
    ),
    good("centred.txt", b"<center>\nThe navy sent two ships.\n</center>\n", "text"),
    good("commented.md", b"<!-- x -->\n" * 200 + b"The navy sent two ships.\n", "markdown"),
    bad("commented.xml", b"<!-- x -->\n" * 200 + b"<TEI><p>Snow fell.</p></TEI>\n", "unknown"),
    bad("figures.txt", files.NUMBERS.encode(), "figures"),
    bad("figures.csv", files.csv([{"year": 1990 + n, "sum": n / 7} for n in range(30)]), "figures", "--text-column"),
    bad("figures.json", b'{"a": [1, 2, 3], "b": {"c": 4}}', "figures"),
    bad(
        "numbers.html",
        b"<html><body><table>" + b"<tr><td>1.5</td><td>22</td></tr>" * 20 + b"</table></body></html>",
        "figures",
    ),
    bad(
        "two_texts.csv",
        files.csv([{"left": TEXT, "right": TEXT}, {"left": TEXT, "right": TEXT}]),
        "column",
        "--text-column",
    ),
    bad("script.py", files.CODE.encode(), "code"),
    bad("script", b"#!/bin/sh\necho ships\n", "code"),
    bad("style.css", b"p {\n  color: red;\n}\na {\n  color: blue;\n}\n", "code"),
    bad("script.txt", files.CODE.encode() * 3, "code"),
    bad("german.txt", files.GERMAN.encode(), "language", "--language any"),
    bad("german_latin1.txt", files.GERMAN.encode("latin-1"), "language", "--language any"),
    bad("arabic.txt", files.ARABIC.encode(), "language", "--language any"),
    bad("arabic.docx", files.docx([files.ARABIC], title=""), "language", "--language any"),
    bad("german.html", files.page([files.GERMAN], title="Hafen"), "language", "--language any"),
    bad("wall.html", b"<html><head><title>x</title></head><body><script>var a = 1;</script></body></html>", "empty"),
    bad("locked.pdf", files.pdf(password="secret"), "encrypted", "password"),  # noqa: S106
    bad("scan.pdf", files.pdf((), title="", plain=True, picture=True), "scanned", "OCR"),
    bad("blank.pdf", files.pdf((), title="", plain=True), "empty"),
    bad("cut.pdf", files.pdf()[:400], "broken"),
    bad("cut.docx", files.docx()[:2000], "broken"),
    bad("torn.docx", files.zipped({"word/document.xml": b"<w>", "[Content_Types].xml": b"<x/>"}), "broken"),
    bad("torn.epub", files.zipped({"META-INF/container.xml": b"<x>"}), "broken"),
    bad("torn.json", b'{"text": "The navy', "broken"),
    bad("torn.parquet", files.parquet(files.records())[:100], "broken"),
    bad("torn.gz", files.gz(TEXT.encode())[:40], "broken"),
    bad("torn.zst", files.zst(TEXT.encode())[:40], "broken"),
    bad(
        "no_entries.rss", b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>', "empty"
    ),
    bad("bomb.gz", files.gz(b"\0" * 20_000_000), "bomb", "unpack"),
    bad("bomb.zst", files.zst(b"\0" * 20_000_000), "bomb", "unpack"),
    bad("bomb.zip", files.zipped({"a.txt": b" " * 20_000_000}), "bomb", "unpack"),
    bad("bomb.docx", files.zipped({"word/document.xml": b" " * 20_000_000}), "bomb", "unpack"),
)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_file_that_is_given_by_name(row: Row, tmp_path: Path) -> None:
    (tmp_path / row.name).write_bytes(row.data)
    if row.failure is None:
        documents = [each for each in read([tmp_path / row.name]) if isinstance(each, Document)]
        assert [each.id for each in documents] == list(row.ids)
        assert {each.format for each in documents} == {row.format}
        assert any(FOUND in each.text for each in documents)
        assert all(place.end <= len(each.text) for each in documents for place in each.places)
        return
    (tmp_path / "read.txt").write_text("Snow fell.")
    failure, document = read([tmp_path / row.name, tmp_path / "read.txt"])
    assert isinstance(failure, Failure)
    assert isinstance(document, Document)
    assert (failure.place, failure.kind, failure.skipped) == (str(tmp_path / row.name), row.failure, False)
    assert row.advice in failure.advice
    assert "\n" not in failure.line


def test_what_is_not_what_it_is_called_is_told(tmp_path: Path) -> None:
    (tmp_path / "noise.docx").write_bytes(b"\x01\0\xfe" * 500)
    with pytest.raises(
        NothingToRead, match=r"noise\.docx: is not a Word document, despite its name; check that it was saved"
    ):
        list(read([tmp_path / "noise.docx"]))


def test_the_table_is_large_enough() -> None:
    assert len(ROWS) >= 60
    assert len({row.name for row in ROWS}) == len(ROWS)


def test_in_a_folder_other_kinds_are_skipped_and_broken_ones_fail(tmp_path: Path) -> None:
    for row in ROWS:
        if row.name != "long.txt":
            (tmp_path / row.name).write_bytes(row.data)
    outcomes = list(read([tmp_path]))
    assert sum(isinstance(each, Document) for each in outcomes) > 40
    failures = {Path(each.place).name: each for each in outcomes if isinstance(each, Failure)}
    assert failures.keys() == {row.name for row in ROWS if row.failure}
    skipped = {name for name, each in failures.items() if each.skipped}
    assert skipped == {row.name for row in ROWS if row.failure in {"binary", "unknown", "code", "figures", "language"}}


def test_what_kind_of_xml_it_is(tmp_path: Path) -> None:
    for name, text in (
        ("a", "<!DOCTYPE TEI [<!ENTITY x 'y'>]>\n<TEI>Snow fell.</TEI>"),
        ("b", "<?xml version='1.0'?>"),
    ):
        (tmp_path / f"{name}.xml").write_text(text, encoding="utf-8")
    (tmp_path / "c.txt").write_text("Snow fell.", encoding="utf-8")
    reasons = [each.reason for each in read([tmp_path]) if isinstance(each, Failure)]
    assert reasons == ["is XML of an unsupported kind: <TEI>", "is XML of an unsupported kind"]


def test_each_member_of_an_archive_is_read_or_told(tmp_path: Path) -> None:
    place = tmp_path / "news.zip"
    place.write_bytes(files.zipped({"../../a.txt": TEXT.encode(), "b.txt": TEXT.encode(), "c/..d.txt": b"x"}))
    failure, document = read([place])
    assert isinstance(failure, Failure)
    assert (failure.place, failure.kind) == (f"{place}: ../../a.txt", "special")
    assert isinstance(document, Document)
    assert document.id == "news/b"


@pytest.mark.parametrize("text", [files.GERMAN, files.ARABIC], ids=["German", "Arabic"])
def test_other_languages_are_read_where_they_are_asked_for(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (document,) = read([tmp_path / "a.txt"], language="any")
    assert isinstance(document, Document)
    assert document.text == text


@pytest.mark.parametrize("names", [["kg.sqlite", "kg.sqlite-wal"], ["run.json", "triples.jsonl", "graph.html"]])
def test_what_a_run_wrote_into_a_folder_is_not_read_with_it(names: list[str], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FOUND)
    (tmp_path / "out" / "deeper").mkdir(parents=True)
    for name in (*names, "deeper/b.txt"):
        (tmp_path / "out" / name).write_text(FOUND)
    outcomes = list(read([tmp_path]))
    assert [each.id for each in outcomes if isinstance(each, Document)] == ["a"]
    assert [(each.kind, each.skipped) for each in outcomes if isinstance(each, Failure)] == [("output", True)]


def test_documents_beside_what_a_run_left_that_ended_early_are_read(tmp_path: Path) -> None:
    for name in ("a.txt", "kg.sqlite", "kg.sqlite-wal", ".kg-lock"):
        (tmp_path / name).write_text(FOUND)
    assert [each.id for each in read([tmp_path]) if isinstance(each, Document)] == ["a"]
    (tmp_path / ".kg-next").mkdir()
    with pytest.raises(NothingToRead, match=r"is what kg build wrote; give documents in it by name"):
        list(read([tmp_path]))


def test_a_part_that_is_not_read_is_no_failure_of_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = str(tmp_path / "lines.jsonl")
    rows = [json.dumps({"id": id_, "text": f"{FOUND} {id_}"}) for id_ in ("a", "b", "c")]
    Path(place).write_text("\n".join([*rows, "[]"]))
    inputs = read_inputs(place)
    assert [each.kind for each in inputs.failures] == ["broken"]
    assert ([*inputs.examined], [*inputs.failed]) == ([place], [])
    monkeypatch.setattr("kg.read.text.MAY_PASS", {"broken"})
    inputs = read_inputs(place)
    assert ([*inputs.examined], [*inputs.failed]) == ([], [place])


def test_what_is_no_file_never_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(FOUND)
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "down").mkdir()
    (tmp_path / "down" / "up").symlink_to(tmp_path)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "lost").symlink_to(tmp_path / "nowhere")
    (tmp_path / "zero").symlink_to("/dev/zero")
    with socket.socket(socket.AF_UNIX) as server:
        monkeypatch.chdir(tmp_path)  # the name of a socket must be short
        server.bind("socket")
        outcomes = list(read([tmp_path]))
    kinds = {Path(each.place).name: each.kind for each in outcomes if isinstance(each, Failure)}
    assert kinds == {
        "pipe": "special",
        "socket": "unopened",
        "up": "special",
        "loop": "unopened",
        "lost": "unopened",
        "zero": "special",
    }
    assert [each.id for each in outcomes if isinstance(each, Document)] == ["a"]
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


def test_a_device_that_is_given_by_name_is_told(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match="/dev/zero: is a device, not a file"):
        list(read(["/dev/zero"]))


def test_a_folder_is_read_once_though_a_link_leads_back(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(FOUND)
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in")
    outcomes = list(read([tmp_path]))
    assert [each.id for each in outcomes if isinstance(each, Document)] == ["in/a"]
    assert [each.skipped for each in outcomes if isinstance(each, Failure)] == [True]


def test_a_name_on_two_lines_becomes_one(tmp_path: Path) -> None:
    (tmp_path / "a\nb.txt").write_text(FOUND)
    (tmp_path / "c\nd.png").write_bytes(PNG)
    failure, document = read([tmp_path])
    assert isinstance(document, Document)
    assert document.id == "a\ufffdb"
    assert isinstance(failure, Failure)
    assert failure.place.endswith("c\ufffdd.png")


def test_members_of_an_archive_are_told_by_name(tmp_path: Path) -> None:
    packed = {"b.txt": TEXT.encode(), "c/d.csv": files.csv(files.records()), "e.png": PNG, "f.pdf": files.pdf()[:300]}
    (tmp_path / "news.zip").write_bytes(files.zipped(packed))
    outcomes = list(read([tmp_path / "news.zip"]))
    documents = [each for each in outcomes if isinstance(each, Document)]
    assert [(each.id, each.places[0].label) for each in documents] == [
        ("news/b", "b.txt"),
        ("news/c/d/a1", "c/d.csv, row 1"),
        ("news/c/d/a2", "c/d.csv, row 2"),
    ]
    failures = [(Path(each.place).name, each.kind, each.skipped) for each in outcomes if isinstance(each, Failure)]
    assert failures == [("news.zip: e.png", "binary", True), ("news.zip: f.pdf", "broken", False)]


def test_archives_in_archives_end_somewhere(tmp_path: Path) -> None:
    data = TEXT.encode()
    for _ in range(6):
        data = files.zipped({"a.zip": data})
    (tmp_path / "deep.zip").write_bytes(data)
    with pytest.raises(NothingToRead, match="lies in 4 archives"):
        list(read([tmp_path / "deep.zip"]))


def test_a_size_that_is_not_true_is_no_way_out(tmp_path: Path) -> None:
    data = bytearray(files.zipped({"a.txt": b" " * 20_000_000}))
    claimed = struct.pack("<I", 10)
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = data.index(mark) + offset
        data[place : place + 4] = claimed
    (tmp_path / "liar.zip").write_bytes(bytes(data))
    with pytest.raises(NothingToRead, match="nothing to read"):
        list(read([tmp_path / "liar.zip"]))
