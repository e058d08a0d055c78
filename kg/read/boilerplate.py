"""Boilerplate of news pages: a pattern for each kind of line that is not running text, and captions of pictures."""

import re
import typing as t

from kg.lexicon import names, nouns
from kg.lexicon.numerals import calendar_names
from kg.read.dates import FULL_DATE, MONTH_AND_DAY

LONGEST: t.Final = 300
"""In characters; a longer paragraph is running text, whatever its words."""
LONGEST_CAPTION: t.Final = 60
"""In words."""

_WEEKDAY: t.Final = rf"(?i:{'|'.join(sorted(map(re.escape, calendar_names('weekday')), key=len, reverse=True))})"
_CLOCK: t.Final = r"(?:\d{1,2}[:.]\d\d(?::\d\d(?:\.\d+)?)?(?:\s*(?i:[ap]\.?m\.?))?|\d{1,2}\s*(?i:[ap]\.?m\.?))"
_ZONE: t.Final = r"(?:\s*(?:[A-Z]{1,4}(?:[+-]\d{1,2})?\b|[+-]\d\d(?::?\d\d)?))"
_TIME: t.Final = rf"{_CLOCK}{_ZONE}?"
_DAY: t.Final = rf"(?:{_WEEKDAY},?\s+)?(?:{FULL_DATE}|{MONTH_AND_DAY})"
_MOMENT: t.Final = rf"(?:{_TIME},?\s+)?{_DAY}(?:(?:\s*[,/|–—-]?\s+(?:at\s+)?|T){_TIME})?"
_DATE: t.Final = rf"{_MOMENT}(?:(?:\s*[|/·•–—-]?|,?\s+(?i:(?:last\s+)?updated)[:,]?)\s*{_MOMENT})?"
_PARTICLES: t.Final = "|".join(sorted(names("particle", "particle")))
_NAME: t.Final = r"[^\W\d_a-z][\w.'’-]*"
_NAMES: t.Final = rf"{_NAME}(?:\s+(?:(?:{_PARTICLES})\s+){{0,2}}{_NAME}){{0,4}}"

_AUTHORS: t.Final = rf"{_NAMES}(?:(?:,\s+|,?\s+and\s+|\s+in\s+){_NAMES}){{0,4}}"
_WORK: t.Final = (
    r"(?i:(?:additional\s+)?(?:words|text|story|(?:written|edited|compiled|translated|produced)(?:\s+and\s+edited)?"
    r"|(?:reporting|writing|editing)(?:\s+and\s+editing)?)\s+by\s*:?)"
)
_AGENCY: t.Final = rf"(?:{_NAME}(?:\s+{_NAME}){{0,3}}|[a-z]{{2,4}})"
_INITIALS: t.Final = r"[a-z]{2,4}(?:\s*[/,]\s*[a-z]{2,4})*"
_PICTURE: t.Final = rf"(?i:{'|'.join(sorted(nouns('picture')))})s?"

_PLACE: t.Final = rf"{_NAMES}(?:,\s+{_NAMES})?"

