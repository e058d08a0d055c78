"""Convert values of the model to RDF literals and back, without loss."""

import re
import typing as t
from datetime import date
from decimal import Decimal

from kg.export.rdf.terms import STRING, Iri, LiteralTerm, Node, is_literal, literal, parts
from kg.export.rdf.vocabulary import KG, XSD, datatype_iri, datatype_name
from kg.model import Grain, Literal, Time

SURROGATE_STRING: t.Final = KG["surrogateString"]
"""The datatype of text with lone surrogates (from JSON), which UTF-8 cannot encode, or NUL, which ends strings in C.

Each is replaced by the private-use character 100000 (hexadecimal) above it: one for one, so offsets do not shift.
"""
ESCAPED_STRING: t.Final = KG["escapedString"]
"""The datatype of text with both such characters and their replacements: written with Python escapes."""
_SURROGATE = re.compile("[\0\ud800-\udfff]")
_ESCAPED_SURROGATE = re.compile("[\U00100000\U0010d800-\U0010dfff]")
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
_OFFSET: t.Final = XSD["nonNegativeInteger"]
_INTEGER: t.Final = XSD["integer"]
_DECIMAL: t.Final = XSD["decimal"]
_BOOLEAN: t.Final = XSD["boolean"]
_DATE: t.Final = XSD["date"]
_TIME: t.Final[t.Mapping[str, Iri]] = {
    name: KG[name] for name in ("time", "timeValue", "timeFrom", "timeTo", "timeGrain", "timeText")
}

Properties: t.TypeAlias = t.Iterator[tuple[Iri, Node]]


def text(words: str, language: str | None = None) -> LiteralTerm:
    """Return a string literal, with a language tag if `language` is a well-formed one."""
    if _SURROGATE.search(words):
        if _ESCAPED_SURROGATE.search(words):
            return literal(words.encode("unicode_escape").decode("ascii"), ESCAPED_STRING)
        safe = _SURROGATE.sub(lambda found: chr(ord(found.group()) + 0x100000), words)
        return literal(safe, SURROGATE_STRING)
    return literal(words, language=language if language is not None and _LANGUAGE.fullmatch(language) else None)


def words_of(node: Node) -> str:
    """Return the text that was passed to `text`; for an IRI, the IRI."""
    if not is_literal(node):
        return node
    words, datatype, _ = parts(node)
    if datatype == SURROGATE_STRING:
        return _ESCAPED_SURROGATE.sub(lambda found: chr(ord(found.group()) - 0x100000), words)
    return words.encode("ascii").decode("unicode_escape") if datatype == ESCAPED_STRING else words


def integer(number: int) -> LiteralTerm:
    """Return an integer."""
    return _figures(str(number), _INTEGER)


def true() -> LiteralTerm:
    """Return the truth value `true`."""
    return _figures("true", _BOOLEAN)


def offset(number: int) -> LiteralTerm:
    """Return a character offset, with the datatype that NIF requires."""
    return _figures(str(number), _OFFSET)


def decimal(number: float) -> LiteralTerm:
    """Return a float as xsd:decimal that converts back to the same float, never in the notation of xsd:double."""
    figures = repr(float(number))
    return _figures(format(Decimal(figures), "f") if "e" in figures else figures, _DECIMAL)


def _figures(text_: str, datatype: Iri) -> LiteralTerm:
    """Return the same as `literal` for a text without characters to escape."""
    return LiteralTerm(f'"{text_}"^^<{datatype}>')


def day(date_: date) -> LiteralTerm:
    """Return a date."""
    return literal(date_.isoformat(), _DATE)


def value(value_: Literal) -> LiteralTerm:
    """Return a literal of the model, without its unit; a value that its datatype does not allow becomes a string."""
    form = _FORMS.get(value_.datatype)
    ill_typed = form is not None and not form.fullmatch(value_.value)
    if value_.datatype == "xsd:string" or ill_typed or _SURROGATE.search(value_.value):
        return text(value_.value)
    return literal(value_.value, datatype_iri(value_.datatype))


def value_of(node: LiteralTerm, unit: str | None, datatype: str | None, labels: t.Mapping[Iri, str]) -> Literal:
    """Return the literal that was passed to `value`; `datatype` is given if the node does not contain it."""
    if datatype is None:
        datatype = "xsd:string" if _is_plain(node) else datatype_name(parts(node).datatype, labels)
    return Literal(words_of(node), datatype, unit)


def _is_plain(node: LiteralTerm) -> bool:
    return parts(node).datatype in {STRING, SURROGATE_STRING, ESCAPED_STRING}


def literal_properties(predicate: Iri, value_: Literal) -> Properties:
    """Yield the properties of a literal: the value, its unit, and its datatype if the value cannot carry it.

    The bounds of a range are separate numbers, since SPARQL cannot compare ranges in one literal.
    """
    node = value(value_)
    yield predicate, node
    if value_.unit is not None:
        yield KG["unit"], text(value_.unit)
    if value_.datatype != "xsd:string" and _is_plain(node):
        yield KG["datatypeName"], text(value_.datatype)
    bounds = _RANGE.fullmatch(value_.value) if value_.datatype == "kg:range" else None
    if bounds is not None:
        yield KG["minimum"], literal(bounds[1], _DECIMAL)
        yield KG["maximum"], literal(bounds[2], _DECIMAL)


def time_properties(time: Time | None) -> Properties:
    """Yield the properties of a time: the value as precise as the text, the first and last day, and the words."""
    if time is None:
        return
    if time.value is not None:
        typed = time.literal()
        yield _TIME["time"], value(typed)
        if typed.value != time.value:  # xsd has no minutes without seconds, and no weeks
            yield _TIME["timeValue"], text(time.value)
    if time.start is not None:
        yield _TIME["timeFrom"], day(time.start)
    if time.end is not None:
        yield _TIME["timeTo"], day(time.end)
    yield _TIME["timeGrain"], KG[time.grain]
    yield _TIME["timeText"], text(time.text)


def time_of(properties: t.Mapping[Iri, t.Sequence[Node]]) -> Time | None:
    """Return the time that was passed to `time_properties`, from the properties of its node by predicate."""
    found = {name: properties.get(predicate, [None])[0] for name, predicate in _TIME.items()}
    if found["timeText"] is None or found["timeGrain"] is None:
        return None
    value, grain = found["timeValue"] or found["time"], found["timeGrain"].removeprefix(KG.iri)
    if grain not in t.get_args(Grain):
        raise ValueError(f"{grain!r} is not a grain of a time")
    return Time(
        value=None if value is None else words_of(value),
        start=None if found["timeFrom"] is None else date.fromisoformat(words_of(found["timeFrom"])),
        end=None if found["timeTo"] is None else date.fromisoformat(words_of(found["timeTo"])),
        grain=t.cast("Grain", grain),
        text=words_of(found["timeText"]),
    )
