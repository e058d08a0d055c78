"""Values as RDF literals, and back, without loss."""

import re
import typing as t
from datetime import date
from decimal import Decimal

from rdflib import Literal as RdfLiteral
from rdflib import URIRef

from kg.export.rdf.vocabulary import KG, XSD, datatype_iri, datatype_name
from kg.model import Grain, Literal, Time

SURROGATE_STRING: t.Final = KG["surrogateString"]
"""Datatype of text with lone surrogates (from JSON), which UTF-8 cannot hold.

Each stands as the private-use character 100000 (hexadecimal) above it: one character for one, so no offset shifts.
"""
_SURROGATE = re.compile("[\ud800-\udfff]")
_STANDS_FOR_SURROGATE = re.compile("[\U0010d800-\U0010dfff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_YEAR, _MONTH, _DAY = "[0-9]{4}", "(?:0[1-9]|1[0-2])", "(?:0[1-9]|[12][0-9]|3[01])"
_FORMS: t.Final[t.Mapping[str, re.Pattern[str]]] = {
    "xsd:integer": re.compile("[+-]?[0-9]+"),
    "xsd:positiveInteger": re.compile("[+]?0*[1-9][0-9]*"),
    "xsd:decimal": re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"),
    "xsd:gYear": re.compile(_YEAR),
    "xsd:gYearMonth": re.compile(f"{_YEAR}-{_MONTH}"),
    "xsd:date": re.compile(f"{_YEAR}-{_MONTH}-{_DAY}"),
}
_RANGE: t.Final = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)\.\.(-?[0-9]+(?:\.[0-9]+)?)")

Node: t.TypeAlias = URIRef | RdfLiteral
Properties: t.TypeAlias = t.Iterator[tuple[URIRef, Node]]


def text(words: str, language: str | None = None) -> RdfLiteral:
    """Return a string literal, with a language tag where `language` is a well-formed one."""
    if _SURROGATE.search(words):
        safe = _SURROGATE.sub(lambda found: chr(ord(found.group()) + 0x100000), words)
        return RdfLiteral(safe, datatype=SURROGATE_STRING, normalize=False)
    if language is not None and _LANGUAGE.fullmatch(language):
        return RdfLiteral(words, lang=language)
    return RdfLiteral(words)


def words_of(literal: Node) -> str:
    """Return the text that `text` was given."""
    if isinstance(literal, RdfLiteral) and literal.datatype == SURROGATE_STRING:
        return _STANDS_FOR_SURROGATE.sub(lambda found: chr(ord(found.group()) - 0x100000), str(literal))
    return str(literal)


def typed(value: str, datatype: URIRef) -> RdfLiteral:
    """Return a literal with exactly this lexical form."""
    return RdfLiteral(value, datatype=datatype, normalize=False)


def integer(number: int) -> RdfLiteral:
    """Return a whole number."""
    return typed(str(number), XSD["integer"])


def offset(number: int) -> RdfLiteral:
    """Return a character offset, with the datatype that NIF wants."""
    return typed(str(number), XSD["nonNegativeInteger"])


def decimal(number: float) -> RdfLiteral:
    """Return a float as xsd:decimal that gives the same float again; as xsd:double it would be written `8.7e-01`."""
    return typed(format(Decimal(repr(float(number))), "f"), XSD["decimal"])


def value(literal: Literal) -> RdfLiteral:
    """Return a literal of the model, without its unit; a value that its datatype does not allow becomes a string."""
    form = _FORMS.get(literal.datatype)
    ill_typed = form is not None and not form.fullmatch(literal.value)
    if literal.datatype == "xsd:string" or ill_typed or _SURROGATE.search(literal.value):
        return text(literal.value)
    return typed(literal.value, datatype_iri(literal.datatype))


def value_of(node: RdfLiteral, unit: str | None, datatype: str | None, labels: t.Mapping[str, str]) -> Literal:
    """Return the literal of the model that `value` was given; `datatype` is set where the node does not tell it."""
    if datatype is None:
        plain = node.datatype is None or node.datatype == SURROGATE_STRING
        datatype = "xsd:string" if plain else datatype_name(str(node.datatype), labels)
    return Literal(words_of(node), datatype, unit)


def literal_properties(predicate: URIRef, literal: Literal) -> Properties:
    """Yield what says a literal of the model: the value, its unit, and its datatype where the value cannot carry it.

    The bounds of a range come as numbers of their own, since SPARQL compares none that stand in one literal.
    """
    node = value(literal)
    yield predicate, node
    if literal.unit is not None:
        yield KG["unit"], text(literal.unit)
    if literal.datatype != "xsd:string" and node.datatype in {None, SURROGATE_STRING}:
        yield KG["datatypeName"], text(literal.datatype)
    bounds = _RANGE.fullmatch(literal.value) if literal.datatype == "kg:range" else None
    if bounds is not None:
        yield KG["minimum"], typed(bounds[1], XSD["decimal"])
        yield KG["maximum"], typed(bounds[2], XSD["decimal"])


def time_properties(time: Time | None) -> Properties:
    """Yield what says a time: the value as precise as the text, the first and last day for filters, and the words."""
    if time is None:
        return
    if time.value is not None:
        yield KG["time"], value(time.literal())
    for predicate, day in (("timeFrom", time.start), ("timeTo", time.end)):
        if day is not None:
            yield KG[predicate], typed(day.isoformat(), XSD["date"])
    yield KG["timeGrain"], KG[time.grain]
    yield KG["timeText"], text(time.text)


def time_of(properties: t.Mapping[str, t.Sequence[Node]]) -> Time | None:
    """Return the time that `time_properties` was given, from the properties of its node by predicate."""
    found = {name: properties.get(NAME_OF_TIME[name], [None])[0] for name in NAME_OF_TIME}
    if found["timeText"] is None or found["timeGrain"] is None:
        return None
    return Time(
        value=None if found["time"] is None else words_of(found["time"]),
        start=None if found["timeFrom"] is None else date.fromisoformat(str(found["timeFrom"])),
        end=None if found["timeTo"] is None else date.fromisoformat(str(found["timeTo"])),
        grain=t.cast("Grain", str(found["timeGrain"]).removeprefix(str(KG))),
        text=words_of(found["timeText"]),
    )


NAME_OF_TIME: t.Final[t.Mapping[str, str]] = {
    name: str(KG[name]) for name in ("time", "timeFrom", "timeTo", "timeGrain", "timeText")
}
