"""What the stages write on a Doc: the document that it was made from, where its text stands there, what they found."""

from spacy.tokens import Doc

from kg.model import Document


def register_extensions() -> None:
    """Declare the attributes that the stages write on a Doc; spaCy keeps these per process, not per pipeline."""
    defaults = {"kg_document": None, "kg_offsets": None, "kg_times": (), "kg_quotations": (), "kg_chains": ()}
    for name, default in defaults.items():
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=default)


def document_of(doc: Doc) -> Document:
    """Return the Document that a Doc was made from; a Doc from elsewhere gets one of its own text."""
    document: Document | None = doc._.kg_document
    return document if document is not None else Document(id="text", text=doc.text)
