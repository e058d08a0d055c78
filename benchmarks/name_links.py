"""Evaluation of linked names: whether names of one thing are on one node, by the Wikipedia titles of their mentions.

usage: python -m benchmarks.name_links [--rounds ROUND ...] [--show] [--types]

Without rounds it reads the development documents of GUM (`names-dev.jsonl.gz`), where each mention has a type and may
have a title; with rounds the Wikinews articles of `../shared/news`, whose links give the titles. Two different
names of one document with one title are a pair that belongs together, and so are two names of different documents, also
equal ones. A pair on one node that has two titles is a wrong merge. Pairs of one document are looked up in the graph
of that document alone, the others in the graph of all. Offices ("the Prime Minister") do not count as names here.
"""

import argparse
import gzip
import itertools
import json
import re
import sys
import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.documents import read_documents
from benchmarks.scorers import ABSENT, SHARED
from kg.grammar.pipeline import load
from kg.lexicon import names
from kg.lexicon.name_forms import bare, is_function_word
from kg.lexicon.noun_types import broad_type, is_capitalized_description
from kg.model import Document, Graph, Mention
from kg.resolve import resolve
from kg.resolve.types import is_office
from kg.stages import run_documents

ROUNDS: t.Final = tuple(f"round-{number:02}" for number in range(1, 12))
"""The rounds of articles that may be read while the rules are written."""
SPACED: t.Final = re.compile(r" ['’]s?$")
"""A possessive mark that is separate in the texts of GUM."""
OFFICES: t.Final = names("title", "title", "ruler", "office") | {"fellow", "man", "newcomer", "protector"}


class Gold(t.NamedTuple):
    """A name in a text with the title of its referent, and its type if that is annotated."""

    document: str
    start: int
    end: int
    name: str
    title: str
    type: str = ""

    def covers(self, start: int, end: int) -> bool:
        """Return whether characters of the text are part of it."""
        return self.start <= start and end <= self.end


class Named(t.NamedTuple):
    """A name as written in one document, its referent, and its node, which is "" if no node has it."""

    document: str
    name: str
    title: str
    node: str


class Pairs(t.NamedTuple):
    """The number of pairs of names that belong together, of those that are on one node, and of others that are."""

    gold: int
    right: int
    wrong: int
    absent: int = 0
    """The number of those that belong together and have a name without a node, such as `US` in `US troops`."""

    @property
    def precision(self) -> float:
        """The share of the pairs on one node that belong together."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of the pairs that belong together, with both names on nodes, that are on one node."""
        return self.right / (self.gold - self.absent) if self.gold > self.absent else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", nargs="*", choices=ROUNDS, default=())
    parser.add_argument("--show", action="store_true", help="print the wrong pairs")
    parser.add_argument("--types", action="store_true", help="print the confusion matrix of types")
    options = parser.parse_args(arguments)
    if not SHARED.is_dir():
        print(f"name_links: {ABSENT}")
        return 0
    documents, gold = _of_rounds(SHARED, options.rounds) if options.rounds else _of_gum(SHARED)
    alone, together = graphs(documents)
    found = {"one document": names_in(alone, gold), "two documents": names_in([together], gold)}
    for where, named in found.items():
        counted = pairs(named, within=where == "one document")
        print(f"{where:<14} P {counted.precision:.3f}  R {counted.recall:.3f}  F1 {counted.f1:.3f}  {counted}")
    print("".join(f"    {line}\n" for line in _shown(found["one document"]) if options.show), end="")
    for row in confusion(alone, gold).most_common() if options.types else ():
        print(*row[0], row[1], sep="\t")
    return 0


AGREEING: t.Final[Mapping[str, frozenset[str]]] = {
    "person": frozenset({"Person", "Group"}),
    "place": frozenset({"Place"}),
    "organization": frozenset({"Organization", "Group"}),
    "event": frozenset({"Event"}),
}
"""Our types that agree with each specific type of GUM; peoples are persons there."""


def graphs(documents: Sequence[Document]) -> tuple[list[Graph], Graph]:
    """Return the graph of each document alone, and that of all together."""
    nlp = load()
    alone: list[Graph] = [run_documents([document], model=nlp).graph for document in documents]
    claims = itertools.chain.from_iterable(graph.claims for graph in alone)
    chains = itertools.chain.from_iterable(graph.chains for graph in alone)
    return alone, resolve(documents, claims, chains)


def names_in(found: Iterable[Graph], gold: Sequence[Gold]) -> list[Named]:
    """Return each name once per document: its text, its referent, and the node of most of its mentions."""
    nodes: dict[tuple[str, str, str], Counter[str]] = {}
    for each in gold:
        nodes.setdefault((each.document, each.name, each.title), Counter())
    for each, node in _aligned(found, gold):
        nodes[each.document, each.name, each.title][node] += 1
    usual = {key: min(count, key=lambda node: (-count[node], node), default="") for key, count in nodes.items()}
    return [Named(*key, node) for key, node in sorted(usual.items())]


def pairs(names: Sequence[Named], *, within: bool) -> Pairs:
    """Return the pairs of names: different names in one document, or any names in two."""
    right = wrong = gold = absent = 0
    for one, other in itertools.combinations(names, 2):
        counts = one.name != other.name if one.document == other.document else not within
        if counts and (one.document == other.document) == within:
            same, joined = one.title == other.title, bool(one.node) and one.node == other.node
            gold, right, wrong = gold + same, right + (same and joined), wrong + (joined and not same)
            absent += same and not (one.node and other.node)
    return Pairs(gold, right, wrong, absent)


