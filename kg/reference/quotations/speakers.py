"""Who can speak, and whose words a verb of saying reports."""

import functools
import typing as t

from kg.grammar.parse import Token
from kg.lexicon import nouns, verbs, words
from kg.lexicon.noun_types import broad_type, noun_type
from kg.lexicon.supersenses import noun_supersense

SUBJECTS: t.Final = frozenset({"nsubj", "nsubjpass"})
SPEAKING_TYPES: t.Final = frozenset({"Person", "Organization", "Group", "Work", "Law"})
SPEAKING_PLACES: t.Final = frozenset({"Country", "City"})
SPEAKING_SENSES: t.Final = frozenset({"person", "group"})
SILENT_ENTITIES: t.Final = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LANGUAGE"})


def can_speak(word: Token, *, strictly: bool = False) -> bool:
    """Tell whether what a word stands for can say something: a person, organization, group, state or document.

    Args:
        word: the head of the noun phrase.
        strictly: whether an unknown noun must look like that of an agent ("surveyor"), as with verbs that need no
            speaker ("the change shows that …"); else it must only not look abstract.
    """
    if word.pos_ == "PRON" or word.dep_ == "expl":
        return word.dep_ != "expl" and _can_be_speaker(word)
    if word.pos_ in {"PROPN", "NUM"} or (word.text[0].isupper() and not word.is_sent_start):
        return word.ent_type_ not in SILENT_ENTITIES
    return _is_speaker(word.lemma_.lower(), strictly=strictly)


def _can_be_speaker(pronoun: Token) -> bool:
    """Tell whether a pronoun can stand for who says something: not "this", "which", "something", "it was said"."""
    word = pronoun.lower_
    if word == "it":
        return pronoun.dep_ != "nsubjpass"
    asks = word in words("question") and not word.startswith("who")
    return not (asks or word in words("determiner", "definite") or word == "there" or word.endswith("thing"))


def _is_speaker(noun: str, *, strictly: bool) -> bool:
    type_, sense = noun_type(noun), noun_supersense(noun)
    if noun in nouns("speaker") | nouns("proxy") or type_ in SPEAKING_PLACES or broad_type(type_) in SPEAKING_TYPES:
        return True
    if type_ != "Thing" or sense is not None:
        return sense in SPEAKING_SENSES or (type_ == "Thing" and not strictly and sense == "communication")
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
    if word.ent_type_ == "PERSON" or word.pos_ not in {"NOUN", "PROPN"} or not can_speak(word):
        return word
    title = word.pos_ == "PROPN"  # which looks like a name of its own; other roles are joined with names by coreference
    apposed = next((c for c in word.children if title and c.dep_ == "appos" and c.ent_type_ == "PERSON"), None)
    last = word.right_edge
    if apposed is not None or last == word or last.ent_type_ != "PERSON":
        return apposed if apposed is not None else word
    start = last.i
    while start > word.i and word.doc[start].ent_iob_ == "I":
        start -= 1
    return last if word.doc[start - 1].pos_ in {"NOUN", "PROPN"} and start - 1 > word.i else word


def is_saying(word: Token) -> bool:
    """Tell whether a word is a verb of saying."""
    lemma = word.lemma_.lower()
    if lemma not in verbs("say") and lemma not in verbs("aspect"):
        return False
    # the tagger takes "notes" and "reports" for nouns, and the parser still finds their subject
    return word.pos_ == "VERB" or (word.tag_ == "NNS" and any(c.dep_ in SUBJECTS for c in word.children))


def reporter(verb: Token) -> Token | None:
    """Return who says what a verb of saying reports: its subject, else that of the verb which it hangs on."""
    for _ in range(4):
        subject = next((word for word in verb.children if word.dep_ in SUBJECTS), None)
        if subject is not None:
            relative = verb.dep_ == "relcl" and subject.tag_ in {"WDT", "WP"}
            return verb.head if relative else subject
        if verb.dep_ == "acl":
            return verb.head
        above = verb.head.head if verb.dep_ == "pcomp" else verb.head
        if verb.dep_ not in {"advcl", "xcomp", "conj", "pcomp", "dep", "parataxis"} or above.pos_ not in {
            "VERB",
            "AUX",
        }:
            return None
        verb = above
    return None
