"""Fillers of the roles of a clause: a noun phrase, a clause, or another phrase, as an argument."""

import typing as t
from dataclasses import replace

from kg.grammar.certainty import sure_of
from kg.grammar.clause import Argument, Role
from kg.grammar.labels import CLAUSAL
from kg.grammar.parse import Token, word_of, words_of
from kg.grammar.phrases import extent, phrase_of, phrase_without, trimmed


def nominal(
    role: Role, head: Token, marker: t.Iterable[Token] = (), *, shared: str = "", clause: Token | None = None
) -> Argument:
    """Return an argument filled by a noun phrase. If a clause modifies the noun, the argument excludes the clause."""
    around = _clause_below(head, clause) if clause is not None else None
    phrase = phrase_without(head, around) if around is not None else phrase_of(head)
    sure = sure_of(role, shared)
    return Argument(role, phrase.head, phrase.start, phrase.end, words_of(marker), phrase, shared=shared, sure=sure)


def _clause_below(noun: Token, verb: Token) -> Token | None:
    """Return the clause below a noun that contains a verb, or None if the verb is elsewhere."""
    word = found = verb
    while word.head is not word:
        if word.dep_ in CLAUSAL:
            found = word
        if word.head is noun:
            return found
        word = word.head
    return None


def spelled(role: Role, head: Token, marker: t.Iterable[Token] = ()) -> Argument:
    """Return an argument that is given in the words of the text and denotes no entity: "four times"."""
    start, end = extent(head)
    return Argument(role, word_of(head), start, end, words_of(marker), sure=sure_of(role, ""))


def clausal(role: Role, head: Token, marker: t.Iterable[Token] = (), *, shared: str = "") -> Argument:
    """Return an argument filled by a clause: all its words except its conjunction."""
    marker = tuple(marker)
    start, end = extent(head)
    start = max([start, *(word.i + 1 for word in marker if start <= word.i < head.i)])
    start, end = trimmed(head.doc, start, end, head.i)
    sure = sure_of(role, shared)
    return Argument(role, word_of(head), start, end, words_of(marker), clause=head.i, shared=shared, sure=sure)


def clausal_without(role: Role, head: Token, part: Token, *, shared: str = "") -> Argument:
    """Return an argument filled by a clause without one of its parts and without anything beyond that part.

    For example "*the minister left*, according to the paper".
    """
    clause = clausal(role, head, shared=shared)
    # the part may extend past the head where the parser crossed branches
    follows = part.i > head.i
    start = clause.start if follows else min(part.right_edge.i + 1, head.i)
    end = max(part.left_edge.i, head.i + 1) if follows else clause.end
    start, end = trimmed(head.doc, max(start, clause.start), min(end, clause.end), head.i)
    end -= head.doc.tokens[end - 1].text == "."
    return replace(clause, start=start, end=end)


def worded(role: Role, head: Token, marker: t.Iterable[Token] = (), *, without: Token | None = None) -> Argument:
    """Return an argument filled by an adjective, an adverb or another word, with its dependents.

    `without` is a dependent before the head that is an argument of its own.
    """
    argument = nominal(role, head, marker)
    if without is None or argument.phrase is None:
        return argument
    start = min(without.right_edge.i + 1, head.i)  # it may extend past the head in a non-projective tree
    phrase = replace(argument.phrase, start=start, label_start=max(start, argument.phrase.label_start))
    return replace(argument, start=start, phrase=phrase)
