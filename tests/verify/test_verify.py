"""A complete run passes; each kind of damage makes its check fail, and no other check hides it."""

import re
import typing as t
from pathlib import Path

import pyoxigraph
import pytest
from pyoxigraph import Literal, NamedNode, Triple

from kg.errors import InputError, UsageError
from kg.export.encodings import Encoding
from kg.export.rdf.vocabulary import KG
from kg.model import Graph
from kg.verify import Check, verify
from tests.export.examples import GRAPH
from tests.export.readers import encodings
from tests.verify import damage as d

NAMES: t.Final = ("parses", "shapes", "quotations", "plain edges", "counts")
AAAA = d.statement("aaaa")
TRUE: t.Final = Literal(True)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return d.write_run(tmp_path, GRAPH)


def checks(rdf: Path, *, shapes: bool | None = None) -> dict[str, Check]:
    """Return all checks by name; they are run in order."""
    found = list(verify(rdf, lines=rdf.with_name("triples.jsonl"), shapes=shapes))
    assert tuple(each.name for each in found) == NAMES[: len(found)]
    assert all((each.state == "failed") == bool(each.faults) for each in found)
    assert all("\n" not in fault for each in found for fault in each.faults)
    return {each.name: each for each in found}


def failed(found: dict[str, Check]) -> set[str]:
    return {name for name, check in found.items() if check.state == "failed"}


@pytest.mark.parametrize("graph", [GRAPH, Graph()], ids=["examples", "empty"])
def test_a_run_that_is_whole_passes(graph: Graph, tmp_path: Path) -> None:
    found = checks(d.write_run(tmp_path, graph))
    assert failed(found) == set()
    if graph == GRAPH:
        assert {check.state for check in found.values()} == {"passed"}


def with_documents(rdf: Path) -> Check:
    """Return the result for the quotations, compared with the documents of the run."""
    lines, documents = rdf.with_name("triples.jsonl"), rdf.with_name("documents.jsonl")
    return {each.name: each for each in verify(rdf, lines=lines, documents=documents, shapes=False)}["quotations"]


@pytest.mark.parametrize("encoding", encodings(), ids=lambda each: f"{each.provenance}-{each.written}")
def test_quotations_stand_in_the_documents_of_the_run(encoding: Encoding, tmp_path: Path) -> None:
    path = d.write_run(tmp_path, GRAPH, encoding)
    assert with_documents(path).state == "passed"
    d.damage_line(tmp_path / "documents.jsonl", 1, text="Another text.")
    faults = with_documents(path).faults
    assert any(fault.startswith("triples.jsonl:") for fault in faults)
    assert any("different texts" in fault for fault in faults) == (encoding.provenance != "none")


def test_a_document_that_is_lacking_is_a_fault(run: Path) -> None:
    documents = run.with_name("documents.jsonl")
    documents.write_text(documents.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert any("documents.jsonl lacks" in fault for fault in with_documents(run).faults)
    documents.write_text("[]\n", encoding="utf-8")
    assert any("documents.jsonl:1 is not a record" in fault for fault in with_documents(run).faults)


@pytest.mark.parametrize("encoding", encodings(), ids=lambda each: f"{each.provenance}-{each.written}")
def test_every_layout_in_every_syntax(encoding: Encoding, tmp_path: Path) -> None:
    path = d.write_run(tmp_path, GRAPH, encoding)
    expected = ["passed"] * 5
    if encoding.provenance == "none":
        expected[2] = "skipped"  # there is no text to compare the sentences with
    assert [each.state for each in checks(path).values()] == expected
    extra = pyoxigraph.Quad(*[getattr(d.NEGATED, part) for part in ("subject", "predicate", "object")])
    syntax = pyoxigraph.RdfFormat.from_extension(path.suffix.removeprefix("."))
    assert syntax is not None
    quads = [*pyoxigraph.parse(path=str(path)), extra]
    pyoxigraph.serialize(quads if syntax.supports_datasets else [q.triple for q in quads], str(path), format=syntax)
    assert "is negated" in checks(path)["plain edges"].faults[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<urn:a> <urn:b> .", "line 1"),
        ('<urn:a> <urn:b> "open .', "line 1"),
        ("<urn:a b> <urn:b> <urn:c> .", "line 1"),
        ("", "no triples"),
    ],
)
def test_rdf_that_does_not_parse(text: str, words: str, run: Path) -> None:
    run.write_text(text, encoding="utf-8")
    found = checks(run)
    assert words in found["parses"].faults[0]
    assert "parses" in failed(found)


def test_bytes_that_are_no_text(run: Path) -> None:
    run.write_bytes(run.read_bytes() + b"<urn:a> <urn:b> '\xff' .")
    assert failed(checks(run)) == {"parses"}


