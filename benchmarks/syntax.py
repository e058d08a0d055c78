"""Small queries on a dependency parse for the views of the claims; the labels are those of spaCy's models."""

import typing as t

from kg.grammar.parse import Token, cached

SUBJECTS: t.Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
AUXILIARIES: t.Final = frozenset({"aux", "auxpass"})
VERB_TAGS: t.Final = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
NOMINAL_TAGS: t.Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
PLACES: t.Final = frozenset({"GPE", "LOC", "FAC"})
PLURAL_VERBS: t.Final = frozenset({"are", "were", "have"})
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


def child(token: Token, *labels: str) -> Token | None:
    """Return the first child of `token` with one of the labels."""
    return next((word for word in token.children if word.dep_ in labels), None)


def children(token: Token, *labels: str) -> list[Token]:
    """Return the children of `token` with one of the labels, in text order."""
    return [word for word in token.children if word.dep_ in labels]


def is_verb(token: Token) -> bool:
    """Return whether `token` is used as a verb or copula."""
    return token.tag_ in VERB_TAGS


def first_conjunct(token: Token) -> Token:
    """Return the first conjunct of the coordination around `token`."""
    while token.dep_ == "conj":
        token = token.head
    return token


@cached
def conjuncts(head: Token) -> list[Token]:
    """Return `head` and its conjuncts below it, in text order ("A, B and C"; for "A but not B" only A)."""
    found = [head]
    for word in found:  # a list that grows during iteration
        found += [
            other for other in children(word, "conj") if not _is_contrasted(other) and not _is_half_of_name(other)
        ]
    return sorted(found, key=lambda token: token.i)


def _is_contrasted(conjunct: Token) -> bool:
    """Return whether "not" is before a conjunct that is not a verb: "the firms and *not the banks*"."""
    first = conjunct.left_edge
    before = first.nbor(-1) if first.i > 0 else first
    return not is_verb(conjunct) and "not" in {first.lower_, before.lower_}


def _is_half_of_name(conjunct: Token) -> bool:
    """Return whether a conjunct is the end of one name: "Smith & *Sons*"."""
    first = conjunct.left_edge
    return first.i > 0 and first.nbor(-1).text == "&" and {conjunct.pos_, conjunct.head.pos_} == {"PROPN"}


def nominal_conjuncts(head: Token) -> list[Token]:
    """Return `head` and the nouns that are coordinated with it.

    Conjuncts that the parser attached one level too low are raised: in "sales of tools, repairs and the *lease* of
    vans" the lease is parallel to the sales, as both have an of-phrase.
    """
    if head.pos_ not in NOMINAL_TAGS:
        return [head]
    found = [c for c in conjuncts(head) if c == head or (c.pos_ in NOMINAL_TAGS and not _is_cut_word(c))]
    found += _names_behind_comma(head)
    inner = _of_object(head)
    below = conjuncts(inner)[1:] if inner is not None else []
    parallel = inner is not None and _of_object(inner) is None and any(_of_object(noun) is not None for noun in below)
    return sorted({*found, *below}, key=lambda token: token.i) if parallel else found


def _names_behind_comma(head: Token) -> list[Token]:
    """Return the names of a list that was parsed as an apposition: "Acme, *Bolt* and *Norlin* were sold"."""
    name, verb = child(head, "appos"), head.head
    if name is None or head.dep_ not in SUBJECTS or {head.tag_, name.tag_} != {"NNP"}:
        return []
    plural = any(word.lower_ in PLURAL_VERBS for word in (verb, *children(verb, *AUXILIARIES)))
    return conjuncts(name) if plural and child(name, "conj") is not None else []


def _of_object(noun: Token) -> Token | None:
    """Return the noun in the of-phrase of `noun`."""
    return next((p for of in children(noun, "prep") if of.lower_ == "of" for p in children(of, "pobj")), None)


def _is_cut_word(token: Token) -> bool:
    """Return whether a "conjunct" is a mark, or only the rest of a word that was split at its hyphen."""
    if len(token) == 1 and not token.text.isalnum() and token.text != "%":
        return True
    if token.ent_iob_ == "I" and (token.ent_type_ == "PERSON" or token.pos_ == "PROPN"):
        return False  # "Park Joo-*Ho*", "Baden-*Baden*"
    before = token.doc[max(token.i - 2, 0) : token.i]
    return len(before) == 2 and before[1].text == "-" and not any(word.whitespace_ for word in before)


def complex_preposition(preposition: Token) -> Token | None:
    """Return the last word of a preposition of several words, given its first: "*in* relation *to*"."""
    noun = child(preposition, "pobj")
    if noun is None or noun.i not in {preposition.i + 1, preposition.i + 2}:
        return None
    last = next((c for c in children(noun, "prep") if c.i == noun.i + 1), None)
    if last is None or preposition.doc[preposition.i : last.i + 1].text.lower() not in COMPLEX_PREPOSITIONS:
        return None
    return last


def is_containing_place(place: Token) -> bool:
    """Return whether a place contains the place before it: "Ghent, *Belgium*, is flooded"."""
    inner = place.head
    if place.dep_ != "appos" or not {inner.ent_type_, place.ent_type_} <= PLACES:
        return False
    listed = child(place, "conj", "cc", "appos") is not None or len(children(inner, "conj", "appos")) > 1
    return not listed and place.left_edge.i == inner.i + 2 and inner.nbor().text == ","
