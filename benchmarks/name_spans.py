"""Evaluation of name boundaries: the spans of names in the parse against annotated ones.

usage: python -m benchmarks.name_spans [--part train|dev] [--show KIND ...]

The gold standard is the names of GUM and of English EWT (Universal NER) in `../shared/treebanks`. GUM marks noun
phrases: of those whose head is a proper noun the benchmark keeps pure names, without article, title or possessive
mark, and leaves out the others. A name of ours is exact, cut (inside a longer gold name), padded (around a gold name),
crossing, or extra (it overlaps nothing annotated); a gold name that none of ours overlaps is missed.
"""

import argparse
import gzip
import json
import sys
import typing as t
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from benchmarks.name_links import OFFICES, is_plain_name
from benchmarks.scorers import ABSENT, SHARED
from kg.grammar.name_labels import KIND_OF_LABEL
from kg.grammar.paragraphs import docs_of
from kg.grammar.parse import Parse, parse_of
from kg.grammar.phrases import noun_phrases
from kg.grammar.pipeline import load
from kg.lexicon import names, words
from kg.lexicon.name_forms import honorifics
from kg.lexicon.noun_types import noun_type
from kg.model import Document, Span

KINDS: t.Final = ("exact", "cut", "padded", "crossing", "missed", "extra")
TYPES: t.Final[Mapping[str, str]] = {
    "PER": "Person", "ORG": "Organization", "LOC": "Place",
    "person": "Person", "organization": "Organization", "place": "Place",
}  # fmt: skip
"""Our kind for each specific type of the schemes; the others are `other`."""
TIMES: t.Final = frozenset({"time", "quantity"})
GLUED: t.Final = frozenset({".", ",", ";", ":", "?", "!", ")", "]", "'s", "’s", "n't", "n’t", "%", "'", "’"})
OPENING: t.Final = ("(", "[", " ")
HYPHENS: t.Final = frozenset({"-", "/"})
CLOSING: t.Final = frozenset({".", "!", "?", ":", ";", '"', "”", "''", ")"})
ARTICLES: t.Final = frozenset().union(*(words("determiner", each) for each in ("definite", "indefinite")))
POSSESSIVES: t.Final = frozenset({"'s", "’s", "'", "’"})
JOINING: t.Final = frozenset({"of", "the", "and", "&", "for", "de", "la", "von", "van", "der", "du", "al", "-", "."})
"""The words that may be inside a name without a capital."""
VALUES: t.Final = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL", "NORP", "LANGUAGE"})
"""The labels of entities that are not names of things."""


class Marked(t.NamedTuple):
    """Words of a text that are a name, by their characters, and their kind."""

    start: int
    end: int
    kind: str

    def touches(self, other: "Marked") -> bool:
        """Return whether two spans share a character."""
        return self.start < other.end and other.start < self.end

    def inside(self, other: "Marked") -> bool:
        """Return whether all of it is in another span."""
        return other.start <= self.start and self.end <= other.end


class Text(t.NamedTuple):
    """A document, its gold names, and all annotated spans that are or contain a name."""

    document: Document
    gold: Sequence[Marked]
    marked: Sequence[Marked]
    scheme: str


class Found(t.NamedTuple):
    """The outcome for a name: its kind, our span (None: missed), and the gold one (None: extra)."""

    what: str
    ours: Marked | None
    gold: Marked | None


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--part", choices=("train", "dev"), default="dev")
    parser.add_argument("--show", nargs="*", choices=KINDS, default=(), help="print the names of these kinds")
    options = parser.parse_args(arguments)
    if not SHARED.is_dir():
        print(f"name_spans: {ABSENT}")
        return 0
    found = [*measured(texts(SHARED, options.part))]
    for scheme in ("gum", "uner"):
        print(f"{scheme:<5}", *_lines([one for text, one in found if text.scheme == scheme]))
    for text, one in found:
        if one.what in options.show:
            print(_shown(text, one))
    return 0


