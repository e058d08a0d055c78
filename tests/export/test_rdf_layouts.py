"""Every layout in every syntax that supports it: they are lossless, and each converts to every other."""

import io
import re
import typing as t
from dataclasses import replace
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from hypothesis import given

from kg.choices import Layout, Syntax
from kg.errors import InputError, OutputError, UsageError
from kg.export.encodings import GRAPH_FILES, NAMED_GRAPHS, SUFFIXES, Encoding, syntax_of
from kg.export.examples import examples
from kg.export.iris import DEFAULT_BASE, document_iri, entity_iri, relation_iri
from kg.export.rdf import (
    check_rdf,
    convert,
    query,
    rdf_text,
    read_rdf,
    to_turtle,
    values,
    write_rdf_file,
)
from kg.export.rdf.content import content
from kg.export.rdf.layouts import in_layout
from kg.export.rdf.rdflib_graph import from_rdf, to_rdf
from kg.export.rdf.read import graph_of
from kg.export.rdf.recovery import recovered
from kg.export.rdf.terms import Quad, is_iri, is_literal, parts
from kg.export.rdf.vocabulary import KG, XSD
from kg.model import Decision, Graph, Literal, Mention, Reading, Span
from kg.resolve import resolve
from tests import strategies
from tests.export.examples import BAKERY, COPIED, GRAPH, STATEMENTS, STRUCTURED, WEATHER
from tests.export.test_rdf import HOSTILE, hostile_graph
from tests.export.test_rdf_decisions import DECIDED

ROOT = Path(__file__).resolve().parents[2]
LAYOUTS: tuple[Layout, ...] = t.get_args(Layout)
LOSSLESS = tuple(layout for layout in LAYOUTS if layout != "none")


def is_possible(layout: Layout, syntax: Syntax) -> bool:
    try:
        Encoding(provenance=layout, syntax=syntax)
    except UsageError:
        return False
    return True


PAIRS = [(layout, syntax) for layout in LAYOUTS for syntax in SUFFIXES if is_possible(layout, syntax)]
LOSSLESS_PAIRS = [pair for pair in PAIRS if pair[0] != "none"]


def written(folder: Path, graph: Graph, layout: Layout, syntax: Syntax, **options: t.Any) -> Path:
    path = folder / f"{layout}{SUFFIXES[syntax]}"
    write_rdf_file(graph, path, Encoding(provenance=layout, syntax=syntax, **options))
    return path


def lines(path: Path) -> set[str]:
    return {str(quad) for quad in pyoxigraph.parse(path=path)}


def quads_of(graph: Graph, layout: Layout) -> set[Quad]:
    return set(in_layout(content(graph, Encoding(selectors=True)), layout, base_iri=DEFAULT_BASE))


def test_which_syntax_holds_which_layout() -> None:
    for layout in ("reify", "nary", "none"):
        assert {syntax for pair, syntax in PAIRS if pair == layout} == set(SUFFIXES)
    assert {syntax for pair, syntax in PAIRS if pair == "rdf12"} == {"turtle", "trig", "nt", "nq"}
    for layout in NAMED_GRAPHS:
        assert {syntax for pair, syntax in PAIRS if pair == layout} == {"trig", "nq", "jsonld"}


def test_a_syntax_that_cannot_hold_a_layout_is_one_line() -> None:
    with pytest.raises(UsageError, match="provenance graphs cannot be written as turtle: use jsonld, nq, trig"):
        Encoding(provenance="graphs", syntax="turtle")


@pytest.mark.parametrize("name", [*GRAPH_FILES.values(), "A.TTL"])
def test_the_ending_tells_the_syntax(name: str) -> None:
    assert SUFFIXES[syntax_of(name) or "nq"] == name[name.index(".") :].lower()
    assert syntax_of(name + ".txt") is None


def test_the_syntax_follows_the_layout() -> None:
    assert [Encoding(provenance=layout).written for layout in LAYOUTS] == [
        "turtle", "turtle", "trig", "trig", "turtle", "turtle",
    ]  # fmt: skip


