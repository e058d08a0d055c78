"""What is known of each candidate by itself, as small numbers: what the model reads, and what pairs are compared by."""

import typing as t
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kg.annotate.coref.candidates import SUBJECTS, Candidate
from kg.annotate.coref.clauses import clause_of
from kg.annotate.coref.columns import (
    COLUMNS,
    COUNTS,
    DETERMINER,
    GOVERNING_SENSE,
    GOVERNOR,
    KIND,
    LABEL,
    LENGTHS,
    NAMES,
    PLACES,
    ROLE,
    SENSE,
    TYPE,
    WORD,
    bucket,
)
from kg.annotate.coref.noun_phrases import NounPhrase, noun_phrase, span_of
from kg.annotate.coref.selection import governing_sense, selection, sense
from kg.annotate.coref.tokens import Tokens
from kg.lexicon.names import FUNCTION_WORDS
from kg.lexicon.nouns import broad_type
from kg.lexicon.words import word_list

Ints: t.TypeAlias = np.ndarray[t.Any, np.dtype[np.int64]]
CONTENT: t.Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "VERB"})
CLAUSES: t.Final = frozenset({"ccomp", "xcomp", "csubj", "advcl", "acomp"})
GENDERS: t.Final = {None: 0, "male": 1, "female": 2}
NUMBERS: t.Final = {None: 0, "singular": 1, "plural": 2}
COLLECTIVES: t.Final = frozenset({"group", "animal", "top"})
"""Supersenses of what may be persons or things."""
COMPARED: t.Final = (
    "head", "left", "right", "sentence", "paragraph", "form", "lemma", "text", "first", "governor", "governing_lemma",
    "person", "pronoun_class", "clause", "subject", "above", "speech", "speaker", "hearer", "side",
)  # fmt: skip


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


@dataclass(frozen=True, slots=True)
class _Reading:
    """A candidate with what the words around it tell; `governor` is the word above it and its preposition."""

    candidate: Candidate
    head: int
    start: int
    end: int
    phrase: NounPhrase
    role: str
    governor: int
    preposition: str


class _Codes(dict[str, int]):
    """A number for each word, in the order in which they come."""

    def __missing__(self, word: str) -> int:
        self[word] = len(self)
        return self[word]


def mention_table(tokens: Tokens, found: Sequence[Candidate], voices: Sequence[Voices]) -> MentionTable:
    """Return the columns of the candidates.

    Args:
        tokens: of the Doc.
        found: its candidates.
        voices: who speaks and hears what each candidate stands in.
    """
    readings = [_reading(tokens, candidate) for candidate in found]
    columns = zip(
        _counts([r.candidate.token.lemma_.lower() if r.candidate.kind != "pronoun" else "" for r in readings]),
        _counts([candidate.form for candidate in found]),
        _name_facts(found),
        strict=True,
    )
    last, values, codes = -1, [], _Codes()
    for reading, voice, (heads, forms, (type_, gender)) in zip(readings, voices, columns, strict=True):
        first = int(tokens.sentence[reading.head] != last)
        last = tokens.sentence[reading.head]
        noun = _noun_columns(tokens, reading, type_, gender, int(voice.speech >= 0))
        values.append((*noun, *heads, *forms, *_place_columns(tokens, reading, first)))
    rows = [(*_compared(tokens, reading, codes), *voice) for reading, voice in zip(readings, voices, strict=True)]
    table = np.array(values, dtype=np.int64).reshape(len(found), len(COLUMNS))
    compared = np.array(rows, dtype=np.int64).reshape(len(found), len(COMPARED))
    return MentionTable(
        table,
        **{name: np.ascontiguousarray(compared[:, number]) for number, name in enumerate(COMPARED)},
        modifiers=[reading.phrase.modifiers for reading in readings],
        words=[_content(tokens, reading) for reading in readings],
        numbers=[reading.phrase.numbers for reading in readings],
    )


def _reading(tokens: Tokens, candidate: Candidate) -> _Reading:
    head = candidate.token.i
    start, end = span_of(tokens, candidate)
    first = head
    while tokens.dep[first] == "conj":
        first = tokens.head[first]
    role, governor, preposition = tokens.dep[first], tokens.head[first], ""
    if role == "pobj" and tokens.dep[governor] in {"prep", "agent"}:
        preposition, governor = tokens.lower[governor], tokens.head[governor]
    return _Reading(candidate, head, start, end, noun_phrase(tokens, head), role, governor, preposition)


