"""Noun phrases as mentions: the shortest stretch of text that still names the thing whole.

A name is its entity span; a description is its base noun phrase with the `of`-phrases that complete it ("12 top leaders
of Kaspersky Lab"). Relative clauses, appositions, participles and other prepositional phrases stay outside.
"""

import typing as t
from collections.abc import Iterator

from spacy.tokens import Token as SpacyToken

from kg.grammar.parse import Parse, Token, TokenSpan, kept, token_of
from kg.lexicon.noun_types import noun_type
from kg.model import Kind, Literal, Mention, Time
from kg.quantities import count_of, quantity_of
from kg.reference.completion import DASHES, QUOTES, completed_end
from kg.times import time_at

ENTITY_TYPES: t.Final[t.Mapping[str, str]] = {
    "PERSON": "Person",
    "ORG": "Organization",
    "GPE": "Place",
    "LOC": "Place",
    "FAC": "Place",
    "NORP": "Group",
    "PRODUCT": "Product",
    "EVENT": "Event",
    "LAW": "Law",
    "WORK_OF_ART": "Work",
}
VALUE_LABELS: t.Final = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL", "ORDINAL"})
NAME_PARTS: t.Final = frozenset({"compound", "flat", "nmod"})
BASE_MODIFIERS: t.Final = frozenset(
    {"det", "predet", "amod", "compound", "nummod", "nmod", "poss", "quantmod", "advmod", "neg", "npadvmod",
     "punct", "cc", "conj", "case"}
)  # fmt: skip
HONORIFICS: t.Final = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lord", "lady", "st"})
OF_VERBS: t.Final = frozenset({"accuse", "convict", "suspect", "acquit", "deprive", "rob", "inform", "warn", "remind"})
"""Verbs whose own argument an of-phrase behind their object is: "accused the mayor of fraud"."""
GIVING_VERBS: t.Final = frozenset(
    {"give", "grant", "offer", "award", "send", "hand", "lend", "pay", "show", "teach", "tell"}
)  # fmt: skip
HANDING_VERBS: t.Final = frozenset({"give", "grant", "hand", "award"})
COUNTING_WORDS: t.Final = frozenset({"many", "few", "several", "most", "some", "both", "enough"})
SECOND_HALVES: t.Final = frozenset(
    {"deficient", "free", "rich", "wide", "long", "tall", "high", "old", "resistant", "friendly", "general", "elect"}
)  # fmt: skip
HYPHENS: t.Final = frozenset({"-", "‐", "‑"})
MAX_OF_DEPTH: t.Final = 2


class TokenRange(t.NamedTuple):
    """The tokens `start` to `end` of a Doc, half-open."""

    start: int
    end: int


def base_phrase(head: Token) -> TokenRange:
    """Return the base noun phrase of `head`: its modifiers to the left, and the head itself.

    >>> "12 top leaders of Kaspersky Lab" -> "12 top leaders"
    """
    start, recipient = head.i, recipient_inside(head)
    for child in reversed(list(head.lefts)):
        if child == recipient:
            break
        if child.dep_ in {"det", "predet"} and child.lower_ == "no":
            break  # the claim is negated, the thing is not
        if child.lower_ == "both" and (head.tag_ in {"NN", "NNP"} or any(c.dep_ == "conj" for c in head.rights)):
            break  # there are two claims
        if child.dep_ not in BASE_MODIFIERS or child.right_edge.i + 1 < start:
            break
        if child.dep_ == "punct" and child.text not in "-\"'“”‘’``''" and not _joins_adjectives(child):
            break
        start = child.left_edge.i
    while start < head.i and (head.doc[start].dep_ in {"cc", "punct"} and head.doc[start].text not in '$£€"“``'):
        start += 1
    return TokenRange(start - 2 if start == head.i and _is_second_half(head) else start, head.i + 1)


def _is_second_half(word: Token) -> bool:
    """Tell whether the tokenizer cut a word off what stands before its hyphen, as in "co-*founder*"."""
    if word.i < 2 or word.nbor(-1).text not in HYPHENS or word.nbor(-2).ent_type_:
        return False
    return not word.nbor(-1).whitespace_ and not word.nbor(-2).whitespace_ and word.nbor(-2).is_alpha


def _joins_adjectives(comma: Token) -> bool:
    """Tell whether a comma stands between two adjectives of one noun: "the final, delicate stages"."""
    beside = [word for word in comma.head.lefts if word.i == comma.i - 1 or word.left_edge.i == comma.i + 1]
    return comma.text == "," and len(beside) == 2 and all(word.dep_ == "amod" for word in beside)