DATE_LINE: t.Final = re.compile(
    # a place and a date: "Oslo, 2 August 2024", "August 2, 2024, Oslo"
    rf"{_PLACE},\s+{FULL_DATE}\.?|{FULL_DATE},\s+{_PLACE}\.?|"
    rf"(?:(?i:date)\s*:\s*|(?i:on)\s+)?{_DATE}(?:\.|\s*[–—-]+\s*(?i:updated)\b.{{0,40}}|\s*[/|·•]\s*.{{1,80}}|(?:\s+[^\W\d_a-z]{{2,}}){{1,4}})?"
)
ENDS_IN_DATE: t.Final = re.compile(rf".*\s(?:{_WEEKDAY},?|(?i:published|updated)(?:\s+on|[,:|])?)\s+{_DATE}")
"""A line that ends in the publication date, after other words such as a headline or an author."""
PUBLICATION_LINE: t.Final = re.compile(
    r"(?:(?i:and)\s+)?(?:(?i:first|originally|last)\s+)?"
    r"(?P<verb>(?i:published|posted|printed|appeared|released|filed|updated|modified))\b"
    rf"(?:\s+(?:in|by)\s+(?P<source>.{{1,80}}?))?(?:\s+(?:on|at)|[,:|])?\s*{_DATE}\.?(?:\s*[|·•–—-]\s*.{{0,80}})?"
)
BYLINE: t.Final = re.compile(
    rf"(?:(?:By|BY)\s+{_AUTHORS}|{_NAME}(?:\s+{_NAME}){{1,2}}\s+in\s+{_NAMES})(?:\s*[|·•,–—-]?\s*{_DATE})?\.?"
    rf"|\(?{_WORK}\s+{_AUTHORS}(?:[;.]\s+{_WORK}\s+{_AUTHORS}){{0,3}}\.?\)?"
)
CREDIT_LINE: t.Final = re.compile(
    rf"(?:{_INITIALS}\s*)?\({_AGENCY}(?:[,/]\s*{_AGENCY}){{0,5}}\)|[a-z]{{2,4}}(?:/[a-z]{{2,4}})+"
    r"|.{2,160}\bcontributed(?:\.|\s+(?:to\s+this\s+(?:report|story|article)|reporting)\b.{0,80})"
    r"|(?i:with\s+(?:additional\s+)?(?:files|information|material|reporting)\s+(?:by|from)\s.{2,120})"
    r"|(?i:(?:a\s+version\s+of\s+)?this\s+(?:article|post|story)\s+(?:has\s+been\s+|was\s+|is\s+)?(?:first\s+|originally\s+)?"
    r"(?:adapted|appeared|corrected|developing|published|translated|updated|written)\b.{0,160})"
)
SECTION_NAME: t.Final = re.compile(
    r"(?:opinions?|editorials?|comment(?:s|ary)?|(?:read|see|more)\s+(?:more|also|next|stories|news)|also\s+read"
    r"|(?:related|recommended|popular|latest|top|trending|further|most)"
    r"(?:\s+(?:stories|articles|news|topics|reading|posts|links|read|popular|videos?))?"
    r"|more\s+(?:from|on|in)\s+[\w ]{1,40}|you\s+(?:may|might)\s+also\s+like"
    r"|editor['’]s\s+(?:picks?|choice)|tags)\s*(?::|…|\.\.\.)?",
    re.IGNORECASE,
)
NAVIGATION: t.Final = re.compile(
    r"(?:(?:read\s+(?:more|also|next)|also\s+read|see\s+also|related|watch|listen|tags)\s*:\s*.+"
    r"|(?:share|tweet|print|email|follow|like|join)\s+(?:this|us|on|via|our)\b.*"
    r"|(?:sign\s+up|subscribe|click|tap)\s+(?:here|for|to|now|below)\b.*"
    r"|(?:skip\s+to|back\s+to|return\s+to)\s+\w+.*|advertisements?|sponsored(?:\s+content)?|load\s+more|share|menu|home"
    # messages to the reader, said by no one in the text
    r"|[^\"“”]*\b(?:our|your)\s+(?:cookies?|inbox|newsletters?|privacy\s+(?:notice|policy)|terms\s+of)\b[^\"“”]*"
    r"|[^\"“”]*\b(?:click|sign\s+up|subscribe)\s+here\b[^\"“”]*)",
    re.IGNORECASE,
)
COPYRIGHT_LINE: t.Final = re.compile(
    r"(?:(?:™\s*(?:&|and)\s*)?©|\(c\)\s*\d{4}|copyright\s+(?:©|\(c\)|\d{4})).*|all\s+rights\s+reserved.*"
    r"|.{0,120}\blicen[sc]ed\s+under\s+(?:a\s+)?(?:cc|creative\s+commons)\b.*",
    re.IGNORECASE,
)
_LINK: t.Final = r"(?:(?:https?://|www\.)\S+|[#@]\w+,?|[\w.+-]+@[\w-]+\.[\w.-]+)"
LINK_LINE: t.Final = re.compile(rf"\s*{_LINK}(?:\s+{_LINK})*\s*")
MARKUP_LINE: t.Final = re.compile(r"#{1,6}\s.*|[-*_=~\s]{3,}|\|.*\||```.*|</?\w[^>]*>|(?://|/\*|\*/|>>>).*|\$ [a-z].*")

