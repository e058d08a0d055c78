"""Prepositional phrases: which words introduce them, and which of them are arguments."""

import typing as t
from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.predications import AGENT, Argument
from kg.extract.subjects import verb_left_alone
from kg.extract.syntax import WH_WORDS, child, children, is_verb

COMPLEX_PREPOSITIONS: t.Final = frozenset(
    {"as opposed to", "as part of", "as well as", "at risk of", "by means of", "by virtue of", "by way of",
     "for lack of", "in accordance with", "in addition to", "in case of", "in charge of", "in collaboration with",
     "in comparison with", "in conjunction with", "in connection with", "in contrast to", "in cooperation with",
     "in defiance of", "in exchange for", "in favor of", "in favour of", "in front of", "in honor of",
     "in honour of", "in light of", "in line with", "in opposition to", "in place of", "in protest at",
     "in pursuit of", "in regard to", "in relation to", "in respect of", "in response to", "in return for",
     "in search of", "in spite of", "in support of", "in terms of", "in view of", "in violation of", "on behalf of",
     "on grounds of", "on top of", "with regard to", "with respect to"}
)  # fmt: skip
DISCOURSE_MARKERS: t.Final = frozenset(
    {"for example", "for instance", "as a result", "of course", "in fact", "in addition", "in general",
     "in particular", "at all", "on the other hand", "in turn", "in contrast", "as a whole", "at least", "at first",
     "in short", "by contrast", "as such", "in the meantime", "as usual", "for now", "after all", "in all",
     "at best", "at most", "in effect", "on average"}
)  # fmt: skip


def prepositional(preposition: Token, before: tuple[Token, ...] = ()) -> Iterator[Argument]:
    """Yield the arguments that a preposition introduces; "out of", "because of" and their like are one marker."""
    marker = (*before, preposition)
    complex_target = complex_preposition(preposition) if not before else None
    if complex_target is not None:
        yield from prepositional(complex_target, (preposition, complex_target.head))
        return
    for word in preposition.children:
        if word.dep_ in {"prep", "pcomp"} and word.pos_ in {"ADP", "SCONJ", "PART"} and not is_verb(word):
            yield from prepositional(word, marker if word.i == preposition.i + 1 else ())
        elif word.dep_ == "pobj" and word.tag_ not in WH_WORDS and verb_left_alone(preposition, word) is None:
            yield Argument(role(preposition, marker), word, marker)
        elif word.dep_ == "pcomp" and is_verb(word):
            yield Argument(role(preposition, marker), word, marker, clausal=True)
        elif word.dep_ == "conj" and word.pos_ == "ADP":
            yield from prepositional(word)


def complex_preposition(preposition: Token) -> Token | None:
    """Return the last word of a preposition of three words, given its first: "*in* relation *to*"."""
    noun = child(preposition, "pobj")
    if noun is None or noun.i != preposition.i + 1:
        return None
    last = next((c for c in children(noun, "prep") if c.i == noun.i + 1), None)
    if last is None or f"{preposition.lower_} {noun.lower_} {last.lower_}" not in COMPLEX_PREPOSITIONS:
        return None
    return last


def role(preposition: Token, marker: tuple[Token, ...]) -> str:
    """Return the role that a preposition gives: its words, `by` for the agent of a passive."""
    if preposition.dep_ == "agent":
        return AGENT
    words = " ".join(token.lower_ for token in marker)
    return {"due": "due to", "because": "because of"}.get(words, words)


def is_discourse_marker(preposition: Token) -> bool:
    """Tell whether a prepositional phrase only connects the sentence to the text: "for example"."""
    words = preposition.doc[preposition.left_edge.i : preposition.right_edge.i + 1]
    return words.text.lower() in DISCOURSE_MARKERS
