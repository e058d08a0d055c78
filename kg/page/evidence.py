"""The evidence of claims for the page: the position of the sentence, and its attributes."""

import bisect
import re
import textwrap
import typing as t
from collections.abc import Mapping, Sequence

from kg.model import Claim, Document, Span, Statement
from kg.page.terms import Terms
from kg.page.wording import circumstances

LONGEST_HEADLINE: t.Final = 90
FIRST_LINE: t.Final = re.compile(r"\S[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]{0,500}")
"""The beginning of the first non-empty line, longer than a headline."""
Row: t.TypeAlias = "list[str | int | float | Sequence[str] | Sequence[int] | Sequence[str | None] | None]"


def quotations(statement: Statement, documents: Mapping[str, Document]) -> tuple[tuple[str, str], ...]:
    """Return the title of the document and the sentence of each piece of evidence, without repeating sentences."""
    spans = dict.fromkeys(claim.evidence.span for claim in statement.claims)
    return tuple(
        (headline(documents[each.document]), documents[each.document].text[each.start : each.end]) for each in spans
    )


def headline(document: Document) -> str:
    """Return the title of a document, or its first line, or its id if it has no text."""
    first = FIRST_LINE.search(document.text) if not document.title else None
    shortened = textwrap.shorten(first[0], LONGEST_HEADLINE, placeholder=" …") if first is not None else ""
    return document.title or shortened or document.id


class Offsets:
    """Converts offsets in code points, as in Python, to UTF-16 units, as in browsers."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._wide = {
            document.id: [place for place, character in enumerate(document.text) if character > "\uffff"]
            for document in documents
        }

    def units(self, span: Span) -> tuple[int, int]:
        """Return start and end of a span in UTF-16 units."""
        wide = self._wide[span.document]
        return span.start + bisect.bisect_left(wide, span.start), span.end + bisect.bisect_left(wide, span.end)


class EvidenceRows:
    """Turns claims into rows; `rules` is the table of the rules that read them."""

    def __init__(
        self, documents: Sequence[Document], claims: Sequence[Claim], terms: Terms, *, include_text: bool
    ) -> None:
        self._documents = {document.id: document for document in documents}
        self._offsets = Offsets(documents)
        self._places = {document.id: place for place, document in enumerate(documents)}
        self._terms = terms
        self._include_text = include_text
        self.rules = sorted({_rule(claim) for claim in claims})
        self._rule_places = {rule: place for place, rule in enumerate(self.rules)}

    def row(self, claim: Claim, names: tuple[str, str]) -> Row:
        """Return document, start, end, starts and ends of the words, rule, confidence, time, circumstances, and ends.

        The ends are the words for subject and object if they differ from the `names`; None if neither does. They are
        followed by the sentence, if the page is without texts, and its place, if there is one ("page 3").
        """
        span = claim.evidence.span
        start, end = self._offsets.units(span)
        words = [self._offsets.units(word) for word in sorted({*claim.predicate, *claim.cues}) if span.covers(word)]
        ends = claim.subject.words, "" if claim.object is None else claim.object.words
        row: Row = [
            self._places[span.document],
            start,
            end,
            [offset for word in words for offset in word],
            self._rule_places[_rule(claim)],
            round(claim.evidence.confidence, 4),
            self._terms.time(claim.time),
            circumstances(claim),
            None if ends == names else [None if one == name else one for one, name in zip(ends, names, strict=True)],
        ]
        document = self._documents[span.document]
        place = document.place_of(span)
        if place is not None or not self._include_text:
            row.append(None if self._include_text else document.text[span.start : span.end])
        return row if place is None else [*row, place]


def _rule(claim: Claim) -> str:
    return f"{claim.evidence.extractor}: {claim.evidence.rule}"
