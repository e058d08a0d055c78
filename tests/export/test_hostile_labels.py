"""Labels that break programs: all readers accept them, they are read back unchanged, and their IRIs are distinct."""

import json
import os
import re
import typing as t
import unicodedata
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pyoxigraph
import pytest

from kg.errors import OutputError
from kg.export import iris
from kg.export.encodings import GRAPH_FILES, Encoding
from kg.export.rdf import read_rdf, write_rdf
from kg.export.rdf.vocabulary import KG, RDF, RDFS
from kg.model import Document, Graph
from kg.read import read
from kg.verify import verify
from tests.export.hostile import LABELS, NO_XML, NO_XML_NAME, hostile_graph
from tests.export.readers import READERS, Reader, by_pyoxigraph, by_riot_together, encodings
from tests.export.texts import triples_jsonl

ENCODINGS: t.Final = encodings()
NAMES: t.Final = [f"{encoding.provenance}-{encoding.written}" for encoding in ENCODINGS]
NOT_IN_RDF: t.Final = re.compile("[\0\ud800-\udfff]")
"""Characters that no literal can contain (lone surrogates), and one that programs in C cannot handle (NUL)."""
STANDS_FOR: t.Final = re.compile("[\U00100000\U0010d800-\U0010dfff]")
"""The replacements of these in a literal."""
NOT_FOR_READER: t.Final[dict[object, t.Container[str]]] = {
    "rapper": {"noncharacters"},  # it writes nothing instead of such a text
    # it warns about text that is not in normal form, which is kept unchanged, and knows the letters of XML in 1998
    ("riot", "rdfxml"): {"decomposed", "only a mark", "Georgian and Cherokee", "ligature and full width"},
}
OTHERS: t.Final = frozenset({"graphs-trig", "rdf12-turtle"})
"""The layouts for third-party readers, in addition to the one in all syntaxes."""
KINDS: t.Final = (iris.entity_iri, iris.relation_iri, iris.statement_iri, iris.document_iri)


def writable(encoding: Encoding, *, but: t.Container[str] = ()) -> Graph:
    """Return the graph of all labels that the syntax supports."""
    left_out = NO_XML | NO_XML_NAME if encoding.written == "rdfxml" else frozenset()
    return hostile_graph(label for name, label in LABELS.items() if name not in left_out and name not in but)


def graph_for(reader: str, encoding: Encoding) -> Graph:
    """Return the graph of all labels that both the syntax and a reader support."""
    return writable(encoding, but=NOT_FOR_READER.get((reader, encoding.written), NOT_FOR_READER.get(reader, ())))


def written(folder: Path, graph: Graph, encoding: Encoding) -> Path:
    path = folder / GRAPH_FILES[encoding.written]
    with path.open("wb") as file:
        write_rdf(graph, file, encoding)
    return path


def test_there_are_enough_of_them() -> None:
    assert len(set(LABELS.values())) == len(LABELS) > 60
    characters = {character for label in LABELS.values() for character in label}
    assert characters >= {*"\"'\\\n\r\t<>{}|^`%.\0", "\ud800", "\u202e"}
    assert max(map(len, LABELS.values())) == 5_000


@pytest.mark.parametrize(
    "encoding",
    [
        pytest.param(encoding, id=name)
        for encoding, name in zip(ENCODINGS, NAMES, strict=True)
        if encoding.provenance != "none"  # it keeps no claims
    ],
)
def test_everything_comes_back(encoding: Encoding, tmp_path: Path) -> None:
    graph = writable(encoding)
    assert read_rdf(written(tmp_path, graph, encoding)) == graph


@pytest.mark.parametrize(
    ("reader", "encoding"),
    [
        pytest.param(reader, encoding, id=f"{reader.name}-{name}")
        for reader in READERS
        for encoding, name in zip(ENCODINGS, NAMES, strict=True)
        if reader.name != "riot" and reader.reads(encoding) and (encoding.provenance == "reify" or name in OTHERS)
    ],
)
def test_every_reader_takes_them(reader: Reader, encoding: Encoding, tmp_path: Path) -> None:
    path = written(tmp_path, graph_for(reader.name, encoding), encoding)
    expected = READERS[0].read(path, encoding.written)
    assert reader.read(path, encoding.written) == expected


def test_riot_takes_them(tmp_path: Path) -> None:
    riot = next(reader for reader in READERS if reader.name == "riot")
    paths, expected = [], Counter[str]()
    for encoding, name in zip(ENCODINGS, NAMES, strict=True):
        if riot.reads(encoding) and (encoding.provenance == "reify" or name in OTHERS):
            (folder := tmp_path / name).mkdir()
            paths.append(written(folder, graph_for("riot", encoding), encoding))
            expected.update(by_pyoxigraph(paths[-1], encoding.written))
    assert len(paths) > 5
    assert by_riot_together(paths) == expected


