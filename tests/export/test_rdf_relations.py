"""Correspondences of relations in other vocabularies, written in addition to our own property."""

from pathlib import Path

import pytest
from rdflib import URIRef

from kg.errors import InputError, UsageError
from kg.export.encodings import Encoding
from kg.export.iris import relation_iri
from kg.export.rdf import query, rdf_text, relation_table
from kg.export.rdf.rdflib_graph import to_rdf
from kg.export.rdf.relations import KINDS
from kg.export.rdf.vocabulary import OWL, RDFS, SCHEMA, SKOS, WD, WDT
from tests.export.examples import GRAPH

TABLE = relation_table()


def test_there_are_enough_and_each_stands_to_a_property_in_one_way() -> None:
    assert len(TABLE) >= 60
    for name, links in TABLE.items():
        assert name == " ".join(name.casefold().split())
        properties = [property_ for _, property_ in links]
        assert properties
        assert len(set(properties)) == len(properties)


def test_entries_of_wikidata_are_matched_and_its_properties_entail() -> None:
    for links in TABLE.values():
        for kind, property_ in links:
            is_match = kind in {SKOS["closeMatch"], SKOS["relatedMatch"]}
            assert property_.startswith((SCHEMA.iri, WD.iri if is_match else WDT.iri))


@pytest.mark.parametrize(
    ("name", "kind", "property_"),
    [
        ("found", OWL["inverseOf"], SCHEMA["founder"]),  # schema:founder leads from the organisation to the person
        ("be founder of", OWL["inverseOf"], WDT["P112"]),
        ("be author of", OWL["inverseOf"], SCHEMA["author"]),
        ("be subsidiary of", RDFS["subPropertyOf"], SCHEMA["parentOrganization"]),
        ("be parent company of", RDFS["subPropertyOf"], SCHEMA["subOrganization"]),
        ("be son of", RDFS["subPropertyOf"], SCHEMA["parent"]),
        ("work for", SKOS["closeMatch"], SCHEMA["worksFor"]),
        ("employ", SKOS["relatedMatch"], WD["P108"]),
        ("acquire", SKOS["relatedMatch"], SCHEMA["owns"]),
        ("graduate from", RDFS["subPropertyOf"], WDT["P69"]),
        ("publish", SKOS["relatedMatch"], SCHEMA["publisher"]),
    ],
)
def test_directions(name: str, kind: str, property_: str) -> None:
    assert (kind, property_) in TABLE[name]


def test_a_relation_of_the_graph_is_described_and_its_edge_stays_its_own() -> None:
    found = query(GRAPH, "SELECT ?p WHERE { kgr:found owl:inverseOf ?p ; a kg:Relation } ORDER BY ?p").rows
    assert found == ((WDT["P112"],), (SCHEMA["founder"],))
    assert query(GRAPH, "ASK { kge:Marta_Lund kgr:found kge:Lund_Bakery }").rows == (("true",),)
    assert query(GRAPH, "ASK { ?s schema:founder|^schema:founder ?o }").rows == (("false",),)
    assert query(GRAPH, "ASK { kgr:acquire ?p ?o }").rows == (("false",),)


def written(folder: Path, text: str) -> Path:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_table_of_the_users_adds_and_replaces(tmp_path: Path) -> None:
    text = """
        ["found"]
        close-match = ["https://x.example/founded", "dct:creator"]
        ["bake bread for"]
        sub-property-of = ["urn:x-a:bakes"]
    """
    path = written(tmp_path, text)
    table = relation_table([path])
    assert table["found"] == (
        (SKOS["closeMatch"], "https://x.example/founded"),
        (SKOS["closeMatch"], "http://purl.org/dc/terms/creator"),
    )
    assert table["bake bread for"] == ((RDFS["subPropertyOf"], "urn:x-a:bakes"),)
    assert table["work for"] == TABLE["work for"]
    assert "<https://x.example/founded>" in rdf_text(GRAPH, Encoding(relations=[path]))


def test_an_empty_entry_takes_away_what_the_package_says(tmp_path: Path) -> None:
    path = written(tmp_path, '["found"]')
    rdf = to_rdf(GRAPH, relations=[path])
    assert set(map(str, rdf.predicates(URIRef(relation_iri("found"))))).isdisjoint(KINDS.values())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("found = [", "not TOML"),
        ("found = 3", "found: must be a table with the keys sub-property-of"),
        ('["found"]\nsame-as = ["schema:founder"]', "found: must be a table"),
        ('["found"]\ninverse-of = "schema:founder"', "inverse-of: must be a list"),
        ('["found"]\ninverse-of = [3]', "inverse-of: must be a list"),
        ('["found"]\ninverse-of = ["founder"]', "'founder': neither an absolute IRI"),
        ('["found"]\ninverse-of = ["schema:a b"]', "neither an absolute IRI"),
        ('["found"]\ninverse-of = ["https://x.example/<>"]', "neither an absolute IRI"),
    ],
)
def test_a_mistake_is_one_line_with_the_file(text: str, words: str, tmp_path: Path) -> None:
    path = written(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        relation_table([path])
    assert str(caught.value).startswith(f"{path}: ")
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        relation_table([tmp_path / "none.toml"])
    (tmp_path / "latin.toml").write_bytes(b'["caf\xe9"]')
    with pytest.raises(UsageError, match="not TOML"):
        relation_table([tmp_path / "latin.toml"])
