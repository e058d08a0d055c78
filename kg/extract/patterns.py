"""Vocabulary of patterns (`kg.grammar.patterns`) for clauses and their arguments, phrases and words.

A sign of such a pattern is a form, a tense, a voice or a kind: "finite", "past", "passive", "name". The attributes of
values are steps: `.arguments`, `.phrase.modifiers`, `.link.marker`. A test or a step may need the text as well.
"""

import typing as t
from collections.abc import Callable, Iterable, Mapping

from kg.extract.text import Text, before_head, marker_of
from kg.grammar.clause import Argument, Clause, LinkKind, Modifier, Role, Word
from kg.grammar.patterns import ATTRIBUTES, InText, Known, Member, Pattern, Vocabulary, patterns_of, question
from kg.lexicon import nouns, verbs, words
from kg.lexicon.given_names import is_reflexive
from kg.lexicon.supersenses import mostly_without_object, noun_supersense, verb_supersense

Test: t.TypeAlias = Callable[[t.Any], bool] | InText

VALUE_ATTRIBUTES: t.Final[Mapping[str, str]] = {
    value: attribute
    for owner in (Modifier, Clause, Word)
    for attribute, hint in t.get_type_hints(owner).items()
    if t.get_origin(hint) is t.Literal
    for value in t.get_args(hint)
}
"""The attribute that a bare sign is a value of."""
Name: t.TypeAlias = t.Literal["clause", "form", "head", "joint", "kind", "link", "noun", "phrase", "text"]
"""The name of an argument of a pattern, or of an attribute of a value."""
ONE: t.Final[frozenset[Name]] = frozenset({"head", "joint", "link", "noun", "phrase"})
SEVERAL: t.Final = frozenset({"adverbs", "arguments", "auxiliaries", "marker", "modifiers", "negations", "particles"})
"""The attributes that are steps, to one value or to several."""


def _classes(names: Iterable[str]) -> frozenset[str]:
    """Return kinds of clauses or words by the names that patterns use: "noun-content"."""
    return frozenset(each.replace("-", " ") for each in names)


def _marked(*classes: str) -> Test:
    """Return a test for the opener of a clause, by classes of the lexicon: "*while* it fell"."""
    known = words(*classes)
    return lambda clause: marker_of(clause) in known


def _modal(*modalities: str) -> Test:
    """Return a test for a modal auxiliary of a clause, by modality: "*may* fall"."""
    known = words("modality", *modalities)
    return lambda clause: any(word.lower in known for word in clause.auxiliaries)


def _role(role: Role) -> Callable[[Clause], Argument | None]:
    return lambda clause: clause.first(role)


def _first(*roles: Role) -> Callable[[Clause], Iterable[Argument]]:
    return lambda clause: () if (found := clause.first(*roles)) is None else (found,)


def _above(*kinds: str) -> InText:
    links = t.cast("frozenset[LinkKind]", _classes(kinds))
    return InText(lambda text, clause: () if (above := text.above(clause, *links)) is None else (above,))


def _after_head(text: Text, clause: Clause) -> Word | None:
    """Return the word after the head of a clause."""
    index = clause.head.index + 1
    return text.word(index) if index < len(text.parse.tokens) else None


