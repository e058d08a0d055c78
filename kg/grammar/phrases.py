"""Whole noun phrases; each named rule that shortened a label is recorded on the phrase.

A label is the phrase from its first word to its last, without the parts that the rules of `kg.grammar.cuts` remove.
"""

import typing as t
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.grammar.clause import Modifier, ModifierKind, Phrase, Word
from kg.grammar.cuts import (
    cuts_of,
    gives_kind,
    is_after_bracket,
    is_after_kind,
    is_apart,
    is_cut,
    is_dash,
    is_name,
    is_no_other,
    is_some_there,
    openings_of,
    ties_sentences,
)
from kg.grammar.labels import NAME_PARTS, NAME_TAGS, NOMINAL_KINDS, NOUN_TAGS, QUOTES, RELATIVE_TAGS, VERB_TAGS
from kg.grammar.parse import Parse, Token, cached, word_of
from kg.lexicon import words
from kg.lexicon.gazetteer import default_gazetteer
from kg.lexicon.noun_types import is_general_name
from kg.lexicon.numerals import numbers_in

OPENING: t.Final = frozenset({"(", "["})
CLOSING: t.Final = frozenset({")", "]"})
INTRODUCING: t.Final = "introducing"
"""The rule of `CUTS` that does not apply to a bare noun, or to a noun within another label: they need the clause."""
COUNTS: t.Final = numbers_in(range(2, 10))
"""The words with which a noun may count the members of the list after it."""
LONGEST: t.Final = 16
"""The maximum number of words of a clause that is kept in a label."""
OWNERS: t.Final = frozenset({"", "GPE", "NORP", "ORG"})
"""The recogniser's labels of what may own a body; "" is none."""
THE: t.Final = "the"
ARTICLES: t.Final = words("determiner", "a") | {THE}
MODIFIER_KINDS: t.Final[t.Mapping[str, ModifierKind]] = {
    "det": "determiner", "predet": "determiner", "poss": "possessor", "nummod": "quantity", "quantmod": "quantity",
    "amod": "quality", "compound": "compound", "nmod": "compound", "appos": "apposition", "prep": "preposition",
}  # fmt: skip


def is_noun(token: Token) -> bool:
    """Return whether a token can be the head of a noun phrase."""
    return token.pos_ in NOMINAL_KINDS


class Shared(t.NamedTuple):
    """Several nouns joined by "and", each with the words before it, and the modifiers after the last."""

    nouns: tuple[tuple[Word, ...], ...]
    opening: Word
    phrase: Phrase


def shared_phrase(head: Token) -> Shared | None:
    """Return bare nouns that may share the phrase after the last one: "*chairman and head* of Acme"."""
    nouns = [head]
    while joined := [word for word in nouns[-1].rights if word.dep_ == "conj" and is_noun(word)]:
        nouns.append(joined[0])
    after = head.doc.tokens[min(nouns[-1].i + 1, len(head.doc.tokens) - 1)]
    inside = _noun_inside(after) if after.dep_ == "prep" and after.head in nouns else None
    if inside is None or len(nouns) == 1 or not _are_bare(nouns):
        return None
    inner = (head.doc.tokens[noun.left_edge.i + (noun.left_edge.lower_ == THE) : noun.i + 1] for noun in nouns)
    return Shared(tuple(tuple(map(word_of, each)) for each in inner), word_of(after), phrase_of(inside))


def _are_bare(nouns: Sequence[Token]) -> bool:
    """Return whether only conjunctions separate some nouns, and only the first may have a "the"."""
    own = (each for noun in nouns for each in noun.lefts if each.dep_ in {"det", "poss", "nummod"})
    between = (word for a, b in pairwise(nouns) for word in a.doc.tokens[a.i + 1 : b.left_edge.i])
    bare = all(word.head is nouns[0] and word.lower_ == THE for word in own)
    return bare and all(word.dep_ == "cc" or word.text == "," for word in between)


