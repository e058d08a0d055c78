"""Match a graph with a gold file, strictly and leniently.

Names match strictly if they differ only in capitals, punctuation, articles, honorifics and legal forms.
They match leniently if all words of one are in the other. Items are not paired off: a gold statement is found if
any statement matches it, and a statement is right if it matches any gold statement.
"""

import typing as t
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.errors import InputError
from kg.export import wording
from kg.export.connections import has_name
from kg.intervals import Share
from kg.lexicon.name_forms import is_function_word, name_words
from kg.lexicon.noun_types import broad_type
from kg.model import Entity, Graph, Literal, Statement, Status
from kg.score.gold import Gold, GoldEntity, GoldStatement, Names

Match = t.Literal["strict", "lenient"]
Kind = t.Literal["statements", "entities"]
MATCHES: t.Final[tuple[Match, ...]] = t.get_args(Match)
Part = t.Literal["subject", "relation", "object", "negated", "time", "speaker", "status", "type"]
UNSURE: t.Final[frozenset[Status]] = frozenset({"denied", "alleged", "possible", "conditional"})
"""The statuses that a gold statement without a status does not match."""
NEAREST: t.Final = 3
"""The number of statements shown next to one that was missed."""
Item = t.TypeVar("Item")
Wanted = t.TypeVar("Wanted")
_Word: t.TypeAlias = tuple[str, str]
"""A document and a word."""


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall of statements or entities, for one way of matching."""

    kind: Kind
    match: Match
    precision: Share
    recall: Share

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision.value + self.recall.value
        return 2 * self.precision.value * self.recall.value / both if both else 0.0


@dataclass(frozen=True, slots=True)
class NamedStatement:
    """A statement of the graph with the names of its parts, the label first."""

    statement: Statement
    subject: Names
    object: Names
    speaker: Names

    @property
    def documents(self) -> frozenset[str]:
        """The documents that make it."""
        return frozenset(claim.evidence.span.document for claim in self.statement.claims)


@dataclass(frozen=True, slots=True)
class Near:
    """A statement close to a missed gold statement, and the parts in which they differ."""

    statement: Statement
    differing: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The result of scoring a graph against a gold file; missed and extra items are listed by lenient matching.

    `absent` are documents of the gold file that are not in the graph; all their items are missed.
    """

    scores: tuple[Score, ...]
    missed: tuple[tuple[GoldStatement, tuple[Near, ...]], ...] = ()
    extra: tuple[Statement, ...] = ()
    missed_entities: tuple[GoldEntity, ...] = ()
    extra_entities: tuple[Entity, ...] = ()
    absent: tuple[str, ...] = ()


def score(graph: Graph, gold: Gold) -> Report:
    """Return how the statements and the named entities of a graph match a gold file.

    Only documents in the gold file count: those with gold statements for statements, those with gold entities for
    entities.

    Raises:
        InputError: no document of the gold file is in the graph.
    """
    present = {document.id for document in graph.documents}
    wanted = {each.document for each in gold.statements} | {each.document for each in gold.entities}
    if not wanted & present:
        examples = ", ".join(sorted(present)[:NEAREST])
        raise InputError(f"no document of the gold file is in the graph, which has, for example: {examples or 'none'}")
    statements, missed, extra = _score_statements(graph, gold.statements)
    entities, missed_entities, extra_entities = _score_entities(graph, gold.entities)
    absent = tuple(sorted(wanted - present))
    scores = (*statements.scores, *entities.scores)
    return Report(scores, missed, extra, missed_entities, extra_entities, absent)


@dataclass(frozen=True, slots=True)
class _Result:
    """The scores of one kind, the places of gold items that were missed leniently, and the ids of found items."""

    scores: tuple[Score, ...]
    missed: tuple[int, ...]
    found: frozenset[str]


def _score_statements(
    graph: Graph, gold: Sequence[GoldStatement]
) -> tuple[_Result, tuple[tuple[GoldStatement, tuple[Near, ...]], ...], tuple[Statement, ...]]:
    documents = {each.document for each in gold}
    statements = [each for each in _named_statements(graph) if each.documents & documents]
    index = _index(
        (document, name, each) for each in statements for document in each.documents for name in each.subject
    )
    near = [_candidates(index, each.document, each.subject) for each in gold]
    found = _agreeing(
        gold, near, lambda one, each, match: not differences(one, each, match), lambda each: each.statement.id
    )
    result = _result("statements", len(statements), found)
    missed = tuple((gold[i], _nearest(gold[i], near[i])) for i in result.missed)
    return result, missed, tuple(each.statement for each in statements if each.statement.id not in result.found)


def _score_entities(
    graph: Graph, gold: Sequence[GoldEntity]
) -> tuple[_Result, tuple[GoldEntity, ...], tuple[Entity, ...]]:
    documents = {each.document for each in gold}
    named = [each for each in graph.entities if has_name(each) and _documents(each) & documents]
    index = _index((place, name, each) for each in named for place in _documents(each) for name in _names(each))
    near = [_candidates(index, each.document, each.names) for each in gold]
    found = _agreeing(gold, near, _is_same_entity, lambda each: each.id)
    result = _result("entities", len(named), found)
    missed = tuple(gold[i] for i in result.missed)
    return result, missed, tuple(each for each in named if each.id not in result.found)


