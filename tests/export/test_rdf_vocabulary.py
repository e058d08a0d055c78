import pytest

from kg.export.rdf.terms import Iri
from kg.export.rdf.vocabulary import KG, SCHEMA, broader_class, class_iri, type_name
from kg.lexicon.noun_types import TYPES


@pytest.mark.parametrize("type_", sorted(TYPES | {"Quantity"}))
def test_every_type_has_a_class_of_schema_org(type_: str) -> None:
    classes = [class_ for class_ in (class_iri(type_), broader_class(type_)) if class_ is not None]
    assert sum(class_.startswith(SCHEMA.iri) for class_ in classes) == 1
    assert type_name(class_iri(type_), {}) == type_


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        ("Company", SCHEMA["Corporation"]),
        ("NewsMediaOrganization", SCHEMA["NewsMediaOrganization"]),
        ("Region", SCHEMA["AdministrativeArea"]),
        ("MilitaryOrganization", KG["MilitaryOrganization"]),
        ("Group", KG["Group"]),
    ],
)
def test_classes(type_: str, expected: Iri) -> None:
    assert class_iri(type_) == expected
