"""The errors that `kg` raises deliberately.

KgError                    the base: a one-line message states what is wrong, where, and what to do
├── InputError             the input cannot be used (exit code 1)
│   ├── UnreadableDocument   one file cannot be opened or decoded
│   ├── NothingToRead        there is no document at the given places
│   └── ConflictingDocuments two different texts have the same document id
├── ModelError             the language model is missing or is not the pinned one (exit code 1)
├── OutputError            the result could not be written or did not pass its own check (exit code 1)
├── ServiceError           a network service does not answer correctly; the run continues (exit code 1)
├── UsageError             an option or a query is wrong (exit code 2)
└── WorkerError            the processes of a run cannot be started (exit code 1)

FailureWarning is not an error: it warns that the graph lacks inputs that failed.
"""

import typing as t

if t.TYPE_CHECKING:
    from kg.model import FailureKind


class KgError(Exception):
    """The base of all errors: the one-line message states what is wrong, where, and what to do."""

    exit_code = 1


class InputError(KgError):
    """The input cannot be used."""


class UnreadableDocument(InputError):
    """One document cannot be opened or decoded; the run continues without it.

    `kind` is a `kg.model.FailureKind`, `advice` tells the user what to do.
    """

    def __init__(self, reason: str, *, kind: "FailureKind" = "broken", advice: str = "") -> None:
        super().__init__(reason)
        self.kind: FailureKind = kind
        self.advice = advice


class NothingToRead(InputError):
    """There is no document at any of the given places."""


class ConflictingDocuments(InputError):
    """Two different texts have the same document id, so their graphs cannot be merged."""


class ModelError(KgError):
    """The language model is not installed, or its files are not the pinned ones."""


class OutputError(KgError):
    """A result could not be written, or the written RDF did not parse."""


class ServiceError(KgError):
    """A network service cannot be reached or does not answer correctly; the run continues without it."""


class UsageError(KgError):
    """An option, a name or a query is wrong."""

    exit_code = 2


class WorkerError(KgError):
    """The processes of a run cannot be started, or end before they can work."""


class FailureWarning(UserWarning):
    """Some inputs are not in the graph; `graph.failures` lists them with the reasons."""


def in_words(error: Exception) -> str:
    """Return the type and the message of an error, on one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())
