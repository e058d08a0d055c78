import subprocess
import sys
import typing as t
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language

from benchmarks.openie import PTB_ESCAPES, VIEWS, line, lines, parse
from benchmarks.rows import Row
from kg.extract import claims

REPOSITORY = Path(__file__).resolve().parent.parent.parent
SENTENCES = [
    "The ministry fined the bank -LRB- Norland 's oldest -RRB- in 2010 .",
    "`` The dam is safe , '' the mayor said on Monday .",
    "Norlin -LSB- a maker of tea -RSB- opened shops in Lyon and Porto .",
    "Lyon was taken by Norland 's army in 1810 .",
    "The `` green plan '' was praised by the mayor , who lives in Porto .",
    "She left Lyon to lead a museum of glass in Porto .",
    "The letter sent by the court in May was lost by a clerk .",
    "The nurse gave the children tea and the mayor a medal .",
    "There are two lakes -LRB- and a mill -RRB- in the park .",
]
SILENT = "-LCB- .. -RCB-"


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_rows_are_made_of_the_original_tokens(nlp: Language, view: str, sentence: str) -> None:
    made = list(lines(nlp, [sentence], view=view))
    assert made
    words = sentence.split()
    for row in made:
        given, confidence, relation, *arguments = row.split("\t")
        assert given == sentence
        assert 0.0 <= float(confidence) <= 1.0
        assert len(arguments) >= 2
        for slot in ("" if relation in {"be", "be in"} else relation.removeprefix("be "), *arguments):
            left = list(words)
            for token in slot.split():
                assert token in left
                left.remove(token)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_both_views_come_from_the_same_claims(nlp: Language, sentence: str) -> None:
    ((_, doc),) = parse(nlp, [sentence])
    found = claims(doc)
    for view in VIEWS.values():
        confidences = {row.confidence for row in view(doc, found)}
        assert confidences <= {claim.evidence.confidence for claim in found}
        assert not list(view(doc, ()))


@pytest.mark.parametrize("view", VIEWS)
def test_only_what_is_passive_is_turned(nlp: Language, view: str) -> None:
    made = [row.split("\t")[2:5] for row in lines(nlp, ["The bridge was hit by a barge , injuring six ."], view=view)]
    assert ["was hit by", "The bridge", "a barge"] in made
    assert ["injuring", "a barge", "six"] in made


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("sentence", SENTENCES)
def test_words_of_a_row_stand_once_and_in_the_sentence(nlp: Language, view: str, sentence: str) -> None:
    ((_, doc),) = parse(nlp, [sentence])
    for row in VIEWS[view](doc, claims(doc)):
        for words in (row.relation, *row.arguments):
            assert set(words) <= set(range(len(doc)))
            assert len(set(words)) == len(words)
        assert all(row.arguments)


def test_escapes_are_undone_for_the_parser_only(nlp: Language) -> None:
    ((sentence, doc),) = parse(nlp, ["`` Snow -LRB- x -RRB- fell . ''\n"])
    assert sentence == "`` Snow -LRB- x -RRB- fell . ''"
    assert [token.text for token in doc] == ['"', "Snow", "(", "x", ")", "fell", ".", '"']
    assert not set(PTB_ESCAPES) & set(PTB_ESCAPES.values())


def test_parts_of_the_sentence_stand_behind_it_and_the_confidence() -> None:
    row = Row(0.5, (2,), ((0, 1), (3,)))
    assert line("The bank fined Norlin", row) == "The bank fined Norlin\t0.5000\tfined\tThe bank\tNorlin"
    assert line("The letter sent", Row(0.25, (2,), ((0, 1),), inserted="be")).endswith("\tbe sent\tThe letter")


def test_blank_lines_and_sentences_without_claims_give_no_rows(nlp: Language) -> None:
    assert list(lines(nlp, ["", "  \n", SILENT], view="nary")) == []


def test_passive_keeps_the_subject_of_the_sentence(nlp: Language) -> None:
    made = [row.split("\t")[2:] for row in lines(nlp, ["Lyon was taken by Norland ."], view="nary")]
    assert made == [["was taken by", "Lyon", "Norland"]]


def test_qualifiers_are_arguments_in_one_view_and_facts_in_the_other(nlp: Language) -> None:
    sentence = "The ministry fined the bank in 2010 ."
    nary = [row.split("\t")[2:] for row in lines(nlp, [sentence], view="nary")]
    facts = [row.split("\t")[2:] for row in lines(nlp, [sentence], view="facts")]
    assert nary == [["fined", "The ministry", "the bank", "in 2010"]]
    assert facts == [["fined", "The ministry", "the bank"], ["fined the bank in", "The ministry", "2010"]]


