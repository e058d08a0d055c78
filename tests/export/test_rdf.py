"""RDF: it is lossless and deterministic, hostile text stays text, and other programs can query it."""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given
from rdflib import RDF, URIRef

from kg.errors import InputError, OutputError, UsageError
from kg.export import iris
from kg.export.rdf import check_rdf, query, read_rdf, read_turtle, to_turtle
from kg.export.rdf.query import load_graph
from kg.export.rdf.rdflib_graph import from_rdf, to_rdf
from kg.export.rdf.vocabulary import KG
from kg.model import Document, Entity, Graph, Literal, Reading, Span, Statement, Time
from kg.resolve import resolve
from kg.verify.content import quads
from tests import strategies
from tests.export.examples import CLAIMS, GRAPH, MARTA, STATEMENTS, WEATHER

ROOT = Path(__file__).resolve().parents[2]
NAMESPACE_FILE = ROOT / "kg" / "data" / "ns.ttl"
BASES = ("https://example.org/kg/", "http://localhost:8000/x", "urn:news:graph")
HOSTILE = {
    "quotes": "\"'`“”",
    "backslash": "a\\b\\",
    "lines": "a\nb\r\nc\rd\te",
    "iri breakers": '<>{}|^`"\\',
    "percent": "50% %20 %zz",
    "dots": "...",
    "trailing dot": "U.S.",
    "looks like a prefixed name": "kge:Oslo",
    "looks like made safe": "US-abcdefghijklmnop",
    "emoji": "🌊👩\u200d🚀",
    "right to left": "\u202eabc\u202c שלום",
    "hindi": "नरेन्द्र मोदी",
    "thai": "กรุงเทพ",
    "long": "x" * 5_000,
    "controls": "".join(map(chr, range(32))) + "\x7f\x85",
    "separators": "a\u2028b\u2029c",
    "noncharacters": "\ufffe\uffff\U0010ffff",
    "lone surrogate": "a\ud800b\udfff",
    "decomposed": "Cafe\u0301",
    "composed": "Caf\u00e9",
    "plane 14": "a\U000e0100b",
    "empty": "",
    "space": " ",
    "slashes": "a/b//c?d=e#f",
    "statement": "Statement",
}


def triples_in(turtle: str) -> int:
    return check_rdf(io.BytesIO(turtle.encode("utf-8")), "turtle")


def hostile_graph(text: str) -> Graph:
    document = Document(text, f"{text} Oslo", text, date(1, 1, 1), text, text)
    mention = replace(MARTA, span=Span(text, 0, len(text) + 5), text=document.text, head=len(text) + 1, type=text)
    evidence = replace(CLAIMS["affirmed"].evidence, span=mention.span, rule=text, extractor=text)
    literal = Literal(text, text, text)
    value = replace(mention, head=0, kind="value", value=literal)
    claim = replace(
        CLAIMS["affirmed"],
        subject=mention,
        object=value,
        relation=text + "!",
        evidence=evidence,
        time=Time(text, None, None, "set", text),
        qualifiers=(),
        predicate=(),
    )
    entity = Entity(text, text, text, (text,), ((mention,),), (text,))
    statement = Statement(text, text, text, literal, False, "asserted", None, None, claim.time, (claim,))
    return Graph((document,), (entity,), (statement,))


@pytest.mark.parametrize("base_iri", BASES)
def test_nothing_is_lost(base_iri: str) -> None:
    assert from_rdf(to_rdf(GRAPH, base_iri=base_iri)) == GRAPH


