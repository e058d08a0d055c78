"""Find statements that cannot both be true: one negates the other, or they give an entity two exclusive values.

Contradictions are derived from the rest of the graph. Each statement is looked up by keys that it must share with
others. For each key, at most `MOST` statements per side are compared, so the time is linear in their number.
"""

import functools
import itertools
import math
import tomllib
import typing as t
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from importlib import resources
from operator import attrgetter

from kg.export.connections import has_name
from kg.export.events import event_of
from kg.lexicon import measures
from kg.model import NUMBERS, Claim, Document, Entity, Graph, Literal, Mention, Statement

Kind = t.Literal["negation", "single value", "number"]
Aspect = t.Literal["when", "where", "subject"]
Interval: t.TypeAlias = tuple[date, date]

MOST: t.Final = 20
PLACES: t.Final = frozenset({"City", "Country"})
"""Types of places that never contain another place of the same type."""
ROUND: t.Final = 100
"""The number above which a text may have rounded."""
NEWS: t.Final = timedelta(days=1)
"""How long before publication an undated event is assumed to have happened at most."""
STATE: t.Final = timedelta(days=31)
"""The maximum time between two texts that can describe the same state of affairs."""


class Contradiction(t.NamedTuple):
    """Two statements that cannot both be true; sorted by id, except that the negated one is always the second."""

    kind: Kind
    one: Statement
    other: Statement


def contradictions(graph: Graph) -> tuple[Contradiction, ...]:
    """Return the contradictions between the statements of a graph, by kind and ids.

    - negation: one is affirmed or alleged, the other negated or denied, with the same subject, relation and object.
      Their times overlap; if one has no time, their documents were published within `STATE` of each other.
    - single value: a named entity has two times or places of a unique event (`kg/data/single_values.toml`).
    - number: two documents or speakers give different numbers with the same noun or unit, in the same relation to the
      same entity, at the same time, in compatible circumstances. Rounded and approximate numbers are compatible.
    """
    index = _Index.of(graph)
    found = itertools.chain(_negations(index), _single_values(index), _numbers(index))
    return tuple(sorted(set(found), key=lambda each: (each.kind, each.one.id, each.other.id)))


@dataclass(frozen=True, slots=True)
class _Index:
    """The data for comparing statements."""

    statements: Sequence[Statement]
    entities: Mapping[str, Entity]
    documents: Mapping[str, Document]
    naming: Collection[str]
    """The entities whose words name another."""

    @classmethod
    def of(cls, graph: Graph) -> "_Index":
        statements = sorted(filter(attrgetter("claims"), graph.statements), key=lambda statement: statement.id)
        # the most confident first, as only the first of many are compared; two keys in one would take more memory
        statements.sort(key=lambda statement: -statement.confidence)
        entities = {entity.id: entity for entity in graph.entities}
        documents = {document.id: document for document in graph.documents}
        return cls(statements, entities, documents, {edge.source for edge in graph.structural_edges})

    def published(self, statement: Statement) -> Interval | None:
        """Return the publication days of the first and the last document that make a statement, if any is known."""
        found = (self.documents.get(claim.evidence.span.document) for claim in statement.claims)
        days = [each.published for each in found if each is not None and each.published is not None]
        return (min(days), max(days)) if days else None

    def sentence(self, statement: Statement) -> str:
        """Return the words of the first sentence that makes a statement."""
        span = statement.claims[0].evidence.span
        text = self.documents[span.document].text if span.document in self.documents else ""
        return " ".join(text[span.start : span.end].split()) or statement.id

    def shared_key(self, end: str) -> Hashable:
        """Return the key of an entity across documents; a description is known by its words, if they name something."""
        return self.key(end) if end in self.naming else end

    def key(self, end: str | Literal | None) -> Hashable:
        """Return the key for comparing an end: a description has one node per document, so its words are used."""
        entity = self.entities.get(end) if isinstance(end, str) else None
        return end if entity is None or has_name(entity) else ("description", entity.label.casefold())