def _lines(found: Sequence[Found]) -> Iterator[str]:
    counts = Counter(one.what for one in found)
    exact = [(one.ours.kind, one.gold.kind) for one in found if one.ours and one.gold and one.what == "exact"]
    told = [ours == gold for ours, gold in exact if gold != "other"]
    ours, gold = sum(counts[k] for k in KINDS if k != "missed"), sum(counts[k] for k in KINDS if k != "extra")
    yield "  ".join(f"{kind} {counts[kind]}" for kind in KINDS)
    yield f"  P {counts['exact'] / ours:.3f}  R {counts['exact'] / gold:.3f}  kind right {sum(told)} of {len(told)}"


def _shown(text: Text, one: Found) -> str:
    inside = text.document.text
    ours, gold = ("-" if each is None else f"{inside[each.start : each.end]} ({each.kind})" for each in one[1:])
    at = one.ours or one.gold or Marked(0, 0, "")
    around = inside[max(at.start - 60, 0) : at.end + 60].replace("\n", " ")
    return f"{one.what}\t{ours}\t{gold}\t{around}"


def measured(texts: Iterable[Text]) -> Iterator[tuple[Text, Found]]:
    """Yield the outcomes for the names of texts."""
    texts = tuple(texts)
    docs = docs_of((one.document for one in texts), load(), prose=paragraphs)
    for text, doc in zip(texts, docs, strict=True):
        yield from ((text, one) for one in compared(maximal(names_of(parse_of(doc))), text))


def paragraphs(document: Document) -> Iterator[Span]:
    """Yield the lines of a document, each a paragraph."""
    place = 0
    for line in document.text.splitlines(keepends=True):
        yield Span(document.id, place, place + len(line.rstrip()))
        place += len(line)


def compared(ours: Sequence[Marked], text: Text) -> Iterator[Found]:
    """Yield the outcome for each name of ours, and for each gold name that none of ours overlaps."""
    for one in ours:
        gold = [each for each in text.gold if each.touches(one)]
        if gold:
            best = max(gold, key=lambda each: min(each.end, one.end) - max(each.start, one.start))
            yield Found(_kind(one, best), one, best)
        elif not any(each.touches(one) for each in text.marked):
            yield Found("extra", one, None)
    for each in text.gold:
        if not any(each.touches(one) for one in ours):
            yield Found("missed", None, each)


def _kind(ours: Marked, gold: Marked) -> str:
    if ours[:2] == gold[:2]:
        return "exact"
    if ours.inside(gold):
        return "cut"
    return "padded" if gold.inside(ours) else "crossing"


def names_of(parse: Parse) -> Iterator[Marked]:
    """Yield the names of a parse, with the boundaries of node labels."""
    for phrase in noun_phrases(parse):
        head = parse.tokens[phrase.head.index]
        if head.ent_type_ in VALUES or not (phrase.head.kind == "name" or head.ent_type_):
            continue
        tokens = parse.tokens[phrase.label_start : phrase.label_end]
        kind = KIND_OF_LABEL.get(head.ent_type_, "other")
        first, last = own_words([token.text for token in tokens], kind)
        if first < last and any(token.text[:1].isupper() or token.ent_type_ for token in tokens[first:last]):
            end = tokens[last - 1]
            yield Marked(tokens[first].offset, end.offset + len(end.text), kind)


def own_words(written: Sequence[str], kind: str) -> tuple[int, int]:
    """Return the words of the name itself, without its article, the title before it, or the possessive mark."""
    start, end = 0, len(written)
    while start + 1 < end and written[start].casefold() in ARTICLES:
        start += 1
    if kind == "Person":
        start = max((i + 1 for i in range(start, end - 1) if _is_title(written[i : i + 2])), default=start)
    while end > start and written[end - 1] in POSSESSIVES:
        end -= 1
    return start, end


def _is_title(two: Sequence[str]) -> bool:
    """Return whether the first of two words is a title or an occupation, and the second the name."""
    word = two[0].casefold().rstrip(".")
    title = word in names("title", "title", "person") | OFFICES or noun_type(word) == "Person" or honorifics().get(word)
    return bool(title) and two[1][:1].isupper()


