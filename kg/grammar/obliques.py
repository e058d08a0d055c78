"""Prepositional phrases with the whole preposition: "because of", "back to", "in relation to"."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

from kg.grammar.clause import Argument, Role
from kg.grammar.fillers import clausal, nominal, spelled, worded
from kg.grammar.labels import TIME_ENTITIES
from kg.grammar.parse import Token, word_of
from kg.grammar.patterns import plain
from kg.grammar.phrases import trimmed
from kg.grammar.predicates import child, children, is_infinitive, is_predicate
from kg.grammar.sharing import KNOWN, clause_marker, is_relative, relative_place
from kg.lexicon import words
from kg.lexicon.numerals import time_units

is_denied, is_plain_adverb = (plain(KNOWN, name) for name in ("denied", "plain-adverb"))


def prepositional(preposition: Token, before: tuple[Token, ...] = ()) -> Iterator[Argument]:
    """Yield the arguments that a preposition introduces; a preposition of several words is one marker: "because of".

    `before` are the words with which its marker starts.
    """
    last = _last_word(preposition) if not before else None
    if last is not None:
        yield from prepositional(last, tuple(preposition.doc.tokens[preposition.i : last.i]))
        return
    after = [word for word in preposition.rights[:1] if word.pos_ == "ADP" and not word.children]  # "because *of*"
    marker = (*before, *_words_before(preposition, before), preposition, *after)
    for word in preposition.children:
        fronted = word.dep_ == "pobj" and is_relative(word)
        if word.i < preposition.i and word not in marker and not fronted:
            yield from _restriction(word)
        else:
            yield from _opened(preposition, word, marker)


def _restriction(word: Token) -> Iterator[Argument]:
    """Yield the modifiers before a preposition that restrict it: "*only* to banks", "*two days after the vote*"."""
    preposition = word.head
    if word.lower_ in time_units() and preposition.lower_ in words("opens", "time"):
        end = trimmed(word.doc, word.i, preposition.right_edge.i + 1, word.i)[1]
        yield replace(spelled("when", word), end=end)
    elif word.dep_ == "npadvmod" or word.ent_type_ in TIME_ENTITIES:
        yield nominal("when" if word.ent_type_ in TIME_ENTITIES else "extent", word)
    elif word.dep_ == "advmod" and word.tag_ != "WRB":
        yield spelled("how", word)


def _opened(preposition: Token, word: Token, marker: tuple[Token, ...]) -> Iterator[Argument]:
    """Yield the arguments that a dependent of a preposition is or contains."""
    role: Role = "agent" if preposition.dep_ == "agent" else "oblique"
    purpose = _purpose(preposition, word)
    if purpose is not None:
        yield clausal("adverbial", purpose, (*marker, word, *clause_marker(purpose)))
    elif word.dep_ == "pobj":
        yield from (_with_seconds(argument, preposition) for argument in _object(role, preposition, word, marker))
    elif word.dep_ == "pcomp" and is_predicate(word):
        yield clausal(role, word, marker)
    elif word.dep_ == "pcomp" and is_plain_adverb(word):
        yield spelled(role, word, marker)
    elif word.dep_ in {"prep", "pcomp"}:
        yield from prepositional(word, marker if word.i == preposition.i + 1 else ())
    elif _is_second(word) and not _is_repeated(preposition, word):  # "on rain and *for* days"
        yield from prepositional(word)
    elif word.dep_ == "amod" and preposition.lower_ == "as":
        yield worded(role, word, marker)


def _is_second(word: Token) -> bool:
    """Return whether a word opens the second of two phrases; "on the climate and *not* on a study" has only one."""
    return word.dep_ == "conj" and word.pos_ == "ADP" and word.nbor(-1).dep_ != "neg"


def _is_repeated(preposition: Token, second: Token) -> bool:
    """Return whether a phrase repeats the preposition of its conjunct and also holds: "on rain and *on* luck"."""
    repeated = second.lower_ == preposition.lower_ and child(second, "pobj") is not None
    return repeated and not is_denied(preposition)


def _with_seconds(argument: Argument, preposition: Token) -> Argument:
    """Return the object of a preposition with the objects of the same one repeated: "on *rain* and on *luck*"."""
    phrase, end = argument.phrase, argument.end
    while phrase is not None:
        second = next((word for word in children(preposition, "conj") if _is_second(word)), None)
        noun = child(second, "pobj") if second is not None and _is_repeated(preposition, second) else None
        other = nominal(argument.role, noun) if noun is not None else None
        if second is None or other is None or other.phrase is None:
            break
        before = second.left_edge.nbor(-1)
        joint = phrase.joint or (word_of(before) if before.dep_ == "cc" else other.phrase.joint)
        own = replace(other.phrase, conjuncts=(), joint=None, again=word_of(second))
        added = (*phrase.conjuncts, own, *other.phrase.conjuncts)
        phrase, end = replace(phrase, end=other.end, conjuncts=added, joint=joint), other.end
        preposition = second
    return argument if phrase is argument.phrase else replace(argument, end=end, phrase=phrase)


def _purpose(preposition: Token, word: Token) -> Token | None:
    """Return the infinitive after "in order": "in order *to win* time"."""
    if f"{preposition.lower_} {word.lower_} to" not in words("opens", "purpose"):
        return None
    return next((verb for verb in children(word, "acl", "relcl") if is_infinitive(verb)), None)


def _object(role: Role, preposition: Token, word: Token, marker: tuple[Token, ...]) -> Iterator[Argument]:
    if is_denied(preposition):
        return
    if not is_relative(word):
        yield nominal(role, word, marker, clause=preposition)
        return
    noun = relative_place(word)
    if noun is not None:
        yield nominal(role, noun, marker, shared="relative-place", clause=preposition)


def _words_before(preposition: Token, before: tuple[Token, ...]) -> list[Token]:
    """Return the adverbs that form a complex preposition with this one: "*instead* of", "*as well* as"."""
    adverbs = preposition.doc.tokens[max(0, preposition.i - 2) : preposition.i] if not before else ()
    joined = list(itertools.dropwhile(lambda word: word.head is not preposition, adverbs))
    while joined and " ".join(word.lower_ for word in (*joined, preposition)) not in words("preposition"):
        joined = joined[1:]
    return joined


def _last_word(preposition: Token) -> Token | None:
    """Return the last word of a complex preposition, given its first: "*in* relation *to*"."""
    noun = child(preposition, "pobj")
    if noun is None or noun.i > preposition.i + 2:
        return None
    last = next((word for word in children(noun, "prep") if word.i == noun.i + 1), None)
    phrase = preposition.doc[preposition.i : last.i + 1].text.lower() if last is not None else ""
    return last if phrase in words("preposition") else None
