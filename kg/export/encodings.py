"""The RDF encoding: the provenance layout, the syntax, and the file name."""

import os
import typing as t
from dataclasses import dataclass

from kg.arguments import check_choice, several
from kg.choices import Layout, Syntax
from kg.errors import UsageError
from kg.export.iris import DEFAULT_BASE, checked_base

SUFFIXES: t.Final[t.Mapping[Syntax, str]] = {
    "turtle": ".ttl",
    "trig": ".trig",
    "nt": ".nt",
    "nq": ".nq",
    "jsonld": ".jsonld",
    "rdfxml": ".rdf",
}
"""The file extension of each syntax."""
GRAPH_FILES: t.Final[t.Mapping[Syntax, str]] = {syntax: f"graph{suffix}" for syntax, suffix in SUFFIXES.items()}
"""The output file of a run in each syntax; a folder has one of them."""

NAMED_GRAPHS: t.Final = frozenset[Layout]({"graphs", "doc-graphs"})
"""Layouts that put triples into named graphs."""
_QUADS: t.Final = frozenset[Syntax]({"trig", "nq", "jsonld"})
_TRIPLE_TERMS: t.Final = frozenset[Syntax]({"turtle", "trig", "nt", "nq"})


class RdfOptions(t.TypedDict, total=False):
    """The RDF options for any syntax; see `Encoding`."""

    provenance: Layout
    base_iri: str
    selectors: bool
    spans: bool
    relations: t.Sequence[str | os.PathLike[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoding:
    """How a graph is written as RDF.

    Args:
        provenance: how claims are distinguished from plain edges; `none` leaves out all provenance.
        syntax: None uses Turtle, or TriG if the provenance needs named graphs.
        base_iri: the absolute http(s) or urn IRI at the start of all IRIs of the graph.
        selectors: whether sentences get Web Annotation selectors.
        spans: whether mentions, predicates and cues are described in full, as in NIF; otherwise only their IRIs
            show their positions.
        relations: TOML files, or one, that map relations to other vocabularies, in addition to the built-in table.

    Raises:
        UsageError: the base, the provenance or the syntax is invalid, or the syntax does not support the provenance.
    """

    provenance: Layout = "reify"
    syntax: Syntax | None = None
    base_iri: str = DEFAULT_BASE
    selectors: bool = False
    spans: bool = False
    relations: t.Sequence[str | os.PathLike[str]] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "base_iri", checked_base(self.base_iri))
        object.__setattr__(self, "relations", several(self.relations))
        check_choice("provenance", self.provenance, t.get_args(Layout))
        if self.syntax is not None:
            check_choice("syntax", self.syntax, t.get_args(Syntax))
        allowed = _allowed(self.provenance)
        if self.syntax is not None and self.syntax not in allowed:
            raise UsageError(
                f"provenance {self.provenance} cannot be written as {self.syntax}: use {', '.join(sorted(allowed))}"
            )

    @property
    def written(self) -> Syntax:
        """The syntax that is used."""
        return self.syntax or ("trig" if self.provenance in NAMED_GRAPHS else "turtle")


def _allowed(layout: Layout) -> frozenset[Syntax]:
    if layout in NAMED_GRAPHS:
        return _QUADS
    return _TRIPLE_TERMS if layout == "rdf12" else frozenset(t.get_args(Syntax))


def syntax_of(path: str | os.PathLike[str]) -> Syntax | None:
    """Return the syntax of a file, or None if its name does not indicate one."""
    name = os.fspath(path).casefold()
    return next((syntax for syntax, suffix in SUFFIXES.items() if name.endswith(suffix)), None)


def checked_syntax(path: str | os.PathLike[str]) -> Syntax:
    """Return the syntax for a file to be written.

    Raises:
        UsageError: its name does not indicate one.
    """
    syntax = syntax_of(path)
    if syntax is None:
        raise UsageError(f"{os.fspath(path)}: the name must end in one of {', '.join(SUFFIXES.values())}")
    return syntax
