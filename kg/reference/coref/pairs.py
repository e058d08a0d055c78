"""Pairs of candidates that may corefer, and their features as columns for the model."""

import bisect
import typing as t
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.lexicon.name_forms import acronyms, is_acronym
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.columns import DETERMINER, KIND, LABEL, ROLE, TYPE
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.entities import UNKNOWN, Entities, entities_of, entity_features
from kg.reference.coref.mentions import Bools, Ints, MentionTable

BAND: t.Final = 30
"""How many candidates back the antecedent may be, unless they share a word."""
NEAR: t.Final = 12
FAR: t.Final = 8
"""How many earlier candidates with the same word, or the same pronoun, are tried."""
DEFINITE: t.Final = np.isin(
    np.arange(len(DETERMINER)), [DETERMINER[w] for w in ("the", "this", "these", "owner", "my", "both")]
)
Feature: t.TypeAlias = t.Literal[
    "text", "form", "head", "first", "common", "jaccard", "subset", "superset", "modifiers", "numbers", "number",
    "gender", "animate", "type", "label", "sentences", "paragraphs", "candidates", "tokens", "rank", "inside",
    "governor", "role", "subjects", "governing", "pronoun", "speech", "acronym", "kinds", "recency", "prominence",
    "lead", "fit", "fitting", "clauses",
]  # fmt: skip
FEATURES: t.Final[t.Mapping[Feature, int]] = {
    "text": 2, "form": 2, "head": 2, "first": 2, "common": 4, "jaccard": 5, "subset": 2, "superset": 2, "modifiers": 5,
    "numbers": 5, "number": 3, "gender": 3, "animate": 3, "type": 3, "label": 3, "sentences": 7, "paragraphs": 4,
    "candidates": 8, "tokens": 9, "rank": 8, "inside": 2, "governor": 2, "role": 2, "subjects": 2, "governing": 2,
    "pronoun": 2, "speech": 5, "acronym": 2, "kinds": 25, "recency": 6, "prominence": 6, "lead": 3, "fit": 7,
    "fitting": 4, "clauses": 9,
}  # fmt: skip
"""The features of a pair and their numbers of values."""
MAX_RANK: t.Final = 7


@dataclass(frozen=True, eq=False, slots=True)
class Pairs:
    """The pairs in the order of their anaphors, then antecedents: their two rows, and their features as numbers."""

    anaphor: Ints
    antecedent: Ints
    features: Ints


def pairs_of(discourse: Discourse, table: MentionTable, anaphors: Sequence[Candidate]) -> Pairs:
    """Return the pairs of some candidates, in text order, with those before them; they do not depend on clusters."""
    candidates, entities, selected = discourse.candidates, entities_of(discourse), set(anaphors)
    wanted = [candidate in selected for candidate in candidates]
    shared, counts = _shared_words(table, wanted)
    abbreviations = _abbreviations(candidates)
    near = _near(table, np.array([anaphor.index for anaphor in anaphors], dtype=np.int64))
    called = _called(candidates, anaphors, entities)
    keys = np.unique(np.concatenate([near, shared, abbreviations, called, _same_pronouns(table, wanted)]))
    anaphor, antecedent = np.divmod(keys, max(len(candidates), 1))
    allowed = np.array(wanted, dtype=np.bool_)[anaphor] & _allowed(table, anaphor, antecedent)
    keys, anaphor, antecedent = keys[allowed], anaphor[allowed], antecedent[allowed]
    common = _looked_up(shared, counts, keys)
    by_entity = entity_features(table, discourse, entities, anaphor, antecedent)
    likely = ~_is_unlike(table, anaphor, antecedent, common, by_entity["fit"])
    keys, anaphor, antecedent, common = keys[likely], anaphor[likely], antecedent[likely], common[likely]
    acronym = _looked_up(abbreviations, np.ones_like(abbreviations), keys)
    sides = _Sides(table, anaphor, antecedent)
    compared = {**_strings(sides, common), **_agreement(sides), **_syntax(sides), "acronym": acronym}
    columns = [compared[name] if name in compared else by_entity[name][likely] for name in FEATURES]
    features = np.stack(columns, axis=1, dtype=np.int64, casting="unsafe")
    return Pairs(anaphor, antecedent, features)


