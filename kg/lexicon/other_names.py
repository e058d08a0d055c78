"""Names that are one thing's though no rule could tell, after WordNet: `Denali` and `Mount McKinley`."""

import functools
import json
from collections.abc import Mapping

from kg.lexicon.name_forms import is_acronym
from kg.lexicon.spelling import letters
from kg.lexicon.tables import data_text


@functools.cache
def _things() -> Mapping[str, str]:
    """Return by each name of `kg/data/other_names.json` the first name of its thing."""
    rows = (row.split(" ") for row in json.loads(data_text("other_names.json"))["things"])
    return {name: row[0] for row in rows for name in row}


def one_name(name: str) -> str | None:
    """Return what is equal for all names of a thing that is known to have others, or None.

    >>> one_name("Denali") == one_name("Mount McKinley"), one_name("Novak")
    (True, None)
    """
    plain = letters(name)
    return _things().get(plain.upper() if is_acronym(name) else plain)
