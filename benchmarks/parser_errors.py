"""What each correction of the parser mends and breaks, measured against gold trees and names.

usage: python -m benchmarks.parser_errors trees TREES.jsonl.gz… [--model NAME] [--examples N]
       python -m benchmarks.parser_errors names NAMES.jsonl.gz… [--model NAME] [--examples N]
       python -m benchmarks.parser_errors fires SENTENCES.jsonl.gz… [--model NAME] [--examples N]
       python -m benchmarks.parser_errors affixes TREES.jsonl.gz…

The trees and names are those of ../shared/treebanks: a line has the words of a sentence, with their heads, labels and
tags, or with the mentions in it. The pipeline parses these words, so that its tokens are those of the treebank. What a
correction changes was wrong and becomes right (+), was right and becomes wrong (-), or is wrong before and after (=).
Heads, labels and tags are counted apart, as the labels of the treebanks are converted, and differ from the parser's at
times. `fires` counts on any sentences that have `tokens`. `affixes` tells how often the treebanks keep a word with
an affix whole.
"""

import argparse
import gzip
import json
import re
import sys
import typing as t
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, groupby, pairwise
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kg.grammar.named_entities import NUMBER_RULES, RULES, Named, changes, numbered_names
from kg.grammar.parse import correct, uncorrected
from kg.grammar.pipeline import load
from kg.grammar.repairs import REPAIRS
from kg.grammar.tokenization import PREFIXES, SUFFIXES

GLUED_LEFT: t.Final = re.compile(r"[,.;:?!%)\]}’”]|''|n['’]t|['’](?:s|m|d|re|ve|ll|)|\.\.\.", re.IGNORECASE)
GLUED_RIGHT: t.Final = re.compile(r"[(\[{$£€#“‘]|``")
GLUED_BOTH: t.Final = re.compile(r"[-–/]")
TREE_PARTS: t.Final = ("heads", "labels", "tags")
NAME_PARTS: t.Final = ("words", "types")
MENDED, BROKEN, WRONG = "+", "-", "="
BREAKS: t.Final = frozenset({",", ":", "(", ";"})
TYPES: t.Final[t.Mapping[str, str]] = {
    "PERSON": "person", "PER": "person", "ORG": "organization", "organization": "organization", "GPE": "place",
    "LOC": "place", "FAC": "place", "EVENT": "event",
}  # fmt: skip
"""The types of names that the recogniser and the treebanks both know, by their labels in either."""

Row: t.TypeAlias = t.Mapping[str, t.Any]


