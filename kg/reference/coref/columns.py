"""The feature columns of a candidate for the model: the values of each column, and how they are computed."""

import itertools
import typing as t
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from kg.grammar.antecedents import may_mean_nothing
from kg.grammar.clause import WordFunction, WordKind
from kg.grammar.parse import Token
from kg.lexicon import value
from kg.lexicon.noun_types import broad_type
from kg.lexicon.supersenses import NounSupersense, VerbSupersense, noun_supersense, verb_supersense
from kg.reference.coref.candidates import PRONOUNS, SUBJECTS, Candidate, Pronoun

KINDS: t.Final = ("name", "nominal", "pronoun", "row", "value")
TYPES: t.Final = ("Thing", "Person", "Organization", "Place", "Group", "Event", "Law", "Product", "Work")
ROLES: t.Final[tuple[WordFunction, ...]] = (
    "", "subject", "passive subject", "object", "object of preposition", "possessor", "conjunct", "apposition",
    "complement", "part of compound", "main", "recipient", "adverbial noun", "noun modifier", "agent", "attribute",
    "object complement", "adverbial clause", "relative clause",
)  # fmt: skip
Governor: t.TypeAlias = WordKind | t.Literal["", "auxiliary"]
GOVERNORS: t.Final[tuple[Governor, ...]] = (
    "", "verb", "auxiliary", "noun", "name", "pronoun", "adjective", "number", "preposition",
)  # fmt: skip
Determiner: t.TypeAlias = t.Literal[
    "", "a", "the", "this", "these", "owner", "my", "no", "each", "some", "all", "another", "both"
]  # fmt: skip
DETERMINERS: t.Final[tuple[Determiner, ...]] = t.get_args(Determiner)
"""`my` is any possessive pronoun, `owner` any other possessor."""
LABELS: t.Final = (
    "", "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "DATE", "TIME",
    "MONEY", "LANGUAGE", "MISC",
)  # fmt: skip


def _indicating(types: Mapping[str, str]) -> Mapping[str, str]:
    """Return the words that indicate a person or an organization, each with which of the two it indicates."""
    broad = ((word, broad_type(type_)) for word, type_ in types.items())
    return {word: type_ for word, type_ in broad if type_ in {"Person", "Organization"}}


SUBJECTS_OF, PATIENTS_OF, OWNERS_OF = map(_indicating, (value("subject"), value("object"), value("owned")))
SENSES: t.Final[tuple[str, ...]] = ("", *t.get_args(NounSupersense))
"""The senses of a description, and below those of the noun or the verb above a candidate."""
CONTEXT_SENSES: t.Final[tuple[str, ...]] = (*SENSES, *(f"verb of {sense}" for sense in t.get_args(VerbSupersense)))
LENGTHS: t.Final = (1, 2, 3, 4, 5, 7, 10)
COUNTS: t.Final = (0, 1, 2, 3, 5, 8)

Scheme: t.TypeAlias = t.Literal["news", "OntoGUM"]
SCHEMES: t.Final[tuple[Scheme, ...]] = t.get_args(Scheme)
"""The annotation scheme for the mentions of a text: that of our articles, or that of OntoGUM."""

Column: t.TypeAlias = t.Literal[
    "kind", "word", "role", "governor", "label", "type", "number", "gender", "animate", "determiner", "quoted",
    "length", "capital", "expletive", "heads before", "heads", "forms", "first", "pointing", "scheme",
    "sense", "context",
]  # fmt: skip
COLUMNS: t.Final[t.Mapping[Column, int]] = {
    "kind": len(KINDS), "word": len(PRONOUNS) + 1, "role": len(ROLES), "governor": len(GOVERNORS),
    "label": len(LABELS), "type": len(TYPES), "number": 3, "gender": 3, "animate": 3, "determiner": len(DETERMINERS),
    "quoted": 2, "length": len(LENGTHS) + 1, "capital": 3, "expletive": 2, "heads before": len(COUNTS) + 1,
    "heads": len(COUNTS) + 1, "forms": len(COUNTS) + 1, "first": 2, "pointing": 2,
    "scheme": len(SCHEMES), "sense": len(SENSES), "context": len(CONTEXT_SENSES),
}  # fmt: skip
"""The number of values of each column; 0 means unknown."""
NAMES: t.Final = tuple(COLUMNS)


def _numbered(values: Sequence[str]) -> Mapping[str, int]:
    return {value: number for number, value in enumerate(values)}


KIND, TYPE, ROLE, GOVERNOR, DETERMINER, LABEL = map(_numbered, (KINDS, TYPES, ROLES, GOVERNORS, DETERMINERS, LABELS))
SENSE, CONTEXT_SENSE = map(_numbered, (SENSES, CONTEXT_SENSES))
WORD: t.Final = _numbered(("", *sorted(PRONOUNS)))

Columns: t.TypeAlias = Mapping[Column, Sequence[int]]
GENDERS: t.Final = {None: 0, "male": 1, "female": 2}
NUMBERS: t.Final = {None: 0, "singular": 1, "plural": 2}
NEUTER: t.Final = Pronoun(3, "singular")


def properties(candidates: Sequence[Candidate], persons: Mapping[int, Candidate]) -> Columns:
    """Return the `COLUMNS` that describe candidates by themselves, one row per candidate.

    `persons` maps the index of a single last name to the full name of the person.
    """
    heads_before, heads = _counts([c.token.lemma_.lower() if c.pronoun is None else "" for c in candidates])
    counted: Columns = {"heads before": heads_before, "heads": heads, "forms": _counts([c.form for c in candidates])[1]}
    return {**_words(candidates, persons), **_surroundings(candidates), **counted}


