"""Run the checks in order."""

import os
import typing as t
from collections.abc import Iterator
from pathlib import Path

from kg.verify.check import Check, judged
from kg.verify.content import LINES_FILE, Lines, RdfContent, read_lines, read_rdf_content
from kg.verify.facts import assertions_in_lines, assertions_in_rdf
from kg.verify.quotations import check_quotations
from kg.verify.shapes import check_shapes
from kg.verify.statements import check_counts, check_edges

PARSES: t.Final = "parses"


def verify(
    rdf: str | os.PathLike[str],
    *,
    lines: str | os.PathLike[str] | None = None,
    documents: str | os.PathLike[str] | None = None,
    shapes: bool | None = None,
) -> Iterator[Check]:
    """Check the output of a run, and yield each finished check: parses, shapes, quotations, plain edges, counts.

    If the RDF does not parse, nothing else can be checked, and the first check is the only one.

    Args:
        rdf: the RDF file; its extension gives the syntax.
        lines: the `triples.jsonl` of the same run; None compares the RDF only with itself.
        documents: the `documents.jsonl` of the same run, with the extracted texts; None omits them.
        shapes: whether to check the SHACL shapes; None does so up to 200,000 triples.

    Raises:
        InputError: the RDF file cannot be opened.
        UsageError: the shapes are requested, but pyshacl is not installed.
    """
    path = Path(rdf)
    try:
        content = read_rdf_content(path)
    except ValueError as error:
        yield Check(PARSES, "failed", path.name, (" ".join(str(error).split()),))
        return
    yield judged(PARSES, f"{path.name}, {content.triples} triples", [] if content.triples else ["has no triples"])
    yield check_shapes(path, content.triples, wanted=shapes)
    statements, texts = (None if each is None else read_lines(Path(each)) for each in (lines, documents))
    yield from _compared(content, statements, texts)


def _compared(rdf: RdfContent, lines: Lines | None, documents: Lines | None) -> Iterator[Check]:
    known = lines or Lines({})
    in_rdf, in_lines = assertions_in_rdf(rdf), assertions_in_lines(known)
    yield check_quotations(rdf, known, documents)
    yield check_edges(rdf, (in_rdf or in_lines).values())
    if lines is None:
        yield Check("counts", "skipped", f"there is no {LINES_FILE} to compare with")
    else:
        yield check_counts(rdf, lines, in_rdf, in_lines)
