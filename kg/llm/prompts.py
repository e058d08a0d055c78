"""The requests to a language model: a versioned prompt, and portions of sentences."""

import functools
import json
import math
import typing as t
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from kg.identifiers import digest

VERSION: t.Final = "claims-1"
"""The version of the prompt; change it with the prompt, so that answers to the old one are not reused."""
PORTION: t.Final = 3_000
"""The number of characters of text sent at a time; a longer sentence is sent by itself."""
CHARACTERS_A_TOKEN: t.Final = 4.0
CHARACTERS_A_WORD: t.Final = 6.0
"""An average for English text, used to estimate the cost of a run."""
TOKENS_A_SENTENCE: t.Final = 80
"""The number of tokens of an answer per sentence."""
WORDS_A_SENTENCE: t.Final = 20


@dataclass(frozen=True, slots=True)
class Cost:
    """The estimated cost of a run: the requests, and the tokens sent and received."""

    requests: int
    tokens_out: int
    tokens_back: int


@functools.cache
def prompt() -> str:
    """Return the text of the current prompt."""
    return _content("txt")


@functools.cache
def schema() -> t.Any:
    """Return the JSON Schema for the answers."""
    return json.loads(_content("json"))


def _content(suffix: str) -> str:
    return (resources.files("kg") / "data" / "prompts" / f"{VERSION}.{suffix}").read_text(encoding="utf-8")


def prompt_digest() -> str:
    """Return a digest that distinguishes the request from those of other versions."""
    return digest(VERSION, prompt(), _content("json"), str(PORTION))


def portions(sentences: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield numbered sentences in portions, each with the index of its first sentence; each portion counts from 1."""
    first, lines, size = 0, list[str](), 0
    for place, sentence in enumerate(sentences):
        if lines and size + len(sentence) > PORTION:
            yield first, "\n".join(lines)
            first, lines, size = place, [], 0
        lines.append(f"[{len(lines) + 1}] {' '.join(sentence.split())}")
        size += len(sentence)
    if lines:
        yield first, "\n".join(lines)


def cost(*, documents: int, words: int) -> Cost:
    """Return the estimated cost of reading this much with a model; cached answers cost nothing.

    Args:
        documents: the number of documents to read.
        words: their number of words.
    """
    characters = words * CHARACTERS_A_WORD
    requests = math.ceil(characters / PORTION) + documents if words else 0
    sent = (characters + requests * len(prompt())) / CHARACTERS_A_TOKEN
    return Cost(requests, math.ceil(sent), math.ceil(words / WORDS_A_SENTENCE * TOKENS_A_SENTENCE))
