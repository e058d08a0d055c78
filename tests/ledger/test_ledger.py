import sqlite3
from datetime import date
from pathlib import Path

import pytest

from kg.errors import InputError, OutputError
from kg.ledger import LEDGER, Entry, Found, Key, content_of, opened, row, text_digest
from kg.model import Document, Failure, Reading

SNOW = Document("snow", "Snow fell.", published=date(2024, 1, 5))
RAIN = Document("rain", "Rain fell.")
KEY = Key("rules", "model")


def read(document: Document) -> Reading:
    return Reading(document, (), (), 1, ())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / LEDGER
    with opened(file) as ledger:
        ledger.write(row(SNOW, read(SNOW), key=KEY, words=2, parse="p", docs=b"docs"))
        ledger.write(row(RAIN, Failure("rain", "no rain"), key=KEY, words=2))
        ledger.commit()
    return file


def test_what_is_kept_is_there_the_next_time(path: Path) -> None:
    with opened(path) as ledger:
        assert ledger.entries() == {
            "rain": Entry(content_of(RAIN), text_digest(RAIN), KEY, 2, "no rain", None),
            "snow": Entry(content_of(SNOW), text_digest(SNOW), KEY, 2, None, "p"),
        }
        assert list(ledger.readings()) == [read(SNOW)]
        assert ledger.document("rain") == RAIN
        assert ledger.parse("p") == b"docs"


def test_what_was_not_committed_is_not(path: Path) -> None:
    with opened(path) as ledger:
        ledger.write(row(SNOW, Failure("snow", "no snow"), key=KEY, words=2))
        ledger.remove(["rain"])
        ledger.write_note("name", "text")
    with opened(path) as ledger:
        assert list(ledger.readings()) == [read(SNOW)]
        assert set(ledger.entries()) == {"rain", "snow"}
        assert ledger.note("name") is None


def test_a_parse_goes_with_its_last_document(path: Path) -> None:
    with opened(path) as ledger:
        ledger.tidy()
        assert ledger.parse("p") == b"docs"
        ledger.remove(["snow"])
        ledger.tidy()
        assert ledger.parse("p") is None


def test_what_was_found_in_a_file_is_kept_while_it_is_asked_for(path: Path) -> None:
    found = Found((SNOW,), (Failure("snow.zip", "is encrypted", "encrypted", skipped=True),))
    with opened(path) as ledger:
        ledger.store_found("one", found)
        ledger.store_found("two", found)
        ledger.tidy_files({"two"})
        ledger.commit()
    with opened(path) as ledger:
        assert ledger.found("one") is None
        assert ledger.found("two") == found


def test_everything_can_be_forgotten(path: Path) -> None:
    with opened(path) as ledger:
        ledger.write_note("name", "text")
        ledger.clear()
        assert (ledger.entries(), ledger.parse("p"), ledger.note("name")) == ({}, None, None)


def test_metadata_is_content() -> None:
    assert content_of(SNOW) != content_of(Document("snow", "Snow fell."))


def test_it_is_safe_against_loss_of_power(path: Path) -> None:
    with opened(path) as ledger:
        assert ledger._rows("PRAGMA journal_mode") == [("wal",)]
        assert ledger._rows("PRAGMA synchronous") == [(2,)], "FULL"


def test_reading_leaves_no_trace(path: Path, tmp_path: Path) -> None:
    with opened(path, writable=False) as ledger:
        assert set(ledger.entries()) == {"rain", "snow"}
        with pytest.raises(OutputError, match="readonly"):
            ledger.remove(["snow"])
    with opened(tmp_path / "absent", writable=False) as ledger:
        assert ledger.entries() == {}
    assert [file.name for file in tmp_path.iterdir()] == [LEDGER]


def test_what_is_no_ledger(tmp_path: Path) -> None:
    (tmp_path / LEDGER).write_text("not a database at all " * 100, encoding="utf-8")
    with pytest.raises(InputError, match=r"kg\.sqlite: is not a ledger"), opened(tmp_path / LEDGER):
        pass


def test_a_ledger_of_another_version(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(InputError, match="of this version"), opened(path):
        pass


def test_a_damaged_reading_is_told(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE document SET reading = x'00' WHERE id = 'snow'")
    connection.commit()
    connection.close()
    with opened(path) as ledger, pytest.raises(InputError, match="--fresh"):
        list(ledger.readings())
