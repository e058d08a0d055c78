"""Train the importance of things and statements in a text, and evaluate it on other documents.

usage: python -m training.importance [--shared DIR] [--write]

Things: `../shared/treebanks/names-*.jsonl.gz` has for each mention in GUM's documents the number, of five summaries,
that include it. Each document is read like any other; a thing of its graph that has one of these mentions is
an example, and the share of summaries is its label.

Statements: `benchmarks/judged/facts/predicates.tsv` has the positions, in seen articles, of the predicates of facts
that a reader wrote down without seeing a graph; a statement is an example, and its label is whether it has one of
these and is the first to state it. The facts of the reader "learn" were written only for training and are not used
for evaluation.

Documents, not examples, are split into the folds of the cross-validation; articles by their rounds. With --write the
weights over all documents go to kg/data/importance.json.
"""

import argparse
import functools
import gzip
import itertools
import json
import typing as t
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from kg.export.connections import has_name
from kg.export.importance import assessment_context, features, statement_features
from kg.lexicon.learned import probability
from kg.model import Claim, Document, Entity, Graph, Span
from kg.read import read
from kg.stages.running import run_documents
from training.examples import REPOSITORY
from training.logistic import fit, matrix, vocabulary

WEIGHTS: t.Final = REPOSITORY / "kg" / "data" / "importance.json"
SOURCE: t.Final = (
    "Learned from how often five summaries of 105 documents of the Georgetown University Multilayer corpus "
    "(GUM, annotations CC BY 4.0) speak of their things, and from where the facts stand that readers wrote down of 56 "
    "articles; no text of either is kept."
)
FACTS: t.Final = REPOSITORY / "benchmarks" / "judged" / "facts" / "predicates.tsv"
FOLDS: t.Final = 6
RIDGE: t.Final = 3.0
LEAST: t.Final = 8
SUMMARIES: t.Final = 5
UNSPACED: t.Final = frozenset(".,;:!?)]%”’")
TITLE_WORDS: t.Final = 14
FIRST: t.Final = "again=False"
"""The feature of a statement that is the first to state its content."""
LEARN: t.Final = "learn"
"""The reader whose facts are used for training only."""
DRAWS: t.Final = 2000


class Example(t.NamedTuple):
    """A thing or statement of a document: the names of its features, and its label."""

    document: str
    features: tuple[str, ...]
    label: float


class Marked(t.NamedTuple):
    """A document, and the number of summaries for each marked mention, by its first and last character."""

    document: Document
    summaries: Mapping[tuple[int, int], int]


