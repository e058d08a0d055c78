"""The shapes are valid SHACL, and each of them applies to something."""

from pathlib import Path

import pyshacl
import rdflib
from rdflib.namespace import RDF, SH

from kg.verify.shapes import data_graph, shapes
from tests.export.examples import STRUCTURED
from tests.verify.damage import write_run


def test_they_are_valid_shacl() -> None:
    conforms, _, words = pyshacl.validate(rdflib.Graph(), shacl_graph=shapes(), meta_shacl=True)
    assert conforms, words


def test_each_is_of_something_that_is_there(tmp_path: Path) -> None:
    data, found = data_graph(write_run(tmp_path, STRUCTURED)), shapes()
    for shape in found.subjects(RDF.type, SH.NodeShape):
        classes, properties = found.objects(shape, SH.targetClass), found.objects(shape, SH.targetSubjectsOf)
        assert all((None, RDF.type, class_) in data for class_ in classes), shape
        assert all((None, property_, None) in data for property_ in properties), shape


def test_each_property_says_what_is_wanted() -> None:
    found = shapes()
    assert all(found.value(node, SH.message) for node in found.objects(None, SH.property))
