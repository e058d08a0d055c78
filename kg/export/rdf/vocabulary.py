"""The namespaces, prefixes and classes of the RDF, and the conversion of type and datatype names to IRIs and back."""

import typing as t
from dataclasses import dataclass

from kg.export.iris import NAMESPACE, checked_base, local_name
from kg.export.rdf.terms import Iri
from kg.model import CopyKind, StructuralKind


@dataclass(frozen=True, slots=True)
class Namespace:
    """The namespace of one vocabulary; `RDFS["label"]` is the IRI of one term."""

    iri: str

    def __getitem__(self, name: str) -> Iri:
        return Iri(self.iri + name)


KG: t.Final = Namespace(NAMESPACE)
DCAT: t.Final = Namespace("http://www.w3.org/ns/dcat#")
DCT: t.Final = Namespace("http://purl.org/dc/terms/")
ITSRDF: t.Final = Namespace("http://www.w3.org/2005/11/its/rdf#")
NIF: t.Final = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
OA: t.Final = Namespace("http://www.w3.org/ns/oa#")
OWL: t.Final = Namespace("http://www.w3.org/2002/07/owl#")
PROV: t.Final = Namespace("http://www.w3.org/ns/prov#")
RDF: t.Final = Namespace("http://www.w3.org/1999/02/22-rdf-syntax-ns#")
RDFS: t.Final = Namespace("http://www.w3.org/2000/01/rdf-schema#")
SCHEMA: t.Final = Namespace("https://schema.org/")
SKOS: t.Final = Namespace("http://www.w3.org/2004/02/skos/core#")
VOID: t.Final = Namespace("http://rdfs.org/ns/void#")
WD: t.Final = Namespace("http://www.wikidata.org/entity/")
WDT: t.Final = Namespace("http://www.wikidata.org/prop/direct/")
XSD: t.Final = Namespace("http://www.w3.org/2001/XMLSchema#")

VOCABULARIES: t.Final[t.Mapping[str, Namespace]] = {
    name.lower(): known for name, known in sorted(globals().items()) if isinstance(known, Namespace)
}
"""The vocabularies in use, by prefix: their names above, in lower case."""

SCHEMA_CLASSES: t.Final = frozenset(
    {
        *("City", "Country", "EducationalOrganization", "Event", "GovernmentOrganization", "NewsMediaOrganization"),
        *("Organization", "Person", "Place", "PoliticalParty", "Product", "SportsTeam"),
    }
)
"""Types whose schema.org class has the same name."""
OTHER_CLASSES: t.Final[t.Mapping[str, Iri]] = {
    "Company": SCHEMA["Corporation"],
    "Law": SCHEMA["Legislation"],
    "Quantity": SCHEMA["QuantitativeValue"],
    "Region": SCHEMA["AdministrativeArea"],
    "Work": SCHEMA["CreativeWork"],
}
"""Types whose schema.org class has another name."""
BROADER_CLASSES: t.Final[t.Mapping[str, Iri]] = {
    "Group": SCHEMA["Thing"],
    "MilitaryOrganization": SCHEMA["Organization"],
    "Thing": SCHEMA["Thing"],
}
"""The narrowest schema.org class above each type that has a class of our own."""

_CLASSES: t.Final[t.Mapping[str, Iri]] = {**{name: SCHEMA[name] for name in SCHEMA_CLASSES}, **OTHER_CLASSES}
_TYPES: t.Final[t.Mapping[Iri, str]] = {iri: name for name, iri in _CLASSES.items()}
_RESERVED: t.Final = frozenset(
    {
        *("Chain", "Claim", "Decision", "DecisionKind", "Entity", "EventRelation", "Layout", "Mention", "MentionKind"),
        *("MergedStatement", "Modality", "Polarity", "Proposition", "Qualifier", "Relation", "SourcePlace"),
        *("Statement", "Status", "TimeGrain"),
    }
)
"""Our own classes that are not types of entities."""
FORMER: t.Final = KG["MergedStatement"]
"""The class of statements in files of kg 0.1, where `kg:Statement` was the class of claims."""
STRUCTURAL: t.Final[t.Mapping[StructuralKind, Iri]] = {
    "of": KG["of"],
    "in": KG["in"],
    "part of": KG["partOf"],
    "product of": KG["productOf"],
    "government of": KG["governmentOf"],
    "member of": KG["memberOf"],
    "nationality": KG["nationality"],
    "includes": KG["includes"],
    "listed with": KG["listedWith"],
    "names": KG["names"],
}
"""The property of each kind of structural edge; `kg:structural` is their superproperty."""
COPIED: t.Final[t.Mapping[CopyKind, Iri]] = {"copy": KG["copyOf"], "contains": KG["containsTextOf"]}
"""The property from a document to one whose text it has, by how much of the text it has."""
QUOTED: t.Final[t.Mapping[str, Iri]] = {
    "document": KG["quotedDocument"],
    "sentence": KG["quotedSentence"],
    "relation": KG["quotedRelation"],
    "subject": KG["quotedSubject"],
    "object": KG["quotedObject"],
}
"""The property of each part of a claim that a decision quotes."""


def prefixes(base_iri: str) -> dict[str, str]:
    """Return the prefixes for a graph with this base, each with its namespace."""
    base = checked_base(base_iri)
    own = {
        "kgc": "claim/", "kgd": "document/", "kgdec": "decision/", "kge": "entity/", "kgq": "qualifier/",
        "kgr": "relation/", "kgrc": "relation-claim/", "kgrv": "relation-value/", "kgs": "statement/", "kgu": "run/",
    }  # fmt: skip
    vocabularies = {prefix: namespace.iri for prefix, namespace in VOCABULARIES.items()}
    return dict(sorted({**vocabularies, **{prefix: base + kind for prefix, kind in own.items()}}.items()))


def own_name(name: str) -> Iri:
    """Return the IRI of one of our own types; an ambiguous name gets a digest."""
    return KG[local_name(f"{name} (type)" if name in _RESERVED else name)]


def class_iri(type_: str) -> Iri:
    """Return the schema.org class of a type if there is one, otherwise a class of our own."""
    return _CLASSES.get(type_) or own_name(type_)


def broader_class(type_: str) -> Iri | None:
    """Return the schema.org superclass of a type with a class of our own; None for schema.org classes."""
    return BROADER_CLASSES.get(type_)


def type_name(iri: Iri, labels: t.Mapping[Iri, str]) -> str:
    """Return the type with this class; `labels` holds the names of classes that cannot be read from their IRI."""
    return _TYPES.get(iri, labels.get(iri, iri.removeprefix(NAMESPACE)))


def datatype_iri(datatype: str) -> Iri:
    """Return the IRI of a prefixed name (`xsd:integer`, `kg:money`); other names get an IRI of our own."""
    prefix, _, name = datatype.partition(":")
    if prefix in {"xsd", "kg"} and name.isascii() and name.isalnum():
        return {"xsd": XSD, "kg": KG}[prefix][name]
    return KG[local_name(datatype if ":" in datatype else f"{datatype} (datatype)")]


def datatype_name(iri: Iri, labels: t.Mapping[Iri, str]) -> str:
    """Return the prefixed name of a datatype; `labels` holds the names that cannot be read from the IRI."""
    if iri in labels:
        return labels[iri]
    if iri.startswith(XSD.iri):
        return "xsd:" + iri.removeprefix(XSD.iri)
    return "kg:" + iri.removeprefix(NAMESPACE)
