"""Texts found by their words and ranked by BM25, with the full-text search of SQLite."""

import functools
import re
import sqlite3
import threading
import typing as t
from collections.abc import Iterable, Sequence

from kg.errors import UsageError
from kg.lexicon.tables import words as grammar

TOKENIZER: t.Final = "unicode61 remove_diacritics 2"
_WORD: t.Final = re.compile(r"\w+")


class TextIndex:
    """Rows of texts in memory, found by any of the words of a question; capitals and accents do not matter.

    Args:
        weights: how much a word counts in each column.
        rows: the texts of each row, one a column.
        beginnings: whether words of a question also find words that begin so; else they find their other forms.

    Raises:
        UsageError: SQLite was built without its full-text search.

    Source: SQLite FTS5, https://sqlite.org/fts5.html; S. Robertson and H. Zaragoza, The Probabilistic Relevance
    Framework: BM25 and Beyond (2009).
    """

    def __init__(self, weights: Sequence[float], rows: Iterable[Sequence[str]], *, beginnings: bool = False) -> None:
        columns = [f"c{number}" for number in range(len(weights))]
        tokenizer = TOKENIZER if beginnings else f"porter {TOKENIZER}"
        self._mark = "*" if beginnings else ""
        self._lock = threading.Lock()  # of one connection only one thread may ask at a time
        self._ranks = f"bm25(texts, {', '.join(map(str, weights))})"
        self._database = sqlite3.connect(":memory:", check_same_thread=False)
        try:
            self._database.execute(
                f"CREATE VIRTUAL TABLE texts USING fts5({', '.join(columns)}, tokenize='{tokenizer}')"
            )
        except sqlite3.OperationalError as error:
            raise UsageError("search needs a Python whose SQLite has FTS5") from error
        marks = ", ".join("?" * len(weights))
        clean = ([_encodable(text) for text in row] for row in rows)
        self._database.executemany(f"INSERT INTO texts VALUES ({marks})", clean)  # noqa: S608 - question marks only

    def search(self, question: str, limit: int) -> list[tuple[int, float]]:
        """Return the places of the rows that have any of the words, with their scores, the best first.

        Args:
            question: words; everything else in it is ignored.
            limit: how many rows at most.
        """
        words = [*dict.fromkeys(_WORD.findall(_encodable(question)))]
        words = [word for word in words if word.casefold() not in words_of_grammar()] or words
        if not words:
            return []
        found = " OR ".join(f'"{word}"{self._mark}' for word in words)
        sql = f"SELECT rowid, {self._ranks} AS rank FROM texts WHERE texts MATCH ? ORDER BY rank, rowid LIMIT ?"  # noqa: S608 - our own words
        with self._lock:
            return [(row - 1, -rank) for row, rank in self._database.execute(sql, (found, limit))]


@functools.cache
def words_of_grammar() -> frozenset[str]:
    """Return the words that tell nothing of what is asked for: question words, prepositions, pronouns, "did", "the"."""
    return grammar("question") | grammar("determiner") | grammar("pronoun") | grammar("preposition") | grammar("finite")


def _encodable(text: str) -> str:
    """Return text without lone surrogates, which SQLite does not take."""
    return text.encode("utf-8", "replace").decode("utf-8")
