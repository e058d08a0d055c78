"""ns.ttl defines the terms in the layouts, and the layouts use all terms that it defines."""

import typing as t
from collections import defaultdict
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pyoxigraph
import pytest

from kg.choices import Layout
from kg.export.encodings import Encoding
from kg.export.iris import DEFAULT_BASE, document_iri, place, place_of
from kg.export.rdf import query
from kg.export.rdf.content import content
from kg.export.rdf.context import MentionIris
from kg.export.rdf.layouts import in_layout
from kg.export.rdf.rdflib_graph import to_rdf
from kg.export.rdf.terms import is_literal, parts
from kg.export.rdf.text import AROUND
from kg.export.rdf.vocabulary import KG, NIF, OA, RDF, RDFS, SCHEMA, class_iri
from kg.export.rdf.writing import to_turtle, write_rdf_file
from kg.lexicon.event_relations import event_relations
from kg.lexicon.noun_types import TYPES
from kg.model import DecisionKind, Grain, Graph, Kind, Literal, Modality, Span, Status, Time
from tests.export.examples import BAKERY, COPIED, GRAPH, STRUCTURED
from tests.export.test_rdf import hostile_graph
from tests.export.test_rdf_decisions import DECIDED

OWL = "http://www.w3.org/2002/07/owl#"
PROPERTIES = {f"{OWL}ObjectProperty", f"{OWL}DatatypeProperty", RDF["Property"]}
VALUES: t.Final[dict[str, tuple[str, ...]]] = {
    "DecisionKind": t.get_args(DecisionKind),
    "EventRelation": tuple(f"event-{name}" for name in event_relations()),
    "Layout": t.get_args(Layout),
    "MentionKind": t.get_args(Kind),
    "Modality": t.get_args(Modality),
    "Polarity": ("affirmed", "negated"),
    "Status": t.get_args(Status),
    "TimeGrain": t.get_args(Grain),
}
DATATYPES: t.Final = ("money", "range", "score")
CLASSES_ABOVE: t.Final = {"Proposition", *VALUES} - {"EventRelation"}
"""Classes without instances, which are only used in the vocabulary itself."""


def definitions() -> dict[str, dict[str, set[str]]]:
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    text = (resources.files("kg") / "data" / "ns.ttl").read_text("utf-8")
    for quad in pyoxigraph.parse(text, format=pyoxigraph.RdfFormat.TURTLE):
        found[str(quad.subject.value)][quad.predicate.value].add(quad.object.value)
    return {iri.removeprefix(KG.iri): dict(of) for iri, of in found.items() if iri.startswith(KG.iri)}


DEFINED = definitions()


def rich_graph() -> Graph:
    """Return a graph with what the other examples lack: a range, a score, a number of entities without its noun."""
    values = (Literal("3..5", "kg:range", "USD"), Literal("2-1", "kg:score"), Literal("5", "kg:money", "EUR"))
    first, *others = GRAPH.entities
    counted = replace(first.mentions[0], kind="nominal", value=Literal("12", "xsd:integer"), completed="12 armies")
    army = replace(first, type="MilitaryOrganization", chains=((counted,),))
    statement = GRAPH.statements[0]
    statements = [replace(statement, id=f"r{n}", relation="be", object=value) for n, value in enumerate(values)]
    statements.append(replace(statement, id="timed", time=Time("2024-05-10T13:00", None, None, "minute", "at 1pm")))
    return Graph(GRAPH.documents, (army, *others), tuple(statements))


STAND_INS: t.Final = ("a\ud800b", "a\ud800b\U0010d800")
"""A text with a character that RDF cannot contain, and one that also has its replacement."""


def used() -> set[str]:
    terms: set[str] = set()
    for graph in (STRUCTURED, COPIED, DECIDED, rich_graph(), *map(hostile_graph, STAND_INS)):
        for layout in t.get_args(Layout):
            told = content(graph, Encoding(selectors=True))
            for subject, predicate, node, _ in in_layout(told, layout, base_iri=DEFAULT_BASE):
                terms |= {subject, predicate, parts(node).datatype if is_literal(node) else node}
    return {term.removeprefix(KG.iri) for term in terms if term.startswith(KG.iri)}


USED = used()


def test_every_term_that_is_written_is_defined() -> None:
    of_the_examples = {term for term in USED if term.startswith("a-b-")} | {"Value"}
    assert USED - of_the_examples <= DEFINED.keys() | {""}


@pytest.mark.parametrize("type_", sorted(TYPES | {"Phrase", "Quantity", "Time"}))
def test_every_class_of_our_own_is_defined(type_: str) -> None:
    class_ = class_iri(type_)
    assert class_.startswith(SCHEMA.iri) or class_.removeprefix(KG.iri) in DEFINED


def test_every_term_that_is_defined_is_written() -> None:
    values = {name for names in VALUES.values() for name in names}
    assert DEFINED.keys() - USED - values == CLASSES_ABOVE | {"Phrase", "structural"}


@pytest.mark.parametrize("class_", VALUES)
def test_the_values_of_a_property_are_those_of_the_model(class_: str) -> None:
    individuals = {name for name, of in DEFINED.items() if KG[class_] in of.get(RDF["type"], ())}
    assert individuals == set(VALUES[class_])