def facts(nlp: Language, sentence: str) -> list[str]:
    made = (row.split("\t") for row in lines(nlp, [sentence], view="facts"))
    return [" | ".join((subject, relation, thing)) for _, _, relation, subject, thing in made]


@pytest.mark.parametrize(
    ("sentence", "expected", "unexpected"),
    [
        ("The court sold the mill to finance a museum .", "The court | sold the mill to finance | a museum",
         "| to finance"),
        ("There are two lakes in the park .", "There | are two lakes in | the park", "two lakes | are"),
        ("He was born in Ghent , Belgium .", "He | was born in | Belgium", "Ghent , Belgium"),
        ("The firm sells food and garden products .", "The firm | sells | food products", "food and garden"),
        ("The choir sold a dozen of the tickets .", "The choir | sold | a dozen of the tickets", "sold a dozen of |"),
        ("The mayor said that the dam kills fish .", "The mayor | said | that the dam kills fish", "said | the dam"),
        ("The court closed the mill before it sold the mine .", "The court | closed the mill before it sold | the mine",
         "The court | closed | the mine"),
        ("The guide explains the need for saving water .", "The guide | explains the need for saving | water",
         "guide | saving"),
        ("The mill closed in front of the press in relation to a tax .", "The mill | closed in front of | the press",
         "| front"),
    ],
)  # fmt: skip
def test_facts_are_minimal_and_whole(nlp: Language, sentence: str, expected: str, unexpected: str) -> None:
    made = facts(nlp, sentence)
    assert expected in made
    assert not any(unexpected in fact for fact in made)


@pytest.mark.parametrize("view", VIEWS)
def test_the_first_circumstance_stands_for_an_object_that_is_lacking(nlp: Language, view: str) -> None:
    ((_, doc),) = parse(nlp, ["The ministry fined the bank in 2010 ."])
    nothing: t.Any = None
    (claim,) = (replace(claim, object=nothing) for claim in claims(doc))
    (row,) = VIEWS[view](doc, [claim])
    assert (row.relation, row.arguments) == ((2, 5), ((0, 1), (6,)))
    assert not list(VIEWS[view](doc, [replace(claim, qualifiers=())]))


def test_a_role_is_one_row_with_its_description(nlp: Language) -> None:
    made = [row.split("\t")[2:] for row in lines(nlp, ["Ana Silva , the mayor of Porto , resigned ."], view="nary")]
    assert made == [["be", "Ana Silva", "the mayor of Porto"]]


def test_a_participle_in_a_role_is_no_verb(nlp: Language) -> None:
    made = facts(nlp, "He became a founding justice of the High Court .")
    assert {"He | became | a founding justice", "He | became a founding justice of | the High Court"} <= set(made)


def test_who_said_what_is_a_row(nlp: Language) -> None:
    made = [row.split("\t")[2:] for row in lines(nlp, [SENTENCES[1]], view="nary")]
    assert ["said", "the mayor", "The dam is safe"] in made


def test_a_reported_plan_with_its_auxiliary_is_a_row(nlp: Language) -> None:
    sentence = "Lawyers would eagerly use the law , says Ana Silva , a judge ."
    made = [row.split("\t")[2:5] for row in lines(nlp, [sentence], view="nary")]
    assert ["would eagerly use", "Lawyers"] in [row[:2] for row in made]


@pytest.mark.parametrize("view", VIEWS)
def test_command_line_writes_every_row_in_order(nlp: Language, tmp_path: Path, view: str) -> None:
    given, out = tmp_path / "sentences.txt", tmp_path / "out.tsv"
    given.write_text("\n".join([*SENTENCES, "", SILENT]), encoding="utf-8")
    command = [sys.executable, "-m", "benchmarks.openie", str(given), str(out), "--view", view]
    subprocess.run(command, check=True, cwd=REPOSITORY)  # noqa: S603 the command is our own
    assert out.read_text(encoding="utf-8").splitlines() == list(lines(nlp, SENTENCES, view=view))


def test_command_line_knows_two_views_only(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks.openie", str(tmp_path), str(tmp_path / "o"), "--view", "other"]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)  # noqa: S603 the command is our own
    assert done.returncode == 2
    assert "invalid choice: 'other'" in done.stderr