def _agreeing(
    gold: Sequence[Wanted],
    near: Sequence[Sequence[Item]],
    agrees: Callable[[Wanted, Item, Match], bool],
    id_of: Callable[[Item], str],
) -> dict[Match, list[set[str]]]:
    """Return the ids of the items that match each gold item, for each way of matching."""
    pairs = [*zip(gold, near, strict=True)]
    return {
        match: [{id_of(each) for each in others if agrees(one, each, match)} for one, others in pairs]
        for match in MATCHES
    }


def _result(kind: Kind, total: int, agreeing: Mapping[Match, Sequence[set[str]]]) -> _Result:
    """Return the scores from the items that match each gold item, for each way of matching."""
    found: dict[Match, frozenset[str]] = {match: frozenset().union(*ids) for match, ids in agreeing.items()}
    scores = tuple(
        Score(kind, match, Share(len(found[match]), total), Share(sum(map(bool, ids)), len(ids)))
        for match, ids in agreeing.items()
        if ids
    )
    return _Result(scores, tuple(i for i, ids in enumerate(agreeing["lenient"]) if not ids), found["lenient"])


def _named_statements(graph: Graph) -> Iterator[NamedStatement]:
    names = {entity.id: _names(entity) for entity in graph.entities}
    for statement in graph.statements:
        yield NamedStatement(
            statement,
            names.get(statement.subject, ()),
            _object_names(statement, names),
            names.get(statement.speaker or "", ()),
        )


def _object_names(statement: Statement, names: Mapping[str, Names]) -> Names:
    if isinstance(statement.object, Literal):
        return (
            wording.object_text(statement) or statement.object.value,
            wording.literal_text(statement.object),
            statement.object.value,
        )
    return names.get(statement.object or "", ())


def _names(entity: Entity) -> Names:
    return entity.label, *entity.aliases


def _documents(entity: Entity) -> set[str]:
    return {mention.span.document for mention in entity.mentions}


def _index(named: Iterable[tuple[str, str, Item]]) -> Mapping[_Word, list[Item]]:
    """Return the items by document and by each word of their names."""
    index: dict[_Word, dict[int, Item]] = defaultdict(dict)
    for document, name, item in named:
        for word in plain(name):
            index[document, word][id(item)] = item
    return {key: [*items.values()] for key, items in index.items()}


def _candidates(index: Mapping[_Word, Sequence[Item]], document: str, names: Names) -> list[Item]:
    """Return the items that share a word with one of the names: no others can match."""
    found = [item for name in names for word in plain(name) for item in index.get((document, word), ())]
    return [*{id(item): item for item in found}.values()]


def plain(name: str) -> tuple[str, ...]:
    """Return the words that distinguish a name, or the name as written if there are none."""
    found = name_words(name)
    while len(found) > 1 and is_function_word(found[0]):
        found = found[1:]
    return found or (name.casefold(),)


def _agree(wanted: Names, names: Names, match: Match) -> bool:
    """Return whether a wanted name is one of an entity's; leniently, its label may have more or fewer words."""
    if not wanted or not names:
        return not wanted and not names
    given, present = {plain(name) for name in wanted}, {plain(name) for name in names}
    if given & present or match == "strict":
        return bool(given & present)
    label = set(plain(names[0]))
    return any(set(each) <= label or label <= set(each) for each in given)


def _is_same_entity(one: GoldEntity, entity: Entity, match: Match) -> bool:
    types = {entity.type} if match == "strict" else {entity.type, broad_type(entity.type)}
    fits = one.type is None or one.type.casefold() in {each.casefold() for each in types}
    return fits and _agree(one.names, _names(entity), match)


def differences(gold: GoldStatement, found: NamedStatement, match: Match) -> tuple[Part, ...]:
    """Return the parts in which a statement differs from a gold statement; none if they match."""
    return tuple(part for part, agrees in PARTS.items() if not agrees(gold, found, match))


def _has_time(gold: GoldStatement, found: NamedStatement) -> bool:
    times = [
        time for time in (found.statement.time, *(claim.time for claim in found.statement.claims)) if time is not None
    ]
    values = {str(value) for time in times for value in (time.value, time.start, time.end) if value is not None}
    return any(value.startswith(gold.time or "") for value in values)


PARTS: t.Final[Mapping[Part, Callable[[GoldStatement, NamedStatement, Match], bool]]] = {
    "subject": lambda gold, found, match: _agree(gold.subject, found.subject, match),
    "relation": lambda gold, found, match: _agree(
        gold.relation, (found.statement.relation, found.statement.phrase), match
    ),
    "object": lambda gold, found, match: _agree(gold.object, found.object, match),
    "negated": lambda gold, found, _: gold.negated == found.statement.negated,
    "time": lambda gold, found, _: gold.time is None or _has_time(gold, found),
    "speaker": lambda gold, found, match: not gold.speaker or _agree(gold.speaker, found.speaker, match),
    "status": lambda gold, found, _: (
        found.statement.status not in UNSURE if gold.status is None else gold.status == found.statement.status
    ),
}
"""The parts that must match, each with the function that compares it."""


def _nearest(gold: GoldStatement, statements: Iterable[NamedStatement]) -> tuple[Near, ...]:
    near = [Near(each.statement, differences(gold, each, "lenient")) for each in statements]
    return tuple(sorted(near, key=lambda each: (len(each.differing), each.statement.id))[:NEAREST])
