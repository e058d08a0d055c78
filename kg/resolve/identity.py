"""The identity of a single chain: its key, its names, its descriptions and its type."""

import functools
import re
import typing as t
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.lexicon import names
from kg.lexicon.gazetteer import Entry, Gazetteer, default_gazetteer, home
from kg.lexicon.name_forms import bare, is_acronym, is_department_word, is_function_word, name_words, normal_form
from kg.lexicon.noun_types import broad_type, is_capitalized_description, is_general_name
from kg.lexicon.person_names import person_name, without_address, without_letters
from kg.lexicon.spelling import state_names
from kg.lexicon.tables import REMEMBERED
from kg.model import Chain, Mention
from kg.resolve.descriptions import (
    description,
    first_described,
    head_word,
    is_anyone,
    is_bound,
    is_someone,
    is_spoken_for,
    without_determiner,
)
from kg.resolve.types import GOVERNMENT, TEAM, Naming, counted, is_office, is_post, totals, type_of

Sort: t.TypeAlias = t.Literal[
    "known", "person", "place", "other", "work", "unclear", "team", "capital", "generic", "bound", "split"
]
"""How entities are distinguished: by gazetteer, name and rough type, general term, position, or decision.

A `team` has the name of its place and is the same only within its document; a `capital` is a government with that name.
"""

SORTS: t.Final[t.Mapping[str, Sort]] = {"Person": "person", "Place": "place", "Work": "work", "Thing": "unclear"}
ARTICLE: t.Final = re.compile(r"^[Tt]he\s+(?=\S)")
BRACKETED: t.Final = re.compile(r"\s*\([^()]*\)?\s*$")
"""What brackets add to a name; the model may cut off the closing one: `World Health Organisation (WHO`."""
BRANCH: t.Final = re.compile(r"\s*\([A-Z]\w*[a-z]\w*\)$")
"""One capitalized word in brackets, which distinguishes a party, place or school from its namesakes: `(Marxist)`."""
MAX_PERSON_WORDS: t.Final = 4


class Key(t.NamedTuple):
    """Chains with the same key are one entity; a last name by itself counts only within its document."""

    sort: Sort
    form: str
    document: str = ""


@dataclass(frozen=True, slots=True)
class Identity:
    """A chain with its key, the names in it with repetitions, and its gazetteer entry.

    `stated_types` holds the types that sentences give for it ("Acme is a bank"), each repeated by its weight.
    """

    chain: Chain
    key: Key
    names: tuple[str, ...] = ()
    entry: Entry | None = None
    type: str = "Thing"
    """The type of a named entity, from the chain alone."""
    stated_types: tuple[str, ...] = ()


def identify(chain: Chain, gazetteer: Gazetteer, *, within: Sequence[str] = ()) -> Identity:
    """Return the identity of a chain; it depends only on its document.

    Args:
        chain: the mentions of one entity.
        gazetteer: known entities.
        within: the countries of the cities and regions in the document, repeated by frequency.
    """
    names = chain_names(chain)
    if not names:
        known = _known_by_description(chain, gazetteer)
        key = _known_key(known) if known is not None else _described_key(chain, gazetteer)
        return Identity(chain, key, entry=known)
    counts, evidence = counted(names), naming([chain])
    type_ = type_of(evidence)
    lasts = _last_words(evidence.names)
    longer = {name: count for name, count in counts.items() if normal_form(name) not in lasts}
    governs = any(each.type == GOVERNMENT for each in chain)  # "*Oslo* denied it"
    entry = _known(longer, "Place" if governs else type_, gazetteer, within)
    best = best_name(counts, type_, first=chain[0].words)
    if _is_team_of_place(type_, entry):
        key = Key("team", normal_form(best), chain[0].span.document)
        return Identity(chain, key, names, type=type_)
    if entry is not None and governs and country_of_capital(entry.label):
        government = entry._replace(type=GOVERNMENT, aliases=(), links=())
        return Identity(chain, Key("capital", entry.label), names, government, GOVERNMENT)
    if entry is not None and _fits(entry, evidence, type_):
        return Identity(chain, _known_key(entry), names, entry, type_)
    return Identity(chain, _named_key(best, type_, chain, gazetteer), names, None, type_)


