"""Check that the RDF and `triples.jsonl` have the same statements, and that only allowed statements are plain edges.

Statements that are negated, hedged, possible, planned, hypothetical or attributed are never plain edges.
"""

import typing as t
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.export.rdf.vocabulary import KG, PROV
from kg.verify.check import Check, judged
from kg.verify.content import LINES_FILE, Lines, RdfContent, evidence_of, value_of
from kg.verify.facts import Assertion, Fact, object_key

Statements: t.TypeAlias = Mapping[str, Assertion]


def check_edges(rdf: RdfContent, assertions: Iterable[Assertion]) -> Check:
    """Check that each plain edge has a statement that is affirmed, asserted, and in the voice of the text itself."""
    found = [*assertions]
    if rdf.edges and not found:
        return Check(
            "plain edges", "skipped", "there is nothing to compare the edges with: no statements, and no triples.jsonl"
        )
    by_fact: dict[Fact, list[frozenset[str]]] = defaultdict(list)
    for each in found:
        if each.fact is not None:
            by_fact[each.fact].append(each.reservations)
    faults = []
    for subject, relation, object_ in rdf.edges:
        reservations = by_fact.get((subject, relation, object_key(object_)), [])
        if all(reservations):
            status = " or ".join(sorted(frozenset[str]().union(*reservations))) or "in no statement"
            faults.append(f"<{subject}> <{relation}> {object_} is {status}")
    return judged("plain edges", f"{len(rdf.edges)} edges", sorted(faults))


def check_counts(rdf: RdfContent, lines: Lines, in_rdf: Statements, in_lines: Statements) -> Check:
    """Compare statements, their status, their pieces of evidence, their sources, and the plain edges."""
    if lines.problem is not None:
        return judged("counts", "the statements of the RDF", [lines.problem])
    summary = f"{len(in_rdf)} statements, {len(rdf.edges)} plain edges"
    faults = [*_edges(rdf, in_lines)]
    if in_rdf or rdf.all(str(KG["evidenceOf"])):
        faults += [*_statements(in_rdf, in_lines, lines), *_evidence(rdf, lines), *_sources(rdf, lines)]
    else:
        summary = f"{len(rdf.edges)} plain edges; this layout has no statements"
    return judged("counts", summary, faults)


def _edges(rdf: RdfContent, in_lines: Statements) -> Iterator[str]:
    present = {(subject, relation, object_key(object_)) for subject, relation, object_ in rdf.edges}
    expected = {
        assertion.fact: iri
        for iri, assertion in in_lines.items()
        if assertion.fact is not None and not assertion.reservations
    }
    for fact in sorted(expected.keys() - present):
        yield f"<{expected[fact]}> has no plain edge in the RDF"
    if len(present) > len(expected):
        yield f"{len(present)} plain edges in the RDF, {len(expected)} in {LINES_FILE}"


def _statements(in_rdf: Statements, in_lines: Statements, lines: Lines) -> Iterator[str]:
    counted = Counter(str(record.get("id")) for record in lines.records.values())
    yield from (f"<{iri}> occurs {count} times in {LINES_FILE}" for iri, count in counted.items() if count > 1)
    yield from (f"<{iri}> is not in {LINES_FILE}" for iri in sorted(in_rdf.keys() - in_lines.keys()))
    yield from (f"<{iri}> is not in the RDF" for iri in sorted(in_lines.keys() - in_rdf.keys()))
    for iri in sorted(in_rdf.keys() & in_lines.keys()):
        if in_rdf[iri] != in_lines[iri]:
            yield f"<{iri}> is stated differently in {LINES_FILE}"


def _evidence(rdf: RdfContent, lines: Lines) -> Iterator[str]:
    """Compare the numbers of pieces of evidence; claims that one rule read at one place are one piece."""
    parts = [rdf.all(str(part)) for part in (PROV["wasDerivedFrom"], KG["extractor"], KG["rule"], KG["confidence"])]
    pieces = {
        (value_of(statement), tuple(str(part.get(claim)) for part in parts))
        for claim, statements in rdf.all(str(KG["evidenceOf"])).items()
        for statement in statements
    }
    counted = Counter(iri for iri, _ in pieces)
    for number, record in lines.records.items():
        expected, found = len(evidence_of(record)), counted[str(record.get("id"))]
        if expected != found:
            yield f"{LINES_FILE}:{number} has {expected} pieces of evidence, {found} in the RDF"


def _sources(rdf: RdfContent, lines: Lines) -> Iterator[str]:
    """Compare the numbers of sentences and of sources with the evidence, and with each other."""
    in_rdf = [rdf.all(str(KG[name])) for name in ("mentions", "independentSources")]
    for number, record in lines.records.items():
        iri, evidence = str(record.get("id")), evidence_of(record)
        # a line may contain anything, such as a list instead of a number
        sentences = {repr([each.get(key) for key in ("document", "start", "end")]) for each in evidence}
        documents = {repr(each.get("document")) for each in evidence}
        numbers = [record.get("mentions"), record.get("independent_sources")]
        if numbers[0] != len(sentences):
            yield f"{LINES_FILE}:{number} has {len(sentences)} sentences, but gives {numbers[0]}"
        if numbers[1] not in range(1, len(documents) + 1):
            yield f"{LINES_FILE}:{number} has {len(documents)} documents, but gives {numbers[1]} independent sources"
        if [[str(each)] for each in numbers] != [[*map(value_of, each.get(iri, ()))] for each in in_rdf]:
            yield f"<{iri}> has other numbers of sentences or sources in {LINES_FILE}"