SHAPES: t.Final[dict[str, tuple[d.Damage, str]]] = {
    "a statement without a modality": (d.without(d.MODALITY, of=AAAA), "statement/aaaa> needs one modality"),
    "a polarity that is none": (d.instead(d.POLARITY, lambda _: NamedNode("urn:x:maybe")), "needs one polarity"),
    "a statement without a status": (d.without(d.node(KG, "status"), of=AAAA), "statement/aaaa> needs one status"),
    "a statement without a wording": (d.without(d.node(KG, "phrase"), of=AAAA), "statement/aaaa> needs one wording"),
    "a claim without a word for its object": (d.without(d.node(KG, "objectMention")), "either a mention as object"),
    "an object where there is none": (
        d.instead(d.node(KG, "object"), lambda _: d.PLAIN.object, of=d.statement("mmmm")),
        "the literal true as object",
    ),
    "a confidence above 1": (d.plus(Triple(AAAA, d.CONFIDENCE, Literal("1.5", datatype=NamedNode(
        "http://www.w3.org/2001/XMLSchema#decimal")))), "one confidence from 0 to 1"),
    "a confidence that is no number": (d.instead(d.CONFIDENCE, lambda _: Literal("high")), "one confidence"),
    "two subjects": (d.plus(Triple(AAAA, d.node(KG, "subject"), d.PLAIN.object)), "one entity as subject"),
    "an entity without a label": (
        d.without(NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), of=d.PLAIN.subject),  # type: ignore[arg-type]
        "entity/Marta_Lund> needs one label",
    ),
    "a claim without a rule": (d.without(d.node(KG, "rule")), "needs one rule"),
    "a claim of no statement": (d.without(d.EVIDENCE_OF), "one statement that it is evidence of"),
    "a statement without a claim": (d.without(d.EVIDENCE_OF), "at least one claim"),
    "a claim out of no sentence": (d.without(d.SOURCE), "one sentence as its source"),
    "a document without a text": (d.without(d.TEXT), "needs one text"),
    "a span that ends before it starts": (d.instead(d.BEGIN, lambda one: Literal("9999", datatype=one.datatype)),
        "one start offset, before the end offset"),
    "an offset that is no number": (d.instead(d.END, lambda _: Literal("soon")), "needs one end"),
    "a first day after the last": (d.instead(d.node(KG, "timeTo"), lambda one: Literal("1066-10-14",
        datatype=one.datatype)), "not after the last day"),
    "a mention of no kind": (d.without(d.node(KG, "kind")), "needs one kind"),
    "a qualifier without words": (d.without(d.node(KG, "mention")), "needs one mention"),
}  # fmt: skip


@pytest.mark.parametrize("name", SHAPES)
def test_rdf_of_another_shape(name: str, run: Path) -> None:
    damage, words = SHAPES[name]
    d.damage_rdf(run, damage)
    found = checks(run)
    assert "shapes" in failed(found)
    assert any(words in fault for fault in found["shapes"].faults)
    assert found["parses"].state == "passed"
    assert "skipped" not in {check.state for check in found.values()}, "the others are made all the same"


QUOTATIONS: t.Final[dict[str, tuple[d.Damage, str]]] = {
    "other words": (d.instead(d.ANCHOR, d.longer), "does not match the text at its position"),
    "another place": (d.instead(d.BEGIN, d.next_number), "does not match the text at its position"),
    "an end outside of the text": (
        d.instead(d.END, lambda one: Literal("99999", datatype=one.datatype)),
        "does not match the text at its position",
    ),
    "another text": (
        d.instead(d.TEXT, lambda one: Literal(f" {one.value}")),
        "does not match the text at its position",
    ),
    "no text": (d.without(d.TEXT), "without a text"),
    "no offsets": (d.without(d.BEGIN), "no position in a document"),
    "an offset that is no number": (d.instead(d.END, lambda _: Literal("²")), "no position in a document"),
    "no document": (d.without(d.CONTEXT), "no position in a document"),
    "a claim without a sentence": (d.without(d.SOURCE), "quotes no sentence"),
    "a sentence without words": (d.without(d.ANCHOR), "quotes no sentence"),
}