def _is_team_of_place(type_: str, entry: Entry | None) -> bool:
    """Return whether a team has the name of its place; elsewhere that name may mean a team in another sport."""
    return type_ == TEAM and entry is not None and broad_type(entry.type) == "Place"


def _fits(entry: Entry, evidence: Naming, type_: str) -> bool:
    """Return whether the text is compatible with a known entity of this name."""
    return entry.type == "Person" or not _is_someone(evidence, type_) or _is_labelled(evidence, entry)


def _known_key(entry: Entry) -> Key:
    return Key("known", f"{entry.label} ({entry.type})")


def _known_by_description(chain: Chain, gazetteer: Gazetteer) -> Entry | None:
    """Return the known entity whose name the model took for a description: `the Alternative for Germany`."""
    for mention in chain:
        text = without_determiner(mention.words) if mention.kind == "nominal" else ""
        capital = all(word[0].isupper() or is_function_word(word) for word in text.split())
        entry = gazetteer.find(text) if text and capital else None
        if entry is not None and (" " in text or not _may_be_noun(entry, text)):
            return entry
    return None


def _may_be_noun(entry: Entry, text: str) -> bool:
    return entry.ambiguous or is_capitalized_description(text)


def _named_key(name: str, type_: str, chain: Chain, gazetteer: Gazetteer) -> Key:
    sort, form = SORTS.get(broad_type(type_), "other"), normal_form(name)
    if is_office(name):  # someone else may hold it in another text
        return Key("bound", f"{chain[0].span.document}: {form}")
    person = person_name(name) if sort == "person" else None
    if person is not None:
        # "Mr. Clinton" and "Mrs. Clinton" in one text are two people
        form = f"mrs {person.form}" if person.partial and person.gender == "female" else person.form
        return Key(sort, form, chain[0].span.document if person.partial else "")
    return Key(sort, government_form(form, gazetteer) or form)


def _described_key(chain: Chain, gazetteer: Gazetteer) -> Key:
    label = description([chain])
    document, head = chain[0].key
    if any(map(is_spoken_for, chain)):
        return Key("bound", f"{document}#{head}")
    plain = label == label.casefold()
    government = None if plain else government_form(normal_form(label), gazetteer)
    state, _, body = (government or "").rpartition(" ")
    if government and body in names("government", "one") and state in gazetteer.countries:
        return Key("other", government)
    if label and not is_bound(first_described(chain).words) and not is_anyone(label):
        return Key("generic", label) if plain and not is_someone(chain) else Key("bound", f"{document}: {label}")
    return Key("bound", f"{document}#{head}")


def government_form(form: str, gazetteer: Gazetteer) -> str | None:
    """Return a government's name with its country's usual name (`us army` for `american army`), or None."""
    heads = names("government")
    if heads.isdisjoint(form.split(" ")):
        return None
    parts = re.sub(r" of (?:the )?(?=\S+(?: \S+)?$)", " of ", form).split()
    country, rest = gazetteer.country_before(parts)
    if country is None and form.partition(" ")[0].endswith("'s"):
        country, rest = gazetteer.country_before([parts[0][:-2], *parts[1:]])
    if country is None and "of" in parts[1:-1]:  # the Parliament of Canada
        end = len(parts) - 1 - parts[::-1].index("of")
        country, rest = gazetteer.countries.get(" ".join(parts[end + 1 :])), tuple(parts[:end])
    if country is None and len(parts) > 2 and is_department_word(parts[-1]):  # the Finance Ministry of France, inverted
        country, rest = gazetteer.countries.get(parts[-2]), (*parts[:-2], parts[-1])
    return f"{country} {' '.join(rest)}".casefold() if country and rest[-1] in heads else None


def _is_someone(evidence: Naming, type_: str) -> bool:
    """Return whether a chain means a person, who can be called Jordan or Washington."""
    return type_ == "Person" and evidence.is_personal


