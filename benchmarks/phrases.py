"""The noun phrases of the `facts` view: names, base phrases and labels as positions of tokens."""

import typing as t

from benchmarks.syntax import child, children
from kg.grammar.parse import Token

NAMED: t.Final = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})
"""The recogniser's labels of names; the others are those of times and values."""
MODIFIERS: t.Final = frozenset(
    {"det", "predet", "amod", "compound", "nummod", "nmod", "poss", "quantmod", "advmod", "neg", "npadvmod",
     "punct", "cc", "conj", "case"}
)  # fmt: skip
PRONOUNS: t.Final = frozenset({"PRP", "PRP$", "WP", "WP$", "WDT", "EX"})
OPENING: t.Final = frozenset({"$", "£", "€", '"', "“", "``"})
HALVES: t.Final = frozenset({*OPENING, "-", "”", "‘", "’", "'", "''"})
DEPTH: t.Final = 2


def base_phrase(head: Token) -> range:
    """Return the base noun phrase: its modifiers to the left, and the head: "*12 top leaders* of the firm"."""
    start = head.i
    for word in reversed(head.lefts):
        apart = word.right_edge.i + 1 < start or word.dep_ not in MODIFIERS
        if apart or _is_of_the_claim(word) or (word.dep_ == "punct" and not _joins(word)):
            break
        start = word.left_edge.i
    while start < head.i and head.doc[start].dep_ in {"cc", "punct"} and head.doc[start].text not in OPENING:
        start += 1
    return range(start, head.i + 1)


def _is_of_the_claim(word: Token) -> bool:
    """Return whether a word modifies the claim and not the thing: "*no* mills", "*both* mills and boats"."""
    return word.lower_ == "no" or (word.lower_ == "both" and child(word.head, "conj") is not None)


def _joins(mark: Token) -> bool:
    """Return whether a mark is part of a phrase: a quotation mark, a hyphen, a comma between two adjectives."""
    beside = [word for word in mark.head.lefts if word.i == mark.i - 1 or word.left_edge.i == mark.i + 1]
    return mark.text in HALVES or (len(beside) == 2 and all(word.dep_ == "amod" for word in beside))


def name_of(head: Token) -> range | None:
    """Return the name or value whose head a word is, without a leading determiner and a trailing mark."""
    if not head.ent_type_:
        return None
    doc, start, end = head.doc, head.i, head.i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    if start <= head.head.i < end and head.head != head:
        return None
    while end - 1 > head.i and (doc[end - 1].tag_ == "POS" or doc[end - 1].pos_ == "ADP"):
        end -= 1
    while start < head.i and doc[start].dep_ in {"det", "predet"}:
        start += 1
    return range(start, end)


def label(head: Token, depth: int = DEPTH) -> range:
    """Return the label of a node: the name, the pronoun, or the base phrase with its of-phrases."""
    name = name_of(head)
    if name is not None and head.ent_type_ in NAMED:
        return name
    if head.tag_ in PRONOUNS:
        return range(head.i, head.i + 1)
    return range(base_phrase(head).start, _end_with_of(head, depth))


def _end_with_of(head: Token, depth: int) -> int:
    of = next((word for word in children(head, "prep") if word.i == head.i + 1 and _completes(word)), None)
    noun = child(of, "pobj", "pcomp") if of is not None and depth else None
    if of is None or noun is None:
        return head.i + 1
    if noun.dep_ == "pcomp":  # "the ease of learning Esperanto"
        thing = child(noun, "dobj")
        return (thing or noun).i + 1
    inner = label(noun, depth - 1)
    start = min(inner.start, base_phrase(noun).start)
    joined = all(word.dep_ in {"det", "predet"} for word in noun.doc[of.i + 1 : start])
    return max(inner.stop, noun.i + 1) if joined else head.i + 1


def _completes(preposition: Token) -> bool:
    """Return whether a phrase is an essential part of a noun phrase: of, per, and the range of a superlative."""
    superlative = any(word.tag_ == "JJS" for word in preposition.head.lefts)
    return preposition.lower_ in {"of", "per"} or (superlative and preposition.lower_ == "in")