_SOURCES: t.Final = rf"{_NAMES}(?:\s*(?:[/|,–—-]|\bvia\b)\s*{_NAMES}){{0,4}}"
_LABEL: t.Final = rf"\b(?:(?:(?=[A-Z]){_PICTURE}|(?:[A-Z]\w+\s+){{1,3}}{_PICTURE})(?:\s+[a-z]+){{0,2}}|(?i:credit))\s*:"
_LABELLED: t.Final = re.compile(rf"\s*\(?{_LABEL}")
PICTURE_CREDIT: t.Final = re.compile(
    rf"\s*\(?{_LABEL}\s*[^\W\d_a-z](?:[^.!?]|(?<=\b\w)\.){{0,80}}\.?\)?$"
    # with or without brackets, it follows the end of a sentence
    rf"|(?:(?<=[.!?\"”])|^)\s*[(\[](?:[^()\[\]]*\b{_PICTURE}\b|(?i:courtesy|credit|file)\b|{_NAMES}\s*/)[^()\[\]]{{0,100}}[)\]]$"
    rf"|(?:(?<=[.!?\"”])\s+|^)(?={_SOURCES}$)(?=[^.!?]*(?:/|\bvia\b|\b{_PICTURE}$)).*$"
)
"""The credit at the end of a caption, naming the author (`Image: Jane Doe.`, `(Northern Wire/Jane Doe)`)."""
_CREDIT_WITHIN: t.Final = 140
_CAPTION_LABEL: t.Final = re.compile(
    rf"(?:FILE|File)(?:\s+{_PICTURE})?\s*(?:[-–—:]\s|of\b)|{_PICTURE}\s+(?:caption|source)\b"
)


Kind = t.Literal[
    "date",
    "publication line",
    "byline",
    "credit line",
    "section name",
    "navigation",
    "copyright notice",
    "links",
    "markup",
    "headline",
    "caption",
    "code",
    "names or figures",
    "title",
    "no sentence",
    "after the end",
]
"""The kinds of paragraphs that are not running text; the first ones are lines of a fixed form."""

KINDS: t.Final[t.Mapping[Kind, re.Pattern[str]]] = {
    "date": DATE_LINE,
    "publication line": PUBLICATION_LINE,
    "byline": BYLINE,
    "credit line": CREDIT_LINE,
    "section name": SECTION_NAME,
    "navigation": NAVIGATION,
    "copyright notice": COPYRIGHT_LINE,
    "links": LINK_LINE,
    "markup": MARKUP_LINE,
}
"""The kinds of lines of a fixed form, each with a pattern for the whole line.

A date is a line of its own (`Friday, July 21, 2017`); a publication line gives time or place (`Published in
The Harbour Post, June 21st, 2024`); a byline names the authors (`By Jane Doe and John Roe`, `Reporting by Jane Doe`); a
credit line names agencies and helpers, or states how the text was edited (`jd/jr (AP, dpa)`, `This article was
translated from German.`); a section name belongs to a part of the page or heads a list of links (`Related
stories`); navigation asks the reader to do something (`Follow us on social media`); a copyright line is a notice
of rights or licence (`© 2024 The Harbour Post. All rights reserved.`); a line of links has addresses and tags without
other words (`#science #health`); a line of markup is a Markdown heading, rule or table row, or a comment in code
(`## Background`).
"""


def is_a(text: str, *kinds: re.Pattern[str]) -> bool:
    """Return whether a line is of one of these `KINDS`."""
    return any(kind.fullmatch(text) for kind in kinds)


def kind_of(text: str) -> Kind | None:
    """Return which of the `KINDS` a line or paragraph is, or None for running text."""
    if len(text) > LONGEST and not text.startswith("©"):
        return None
    return next((name for name, kind in KINDS.items() if kind.fullmatch(text)), None)


def is_boilerplate(text: str) -> bool:
    """Return whether a line or paragraph is of any of the `KINDS`."""
    return kind_of(text) is not None


def without_credit(text: str) -> str:
    """Return a paragraph without the credit of a picture at its end."""
    credit = PICTURE_CREDIT.search(text, max(0, len(text) - _CREDIT_WITHIN))
    return text[: credit.start()] if credit else text


def is_credit(text: str) -> bool:
    """Return whether a line consists only of the credit of a picture."""
    return bool(text) and not without_credit(text)


def is_caption(text: str) -> bool:
    """Return whether a short paragraph ends in a press picture's credit, or says that it is about a picture.

    A credit that only names the source (`Image: Jane Doe.`) does not count: encyclopedias state facts in such captions.
    """
    if len(text.split()) > LONGEST_CAPTION:
        return False
    core = without_credit(text)
    credit = text[len(core) :]
    press = bool(credit) and ("/" in credit or not _LABELLED.match(credit))
    return press or _CAPTION_LABEL.match(text) is not None


def publisher(text: str) -> str | None:
    """Return the publisher: `Published in The Harbour Post, June 21st, 2024` gives `The Harbour Post`."""
    match = PUBLICATION_LINE.fullmatch(text)
    return match["source"] if match else None


def is_update(text: str) -> bool:
    """Return whether a publication line gives the day of a change: `Updated 17 Sep, 2024`."""
    match = PUBLICATION_LINE.fullmatch(text)
    return match is not None and match["verb"].lower() in ("updated", "modified")
