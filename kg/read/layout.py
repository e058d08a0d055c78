"""The parts of a news text: the head (headline, date, byline), the body, and the tail (links to other texts)."""

import functools
import re
import typing as t
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from kg.model import Document, Span
from kg.read.boilerplate import (
    COPYRIGHT_LINE,
    DATE_LINE,
    ENDS_IN_DATE,
    KINDS,
    LONGEST_CAPTION,
    PUBLICATION_LINE,
    SECTION_NAME,
    Kind,
    is_a,
    is_caption,
    is_credit,
    kind_of,
    without_credit,
)
from kg.read.dates import Dateline, dateline
from kg.read.paragraphs import Paragraph, item_mark, paragraph_numbers, paragraphs
from kg.read.sentences import is_code, is_ended, is_sentence, is_table

LONGEST_HEADLINE: t.Final = 20
"""In words."""
SHORTEST_HEADLINE: t.Final = 3
"""In words; a shorter line belongs to a menu if a longer one follows."""
FULL: t.Final = 20
"""The number of words from which a paragraph cannot belong to a menu."""
LONGEST_HEAD: t.Final = 8
"""In paragraphs, from the beginning to the body; a date elsewhere is not the publication date."""
LONGEST_LEAD: t.Final = 3
"""The number of body paragraphs that may precede the date."""
LONGEST_TEASER: t.Final = 60
"""In words."""
LONGEST_TITLE: t.Final = 25
"""In words, for the heading of a section or a link to another text."""
CACHED: t.Final = 128
"""The number of texts whose parts are cached: those of a text are requested again after some more are parsed.

Each has at least one paragraph, and the parser takes 64 of these at once, of which some wait.
"""

