"""What is known of each candidate by itself, as small numbers: what the model reads, and what pairs are compared by."""

import typing as t
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.grammar.clause import WordKind
from kg.lexicon.name_forms import is_function_word
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.clauses import clauses_of
from kg.reference.coref.columns import NAMES
from kg.reference.coref.contexts import Contexts, contexts_of
from kg.reference.coref.properties import properties
from kg.reference.coref.tokens import Tokens

Ints: t.TypeAlias = np.ndarray[t.Any, np.dtype[np.int64]]
CONTENT: t.Final[frozenset[WordKind]] = frozenset({"noun", "name", "adjective", "number", "verb"})
WITH_FORM: t.Final = frozenset({"name", "nominal", "value"})
WITHOUT_WORDS: t.Final = frozenset({"pronoun", "row"})
NONE: t.Final = frozenset[str]()


@dataclass(frozen=True, eq=False, slots=True)
class MentionTable:
    """The candidates of a Doc as columns, one row each.

    `values` are the columns of `COLUMNS`. The other columns are what pairs are compared by: tokens (`head`, `left`,
    `right`, `governor`), places, and codes of words (`form`, `lemma`, `text`, `first`, ...), which are equal where the
    words are; a code below 0 is equal to no other. `clause`, `subject` and `above` are tokens: see `Clause`;
    `speaker`, `hearer` and `side` are rows: see `Voices`.
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
    clause: Ints
    subject: Ints
    above: Ints
    speech: Ints
    speaker: Ints
    hearer: Ints
    side: Ints
    modifiers: Sequence[frozenset[str]]
    words: Sequence[frozenset[str]]
    numbers: Sequence[frozenset[str]]

    def column(self, name: str) -> Ints:
        """Return one of the columns of `COLUMNS`."""
        return t.cast("Ints", self.values[:, NAMES.index(name)])


class Voices(t.NamedTuple):
    """The number of the speech that a candidate stands in, and the rows of its speaker, hearer and speaker's side.

    The side is the organization, team or state for which the speaker speaks. All are -1 where there is none.
    """

    speech: int = -1
    speaker: int = -1
    hearer: int = -1
    side: int = -1


class _Codes(dict[Hashable, int]):
    """A number for each value, in the order in which they come."""

    def __missing__(self, value: Hashable) -> int:
        self[value] = len(self)
        return self[value]

    def of(self, values: Sequence[Hashable], known: Sequence[bool]) -> list[int]:
        """Return the numbers of values; each that is not known has one of its own below 0."""
        return [self[value] if known[k] else -2 - k for k, value in enumerate(values)]


def mention_table(
    tokens: Tokens, found: Sequence[Candidate], voices: Sequence[Voices], persons: Mapping[int, Candidate]
) -> MentionTable:
    """Return the columns of the candidates.

    Args:
        tokens: of the Doc.
        found: its candidates.
        voices: who speaks and hears what each candidate stands in.
        persons: by the index of a last name that stands alone, the full name of the person.
    """
    contexts = contexts_of(tokens, found)
    values = properties(tokens, found, contexts, [int(voice.speech >= 0) for voice in voices], persons)
    compared = {**_places(tokens, contexts), **_codes(tokens, found, contexts), **_rows(tokens, contexts, voices)}
    return MentionTable(
        np.array([values[name] for name in NAMES], dtype=np.int64).T,
        **{name: np.array(column, dtype=np.int64) for name, column in compared.items()},
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


def _codes(tokens: Tokens, found: Sequence[Candidate], contexts: Contexts) -> Mapping[str, Sequence[int]]:
    """Return the columns of codes; what has none stands alone, with a code of its own below 0."""
    codes, kinds, governors = _Codes(), [candidate.kind for candidate in found], contexts.governor
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
        "pronoun_class": codes.of([candidate.pronoun for candidate in found], [person > 0 for person in persons]),
    }


def _rows(tokens: Tokens, contexts: Contexts, voices: Sequence[Voices]) -> Mapping[str, Sequence[int]]:
    """Return the columns of `Clause` and of `Voices`."""
    clauses = clauses_of(tokens, contexts.head)
    return {
        "clause": [clause.verb for clause in clauses],
        "subject": [clause.subject for clause in clauses],
        "above": [clause.above for clause in clauses],
        **{name: [getattr(voice, name) for voice in voices] for name in Voices._fields},
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
