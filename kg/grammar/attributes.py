"""spaCy's attribute rules, memoised: they are applied once for each distinct word.

The attribute ruler of the English models matches some 180 patterns at every token, a tenth of the time of a parse. All
but a few look at one token, and at its form, tag and dependency only: what they say of one such triple is kept. Of
nearly all words no pattern names the form, so that they are one word with the same tag and dependency.
"""

import typing as t
from collections.abc import Iterable, Iterator, Mapping

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

LOOKED_AT: t.Final = ("LOWER", "TAG", "DEP", "IS_SPACE")
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
    if ruler is not None and all(token.keys() <= set(LOOKED_AT) for each in _patterns(ruler) for token in each):
        ruler.match = DistinctWords(ruler).match


def _patterns(ruler: t.Any) -> Iterator[list[dict[str, t.Any]]]:
    return (pattern for each in ruler.patterns for pattern in each["patterns"])


class DistinctWords:
    """What a ruler matches: `known` tells which of its rules fit a word alone, `longer` finds those of several words.

    `named` are the forms that its patterns of one word name. Where a rule was added later, or a pattern tells forms in
    another way than by naming them, spaCy matches alone.
    """

    def __init__(self, ruler: t.Any) -> None:
        """Look at what the patterns of a ruler look at."""
        self.ruler, self.spacys, self.longer = ruler, ruler.match, Matcher(ruler.vocab)
        self.known: dict[Word, tuple[int, ...]] = {}
        for number, each in enumerate(ruler.patterns):  # the ruler numbers its rules in their order
            if longer := [pattern for pattern in each["patterns"] if len(pattern) > 1]:
                self.longer.add(str(number), longer)
        asked = [pattern[0][FORM] for pattern in _patterns(ruler) if len(pattern) == 1 and FORM in pattern[0]]
        tests = [test if isinstance(test, Mapping) else {"IN": [test]} for test in asked]
        self.rules = len(ruler.attrs) if all(test.keys() == {"IN"} for test in tests) else -1
        self.named = {ruler.vocab.strings.add(form) for test in tests for form in test.get("IN", ())}

    def match(self, doc: Doc) -> Iterable[tuple[int, int, int, int]]:
        """Return the rules that fit a Doc, in their order: place and number of each, and the tokens that it fits."""
        if self.rules != len(self.ruler.attrs):
            found: Iterable[tuple[int, int, int, int]] = self.spacys(doc)
            return found
        rows = doc.to_array(list(LOOKED_AT)).tolist()
        words = [(form if form in self.named else ANY_FORM, *others) for form, *others in rows]
        new = {word: i for i, word in enumerate(words) if word not in self.known}
        if new:
            self._learn(doc, new)
        alone = [(number, i, i + 1) for i, word in enumerate(words) for number in self.known[word]]
        several = self.longer(doc, allow_missing=True, as_spans=False)
        strings = self.ruler.vocab.strings
        return sorted((int(strings[number]), number, start, end) for number, start, end in (*alone, *several))

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