def _negations(index: _Index) -> Iterator[Contradiction]:
    sides: dict[Hashable, tuple[list[Statement], list[Statement]]] = {}
    for side in (1, 0):  # few statements are negated, and only their topics matter
        for statement in (statement for statement in index.statements if _side(statement) == side):
            about = index.shared_key(statement.subject), statement.relation, index.key(statement.object)
            if side == 1 or about in sides:
                sides.setdefault(about, ([], []))[side].append(statement)
    for affirmed, rejected in sides.values():
        for one, other in itertools.product(_first(affirmed, index), _first(rejected, index)):
            if not _sentences(one) & _sentences(other) and _one_state(one, other, index):
                yield Contradiction("negation", one, other)


def _side(statement: Statement) -> int | None:
    """Return 0 for a statement that someone affirms, 1 for one that someone rejects, None for others."""
    if statement.status in {"affirmed", "alleged"} and not statement.negated:
        return 0
    return 1 if statement.status == "negated" or (statement.status == "denied" and not statement.negated) else None


def _sentences(statement: Statement) -> set[Hashable]:
    return {claim.evidence.span for claim in statement.claims}


def _one_state(one: Statement, other: Statement, index: _Index) -> bool:
    """Return whether two statements may be about the same state of affairs."""
    times = _interval(one), _interval(other)
    if times[0] is not None and times[1] is not None:
        return _overlap(times[0], times[1])
    days = index.published(one), index.published(other)
    return days[0] is None or days[1] is None or _overlap((days[0][0] - STATE, days[0][1] + STATE), days[1])


def _single_values(index: _Index) -> Iterator[Contradiction]:
    """Yield statements with two times or places of a unique event, or with two subjects where there can be only one."""
    groups: dict[tuple[Aspect, str, str], list[Statement]] = defaultdict(list)
    for statement in index.statements:
        if statement.status == "affirmed":
            for key in _unique_facts(statement, index):
                groups[key].append(statement)
    for (aspect, _, _), found in groups.items():
        # the one with the lower id first
        for one, other in itertools.combinations(sorted(_first(found, index), key=lambda statement: statement.id), 2):
            if _DIFFER[aspect](one, other, index):
                yield Contradiction("single value", one, other)


def _unique_facts(statement: Statement, index: _Index) -> Iterator[tuple[Aspect, str, str]]:
    """Yield the unique facts of a statement about a named entity: the aspect, the event, and the entity."""
    event = event_of(statement, index.entities)
    name, end = (statement.relation, statement.object) if event is None else (event.name, event.patient)
    if isinstance(end, str) and end in index.entities and has_name(index.entities[end]):
        for aspect in single_values().get(name, {}):
            yield aspect, name, end


@functools.cache
def single_values() -> Mapping[str, Mapping[Aspect, str]]:
    """Return the unique facts of entities: for each event or relation, the Wikidata property of each aspect."""
    return tomllib.loads(resources.files("kg").joinpath("data/single_values.toml").read_text(encoding="utf-8"))


def _times_differ(one: Statement, other: Statement, _: _Index) -> bool:
    times = _interval(one), _interval(other)
    return times[0] is not None and times[1] is not None and not _overlap(times[0], times[1])


def _objects_differ(one: Statement, other: Statement, index: _Index) -> bool:
    return _places_differ(one.object, other.object, index)


def _subjects_differ(one: Statement, other: Statement, index: _Index) -> bool:
    return _places_differ(one.subject, other.subject, index)


def _places_differ(one: str | Literal | None, other: str | Literal | None, index: _Index) -> bool:
    """Return whether two ends are different named places of a kind that cannot contain one another."""
    if one == other or not isinstance(one, str) or not isinstance(other, str):
        return False
    ends = index.entities[one], index.entities[other]
    return all(end.type == ends[0].type and end.type in PLACES and has_name(end) for end in ends)


_DIFFER: t.Final[Mapping[Aspect, t.Callable[[Statement, Statement, _Index], bool]]] = {
    "when": _times_differ,
    "where": _objects_differ,
    "subject": _subjects_differ,
}


class _Count(t.NamedTuple):
    """A number in a statement, with the words for what is counted, and the claim that contains it."""

    value: float
    mention: Mention
    claim: Claim
    speaker: str | None

    @property
    def voice(self) -> tuple[str, str | None]:
        """The document and the speaker that give it."""
        return self.claim.evidence.span.document, self.speaker