TESTS: t.Final[Mapping[str, Test]] = {
    "apart": lambda link: link.apart,
    "after-mark": InText(lambda text, word: text.follows_mark(word.index)),
    "before-mark": InText(lambda text, one: any(word.kind == "mark" for word in text.parse[one.end : one.end + 1])),
    "existential": lambda clause: clause.existential,
    "imperative": lambda clause: clause.order,
    "in-small-letters": lambda word: word.text.islower(),
    "in-title-case": lambda clause: clause.head.text.istitle(),
    "interrogative": lambda clause: clause.question,
    "long": lambda argument: argument.end - argument.start > 1,
    "looks-present": lambda clause: clause.head.lower == clause.lemma,
    "objectless": lambda clause: mostly_without_object(clause.lemma),
    "opened-at-start": lambda clause: [word.index for word in clause.link.marker[:1]] == [clause.sentence[0]],
    "opens-sentence": lambda clause: clause.head.index == clause.sentence[0],
    "own": lambda argument: not argument.shared,
    "plural": lambda word: word.plural,
    "reflexive": lambda word: is_reflexive(word.lower),
    "timed": InText(lambda text, word: text.time(word) is not None),
}
RELATIONS: t.Final[Mapping[str, Callable[[t.Any, t.Any], bool]]] = {
    "before": lambda word, argument: word.index < argument.start,
    "filled-by": lambda argument, clause: argument.clause == clause.index,
    "holds": lambda argument, word: argument.start <= word.index < argument.end,
    "is": lambda thing, other: thing == other,
    "opens-before": lambda thing, other: thing.start < other.start,
}
CLASSES: t.Final[Mapping[str, Callable[..., Member | Test]]] = {
    "action": lambda *kinds: lambda verb: verb_supersense(verb.lemma) in kinds,
    "link": lambda *kinds: Member("link.kind", _classes(kinds)),
    "marked": _marked,
    "modal": _modal,
    "nouns": lambda *classes: Member("lemma", nouns(*classes)),
    "opener": lambda *openers: lambda clause: marker_of(clause) in openers,
    "preposition": lambda *prepositions: Member("preposition", frozenset(prepositions)),
    "role": lambda *roles: Member("role", frozenset(roles)),
    "sense": lambda *kinds: lambda word: noun_supersense(word.lemma) in kinds,
    "shared": lambda *rules: Member("shared", frozenset(rules)),
    "verbs": lambda *classes: Member("lemma", verbs(*classes)),
    "words": lambda *classes: Member("lower", words(*classes)),
}
STEPS: t.Final[Mapping[str, Known]] = {
    "above": InText(lambda text, clause: text.above(clause)),
    "agent": _role("agent"),
    "after-head": InText(_after_head),
    "clause": InText(lambda text, argument: text.clause_of(argument)),
    "complement": _role("complement"),
    "content": _role("content"),
    "first-joined": InText(lambda text, clause: [*text.coordinated(clause)][-1]),
    "first-verbal": lambda clause: next((word for word in clause.words if word not in clause.negations), None),
    "last-opener": lambda clause: clause.link.marker[-1] if clause.link.marker else None,
    "object": _role("object"),
    "opening": InText(lambda text, argument: text.word(argument.start)),
    "own-phrase": InText(lambda text, word: text.phrase(word)),
    "subject": _role("subject"),
}
WALKS: t.Final[Mapping[str, Known]] = {
    "before-noun": lambda phrase: before_head(phrase),
    "below": InText(lambda text, clause: text.below(clause)),
    "conjuncts": lambda phrase: phrase.conjuncts,
    "coordinated": InText(lambda text, clause: text.coordinated(clause)),
    "fronted": lambda clause: [each for each in clause.arguments if each.start < clause.head.index],
    "sentence-words": InText(lambda text, clause: text.words(*clause.sentence)),
}
CHOSEN: t.Final[Mapping[str, Callable[..., Known]]] = {
    "above": _above,
    "all": lambda *roles: lambda clause: clause.all(*roles),
    "first": _first,
    "modifiers": lambda *kinds: lambda phrase: phrase.of_kind(*kinds),
}
CLAUSES: t.Final = Vocabulary(
    TESTS, RELATIONS, CLASSES, STEPS, WALKS, {}, {}, CHOSEN, ("text", "clause"),
    {sign: attribute.rstrip("_") for sign, attribute in ATTRIBUTES.items()},
    lambda sign: VALUE_ATTRIBUTES.get(sign, ""), ("link.kind", "kind", "form"), ONE, SEVERAL,
)  # fmt: skip
"""The vocabulary of patterns of clauses."""
OF_CLAUSES: t.Final[Mapping[str, Pattern[bool]]] = patterns_of("clauses", CLAUSES, question)
"""Properties of clauses by themselves, which patterns may refer to too."""
