"""Circumstances that stand elsewhere than at their verb: inside a phrase, or at the clause above."""

from collections.abc import Iterator
from dataclasses import replace

from kg.grammar.clause import Argument
from kg.grammar.fillers import nominal
from kg.grammar.labels import SUBJECTS, TIME_ENTITIES
from kg.grammar.obliques import prepositional
from kg.grammar.parse import Token
from kg.grammar.phrases import beside_name, own_conjuncts, setting_of_existence, standing_as, time_of_clause
from kg.grammar.predicates import child, children, is_finite, is_predicate
from kg.grammar.sureness import sure_of


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
        elif standing_as(noun, word):
            yield from _moved(word, "standing-as")
        elif setting_of_existence(noun, word):
            yield from _moved(word, "setting-of-existence")
        elif word.dep_ == "prep" and depth:
            for inner in children(word, "pobj"):
                yield from inside_phrase(inner, depth - 1)
    last = own_conjuncts(noun)
    if last:
        yield from inside_phrase(last[-1], depth)


def fronted(verb: Token) -> Iterator[Argument]:
    """Yield the time before the clause above that holds of a clause which goes on with it.

    >>> "*In May* the court heard and rejected the appeal", "*In 2019* she left, taking the files"
    """
    above = verb.head
    if verb.dep_ not in {"conj", "advcl"} or not is_predicate(above) or (is_finite(verb) and _has_subject(verb)):
        return
    for word in above.lefts:
        if _is_time(word) and word.i < verb.i:
            yield from _moved(word, "fronted")


def _has_subject(verb: Token) -> bool:
    return child(verb, *SUBJECTS) is not None


def _is_time(word: Token) -> bool:
    """Tell whether a dependent of a verb is a date, with or without a preposition."""
    nouns = children(word, "pobj") if word.dep_ == "prep" else [word]
    return word.dep_ in {"prep", "npadvmod"} and any(noun.ent_type_ in TIME_ENTITIES for noun in nouns)


def _moved(word: Token, rule: str) -> Iterator[Argument]:
    found = [nominal("when", word)] if word.dep_ == "npadvmod" else prepositional(word)
    yield from (replace(argument, shared=rule, sure=sure_of(argument.role, rule)) for argument in found)
