"""The notation of the patterns that correct a parse: what is found, what is changed, and what cannot be read."""

import itertools
import re
from collections.abc import Mapping
from types import ModuleType

import pytest

from kg.grammar import antecedents, arguments, cuts, name_joins, sharing
from kg.grammar.corrections import BOUNDED, CLASSES, RELATIONS, STEPS, TESTS, VOCABULARY, WALKS
from kg.grammar.parse import uncorrected
from kg.grammar.patterns import Changes, Pattern, Vocabulary, collector, correction, finder, question, read
from kg.lexicon.tables import data_text
from tests.extract.documents import parsed

SENTENCE = (
    "Mills=mill/NNS/nsubj/2 sold=sell/VBD/ROOT/0 tea/NN/dobj/2 ,/,/punct/2 ink/NN/dobj/2 and/CC/cc/5 "
    "Oslo/NNP/conj/5/GPE"
)


def patterns(text: str) -> dict[str, Pattern[Changes]]:
    """Return the patterns in a text."""
    return read(text, Vocabulary(TESTS, RELATIONS, CLASSES, STEPS, WALKS, BOUNDED, {}), correction)


def made(body: str, place: int = 1, definitions: str = "") -> list[str]:
    """Return the changes of one pattern at a word of the sentence."""
    rule = patterns(f"{definitions}\n\nrule\n  A rule.\n{body}")["rule"].answer
    words = uncorrected(parsed(SENTENCE)).tokens
    return [f"{c.word.text} {c.head.text} {c.label} {c.tag}" for c in rule(words[place])]


@pytest.mark.parametrize(
    "test",
    [
        "VBD",
        "nsubj|ROOT",
        "~sell",
        '"sold"',
        "'sold'",
        "!nsubj",
        "VBD ROOT",
        "(nsubj|ROOT) VBD",
        ".lefts[nsubj NNS]",
        ".rights[dobj].rights[@GPE]",
        ".rights[conj] | VBD",
        ".rights[dobj .rights[cc]]",
        "goods = word.rights[dobj]; goods[!after(goods.following)]",
        "no ?= word.rights[nsubj]; !no",
        "end = word.rights[agent] or word.lefts[nsubj]; end[before(word)]",
    ],
)
def test_conditions_that_hold(test: str) -> None:
    assert made(f"  {test}\n  => word: VB") == ["sold sold ROOT VB"]


@pytest.mark.parametrize(
    "test",
    [
        "NN",
        "ROOT NN",
        "!VBD",
        ".rights[nsubj]",
        ".lefts[dobj]",
        "no = word.rights[nsubj]",
        "goods = word.rights[dobj]; goods[before(word)]",
        "verbs(seem)",
        ".head[is(word)].rights[@ORG]",
    ],
)
def test_conditions_that_do_not_hold(test: str) -> None:
    assert made(f"  {test}\n  => word: VB") == []


@pytest.mark.parametrize(
    ("effect", "expected"),
    [
        ("word: word.lefts conj", ["sold Mills conj VBD"]),
        ("each word.rights[NN]: word.lefts[nsubj]", ["tea Mills dobj NN", "ink Mills dobj NN"]),
        ("word.lefts: as-subject", ["Mills sold nsubj NNS"]),
        ("word.rights: for word", ["tea tea ROOT NN"]),
        ("word.rights[agent]: word", []),
        ("word: word.rights[agent]", []),
        ("word: VB if NN; word: VBP if VBD", ["sold sold ROOT VBP"]),
    ],
)
def test_changes(effect: str, expected: list[str]) -> None:
    assert made(f"  => {effect}") == expected


def test_a_way_goes_on_with_the_next_word_where_the_first_does_not_pass() -> None:
    assert made("  joined = word.rights[dobj].rights[conj]\n  => joined: word") == ["Oslo sold conj NNP"]


def test_a_definition_may_name_itself() -> None:
    found = patterns("last := !.rights | .rights[last]\n\nrule\n  A rule.\n  last\n  => word: VB")
    assert found["rule"].answer(uncorrected(parsed(SENTENCE)).tokens[1])


def test_a_definition_does_not_see_the_roles_of_a_pattern() -> None:
    assert made("  cc = word.rights[dobj]; !joined\n  => word: VB", definitions="joined := cc | NNP")


def test_the_traceback_of_a_pattern_names_it() -> None:
    known = Vocabulary(TESTS, RELATIONS, CLASSES, STEPS, WALKS, BOUNDED, {})
    known = known.extended(tests={"failing": lambda word: word.nothing})
    asked = read("rule\n  A rule.\n  .rights[failing]", known, question)["rule"]
    with pytest.raises(AttributeError) as caught:
        asked.answer(uncorrected(parsed(SENTENCE)).tokens[1])
    assert "<pattern rule>" in {str(entry.path) for entry in caught.traceback}


