"""Cached lookup for spaCy's attribute rules: computed once for each form, tag and dependency.

The attribute ruler of the English models tries some 180 patterns on every token, an eighth of the parsing time. All but
a few test a single token, and most name its form. All words whose form is in no pattern are treated as the same word.
"""

import functools
import typing as t
from collections.abc import Mapping, Sequence, Set

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.tokens._retokenize import set_token_attrs

LOOKED_AT: t.Final = ("LOWER", "TAG", "DEP", "IS_SPACE")
SETS: t.Final[Mapping[str, bool]] = {"IN": True, "NOT_IN": False}
"""The operators of patterns that can be looked up, and whether the value must be one of those listed."""


class Test(t.NamedTuple):
    """A condition on a word: the value at an index of `LOOKED_AT` must, or must not, be one of some values."""

    place: int
    values: Set[int]
    among: bool


class Rule(t.NamedTuple):
    """A rule for a single word: its number, its key in the ruler, and its tests."""

    number: int
    key: int
    tests: Sequence[Test]


def look_up_attributes(nlp: Language) -> None:
    """Make the attribute ruler of a pipeline look words up. Its annotations and its form on disk stay the same.

    Once a rule is added, spaCy's own matching is used again.
    """
    ruler: t.Any = nlp.get_pipe("attribute_ruler") if nlp.has_pipe("attribute_ruler") else None
    if ruler is None:
        return
    alone, several = _rules(ruler)
    rules, strings, spacys = len(ruler.attrs), ruler.vocab.strings, ruler.match
    named = {form for rule in alone for test in rule.tests if test.place == 0 for form in test.values}

    fitting = functools.lru_cache(maxsize=2**14)(functools.partial(_fitting, alone))

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

    def annotate(doc: Doc, matches: list[tuple[int, int, int, int]]) -> None:
        for number, _, start, end in matches:
            set_token_attrs(doc[range(start, end)[ruler.indices[number]]], ruler.attrs[number])

    ruler.match, ruler.set_annotations = match, annotate


def _rules(ruler: t.Any) -> tuple[list[Rule], Matcher]:
    """Return the rules of a ruler that can be looked up, and a matcher for the others."""
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
    """Return the tests of a token pattern, or None if it contains any other condition than value lists."""
    asked = [(name, wanted if isinstance(wanted, Mapping) else {"IN": [wanted]}) for name, wanted in pattern.items()]
    if not pattern.keys() <= set(LOOKED_AT) or any(wanted.keys() - SETS.keys() for _, wanted in asked):
        return None
    return [
        Test(LOOKED_AT.index(name), {strings.add(each) if isinstance(each, str) else each for each in some}, SETS[test])
        for name, wanted in asked
        for test, some in wanted.items()
    ]


def _fitting(rules: Sequence[Rule], *word: int) -> list[tuple[int, int]]:
    """Return the numbers and keys of the rules that a word passes, in a loop, as every distinct word is tested."""
    found = []
    for number, key, tests in rules:
        for place, values, among in tests:
            if (word[place] in values) is not among:
                break
        else:
            found.append((number, key))
    return found
