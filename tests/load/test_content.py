"""The data to send: checked first, complete, with each graph by itself."""

from pathlib import Path

import pyoxigraph
import pytest

from kg.errors import InputError, UsageError
from kg.export.rdf import to_turtle
from kg.load.content import count_triples, inserts, read_content, unpacked
from tests.export.examples import GRAPH
from tests.load.servers import lines, whole_numbers

TRIPLE = "<urn:x:s> <urn:x:p> <urn:x:o> ."


def file(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("graph", [None, "urn:x:g"])
def test_a_turtle_file_is_one_graph(graph: str | None, tmp_path: Path) -> None:
    text = to_turtle(GRAPH)
    (content,) = read_content(file(tmp_path, "graph.ttl", text), graph=graph)
    expected = lines(text.encode("utf-8"))
    assert content.name == graph
    assert content.triples == len(expected)
    assert lines(content.turtle) == expected


def test_repeated_triples_count_once(tmp_path: Path) -> None:
    (content,) = read_content(file(tmp_path, "graph.nt", f"{TRIPLE}\n{TRIPLE}\n"))
    assert content.triples == 1


def test_nothing_needs_an_escape_in_a_local_name(tmp_path: Path) -> None:
    text = r"@prefix x: <urn:x:> . x:caf\'e x:p x:o ."
    (content,) = read_content(file(tmp_path, "graph.ttl", text))
    assert b"<urn:x:caf'e>" in content.turtle


def test_named_graphs_keep_their_names_and_the_default_graph_gets_one(tmp_path: Path) -> None:
    trig = f"{TRIPLE} <urn:g:b> {{ {TRIPLE} }} <urn:g:a> {{ {TRIPLE} <urn:x:s> <urn:x:p> 1 }}"
    contents = read_content(file(tmp_path, "graph.trig", trig), graph="urn:g:b")
    assert [(each.name, each.triples) for each in contents] == [("urn:g:a", 2), ("urn:g:b", 1)]
    assert [each.name for each in read_content(tmp_path / "graph.trig")] == [None, "urn:g:a", "urn:g:b"]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("graph.ttl", f"{TRIPLE}\n<urn:x:s> <urn:x:p> .", "nothing was sent"),
        ("graph.ttl", "", "no triples"),
        ("graph.trig", f"_:g {{ {TRIPLE} }}", "blank node"),
        ("graph.html", TRIPLE, "not an RDF file"),
        ("graph.nt", "<urn:x:s> <urn:x:p> <urn:x:o", "N-Triples"),
    ],
)
def test_what_cannot_be_sent(name: str, text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=words):
        read_content(file(tmp_path, name, text))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        read_content(tmp_path / "absent.ttl")


@pytest.mark.parametrize("iri", ["nowhere", "", "urn:x:g> DROP ALL <", "http://a b/", "urn:x:\n"])
def test_names_that_are_no_iris(iri: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not an absolute IRI"):
        read_content(file(tmp_path, "graph.nt", TRIPLE), graph=iri)


@pytest.mark.parametrize("graph", [None, "urn:x:g"])
@pytest.mark.parametrize("limit", [1, 2_000, 10**9])
def test_updates_hold_every_triple_once(graph: str | None, limit: int, tmp_path: Path) -> None:
    (content,) = read_content(file(tmp_path, "graph.ttl", to_turtle(GRAPH)), graph=graph)
    store, updates = pyoxigraph.Store(), [*inserts(content, limit=limit)]
    for update in updates:
        store.update(update)
    assert len(store) == content.triples
    assert {str(quad.triple) for quad in store} == whole_numbers(lines(content.turtle))
    assert len(updates) == (content.triples if limit == 1 else len(updates))
    assert (len(updates) == 1) == (limit == 10**9)
    assert all(isinstance(quad.graph_name, pyoxigraph.NamedNode) == (graph is not None) for quad in store)


def test_a_large_graph_is_in_parts(tmp_path: Path) -> None:
    text = "".join(f"<urn:x:s> <urn:x:p> <urn:x:{n}> .\n" for n in (*range(5), 0))
    (content,) = read_content(file(tmp_path, "graph.nt", text), part=2)
    assert content.in_parts
    assert content.triples == 5
    assert [len(lines(unpacked(piece))) for piece in content.pieces] == [2, 2, 2]
    assert content.size == len(content.turtle)
    assert lines(content.turtle) == lines(text.encode("ascii"))


def test_blank_nodes_keep_a_large_graph_whole(tmp_path: Path) -> None:
    text = "".join(f"<urn:x:{n}> <urn:x:p> _:b .\n" for n in range(5))
    (content,) = read_content(file(tmp_path, "graph.nt", text), part=2)
    assert (content.triples, content.has_blank, content.in_parts) == (5, True, False)
    assert len({line.split()[2] for line in lines(content.turtle)}) == 1, "one node, in whichever piece"


def test_graphs_that_alternate_are_whole(tmp_path: Path) -> None:
    text = "".join(f"<urn:x:s> <urn:x:p> <urn:x:{n}> <urn:x:g{n % 3}> .\n" for n in range(12))
    contents = read_content(file(tmp_path, "graph.nq", text), part=5)
    assert [(each.triples, each.in_parts) for each in contents] == [(4, False)] * 3


def test_counting() -> None:
    assert count_triples(f"{TRIPLE}\n{TRIPLE}\n".encode("ascii")) == 1
    with pytest.raises(ValueError, match="line 1"):
        count_triples(b"<html>")
