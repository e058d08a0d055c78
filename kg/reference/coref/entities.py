"""The named things of a document before any mentions are united: how often each is named, where, and as what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.lexicon.gazetteer import Entry, Gazetteer
from kg.lexicon.noun_types import noun_type
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.discourse import Discourse
from kg.reference.coref.names import persons_meant


@dataclass(frozen=True, eq=False, slots=True)
class Entity:
    """A named thing: the indices of its names, its type, and what the document calls it.

    `last` are the last words of its names of several words, `roles` the nouns of its titles, appositions and
    predicates, `nations` the countries that those and its names tell.
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
    """Return the named things of a document; a last name that stands alone names the person with the full name."""
    persons = persons_meant(discourse)
    form_of = {candidate.index: form for form, found in discourse.names.items() for candidate in found}
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
    nations = gazetteer.countries_in(words.union(*[name.told for name in names]))
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
    """Return what the gazetteer has by these names, persons apart."""
    found = dict.fromkeys(gazetteer.find(name.mention.words) for name in names if name.type != "Person")
    return [entry for entry in found if entry is not None]


def _type(names: Sequence[Candidate], known: Sequence[str], roles: Iterable[str]) -> str:
    types = Counter(name.type for name in names if name.type != "Thing")
    if known:
        return known[0]
    best = types.most_common(1)[0][0] if types else "Thing"
    fine = [type_ for type_ in map(noun_type, sorted(roles)) if type_ not in {"Thing", "Person"}]
    return fine[0] if best in {"Organization", "Thing", "Place"} and fine else best