@pytest.mark.parametrize(("layout", "syntax"), LOSSLESS_PAIRS)
@pytest.mark.parametrize(
    ("graph", "spans"), [(STRUCTURED, True), (STRUCTURED, False), (COPIED, False), (DECIDED, False), (Graph(), False)]
)
def test_nothing_is_lost(layout: Layout, syntax: Syntax, graph: Graph, spans: bool, tmp_path: Path) -> None:
    path = written(tmp_path, graph, layout, syntax, selectors=True, spans=spans, base_iri="urn:x-kg:")
    assert read_rdf(path) == graph


@strategies.tries(40)
@given(strategies.corpora(), strategies.decided())
def test_each_layout_becomes_every_other(readings: tuple[Reading, ...], decisions: tuple[Decision, ...]) -> None:
    graph = resolve(
        (reading.document for reading in readings),
        (claim for reading in readings for claim in reading.claims),
        (chain for reading in readings for chain in reading.chains),
        named_parts=(named for reading in readings for named in reading.named_parts),
        decisions=decisions,
    )
    in_all = {layout: quads_of(graph, layout) for layout in LAYOUTS}
    for one in LOSSLESS:
        assert graph_of(in_all[one]) == graph
        back = list(recovered(in_all[one]))
        for other in LAYOUTS:
            assert set(in_layout(back, other, base_iri=DEFAULT_BASE)) == in_all[other], (one, other)


@pytest.mark.parametrize(("layout", "syntax"), LOSSLESS_PAIRS)
def test_files_convert_to_the_bytes_that_are_written_at_once(layout: Layout, syntax: Syntax, tmp_path: Path) -> None:
    source = written(tmp_path, DECIDED, layout, syntax, base_iri="https://a.example/b/", selectors=True)
    for other in LAYOUTS:
        encoding = Encoding(provenance=other, base_iri="https://a.example/b/", selectors=True)
        target = tmp_path / f"converted{SUFFIXES[encoding.written]}"
        count = convert(source, target, Encoding(provenance=other))
        assert target.read_text(encoding="utf-8") == rdf_text(DECIDED, encoding)
        with target.open("rb") as file:
            assert check_rdf(file, encoding.written) == count


@pytest.mark.parametrize(("layout", "syntax"), LOSSLESS_PAIRS)
def test_no_object_is_not_the_value_true(layout: Layout, syntax: Syntax, tmp_path: Path) -> None:
    said = next(each for each in STATEMENTS if each.id == "mmmm")
    true = Literal("true", "xsd:boolean")
    words = Mention(said.claims[0].subject.span, "Tom Reyes", 0, "value", value=true)
    valued = replace(said, id="other", object=true, claims=(replace(said.claims[0], object=words),))
    graph = replace(GRAPH, statements=(said, valued))
    assert read_rdf(written(tmp_path, graph, layout, syntax)) == graph


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_has_no_object_has_true_for_one(layout: Layout) -> None:
    graph = replace(GRAPH, statements=tuple(each for each in STATEMENTS if each.id == "mmmm"))
    quads = quads_of(graph, layout)
    true = {quad[:3] for quad in quads if is_literal(quad[2]) and parts(quad[2])[:2] == ("true", XSD["boolean"])}
    plain = (entity_iri("Tom_Reyes"), relation_iri("resign"), values.true())
    assert plain in true
    marked = {subject for subject, predicate, _ in true if predicate == KG["noObject"]}
    assert marked == {quad[0] for quad in quads if quad[2] in {KG["Statement"], KG["Claim"]}}


@pytest.mark.parametrize(
    "manner", [{"negated": True}, {"modality": "possible"}, {"speaker": "Marta_Lund"}, {"denied_by": "Marta_Lund"}]
)
def test_only_who_says_it_plainly_has_the_edge(manner: dict[str, t.Any]) -> None:
    plain = next(each for each in STATEMENTS if each.plain and each.claims[0].evidence.span.document == BAKERY.id)
    elsewhere = Span(WEATHER.id, 0, 38)
    claim = replace(plain.claims[0], evidence=replace(plain.claims[0].evidence, span=elsewhere))
    other = replace(plain, id="other", claims=(claim,), **manner)
    graph = replace(GRAPH, statements=(replace(plain, claims=plain.claims[:1]), other))
    quads = quads_of(graph, "doc-graphs")
    relations = {quad[0] for quad in quads if quad[2] == KG["Relation"]}
    assert {quad[3] for quad in quads if quad[1] in relations} == {document_iri(BAKERY.id)}
    assert set(in_layout(recovered(quads_of(graph, "reify")), "doc-graphs", base_iri=DEFAULT_BASE)) == quads