@cached
def phrase_of(head: Token) -> Phrase:
    """Return the phrase of a head with its modifiers and conjuncts."""
    conjuncts = tuple(map(phrase_of, own_conjuncts(head)))
    start, end = extent(head)
    label_start, label_end, cuts = label_of(head)
    return Phrase(
        head=word_of(head),
        start=start,
        end=end,
        label_start=label_start,
        label_end=label_end,
        modifiers=tuple(_modifiers(head)),
        conjuncts=tuple(each for other in conjuncts for each in (other, *other.conjuncts)),
        joint=next((word_of(word) for word in head.rights if word.dep_ == "cc"), None),
        entity=head.ent_type_,
        cuts=cuts,
    )


def noun_phrases(parse: Parse) -> Iterator[Phrase]:
    """Yield the phrase of each noun and name of a parse, in text order; they are found once."""
    found = parse.known[noun_phrases]
    if not found:
        found |= {token.i: phrase_of(token) for token in parse.tokens if token.pos_ in {"NOUN", "PROPN"}}
    return iter(found.values())


def named_phrase(parse: Parse, index: int) -> Phrase | None:
    """Return the phrase of the name that starts at the word with that number, or None."""
    tokens = parse.tokens
    if index >= len(tokens) or tokens[index].ent_iob_ != "B":
        return None
    _, end = parse.around_entity(index, index + 1)
    heads = [word for word in tokens[index:end] if not index <= word.head.i < end]
    return phrase_of(heads[0]) if heads else None


def phrase_without(head: Token, clause: Token) -> Phrase:
    """Return the phrase of a head as seen from a clause that modifies it: without that clause and what follows it.

    For example "the *bank* which fined nobody" becomes "the bank".
    """
    phrase = phrase_of(head)
    edge, start, end = clause.left_edge.i, phrase.label_start, phrase.label_end
    if start <= edge < end:
        start, end = (start, edge) if clause.i > head.i else (clause.right_edge.i + 1, end)
        start, end = trimmed(head.doc, min(start, head.i), max(end, head.i + 1), head.i)
    return replace(phrase, start=start, end=end, label_start=start, label_end=end)


def own_conjuncts(head: Token) -> list[Token]:
    """Return the direct conjuncts of a noun.

    In "A but not B" and "A rather than B" only A counts; in "Smith & Sons" there are none.
    """
    joined = [word for word in head.rights if word.dep_ == "conj" and is_noun(word) and is_cut("conjunct", word)]
    return [word for word in joined if not is_no_other(word)] if joined else joined


def extent(head: Token) -> tuple[int, int]:
    """Return the start and end (half-open) of the whole phrase of a head, including its conjuncts."""
    return trimmed(head.doc, head.left_edge.i, head.right_edge.i + 1, head.i)


def trimmed(parse: Parse, start: int, end: int, head: int) -> tuple[int, int]:
    """Return a span without the marks and conjunctions at its ends; brackets and quotation marks stay paired."""
    if end - start == 1:
        return start, end
    tokens = parse.tokens
    marks = parse.marks_between(start, end + 1)
    start = _after_bracket(tokens, start, head) if marks else start
    while start < head and _is_edge(tokens[start]):
        start += 1
    while end - 1 > head and _is_edge(tokens[end - 1]):
        end -= 1
    if not marks:
        return start, end
    if end < len(tokens) and tokens[end].text in CLOSING and tokens[end - 1].text not in CLOSING:
        inside = [word.text for word in tokens[start:end]]
        end += sum(map(OPENING.__contains__, inside)) > sum(map(CLOSING.__contains__, inside))
    return _paired(tokens, start, end, head)


def _after_bracket(tokens: Sequence[Token], start: int, head: int) -> int:
    """Return the start of a span, moved out of brackets: "the Relief Office (RO) *head*"."""
    brackets = [word for word in tokens[start:head] if word.text in OPENING | CLOSING]
    return brackets[0].i + 1 if brackets and brackets[0].text in CLOSING else start


def _is_edge(word: Token) -> bool:
    if word.tag_ == "POS" or word.dep_ == "cc" or word.is_space:
        return True
    return word.is_punct and word.text not in QUOTES and word.text not in "%."


