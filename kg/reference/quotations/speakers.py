"""Who can speak, and whose words a verb of saying reports."""

import functools
import typing as t

from kg.grammar.clause import WordFunction
from kg.grammar.parse import Token
from kg.lexicon import nouns, verbs, words
from kg.lexicon.noun_types import broad_type, noun_type
from kg.lexicon.supersenses import noun_supersense

SUBJECTS: t.Final[frozenset[WordFunction]] = frozenset({"subject", "passive subject"})
SHARING: t.Final = frozenset(
    {"adverbial clause", "open clause", "conjunct", "clause of preposition", "unknown", "loose clause"}
)
"""How a verb without a subject of its own hangs on the one whose subject it shares."""
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
    if word.kind == "pronoun" or word.function == "expletive":
        return word.function != "expletive" and _can_be_speaker(word)
    if word.kind in {"name", "number"} or (word.text[0].isupper() and not word.is_sent_start):
        return word.entity not in SILENT_ENTITIES
    return _is_speaker(word.lemma_.lower(), strictly=strictly)


def _can_be_speaker(pronoun: Token) -> bool:
    """Tell whether a pronoun can stand for who says something: not "this", "which", "something", "it was said"."""
    word = pronoun.lower_
    if word == "it":
        return pronoun.function != "passive subject"
    if word in words("question"):
        return word.startswith("who")
    points = word in words("determiner", "definite") or word == "there"
    return not points and not word.endswith("thing")


def _is_speaker(noun: str, *, strictly: bool) -> bool:
    type_, sense = noun_type(noun), noun_supersense(noun)
    if noun in nouns("speaker") or type_ in SPEAKING_PLACES or broad_type(type_) in SPEAKING_TYPES:
        return True
    if type_ == "Thing" and sense == "communication":
        return not strictly
    if type_ != "Thing" or sense is not None:
        return sense in SPEAKING_SENSES
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
    title = word.kind == "name"  # which looks like a name of its own; other roles are joined with names by coreference
    apposed = next((c for c in word.all("apposition") if title and c.entity == "PERSON"), None)
    last = word.last
    if apposed is not None or last == word or last.entity != "PERSON":
        return apposed if apposed is not None else word
    start = last.i
    while start > word.i and word.doc[start].inside_entity:
        start -= 1
    return last if word.doc[start - 1].kind in {"noun", "name"} and start - 1 > word.i else word


def is_saying(word: Token) -> bool:
    """Tell whether a word is a verb of saying."""
    lemma = word.lemma_.lower()
    if lemma not in verbs("say") and lemma not in verbs("aspect"):
        return False
    if word.kind == "verb":
        return True
    # the tagger takes "notes" and "reports" for nouns, and the parser still finds their subject
    return word.kind == "noun" and word.plural and bool(word.all(*SUBJECTS))


def reporter(verb: Token) -> Token | None:
    """Return who says what a verb of saying reports: its subject, else that of the verb which it hangs on."""
    for _ in range(4):
        subject = next(iter(verb.all(*SUBJECTS)), None)
        if subject is not None:
            relative = verb.function == "relative clause" and subject.form == "relative"
            return verb.governor if relative else subject
        if verb.function == "noun clause":
            return verb.governor
        above = verb.governor.governor if verb.function == "clause of preposition" else verb.governor
        if verb.function not in SHARING or above.kind != "verb":
            return None
        verb = above
    return None
