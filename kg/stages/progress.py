"""The progress of a run in documents and words, including within a long document."""

import typing as t
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.model import Document

Stage = t.Literal["reading", "resolving", "writing"]
PARSING: t.Final = 0.65
"""The share of parsing in the time to read a document, for news."""


@dataclass(frozen=True, slots=True)
class Progress:
    """The current stage of a run, and the numbers of documents and words read and to read.

    For the document that is being read, only the words parsed so far count.
    """

    stage: Stage
    documents: int
    of_documents: int
    words: int
    of_words: int


Watcher: t.TypeAlias = Callable[[Progress], None]


class Counter:
    """Counts the progress, and reports it."""

    def __init__(self, documents: Iterable[Document], watcher: Watcher | None) -> None:
        self._words = {document.id: words_of(document) for document in documents}
        self._watcher = watcher
        self._parsed: dict[str, float] = {}
        self._done = self._done_words = 0
        self._all_words = sum(self._words.values())

    def parsed(self, document: Document, characters: int) -> None:
        """Count parsed characters of a document."""
        share = characters / max(1, len(document.text))
        self._parsed[document.id] = min(1.0, self._parsed.get(document.id, 0.0) + share)
        self._report("reading")

    def read(self, document: Document) -> None:
        """Count a document that was read, or that failed."""
        self._done += 1
        self._done_words += self._words[document.id]
        self._parsed.pop(document.id, None)
        self._report("reading")

    def begins(self, stage: Stage) -> None:
        """Report the start of a stage."""
        self._report(stage)

    def _report(self, stage: Stage) -> None:
        if self._watcher is not None:
            half = sum(PARSING * share * self._words[id_] for id_, share in self._parsed.items())
            words = self._done_words + int(half)
            self._watcher(Progress(stage, self._done, len(self._words), words, self._all_words))


def words_of(document: Document) -> int:
    """Return the number of words of a document."""
    return len(document.text.split())
