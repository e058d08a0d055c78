"""The full names of persons in one document, and the shorter names that are part of them."""

import typing as t
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence

from kg.lexicon.given_names import given_name_gender
from kg.lexicon.name_forms import is_left_out_of_firms
from kg.lexicon.noun_types import broad_type, most_frequent
from kg.lexicon.person_names import (
    PersonName,
    agreement_keys,
    before_particle,
    can_be_last_name,
    keys_of_bearer,
    keys_of_last_name,
    order_free_form,
    person_name,
)
from kg.reference.coref.candidates import Candidate
from kg.reference.coref.clusters import Cluster

Forms: t.TypeAlias = Mapping[str, Sequence[Candidate]]
"""Names by their normal form; for a thing in the gazetteer, the gazetteer's name for it: `=United States`."""


class Bearers:
    """The forms of full names, and an index from other names to the persons with that last or given name.

    Names are looked up by shared keys, since a document may have thousands of them.
    """

    def __init__(self, forms: Forms) -> None:
        self.full = dict.fromkeys(full_person_names(forms))
        self.of = _bearers(forms, [*self.full])

    def is_person(self, cluster: Cluster) -> bool:
        """Return whether a thing has the full name of a person."""
        return any(name.form in self.full for name in cluster.names)


def full_person_names(forms: Forms) -> list[str]:
    """Return the names of several words that are persons' names: not "Doe Motors", whatever its label, nor "Le Pen".

    Nor is the beginning of an organization's name, without a given name: "*Elm Ferry*", "Elm Ferry Partners".
    """
    several = (form for form in forms if " " in form and not is_left_out_of_firms(form.rsplit(" ", 1)[-1]))
    persons = (form for form in several if usual_type(forms[form]) == "Person")
    organizations = (form for form, candidates in forms.items() if usual_type(candidates) == "Organization")
    starts = {form.rpartition(" ")[0] for form in organizations}
    return [form for form in persons if form not in starts or given_name_gender(form.partition(" ")[0]) is not None]


def usual_type(candidates: Iterable[Candidate]) -> str:
    """Return the general type that most labels of a name indicate."""
    return broad_type(most_frequent(candidate.type for candidate in candidates))


def person_of(form: str, forms: Forms) -> PersonName | None:
    """Return the parts of a name as first written."""
    return person_name(forms[form][0].mention.words)


def _bearers(forms: Forms, full: Sequence[str]) -> dict[str, list[str]]:
    index = _places_by_part(forms, full)
    found: dict[str, list[str]] = {}
    for form in forms if full else ():
        person = person_of(form, forms)
        keys = {form} | (keys_of_last_name(person) if person is not None and person.partial else set())
        possible = [full[place] for place in sorted({place for key in keys for place in index.get(key, ())})]
        names = [name for name in possible if _is_part(form, name, forms)] or _beginning(form, possible, forms)
        if names:
            found[form] = names
    return found


def _places_by_part(forms: Forms, full: Sequence[str]) -> Mapping[str, list[int]]:
    """Return the places of the full names by their parts that can be used alone, and by the keys of their last name."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(full):
        person = person_of(name, forms)
        words = name.split(" ")
        keys = {words[0], before_particle(name), *(" ".join(words[start:]) for start in range(1, len(words)))}
        for key in keys | (keys_of_bearer(person) if person is not None else set()):
            index[key].append(place)
    return index


def _beginning(form: str, full: Sequence[str], forms: Forms) -> list[str]:
    """Return the full names with one last name that begin with a person's name: "*Wei* Guoqiang … Mr *Wei*"."""
    begun = [name for name in full if name.startswith(f"{form} ")] if usual_type(forms[form]) == "Person" else []
    return begun if len({name.rpartition(" ")[2] for name in begun}) == 1 else []


def _is_part(form: str, full: str, forms: Forms) -> bool:
    """Return whether a name is a last name (with title or particle) or common given name in a person's full name."""
    first = full.partition(" ")[0]
    if form == full or not form:
        return False
    first_name = form == first and given_name_gender(form) is not None
    if first_name or full.endswith(f" {form}") or form == before_particle(full):
        return True
    part, complete = person_of(form, forms), person_of(full, forms)
    if part is None or complete is None:
        return False
    if len(complete.words) > 1:  # "Jack Doe Jr. ... Doe", but "Harald V" is no last name
        complete = complete._replace(generation="")
    return part.partial and can_be_last_name(part, complete)


def may_agree(persons: Mapping[str, PersonName]) -> dict[str, list[str]]:
    """Return for each full name the others that may be the same person's, in order: those that share a key with it."""
    by_key: defaultdict[Hashable, list[str]] = defaultdict(list)
    for form, name in persons.items():
        for key in {*agreement_keys(name).offered, *_keys_of_words(name)}:
            by_key[key].append(form)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for form, name in persons.items():
        for key in {*agreement_keys(name).wanted, *_keys_of_words(name)}:
            for other in by_key.get(key, ()):
                found[form].add(other)
                found[other].add(form)
    places = {form: place for place, form in enumerate(persons)}
    return {form: sorted(others - {form}, key=places.__getitem__) for form, others in found.items()}


def _keys_of_words(name: PersonName) -> Iterator[Hashable]:
    """Yield the keys that two names share if one has the words of the other in a different order."""
    if order := order_free_form(name):
        yield "order", order