def _paired(tokens: Sequence[Token], start: int, end: int, head: int) -> tuple[int, int]:
    """Return a span without half a quotation: a mark at its edge is removed, or its adjacent partner is added."""
    marks = [word.i for word in tokens[start:end] if word.is_punct and word.text in QUOTES]
    if len(marks) % 2 == 1:
        return _unpaired(tokens, start, end, head)
    if start < head < end - 1 and tokens[start].text in QUOTES and tokens[end - 1].text in QUOTES:
        return start + 1, end - 1
    return start, end


def _unpaired(tokens: Sequence[Token], start: int, end: int, head: int) -> tuple[int, int]:
    """Return a span with an unpaired mark, extended by the mark after it, or without the marks at its edges."""
    if end < len(tokens) and tokens[end].text in QUOTES and tokens[start].text not in QUOTES:
        return start, end + 1
    while start < head and tokens[start].text in QUOTES:
        start += 1
    while end - 1 > head and tokens[end - 1].text in QUOTES:
        end -= 1
    return start, end


@cached
def label_of(head: Token) -> tuple[int, int, tuple[str, ...]]:
    """Return the start and end (half-open) of the label of a head, and the names of the rules that cut it."""
    (start, opened), (end, closed) = label_edges(head)
    start, end = trimmed(head.doc, *between_dashes(head, start, end), head.i)
    return start, _end_of_list(head) or end, (*opened, *closed)


def _end_of_list(noun: Token) -> int:
    """Return the end of a list that names all things that a noun counts: "two firms*, Acme and Bolt*"; else 0."""
    count = next((COUNTS.get(word.lower_) for word in noun.lefts if word.dep_ == "nummod"), None)
    members = _members(noun) if count is not None else []
    named = bool(members) and len(members) == count and all(word.pos_ == "PROPN" for word in members)
    return label_of(members[-1])[1] if named else 0


def _members(noun: Token) -> list[Token]:
    """Return the members of a list that follows a mark, but not a bracket: "two firms - *Acme* and *Bolt*"."""
    apart = (word for word in noun.rights if word.dep_ == "appos" and is_apart(word))
    found = [word for word in apart if word.left_edge.nbor(-1).text not in OPENING][:1]
    while found and (joined := own_conjuncts(found[-1])):
        found += joined[:1]
    return found


def without_broken(head: Token, end: int) -> int:
    """Return the end of a label without a final preposition whose noun is outside it: "a bid *for*"."""
    tokens = head.doc.tokens
    while end - 1 > head.i and _is_broken(tokens[end - 1], end):
        end -= 1
    return end


def _is_broken(last: Token, end: int) -> bool:
    """Return whether the object of a preposition is missing or after the label; not so in "what they look *for*"."""
    return last.dep_ == "prep" and (last.head.tag_ in NOUN_TAGS or last.right_edge.i >= end)


def label_edges(head: Token) -> tuple[tuple[int, tuple[str, ...]], tuple[int, tuple[str, ...]]]:
    """Return the start and end of a label before it is trimmed, each with the names of the rules that cut it there."""
    named = name_extent(head)
    start, cuts = (named[0], ()) if named is not None else _label_start(head)
    titled = head.pos_ == "PROPN" or (named is not None and head.text.istitle())
    start = _start_of_name(head, start) if titled else start
    return (start, cuts), _label_end(head, named[1] if named is not None else head.i + 1)


def between_dashes(head: Token, start: int, end: int) -> tuple[int, int]:
    """Return the part of a span around its head, bounded by dashes with space on both sides.

    For example "Silva - *another board member*".
    """
    marks = head.doc.marks_between(start, end) if end - start > 1 else ()
    dashes = [i for i in marks if is_dash(head.doc.tokens[i])]
    if not dashes:
        return start, end
    before = max((i + 1 for i in dashes if i < head.i), default=start)
    after = min((i for i in dashes if i > head.i), default=end)
    return before, after


def _label_start(head: Token) -> tuple[int, tuple[str, ...]]:
    cuts: list[str] = []
    start = head.left_edge.i + ties_sentences(head.left_edge)
    for word in head.lefts:
        opens = word.left_edge.i == start
        rule = next((name for name, holds in openings_of(word.dep_, word.tag_) if holds(word)), None) if opens else None
        if rule is not None:
            cuts.append(rule)
            start = word.right_edge.i + 1
    name = _start_after_kind(head, start)
    return min(name, head.i), (*cuts, *(["kind-before-name"] if name > start else []))


