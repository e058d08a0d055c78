"""spaCy's attribute rules, memoised: they are applied once for each distinct word.

The attribute ruler of the English models matches some 180 patterns at every token, a tenth of the time of a parse. All
but a few look at one token, and at its form, tag and dependency only: what they say of one such triple is kept. Of
nearly all words no pattern names the form, so that they are one word with the same tag and dependency.
"""

import re
import typing as t
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

LOOKED_AT: t.Final = ("LOWER", "TAG", "DEP", "IS_SPACE")
MOST_KEPT: t.Final = 100_000
FORM: t.Final = "LOWER"
ANY_FORM: t.Final = 0
"""What stands for the form of a word that no pattern names."""
Match: t.TypeAlias = tuple[int, int, int]
"""The number of a pattern, and the tokens `start` to `end` (half-open) that it fits."""
Pattern: t.TypeAlias = list[dict[str, t.Any]]


def match_distinct_words(nlp: Language) -> None:
    """Let the attribute ruler of a pipeline match each distinct word once; other rulers stay as they are.

    Args:
        nlp: a loaded pipeline; what its ruler writes on a Doc, and its form on disk, do not change.
    """
    ruler: t.Any = nlp.get_pipe("attribute_ruler") if nlp.has_pipe("attribute_ruler") else None
    if ruler is not None and all(_looks_at_words(pattern) for each in ruler.patterns for pattern in each["patterns"]):
        matcher = _DistinctWords(ruler.matcher, Matcher(nlp.vocab), Matcher(nlp.vocab), _Forms(nlp))
        for number, each in enumerate(ruler.patterns):  # the ruler numbers its rules in their order
            matcher.look_at(str(number), each["patterns"])
        ruler.matcher = matcher


def _looks_at_words(pattern: Pattern) -> bool:
    return all(token.keys() <= set(LOOKED_AT) for token in pattern)


class _Forms(dict[int, int]):
    """By the number of a form itself where a pattern names it, else `ANY_FORM`."""

    def __init__(self, nlp: Language) -> None:
        self.strings = nlp.vocab.strings
        self.named: set[int] = set()
        self.expressions: list[re.Pattern[str]] = []

    def __missing__(self, form: int) -> int:
        told = form in self.named or any(each.search(self.strings[form]) for each in self.expressions)
        found = self[form] = form if told else ANY_FORM
        return found

    def name(self, asked: Iterable[t.Any]) -> None:
        """Tell other forms apart: those that a pattern asks for, each as a word or a test."""
        for each in asked:
            tests = each if isinstance(each, Mapping) else {"IN": [each]}
            self.named.update(self.strings.add(form) for form in tests.get("IN", ()))
            regular = [tests["REGEX"]] if "REGEX" in tests else []
            every = [""] if tests.keys() - {"IN", "REGEX"} else []  # a test of another kind may tell all forms apart
            self.expressions += map(re.compile, (*regular, *every))


@dataclass(eq=False, slots=True)
class _DistinctWords:
    """What stands in the place of the ruler's matcher: `known` tells which patterns of one token fit a word.

    `openers` are the words that fit the first token of a longer pattern: where none stands no longer one is looked for.
    """

    every: Matcher
    longer: Matcher
    opening: Matcher
    forms: _Forms
    known: dict[tuple[int, ...], tuple[int, ...]] = field(default_factory=dict)
    openers: set[tuple[int, ...]] = field(default_factory=set)

    def __call__(self, doc: Doc, *, allow_missing: bool, as_spans: bool) -> list[Match]:
        if len(self.forms) > MOST_KEPT:
            self._forget()
        words = self._words(doc)
        new = set(words).difference(self.known)
        if new:
            self._learn(doc, {word: i for i, word in enumerate(words) if word in new}, allow_missing)
        found = [(number, i, i + 1) for i, word in enumerate(words) for number in self.known[word]]
        if self.openers.isdisjoint(words):
            return found
        return [*found, *self.longer(doc, allow_missing=allow_missing, as_spans=False)]

    def _forget(self) -> None:
        for kept in (self.forms, self.known, self.openers):
            kept.clear()

    def _words(self, doc: Doc) -> list[tuple[int, ...]]:
        forms = self.forms
        return [(forms[form], *others) for form, *others in doc.to_array(list(LOOKED_AT)).tolist()]

    def get(self, key: str) -> t.Any:
        """Return the patterns of a rule, for the ruler to write to disk."""
        return self.every.get(key)

    def add(self, key: str, patterns: list[Pattern]) -> None:
        """Add a rule, as the ruler does; what is known is learnt again."""
        self.every.add(key, patterns)
        self.look_at(key, patterns)

    def look_at(self, key: str, patterns: list[Pattern]) -> None:
        """Look from now on at what the patterns of a rule of the ruler's look at; what is known is learnt again."""
        self._forget()
        self.forms.name(token[FORM] for pattern in patterns for token in pattern if FORM in token)
        if longer := [pattern for pattern in patterns if len(pattern) > 1]:
            self.longer.add(key, longer)
            self.opening.add(key, [pattern[:1] for pattern in longer])

    def _learn(self, doc: Doc, new: Mapping[tuple[int, ...], int], allow_missing: bool) -> None:
        tokens = [doc[i] for i in new.values()]
        alone = Doc(
            doc.vocab,
            [token.text for token in tokens],
            tags=[token.tag_ for token in tokens],
            deps=[token.dep_ for token in tokens],
            heads=list(range(len(tokens))),
        )
        fitting: dict[int, list[int]] = {}
        for number, start, end in self.every(alone, allow_missing=allow_missing, as_spans=False):
            if end == start + 1:
                fitting.setdefault(start, []).append(number)
        opening = {start for _, start, _ in self.opening(alone, allow_missing=allow_missing, as_spans=False)}
        self.known |= {word: tuple(fitting.get(place, ())) for place, word in enumerate(new)}
        self.openers |= {word for place, word in enumerate(new) if place in opening}
