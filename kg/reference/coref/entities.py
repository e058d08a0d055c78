"""The named things of a document before any mentions are linked, and their features for each anaphor.

The features are how often, where, how recently and as what a thing is named, and whether it fits the anaphor.
"""

import typing as t
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from kg.lexicon import value
from kg.lexicon.gazetteer import Entry, Gazetteer
from kg.lexicon.noun_types import broad_type, noun_type
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.mentions import Bools, Ints, MentionTable
from kg.reference.coref.names import persons_named

FEATURES: t.Final = ("recency", "prominence", "lead", "fit", "fitting")
RANKS: t.Final = 4
LEAD: t.Final = 2
"""The number of sentences that count as the beginning of a document."""
# How a description fits a named thing by its noun.
CALLED, LAST_WORD, SAME_TYPE, SAME_BROAD_TYPE, UNKNOWN, OTHER_TYPE = 1, 2, 3, 4, 5, 6
FITS: t.Final = SAME_TYPE
"""The highest of these numbers at which a description fits a thing."""
COLLECTIVE: t.Final = frozenset({"Organization", "Group", "Place", "Thing"})


@dataclass(frozen=True, eq=False, slots=True)
class Entity:
    """A named thing: the indices of its names, its type, and the words that describe it in the document.

    `last` are the last words of its names of several words, `roles` the nouns of its titles, appositions and
    predicates, `nations` the countries that those and its names indicate.
    """

    names: tuple[int, ...]
    type: str
    last: frozenset[str]
    roles: frozenset[str]
    nations: frozenset[str]


@dataclass(frozen=True, eq=False, slots=True)
class Entities:
    """The named things, and for each candidate the number of the one that it names, or -1."""

    found: tuple[Entity, ...]
    of: tuple[int, ...]


def entities_of(discourse: Discourse) -> Entities:
    """Return the named things of a document; a single last name belongs to the person with the full name."""
    persons = persons_named(discourse)
    form_of = {candidate.index: form for form, candidates in discourse.names.items() for candidate in candidates}
    grouped: defaultdict[str, list[Candidate]] = defaultdict(list)
    for index in sorted(form_of):
        grouped[form_of[persons[index].index if index in persons else index]].append(discourse.candidates[index])
    of = [-1] * len(discourse.candidates)
    for number, names in enumerate(grouped.values()):
        for name in names:
            of[name.index] = number
    return Entities(tuple(_entity(names, discourse.gazetteer) for names in grouped.values()), tuple(of))


def _entity(names: Sequence[Candidate], gazetteer: Gazetteer) -> Entity:
    words = {part.lower() for name in names for part in name.mention.words.split()}
    known = _known(names, gazetteer)
    nations = gazetteer.countries_in(words.union(*[name.descriptive_words for name in names]))
    nations |= {entry.country or entry.label for entry in known if entry.country or entry.type == "Country"}
    roles = frozenset[str]().union(*[name.descriptors for name in names])
    return Entity(
        tuple(name.index for name in names),
        _type(names, [entry.type for entry in known], roles),
        frozenset(name.token.lower_ for name in names if " " in name.form),
        roles,
        frozenset(nations),
    )


def _known(names: Sequence[Candidate], gazetteer: Gazetteer) -> list[Entry]:
    """Return what the gazetteer has under these names, except for persons."""
    entries = dict.fromkeys(gazetteer.find(name.mention.words) for name in names if name.type != "Person")
    return [entry for entry in entries if entry is not None]


def _type(names: Sequence[Candidate], known: Sequence[str], roles: Iterable[str]) -> str:
    types = Counter(name.type for name in names if name.type != "Thing")
    if known:
        return known[0]
    best = types.most_common(1)[0][0] if types else "Thing"
    fine = [type_ for type_ in map(noun_type, sorted(roles)) if type_ not in {"Thing", "Person"}]
    return fine[0] if best in {"Organization", "Thing", "Place"} and fine else best


def entity_features(
    table: MentionTable, discourse: Discourse, entities: Entities, anaphor: Ints, antecedent: Ints
) -> Mapping[str, Ints]:
    """Return the features of pairs that depend on the named thing of the antecedent; 0 for other antecedents."""
    number_of = np.array(entities.of, dtype=np.int64)
    entity_of = number_of[antecedent]
    rows, row_of = np.unique(anaphor, return_inverse=True)
    named = entity_of >= 0
    columns = _columns(table, discourse, entities.found, rows)
    return {name: np.where(named, matrix[row_of, entity_of], 0) for name, matrix in columns.items()}


