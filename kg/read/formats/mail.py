"""E-mail messages (EML, RFC 5322): the text with subject, day and sender; attachments are separate files."""

import email
import email.policy
import typing as t
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage

from kg.errors import UnreadableDocument, in_words
from kg.read.file import File, Part
from kg.read.formats.html import fragment_text


def read_mail(file: File) -> Iterator[Part | File]:
    """Yield the body of a message, preferably its plain text, and its attachments.

    Raises:
        UnreadableDocument: there is neither.
    """
    try:
        part, attached = _read(file)
    except Exception as error:  # the header parser can raise anything for malformed headers
        reason = f"is a broken message: {in_words(error)}"
        raise UnreadableDocument(reason) from error
    if part.text.strip():
        yield part
    elif not attached:
        raise UnreadableDocument("is a message without text", kind="empty")
    yield from attached


def _read(file: File) -> tuple[Part, list[File]]:
    message = email.message_from_bytes(file.data, policy=email.policy.default)
    body = message.get_body(("plain", "html"))
    day = getattr(message["date"], "datetime", None)
    part = Part(
        "" if body is None else _content(body),
        title=_one_line(message["subject"]),
        published=None if day is None else day.date(),
        author=_one_line(message["from"]),
    )
    attached = ((each.get_filename() or "attachment", each.get_payload(decode=True)) for each in _attachments(message))
    return part, [replace(file, name=name, data=data, text="") for name, data in attached if isinstance(data, bytes)]


def _attachments(message: EmailMessage) -> Iterator[EmailMessage]:
    return (part for part in message.iter_attachments() if not part.is_multipart())


def _content(body: t.Any) -> str:
    try:
        content = body.get_content()
    except (LookupError, UnicodeError):  # an unknown encoding
        content = (body.get_payload(decode=True) or b"").decode("utf-8", "replace")
    words = fragment_text(content) if body.get_content_subtype() == "html" else content
    return str(words).replace("\r\n", "\n").strip("\n")


def _one_line(header: object) -> str | None:
    return " ".join(str(header).split()) or None if header is not None else None
