"""Every quoted sentence equals the text at its offsets."""

import typing as t
from collections.abc import Iterator, Mapping

from pyoxigraph import Literal

from kg.export.rdf.vocabulary import DCT, KG, NIF, PROV
from kg.verify.check import Check, judged
from kg.verify.content import LINES_FILE, Lines, RdfContent, Record, Term, evidence_of, value_of, words_of

NAME: t.Final = "quotations"


def check_quotations(rdf: RdfContent, lines: Lines) -> Check:
    """Compare each stretch of text in the RDF, and each sentence in `triples.jsonl`, with the text of its document."""
    anchors = rdf.all(str(NIF["anchorOf"]))
    sentences = sum(len(evidence_of(record)) for record in lines.records.values())
    if not anchors and not rdf.all(str(NIF["isString"])) and not rdf.all(str(KG["evidenceOf"])):
        return Check(NAME, "skipped", "this layout has no texts and quotes nothing")
    sources = ((iri, rdf.all(str(PROV["wasDerivedFrom"])).get(iri, ())) for iri in rdf.all(str(KG["evidenceOf"])))
    silent = [iri for iri, spans in sources if not any(value_of(span) in anchors for span in spans)]
    faults = [*_spans(rdf), *(f"<{iri}> quotes no sentence" for iri in silent), *_records(rdf, lines)]
    return judged(NAME, f"{len(anchors)} stretches of text in the RDF, {sentences} sentences in {LINES_FILE}", faults)


def _spans(rdf: RdfContent) -> Iterator[str]:
    texts = {iri: [_words(term) for term in terms] for iri, terms in rdf.all(str(NIF["isString"])).items()}
    for iri, anchors in rdf.all(str(NIF["anchorOf"])).items():
        document = rdf.one(iri, str(NIF["referenceContext"]))
        begin, end = (_offset(rdf.one(iri, str(NIF[name]))) for name in ("beginIndex", "endIndex"))
        if begin is None or end is None or document is None:
            yield f"<{iri}> has no place in a document"
        elif (own := texts.get(value_of(document))) is None:
            yield f"<{iri}> is of a document without a text"
        elif any(text[begin:end] != _words(anchor) for text in own for anchor in anchors):
            yield f"<{iri}> is not what stands there"


def _records(rdf: RdfContent, lines: Lines) -> Iterator[str]:
    texts = rdf.all(str(NIF["isString"]))
    identifiers = rdf.all(str(DCT["identifier"])).items()
    by_id = {_words(id_): _words(texts[iri][0]) for iri, ids in identifiers if iri in texts for id_ in ids}
    for number, record in lines.records.items():
        faults = (_fault(evidence, by_id) for evidence in evidence_of(record))
        yield from (f"{LINES_FILE}:{number} {fault}" for fault in faults if fault is not None)


def _fault(evidence: Record, texts: Mapping[str, str]) -> str | None:
    try:
        place, sentence = slice(int(evidence["start"]), int(evidence["end"])), evidence["sentence"]
        text = texts.get(evidence["document"])
    except (KeyError, TypeError, ValueError):
        return "has evidence without a place"
    if text is None:
        return f"is read out of {evidence['document']!r}, whose text is not in the RDF"
    return None if text[place] == sentence else f"quotes what does not stand at {place.start} to {place.stop}"


def _words(term: Term) -> str:
    return words_of(term) if isinstance(term, Literal) else str(term)


def _offset(term: Term | None) -> int | None:
    digits = "" if term is None else value_of(term)
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 20 else None
