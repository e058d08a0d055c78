"""The namespaces, prefixes and classes of the RDF, and how type and datatype names become IRIs and back."""

import typing as t

from rdflib import Namespace, URIRef

from kg.export.iris import NAMESPACE, checked_base, local_name

KG: t.Final = Namespace(NAMESPACE)
DCT: t.Final = Namespace("http://purl.org/dc/terms/")
ITSRDF: t.Final = Namespace("http://www.w3.org/2005/11/its/rdf#")
NIF: t.Final = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
PROV: t.Final = Namespace("http://www.w3.org/ns/prov#")
RDF: t.Final = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS: t.Final = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA: t.Final = Namespace("https://schema.org/")
SKOS: t.Final = Namespace("http://www.w3.org/2004/02/skos/core#")
XSD: t.Final = Namespace("http://www.w3.org/2001/XMLSchema#")

SCHEMA_CLASSES: t.Final = frozenset(
    {
        "City",
        "Country",
        "EducationalOrganization",
        "Event",
        "GovernmentOrganization",
        "NewsMediaOrganization",
        "Organization",
        "Person",
        "Place",
        "PoliticalParty",
        "Product",
        "SportsTeam",
    }
)
"""Types whose schema.org class has the same name."""
OTHER_CLASSES: t.Final[t.Mapping[str, URIRef]] = {
    "Company": SCHEMA["Corporation"],
    "Law": SCHEMA["Legislation"],
    "Quantity": SCHEMA["QuantitativeValue"],
    "Region": SCHEMA["AdministrativeArea"],
    "Work": SCHEMA["CreativeWork"],
}
"""Types whose schema.org class has another name."""
BROADER_CLASSES: t.Final[t.Mapping[str, URIRef]] = {
    "Group": SCHEMA["Thing"],
    "MilitaryOrganization": SCHEMA["Organization"],
    "Thing": SCHEMA["Thing"],
}
"""The narrowest class of schema.org above each type that has a class of our own."""

_CLASSES: t.Final[t.Mapping[str, URIRef]] = {**{name: SCHEMA[name] for name in SCHEMA_CLASSES}, **OTHER_CLASSES}
_TYPES: t.Final[t.Mapping[str, str]] = {str(iri): name for name, iri in _CLASSES.items()}
_RESERVED: t.Final = frozenset(
    {"Chain", "Decision", "Entity", "Mention", "MergedStatement", "Qualifier", "Relation", "Statement"}
)


def prefixes(base_iri: str) -> dict[str, str]:
    """Return the prefixes for a graph with that base, each with its namespace."""
    base = checked_base(base_iri)
    return {
        "dct": str(DCT),
        "itsrdf": str(ITSRDF),
        "kg": str(KG),
        "kgc": f"{base}claim/",
        "kgd": f"{base}document/",
        "kgdec": f"{base}decision/",
        "kge": f"{base}entity/",
        "kgq": f"{base}qualifier/",
        "kgr": f"{base}relation/",
        "kgs": f"{base}statement/",
        "kgu": f"{base}run/",
        "nif": str(NIF),
        "prov": str(PROV),
        "rdf": str(RDF),
        "rdfs": str(RDFS),
        "schema": str(SCHEMA),
        "skos": str(SKOS),
        "wd": "http://www.wikidata.org/entity/",
        "xsd": str(XSD),
    }


def own_name(name: str) -> URIRef:
    """Return the IRI of a type that is our own; what could be taken for another term gets a digest."""
    return KG[local_name(f"{name} (type)" if name in _RESERVED else name)]


def class_iri(type_: str) -> URIRef:
    """Return the schema.org class of a type where there is one, else a class of our own."""
    return _CLASSES.get(type_) or own_name(type_)


def broader_class(type_: str) -> URIRef | None:
    """Return the schema.org class above the class of our own that a type has, None where its class is schema.org's."""
    return BROADER_CLASSES.get(type_)


def type_name(iri: URIRef, labels: t.Mapping[str, str]) -> str:
    """Return the type that has this class; `labels` holds the names of classes whose IRI does not tell."""
    return _TYPES.get(str(iri), labels.get(str(iri), str(iri).removeprefix(NAMESPACE)))


def datatype_iri(datatype: str) -> URIRef:
    """Return the IRI of a prefixed name (`xsd:integer`, `kg:money`); other names get an IRI of our own."""
    prefix, _, name = datatype.partition(":")
    if prefix in {"xsd", "kg"} and name.isascii() and name.isalnum():
        return {"xsd": XSD, "kg": KG}[prefix][name]
    return KG[local_name(datatype if ":" in datatype else f"{datatype} (datatype)")]


def datatype_name(iri: str, labels: t.Mapping[str, str]) -> str:
    """Return the prefixed name of a datatype; `labels` holds the names of those whose IRI does not tell."""
    if iri in labels:
        return labels[iri]
    if iri.startswith(str(XSD)):
        return "xsd:" + iri.removeprefix(str(XSD))
    return "kg:" + iri.removeprefix(NAMESPACE)
