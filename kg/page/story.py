"""Statements by article and by sentence, for the list without scripts, and the relations that express speech."""

import typing as t
from collections.abc import Mapping, Sequence

from kg.export.finding import first_evidence
from kg.export.lookup import iso
from kg.lexicon import verbs
from kg.model import Document, Graph, Span
from kg.page.evidence import headline
from kg.page.wording import Part, standing, statement_parts


class ListedStatement(t.NamedTuple):
    """A statement as listed on the page without scripts."""

    parts: tuple[Part, ...]
    standing: str


class Sentence(t.NamedTuple):
    """A sentence with its statements, the most important first."""

    text: str
    statements: list[ListedStatement]


class Article(t.NamedTuple):
    """A document with the sentences that make statements, by the importance of these."""

    title: str
    published: str | None
    sentences: list[Sentence]


def story(graph: Graph, weights: Mapping[str, float]) -> list[Article]:
    """Return all statements by article and by sentence, without repeating sentences.

    Args:
        graph: the graph to list
        weights: the importance of each statement, by id
    """
    entities = {entity.id: entity for entity in graph.entities}
    documents = {document.id: document for document in graph.documents}
    articles: dict[str, dict[Span, Sentence]] = {}
    for statement in sorted(graph.statements, key=lambda each: (-weights[each.id], *first_evidence(each))):
        listed = ListedStatement(statement_parts(statement, entities), standing(statement))
        for span in dict.fromkeys(claim.evidence.span for claim in statement.claims):
            text = documents[span.document].text[span.start : span.end]
            sentences = articles.setdefault(span.document, {})
            sentences.setdefault(span, Sentence(text, [])).statements.append(listed)
    return [_article(documents[each], list(sentences.values())) for each, sentences in articles.items()]


def speech(relations: Sequence[str]) -> dict[int, str]:
    """Return the indices of the relations whose subject speaks, each with the kind of speech: "denies" or "says"."""
    denials = verbs("report", "denied")
    first_words = {place: name.split(" ")[0] for place, name in enumerate(relations)}
    return {
        place: "denies" if verb in denials else "says" for place, verb in first_words.items() if verb in verbs("say")
    }


def _article(document: Document, sentences: list[Sentence]) -> Article:
    return Article(headline(document), iso(document.published), sentences)
