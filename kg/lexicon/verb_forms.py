"""Inflected forms of verbs from their base form: "take" gives "taken", "took", "taking" and "takes"."""

import re
import typing as t

from kg.lexicon.learned import data

VOWELS: t.Final = frozenset("aeiou")
DOUBLED: t.Final = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")
"""Verbs whose last letter is doubled: "ban", but not "open" or "load"; longer ones are in the table."""
SILENT_E: t.Final = re.compile(r"(?<=..)(?<![eoy])e$")
"""An "e" that is dropped before "ing": "taking", but "being", "agreeing", "canoeing", "dyeing"."""
TAKES_ES: t.Final = ("s", "x", "z", "ch", "sh", "o")
"""Endings of verbs that take "es" in the third person: "passes", "goes"."""


def _irregular(form: str, verb: str) -> str | None:
    irregular: str | None = data("verb_forms")[form].get(verb)
    return irregular


def participle(verb: str) -> str:
    """Return the past participle of a verb in its base form.

    >>> participle("arrest"), participle("ban"), participle("take")
    ('arrested', 'banned', 'taken')
    """
    return _irregular("participles", verb) or regular_past(verb)


def past(verb: str) -> str:
    """Return the past tense of a verb in its base form.

    >>> past("arrest"), past("build"), past("take")
    ('arrested', 'built', 'took')
    """
    return _irregular("pasts", verb) or participle(verb)


def gerund(verb: str) -> str:
    """Return the "ing" form of a verb in its base form.

    >>> gerund("arrest"), gerund("ban"), gerund("take")
    ('arresting', 'banning', 'taking')
    """
    return _irregular("gerunds", verb) or regular_gerund(verb)


def third_person(verb: str) -> str:
    """Return the third person singular present of a verb.

    >>> third_person("arrest"), third_person("carry"), third_person("pass")
    ('arrests', 'carries', 'passes')
    """
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return f"{verb[:-1]}ies"
    return _irregular("presents", verb) or (f"{verb}es" if verb.endswith(TAKES_ES) else f"{verb}s")


def in_number(auxiliary: str, *, plural: bool) -> str:
    """Return an auxiliary in the number of its subject.

    >>> in_number("has", plural=True), in_number("were", plural=False), in_number("had", plural=True)
    ('have', 'was', 'had')
    """
    return _irregular("plurals" if plural else "singulars", auxiliary) or auxiliary


def form_of_do(*, past: bool, plural: bool) -> str:
    """Return the form of "do" for use before "not".

    >>> form_of_do(past=True, plural=True), form_of_do(past=False, plural=True), form_of_do(past=False, plural=False)
    ('did', 'do', 'does')
    """
    return "did" if past else "do" if plural else "does"


def regular_past(verb: str) -> str:
    """Return the participle of a regular verb: an "e" is not doubled, "y" becomes "i"."""
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return f"{verb[:-1]}ied"
    return f"{_doubled(verb)}ed"


def regular_gerund(verb: str) -> str:
    """Return the "ing" form of a regular verb: a final "e" is dropped."""
    return f"{SILENT_E.sub('', _doubled(verb))}ing"


def _doubled(verb: str) -> str:
    """Return a short verb with its last letter doubled, if spelling requires it: "bann"."""
    return verb + verb[-1] if len(verb) <= 4 and DOUBLED.fullmatch(verb) else verb
