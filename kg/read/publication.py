"""The publication date, source and headline of a text, from the text itself."""

from dataclasses import dataclass, replace
from datetime import date

from kg.model import Document
from kg.read.boilerplate import is_update, publisher
from kg.read.dates import calendar_date, implied_date, latest_date, month_and_day
from kg.read.layout import Layout, layout


@dataclass(frozen=True, slots=True)
class Publication:
    """What a text says of its own publication."""

    title: str | None = None
    published: date | None = None
    source: str | None = None


def publication(text: str, *, published: date | None = None) -> Publication:
    """Read title, day and source from the head, the dateline and the publication line of a text.

    Args:
        text: the whole text.
        published: the day for a text that names none. A day without a year takes the year that leads up to it, and
            where no day is given that which the other dates of the text imply.
    """
    parts = layout(text)
    title = parts.headline.text.strip(" *_") if parts.headline else None
    return Publication(title, _published(parts, text, published), _source(parts))


def with_publication(document: Document, *, published: date | None) -> Document:
    """Return a document with what its own text tells of its publication, where nothing else does.

    Args:
        document: its title, day and source are those that are known otherwise.
        published: the day for a text that names none, where the document has none.
    """
    own = publication(document.text, published=document.published or published)
    return replace(
        document,
        title=own.title if document.title is None else document.title,
        published=document.published or own.published,
        source=own.source if document.source is None else document.source,
    )


def _published(parts: Layout, text: str, default: date | None) -> date | None:
    """Return the first day that the notes give (of publication before of a change), else that of the dateline."""
    lines = sorted((note.text for note in parts.notes), key=is_update)
    if parts.dateline and parts.dateline.day:
        lines.append(parts.dateline.day)
    full = filter(None, map(calendar_date, lines))
    days = filter(None, map(month_and_day, lines))
    dated = (latest_date(day, default) if default else implied_date(day, text) for day in days)
    return next(full, None) or next(filter(None, dated), default)


def _source(parts: Layout) -> str | None:
    sources = [publisher(note.text) for note in parts.notes]
    agency = parts.dateline.agency if parts.dateline else None
    return next((source for source in sources if source), agency)