def _numbers(index: _Index) -> Iterator[Contradiction]:
    groups: dict[Hashable, dict[str, tuple[Statement, _Count]]] = defaultdict(dict)
    for statement in index.statements:
        if statement.status == "affirmed":
            for key, count in _counts(statement, index):
                groups[key].setdefault(statement.id, (statement, count))
    for counts in groups.values():
        found = sorted(
            _first([statement for statement, _ in counts.values()], index), key=lambda statement: statement.id
        )
        for one, other in itertools.combinations(found, 2):
            first, second = counts[one.id][1], counts[other.id][1]
            if _numbers_differ(first, second) and _at_one_time(one, other, index) and _comparable(first, second):
                yield Contradiction("number", one, other)


def _counts(statement: Statement, index: _Index) -> Iterator[tuple[Hashable, _Count]]:
    """Yield the numbers at the ends of a statement, each with the key of what is counted and its relation."""
    event, claim = event_of(statement, index.entities), statement.claims[0]
    ends = ("object", claim.object, statement.subject), ("subject", claim.subject, statement.object)
    for end, counted, other in ends:
        if counted is None or not isinstance(other, str):
            continue
        value = counted.value
        if isinstance(value, Literal) and value.datatype in NUMBERS:
            named = (event.name,) if event is not None else (statement.relation, end)
            count = _Count(float(value.value), counted, claim, statement.speaker)
            yield (index.shared_key(other), named, _noun(counted), value.unit), count


def _noun(counted: Mention) -> str:
    """Return the word for what is counted, or an empty string for a number by itself."""
    return _from_noun(counted).partition(" ")[0].casefold()


def _from_noun(counted: Mention) -> str:
    words = counted.text[counted.head - counted.span.start :].split()
    return " ".join(words) if counted.kind == "nominal" else ""


def _is_exact(counted: Mention) -> bool:
    words = counted.words.casefold()
    return not any(words.startswith(f"{phrase} ") for phrase in measures("approximate"))


def _numbers_differ(one: _Count, other: _Count) -> bool:
    """Return whether two exact numbers differ by more than rounding can explain."""
    if not (_is_exact(one.mention) and _is_exact(other.mention)):
        return False
    coarse = max(_unit_of_rounding(each.value) for each in (one, other))
    return abs(one.value - other.value) > coarse / 2


def _unit_of_rounding(value: float) -> float:
    """Return the place value of a number's last non-zero digit: 100,000 for 3,100,000; none for small numbers."""
    if abs(value) < ROUND or value != int(value):
        return 0
    digits = str(abs(int(value)))
    return math.pow(10, len(digits) - len(digits.rstrip("0")))


def _at_one_time(one: Statement, other: Statement, index: _Index) -> bool:
    """Return whether two statements are about the same time: their own, or the days around their publication."""
    times = _interval(one), _interval(other)
    if times[0] is not None and times[1] is not None:
        return times[0] == times[1]
    windows = [time or _news(index.published(statement)) for statement, time in zip((one, other), times, strict=True)]
    return windows[0] is not None and windows[1] is not None and _overlap(windows[0], windows[1])


def _news(published: Interval | None) -> Interval | None:
    """Return the days that undated texts refer to, given their publication days."""
    return None if published is None else (published[0] - NEWS, published[1])


def _comparable(one: _Count, other: _Count) -> bool:
    """Return whether two documents or two speakers give the numbers, in compatible circumstances."""
    independent = one.voice != other.voice
    circumstances = [_circumstances(each) for each in (one, other)]
    return independent and (circumstances[0] <= circumstances[1] or circumstances[1] <= circumstances[0])


def _circumstances(count: _Count) -> frozenset[str]:
    """Return the words for the circumstances of a number, and those after what is counted: "shops *in Oslo*"."""
    after = _from_noun(count.mention).partition(" ")[2]
    words = (each.value.words for each in count.claim.qualifiers if each.value.kind != "time")
    return frozenset(phrase.casefold() for phrase in (*words, *filter(None, [after])))


def _interval(statement: Statement) -> Interval | None:
    time = statement.time
    return None if time is None or time.start is None or time.end is None else (time.start, time.end)


def _overlap(one: Interval, other: Interval) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _first(found: Iterable[Statement], index: _Index) -> list[Statement]:
    """Return the first statements; verbatim repetitions in copies are listed once."""
    by_sentence = {index.sentence(statement): statement for statement in reversed([*itertools.islice(found, MOST)])}
    return [*by_sentence.values()][::-1]
