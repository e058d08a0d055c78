"""Tokens of the parse as words: plain values that carry no label."""

import typing as t

from kg.grammar.clause import Word, WordKind
from kg.grammar.labels import PLURAL_TAGS, VERB_TAGS
from kg.grammar.parse import Token, kept

KINDS: t.Final[t.Mapping[str, WordKind]] = {
    "NOUN": "noun",
    "PROPN": "name",
    "PRON": "pronoun",
    "NUM": "number",
    "SYM": "number",
    "VERB": "verb",
    "AUX": "verb",
    "ADJ": "adjective",
    "ADV": "adverb",
    "ADP": "preposition",
    "SCONJ": "preposition",
    "DET": "determiner",
    "PUNCT": "mark",
}


@kept
def word_of(token: Token) -> Word:
    """Return a token as a word."""
    kind: WordKind = "verb" if token.tag_ in VERB_TAGS else KINDS.get(token.pos_, "other")
    end = token.offset + len(token.text)
    plural = token.tag_ in PLURAL_TAGS
    return Word(token.i, token.text, token.lower_, token.lemma_.lower(), token.offset, end, kind, plural)


def words_of(tokens: t.Iterable[Token]) -> tuple[Word, ...]:
    """Return tokens as words in text order, each once."""
    found = set(tokens)
    if len(found) < 2:
        return tuple([word_of(token) for token in found])
    return tuple([word_of(token) for token in sorted(found, key=_index)])


def _index(token: Token) -> int:
    return token.i
