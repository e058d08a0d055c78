"""Train the model for the kinds of names (`kg/grammar/name_labels.py`) on our articles and GUM, and evaluate it.

usage: python -m training.name_labels [--shared DIR] [--write]

A name of a document is an example; its kind is that of most of its mentions. Each document is read twice more with
other last names: its persons get names of cities and of firms, so that a surname which is also a place does not decide
alone. The articles of `training/articles` are news, and have a higher weight than GUM's documents of other genres.
Documents, with their copies, are split into the folds of the cross-validation. Those whose facts `benchmarks.names`
looks for are left out. With --write the weights over all data go to kg/data/name_labels.json.
"""

import argparse
import functools
import gzip
import itertools
import json
import random
import typing as t
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from kg.grammar.name_labels import KIND_OF_LABEL, KINDS, MAX_WORDS, Evidence, evidence, names_of
from kg.grammar.paragraphs import docs_of
from kg.grammar.parse import correct, uncorrected
from kg.grammar.pipeline import load
from kg.lexicon.gazetteer import default_gazetteer
from kg.model import Document, Span
from training.annotated import Article, articles
from training.examples import REPOSITORY
from training.logistic import Vector, fit, probabilities

WEIGHTS: t.Final = REPOSITORY / "kg" / "data" / "name_labels.json"
SOURCE: t.Final = (
    "Learned from articles written for it (training/articles) and from the entity annotations of the GUM corpus "
    "(Zeldes 2017; annotations CC BY 4.0), documents of its free genres; no text of GUM is kept."
)
KIND_OF_TYPE: t.Final[Mapping[str, str]] = {"person": "Person", "organization": "Organization", "place": "Place"}
TYPE_OF_KIND: t.Final[Mapping[str, str]] = {kind: type_ for type_, kind in KIND_OF_TYPE.items()}
PEOPLE: t.Final = "Group"
"""The kind of the names of peoples, whose labels are not changed."""
ARTICLE: t.Final = "article "
"""The prefix of the ids of our own articles."""
TRUST: t.Final = 0.3
"""The weight of a name of GUM relative to one of an article."""
COPIED: t.Final = 0.5
"""The weight of a name of a copy relative to one of the original text."""
STEPS: t.Final = 8
LEFT_OUT: t.Final = frozenset({"GUM_news_afghan", "GUM_news_defector", "GUM_news_taxes"})
FOLDS: t.Final = 5
RIDGE: t.Final = 2.0
LEAST: t.Final = 12
LIGHT: t.Final = 0.05
"""The least absolute value of weights that are kept."""
THRESHOLDS: t.Final = (0.0, 0.4, 0.5, 0.6, 0.7)
VERSIONS: t.Final = 3
"""The number of versions of each document."""
GLUED: t.Final = frozenset({".", ",", ";", ":", "?", "!", ")", "]", "'s", "’s", "n't", "n’t", "%", "'", "’"})
OPENING: t.Final = ("(", "[", " ")


class Marked(t.NamedTuple):
    """An annotated mention, by words of its document."""

    start: int
    end: int
    type: str


class Text(t.NamedTuple):
    """The words of a document, sentence by sentence, and its annotated mentions."""

    id: str
    sentences: Sequence[Sequence[str]]
    marked: Sequence[Marked]


class Example(t.NamedTuple):
    """The features of a name in a document, its kind, and the recogniser's most frequent label."""

    document: str
    name: str
    told: Evidence
    kind: str
    labelled: str
    copied: bool


def texts(shared: Path, nlp: Language) -> Iterator[Text]:
    """Yield our own articles, and the documents of GUM."""
    for article in articles():
        yield _text_of(article, nlp)
    for part in ("train", "dev"):
        with gzip.open(shared / "treebanks" / f"names-{part}.jsonl.gz", "rt", encoding="utf-8") as file:
            rows = [json.loads(line) for line in file]
        found: dict[str, list[dict[str, t.Any]]] = defaultdict(list)
        for row in rows:
            if row["scheme"] == "gum" and row["document"] not in LEFT_OUT:
                found[row["document"]].append(row)
        for id_, sentences in found.items():
            marked, place = [], 0
            for row in sentences:
                named = (mention for mention in row["mentions"] if mention[3])
                marked += [Marked(place + start, place + end, type_) for start, end, type_, *_ in named]
                place += len(row["words"])
            yield Text(id_, [row["words"] for row in sentences], marked)


