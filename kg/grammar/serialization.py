"""Serialisation of parsed paragraphs to bytes and back, so that a text is not parsed again when the rules change.

The stored annotations are those of the pipeline on the Docs of the paragraphs, before any corrections.
"""

import typing as t
from collections.abc import Sequence

import numpy as np
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from kg.grammar.attachments import ATTACHMENTS, attachments
from kg.model import Document

LENGTH: t.Final = 8
SURE: t.Final = "<f4"


class Parses(t.Protocol):
    """A store of parses, by document and the texts of its paragraphs."""

    def parse(self, document: Document, texts: Sequence[str]) -> bytes | None:
        """Return the stored parse of these texts, or None."""

    def keep(self, document: Document, texts: Sequence[str], docs: bytes) -> None:
        """Store the parse of these texts."""


def docs_to_bytes(docs: Sequence[Doc]) -> bytes:
    """Return parsed Docs as bytes: the length of the attachment probabilities, the probabilities, and a DocBin."""
    stored = [each for doc in docs if (each := attachments(doc)) is not None]
    sure = np.concatenate(stored).astype(SURE).tobytes() if stored and len(stored) == len(docs) else b""
    return len(sure).to_bytes(LENGTH, "big") + sure + DocBin(docs=docs).to_bytes()


def docs_from_bytes(data: bytes, vocab: Vocab) -> list[Doc]:
    """Return the Docs from the bytes that `docs_to_bytes` made."""
    end = LENGTH + int.from_bytes(data[:LENGTH], "big")
    docs = list(DocBin().from_bytes(data[end:]).get_docs(vocab))
    if end > LENGTH:
        sure = np.frombuffer(data[LENGTH:end], dtype=SURE)
        starts = np.cumsum([len(doc) for doc in docs])[:-1]
        for doc, probabilities in zip(docs, np.split(sure, starts), strict=True):
            doc.user_data[ATTACHMENTS] = probabilities
    return docs