@pytest.mark.parametrize("name", DEFINED)
def test_every_term_is_explained(name: str) -> None:
    of = DEFINED[name]
    assert len(of[RDFS["label"]]) == 1
    assert len(of[RDFS["comment"]]) == 1
    if of[RDF["type"]] & PROPERTIES:
        assert RDFS["domain"] in of
        assert RDFS["range"] in of


def test_the_vocabulary_explains_events_as_their_table_does() -> None:
    told = {name: DEFINED[f"event-{name}"][RDFS["comment"]] for name in event_relations()}
    assert told == {name: {event.meaning} for name, event in event_relations().items()}


def test_datatypes() -> None:
    datatypes = {name for name, of in DEFINED.items() if RDFS["Datatype"] in of[RDF["type"]]}
    assert datatypes == {*DATATYPES, "surrogateString", "escapedString"}


def test_the_graph_describes_itself_as_a_data_set() -> None:
    sparql = """SELECT ?base ?entities ?layout ?agent WHERE {
        ?set a void:Dataset, dcat:Dataset ; dct:title ?title ; void:uriSpace ?base ; void:entities ?entities ;
            kg:layout ?layout ; void:vocabulary <https://example.org/kg/ns#> ; prov:wasGeneratedBy ?run .
        ?run a prov:Activity ; prov:used ?document ; prov:wasAssociatedWith ?program .
        ?document a schema:NewsArticle ; dct:identifier "bakery" .
        ?program a prov:SoftwareAgent ; rdfs:label ?agent ; schema:softwareVersion ?version }"""
    (row,) = query(GRAPH, sparql).rows
    assert row[:3] == (DEFAULT_BASE, str(len(GRAPH.entities)), KG["reify"])
    assert (row[3] or "").startswith("kg ")


MENTIONS: t.Final = MentionIris(GRAPH, DEFAULT_BASE)
SPANS: t.Final = f"SELECT DISTINCT ?span WHERE {{ ?span a <{NIF['RFC5147String']}> ; <{NIF['beginIndex']}> ?begin }}"


def test_the_iri_of_a_mention_tells_its_place() -> None:
    rows = query(GRAPH, "SELECT ?span ?words WHERE { ?span a kg:Mention ; nif:anchorOf ?words }").rows
    texts = {document_iri(document.id): document.text for document in GRAPH.documents}
    assert len(rows) == len(MENTIONS)
    for iri, words in rows:
        document, start, end = place_of(iri or "") or ("", 0, 0)
        assert texts[document][start:end] == words


def test_only_sentences_are_described_in_full_unless_asked_for(tmp_path: Path) -> None:
    sentences = {claim.evidence.span for claim in GRAPH.claims}
    words = {span for claim in GRAPH.claims for span in (*claim.predicate, *claim.cues, *claim.evidence.unread)}
    assert words - sentences
    mentions = {mention.span for mention in MENTIONS}
    for spans, told in ((False, sentences), (True, sentences | words | mentions)):
        path = tmp_path / "graph.ttl"
        write_rdf_file(GRAPH, path, Encoding(spans=spans))
        assert {row[0] for row in query(path, SPANS).rows} == {
            f"{document_iri(span.document)}{place(span)}" for span in told
        }


def test_spans_are_written_relative_to_their_document() -> None:
    text = to_turtle(GRAPH)
    cited = {mention.span.document for mention in MENTIONS}
    assert text.count("\n@base <") == len(cited)
    assert "\n<#char=" in text
    assert not [line for line in text.splitlines() if line.startswith("<") and "/document/" in line]


def test_selectors_find_the_sentence(tmp_path: Path) -> None:
    statement = GRAPH.statements[0]
    claim = statement.claims[0]
    near = replace(claim, evidence=replace(claim.evidence, span=Span(BAKERY.id, 6, 38)))  # less than AROUND precedes it
    graph = replace(GRAPH, statements=(replace(statement, claims=(near,)), *GRAPH.statements[1:]))
    file = tmp_path / "selected.nt"
    file.write_text(to_rdf(graph, selectors=True).serialize(format="nt"), encoding="utf-8")
    sparql = f"""SELECT ?doc ?exact ?prefix ?suffix ?start ?end WHERE {{
        ?part a <{OA["SpecificResource"]}> ; <{OA["hasSource"]}>/dct:identifier ?doc ;
            <{OA["hasSelector"]}> ?quotation, ?position .
        ?quotation a <{OA["TextQuoteSelector"]}> ; <{OA["exact"]}> ?exact ; <{OA["prefix"]}> ?prefix ;
            <{OA["suffix"]}> ?suffix .
        ?position a <{OA["TextPositionSelector"]}> ; <{OA["start"]}> ?start ; <{OA["end"]}> ?end }}"""
    texts = {document.id: document.text for document in GRAPH.documents}
    rows = [tuple(value or "" for value in row) for row in query(file, sparql).rows]
    assert len(rows) == len({claim.evidence.span for claim in graph.claims})
    for document, exact, prefix, suffix, start, end in rows:
        text = texts[document]
        assert text[int(start) : int(end)] == exact
        assert (prefix, suffix) == (text[: int(start)][-AROUND:], text[int(end) :][:AROUND])
        assert text.count(prefix + exact + suffix) == 1
        assert text.index(prefix + exact + suffix) + len(prefix) == int(start)


def test_without_being_asked_there_are_no_selectors() -> None:
    assert not [term for triple in to_rdf(GRAPH) for term in triple if OA.iri in str(term)]
