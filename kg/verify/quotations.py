"""Check that every quoted sentence equals the text at its offsets."""

import typing as t
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal

from kg.export.iris import place_of
from kg.export.rdf.vocabulary import DCT, KG, NIF, PROV
from kg.verify.check import Check, judged
from kg.verify.content import (
    DOCUMENTS_FILE,
    LINES_FILE,
    Lines,
    RdfContent,
    Record,
    Term,
    evidence_of,
    value_of,
    words_of,
)

NAME: t.Final = "quotations"


def check_quotations(rdf: RdfContent, lines: Lines, documents: Lines | None = None) -> Check:
    """Compare each span in the RDF, and each sentence in `triples.jsonl`, with the text of its document.

    Args:
        rdf: the RDF.
        lines: the statements.
        documents: the documents of the same run, if there is a file of them; their texts must match those in the RDF.
    """
    anchors = rdf.all(str(NIF["anchorOf"]))
    sentences = sum(len(evidence_of(record)) for record in lines.records.values())
    quotes = anchors or rdf.all(str(NIF["isString"])) or rdf.all(str(KG["evidenceOf"]))
    if not quotes and documents is None:
        return Check(NAME, "skipped", "this layout has no texts and quotes nothing")
    sources = ((iri, rdf.all(str(PROV["wasDerivedFrom"])).get(iri, ())) for iri in rdf.all(str(KG["evidenceOf"])))
    silent = [iri for iri, spans in sources if not any(value_of(span) in anchors for span in spans)]
    faults = [*_spans(rdf), *(f"<{iri}> quotes no sentence" for iri in silent)]
    faults += [*_documents(rdf, documents), *_records(_texts(rdf, documents), lines)]
    return judged(NAME, f"{len(anchors)} spans of text in the RDF, {sentences} sentences in {LINES_FILE}", faults)


def _texts(rdf: RdfContent, documents: Lines | None) -> dict[str, str]:
    """Return the texts by document id: those of the run, or else those in the RDF."""
    if documents is not None:
        return {str(record.get("id")): str(record.get("text")) for record in documents.records.values()}
    texts = rdf.all(str(NIF["isString"]))
    identifiers = rdf.all(str(DCT["identifier"])).items()
    return {_words(id_): _words(texts[iri][0]) for iri, ids in identifiers if iri in texts for id_ in ids}


def _documents(rdf: RdfContent, documents: Lines | None) -> Iterator[str]:
    """Yield the differences between the documents of the run and those in the RDF."""
    if documents is None:
        return
    if documents.problem is not None:
        yield documents.problem
        return
    texts = _texts(rdf, documents)
    for id_, text in _texts(rdf, None).items():
        if id_ not in texts:
            yield f"{DOCUMENTS_FILE} lacks {id_!r}"
        elif texts[id_] != text:
            yield f"{DOCUMENTS_FILE} and the RDF have different texts for {id_!r}"


def _spans(rdf: RdfContent) -> Iterator[str]:
    texts = {iri: [_words(term) for term in terms] for iri, terms in rdf.all(str(NIF["isString"])).items()}
    for iri, anchors in rdf.all(str(NIF["anchorOf"])).items():
        document = rdf.one(iri, str(NIF["referenceContext"]))
        begin, end = _place(rdf, iri)
        if begin is None or end is None or document is None:
            yield f"<{iri}> has no position in a document"
        elif (own := texts.get(value_of(document))) is None:
            yield f"<{iri}> belongs to a document without a text"
        elif any(text[begin:end] != _words(anchor) for text in own for anchor in anchors):
            yield f"<{iri}> does not match the text at its position"


def _place(rdf: RdfContent, iri: str) -> tuple[int | None, int | None]:
    """Return the start and the end of a span, from its IRI if nothing else has them."""
    begin, end = (rdf.all(str(NIF[name])).get(iri) for name in ("beginIndex", "endIndex"))
    if begin is None and end is None and (place := place_of(iri)) is not None:
        return place[1:]
    return _offset(rdf.one(iri, str(NIF["beginIndex"]))), _offset(rdf.one(iri, str(NIF["endIndex"])))


def _records(texts: Mapping[str, str], lines: Lines) -> Iterator[str]:
    for number, record in lines.records.items():
        faults = (_fault(evidence, texts) for evidence in evidence_of(record))
        yield from (f"{LINES_FILE}:{number} {fault}" for fault in faults if fault is not None)


def _fault(evidence: Record, texts: Mapping[str, str]) -> str | None:
    try:
        place, sentence = slice(int(evidence["start"]), int(evidence["end"])), evidence["sentence"]
        text = texts.get(evidence["document"])
    except (KeyError, TypeError, ValueError):
        return "has evidence without a position"
    if text is None:
        return f"has evidence from {evidence['document']!r}, whose text is unknown"
    return None if text[place] == sentence else f"quotes text that is not at {place.start} to {place.stop}"


def _words(term: Term) -> str:
    return words_of(term) if isinstance(term, Literal) else str(term)


def _offset(term: Term | None) -> int | None:
    digits = "" if term is None else value_of(term)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 20 else None
