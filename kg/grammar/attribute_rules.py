"""Cached lookup for spaCy's attribute rules: computed once for each form, tag and dependency.

The attribute ruler of the English models tries some 180 patterns on every token, an eighth of the parsing time. All but
a few test a single token, and most name its form. All words whose form is in no pattern are treated as the same word.
Patterns of several tokens are tried where their first token fits; "n't" and "nothin'" are regular expressions.
"""

import functools
import re
import typing as t
from collections.abc import Container, Mapping, Sequence, Set
from dataclasses import dataclass

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

LOOKED_AT: t.Final = ("LOWER", "TAG", "DEP", "IS_SPACE")
SETS: t.Final[Mapping[str, bool]] = {"IN": True, "NOT_IN": False}
"""The operators of patterns that can be looked up, and whether the value must be one of those listed."""
REGEX: t.Final = "REGEX"
"""The operator of patterns that match a value with a regular expression."""


@dataclass(frozen=True)
class Matching:
    """The values that a regular expression matches, as numbers of strings."""

    pattern: re.Pattern[str]
    strings: t.Any

    def __contains__(self, value: object, /) -> bool:
        """Return whether the string with a number matches."""
        return self.pattern.search(self.strings[value]) is not None


class Test(t.NamedTuple):
    """A condition on a word: the value at an index of `LOOKED_AT` must, or must not, be one of some values."""

    place: int
    values: Container[int]
    among: bool


class Rule(t.NamedTuple):
    """A rule for adjacent words: its number, its key in the ruler, and the tests of each word."""

    number: int
    key: int
    words: Sequence[Sequence[Test]]

    @property
    def forms(self) -> Set[int] | None:
        """The forms that it lists if it is for a single word; None for several words, or with a regular expression."""
        tests = self.words[0]
        listed = [test.values for test in tests if isinstance(test.values, Set)]
        if len(self.words) > 1 or len(listed) < len(tests):
            return None
        return {form for test, values in zip(tests, listed, strict=True) if test.place == 0 for form in values}


def look_up_attributes(nlp: Language) -> None:
    """Make the attribute ruler of a pipeline look words up. Its annotations and its form on disk stay the same.

    Once a rule is added, spaCy's own matching is used again.
    """
    ruler: t.Any = nlp.get_pipe("attribute_ruler") if nlp.has_pipe("attribute_ruler") else None
    if ruler is None:
        return
    found, others = _rules(ruler)
    rules, strings, spacys = len(ruler.attrs), ruler.vocab.strings, ruler.match
    named = {form for rule in found for form in rule.forms or ()}
    alone, longer = ([rule for rule in found if (rule.forms is None) is several] for several in (False, True))
    opened_by = {rule.words[0][0].place for rule in longer}

    @functools.lru_cache(maxsize=2**14)
    def fitting(*word: int) -> list[Rule]:
        return [rule for rule in alone if _fits(word, rule.words[0])]

    @functools.lru_cache(maxsize=2**14)
    def opening(place: int, value: int) -> list[Rule]:
        first = ((rule, rule.words[0][0]) for rule in longer)
        return [rule for rule, test in first if test.place == place and (value in test.values) is test.among]

    def match(doc: Doc) -> list[tuple[int, int, int, int]]:
        if len(ruler.attrs) != rules:
            return list(spacys(doc))
        matches = others(doc, allow_missing=True, as_spans=False) if len(others) else ()
        found = [(int(strings[key]), key, start, end) for key, start, end in matches]
        words = doc.to_array(list(LOOKED_AT)).tolist()
        found += [
            (rule.number, rule.key, i, i + 1)
            for i, (form, tag, dependency, space) in enumerate(words)
            for rule in fitting(form if form in named else 0, tag, dependency, space)
        ]
        opened = [
            (i, rule) for place in opened_by for i, word in enumerate(words) for rule in opening(place, word[place])
        ]
        found += [
            (rule.number, rule.key, i, i + len(rule.words))
            for i, rule in opened
            if i + len(rule.words) <= len(words) and all(map(_fits, words[i:], rule.words))
        ]
        return sorted(found)

    ruler.match = match


def _rules(ruler: t.Any) -> tuple[list[Rule], Matcher]:
    """Return the rules of a ruler that can be looked up, and a matcher for the others."""
    found, others, strings = list[Rule](), Matcher(ruler.vocab), ruler.vocab.strings
    for number, each in enumerate(ruler.patterns):  # the ruler numbers its rules in their order
        for pattern in each["patterns"]:
            tests = [_tests(word, strings) for word in pattern]
            if all(tests):
                found.append(Rule(number, strings[str(number)], tests))
            else:
                others.add(str(number), [pattern])
    return found, others


def _tests(pattern: Mapping[str, t.Any], strings: t.Any) -> Sequence[Test]:
    """Return the tests of a token pattern, its form first; none if it has conditions that cannot be looked up."""
    criteria = [(name, wanted if isinstance(wanted, Mapping) else {"IN": [wanted]}) for name, wanted in pattern.items()]
    if not pattern.keys() <= set(LOOKED_AT) or any(wanted.keys() - {*SETS, REGEX} for _, wanted in criteria):
        return ()
    tests = [
        Test(LOOKED_AT.index(name), _values(test, some, strings), SETS.get(test, True))
        for name, wanted in criteria
        for test, some in wanted.items()
    ]
    return sorted(tests, key=lambda test: test.place)


def _values(operator: str, wanted: t.Any, strings: t.Any) -> Container[int]:
    """Return the values that an operator looks for."""
    if operator == REGEX:
        return Matching(re.compile(wanted), strings)
    return {strings.add(each) if isinstance(each, str) else each for each in wanted}


def _fits(word: Sequence[int], tests: Sequence[Test]) -> bool:
    return all((word[place] in values) is among for place, values, among in tests)