def _near(table: MentionTable, anaphors: Ints) -> Ints:
    """Return the keys (anaphor * size + antecedent) of nearby pairs."""
    size = len(table.head)
    anaphor = np.repeat(anaphors, BAND)
    antecedent = anaphor - np.tile(np.arange(BAND, 0, -1), len(anaphors))
    inside = antecedent >= 0
    i, j = anaphor[inside], antecedent[inside]
    kind, person, distance = table.column("kind"), table.person, i - j
    noun, definite = kind == KIND["nominal"], DEFINITE[table.column("determiner")]
    name_or_noun = (kind[j] == KIND["name"]) | noun[j]
    speaking = (person[i] == 1) | (person[i] == 2)
    taken = (person[i] == 3) & (kind[j] != KIND["value"])
    taken |= (person[i] == 4) & (kind[j] != KIND["value"]) & (distance <= NEAR)
    taken |= speaking & (distance <= NEAR) & (kind[j] != KIND["value"]) & ~noun[j]
    taken |= noun[i] & definite[i] & (name_or_noun | (kind[j] == KIND["row"]))
    taken |= noun[i] & ~definite[i] & (distance <= NEAR // 2) & name_or_noun
    taken |= (kind[i] == KIND["name"]) & (distance <= NEAR) & name_or_noun
    taken |= (kind[i] == KIND["name"]) & (distance <= 4) & (person[j] == 3)
    return t.cast("Ints", i[taken] * size + j[taken])


def _allowed(table: MentionTable, i: Ints, j: Ints) -> Bools:
    """Return which pairs may corefer: not those of different gender or number, nor a row and its members."""
    kind, person = table.column("kind"), table.person
    number, gender = table.column("number"), table.column("gender")
    inner = (table.left[j] <= table.head[i]) & (table.head[i] <= table.right[j])
    third = (person[i] == 3) & (person[j] == 3)
    other = third & ((number[i] != number[j]) | (gender[i] != gender[j]))
    other |= (gender[i] > 0) & (gender[j] > 0) & (gender[i] != gender[j])
    adjective = (table.column("role")[j] == ROLE["attribute"]) | (table.column("label")[j] == LABEL["NORP"])
    other |= (person[i] == 3) & (number[i] == 1) & adjective  # "the Russian firm ... it" is not Russia
    other |= (person[i] == 3) & (number[i] == 1) & ((number[j] == 2) & (kind[j] != KIND["name"]))
    known = (person[i] != 0) & (person[j] != 0)
    return t.cast("Bools", known & ~other & ~((kind[j] == KIND["row"]) & inner))


def _is_unlike(table: MentionTable, i: Ints, j: Ints, common: Ints, fit: Ints) -> Bools:
    """Return which descriptions share no word with an antecedent of another or unknown kind or number.

    Fewer than one in three hundred of these pairs corefer.
    """
    kind, sides = table.column("kind"), _Sides(table, i, j)
    noun = (kind[i] == KIND["nominal"]) & (common == 0)
    one, sense = table.sense[i], table.sense[j]
    senses = (one >= 0) & (sense >= 0) & (one != sense)
    other = (kind[j] == KIND["nominal"]) & (senses | (sides.agreement("number") == 2))
    other |= (kind[j] == KIND["row"]) | (kind[j] == KIND["value"]) | (fit == UNKNOWN)
    named = (kind[i] == KIND["name"]) & (kind[j] == KIND["nominal"]) & (common == 0)
    return t.cast("Bools", (noun & other) | named)


def _shared_words(table: MentionTable, wanted: Sequence[bool]) -> tuple[Ints, Ints]:
    """Return the keys of the pairs that share a content word, and the numbers of shared words."""
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(table.words):
        for word in words:
            by_word[word].append(number)
    keys = np.array(_earlier(by_word.values(), wanted, FAR), dtype=np.int64)
    return t.cast("tuple[Ints, Ints]", np.unique(keys, return_counts=True))


def _earlier(groups: Iterable[Sequence[int]], wanted: Sequence[bool], reach: int) -> list[int]:
    size = len(wanted)
    return [
        later * size + earlier
        for numbers in groups
        if len(numbers) > 1
        for position, later in enumerate(numbers)
        if wanted[later]
        for earlier in numbers[max(0, position - reach) : position]
    ]


def _same_pronouns(table: MentionTable, wanted: Sequence[bool]) -> Ints:
    """Return the keys of the pairs with the same pronoun of the first or second person."""
    groups: dict[int, list[int]] = defaultdict(list)
    persons, classes = table.person.tolist(), table.pronoun_class.tolist()
    for number, (person, kind) in enumerate(zip(persons, classes, strict=True)):
        if person in {1, 2}:
            groups[kind].append(number)
    return np.array(_earlier(groups.values(), wanted, 2), dtype=np.int64)


def _abbreviations(candidates: Sequence[Candidate]) -> Ints:
    """Return the keys of the pairs of names in which one is the initials of the other, sorted."""
    named = [candidate for candidate in candidates if candidate.kind == "name"]
    names = {candidate.form: candidate.mention.words for candidate in named}
    by_form: dict[str, list[int]] = defaultdict(list)
    for candidate in named:
        by_form[candidate.form].append(candidate.index)
    keys = {
        max(one, other) * len(candidates) + min(one, other)
        for short, full in _short_and_full(names)
        for one in by_form[short]
        for other in by_form[full]
    }
    return np.array(sorted(keys), dtype=np.int64)


def _short_and_full(names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the forms of two names, given with their texts, of which the first is the initials of the second."""
    full = {form: acronyms(text) for form, text in names.items()}
    short = {form: text.replace(".", "").upper() for form, text in names.items() if is_acronym(text)}
    for form, letters in short.items():
        yield from ((form, other) for other, initials in full.items() if letters in initials)


def _called(candidates: Sequence[Candidate], anaphors: Iterable[Candidate], entities: Entities) -> Ints:
    """Return the keys of the pairs of a description and the last name before it of each thing with that description."""
    by_noun: dict[str, list[Sequence[int]]] = defaultdict(list)
    for entity in entities.found:
        for noun in entity.roles | entity.last:
            by_noun[noun].append(entity.names)
    keys = [
        anaphor.index * len(candidates) + names[place - 1]
        for anaphor in anaphors
        if anaphor.kind == "nominal"
        for names in by_noun.get(anaphor.form, ())[-FAR:]
        if (place := bisect.bisect_left(names, anaphor.index))
    ]
    return np.array(keys, dtype=np.int64)


def _looked_up(keys: Ints, values: Ints, wanted: Ints) -> Ints:
    """Return the value of each wanted key, 0 where it is not among the sorted keys."""
    if not len(keys):
        return np.zeros(len(wanted), dtype=np.int64)
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[place] == wanted, values[place], 0)


class _Sides(t.NamedTuple):
    """A table, and its rows for the anaphors and for the antecedents."""

    table: MentionTable
    i: Ints
    j: Ints

    def column(self, name: str) -> tuple[Ints, Ints]:
        values = self.table.column(name)
        return values[self.i], values[self.j]

    def agreement(self, name: str) -> Ints:
        """Return 0 if either value is unknown, 1 if they agree, 2 if they do not."""
        a, b = self.column(name)
        return np.where((a == 0) | (b == 0), 0, np.where(a == b, 1, 2))

    def equal(self, values: Ints) -> Bools:
        return t.cast("Bools", values[self.i] == values[self.j])


def _strings(sides: _Sides, common: Ints) -> Mapping[Feature, Ints | Bools]:
    table, i, j = sides
    sizes = np.array([len(words) for words in table.words], dtype=np.int64)
    first, second = sizes[i], sizes[j]
    head = sides.equal(table.lemma)
    return {
        "text": sides.equal(table.text),
        "form": sides.equal(table.form),
        "head": head,
        "first": sides.equal(table.first),
        "common": np.minimum(common, 3),
        "jaccard": common * 4 // np.maximum(first + second - common, 1),
        "subset": (common == first) & (first > 0),
        "superset": (common == second) & (second > 0),
        "modifiers": _relation(table.modifiers, i, j, head),
        "numbers": _relation(table.numbers, i, j, head),
    }


def _relation(sets: Sequence[frozenset[str]], i: Ints, j: Ints, compared: Bools) -> Ints:
    """Return 1 for equal sets, 2 for a subset, 3 for a superset, 4 for others, and 0 if sets are not compared."""
    result = np.zeros(len(i), dtype=np.int64)
    for k in np.flatnonzero(compared).tolist():
        one, other = sets[i[k]], sets[j[k]]
        result[k] = 1 if one == other else 2 if one < other else 3 if one > other else 4
    return result


def _agreement(sides: _Sides) -> Mapping[Feature, Ints | Bools]:
    (table, i, j), kinds = sides, sides.column("kind")
    number, gender, animate = (sides.agreement(name) for name in ("number", "gender", "animate"))
    collective = np.isin(sides.column("type")[1], (TYPE["Organization"], TYPE["Group"])) & (table.person[i] == 3)
    number = np.where(collective & (number == 2), 0, number)  # "the team ... they"
    fitting = (number != 2) & (gender != 2) & (animate != 2) & (kinds[1] != KIND["value"])
    seen = np.cumsum(fitting)
    last = np.searchsorted(i, i, side="right") - 1
    return {
        "number": number,
        "gender": gender,
        "animate": animate,
        "kinds": kinds[0] * len(KIND) + kinds[1],
        "type": sides.agreement("type"),
        "label": sides.agreement("label"),
        "rank": np.where(fitting, np.minimum(seen[last] - seen, MAX_RANK), MAX_RANK),
        "sentences": np.searchsorted([0, 1, 2, 3, 5, 9], sides.table.sentence[i] - table.sentence[j]),
        "paragraphs": np.minimum(table.paragraph[i] - table.paragraph[j], 3),
        "candidates": np.searchsorted([1, 2, 3, 5, 8, 12, 20], i - j),
        "tokens": np.searchsorted([1, 2, 4, 8, 16, 32, 64, 128], table.head[i] - table.head[j]),
    }


def _syntax(sides: _Sides) -> Mapping[Feature, Ints | Bools]:
    table, i, j = sides
    role, other_role = sides.column("role")
    subjects = (ROLE["subject"], ROLE["passive subject"])
    return {
        "inside": (table.left[j] <= table.head[i]) & (table.head[i] <= table.right[j]),
        "governor": sides.equal(table.governor),
        "role": role == other_role,
        "subjects": np.isin(role, subjects) & np.isin(other_role, subjects),
        "governing": sides.equal(table.governing_lemma),
        "pronoun": sides.equal(table.pronoun_class),
        "speech": _speech(table.speech[i], table.speech[j]),
        "clauses": _clauses(table, i, j),
    }


def _clauses(table: MentionTable, i: Ints, j: Ints) -> Ints:
    """Return how the clause of an anaphor is related to that of the antecedent.

    1 to 5 are the `LINKS` if one depends on the other's verb; 6 is one above it, 7 another of the sentence, and 8 the
    main clause of another sentence.
    """
    main = np.array([len(above) == 1 for above in table.above], dtype=np.bool_)
    relations, own = np.where(main[j], 8, 0), [next(iter(above), -1) for above in table.above]
    for k in np.flatnonzero(table.sentence[i] == table.sentence[j]).tolist():
        one, other = i[k], j[k]
        relations[k] = table.above[one].get(own[other], 6 if own[one] in table.above[other] else 7)
    return relations


def _speech(one: Ints, other: Ints) -> Ints:
    """Return 0 if neither side is in speech, 1 for the same speech, 2 and 3 if only one side is, 4 for two speeches."""
    outside = (one < 0) & (other < 0)
    return np.select([outside, one == other, one < 0, other < 0], [0, 1, 2, 3], 4)
