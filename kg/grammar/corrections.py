"""Corrections of parser errors that the surrounding words reveal, made before anything reads a parse.

The corrections are word patterns in `kg/data/corrections.txt` (`kg.grammar.patterns`), with their figures. This module
defines the words of the pattern notation that need Python: searches, and tests on the lexicon and WordNet. A correction
that fires fewer than three times on unseen text, or breaks as much as it repairs, is deleted unless plain grammar.
"""

import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

from kg.grammar.event_nouns import verb_of
from kg.grammar.labels import AUXILIARIES, FINITE_TAGS, NOMINAL_SUBJECTS, NOUN_TAGS, VERB_TAGS
from kg.grammar.meanings import is_inanimate
from kg.grammar.patterns import Changes, Member, Pattern, Vocabulary, by_labels, correction, patterns_of
from kg.lexicon import measures, names, nouns, verbs, words
from kg.lexicon.given_names import given_name_gender, is_reflexive
from kg.lexicon.noun_types import broad_type, means_person, noun_type
from kg.lexicon.supersenses import mostly_without_object, noun_supersense, verb_supersense
from kg.lexicon.verb_forms import participle

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token

APOSTROPHES: t.Final = frozenset({"'", "’"})
SURE: t.Final = 0.7
"""An attachment with at least this parser probability is kept if the words leave it open."""


def _finite_part(verb: "Token") -> "Token | None":
    """Return the finite word of a verb group: the first auxiliary, or the verb; None if it has none."""
    first = _first(verb.lefts, AUXILIARIES) or verb
    return first if first.tag_ in FINITE_TAGS else None


def _verb_above(word: "Token") -> "Token | None":
    """Return the nearest verb above a word."""
    while word.head is not word:
        word = word.head
        if word.tag_ in VERB_TAGS:
            return word
    return None


def _first(words: Iterable["Token"], labels: Set[str]) -> "Token | None":
    for word in words:
        if word.dep_ in labels:
            return word
    return None


def _verbs_before(word: "Token", above: "Token") -> Iterator["Token"]:
    """Yield the word just before a conjunct and its governors, as far as the head given by the parser (excluded)."""
    place = word.left_edge.neighbor(-1)
    while place is not None and (place.dep_ == "cc" or place.is_punct):
        place = place.neighbor(-1)
    while place is not None and place is not above and place.head is not place:
        yield place
        place = place.head


