"""Learn what matters in a text, and say how well that works on other documents.

usage: python -m training.importance [--shared DIR] [--write]

Things: `../shared/treebanks/names-dev.jsonl.gz` tells for each mention of GUM's development documents in how many of
five summaries it appears. Each document is read as any other; a thing of its graph that has one of these mentions is
an example, and the share of summaries its label.

Statements: `benchmarks/judged/facts/predicates.tsv` tells where in burnt articles the predicates stand of the facts
that a reader wrote down who saw no graph; a statement is an example, and its label whether it has one of these.

Documents, not examples, are dealt into the folds of the cross-validation; articles by their rounds. With --write the
weights over all documents are put into kg/data/importance.json.
"""

import argparse
import gzip
import json
import typing as t
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from kg.export.connections import has_name
from kg.export.importance import against, features, statement_features
from kg.lexicon.learned import probability
from kg.model import Document, Entity, Graph
from kg.read import read
from kg.stages.running import run_documents
from training.examples import REPOSITORY
from training.logistic import fit, matrix, vocabulary

WEIGHTS: t.Final = REPOSITORY / "kg" / "data" / "importance.json"
SOURCE: t.Final = (
    "Learned from how often five summaries of 66 development documents of the Georgetown University Multilayer corpus "
    "(GUM, annotations CC BY 4.0) speak of their things, and from where the facts stand that a reader wrote down of 24 "
    "articles; no text of either is kept."
)
FACTS: t.Final = REPOSITORY / "benchmarks" / "judged" / "facts" / "predicates.tsv"
FOLDS: t.Final = 6
RIDGE: t.Final = 3.0
LEAST: t.Final = 8
SUMMARIES: t.Final = 5
UNSPACED: t.Final = frozenset(".,;:!?)]%”’")
TITLE_WORDS: t.Final = 14


class Example(t.NamedTuple):
    """A thing or statement of a document: the names of its features, and how much it should matter."""

    document: str
    features: tuple[str, ...]
    label: float


class Marked(t.NamedTuple):
    """A document, and by the first and last character of each marked mention in how many summaries it appears."""

    document: Document
    summaries: Mapping[tuple[int, int], int]


def marked_documents(path: Path) -> Iterator[Marked]:
    """Yield the documents of a file whose mentions tell in how many summaries they appear."""
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
    """The graph of an article of a round, its statements as examples, and by fact the places of those that tell it."""

    round: str
    examples: tuple[Example, ...]
    facts: tuple[frozenset[int], ...]


def articles(shared: Path) -> list[Article]:
    """Return the articles of which facts were written down."""
    facts: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for line in FACTS.read_text(encoding="utf-8").splitlines()[1:]:
        round_, name, start, end = line.split("\t")
        facts[round_, name].append((int(start), int(end)))
    found = []
    for (round_, name), places in facts.items():
        documents = [each for each in read([shared / "news" / round_ / f"{name}.txt"]) if isinstance(each, Document)]
        graph = run_documents(documents).graph
        told = tuple(frozenset(_telling(graph, place)) for place in places)
        found.append(Article(round_, tuple(_statement_examples(graph, name, frozenset().union(*told))), told))
    return found


def _telling(graph: Graph, place: tuple[int, int]) -> Iterator[int]:
    """Yield the numbers of the statements that have a word at a place for their predicate."""
    for number, said in enumerate(graph.statements):
        spans = [span for claim in said.claims for span in claim.predicate]
        if any(span.start < place[1] and place[0] < span.end for span in spans):
            yield number


def _statement_examples(graph: Graph, name: str, told: frozenset[int]) -> Iterator[Example]:
    seen = against(graph)
    for number, said in enumerate(graph.statements):
        claim = max(said.claims, key=lambda claim: claim.evidence.confidence)
        yield Example(name, tuple(statement_features(said, claim, seen)), float(number in told))


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
        folds: the fold of each document; by default they are dealt in turn.
    """
    documents = sorted({each.document for each in found})
    fold = folds or {name: number % FOLDS for number, name in enumerate(documents)}
    tables = {
        number: learned([each for each in found if fold[each.document] != number]) for number in set(fold.values())
    }
    return [probability(each.features, tables[fold[each.document]]) for each in found]


def facts_in_top_third(found: Sequence[Article], predicted: Sequence[float]) -> tuple[float, float]:
    """Return the share of the told facts in the top third of the statements of their article, and that of the best."""
    start = told = reached = most = 0
    for each in found:
        weights = predicted[start : start + len(each.examples)]
        start += len(each.examples)
        order = sorted(range(len(weights)), key=lambda number: -weights[number])
        top = set(order[: -(-len(weights) // 3)])
        facts = [fact for fact in each.facts if fact]
        told, most = told + len(facts), most + min(len(facts), len(top))
        reached += sum(not top.isdisjoint(fact) for fact in facts)
    return reached / max(told, 1), most / max(told, 1)


def in_top_third(found: Sequence[Example], predicted: Sequence[float]) -> float:
    """Return the share of the things in three or more summaries that stand in the top third of their document."""
    by_document: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for each, value in zip(found, predicted, strict=True):
        by_document[each.document].append((value, each.label))
    told = reached = 0
    for pairs in by_document.values():
        top = sorted(pairs, key=lambda pair: -pair[0])[: -(-len(pairs) // 3)]  # of equals the first
        told += sum(label >= 0.6 for _, label in pairs)
        reached += sum(label >= 0.6 for _, label in top)
    return reached / max(told, 1)


def main() -> None:
    """Cross-validate, and write the weights where asked to."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, default=REPOSITORY.parent / "shared")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    found = examples([*marked_documents(options.shared / "treebanks" / "names-dev.jsonl.gz")])
    labels, predicted = np.array([each.label for each in found]), cross_validated(found)
    print(f"{len(found)} things of {len({each.document for each in found})} documents, cross-validated")
    print(f"correlation {np.corrcoef(labels, predicted)[0, 1]:.3f}")
    print(f"mean squared error {np.mean((predicted - labels) ** 2):.4f}, of the mean {np.var(labels):.4f}")
    print(f"in the top third, of things in three or more summaries: {in_top_third(found, predicted):.3f}")
    mentions = [float(each.features[1].rpartition("=")[2]) for each in found]
    print(f"the same by the number of mentions: {in_top_third(found, mentions):.3f}")
    written = articles(options.shared)
    said = [example for each in written for example in each.examples]
    rounds = {example.document: each.round for each in written for example in each.examples}
    share, best = facts_in_top_third(written, cross_validated(said, rounds))
    print(f"{len(said)} statements of {len(written)} articles, cross-validated by round")
    print(f"of the facts told, in the top third: {share:.3f}; of the best order {best:.3f}")
    if options.write:
        weights = {"things": learned(found), "statements": learned(said)}
        text = json.dumps({"source": SOURCE, "weights": weights}, indent=2, ensure_ascii=False)
        WEIGHTS.write_text(f"{text}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
