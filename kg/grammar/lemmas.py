"""Base forms of verbs, where the lemmatizer of small models is wrong."""

import re
import typing as t

from kg.lexicon.supersenses import verb_supersense

MISTAKEN_LEMMAS: t.Final = {
    "'s": "be",
    "’s": "be",
    "'re": "be",
    "’re": "be",
    "'m": "be",
    "’m": "be",
    "’": "be",
    "instal": "install",
}
AUXILIARY_VERBS: t.Final = frozenset({"be", "dare", "do", "get", "have", "help", "need", "ought", "use"})
SHORT_VERB: t.Final = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")


def verb_lemma(word: str, lemma: str, tag: str = "") -> str:
    """Return the base form of a verb, given its form and what the lemmatizer made of it, both in lower case.

    A form that is tagged as a base form is its own, whatever it ends in: "to *shred*", "will *found*".
    The lemmatizer takes "spared", "fined" and "hopes" for forms of "spar", "fin" and "hop", which would double their
    consonant, or have no "e": the verb then ends in a silent e.
    """
    if tag == "VB" and word.isalpha():
        return MISTAKEN_LEMMAS.get(word, word)
    if SHORT_VERB.fullmatch(lemma) and word in {f"{lemma}ed", f"{lemma}ing", f"{lemma}es"}:
        return f"{lemma}e"
    uncut = tag in {"VBD", "VBZ"} and lemma == word  # as of what the tagger takes for an auxiliary
    return MISTAKEN_LEMMAS.get(lemma, (full_verb(word) if uncut else None) or lemma)


def full_verb(form: str) -> str | None:
    """Return the base form of a regular past or third person that is no auxiliary, in small letters, or None.

    >>> full_verb("died"), full_verb("admits"), full_verb("has")
    ('die', 'admit', None)
    """
    endings = {"ied": "y", "ed": "", "d": "", "ies": "y", "es": "", "s": ""}
    bases = (form.removesuffix(end) + tail for end, tail in endings.items() if form.endswith(end))
    known = (base for base in bases if verb_supersense(base) is not None)
    return next((base for base in known if base not in AUXILIARY_VERBS), None)
