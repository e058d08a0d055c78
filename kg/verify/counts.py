"""The RDF and `triples.jsonl` tell the same statements, in the same way, with as much evidence."""

import typing as t
from collections import Counter
from collections.abc import Iterator, Mapping

from kg.export.rdf.vocabulary import KG, PROV
from kg.verify.check import Check, judged
from kg.verify.content import RdfContent
from kg.verify.lines import LINES_FILE, Lines, evidence_of
from kg.verify.said import Said, object_key

NAME: t.Final = "counts"

Statements: t.TypeAlias = Mapping[str, Said]


def check_counts(rdf: RdfContent, lines: Lines, in_rdf: Statements, in_lines: Statements) -> Check:
    """Compare statements, how they are said, their pieces of evidence, and the plain edges."""
    if lines.problem is not None:
        return judged(NAME, "the statements of the RDF", [lines.problem])
    told = f"{len(in_rdf)} statements, {len(rdf.edges)} plain edges"
    faults = [*_edges(rdf, in_lines)]
    if in_rdf or rdf.all(str(KG["evidenceOf"])):
        faults += [*_repeated(lines), *_statements(in_rdf, in_lines), *_evidence(rdf, lines)]
    else:
        told = f"{len(rdf.edges)} plain edges; this layout has no statements"
    return judged(NAME, told, faults)


def _edges(rdf: RdfContent, in_lines: Statements) -> Iterator[str]:
    there = {(subject, relation, object_key(object_)) for subject, relation, object_ in rdf.edges}
    expected = {said.fact: iri for iri, said in in_lines.items() if said.fact is not None and not said.reserves}
    for fact in sorted(expected.keys() - there):
        yield f"<{expected[fact]}> has no plain edge in the RDF"
    if len(there) > len(expected):
        yield f"{len(there)} plain edges in the RDF, {len(expected)} in {LINES_FILE}"


def _repeated(lines: Lines) -> Iterator[str]:
    counted = Counter(str(record.get("id")) for record in lines.records.values())
    yield from (f"<{iri}> stands {count} times in {LINES_FILE}" for iri, count in counted.items() if count > 1)


def _statements(in_rdf: Statements, in_lines: Statements) -> Iterator[str]:
    yield from (f"<{iri}> is not in {LINES_FILE}" for iri in sorted(in_rdf.keys() - in_lines.keys()))
    yield from (f"<{iri}> is not in the RDF" for iri in sorted(in_lines.keys() - in_rdf.keys()))
    for iri in sorted(in_rdf.keys() & in_lines.keys()):
        if in_rdf[iri] != in_lines[iri]:
            yield f"<{iri}> is told in another way in {LINES_FILE}"


def _evidence(rdf: RdfContent, lines: Lines) -> Iterator[str]:
    counted = Counter(iri for iri, _ in _distinct_evidence(rdf))
    for number, record in lines.records.items():
        expected, found = len(evidence_of(record)), counted[str(record.get("id"))]
        if expected != found:
            yield f"{LINES_FILE}:{number} has {expected} pieces of evidence, {found} in the RDF"


def _distinct_evidence(rdf: RdfContent) -> set[tuple[str, tuple[str, ...]]]:
    """Return the statements with their evidence; claims that were read by one rule in one place are one piece."""
    predicates = (PROV["wasDerivedFrom"], KG["extractor"], KG["rule"], KG["confidence"])
    parts = [rdf.all(str(predicate)) for predicate in predicates]
    return {
        (str(getattr(statement, "value", statement)), tuple(str(part.get(claim)) for part in parts))
        for claim, statements in rdf.all(str(KG["evidenceOf"])).items()
        for statement in statements
    }
