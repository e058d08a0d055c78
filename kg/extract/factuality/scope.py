"""Which verbs a predication depends on: those that express it, and those above it whose truth it shares."""

import typing as t
from collections.abc import Callable, Iterator

from kg.extract.arguments import is_small_clause
from kg.extract.cues import ACCUSING_VERBS
from kg.extract.predications import Predication
from kg.extract.syntax import AUXILIARIES, SUBJECTS, child, first_conjunct, is_verb
from kg.grammar.parse import Token
from kg.reference.completion import is_infinitive
from kg.reference.quotations import Quotation, quotation_at

MEANS_PREPOSITIONS: t.Final = frozenset({"at", "by", "in", "on", "to"})


class Scope(t.NamedTuple):
    """A predication with the words around it that the rules look at.

    `verbs` express it (where none do, the word that governs it), `above` are the governor and the verbs that it is true
    with, `auxiliaries` belong to any of these. `quotation` is the one that it stands in.
    """

    predication: Predication
    verbs: tuple[Token, ...]
    above: tuple[Token, ...]
    auxiliaries: frozenset[Token]
    quotation: Quotation | None


class CueRule(t.NamedTuple):
    """A rule that finds the words which show something, and the dependencies of the governor that it is for, or none.

    A rule that names no dependencies is for all predications.
    """

    find: Callable[[Scope], Iterator[Token]]
    dependencies: frozenset[str] = frozenset()

    def is_for(self, dependency: str) -> bool:
        """Tell whether the rule is for a predication whose governor has this dependency."""
        return not self.dependencies or dependency in self.dependencies


def scope_of(predication: Predication) -> Scope:
    """Return a predication with the words around it."""
    above = tuple(verbs_above(predication.governor))
    own = (word for word in predication.words if word.dep_ == "aux")
    others = (word for verb in above for word in verb.lefts if word.dep_ == "aux")
    verbs = tuple(word for word in predication.words if is_verb(word)) or (predication.governor,)
    return Scope(predication, verbs, above, frozenset((*own, *others)), quotation_at(predication.head))


def accusing_verb(predication: Predication) -> Token | None:
    """Return the verb of which a gerund is the charge: "*accused* the guard of stealing a car"."""
    gerund = first_conjunct(predication.governor)
    verb = gerund.head.head
    charged = gerund.dep_ == "pcomp" and is_verb(gerund) and verb.lemma_ in ACCUSING_VERBS
    return verb if charged else None


def verbs_above(verb: Token) -> Iterator[Token]:
    """Yield `verb` and the verbs above it that it is true with: "will help them *enter*", "came to stay and *act*"."""
    yield verb
    while (above := _above(verb)) is not None:
        verb = above
        yield verb


def _above(verb: Token) -> Token | None:
    """Return the verb that a verb is true with: the one above, or the one whose means or aim it is ("*by* selling")."""
    if verb.dep_ == "pcomp" and verb.head.lower_ in MEANS_PREPOSITIONS and is_verb(verb.head.head):
        return verb.head.head
    return verb.head if verb.head != verb and is_verb(verb.head) and _depends(verb) else None


def _depends(verb: Token) -> bool:
    if verb.dep_ in {"xcomp", "oprd"} or is_small_clause(verb):
        return True
    if verb.dep_ == "conj":
        return verb.tag_ in {"VB", "VBG"} and verb.tag_ == verb.head.tag_ and not _is_whole(verb)
    return verb.dep_ == "advcl" and verb.tag_ == "VBG" and is_infinitive(verb.head)


def _is_whole(verb: Token) -> bool:
    """Tell whether a verb has a subject or an auxiliary of its own; "to" is none."""
    return child(verb, *SUBJECTS) is not None or any(c.dep_ in AUXILIARIES and c.tag_ != "TO" for c in verb.children)