def marked_documents(path: Path) -> Iterator[Marked]:
    """Yield the documents of a file whose mentions have the number of summaries that include them."""
    sentences: dict[str, list[t.Any]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            if row["scheme"] == "gum":
                sentences[row["document"]].append(row)
    for name, rows in sentences.items():
        yield _marked(name, rows)


def _marked(name: str, rows: Sequence[t.Any]) -> Marked:
    text, title, summaries = "", None, {}
    for number, row in enumerate(rows):
        places = []
        for index, word in enumerate(row["words"]):
            joined = index == 0 or word[0] in UNSPACED or word.startswith("'") or word == "n't"
            text += word if joined else f" {word}"
            places.append((len(text) - len(word), len(text)))
        for start, end, *_, count in row["mentions"]:
            summaries[places[start][0], places[end - 1][1]] = count
        if number == 0 and len(row["words"]) <= TITLE_WORDS and text[-1] not in UNSPACED:
            title, text = text, f"{text}\n"
        text += "\n" if number == 0 and title else " "
    return Marked(Document(name, text, title), summaries)


def examples(marked: Sequence[Marked]) -> list[Example]:
    """Return the things of all documents that have one of the marked mentions."""
    found = []
    for each in marked:
        graph = run_documents([each.document]).graph
        for entity in graph.entities:
            counts = [
                each.summaries[place]
                for mention in entity.mentions
                if (place := (mention.span.start, mention.span.end)) in each.summaries
            ]
            if counts:
                label = max(counts) / SUMMARIES
                found.append(Example(each.document.id, tuple(_features(entity, each.document, graph)), label))
    return found


def _features(entity: Entity, document: Document, graph: Graph) -> Iterator[str]:
    stated = sum(entity.id in {said.subject, said.object} for said in graph.statements)
    return features(entity, list(entity.mentions), document, stated, named=has_name(entity))


class Article(t.NamedTuple):
    """The statements of an article as examples, and for each fact of a reader the indices of those that state it."""

    round: str
    reader: str
    examples: tuple[Example, ...]
    facts: tuple[frozenset[int], ...]


def articles(shared: Path) -> list[Article]:
    """Return the articles with facts that were written down, once for each reader."""
    facts: dict[tuple[str, str, str], list[tuple[int, int]]] = defaultdict(list)
    for line in FACTS.read_text(encoding="utf-8").splitlines()[1:]:
        round_, name, reader, start, end = line.split("\t")
        facts[round_, name, reader].append((int(start), int(end)))
    graph_of = functools.cache(
        lambda path: run_documents([each for each in read([path]) if isinstance(each, Document)])
    )
    found = []
    for (round_, name, reader), places in facts.items():
        graph = graph_of(shared / "news" / round_ / f"{name}.txt").graph
        told = tuple(frozenset(_telling(graph, place)) for place in places)
        examples = tuple(_statement_examples(graph, name, frozenset().union(*told)))
        found.append(Article(round_, reader, examples, told))
    return found


def _telling(graph: Graph, place: tuple[int, int]) -> Iterator[int]:
    """Yield the indices of the statements with a predicate, or a substitute for one, at a position."""
    for number, said in enumerate(graph.statements):
        spans = [span for claim in said.claims for span in claim.predicate or _description(claim)]
        if any(span.start < place[1] and place[0] < span.end for span in spans):
            yield number


def _description(claim: Claim) -> tuple[Span, ...]:
    """Return the position of the description in a claim without a predicate: "US *author* Dan Brown"."""
    return () if claim.object is None else (claim.object.span,)


def _statement_examples(graph: Graph, name: str, told: frozenset[int]) -> Iterator[Example]:
    seen = assessment_context(graph)
    for number, said in enumerate(graph.statements):
        claim = max(said.claims, key=lambda claim: claim.evidence.confidence)
        found = tuple(statement_features(said, claim, seen))
        yield Example(name, found, float(number in told and FIRST in found))


def learned(found: Sequence[Example]) -> dict[str, float]:
    """Return the weight of each feature over these examples."""
    rows = [each.features for each in found]
    columns = vocabulary(rows, least=LEAST)
    labels = np.array([each.label for each in found])
    weights = fit(matrix(rows, columns), labels, np.ones(len(found)), ridge=RIDGE)
    return {name: round(float(weights[column]), 3) for name, column in columns.items()}


def cross_validated(found: Sequence[Example], folds: Mapping[str, t.Hashable] | None = None) -> list[float]:
    """Return the importance of each example by the weights of the documents of other folds.

    Args:
        found: the examples.
        folds: the fold of each document; by default they are assigned in turn.
    """
    documents = sorted({each.document for each in found})
    fold = folds or {name: number % FOLDS for number, name in enumerate(documents)}
    tables = {
        number: learned([each for each in found if fold[each.document] != number]) for number in set(fold.values())
    }
    return [probability(each.features, tables[fold[each.document]]) for each in found]


class Reached(t.NamedTuple):
    """The number of stated facts of one article that are in the top third, and the highest possible number."""

    reached: int
    most: int
    told: int


def facts_in_top_third(article: Article, predicted: Sequence[float]) -> Reached:
    """Return how many of the stated facts are in the top third of the statements of their article."""
    order = sorted(range(len(predicted)), key=lambda number: -predicted[number])
    top = set(order[: -(-len(order) // 3)])
    facts = [fact for fact in article.facts if fact]
    return Reached(sum(not top.isdisjoint(fact) for fact in facts), _most(facts, len(top)), len(facts))


def _most(facts: Sequence[frozenset[int]], places: int) -> int:
    """Return the number of facts in that many statements, if each next one states the most remaining facts."""
    left = list(facts)
    for _ in range(places):
        counts = Counter(number for fact in left for number in fact)
        if counts:
            best = max(counts, key=lambda number: (counts[number], -number))
            left = [fact for fact in left if best not in fact]
    return len(facts) - len(left)


def interval(found: Sequence[Reached]) -> tuple[float, float]:
    """Return the 95 % interval of the share of reached facts, by resampling articles."""
    values, random = np.array(found), np.random.default_rng(0)
    draws = (values[random.integers(0, len(values), len(values))].sum(axis=0) for _ in range(DRAWS))
    low, high = np.quantile([reached / told for reached, _, told in draws], (0.025, 0.975))
    return float(low), float(high)


def in_top_third(found: Sequence[Example], predicted: Sequence[float]) -> float:
    """Return the share of the things in three or more summaries that are in the top third of their document."""
    told = reached = 0
    for pairs in _by_document(found, predicted):
        top = sorted(pairs, key=lambda pair: -pair[0])[: -(-len(pairs) // 3)]  # of equals the first
        told += sum(matters for _, matters in pairs)
        reached += sum(matters for _, matters in top)
    return reached / max(told, 1)


def in_order(found: Sequence[Example], predicted: Sequence[float]) -> float:
    """Return the share of a document's pairs in which a thing in three or more summaries ranks above one in fewer."""
    right = pairs = 0.0
    for each in _by_document(found, predicted):
        more, less = (np.array([value for value, matters in each if matters == kind]) for kind in (True, False))
        difference = np.subtract.outer(more, less)
        right += float((difference > 0).sum() + (difference == 0).sum() / 2)
        pairs += difference.size
    return right / max(pairs, 1.0)


def _by_document(found: Sequence[Example], predicted: Sequence[float]) -> Iterator[list[tuple[float, bool]]]:
    """Yield by document the predictions for its things, and whether they are in three or more summaries."""
    by_document: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for each, value in zip(found, predicted, strict=True):
        by_document[each.document].append((value, each.label >= 0.6))
    yield from by_document.values()


def print_facts(found: Sequence[Article], predicted: Sequence[float]) -> None:
    """Print how many of the facts are in the top third, of those for evaluation and of all."""
    ends = list(itertools.accumulate(len(each.examples) for each in found))
    reached = [
        facts_in_top_third(each, predicted[end - len(each.examples) : end])
        for each, end in zip(found, ends, strict=True)
    ]
    print(f"{len(predicted)} statements of {len(found)} lists of facts, cross-validated by round")
    for name, learn in (("facts of blind rounds", False), ("facts to learn from", True)):
        rows = [row for each, row in zip(found, reached, strict=True) if (each.reader == LEARN) == learn]
        share, most, told = np.array(rows).sum(axis=0)
        low, high = interval(rows)
        print(
            f"{name}, in the top third: {share / told:.3f} ({low:.3f} to {high:.3f}) of {told}; best {most / told:.3f}"
        )


def main() -> None:
    """Cross-validate, and write the weights with --write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    parts = [options.shared / "treebanks" / f"names-{part}.jsonl.gz" for part in ("dev", "train")]
    found = examples([each for part in parts for each in marked_documents(part)])
    labels, predicted = np.array([each.label for each in found]), cross_validated(found)
    print(f"{len(found)} things of {len({each.document for each in found})} documents, cross-validated")
    print(f"correlation {np.corrcoef(labels, predicted)[0, 1]:.3f}")
    print(f"mean squared error {np.mean((predicted - labels) ** 2):.4f}, of the mean {np.var(labels):.4f}")
    print(f"in the top third, of things in three or more summaries: {in_top_third(found, predicted):.3f}")
    print(f"of pairs in a document, one of them in three or more summaries, in order: {in_order(found, predicted):.3f}")
    mentions = [float(each.features[1].rpartition("=")[2]) for each in found]
    top, ordered = in_top_third(found, mentions), in_order(found, mentions)
    print(f"the same by the number of mentions: {top:.3f}, {ordered:.3f}")
    written = articles(options.shared)
    said = [example for each in written for example in each.examples]
    print_facts(written, cross_validated(said, {e.document: each.round for each in written for e in each.examples}))
    if options.write:
        weights = {"things": learned(found), "statements": learned(said)}
        text = json.dumps({"source": SOURCE, "weights": weights}, indent=2, ensure_ascii=False)
        WEIGHTS.write_text(f"{text}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
