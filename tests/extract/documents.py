"""Docs built by hand, so that a rule is tested on the intended parse and not on the output of a model."""

import functools
import typing as t
from collections.abc import Iterable
from itertools import pairwise

import spacy
from spacy.tokens import Doc
from spacy.tokens import Span as TokenSpan
from spacy.vocab import Vocab

from kg.grammar.extensions import register_extensions
from kg.grammar.parse import Token, parse_of
from kg.model import Document, Grain, Time
from kg.times.finder import TimeExpression

COARSE: t.Final[t.Mapping[str, str]] = {
    "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN", "NNPS": "PROPN", "PRP": "PRON", "PRP$": "PRON", "EX": "PRON",
    "WP": "PRON", "WP$": "DET", "WDT": "PRON", "DT": "DET", "PDT": "DET", "CD": "NUM", "$": "SYM", "JJ": "ADJ",
    "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "SCONJ", "VB": "VERB", "VBD": "VERB",
    "VBG": "VERB", "VBN": "VERB", "VBP": "VERB", "VBZ": "VERB", "MD": "AUX", "TO": "PART", "POS": "PART", "RP": "ADP",
    "IN": "ADP", "CC": "CCONJ", ",": "PUNCT", ".": "PUNCT", ":": "PUNCT", "``": "PUNCT", "''": "PUNCT",
    "HYPH": "PUNCT", "-LRB-": "PUNCT", "-RRB-": "PUNCT", "UH": "INTJ",
}  # fmt: skip
"""The coarse part of speech of each fine tag; `coarse` handles the exceptions."""
GLUED_LEFT: t.Final = frozenset({",", ".", ":", "''", "POS", "HYPH", "-RRB-"})
GLUED_RIGHT: t.Final = frozenset({"``", "$", "HYPH", "-LRB-"})


class Word(t.NamedTuple):
    """One token in the notation `bought=buy/VBD/ROOT/0`, `Lyon/NNP/pobj/4/GPE`."""

    text: str
    lemma: str
    tag: str
    dep: str
    head: int
    entity: str

    @property
    def coarse(self) -> str:
        """The coarse part of speech, as in spaCy's English models."""
        if self.dep in {"aux", "auxpass"} and self.tag != "TO":
            return "AUX"
        if self.lemma == "be" and self.tag.startswith("VB"):
            return "AUX"
        if self.dep == "mark" and self.tag == "IN":
            return "SCONJ"
        if self.dep == "neg" and self.lemma == "not":
            return "PART"
        if self.tag == "DT" and self.dep not in {"det", "predet", "neg", "preconj"}:
            return "PRON"
        return COARSE[self.tag]


def _word(written: str, position: int) -> Word:
    form, tag, dep, head, *entity = written.split("/")
    text, _, lemma = form.partition("=")
    default = text if tag in {"NNP", "NNPS"} else text.lower()
    # as in CoNLL-U, words count from 1, and the head of a root is 0
    return Word(text, lemma or default, tag, dep, int(head) - 1 if head != "0" else position, "".join(entity))


@functools.cache
def vocabulary() -> Vocab:
    """Return the vocabulary that all Docs of the tests share: creating one takes longer than a test."""
    return spacy.blank("en").vocab


def parsed(written: str, *, times: t.Mapping[str, str] | None = None, document: Document | None = None) -> Doc:
    """Return the Doc of a parse in this notation.

    Args:
        written: `word=lemma/TAG/dependency/head/ENTITY`, separated by spaces. The lemma can be left out if it is the
            word in lowercase, the entity if there is none; adjacent words with one label are one entity.
        times: the value of each time expression, by its words: `{"May 2010": "2010-05"}`.
        document: the document that the Doc was made from; None for a document of the Doc's own text.
    """
    register_extensions()
    words = [_word(each, position) for position, each in enumerate(written.split())]
    doc = Doc(
        vocabulary(),
        words=[word.text for word in words],
        spaces=[not _is_glued(word, following) for word, following in pairwise(words)] + [False],
        tags=[word.tag for word in words],
        pos=[word.coarse for word in words],
        lemmas=[word.lemma for word in words],
        heads=[word.head for word in words],
        deps=[word.dep for word in words],
        ents=list(_entity_tags(words)),
    )
    doc._.kg_document = document
    doc._.kg_times = tuple(sorted(_expression(doc, text, value) for text, value in (times or {}).items()))
    return doc


def _is_glued(word: Word, following: Word) -> bool:
    cut = following.text in {"n't", "n’t"} or (following.tag in {"VBZ", "MD"} and following.text[0] in "'’")
    return cut or following.tag in GLUED_LEFT or word.tag in GLUED_RIGHT


def _entity_tags(words: Iterable[Word]) -> t.Iterator[str]:
    before = ""
    for word in words:
        yield "O" if not word.entity else f"{'I' if word.entity == before else 'B'}-{word.entity}"
        before = word.entity


def _expression(doc: Doc, text: str, value: str) -> TimeExpression:
    grains: dict[int, Grain] = {4: "year", 7: "month", 10: "day"}
    grain: Grain = "duration" if value.startswith("P") else grains[len(value)]
    found = phrase(doc, text)
    return TimeExpression(found.start, found.end, Time(value, None, None, grain, text))


def phrase(doc: Doc, text: str) -> TokenSpan:
    """Return the tokens of the first occurrence of `text`."""
    start = doc.text.index(text)
    found = doc.char_span(start, start + len(text))
    assert found is not None, f"no whole words: {text!r}"
    return found


def word(doc: Doc, text: str) -> Token:
    """Return the first token of the parse with that text."""
    return next(token for token in parse_of(doc) if token.text == text)
