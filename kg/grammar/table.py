"""The parse of a sentence as a table of plain strings, to show how a sentence was parsed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kg.grammar.parse import TokenSpan


@dataclass(frozen=True, slots=True)
class ParsedWord:
    """A word in the dependency parse of its sentence; words count from 1, and the head of the root is 0.

    `repair` is the name of the correction of the parser's head and dependency, or "".
    """

    number: int
    text: str
    tag: str
    dependency: str
    head: int
    repair: str = ""


def parsed_words(sentence: TokenSpan) -> Iterator[ParsedWord]:
    """Yield the words of a sentence with their annotations."""
    for token in sentence:
        number = token.i - sentence.start + 1
        head = 0 if token.head is token else token.head.i - sentence.start + 1
        yield ParsedWord(number, token.text, token.tag_, token.dep_, head, token.doc.repaired.get(token.i, ""))


def rows(words: Iterable[ParsedWord]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a parse table, starting with the header."""
    words = tuple(words)
    heads = {word.number: f"{word.number} {word.text}" for word in words}
    yield ("", "word", "tag", "dependency", "head")
    for word in words:
        repaired = f" (repaired: {word.repair})" if word.repair else ""
        yield str(word.number), word.text, word.tag, word.dependency, heads.get(word.head, "") + repaired
