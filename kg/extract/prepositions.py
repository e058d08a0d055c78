"""Prepositional phrases: which words introduce them, and which of them are arguments."""

import typing as t
from collections.abc import Iterator

from kg.extract.predications import AGENT, Argument
from kg.extract.syntax import (
    AUXILIARIES,
    SUBJECTS,
    WH_WORDS,
    child,
    children,
    is_contrasted,
    is_verb,
    verb_left_alone,
)
from kg.grammar.parse import Token
from kg.reference.phrases import mention
from kg.times import time_at

COMPLEX_PREPOSITIONS: t.Final = frozenset(
    {"as a result of", "as opposed to", "as part of", "as well as", "at risk of", "at the expense of",
     "at the hands of", "at the request of", "by means of", "by virtue of", "by way of", "for lack of",
     "for the sake of", "in accordance with", "in addition to", "in advance of", "in agreement with",
     "in anticipation of", "in breach of", "in case of", "in charge of", "in collaboration with",
     "in comparison with", "in compliance with", "in conjunction with", "in connection with", "in contrast to",
     "in contravention of", "in cooperation with", "in defiance of", "in exchange for", "in favor of",
     "in favour of", "in front of", "in honor of", "in honour of", "in keeping with", "in lieu of", "in light of",
     "in line with", "in memory of", "in need of", "in opposition to", "in place of", "in preparation for",
     "in protest at", "in pursuit of", "in reaction to", "in regard to", "in relation to", "in respect of",
     "in response to", "in return for", "in search of", "in spite of", "in support of", "in terms of",
     "in the absence of", "in the case of", "in the event of", "in the face of", "in the wake of", "in view of",
     "in violation of", "on account of", "on behalf of", "on grounds of", "on the basis of", "on the eve of",
     "on the part of", "on top of", "with regard to", "with respect to", "with the exception of"}
)  # fmt: skip
PARTICIPIAL_PREPOSITIONS: t.Final = frozenset(
    {"according to", "based on", "based upon", "compared to", "compared with", "depending on", "depending upon",
     "owing to", "barring", "concerning", "considering", "excluding", "following", "given", "including", "pending",
     "regarding"}
)  # fmt: skip
"""Participles, with the preposition that they need, that only introduce a circumstance."""
DISCOURSE_MARKERS: t.Final = frozenset(
    {"for example", "for instance", "as a result", "of course", "in fact", "in addition", "in general",
     "in particular", "at all", "on the other hand", "in turn", "in contrast", "as a whole", "at least", "at first",
     "in short", "by contrast", "as such", "in the meantime", "as usual", "for now", "after all", "in all",
     "at best", "at most", "in effect", "on average", "in principle", "in part", "in full", "in practice",
     "in theory", "in time", "on time", "in the first place", "in advance", "in common", "in vain", "at large",
     "by far", "for free", "in any case", "in other words", "for the most part", "by the way", "among others",
     "among other things", "at the same time", "on the one hand", "in order", "in question", "once in a while",
     "unless of course", "if anything"}
)  # fmt: skip


AUTHORED_NOUNS: t.Final = frozenset(
    {"article", "book", "column", "editorial", "essay", "letter", "memo", "note", "novel", "paper", "poem", "post",
     "report", "review", "song", "story", "study", "survey"}
)  # fmt: skip
SCORE_DASHES: t.Final = frozenset({"-", "–", "—"})


def prepositional(preposition: Token, before: tuple[Token, ...] = ()) -> Iterator[Argument]:
    """Yield the arguments that a preposition introduces; "out of", "because of" and their like are one marker."""
    if preposition.pos_ in {"NOUN", "PROPN"} or _names_an_author(preposition):
        return  # the parser took a name for a preposition: "President *Barack* Obama"
    marker = (*(before or _adverb_before(preposition)), preposition)
    complex_target = complex_preposition(preposition) if not before else None
    if complex_target is not None:
        yield from prepositional(complex_target, tuple(preposition.doc[preposition.i : complex_target.i]))
        return
    for word in preposition.children:
        if word.dep_ in {"prep", "pcomp"} and word.pos_ in {"ADP", "SCONJ", "PART"} and not is_verb(word):
            yield from prepositional(word, marker if word.i == preposition.i + 1 else ())
        elif word.dep_ == "pobj" and _happens(word):
            yield Argument(role(preposition, marker), word, marker, clausal=True)
        elif (
            word.dep_ == "pobj"
            and word.tag_ not in WH_WORDS
            and not is_torn_score(word)
            and verb_left_alone(preposition, word) is None
        ):
            yield Argument(role(preposition, marker), word, marker)
        elif word.dep_ == "pcomp" and is_verb(word):
            torn = torn_subject(word)
            yield Argument(role(preposition, marker), torn or word, marker, clausal=torn is None)
        elif preposition.lower_ == "as" and word.dep_ in {"amod", "acomp"} and word.pos_ == "ADJ":
            yield Argument(role(preposition, marker), word, marker)  # "described the ruling *as historic*"
        elif word.dep_ == "conj" and word.pos_ == "ADP" and not is_contrasted(word):
            yield from prepositional(word)