def _counts(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return for each word how often it came before, and how often it comes in all, both in buckets."""
    total, seen, rows = Counter(words), Counter[str](), []
    for word in words:
        rows.append((bucket(seen[word], COUNTS), bucket(total[word] if word else 0, COUNTS)))
        seen[word] += 1
    return rows


def _name_facts(found: Sequence[Candidate]) -> list[tuple[str, int]]:
    """Return type and gender of each candidate; a name has those of all its occurrences."""
    genders: dict[str, int] = {}
    votes: dict[str, Counter[str]] = {}
    for candidate in found:
        if candidate.kind == "name":
            votes.setdefault(candidate.form, Counter())[broad_type(candidate.type)] += 1
            if candidate.gender:
                genders[candidate.form] = GENDERS[candidate.gender]
    types = {form: max(sorted(given), key=lambda one: given[one] * (one != "Thing")) for form, given in votes.items()}
    return [
        (types[c.form], genders.get(c.form, 0)) if c.kind == "name" else (broad_type(c.type), GENDERS[c.gender])
        for c in found
    ]


def _noun_columns(tokens: Tokens, reading: _Reading, type_: str, gender: int, quoted: int) -> tuple[int, ...]:
    """Return the columns from `kind` to `selection`."""
    candidate, phrase, head, text = reading.candidate, reading.phrase, reading.head, tokens.text[reading.head]
    person = candidate.pronoun.person if candidate.pronoun is not None else 0
    dependents = phrase.dependents
    return (
        KIND[candidate.kind],
        WORD.get(candidate.form, 0) if candidate.kind == "pronoun" else 0,
        ROLE.get(reading.role, 0),
        GOVERNOR.get(tokens.pos[reading.governor], 0),
        LABEL.get(tokens.entity_type[head], 0),
        TYPE.get(type_, 0),
        0 if person == 2 else NUMBERS[candidate.number],
        gender,
        _animacy(candidate, person, type_, gender),
        DETERMINER[phrase.determiner],
        quoted,
        bucket(reading.end - reading.start + 1, LENGTHS),
        int("relcl" in dependents or "acl" in dependents),
        int("appos" in dependents),
        int(phrase.of),
        int("prep" in dependents),
        2 if text.isupper() and len(text) > 1 else int(text[0].isupper()),
        int(candidate.form == "it" and _is_expletive(tokens, reading)),
        selection(tokens, reading.role, reading.preposition, reading.governor),
    )


def _animacy(candidate: Candidate, person: int, type_: str, gender: int) -> int:
    """Return 1 for persons, 2 for things, 0 for what may be either."""
    if candidate.kind == "pronoun":
        return 1 if gender or person in {1, 2} else 2 if candidate.form in {"it", "its", "itself"} else 0
    if type_ == "Person" or gender:
        return 1
    kind = sense(candidate)
    if kind and type_ in {"Thing", "Group"}:
        return 1 if kind == "person" else 0 if kind in COLLECTIVES else 2
    return 0 if type_ in {"Thing", "Group"} or type_ not in TYPE else 2


def _is_expletive(tokens: Tokens, reading: _Reading) -> bool:
    """Tell whether an "it" may mean nothing: "it rained", "it is likely that"."""
    lemma, verb = tokens.lemma[reading.governor], reading.governor
    if reading.role not in SUBJECTS:
        return False
    clause = any(tokens.dep[child] in CLAUSES for child in tokens.children[verb] if child > verb)
    return clause or lemma in word_list("weather verbs") or lemma in word_list("impersonal verbs")


def _place_columns(tokens: Tokens, reading: _Reading, first: int) -> tuple[int, ...]:
    """Return the columns from `place` on."""
    phrase, head = reading.phrase, reading.head
    joined = 1 if tokens.dep[head] == "conj" else 2 if "conj" in phrase.dependents else 0
    subject = tokens.dep[head] == "nsubj" and tokens.lemma[tokens.head[head]] == "be"
    return (
        min(PLACES - 1, PLACES * head // max(len(tokens.text), 1)),
        first,
        joined,
        int(bool(phrase.modifiers)) + 2 * int(bool(phrase.numbers)),
        int(phrase.determiner in {"this", "these"}),
        int(reading.role == "attr" or subject),
        min(2, tokens.paragraph[head]),
        SENSE[sense(reading.candidate)],
        GOVERNING_SENSE[governing_sense(tokens, reading.governor)],
    )


def _compared(tokens: Tokens, reading: _Reading, codes: _Codes) -> tuple[int, ...]:
    """Return the columns of `COMPARED` before those of `Voices`."""
    candidate, head, governor = reading.candidate, reading.head, reading.governor
    alone, pronominal = -2 - candidate.index, candidate.kind == "pronoun"
    person = candidate.pronoun.person if candidate.pronoun is not None else -1
    return (
        head,
        reading.start,
        reading.end,
        tokens.sentence[head],
        tokens.paragraph[head],
        codes[candidate.form] if candidate.kind in {"name", "nominal", "value"} else alone,
        codes[tokens.lemma[head]] if candidate.kind not in {"pronoun", "row"} else alone,
        codes[_text(tokens, reading)],
        codes[tokens.lower[reading.start]] if not pronominal else alone,
        governor,
        codes[tokens.lemma[governor]] if tokens.pos[governor] in {"VERB", "NOUN"} else alone,
        person,
        codes[repr(candidate.pronoun)] if person > 0 else alone,
        *clause_of(tokens, head),
    )


def _text(tokens: Tokens, reading: _Reading) -> str:
    """Return a noun phrase in small letters without determiners and possessive marks."""
    inside = range(reading.start, reading.end + 1)
    return " ".join([tokens.lower[k] for k in inside if tokens.dep[k] != "det" and tokens.tag[k] != "POS"])


def _content(tokens: Tokens, reading: _Reading) -> frozenset[str]:
    """Return the base forms of the content words of a noun phrase; of a pronoun or a row none."""
    if reading.candidate.kind in {"pronoun", "row"}:
        return frozenset()
    inside = range(reading.start, reading.end + 1)
    return frozenset(
        [tokens.lemma[k] for k in inside if tokens.pos[k] in CONTENT and tokens.lower[k] not in FUNCTION_WORDS]
    )