def _is_labelled(evidence: Naming, entry: Entry) -> bool:
    """Return whether every label agrees with a known entity that can have a person's name: `Eli Lilly`."""
    return {broad_type(label) for _, label in evidence.names} == {broad_type(entry.type)} and not evidence.pronouns


def _known(names: Mapping[str, int], type_: str, gazetteer: Gazetteer, within: Sequence[str]) -> Entry | None:
    votes: Counter[tuple[str, str]] = Counter()
    entries: dict[tuple[str, str], Entry] = {}
    for name, count in names.items():
        state = state_names().get(name) if name.endswith(".") else None
        entry = gazetteer.find(state or name, type_="Place" if state else type_, within=within)
        entry = entry or _in_its_country(name, gazetteer) or _meant(name, type_, gazetteer, within)
        if entry is not None:
            votes[entry.label, entry.type] += count
            entries[entry.label, entry.type] = entry
    return entries[min(votes, key=lambda key: (-votes[key], key))] if votes else None


def _in_its_country(name: str, gazetteer: Gazetteer) -> Entry | None:
    """Return the place written with its country or region: `Paris, France`, `Austin, Texas`; not `Paris, Texas`."""
    place, comma, where = name.partition(", ")
    if not comma:
        return None
    around = homes_of(where, gazetteer)
    in_region = not any(one.type == "Country" for one in gazetteer.meanings(where))
    shared = in_region and normal_form(place) in names("common", "city")
    meanings = gazetteer.meanings(place) if around and not shared else ()
    return next((one for one in meanings if broad_type(one.type) == "Place" and home(one) in around), None)


def _meant(name: str, type_: str, gazetteer: Gazetteer, within: Sequence[str]) -> Entry | None:
    """Return the place, or the party of a country in the text, that an adjective means: "the *German* government"."""
    if type_ == "PoliticalParty":
        party = gazetteer.find(f"{name} Party", type_=type_)
        return party if party is not None and (not within or party.country in within) else None
    form = normal_form(name)
    label = gazetteer.countries.get(form) or gazetteer.regions.get(form) if type_ == "Country" else None
    return gazetteer.find(label, type_=type_) if label is not None else None


def homes_of(name: str, gazetteer: Gazetteer) -> frozenset[str]:
    """Return the countries that the name or abbreviation of a country or region can mean (`Tex.`)."""
    meanings = gazetteer.meanings(state_names().get(name, name))
    around = [one for one in meanings if one.type in {"Country", "Region"}]
    return frozenset(country for one in around for country in (home(one), one.country) if country)


@functools.lru_cache(maxsize=REMEMBERED)
def country_of_capital(name: str) -> str:
    """Return the country whose capital has a name, or "".

    >>> country_of_capital("Moscow"), country_of_capital("Oxford")
    ('Russia', '')
    """
    find = default_gazetteer().find
    city = find(name, type_="Place")
    country = find(city.country, type_="Country") if city is not None and city.country else None
    return country.label if country is not None and city is not None and country.capital == city.label else ""


def is_name(mention: Mention) -> bool:
    """Return whether a mention is a name; a capitalized role, `the President`, is a description.

    With the label Person, a noun that is not a title counts as a name: `Baker`, `Ban`.
    """
    if mention.kind != "name":
        return False
    surname = (
        mention.type == "Person"
        and mention.words.isalpha()
        and mention.words.casefold() not in names("title", "title", "ruler", "person")
    )
    return surname or not is_capitalized_description(mention.words)


def chain_names(chain: Chain) -> tuple[str, ...]:
    """Return the names in a chain, with repetitions, without articles and surrounding punctuation.

    An office next to another name is only a description: "Chile's Prime Minister, Ana Silva".
    """
    labelled = [(name, label) for name, label in map(name_of, filter(is_name, chain)) if normal_form(name)]
    names, persons = tuple([name for name, _ in labelled]), [name for name, label in labelled if label == "Person"]
    return tuple([name for name in names if not (is_office(name) or _is_post_of(name, persons))]) or names


