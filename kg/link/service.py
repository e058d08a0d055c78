"""The queries to and the answers from a service."""

import typing as t
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Query:
    """An entity to look up: its usual name, its other names, and its type (`Company`)."""

    name: str
    type: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate from a service: its IRI, its names, and information about its type.

    `types` are words for its classes (`human`, `daily newspaper`) and `description` a line about it; both may be empty.
    `is_match` is true if the service is sure.
    """

    iri: str
    names: tuple[str, ...]
    types: tuple[str, ...] = ()
    description: str = ""
    is_match: bool = False


class Service(t.Protocol):
    """A service for looking up entities."""

    @property
    def place(self) -> str:
        """Its address, which identifies it in messages."""

    def candidates(self, queries: Sequence[Query]) -> list[tuple[Candidate, ...]]:
        """Return the candidates for each query, the most likely first.

        Raises:
            ServiceError: the service cannot be reached or does not answer correctly.
        """
