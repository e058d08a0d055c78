"""What the page's script reads: documents, things and statements as rows without names, since there may be many.

`opened` in script/model.js names the fields. Things, documents and all else refer to each other by their places.
"""

import typing as t
from collections import Counter
from collections.abc import Mapping, Sequence

from kg.export import iris
from kg.export.events import event_of
from kg.export.importance import Importance
from kg.export.wording import object_text
from kg.model import Document, Entity, Graph, Literal, Modality, Statement
from kg.page.appearance import DARK, INK, WORDS_SIZE, Look, name_size
from kg.page.communities import communities
from kg.page.drawing import DRAWN_AT_ONCE, Drawing, Edge, Node
from kg.page.evidence import EvidenceRows, headline
from kg.page.network import edge_styles, first_view, node_styles, structural_style
from kg.page.placement import CONSTANTS
from kg.page.story import speech
from kg.page.terms import Terms
from kg.page.wording import JOINS, STANDINGS, object_words, type_words

Json: t.TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"
NONE: t.Final = -1


def page_data(
    graph: Graph,
    drawing: Drawing,
    looks: Mapping[str, Look],
    weights: Importance,
    *,
    include_text: bool,
    base_iri: str,
) -> dict[str, Json]:
    """Return all that the page shows.

    Args:
        graph: the graph to show
        drawing: its nodes and edges
        looks: the look of each entity type
        weights: how important the things and statements of the graph are
        include_text: whether the documents' texts are in; without them each piece of evidence brings its sentence
        base_iri: what the IRIs of the Turtle that the page exports begin with
    """
    rows = _Rows(graph, include_text=include_text)
    groups, network = communities(drawing), first_view(graph, drawing, looks)
    entities = {entity.id: entity for entity in graph.entities}
    statements = [
        [*rows.statement(said, edge, weights.statements[said.id]), _event(said, entities), *_label(said, edge)]
        for said, edge in zip(graph.statements, drawing.edges, strict=True)
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
            [*rows.entity(entity, node, group, list(looks)), weights.things[entity.id]]
            for entity, node, group in zip(
                graph.entities, drawing.nodes[: len(graph.entities)], groups.members, strict=True
            )
        ],
        "values": [
            rows.value(said, said.object, drawing.nodes[edge.target])
            for said, edge in zip(graph.statements, drawing.edges, strict=True)
            if not isinstance(said.object, str)
        ],
        "statements": statements,
        "structure": [list(line) for line in drawing.structure],
        "times": rows.terms.times,
        "datatypes": rows.terms.datatypes,
        "communities": groups.hubs,
        "network": {"nodes": network.nodes, "edges": network.edges, "options": network.options},
        "groups": node_styles(looks),
        "lines": edge_styles(),
        "structuralLine": structural_style(),
        "dark": DARK,
        "ink": INK[0],
        "letters": {"": WORDS_SIZE, **{f"{node.size:g}": name_size(node.size) for node in drawing.nodes if node.type}},
        "constants": {**CONSTANTS, "atOnce": DRAWN_AT_ONCE},
        "tall": [[key, *point] for key, point in sorted(drawing.tall.items())],
        "whole": drawing.whole,
    }


class _Rows:
    """Makes the rows of one graph; everything that many rows repeat is in a table and stands there once."""

    def __init__(self, graph: Graph, *, include_text: bool) -> None:
        self.terms = Terms()
        self.evidence = EvidenceRows(graph.documents, graph.claims, self.terms, include_text=include_text)
        self.relations = sorted({said.relation for said in graph.statements})
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

    def value(self, said: Statement, literal: Literal | None, node: Node) -> Json:
        if literal is None:  # the point where a statement without an object ends
            return None
        lexical, datatype, extra = self.terms.literal(literal)
        words = object_words(said, literal)
        drawn = None if node.label == words else node.label
        return [words, drawn, object_text(said), lexical, datatype, extra]

    def statement(self, said: Statement, edge: Edge, weight: float) -> "list[Json]":
        return [
            said.id,
            edge.source,
            edge.target,
            self._relation_places[said.relation],
            said.phrase,
            round(edge.lane, 2),
            list(STANDINGS).index(edge.standing),
            t.get_args(Modality).index(said.modality),
            int(said.negated),
            NONE if said.speaker is None else self._places[said.speaker],
            NONE if said.denied_by is None else self._places[said.denied_by],
            self.terms.time(said.time),
            said.confidence,
            [self.evidence.row(claim) for claim in said.claims],
            _other_name(said.id),
            weight,
        ]


def _label(said: Statement, edge: Edge) -> list[Json]:
    """Return the words on the edge where they are not the phrase alone."""
    return [] if edge.label == said.phrase else [edge.label]


def _event(said: Statement, entities: Mapping[str, Entity]) -> str | None:
    event = event_of(said, entities)
    return None if event is None else event.words


def _other_name(id_: str) -> str | None:
    """Return the name in an IRI where it is not the id itself."""
    name = iris.local_name(id_)
    return None if name == id_ else name


def _document(document: Document, *, include_text: bool) -> dict[str, Json]:
    return {
        "id": document.id,
        "title": headline(document),
        "published": None if document.published is None else document.published.isoformat(),
        "source": document.source,
        "language": document.language,
        "text": document.text if include_text else None,
    }