def recipient_inside(head: Token) -> Token | None:
    """Return the receiver that the parser drew into the thing given: "gave the *State Department* powers"."""
    one_name = head.ent_iob_ == "I"  # "told The *Huffington Post*"
    if head.dep_ != "dobj" or head.head.lemma_ not in GIVING_VERBS or one_name:
        return None
    for word in head.lefts:
        if word.dep_ == "compound" and word.ent_type_ in {"ORG", "PERSON", "GPE"} and word.i + 1 == head.i:
            start = min(word.left_edge.i, word.i)
            before = head.doc[start - 1] if start > 0 else None
            if before is not None and before.head == head and before.dep_ == "det" and before.lower_ == "the":
                return word
            if before == head.head and head.head.lemma_ in HANDING_VERBS and head.tag_ == "NN" and not head.ent_type_:
                return word  # "gives *Acme* control of the port"
    return None


@kept
def entity_of(head: Token) -> TokenSpan | None:
    """Return the named entity that `head` is the head of, without leading determiner and trailing possessive mark."""
    if not head.ent_type_:
        return None
    doc, start, end = head.doc.tokens, head.i, head.i + 1
    while start > 0 and doc[start].ent_iob_ == "I":
        start -= 1
    while end < len(doc) and doc[end].ent_iob_ == "I":
        end += 1
    if not _heads(head, start, end):
        return None
    while end - 1 > head.i and (doc[end - 1].tag_ == "POS" or doc[end - 1].is_space or doc[end - 1].pos_ == "ADP"):
        end -= 1
    while (
        start < head.i
        and doc[start].dep_ in {"det", "predet", "poss"}
        and doc[start].lower_ in {"the", "a", "an", "this", "that"}
    ):
        start += 1
    return TokenSpan(head.doc, start, end)


def _heads(head: Token, start: int, end: int) -> bool:
    """Tell whether no token from `start` to `end` governs `head` from inside."""
    return not (start <= head.head.i < end and head.head.i != head.i)


def label_range(head: Token) -> TokenRange:
    """Return the tokens that name what `head` stands for, whole and short."""
    entity = entity_of(head)
    if entity is not None and head.ent_type_ not in VALUE_LABELS and not _is_filled(head) and not _is_counted(head):
        return TokenRange(entity.start, entity.end)
    if is_reciprocal(head):
        return TokenRange(head.i - (head.lower_ != "one"), head.i + 1 + (head.lower_ == "one"))
    if _is_pronoun(head):
        return TokenRange(head.i - _is_no_one(head), head.i + 1)
    start, _ = _title_range(head) or base_phrase(head)
    end = max(hyphenated_end(head), _described_end(head))
    whole = completed_end(head, _with_of_phrases(head, end, MAX_OF_DEPTH))
    return unquoted(head.doc, TokenRange(start, whole), head.i)


def _is_counted(head: Token) -> bool:
    """Tell whether a name of a people only tells of what sort so many are: "killed *ten Haitians*"."""
    return head.ent_type_ == "NORP" and head.tag_ in {"NNS", "NNPS"} and any(w.dep_ == "nummod" for w in head.lefts)


def _is_pronoun(head: Token) -> bool:
    """Tell whether a word stands for something said elsewhere: "it", "whose", "*many* voted", "*no one* voted"."""
    counted = head.lower_ in COUNTING_WORDS and head.pos_ == "ADJ" and not list(head.lefts)
    pronoun = head.pos_ == "PRON" or head.tag_ == "WP$" or counted or _is_no_one(head) or is_reciprocal(head)
    return pronoun and not is_partitive(head)


def is_reciprocal(word: Token) -> bool:
    """Tell whether a word is the head of "each other" or "one another"."""
    if word.lower_ not in {"other", "one", "another"}:
        return False
    before = word.nbor(-1).lower_ if word.i > 0 else ""
    after = word.nbor().lower_ if word.i + 1 < len(word.doc) else ""
    return (before, word.lower_) in {("each", "other"), ("one", "another")} or (word.lower_, after) == (
        "one",
        "another",
    )


def _is_no_one(word: Token) -> bool:
    return word.lower_ == "one" and word.i > 0 and word.nbor(-1).lower_ == "no"


def is_partitive(word: Token) -> bool:
    """Tell whether a pronoun or adjective counts out what its of-phrase names: "*each* of the programmes"."""
    return word.tag_ != "PRP" and any(c.lower_ == "of" and c.i == word.i + 1 for c in word.rights)


def _noun_behind_of(word: Token) -> Token | None:
    """Return the noun of an of-phrase directly behind a word: the rain of "*days* of heavy rain"."""
    of = next((c for c in word.rights if c.lower_ == "of" and c.i == word.i + 1), None)
    return next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None


