"""Read schemas: types and relations with their IRIs, from a TOML file, or from SHACL in RDF."""

import os
import typing as t
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from kg.errors import UsageError
from kg.export.encodings import syntax_of
from kg.export.iris import is_absolute
from kg.export.rdf.parsing import read_quads
from kg.export.rdf.relations import relation_table
from kg.export.rdf.terms import Iri, Node, is_literal, parts
from kg.export.rdf.vocabulary import OWL, RDF, RDFS, SKOS, VOCABULARIES, Namespace
from kg.toml import read_toml

SH: t.Final = Namespace("http://www.w3.org/ns/shacl#")
TypeKey = t.Literal["iri", "types"]
RelationKey = t.Literal["iri", "names", "reversed", "domain", "range", "inverse"]
Section = t.Literal["prefixes", "types", "relations"]
SAME: t.Final = frozenset({RDFS["subPropertyOf"], SKOS["closeMatch"]})
"""The correspondences in the table of relations that hold in the same direction."""


@dataclass(frozen=True, slots=True)
class Type:
    """A type of the schema, and the `kg` types that belong to it by name; none means those whose class has its IRI."""

    iri: Iri
    types: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of the schema.

    `names` are the relations of `kg` that express it, `reversed` those that do with subject and object exchanged.
    `domain` holds IRIs of types, `range` of types and of datatypes; if they are empty, anything is allowed.
    """

    iri: Iri
    names: frozenset[str]
    reversed: frozenset[str] = frozenset()
    domain: frozenset[Iri] = frozenset()
    range: frozenset[Iri] = frozenset()
    inverse: Iri | None = None


@dataclass(frozen=True, slots=True)
class Schema:
    """Types and relations, sorted by IRI."""

    types: tuple[Type, ...]
    relations: tuple[Relation, ...]


def read_schema(path: str | os.PathLike[str], *, relations: Iterable[str | os.PathLike[str]] = ()) -> Schema:
    """Return the schema in a file: SHACL if its extension is that of RDF, otherwise TOML.

    A relation that names no relations of `kg` gets those that the table of relations has for its IRI.

    Args:
        path: the file.
        relations: tables of relations in addition to the built-in one.

    Raises:
        InputError: a file cannot be opened, or is not RDF.
        UsageError: the schema or a table is invalid, or has no relation.
    """
    place = os.fspath(path)
    types, found = _shacl(place) if syntax_of(place) else _toml(place)
    if not found:
        raise UsageError(f"{place}: has no relation; docs/howto/schema.md describes schemas")
    known = _known(relations)
    filled = [each if each.names or each.reversed else _filled(each, known) for each in found]
    return Schema(tuple(sorted(types, key=lambda each: each.iri)), tuple(sorted(filled, key=lambda each: each.iri)))


def _known(files: Iterable[str | os.PathLike[str]]) -> Mapping[tuple[Iri, bool], frozenset[str]]:
    """Return the relations of `kg` by their corresponding property, for each direction."""
    names: dict[tuple[Iri, bool], set[str]] = defaultdict(set)
    for name, links in relation_table(files).items():
        for kind, property_ in links:
            if kind in SAME or kind == OWL["inverseOf"]:
                names[property_, kind not in SAME].add(name)
    return {key: frozenset(each) for key, each in names.items()}


def _filled(relation: Relation, known: Mapping[tuple[Iri, bool], frozenset[str]]) -> Relation:
    names, turned = (known.get((relation.iri, way), frozenset()) for way in (False, True))
    return replace(relation, names=names, reversed=turned)


def _toml(place: str) -> tuple[list[Type], list[Relation]]:
    content = read_toml(place)
    _only(content, t.get_args(Section), place)
    prefixes, types, relations = (_table(content, name, place) for name in t.get_args(Section))
    names = _Names({prefix: space.iri for prefix, space in VOCABULARIES.items()} | prefixes)
    for kind, entries, keys in (
        ("types", types, t.get_args(TypeKey)),
        ("relations", relations, t.get_args(RelationKey)),
    ):
        for name in entries:
            _only(_table(entries, name, f"{place}: {kind}"), keys, f"{place}: {kind}: {name}")
    classes = {name: names.iri(each.get("iri"), f"{place}: types: {name}") for name, each in types.items()}
    found = [
        Type(classes[name], frozenset(_texts(each, "types", f"{place}: types: {name}"))) for name, each in types.items()
    ]
    inverses = {name: each.get("iri") for name, each in relations.items()}
    names = _Names(names.prefixes, classes)
    return found, [names.relation(each, inverses, f"{place}: relations: {name}") for name, each in relations.items()]


@dataclass(frozen=True, slots=True)
class _Names:
    """The meanings of names in a TOML file: prefixes, and the types that it declares."""

    prefixes: Mapping[str, t.Any]
    classes: Mapping[str, Iri] = field(default_factory=dict)

    def iri(self, value: object, where: str) -> Iri:
        """Return the IRI, which is given in full or with a prefix."""
        if value is None:
            raise UsageError(f"{where}: has no iri: give an absolute IRI, or a name with a known prefix")
        prefix, colon, local = value.partition(":") if isinstance(value, str) else ("", "", "")
        space = self.prefixes.get(prefix)
        found = f"{space}{local}" if colon and isinstance(space, str) else str(value)
        if not is_absolute(found):
            raise UsageError(f"{where}: {value!r}: neither an absolute IRI nor a name with a known prefix")
        return Iri(found)

    def relation(self, entry: Mapping[str, t.Any], inverses: Mapping[str, object], where: str) -> Relation:
        """Return a relation; its inverse may be another relation, given by its name."""
        inverse = entry.get("inverse")
        opposite = inverses.get(inverse, inverse) if isinstance(inverse, str) else inverse
        return Relation(
            self.iri(entry.get("iri"), where),
            frozenset(_texts(entry, "names", where)),
            frozenset(_texts(entry, "reversed", where)),
            self._all(entry, "domain", where),
            self._all(entry, "range", where),
            None if opposite is None else self.iri(opposite, f"{where}: inverse"),
        )

    def _all(self, entry: Mapping[str, t.Any], key: RelationKey, where: str) -> frozenset[Iri]:
        given = _texts(entry, key, where)
        return frozenset(self.classes.get(each) or self.iri(each, f"{where}: {key}") for each in given)


def _table(content: Mapping[str, t.Any], name: str, place: str) -> dict[str, t.Any]:
    found = content.get(name, {})
    if not isinstance(found, dict):
        raise UsageError(f"{place}: {name}: must be a table")
    return found


def _only(entry: Mapping[str, object], known: tuple[str, ...], where: str) -> None:
    for key in entry:
        if key not in known:
            raise UsageError(f"{where}: {key!r} is not known; there are: {', '.join(known)}")


def _texts(entry: Mapping[str, t.Any], key: RelationKey | TypeKey, where: str) -> list[str]:
    value = entry.get(key, [])
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise UsageError(f"{where}: {key}: must be a text or a list of texts")
    return texts


_Objects: t.TypeAlias = Mapping[tuple[Node, Iri], Sequence[Node]]
"""The objects of each subject and predicate in a file."""


def _shacl(place: str) -> tuple[list[Type], list[Relation]]:
    """Return the content of the node shapes in a file: target classes, and properties with class and datatype."""
    objects: dict[tuple[Node, Iri], list[Node]] = defaultdict(list)
    for subject, predicate, object_, _ in read_quads(place):
        objects[subject, predicate].append(object_)
    targets = {shape: _targets(shape, objects) for shape, _ in objects}
    found: dict[Iri, list[Relation]] = defaultdict(list)
    for (shape, predicate), properties in objects.items():
        for one in properties if predicate == SH["property"] else ():
            for relation in _relations(one, targets[shape], targets, objects):
                found[relation.iri].append(relation)
    classes = {class_ for each in targets.values() for class_ in each}
    return [Type(class_) for class_ in classes], [_together(iri, each, objects) for iri, each in found.items()]


def _relations(
    shape: Node, domain: frozenset[Iri], targets: Mapping[Node, frozenset[Iri]], objects: _Objects
) -> Iterator[Relation]:
    """Yield the relation of a property shape; a path of several steps gives none."""
    ends = {Iri(end) for key in ("class", "datatype") for end in objects.get((shape, SH[key]), ())}
    ends |= {class_ for node in objects.get((shape, SH["node"]), ()) for class_ in targets.get(node, ())}
    for path in objects.get((shape, SH["path"]), ()):
        if is_absolute(path):
            given = [*objects.get((shape, SH["name"]), ()), *objects.get((path, SKOS["altLabel"]), ())]
            names = frozenset(parts(each).text for each in given if is_literal(each))
            yield Relation(Iri(path), names, domain=domain, range=frozenset(ends))


def _together(iri: Iri, found: Sequence[Relation], objects: _Objects) -> Relation:
    """Return the combination of several shapes for one property."""
    names, domain, range_ = (
        frozenset().union(*each) for each in zip(*((one.names, one.domain, one.range) for one in found), strict=True)
    )
    inverse = next((Iri(each) for each in objects.get((iri, OWL["inverseOf"]), ())), None)
    return Relation(iri, names, domain=domain, range=range_, inverse=inverse)


def _targets(shape: Node, objects: _Objects) -> frozenset[Iri]:
    """Return the classes that a shape targets; a shape that is a class targets itself."""
    own = {RDFS["Class"], SH["NodeShape"]} <= {*objects.get((shape, RDF["type"]), ())}
    targets = frozenset(Iri(each) for each in objects.get((shape, SH["targetClass"]), ()))
    return targets | {Iri(shape)} if own else targets
