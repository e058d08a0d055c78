"""spaCy's attribute rules, memoised: they are applied once for each distinct word.

The attribute ruler of the English models matches some 180 patterns at every token, a tenth of the time of a parse. All
but a few look at one token, and at its form, tag and dependency only: what they say of one such triple is kept. Of
nearly all words no pattern names the form, so that they are one word with the same tag and dependency.
"""

import re
import typing as t
from collections.abc import Mapping
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

LOOKED_AT: t.Final = ("LOWER", "TAG", "DEP", "IS_SPACE")
MOST_KEPT: t.Final = 100_000
FORM: t.Final = "LOWER"
ANY_FORM: t.Final = 0
"""What stands for the form of a word that no pattern names."""
Word: t.TypeAlias = tuple[int, ...]
"""What the patterns look at of a token."""


def match_distinct_words(nlp: Language) -> None:
    """Let the attribute ruler of a pipeline match each distinct word once; other rulers stay as they are.

    Args:
        nlp: a loaded pipeline; what its ruler writes on a Doc, and its form on disk, do not change.
    """
    ruler: t.Any = nlp.get_pipe("attribute_ruler") if nlp.has_pipe("attribute_ruler") else None
    if ruler is not None and all(token.keys() <= set(LOOKED_AT) for token in _tokens(ruler)):
        ruler.match = DistinctWords(ruler).match


def _tokens(ruler: t.Any) -> list[dict[str, t.Any]]:
    """Return what the patterns of a ruler ask of single tokens."""
    return [token for each in ruler.patterns for pattern in each["patterns"] for token in pattern]


@dataclass(eq=False, slots=True)
class DistinctWords:
    """What a ruler matches: `known` tells which of its rules fit a word alone, `longer` finds those of several words.

    `forms` has by its number a form itself where a pattern names it, else `ANY_FORM`. With a rule that is added, all is
    learnt again; there were `rules` before.
    """

    ruler: t.Any
    rules: int = -1
    longer: Matcher = field(init=False)
    named: set[int] = field(default_factory=set)
    expressions: list[re.Pattern[str]] = field(default_factory=list)
    forms: dict[int, int] = field(default_factory=dict)
    known: dict[Word, tuple[int, ...]] = field(default_factory=dict)

    def match(self, doc: Doc) -> list[tuple[int, int, int, int]]:
        """Return the rules that fit a Doc, in their order: place and number of each, and the tokens that it fits."""
        if self.rules != len(self.ruler.attrs) or len(self.forms) > MOST_KEPT:
            self._start()
        rows = doc.to_array(list(LOOKED_AT)).tolist()
        self.forms |= {form: self._form(form) for form in {row[0] for row in rows} - self.forms.keys()}
        words = [(self.forms[form], *others) for form, *others in rows]
        new = {word: i for i, word in enumerate(words) if word not in self.known}
        if new:
            self._learn(doc, new)
        found = [(number, i, i + 1) for i, word in enumerate(words) for number in self.known[word]]
        found += self.longer(doc, allow_missing=True, as_spans=False)
        strings = self.ruler.vocab.strings
        return sorted((int(strings[number]), number, start, end) for number, start, end in found)

    def _start(self) -> None:
        """Forget all, and look at what the patterns of the ruler look at."""
        self.rules, vocab = len(self.ruler.attrs), self.ruler.vocab
        self.longer = Matcher(vocab)
        for kept in (self.named, self.expressions, self.forms, self.known):
            kept.clear()
        for number, each in enumerate(self.ruler.patterns):  # the ruler numbers its rules in their order
            if longer := [pattern for pattern in each["patterns"] if len(pattern) > 1]:
                self.longer.add(str(number), longer)
        for asked in (token[FORM] for token in _tokens(self.ruler) if FORM in token):
            tests = asked if isinstance(asked, Mapping) else {"IN": [asked]}
            self.named.update(vocab.strings.add(form) for form in tests.get("IN", ()))
            # a test of another kind may tell all forms apart
            every = [tests.get("REGEX", "")] if tests.keys() - {"IN"} else []
            self.expressions += map(re.compile, every)

    def _form(self, form: int) -> int:
        text = self.ruler.vocab.strings[form]
        return form if form in self.named or any(each.search(text) for each in self.expressions) else ANY_FORM

    def _learn(self, doc: Doc, new: Mapping[Word, int]) -> None:
        """Keep what fits some words, each of which stands at a place of a Doc."""
        tokens = [doc[i] for i in new.values()]
        alone = Doc(
            doc.vocab,
            [token.text for token in tokens],
            tags=[token.tag_ for token in tokens],
            deps=[token.dep_ for token in tokens],
            heads=list(range(len(tokens))),
        )
        fitting: dict[int, list[int]] = {}
        for number, start, end in self.ruler.matcher(alone, allow_missing=True, as_spans=False):
            if end == start + 1:
                fitting.setdefault(start, []).append(number)
        self.known |= {word: tuple(fitting.get(place, ())) for place, word in enumerate(new)}