@pytest.mark.parametrize("name", QUOTATIONS)
@pytest.mark.parametrize("shapes", [None, False], ids=["shapes", "no shapes"])
def test_what_is_quoted_wrongly(name: str, shapes: bool | None, run: Path) -> None:
    damage, words = QUOTATIONS[name]
    d.damage_rdf(run, damage)
    found = checks(run, shapes=shapes)
    assert any(words in fault for fault in found["quotations"].faults)
    assert all(fault.startswith(("<https://", "triples.jsonl:")) for fault in found["quotations"].faults)


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        ({"document": "bakery", "start": 0, "end": 5, "sentence": "Never"}, "0 to 5"),
        ({"document": "nowhere", "start": 0, "end": 5, "sentence": "Marta"}, "'nowhere'"),
        ({"document": "bakery", "sentence": "Marta"}, "without a position"),
        ({"document": ["bakery"], "start": None, "end": 5, "sentence": "Marta"}, "without a position"),
    ],
)
def test_what_a_line_quotes_wrongly(evidence: dict[str, object], words: str, run: Path) -> None:
    d.damage_line(run.with_name("triples.jsonl"), 3, evidence=[evidence])
    found = checks(run)
    assert failed(found) == {"quotations"}
    (fault,) = found["quotations"].faults
    assert fault.startswith("triples.jsonl:3 ")
    assert words in fault


def no_object(subject: str, relation: str) -> Triple:
    """Return the plain edge of a statement without an object."""
    return Triple(d.edge(subject, relation, "x").subject, d.edge("x", relation, "x").predicate, TRUE)


EDGES: t.Final[dict[str, tuple[d.Damage, str]]] = {
    "negated": (d.plus(d.NEGATED), "is negated"),
    "hedged": (d.plus(no_object("the_oven", "burn_down")), "is hedged"),
    "possible": (d.plus(d.POSSIBLE), "is possible"),
    "planned": (d.plus(d.PLANNED), "is planned"),
    "hypothetical": (d.plus(d.HYPOTHETICAL), "is hypothetical"),
    "attributed": (d.plus(d.REPORTED), "is attributed"),
    "denied": (d.plus(d.DENIED), "is denied"),
    "said by nobody": (d.plus(d.edge("Oslo", "found", "Old_Mill")), "is in no statement"),
    "the statement turns": (d.instead(d.POLARITY, lambda _: d.node(KG, "negated"), of=AAAA), "is negated"),
    "the statement is attributed": (d.plus(Triple(AAAA, d.SPEAKER, d.PLAIN.object)), "is attributed"),
    "the statement loses its modality": (d.without(d.MODALITY, of=AAAA), "is without modality"),
    "the statement goes": (d.without_subject(AAAA), "is in no statement"),
    "the relation is no longer called one": (
        lambda triples: [*(each for each in triples if each.object != d.node(KG, "Relation")), d.NEGATED],
        "is negated",
    ),
}


@pytest.mark.parametrize("name", EDGES)
@pytest.mark.parametrize("shapes", [None, False], ids=["shapes", "no shapes"])
def test_what_stands_as_a_plain_edge_and_may_not(name: str, shapes: bool | None, run: Path) -> None:
    damage, words = EDGES[name]
    d.damage_rdf(run, damage)
    found = checks(run, shapes=shapes)
    (fault,) = found["plain edges"].faults
    assert words in fault
    assert fault.startswith("<https://example.org/kg/entity/")


def test_a_claim_that_is_said_otherwise_than_its_statement(run: Path) -> None:
    def one_claim_turns(triples: t.Iterator[Triple]) -> list[Triple]:
        found = list(triples)
        claim = next(each.subject for each in found if each.predicate == d.EVIDENCE_OF and each.object == AAAA)
        assert isinstance(claim, NamedNode)
        return [*d.instead(d.MODALITY, lambda _: d.node(KG, "hedged"), of=claim)(iter(found))]

    d.damage_rdf(run, one_claim_turns)
    assert "is hedged" in checks(run)["plain edges"].faults[0]


def test_a_triple_in_a_graph_that_a_claim_names_is_no_edge(run: Path, tmp_path: Path) -> None:
    quads = list(pyoxigraph.parse(path=str(run), format=pyoxigraph.RdfFormat.TURTLE))
    claim = next(quad.subject for quad in quads if quad.predicate == d.EVIDENCE_OF)
    other = tmp_path / "graph.nq"
    for graph, state in ((claim, "passed"), (NamedNode("urn:x:graph"), "failed")):
        subject, predicate, object_ = d.NEGATED
        edge = pyoxigraph.Quad(subject, predicate, object_, graph)
        pyoxigraph.serialize([*quads, edge], str(other), format=pyoxigraph.RdfFormat.N_QUADS)
        assert checks(other)["plain edges"].state == state