def _counts_things(number: Token) -> bool:
    """Tell whether a number tells how many of some things there are: "all *22* of its jets", not "10 of 12"."""
    counted = _noun_behind_of(number)
    whole = number.tag_ == "CD" and number.ent_type_ not in {"MONEY", "PERCENT"}
    return whole and counted is not None and counted.tag_ in {"NNS", "NNPS"}


def _described_end(head: Token) -> int:
    """Return the end of a noun with what makes one word or name of both: "iodine *deficient*", "Blue Fox *6*"."""
    after = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else None
    if after is None or after.head != head:
        return head.i + 1
    numbered = head.tag_ == "NNP" and after.dep_ == "nummod" and after.tag_ == "CD" and not head.ent_type_
    numbered = numbered and not (after.i + 1 < len(head.doc) and after.nbor().text in DASHES)
    half = after.lower_ in SECOND_HALVES and not any(word.dep_ == "prep" for word in after.rights)
    return head.i + 2 if numbered or half else head.i + 1


def hyphenated_end(head: Token) -> int:
    """Return the end of a word that the tokenizer cut at its hyphens: "E-meter"; "Lyon" of "Lyon-based" stays alone."""
    doc, end = head.doc, head.i + 1
    while end + 1 < len(doc) and doc[end].text in HYPHENS and not doc[end - 1].whitespace_ and not doc[end].whitespace_:
        if doc[end + 1] == head.head:
            return end
        end += 2
    return end


def unquoted(doc: Parse, tokens: TokenRange, head: int) -> TokenRange:
    """Return a phrase without half a quotation: a mark at its edge goes, or its partner behind the phrase comes in."""
    start, end = tokens
    inside = [word.text for word in doc.tokens[start:end]]
    marks = sum([text in QUOTES for text in inside])
    inner = sum([text in QUOTES for text in inside[1 : head - start]])
    if inner == 1 and inside[0] not in QUOTES and end < len(doc) and doc[end].text in QUOTES:
        return TokenRange(start, end + 1)
    if marks % 2 == 1 or (marks and inside[0] in QUOTES and inside[-1] in QUOTES):
        while start < head and doc[start].text in QUOTES:
            start += 1
        while end - 1 > head and doc[end - 1].text in QUOTES:
            end -= 1
    return TokenRange(start, end)


def _title_range(word: Token) -> TokenRange | None:
    """Return the words of a title or description that stands directly before the name it modifies."""
    name = word.head
    if word.dep_ not in NAME_PARTS or word.i > name.i or title_of(name) != word:
        return None
    return TokenRange(min(base_phrase(name).start, base_phrase(word).start), word.i + 1)


def title_of(name: Token) -> Token | None:
    """Return the last word of the title or description before a name: "President" of "President Ana Silva"."""
    entity = entity_of(name) if name.ent_type_ in {"PERSON", "ORG", "PRODUCT", "WORK_OF_ART"} else None
    if entity is None or entity.start == 0:
        return None
    word = name.doc[entity.start - 1]
    same = word.head.i in range(entity.start, entity.end) and word.dep_ in {"compound", "nmod", "amod", "appos"}
    same = same or _is_mistaken_antecedent(word, name) or _is_second_subject(word, name)
    return word if same and _is_title(word) else None


def _is_title(word: Token) -> bool:
    """Tell whether a word can describe the name behind it; a first name or a place that stands there cannot."""
    if word.pos_ == "PROPN":
        return not word.ent_type_ and noun_type(word.lower_) != "Thing" and word.lower_.rstrip(".") not in HONORIFICS
    return word.pos_ == "NOUN" and word.lower_.rstrip(".") not in HONORIFICS


def _is_second_subject(word: Token, name: Token) -> bool:
    """Tell whether the parser took a description and its name for two subjects: "Utility *Acme Gas* sells heat"."""
    both = word.dep_ == name.dep_ and name.dep_ in {"nsubj", "nsubjpass"} and word.head == name.head
    return both and word.tag_ == "NN" and not any(c.dep_ == "cc" for c in word.rights)


def _is_mistaken_antecedent(word: Token, name: Token) -> bool:
    """Tell whether the parser took a description for the head of a relative clause: "the software firm Acme said …"."""
    verb = name.head
    if verb.dep_ != "relcl" or verb.head != word or name.dep_ != "nsubj" or word.dep_ != "ROOT":
        return False
    return word.tag_ == "NN" and noun_type(word.lower_) != "Thing"


