"""Feature table of the candidates: small numbers for the model, and for the comparison of pairs."""

import typing as t
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter

import numpy as np

from kg.grammar.clause import WordKind
from kg.grammar.parse import Token
from kg.lexicon.name_forms import is_function_word
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.columns import NAMES, SCHEMES, Scheme, properties, sense_of
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.names import persons_named

Ints: t.TypeAlias = np.ndarray[t.Any, np.dtype[np.int64]]
Bools: t.TypeAlias = np.ndarray[t.Any, np.dtype[np.bool_]]
CONTENT: t.Final[frozenset[WordKind]] = frozenset({"noun", "name", "adjective", "number", "verb"})
WITHOUT_WORDS: t.Final = frozenset({"pronoun", "row"})
OTHER: t.Final = 5
LINKS: t.Final[Mapping[str, int]] = {
    "conjunct": 2, "adverbial clause": 3, "content clause": 4, "open clause": 4, "loose clause": 4,
}  # fmt: skip
"""How a clause depends on the verb above it; `OTHER` is any other way, `OWN` the verb of the clause itself."""
PLACES: t.Final[Mapping[str, Callable[[Candidate], int]]] = {
    "head": attrgetter("token.i"),
    "left": attrgetter("phrase.start"),
    "right": attrgetter("phrase.end"),
    "sentence": attrgetter("sentence"),
    "governor": attrgetter("governor.i"),
}
"""The columns of `MentionTable` that are positions."""
CODED: t.Final = ("form", "lemma", "text", "first", "governing_lemma", "sense", "pronoun_class")
"""The columns of `MentionTable` that are word codes."""


@dataclass(frozen=True, eq=False, slots=True)
class MentionTable:
    """The candidates of a Doc as columns, one row each.

    `values` are the columns of `COLUMNS`. The other columns serve to compare pairs: tokens (`head`, `left`, `right`,
    `governor`), positions, and word codes (`form`, `lemma`, `text`, `first`, ...), which are equal for equal words; a
    code below 0 equals no other. `speech` is the number of the speech around the candidate, or -1. `above` tells how
    it depends on each verb above, from that of its clause on, by a number of `LINKS`.
    """

    values: Ints
    head: Ints
    left: Ints
    right: Ints
    sentence: Ints
    paragraph: Ints
    form: Ints
    lemma: Ints
    text: Ints
    first: Ints
    governor: Ints
    governing_lemma: Ints
    person: Ints
    pronoun_class: Ints
    sense: Ints
    speech: Ints
    above: Sequence[Mapping[int, int]]
    modifiers: Sequence[frozenset[str]]
    words: Sequence[frozenset[str]]
    numbers: Sequence[frozenset[str]]

    def column(self, name: str) -> Ints:
        """Return one of the columns of `COLUMNS`."""
        return t.cast("Ints", self.values[:, NAMES.index(name)])


class _Codes(dict[Hashable, int]):
    """A number for each value, in order of first occurrence."""

    def __missing__(self, value: Hashable) -> int:
        self[value] = len(self)
        return self[value]

    def of(self, values: Sequence[Hashable]) -> list[int]:
        """Return the numbers of values; each None gets its own number below 0."""
        return [self[value] if value is not None else -2 - k for k, value in enumerate(values)]


def mentions_of(discourse: Discourse, scheme: Scheme = "news") -> MentionTable:
    """Return the feature table of a document's candidates, before any are linked.

    `scheme` is the annotation scheme that the networks are to follow.
    """
    candidates = discourse.candidates
    speeches = [discourse.speech_of.get(candidate.token.i, -1) for candidate in candidates]
    quoted, marked = [int(speech >= 0) for speech in speeches], [SCHEMES.index(scheme)] * len(candidates)
    values = {**properties(candidates, persons_named(discourse)), "quoted": quoted, "scheme": marked}
    compared = {name: [*map(place, candidates)] for name, place in PLACES.items()} | _codes(candidates)
    compared |= {"speech": speeches, "paragraph": [discourse.stretch.paragraph[head] for head in compared["head"]]}
    return MentionTable(
        np.array([values[name] for name in NAMES], dtype=np.int64).T,
        **{name: np.array(column, dtype=np.int64) for name, column in compared.items()},
        above=[_verbs_above(candidate.token) for candidate in candidates],
        modifiers=[candidate.phrase.modifiers for candidate in candidates],
        words=[frozenset[str]() if c.kind in WITHOUT_WORDS else _content(c) for c in candidates],
        numbers=[candidate.phrase.numbers for candidate in candidates],
    )


def _verbs_above(head: Token) -> Mapping[int, int]:
    """Return how a word depends on each verb above it, from the nearest on."""
    links: dict[int, int] = {}
    word, link = head, 1
    while (above := word.governor) is not word:
        if word is not head and word.kind == "verb":
            link = LINKS.get(word.function, OTHER)
        if above.kind == "verb":
            links[above.i] = link
        word = above
    return links


def _codes(candidates: Sequence[Candidate]) -> dict[str, list[int]]:
    """Return the columns of codes; a missing value gets its own code below 0."""
    codes, rows = _Codes(), [_coded(candidate) for candidate in candidates]
    columns = {name: codes.of([row[name] for row in rows]) for name in CODED}
    return columns | {"person": [-1 if each.pronoun is None else each.pronoun.person for each in candidates]}


def _coded(candidate: Candidate) -> Mapping[str, Hashable]:
    """Return the values by which a candidate is compared with others; None for one that cannot equal another."""
    kind, pronoun, governor = candidate.kind, candidate.pronoun, candidate.governor
    governing = governor.kind in {"verb", "noun"} and not governor.auxiliary
    return {
        "form": candidate.form if kind in {"name", "nominal", "value"} else None,
        "lemma": candidate.token.lemma_.lower() if kind not in WITHOUT_WORDS else None,
        "text": _text(candidate),
        "first": _words(candidate)[0].lower_ if kind != "pronoun" else None,
        "governing_lemma": governor.lemma_.lower() if governing else None,
        "sense": sense_of(candidate) or None,
        "pronoun_class": pronoun if pronoun is not None and pronoun.person > 0 else None,
    }


def _words(candidate: Candidate) -> Sequence[Token]:
    """Return the words of the whole noun phrase of a candidate."""
    return candidate.token.doc.tokens[candidate.phrase.start : candidate.phrase.end + 1]


def _text(candidate: Candidate) -> str:
    """Return a noun phrase in lower case without determiners and possessive marks."""
    words = _words(candidate)
    return " ".join([word.lower_ for word in words if word.function != "determiner" and word.form != "possessive"])


def _content(candidate: Candidate) -> frozenset[str]:
    """Return the base forms of the content words of a noun phrase."""
    content = [word for word in _words(candidate) if word.kind in CONTENT and not word.auxiliary]
    return frozenset([word.lemma_.lower() for word in content if not is_function_word(word.lower_)])