def _start_after_kind(head: Token, start: int) -> int:
    """Return the start of a name that the recogniser missed, after the noun of its kind: "*gas monopoly* Norgas".

    Letters alone are not a name: "voter *ID*", "home *PCs*".
    """
    if head.pos_ != "PROPN":
        return start
    tokens, first = head.doc.tokens, head.i
    while first > start and (tokens[first - 1].text[:1].isupper() or tokens[first - 1].tag_ == "POS"):
        first -= 1
    kind = tokens[max(first - 1, start)]
    alone = first == head.i and (head.text.removesuffix("s").isupper() or head.tag_ not in NAME_TAGS)
    named = tokens[first].text[:1].isupper() and not alone
    return first if named and gives_kind(kind) else start


def _label_end(head: Token, end: int, *, within: bool = False) -> tuple[int, tuple[str, ...]]:
    rules: tuple[str, ...] = ()
    for word in head.rights:
        if word.right_edge.i < end:
            continue
        rule = next((name for name, holds in cuts_of(word.dep_, word.tag_) if holds(word)), None)
        if rule == INTRODUCING and (within or _needs(head, word, end)):
            end, rules = word.right_edge.i + 1, (rule,)
            continue
        if rule is not None and _continues(head, word):
            continue
        if rule == "stray" and word.dep_ == "punct" and word.text not in {";", ":", "(", "[", "--", "–", "—"}:
            continue
        if rule is not None:
            return end, (*rules, rule)
        inner = _inner_end(word)
        end = max(end, inner)
        if inner < word.right_edge.i + 1:
            return end, (*rules, "inside")
    return end, rules


def _needs(noun: Token, clause: Token, end: int) -> bool:
    """Return whether a label that ends at `end` is a bare noun, which needs its clause: "a *deal* valued at $5m".

    A noun in "there is" needs none ("there are *people* who say so"), and "which" may add a separate fact.
    """
    bare = end == noun.i + 1 and all(word.dep_ == "det" for word in noun.lefts)
    introduced = is_some_there(noun) or any(word.tag_ == "WDT" and word.lower_ != "that" for word in clause.lefts)
    return bare and not introduced and len(list(clause.subtree)) <= LONGEST


def _continues(head: Token, dependent: Token) -> bool:
    """Return whether a phrase continues after a bracket: "two metres (*six feet*) of water"."""
    preposition = next((word for word in head.rights if word.i > dependent.i and word.dep_ == "prep"), None)
    return preposition is not None and is_after_bracket(preposition) and not is_name(head)


def _inner_end(dependent: Token) -> int:
    """Return the end of a dependent without the parts cut off its own last noun: "the head of Acme*, which …*"."""
    last = next((word for word in reversed(dependent.rights) if word.dep_ != "punct"), None)
    if last is None:
        return dependent.right_edge.i + 1
    if is_noun(last) and dependent.dep_ == "prep":
        joined = own_conjuncts(last)
        return _joint_end(last, joined) if joined else _end_with_name(last)
    return _inner_end(last) if dependent.dep_ == "prep" else dependent.right_edge.i + 1


def _end_with_name(noun: Token) -> int:
    """Return the end of the last noun of a dependent, including a name after it: "users of the program *Acme*"."""
    end = _end_within(noun)
    name = next((word for word in noun.rights if word.dep_ == "appos" and word.left_edge.i == end), None)
    return label_of(name)[1] if name is not None and is_after_kind(name) else end


def _end_within(noun: Token) -> int:
    """Return the end of a noun within a label, including its introducing clause: "a buyout in a deal *worth $5m*"."""
    _, end, cuts = label_of(noun)
    if INTRODUCING not in cuts or is_some_there(noun):
        return end
    return trimmed(noun.doc, noun.i, _label_end(noun, noun.i + 1, within=True)[0], noun.i)[1]


