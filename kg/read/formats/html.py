"""Web pages: the running text of a page with its title, date, site and author; and HTML within other formats."""

import contextlib
import re
import typing as t
from collections.abc import Iterator
from copy import deepcopy
from datetime import date

from kg.errors import UnreadableDocument
from kg.read.file import File, Part
from kg.read.formats.detection import is_figures
from kg.read.formats.libraries import hush

LATEST: t.Final = "2100-12-31"
"""Later days are mistakes; using the current day would make the output depend on the day of the run."""
BLOCKS: t.Final = frozenset(
    (
        *(
            "address",
            "article",
            "blockquote",
            "body",
            "br",
            "caption",
            "cell",
            "dd",
            "div",
            "dt",
            "figcaption",
            "footer",
        ),
        *("h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "item", "lb", "li"),
        *("main", "ol", "p", "pre", "quote", "row", "section", "table", "td", "th", "title", "tr"),
        *("ul"),
    )
)
"""Elements that begin and end a paragraph, in HTML and in the trees of trafilatura."""
SILENT: t.Final = frozenset({"code", "noscript", "script", "style", "template", "title"})
"""Elements whose text is not content."""

_META_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_BODY = re.compile(r"<(?:html|body)\b", re.I)
_TAG = re.compile(r"<(?:/?[a-z][a-z0-9]*(?:\s[^<>]*)?/?|!--.*?--)>", re.I | re.S)
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|\w+);", re.I)


def read_html(file: File) -> Iterator[Part]:
    """Yield the running text of a page, without navigation, cookie notices, tables, comments and footers.

    Raises:
        UnreadableDocument: the page has no running text.
    """
    found = _extracted(_declared(file), file.address)
    text = "" if found is None or found.body is None else "\n\n".join(paragraphs_of(found.body))
    if not text or is_figures(text):
        if is_figures(fragment_text(file.text)):
            raise UnreadableDocument("is a page of tables without running text", kind="figures")
        raise UnreadableDocument("is a page without running text", kind="empty")
    title = " ".join((found.title or "").split())
    yield Part(
        text if text.startswith(title) else f"{title}\n\n{text}",
        title=title or None,
        published=None if not found.date else date.fromisoformat(found.date),
        source=found.sitename or None,
        author=found.author or None,
        address=file.address or found.url or None,
    )


def _extracted(markup: str, address: str | None) -> t.Any:
    """Return what trafilatura extracts from a page, or None if it finds nothing."""
    import trafilatura
    from trafilatura.settings import DEFAULT_CONFIG

    hush("trafilatura")
    hush("htmldate")
    settings = deepcopy(DEFAULT_CONFIG)
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", "1")  # short texts count as well
    return trafilatura.bare_extraction(
        markup if _BODY.search(markup) else f"<html><body>{markup}</body></html>",
        url=address,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "extensive_search": False, "max_date": LATEST},
        config=settings,
    )


def _declared(file: File) -> str:
    """Return the text of a page in its declared encoding, if its bytes are not UTF-8."""
    declared = _META_CHARSET.search(file.data[:4096])
    with contextlib.suppress(UnicodeDecodeError):
        file.data.decode()
        return file.text
    if declared is not None and b"\0" not in file.data:
        with contextlib.suppress(LookupError):
            return file.data.decode(declared[1].decode("ascii"), "replace")
    return file.text


def fragment_text(markup: str) -> str:
    """Return the text of a piece of HTML, with blank lines between its paragraphs; plain text is returned unchanged."""
    if not _TAG.search(markup) and not _ENTITY.search(markup):
        return markup
    from lxml import etree, html

    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError):
        return ""
    return "\n\n".join(paragraphs_of(tree))


def paragraphs_of(tree: t.Any) -> list[str]:
    """Return the paragraphs of a tree of elements, with single blanks between their words."""
    found = [""]
    for words in _words(tree):
        if words is None:
            found.append("")
        else:
            found[-1] += words
    return [words for paragraph in found if (words := " ".join(paragraph.split()))]


def _words(tree: t.Any) -> Iterator[str | None]:
    """Yield the words of a tree of elements in order, and None at the start and the end of a paragraph."""
    from lxml import etree

    silent = 0
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag in BLOCKS:
            yield None
        silent += (tag in SILENT) * (1 if event == "start" else -1)
        words = element.text if event == "start" else element.tail if element is not tree else None
        if words and not silent:
            yield words