@pytest.mark.parametrize("encoding", ENCODINGS, ids=NAMES)
def test_a_label_stands_in_the_file_as_it_is(encoding: Encoding, tmp_path: Path) -> None:
    graph = writable(encoding)
    path = written(tmp_path, graph, encoding)
    found = pyoxigraph.parse(path=str(path))
    labels = {
        quad.subject.value: quad.object
        for quad in found
        if quad.predicate.value == str(RDFS["label"]) and isinstance(quad.subject, pyoxigraph.NamedNode)
    }
    for entity in graph.entities:
        label = labels[iris.entity_iri(entity.id)]
        assert isinstance(label, pyoxigraph.Literal)
        assert (label.value, label.datatype.value) == as_literal(entity.label)


def as_literal(label: str) -> tuple[str, str]:
    """Return the characters and the datatype of the literal for a label."""
    if not NOT_IN_RDF.search(label):
        return label, str(RDF["langString"])
    if STANDS_FOR.search(label):
        return label.encode("unicode_escape").decode("ascii"), str(KG["escapedString"])
    return NOT_IN_RDF.sub(lambda found: chr(ord(found.group()) + 0x100000), label), str(KG["surrogateString"])


@pytest.mark.parametrize("name", sorted(NO_XML | NO_XML_NAME))
def test_what_xml_cannot_hold_is_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="RDF/XML"):
        written(tmp_path, hostile_graph([LABELS[name]]), Encoding(syntax="rdfxml"))


@pytest.mark.parametrize("name_of", KINDS)
def test_different_labels_have_different_iris(name_of: Callable[[str], str]) -> None:
    made = [name_of(label) for label in LABELS.values()]
    assert len(set(made)) == len(LABELS)
    local = {iri.removeprefix(iris.DEFAULT_BASE).partition("/")[2] for iri in made}
    assert len({name.casefold() for name in local}) == len(local), "nor do they differ in case alone"
    assert not {name_of(name) for name in local if name not in LABELS.values()} & set(made)


@pytest.mark.parametrize("name_of", KINDS)
def test_iris_need_no_escape_anywhere(name_of: Callable[[str], str]) -> None:
    for label in LABELS.values():
        name = name_of(label).removeprefix(iris.DEFAULT_BASE).partition("/")[2]
        assert name
        assert len(name) <= 100
        assert name == unicodedata.normalize("NFC", name)
        assert all(character in "_-" or unicodedata.category(character)[0] in "LMN" for character in name)


def test_iris_are_those_of_yesterday() -> None:
    kept = {
        "double quote": "the-Old-Mill-wzwybexyjecb34s2",
        "trailing dot": "U-S-lzhlprmnkokk3qqk",
        "hash": "C-aqbcrbdovvfedfiu",
        "plus": "C-6hplox5cdu6epjxh",
        "nothing": "x-4oymiquy7qobjgx3",
        "Hindi": "नरेन्द्र-मोदी-ly5ofstucr5edjvr",
        "Thai": "กรุงเทพมหานคร",
        "emoji": "x-rw3l5vduhvngcwpa",
        "composed": "Café",
        "decomposed": "Café-yqwmpiokba3ew36y",
        "NUL": "a-b-lgzhdlq3xsy5ghkb",
        "lone surrogate": "a-b-ixrtjnwhjss5xdmp",
        "beyond the plane": "x-vwbjzqwqr7kx3rtd",
    }
    assert {name: iris.local_name(LABELS[name]) for name in kept} == kept


def test_a_run_with_them_verifies(tmp_path: Path) -> None:
    graph = hostile_graph(LABELS.values())
    rdf, lines = written(tmp_path, graph, Encoding()), tmp_path / "triples.jsonl"
    lines.write_text(triples_jsonl(graph), encoding="utf-8")
    assert [(check.state, check.faults) for check in verify(rdf, lines=lines)] == [("passed", ())] * 5
    assert len(lines.read_bytes().splitlines()) == len(LABELS)
    assert {json.loads(line)["relation"] for line in lines.read_bytes().splitlines()} >= set(LABELS.values()) - {""}


def test_names_of_files(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    names: set[bytes] = set()
    for label in LABELS.values():
        name = os.fsencode(f"a{label}.txt".replace("/", "⁄"))[-200:] if encodable(label) else b""
        if name and b"\0" not in name:
            (Path(os.fsdecode(os.fsencode(folder) + b"/" + name))).write_text(f"Text {len(names)}.", encoding="utf-8")
            names.add(name)
    assert len(names) > 60
    documents = [each for each in read([folder]) if isinstance(each, Document)]
    assert len({document.id for document in documents}) == len({document.text for document in documents}) == len(names)
    assert len({iris.document_iri(document.id) for document in documents}) == len(names)
    graph = Graph(tuple(sorted(documents, key=lambda document: document.id)))
    assert read_rdf(written(tmp_path, graph, Encoding())).documents == graph.documents


def encodable(label: str) -> bool:
    try:
        os.fsencode(label)
    except UnicodeEncodeError:
        return False  # a file name has surrogates only for its bytes
    return True
