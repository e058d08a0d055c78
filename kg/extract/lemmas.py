"""Base forms of verbs, where the lemmatizer of small models is wrong."""

import re
import typing as t

from kg.annotate.parse import Token

LEXICAL_PARTICIPLES: t.Final = frozenset({"born", "based", "located", "situated", "headquartered"})
MISTAKEN_LEMMAS: t.Final = {
    "'s": "be",
    "’s": "be",
    "'re": "be",
    "’re": "be",
    "'m": "be",
    "’m": "be",
    "instal": "install",
}
SHORT_VERB: t.Final = re.compile(r"[^aeiou]*[aeiou][bdgmnprt]")


def base_form(verb: Token) -> str:
    """Return the base form of a verb; a participle that became a word of its own stays: born, based, located.

    The lemmatizer takes "spared" and "fined" for forms of "spar" and "fin", which would double their consonant: the
    verb then ends in a silent e.
    """
    word, lemma = verb.lower_, verb.lemma_.lower()
    if word in LEXICAL_PARTICIPLES:
        return word
    if SHORT_VERB.fullmatch(lemma) and word in {f"{lemma}ed", f"{lemma}ing"}:
        return f"{lemma}e"
    return MISTAKEN_LEMMAS.get(lemma, lemma)
