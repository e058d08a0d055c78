"""What each correction of the parser and of its names repairs and breaks, measured against gold trees and names.

usage: python -m benchmarks.parser_errors SENTENCES.jsonl.gz… [--model NAME] [--half 0|1] [--examples N]

A line of a file has the `words` (or `tokens`) of a sentence, with `heads`, `labels` and `tags`, or with the `mentions`
in it, as in ../shared/treebanks; without either, as in QANom's files, changes are only counted. The pipeline
parses these words, so that its tokens are those of the treebank; duplicate sentences count once. A change by a
correction was wrong and becomes right (+), was right and becomes wrong (-), or is wrong before and after (=).
Heads, labels and tags are counted separately, since the labels of the treebanks are converted, and sometimes differ
from the parser's; "better" is the number of places where more becomes right than wrong. For trees a second table has
the number of words with a prefix that are kept whole.
"""

import argparse
import gzip
import json
import re
import sys
import typing as t
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, Token

from kg.grammar.corrections import CORRECTIONS
from kg.grammar.name_edges import Named
from kg.grammar.named_entities import RULES, changes
from kg.grammar.parse import correct, uncorrected
from kg.grammar.patterns import Change as Correction
from kg.grammar.pipeline import load
from kg.grammar.tokenization import PREFIXES

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
"""The types of names that both the recogniser and the treebanks have, with their labels in either."""

Row: t.TypeAlias = t.Mapping[str, t.Any]