def _text_of(article: Article, nlp: Language) -> Text:
    """Return an article as words, with each paragraph as a sentence."""
    doc = nlp.make_doc(article.document.text)
    words = [token for token in doc if not token.is_space]
    starts = {token.idx: place for place, token in enumerate(words)}
    ends = {token.idx + len(token): place + 1 for place, token in enumerate(words)}
    marked = [
        Marked(starts[mark.start], ends[mark.end], TYPE_OF_KIND.get(mark.kind, "other"))
        for mark in article.names()
        if mark.kind != PEOPLE and mark.start in starts and mark.end in ends
    ]
    paragraphs = itertools.groupby(words, key=lambda token: article.document.text.count("\n", 0, token.idx))
    sentences = [[token.text for token in paragraph] for _, paragraph in paragraphs]
    return Text(f"{ARTICLE}{article.document.id}", sentences, marked)


def with_other_names(text: Text, others: Sequence[str], seed: str) -> Text:
    """Return a text whose persons have other last names."""
    flat = [word for sentence in text.sentences for word in sentence]
    marked = (flat[one.start : one.end] for one in text.marked if one.type == "person")
    lasts = {written[-1] for written in marked if _is_full_name(written)}
    chosen = random.Random(seed)  # noqa: S311 - no secret
    swapped = {last: chosen.choice(others) for last in sorted(lasts)}
    return text._replace(sentences=[[swapped.get(word, word) for word in s] for s in text.sentences])


def _is_full_name(written: Sequence[str]) -> bool:
    capitals = [word for word in written if word.isalpha() and word.istitle()]
    return len(capitals) > 1 and len(written) <= MAX_WORDS and written[-1].isalpha()


def document_of_text(text: Text, id_: str) -> tuple[Document, list[int]]:
    """Return a text as a document, and the offset of each of its words."""
    written, starts = "", []
    for sentence in text.sentences:
        for word in sentence:
            if written and word not in GLUED and not written.endswith(OPENING):
                written += " "
            starts.append(len(written))
            written += word
        written += " "
    return Document(id_, written.rstrip()), starts


def examples(shared: Path, nlp: Language) -> list[Example]:
    """Return the names of all documents and of their copies."""
    versions = [version for text in texts(shared, nlp) for version in _versions(text)]
    written = [document_of_text(text, f"{text.id}#{number}") for number, text in enumerate(versions)]
    docs = docs_of((one for one, _ in written), nlp, prose=lambda one: [Span(one.id, 0, len(one.text))])
    found: list[Example] = []
    for number, (text, (_, starts), doc) in enumerate(zip(versions, written, docs, strict=True)):
        found += _examples_of(text, starts, doc, copied=number % VERSIONS > 0)
    return found


def _versions(text: Text) -> list[Text]:
    """Return a text, and its copies with other last names."""
    return [text, *(with_other_names(text, _known(types), text.id) for types in ({"City", "Region"}, {"Company"}))]


@functools.cache
def _names_of_types(*types: str) -> list[str]:
    found = (one.label for one in default_gazetteer().entries if one.type in types)
    return sorted({label for label in found if label.isalpha() and label.istitle()})


def _known(types: Iterable[str]) -> list[str]:
    return _names_of_types(*sorted(types))


def _examples_of(text: Text, starts: Sequence[int], doc: Doc, *, copied: bool) -> Iterator[Example]:
    parse = uncorrected(doc)
    correct(parse)
    found = names_of(parse)
    told = evidence(found)
    word_at = {offset: number for number, offset in enumerate(starts)}
    for key, named in found.items():
        places = (word_at.get(mention.head.offset, -1) for mention in named)
        kinds = Counter(filter(None, (_kind_at(text, place) for place in places)))
        labels = Counter(KIND_OF_LABEL.get(mention.label, "other") for mention in named)
        if kinds:
            yield Example(text.id, key, told[key], _usual(kinds), _usual(labels), copied)


def _kind_at(text: Text, place: int) -> str:
    """Return the kind of the smallest name around a word, "" if there is none."""
    around = [one for one in text.marked if one.start <= place < one.end]
    return KIND_OF_TYPE.get(min(around, key=lambda one: one.end - one.start).type, "other") if around else ""


def _usual(counts: Counter[str]) -> str:
    return min(counts, key=lambda one: (-counts[one], one))


