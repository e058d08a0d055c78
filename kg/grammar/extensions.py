"""Doc extensions set by the stages: the source document, the offsets of the text in it, and the results."""

from spacy.tokens import Doc

from kg.model import Document


def register_extensions() -> None:
    """Register the extensions that the stages set on a Doc; spaCy keeps these per process, not per pipeline."""
    defaults = {"kg_document": None, "kg_offsets": None, "kg_times": (), "kg_quotations": (), "kg_chains": ()}
    for name, default in defaults.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


def document_of(doc: Doc) -> Document:
    """Return the Document that a Doc was made from; for any other Doc, a new one with its text."""
    document: Document | None = doc._.kg_document
    return document if document is not None else Document(id="text", text=doc.text)
