"""Reading `decisions.toml`."""

from pathlib import Path

import pytest

from kg.errors import InputError, UsageError
from kg.model import ClaimReference, Decision
from kg.resolve import read_decisions


def read(tmp_path: Path, text: str) -> tuple[Decision, ...]:
    path = tmp_path / "decisions.toml"
    path.write_text(text, encoding="utf-8")
    return read_decisions(path)


def test_every_kind(tmp_path: Path) -> None:
    text = """
        by = "Jane Doe"
        same = [["Bolt", "Acme"], ["Acme", "Bolt"]]
        different = [["Zip (Person)", "Zip (Place)"]]
        rename = { "Acme" = "Acme Motors" }
        retype = { "Dawn" = "NewsMediaOrganization" }
        block = ["the way"]
        split = [["b.txt#char=3,7", "a.txt#char=0,4"]]
        wrong = [{ document = "a.txt", sentence = "Acme fell.", relation = "fall", subject = "Acme" }]
    """
    assert read(tmp_path, text) == (
        Decision("block", ("the way",), by="Jane Doe"),
        Decision("different", ("Zip (Person)", "Zip (Place)"), by="Jane Doe"),
        Decision("rename", ("Acme",), "Acme Motors", "Jane Doe"),
        Decision("retype", ("Dawn",), "NewsMediaOrganization", "Jane Doe"),
        Decision("same", ("Acme", "Bolt"), by="Jane Doe"),
        Decision("split", ("a.txt#char=0,4", "b.txt#char=3,7"), by="Jane Doe"),
        Decision("wrong", (), by="Jane Doe", claim=ClaimReference("a.txt", "Acme fell.", "fall", "Acme")),
    )


def test_an_empty_file_decides_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("same = [", "not TOML"),
        ("equal = []", "equal: unknown; there are: by, same, different, split, rename, retype, block, wrong"),
        ("by = 7", "by: must be"),
        ('same = ["Acme"]', "same, entry 1: must be two or more names"),
        ('same = [["Acme", "Bolt"], ["Acme", "Acme"]]', "same, entry 2: must be two or more names"),
        ('same = "Acme"', "same: must be a list of lists"),
        ('different = [["Acme", ""]]', "different, entry 1"),
        ('rename = ["Acme"]', "rename: must be a table"),
        ('rename = { "Acme" = 1 }', "rename, entry 'Acme': must be a text"),
        (
            'retype = { "Acme" = "a firm" }',
            "retype, entry 'Acme': type 'a firm': must be one of City, Company, Country",
        ),
        ('retype = { "Acme" = "Organisation" }', "retype, entry 'Acme': type 'Organisation': must be one of City"),
        ('block = "Acme"', "block: must be a list of names"),
        ('split = "Acme"', "split: must be a list of lists"),
        ('split = [["Acme"]]', "split, entry 1: must be places"),
        ("split = [[]]", "split, entry 1: must be places"),
        ("wrong = 7", "wrong: must be a list of tables with document, sentence, relation, subject, object"),
        ('wrong = [{ document = "a" }]', "wrong, entry 1: must have document, sentence, relation, subject"),
        ("block = [1]", "block, entry 1: must be a name"),
        ('same = [["A", "B", "C"]]\ndifferent = [["B", "A"]]', "different: 'A' and 'B' are declared the same, too"),
    ],
)
def test_a_mistake_is_one_line_with_file_and_entry(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(tmp_path, text)
    assert str(caught.value).startswith(f"{tmp_path / 'decisions.toml'}: {message}")
    assert "\n" not in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        read_decisions(tmp_path / "none.toml")