def trained(rows: Sequence[Example]) -> dict[str, dict[str, float]]:
    """Return the weights of each kind against the others."""
    counts = Counter(name for row in rows for name in row.told)
    columns = {name: i for i, name in enumerate(sorted(name for name, n in counts.items() if n >= LEAST))}
    values = values_of(rows, columns)
    trust = np.array([(COPIED if row.copied else 1.0) * (1.0 if _is_article(row) else TRUST) for row in rows])
    found = {}
    for kind in KINDS:
        labels = np.array([float(row.kind == kind) for row in rows])
        weights = fit(values, labels, trust, ridge=RIDGE, steps=STEPS)
        found[kind] = {name: float(weights[i]) for name, i in columns.items()}
    return found


def _is_article(row: Example) -> bool:
    return row.document.startswith(ARTICLE)


def values_of(rows: Sequence[Example], columns: Mapping[str, int]) -> Vector:
    """Return the evidence of examples as a matrix."""
    values = np.zeros((len(rows), len(columns)))
    for i, row in enumerate(rows):
        for name, value in row.told.items():
            if name in columns:
                values[i, columns[name]] = value
    return values


def predicted(rows: Sequence[Example], weights: Mapping[str, Mapping[str, float]]) -> list[tuple[str, float]]:
    """Return the likeliest kind of each example, and its probability."""
    columns = {name: i for i, name in enumerate(next(iter(weights.values())))}
    values = values_of(rows, columns)
    shares = np.stack([probabilities(values, np.array(list(weights[kind].values()))) for kind in KINDS], axis=1)
    certain = np.minimum(shares, shares / shares.sum(axis=1, keepdims=True))
    return [(KINDS[int(row.argmax())], float(row.max())) for row in certain]


def cross_validated(rows: Sequence[Example]) -> list[tuple[str, float]]:
    """Return for each example the prediction of weights that were trained without its document."""
    documents = sorted({row.document for row in rows})
    random.Random(0).shuffle(documents)  # noqa: S311 - no secret
    fold_of = {document: i % FOLDS for i, document in enumerate(documents)}
    found: list[tuple[str, float]] = [("other", 0.0)] * len(rows)
    for fold in range(FOLDS):
        weights = trained([row for row in rows if fold_of[row.document] != fold])
        held = [i for i, row in enumerate(rows) if fold_of[row.document] == fold]
        for i, told in zip(held, predicted([rows[i] for i in held], weights), strict=True):
            found[i] = told
    return found


def report(found: Sequence[tuple[Example, str, float]]) -> Iterator[str]:
    """Yield the accuracy of the recogniser, and of the weights at each threshold, and the number of changes."""
    labelled = sum(row.kind == row.labelled for row, _, _ in found) / len(found)
    yield f"  {len(found)} names; the recogniser's usual label {labelled:.3f}"
    for least in THRESHOLDS:
        kinds = [(row, kind if likely >= least else row.labelled) for row, kind, likely in found]
        right = sum(kind == row.kind for row, kind in kinds) / len(kinds)
        changed = [(row, kind) for row, kind in kinds if kind != row.labelled]
        mended = sum(kind == row.kind for row, kind in changed)
        broken = sum(row.labelled == row.kind for row, kind in changed)
        yield f"  from {least:.1f} on {right:.3f}: {len(changed)} changed, {mended} mended, {broken} broken"


def main() -> None:
    """Cross-validate, and write the weights with --write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = examples(options.shared, load())
    told = cross_validated(rows)
    for ours, copied in itertools.product((True, False), (False, True)):
        print("articles" if ours else "GUM", "with other names" if copied else "as they are")
        every = ((row, *one) for row, one in zip(rows, told, strict=True))
        for line in report([one for one in every if one[0].copied == copied and _is_article(one[0]) == ours]):
            print(line)
    if options.write:
        weights = trained(rows)
        kept = {kind: {name: round(w, 3) for name, w in w_.items() if abs(w) >= LIGHT} for kind, w_ in weights.items()}
        text = json.dumps({"source": SOURCE, "weights": kept}, indent=0, sort_keys=True, ensure_ascii=False)
        WEIGHTS.write_text(text + "\n", encoding="utf-8")
        print(sum(map(len, kept.values())), "weights written")


if __name__ == "__main__":
    main()
