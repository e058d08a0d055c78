"""The data for the page's script: documents, entities and statements as rows without keys, since there may be many.

`opened` in script/model.js names the fields. Entities, documents and other rows are referred to by index.
"""

import typing as t
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict

from kg.export import iris
from kg.export.connections import mentioned
from kg.export.contradictions import Contradiction
from kg.export.derived import Derived
from kg.export.events import event_of
from kg.export.lookup import iso
from kg.export.wording import object_text, structural_id
from kg.identifiers import digest
from kg.model import Decision, Document, Entity, Graph, Literal, Modality, Statement
from kg.page.appearance import COMMUNITIES, DARK, INK, WORDS_SIZE, Look, name_size
from kg.page.articles import MOST_CARDS, Card, are_apart
from kg.page.communities import communities
from kg.page.drawing import DRAWN_AT_ONCE, Drawing, Edge, Node, Point
from kg.page.evidence import EvidenceRows, headline
from kg.page.network import edge_styles, first_view, node_styles, structural_style
from kg.page.overview import FAN, WIDE, FirstView, is_described
from kg.page.placement import CONSTANTS
from kg.page.story import speech
from kg.page.terms import Terms
from kg.page.wording import JOINS, STANDINGS, object_words, type_words

Json: t.TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
NONE: t.Final = -1


def page_data(
    graph: Graph,
    drawing: Drawing,
    first: FirstView,
    articles: Sequence[Card],
    looks: Mapping[str, Look],
    derived: Derived,
    *,
    include_text: bool,
    base_iri: str,
) -> dict[str, Json]:
    """Return everything that the page shows.

    Args:
        graph: the graph to show
        drawing: its nodes and edges
        first: its first view
        articles: the card of each article
        looks: the look of each entity type
        derived: the importance of the entities and statements of the graph, and its contradictions
        include_text: whether the documents' texts are included; if not, each piece of evidence has its sentence
        base_iri: the base of the IRIs in the Turtle that the page exports
    """
    rows = _Rows(graph, include_text=include_text)
    weights = derived.weights
    groups, view = communities(drawing), first_view(graph, first.drawing, looks)
    entities = {entity.id: entity for entity in graph.entities}
    statements = [
        [
            *rows.statement(statement, edge, weights.statements[statement.id]),
            _event(statement, entities),
            *_label(statement, edge),
        ]
        for statement, edge in zip(graph.statements, drawing.edges, strict=True)
    ]
    return {
        "base": iris.checked_base(base_iri),
        "namespace": iris.NAMESPACE,
        "types": [[name, type_words(name), rows.terms.type_iris(name)] for name in looks],
        "standings": dict(STANDINGS),
        "joins": dict(JOINS),
        "modalities": t.get_args(Modality),
        "rules": rows.evidence.rules,
        "relations": [[name, rows.terms.relation_name(name)] for name in rows.relations],
        "speech": {str(place): act for place, act in speech(rows.relations).items()},
        "documents": [_document(document, include_text=include_text) for document in graph.documents],
        "entities": [
            [*rows.entity(entity, node, group, list(looks)), weights.entities[entity.id], rows.places(entity)]
            for entity, node, group in zip(
                graph.entities, drawing.nodes[: len(graph.entities)], groups.members, strict=True
            )
        ],
        "values": _values(graph, drawing, rows),
        "statements": statements,
        "mentions": rows.mentions(graph),
        **_comparison(graph, derived.contradictions),
        "structure": [
            [*line, structural_id(edge)] for line, edge in zip(drawing.structure, graph.structural_edges, strict=True)
        ],
        "times": rows.terms.times,
        "datatypes": rows.terms.datatypes,
        "communities": groups.hubs,
        "network": {"nodes": view.nodes, "edges": view.edges, "options": view.options},
        "groups": node_styles(looks),
        "lines": edge_styles(),
        "structuralLine": structural_style(),
        "dark": DARK,
        "ink": INK[0],
        "letters": {"": WORDS_SIZE, **{f"{node.size:g}": name_size(node.size) for node in drawing.nodes if node.type}},
        "constants": {
            **CONSTANTS,
            "atOnce": DRAWN_AT_ONCE,
            "overview": WIDE.entities,
            "fan": FAN,
            "coloured": len(COMMUNITIES),
        },
        "tall": {"places": _places(first.tall), "lines": first.tall_lines},
        **_folding(graph, drawing, first),
        "cards": [_card(card) for card in articles[:MOST_CARDS]],
        "apart": are_apart(graph, articles),
        "whole": drawing.complete,
        "decisions": [_decision(decision) for decision in graph.decisions],
        "key": digest(*(document.id for document in graph.documents)),
    }


def _values(graph: Graph, drawing: Drawing, rows: "_Rows") -> "list[Json]":
    """Return the node of each statement whose object is not an entity."""
    return [
        rows.value(statement, statement.object, drawing.nodes[edge.target])
        for statement, edge in zip(graph.statements, drawing.edges, strict=True)
        if not isinstance(statement.object, str)
    ]


def _comparison(graph: Graph, against: Iterable[Contradiction]) -> "dict[str, Json]":
    """Return which statements contradict each other, and which documents have the text of which.

    `sources` has for each statement, by index, the documents that make it as one source.
    """
    documents = {document.id: place for place, document in enumerate(graph.documents)}
    statements = {statement.id: place for place, statement in enumerate(graph.statements)}
    return {
        "against": [[statements[one.id], statements[other.id]] for _, one, other in against],
        "copies": [[documents[each.document], documents[each.original], each.kind] for each in graph.copies],
        "sources": {
            str(place): [[documents[document] for document in group] for group in statement.copies]
            for place, statement in enumerate(graph.statements)
            if statement.copies
        },
    }


