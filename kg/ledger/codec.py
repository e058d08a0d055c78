"""Convert frozen values to JSON and back; decoding only produces values of the requested types.

A value that occurs several times, such as a mention, is written once and referred to by its number. The JSON names the
types and their fields, so that a field that was added later gets its default.
"""

import functools
import json
import sys
import types
import typing as t
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date

Value = t.TypeVar("Value")
Form: t.TypeAlias = t.Literal["plain", "date", "value"]
"""The content of a field: strings and numbers, dates, or values of the written types; or tuples of them."""
Shape: t.TypeAlias = t.Mapping[str, Form]

PLAIN: t.Final = (str, int, float, bool, types.NoneType)


def encoded(value: object) -> str:
    """Return a frozen dataclass with all its contents as JSON.

    Raises:
        TypeError: a field contains something other than a string, number, date, dataclass, or tuple of these.
    """
    kinds = shapes(type(value))
    table = _Table(kinds, {kind: number for number, kind in enumerate(kinds)})
    table.place(value)
    named = [[kind.__name__, *shape] for kind, shape in kinds.items()]
    return json.dumps({"types": named, "values": table.rows}, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows of values without duplicates; closures would form a cycle, which only the garbage collector frees."""

    kinds: t.Mapping[type, Shape]
    numbers: t.Mapping[type, int]
    rows: list[list[t.Any]] = field(default_factory=list)
    places: dict[object, int] = field(default_factory=dict)

    def place(self, content: object) -> int:
        """Return the number of the row of a value."""
        if content not in self.places:
            kind = type(content)
            forms = self.kinds[kind].items()
            row = [self.numbers[kind], *(self.written(form, getattr(content, name)) for name, form in forms)]
            self.places[content] = len(self.rows)
            self.rows.append(row)
        return self.places[content]

    def written(self, form: Form, content: t.Any) -> t.Any:
        """Return the entry in a row for the content of a field."""
        if isinstance(content, tuple):
            return [self.written(form, each) for each in content]
        if content is None or form == "plain":
            return content
        return content.isoformat() if form == "date" else self.place(content)


def decoded(text: str, type_: type[Value]) -> Value:
    """Return the value that `encoded` wrote.

    Raises:
        ValueError: the text is invalid, or one of its types has changed so that it cannot be created.
    """
    kinds = {kind.__name__: (kind, shape) for kind, shape in shapes(type_).items()}
    found: list[t.Any] = []

    try:
        record = json.loads(text)
        makers = [(*kinds[name], names) for name, *names in record["types"] if name in kinds]
        for number, *row in record["values"]:
            kind, shape, names = makers[number]
            given = zip(names, row, strict=True)
            found.append(kind(**{name: _read(shape[name], each, found) for name, each in given if name in shape}))
    except (ArithmeticError, LookupError, TypeError, ValueError) as error:
        raise ValueError(f"no {type_.__name__}: {type(error).__name__}: {error}") from error
    if not found or not isinstance(found[-1], type_):
        raise ValueError(f"no {type_.__name__}")
    return found[-1]


def _read(form: Form, content: t.Any, found: Sequence[t.Any]) -> t.Any:
    """Return the content of a field from its entry in a row, and the values of the previous rows."""
    if isinstance(content, list):
        return tuple(_read(form, each, found) for each in content)
    if content is None or form == "plain":
        return _shared(content)
    return date.fromisoformat(content) if form == "date" else found[content]


def _shared(content: t.Any) -> t.Any:
    """Return one shared object for equal strings and small numbers, which most values contain, also across readings."""
    if type(content) is str:
        return sys.intern(content)
    small = _small_numbers()
    return small[content] if type(content) is int and 0 <= content < len(small) else content


@functools.cache
def _small_numbers() -> tuple[int, ...]:
    return tuple(range(2**15))


def shapes(type_: type) -> t.Mapping[type, Shape]:
    """Return the dataclasses that a value of a type can contain, itself first, with the form of each field.

    Raises:
        TypeError: a field can contain another type, or a mixture of values and other types.
    """
    return _shapes(t.cast("t.Hashable", type_))


@functools.cache
def _shapes(type_: t.Any) -> t.Mapping[type, Shape]:
    found: dict[type, Shape] = {}
    waiting = [type_]
    while waiting:
        kind = waiting.pop()
        if kind not in found:
            hints = t.get_type_hints(kind)
            held = {field.name: set(_held(hints[field.name])) for field in fields(kind)}
            found[kind] = {name: _form(f"{kind.__name__}.{name}", types_) for name, types_ in held.items()}
            within = {each for name, form in found[kind].items() if form == "value" for each in held[name]}
            waiting += sorted(within - {types.NoneType}, key=lambda each: each.__name__)
    return found


def _held(hint: t.Any) -> Iterator[t.Any]:
    """Yield the types that a hint allows, including those in tuples."""
    origin = t.get_origin(hint)
    if origin is t.Literal:
        yield from map(type, t.get_args(hint))
    elif origin in {tuple, Sequence, t.Union, types.UnionType}:
        for each in t.get_args(hint):
            yield from _held(each) if each is not Ellipsis else ()
    else:
        yield hint


def _form(name: str, held: set[t.Any]) -> Form:
    others = held - {types.NoneType}
    if others <= set(PLAIN):
        return "plain"
    if others == {date}:
        return "date"
    if all(isinstance(each, type) and is_dataclass(each) for each in others):
        return "value"
    raise TypeError(f"{name}: holds {', '.join(sorted(map(str, others)))}, which cannot be written together")
