"""Detect the encoding of a text from its bytes."""

import codecs
import contextlib
import typing as t

import charset_normalizer

from kg.errors import UnreadableDocument

MARKS: t.Final = (
    *((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32")),
    *((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")),
)
"""Byte order marks, the longer ones first, and their encodings."""
GUESSED: t.Final = 2**16
"""The number of bytes used to guess an encoding."""
SAVE: t.Final = "save it as UTF-8 text"


def decode(data: bytes, charset: str | None = None) -> str:
    """Decode a text by its byte order mark (which is dropped), as UTF-8, as Windows-1252, or by the likeliest encoding.

    Args:
        data: the bytes.
        charset: the declared encoding, tried after UTF-8.

    Raises:
        UnreadableDocument: the bytes are not text.
    """
    for encoding in (encoding for mark, encoding in MARKS if data.startswith(mark)):
        return _decoded_as(encoding, data)
    if b"\0" in data:
        raise UnreadableDocument("contains NUL bytes, so it is not text", kind="binary", advice=SAVE)
    for encoding in filter(None, ("utf-8", charset, "cp1252")):
        with contextlib.suppress(UnicodeDecodeError, LookupError):
            return data.decode(encoding)
    guess = charset_normalizer.from_bytes(data[:GUESSED]).best()
    if guess is not None:
        return data.decode(guess.encoding, "replace")
    raise UnreadableDocument("its encoding cannot be detected", kind="binary", advice=SAVE)


def _decoded_as(encoding: str, data: bytes) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"begins as {encoding.removesuffix('-sig').upper()} and continues in another encoding"
        raise UnreadableDocument(reason, advice=SAVE) from error
