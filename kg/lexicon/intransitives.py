"""Verbs that mostly stand without an object, as was counted in trees and in WordNet's sentence frames."""

import functools
import json
from importlib import resources


@functools.cache
def _verbs() -> frozenset[str]:
    text = resources.files("kg").joinpath("data/intransitives.json").read_text(encoding="utf-8")
    return frozenset(json.loads(text)["verbs"])


def mostly_without_object(verb: str) -> bool:
    """Tell whether a verb (base form, small letters) has an object in less than half of its places.

    >>> mostly_without_object("collapse"), mostly_without_object("resign"), mostly_without_object("reject")
    (True, True, False)
    """
    return verb in _verbs()
