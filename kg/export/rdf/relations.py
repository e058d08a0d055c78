"""Map relations to other vocabularies, by the built-in table and tables of the user."""

import os
import tomllib
import typing as t
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources

from kg.errors import UsageError
from kg.export.iris import is_absolute
from kg.export.rdf.context import Context, Triples
from kg.export.rdf.terms import Iri
from kg.export.rdf.vocabulary import OWL, RDFS, SKOS, VOCABULARIES
from kg.toml import read_toml

KINDS: t.Final[Mapping[str, Iri]] = {
    "sub-property-of": RDFS["subPropertyOf"],
    "inverse-of": OWL["inverseOf"],
    "close-match": SKOS["closeMatch"],
    "related-match": SKOS["relatedMatch"],
}
"""How a relation can correspond to a property, by the key of the table."""

Links: t.TypeAlias = tuple[tuple[Iri, Iri], ...]
"""The kinds of correspondence and the properties of a relation."""
RelationTable: t.TypeAlias = Mapping[str, Links]
"""The corresponding properties of relations, by their names in triples.jsonl."""


def relation_table(files: Iterable[str | os.PathLike[str]] = ()) -> dict[str, Links]:
    """Return the built-in table; entries in files replace earlier entries for the same relation.

    Args:
        files: TOML files like `kg/data/relations.toml`.

    Raises:
        InputError: a file cannot be opened.
        UsageError: a file is not TOML, or an entry is invalid.
    """
    own = (resources.files("kg") / "data" / "relations.toml").read_text("utf-8")
    table = _table(tomllib.loads(own), "relations.toml")
    for file in files:
        table |= _table(read_toml(file), os.fspath(file))
    return table


def _table(entries: Mapping[str, t.Any], place: str) -> dict[str, Links]:
    return {name: tuple(_links(entry, f"{place}: {name}")) for name, entry in entries.items()}


def _links(entry: t.Any, place: str) -> Iterator[tuple[Iri, Iri]]:
    if not isinstance(entry, dict) or not entry.keys() <= KINDS.keys():
        raise UsageError(f"{place}: must be a table with the keys {', '.join(KINDS)}")
    for kind, names in entry.items():
        if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
            raise UsageError(f'{place}: {kind}: must be a list of properties, like ["schema:founder"]')
        for name in names:
            yield KINDS[kind], _property(name, f"{place}: {kind}")


def _property(name: str, place: str) -> Iri:
    """Return the IRI of a property, given as an IRI or with one of our prefixes."""
    prefix, _, local = name.partition(":")
    if prefix in VOCABULARIES and local.isascii() and local.replace("-", "").replace("_", "").isalnum():
        return VOCABULARIES[prefix][local]
    if not is_absolute(name):
        raise UsageError(
            f"{place}: {name!r}: neither an absolute IRI nor a name with one of: {', '.join(VOCABULARIES)}"
        )
    return Iri(name)


def link_triples(relation: str, table: RelationTable, context: Context) -> Triples:
    """Yield the correspondences of a relation to other vocabularies in the table."""
    for kind, property_ in table.get(relation, ()):
        yield context.relation(relation), kind, property_
