"""What stands around a verb, by its label: objects, complements, phrases, times, clauses."""

import typing as t
from collections.abc import Iterator
from dataclasses import replace

from kg.grammar.clause import Argument, Role
from kg.grammar.labels import SUBJECTS, TIME_ENTITIES, VERB_TAGS
from kg.grammar.parse import Token
from kg.grammar.phrases import (
    beside_name,
    extent,
    is_noun,
    label_of,
    own_conjuncts,
    phrase_of,
    phrase_without,
    time_of_clause,
    trimmed,
)
from kg.grammar.predicates import child, children, is_predicate
from kg.grammar.sharing import antecedent, is_relative, relative_place
from kg.grammar.words import words_of
from kg.lexicon import words

ROLES: t.Final[t.Mapping[str, Role]] = {
    "dobj": "object",
    "dative": "recipient",
    "attr": "complement",
    "acomp": "complement",
    "oprd": "complement",
}
CLAUSE_ROLES: t.Final[t.Mapping[str, Role]] = {"ccomp": "content", "xcomp": "open", "advcl": "adverbial"}


def nominal(
    role: Role, head: Token, marker: t.Iterable[Token] = (), *, shared: str = "", clause: Token | None = None
) -> Argument:
    """Return an argument that a noun phrase fills; a clause that hangs on the noun sees it without itself."""
    around = _clause_below(head, clause) if clause is not None else None
    phrase = phrase_without(head, around) if around is not None else phrase_of(head)
    return Argument(role, phrase.head, phrase.start, phrase.end, words_of(marker), phrase, None, shared)


def _clause_below(noun: Token, verb: Token) -> Token | None:
    """Return what hangs on a noun and holds a verb, or None where the verb stands elsewhere."""
    word = verb
    while word.head is not word:
        if word.head is noun:
            return word
        word = word.head
    return None


def clausal(role: Role, head: Token, marker: t.Iterable[Token] = ()) -> Argument:
    """Return an argument that a clause fills: all its words but its conjunction."""
    marker = tuple(marker)
    start, end = trimmed(head.doc, head.left_edge.i, head.right_edge.i + 1, head.i)
    for word in marker:
        if start <= word.i < head.i:
            start = max(start, word.i + 1)
    while start < head.i and head.doc.tokens[start].is_punct:
        start += 1
    return Argument(role, words_of([head])[0], start, end, words_of(marker), None, head.i)


def worded(role: Role, head: Token, marker: t.Iterable[Token] = ()) -> Argument:
    """Return an argument that an adjective, an adverb or another word fills, with what belongs to it."""
    start, end = extent(head)
    marker = tuple(marker)
    return Argument(role, words_of([head])[0], start, end, words_of(marker), phrase_of(head))


def arguments_of(verb: Token) -> Iterator[Argument]:
    """Yield the arguments of a verb that depend on it, without its subject, in text order."""
    for word in verb.children:
        yield from _argument(verb, word)


def _argument(verb: Token, word: Token) -> Iterator[Argument]:
    label = word.dep_
    if label in ROLES:
        yield from _core(verb, word)
    elif label in {"prep", "agent"}:
        yield from prepositional(word)
    elif label in CLAUSE_ROLES and (is_predicate(word) or label != "advcl"):
        yield clausal(CLAUSE_ROLES[label], word, clause_marker(word))
    elif label == "npadvmod" or (label in {"dep", "advmod"} and word.ent_type_ in TIME_ENTITIES):
        yield nominal("when" if word.ent_type_ in TIME_ENTITIES else "extent", word)
    elif label == "advmod":
        yield from _adverb(word)


def _core(verb: Token, word: Token) -> Iterator[Argument]:
    role = ROLES[word.dep_]
    if is_relative(word) and verb.dep_ == "relcl":
        return
    if role == "recipient" and word.pos_ == "ADP":
        yield from (nominal("recipient", noun, [word]) for noun in children(word, "pobj"))
    elif role == "complement" and child(verb, "expl") is not None and word.dep_ == "attr":
        return
    elif is_noun(word):
        yield nominal(role, word)
    elif word.tag_ in VERB_TAGS and is_predicate(word):
        yield clausal("open" if role == "complement" else role, word)
    else:
        yield worded(role, word)


