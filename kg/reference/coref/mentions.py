"""What is known of each candidate by itself, as small numbers: what the model reads, and what pairs are compared by."""

import typing as t
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.grammar.clause import WordKind
from kg.lexicon.name_forms import is_function_word
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.columns import NAMES, SCHEMES, Scheme
from kg.reference.coref.contexts import Contexts, contexts_of
from kg.reference.coref.properties import properties, sense_of
from kg.reference.coref.tokens import Tokens

Ints: t.TypeAlias = np.ndarray[t.Any, np.dtype[np.int64]]
CONTENT: t.Final[frozenset[WordKind]] = frozenset({"noun", "name", "adjective", "number", "verb"})
WITH_FORM: t.Final = frozenset({"name", "nominal", "value"})
WITHOUT_WORDS: t.Final = frozenset({"pronoun", "row"})
NONE: t.Final = frozenset[str]()
VERBS: t.Final = frozenset({"verb", "auxiliary"})
OWN: t.Final = 1
OTHER: t.Final = 5
LINKS: t.Final[Mapping[str, int]] = {
    "conjunct": 2, "adverbial clause": 3, "content clause": 4, "open clause": 4, "loose clause": 4,
}  # fmt: skip
"""How a clause hangs on the verb above it; `OTHER` is any other way, `OWN` the verb of the clause itself."""


@dataclass(frozen=True, eq=False, slots=True)
class MentionTable:
    """The candidates of a Doc as columns, one row each.

    `values` are the columns of `COLUMNS`. The other columns are what pairs are compared by: tokens (`head`, `left`,
    `right`, `governor`), places, and codes of words (`form`, `lemma`, `text`, `first`, ...), which are equal where the
    words are; a code below 0 is equal to no other. `speech` is the number of the speech that it stands in, or -1.
    `above` tells how it hangs on each verb above, from that of its clause on, by a number of `LINKS`.
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
    """A number for each value, in the order in which they come."""

    def __missing__(self, value: Hashable) -> int:
        self[value] = len(self)
        return self[value]

    def of(self, values: Sequence[Hashable], known: Sequence[bool]) -> list[int]:
        """Return the numbers of values; each that is not known has one of its own below 0."""
        return [self[value] if known[k] else -2 - k for k, value in enumerate(values)]


def mention_table(
    tokens: Tokens,
    found: Sequence[Candidate],
    speeches: Sequence[int],
    persons: Mapping[int, Candidate],
    scheme: Scheme = "news",
) -> MentionTable:
    """Return the columns of the candidates.

    Args:
        tokens: of the Doc.
        found: its candidates.
        speeches: the number of the speech that each candidate stands in, or -1.
        persons: by the index of a last name that stands alone, the full name of the person.
        scheme: by which the networks are to mark what is one.
    """
    contexts = contexts_of(tokens, found)
    values = properties(tokens, found, contexts, [int(speech >= 0) for speech in speeches], persons)
    marked = [SCHEMES.index(scheme)] * len(found)
    compared = {**_places(tokens, contexts), **_codes(tokens, found, contexts), "speech": speeches}
    return MentionTable(
        np.array([{**values, "scheme": marked}[name] for name in NAMES], dtype=np.int64).T,
        **{name: np.array(column, dtype=np.int64) for name, column in compared.items()},
        above=[_verbs_above(tokens, head) for head in contexts.head],
        modifiers=[phrase.modifiers for phrase in contexts.phrase],
        words=[
            NONE if candidate.kind in WITHOUT_WORDS else _content(tokens, start, end)
            for candidate, start, end in zip(found, contexts.start, contexts.end, strict=True)
        ],
        numbers=[phrase.numbers for phrase in contexts.phrase],
    )


def _places(tokens: Tokens, contexts: Contexts) -> Mapping[str, Sequence[int]]:
    return {
        "head": contexts.head,
        "left": contexts.start,
        "right": contexts.end,
        "sentence": [tokens.sentence[head] for head in contexts.head],
        "paragraph": [tokens.paragraph[head] for head in contexts.head],
        "governor": contexts.governor,
    }


def _verbs_above(tokens: Tokens, head: int) -> Mapping[int, int]:
    """Return how a word hangs on each verb above it, from the nearest on."""
    found: dict[int, int] = {}
    link, word = OWN, head
    while tokens.governor[word] != word:
        if word != head and tokens.kind[word] in VERBS:
            link = LINKS.get(tokens.function[word], OTHER)
        word = tokens.governor[word]
        if tokens.kind[word] in VERBS:
            found[word] = link
    return found


def _codes(tokens: Tokens, found: Sequence[Candidate], contexts: Contexts) -> Mapping[str, Sequence[int]]:
    """Return the columns of codes; what has none stands alone, with a code of its own below 0."""
    codes, kinds, governors = _Codes(), [candidate.kind for candidate in found], contexts.governor
    senses = list(map(sense_of, found))
    persons = [candidate.pronoun.person if candidate.pronoun is not None else -1 for candidate in found]
    return {
        "form": codes.of([candidate.form for candidate in found], [kind in WITH_FORM for kind in kinds]),
        "lemma": codes.of(
            [tokens.lemma[head] for head in contexts.head], [kind not in WITHOUT_WORDS for kind in kinds]
        ),
        "text": [codes[_text(tokens, *ends)] for ends in zip(contexts.start, contexts.end, strict=True)],
        "first": codes.of([tokens.lower[start] for start in contexts.start], [kind != "pronoun" for kind in kinds]),
        "governing_lemma": codes.of(
            [tokens.lemma[governor] for governor in governors],
            [tokens.kind[governor] in {"verb", "noun"} for governor in governors],
        ),
        "person": persons,
        "sense": codes.of(senses, list(map(bool, senses))),
        "pronoun_class": codes.of([candidate.pronoun for candidate in found], [person > 0 for person in persons]),
    }


def _text(tokens: Tokens, start: int, end: int) -> str:
    """Return a noun phrase in small letters without determiners and possessive marks."""
    function, form, lower = tokens.function, tokens.form, tokens.lower
    return " ".join(
        [lower[k] for k in range(start, end + 1) if function[k] != "determiner" and form[k] != "possessive"]
    )


def _content(tokens: Tokens, start: int, end: int) -> frozenset[str]:
    """Return the base forms of the content words of a noun phrase."""
    pos, lower, lemma = tokens.kind, tokens.lower, tokens.lemma
    return frozenset([lemma[k] for k in range(start, end + 1) if pos[k] in CONTENT and not is_function_word(lower[k])])
