"""The parts of a news text: the head (headline, date, byline), the body, and the tail (links to other texts)."""

import re
import typing as t
from collections.abc import Sequence
from dataclasses import dataclass

from kg.lexicon import nouns
from kg.model import Document, Span
from kg.read.dates import Dateline, dateline
from kg.read.furniture import is_a, is_furniture
from kg.read.paragraphs import Paragraph, item_mark, paragraphs
from kg.read.sentences import is_sentence

LONGEST_HEADLINE: t.Final = 20
"""Words."""
LONGEST_HEAD: t.Final = 8
"""Paragraphs; a date further down is not that of publication."""
LONGEST_TEASER: t.Final = 60
"""Words."""

_PICTURE: t.Final = "|".join(sorted(noun.capitalize() for noun in nouns("picture")))
_CREDIT: t.Final = re.compile(
    rf"\s*\(?\b(?:(?:[A-Z]\w+\s+)?(?:{_PICTURE})s?(?:\s+[a-z]+){{0,2}}|Credit)"
    r"\s*:\s*[^\W\d_a-z](?:[^.!?]|(?<=\b\w)\.){0,80}\.?\)?$"
)
_HEADING: t.Final = re.compile(r"#{1,2}\s+(?=\S)")
_CREDIT_WITHIN: t.Final = 140


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a text; `dateline` is what stands at the front of the first paragraph of the body.

    `headline` is one of the paragraphs before the body; `notes` are the lines that may say when and where the text
    appeared: those before the body, and the publication lines in it and at its end.
    """

    headline: Paragraph | None
    notes: tuple[Paragraph, ...]
    dateline: Dateline | None
    body: tuple[Paragraph, ...]


def layout(text: str) -> Layout:
    """Find the parts of a text; a text in which nothing has the shape of a sentence is all body."""
    pieces = tuple(_without_marks(piece) for piece in paragraphs(text))
    plain = [piece for piece in pieces if piece.text and not is_furniture(piece.text)]
    headline = _headline(pieces, plain)
    prose = [piece for piece in plain if piece is not headline and is_sentence(piece.text)]
    if not prose:
        return Layout(None, tuple(piece for piece in pieces if is_furniture(piece.text)), None, tuple(plain))
    first = pieces.index(prose[0])
    end = _end(pieces, first)
    found = dateline(prose[0].text)
    body = [piece for piece in prose if end == len(pieces) or piece.start < pieces[end].start]
    if found:
        body[0] = body[0].part(found.length, len(body[0].text))
    notes = [piece for piece in pieces[: min(first, LONGEST_HEAD)] if is_furniture(piece.text)]
    notes += [piece for piece in pieces[first : end + 1] if is_a(piece.text, "publication")]
    return Layout(headline, tuple(notes), found, tuple(body))


def prose_spans(document: Document) -> tuple[Span, ...]:
    """Return the paragraphs of a document that are running text, in order and without overlap.

    Left out are headlines, dates, bylines, captions without a sentence, the credits of pictures, page navigation and
    links to other texts; the dateline (`MOSCOW: `) is cut from the front of its paragraph. A text in which nothing has
    the shape of a sentence is running text as a whole.
    """
    return tuple(Span(document.id, piece.start, piece.end) for piece in layout(document.text).body)


def _without_marks(piece: Paragraph) -> Paragraph:
    """Return a paragraph without the bullet before it and the credit of a picture behind it."""
    credit = _CREDIT.search(piece.text, max(0, len(piece.text) - _CREDIT_WITHIN))
    return piece.part(item_mark(piece.text), credit.start() if credit else len(piece.text))


def _headline(pieces: Sequence[Paragraph], plain: Sequence[Paragraph]) -> Paragraph | None:
    """Return the first paragraph if it is a title and not all there is; a Markdown heading is one by its mark."""
    mark = _HEADING.match(pieces[0].text) if pieces else None
    if mark:
        return pieces[0].part(mark.end(), len(pieces[0].text))
    return plain[0] if len(plain) > 1 and _is_title(plain[0].text) else None


def _is_title(text: str) -> bool:
    """Tell what is short and does not end as a sentence does; a question may be a title."""
    return 0 < len(text.split()) <= LONGEST_HEADLINE and not text.endswith((".", "!", ",", ":", ";", "…"))


def _end(pieces: Sequence[Paragraph], first: int) -> int:
    """Return the index at which the tail begins; the number of paragraphs if there is none.

    The tail begins at a publication line, a section name, a notice of rights, or a title that is dated or said twice,
    where from there on at least half of the paragraphs are no sentences and the others are short.
    """
    end, titles = len(pieces), 0
    for index in range(len(pieces) - 1, first, -1):
        text = pieces[index].text
        sentence = _is_running(text)
        if sentence and len(text.split()) > LONGEST_TEASER:
            break
        titles += not sentence
        if 2 * titles >= len(pieces) - index and _opens_tail(pieces, index):
            end = index
    return end


def _is_running(text: str) -> bool:
    return not is_furniture(text) and is_sentence(text)


def _opens_tail(pieces: Sequence[Paragraph], index: int) -> bool:
    text = pieces[index].text
    if is_a(text, "publication", "section name", "copyright"):
        return True
    following = pieces[index + 1 : index + 3]
    if _is_running(text) or not _is_title(text) or not following:
        return False
    return is_a(following[0].text, "date", "publication") or text in {piece.text for piece in following}
