"""Named rules for the parts of a noun phrase that its label leaves off: word patterns in `kg/data`.

The patterns in `cuts.txt` match what may be left off after the head, those in `openings.txt` what may be left off
before it; everything else is kept. This module defines the words of the pattern notation that need Python.
"""

import typing as t
from collections.abc import Callable, Mapping

from kg.grammar.corrections import VOCABULARY
from kg.grammar.labels import DASHES, NOMINAL_KINDS, TIME_ENTITIES, VALUE_ENTITIES
from kg.grammar.patterns import Pattern, by_labels, patterns_of, plain, question
from kg.lexicon import words
from kg.lexicon.numerals import time_units
from kg.lexicon.supersenses import noun_supersense

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token

SEPARATORS: t.Final = frozenset({",", "(", ")", "-", "--", "–", "—", ";", ":", "[", "]"})
SINCE: t.Final = "since"
AHEAD: t.Final = frozenset(opening for opening in words("dating", "ahead") if " " in opening)
APART_FROM_ACTION: t.Final = AHEAD | {"before", SINCE} | (words("opens", "time") & words("dating", "until"))
"""Prepositions that place an action before or after their object: "*ahead of* the vote"."""


def is_apart(dependent: "Token") -> bool:
    """Return whether a comma, dash or bracket directly precedes a dependent; the parser may attach a comma to it."""
    first = dependent.left_edge
    opens = first is not dependent and (first.text == "," or is_dash(first))
    before = first.doc.tokens[max(first.i - 1, 0)]
    if before.text == "-" and joins(before):
        half = before.nbor(-1)  # "Sunfall, a docu-*drama*"
        return half.head is dependent.head and is_apart(half)
    return opens or (before is not first and before.text in SEPARATORS)


def joins(mark: "Token") -> bool:
    """Return whether a mark is a hyphen inside a word, which separates nothing: "an add*-*on"."""
    before = mark.neighbor(-1) if mark.text == "-" and not mark.whitespace_ else None
    return before is not None and not before.whitespace_ and before.text[-1].isalnum()


def is_name(noun: "Token") -> bool:
    """Return whether the recogniser took a noun as the head of a name, not of an amount or time."""
    label = noun.recognised
    return label != "" and label not in TIME_ENTITIES and label not in VALUE_ENTITIES


def is_dash(word: "Token") -> bool:
    """Return whether a word is a dash, not a hyphen that joins words: there is space before and after it."""
    if word.text not in DASHES or word.i == 0:
        return False
    return bool(word.nbor(-1).whitespace_) and bool(word.whitespace_)


def _is_other_event(noun: "Token") -> bool:
    """Return whether a noun is the standard of a comparison, or an earlier or later event, with a time of its own.

    For example "compared with *45* in May", "the same *period* of May", "ahead of the *vote* on Friday", "since the
    *vote* on Friday".
    """
    if any(word.lower_ in words("only", "same") for word in noun.lefts):
        return noun_supersense(noun.lemma_.lower()) == "time"
    if noun.dep_ != "pobj":
        return False
    first, last = max(noun.sent.start, noun.head.i - 3), noun.head.i + 1
    openings = {noun.doc[at:last].text.lower() for at in range(first, last)}
    before = noun.tag_ != "NNP" and noun.head.head.i > noun.i  # "after the *vote* last week, she said"
    fronted = words("opens", "time") if before else frozenset()
    return not openings.isdisjoint(words("contrast") | APART_FROM_ACTION | fronted)


TESTS: t.Final[Mapping[str, Callable[["Token"], bool]]] = {
    "apart": is_apart,
    "dates-clause": lambda word: is_cut("time-of-clause", word),
    "other-event": _is_other_event,
    "inside-entity": lambda word: word.inside_entity,
    "nominal": lambda word: word.pos_ in NOMINAL_KINDS,
    "proper": lambda word: word.pos_ == "PROPN",
    "recognised-name": is_name,
    "time-unit": lambda word: word.lower_ in time_units(),
    "title": lambda word: word.text.istitle(),
}
CLASSES: t.Final[Mapping[str, Callable[..., Callable[["Token"], bool]]]] = {
    "is-a": lambda *kinds: lambda word: word.kind in kinds,
    "recognised": lambda *labels: lambda word: word.recognised in labels,
}
KNOWN: t.Final = VOCABULARY.extended(tests=TESTS, classes=CLASSES)
CUTS: t.Final[Mapping[str, Pattern[bool]]] = patterns_of("cuts", KNOWN, question)
"""The parts that a label leaves off after its head, by the name of the rule."""
OPENINGS: t.Final[Mapping[str, Pattern[bool]]] = patterns_of("openings", KNOWN, question)
"""The parts that a label leaves off before its head, by the name of the rule."""
cuts_of: t.Final = by_labels(CUTS)
openings_of: t.Final = by_labels(OPENINGS)
is_some_there, is_after_kind, gives_kind, is_no_other, ties_sentences, is_after_bracket = (
    plain(KNOWN, name)
    for name in ("some-there", "after-kind", "gives-kind", "no-other", "ties-sentences", "after-bracket")
)


def is_cut(rule: str, word: "Token") -> bool:
    """Return whether a rule of `CUTS` excludes a word from the label of its governor."""
    pattern = CUTS[rule]
    return pattern.looks_at(word.dep_, word.tag_) and pattern.answer(word)