class Fire(t.NamedTuple):
    """One change by a correction, as text with a description of the change, and its outcome."""

    correction: str
    example: str
    told: tuple[tuple[str, str], ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables of each file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--model", help="an installed pipeline (default: that of kg)")
    parser.add_argument("--half", type=int, choices=[0, 1], help="only one half of the sentences, to choose or confirm")
    parser.add_argument("--examples", type=int, default=0, help="number of places to show for each correction")
    options = parser.parse_args(arguments)
    nlp = load(options.model)
    for file in options.files:
        print(f"\n{file.name}, {options.model or 'default model'}")
        for line in report(list(rows(file, options.half)), nlp, options.examples):
            print(line)
    return 0


def report(sentences: Sequence[Row], nlp: Language, number: int) -> Iterator[str]:
    """Yield the tables of the sentences of a file, and that many examples of each correction."""
    for names, parts, measure in (CORRECTIONS, TREE_PARTS, tree_fires), (RULES, NAME_PARTS, name_fires):
        fires = list(measure(sentences, nlp))
        yield from table(fires, names, parts)
        yield from examples(fires, number)
    yield from prefix_table(row["words"] for row in sentences)


def rows(file: Path, half: int | None = None) -> Iterator[Row]:
    """Yield the distinct sentences of a gzipped file of JSON lines, or of one half of it."""
    met: set[str] = set()
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            row["words"] = row.get("words") or row["tokens"]
            text = " ".join(row["words"])
            if text not in met and half in {None, zlib.crc32(text.encode()) % 2}:
                met.add(text)
                yield row


def unparsed(words: Sequence[str], nlp: Language) -> Doc:
    """Return a Doc of the words of a treebank, with spaces where they are likely, since the parser sees spaces too."""
    spaces = [not _is_glued(word, following) for word, following in pairwise(words)]
    return Doc(nlp.vocab, list(words), spaces=[*spaces, False])


def _is_glued(word: str, following: str) -> bool:
    hyphen = GLUED_BOTH.fullmatch(word) or GLUED_BOTH.fullmatch(following)
    return bool(hyphen or GLUED_LEFT.fullmatch(following) or GLUED_RIGHT.fullmatch(word))


def tree_fires(sentences: Sequence[Row], nlp: Language) -> Iterator[Fire]:
    """Yield the changes of the tree by each correction."""
    docs = nlp.pipe(unparsed(row["words"], nlp) for row in sentences)
    for row, doc in zip(sentences, docs, strict=True):
        for name, made in correct(uncorrected(doc)):
            shown = "; ".join(
                f"{c.word.text}: {doc[c.word.i].dep_} > {c.label} of {c.head.text}, {c.tag}" for c in made
            )
            told = tuple(each for change in made for each in _told(doc[change.word.i], change, row))
            yield Fire(name, f"{doc.text} [{shown}]", told)


def _told(word: Token, change: Correction, gold: Row) -> Iterator[tuple[str, str]]:
    """Yield the outcome for the head, the label and the tag of a changed word."""
    after: tuple[int | str, ...] = (change.head.i, change.label, change.tag)
    for part, old, new in zip(TREE_PARTS, (word.head.i, word.dep_, word.tag_), after, strict=True):
        if part in gold:
            yield part, outcome(old, new, gold[part][word.i])


def outcome(before: object, after: object, gold: object) -> str:
    """Return the outcome of a change; nothing if the value stays the same."""
    if before == after:
        return ""
    return MENDED if after == gold else BROKEN if before == gold else WRONG


def name_fires(sentences: Sequence[Row], nlp: Language) -> Iterator[Fire]:
    """Yield the changes by each rule for names."""
    docs = nlp.pipe(unparsed(row["words"], nlp) for row in sentences)
    for row, doc in zip(sentences, docs, strict=True):
        gold = {_trimmed(doc, first, end): TYPES.get(kind, kind) for first, end, kind in _names(row)}
        for entity in doc.ents:
            for rule, before, after in changes(doc, Named(entity.start, entity.end, entity.label_)):
                told = _outcomes(_judged(doc, before, gold), _judged(doc, after, gold)) if "mentions" in row else ()
                shown = " > ".join(f"{doc[name.start : name.end].text} {name.label}" for name in (before, after))
                yield Fire(rule, f"{doc.text} [{shown}]", told)


def _names(row: Row) -> Iterator[tuple[int, int, str]]:
    for first, end, kind, named, *_ in row.get("mentions", ()):
        if named or row["scheme"] == "uner":
            yield first, end, kind


def _outcomes(was_right: Sequence[bool], is_right: Sequence[bool]) -> tuple[tuple[str, str], ...]:
    """Return the outcome for the words and the type of a name."""
    told = [
        (part, MENDED if is_right[i] else BROKEN) for i, part in enumerate(NAME_PARTS) if was_right[i] != is_right[i]
    ]
    return tuple(told) or ((NAME_PARTS[0], WRONG),)


def _judged(doc: Doc, name: Named, gold: t.Mapping[tuple[int, int], str]) -> tuple[bool, bool]:
    """Return whether a name has the words, and the type, of a gold name; both may also be missing."""
    span = _trimmed(doc, name.start, name.end)
    inside = [kind for (start, end), kind in gold.items() if start < span[1] and span[0] < end]
    if not name.label:
        return span not in gold, not inside
    kind = TYPES.get(name.label)
    return span in gold, kind is None or kind in gold.get(span, inside)


def _trimmed(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Return a name without function words before it, without its "'s", and without the part after a comma."""
    while start + 1 < end and doc[start].is_lower:
        start += 1
    cut = next((word.i for word in doc[start + 1 : end] if word.text in BREAKS or word.tag_ in {"WP", "WDT"}), end)
    return start, cut - (cut - start > 1 and doc[cut - 1].tag_ == "POS")


def table(fires: Iterable[Fire], names: Iterable[str], parts: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a table: each correction with its changes, and the outcomes for the changed parts."""
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
    """Yield that many places of each correction, with the outcomes."""
    shown: Counter[str] = Counter()
    for fire in fires:
        shown[fire.correction] += 1
        if shown[fire.correction] <= number:
            yield f"{fire.correction} {' '.join(f'{part}{sign}' for part, sign in fire.told if sign)}: {fire.example}"


def prefix_table(sentences: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield how often words with each prefix are whole, and how often they are split at the hyphen."""
    whole: Counter[str] = Counter()
    cut: Counter[str] = Counter()
    for words in sentences:
        parts = [word.lower().partition("-") for word in words]
        whole.update(first for first, _, last in parts if last.isalpha())
        cut.update(before.lower() for before, hyphen in pairwise(words) if hyphen == "-")
    yield f"{'prefix':<12}{'whole':>6}{'cut':>6}"
    for prefix in sorted(PREFIXES):
        yield f"{prefix:<12}{whole[prefix]:>6}{cut[prefix]:>6}"


if __name__ == "__main__":
    sys.exit(main())