def _names_an_author(preposition: Token) -> bool:
    """Tell whether "by" is about the noun before it: "was criticised in a report *by* the council"."""
    before = preposition.nbor(-1) if preposition.i > preposition.sent.start else preposition
    return preposition.dep_ == "agent" and before.dep_ == "pobj" and before.lemma_ in AUTHORED_NOUNS


def _happens(noun: Token) -> bool:
    """Tell whether a phrase is about what is done to its noun: "led to the *claim being withdrawn*"."""
    participle = child(noun, "acl")
    return participle is not None and participle.left_edge.i == noun.i + 1 and noun.nbor().lower_ == "being"


def _adverb_before(preposition: Token) -> tuple[Token, ...]:
    """Return the adverb that makes one preposition with this one: "*instead* of", "*ahead* of"."""
    adverb = preposition.nbor(-1) if preposition.i > 0 else preposition
    joined = adverb.head == preposition and adverb.dep_ == "advmod" and adverb.lower_ in {"instead", "ahead", "because"}
    return (adverb,) if joined else ()


def torn_subject(verb: Token) -> Token | None:
    """Return the noun that the parser took for the subject of a participle: "went to the *station* causing lines"."""
    subject = child(verb, "nsubj")
    preposition = verb.head.lower_
    return (
        subject if verb.tag_ == "VBG" and subject is not None and preposition in {"for", "to", "at", "into"} else None
    )


def purpose_in_order(preposition: Token) -> Token | None:
    """Return the infinitive behind "in order": "in order *to win* time"."""
    order = child(preposition, "pobj") if preposition.lower_ == "in" else None
    if order is None or order.lower_ != "order" or order.i != preposition.i + 1:
        return None
    return next((verb for verb in children(order, "acl", "relcl") if is_verb(verb)), None)


def complex_preposition(preposition: Token) -> Token | None:
    """Return the last word of a preposition of several words, given its first: "*in* relation *to*"."""
    noun = child(preposition, "pobj")
    if noun is None or noun.i not in {preposition.i + 1, preposition.i + 2}:
        return None
    last = next((c for c in children(noun, "prep") if c.i == noun.i + 1), None)
    if last is None or preposition.doc[preposition.i : last.i + 1].text.lower() not in COMPLEX_PREPOSITIONS:
        return None
    return last


def role(preposition: Token, marker: tuple[Token, ...]) -> str:
    """Return the role that a preposition gives: its words, `by` for the agent of a passive."""
    if preposition.dep_ == "agent":
        return AGENT
    words = " ".join(token.lower_ for token in marker)
    return {"due": "due to", "because": "because of"}.get(words, words)


def listed_among(noun: Token) -> tuple[Token, ...]:
    """Return the words "among them" where they stand before a noun, else none."""
    start = noun.left_edge.i
    words = noun.doc[start : start + 2] if noun.left_edge.lower_ == "among" else noun.doc[max(start - 2, 0) : start]
    return tuple(words) if words.text.lower() in {"among them", "among whom", "among these", "among those"} else ()


def is_discourse_marker(preposition: Token) -> bool:
    """Tell whether a prepositional phrase only connects the sentence to the text: "for example"."""
    words = preposition.doc[preposition.left_edge.i : preposition.right_edge.i + 1]
    return words.text.lower() in DISCOURSE_MARKERS


def is_participial_preposition(verb: Token) -> bool:
    """Tell whether a participle only introduces a circumstance: "*depending on* the weather"."""
    if verb.tag_ not in {"VBG", "VBN"} or verb.dep_ not in {"advcl", "acl", "prep", "pcomp", "conj", "dep"}:
        return False
    if child(verb, *SUBJECTS, *AUXILIARIES) is not None:
        return False
    after = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    return f"{verb.lower_} {after}" in PARTICIPIAL_PREPOSITIONS


def is_torn_score(word: Token) -> bool:
    """Tell whether a number is half of a score that no quantity holds together: "won 2 – *1*"."""
    if not word.like_num or time_at(word) is not None:
        return False
    doc = word.doc
    before = word.i > 1 and doc[word.i - 1].text in SCORE_DASHES and doc[word.i - 2].like_num
    behind = word.i + 2 < len(doc) and doc[word.i + 1].text in SCORE_DASHES and doc[word.i + 2].like_num
    first = doc[word.i - 2]
    if before and word.head in {first.head, first.head.head}:  # the first half stands for the whole
        return True
    return (before or behind) and not any(dash in mention(word).text for dash in SCORE_DASHES)