def test_triples_of_the_users_own_are_converted_too(tmp_path: Path) -> None:
    source = tmp_path / "graph.ttl"
    own = '\nkge:Oslo <urn:x:p> "seaside" . <urn:x:s> a rdf:Statement ; rdf:subject <urn:x:o> .\n'
    source.write_text(to_turtle(GRAPH) + own, encoding="utf-8")
    for layout in LOSSLESS:
        target = tmp_path / f"other{SUFFIXES[Encoding(provenance=layout).written]}"
        convert(source, target, Encoding(provenance=layout))
        assert query(target, "SELECT ?o WHERE { kge:Oslo <urn:x:p> ?o }").rows == (("seaside",),)
        convert(target, tmp_path / "back.ttl", Encoding())
        assert lines(tmp_path / "back.ttl") == lines(source)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (to_turtle(GRAPH) + "\n[] <urn:x:p> <urn:x:o> .\n", "blank nodes"),
        ("<urn:x:s> <urn:x:p> <urn:x:o> .", "does not declare the base of its IRIs"),
        (rdf_text(GRAPH, Encoding(provenance="none")), "provenance none"),
        ("<urn:x:s> <urn:x:p> .", "is not Turtle"),
    ],
)
def test_what_cannot_be_converted(text: str, words: str, tmp_path: Path) -> None:
    source = tmp_path / "graph.ttl"
    source.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=words) as caught:
        convert(source, tmp_path / "other.nt", Encoding(syntax="nt"))
    assert str(caught.value).startswith(str(source))
    assert not (tmp_path / "other.nt").exists()


@pytest.mark.parametrize(
    ("layout", "more"),
    [
        ("reify", "{claim} rdf:object kge:Oslo ."),
        ("rdf12", "{claim} rdf:reifies <<( kge:Oslo kgr:found kge:Oslo )>> ."),
        ("graphs", "{claim} {{ kge:Oslo kgr:found kge:Oslo . }}"),
        ("doc-graphs", "{claim} rdf:subject kge:Nobody ."),
        ("nary", "kge:Nobody kgrc:found {claim} ."),
    ],
)
def test_a_claim_of_two_things_is_refused(layout: Layout, more: str, tmp_path: Path) -> None:
    encoding = Encoding(provenance=layout)
    source = tmp_path / f"graph{SUFFIXES[encoding.written]}"
    text = rdf_text(GRAPH, encoding)
    claim = min(re.findall(r"^kgc:\w+", text, re.MULTILINE))
    source.write_text(f"{text}\n{more.format(claim=claim)}\n", encoding="utf-8")
    with pytest.raises(InputError, match="has more than one") as caught:
        read_rdf(source)
    assert str(caught.value).startswith(str(source))


def test_a_claim_of_nothing_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "graph.nt"
    lines = rdf_text(GRAPH, Encoding(syntax="nt")).splitlines(keepends=True)
    source.write_text("".join(line for line in lines if "ns#predicate" not in line), encoding="utf-8")
    with pytest.raises(InputError, match=r"has no <.*ns#predicate>"):
        read_rdf(source)


