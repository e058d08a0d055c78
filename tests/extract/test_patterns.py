"""The notation of patterns over clauses: its tests and steps on clauses written by hand."""

import pytest

from kg.extract.patterns import CLAUSES
from kg.grammar.patterns import question, read
from tests.extract.clauses import written

TEXT = ["[subject Ana] +may say=say.present [object a word] [content>1]", "content>0 that: [subject it] fell=fall.past"]


def holds(test: str, place: int, helpers: str = "") -> bool:
    """Return whether a test holds for a clause of the text."""
    text, clauses = written(*TEXT)
    found = read(f"{helpers}\n\nrule\n  A rule.\n  {test}", CLAUSES._replace(defined={}), question)
    return found["rule"].answer(text, clauses[place])


@pytest.mark.parametrize(
    ("test", "place"),
    [
        ("past", 1),
        ("verb active present", 0),
        ("verbs(say) | verbs(plan)", 0),
        ("link(content|open)", 1),
        ("link(content) .above[verbs(report)]", 1),
        (".above(content open)", 1),
        ('opener("that") .link.marker["that"]', 1),
        (".all(subject object).head['word']", 0),
        (".first(object content).head[~word]", 0),
        (".arguments[role(object) own]", 0),
        ("modal(possible) .auxiliaries", 0),
        (".below[past]", 0),
        ("told = .above; told.subject.head['Ana']; clause[past]", 1),
        (".content[filled-by(clause.below)]", 0),
        ("!past !.above", 0),
    ],
)
def test_tests_that_hold_of_one_clause_only(test: str, place: int) -> None:
    assert holds(test, place)
    assert not holds(test, 1 - place)


def test_a_pattern_may_be_a_test_of_one_before_it() -> None:
    helpers = "first\n  It is one.\n  .below[second]\n\nsecond\n  It is another.\n  upper = .above; past upper[present]"
    assert holds("first", 0, helpers)
    assert not holds("first", 1, helpers)


def test_the_effect_is_after_an_arrow() -> None:
    found = read("rule link(content) verb\n  A rule.\n  past\n  => blocks", CLAUSES._replace(defined={}), question)[
        "rule"
    ]
    assert found.effects == ("blocks",)
    assert found.looks_at("content", "verb")
    assert not found.looks_at("open", "verb")
    assert not found.looks_at("content", "noun")


@pytest.mark.parametrize("test", ["nobody", "verbs(nothing)", ".uncles", "VBD"])
def test_what_is_not_known_is_named(test: str) -> None:
    with pytest.raises(ValueError, match="cannot read the pattern 'rule'"):
        holds(test, 0)