def _folding(graph: Graph, drawing: Drawing, first: FirstView) -> "dict[str, Json]":
    """Return what is drawn as what, what is only described, and the positions if the first view is an overview."""
    return {
        "homes": [first.homes.get(key, NONE) for key in range(len(graph.entities))],
        "described": [key for key, entity in enumerate(graph.entities) if is_described(entity)],
        "leaders": {str(key): leader for key, leader in sorted(first.leaders.items())},
        "words": {str(key): rows for key, rows in first.words.items()},
        "everything": None if first.complete else _places(drawing.wide),
    }


def _card(card: Card) -> Json:
    lines: list[Json] = [[line.key, line.source, line.target, line.label, line.statements] for line in card.lines]
    return [card.document, card.hub, lines]


def _places(points: Mapping[int, Point]) -> "list[Json]":
    return [[key, *point] for key, point in sorted(points.items())]


class _Rows:
    """Makes the rows of one graph; values that many rows share are in a table once."""

    def __init__(self, graph: Graph, *, include_text: bool) -> None:
        self.terms = Terms()
        self._include_text = include_text
        self._labels = {entity.id: entity.label for entity in graph.entities}
        self.evidence = EvidenceRows(graph.documents, graph.claims, self.terms, include_text=include_text)
        self.relations = sorted({statement.relation for statement in graph.statements})
        self._relation_places = {name: place for place, name in enumerate(self.relations)}
        self._places = {entity.id: place for place, entity in enumerate(graph.entities)}
        self._document_places = {document.id: place for place, document in enumerate(graph.documents)}

    def entity(self, entity: Entity, node: Node, group: int | None, types: Sequence[str]) -> "list[Json]":
        mentions = Counter(self._document_places[mention.span.document] for mention in entity.mentions)
        return [
            entity.id,
            entity.label,
            None if node.label == entity.label else node.label,
            types.index(entity.type),
            node.size,
            NONE if group is None else group,
            entity.aliases,
            entity.links,
            sorted(mentions.items()),
            _other_name(entity.id),
        ]

    def mentions(self, graph: Graph) -> "dict[str, Json]":
        """Return the named entities in the words of each statement apart from its ends, by index, if there are any."""
        found = mentioned(graph)
        rows = ((str(place), found(statement)) for place, statement in enumerate(graph.statements))
        return {place: [self._places[id_] for id_ in ids] for place, ids in rows if ids}

    def places(self, entity: Entity) -> "list[Json]":
        """Return document, start and end of each mention in code points, and its words if the texts are left out."""
        found: list[Json] = []
        for mention in entity.mentions:
            span = mention.span
            found += [self._document_places[span.document], span.start, span.end]
            found += [] if self._include_text else [mention.words]
        return found

    def value(self, statement: Statement, literal: Literal | None, node: Node) -> Json:
        if literal is None:  # the end node of a statement without an object
            return None
        lexical, datatype, extra = self.terms.literal(literal)
        words = object_words(statement, literal)
        drawn = None if node.label == words else node.label
        return [words, drawn, object_text(statement), lexical, datatype, extra]

    def statement(self, statement: Statement, edge: Edge, weight: float) -> "list[Json]":
        return [
            statement.id,
            edge.source,
            edge.target,
            self._relation_places[statement.relation],
            statement.phrase,
            round(edge.lane, 2),
            list(STANDINGS).index(edge.standing),
            t.get_args(Modality).index(statement.modality),
            int(statement.negated),
            NONE if statement.speaker is None else self._places[statement.speaker],
            NONE if statement.denied_by is None else self._places[statement.denied_by],
            self.terms.time(statement.time),
            statement.confidence,
            [self.evidence.row(claim, self._ends(statement)) for claim in statement.claims],
            _other_name(statement.id),
            weight,
        ]

    def _ends(self, statement: Statement) -> tuple[str, str]:
        """Return the labels of subject and object, which are usually also their words."""
        return self._labels[statement.subject], self._labels[statement.object] if isinstance(
            statement.object, str
        ) else ""


def _decision(decision: Decision) -> dict[str, Json]:
    claim = None if decision.claim is None else asdict(decision.claim)
    return {"kind": decision.kind, "names": decision.names, "value": decision.value, "by": decision.by, "claim": claim}


def _label(statement: Statement, edge: Edge) -> list[Json]:
    """Return the words on the edge if they differ from the phrase."""
    return [] if edge.label == statement.phrase else [edge.label]


def _event(statement: Statement, entities: Mapping[str, Entity]) -> str | None:
    event = event_of(statement, entities)
    return None if event is None else event.words


def _other_name(id_: str) -> str | None:
    """Return the name in an IRI if it differs from the id."""
    name = iris.local_name(id_)
    return None if name == id_ else name


def _document(document: Document, *, include_text: bool) -> dict[str, Json]:
    return {
        "id": document.id,
        "title": headline(document),
        "published": iso(document.published),
        "source": document.source,
        "language": document.language,
        "text": document.text if include_text else None,
        "name": _other_name(document.id),
    }