@pytest.mark.parametrize(
    ("property_", "wrong"),
    [
        ("ns#head", '""'),
        ("ns#confidence", '"high"'),
        ("ns#timeGrain", "<https://example.org/kg/ns#moment>"),
        ("ns#timeFrom", '"today"'),
        ("ns#kind", "<https://example.org/kg/ns#noun>"),
        ("ns#modality", '"asserted"'),
        ("ns#polarity", "<https://example.org/kg/ns#asserted>"),
        ("ns#subjectMention", "<urn:x:nothing>"),
        ("ns#cueSpan", "<https://example.org/kg/document/bakery#char=9,3>"),
        ("ns#cueSpan", "<https://example.org/kg/document/bakery>"),
        ("ns#cueSpan", "<https://example.org/kg/document/nowhere#char=3,9>"),
        ("prov#wasDerivedFrom", '"somewhere"'),
        ("terms/issued", '"2024-13-45"'),
    ],
)
def test_a_graph_with_something_else_in_it_is_one_line(property_: str, wrong: str, tmp_path: Path) -> None:
    source = tmp_path / "graph.nt"
    text = rdf_text(GRAPH, Encoding(syntax="nt"))
    damaged, times = re.subn(rf"(?m)^(\S+ \S+{property_}> ).+ \.$", lambda line: f"{line[1]}{wrong} .", text)
    assert times
    source.write_text(damaged, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_rdf(source)
    assert str(caught.value).startswith(f"{source}: is not ")
    assert "\n" not in str(caught.value)


def test_plain_edges_alone_are_no_graph(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="provenance none"):
        read_rdf(written(tmp_path, GRAPH, "none", "turtle"))


def test_plain_edges_alone() -> None:
    quads = quads_of(GRAPH, "none")
    edges = {quad[:3] for quad in quads if quad[1].startswith(f"{DEFAULT_BASE}relation/")}
    assert len(edges) == sum(statement.plain for statement in STATEMENTS)
    assert not [quad for quad in quads if "/claim/" in quad[0] or "/document/" in quad[0] or "/statement/" in quad[0]]
    own = {quad[1] for quad in quads if quad[1].startswith(KG.iri) or "/prov#" in quad[1]}
    assert own == {KG["layout"]}
    described = {quad[0] for quad in quads if quad[1].endswith("#label")}
    assert {node for edge in edges for node in edge if is_iri(node)} <= described


@pytest.mark.parametrize("layout", LAYOUTS)
def test_only_plain_statements_are_edges(layout: Layout) -> None:
    relations = {quad[0] for quad in quads_of(GRAPH, layout) if quad[2] == KG["Relation"]}
    claims = {quad[0] for quad in quads_of(GRAPH, layout) if quad[2] == KG["Claim"]}
    edges = {quad[:3] for quad in quads_of(GRAPH, layout) if quad[1] in relations and quad[3] not in claims}
    assert edges == {quad[:3] for quad in quads_of(GRAPH, "reify") if quad[1] in relations}


def test_the_same_iris_in_all_layouts() -> None:
    def named(layout: Layout) -> set[str]:
        nodes = {node for quad in quads_of(GRAPH, layout) for node in quad if node is not None and is_iri(node)}
        own = {node for node in nodes if node.startswith(DEFAULT_BASE) and not node.startswith(KG.iri)}
        return {node for node in own if "/relation-claim/" not in node and "/relation-value/" not in node}

    assert all(named(layout) == named("reify") for layout in LOSSLESS)
    assert named("none") < named("reify")


def test_a_document_is_a_graph_of_all_that_it_says() -> None:
    quads = quads_of(GRAPH, "doc-graphs")
    for document in GRAPH.documents:
        claims = [claim for claim in GRAPH.claims if claim.evidence.span.document == document.id]
        (graph,) = {quad[0] for quad in quads if quad[1].endswith("isString") and document.text[:20] in quad[2]}
        inside = [quad for quad in quads if quad[3] == graph]
        assert sum(quad[2] == KG["Claim"] for quad in inside) == len(claims)
        assert {quad[0].partition("#")[0] for quad in inside if "#char=" in quad[0]} == {graph}


def test_a_claim_is_a_graph_of_its_triple() -> None:
    inside = [quad for quad in quads_of(GRAPH, "graphs") if quad[3] is not None]
    assert len({quad[3] for quad in inside}) == len(inside) == len(GRAPH.claims)


@pytest.mark.parametrize("layout", LOSSLESS)
def test_the_same_answers_in_all_layouts(layout: Layout, tmp_path: Path) -> None:
    path = written(tmp_path, GRAPH, layout, Encoding(provenance=layout).written)
    found = [query(path, each.sparql) for each in examples() if not any(p.required for p in each.parameters)]
    expected = [query(GRAPH, each.sparql) for each in examples() if not any(p.required for p in each.parameters)]
    assert sum(len(each.rows) for each in found) > 10
    assert found == expected


@pytest.mark.parametrize("layout", [layout for layout in LOSSLESS if layout != "rdf12"])
def test_rdflib_holds_every_layout_but_that_of_rdf_1_2(layout: Layout) -> None:
    assert from_rdf(to_rdf(GRAPH, provenance=layout, selectors=True)) == GRAPH


def test_rdflib_does_not_hold_rdf_1_2() -> None:
    with pytest.raises(UsageError, match=r"RDF 1\.2"):
        to_rdf(GRAPH, provenance="rdf12")


RDFLIB_NAMES: t.Final[dict[Syntax, str]] = {"nt": "nt11", "rdfxml": "xml", "jsonld": "json-ld", "nq": "nquads"}


@pytest.mark.parametrize(("layout", "syntax"), [pair for pair in PAIRS if pair[0] != "rdf12"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own parsers use what it deprecates
def test_rdflib_reads_what_is_written(layout: Layout, syntax: Syntax) -> None:
    text = rdf_text(GRAPH, Encoding(provenance=layout, syntax=syntax))
    read = rdflib.Dataset() if layout in NAMED_GRAPHS or syntax in {"trig", "nq"} else rdflib.Graph()
    read.parse(data=text, format=RDFLIB_NAMES.get(syntax, syntax))
    expected = to_rdf(GRAPH, provenance=layout)

    def triples(rdf: rdflib.Graph) -> set[t.Any]:
        return {quad[:3] for quad in rdf.quads()} if isinstance(rdf, rdflib.Dataset) else set(rdf)

    assert triples(read) == triples(expected)


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("syntax", SUFFIXES)
def test_hostile_text_in_every_syntax(name: str, syntax: Syntax, tmp_path: Path) -> None:
    graph = hostile_graph(HOSTILE[name])
    if syntax == "rdfxml" and name in {"controls", "noncharacters"}:
        with pytest.raises(OutputError, match="RDF/XML cannot represent control characters"):
            rdf_text(graph, Encoding(syntax=syntax))
    else:
        assert read_rdf(written(tmp_path, graph, "reify", syntax, selectors=True)) == graph


def test_an_xml_reader_finds_every_end_of_line() -> None:
    graph = hostile_graph(HOSTILE["lines"])
    assert "\r" in graph.documents[0].text
    assert from_rdf(rdflib.Graph().parse(data=rdf_text(graph, Encoding(syntax="rdfxml")), format="xml")) == graph


@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("layout", LOSSLESS)
def test_hostile_text_in_every_layout(name: str, layout: Layout, tmp_path: Path) -> None:
    graph = hostile_graph(HOSTILE[name])
    assert read_rdf(written(tmp_path, graph, layout, Encoding(provenance=layout).written)) == graph


@pytest.mark.parametrize(("layout", "syntax"), PAIRS)
def test_no_blank_nodes(layout: Layout, syntax: Syntax) -> None:
    text = rdf_text(GRAPH, Encoding(provenance=layout, syntax=syntax, selectors=True))
    path = io.BytesIO(text.encode("utf-8"))
    quads = list(pyoxigraph.parse(path, format=pyoxigraph.RdfFormat.from_extension(SUFFIXES[syntax][1:])))
    nodes = {node for quad in quads for node in (quad.subject, quad.object, quad.graph_name)}
    assert quads
    assert not [node for node in nodes if isinstance(node, pyoxigraph.BlankNode)]


def test_rdf_1_2_says_so_to_readers_of_earlier_versions() -> None:
    assert rdf_text(GRAPH, Encoding(provenance="rdf12")).startswith('VERSION "1.2"\n')
    assert "VERSION" not in rdf_text(GRAPH, Encoding())
    with pytest.raises(Exception, match="at line 1"):
        rdflib.Graph().parse(data=rdf_text(GRAPH, Encoding(provenance="rdf12")), format="turtle")
