"""Phrases for entities whose labels may contain a name, and the modifiers that may contain it.

The patterns are in `kg/data/things.txt` and `modifiers.txt`. This module has the parts of the notation in Python.
"""

import itertools
import typing as t
from collections.abc import Callable, Mapping

from kg.extract.circumstances import NEGATING
from kg.extract.patterns import CLAUSES, Test
from kg.extract.proper_names import continues
from kg.extract.text import Text
from kg.grammar.clause import Modifier, Phrase, Word
from kg.grammar.patterns import InText, Known, Member, Pattern, patterns_of, question
from kg.lexicon import words
from kg.reference.mentions import ENTITY_TYPES

INSIDE_PREPOSITIONS: t.Final = frozenset(itertools.chain.from_iterable(map(str.split, words("preposition"))))
"""The words that prepositions consist of."""
SEVERAL: t.Final = 2
"""The number of clauses in a label at which the parser is often wrong."""
SURE: t.Final = 0.7
"""The parser's minimum confidence in the head of each word of such a label; readers found 6 of 9 below it wrong."""


def _is_of_preposition(text: Text, phrase: Phrase) -> bool:
    """Return whether a noun is only a part of a preposition: "on *behalf* of Acme", "with the *exception* of Chad"."""
    tokens, head = text.parse.tokens, phrase.head.index
    if phrase.head.lower not in INSIDE_PREPOSITIONS:
        return False
    return " ".join(token.lower_ for token in tokens[max(phrase.start - 1, 0) : head + 2]) in words("preposition")


def is_doubtful(text: Text, phrase: Phrase, *, least: float) -> bool:
    """Return whether the parser's confidence in the head of a word in a common noun's label is below `least`."""
    inside = set(range(phrase.label_start, phrase.label_end)) - {phrase.head.index}
    attached = text.parse.attached
    return bool(attached) and phrase.head.kind == "noun" and any(attached[index] < least for index in inside)


def _repeats(phrase: Phrase) -> bool:
    """Return whether a preposition is repeated after coordinated phrases: "raids *in* Lima and Cusco *in* May"."""
    pairs = itertools.pairwise(phrase.with_phrases("preposition"))
    return any(one.head.lower == other.head.lower and inner.conjuncts for (one, inner), (other, _) in pairs)


def _around_label(text: Text, phrase: Phrase) -> tuple[Word, ...]:
    """Return the words before and after the label of a phrase."""
    before, after = max(phrase.label_start - 1, 0), phrase.label_end
    return (*text.words(before, before + 1), *text.words(after, after + 1))


def _name_before(text: Text, phrase: Phrase) -> tuple[Word, ...]:
    """Return the words before a label that are in one recognised name with its first word: "*Voice of* the Coast"."""
    return text.words(text.parse.around_entity(phrase.label_start, phrase.label_start + 1)[0], phrase.label_start)


def _at(place: Callable[[t.Any], int]) -> InText:
    """Return the step to the word at a position, if the text has one there."""
    return InText(lambda text, thing: text.word(index) if (index := place(thing)) < len(text.parse) else None)


def _verbs(ends: Callable[[t.Any], tuple[int, int]]) -> InText:
    """Return the step to the clauses of the verbs between two positions."""
    return InText(lambda text, thing: text.inside(*ends(thing)))


def is_closed(text: Text, modifier: Modifier) -> bool:
    """Return whether a modifier is between punctuation marks: "Acme*, a unit of Bolt,* fell"."""
    return modifier.apart and text.parse.tokens[min(modifier.end, len(text.parse.tokens) - 1)].is_punct


