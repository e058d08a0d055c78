"""Properties of every text, whoever wrote it: no errors, every quote matches its offsets, and work is bounded.

An example is ten texts, from which one graph is built. A hundred and twenty texts of each kind run in CI, nearly all of
them different: after its first ten examples, Hypothesis mostly changes one text of ten. `KG_TRIES=210` tries 25,000 of
each, in one process. Each example overwrites the files of the previous one.
"""

import contextlib
import cProfile
import typing as t
import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pyoxigraph
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language

from kg.export.rdf import read_rdf, to_turtle
from kg.model import Claim, Document, Mention, Span
from kg.read import headline_span
from kg.read.layout import prose_spans
from kg.stages import Run, run_documents
from kg.verify import verify
from tests.strategies import LONGER, tries
from tests.texts import any_characters, damaged_articles, made_sentences, nested_sentences

ANY: t.Final = settings(tries(12), suppress_health_check=list(HealthCheck))
DAY: t.Final = date(2024, 5, 6)
MOST_CALLS: t.Final = (100_000, 800)
"""The maximum number of calls of Python functions for a text, and the additional number per character.

The first number grows with the installed packages, whose entry points are read: an empty text takes 25,000.
"""
COUNTED: t.Final = min(LONGER, 16)
"""The calls are counted in one of this many examples: a profile keeps 2 MB, too much for a long search."""
PAGES: t.Final = 16
"""One of this many examples gets a page, which takes longer than everything else."""
TEXTS: t.Final = 10
"""The number of texts per graph: fewer are slower because of fixed costs; with more, failures are hard to read."""


def several(texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    """Create the texts of one graph."""
    return st.lists(texts, min_size=TEXTS, max_size=TEXTS)


def checked(texts: Sequence[str], nlp: Language, folder: Path, *, shapes: bool = False) -> Run:
    """Build the graph of some texts, and check all its quotations and files."""
    documents = [Document(f"d{number}", text, published=DAY) for number, text in enumerate(texts)]
    number = zlib.crc32("".join(texts).encode("utf-8", "surrogatepass"))
    profile = cProfile.Profile(builtins=False, subcalls=False)
    counted = profile if number % COUNTED == 0 else contextlib.nullcontext()
    with counted, nlp.memory_zone():  # frees the memory for words that no other text has
        run = run_documents(documents, model=nlp)
    at_most, for_each = MOST_CALLS
    assert sum(entry.callcount for entry in profile.getstats()) < at_most + for_each * len("".join(texts))
    assert not run.failures
    assert [document.id for document in run.graph.documents] == sorted(document.id for document in documents)
    read = {document.id: document for document in run.graph.documents}
    paragraphs = {document.id: list(paragraphs_of(document)) for document in run.graph.documents}
    for mention in mentions(run):
        assert mention.text == read[mention.span.document].text[mention.span.start : mention.span.end]
        assert mention.head in range(mention.span.start, mention.span.end)
    for span in {*spans(run), *(mention.span for mention in mentions(run))}:
        assert any(paragraph.covers(span) for paragraph in paragraphs[span.document])
    for entity in run.graph.entities:
        assert entity.label == " ".join(entity.label.split()) != ""
    run.graph.write(folder, page=number % PAGES == 0)
    assert sum(1 for _ in pyoxigraph.parse(path=folder / "graph.ttl")) > 0
    assert to_turtle(read_rdf(folder / "graph.ttl")) == (folder / "graph.ttl").read_text("utf-8")
    checks = verify(folder / "graph.ttl", lines=folder / "triples.jsonl", shapes=shapes)
    assert not [check for check in checks if check.state == "failed"]
    return run


def paragraphs_of(document: Document) -> Iterator[Span]:
    yield from prose_spans(document)
    headline = headline_span(document)
    if headline is not None:
        yield headline


def mentions(run: Run) -> Iterator[Mention]:
    for claim in claims(run):
        slots = (claim.subject, claim.object, claim.speaker, claim.denied_by, *(q.value for q in claim.qualifiers))
        yield from (mention for mention in slots if mention is not None)
    yield from (mention for reading in run.readings for chain in reading.chains for mention in chain)
    yield from (mention for entity in run.graph.entities for mention in entity.mentions)
    yield from (end for part in run.graph.named_parts for end in (part.whole, part.part))


def claims(run: Run) -> Iterator[Claim]:
    yield from (claim for reading in run.readings for claim in reading.claims)


def spans(run: Run) -> Iterator[Span]:
    for claim in claims(run):
        yield from (claim.evidence.span, *claim.evidence.unread, *claim.predicate, *claim.cues)
    yield from (unclaimed.span for reading in run.readings for unclaimed in reading.unclaimed)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The Bank\nof England sued Acme.", "Bank of England"),
        ("The Bank\r\n  of England sued Acme.", "Bank of England"),
        ("US\tC,", "US C"),
        ("Acme met the mayor\nof\tOslo.", "mayor of Oslo"),
        ("Acme bought the head of ” Acme’s firm.", "head of Acme’s firm"),
        ("Norland Mining Bureau fined\n\nThe court fined Norland Mining\nBureau on Friday.", "Norland Mining Bureau"),
    ],
)
def test_a_name_over_a_line_break_is_quoted_with_it_and_called_without(
    text: str, label: str, nlp: Language, tmp_path: Path
) -> None:
    run = checked([text], nlp, tmp_path)
    assert label in {entity.label for entity in run.graph.entities}


