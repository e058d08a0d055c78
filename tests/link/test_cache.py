import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.link.cache import Cache, default_cache_file


def echo(questions: Sequence[str]) -> list[str]:
    return [question.upper() for question in questions]


def fail(questions: Sequence[str]) -> list[str]:
    raise AssertionError(questions)


def test_answers_come_back_in_order_and_stay(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "a" / "links.sqlite")
    assert cache.answers(["b", "a", "b"], echo) == ["B", "A", "B"]
    assert Cache(tmp_path / "a" / "links.sqlite").answers(["a", "b"], fail) == ["A", "B"]


def test_without_a_file_nothing_stays() -> None:
    assert Cache().answers(["a"], echo) == ["A"]
    with pytest.raises(AssertionError):
        Cache().answers(["a"], fail)


def test_a_file_that_is_no_cache_loses_nothing(tmp_path: Path) -> None:
    broken = tmp_path / "links.sqlite"
    broken.write_bytes(b"no database at all, but long enough to look like one" * 20)
    assert Cache(broken).answers(["a"], echo) == ["A"]
    assert Cache(broken / "below").answers(["a"], echo) == ["A"]


def test_a_kept_answer_that_is_not_json_is_asked_for_again(tmp_path: Path) -> None:
    file = tmp_path / "links.sqlite"
    Cache(file).answers(["a"], echo)
    with sqlite3.connect(file) as store:
        store.execute("UPDATE answers SET answer = 'x{'")
    store.close()
    assert Cache(file).answers(["a"], echo) == ["A"]


def test_the_usual_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_cache_file() == tmp_path / "kg" / "links.sqlite"
