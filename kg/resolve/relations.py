"""One canonical name for each relation."""


def relation_name(relation: str) -> str:
    """Return a relation's name in lower case with single spaces; the extractors already produce base forms."""
    return " ".join(relation.casefold().split())