def test_an_article_wrapped_at_a_column_is_quoted_as_it_stands(nlp: Language, tmp_path: Path) -> None:
    article = Path(__file__).parent.parent / "data" / "2024-07-16-wind-down.txt"
    paragraphs = article.read_text(encoding="utf-8").splitlines()
    wrapped = "\n".join("\n".join(folded(paragraph, 72)) for paragraph in paragraphs)
    run = checked([wrapped], nlp, tmp_path, shapes=True)
    broken = {mention.text for mention in mentions(run) if "\n" in mention.text}
    assert len(broken) > 3
    assert all(mention.words == " ".join(mention.text.split()) for mention in mentions(run))


def folded(paragraph: str, width: int) -> Iterator[str]:
    """Yield the lines of a paragraph in the format of `fold -s`, which keeps the space at the end of each."""
    line = ""
    for word in paragraph.split(" "):
        if len(line) + len(word) + 1 > width:
            yield line
            line = ""
        line += word + " "
    yield line.removesuffix(" ")


@pytest.mark.parametrize(
    "text",
    [
        "Acme left in May\n\n2024 was a good year for it.",
        "It was the office of Mr\n\nSilva left the town.",
        "They paid five\n\nmillion people left the town.",
        "It was the home of John\n\nSmith left the town.",
        "He came two days\n\nago was a word that she liked.",
        "It costs more\n\nthan two weeks have gone by.",
    ],
)
def test_nothing_runs_over_a_paragraph_break(text: str, nlp: Language, tmp_path: Path) -> None:
    checked([text], nlp, tmp_path)


@pytest.fixture(scope="module", autouse=True)
def _ready(nlp: Language) -> None:
    """Load what is loaded only once: tables of the lexicon, weights, the gazetteer."""
    run_documents([Document("d", "Acme sued Jane Doe in May 2024.")], model=nlp)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


@pytest.mark.parametrize(
    "text",
    [
        "Acme Motor Group she theyAcme who she ",
        "The head of U.S. Treasury may sue the head of Ó Bí-Lee’s firm. "
        + "the head of Doe’s firm said that " * 8
        + "“" * 11
        + "the head of Kim Park's firm, who bought Acme bought the Bank of England, who asked whether the company"
        + ",” he said" * 11,
        "Fe\ud800\udfffderal agencies told t",
        "The bank sued Acme at 1pm. It met Bolt from 3pm to 5:30 pm on Monday, in week 12, and at noon.",
        "Acme bought Acme. (Acme bought Acme because Acme bought Acme and Acme, who bought 12 of Acme).",
        "Acme\u2028the German government\u2028Acme she bought ",
        "\x00 \U0010dda2 the German government",
    ],
    ids=(
        "a subject over its verb",
        "a part over its clause",
        "halves of one character",
        "times of day",
        "joint subjects",
        "a noun and a name of two paragraphs",
        "what RDF cannot hold and what stands for it",
    ),
)
def test_what_a_search_found(text: str, nlp: Language, tmp_path: Path) -> None:
    checked([text], nlp, tmp_path)


@ANY
@given(texts=several(made_sentences()))
def test_sentences_that_a_grammar_made(texts: list[str], nlp: Language, folder: Path) -> None:
    checked(texts, nlp, folder)


@ANY
@given(texts=several(nested_sentences()))
def test_sentences_in_sentences(texts: list[str], nlp: Language, folder: Path) -> None:
    checked(texts, nlp, folder)


@ANY
@given(texts=several(damaged_articles()))
def test_our_articles_with_damage(texts: list[str], nlp: Language, folder: Path) -> None:
    checked(texts, nlp, folder)


@ANY
@given(texts=several(any_characters()))
def test_unicode_of_every_kind(texts: list[str], nlp: Language, folder: Path) -> None:
    checked(texts, nlp, folder)