def test_a_question_tells_whether_something_holds() -> None:
    known = Vocabulary(TESTS, RELATIONS, CLASSES, STEPS, WALKS, BOUNDED, {})
    asked = read("rule nsubj\n  A rule.\n  NNS; verb = word.head; before(verb)", known, question)["rule"]
    words = uncorrected(parsed(SENTENCE)).tokens
    assert [asked.answer(word) for word in words[:3]] == [True, False, False]
    assert asked.looks_at("nsubj", "NNS")
    assert not asked.looks_at("dobj", "NNS")


def test_a_finder_gives_the_word_of_the_first_way_that_leads_to_one() -> None:
    known = Vocabulary(TESTS, RELATIONS, CLASSES, STEPS, WALKS, BOUNDED, {})
    rule = "rule\n  A rule.\n  VBD; last ?= word.rights[conj]\n  => last or word.rights[dobj].rights[conj] or word"
    found = read(rule, known, finder)["rule"].answer
    words = uncorrected(parsed(SENTENCE)).tokens
    assert [each.text if (each := found(word)) is not None else None for word in words[:2]] == [None, "Oslo"]


def test_a_collector_gives_all_words_to_which_its_ways_lead() -> None:
    known = Vocabulary(TESTS, RELATIONS, CLASSES, STEPS, WALKS, BOUNDED, {})
    rule = "rule\n  A rule.\n  !cc\n  => word.rights[dobj] or word.rights.rights[conj]\n  => word.head[!is(word)]"
    found = read(rule, known, collector)["rule"].answer
    words = uncorrected(parsed(SENTENCE)).tokens
    assert [each.text for each in found(words[1])] == ["tea", "ink", "Oslo"]
    assert [each.text for each in found(words[2])] == ["sold"]
    assert found(words[5]) == []


def test_the_first_line_has_only_labels_and_tags() -> None:
    with pytest.raises(ValueError, match="'small' is not only labels and tags"):
        patterns("rule small\n  A rule.\n  NNS")


def test_the_first_line_tells_which_words_are_looked_at() -> None:
    found = patterns(
        "object := dobj|dative\n\nrule object NN|NNS  # 3, all right\n  A rule.\n  It has two lines.\n  dobj"
    )
    assert found["rule"].labels == {"dobj", "dative"}
    assert found["rule"].tags == {"NN", "NNS"}
    assert found["rule"].answer.__doc__ == "A rule.\nIt has two lines."


@pytest.mark.parametrize(
    ("line", "error"),
    [
        ("nobody", "nobody is not known"),
        ("verb[VBD]", "verb is not known"),
        (".rights[dobj", "the end"),
        ("(VBD", "the end"),
        ("VBD)", "'\\)' stands"),
        ("verbs(nothing)", "nothing"),
        (".uncles[VBD]", "uncles"),
        ("VBD & NN", "a sign is unknown"),
        ("named = word.head", "named is the name of a test"),
        ("=> word: nobody", "nobody"),
    ],
)
def test_what_cannot_be_read_is_named(line: str, error: str) -> None:
    with pytest.raises(ValueError, match=f"'rule': .*{error}"):
        patterns(f"rule\n  A rule.\n  {line}")


@pytest.mark.parametrize(
    ("module", "found"),
    [
        (sharing, sharing.FOUND),
        (arguments, arguments.FOUND),
        (antecedents, antecedents.FOUND),
        (antecedents, antecedents.DESCRIPTIONS),
    ],
)
def test_functions_have_the_names_of_their_patterns(module: ModuleType, found: Mapping[str, Pattern[object]]) -> None:
    functions = {name: vars(module).get(name.replace("-", "_")) for name in found}
    named = {name: function for name, function in functions.items() if function is not None}
    assert len(named) >= len(found) - 1
    assert named == {name: found[name].answer for name in named}


def own_names(known: Vocabulary, below: Vocabulary | None = None) -> set[str]:
    """Return the names that Python gives to patterns, without those of the vocabulary that it extends."""
    fields = ("tests", "relations", "classes", "steps", "walks", "bounded")
    return {
        name for field in fields for name in getattr(known, field) if below is None or name not in getattr(below, field)
    }


@pytest.mark.parametrize(
    ("file", "names"),
    [
        ("corrections", own_names(VOCABULARY)),
        ("cuts", own_names(cuts.KNOWN, VOCABULARY)),
        ("shared", own_names(sharing.KNOWN, cuts.KNOWN)),
        ("antecedents", own_names(antecedents.KNOWN, sharing.KNOWN)),
        ("name_joins", own_names(name_joins.KNOWN, cuts.KNOWN)),
    ],
)
def test_the_head_of_a_file_explains_the_names_from_python(file: str, names: set[str]) -> None:
    head = itertools.takewhile(lambda line: line.startswith("#"), data_text(f"{file}.txt").splitlines())
    explained = {word for line in head for word in re.findall(r"[a-z-]+", line)}
    assert names - explained == set()
