"""One name for each relation."""


def relation_name(relation: str) -> str:
    """Return a relation's name in small letters and single spaces; the extractors give base forms already."""
    return " ".join(relation.casefold().split())
