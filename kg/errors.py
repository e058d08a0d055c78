"""Everything that `kg` raises on purpose.

KgError                    the base: one line for the user says what, where and what to do
├── InputError             the input cannot be used (exit code 1)
│   ├── UnreadableDocument   one file cannot be decoded or opened
│   ├── NothingToRead        no document was found where the user pointed
│   └── ConflictingDocuments two different texts claim the same document id
├── ModelError             the language model is missing or not the one that was pinned (exit code 1)
├── OutputError            the result could not be written or did not pass its own check (exit code 1)
├── ServiceError           a service on the network does not answer as it must; the run goes on (exit code 1)
├── UsageError             an option or a query is wrong (exit code 2)
└── WorkerError            the processes of a run cannot be started (exit code 1)

FailureWarning is no error: it tells that a graph was made without inputs that failed.
"""

import typing as t

if t.TYPE_CHECKING:
    from kg.model import FailureKind


class KgError(Exception):
    """A mistake that the user can mend; its text is one line: what, where, what to do."""

    exit_code = 1


class InputError(KgError):
    """The input cannot be used."""


class UnreadableDocument(InputError):
    """One document cannot be opened or decoded; the run goes on without it.

    `kind` is a `kg.model.FailureKind`, `advice` what the user can do.
    """

    def __init__(self, reason: str, *, kind: "FailureKind" = "broken", advice: str = "") -> None:
        super().__init__(reason)
        self.kind: FailureKind = kind
        self.advice = advice


class NothingToRead(InputError):
    """No document was found at any of the given places."""


class ConflictingDocuments(InputError):
    """Two different texts claim the same document id, so their graphs cannot be merged."""


class ModelError(KgError):
    """The language model is not installed, or its files are not the pinned ones."""


class OutputError(KgError):
    """A result could not be written, or the written RDF did not parse again."""


class ServiceError(KgError):
    """A service on the network cannot be reached or does not answer as it must; the run goes on without it."""


class UsageError(KgError):
    """An option, a name or a query that the user gave is wrong."""

    exit_code = 2


class WorkerError(KgError):
    """The processes that a run needs cannot be started, or end before they can work."""


class FailureWarning(UserWarning):
    """Some of what was to be read is not in the graph; `graph.failures` says what, and why."""


def in_words(error: Exception) -> str:
    """Return the kind of an error and what it says, on one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())