TESTS: t.Final[Mapping[str, Test]] = {
    "begins-name": InText(lambda text, word: not text.token(word).inside_entity),
    "closed": InText(is_closed),
    "doubtful": InText(lambda text, phrase: is_doubtful(text, phrase, least=SURE)),
    "going-on": InText(lambda text, phrase: continues(text, text.mention(phrase.head), phrase)),
    "headed-first": lambda phrase: phrase.start == phrase.head.index,
    "in-capitals": lambda word: word.text.isupper(),
    "inside-preposition": InText(_is_of_preposition),
    "named": lambda thing: thing.entity in ENTITY_TYPES,
    "negated": lambda phrase: NEGATING in phrase.cuts,
    "of-one-word": lambda phrase: phrase.label_end - phrase.label_start == 1,
    "of-several-verbs": InText(lambda text, one: len(text.inside(one.label_start, one.label_end)) >= SEVERAL),
    "recognised": lambda phrase: bool(phrase.entity),
    "repeated": _repeats,
    "whole": lambda phrase: phrase.label_end >= phrase.end,
}
RELATIONS: t.Final[Mapping[str, Callable[[t.Any, t.Any], bool]]] = {
    "similar": lambda phrase, other: phrase.entity == other.entity,
    "directly-after": lambda modifier, word: modifier.start == word.index + 1,
    "labelled": lambda word, phrase: phrase.label_start <= word.index < phrase.label_end,
    "like": lambda word, other: word.lower == other.lower,
    "starts-within": lambda modifier, phrase: modifier.start < phrase.label_end,
}
CLASSES: t.Final[Mapping[str, Callable[..., Member | Test]]] = {
    "form": lambda *forms: Member("form", frozenset(forms)),
    "function": lambda *names: Member("function", frozenset(each.replace("-", " ") for each in names)),
    "of-kind": lambda *kinds: Member("kind", frozenset(kinds)),
    "of-type": lambda *types: lambda phrase: ENTITY_TYPES.get(phrase.entity) in types,
}
STEPS: t.Final[Mapping[str, InText]] = {
    "before-noun-label": InText(
        lambda text, one: text.word(one.label_start) if one.label_start < one.head.index else None
    ),
    "after": _at(lambda modifier: modifier.end),
    "after-label": _at(lambda phrase: phrase.label_end),
    "label-start": _at(lambda phrase: phrase.label_start),
    "mention": InText(lambda text, phrase: text.mention(phrase.head)),
    "previous": _at(lambda word: max(word.index - 1, 0)),
    "token": InText(lambda text, word: text.token(word)),
}
WALKS: t.Final[Mapping[str, Known]] = {
    "around-label": InText(_around_label),
    "conjuncts": lambda phrase: phrase.conjuncts,
    "inner-words": InText(lambda text, thing: text.words(thing.start, thing.end)),
    "label-verbs": _verbs(lambda phrase: (phrase.label_start, phrase.label_end)),
    "name-before": InText(_name_before),
    "verbs": _verbs(lambda thing: (thing.start, thing.end)),
    "verbs-before-head": _verbs(lambda phrase: (phrase.label_start, phrase.head.index)),
}
THINGS: t.Final = CLAUSES.extended(
    tests=TESTS,
    relations=RELATIONS,
    classes=CLASSES,
    steps=STEPS,
    walks=WALKS,
    attributes={"@": "entity"},
    arguments=("text", "thing"),
)
"""The vocabulary of patterns of phrases."""
OF_THINGS: t.Final[Mapping[str, Pattern[bool]]] = patterns_of("things", THINGS, question)
MODIFIERS: t.Final = THINGS.extended(arguments=("text", "phrase", "modifier"))
OF_MODIFIERS: t.Final[Mapping[str, Pattern[bool]]] = patterns_of("modifiers", MODIFIERS, question)

means_no_place, owns, is_subject, is_known, is_definite = (
    OF_THINGS[name].answer for name in ("no-place", "owning", "clause-subject", "known-owner", "definite-thing")
)
is_one_thing, is_one_of_people, is_bare_role, is_field = (
    OF_THINGS[name].answer for name in ("one-thing", "one-of-people", "bare-role", "field")
)
includes_not, has_exception, is_informative = (
    OF_THINGS[name].answer for name in ("with-not", "with-exception", "informative")
)
adds_name, follows_role, gives_field, is_elsewhere = (
    OF_MODIFIERS[name].answer for name in ("adds-name", "follows-role", "field-of-role", "elsewhere")
)
is_held, is_one_of_many, lists, gives_examples, describes_known = (
    OF_MODIFIERS[name].answer for name in ("held", "one-of-many", "lists", "giving-examples", "describing-known")
)
is_no_thing: t.Final = OF_THINGS["no-thing"].answer