class Fire(t.NamedTuple):
    """One place where a correction did something, as text with what it did, and what became of it."""

    correction: str
    example: str
    told: tuple[tuple[str, str], ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print one table for each file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("what", choices=["trees", "names", "fires", "affixes"])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--model", help="an installed pipeline; the default one where none is named")
    parser.add_argument("--examples", type=int, default=0, help="so many places of each correction are shown")
    options = parser.parse_args(arguments)
    if options.what == "affixes":
        print(*affix_table(row["words"] for file in options.files for row in rows(file)), sep="\n")
        return 0
    nlp = load(options.model)
    measures: dict[str, Callable[[Sequence[Row], Language], Iterator[Fire]]]
    measures = {"trees": tree_fires, "names": name_fires, "fires": bare_fires}
    for file in options.files:
        fires = list(measures[options.what](list(rows(file)), nlp))
        print(f"\n{file.name}, {options.model or 'default model'}")
        of_names = options.what == "names"
        names = [*RULES, *NUMBER_RULES] if of_names else [*REPAIRS]
        parts = NAME_PARTS if of_names else TREE_PARTS
        print(*table(fires, names, parts), sep="\n")
        print(*examples(fires, options.examples), sep="\n")
    return 0


def rows(file: Path) -> Iterator[Row]:
    """Yield the sentences of a gzipped file of JSON lines."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def unparsed(words: Sequence[str], nlp: Language) -> Doc:
    """Return a Doc of the words of a treebank, with spaces where they are likely: the parser sees spaces too."""
    spaces = [not _is_glued(word, following) for word, following in pairwise(words)]
    return Doc(nlp.vocab, list(words), spaces=[*spaces, False])


def _is_glued(word: str, following: str) -> bool:
    hyphen = GLUED_BOTH.fullmatch(word) or GLUED_BOTH.fullmatch(following)
    return bool(hyphen or GLUED_LEFT.fullmatch(following) or GLUED_RIGHT.fullmatch(word))


def tree_fires(trees: Sequence[Row], nlp: Language) -> Iterator[Fire]:
    """Yield what each correction of the tree does on sentences with gold trees."""
    docs = nlp.pipe(unparsed(tree["words"], nlp) for tree in trees)
    for tree, doc in zip(trees, docs, strict=True):
        yield from _fires(doc, tree)


def bare_fires(sentences: Sequence[Row], nlp: Language) -> Iterator[Fire]:
    """Yield what each correction of the tree does on sentences without trees, each once."""
    texts = dict.fromkeys(tuple(sentence["tokens"]) for sentence in sentences)
    for doc in nlp.pipe(unparsed(words, nlp) for words in texts):
        yield from _fires(doc, None)


def _fires(doc: Doc, gold: Row | None) -> Iterator[Fire]:
    for name, made in correct(uncorrected(doc)):
        shown = "; ".join(
            f"{word.text}: {doc[word.i].dep_} of {doc[word.i].head.text} > {label} of {head.text}, {tag}"
            for word, head, label, tag in made
        )
        told: list[tuple[str, str]] = []
        for word, head, label, tag in made if gold is not None else ():
            old = (doc[word.i].head.i, doc[word.i].dep_, doc[word.i].tag_)
            for part, before, after in zip(TREE_PARTS, old, (head.i, label, tag), strict=True):
                told.append((part, outcome(before, after, gold[part][word.i]) if gold is not None else ""))
        yield Fire(name, f"{doc.text} [{shown}]", tuple(told))


def outcome(before: object, after: object, gold: object) -> str:
    """Return what a change makes of a thing; nothing where it stays as it was."""
    if before == after:
        return ""
    return MENDED if after == gold else BROKEN if before == gold else WRONG


def name_fires(sentences: Sequence[Row], nlp: Language) -> Iterator[Fire]:
    """Yield what each rule of names does on documents with gold names."""
    for _, rows_of_document in groupby(sentences, key=lambda row: row["document"]):
        document = list(rows_of_document)
        doc = Doc.from_docs(list(nlp.pipe(unparsed(row["words"], nlp) for row in document)))
        starts = accumulate((len(row["words"]) for row in document), initial=0)
        gold = [
            (start + first, start + end, kind)
            for row, start in zip(document, starts, strict=False)
            for first, end, kind, named, *_ in row["mentions"]
            if named or row["scheme"] == "uner"
        ]
        if doc is not None:
            yield from _name_fires(doc, {_trimmed(doc, first, end): TYPES.get(kind, kind) for first, end, kind in gold})


def _name_fires(doc: Doc, gold: t.Mapping[tuple[int, int], str]) -> Iterator[Fire]:
    found = [Named(entity.start, entity.end, entity.label_) for entity in doc.ents]
    made = [change for entity in found for change in changes(doc, entity)]
    for rule, before, after in [*made, *numbered_names(doc)]:
        was, is_now = (_judged(doc, name, gold) for name in (before, after))
        told = tuple(
            (part, "" if old == new else MENDED if new else BROKEN)
            for part, old, new in zip(NAME_PARTS, was, is_now, strict=True)
        )
        same = not any(result for _, result in told)
        shown = " > ".join(
            f"{doc[n.start : n.end].text} {n.label}" if n is not None else "none" for n in (before, after)
        )
        around = doc[max(0, after.start - 8) : after.end + 8].text
        yield Fire(rule, f"{around} [{shown}]", ((NAME_PARTS[0], WRONG),) if same else told)


def _judged(doc: Doc, name: Named | None, gold: t.Mapping[tuple[int, int], str]) -> tuple[bool, bool]:
    """Tell whether a name has the words, and the type, of one in the treebank; what is none is right where none is."""
    if name is None or not name.label:
        return False, False
    span = _trimmed(doc, name.start, name.end)
    inside = [kind for (start, end), kind in gold.items() if start < span[1] and span[0] < end]
    kind = TYPES.get(name.label)
    return span in gold, kind is None or kind in gold.get(span, inside)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return a name without the small words before it, and without what stands behind a comma or the like."""
    while start + 1 < end and doc[start].text == doc[start].lower_:
        start += 1
    cut = next((word.i for word in doc[start + 1 : end] if word.text in BREAKS or word.tag_ in {"WP", "WDT"}), end)
    return start, cut


def table(fires: Iterable[Fire], names: Iterable[str], parts: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a table: each correction with its fires, and what became of the parts that it changed."""
    counts: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    totals: Counter[str] = Counter()
    places: dict[str, Counter[str]] = defaultdict(Counter)
    for fire in fires:
        totals[fire.correction] += 1
        counts[fire.correction].update(fire.told)
        results = Counter(result for _, result in fire.told)
        gain = results[MENDED] - results[BROKEN]
        places[fire.correction]["better" if gain > 0 else "worse" if gain < 0 else "same"] += 1
    yield f"{'':<32}{'fires':>6}  better worse same" + "".join(f"  {part:>14}" for part in parts)
    for name in names:
        cells = ("/".join(f"{sign}{counts[name][part, sign]}" for sign in (MENDED, BROKEN, WRONG)) for part in parts)
        better = "".join(
            f"{places[name][verdict]:>{width}}" for verdict, width in (("better", 8), ("worse", 6), ("same", 5))
        )
        yield f"{name:<32}{totals[name]:>6}{better}" + "".join(f"  {cell:>14}" for cell in cells)


def examples(fires: Iterable[Fire], number: int) -> Iterator[str]:
    """Yield so many places of each correction, with what became of them."""
    shown: Counter[str] = Counter()
    for fire in fires:
        shown[fire.correction] += 1
        if shown[fire.correction] <= number:
            yield f"{fire.correction} {' '.join(f'{part}{sign}' for part, sign in fire.told if sign)}: {fire.example}"


def affix_table(sentences: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield how often words with each affix are whole, and how often they are cut at the hyphen."""
    whole: Counter[str] = Counter()
    cut: Counter[str] = Counter()
    for words in sentences:
        for i, word in enumerate(words):
            first, hyphen, last = word.lower().partition("-")
            if hyphen and first.isalpha() and last.isalpha():
                whole.update({f"{first}-": first in PREFIXES, f"-{last}": last in SUFFIXES})
            if word == "-" and 0 < i < len(words) - 1:
                first, last = words[i - 1].lower(), words[i + 1].lower()
                cut.update({f"{first}-": first in PREFIXES, f"-{last}": last in SUFFIXES})
    yield f"{'affix':<12}{'whole':>6}{'cut':>6}"
    for affix in [*(f"{prefix}-" for prefix in sorted(PREFIXES)), *(f"-{suffix}" for suffix in SUFFIXES)]:
        yield f"{affix:<12}{whole[affix]:>6}{cut[affix]:>6}"


if __name__ == "__main__":
    sys.exit(main())