def _is_post_of(name: str, persons: Iterable[str]) -> bool:
    """Return whether a name is the post of a person whose full name has none of its words: "Director of the FBI"."""
    words, full = frozenset(name_words(name)), (name_words(each) for each in persons if not is_post(each))
    return is_post(name) and any(1 < len(parts) <= MAX_PERSON_WORDS and words.isdisjoint(parts) for parts in full)


def name_of(mention: Mention) -> tuple[str, str]:
    """Return the name in a mention, without article and surrounding punctuation, and the label of the model."""
    return _without_article(mention.words, mention.type), mention.type


@functools.lru_cache(maxsize=REMEMBERED)
def _without_article(name: str, type_: str) -> str:
    branch = BRANCH.search(name) if type_ != "Person" else None
    is_branch = branch is not None and not is_acronym(name[: branch.start()])
    found = ARTICLE.sub("", bare(name if is_branch else BRACKETED.sub("", name) or name))
    return without_letters(found) if type_ == "Person" else found


def best_name(names: Mapping[str, int], type_: str, *, first: str = "") -> str:
    """Return the name to show: a full name for a person, otherwise the usual name, and words rather than initials.

    Of two full names of a person, prefer the one whose last word the person is called by, and avoid nicknames. Break
    ties with the words of `first`, the first mention. For a people or a party, prefer the plural: `Conservatives`, not
    `Conservative`.

    >>> best_name(Counter({"D Hale": 3, "Dora Hale": 1, "Hale": 5}), "Person")
    'Dora Hale'
    >>> best_name(Counter({"Dora Hale": 1, "Aunt Plum": 2, "Hale": 5}), "Person")
    'Dora Hale'
    """
    persons = names if type_ == "Person" else {}
    lasts = totals((_last_word(name), often) for name, often in persons.items())
    start, bodies = normal_form(first), set(filter(None, map(body_without_owner, names)))
    named_first = {name for name in persons if start.endswith(normal_form(name))}

    def rank(name: str) -> tuple[bool, bool, bool, int, int, bool, int, str]:
        parts = name_words(name)
        short = is_acronym(name) or name in bodies
        full = 1 < len(parts) <= MAX_PERSON_WORDS if type_ == "Person" else not short
        initial = type_ == "Person" and len(parts) == 2 and len(parts[0]) == 1
        one = type_ != "Person" and f"{name}s" in names
        called = (-lasts.get(_last_word(name), 0), -names[name], name not in named_first)
        return (is_office(name) or _is_post_of(name, persons), not full, initial or one, *called, -len(parts), name)

    best = min(names, key=rank)
    return without_address(best) if type_ == "Person" else best


def body_without_owner(name: str) -> str:
    """Return a body's general name without its owner, else "": "Finance Ministry" for "Norland's Finance Ministry"."""
    body = name.replace("’", "'").partition("'s ")[2]
    return body if body and is_general_name(body) else ""


def _last_word(name: str) -> str:
    """Return the last word of a name in a form for comparison: "Ana *Silva*", "Mrs *Silva*"."""
    return normal_form(name).rpartition(" ")[2]


def named_type(chains: Iterable[Chain]) -> str:
    """Return the type of a named entity."""
    return type_of(naming(chains))


def naming(chains: Iterable[Chain]) -> Naming:
    """Return how the text refers to one entity."""
    names, nouns, pronouns = [], [], []
    for chain in chains:
        for mention in chain:
            if mention.kind == "pronoun":
                pronouns.append(mention.words)
            elif is_name(mention):
                names.append(name_of(mention))
            else:
                nouns.append(head_word(mention))
    return Naming.of(_as_one_person(names), nouns=nouns, pronouns=pronouns)


def _as_one_person(labelled: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return names with their labels; the last word of a person's full name gets the label of the person.

    A firm may share that name: in a text about "Lewis Moody", "Moody" is not Moody's.
    """
    lasts = _last_words(labelled)
    return [(name, "Person" if normal_form(name) in lasts else label) for name, label in labelled]


def _last_words(labelled: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Return the last words of persons' full names, from names with their labels."""
    full = (name_words(name) for name, label in labelled if label == "Person")
    return frozenset(parts[-1] for parts in full if len(parts) > 1)