def _with_of_phrases(head: Token, end: int, depth: int) -> int:
    """Extend the end of a phrase over the `of`-phrases that follow it directly."""
    of = next((c for word in {head, head.doc[end - 1]} for c in word.rights if c.i == end and _completes(c)), None)
    target = next((c for c in of.rights if c.dep_ in {"pobj", "pcomp"}), None) if of is not None else None
    if depth == 0 or target is None or (head.dep_ == "dobj" and head.head.lemma_ in OF_VERBS):
        return end
    if target.dep_ == "pcomp":
        return _gerund_end(target) if target.tag_ == "VBG" else end
    inner = label_range(target) if target.ent_type_ else base_phrase(target)
    start = min(inner.start, base_phrase(target).start)
    if of is None or (start != of.i + 1 and not _only_determiners(head.doc, of.i + 1, start)):
        return end
    quantity = quantity_of(target, *inner)  # "a profit of between £4m and £5m"
    ends = (inner.end, target.i + 1, quantity.end if quantity is not None else 0)
    return _with_of_phrases(target, max(ends), depth - 1)


def _completes(preposition: Token) -> bool:
    """Tell whether a phrase is part of what its noun names: of, per, and what a superlative ranges over.

    >>> "the cost *per* pupil", "the largest bank *in* Europe"
    """
    if preposition.dep_ != "prep":
        return False
    superlative = any(c.tag_ == "JJS" and c.lower_ not in {"most", "least"} for c in preposition.head.lefts)
    return preposition.lower_ in {"of", "per"} or (superlative and preposition.lower_ == "in")


def _gerund_end(gerund: Token) -> int:
    """Return the end of a gerund with its object: "risk of *losing his job*"."""
    target = next((c for c in gerund.rights if c.dep_ == "dobj"), None)
    return gerund.i + 1 if target is None else base_phrase(target).end


def _only_determiners(doc: Parse, start: int, end: int) -> bool:
    return all(doc[i].dep_ in {"det", "predet"} for i in range(start, end))


class _Read(t.NamedTuple):
    """A mention with the end of its tokens."""

    mention: Mention
    end: int


def mention(head: Token | SpacyToken) -> Mention:
    """Return the mention that `head` is the head of."""
    return _read(token_of(head)).mention


def left_out(head: Token) -> Iterator[Token]:
    """Yield what depends on `head` behind its mention: relative clauses, appositions, most prepositional phrases."""
    end = _read(head).end
    return (word for word in head.rights if word.i >= end)


@kept
def _read(head: Token) -> _Read:
    """Read a mention; several claims share it."""
    doc = head.doc
    expression = time_at(head)
    if expression is not None and not _is_filled(head):
        return _as_mention(doc, TokenRange(expression.start, expression.end), head, "time", "Time", expression.time)
    tokens = label_range(head)
    quantity = quantity_of(head, *tokens)
    if quantity is not None:
        tokens = TokenRange(min(tokens.start, quantity.start), max(tokens.end, quantity.end))
        if tokens.end == quantity.end:
            root = doc[quantity.start : quantity.end].root
            return _as_mention(doc, tokens, root, "value", "Quantity", quantity.literal)
        return _as_mention(doc, tokens, head, "nominal", "Thing", quantity.literal)
    kind, kind_type = _kind_and_type(head)
    value = Literal(doc[tokens.start : tokens.end].text) if kind == "value" else None
    return _as_mention(doc, tokens, head, kind, kind_type, count_of(head) if kind == "nominal" else value)


def _is_filled(time: Token) -> bool:
    """Tell whether a noun of time only measures what fills it: "after *days* of heavy rain"."""
    filling = _noun_behind_of(time)
    return time.tag_ == "NNS" and filling is not None and filling.pos_ == "NOUN" and time_at(filling) is None


def _as_mention(
    doc: Parse, tokens: TokenRange, head: Token, kind: Kind, type_: str, value: Literal | Time | None
) -> _Read:
    span = doc.span(tokens.start, tokens.end)
    text = doc[tokens.start : tokens.end].text
    return _Read(Mention(span, text, head.offset, kind, type_, value), tokens.end)


def _kind_and_type(head: Token) -> tuple[Kind, str]:
    entity = entity_of(head)
    if _is_pronoun(head):
        return "pronoun", "Thing"
    if _is_counted(head):
        return "nominal", "Thing"
    if entity is not None and head.ent_type_ in ENTITY_TYPES:
        return "name", ENTITY_TYPES[head.ent_type_]
    if _counts_things(head):
        return "nominal", "Thing"
    if head.pos_ in {"NUM", "SYM"} or (entity is not None and head.ent_type_ in {"MONEY", "PERCENT"}):
        return "value", "Quantity"
    if head.pos_ == "PROPN":
        return "name", "Thing"
    return "nominal", "Thing"
