"""Names as texts have them, and malformed ones: in any order, with titles, initials and punctuation, nearly empty."""

import typing as t

from hypothesis import strategies as st

PARTS: t.Final = (
    "Al", "El", "Anna", "Jan", "Kim", "Ugo", "Silva", "Tuck", "Kelly", "Brown", "Oslo", "Jordan", "Le", "de", "van",
    "bin", "al-Zor", "Moro", "St.", "J.", "J.K.", "JK", "Mr.", "Mrs", "Dr", "President", "Speaker", "King", "II", "V",
    "Jr.", "Sr", "QC", "PhD", "MP", "QC,", "Tuck,", "Motors", "Bank", "of", "the", "(ABC)", "(Tuck", "'s", "“Bo”", "-",
    ".", "&", "Ł", "7", "ß",
)  # fmt: skip


def names() -> st.SearchStrategy[str]:
    """Return a strategy for names of one to five parts."""
    return st.lists(st.sampled_from(PARTS), min_size=1, max_size=5).map(" ".join)
