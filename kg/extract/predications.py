"""What the rules find on the parse before it becomes claims: a predicate word with its arguments."""

import typing as t
from dataclasses import dataclass

from kg.grammar.parse import Token

Voice = t.Literal["active", "passive", "copular", "nominal"]

OBJECT: t.Final = "object"
COMPLEMENT: t.Final = "complement"
AGENT: t.Final = "by"
WHEN: t.Final = "when"
CLAUSE: t.Final = "clause"
PARTICIPLE: t.Final = "participle"
EXTENT: t.Final = "extent"


@dataclass(frozen=True, slots=True)
class Argument:
    """One argument of a predicate.

    `role` is `object`, `complement`, `when`, or the preposition or conjunction that introduces it; `marker` holds the
    words of that preposition. `clausal` arguments are headed by a verb and no noun phrase.
    """

    role: str
    head: Token
    marker: tuple[Token, ...] = ()
    clausal: bool = False

    @property
    def core(self) -> bool:
        """Tell whether it stands without a preposition: an object or a complement."""
        return self.role in {OBJECT, COMPLEMENT}


@dataclass(frozen=True, slots=True)
class Predication:
    """A predicate with its subject and arguments, as one rule read them off the parse.

    `head` is the word that the predicate turns on (the last verb of a chain, or an event noun), `words` all words that
    express the relation in text order, `name` its base form. `governor` is the word that negation, modality and speaker
    are looked up from. `distributes` tells that what is coordinated with the subject shares it.
    """

    rule: str
    head: Token
    words: tuple[Token, ...]
    name: str
    subject: Token
    arguments: tuple[Argument, ...]
    voice: Voice
    governor: Token
    distributes: bool = True