_HEADING: t.Final = "# "
_FENCE: t.Final = "```"
_WORD: t.Final = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts of a text; `dateline` is the start of the first paragraph of the body.

    `headline` is one of the paragraphs before the body; `notes` are the lines that may give the time and place of
    publication: those before the body, and the publication lines in it and at its end. `skipped` is everything that is
    not running text, in order.
    """

    headline: Paragraph | None
    notes: tuple[Paragraph, ...]
    dateline: Dateline | None
    body: tuple[Paragraph, ...]
    skipped: tuple[tuple[Kind, Paragraph], ...]


class _Piece(t.NamedTuple):
    """A paragraph without its bullet and without the credit of a picture at its end; kind None is running text."""

    paragraph: Paragraph
    kind: Kind | None
    is_item: bool = False

    @property
    def text(self) -> str:
        return self.paragraph.text


@functools.lru_cache(CACHED)
def layout(text: str, title: str | None = None) -> Layout:
    """Find the parts of a text; if nothing in it looks like a sentence, its headline and captions are body too.

    Args:
        text: the whole text.
        title: its headline, if known.
    """
    pieces = _pieces(text)
    headline = _headline(pieces, title)
    if headline is not None:
        pieces[headline] = _without_heading_mark(pieces[headline])
    prose = [index for index, piece in enumerate(pieces) if piece.kind is None]
    if not prose:
        return _parts(pieces, len(pieces), len(pieces), _fragments(pieces))
    first = prose[0]
    end = _end(pieces, first)
    at, found = _dateline(pieces, prose)
    if found:
        paragraph = pieces[at].paragraph
        pieces[at] = _Piece(paragraph.part(found.length, len(paragraph.text)), None)
    return replace(_parts(pieces, first, end, [index for index in prose if index < end]), dateline=found)


def _parts(pieces: Sequence[_Piece], first: int, end: int, body: Sequence[int]) -> Layout:
    """Return the parts of a text whose body begins at `first` and whose tail begins at `end`."""
    in_body = frozenset(body)
    others = [(piece.kind or "after the end", piece.paragraph) for n, piece in enumerate(pieces) if n not in in_body]
    return Layout(
        headline=next((paragraph for kind, paragraph in others if kind == "headline"), None),
        notes=_notes(pieces, first, end),
        dateline=None,
        body=tuple(pieces[index].paragraph for index in body),
        skipped=tuple(others),
    )


def prose_spans(document: Document) -> tuple[Span, ...]:
    """Return the paragraphs of a document that are running text, in order and without overlap.

    Left out are headlines, dates, bylines, captions, the credits of pictures, page navigation, links to other texts,
    rows of names or figures, and code; the dateline (`MOSCOW: `) is cut from the front of its paragraph. If
    nothing looks like a sentence, the whole text is running text, except for its boilerplate, tables and code.
    """
    return tuple(Span(document.id, piece.start, piece.end) for piece in layout(document.text, document.title).body)


def _dateline(pieces: Sequence[_Piece], prose: Sequence[int]) -> tuple[int, Dateline | None]:
    """Return the dateline and its place: first in the text, or with a day below the highlights of a press release."""
    for at in prose[:LONGEST_HEAD]:
        found = dateline(pieces[at].text)
        if found is not None and (at == prose[0] or found.day):
            return at, found
    return prose[0], None


def headline_span(document: Document) -> Span | None:
    """Return the headline of a document, or None if its text has none."""
    headline = layout(document.text, document.title).headline
    return None if headline is None else Span(document.id, headline.start, headline.end)


def skipped_paragraphs(document: Document) -> tuple[tuple[Kind, Span], ...]:
    """Return the paragraphs of a document that are not running text, in order, each with its kind."""
    found = layout(document.text, document.title).skipped
    return tuple((kind, Span(document.id, piece.start, piece.end)) for kind, piece in found)


def _pieces(text: str) -> list[_Piece]:
    """Return the paragraphs of a text with their kinds."""
    found = paragraphs(text)
    fenced = _fenced(found)
    numbers = paragraph_numbers(found)
    pieces = [_piece(each, numbers.get(index, 0)) for index, each in enumerate(found)]
    pieces = [_Piece(found[index], "code") if index in fenced else piece for index, piece in enumerate(pieces)]
    for index in _above_credits(text, pieces):
        pieces[index] = pieces[index]._replace(kind="caption")
    sentences = [is_ended(piece.text) for piece in pieces if piece.kind is None]
    if 2 * sum(sentences) <= len(sentences):  # a text that ends its sentences without a mark
        return pieces
    return [piece._replace(kind="title") if _is_unended(piece) else piece for piece in pieces]


def _fenced(found: Sequence[Paragraph]) -> set[int]:
    """Return the numbers of the paragraphs in fenced code, with the fences."""
    fences = [index for index, paragraph in enumerate(found) if paragraph.text.startswith(_FENCE)]
    return {index for first, last in zip(fences[::2], fences[1::2], strict=False) for index in range(first, last + 1)}


def _piece(paragraph: Paragraph, number: int) -> _Piece:
    mark = number or item_mark(paragraph.text)
    core = paragraph.part(mark, len(without_credit(paragraph.text)))
    return _Piece(core if core.text else paragraph, _kind(paragraph.text, core.text), is_item=mark > 0)


def _kind(text: str, core: str) -> Kind | None:
    """Return the kind of a paragraph, based only on its words; `core` is without bullet and credit.

    Place, day and agency at its start do not count: `VARN, March 5 (Reuters) - Acme Corp bought Bolt Works.`
    """
    boilerplate = kind_of(core) if core else "credit line"
    if boilerplate is not None or is_caption(text):
        return boilerplate or "caption"
    if is_code(core):
        return "code"
    found = dateline(core)
    if is_sentence(core[found.length :] if found else core):
        return None
    return "names or figures" if is_table(core) else "no sentence"


def _above_credits(text: str, pieces: Sequence[_Piece]) -> Iterator[int]:
    """Yield the indices of short paragraphs that share their block only with the credit of a picture."""
    breaks = [text.count("\n", one.paragraph.end, other.paragraph.start) for one, other in pairwise(pieces)]
    for index, (piece, credit) in enumerate(pairwise(pieces)):
        alone = breaks[index] == 1 and (index == 0 or breaks[index - 1] > 1)
        if alone and is_credit(credit.text) and len(piece.text.split()) <= LONGEST_CAPTION:
            yield index


def _is_unended(piece: _Piece) -> bool:
    """Return whether a short line has a verb and no final punctuation: a heading or a link, but no list item."""
    if piece.kind is not None or piece.is_item:
        return False
    return not is_ended(piece.text) and len(piece.text.split()) <= LONGEST_TITLE


def _fragments(pieces: Sequence[_Piece]) -> list[int]:
    """Return the body of a text without sentences; if the text is a single line, that line is the body."""
    alone = len(pieces) == 1
    shown = {"headline", "caption", "no sentence"}
    return [n for n, piece in enumerate(pieces) if piece.kind in shown or (alone and piece.kind not in KINDS)]


def _headline(pieces: Sequence[_Piece], title: str | None) -> int | None:
    """Return the index of the headline: a title before the text, which must not be the only line.

    It is a Markdown heading, or matches the known title, or is the first title that is not a menu entry.
    """
    if pieces and pieces[0].text.startswith(_HEADING):
        return 0
    lines = [index for index, piece in enumerate(pieces) if piece.kind not in KINDS]
    titles = [index for index in takewhile(lambda n: _is_head(pieces[n]), lines) if _may_be_headline(pieces[index])]
    known = [index for index in titles if pieces[index].text in (title or "")]
    known.sort(key=lambda index: -len(pieces[index].text))
    if len(titles) > LONGEST_HEAD and not known:
        return _under_menu(pieces)
    likely = [index for index in titles if _is_no_menu(index, pieces)]
    return next(iter([*known, *likely, *titles]), None) if len(lines) > 1 else None


def _is_no_menu(index: int, pieces: Sequence[_Piece]) -> bool:
    """Return whether a title has several words, or has two and is repeated in the text, as a name is."""
    words = len(pieces[index].text.split())
    return words >= SHORTEST_HEADLINE or (words == SHORTEST_HEADLINE - 1 and _is_repeated(index, pieces))


def _is_repeated(index: int, pieces: Sequence[_Piece]) -> bool:
    return any(pieces[index].text in piece.text for piece in pieces[index + 1 :])


def _under_menu(pieces: Sequence[_Piece]) -> int | None:
    """Return the index of the title before the first long paragraph that shares the most words with the long ones.

    It is the first line if that is a name that occurs in them, as in an encyclopedia article with a table.
    """
    long = [index for index, piece in enumerate(pieces) if _is_full(piece)]
    titles = [index for index in range(long[0] if long else 0) if _may_be_headline(pieces[index])]
    if titles[:1] == [0] and _is_repeated(0, [pieces[0], *(pieces[index] for index in long)]):
        return 0
    vocabulary = {word for index in long for word in _words(pieces[index].text)}
    return max(
        titles, key=lambda index: (len(vocabulary.intersection(_words(pieces[index].text))), -index), default=None
    )


def _is_full(piece: _Piece) -> bool:
    return piece.kind is None and len(piece.text.split()) >= FULL


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def _is_head(piece: _Piece) -> bool:
    return piece.kind is not None or _is_title(piece.text)


def _may_be_headline(piece: _Piece) -> bool:
    return piece.kind not in KINDS and piece.kind != "caption" and _is_title(piece.text)


def _without_heading_mark(piece: _Piece) -> _Piece:
    """Return a headline without its Markdown mark."""
    mark = len(_HEADING) if piece.text.startswith(_HEADING) else 0
    return _Piece(piece.paragraph.part(mark, len(piece.text)), "headline")


def _is_title(text: str) -> bool:
    """Return whether a text is short and does not end like a sentence; a question may be a title."""
    return 0 < len(text.split()) <= LONGEST_HEADLINE and not text.endswith((".", "!", ",", ":", ";", "…"))


def _notes(pieces: Sequence[_Piece], first: int, end: int) -> tuple[Paragraph, ...]:
    """Return the lines around the beginning of the body, and the publication lines in it and after it.

    A lead may precede author and date, and any number of menus may precede both; the tail begins at `end`.
    """
    full = next((n for n, piece in enumerate(pieces) if _is_full(piece)), first)
    begun = min(max(first, full) + LONGEST_LEAD, end)
    near = {n for start in (first, full) for n in range(start - LONGEST_HEAD, start + LONGEST_LEAD)}
    around = [piece for n, piece in enumerate(pieces[:begun]) if n < LONGEST_HEAD or n in near]
    before = [piece for piece in around if piece.kind in KINDS or _is_dated(piece)]
    within = [piece for piece in pieces[first : end + 1] if is_a(piece.text, PUBLICATION_LINE)]
    return tuple(dict.fromkeys(piece.paragraph for piece in (*before, *within)))


def _is_dated(piece: _Piece) -> bool:
    return piece.kind in {"headline", "title", "no sentence"} and is_a(piece.text, ENDS_IN_DATE)


def _end(pieces: Sequence[_Piece], first: int) -> int:
    """Return the index at which the tail begins, or the number of paragraphs if there is none.

    The tail begins at a publication line, a section name, a notice of rights, or a title that is dated or repeated.
    From there on, at least half of the paragraphs must not be sentences, and the others must be short. The tail has at
    most twice the running text that precedes it.
    """
    words = [len(piece.text.split()) if piece.kind is None else 0 for piece in pieces]
    total = before = sum(words)
    end, titles = len(pieces), 0
    for index in range(len(pieces) - 1, first, -1):
        before -= words[index]
        if words[index] > LONGEST_TEASER or 3 * before < total:
            break
        titles += words[index] == 0
        if 2 * titles >= len(pieces) - index and _opens_tail(pieces, index):
            end = index
    return end


def _opens_tail(pieces: Sequence[_Piece], index: int) -> bool:
    piece = pieces[index]
    if is_a(piece.text, PUBLICATION_LINE, SECTION_NAME, COPYRIGHT_LINE):
        return True
    following = pieces[index + 1 : index + 3]
    if piece.kind is None or piece.kind in KINDS or not _is_title(piece.text):
        return False
    dated = any(is_a(each.text, DATE_LINE, PUBLICATION_LINE) for each in following[:1])
    return dated or piece.text in {each.text for each in following}
