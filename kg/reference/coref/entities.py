"""The named things of a document before any mentions are united: how often each is named, where, and as what."""

import typing as t
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.grammar.clause import WordFunction
from kg.grammar.parse import Token
from kg.lexicon import words
from kg.lexicon.gazetteer import Entry, Gazetteer
from kg.lexicon.name_forms import is_function_word
from kg.lexicon.noun_types import noun_type
from kg.reference.coref.candidates import NOUNS_BEFORE, SUBJECTS, Candidate
from kg.reference.coref.discourse import Discourse

NAMING: t.Final[frozenset[WordFunction]] = NOUNS_BEFORE | {"attribute"}
"""How a title hangs on the name behind it."""


@dataclass(frozen=True, eq=False, slots=True)
class Entity:
    """A named thing: the indices of its names, its type, and what the document calls it.

    `last` are the last words of its names of several words, `roles` the nouns of its titles, appositions and
    predicates, `words` all content words of those and of its names, `nations` the countries that they tell.
    """

    names: tuple[int, ...]
    type: str
    last: frozenset[str]
    roles: frozenset[str]
    words: frozenset[str]
    nations: frozenset[str]


@dataclass(frozen=True, eq=False, slots=True)
class Entities:
    """The named things, for each candidate the number of the one that it names, or -1, and the names of countries."""

    found: tuple[Entity, ...]
    of: tuple[int, ...]
    countries: Mapping[str, str]


def entities_of(discourse: Discourse, persons: Mapping[int, Candidate]) -> Entities:
    """Return the named things of a document.

    Args:
        discourse: of the document.
        persons: by the index of a last name that stands alone, the full name of the person.
    """
    form_of = {candidate.index: form for form, found in discourse.names.items() for candidate in found}
    grouped: defaultdict[str, list[Candidate]] = defaultdict(list)
    for index in sorted(form_of):
        grouped[form_of[persons[index].index if index in persons else index]].append(discourse.candidates[index])
    of = [-1] * len(discourse.candidates)
    for number, names in enumerate(grouped.values()):
        for name in names:
            of[name.index] = number
    return Entities(
        tuple(_entity(names, discourse.gazetteer) for names in grouped.values()),
        tuple(of),
        discourse.gazetteer.countries,
    )


def _entity(names: Sequence[Candidate], gazetteer: Gazetteer) -> Entity:
    told = [noun for name in names for noun in _describing(name)]
    words = frozenset(word for noun in told for word in _phrase(noun)) | _own_words(names)
    known = _known(names, gazetteer)
    roles = frozenset[str]().union(*[name.descriptors for name in names])
    return Entity(
        tuple(name.index for name in names),
        _type(names, [entry.type for entry in known], roles),
        frozenset(name.token.lower_ for name in names if " " in name.form),
        roles | {noun.lemma_.lower() for noun in told},
        words,
        _nations(words, known, gazetteer),
    )


def _known(names: Sequence[Candidate], gazetteer: Gazetteer) -> list[Entry]:
    """Return what the gazetteer has by these names, persons apart."""
    found = dict.fromkeys(gazetteer.find(name.mention.text) for name in names if name.type != "Person")
    return [entry for entry in found if entry is not None]


def _own_words(names: Sequence[Candidate]) -> frozenset[str]:
    return frozenset(part.lower() for name in names for part in name.mention.text.split())


def _nations(words: Iterable[str], known: Iterable[Entry], gazetteer: Gazetteer) -> frozenset[str]:
    """Return the countries that words name, or that known things are in."""
    named = {gazetteer.countries[word] for word in words if word in gazetteer.countries}
    return frozenset(
        named | {entry.country or entry.label for entry in known if entry.country or entry.type == "Country"}
    )


def _type(names: Sequence[Candidate], known: Sequence[str], roles: Iterable[str]) -> str:
    types = Counter(name.type for name in names if name.type != "Thing")
    if known:
        return known[0]
    best = types.most_common(1)[0][0] if types else "Thing"
    fine = [type_ for type_ in map(noun_type, sorted(roles)) if type_ not in {"Thing", "Person"}]
    return fine[0] if best in {"Organization", "Thing", "Place"} and fine else best


def _describing(name: Candidate) -> Iterable[Token]:
    """Yield the nouns that tell what a name is: titles, appositions, predicates."""
    token, start = name.token, name.mention.span.start
    yield from (child for child in token.dependents_before if child.offset < start and child.function in NAMING)
    yield from (child for child in token.behind("apposition") if child.kind == "noun")
    if token.function == "apposition" and token.governor.kind == "noun":
        yield token.governor
    governor = token.governor
    if token.function in SUBJECTS and not governor.all("negation"):
        yield from (child for child in governor.dependents_behind if child.function == "complement")


def _phrase(noun: Token) -> Iterable[str]:
    """Yield the content words of a describing noun phrase, without names in apposition to it."""
    yield noun.lemma_.lower()
    yield noun.lower_
    for child in noun.dependents:
        if child.function in NAMING or child.function in {"possessor", "numeral"}:
            yield from (word.lower_ for word in child.constituent if word.is_alpha or word.kind == "number")
        elif child.function == "preposition" and child.lower_ in words("preposition"):
            yield from (word.lower_ for word in child.constituent if not is_function_word(word.lower_))
