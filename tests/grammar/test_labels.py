"""No package above the grammar names a label of the parser, or reads one from a token."""

import ast
import sys
import typing as t
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.glossary import GLOSSARY
from spacy.language import Language

import kg
from kg.grammar.clause import WordForm, WordFunction, WordKind
from kg.grammar.labels import FORMS, FUNCTIONS, KINDS
from kg.grammar.parse import Token
from kg.model import Document
from kg.stages import run_documents

PACKAGE = Path(kg.__file__).parent
ABOVE = [
    path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.relative_to(PACKAGE).parts[0] in {"times", "quantities", "reference", "extract", "stages", "cli"}
]
OF_SPACY = {
    "dep_", "dep", "tag_", "pos_", "children", "lefts", "rights", "subtree", "ancestors", "ent_type_", "ent_iob_",
    "morph", "left_edge", "right_edge", "conjuncts_", "n_lefts", "n_rights", "noun_chunks",
}  # fmt: skip
OUR_WORDS = {value for names in (WordKind, WordForm, WordFunction) for value in t.get_args(names)}
ORDINARY = {"compound", "XX"} | OUR_WORDS
"""Labels that are also words of ours or other text: XX occurs in values of times."""


def labels(nlp: Language) -> set[str]:
    """Return the labels of a pipeline's tagger and parser, and those that the grammar translates."""
    labels = {label for name in ("tagger", "parser") for label in nlp.get_pipe(name).labels}  # type: ignore[attr-defined]
    known = {label for label in labels if label in GLOSSARY and label.replace("$", "").isalpha()}
    return (known | {*FUNCTIONS, *KINDS, *FORMS}) - ORDINARY


def named_in(tree: ast.AST, known: set[str]) -> Iterator[str]:
    """Yield the labels that a file contains as strings, and the attributes it reads from tokens."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in known:
            yield f"{node.lineno}: the label {node.value!r}"
        if isinstance(node, ast.Attribute) and node.attr in OF_SPACY:
            yield f"{node.lineno}: the attribute .{node.attr}"


@pytest.mark.parametrize("path", ABOVE, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_label_stands_above_the_grammar(path: Path, nlp: Language) -> None:
    assert list(named_in(ast.parse(path.read_text(encoding="utf-8")), labels(nlp))) == []


def test_labels_are_found_where_they_stand(nlp: Language) -> None:
    tree = ast.parse('word.dep_ in {"nsubj", "subject"} and any(c.tag_ == "VBN" for c in word.children)')
    assert len(list(named_in(tree, labels(nlp)))) == 5


def test_labels_of_the_pipeline_have_words_of_ours(nlp: Language) -> None:
    assert set(nlp.get_pipe("parser").labels) - {""} <= FUNCTIONS.keys()  # type: ignore[attr-defined]


@pytest.mark.parametrize("attribute", ["head", "dep_", "tag_", "pos_", "children", "left_edge", "ent_type_"])
def test_only_the_grammar_asks_a_token_for(attribute: str, nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    slot = vars(Token)[attribute]
    asked: set[str] = set()

    def get(token: Token) -> object:
        asked.add(str(sys._getframe(1).f_globals["__name__"]))
        return slot.__get__(token, Token)

    monkeypatch.setattr(Token, attribute, property(get, slot.__set__, slot.__delete__))
    text = "On Monday Ana Silva, the mayor, said: “We sold two mills to their owners.” She was praised for its price."
    assert run_documents([Document("d", text)], model=nlp).readings[0].claims
    assert asked
    assert [name for name in sorted(asked) if not name.startswith(("kg.grammar", "dataclasses"))] == []
