import ast
import contextlib
import io
import json
from pathlib import Path

import pytest

from benchmarks import code_figures as code
from benchmarks.code_figures import REPOSITORY, Source


def source(text: str, name: str = "extract/some.py") -> Source:
    return Source(name, text, ast.parse(text))


def function(text: str) -> code.Function:
    (found,) = source(text).functions
    return found


@pytest.mark.parametrize(
    ("body", "value"),
    [
        ("return 1", 1),
        ("return 1 if a else 2", 2),
        ("if a and b or c: return 1", 4),
        ("for x in a:\n        pass\n    else:\n        pass", 3),
        ("return [x for x in a if x if b]", 4),
        ("try:\n        a()\n    except ValueError:\n        pass", 2),
        ("assert a", 1),
    ],
)
def test_complexity_counts_branches_and_boolean_operators(body: str, value: int) -> None:
    assert code.complexity(function(f"def f(a, b, c):\n    {body}\n")) == value


@pytest.mark.parametrize(
    ("condition", "many"),
    [("a and b and c", 0), ("a and b and c and d", 1), ("a and not (b or c or d)", 1), ("f(a and b) and c and d", 0)],
)
def test_parts_of_a_condition(condition: str, many: int) -> None:
    assert code.many_parts(ast.parse(condition)) == many


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        ('A = {"say", "tell"}', [{"say", "tell"}]),
        ('A = {"say": ("tell", "ask")}', [{"say", "tell", "ask"}]),
        ('A = ("because of", "nsubj")', []),
        ('A = {"nsubj", "dobj", "VBD"}', []),
        ('A = ["say"]', []),
        ('__all__ = ["say", "tell"]', []),
        ('A = t.Literal["say", "tell"]', []),
        ('def f(w): return w in {"who", "whom"}', [{"who", "whom"}]),
        ('A = (Rule("say", f), Rule("tell", g))', []),
        ('A = (Rule("say", {"tell", "ask"}),)', [{"tell", "ask"}]),
        ('A = {"say": lambda word: word, "tell": str}', []),
        ('A = {"say": make(lambda word: word), "tell": {"ask", "beg"}}', [{"ask", "beg", "say", "tell"}]),
        ('A = {"say": str, "tell": repr}', [{"say", "tell"}]),
        ('class A:\n    say: int\n    tell: int\nB = {"say": 1, "tell": 2}', []),
    ],
)
def test_collections_of_words(text: str, lists: list[set[str]]) -> None:
    assert list(code.word_lists(source(text))) == lists
    assert not list(code.word_lists(source(text, "lexicon/some.py")))


def test_values_of_literal_types_are_names_of_ours() -> None:
    typed, used = source('A = t.Literal["say", "tell"]', "times/a.py"), '{"say", "tell"}, {"say", "ask", "beg"}'
    importing, other = source(f"from kg.times import a\n{used}"), source(used)
    assert list(code.word_lists(importing, code.literals(importing, [typed, importing]))) == [{"ask", "beg"}]
    assert list(code.word_lists(other, code.literals(other, [typed, other]))) == [{"say", "tell", "ask", "beg"}]


def test_a_docstring_is_no_line_of_a_function() -> None:
    assert code.length(function('def f():\n    """A.\n\n    B.\n    """\n    return 1\n')) == 2


def test_rows_of_data_are_neither_empty_nor_comments(tmp_path: Path) -> None:
    (tmp_path / "verbs.toml").write_text("# source\n\nsay = 1\ntell = 2\n", encoding="utf-8")
    assert code.data_rows(tmp_path) == 2
    assert code.data_rows(tmp_path / "absent") == 0


@pytest.fixture(scope="module")
def figures() -> dict[str, int]:
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        assert code.main(["--root", str(REPOSITORY)]) == 0
    rows = [line for line in printed.getvalue().split("\n\n")[0].splitlines()[1:] if line]
    return {name.strip(): int(value) for name, value in (row.rsplit(maxsplit=1) for row in rows)}


def test_a_checkout_has_all_figures(figures: dict[str, int]) -> None:
    assert figures["files of Python"] > 100
    alone, whole = ("one predication, extract alone: ", "one predication, all that knows language: ")
    for what in ("files", "functions", "calls", "return statements"):
        assert 0 < figures[alone + what] <= figures[whole + what]


def test_figures_of_the_code_do_not_rise(figures: dict[str, int]) -> None:
    ceilings = json.loads((REPOSITORY / "benchmarks" / "code_ceilings.json").read_text(encoding="utf-8"))
    assert {name: figures[name.strip()] for name in ceilings if figures[name.strip()] > ceilings[name]} == {}
