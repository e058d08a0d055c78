"""The IRIs of all exported things: a base, the kind of thing, and a local name that is safe in any syntax.

A local name is the unchanged id if that is safe in an IRI and in a Turtle prefixed name without escapes (letters,
marks and digits of any script, `_`, `-`, in Unicode normal form C, up to 100 characters, all of the basic plane). Every
other id is made safe and gets 16 characters of its SHA-256, so that different ids have different IRIs. The RDF then
contains the exact id (`dct:identifier` of a document, `kg:localName` of an entity, `rdfs:label` of a relation).
Nothing is percent-encoded, because stores disagree about that.
"""

import functools
import re
import typing as t
import unicodedata

from kg.errors import UsageError
from kg.identifiers import SLUG_LENGTH, digest

if t.TYPE_CHECKING:
    from kg.model import Span

DEFAULT_BASE: t.Final = "https://example.org/kg/"
"""A placeholder for a base of your own: `example.org` is reserved, so these IRIs never resolve."""
NAMESPACE: t.Final = "https://example.org/kg/ns#"
"""The namespace of `kg` itself; it is the same for every base, so that queries work on every graph."""
MAX_LENGTH: t.Final = 100
"""The maximum length of a name that is used in an IRI unchanged; an id made by `slug` is shorter."""

_KNOWN: t.Final = 2**14
"""The number of cached names with their form in an IRI: each is written many times."""

_BASE = re.compile(
    r"(?:https?://[^\x00-\x20<>\"{}|\\^`%#?/:\ud800-\udfff]+(?::[0-9]+)?(?:/[^\x00-\x20<>\"{}|\\^`%#?\ud800-\udfff]*)?"
    r"|urn:[A-Za-z0-9][A-Za-z0-9-]+(?:[:/][^\x00-\x20<>\"{}|\\^`%#?\ud800-\udfff]*)?)"
)
_ABSOLUTE = re.compile(
    r"(?:https?://[\w.-]+(?::[0-9]+)?(?:[/?][^\x00-\x20<>\"{}|\\^`%#\ud800-\udfff]*)?"
    r"(?:#[^\x00-\x20<>\"{}|\\^`%#\ud800-\udfff]*)?|urn:[a-z0-9-]{2,}:[\w.:/-]+)",
    re.ASCII,
)
_SAFE_ASCII = re.compile(rf"[A-Za-z0-9_-]{{1,{MAX_LENGTH}}}")  # most names, without a check of each character
_LIKE_MADE_SAFE = re.compile(r".+-[a-z2-7]{16}", re.DOTALL)


@functools.lru_cache
def checked_base(base_iri: str) -> str:
    """Return the base with a separator at its end.

    Raises:
        UsageError: it is not an absolute http, https or urn IRI, or has a query, a fragment or a percent sign.
    """
    if not _BASE.fullmatch(base_iri):
        raise UsageError(
            f"{base_iri!r}: not usable as base IRI; give an absolute http(s) or urn IRI without %, ? or #, "
            f"for instance {DEFAULT_BASE}"
        )
    separator = ":" if base_iri.startswith("urn:") else "/"
    return base_iri if base_iri.endswith(("/", ":")) else base_iri + separator


def is_absolute(iri: str) -> bool:
    """Return whether a text is an absolute http, https or urn IRI that can be written unchanged."""
    return _ABSOLUTE.fullmatch(iri) is not None


def is_safe(name: str) -> bool:
    """Return whether a name can be used in an IRI unchanged."""
    if _SAFE_ASCII.fullmatch(name):
        return True
    if not 0 < len(name) <= MAX_LENGTH or name != unicodedata.normalize("NFC", name):
        return False
    begins_with_mark = unicodedata.category(name[0])[0] == "M"  # it would combine with the preceding character
    return not begins_with_mark and all(_is_safe_character(character) for character in name)


def _is_safe_character(character: str) -> bool:
    # Jena reads a character beyond the basic plane as two characters that are invalid in IRIs
    return character in "_-" or (unicodedata.category(character)[0] in "LMN" and character <= "\uffff")


@functools.lru_cache(_KNOWN)
def local_name(name: str) -> str:
    """Return the name itself if it is safe, otherwise a safe and unique name."""
    return name if is_safe(name) and not _LIKE_MADE_SAFE.fullmatch(name) else _made_safe(name)


def _made_safe(name: str) -> str:
    safe = "".join(c if _is_safe_character(c) else "-" for c in unicodedata.normalize("NFC", name))
    readable = re.sub(r"-{2,}", "-", safe)[:SLUG_LENGTH].strip("-_")
    return f"{readable or 'x'}-{digest(name)}"


def entity_iri(entity_id: str, *, base_iri: str = DEFAULT_BASE) -> str:
    """Return the IRI of the entity with that id."""
    return f"{checked_base(base_iri)}entity/{local_name(entity_id)}"


def relation_iri(relation: str, *, base_iri: str = DEFAULT_BASE) -> str:
    """Return the IRI of a relation by its normalised name; a space becomes `_`."""
    spaced = relation.replace(" ", "_")
    name = _made_safe(relation) if "_" in relation or local_name(spaced) != spaced else spaced
    return f"{checked_base(base_iri)}relation/{name}"


def statement_iri(statement_id: str, *, base_iri: str = DEFAULT_BASE) -> str:
    """Return the IRI of a statement, whose evidence is one or more claims."""
    return f"{checked_base(base_iri)}statement/{local_name(statement_id)}"


def document_iri(document_id: str, *, base_iri: str = DEFAULT_BASE) -> str:
    """Return the IRI of the document with that id."""
    return f"{checked_base(base_iri)}document/{local_name(document_id)}"


PLACE: t.Final = "#char="
"""The separator between the IRI of a document and a position in its text."""
_PLACED: t.Final = re.compile(rf"(.+){PLACE}([0-9]{{1,19}}),([0-9]{{1,19}})(?:;.*)?")


def place(span: "Span") -> str:
    """Return the fragment that identifies a span in its document.

    Source: RFC 5147 as used by NIF 2.0; positions count Unicode code points, the end is exclusive.
    """
    return f"{PLACE}{span.start},{span.end}"


def place_of(iri: str) -> tuple[str, int, int] | None:
    """Return the document IRI and the position that the IRI of a span contains, or None."""
    found = _PLACED.fullmatch(iri)
    return None if found is None else (found[1], int(found[2]), int(found[3]))
