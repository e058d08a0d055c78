"""The words for values and objects in tables and networks: taken from the text, never codes."""

import typing as t

from kg.identifiers import digest
from kg.model import Entity, Literal, Statement, StructuralEdge, Time

STATEMENT: t.Final = "statement"
STRUCTURAL: t.Final = "structural"
"""The kinds of edges: statements of sentences, and edges read from the words for an entity."""
LITERAL_TYPE: t.Final = "Literal"
NO_OBJECT_TYPE: t.Final = "NoObject"


def object_node(statement: Statement) -> str:
    """Return the node that a statement points to: an entity's id, or a node of this statement only.

    Two statements with the same number need not be about the same entity, so literals are never shared. A statement
    without an object ends at a node of its own. The colon distinguishes their names from the ids of entities.
    """
    if statement.object is None:
        return f"none:{statement.id}"
    return f"literal:{statement.id}" if isinstance(statement.object, Literal) else statement.object


def structural_id(edge: StructuralEdge) -> str:
    """Return an id for a structural edge, derived from its ends and its kind; no statement has the same id."""
    return f"{STRUCTURAL}-{digest(edge.source, edge.kind, edge.target)}"


def literal_text(literal: Literal) -> str:
    """Return a value in readable form: the number or words, then the unit."""
    return literal.value if literal.unit is None else f"{literal.value} {literal.unit}"


def stated_words(statement: Statement) -> str | None:
    """Return the words in the text for an object that is a quantity, or a time whose value is a code: "six years".

    They are from the first claim that has them; None if the value itself is readable.
    """
    objects = (claim.object for claim in statement.claims if claim.object is not None)
    return next((each.words for each in objects if each.kind == "value" or _is_code(each.value)), None)


def _is_code(value: Literal | Time | None) -> bool:
    return isinstance(value, Time) and value.readable != value.value


def object_text(statement: Statement) -> str | None:
    """Return a literal object in readable form: in the words of the text if these say more, otherwise with its unit."""
    if not isinstance(statement.object, Literal):
        return None
    return stated_words(statement) or literal_text(statement.object)


def people(statement: Statement, entities: t.Mapping[str, Entity]) -> tuple[str | None, str | None]:
    """Return the labels of the speaker and the denier of a statement, or None."""
    speaker, denied_by = (entities.get(id_ or "") for id_ in (statement.speaker, statement.denied_by))
    return None if speaker is None else speaker.label, None if denied_by is None else denied_by.label
