"""How a relation reads when a word of its subject or object negates it: "*no* bank *paid*" is "did not pay"."""

import typing as t
from collections.abc import Iterable

from kg.extract.chains import Chain
from kg.grammar.clause import Clause, Word
from kg.lexicon import words
from kg.model import Mention

NOT: t.Final = "not"
TO: t.Final = " to "


def negation_outside(chain: Chain, cues: Iterable[Word], labels: Iterable[Mention | None]) -> Word | None:
    """Return the word that negates a claim where neither its predicate nor a label shows one: "*no* bank paid".

    Args:
        chain: the predicate.
        cues: the words that show how it is said.
        labels: the mentions of its subject and its object.
    """
    negative = words("modality", "negative") | words("coordination", "none")
    found = [cue for cue in cues if cue.lower in negative]
    spoken = {word for clause in chain.clauses for word in (*clause.words, *clause.link.marker)}
    spans = [label.span for label in labels if label is not None]
    shown = (cue in spoken or any(span.start <= cue.start < span.end for span in spans) for cue in found)
    return found[0] if found and not any(shown) else None


def with_not(chain: Chain, phrase: str, negation: Word) -> str:
    """Return the wording of a relation with a "not": "did not pay", "will not attend", "vowed not to fire".

    Args:
        chain: the predicate.
        phrase: its wording.
        negation: the word that negates it; behind several verbs it negates the last.
    """
    first, _, rest = phrase.partition(" ")
    if TO in phrase and negation.index > chain.last.head.index:
        before, _, after = phrase.rpartition(TO)
        return f"{before} {NOT}{TO}{after}"
    if _starts_with_auxiliary(chain.top):
        return " ".join([first, NOT, *filter(None, [rest])])
    if first != chain.top.head.lower:
        return phrase
    if chain.top.form != "finite":
        return f"{NOT} {phrase}"
    return " ".join([_form_of_do(chain.top), NOT, chain.top.lemma, *filter(None, [rest])])


def _starts_with_auxiliary(clause: Clause) -> bool:
    """Tell whether "not" can stand behind the first word: an auxiliary, "be", or a passive whose "be" is added."""
    return bool(clause.auxiliaries) or clause.kind == "copula" or clause.voice == "passive"


def _form_of_do(clause: Clause) -> str:
    """Return "did", "does" or "do", as the verb is a past, in the third person, or neither."""
    if clause.tense == "past":
        return "did"
    return "do" if clause.head.lower == clause.lemma else "does"
