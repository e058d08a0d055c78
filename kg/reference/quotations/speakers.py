"""Possible speakers, and the subjects of verbs of saying."""

import typing as t

from kg.grammar.antecedents import can_be_speaker, counted_whole, name_of_role
from kg.grammar.clause import Clause
from kg.grammar.clauses import clause_of, is_clause
from kg.grammar.parse import Token
from kg.lexicon import nouns, verbs
from kg.lexicon.noun_types import broad_type, endings, noun_type
from kg.lexicon.supersenses import noun_supersense, verb_supersense

SPEAKING_TYPES: t.Final = frozenset({"Person", "Organization", "Group", "Work", "Law"})
TANGIBLE: t.Final = frozenset({"animal", "artifact", "object"})
"""The supersenses (WordNet's lexicographer files) of nouns that are a person when they speak: "the *star* said"."""
PERSON_VERBS: t.Final = verbs("say") & verbs("report", "told")
"""The verbs of saying that need a person as their subject: "*told* us that it fell"."""


def can_speak(word: Token, *, strictly: bool = False, as_person: bool = False) -> bool:
    """Return whether the referent of a word can speak: a person, organization, group, state or document.

    So can a part of such a group: "two thirds *of the owners*". With `strictly`, an unknown noun must look like an
    agent noun ("surveyor"), as with verbs that need no speaker ("the change shows that …"); else it must only not look
    abstract. With `as_person` ("*said* that …") it is a person, whatever the noun means: "the film *star*".
    """
    group = counted_whole(word)
    if group is not None and can_speak(group, strictly=strictly):
        return True
    if word.kind == "pronoun" or word.function == "expletive":
        return word.function != "expletive" and can_be_speaker(word)
    if word.kind in {"name", "number"} or (word.text[0].isupper() and not word.is_sent_start):
        return word.entity not in {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LANGUAGE"}
    return _is_speaker(word.lemma_.lower(), strictly=strictly, as_person=as_person)


def _is_speaker(noun: str, *, strictly: bool, as_person: bool) -> bool:
    type_, sense = noun_type(noun), noun_supersense(noun)
    if noun in nouns("speaker") or type_ in {"Country", "City"} or broad_type(type_) in SPEAKING_TYPES:
        return True
    if type_ == "Thing" and sense == "communication":
        return not strictly
    if type_ != "Thing" or sense is not None:
        tangible = type_ == "Thing" and sense in TANGIBLE
        return sense in {"person", "group"} or (as_person and tangible)
    if len(noun) > 4 and noun.endswith(endings("person")):
        return True
    return not strictly and not noun.endswith(endings("abstract"))


def named(word: Token) -> Token:
    """Return the head of the person's name that follows a role, else the word: "the coach of Porto, *Ana Silva*".

    The name may be an apposition, or follow a phrase that completes the role: "ambassador to Norland *Ana Silva*".
    """
    if word.entity == "PERSON" or word.kind not in {"noun", "name", "number"} or not can_speak(word):
        return word
    name = name_of_role(word)
    return name if name is not None else word


def is_saying(word: Token) -> bool:
    """Return whether a word is a verb of saying, as "*went* on"; one tagged as a noun ("he *notes*") has a subject."""
    if not is_clause(word):
        return False
    lemma = word.lemma_.lower()
    return lemma in verbs("say") or " ".join([lemma, *(p.lower for p in clause_of(word).particles)]) in verbs("aspect")


def needs_person(verb: Clause) -> bool:
    """Return whether a verb needs a person as its subject: "said", "told", but not "suggested", "showed"."""
    return verb.voice == "active" and verb.lemma in PERSON_VERBS and verb_supersense(verb.lemma) == "communication"


def reporter(verb: Token) -> Token | None:
    """Return the source that a verb of saying reports: the subject of its clause, its own or shared."""
    subject = clause_of(verb).first("subject")
    return verb.doc[subject.head.index] if subject is not None else None
