"""Counts and lists in words."""

from collections.abc import Sequence


def counted(count: int, noun: str, *, separators: bool = False) -> str:
    """Return a number with its noun: `1 entity`, `2 entities`.

    Args:
        count: how many.
        noun: in the singular, with a regular plural.
        separators: whether thousands are separated, as in `1,322 statements`.
    """
    plural = f"{noun.removesuffix('y')}ies" if noun.endswith("y") else f"{noun}s"
    return f"{format(count, ',' if separators else '')} {noun if count == 1 else plural}"


def listed(names: Sequence[str], most: int) -> str:
    """Return names separated by commas; of more than `most`, the first ones and how many more there are."""
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")
