"""The output of a run for the checks: the properties and plain edges of the RDF, and the lines of `triples.jsonl`."""

import json
import re
import typing as t
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph

from kg.errors import InputError
from kg.export.rdf.parsing import FORMATS, current, opened, syntax_at
from kg.export.rdf.vocabulary import DCT, KG, NIF, PROV, RDF

Term: t.TypeAlias = pyoxigraph.NamedNode | pyoxigraph.BlankNode | pyoxigraph.Literal | pyoxigraph.Triple
Record: t.TypeAlias = dict[str, t.Any]
Edge: t.TypeAlias = tuple[str, str, Term]

LINES_FILE: t.Final = "triples.jsonl"
DOCUMENTS_FILE: t.Final = "documents.jsonl"
TYPE: t.Final = str(RDF["type"])
CLASSES: t.Final = frozenset(map(str, (KG["Statement"], KG["Claim"], KG["Relation"])))
SURROGATE_STRING: t.Final = str(KG["surrogateString"])
ESCAPED_STRING: t.Final = str(KG["escapedString"])
_STANDS_FOR_SURROGATE = re.compile("[\U00100000\U0010d800-\U0010dfff]")
PREDICATES: t.Final = (
    *map(str, (NIF["anchorOf"], NIF["beginIndex"], NIF["endIndex"], NIF["referenceContext"], NIF["isString"])),
    *map(str, (KG["subject"], KG["relation"], KG["object"], KG["polarity"], KG["modality"], KG["deniedBy"])),
    *map(str, (KG["evidenceOf"], KG["extractor"], KG["rule"], KG["confidence"], KG["speakerMention"])),
    *map(str, (KG["denierMention"], PROV["wasAttributedTo"], PROV["wasDerivedFrom"], DCT["identifier"])),
    *map(str, (KG["status"], KG["noObject"], KG["mentions"], KG["independentSources"])),
)
"""The properties used by the checks, in addition to the types."""


@dataclass(frozen=True, slots=True)
class RdfContent:
    """An RDF file: its number of triples, the data for the checks by predicate and subject, and the plain edges.

    Named graphs are merged with the default graph, except for graphs named by a claim: their contents
    are said by that claim and are not edges.
    """

    path: Path
    triples: int
    properties: Mapping[str, Mapping[str, tuple[Term, ...]]]
    instances: Mapping[str, frozenset[str]]
    edges: frozenset[Edge]

    def all(self, predicate: str) -> Mapping[str, tuple[Term, ...]]:
        """Return the objects of a predicate by subject."""
        return self.properties.get(predicate, {})

    def one(self, subject: str, predicate: str) -> Term | None:
        """Return the object of a subject, or None if there is none or more than one."""
        found = self.all(predicate).get(subject, ())
        return found[0] if len(found) == 1 else None


def quads(path: Path) -> Iterator[pyoxigraph.Quad]:
    """Yield the quads of a file.

    Raises:
        InputError: it cannot be opened, or has the classes of kg 0.1.
        ValueError: it does not parse.
    """
    try:
        syntax = syntax_at(path)
        with opened(path, syntax) as file:
            yield from current(pyoxigraph.parse(file, format=FORMATS[syntax]), path)
    except SyntaxError as error:
        raise ValueError(" ".join(str(error).split())) from error
    except OSError as error:
        raise InputError(f"{path}: cannot be opened: {error.strerror or error}") from error


def read_rdf_content(path: Path) -> RdfContent:
    """Return the data of an RDF file for the checks; it is parsed twice, because relations are known at its end.

    Raises:
        InputError: it cannot be opened.
        ValueError: it does not parse.
    """
    count = 0
    found: dict[str, dict[str, list[Term]]] = {predicate: {} for predicate in PREDICATES}
    instances: dict[str, set[str]] = {class_: set() for class_ in CLASSES}
    for quad in quads(path):
        count += 1
        predicate = quad.predicate.value
        if predicate == TYPE:
            if (class_ := value_of(quad.object)) in instances:
                instances[class_].add(value_of(quad.subject))
        elif predicate in found:
            objects = found[predicate].setdefault(value_of(quad.subject), [])
            if quad.object not in objects:  # it may be in several graphs
                objects.append(quad.object)
    properties = {key: {iri: tuple(each) for iri, each in objects.items()} for key, objects in found.items()}
    relations = {value_of(term) for terms in properties[str(KG["relation"])].values() for term in terms}
    relations |= instances[str(KG["Relation"])]
    claims = {*properties[str(KG["evidenceOf"])], *instances[str(KG["Claim"])]}
    edges = frozenset(_edges(quads(path), relations, claims))
    return RdfContent(path, count, properties, {key: frozenset(each) for key, each in instances.items()}, edges)


def _edges(found: Iterable[pyoxigraph.Quad], relations: t.Container[str], claims: t.Container[str]) -> Iterator[Edge]:
    for quad in found:
        if quad.predicate.value in relations and value_of(quad.graph_name) not in claims:
            yield value_of(quad.subject), quad.predicate.value, quad.object


def value_of(term: t.Any) -> str:
    """Return the IRI of a node, or the characters of a literal."""
    return str(getattr(term, "value", term))


def words_of(literal: pyoxigraph.Literal) -> str:
    """Return the text of a literal, with the lone surrogates and NULs that it represents."""
    if literal.datatype.value == ESCAPED_STRING:
        return literal.value.encode("ascii").decode("unicode_escape")
    if literal.datatype.value != SURROGATE_STRING:
        return literal.value
    return _STANDS_FOR_SURROGATE.sub(lambda found: chr(ord(found.group()) - 0x100000), literal.value)


@dataclass(frozen=True, slots=True)
class Lines:
    """The records by line number, or the reason why there are none."""

    records: Mapping[int, Record]
    problem: str | None = None


def read_lines(path: Path) -> Lines:
    """Return the statements or documents of a file, or the fault in it."""
    records: dict[int, Record] = {}
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            for number, line in enumerate(file, start=1):
                record = json.loads(line)
                if not isinstance(record, dict) or not all(isinstance(each, dict) for each in evidence_of(record)):
                    return Lines({}, f"{path.name}:{number} is not a record")
                records[number] = record
    except OSError as error:
        return Lines({}, f"{path.name} cannot be opened: {error.strerror}")
    except ValueError as error:
        return Lines({}, f"{path.name}:{len(records) + 1} is not JSON in UTF-8: {error}")
    return Lines(records)


def evidence_of(record: Record) -> t.Sequence[Record]:
    """Return the pieces of evidence of a statement."""
    found = record.get("evidence")
    return found if isinstance(found, list) else ()
