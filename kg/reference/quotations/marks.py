"""Finds quotations by their marks, paired within paragraphs and across them."""

import bisect
import typing as t
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter

from kg.grammar.parse import Parse, Token, TokenSpan
from kg.lexicon.spelling import is_possessive

Side: t.TypeAlias = t.Literal["opening", "closing", "either"]
MARKS: t.Final[t.Mapping[str, Side]] = {
    "“": "opening", "``": "opening", "«": "opening", "”": "closing", "''": "closing", "’’": "closing", "»": "closing",
    '"': "either",
}  # fmt: skip
SINGLE_MARKS: t.Final = frozenset({"'", "‘", "’"})
ALL_MARKS: t.Final = SINGLE_MARKS.union(MARKS)
SENTENCE_ENDS: t.Final = frozenset({".", "?", "!", "...", "…"})
"""The signs that end a sentence before a quotation mark."""
SPEAKERS: t.Final = 2
"""The minimum number of speakers of a transcript, who speak at least twice as often."""
BEFORE_OPENING: t.Final = frozenset({"(", "[", "-", "–", "—", "/", "'", "‘"})
AFTER_CLOSING: t.Final = frozenset({")", "]", ",", ".", ";", ":", "?", "!", "-", "–", "—", "/", "'", "’"})


class Quotation(t.NamedTuple):
    """The tokens `start` to `end` (half-open) between two quotation marks, and their speaker.

    `speaker` is the index of the head word of the speaker, `cue` that of the cue word: a verb of saying or
    "according". Both are None if the text names no speaker: in quoted words, titles and names. `rule` is the name of
    the rule that found them, and empty if the speaker is that of the next quotation.
    """

    start: int
    end: int
    speaker: int | None = None
    cue: int | None = None
    rule: str = ""

    def __contains__(self, index: object) -> bool:
        """Return whether the token with that index is between the marks."""
        return isinstance(index, int) and self.start <= index < self.end


def quotation_at(token: Token) -> Quotation | None:
    """Return the quotation around a token, from those that are set on its Doc."""
    quotations: tuple[Quotation, ...] = token.doc.quotations
    index = bisect.bisect_right(quotations, token.i, key=attrgetter("start")) - 1
    return quotations[index] if index >= 0 and token.i in quotations[index] else None


class Paragraph(t.NamedTuple):
    """The tokens `start` to `end` (half-open) of a paragraph, and the indices of the quotation marks in it."""

    start: int
    end: int
    marks: Sequence[int]


def paragraphs(parse: Parse) -> list[Paragraph]:
    """Return the paragraphs of a parse with the quotation marks in them, or the single ones if there are no others."""
    return [
        Paragraph(start, end, [word.i for word in parse[start:end] if word.text in MARKS] or _single(parse[start:end]))
        for start, end in pairwise((0, *parse.paragraph_ends))
    ]


def _single(words: TokenSpan) -> list[int]:
    """Return the single marks around speech, with a capital and a sign inside: "*‘*It is old,*’* she said"."""
    single = [mark for mark in words if mark.text in SINGLE_MARKS]
    opening = [mark.i for mark in single if side(mark) == "opening" and mark.nbor().text[0].isupper()]
    closing = [mark.i for mark in single if side(mark) == "closing" and mark.nbor(-1).text in SENTENCE_ENDS | {","}]
    return sorted(opening + closing) if opening and closing else []


def side(mark: Token) -> Side:
    """Return whether a mark opens or closes; unless it is written as an opening one, the space next to it decides."""
    written = MARKS.get(mark.text, "either")
    if written == "opening":
        return written
    before = mark.nbor(-1) if mark.i > 0 else None
    after = mark.nbor() if mark.i + 1 < len(mark.doc) else None
    free_before = before is None or before.whitespace_ != "" or _is_free(before, BEFORE_OPENING)
    ends = after is None or mark.whitespace_ != "" or _is_free(after, AFTER_CLOSING)
    free_after = ends or (after is not None and is_possessive(after.text))
    if free_before == free_after:
        return written
    return "opening" if free_before else "closing"


def _is_free(neighbor: Token, signs: frozenset[str]) -> bool:
    return neighbor.is_space or neighbor.text in signs


def spans(doc: Parse, parts: Sequence[Paragraph]) -> Iterator[Quotation]:
    """Yield the quotations between marks, in text order.

    A quotation may continue in the next paragraph if that one begins with an opening mark, or has a closing mark
    first; else a quotation without a closing mark ends with its paragraph. One without an opening mark is its sentence.
    A second opening mark after a sentence opens a paragraph of the quotation in a text without paragraph breaks: "“It
    is old. “It must go.”" are two.
    """
    start: int | None = None
    for index, part in enumerate(parts):
        marks = list(part.marks)
        closes = bool(marks) and side(doc[marks[0]]) == "closing"
        reopens = marks[:1] == [part.start] and not closes
        if start is not None and not (reopens or closes):
            yield Quotation(start, parts[index - 1].end)
            start = None
        elif start is not None and reopens:
            marks = marks[1:]
        for mark in marks:
            opens = side(doc[mark]) in ({"opening", "either"} if start is None else {"opening"})  # `"` inside closes
            yield from _closed(doc, start, mark, opens=opens, lowest=part.start)
            start = mark + 1 if opens else None
    if start is not None and start < len(doc):
        yield Quotation(start, len(doc))


def _closed(doc: Parse, start: int | None, mark: int, *, opens: bool, lowest: int) -> Iterator[Quotation]:
    """Yield the quotation that ends at a mark; an opening mark ends one only after a sentence."""
    begin = _unopened(doc, mark, lowest) if start is None and not opens else start
    ends = not opens or doc[mark - 1].text in SENTENCE_ENDS
    if begin is not None and begin < mark and ends:
        yield Quotation(begin, mark)


def _unopened(doc: Parse, mark: int, lowest: int) -> int | None:
    """Return the start of a quotation whose opening mark is lost: that of its sentence, if the mark ends that."""
    last = doc[mark - 1] if mark > lowest else doc[mark]
    start = max(last.sent.start, lowest)
    ends = last.text in SENTENCE_ENDS or (last.kind != "number" and doc[mark + 1 : mark + 2].text == ",")
    others = any(word.text in ALL_MARKS for word in doc[start:mark])
    return start if ends and side(doc[mark]) == "closing" and not others else None


def turns(doc: Parse, parts: Sequence[Paragraph]) -> list[Quotation]:
    """Return the turns of a transcript, in which names in capitals recur before a colon: "ANA SILVA: It is old."."""
    others = (next((word.i for word in doc[part.start + 1 : part.end] if not word.text.isupper()), 0) for part in parts)
    labels = [(n, i) for n, i in enumerate(others) if doc[i].text == ":" and doc[i - 1].text[1:].isupper()]
    ends = [parts[n - 1].end for n, _ in labels[1:]] + [parts[n].end for n, _ in labels[-1:]]
    found = [Quotation(colon + 1, end, colon - 1, colon, "turn") for (_, colon), end in zip(labels, ends, strict=True)]
    names = {doc[colon - 1].text for _, colon in labels}
    return found if SPEAKERS <= len(names) <= len(found) / 2 else []
