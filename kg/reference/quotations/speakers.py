"""Who can speak, and whose words a verb of saying reports."""

import typing as t

from kg.grammar.parse import Token
from kg.lexicon.noun_types import broad_type, noun_type
from kg.lexicon.word_lists import word_list

SUBJECTS: t.Final = frozenset({"nsubj", "nsubjpass"})
SAYING_VERBS: t.Final = word_list("verbs of saying") | {
    "continue", "post", "read", "reason", "joke", "argue", "testify", "boast", "concede", "caution", "theorize",
    "recount", "recall", "go", "cry", "shout", "whisper", "sing", "lament", "quip", "put", "think", "wonder",
    "begin", "conclude", "predict", "proclaim", "pronounce", "inform", "address", "agree",
}  # fmt: skip
"""Base forms of the verbs beside a quotation that tell who speaks; more than report a clause."""
SPEAKING_TYPES: t.Final = frozenset({"Person", "Organization", "Group", "Work", "Law"})
SPEAKING_PLACES: t.Final = frozenset({"country", "kingdom", "republic", "state", "city", "town", "village"})
SILENT_ENTITIES: t.Final = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LANGUAGE"})
SPEAKING_NOUNS: t.Final = frozenset(
    {"source", "document", "survey", "section", "posting", "poster", "blogger", "website", "site", "page", "memo",
     "filing", "media", "medium", "press", "opposition", "board", "poll", "review", "analysis", "research",
     "finding", "result", "datum", "data", "figure", "evidence", "test", "message", "email", "e-mail", "tweet",
     "caption", "headline", "sign", "label", "notice", "petition", "indictment", "complaint", "lawsuit", "verdict",
     "text", "record", "list", "leader", "head", "member", "half", "majority", "percent", "one", "estimate",
     "projection", "forecast", "announcement", "investigation", "inquiry", "probe", "audit", "paper", "side",
     "camp", "panel", "delegation", "academic", "general", "user", "other", "account", "version", "theory",
     "legend", "tradition", "guide", "manual"}
)  # fmt: skip
NO_SPEAKERS: t.Final = frozenset({"this", "that", "these", "those", "which", "what", "there", "whatever", "something",
                                  "anything", "nothing", "everything"})  # fmt: skip
AGENT_ENDINGS: t.Final = ("er", "or", "ist", "ian", "man", "woman", "person", "mate", "ant", "eer", "men", "women")
ABSTRACT_ENDINGS: t.Final = (
    "tion", "sion", "ness", "ment", "ity", "ance", "ence", "ism", "ing", "ess", "ship", "ure", "dom", "th", "age",
    "ics", "logy", "ine", "cy",
)  # fmt: skip
NO_AGENTS: t.Final = frozenset(
    {"number", "thing", "way", "fact", "case", "time", "day", "year", "money", "price", "market", "problem",
     "change", "process", "plan", "idea", "trend", "rate", "matter", "weather", "order", "power", "water",
     "center", "layer", "factor", "sector", "error", "behavior", "labor", "favor", "door", "floor", "color",
     "river", "winter", "summer", "danger", "disorder", "computer", "server", "meter", "sweater", "transfer",
     "corner", "cancer", "fever", "plant", "restaurant"}
)  # fmt: skip


def can_speak(word: Token, *, strictly: bool = False) -> bool:
    """Tell whether what a word stands for can say something: a person, organization, group, state or document.

    Args:
        word: the head of the noun phrase.
        strictly: whether an unknown noun must look like that of an agent ("surveyor"), as with verbs that need no
            speaker ("the change shows that …"); else it must only not look abstract.
    """
    if word.lower_ in NO_SPEAKERS or word.dep_ == "expl":
        return False
    if word.pos_ == "PRON":
        return not (word.lower_ == "it" and word.dep_ == "nsubjpass")
    if word.pos_ in {"PROPN", "NUM"} or (word.text[0].isupper() and not word.is_sent_start):
        return word.ent_type_ not in SILENT_ENTITIES
    noun = word.lemma_.lower()
    if noun in SPEAKING_NOUNS or noun in SPEAKING_PLACES or broad_type(noun_type(noun)) in SPEAKING_TYPES:
        return True
    if noun in NO_AGENTS or noun_type(noun) != "Thing":
        return False
    if len(noun) > 4 and noun.endswith(AGENT_ENDINGS):
        return True
    return not strictly and not noun.endswith(ABSTRACT_ENDINGS)


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
    if word.lemma_.lower() not in SAYING_VERBS:
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
