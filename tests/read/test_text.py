import io
import os
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from benchmarks.scorers import printed_by
from kg.errors import NothingToRead, UnreadableDocument
from kg.identifiers import digest
from kg.model import Document, Failure
from kg.read import read
from kg.read.encoding import decode
from kg.read.language import ANY

ICE = "The harbour froze on Monday."
FERRY = "The ferry could not leave."


def write(folder: Path, **texts: str | bytes) -> Path:
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def ids(*places: str | Path) -> list[str]:
    return [found.id if isinstance(found, Document) else f"!{found.reason}" for found in read(places)]


def test_a_file_is_named_by_its_stem(tmp_path: Path) -> None:
    write(tmp_path, a_text=ICE)
    assert list(read([tmp_path / "a.text"])) == [Document("a", ICE)]
    assert list(read(str(tmp_path / "a.text"))) == [Document("a", ICE)]


def test_a_folder_gives_its_texts_sorted_by_their_path(tmp_path: Path) -> None:
    write(tmp_path, b_txt=ICE, a_md=ICE, sub__c_TXT=ICE, d_news=ICE, README_md=ICE, sub__readme_txt=ICE)
    (tmp_path / ".hidden").mkdir()
    (tmp_path / ".hidden" / "e.txt").write_text(ICE)
    (tmp_path / ".f.txt").write_text(ICE)
    assert ids(tmp_path) == ["a", "b", "d", "sub/c"]


def test_a_pattern_gives_the_files_it_matches(tmp_path: Path) -> None:
    write(tmp_path, b_txt=ICE, a_html=ICE, sub__c_txt=ICE, sub__d_txt=ICE)
    assert ids(f"{tmp_path}/*") == ["a", "b"]
    assert ids(f"{tmp_path}/**/[bc].txt") == ["b", "c"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "[b].txt").write_text(ICE)
    assert ids(tmp_path / "[b].txt") == ["[b]"]


def test_standard_input_that_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(NothingToRead, match="-: standard input is closed"):
        list(read(["-"]))


def test_a_minus_is_standard_input() -> None:
    assert list(read(["-"], stdin=io.BytesIO(ICE.encode()))) == [Document("stdin", ICE)]
    assert list(read([Path("-")], stdin=io.BytesIO(ICE.encode()))) == [Document("stdin", ICE)]


def test_what_the_text_says_of_itself_is_kept(tmp_path: Path) -> None:
    text = f"Ice stops ferry\r\n\r\n{ICE}\r\n\r\nPublished in The Post, June 3rd, 2024\r\n"
    write(tmp_path, a_txt=text, b_txt=ICE)
    assert list(read([tmp_path], published=date(2020, 1, 1))) == [
        Document("a", text, "Ice stops ferry", date(2024, 6, 3), "The Post"),
        Document("b", ICE, published=date(2020, 1, 1)),
    ]


def test_different_texts_under_one_id_are_all_told_apart(tmp_path: Path) -> None:
    write(tmp_path, x__a_txt=ICE, y__a_txt=FERRY, z__b_txt=ICE)
    expected = [*sorted(f"a~{digest(text, length=8)}" for text in (ICE, FERRY)), "b"]
    assert ids(tmp_path / "x", tmp_path / "y", tmp_path / "z") == expected
    assert ids(tmp_path / "z", tmp_path / "y", tmp_path / "x") == expected


def test_one_text_under_one_id_is_read_once_and_under_two_twice(tmp_path: Path) -> None:
    write(tmp_path, x__a_txt=ICE, y__a_txt=ICE, y__b_txt=ICE)
    assert ids(tmp_path / "x", tmp_path / "y", tmp_path / "x" / "a.txt") == ["a", "b"]


def test_ids_are_in_order_where_some_were_told_apart(tmp_path: Path) -> None:
    write(tmp_path, x__a_txt=ICE, y__a_txt=FERRY)
    (tmp_path / "x" / "a b.txt").write_text(ICE)
    found = ids(tmp_path / "x", tmp_path / "y")
    assert len(found) == 3
    assert found == sorted(found)


