"""Nouns in the number that a count asks for."""


def counted(count: int, noun: str, *, separators: bool = False) -> str:
    """Return a number with its noun: `1 entity`, `2 entities`.

    Args:
        count: how many.
        noun: in the singular, with a regular plural.
        separators: whether thousands are separated, as in `1,322 statements`.
    """
    plural = f"{noun.removesuffix('y')}ies" if noun.endswith("y") else f"{noun}s"
    return f"{format(count, ',' if separators else '')} {noun if count == 1 else plural}"
