"""Parses documents and annotates the Docs with time expressions, quotations and coreference chains."""

import typing as t
from collections.abc import Callable, Iterable, Iterator

from kg.grammar.paragraphs import BATCH_SIZE, ProseFinder, Watcher, docs_of
from kg.grammar.parse import parse_of
from kg.grammar.serialization import Parses
from kg.model import Chain, Document
from kg.reference.coref import coreference
from kg.reference.quotations import quotations
from kg.times import time_expressions

if t.TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

CoreferenceResolver: t.TypeAlias = "Callable[[Doc], tuple[Chain, ...]]"
"""The coreference resolver: `found_chains`, or a function of your own.

It gets a Doc with its times and quotations, and returns chains of mentions (`kg.reference.mentions.mention` makes one
from the head token of a noun phrase). A chain has at least one mention, and no mention is in two chains.
"""


def found_chains(doc: "Doc") -> tuple[Chain, ...]:
    """Return the chains of a Doc that the built-in coreference finds."""
    return coreference(parse_of(doc))


def annotate(
    documents: Iterable[Document],
    nlp: "Language",
    *,
    prose: ProseFinder,
    resolver: CoreferenceResolver = found_chains,
    batch_size: int = BATCH_SIZE,
    parses: Parses | None = None,
    watcher: Watcher | None = None,
) -> "Iterator[Doc]":
    """Parse the prose of each document, and set its time expressions and its chains of mentions on the Doc.

    Args:
        documents: the documents to parse, in any number.
        nlp: a pipeline with a parser and a named entity recogniser.
        prose: returns the spans of a document that are running text, in order and without overlap.
        resolver: returns the chains of mentions of a Doc whose times and quotations are already set.
        batch_size: how many paragraphs the pipeline takes at once.
        parses: the store of parses; a stored parse is reused.
        watcher: called for each paragraph that was parsed.

    Yields:
        one Doc per document, in the order of the documents; its `_.kg_document` is the Document.
    """
    for doc in docs_of(documents, nlp, prose=prose, batch_size=batch_size, parses=parses, watcher=watcher):
        set_times_and_quotations(doc)
        doc._.kg_chains = resolver(doc)
        yield doc


def set_times_and_quotations(doc: "Doc") -> None:
    """Set the time expressions of a parsed Doc and its quotations on the Doc."""
    doc._.kg_times = time_expressions(parse_of(doc))
    doc._.kg_quotations = quotations(parse_of(doc))
