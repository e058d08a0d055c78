from pathlib import Path

import pytest

from kg.errors import InputError
from kg.export.rdf.gazetteer import read_gazetteer
from kg.lexicon.gazetteer import Entry

PREFIXES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <http://schema.org/> .
@prefix kg: <https://example.org/kg/ns#> .
@prefix x: <https://x.example/> .
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "things.ttl"
    path.write_text(PREFIXES + text, encoding="utf-8")
    return path


def test_entries(tmp_path: Path) -> None:
    turtle = """
    x:varn a skos:Concept, schema:City ; skos:prefLabel "Warn"@de, "Varn"@en ; skos:altLabel "Old Varn" .
    x:bolt a kg:MilitaryOrganization, schema:Organization ; rdfs:label "Bolt" .
    x:bolt skos:exactMatch x:b, <http://y.example/1> .
    x:zip skos:prefLabel "Zip" ; rdfs:label "***" .
    x:none skos:note "no label" .
    [] skos:prefLabel "Nobody" .
    """
    assert read_gazetteer(written(tmp_path, turtle)) == (
        Entry("Bolt", "MilitaryOrganization", links=("http://y.example/1", "https://x.example/b")),
        Entry("Varn", "City", aliases=("Old Varn", "Warn"), links=("https://x.example/varn",)),
        Entry("Zip", "Thing", links=("https://x.example/zip",)),
    )


@pytest.mark.parametrize(
    ("text", "words"), [("x:a skos:prefLabel .", "line 7"), ("x:a skos:note 'x' .", "has a label")]
)
def test_a_bad_file_is_one_line(tmp_path: Path, text: str, words: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(InputError) as caught:
        read_gazetteer(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_absent_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        read_gazetteer(tmp_path / "absent.ttl")
