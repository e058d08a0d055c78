"""A cache of answers on disk, so that no request is repeated."""

import contextlib
import json
import os
import sqlite3
import typing as t
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

CACHE_FILE: t.Final = "links.sqlite"
Json: t.TypeAlias = t.Any


def default_cache_file() -> Path:
    """Return `kg/links.sqlite` in the user's cache folder ($XDG_CACHE_HOME, or ~/.cache)."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "kg" / CACHE_FILE


@dataclass(frozen=True, slots=True)
class Cache:
    """The cached answers of services by request; without a usable file, nothing is cached."""

    file: Path | None = None

    def answers(self, questions: Sequence[str], ask: Callable[[Sequence[str]], Sequence[Json]]) -> list[Json]:
        """Return the answer to each question, in order; missing ones are requested, each once.

        Args:
            questions: the questions, each with its address.
            ask: returns the answers to questions that are not cached.
        """
        unique = list(dict.fromkeys(questions))
        known = self._cached(unique)
        missing = [question for question in unique if question not in known]
        if missing:
            found = dict(zip(missing, ask(missing), strict=True))
            self._store(found)
            known |= found
        return [known[question] for question in questions]

    def _cached(self, questions: Sequence[str]) -> dict[str, Json]:
        found: dict[str, Json] = {}
        with contextlib.suppress(sqlite3.Error, OSError, ValueError), contextlib.closing(self._open()) as store:
            for question in questions:
                row = store.execute("SELECT answer FROM answers WHERE question = ?", (_key(question),)).fetchone()
                if row is not None:
                    found[question] = json.loads(row[0])
        return found

    def _store(self, found: dict[str, Json]) -> None:
        rows = [(_key(question), json.dumps(answer)) for question, answer in found.items()]
        with contextlib.suppress(sqlite3.Error, OSError), contextlib.closing(self._open()) as store, store:
            store.executemany("INSERT OR REPLACE INTO answers VALUES (?, ?)", rows)

    def _open(self) -> sqlite3.Connection:
        if self.file is not None:
            self.file.parent.mkdir(parents=True, exist_ok=True)
        store = sqlite3.connect(self.file or ":memory:")
        store.execute("CREATE TABLE IF NOT EXISTS answers (question TEXT PRIMARY KEY, answer TEXT NOT NULL)")
        return store


def _key(question: str) -> str:
    return json.dumps(question)  # a name can have lone surrogates, which no database accepts
