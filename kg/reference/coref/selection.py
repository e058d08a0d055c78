"""What the governing word tells of the thing that stands in its place: who studies is a person."""

import typing as t

from kg.lexicon.supersenses import noun_supersense, verb_supersense
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.columns import SELECTIONS
from kg.reference.coref.tokens import Tokens

SELECTING: t.Final = frozenset(role for role, _, _ in SELECTIONS)


def selection(tokens: Tokens, role: str, preposition: str, governor: int) -> int:
    """Return the number of the row of `SELECTIONS`, from 1, that the governor of a candidate fits; else 0.

    Args:
        tokens: of the Doc.
        role: the candidate's grammatical role.
        preposition: the one before it, or "".
        governor: the token above it and its preposition.
    """
    place = "possessor" if role == "object of preposition" and preposition == "of" else role
    if place not in SELECTING:
        return 0
    lemma = tokens.lemma[governor]
    for number, (other, type_, types) in enumerate(SELECTIONS, start=1):
        if place == other and types.get(lemma) == type_:
            return number
    return 0


def sense(candidate: Candidate) -> str:
    """Return the supersense of a description's head noun, or ""."""
    return noun_supersense(candidate.form) or "" if candidate.kind == "nominal" else ""


def governing_sense(tokens: Tokens, governor: int) -> str:
    """Return the supersense of a governing noun, that of a verb with "to", or ""."""
    lemma = tokens.lemma[governor]
    if tokens.kind[governor] == "noun":
        return noun_supersense(lemma) or ""
    found = verb_supersense(lemma) if tokens.kind[governor] == "verb" else None
    return f"to {found}" if found else ""
