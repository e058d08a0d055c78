"""Cached lookup for spaCy's attribute rules: computed once for each form, tag and dependency.

The attribute ruler of the English models tries some 180 patterns on every token, an eighth of the parsing time. All but
a few test a single token, and most name its form. All words whose form is in no pattern are treated as the same word.
The patterns of several words are searched for only in texts with a word that one of them begins with.
"""

import functools
import re
import typing as t
from collections.abc import Callable, Container, Mapping, Sequence, Set

from spacy.language import Language
from spacy.matcher import Matcher
from spacy.tokens import Doc

LOOKED_AT: t.Final = ("LOWER", "TAG", "DEP", "IS_SPACE")
SETS: t.Final[Mapping[str, bool]] = {"IN": True, "NOT_IN": False, "REGEX": True}
"""The operators of patterns that can be looked up, and whether the value must be one of those listed or matched."""

REMEMBERED: t.Final = 2**14
"""The number of forms, and of words, whose rules are kept."""
Fitting: t.TypeAlias = tuple[list[tuple[int, int]], bool]
"""The numbers and keys of the rules for a word, and whether a longer rule may begin with it."""


class Written(Container[int]):
    """The forms that a regular expression finds, as numbers in a table of strings."""

    def __init__(self, pattern: str, strings: t.Any) -> None:
        self._find, self._strings = re.compile(pattern).search, strings

    def __contains__(self, form: object) -> bool:
        """Return whether the expression finds something in a form."""
        return self._find(self._strings[form]) is not None


class Test(t.NamedTuple):
    """A condition on a word: the value at an index of `LOOKED_AT` must, or must not, be one of some values."""

    place: int
    values: Container[int]
    among: bool


class Rule(t.NamedTuple):
    """A rule: its number, its key in the ruler, and the tests of its first word, which may be its only one."""

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
    alone, longer, several = _rules(ruler)
    rules, strings, spacys = len(ruler.attrs), ruler.vocab.strings, ruler.match
    named, fitting = _named([*alone, *longer]), _fitting(alone, longer)

    def match(doc: Doc) -> list[tuple[int, int, int, int]]:
        if len(ruler.attrs) != rules:
            return list(spacys(doc))
        words = [fitting(named(form), *others) for form, *others in doc.to_array(list(LOOKED_AT)).tolist()]
        found = [(number, key, i, i + 1) for i, (fits, _) in enumerate(words) for number, key in fits]
        if any(begins for _, begins in words):
            rows = several(doc, allow_missing=True, as_spans=False)
            found += [(int(strings[key]), key, start, end) for key, start, end in rows]
        return sorted(found)

    ruler.match = match


def _named(rules: Sequence[Rule]) -> Callable[[int], int]:
    """Return a function that returns a form if a rule names it, and else 0, the same for all other forms."""
    values = [test.values for rule in rules for test in rule.tests if test.place == 0]
    listed = {form for some in values if isinstance(some, Set) for form in some}
    written = [some for some in values if isinstance(some, Written)]
    return functools.lru_cache(maxsize=REMEMBERED)(
        lambda form: form if form in listed or any(form in some for some in written) else 0
    )


def _fitting(alone: Sequence[Rule], longer: Sequence[Rule]) -> Callable[..., Fitting]:
    """Return a function that returns the rules for a word, and whether a longer rule may begin with it."""

    @functools.lru_cache(maxsize=REMEMBERED)
    def fitting(*word: int) -> Fitting:
        fits = [(rule.number, rule.key) for rule in alone if _fits(word, rule.tests)]
        return fits, any(_fits(word, rule.tests) for rule in longer)

    return fitting


def _rules(ruler: t.Any) -> tuple[list[Rule], list[Rule], Matcher]:
    """Return the rules of a ruler for a single word, and the longer ones, with a matcher for these.

    A longer rule whose first word has other tests than can be looked up has no tests, so that any word may begin it.
    """
    alone, longer, several = list[Rule](), list[Rule](), Matcher(ruler.vocab)
    for number, each in enumerate(ruler.patterns):  # the ruler numbers its rules in their order
        for pattern in each["patterns"]:
            tests = _tests(pattern[0], ruler.vocab.strings)
            rule = Rule(number, ruler.vocab.strings[str(number)], tests or ())
            if tests is None or len(pattern) > 1:
                several.add(str(number), [pattern])
                longer.append(rule)
            else:
                alone.append(rule)
    return alone, longer, several


def _tests(pattern: Mapping[str, t.Any], strings: t.Any) -> Sequence[Test] | None:
    """Return the tests of a token pattern, or None if it contains any other condition."""
    asked = [(name, wanted if isinstance(wanted, Mapping) else {"IN": [wanted]}) for name, wanted in pattern.items()]
    found = [wanted.get("REGEX", "") for _, wanted in asked]
    if not pattern.keys() <= set(LOOKED_AT) or any(wanted.keys() - SETS.keys() for _, wanted in asked):
        return None
    if not all(isinstance(each, str) for each in found):  # an expression for each of several words
        return None
    return [
        Test(LOOKED_AT.index(name), _values(test, some, strings), SETS[test])
        for name, wanted in asked
        for test, some in wanted.items()
    ]


def _values(test: str, some: t.Any, strings: t.Any) -> Container[int]:
    if test == "REGEX":
        return Written(some, strings)
    return {strings.add(each) if isinstance(each, str) else each for each in some}


def _fits(word: Sequence[int], tests: Sequence[Test]) -> bool:
    return all((word[place] in values) is among for place, values, among in tests)