def test_the_order_of_places_does_not_matter(tmp_path: Path) -> None:
    write(tmp_path, x__a_txt=ICE, y__a_txt=FERRY, y__c_txt=b"\0", z__b_txt=ICE, z__d_txt="")
    places = [tmp_path / "x", tmp_path / "y", tmp_path / "z", tmp_path / "x" / "a.txt"]
    expected = list(read(places))
    assert all(list(read(order)) == expected for order in permutations(places))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"ice\0\0", "contains NUL bytes, so it is not text; save it as UTF-8 text"),
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n", "is empty"),
    ],
)
def test_a_bad_document_does_not_stop_the_run(tmp_path: Path, data: bytes, reason: str) -> None:
    write(tmp_path, a_txt=data, b_txt=ICE)
    failure, document = read([tmp_path])
    assert isinstance(failure, Failure)
    assert (failure.place, failure.line) == (str(tmp_path / "a.txt"), reason)
    assert document == Document("b", ICE)


def test_a_file_that_cannot_be_opened_is_a_failure(tmp_path: Path) -> None:
    write(tmp_path, a_txt=ICE)
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    found = list(read([loop, "n" * 5000, tmp_path / "a.txt"]))
    assert len([one for one in found if isinstance(one, Failure)]) == 2
    assert found[-1] == Document("a", ICE)


def test_places_with_nothing_are_failures_where_something_was_read(tmp_path: Path) -> None:
    write(tmp_path, a_txt=ICE, empty__README_md=ICE)
    found = ids(tmp_path / "a.txt", tmp_path / "empty", tmp_path / "no.txt", f"{tmp_path}/e*")
    assert found == [
        "!no file matches the pattern",
        "!the folder holds no file to read",
        "!no such file or folder",
        "a",
    ]


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("no.txt", "no.txt: no such file or folder"),
        ("no*.txt", "no*.txt: no file matches the pattern"),
        ("", "the folder holds no file to read"),
    ],
)
def test_nothing_at_all_is_an_error_of_one_line(tmp_path: Path, place: str, message: str) -> None:
    with pytest.raises(NothingToRead) as raised:
        list(read([tmp_path / place]))
    assert message in str(raised.value)
    assert "give a file" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_single_sentences_are_read(shared: Path, tmp_path: Path) -> None:
    gold, texts = shared / "bench" / "data" / "qasrl" / "qasrl-dev.jsonl.gz", tmp_path / "texts"
    texts.mkdir()
    printed_by(shared / "bench" / "qasrl.py", "texts", gold, texts)
    outcomes = list(read([texts]))
    assert len(outcomes) == 1000
    assert all(isinstance(each, Document) and each.format == "text" for each in outcomes)


def test_no_place_is_nothing_to_read() -> None:
    with pytest.raises(NothingToRead, match="no place given"):
        list(read([]))


def test_only_bad_documents_are_nothing_to_read(tmp_path: Path) -> None:
    write(tmp_path, a_txt=b"\0", b_txt=b"\0", c_txt=b"\0", d_txt=b"\0")
    with pytest.raises(NothingToRead, match=r"NUL bytes.*and 1 more"):
        list(read([tmp_path]))


def test_a_file_name_that_is_no_unicode_is_made_printable(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/a\xff.txt"
    try:
        with open(name, "wb") as file:
            file.write(ICE.encode())
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    assert ids(tmp_path) == ["a\ufffd"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Łódź – “é”\r\n".encode(), "Łódź – “é”\r\n"),
        (b"\xef\xbb\xbfice", "ice"),
        (b"\x93caf\xe9\x94 \x96 \x80 5", "“café” – € 5"),
    ],
)
def test_decode(data: bytes, expected: str) -> None:
    assert decode(data) == expected


def test_what_is_neither_utf_8_nor_windows_1252_is_guessed() -> None:
    text = "港は月曜日に凍った。船は出られなかったと船長は言った。" * 4
    data = text.encode("shift_jis")
    with pytest.raises(UnicodeDecodeError):
        data.decode("cp1252")
    assert decode(data) == text


def test_utf_16_needs_its_mark() -> None:
    assert decode("ice".encode("utf-16")) == decode("\ufeffice".encode("utf-16-be")) == "ice"
    with pytest.raises(UnreadableDocument, match="NUL"):
        decode("ice".encode("utf-16-le"))


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
@example("\U0001d4ea\U0001d54a\U0001d54b")
def test_the_text_is_kept_as_it_was_read(text: str) -> None:
    kept = text.removeprefix("\ufeff")
    if not kept.strip():
        return
    found = read(["-"], stdin=io.BytesIO(text.encode()), language=ANY)
    assert [each.text for each in found if isinstance(each, Document)] == [kept]
