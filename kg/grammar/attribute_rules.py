"""spaCy's attribute rules, looked up: what they say of one word is asked once a form, a tag and a dependency.

The attribute ruler of the English models tries some 180 patterns at every token, an eighth of the time of a parse. All
but a few look at one token alone, and most name forms; all words whose form none of them names are one word.
"""

import functools
import typing as t
from collections.abc import Mapping, Sequence, Set

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

LOOKED_AT: t.Final = ("LOWER", "TAG", "DEP", "IS_SPACE")
SETS: t.Final[Mapping[str, bool]] = {"IN": True, "NOT_IN": False}
"""The tests of a pattern that are looked up, and whether a word must be one of those that each names."""


class Test(t.NamedTuple):
    """What a pattern asks of a word: that a value at a place of `LOOKED_AT` is among some, or is not."""

    place: int
    values: Set[int]
    among: bool


class Rule(t.NamedTuple):
    """A rule of one word: its number, the key that the ruler has for it, and its tests."""

    number: int
    key: int
    tests: Sequence[Test]


def look_up_attributes(nlp: Language) -> None:
    """Let the attribute ruler of a pipeline look words up; what it writes does not change, nor its form on disk.

    Once a rule is added to it, it is spaCy's again.
    """
    ruler: t.Any = nlp.get_pipe("attribute_ruler") if nlp.has_pipe("attribute_ruler") else None
    if ruler is None:
        return
    alone, several = _rules(ruler)
    rules, strings, spacys = len(ruler.attrs), ruler.vocab.strings, ruler.match
    named = {form for rule in alone for test in rule.tests if test.place == 0 for form in test.values}

    @functools.lru_cache(maxsize=2**14)
    def fitting(*word: int) -> list[tuple[int, int]]:
        return [(rule.number, rule.key) for rule in alone if _fits(word, rule.tests)]

    def match(doc: Doc) -> list[tuple[int, int, int, int]]:
        if len(ruler.attrs) != rules:
            return list(spacys(doc))
        longer = several(doc, allow_missing=True, as_spans=False)
        found = [(int(strings[key]), key, start, end) for key, start, end in longer]
        found += [
            (number, key, i, i + 1)
            for i, (form, tag, dependency, space) in enumerate(doc.to_array(list(LOOKED_AT)).tolist())
            for number, key in fitting(form if form in named else 0, tag, dependency, space)
        ]
        return sorted(found)

    ruler.match = match


def _rules(ruler: t.Any) -> tuple[list[Rule], Matcher]:
    """Return the rules of a ruler that are looked up, and what finds the others."""
    alone, several = [], Matcher(ruler.vocab)
    for number, each in enumerate(ruler.patterns):  # the ruler numbers its rules in their order
        for pattern in each["patterns"]:
            tests = _tests(pattern[0], ruler.vocab.strings) if len(pattern) == 1 else None
            if tests is None:
                several.add(str(number), [pattern])
            else:
                alone.append(Rule(number, ruler.vocab.strings[str(number)], tests))
    return alone, several


def _tests(pattern: Mapping[str, t.Any], strings: t.Any) -> Sequence[Test] | None:
    """Return what a pattern asks of a word, None where it is more than to be one of some values, or none of them."""
    asked = [(name, wanted if isinstance(wanted, Mapping) else {"IN": [wanted]}) for name, wanted in pattern.items()]
    if not pattern.keys() <= set(LOOKED_AT) or any(wanted.keys() - SETS.keys() for _, wanted in asked):
        return None
    return [
        Test(LOOKED_AT.index(name), {strings.add(each) if isinstance(each, str) else each for each in some}, SETS[test])
        for name, wanted in asked
        for test, some in wanted.items()
    ]


def _fits(word: Sequence[int], tests: Sequence[Test]) -> bool:
    return all((word[place] in values) is among for place, values, among in tests)
