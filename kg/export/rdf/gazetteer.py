"""Read gazetteer entries from a user's Turtle file, in SKOS or like the graphs that `kg` writes."""

import os
import typing as t
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import pyoxigraph

from kg.errors import InputError
from kg.export.iris import is_absolute
from kg.export.rdf.parsing import parsed
from kg.export.rdf.terms import Iri
from kg.export.rdf.vocabulary import OWL, RDF, RDFS, SKOS, type_name
from kg.lexicon.gazetteer import Entry
from kg.lexicon.name_forms import can_name
from kg.lexicon.noun_types import BROAD_TYPES, TYPES

LABELS: t.Final = (SKOS["prefLabel"], RDFS["label"])
ALIASES: t.Final = (SKOS["altLabel"], SKOS["hiddenLabel"], *LABELS)
LINKS: t.Final = (SKOS["exactMatch"], OWL["sameAs"])

Properties: t.TypeAlias = Mapping[str, Sequence[object]]


def read_gazetteer(path: str | os.PathLike[str]) -> tuple[Entry, ...]:
    """Return an entry for each thing with a label in a Turtle file, sorted by label and IRI.

    The label is `skos:prefLabel` or `rdfs:label` (English before other languages); `skos:altLabel` and all other labels
    are aliases; a class of schema.org or of `kg` is the type. Links are `skos:exactMatch` and `owl:sameAs`, or else the
    IRI of the thing itself.

    Raises:
        InputError: the file cannot be opened or is not Turtle, or nothing in it has a label.
    """
    subjects: dict[str, dict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
    for quad in parsed(path, "turtle"):
        if isinstance(quad.subject, pyoxigraph.NamedNode):
            subjects[quad.subject.value][quad.predicate.value].append(quad.object)
    found = [entry for iri in sorted(subjects) for entry in _entry(iri, subjects[iri])]
    if not found:
        raise InputError(f"{os.fspath(path)}: nothing in it has a label: add skos:prefLabel or rdfs:label")
    return tuple(sorted(found))


def _entry(iri: str, properties: Properties) -> Iterable[Entry]:
    labels = _texts(properties, LABELS)
    if labels:
        links = sorted(
            node.value for key in LINKS for node in properties.get(key, ()) if isinstance(node, pyoxigraph.NamedNode)
        )
        own = (iri,) if is_absolute(iri) else ()
        aliases = tuple(text for text in _texts(properties, ALIASES) if text != labels[0])
        yield Entry(labels[0], _type(properties), aliases=aliases, links=tuple(links) or own)


def _texts(properties: Properties, keys: Iterable[str]) -> list[str]:
    """Return the distinct texts: those in English or without a language first, then in the order of the keys."""
    literals = [node for key in keys for node in properties.get(key, ()) if isinstance(node, pyoxigraph.Literal)]
    literals.sort(key=lambda node: (node.language or "en").partition("-")[0] != "en")
    return list(dict.fromkeys(node.value for node in literals if can_name(node.value)))


def _type(properties: Properties) -> str:
    classes = [node.value for node in properties.get(RDF["type"], ()) if isinstance(node, pyoxigraph.NamedNode)]
    # the current address of schema.org differs
    today = (class_.replace("http://schema.org/", "https://schema.org/", 1) for class_ in sorted(classes))
    types = [type_name(Iri(class_), {}) for class_ in today]
    known = [type_ for type_ in types if type_ in TYPES]
    return min(known, key=lambda type_: (type_ in BROAD_TYPES, type_), default="Thing")
