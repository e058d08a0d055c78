"""Tokens of the parse as words: plain values that carry no label."""

import typing as t

from kg.grammar.clause import Word
from kg.grammar.parse import Token, kept


@kept
def word_of(token: Token) -> Word:
    """Return a token as a word."""
    end, lemma = token.offset + len(token.text), token.lemma_.lower()
    return Word(token.i, token.text, token.lower_, lemma, token.offset, end, token.kind, token.plural)


def words_of(tokens: t.Iterable[Token]) -> tuple[Word, ...]:
    """Return tokens as words in text order, each once."""
    found = set(tokens)
    if len(found) < 2:
        return tuple([word_of(token) for token in found])
    return tuple([word_of(token) for token in sorted(found, key=_index)])


def _index(token: Token) -> int:
    return token.i
