"""Which media types a client accepts (RFC 9110, 12.5.1)."""

import re
import typing as t
from collections.abc import Sequence

_RANGE: t.Final = re.compile(r"\s*([\w.+*-]+)/([\w.+*-]+)\s*((?:;[^;]*)*)")
_QUALITY: t.Final = re.compile(r";\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*(?=;|$)", re.IGNORECASE)


def accepted(header: str | None, known: Sequence[str]) -> tuple[str, ...]:
    """Return those of the known media types that an Accept header names, the most wanted first.

    Args:
        header: the value of the header; None, and a text that is no list of media types, accept all.
        known: media types in lower case, the usual ones first: what is equally wanted keeps this order.
    """
    ranges = [found for part in (header or "").split(",") if (found := _range(part)) is not None]
    if not ranges:
        return tuple(known)
    wanted = {each: _quality(each, ranges) for each in known}
    return tuple(sorted((each for each in known if wanted[each] > 0), key=lambda each: -wanted[each]))


def _range(part: str) -> tuple[str, str, float] | None:
    found = _RANGE.fullmatch(part)
    if found is None:
        return None
    quality = _QUALITY.search(found[3])
    return found[1].lower(), found[2].lower(), min(float(quality[1]), 1.0) if quality else 1.0


def _quality(media_type: str, ranges: Sequence[tuple[str, str, float]]) -> float:
    """Return how much a media type is wanted: what the narrowest range says that it is in."""
    kind, _, subtype = media_type.partition("/")
    fitting = [
        ((one != "*") + (other != "*"), quality)
        for one, other, quality in ranges
        if one in {kind, "*"} and other in {subtype, "*"}
    ]
    return max(fitting)[1] if fitting else 0.0
