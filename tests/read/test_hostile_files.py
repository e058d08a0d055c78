"""Randomly changed files of every format: each gives texts or failures, never an error, with bounded work.

A few hundred run in CI; `KG_TRIES=50` runs 10,000.
"""

import json
import typing as t

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Failure
from kg.read.file import Columns, File, Part
from kg.read.formats import parts
from tests.read import files
from tests.strategies import tries

MARKDOWN: t.Final = """---
title: Ice stops ferry
---
# Ice stops ferry

- [the navy](x) **sent**

| a | b |
|---|---|
| 1 | 2 |
"""
VALID: t.Final[t.Mapping[str, bytes]] = {
    "a.txt": files.TEXT.encode(),
    "a.utf16": files.TEXT.encode("utf-16"),
    "a.md": MARKDOWN.encode(),
    "a.html": files.page(),
    "a.pdf": files.pdf(),
    "locked.pdf": files.pdf(password="secret"),  # noqa: S106
    "a.docx": files.docx(),
    "a.epub": files.epub(),
    "a.eml": files.message(attached={"b.pdf": files.pdf(), "c.txt": b"Snow fell."}),
    "a.csv": files.csv(files.records()),
    "a.parquet": files.parquet(files.records()),
    "a.jsonl": files.json_lines(files.records()),
    "a.json": json.dumps({"articles": files.records()}).encode(),
    "a.rss": files.rss(),
    "a.atom": files.atom(),
    "a.txt.gz": files.gz(files.TEXT.encode()),
    "a.txt.zst": files.zst(files.TEXT.encode()),
    "a.zip": files.zipped({"b.txt": files.TEXT.encode(), "c.zip": files.zipped({"d.csv": files.csv(files.records())})}),
}
PIECES: t.Final = (
    *(
        b"\0",
        b"\xff\xfe",
        b"<",
        b"<html",
        b"&#0;",
        b"&lol;",
        b"%PDF-",
        b"PK\x03\x04",
        b"\x1f\x8b",
        b"[" * 500,
        b'{"a":' * 200,
    ),
    *(
        b"<div>" * 500,
        b"\n\n",
        b"\r",
        b",",
        b'"',
        b"obj",
        b"stream\n",
        b"endobj",
        b"/Length 999999999",
        b"/Kids [1 0 R]",
        b"From: ",
    ),
    *(
        b"<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>",
        b"\x00" * 64,
        b"A" * 3000,
        b"- " * 300,
        b"> " * 300,
        b"(" * 300,
    ),
)


@st.composite
def damaged(draw: st.DrawFn) -> tuple[str, bytes]:
    """Draw a file with a name of any format, with some of its bytes changed, removed, repeated or inserted."""
    name = draw(st.sampled_from(sorted(VALID)))
    data = bytearray(VALID[name])
    for _ in range(draw(st.integers(0, 6))):
        place = draw(st.integers(0, max(0, len(data) - 1)))
        length = draw(st.integers(1, 40) | st.integers(1, 2000))
        match draw(st.sampled_from(("byte", "cut", "double", "insert", "end"))):
            case "byte":
                data[place : place + 1] = bytes([draw(st.integers(0, 255))])
            case "cut":
                del data[place : place + length]
            case "double":
                data[place:place] = data[place : place + length]
            case "insert":
                data[place:place] = draw(st.sampled_from(PIECES) | st.binary(max_size=30))
            case _:
                del data[place:]
    return draw(st.just(name) | st.sampled_from(sorted(VALID))), bytes(data)


def check(name: str, data: bytes) -> list[Part | Failure]:
    """Read a file, and check the result."""
    found = list(parts(File(name, data, columns=Columns()), {}))
    for each in found:
        if isinstance(each, Failure):
            assert "\n" not in each.line
            assert each.kind != "failed", each
            continue
        assert each.text.strip()
        starts = [place.start for place in each.places]
        assert all(0 <= place.start < place.end <= len(each.text) for place in each.places)
        assert starts == sorted(starts)
        assert all(one.end <= other.start for one, other in zip(each.places, each.places[1:], strict=False))
    return found


@settings(tries(200), suppress_health_check=list(HealthCheck))
@given(damaged())
def test_damaged_files_give_texts_or_failures(file: tuple[str, bytes]) -> None:
    assert check(*file)


@settings(tries(100), suppress_health_check=list(HealthCheck))
@given(
    st.sampled_from(sorted(VALID)),
    st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode(errors="replace")),
)
def test_any_bytes_give_texts_or_failures(name: str, data: bytes) -> None:
    assert check(name, data)
