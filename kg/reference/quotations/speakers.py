"""Who can speak, and whose words a verb of saying reports."""

import functools
import typing as t

from kg.grammar.antecedents import can_be_speaker, counted_whole, name_of_role
from kg.grammar.clause import Clause
from kg.grammar.clauses import clause_of, is_clause
from kg.grammar.parse import Token
from kg.lexicon import nouns, verbs, words
from kg.lexicon.noun_types import broad_type, noun_type
from kg.lexicon.supersenses import noun_supersense, verb_supersense

SPEAKING_TYPES: t.Final = frozenset({"Person", "Organization", "Group", "Work", "Law"})
TANGIBLE: t.Final = frozenset({"animal", "artifact", "object"})
"""The kinds of nouns (WordNet's lexicographer files) that mean somebody where they speak: "the *star* said"."""
TELLING: t.Final = verbs("say") & verbs("report", "told")
"""The verbs of saying that only somebody does: "*told* us that it fell"."""


def can_speak(word: Token, *, strictly: bool = False, telling: bool = False) -> bool:
    """Tell whether what a word stands for can say something: a person, organization, group, state or document.

    A share of such does so too: "two thirds *of the owners*". `strictly`, an unknown noun must look like that of an
    agent ("surveyor"), as with verbs that need no speaker ("the change shows that …"); else it must only not look
    abstract. What is `telling` ("*said* that …") is somebody, whatever its noun means: "the film *star*".
    """
    whole = counted_whole(word)
    if whole is not None and can_speak(whole, strictly=strictly):
        return True
    if word.kind == "pronoun" or word.function == "expletive":
        return word.function != "expletive" and can_be_speaker(word)
    if word.kind in {"name", "number"} or (word.text[0].isupper() and not word.is_sent_start):
        return word.entity not in {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LANGUAGE"}
    return _is_speaker(word.lemma_.lower(), strictly=strictly, telling=telling)


def _is_speaker(noun: str, *, strictly: bool, telling: bool) -> bool:
    type_, sense = noun_type(noun), noun_supersense(noun)
    if noun in nouns("speaker") or type_ in {"Country", "City"} or broad_type(type_) in SPEAKING_TYPES:
        return True
    if type_ == "Thing" and sense == "communication":
        return not strictly
    if type_ != "Thing" or sense is not None:
        somebody = type_ == "Thing" and sense in TANGIBLE
        return sense in {"person", "group"} or (telling and somebody)
    if len(noun) > 4 and noun.endswith(_endings("person")):
        return True
    return not strictly and not noun.endswith(_endings("abstract"))


@functools.cache
def _endings(kind: str) -> tuple[str, ...]:
    return tuple(sorted(ending.removeprefix("-") for ending in words("affix", kind)))


def named(word: Token) -> Token:
    """Return the head of the person's name that follows a role, else the word: "the coach of Porto, *Ana Silva*".

    The name may stand in apposition, or behind a phrase that completes the role: "ambassador to Norland *Ana Silva*".
    """
    if word.entity == "PERSON" or word.kind not in {"noun", "name"} or not can_speak(word):
        return word
    name = name_of_role(word)
    return name if name is not None else word


def is_saying(word: Token) -> bool:
    """Tell whether a word is a verb of saying; the tagger takes some for nouns ("he *notes*") that have a subject."""
    if not is_clause(word):
        return False
    lemma = word.lemma_.lower()
    if lemma in verbs("say"):
        return True
    whole = " ".join([lemma, *(particle.lower for particle in clause_of(word).particles)])  # "went on"
    return whole in verbs("aspect")


def is_telling(verb: Clause) -> bool:
    """Tell whether only somebody does what a verb says: "said", "told", but not "suggested", "showed"."""
    return verb.voice == "active" and verb.lemma in TELLING and verb_supersense(verb.lemma) == "communication"


def reporter(verb: Token) -> Token | None:
    """Return who says what a verb of saying reports: the subject of its clause, its own or shared."""
    subject = clause_of(verb).first("subject")
    return verb.doc[subject.head.index] if subject is not None else None