def _words(candidates: Sequence[Candidate], persons: Mapping[int, Candidate]) -> Columns:
    """Return the features of the candidates' own words."""
    facts, senses = _facts(candidates, persons), [sense_of(candidate) for candidate in candidates]
    labels = ["PERSON" if candidate.index in persons else candidate.token.entity for candidate in candidates]
    return {
        "kind": [KIND[candidate.kind] for candidate in candidates],
        "word": [WORD[candidate.form] if candidate.pronoun is not None else 0 for candidate in candidates],
        "label": [LABEL.get(label, 0) for label in labels],
        "type": [TYPE.get(type_, 0) for type_, _ in facts],
        "number": [NUMBERS[candidate.number] for candidate in candidates],
        "gender": [gender for _, gender in facts],
        "animate": [_animacy(one, *fact, kind) for one, fact, kind in zip(candidates, facts, senses, strict=True)],
        "length": [bisect_left(LENGTHS, each.phrase.end - each.phrase.start + 1) for each in candidates],
        "capital": [_capitals(candidate.token.text) for candidate in candidates],
        "sense": [SENSE[sense] for sense in senses],
    }


def sense_of(candidate: Candidate) -> str:
    """Return the supersense of a description's head noun, or ""."""
    return noun_supersense(candidate.form) or "" if candidate.kind == "nominal" else ""


def _context_sense(governor: Token) -> str:
    """Return the sense of the word above a candidate; a copula has that of its complement: "it is a *film*"."""
    lemma = governor.lemma_.lower()
    if lemma == "be":
        complements = (child for child in governor.all("complement") if child.kind == "noun")
        return next((noun_supersense(child.lemma_.lower()) or "" for child in complements), "")
    if governor.kind == "verb" and not governor.auxiliary:
        sense = verb_supersense(lemma)
        return f"verb of {sense}" if sense is not None else ""
    return (noun_supersense(lemma) or "") if governor.kind == "noun" else ""


def _capitals(text: str) -> int:
    """Return 2 for a word in capitals, 1 for one with an initial capital, 0 for others."""
    return 2 if text.isupper() and len(text) > 1 else int(text[0].isupper())


def _facts(candidates: Sequence[Candidate], persons: Mapping[int, Candidate]) -> list[tuple[str, int]]:
    """Return type and gender of each candidate: for a name over all its occurrences, for a last name the person's."""
    genders: dict[str, int] = {}
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for candidate in candidates:
        if candidate.kind == "name":
            votes[candidate.form][broad_type(candidate.type)] += 1
            if candidate.gender:
                genders[candidate.form] = GENDERS[candidate.gender]
    types = {form: max(sorted(given), key=lambda one: given[one] * (one != "Thing")) for form, given in votes.items()}
    named = [persons.get(candidate.index, candidate) for candidate in candidates]
    return [
        (types[c.form], genders.get(c.form, 0)) if c.kind == "name" else (broad_type(c.type), GENDERS[c.gender])
        for c in named
    ]


def _animacy(candidate: Candidate, type_: str, gender: int, kind: str) -> int:
    """Return 1 for persons, 2 for things, 0 for either."""
    if candidate.pronoun is not None:
        return 1 if gender or candidate.pronoun.person in {1, 2} else 2 if candidate.pronoun == NEUTER else 0
    if type_ == "Person" or gender:
        return 1
    if kind and type_ in {"Thing", "Group"}:
        return 1 if kind == "person" else 0 if kind in {"group", "animal", "top"} else 2
    return 0 if type_ in {"Thing", "Group"} or type_ not in TYPE else 2


def _surroundings(candidates: Sequence[Candidate]) -> Columns:
    """Return the features of the words around the candidates, and their positions."""
    governors, determiners = [each.governor for each in candidates], [each.phrase.determiner for each in candidates]
    kinds = ("auxiliary" if word.auxiliary else word.kind for word in governors)
    return {
        "role": [ROLE.get(candidate.role, 0) for candidate in candidates],
        "governor": [GOVERNOR.get(kind, 0) for kind in kinds],
        "expletive": [int(_may_be_expletive(candidate)) for candidate in candidates],
        "first": [int(one != before) for before, one in itertools.pairwise([-1, *(c.sentence for c in candidates)])],
        "determiner": [DETERMINER.get(determiner, 0) for determiner in determiners],
        "context": [CONTEXT_SENSE[_context_sense(governor)] for governor in governors],
        "pointing": [int(determiner.startswith("th") and determiner != "the") for determiner in determiners],
    }


def _may_be_expletive(candidate: Candidate) -> bool:
    """Return whether an "it" may be expletive: "it rained", "it is likely that"."""
    return candidate.form == "it" and candidate.role in SUBJECTS and may_mean_nothing(candidate.governor)


def _counts(words: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return how often each word occurred before and how often in total (0 for no word), both in buckets."""
    total, seen, before = Counter(words), dict.fromkeys(words, 0), []
    for word in words:
        before.append(bisect_left(COUNTS, seen[word]))
        seen[word] += 1
    total[""] = 0
    in_all = {word: bisect_left(COUNTS, count) for word, count in total.items()}
    return before, [in_all[word] for word in words]
