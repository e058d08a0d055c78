"""The gold articles: which of the facts that a good graph of each holds stand in its statements."""

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
    """How many of the facts of an article were found, of how many, and the ids of the others."""

    article: str
    found: int
    facts: int
    missing: tuple[str, ...]

    @property
    def share(self) -> float:
        """The share of the facts that were found."""
        return self.found / self.facts


def facts_found(shared: Path, articles: Path, nlp: Language, work: Path) -> Iterator[Found]:
    """Yield what is found of each article of a folder of texts (`.txt`) with their facts (`.jsonl`).

    Args:
        shared: the folder that stands beside the repository.
        articles: the folder of the articles.
        nlp: the pipeline that reads them.
        work: where the statements are written.
    """
    work.mkdir(parents=True, exist_ok=True)
    for gold in sorted(articles.glob("*.jsonl")):
        documents = [each for each in read([str(gold.with_suffix(".txt"))]) if isinstance(each, Document)]
        statements = work / gold.name
        statements.write_text("".join(triples_jsonl(run_documents(documents, model=nlp).graph)), encoding="utf-8")
        yield parsed(gold.stem, printed_by(shared / "gold" / "score_facts.py", gold, statements))


def parsed(article: str, printed: str) -> Found:
    """Return what the scorer tells of an article.

    Raises:
        ValueError: it tells no number of facts.
    """
    total = TOTAL.search(printed)
    if total is None:
        raise ValueError(f"no number of facts in: {printed!r}")
    return Found(article, int(total[1]), int(total[2]), tuple(MISSING.findall(printed)))


def share(articles: list[Found]) -> float:
    """Return the share of the facts of all articles that were found."""
    return sum(each.found for each in articles) / sum(each.facts for each in articles)