COUNTS: t.Final[dict[str, tuple[d.Damage, str]]] = {
    "a plain edge is gone": (
        lambda triples: [each for each in triples if each != d.PLAIN],
        "statement/aaaa> has no plain edge",
    ),
    "a statement is gone": (d.without_subject(d.statement("cccc")), "statement/cccc> is not in the RDF"),
    "a statement is said otherwise": (
        d.instead(d.MODALITY, lambda _: d.node(KG, "planned"), of=d.statement("dddd")),
        "statement/dddd> is stated differently",
    ),
    "a statement is of something else": (
        d.instead(d.node(KG, "object"), lambda _: d.PLAIN.object, of=d.statement("cccc")),
        "statement/cccc> is stated differently",
    ),
    "a value has changed": (
        d.instead(d.node(KG, "object"), lambda _: Literal("41"), of=d.statement("bbbb")),
        "statement/bbbb> is stated differently",
    ),
    "a statement has another status": (
        d.instead(d.node(KG, "status"), lambda _: d.node(KG, "planned"), of=d.statement("dddd")),
        "statement/dddd> is stated differently",
    ),
    "what has no object seems to have a value": (
        d.without(d.node(KG, "noObject"), of=d.statement("mmmm")),
        "statement/mmmm> is stated differently",
    ),
    "an edge without an object is gone": (
        lambda triples: [each for each in triples if each != no_object("Tom_Reyes", "resign")],
        "statement/mmmm> has no plain edge",
    ),
    "a source is counted twice": (
        d.instead(
            d.node(KG, "independentSources"), lambda one: Literal("9", datatype=one.datatype), of=d.statement("aaaa")
        ),
        "statement/aaaa> has other numbers of sentences or sources",
    ),
    "the number of sentences is gone": (
        d.without(d.node(KG, "mentions"), of=d.statement("bbbb")),
        "statement/bbbb> has other numbers of sentences or sources",
    ),
    "evidence is gone": (d.without(d.EVIDENCE_OF), "pieces of evidence, 0 in the RDF"),
}


@pytest.mark.parametrize("name", COUNTS)
@pytest.mark.parametrize("shapes", [None, False], ids=["shapes", "no shapes"])
def test_rdf_that_does_not_agree_with_the_lines(name: str, shapes: bool | None, run: Path) -> None:
    damage, words = COUNTS[name]
    d.damage_rdf(run, damage)
    assert any(words in fault for fault in checks(run, shapes=shapes)["counts"].faults)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda lines: lines[1:], "is not in triples.jsonl"),
        (lambda lines: [*lines, lines[0]], "occurs 2 times"),
        (lambda lines: [*lines, lines[0].replace("/statement/", "/statement/x")], "is not in the RDF"),
        (lambda lines: [*lines, "{"], "not JSON"),
        (lambda lines: [*lines, "[]"], "is not a record"),
        (lambda lines: [*lines, '{"evidence": [1]}'], "is not a record"),
        (lambda lines: [], "is not in triples.jsonl"),
        (
            lambda lines: [line.replace('"mentions": 1,', '"mentions": 7,') for line in lines],
            "1 sentences, but gives 7",
        ),
        (
            lambda lines: [line.replace('"independent_sources": 1,', '"independent_sources": 3,') for line in lines],
            "1 documents, but gives 3 independent sources",
        ),
        (
            lambda lines: [re.sub(r'("attributed_to_id": "[^"]+)"', r'\1-2"', line) for line in lines],
            "is stated differently",
        ),
        (None, "cannot be opened"),
    ],
)
def test_lines_that_do_not_agree_with_the_rdf(
    change: t.Callable[[list[str]], list[str]] | None, words: str, run: Path
) -> None:
    lines = run.with_name("triples.jsonl")
    if change is None:
        lines.unlink()
    else:
        changed = change(lines.read_text(encoding="utf-8").splitlines())
        lines.write_text("".join(f"{line}\n" for line in changed), encoding="utf-8")
    found = checks(run)
    assert failed(found) == {"counts"}
    assert any(words in fault for fault in found["counts"].faults)


def test_a_file_alone_is_compared_with_nothing(run: Path) -> None:
    *others, counts = verify(run)
    assert {each.state for each in others} == {"passed"}
    assert counts.state == "skipped"


def test_shapes_of_a_large_graph_are_asked_for(run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.verify.shapes.MOST_TRIPLES", 100)
    assert checks(run)["shapes"].state == "skipped"
    assert checks(run, shapes=True)["shapes"].state == "passed"


def test_without_pyshacl_the_shapes_are_not_said_to_be_right(run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.verify.shapes.util.find_spec", lambda _: None)
    check = checks(run)["shapes"]
    assert check.state == "skipped"
    assert "pip install pyshacl" in check.summary
    with pytest.raises(UsageError, match="pip install"):
        checks(run, shapes=True)


@pytest.mark.parametrize("name", ["absent.ttl", "graph.txt"])
def test_a_file_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=name):
        list(verify(tmp_path / name))