def maximal(found: Iterable[Marked]) -> list[Marked]:
    """Return the spans that are in no other, each once."""
    every = sorted({one[:2]: one for one in found}.values(), key=lambda one: (one.start, -one.end))
    kept: list[Marked] = []
    for one in every:
        if not kept or one.end > kept[-1].end:
            kept.append(one)
    return kept


def texts(shared: Path, part: str) -> Iterator[Text]:
    """Yield the documents of GUM, and the sentences of EWT, which has no document boundaries."""
    with gzip.open(shared / "treebanks" / f"names-{part}.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    together: dict[str, list[dict[str, t.Any]]] = defaultdict(list)
    for number, row in enumerate(rows):
        together[row["document"] if row["scheme"] == "gum" else f"{row['document']} {number}"].append(row)
    for id_, sentences in together.items():
        yield _text(id_, sentences)


def _text(id_: str, rows: Sequence[Mapping[str, t.Any]]) -> Text:
    written, places = _written(row["words"] for row in rows)
    gold: list[Marked] = []
    marked: list[Marked] = []
    for row, at in zip(rows, places, strict=True):
        named = [each for each in row["mentions"] if each[3]]
        marked += [Marked(at[start][0], at[end - 1][1], "") for start, end, *_ in named]
        for start, end, kind in golden(row["words"], named):
            gold.append(Marked(at[start][0], at[end - 1][1], kind))
    return Text(Document(id_, written), maximal(gold), marked, rows[0]["scheme"])


def _written(sentences: Iterable[Sequence[str]]) -> tuple[str, list[list[tuple[int, int]]]]:
    """Return the text of sentences, and the offsets of their words; a new line follows an incomplete sentence."""
    text = ""
    places: list[list[tuple[int, int]]] = []
    for sentence in sentences:
        places.append([])
        for before, word in zip(("", *sentence), sentence, strict=False):
            glued = word in GLUED or text.endswith(OPENING) or before in HYPHENS or (word in HYPHENS and before)
            text += " " if text and not text.endswith("\n") and not glued else ""
            places[-1].append((len(text), len(text) + len(word)))
            text += word
        text += " " if sentence[-1] in CLOSING else "\n"
    return text.rstrip(), places


def golden(written: Sequence[str], named: Sequence[Sequence[t.Any]]) -> Iterator[tuple[int, int, str]]:
    """Yield the annotated spans of a sentence that are pure names."""
    for start, end, type_, *_ in named:
        kind = TYPES.get(type_, "other")
        first, last = own_words(written[start:end], kind)
        first, last = start + first, start + last
        if (
            type_ not in TIMES
            and first < last
            and _is_name(written[first:last])
            and not _goes_on(written, first, last, named)
        ):
            yield first, last, kind


def _is_name(written: Sequence[str]) -> bool:
    plain = all(word[0].isupper() or word.casefold() in JOINING or word in POSSESSIVES for word in written)
    numbered = len(written) == 2 and written[1][0].isdigit()
    return plain and not numbered and is_plain_name(" ".join(written)) and noun_type(written[-1]) != "Person"


def _goes_on(written: Sequence[str], start: int, end: int, named: Sequence[Sequence[t.Any]]) -> bool:
    """Return whether annotated words contain names of their own, or are annotated within a longer name."""
    inner = {(one, other) for one, other, *_ in named if start <= one and other <= end and other - one < end - start}
    owner = any(written[other - 1] in POSSESSIVES for _, other in inner)
    several = len({one for one, _ in inner} & {start}) + len({other for _, other in inner} & {end}) > 1
    outer = ((one, other) for one, other, *_ in named if one <= start and end <= other and other - one > end - start)
    return owner or several or any(_is_beside(written, start, end, *each) for each in outer)


def _is_beside(written: Sequence[str], start: int, end: int, first: int, last: int) -> bool:
    """Return whether a name continues before or after some words of it, within the annotated span."""
    before = (word for word in reversed(written[first:start]) if word.casefold() not in JOINING)
    behind = (word for word in written[end:last] if word.casefold() not in JOINING)
    return any(next(beside, "")[:1].isupper() for beside in (before, behind))


if __name__ == "__main__":
    sys.exit(main())
