"""What the gap in a relative clause stands for."""

import typing as t
from collections.abc import Iterator

from kg.extract.antecedents import antecedent, commissioned
from kg.extract.predications import OBJECT, Argument
from kg.extract.prepositions import role
from kg.extract.subjects import bearer
from kg.extract.syntax import PREPOSITIONS, SUBJECTS, WH_WORDS, child, children
from kg.grammar.parse import Token
from kg.reference.completion import is_infinitive
from kg.reference.phrases import GIVING_VERBS

UNGAPPED_ANTECEDENTS: t.Final = frozenset(
    {"time", "day", "year", "way", "reason", "moment", "place", "month", "week", "extent"}
)  # fmt: skip
INTRANSITIVE_VERBS: t.Final = frozenset(
    {"arrive", "be", "become", "come", "die", "exist", "fall", "go", "happen", "lie", "live", "occur", "remain",
     "rise", "seem", "sit", "sleep", "stand", "stay", "travel", "walk", "work"}
)  # fmt: skip


DISTRIBUTING_VERBS: t.Final = frozenset({"distribute", "deliver", "donate", "sell", "share", "supply", "ship", "pass"})


def gapped_arguments(verb: Token) -> Iterator[Argument]:
    """Yield what a relative pronoun, or the gap in a relative clause without one, stands for."""
    if verb.dep_ != "relcl":
        return
    noun = bearer(antecedent(verb))
    for word in verb.children:
        if word.dep_ in {"dobj", "dative"} and is_relative(word):
            yield Argument(OBJECT, noun)
        elif word.dep_ in PREPOSITIONS:
            target = child(word, "pobj")
            stranded = target is None and child(word, "pcomp", "prep") is None
            if stranded or (target is not None and is_relative(target)):
                yield Argument(role(word, (word,)), noun, (word,))
        elif word.tag_ == "WRB" and word.lower_ == "where":
            yield Argument("in", noun)
    if _has_bare_gap(verb, antecedent(verb)):
        yield Argument(OBJECT, noun)


def object_of_purpose(verb: Token) -> Iterator[Argument]:
    """Yield what an infinitive of giving takes over from the verb above: "collects *comics* to hand to children"."""
    passes_on = verb.dep_ in {"advcl", "xcomp"} and verb.lemma_ in GIVING_VERBS | DISTRIBUTING_VERBS
    if passes_on and is_infinitive(verb) and child(verb, "dobj", "ccomp") is None:
        thing = child(verb.head, "dobj")
        if thing is not None and thing.pos_ in {"NOUN", "PROPN"} and any(w.dep_ in PREPOSITIONS for w in verb.rights):
            yield Argument(OBJECT, thing)


def is_relative(word: Token) -> bool:
    """Tell whether a word is a relative pronoun; the tagger takes some "that" for a conjunction."""
    return word.tag_ in WH_WORDS or (word.lower_ == "that" and word.dep_ in {"dobj", "pobj"} and word.i < word.head.i)


def has_gap(verb: Token) -> bool:
    """Tell whether the object of a relative clause is the noun that it is about: "the prize *they won*"."""
    if verb.dep_ != "relcl":
        return False
    return any(w.dep_ in {"dobj", "dative"} and is_relative(w) for w in verb.lefts) or _has_bare_gap(
        verb, antecedent(verb)
    )


def _is_of_them(subject: Token) -> bool:
    """Tell whether a subject is a part of what the clause is about: "the crowd, *many of them* dressed as frogs"."""
    of = child(subject, "prep")
    return of is not None and of.lower_ == "of" and any(word.lower_ == "them" for word in children(of, "pobj"))


def _has_bare_gap(verb: Token, noun: Token) -> bool:
    """Tell whether the clause has a subject, no relative pronoun and no object: "the claims they made"."""
    sent = any(commissioned(c) is not None for c in children(verb, "xcomp"))
    labels = (
        ("attr", "acomp", "ccomp", "auxpass")
        + (() if sent else ("xcomp",))
        + (() if verb.lemma_ in GIVING_VERBS else ("dobj",))
    )
    pronouns = (word for left in verb.lefts for word in left.subtree if is_relative(word))
    subject = child(verb, *SUBJECTS)
    if child(verb, *labels) is not None or subject is None or any(pronouns) or _is_of_them(subject):
        return False
    if child(verb, "prep") is not None and verb.lemma_ in INTRANSITIVE_VERBS:
        return False
    stranded = any(not list(preposition.children) for preposition in children(verb, "prep"))
    return noun.lemma_ not in UNGAPPED_ANTECEDENTS and not stranded
