"""What a service is asked, and what it answers."""

import typing as t
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Query:
    """A thing to be found: its usual name, its other names, and its type (`Company`)."""

    name: str
    type: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that a service knows: its IRI, its names, and what tells its type.

    `types` are words for its classes (`human`, `daily newspaper`) and `description` a line about it; both may be empty.
    `is_match` says that the service is sure.
    """

    iri: str
    names: tuple[str, ...]
    types: tuple[str, ...] = ()
    description: str = ""
    is_match: bool = False


class Service(t.Protocol):
    """Where things are looked up."""

    @property
    def place(self) -> str:
        """What tells it from other services in messages: its address."""

    def candidates(self, queries: Sequence[Query]) -> list[tuple[Candidate, ...]]:
        """Return the candidates for each query, the likeliest first.

        Raises:
            ServiceError: the service cannot be reached or does not answer as it must.
        """
