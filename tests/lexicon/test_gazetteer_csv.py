from pathlib import Path

import pytest

from kg.errors import InputError
from kg.lexicon.gazetteer import Entry
from kg.lexicon.gazetteer_csv import read_csv

HEAD = "label,type,aliases,link\n"


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "things.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def test_entries(tmp_path: Path) -> None:
    text = 'link,label,note,type,aliases\nhttps://x.example/1|urn:x:1,"Bolt, Inc.",old,company,Bolt | BLT\n,Varn,,,\n'
    assert read_csv(written(tmp_path, "\ufeff" + text)) == (
        Entry("Bolt, Inc.", "Company", aliases=("Bolt", "BLT"), links=("https://x.example/1", "urn:x:1")),
        Entry("Varn", "Thing"),
    )


def test_a_table_without_rows_has_no_entries(tmp_path: Path) -> None:
    assert read_csv(written(tmp_path, HEAD)) == ()


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("", 1, "no column label"),
        ("name,type\nBolt,City\n", 1, "no column label"),
        (HEAD + "Bolt,City,,\n,City,,\n", 3, "no label"),
        (HEAD + "***,City,,\n", 2, "no label"),
        (HEAD + "Bolt,Planet,,\n", 2, "must be one of"),
        (HEAD + "Bolt,City,,Q42\n", 2, "absolute IRI"),
        (HEAD + "Bolt,City,,https://x.example/a b\n", 2, "absolute IRI"),
        (HEAD + "Bolt,City,a,b,c\n", 2, "more cells than columns"),
        (HEAD + '"Bolt,City,,\n', 2, "not CSV"),
        (HEAD + "the,Company,,\n", 2, "too common a word for a name"),
        (HEAD + "Bolt,Company,BLT|The,\n", 2, "too common a word for a name"),
        (HEAD + "Of,Company,,\n", 2, "too common a word for a name"),
    ],
)
def test_a_bad_row_is_one_line_with_its_place(tmp_path: Path, text: str, line: int, words: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(InputError) as caught:
        read_csv(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        read_csv(tmp_path / "absent.csv")
    with pytest.raises(InputError, match="UTF-8"):
        read_csv(written(tmp_path, b"label\n\xff\xfe\n"))
