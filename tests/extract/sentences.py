"""Our own sentences, parsed, for rules that read noun phrases, times or quotations, which need a parse."""

import typing as t
from datetime import date

from spacy.language import Language

from kg.extract import claims
from kg.extract.chains import chain_of
from kg.extract.drafts import Draft, drafts_of
from kg.extract.standing import Standing, standing_of
from kg.extract.text import Text, text_of
from kg.grammar.clause import Clause
from kg.grammar.parse import parse_of
from kg.model import Claim, Document, Span
from kg.reference.annotation import annotate

PUBLISHED: t.Final = date(2024, 6, 12)


def read(nlp: Language, sentence: str) -> Text:
    """Return a sentence as a `Text`."""
    (doc,) = annotate([_document(sentence)], nlp, prose=_whole)
    return text_of(parse_of(doc))


def claimed(nlp: Language, sentence: str) -> tuple[Claim, ...]:
    """Return the claims of a sentence."""
    (doc,) = annotate([_document(sentence)], nlp, prose=_whole)
    return claims(doc)


def clause(text: Text, head: str) -> Clause:
    """Return the only clause with that head."""
    (found,) = (each for each in text.clauses.values() if each.head.text == head)
    return found


def drafted(text: Text, head: str) -> Draft:
    """Return the first draft of the clause with that head."""
    return next(iter(drafts_of(text, chain_of(text, clause(text, head)))))


def stands(nlp: Language, sentence: str, head: str) -> Standing:
    """Return the standing of the clause with that head."""
    text = read(nlp, sentence)
    draft = drafted(text, head)
    assert draft.chain is not None
    phrases = tuple(a.phrase for a in (draft.subject, draft.object) if a is not None and a.phrase is not None)
    return standing_of(text, draft.chain, phrases)


def _document(sentence: str) -> Document:
    return Document("d", sentence, published=PUBLISHED)


def _whole(document: Document) -> list[Span]:
    return [Span(document.id, 0, len(document.text))]
