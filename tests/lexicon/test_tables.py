import ast
import re
import subprocess
import sys
import typing as t
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg import lexicon
from kg.lexicon import measures, names, nouns, value, verbs, words
from kg.lexicon.tables import TABLES, parsed, table

PACKAGE = Path(lexicon.__file__).parent.parent
MOST_CLASSES = 60
"""This number may only decrease."""


def _calls() -> Iterator[tuple[Path, str, list[t.Any]]]:
    """Yield the file, the function and the arguments of each call that may look up a class of the lexicon."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            called = getattr(node, "func", None)
            name = getattr(called, "id", getattr(called, "attr", ""))
            if isinstance(node, ast.Call) and name in (*TABLES, "value"):
                yield path, name, [one.value for one in node.args if isinstance(one, ast.Constant)]
    for path in sorted((PACKAGE / "data").glob("*.txt")):
        for name, told in re.findall(rf"\b({'|'.join(TABLES)})\(([a-z -]+)\)", path.read_text(encoding="utf-8")):
            yield path, name, told.split()


def test_classes_and_their_words() -> None:
    assert {"say", "warn"} < verbs("report")
    assert "claim" not in verbs("report", "denied")
    assert {"allegation", "suspicion"} < nouns("content", "claimed")
    assert {"if", "unless", "provided that"} < words("opens", "condition")
    assert "because of" in words("preposition")
    assert "since" in words("opens", "reason") & words("opens", "time") & words("preposition")


@pytest.mark.parametrize("ask", [verbs, nouns, names, words, measures, value])
def test_an_unknown_class_is_an_error(ask: object) -> None:
    with pytest.raises(KeyError):
        ask("zzz")  # type: ignore[operator]


def test_every_class_that_is_asked_for_is_in_its_table() -> None:
    ask: dict[str, t.Any] = {
        "verbs": verbs,
        "nouns": nouns,
        "names": names,
        "words": words,
        "measures": measures,
        "value": value,
    }
    for path, table_name, arguments in _calls():
        assert not arguments or ask[table_name](*arguments), f"{path}: {table_name}{arguments}"


def test_every_class_is_read() -> None:
    asked = {(name, arguments[0]) for _, name, arguments in _calls() if arguments}
    unread = {
        f"{name} {class_}"
        for name in TABLES
        for class_ in table(name).members
        if not {(name, class_), ("value", class_)} & asked
    }
    assert unread == set()


def test_importing_the_package_reads_no_table() -> None:
    code = "import kg, kg.lexicon.gazetteer; from kg.lexicon.tables import table; print(table.cache_info().currsize)"
    printed = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout  # noqa: S603
    assert printed.strip() == "0"


def test_classes_are_few_and_none_is_empty() -> None:
    assert sum(len(table(name).members) for name in TABLES) <= MOST_CLASSES
    for name in TABLES:
        empty = [class_ for class_, members in table(name).members.items() if not members]
        assert empty == [], name


def test_values_tell_one_table_and_stand_with_every_word_of_their_class() -> None:
    valued = [class_ for name in TABLES for class_ in table(name).values]
    assert len(valued) == len(set(valued))
    for name in TABLES:
        for class_, values in table(name).values.items():
            assert values.keys() == table(name).members[class_], class_


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_sorted_and_plain(name: str) -> None:
    path = PACKAGE / "data" / "lexicon" / f"{name}.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    written = [word for word, _, _ in rows]
    assert written == sorted(set(written))
    for word, classes, note in rows:
        assert word == word.strip()
        assert word == word.casefold() or classes.startswith(("initials=", "unit=sign "))
        assert classes.split(", ") == sorted({one.partition("=")[0]: one for one in classes.split(", ")}.values())
        assert note


def test_a_row_that_is_none_is_told_with_its_line() -> None:
    found = parsed("# Months.\n# month: its number\nmay\tmonth=5\town\n", "times")
    assert found.values == {"month": {"may": "5"}}
    with pytest.raises(ValueError, match=r"times\.tsv:2: not a word"):
        parsed("# month: its number\nmay\tday\town\n", "times")
    with pytest.raises(ValueError, match=r"times\.tsv:2: not a word"):
        parsed("# month: its number\nmay\tmonth\n", "times")
