"""The columns that describe a candidate to the model, and the values of each."""

import typing as t
from collections.abc import Mapping, Sequence

from kg.grammar.clause import WordFunction, WordKind
from kg.lexicon import value, verbs
from kg.lexicon.noun_types import broad_type
from kg.lexicon.supersenses import NOUN_SUPERSENSES, VERB_SUPERSENSES
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
    "MONEY", "LANGUAGE",
)  # fmt: skip


def _told(types: Mapping[str, str]) -> Mapping[str, str]:
    """Return the words that tell a person or an organization, with which of them they tell."""
    told = ((word, broad_type(type_)) for word, type_ in types.items())
    return {word: type_ for word, type_ in told if type_ in {"Person", "Organization"}}


SUBJECTS_OF, PATIENTS_OF, OWNERS_OF = map(_told, (value("subject"), value("object"), value("owned")))
SELECTIONS: t.Final[tuple[tuple[WordFunction, str, Mapping[str, str]], ...]] = (
    ("subject", "Person", dict.fromkeys(verbs("say"), "Person")), ("subject", "Person", SUBJECTS_OF),
    ("subject", "Organization", SUBJECTS_OF),
    ("passive subject", "Person", PATIENTS_OF), ("passive subject", "Organization", PATIENTS_OF),
    ("possessor", "Person", OWNERS_OF), ("possessor", "Organization", OWNERS_OF),
)  # fmt: skip
"""Roles with what stands in them, told by governing words."""
SENSES: t.Final = ("", *NOUN_SUPERSENSES)
GOVERNING_SENSES: t.Final = ("", *NOUN_SUPERSENSES, *(f"to {name}" for name in VERB_SUPERSENSES))
"""Supersenses of a noun, and of the word that governs it; those of verbs with "to"."""
LENGTHS: t.Final = (1, 2, 3, 4, 5, 7, 10)
COUNTS: t.Final = (0, 1, 2, 3, 5, 8)
PLACES: t.Final = 6

Column: t.TypeAlias = t.Literal[
    "kind", "word", "role", "governor", "label", "type", "number", "gender", "animate", "determiner", "quoted",
    "length", "relative", "apposition", "of", "preposition", "capital", "expletive", "selection", "heads before",
    "heads", "forms before", "forms", "place", "first", "row", "modified", "pointing", "copula", "paragraph", "sense",
    "governing sense",
]  # fmt: skip
COLUMNS: t.Final[t.Mapping[Column, int]] = {
    "kind": len(KINDS), "word": len(PRONOUNS) + 1, "role": len(ROLES), "governor": len(GOVERNORS),
    "label": len(LABELS), "type": len(TYPES), "number": 3, "gender": 3, "animate": 3, "determiner": len(DETERMINERS),
    "quoted": 2, "length": len(LENGTHS) + 1, "relative": 2, "apposition": 2, "of": 2, "preposition": 2, "capital": 3,
    "expletive": 2, "selection": len(SELECTIONS) + 1, "heads before": len(COUNTS) + 1, "heads": len(COUNTS) + 1,
    "forms before": len(COUNTS) + 1, "forms": len(COUNTS) + 1, "place": PLACES, "first": 2, "row": 3, "modified": 4,
    "pointing": 2, "copula": 2, "paragraph": 3, "sense": len(SENSES), "governing sense": len(GOVERNING_SENSES),
}  # fmt: skip
"""How many values each column can have; 0 is what is not told."""
NAMES: t.Final = tuple(COLUMNS)


def _numbered(values: Sequence[str]) -> Mapping[str, int]:
    return {value: number for number, value in enumerate(values)}


KIND, TYPE, ROLE, GOVERNOR, DETERMINER, LABEL = map(_numbered, (KINDS, TYPES, ROLES, GOVERNORS, DETERMINERS, LABELS))
SENSE, GOVERNING_SENSE = map(_numbered, (SENSES, GOVERNING_SENSES))
WORD: t.Final = _numbered(("", *sorted(PRONOUNS)))
