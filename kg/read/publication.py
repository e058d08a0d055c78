"""When and where a text was published, and under which headline, according to the text itself."""

from dataclasses import dataclass, replace
from datetime import date

from kg.model import Document
from kg.read.boilerplate import is_update, publisher
from kg.read.dates import calendar_date, implied_date, latest_date, month_and_day
from kg.read.layout import Layout, layout


@dataclass(frozen=True, slots=True)
class Publication:
    """What a text says about its own publication."""

    title: str | None = None
    published: date | None = None
    source: str | None = None


def publication(text: str, *, published: date | None = None) -> Publication:
    """Read title, day and source from the head, the dateline and the publication line of a text.

    Args:
        text: the whole text.
        published: the day for a text that names none. It also supplies the year of a day without a year; if it is
            missing, the other dates in the text do.
    """
    parts = layout(text)
    title = parts.headline.text.strip(" *_") if parts.headline else None
    return Publication(title, _published(parts, text, published), _source(parts))


def with_publication(document: Document, *, published: date | None) -> Document:
    """Return a document with missing publication data filled in from its own text.

    Args:
        document: its title, day and source take precedence.
        published: the day to use if neither the document nor its text has one.
    """
    own = publication(document.text, published=document.published or published)
    return replace(
        document,
        title=own.title if document.title is None else document.title,
        published=document.published or own.published,
        source=own.source if document.source is None else document.source,
    )


def _published(parts: Layout, text: str, default: date | None) -> date | None:
    """Return the first day in the notes (publication days before days of changes), or else that of the dateline."""
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
