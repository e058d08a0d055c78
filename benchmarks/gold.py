"""The gold articles: how many of the facts of a good graph are in the statements of each."""

import re
import typing as t
from collections.abc import Iterator
from pathlib import Path

from spacy.language import Language

from benchmarks.scorers import printed_by
from kg import Document
from kg.export.tables import triples_jsonl
from kg.read import read
from kg.stages import run_documents

TOTAL: t.Final = re.compile(r"^facts (\d+)/(\d+)", re.MULTILINE)
MISSING: t.Final = re.compile(r"^MISSING (.+)$", re.MULTILINE)


class Found(t.NamedTuple):
    """The number of found facts of an article, the number of all, and the ids of the missing ones."""

    article: str
    found: int
    facts: int
    missing: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of the facts that were found."""
        return self.found / self.facts


def facts_found(shared: Path, articles: Path, nlp: Language, work: Path) -> Iterator[Found]:
    """Yield the result for each article of a folder of texts (`.txt`) with their facts (`.jsonl`).

    Args:
        shared: the folder next to the repository.
        articles: the folder of the articles.
        nlp: the pipeline that parses them.
        work: the folder for the statements.
    """
    work.mkdir(parents=True, exist_ok=True)
    for gold in sorted(articles.glob("*.jsonl")):
        documents = [each for each in read([str(gold.with_suffix(".txt"))]) if isinstance(each, Document)]
        statements = work / gold.name
        statements.write_text("".join(triples_jsonl(run_documents(documents, model=nlp).graph)), encoding="utf-8")
        yield parsed(gold.stem, printed_by(shared / "gold" / "score_facts.py", gold, statements))


def parsed(article: str, printed: str) -> Found:
    """Return the result that the scorer prints for an article.

    Raises:
        ValueError: there is no number of facts in it.
    """
    total = TOTAL.search(printed)
    if total is None:
        raise ValueError(f"no number of facts in: {printed!r}")
    return Found(article, int(total[1]), int(total[2]), tuple(MISSING.findall(printed)))


def share(articles: list[Found]) -> float:
    """Return the share of the facts of all articles that were found."""
    return sum(each.found for each in articles) / sum(each.facts for each in articles)