def confusion(found: Iterable[Graph], gold: Sequence[Gold]) -> Counter[tuple[str, str]]:
    """Return how often a gold type has one of our types, for things with a specific type in GUM."""
    found = tuple(found)
    types = {(g.documents[0].id, one.id): broad_type(one.type) for g in found for one in g.entities}
    aligned = ((each, types[each.document, node]) for each, node in _aligned(found, gold))
    return Counter((each.type, type_) for each, type_ in aligned if each.type in AGREEING)


def _aligned(found: Iterable[Graph], gold: Sequence[Gold]) -> Iterator[tuple[Gold, str]]:
    """Yield the annotated names, each with the node of the graph's name for it."""
    by_document: dict[str, list[Gold]] = {}
    for each in gold:
        by_document.setdefault(each.document, []).append(each)
    for graph in found:
        mentions: dict[str, list[tuple[Mention, str]]] = {}
        for entity in graph.entities:
            for mention in entity.mentions:
                if mention.kind == "name":
                    mentions.setdefault(mention.span.document, []).append((mention, entity.id))
        for id_, named in mentions.items():
            marked = by_document.get(id_, [])
            for each in marked:
                inner = [other for other in marked if other != each and each.covers(other.start, other.end)]
                fitting = [one for one in named if _stands_for(one[0], each, inner)]
                if fitting:
                    yield each, max(fitting, key=lambda one: _overlap(each, one[0]))[1]


def _stands_for(mention: Mention, gold: Gold, inner: Iterable[Gold]) -> bool:
    """Return whether the head of a mention is in an annotated name, and not in one nested within it."""
    head = mention.head
    return gold.covers(head, head + 1) and not any(one.covers(head, head + 1) for one in inner)


def _overlap(gold: Gold, mention: Mention) -> tuple[float, int]:
    span = mention.span
    shared = min(gold.end, span.end) - max(gold.start, span.start)
    return shared / (max(gold.end, span.end) - min(gold.start, span.start)), -span.start


def _shown(names: Sequence[Named]) -> Iterator[str]:
    for one, other in itertools.combinations(names, 2):
        if one.document == other.document and one.name != other.name:
            same, joined = one.title == other.title, bool(one.node) and one.node == other.node
            if same != joined:
                verdict = "wrong" if joined else "apart" if one.node and other.node else "absent"
                yield f"{verdict}  {one.document}: {one.name} [{one.title}] | {other.name} [{other.title}]"


def _of_gum(shared: Path) -> tuple[list[Document], list[Gold]]:
    """Return GUM's development documents and the names in them that have a title."""
    texts = {one.id: one for one in read_documents(shared / "bench" / "data" / "gum_dev.docs.jsonl")}
    with gzip.open(shared / "treebanks" / "names-dev.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    gold: list[Gold] = []
    place: dict[str, int] = {}
    for row in (row for row in rows if row["scheme"] == "gum"):
        id_ = row["document"]
        offsets = word_offsets(texts[id_].text, row["words"], place.get(id_, 0))
        place[id_] = offsets[-1][1]
        gold += [
            _gold(texts[id_], offsets[start][0], offsets[end - 1][1], title, type_)
            for start, end, type_, named, title, _ in row["mentions"]
            if named and title
        ]
    return [texts[id_] for id_ in place], [one for one in gold if is_plain_name(one.name)]


def is_plain_name(name: str) -> bool:
    """Return whether annotated words are a name: all capitalized, and no (part of an) office (`the Prime Minister`)."""
    content = [word for word in name.split() if any(map(str.isalpha, word))]
    capital = all(word[0].isupper() or is_function_word(word) for word in content)
    head = name.partition(" of ")[0]
    office = is_office(head) or is_capitalized_description(name) or head.rpartition(" ")[2].casefold() in OFFICES
    return bool(content) and capital and not office


def word_offsets(text: str, words: Iterable[str], start: int) -> list[tuple[int, int]]:
    """Return the offset of each word of a sentence in a text that is already read up to `start`.

    Raises:
        ValueError: a word is not found.
    """
    found = []
    for word in words:
        begin = text.index(word, start)
        start = begin + len(word)
        found.append((begin, start))
    return found


def _of_rounds(shared: Path, rounds: Iterable[str]) -> tuple[list[Document], list[Gold]]:
    """Return the articles of rounds that have links, and the linked names."""
    documents: list[Document] = []
    gold: list[Gold] = []
    for name in rounds:
        lines = (shared / "news" / "links" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        links = [json.loads(line) for line in lines]
        for id_ in sorted({link["document"] for link in links}):
            path = shared / "news" / name / f"{id_}.txt"
            documents.append(Document(id_, path.read_bytes().decode("utf-8")))
        texts = {one.id: one for one in documents}
        for one in links:
            title = one["target"].removeprefix("w:").strip()  # a link to Wikipedia and one within Wikinews
            gold.append(_gold(texts[one["document"]], one["start"], one["end"], title))
    return documents, [one for one in gold if is_plain_name(one.name)]


def _gold(document: Document, start: int, end: int, title: str, type_: str = "") -> Gold:
    """Return the annotated name; "the Alps" and "Alps" are one name."""
    name = bare(SPACED.sub("", document.text[start:end]))
    return Gold(document.id, start, end, name[4:] if name.casefold().startswith("the ") else name, title, type_)


if __name__ == "__main__":
    sys.exit(main())
