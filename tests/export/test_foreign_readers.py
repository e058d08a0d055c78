"""Third-party programs read every file of every layout, with the same result."""

import typing as t
from collections import Counter
from pathlib import Path

import pytest

from kg.export.encodings import GRAPH_FILES, Encoding
from kg.export.rdf import write_rdf
from tests.export.examples import GRAPH
from tests.export.readers import READERS, Reader, by_pyoxigraph, by_riot_together, encodings

CASES: t.Final = [
    pytest.param(reader, encoding, id=f"{reader.name}-{encoding.provenance}-{encoding.written}")
    for reader in READERS
    for encoding in encodings()
    if reader.reads(encoding) and reader.name != "riot"  # reads them together
]


def written(folder: Path, encoding: Encoding) -> Path:
    path = folder / GRAPH_FILES[encoding.written]
    with path.open("wb") as file:
        write_rdf(GRAPH, file, encoding)
    return path


@pytest.mark.parametrize(("reader", "encoding"), CASES)
def test_every_file_is_accepted_without_a_warning(reader: Reader, encoding: Encoding, tmp_path: Path) -> None:
    path = written(tmp_path, encoding)
    expected = by_pyoxigraph(path, encoding.written)
    assert len(expected) > 100
    assert reader.read(path, encoding.written) == expected


def test_riot_accepts_every_file_without_a_warning(tmp_path: Path) -> None:
    riot = next(reader for reader in READERS if reader.name == "riot")
    paths, expected = [], Counter[str]()
    for encoding in filter(riot.reads, encodings()):
        (folder := tmp_path / encoding.provenance).mkdir(exist_ok=True)
        paths.append(written(folder, encoding))
        expected.update(by_pyoxigraph(paths[-1], encoding.written))
    assert len(paths) > 20
    assert by_riot_together(paths) == expected


@pytest.mark.parametrize("reader", READERS, ids=[reader.name for reader in READERS])
def test_a_reader_that_is_asked_in_vain_says_so(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text('<urn:x:a> <urn:x:b> "open .', encoding="utf-8")
    with pytest.raises((AssertionError, SyntaxError, ValueError)):
        reader.read(path, "turtle")


def test_riot_warns_of_values_that_are_none(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    month = '"2024-13"^^<http://www.w3.org/2001/XMLSchema#gYearMonth>'
    path.write_text(f"<urn:x:a> <urn:x:b> {month} .", encoding="utf-8")
    riot = next(reader for reader in READERS if reader.name == "riot")
    with pytest.raises(AssertionError, match="not valid"):
        riot.read(path, "turtle")
