"""Annotated documents as training examples: candidates, pairs, and the pairs that corefer in the annotation."""

import json
import typing as t
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from spacy.tokens import Doc

from benchmarks.coref_mentions import mention_span, paragraph_spans
from benchmarks.documents import read_documents
from kg.grammar.parse import Token, parse_of
from kg.grammar.pipeline import load
from kg.lexicon.gazetteer import default_gazetteer
from kg.reference.annotation import annotate
from kg.reference.coref.columns import Scheme
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.mentions import MentionTable, mentions_of
from kg.reference.coref.pairs import Pairs, pairs_of
from training.annotated import articles

NON_COMMERCIAL: t.Final = frozenset({"essay", "fiction", "letter", "podcast", "whow"})
"""Genres of GUM with texts under non-commercial licences: never used for training."""
ARTICLE: t.Final = "article"
"""The genre of our own articles."""
Clusters: t.TypeAlias = list[list[tuple[int, int]]]


@dataclass(frozen=True, eq=False)
class Example:
    """A document, its annotated clusters of character spans, and the input of the model.

    `labels` has a row for each pair: whether both are in one annotated cluster.
    """

    id: str
    genre: str
    scheme: Scheme
    doc: Doc
    text: str
    clusters: Clusters
    mentions: MentionTable
    pairs: Pairs
    labels: np.ndarray[t.Any, np.dtype[np.bool_]]


def examples(shared: Path) -> list[Example]:
    """Return the documents of OntoGUM's development part that may be used for training, and our own articles."""
    return [*_of_ontogum(shared), *_of_articles()]


def _of_ontogum(shared: Path) -> Iterator[Example]:
    """Yield the development documents of OntoGUM with a licence that allows training, by id."""
    data = shared / "bench" / "data"
    gold = {row["id"]: row for row in _rows(data / "gum_dev.gold.jsonl")}
    documents = [d for d in read_documents(data / "gum_dev.docs.jsonl") if gold[d.id]["genre"] not in NON_COMMERCIAL]
    docs = annotate(sorted(documents, key=lambda d: d.id), load(), prose=paragraph_spans, resolver=lambda _: ())
    yield from (_example(doc, gold[doc._.kg_document.id], "OntoGUM") for doc in docs)


def _of_articles() -> Iterator[Example]:
    found = list(articles())
    docs = annotate((one.document for one in found), load(), prose=paragraph_spans, resolver=lambda _: ())
    for article, doc in zip(found, docs, strict=True):
        row = {"id": article.document.id, "genre": ARTICLE, "clusters": article.clusters()}
        example = _example(doc, row, "news")
        yield replace(example, clusters=_as_candidates(example))


def _as_candidates(example: Example) -> Clusters:
    """Return the annotated clusters with the spans of our candidates: those of names are without titles."""
    discourse = Discourse(parse_of(example.doc), default_gazetteer())
    found: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
    for candidate, number in zip(discourse.candidates, _clusters_of(discourse, example.clusters), strict=True):
        if number >= 0:
            found[number].add(mention_span(discourse, candidate))
    return [sorted(spans) for spans in found.values() if len(spans) > 1]


def _rows(path: Path) -> list[dict[str, t.Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _example(doc: Doc, row: dict[str, t.Any], scheme: Scheme) -> Example:
    discourse = Discourse(parse_of(doc), default_gazetteer())
    mentions = mentions_of(discourse, scheme)
    pairs = pairs_of(discourse, mentions, discourse.candidates)
    clusters = [[(start, end) for start, end in cluster] for cluster in row["clusters"]]
    cluster_of = np.array(_clusters_of(discourse, clusters))
    one, other = cluster_of[pairs.anaphor], cluster_of[pairs.antecedent]
    text = doc._.kg_document.text
    return Example(row["id"], row["genre"], scheme, doc, text, clusters, mentions, pairs, (one >= 0) & (one == other))


def _clusters_of(discourse: Discourse, clusters: Clusters) -> list[int]:
    """Return the number of each candidate's annotated cluster, by its span or else by its head; -1 for none."""
    words = discourse.stretch.parse.tokens
    spans = [mention_span(discourse, candidate) for candidate in discourse.candidates]
    by_span = {span: number for number, span in reversed(list(enumerate(spans)))}
    by_head = {c.token.i: c.index for c in discourse.candidates if c.kind != "row"}
    starts = {token.offset: token.i for token in words}
    ends = {token.offset + len(token): token.i + 1 for token in words}
    found = [-1] * len(spans)
    for number, cluster in enumerate(clusters):
        for span in cluster:
            heads = _heads(words, starts.get(span[0], 0), ends.get(span[1], 0))
            candidate = by_span.get(span, next((by_head[head] for head in heads if head in by_head), None))
            if candidate is not None and (found[candidate] < 0 or spans[candidate] == span):
                found[candidate] = number
    return found


def _heads(words: Sequence[Token], start: int, end: int) -> Iterable[int]:
    """Return the tokens of a span that have no governor in it."""
    return (w.i for w in words[start:end] if w.governor is w or not start <= w.governor.i < end)
