"""What the page's script reads: documents, entities and statements, offsets in UTF-16 units.

Statements and their evidence are rows without names, since there may be many; `unpacked` in model.js names the fields.
"""

import bisect
import typing as t
from collections import Counter
from collections.abc import Mapping, Sequence

from pyvis.edge import Edge as VisEdge
from pyvis.network import Network
from pyvis.node import Node as VisNode

from kg.export.page.appearance import Look
from kg.export.page.drawing import Drawing, Node
from kg.export.page.wording import STANDINGS, Part, Role, circumstances, statement_parts, time_words, type_words
from kg.model import Claim, Document, Entity, Graph, Span, Statement

Json: t.TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"


class Offsets:
    """Turns offsets in code points, as Python counts, into UTF-16 units, as a browser counts."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._wide = {
            document.id: [place for place, character in enumerate(document.text) if character > "\uffff"]
            for document in documents
        }

    def units(self, span: Span) -> tuple[int, int]:
        """Return start and end of a span in UTF-16 units."""
        wide = self._wide[span.document]
        return span.start + bisect.bisect_left(wide, span.start), span.end + bisect.bisect_left(wide, span.end)


def page_data(graph: Graph, drawing: Drawing, looks: Mapping[str, Look], *, include_text: bool) -> dict[str, Json]:
    """Return all that the page shows; entities, documents and statements refer to each other by their places.

    Args:
        graph: the graph to show
        drawing: its nodes and edges
        looks: the look of each entity type
        include_text: whether the documents' texts are in; without them each piece of evidence brings its sentence
    """
    places = {entity.id: place for place, entity in enumerate(graph.entities)}
    document_places = {document.id: place for place, document in enumerate(graph.documents)}
    entities = {entity.id: entity for entity in graph.entities}
    texts = {document.id: document.text for document in graph.documents}
    reader = _EvidenceReader(graph.documents, graph.claims, include_text=include_text)
    types = {name: place for place, name in enumerate(looks)}
    nodes, edges = _network(drawing, looks)
    return {
        "types": [type_words(name) for name in looks],
        "standings": dict(STANDINGS),
        "roles": t.get_args(Role),
        "rules": reader.rules,
        "documents": [_document(document, include_text=include_text) for document in graph.documents],
        "entities": [_entity(entity, types[entity.type], document_places) for entity in graph.entities],
        "statements": [
            _statement(
                said, statement_parts(said, entities, texts), places, [reader.evidence(claim) for claim in said.claims]
            )
            for said in graph.statements
        ],
        "nodes": nodes,
        "edges": edges,
        "wide": [[key, *point] for key, point in sorted(drawing.wide.items())],
        "tall": [[key, *point] for key, point in sorted(drawing.tall.items())],
        "whole": drawing.whole,
    }


class _EvidenceReader:
    """Turns claims into what the page shows as evidence."""

    def __init__(self, documents: Sequence[Document], claims: Sequence[Claim], *, include_text: bool) -> None:
        self._texts = {document.id: document.text for document in documents}
        self._offsets = Offsets(documents)
        self._places = {document.id: place for place, document in enumerate(documents)}
        self._include_text = include_text
        self.rules = sorted({_rule(claim) for claim in claims})
        self._rule_places = {rule: place for place, rule in enumerate(self.rules)}

    def evidence(self, claim: Claim) -> list[Json]:
        span = claim.evidence.span
        start, end = self._offsets.units(span)
        words = [self._offsets.units(word) for word in sorted({*claim.predicate, *claim.cues}) if span.covers(word)]
        row: list[Json] = [
            self._places[span.document],
            start,
            end,
            words,
            circumstances(claim),
            None if claim.time is None else time_words(claim.time),
            self._rule_places[_rule(claim)],
            round(claim.evidence.confidence, 4),
        ]
        if not self._include_text:
            row.append(self._texts[span.document][span.start : span.end])
        return row


def _rule(claim: Claim) -> str:
    return f"{claim.evidence.extractor}: {claim.evidence.rule}"


def _document(document: Document, *, include_text: bool) -> dict[str, Json]:
    return {
        "id": document.id,
        "title": document.title or document.id,
        "published": None if document.published is None else document.published.isoformat(),
        "source": document.source,
        "language": document.language,
        "text": document.text if include_text else None,
    }


def _entity(entity: Entity, type_place: int, document_places: Mapping[str, int]) -> dict[str, Json]:
    mentions = Counter(document_places[mention.span.document] for mention in entity.mentions)
    return {
        "id": entity.id,
        "label": entity.label,
        "type": type_place,
        "aliases": entity.aliases,
        "links": entity.links,
        "mentions": sorted(mentions.items()),
    }


def _statement(
    said: Statement, parts: Sequence[Part], places: Mapping[str, int], evidence: Sequence[Json]
) -> list[Json]:
    roles = t.get_args(Role)
    words: list[Json] = [
        [part.text, roles.index(part.role), *([] if part.entity is None else [places[part.entity]])] for part in parts
    ]
    return [said.id, words, said.relation, said.confidence, evidence]


def _network(drawing: Drawing, looks: Mapping[str, Look]) -> tuple[list[Json], list[Json]]:
    """Return nodes and edges as pyvis has them for vis-network."""
    network = Network(directed=True)
    # not add_node() and add_edge(): they look each node up in a list, 29 s for 50 000 nodes
    network.nodes.extend(_vis_node(node, looks) for node in drawing.nodes)
    network.edges.extend(
        VisEdge(
            edge.source, edge.target, True, id=edge.key, label=edge.label, lane=edge.lane, standing=edge.standing
        ).options
        for edge in drawing.edges
    )
    nodes, edges, *_ = network.get_network_data()
    return nodes, edges


def _vis_node(node: Node, looks: Mapping[str, Look]) -> Json:
    shape = "box" if node.type is None else looks[node.type].shape
    options: Json = VisNode(node.key, shape, node.label, group=node.type, size=node.size).options
    return options
