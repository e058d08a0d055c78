import pytest

from kg.cli.columns import aligned, in_blocks, printable


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    assert aligned([("a", "long cell", "x"), ("wide", "b", "")]) == ["a     long cell  x", "wide  b"]


def test_no_rows() -> None:
    assert aligned([]) == []


def test_blocks_have_a_line_for_each_column() -> None:
    rows = [("Ada", "left\nOslo"), ("", "")]
    assert in_blocks(["who", "sentence"], rows) == ["who       Ada", "sentence  left Oslo", "", "who", "sentence"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [("two\n lines", "two lines"), ("\x1b[31mred", "\ufffd[31mred"), ("a\u202eb", "a\ufffdb"), ("Zoë", "Zoë")],
)
def test_nothing_steers_the_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown
