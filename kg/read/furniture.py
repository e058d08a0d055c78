"""What stands on a news page beside the running text, one pattern for each kind of line."""

import re
import typing as t

from kg.lexicon import names
from kg.lexicon.numerals import calendar_names
from kg.read.dates import FULL_DATE

LONGEST: t.Final = 300
"""Characters; what is longer is running text, whatever its words."""

_WEEKDAY: t.Final = rf"(?i:{'|'.join(sorted(word for word in calendar_names('weekday') if word.endswith('day')))})"
_TIME: t.Final = (
    r"(?:,?\s+(?:at\s+)?|T)\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*(?i:[ap]\.?m\.?))?(?:\s*(?:[A-Z]{1,4}|[+-]\d\d:?\d\d))?"
)
_DATE: t.Final = rf"(?:{_WEEKDAY},?\s+)?{FULL_DATE}(?:{_TIME})?"
_PARTICLES: t.Final = "|".join(sorted(names("particle", "particle")))
_NAME: t.Final = r"[^\W\d_a-z][\w.'’-]*"
_NAMES: t.Final = rf"{_NAME}(?:\s+(?:(?:{_PARTICLES})\s+){{0,2}}{_NAME}){{0,4}}"

_AUTHORS: t.Final = rf"{_NAMES}(?:(?:,\s+|,?\s+and\s+|\s+in\s+){_NAMES}){{0,4}}"
_WORK: t.Final = (
    r"(?i:(?:additional\s+)?(?:words|text|story|written|reporting|writing|editing)(?:\s+and\s+editing)?\s+by)"
)

_DATE_LINE: t.Final = re.compile(rf"(?:(?i:date)\s*:\s*)?{_DATE}\.?")
_PUBLICATION_LINE: t.Final = re.compile(
    r"(?:(?i:first|originally|last)\s+)?"
    r"(?P<verb>(?i:published|posted|printed|appeared|released|filed|updated|modified))\b"
    rf"(?:\s+(?:in|by)\s+(?P<source>.{{1,80}}?))?(?:\s+on|[,:|])?\s*{_DATE}\.?(?:\s*[|·•–—-]\s*.{{0,80}})?"
)
_BYLINE: t.Final = re.compile(
    rf"(?:(?:By|BY)\s+{_AUTHORS}|{_NAME}(?:\s+{_NAME}){{1,2}}\s+in\s+{_NAMES})(?:\s*[|·•,–—-]\s*{_DATE})?\.?"
    rf"|\(?{_WORK}\s+{_AUTHORS}(?:[;.]\s+{_WORK}\s+{_AUTHORS}){{0,3}}\.?\)?"
)
_SECTION_NAME: t.Final = re.compile(
    r"(?:opinions?|editorials?|comment(?:s|ary)?|(?:read|see|more)\s+(?:more|also|next|stories|news)|also\s+read"
    r"|(?:related|recommended|popular|latest|top|trending|further|most)"
    r"(?:\s+(?:stories|articles|news|topics|reading|posts|links|read|popular|videos?))?"
    r"|more\s+(?:from|on|in)\s+[\w ]{1,40}|you\s+(?:may|might)\s+also\s+like"
    r"|editor['’]s\s+(?:picks?|choice)|tags)\s*:?",
    re.IGNORECASE,
)
_NAVIGATION: t.Final = re.compile(
    r"(?:(?:read\s+(?:more|also|next)|also\s+read|see\s+also|related|watch|listen|tags)\s*:\s*.+"
    r"|(?:share|tweet|print|email|follow|like|join)\s+(?:this|us|on|via|our)\b.*"
    r"|(?:sign\s+up|subscribe|click|tap)\s+(?:here|for|to|now|below)\b.*"
    r"|(?:skip\s+to|back\s+to|return\s+to)\s+\w+.*|advertisements?|sponsored(?:\s+content)?|load\s+more|share|menu|home)",
    re.IGNORECASE,
)
_COPYRIGHT_LINE: t.Final = re.compile(
    r"(?:©|\(c\)\s*\d{4}|copyright\s+(?:©|\(c\)|\d{4})).*|all\s+rights\s+reserved.*"
    r"|.{0,120}\blicen[sc]ed\s+under\s+(?:a\s+)?(?:cc|creative\s+commons)\b.*",
    re.IGNORECASE,
)
_LINK: t.Final = r"(?:(?:https?://|www\.)\S+|[#@]\w+,?|[\w.+-]+@[\w-]+\.[\w.-]+)"
_LINKS: t.Final = re.compile(rf"\s*{_LINK}(?:\s+{_LINK})*\s*")
_MARKUP_LINE: t.Final = re.compile(r"#{1,6}\s.*|[-*_=~\s]{3,}|\|.*\||```.*|</?\w[^>]*>")


KINDS: t.Final[t.Mapping[str, re.Pattern[str]]] = {
    "date": _DATE_LINE,
    "publication": _PUBLICATION_LINE,
    "byline": _BYLINE,
    "section name": _SECTION_NAME,
    "navigation": _NAVIGATION,
    "copyright": _COPYRIGHT_LINE,
    "links": _LINKS,
    "markup": _MARKUP_LINE,
}
"""The kinds of lines, each a pattern of the whole line.

A `date` stands alone (`Friday, July 21, 2017`); a `publication` says when or where the text appeared (`Published in The
Harbour Post, June 21st, 2024`); a `byline` names the authors (`By Jane Doe and John Roe`, `Reporting by Jane Doe`); a
`section name` is that of a part of the page or the heading of a list of links (`Related stories`); `navigation` is what
the reader is asked to press (`Follow us on social media`); `copyright` is a notice of rights or licence (`© 2024 The
Harbour Post. All rights reserved.`); `links` are addresses and tags without words around them (`#science #health`);
`markup` is a Markdown heading, rule or table row (`## Background`).
"""


def is_a(text: str, *kinds: str) -> bool:
    """Tell whether a line is of one of these kinds (`KINDS`)."""
    return any(KINDS[kind].fullmatch(text) for kind in kinds)


def is_furniture(text: str) -> bool:
    """Tell whether a line or paragraph is of any of the `KINDS`."""
    return len(text) <= LONGEST and is_a(text, *KINDS)


def publisher(text: str) -> str | None:
    """Return who published: `Published in The Harbour Post, June 21st, 2024` gives `The Harbour Post`."""
    match = _PUBLICATION_LINE.fullmatch(text)
    return match["source"] if match else None


def is_update(text: str) -> bool:
    """Tell a publication line that gives the day of a change: `Updated 17 Sep, 2024`."""
    match = _PUBLICATION_LINE.fullmatch(text)
    return match is not None and match["verb"].lower() in ("updated", "modified")
