"""Which planted copies of articles are found, and which articles are taken for copies that are none.

usage: python -m benchmarks.copies [PLACE...] [--made NUMBER]

Makes of each article copies as editors make them (`EDITS`), all from one seed, and looks for each among all articles.
PLACE is a folder of articles; without arguments those of data/. With --made it builds so many documents of known facts,
of which every fifth is a copy and every fifth contradicts another, and prints which of both are found.
"""

import argparse
import random
import re
import sys
import typing as t
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from kg import build_documents
from kg.model import Document
from kg.read.text import read
from kg.resolve.copies import sources

SEED: t.Final = 5
HEADLINE: t.Final = "What is known so far, and what comes next"
BYLINE: t.Final = "By Our Correspondents in Oslo and Lima"

Edit: t.TypeAlias = Callable[[Sequence[str], Sequence[str], random.Random], Sequence[str]]
"""Makes the sentences of a copy of those of an article and of others."""


def _cut(own: Sequence[str], share: float, chance: random.Random) -> list[str]:
    kept = sorted(chance.sample(range(len(own)), max(round(len(own) * (1 - share)), 1)))
    return [own[place] for place in kept]


def _reworded(sentence: str, chance: random.Random) -> str:
    return " ".join("reportedly" if chance.random() < 0.05 else word for word in sentence.split())


def _part(sentences: Sequence[str], words: float) -> list[str]:
    """Return sentences from the first on, until they have so many words."""
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
"""What is done to the sentences of an article; the others are mixed from twenty other articles."""


def pieces(text: str) -> list[str]:
    """Return the sentences of a text, and its lines that are none."""
    return [piece for line in text.splitlines() for piece in re.split(r"(?<=[.!?”\"]) +", line) if piece.strip()]


def planted(documents: Sequence[Document], edit: Edit, *, seed: int = SEED) -> list[Document]:
    """Return an edited copy of each document, whose id ends in a `+`."""
    chance, copies = random.Random(seed), []  # noqa: S311
    for document in documents:
        others = chance.sample([each for each in documents if each.id != document.id], min(20, len(documents) - 1))
        other = [line for each in others for line in pieces(each.text)]
        chance.shuffle(other)  # no article stands there as a whole
        text = "\n\n".join(edit(pieces(document.text), other, chance))
        copies.append(replace(document, id=f"{document.id}+", text=text))
    return copies


def pairs(documents: Sequence[Document]) -> set[frozenset[str]]:
    """Return the documents that are taken for one source, by twos: a copy and its original."""
    return {frozenset((each.document, each.original)) for each in sources(documents).copies()}


def found_and_false(documents: Sequence[Document], edit: Edit) -> tuple[int, int]:
    """Return how many planted copies are found, each added alone to all articles, and how many other pairs."""
    found, false = 0, set[frozenset[str]]()
    for document, copy in zip(documents, planted(documents, edit), strict=True):
        all_pairs = pairs([*documents, copy])
        found += frozenset((document.id, copy.id)) in all_pairs
        false |= all_pairs - {frozenset((document.id, copy.id))}
    return found, len(false)


SYLLABLES: t.Final = ("bar", "den", "fol", "gim", "hav", "kes", "lum", "nor", "pel", "rov", "sten", "tal", "vik", "zor")
FACTS: t.Final = (
    ("{} bought {} in May 2020.", "{} did not buy {}."),
    ("{} employs 300 people, {} reported.", "{} employs 450 people, {} reported."),
    ("{} was founded in 1998, {} reported.", "{} was founded in 2004, {} reported."),
)
"""What a document says of two firms, and what contradicts it."""


class Made(t.NamedTuple):
    """Documents of known facts, with the ids of those that are copies and of those that contradict each other."""

    documents: tuple[Document, ...]
    copies: frozenset[frozenset[str]]
    contrary: frozenset[frozenset[str]]


def made(number: int, *, seed: int = SEED) -> Made:
    """Return documents that each tell one fact of two firms of their own, in sentences of their own around it.

    Of five documents the fourth is a copy of the third with another headline, the fifth contradicts the first.
    """
    chance, documents = random.Random(seed), list[Document]()  # noqa: S311
    copies, contrary = set(), set()
    for place in range(number):
        five, which = divmod(place, 5)
        number_of_fact = 5 * five if which == 4 else place
        firms = [_name(2 * number_of_fact + one, kind) for one, kind in enumerate(("Holdings", "Bakery"))]
        fact = FACTS[five % len(FACTS)][which == 4].format(*firms)
        text = "\n\n".join(("Firms", f"{_filler(chance)} {fact} {_filler(chance)}"))
        if which == 3:
            text = documents[-1].text.replace("Firms", HEADLINE)
            copies.add(frozenset((documents[-1].id, f"d{place:05}")))
        if which == 4:
            contrary.add(frozenset((documents[5 * five].id, f"d{place:05}")))
        documents.append(Document(f"d{place:05}", text, published=date(2020, 6, 1)))
    return Made(tuple(documents), frozenset(copies), frozenset(contrary))


def _name(number: int, kind: str) -> str:
    parts = [SYLLABLES[number // len(SYLLABLES) ** place % len(SYLLABLES)] for place in range(4)]
    return f"{''.join(parts).capitalize()} {kind}"


def _filler(chance: random.Random) -> str:
    """Return two sentences that nobody else writes."""
    words = ["".join(chance.choices(SYLLABLES, k=2)) for _ in range(20)]
    return f"The {' '.join(words[:10])} is {words[10]}. The {' '.join(words[11:19])} is {words[19]}."


def built(found: Made) -> dict[str, int]:
    """Return how many copies and contradictions there are, how many of them are found, and how many others."""
    graph = build_documents(found.documents)
    copies = {frozenset((each.document, each.original)) for each in graph.copies}
    originals = {each.document: each.original for each in graph.copies}
    contrary = {
        frozenset(originals.get(document, document) for document in (one, other))
        for each in graph.contradictions()
        for one, other in [[said.claims[0].evidence.span.document for said in (each.one, each.other)]]
    }
    return {
        "copies": len(found.copies),
        "copies found": len(found.copies & copies),
        "other copies": len(copies - found.copies),
        "contradictions": len(found.contrary),
        "contradictions found": len(found.contrary & contrary),
        "other contradictions": len(contrary - found.contrary),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Print for each edit the share of copies that are found, and the number of other pairs."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("places", nargs="*", default=["data"])
    parser.add_argument("--made", type=int, default=0)
    options = parser.parse_args(arguments)
    if options.made:
        print("\n".join(f"{name:<50} {count}" for name, count in built(made(options.made)).items()))
        return 0
    documents = [each for each in read(options.places) if isinstance(each, Document)]
    print(f"{len(documents)} articles; pairs without a planted copy: {len(pairs(documents))}")
    for name, edit in EDITS.items():
        found, false = found_and_false(documents, edit)
        print(f"{name:<50} {found / len(documents):.3f} found, {false} others")
    return 0


if __name__ == "__main__":
    sys.exit(main())