def _columns(table: MentionTable, discourse: Discourse, entities: Sequence[Entity], rows: Ints) -> Mapping[str, Ints]:
    """Return matrices with a row for each anaphor and a column for each named thing."""
    if not entities:
        empty = np.zeros((len(rows), 1), dtype=np.int64)
        return dict.fromkeys(FEATURES, empty)
    first = np.array([entity.names[0] for entity in entities])
    places = [np.array(entity.names) for entity in entities]
    counts = np.stack([np.searchsorted(place, rows) for place in places], axis=1)
    last = np.stack([place[np.maximum(counts[:, k] - 1, 0)] for k, place in enumerate(places)], axis=1)
    last = np.where(counts > 0, last, -1)
    fitting = _may_be(table, entities, rows, first) & (counts > 0)
    fit, other = _descriptions(discourse, entities, rows)
    described = (fit > 0) & (fit <= FITS) & ~other & (counts > 0)
    several = described.sum(axis=1, keepdims=True) > 1  # 1 for the only one that fits, 2 for the last of several
    return {
        "recency": _rank(last, fitting),
        "prominence": _rank(counts * len(table.head) + last, fitting),
        "lead": np.broadcast_to(np.where(table.sentence[first] < LEAD, 1, 2), (len(rows), len(entities))),
        "fit": fit,
        "fitting": np.where(fit > 0, np.where(_rank(last, described) == 1, 1 + several, 3), 0),
    }  # fmt: skip


def _rank(scores: Ints, fitting: Bools) -> Ints:
    """Return the rank of each thing in its row: one plus the fitting things that score higher; others come last."""
    masked = np.where(fitting, scores, -1)
    order = np.argsort(np.argsort(-masked, axis=1, kind="stable"), axis=1, kind="stable")
    return np.where(fitting, np.minimum(order, RANKS - 1) + 1, RANKS + 1)


def _may_be(table: MentionTable, entities: Sequence[Entity], rows: Ints, first: Ints) -> Bools:
    """Return which anaphors agree with which named things."""
    fits = np.ones((len(rows), len(first)), dtype=np.bool_)
    for name in ("gender", "animate"):
        one, other = table.column(name)[rows][:, None], table.column(name)[first][None]
        fits &= (one == 0) | (other == 0) | (one == other)
    plural = (table.column("number")[rows] == 2) & (table.person[rows] == 3)
    several = np.array([broad_type(entity.type) in COLLECTIVE for entity in entities])
    group = np.array([broad_type(entity.type) == "Group" for entity in entities])
    neuter = (table.column("number")[rows] == 1) & (table.person[rows] == 3) & (table.column("gender")[rows] == 0)
    return t.cast("Bools", fits & (~plural[:, None] | several[None]) & ~(neuter[:, None] & group[None]))


def _descriptions(discourse: Discourse, entities: Sequence[Entity], rows: Ints) -> tuple[Ints, Bools]:
    """Return how each description's noun fits each thing, and which things are of another nation than it says."""
    fit = np.zeros((len(rows), len(entities)), dtype=np.int64)
    other = np.zeros((len(rows), len(entities)), dtype=np.bool_)
    known: dict[str, list[int]] = {}
    for row, index in enumerate(rows.tolist()):
        candidate = discourse.candidates[index]
        if candidate.kind != "nominal":
            continue
        if candidate.form not in known:
            known[candidate.form] = [_fit(candidate, entity) for entity in entities]
        fit[row] = known[candidate.form]
        countries = discourse.gazetteer.countries_in(candidate.modifiers)
        if countries:
            other[row] = [bool(entity.nations) and entity.nations.isdisjoint(countries) for entity in entities]
    return fit, other


def _fit(candidate: Candidate, entity: Entity) -> int:
    """Return how well the noun of a description fits a thing."""
    noun = candidate.form
    if noun in entity.last:
        return LAST_WORD
    if noun in entity.roles:
        return CALLED
    if entity.type == "Thing" or candidate.type == "Thing":
        general = value("general").get(noun) == "organization" and broad_type(entity.type) == "Organization"
        return SAME_TYPE if general else UNKNOWN
    if candidate.type == entity.type and entity.type not in {"Person", "Organization", "Place"}:
        return SAME_TYPE
    broad, other = broad_type(candidate.type), broad_type(entity.type)
    fits = {candidate.type, entity.type} in ({"Company", "Organization"}, {"City", "Place"}, {"Organization"})
    return SAME_TYPE if fits else SAME_BROAD_TYPE if broad == other else OTHER_TYPE
