"""Circumstances that stand elsewhere than at their verb: inside a phrase, or at the clause above."""

from collections.abc import Iterator
from dataclasses import replace

from kg.grammar.clause import Argument
from kg.grammar.fillers import nominal
from kg.grammar.obliques import prepositional
from kg.grammar.parse import Token
from kg.grammar.phrases import beside_name, own_conjuncts, time_of_clause
from kg.grammar.predicates import children


def inside_phrase(noun: Token, depth: int = 2) -> Iterator[Argument]:
    """Yield the circumstances that the parser hung on an argument though they belong to the clause.

    A date tells when the clause is true ("closed the mine *in May*"), and a name needs no circumstance of its own ("met
    Silva *in Oslo*").
    """
    for word in noun.rights:
        if time_of_clause(noun, word):
            yield from _moved(word, "time-in-phrase")
        elif word.dep_ == "prep" and word.lower_ != "of" and beside_name(noun, word):
            yield from _moved(word, "beside-name")
        elif word.dep_ == "prep" and depth:
            for inner in children(word, "pobj"):
                yield from inside_phrase(inner, depth - 1)
    last = own_conjuncts(noun)
    if last:
        yield from inside_phrase(last[-1], depth)


def _moved(word: Token, rule: str) -> Iterator[Argument]:
    found = [nominal("when", word)] if word.dep_ == "npadvmod" else prepositional(word)
    yield from (replace(argument, shared=rule) for argument in found)
