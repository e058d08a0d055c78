"""RSS and Atom: each entry is a document."""

import time
import typing as t
from collections.abc import Iterator
from datetime import date

from kg.errors import UnreadableDocument, in_words
from kg.identifiers import digest
from kg.read.file import File, Part, whole_text
from kg.read.formats.html import fragment_text
from kg.read.formats.libraries import needed


def read_feed(file: File) -> Iterator[Part]:
    """Yield the entries of a feed with title, day, author and address; their ids are derived from those in the feed.

    Raises:
        UnreadableDocument: there are no entries.
    """
    feedparser = needed("feedparser", "feeds", "a feed")
    try:
        found = feedparser.parse(file.data, sanitize_html=False, resolve_relative_uris=False)
        source = _words(found.feed.get("title"))
        entries = [_part(entry, number, source) for number, entry in enumerate(found.entries, start=1)]
    except Exception as error:  # feedparser looks up keys that its own values lack
        raise UnreadableDocument(f"is a broken feed: {in_words(error)}") from error
    if not any(entry.text for entry in entries):
        raise UnreadableDocument("is a feed without entries", kind="empty")
    yield from (entry for entry in entries if entry.text)


def _part(entry: t.Any, number: int, source: str | None) -> Part:
    title, link = _words(entry.get("title")), entry.get("link") or ""
    texts = [*(each.get("value") or "" for each in entry.get("content", ())), entry.get("summary") or ""]
    body = max(map(fragment_text, texts), key=len).strip()
    text = "\n\n".join(filter(None, (title if title and not body.startswith(title) else "", body)))
    return Part(
        text,
        id=_id(entry.get("id") or link or text),
        title=title,
        published=_day(entry.get("published_parsed") or entry.get("updated_parsed")),
        source=source,
        author=_words(entry.get("author")),
        address=link if link.startswith("http") else None,
        places=whole_text(text, f"entry {number}"),
    )


def _id(given: str) -> str:
    """Return the last part of an address as a name, or a digest; texts that share it get distinct ids later."""
    last = given.split("?")[0].split("#")[0].rstrip("/").rpartition("/")[2]
    return last if 3 < len(last) <= 80 and "/" in given and last.isprintable() else digest(given, length=12)


def _day(parsed: time.struct_time | None) -> date | None:
    try:
        return None if parsed is None else date(parsed.tm_year, parsed.tm_mon, parsed.tm_mday)
    except ValueError:
        return None


def _words(value: t.Any) -> str | None:
    return " ".join(fragment_text(value).split()) or None if isinstance(value, str) else None
