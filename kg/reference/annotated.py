"""The annotated document that the later stages read: sentences, times, quotations and chains, independent of spaCy."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.grammar.clause import Clause, Phrase, Word
from kg.grammar.clauses import clauses_of
from kg.grammar.parse import Parse, word_of
from kg.grammar.phrases import noun_phrases
from kg.model import Chain, Document, Mention, Span
from kg.read import headline_span
from kg.reference.mentions import mention
from kg.reference.quotations import Quotation
from kg.times import TimeExpression


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words, the clauses whose predicates are in it, and its noun phrases, in text order."""

    span: Span
    words: tuple[Word, ...]
    clauses: tuple[Clause, ...]
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, eq=False)
class AnnotatedDocument:
    """A document with all annotations that are made before claims are extracted.

    Words, clauses, phrases and times index words from 0 through the whole document. `parse` is the grammar's parse;
    the built-in rules read their clauses from it.
    """

    parse: Parse
    chains: tuple[Chain, ...] = ()

    @property
    def document(self) -> Document:
        """The document with its original text."""
        return self.parse.document

    @property
    def headline(self) -> Span | None:
        """The headline, which is not parsed and makes no statements; None if the text has none."""
        return headline_span(self.document)

    @property
    def times(self) -> tuple[TimeExpression, ...]:
        """The time expressions, in text order."""
        return self.parse.times

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations with their speakers, in text order."""
        return self.parse.quotations

    def mention(self, word: Word) -> Mention:
        """Return the mention whose head is this word."""
        return mention(self.parse.tokens[word.index])

    def sentences(self) -> Iterator[Sentence]:
        """Yield the sentences, in text order."""
        clauses = {clause.head.index: clause for clause in clauses_of(self.parse)}
        phrases = {phrase.head.index: phrase for phrase in noun_phrases(self.parse)}
        for sentence in self.parse.sents:
            inside = range(sentence.start, sentence.end)
            yield Sentence(
                self.parse.span(sentence.start, sentence.end),
                tuple(map(word_of, self.parse.tokens[sentence.start : sentence.end])),
                tuple(clauses[place] for place in inside if place in clauses),
                tuple(phrases[place] for place in inside if place in phrases),
            )