def _nouns_above(noun: "Token") -> Iterator["Token"]:
    """Yield the nouns whose prepositional phrases end with a noun, from the nearest on."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.tag_ in NOUN_TAGS:
        noun = noun.head.head
        yield noun


def _nouns_around(noun: "Token") -> Iterator["Token"]:
    """Yield the nouns whose phrases end with a noun, from the nearest on: "an *inquiry* led by the *judge* Ana Silva".

    They include the object just before a phrase that the parser attached to the verb: "treated *fans* from Lyon".
    """
    while noun.dep_ in {"appos", "pobj"} and noun.head is not noun:
        above = noun.head
        if noun.dep_ == "pobj":
            objects = (c for c in above.head.rights if c.dep_ == "dobj" and c.right_edge.i + 1 == above.i)
            above = next(objects, above.head)
            above = above.head if above.dep_ == "acl" else above  # "an inquiry led by *judges*"
        if above.tag_ not in NOUN_TAGS:
            return
        if noun.dep_ == "pobj":  # an apposition has the same referent
            yield above
        noun = above


def _nouns_before(verb: "Token", noun: "Token") -> Iterator["Token"]:
    """Yield the noun just before a relative clause, with those around it, if the parser chose one further away."""
    last = verb.left_edge.neighbor(-1)
    last = last.neighbor(-1) if last is not None and last.is_punct else last
    if last is None or last.i <= noun.i:
        return
    if last.tag_ in NOUN_TAGS and last.dep_ == "pobj":
        yield from (last, *_nouns_around(last))


def _is_unsurely_below(word: "Token", above: "Token") -> bool:
    """Return whether the parser was unsure that a word depends on another."""
    sure = word.doc.sureness(word.i, above.i)
    return sure is not None and sure < SURE


def _nouns_near(noun: "Token", verb: "Token") -> Iterator["Token"]:
    """Yield the nouns that a relative clause may modify besides its governor, from the nearest on."""
    yield from _nouns_before(verb, noun)
    yield from _nouns_around(noun)


def _is_parted_from(one: "Token", other: "Token") -> bool:
    """Return whether a mark separates two words."""
    first, last = sorted((one.i, other.i))
    return any(word.is_punct for word in one.doc.tokens[first + 1 : last])


def _both_words(*classes: str) -> Callable[["Token"], bool]:
    """Return a test whether a word and the one before it form an entry of the lexicon: "in *case*", "thanks *to*"."""
    known = words(*classes)
    last = {each.rpartition(" ")[2] for each in known}

    def test(word: "Token") -> bool:
        before = word.neighbor(-1) if word.lower_ in last else None
        return before is not None and f"{before.lower_} {word.lower_}" in known

    return test


def listed(table: Callable[..., Set[str]], form: str) -> Callable[..., Member]:
    """Return a function that makes tests for classes of a lexicon table, by the lemma of a word or its text."""
    return lambda *classes: Member(form, frozenset(table(*classes)))


TESTS: t.Final[Mapping[str, Callable[["Token"], bool]]] = {
    "alphabetic": lambda word: word.text[0].isalpha(),
    "before-head": lambda word: word.i < word.head.i,
    "base-like": lambda word: word.lower_ == word.lemma_.lower(),
    "capital": lambda word: word.text[0].isupper(),
    "ends-as-sentence": lambda word: any(last.text == "." for last in [*word.sent][-2:]),
    "for-person": lambda word: means_person(word.lower_),
    "given": lambda word: given_name_gender(word.text) is not None,
    "from-verb": lambda word: verb_of(word.lemma_.lower()) is not None,
    "in-ed": lambda word: word.lower_.endswith("ed"),
    "in-ics": lambda word: word.lower_.endswith("ics"),
    "in-small-letters": lambda word: word.text.islower(),
    "inanimate": is_inanimate,
    "known-noun": lambda word: noun_supersense(word.lower_) is not None,
    "known-verb": lambda word: verb_supersense(word.lemma_.lower()) is not None,
    "named": lambda word: bool(word.ent_type_),
    "objectless": lambda word: mostly_without_object(word.lemma_),
    "participle-form": lambda word: participle(word.lemma_) == word.lower_,
    "punctuation": lambda word: word.is_punct,
    "reflexive": lambda word: is_reflexive(word.lower_),
    "sentence-start": lambda word: word.is_sent_start,
    "short": lambda word: word.text[0] in APOSTROPHES,
    "small": lambda word: word.text == word.lower_,
    "spaced": lambda word: bool(word.whitespace_),
    "year": lambda word: word.text.isdecimal() and len(word.text) == 4,
}
RELATIONS: t.Final[Mapping[str, Callable[["Token", "Token"], bool]]] = {
    "similar": lambda word, other: (word.tag_, word.ent_type_) == (other.tag_, other.ent_type_),
    "before": lambda word, other: word.i < other.i,
    "after": lambda word, other: word.i > other.i,
    "directly-before": lambda word, other: word.i + 1 == other.i,
    "directly-after": lambda word, other: word.i == other.i + 1,
    "ends-before": lambda word, other: word.right_edge.i + 1 == other.left_edge.i,
    "ends-with": lambda word, other: word.right_edge is other.right_edge,
    "is": lambda word, other: word is other,
    "like": lambda word, other: (word.ent_type_, word.tag_ == "NNP") == (other.ent_type_, other.tag_ == "NNP"),
    "parted-from": _is_parted_from,
    "same-sentence": lambda word, other: word.sent is other.sent,
    "same-tag": lambda word, other: word.tag_ == other.tag_,
    "starts-after": lambda word, other: word.left_edge.i > other.i,
    "follows": lambda word, other: word.left_edge.i == other.i + 1,
    "starts-with": lambda word, other: word.left_edge is other,
    "same-word": lambda word, other: word.lower_ == other.lower_,
    "unsurely-below": _is_unsurely_below,
}
CLASSES: t.Final[Mapping[str, Callable[..., Member | Callable[["Token"], bool]]]] = {
    "both-words": _both_words,
    "action": lambda *kinds: lambda word: verb_supersense(word.lemma_.lower()) in kinds,
    "kind": lambda *kinds: lambda word: noun_supersense(word.lemma_.lower()) in kinds,
    "measures": listed(measures, "lower_"),
    "names": listed(names, "lower_"),
    "noun-type": lambda *types: lambda word: broad_type(noun_type(word.lemma_.lower())) in types,
    "nouns": listed(nouns, "lemma_"),
    "verbs": listed(verbs, "lemma_"),
    "words": listed(words, "lower_"),
}
STEPS: t.Final[Mapping[str, Callable[["Token"], "Token | None"]]] = {
    "auxiliary": lambda word: _first(reversed(word.lefts), AUXILIARIES),
    "before": lambda word: word.left_edge.neighbor(-1),
    "after": lambda word: word.right_edge.neighbor(1),
    "finite-part": _finite_part,
    "following": lambda word: word.neighbor(1),
    "opening": lambda word: word.doc.tokens[word.sent.start],
    "previous": lambda word: word.neighbor(-1),
    "subject": lambda verb: _first(verb.lefts, NOMINAL_SUBJECTS),
    "verb": _verb_above,
}
WALKS: t.Final[Mapping[str, Callable[["Token"], Iterable["Token"]]]] = {
    "around": lambda word: (word, *word.ancestors),
    "back-to-start": lambda word: reversed(word.doc.tokens[word.sent.start : word.i]),
    "lefts-back": lambda word: reversed(word.lefts),
    "nouns-above": _nouns_above,
    "to-end": lambda word: word.doc.tokens[word.i + 1 : word.sent.end],
}
BOUNDED: t.Final[Mapping[str, Callable[["Token", "Token"], Iterable["Token"]]]] = {
    "nouns-near": _nouns_near,
    "to": lambda word, other: word.doc.tokens[word.i : other.i],
    "up-to": lambda word, other: word.doc.tokens[word.i + 1 : other.i],
    "verbs-below": _verbs_before,
}
VOCABULARY: t.Final = Vocabulary(TESTS, RELATIONS, CLASSES, STEPS, WALKS, BOUNDED, {})
CORRECTIONS: t.Final[Mapping[str, Pattern[Changes]]] = patterns_of("corrections", VOCABULARY, correction)
"""The corrections by their names, in the order in which they are tried."""
_looking_at: t.Final = by_labels(CORRECTIONS)


def corrections(tokens: Sequence["Token"]) -> Iterator[tuple[str, Changes]]:
    """Yield the corrections of a parse, at most one per word: the name of each, and its changes.

    Args:
        tokens: the tokens of a whole parse, attached to their heads.
    """
    for word in tokens:
        for name, each in _looking_at(word.dep_, word.tag_):
            if changes := each(word):
                yield name, changes
                break
