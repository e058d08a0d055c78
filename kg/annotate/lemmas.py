"""Base forms of verbs, where the lemmatizer of small models is wrong."""

import re
import typing as t

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
    return MISTAKEN_LEMMAS.get(lemma, lemma)