@pytest.mark.parametrize("base_iri", BASES)
def test_nothing_is_lost_in_a_file(base_iri: str, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(to_turtle(GRAPH, base_iri=base_iri), encoding="utf-8")
    assert read_turtle(path) == GRAPH
    assert from_rdf(rdflib.Graph().parse(path)) == GRAPH


def test_the_empty_graph() -> None:
    assert from_rdf(to_rdf(Graph())) == Graph()
    assert triples_in(to_turtle(Graph())) == len(to_rdf(Graph()))


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_survives(name: str, tmp_path: Path) -> None:
    graph = hostile_graph(HOSTILE[name])
    turtle = to_turtle(graph)
    assert triples_in(turtle) == len(to_rdf(graph))
    path = tmp_path / "graph.ttl"
    path.write_bytes(turtle.encode("utf-8"))
    assert read_turtle(path) == from_rdf(to_rdf(graph)) == graph


@pytest.mark.parametrize("name_of", [iris.entity_iri, iris.document_iri, iris.relation_iri, iris.statement_iri])
def test_different_names_have_different_iris(name_of: object) -> None:
    assert callable(name_of)
    made = {name_of(text) for text in HOSTILE.values()}
    assert len(made) == len(HOSTILE)
    assert made.isdisjoint(name_of(iri.rsplit("/", 1)[1] + "!") for iri in made)
    again = {name_of(iri.rsplit("/", 1)[1]) for iri in made if "-" in iri.rsplit("/", 1)[1]}
    assert made.isdisjoint(again)


def test_spaces_and_underscores_of_relations_differ() -> None:
    assert iris.relation_iri("wind down") == "https://example.org/kg/relation/wind_down"
    assert iris.relation_iri("wind_down") != iris.relation_iri("wind down")


@pytest.mark.parametrize(
    "base_iri",
    [
        "",
        "kg/",
        "/kg/",
        "ftp://example.org/",
        "https://",
        "https://a b/",
        "https://a/?q",
        "https://a/#",
        "urn:",
        "https://a/%",
    ],
)
def test_unusable_bases(base_iri: str) -> None:
    with pytest.raises(UsageError, match="base IRI"):
        to_rdf(GRAPH, base_iri=base_iri)


def test_a_base_gets_its_separator() -> None:
    assert iris.entity_iri("Oslo", base_iri="https://a.org/x") == "https://a.org/x/entity/Oslo"
    assert iris.entity_iri("Oslo", base_iri="urn:a1:x") == "urn:a1:x:entity/Oslo"


def test_only_plain_statements_are_edges() -> None:
    edges = query(GRAPH, "SELECT ?s ?o WHERE { ?s ?p ?o . ?p a kg:Relation } ORDER BY ?s ?o").rows
    plain = [statement for statement in STATEMENTS if statement.plain]
    assert 0 < len(plain) < len(STATEMENTS)
    assert len(edges) == len(plain)
    assert (iris.entity_iri("Lund_Bakery"), "40") in edges


def test_no_blank_nodes() -> None:
    assert not [term for triple in to_rdf(GRAPH) for term in triple if isinstance(term, rdflib.BNode)]


def test_each_claim_leads_to_its_sentence() -> None:
    sparql = """
        SELECT ?subject ?polarity ?modality ?sentence WHERE {
            ?claim a rdf:Statement, kg:Claim ; rdf:subject/rdfs:label ?subject ; kg:polarity ?polarity ;
                kg:modality ?modality ; prov:wasDerivedFrom/nif:anchorOf ?sentence ; kg:evidenceOf ?statement .
            ?statement a kg:Statement }"""
    rows = query(GRAPH, sparql).rows
    assert len(rows) == len(GRAPH.claims)
    negated = (
        "Marta Lund",
        KG["negated"],
        KG["asserted"],
        "She did not close the shop because of the flood.",
    )
    assert negated in rows


def test_both_claims_of_a_statement_are_its_evidence() -> None:
    counted = query(GRAPH, "SELECT (COUNT(?c) AS ?n) WHERE { ?c kg:evidenceOf kgs:aaaa }")
    assert counted.rows == (("2",),)


def test_who_says_and_who_denies() -> None:
    sparql = "SELECT ?label WHERE { kgs:%s %s/rdfs:label ?label }"
    assert query(GRAPH, sparql % ("gggg", "prov:wasAttributedTo")).rows == (("Lund Bakery",),)
    assert query(GRAPH, sparql % ("hhhh", "kg:deniedBy")).rows == (("Old Mill",),)


def test_times_can_be_filtered() -> None:
    sparql = """SELECT ?o WHERE { ?c a rdf:Statement ; rdf:object ?o ; kg:timeFrom ?d
        FILTER(?d >= "2024-07-16"^^xsd:date) }"""
    assert query(GRAPH, sparql).rows == (("40",),)


def test_confidence_is_a_decimal() -> None:
    literals = [
        o for _, _, o in to_rdf(GRAPH).triples((None, URIRef(KG["confidence"]), None)) if isinstance(o, rdflib.Literal)
    ]
    assert {literal.datatype for literal in literals} == {rdflib.XSD.decimal}
    assert rdflib.Literal("0.87", datatype=rdflib.XSD.decimal) in literals


def test_types_of_schema_org() -> None:
    rdf = to_rdf(GRAPH)
    assert (URIRef(iris.entity_iri("Oslo")), RDF.type, URIRef("https://schema.org/Place")) in rdf
    assert (URIRef(iris.entity_iri("Rivals")), RDF.type, URIRef(KG["Group"])) in rdf


@pytest.mark.parametrize(
    ("value", "datatype", "written"),
    [
        ("007", "xsd:integer", rdflib.XSD.integer),
        ("a dozen", "xsd:integer", None),
        ("1.50", "xsd:decimal", rdflib.XSD.decimal),
        ("2024-13", "xsd:gYearMonth", None),
        ("2024-02", "xsd:gYearMonth", rdflib.XSD.gYearMonth),
        ("50", "kg:percent", URIRef(KG["percent"])),
        ("x", "xsd:string", None),
    ],
)
def test_only_values_that_fit_get_their_datatype(value: str, datatype: str, written: URIRef | None) -> None:
    graph = replace(GRAPH, statements=(replace(STATEMENTS[1], object=Literal(value, datatype, "m")),))
    rdf = to_rdf(graph)
    (node,) = rdf.objects(URIRef(iris.statement_iri("bbbb")), URIRef(KG["object"]))
    assert isinstance(node, rdflib.Literal)
    assert (str(node), node.datatype) == (value, written)
    assert from_rdf(rdf) == graph


def test_two_mentions_at_one_place_stay_two() -> None:
    claim = CLAIMS["affirmed"]
    other = replace(claim, subject=replace(claim.subject, type="Dog"))
    first = replace(STATEMENTS[0], claims=tuple(sorted((claim, other), key=repr)))
    graph = replace(GRAPH, statements=(first, *STATEMENTS[1:]))
    assert from_rdf(to_rdf(graph)) == graph


def test_two_claims_at_one_place_stay_two() -> None:
    claim = CLAIMS["affirmed"]
    other = replace(claim, time=None)
    first = replace(STATEMENTS[0], claims=tuple(sorted((claim, other), key=repr)))
    graph = replace(GRAPH, statements=(first, *STATEMENTS[1:]))
    assert from_rdf(to_rdf(graph)) == graph


@strategies.tries(60)
@given(strategies.corpora())
def test_nothing_is_lost_of_any_graph(readings: tuple[Reading, ...]) -> None:
    graph = resolve(
        (reading.document for reading in readings),
        (claim for reading in readings for claim in reading.claims),
        (chain for reading in readings for chain in reading.chains),
    )
    assert from_rdf(to_rdf(graph)) == graph
    assert triples_in(to_turtle(graph)) == len(to_rdf(graph))


def test_no_name_is_written_with_a_backslash() -> None:
    lines = to_turtle(GRAPH).splitlines()
    assert not [line for line in lines if "\\" in line.split('"')[0]]


def test_the_gate_refuses_what_is_no_turtle() -> None:
    with pytest.raises(OutputError, match="does not parse") as caught:
        triples_in("<a> <b")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("text", ["<a", "<https://e.org/x> a <https://example.org/kg/ns#Mention> ."])
def test_files_that_kg_did_not_write(text: str, tmp_path: Path) -> None:
    path = tmp_path / "other.ttl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"other\.ttl"):
        read_turtle(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        read_turtle(tmp_path / "none.ttl")
    with pytest.raises(InputError, match="cannot be opened"):
        query(tmp_path / "none.ttl", "ASK {}")


def test_queries_of_every_form(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text(to_turtle(GRAPH, base_iri="https://news.org/"), encoding="utf-8")
    assert query(path, "ASK { kge:Oslo rdfs:label ?l }").rows == (("true",),)
    assert query(path, "SELECT ?x ?y WHERE { kge:Oslo a schema:Place OPTIONAL { kge:Oslo kg:none ?y } }").rows == (
        (None, None),
    )
    constructed = query(path, "CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s a schema:Place ; rdfs:label ?l }")
    assert constructed.columns == ("subject", "predicate", "object")
    assert constructed.rows == (("https://news.org/entity/Oslo", str(rdflib.RDFS.label), "Oslo"),)


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?x WHERE {",
        "",
        "SELECT * WHERE { ?s none:p ?o }",
        "DELETE WHERE { ?s ?p ?o }",
    ],
)
def test_bad_queries_are_one_line(sparql: str) -> None:
    with pytest.raises(UsageError) as caught:
        query(GRAPH, sparql)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "clause",
    [
        "SERVICE <http://localhost:1/> { ?s ?p ?o }",
        "service<http://localhost:1/>{?s ?p ?o}",
        "?a ?b 1SERVICE<http://localhost:1/>{}",
        "?a ?b true.SERVICE SILENT ?x {}",
        "SERVICE:x {}",
        '?a ?b "#" . SERVICE ?x {} # "',
        "\\u0053ERVICE <http://localhost:1/> {}",
        # text that some readers may take for an IRI, a string or a comment
        "FILTER(1<1)SERVICE#>\n<http://localhost:1/> {}",
        "FILTER(1<1)SERVICE#>\nSILENT <http://localhost:1/> {}",
        "FILTER(1<1)SERVICE#>\n:x#{\n{}",
        "?a ?b :c\\# . SERVICE <http://localhost:1/> {}",
        "?a ?b :c\\'d . SERVICE <http://localhost:1/> {} ?a ?b :c\\'d",
        "?a ?b <http://localhost/'> . SERVICE <http://localhost:1/> {} ?a ?b <http://localhost/'>",
        "SERVICE # a { b }\r#\n :x\\#y # a b\n {}",
        "SERVICE ?x\u00b7y{}",
        "SERVICE silent:x{}",
    ],
)
def test_nothing_asks_another_server(clause: str) -> None:
    with pytest.raises(UsageError, match="another server"):
        query(GRAPH, f"PREFIX : <http://localhost:1/> PREFIX silent: <urn:x:> SELECT * WHERE {{ {clause} }}")


@pytest.mark.parametrize(
    "sparql",
    [
        """PREFIX a: <https://a.org/SERVICE#> # SERVICE
        SELECT ?service WHERE { ?service rdfs:label "the service of", 'SERVICE' }""",
        "SELECT ?service ?x { ?service a ?x . ?x a kg:service . { ?x ?service 'Secret Service' } }",
        "ASK { GRAPH ?service { <urn:service:a> a <http://service.example/x> } }",
    ],
)
def test_the_word_service_is_no_service(sparql: str) -> None:
    assert query(GRAPH, sparql).rows in ((), (("false",),))


def test_the_namespace_file_defines_every_own_term() -> None:
    parsed = pyoxigraph.parse(NAMESPACE_FILE.read_bytes(), format=pyoxigraph.RdfFormat.TURTLE)
    defined = {quad.subject.value for quad in parsed if isinstance(quad.subject, pyoxigraph.NamedNode)}
    rdf = to_rdf(GRAPH)
    used = {str(p) for _, p, _ in rdf} | {str(o) for _, o in rdf.subject_objects(RDF.type)}
    assert {term for term in used if term.startswith(KG.iri)} <= defined


def test_the_documents_text_is_exact() -> None:
    rows = query(GRAPH, "SELECT ?t WHERE { ?d dct:identifier ?i ; nif:isString ?t FILTER(CONTAINS(?i, '%20')) }").rows
    assert rows == ((WEATHER.text,),)


@pytest.mark.parametrize("padding", [0, 8_180, 100_000])
def test_entities_of_xml_are_refused(padding: int, tmp_path: Path) -> None:
    """A file of 600 bytes became 100 MB: each entity expands to ten of the previous one."""
    names = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, 8))
    path = tmp_path / "graph.rdf"
    path.write_text(
        f'<!-- {"x" * padding} --><!DOCTYPE rdf:RDF [<!ENTITY e0 "aaaaaaaaaa">{names}]>'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="urn:x:">'
        '<rdf:Description rdf:about="urn:x:s"><x:p>&e7;</x:p></rdf:Description></rdf:RDF>',
        encoding="utf-8",
    )
    with pytest.raises(InputError, match="XML entity"):
        read_rdf(path)
    with pytest.raises(InputError, match="XML entity"):
        load_graph(path)
    with pytest.raises(ValueError, match="XML entity"):
        list(quads(path))
