"""spaCy's attribute rules, looked up: what they say of one word is asked once a form, a tag and a dependency.

The attribute ruler of the English models tries some 180 patterns at every token, an eighth of the time of a parse. Most
name forms; all words whose form none of them names are one word. What is asked of the words behind is asked where the
first word of a pattern stands.
"""

import functools
import re
import typing as t
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

LOOKED_AT: t.Final = ("LOWER", "TAG", "DEP", "IS_SPACE")
SETS: t.Final[Mapping[str, bool]] = {"IN": True, "NOT_IN": False, "REGEX": True}
"""The tests of a pattern that are looked up, and whether a word must be one of those that each names."""


class Test(t.NamedTuple):
    """What a pattern asks of a word: that a value at a place of `LOOKED_AT` is among some, or is not."""

    place: int
    values: Container[int]
    among: bool


class Rule(t.NamedTuple):
    """A pattern: the number of its rule, the key that the ruler has for that, the tests of its words."""

    number: int
    key: int
    first: Sequence[Test]
    behind: Sequence[Sequence[Test]]


@dataclass(frozen=True, slots=True)
class Matching:
    """The numbers of the strings in which a regular expression finds something."""

    pattern: re.Pattern[str]
    strings: t.Any

    def __contains__(self, number: object) -> bool:
        """Tell whether it finds something in the string with a number."""
        return self.pattern.search(self.strings[number]) is not None


def look_up_attributes(nlp: Language) -> None:
    """Let the attribute ruler of a pipeline look words up; what it writes does not change, nor its form on disk.

    Once a rule is added to it, it is spaCy's again, and so is one with a pattern that asks for more.
    """
    ruler: t.Any = nlp.get_pipe("attribute_ruler") if nlp.has_pipe("attribute_ruler") else None
    rules = _rules(ruler) if ruler is not None else []
    if not rules:
        return
    number, spacys = len(ruler.attrs), ruler.match
    asked = [test.values for rule in rules for test in rule.first if test.place == 0]
    named = {form for forms in asked if isinstance(forms, set) for form in forms}
    matching = [forms for forms in asked if isinstance(forms, Matching)]

    @functools.lru_cache(maxsize=2**14)
    def fitting(form: int, *told: int) -> list[Rule]:
        return [rule for rule in rules if _fits((form, *told), rule.first)]

    @functools.lru_cache(maxsize=2**14)
    def shown(form: int) -> int:
        return form if form in named or any(form in forms for forms in matching) else 0

    def match(doc: Doc) -> list[tuple[int, int, int, int]]:
        if len(ruler.attrs) != number:
            return list(spacys(doc))
        words = doc.to_array(list(LOOKED_AT)).tolist()
        return sorted(
            (rule.number, rule.key, i, i + 1 + len(rule.behind))
            for i, (form, *told) in enumerate(words)
            for rule in fitting(shown(form), *told)
            if not rule.behind or _go_on(words[i + 1 :], rule.behind)
        )

    ruler.match = match


def _rules(ruler: t.Any) -> list[Rule]:
    """Return the patterns of a ruler; none where one asks for more than can be looked up."""
    found = []
    for number, each in enumerate(ruler.patterns):  # the ruler numbers its rules in their order
        for pattern in each["patterns"]:
            tests = [_tests(word, ruler.vocab.strings) for word in pattern]
            told = [each for each in tests if each is not None]
            if len(told) < len(tests):
                return []
            found.append(Rule(number, ruler.vocab.strings[str(number)], told[0], told[1:]))
    return found


def _tests(word: Mapping[str, t.Any], strings: t.Any) -> Sequence[Test] | None:
    """Return what a pattern asks of a word, None where that is more than which values it has."""
    asked = [(name, wanted if isinstance(wanted, Mapping) else {"IN": [wanted]}) for name, wanted in word.items()]
    if not word.keys() <= set(LOOKED_AT) or any(wanted.keys() - SETS.keys() for _, wanted in asked):
        return None
    return [
        Test(LOOKED_AT.index(name), _values(some, strings), SETS[test])
        for name, wanted in asked
        for test, some in wanted.items()
    ]


def _values(told: str | Sequence[t.Any], strings: t.Any) -> Container[int]:
    """Return the values that a test names, or in which its regular expression finds something."""
    if isinstance(told, str):
        return Matching(re.compile(told), strings)
    return {strings.add(each) if isinstance(each, str) else each for each in told}


def _fits(word: Sequence[int], tests: Sequence[Test]) -> bool:
    return all((word[place] in values) is among for place, values, among in tests)


def _go_on(words: Sequence[Sequence[int]], tests: Sequence[Sequence[Test]]) -> bool:
    """Tell whether each of the first words passes its tests."""
    return len(words) >= len(tests) and all(map(_fits, words, tests))
