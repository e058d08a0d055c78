"""Base forms of verbs, corrected where the lemmatizer of small models is wrong."""

import re
import typing as t

from kg.lexicon.supersenses import verb_supersense
from kg.lexicon.verb_forms import DOUBLED

BE: t.Final = re.compile(r"['’](?:s|re|m)|’")
"""Results of the lemmatizer for forms of "be"."""
HAD: t.Final = re.compile(r"['’]d")
"""A contracted "had", according to its tag; it may be a "would"."""
HAVE: t.Final = re.compile(r"['’]ve")
MODAL: t.Final = re.compile(r"’(?:d|ll)")
"""Contractions of "would" and "will" that the lemmatizer knows only with a straight apostrophe."""
WITH_E: t.Final = re.compile(r"^([a-z]{3,}y|[a-z]+[aeiou]x|[a-z]+[aeiou]([bdgpr])(?=\2))\2?e$")
"""Results of the lemmatizer for forms of verbs it does not know: "maxe", "cozye", "preppe"."""


def verb_lemma(word: str, lemma: str, tag: str = "") -> str:
    """Return the base form of a verb, given its form and the lemmatizer's result, both in lower case.

    A form that is tagged as a base form is unchanged, whatever its ending: "to *shred*", "will *found*".
    The lemmatizer takes "spared", "fined" and "hopes" for forms of "spar", "fin" and "hop". Those would double their
    consonant, or have no "e", so the verb ends in a silent e.
    """
    if lemma == "instal":  # in spaCy's table
        return "install"
    if tag == "VB" and word.isalpha():
        return word
    if HAVE.fullmatch(word) or (tag == "VBD" and HAD.fullmatch(word)):
        return "have"
    if MODAL.fullmatch(word):
        return "will" if word.endswith("ll") else "would"
    if DOUBLED.fullmatch(lemma) and word in {f"{lemma}ed", f"{lemma}ing", f"{lemma}es"}:
        return f"{lemma}e"
    uncut = tag in {"VBD", "VBG", "VBN", "VBZ"} and lemma == word  # as if the tagger took it for an auxiliary or a noun
    return "be" if BE.fullmatch(lemma) else (full_verb(word) if uncut else None) or WITH_E.sub(r"\1", lemma)


def full_verb(form: str) -> str | None:
    """Return the base form, in lower case, of a regular past, third person or gerund; None for others and auxiliaries.

    >>> full_verb("died"), full_verb("admits"), full_verb("meeting"), full_verb("hoping"), full_verb("has")
    ('die', 'admit', 'meet', 'hope', None)
    """
    stem = form.removesuffix("ing")
    of_gerund = (f"{stem}e" if DOUBLED.fullmatch(stem) else stem, stem, f"{stem}e", stem[:-1])
    endings = {"ied": "y", "ed": "", "d": "", "ies": "y", "es": "", "s": ""}
    others = [form.removesuffix(end) + tail for end, tail in endings.items() if form.endswith(end)]
    bases = others if stem == form else of_gerund
    return next((base for base in bases if base != "do" and verb_supersense(base) is not None), None)
