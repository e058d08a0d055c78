"""Verbs that mostly stand without an object, as was counted in trees and in WordNet's sentence frames."""

import functools
import json

from kg.lexicon.tables import data_text


@functools.cache
def _verbs() -> frozenset[str]:
    return frozenset(json.loads(data_text("intransitives.json"))["verbs"])


def mostly_without_object(verb: str) -> bool:
    """Tell whether a verb (base form, small letters) has an object in less than half of its places.

    >>> mostly_without_object("collapse"), mostly_without_object("resign"), mostly_without_object("reject")
    (True, True, False)
    """
    return verb in _verbs()
