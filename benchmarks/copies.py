"""Recall of planted copies of articles, and false positives among articles that are not copies.

usage: python -m benchmarks.copies [PLACE...]

Makes copies of each article with typical edits (`EDITS`), all from one seed, and looks for each among all articles.
PLACE is a folder of articles; the default is data/.
"""

import argparse
import random
import re
import sys
import typing as t
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from kg.model import Document
from kg.read.text import read
from kg.resolve.copies import sources

SEED: t.Final = 5
HEADLINE: t.Final = "What is known so far, and what comes next"
BYLINE: t.Final = "By Our Correspondents in Oslo and Lima"

Edit: t.TypeAlias = Callable[[Sequence[str], Sequence[str], random.Random], Sequence[str]]
"""A function that makes the sentences of a copy from those of an article and of others."""


def _cut(own: Sequence[str], share: float, chance: random.Random) -> list[str]:
    kept = sorted(chance.sample(range(len(own)), max(round(len(own) * (1 - share)), 1)))
    return [own[place] for place in kept]


def _reworded(sentence: str, chance: random.Random) -> str:
    return " ".join("reportedly" if chance.random() < 0.05 else word for word in sentence.split())


def _part(sentences: Sequence[str], words: float) -> list[str]:
    """Return sentences from the first on, up to a number of words."""
    found: list[str] = []
    for sentence in sentences:
        if _length(found) >= words:
            break
        found.append(sentence)
    return found


def _length(sentences: Sequence[str]) -> int:
    return sum(len(each.split()) for each in sentences)


EDITS: t.Final[Mapping[str, Edit]] = {
    "the same": lambda own, other, chance: own,
    "another headline": lambda own, other, chance: [HEADLINE, *own[1:]],
    "a byline": lambda own, other, chance: [own[0], BYLINE, *own[1:]],
    "a third of the sentences cut": lambda own, other, chance: _cut(own, 1 / 3, chance),
    "half of the sentences cut": lambda own, other, chance: _cut(own, 1 / 2, chance),
    "one word in twenty changed": lambda own, other, chance: [_reworded(each, chance) for each in own],
    "a tail, half as long": lambda own, other, chance: [*own, *_part(other, _length(own) / 2)],
    "headline, byline, a third cut, a tail": lambda own, other, chance: [
        *(HEADLINE, BYLINE),
        *_cut(own[1:] or own, 1 / 3, chance),
        *_part(other, _length(own) / 4),
    ],
    "as agency text in an article four times as long": lambda own, other, chance: [
        *_part(other, _length(own) * 3 / 2),
        *_cut(own, 1 / 5, chance),
        *_part(list(reversed(other)), _length(own) * 3 / 2),
    ],
}
"""The edits of an article's sentences; further sentences are mixed from twenty other articles."""


def pieces(text: str) -> list[str]:
    """Return the sentences of a text, and its lines that are not sentences."""
    return [piece for line in text.splitlines() for piece in re.split(r"(?<=[.!?”\"]) +", line) if piece.strip()]


def planted(documents: Sequence[Document], edit: Edit, *, seed: int = SEED) -> list[Document]:
    """Return an edited copy of each document, whose id ends in a `+`."""
    chance, copies = random.Random(seed), []  # noqa: S311
    for document in documents:
        others = chance.sample([each for each in documents if each.id != document.id], min(20, len(documents) - 1))
        other = [line for each in others for line in pieces(each.text)]
        chance.shuffle(other)  # no article is there as a whole
        text = "\n\n".join(edit(pieces(document.text), other, chance))
        copies.append(replace(document, id=f"{document.id}+", text=text))
    return copies


def pairs(documents: Sequence[Document]) -> set[frozenset[str]]:
    """Return the pairs of documents that are recognized as one source: a copy and its original."""
    return {frozenset((each.document, each.original)) for each in sources(documents).copies()}


def found_and_false(documents: Sequence[Document], edit: Edit) -> tuple[int, int]:
    """Return the number of planted copies found, each added alone to all articles, and the number of other pairs."""
    found, false = 0, set[frozenset[str]]()
    for document, copy in zip(documents, planted(documents, edit), strict=True):
        all_pairs = pairs([*documents, copy])
        found += frozenset((document.id, copy.id)) in all_pairs
        false |= all_pairs - {frozenset((document.id, copy.id))}
    return found, len(false)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print for each edit the share of copies that are found, and the number of other pairs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("places", nargs="*", default=["data"])
    options = parser.parse_args(arguments)
    documents = [each for each in read(options.places) if isinstance(each, Document)]
    print(f"{len(documents)} articles; pairs without a planted copy: {len(pairs(documents))}")
    for name, edit in EDITS.items():
        found, false = found_and_false(documents, edit)
        print(f"{name:<50} {found / len(documents):.3f} found, {false} others")
    return 0


if __name__ == "__main__":
    sys.exit(main())
