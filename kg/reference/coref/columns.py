"""The columns that describe a candidate to the model, and the values of each."""

import typing as t
from collections.abc import Mapping, Sequence

from kg.grammar.clause import WordFunction, WordKind
from kg.lexicon import value
from kg.lexicon.noun_types import broad_type
from kg.lexicon.supersenses import NounSupersense, VerbSupersense
from kg.reference.coref.candidates import PRONOUNS

KINDS: t.Final = ("name", "nominal", "pronoun", "row", "value")
TYPES: t.Final = ("Thing", "Person", "Organization", "Place", "Group", "Event", "Law", "Product", "Work")
ROLES: t.Final[tuple[WordFunction, ...]] = (
    "", "subject", "passive subject", "object", "object of preposition", "possessor", "conjunct", "apposition",
    "complement", "part of compound", "main", "recipient", "adverbial noun", "noun modifier", "agent", "attribute",
    "object complement", "adverbial clause", "relative clause",
)  # fmt: skip
Governor: t.TypeAlias = WordKind | t.Literal["", "auxiliary"]
GOVERNORS: t.Final[tuple[Governor, ...]] = (
    "", "verb", "auxiliary", "noun", "name", "pronoun", "adjective", "number", "preposition",
)  # fmt: skip
Determiner: t.TypeAlias = t.Literal[
    "", "a", "the", "this", "these", "owner", "my", "no", "each", "some", "all", "another", "both"
]  # fmt: skip
DETERMINERS: t.Final[tuple[Determiner, ...]] = t.get_args(Determiner)
"""`my` is any possessive pronoun, `owner` any other possessor."""
LABELS: t.Final = (
    "", "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "DATE", "TIME",
    "MONEY", "LANGUAGE", "MISC",
)  # fmt: skip


def _told(types: Mapping[str, str]) -> Mapping[str, str]:
    """Return the words that tell a person or an organization, with which of them they tell."""
    told = ((word, broad_type(type_)) for word, type_ in types.items())
    return {word: type_ for word, type_ in told if type_ in {"Person", "Organization"}}


SUBJECTS_OF, PATIENTS_OF, OWNERS_OF = map(_told, (value("subject"), value("object"), value("owned")))
SENSES: t.Final[tuple[str, ...]] = ("", *t.get_args(NounSupersense))
"""What a description means, and below what the noun or the verb above a candidate means."""
CONTEXT_SENSES: t.Final[tuple[str, ...]] = (*SENSES, *(f"verb of {sense}" for sense in t.get_args(VerbSupersense)))
LENGTHS: t.Final = (1, 2, 3, 4, 5, 7, 10)
COUNTS: t.Final = (0, 1, 2, 3, 5, 8)

Scheme: t.TypeAlias = t.Literal["news", "OntoGUM"]
SCHEMES: t.Final[tuple[Scheme, ...]] = t.get_args(Scheme)
"""By which scheme the mentions of a text are to be marked: that of our articles, or that of OntoGUM."""

Column: t.TypeAlias = t.Literal[
    "kind", "word", "role", "governor", "label", "type", "number", "gender", "animate", "determiner", "quoted",
    "length", "capital", "expletive", "heads before", "heads", "forms", "first", "pointing", "scheme",
    "sense", "context",
]  # fmt: skip
COLUMNS: t.Final[t.Mapping[Column, int]] = {
    "kind": len(KINDS), "word": len(PRONOUNS) + 1, "role": len(ROLES), "governor": len(GOVERNORS),
    "label": len(LABELS), "type": len(TYPES), "number": 3, "gender": 3, "animate": 3, "determiner": len(DETERMINERS),
    "quoted": 2, "length": len(LENGTHS) + 1, "capital": 3, "expletive": 2, "heads before": len(COUNTS) + 1,
    "heads": len(COUNTS) + 1, "forms": len(COUNTS) + 1, "first": 2, "pointing": 2,
    "scheme": len(SCHEMES), "sense": len(SENSES), "context": len(CONTEXT_SENSES),
}  # fmt: skip
"""How many values each column can have; 0 is what is not told."""
NAMES: t.Final = tuple(COLUMNS)


def _numbered(values: Sequence[str]) -> Mapping[str, int]:
    return {value: number for number, value in enumerate(values)}


KIND, TYPE, ROLE, GOVERNOR, DETERMINER, LABEL = map(_numbered, (KINDS, TYPES, ROLES, GOVERNORS, DETERMINERS, LABELS))
SENSE, CONTEXT_SENSE = map(_numbered, (SENSES, CONTEXT_SENSES))
WORD: t.Final = _numbered(("", *sorted(PRONOUNS)))
