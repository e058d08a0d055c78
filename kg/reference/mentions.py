"""Mentions: noun phrases with their label, kind and type, and the value of a time or quantity."""

import typing as t
from collections.abc import Iterator
from dataclasses import replace

from kg.grammar.antecedents import lacks_singular, means_one, means_part, noun_left_out, stands_for_person
from kg.grammar.clause import Phrase
from kg.grammar.parse import AnyToken, Token, token_of
from kg.grammar.phrases import phrase_of, without_broken
from kg.lexicon import words
from kg.model import Kind, Literal, Mention, Time
from kg.quantities import count_of, quantity_at, quantity_of, with_conversion
from kg.times import time_at

PEOPLE: t.Final = "NORP"
"""The recogniser's label for peoples, creeds and parties."""
ENTITY_TYPES: t.Final[t.Mapping[str, str]] = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Place", "LOC": "Place", "FAC": "Place", "NORP": "Group",
    "PRODUCT": "Product", "EVENT": "Event", "LAW": "Law", "WORK_OF_ART": "Work", "MISC": "Thing",
}  # fmt: skip
"""The type of a name, by its label (`kg.grammar.name_labels`)."""
NOBODY: t.Final = words("modality", "negative") - words("determiner") - {"none"}


def mention(head: AnyToken) -> Mention:
    """Return the mention whose head is a word, given as a token of a parse or of spaCy."""
    word = head if isinstance(head, Token) else token_of(head)
    cache: dict[int, Mention] = word.doc.stage_cache[mention]
    result = cache.get(word.i)
    if result is None:
        result = cache[word.i] = _mention_of(word)
    return result


def _mention_of(head: Token) -> Mention:
    phrase = phrase_of(head)
    if stands_for_person(head):
        return _mention(head, phrase.label_start, phrase.label_end, "nominal", "Person", None)
    expression = time_at(head)
    if expression is not None and not _measures(head, phrase):
        return _mention(head, expression.start, expression.end, "time", "Time", expression.time)
    noun = noun_left_out(head) if phrase.label_end == head.i + 1 else None
    if noun is not None and not (means_one(head) and lacks_singular(noun)):  # "one *people*"
        return _completed(head, phrase.label_start, noun)
    start, end = phrase.label_start, without_broken(head, phrase.label_end)
    quantity = quantity_of(head, start, end)
    if quantity is not None and quantity.end >= end:
        root = head.doc[quantity.start : quantity.end].root
        last = with_conversion(head.doc, quantity.end)
        return _mention(root, min(start, quantity.start), last, "value", "Quantity", quantity.literal)
    end = with_conversion(head.doc, end)
    if quantity is not None:
        return _mention(head, min(start, quantity.start), end, "nominal", "Thing", quantity.literal)
    kind, type_ = _kind_and_type(head, phrase)
    value = Literal(head.doc[start:end].words) if kind == "value" else None
    return _mention(head, start, end, kind, type_, count_of(head) if kind == "nominal" else value)


def _completed(head: Token, start: int, noun: Token) -> Mention:
    """Return the mention of a word with the noun that it leaves out: "Silva got three votes and Reed got *one*"."""
    quantity = quantity_at(head)
    value = quantity.literal if quantity is not None and quantity.kind == "number" else count_of(head)
    first = min([each.i for each in noun.before("part of compound")], default=noun.i)
    named = f"{head.doc[first : noun.i].words} {noun.lemma_ if means_one(head) else noun.text}"
    word = f"{head.text} of the" if means_part(head) else head.text.removesuffix("s") if head.plural else head.text
    completed = " ".join([head.doc[start : head.i].words, word, *named.split()]).lstrip()
    return replace(_mention(head, start, head.i + 1, "nominal", "Thing", value), completed=completed)


def row_of(first: Token) -> list[Token]:
    """Return the heads of several things joined by "and", in text order."""
    row = [first]
    for each in row:
        row += each.after("conjunct")
    return sorted(row, key=lambda each: each.i)


def row_mention(first: Token) -> Mention:
    """Return the mention of several things joined by "and", by the head of the first: "*Doe, Roe and Poe* left"."""
    row = row_of(first)
    end = phrase_of(row[-1]).label_end
    joining = next((mark for each in row for mark in each.after("conjunction") if mark.i < end), first)
    return _mention(joining, phrase_of(first).label_start, end, "nominal", "Group", None)


def _mention(head: Token, start: int, end: int, kind: Kind, type_: str, value: Literal | Time | None) -> Mention:
    span = head.doc.span(start, end)
    return Mention(span, head.doc.quoted(span), head.offset, kind, type_, value)


def _measures(head: Token, phrase: Phrase) -> bool:
    """Return whether a noun of time only measures another noun: "after *days* of heavy rain"."""
    filling = next((each.head for each in phrases_of(phrase)), None)
    if filling is None or filling.kind != "noun":
        return False
    return phrase.head.plural and time_at(head.doc.tokens[filling.index]) is None


def phrases_of(phrase: Phrase) -> Iterator[Phrase]:
    """Yield the phrases after "of" in a phrase: "days of *rain*"."""
    return (inner for modifier, inner in phrase.with_phrases("preposition") if modifier.head.lower == "of")


def _kind_and_type(head: Token, phrase: Phrase) -> tuple[Kind, str]:
    word = phrase.head
    if is_pronoun(phrase):
        return "pronoun", "Thing"
    alone = phrase.label_end - phrase.label_start == 1
    titled = phrase.entity == "WORK_OF_ART" and word.text.istitle() and not head.is_sent_start  # "*Science* Behind It"
    complete = alone or titled or word.kind in {"name", "adjective"}
    if phrase.entity in ENTITY_TYPES and complete:
        return "name", ENTITY_TYPES[phrase.entity]
    if word.kind == "number" or phrase.entity in {"MONEY", "PERCENT"}:
        counts = any(each.head.plural for each in phrases_of(phrase))  # "all *22* of its jets"
        return ("nominal", "Thing") if counts else ("value", "Quantity")
    return ("name", "Thing") if word.kind == "name" else ("nominal", "Thing")


def is_pronoun(phrase: Phrase) -> bool:
    """Return whether a phrase refers to something named elsewhere: "it", "whose", "*many* voted"; not "nobody"."""
    word = phrase.head
    if phrase.label_end - phrase.label_start != 1 or word.lower in NOBODY:
        return False
    return word.kind in {"pronoun", "determiner"} or (word.kind == "adjective" and word.lower in words("determiner"))
