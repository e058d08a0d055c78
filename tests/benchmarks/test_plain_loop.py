from pathlib import Path

import pytest
from spacy.language import Language

from benchmarks.plain_loop import main, roles


def found(nlp: Language, sentence: str, verb: str) -> set[tuple[str, str]]:
    return {(role, span.text) for word in nlp(sentence) if word.text == verb for role, span in roles(word)}


@pytest.mark.parametrize(
    ("sentence", "verb", "expected"),
    [
        ("The town sold the mill in May.", "sold",
         {("subject", "The town"), ("object", "the mill"), ("oblique", "in May")}),
        ("The town bought a mill and sold it.", "sold", {("subject", "The town"), ("object", "it")}),
        ("The town wants to sell it.", "sell", {("subject", "The town"), ("object", "it")}),
        ("The court ordered the bank to sell it.", "sell", {("subject", "the bank"), ("object", "it")}),
        ("The man who sold it left.", "sold", {("subject", "The man"), ("object", "it")}),
        ("She liked the mill which the town sold.", "sold", {("subject", "the town"), ("object", "the mill")}),
        ("She helped the town by selling mills.", "selling", {("subject", "She"), ("object", "mills")}),
        ("The town sold mills and boats.", "sold",
         {("subject", "The town"), ("object", "mills and boats"), ("object", "boats")}),
    ],
)  # fmt: skip
def test_arguments_of_a_verb(nlp: Language, sentence: str, verb: str, expected: set[tuple[str, str]]) -> None:
    assert found(nlp, sentence, verb) == expected


def test_a_line_a_verb_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mill.txt").write_text("The town sold the mill. It burned.\n", encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert '"document": "mill"' in lines[0]
