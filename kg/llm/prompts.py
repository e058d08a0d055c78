"""The requests to a language model: a versioned prompt from the package, and sentences in batches."""

import functools
import json
import math
import typing as t
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import resources

from kg.identifiers import digest

VERSION: t.Final = "claims-1"
"""The prompt in use; whoever changes one gives it another number, so that no answer to the old one counts."""
PORTION: t.Final = 3_000
"""Characters of text that are sent at a time; a longer sentence goes alone."""
CHARACTERS_A_TOKEN: t.Final = 4.0
CHARACTERS_A_WORD: t.Final = 6.0
"""English text, roughly: what a run will cost is an estimate."""
TOKENS_A_SENTENCE: t.Final = 80
"""Tokens of an answer."""
WORDS_A_SENTENCE: t.Final = 20


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run will ask of a model, roughly: requests, and tokens that go out and come back."""

    requests: int
    tokens_out: int
    tokens_back: int


@functools.cache
def prompt() -> str:
    """Return the words of the prompt in use."""
    return _content("txt")


@functools.cache
def schema() -> t.Any:
    """Return the JSON Schema that answers to it must have."""
    return json.loads(_content("json"))


def _content(suffix: str) -> str:
    return (resources.files("kg") / "data" / "prompts" / f"{VERSION}.{suffix}").read_text(encoding="utf-8")


def prompt_digest() -> str:
    """Return what tells what is asked from what other versions ask."""
    return digest(VERSION, prompt(), _content("json"), str(PORTION))


def portions(sentences: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield numbered sentences in portions, each with the place of its first sentence; numbers begin with 1 in each."""
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
    """Return what reading so much will ask of a model, roughly; answers that are kept cost nothing.

    Args:
        documents: how many will be read.
        words: that they have.
    """
    characters = words * CHARACTERS_A_WORD
    requests = math.ceil(characters / PORTION) + documents if words else 0
    sent = (characters + requests * len(prompt())) / CHARACTERS_A_TOKEN
    return Cost(requests, math.ceil(sent), math.ceil(words / WORDS_A_SENTENCE * TOKENS_A_SENTENCE))