def prepositional(preposition: Token, before: tuple[Token, ...] = ()) -> Iterator[Argument]:
    """Yield the arguments that a preposition opens; prepositions of several words are one marker: "because of"."""
    marker = (*before, *_words_before(preposition, before), preposition)
    whole = _complex(preposition) if not before else None
    if whole is not None:
        yield from prepositional(whole, tuple(preposition.doc.tokens[preposition.i : whole.i]))
        return
    role: Role = "agent" if preposition.dep_ == "agent" else "oblique"
    for word in preposition.children:
        if word.dep_ == "pobj":
            noun = relative_place(word) if is_relative(word) else word
            if noun is not None:
                yield nominal(role, noun, marker, shared="" if noun is word else "relative-place", clause=preposition)
        elif word.dep_ == "pcomp" and is_predicate(word):
            yield clausal(role, word, marker)
        elif word.dep_ in {"prep", "pcomp"} and not is_predicate(word):
            yield from prepositional(word, marker if word.i == preposition.i + 1 else ())
        elif word.dep_ == "conj" and word.pos_ == "ADP":
            yield from prepositional(word)
        elif word.dep_ == "amod" and preposition.lower_ == "as":
            yield worded(role, word, marker)


def _words_before(preposition: Token, before: tuple[Token, ...]) -> list[Token]:
    """Return the adverb that makes one preposition with this one: "*instead* of", "*ahead* of"."""
    if before or preposition.i == 0:
        return []
    adverb = preposition.nbor(-1)
    joined = adverb.head is preposition and f"{adverb.lower_} {preposition.lower_}" in words("preposition")
    return [adverb] if joined else []


def _complex(preposition: Token) -> Token | None:
    """Return the last word of a preposition of several words, given its first: "*in* relation *to*"."""
    noun = child(preposition, "pobj")
    if noun is None or noun.i > preposition.i + 2:
        return None
    last = next((word for word in children(noun, "prep") if word.i == noun.i + 1), None)
    phrase = preposition.doc[preposition.i : last.i + 1].text.lower() if last is not None else ""
    return last if phrase in words("preposition") else None


def _adverb(word: Token) -> Iterator[Argument]:
    """Yield an adverb of manner, or what a preposition behind one opens: "went *back to Lyon*"."""
    phrases = [w for w in word.rights if w.dep_ in {"prep", "pcomp"} and w.i == word.i + 1]
    if phrases and not is_predicate(phrases[0]):
        yield from prepositional(phrases[0], (word,))
    elif word.tag_ in {"RB", "RBR"} and word.lower_.endswith("ly"):
        yield worded("how", word)


def clause_marker(verb: Token) -> list[Token]:
    """Return the words that open a clause: its conjunction, its question word, or the "to" of an infinitive."""
    found = [word for word in verb.lefts if word.dep_ == "mark"]
    found += [word for word in verb.lefts if word.dep_ == "advmod" and word.tag_ == "WRB"]
    if not found:
        found = [word for word in verb.lefts if word.tag_ == "TO" and word.dep_ == "aux"]
    return found


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


def subject_argument(verb: Token, rule: str, subject: Token) -> Argument:
    """Return the subject of a verb as an argument."""
    shared = "" if rule == "own" else rule
    if is_predicate(subject) and subject.dep_ in SUBJECTS:
        return clausal("subject", subject, clause_marker(subject))
    return nominal("subject", subject, shared=shared, clause=verb)


def stranded_argument(verb: Token) -> Iterator[Argument]:
    """Yield the noun of a preposition that stands alone at the end of a relative clause: "the *firm* she works for"."""
    if verb.dep_ == "relcl":
        noun = antecedent(verb)
        for word in verb.rights:
            if word.dep_ == "prep" and not word.children and noun is not None and noun.i < verb.i:
                yield nominal("oblique", noun, [word], shared="stranded", clause=verb)


__all__ = [
    "arguments_of",
    "clausal",
    "clause_marker",
    "label_of",
    "nominal",
    "prepositional",
    "stranded_argument",
    "subject_argument",
    "worded",
]
