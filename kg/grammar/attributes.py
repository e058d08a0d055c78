"""spaCy's attribute rules, memoised: they are applied once for each distinct word.

The attribute ruler of the English models matches some 180 patterns at every token, a tenth of the time of a parse. All
but a few look at one token, and at its form, tag and dependency only: what they say of one such triple is kept.
"""

import typing as t
from dataclasses import dataclass, field

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

LOOKED_AT: t.Final = ("LOWER", "TAG", "DEP", "IS_SPACE")
MOST_KEPT: t.Final = 100_000
Match: t.TypeAlias = tuple[int, int, int]
"""The number of a pattern, and the tokens `start` to `end` (half-open) that it fits."""


def match_distinct_words(nlp: Language) -> None:
    """Let the attribute ruler of a pipeline match each distinct word once; other rulers stay as they are.

    Args:
        nlp: a loaded pipeline; what its ruler writes on a Doc, and its form on disk, do not change.
    """
    ruler: t.Any = nlp.get_pipe("attribute_ruler") if nlp.has_pipe("attribute_ruler") else None
    if ruler is not None and all(_looks_at_words(pattern) for each in ruler.patterns for pattern in each["patterns"]):
        ruler.matcher = _DistinctWords(ruler.matcher, _longer_patterns(nlp, ruler))


def _looks_at_words(pattern: t.Sequence[t.Mapping[str, object]]) -> bool:
    return all(token.keys() <= set(LOOKED_AT) for token in pattern)


def _longer_patterns(nlp: Language, ruler: t.Any) -> Matcher:
    """Return a matcher of the patterns of several tokens; the ruler numbers its rules in their order."""
    longer = Matcher(nlp.vocab)
    for number, each in enumerate(ruler.patterns):
        patterns = [pattern for pattern in each["patterns"] if len(pattern) > 1]
        if patterns:
            longer.add(str(number), patterns)
    return longer


@dataclass(eq=False, slots=True)
class _DistinctWords:
    """What stands in the place of the ruler's matcher: `known` tells which patterns of one token fit a word."""

    every: Matcher
    longer: Matcher
    known: dict[tuple[int, ...], tuple[int, ...]] = field(default_factory=dict)

    def __call__(self, doc: Doc, *, allow_missing: bool, as_spans: bool) -> list[Match]:
        words = list(map(tuple, doc.to_array(list(LOOKED_AT)).tolist()))
        new = {word: i for i, word in enumerate(words) if word not in self.known}
        if new:
            self._learn(doc, new, allow_missing)
        found = [(number, i, i + 1) for i, word in enumerate(words) for number in self.known[word]]
        return [*found, *self.longer(doc, allow_missing=allow_missing, as_spans=False)]

    def get(self, key: str) -> t.Any:
        """Return the patterns of a rule, for the ruler to write to disk."""
        return self.every.get(key)

    def add(self, key: str, patterns: list[list[dict[str, t.Any]]]) -> None:
        """Add a rule, as the ruler does; what is known is learnt again."""
        self.every.add(key, patterns)
        self.known.clear()
        if longer := [pattern for pattern in patterns if len(pattern) > 1]:
            self.longer.add(key, longer)

    def _learn(self, doc: Doc, new: t.Mapping[tuple[int, ...], int], allow_missing: bool) -> None:
        if len(self.known) > MOST_KEPT:
            self.known.clear()
            new = {word: i for i, word in enumerate(map(tuple, doc.to_array(list(LOOKED_AT)).tolist()))}
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
        self.known |= {word: tuple(fitting.get(place, ())) for place, word in enumerate(new)}