def _joint_end(noun: Token, joined: list[Token]) -> int:
    """Return the end of a coordination: "of Oslo*, Lyon and Graz*"."""
    last = noun.rights[-1]
    shared = last.right_edge.i + 1 if last.dep_ == "prep" else 0
    while joined:
        noun, joined = joined[-1], own_conjuncts(joined[-1])
    return max(shared, _end_within(noun))


@cached
def name_extent(head: Token) -> tuple[int, int] | None:
    """Return the start and end of the recogniser's name whose head is a token, without its article."""
    if not is_name(head):
        return None
    tokens, (start, end) = head.doc.tokens, head.doc.around_entity(head.i, head.i + 1)
    if start <= head.head.i < end and head.head is not head:
        return None
    while end - 1 > head.i and (tokens[end - 1].tag_ == "POS" or tokens[end - 1].is_space):
        end -= 1
    while start < head.i and tokens[start].tag_ in {"DT", "PDT", "PRP$"}:
        start += 1
    counted = head.recognised == "NORP" or any(w.dep_ == "nummod" or w.ent_type_ == "ORDINAL" for w in head.lefts)
    return None if counted and start == head.i else (_start_with_owner(head, start, end), end)


def _start_of_name(head: Token, start: int) -> int:
    """Return the start of a name: a capitalized article inside a sentence is part of it, "starred in *The* Aviator".

    So is "*A*" in "*A* Long Winter"; any other article is excluded.
    """
    near = head.doc.tokens[max(start - 1, 0) : min(start + 1, head.i)]
    first = next((word for word in reversed(near) if word.text.istitle() and word.lower_ in ARTICLES), None)
    if first is None:
        return start
    opened = first.is_sent_start or (first.nbor(-1).is_punct and first.nbor(-1).text != ",")
    inside = not opened and any(word.tag_ in VERB_TAGS and word.text.islower() for word in head.sent)
    return first.i if inside else first.i + 1


def _start_with_owner(head: Token, start: int, end: int) -> int:
    """Return the start of a name, including the owner of a body that others also have: "*Norland's* Air Force"."""
    owner = next((word for word in head.lefts if word.dep_ == "poss" and word.right_edge.i + 1 == start), None)
    name = head.doc[start:end].words
    if owner is None or owner.right_edge.tag_ != "POS" or not is_general_name(name):
        return start
    first = owner.left_edge.i + (owner.left_edge.tag_ == "DT")
    named = owner.recognised in OWNERS and all(word.text[0].isupper() for word in head.doc[first : owner.i + 1])
    known = any(map(default_gazetteer().find, (name, head.doc.tokens[start].text)))
    return first if named and not known else start


def _modifiers(head: Token) -> Iterator[Modifier]:
    for word in head.children:
        if word.dep_ in {"punct", "conj", "cc", "case", "preconj"}:
            continue
        kind = _kind_of(head, word)
        inside = _noun_inside(word)
        start, end = extent(word)
        marker = (word_of(word),) if word.dep_ == "prep" else ()
        phrase = phrase_of(inside) if inside is not None else None
        yield Modifier(kind, start, end, word_of(word), marker, phrase, is_apart(word))


def _kind_of(noun: Token, word: Token) -> ModifierKind:
    if word.dep_ == "relcl":
        return "describing" if is_cut("describing-clause", word) else "restrictive"
    if word.dep_ == "acl":
        if any(w.dep_ == "mark" for w in word.lefts):
            return "content"
        return "infinitive" if word.tag_ == "VB" else "participle"
    if word.dep_ in NAME_PARTS and is_title(word, noun):
        return "title"
    return MODIFIER_KINDS.get(word.dep_, "other")


def is_title(word: Token, noun: Token) -> bool:
    """Return whether a word describes the name after it: "*President* Ana Silva"."""
    named = name_extent(noun)
    return named is not None and word.i < named[0] and word.ent_type_ == ""


def _noun_inside(word: Token) -> Token | None:
    if word.dep_ == "prep":
        return next((w for w in word.rights if w.dep_ == "pobj" and w.tag_ not in RELATIVE_TAGS), None)
    if word.dep_ in {"poss", "appos", "compound", "nmod"} and word.tag_ not in VERB_TAGS:
        return word
    return None
