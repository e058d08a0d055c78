"""The data that the page's script needs to write RDF: names in IRIs, datatypes, and times as literals."""

import typing as t

from kg.export import iris
from kg.export.rdf.terms import STRING, parts
from kg.export.rdf.values import value
from kg.export.rdf.vocabulary import broader_class, class_iri
from kg.model import Literal, Time
from kg.page.wording import time_words

EPOCH: t.Final = 719163
"""The ordinal of 1970-01-01, from which browsers count days."""

TimeRow: t.TypeAlias = tuple[str, str, str | None, int, str, str, int | None, int | None]


class Terms:
    """Tables of datatypes and times without duplicates; rows refer to them by index."""

    def __init__(self) -> None:
        self.datatypes: list[str] = []
        self.times: list[TimeRow] = []
        self._datatype_places: dict[str, int] = {}
        self._time_places: dict[Time, int] = {}

    def literal(self, literal: Literal) -> tuple[str, int, tuple[str | None, str | None]]:
        """Return lexical form and datatype of a value (-1: a plain string), its unit, and its type if hidden."""
        lexical, type_, _ = parts(value(literal))
        datatype = -1 if type_ == STRING else self._datatype(type_)
        hidden = literal.datatype if literal.datatype != "xsd:string" and datatype == -1 else None
        return lexical, datatype, (literal.unit, hidden)

    def time(self, time: Time | None) -> int:
        """Return the index of a time, or -1 for none."""
        if time is None:
            return -1
        if time not in self._time_places:
            self._time_places[time] = len(self.times)
            self.times.append(self._row(time))
        return self._time_places[time]

    def type_iris(self, type_: str) -> list[str]:
        """Return the class of a type, and its superclass if needed."""
        return [str(iri) for iri in (class_iri(type_), broader_class(type_)) if iri is not None]

    def relation_name(self, relation: str) -> str | None:
        """Return the name of a relation in its IRI if it is not simply the relation with `_` for spaces."""
        name = iris.relation_iri(relation).rpartition("/")[2]
        return None if name == relation.replace(" ", "_") else name

    def _row(self, time: Time) -> TimeRow:
        """Return words, text, lexical form, datatype, grain, readable form, first and last day since 1970-01-01."""
        lexical, datatype = None, -1
        if time.value is not None:
            lexical, datatype, _ = self.literal(time.literal())
        first, last = (None if day is None else day.toordinal() - EPOCH for day in (time.start, time.end))
        return time_words(time), time.text, lexical, datatype, time.grain, time.readable, first, last

    def _datatype(self, iri: str) -> int:
        if iri not in self._datatype_places:
            self._datatype_places[iri] = len(self.datatypes)
            self.datatypes.append(iri)
        return self._datatype_places[iri]
