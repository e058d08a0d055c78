"""Local names: readable slugs, with short digests where a slug alone would be ambiguous.

The result is a pure function of the arguments, so it does not depend on the order of documents or on the run.
"""

import base64
import hashlib
import typing as t
import unicodedata

SLUG_LENGTH = 80
ASCII_SLUG: t.Final = {
    ord(c): c if c.isalnum() or c in "_-" else "_" if c == " " else None for c in map(chr, range(128))
}
"""The replacement of each ASCII character in a slug; None removes it."""


def digest(*parts: str, length: int = 16) -> str:
    """Return `length` lower-case base32 characters (5 bits each) of the SHA-256 over the parts."""
    # lone surrogates can occur in external text, and must not stop a run
    data = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    enough = hashlib.sha256(data).digest()[: -(-length // 8) * 5]  # 5 bytes are 8 characters
    return base64.b32encode(enough).decode("ascii").lower()[:length]


def slug(label: str, disambiguator: str | None = None) -> str:
    """Return a local name for `label` that is safe in an IRI and in a Turtle prefixed name.

    Unicode letters, marks and digits are kept, a space becomes `_`. A digest is appended only if characters were lost
    or a disambiguator is given: `US` is `US`, `U.S.` is `US-e7yztgon`.
    """
    text = unicodedata.normalize("NFC", label)
    safe = text.translate(ASCII_SLUG) if text.isascii() else "".join(map(_slug_character, text))
    name = safe.strip("-_")[:SLUG_LENGTH].rstrip("-_")
    lossless = name.replace("_", " ") == text
    if lossless and disambiguator is None:
        return name
    suffix = digest(text, disambiguator or "", length=8)
    return f"{name}-{suffix}" if name else suffix


def _slug_character(character: str) -> str:
    if character in " _-":
        return "_" if character == " " else character
    # not \w: it drops the combining marks of Hindi and Thai
    return character if unicodedata.category(character)[0] in "LMN" else ""
