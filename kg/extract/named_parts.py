"""Names inside the labels of other entities: "*Bayern* coach", "the *German* government", "victory for *Bayern*"."""

import itertools
import typing as t
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import replace

from kg.extract.named_kinds import EXAMPLE, LISTED, Held, is_called, is_itself, is_joint, is_listed, is_near, kind_of
from kg.extract.proper_names import is_adjective_of_party, is_known, is_proper, opens_name, seat_of
from kg.extract.text import Text
from kg.extract.things import gives_examples, is_field, is_held, is_no_thing, is_one_of_many, lists
from kg.grammar.clause import Modifier, Phrase, WordFunction
from kg.lexicon.gazetteer import country_meant, default_gazetteer, is_adjective_of_place
from kg.lexicon.noun_types import broad_type
from kg.model import Chain, Mention, MentionKey, NamedPart, Span
from kg.reference.mentions import ENTITY_TYPES

INSIDE: t.Final[frozenset[WordFunction]] = frozenset({"part of compound", "noun modifier"})
"""The functions of a noun that belongs to the noun after it."""
BEFORE_NOUN: t.Final[frozenset[WordFunction]] = INSIDE | {"adverb", "adverbial noun", "attribute"}
"""The functions of the adjective of a country before a noun, alone or in a longer word: "*Chinese*-built"."""
ADJECTIVES: t.Final = {"Country": is_adjective_of_place, "PoliticalParty": is_adjective_of_party}
"""The tests of the adjectives that mean an entity of a type: "*German* firms", "a *Republican* mayor"."""
Countries: t.TypeAlias = Mapping[MentionKey, Mention]
"""The mentions of countries whose adjective precedes a noun, by their keys."""


def named_parts(text: Text) -> Iterator[NamedPart]:
    """Yield the names inside the labels of other entities, in the text order of the entities.

    Words inside the name of an entity are part of it, so "the *Bank of England*" contains no other name. A name that
    belongs to a noun is reported for that noun, not for a longer phrase around it: "a slump in the *Oslo market*".
    """
    found = [*_parts(text)]
    nearest: dict[MentionKey, NamedPart] = {}
    for part, held in sorted(found, key=lambda one: (one[1].deep, _length(one[0]))):
        if not held.itself:
            nearest.setdefault(part.part.key, part)
    yield from (part for part, held in found if not held.deep or nearest[part.part.key] is part)
    yield from (part for name in text.phrases() for part in _of_politician(text, name))


def _of_politician(text: Text, name: Phrase) -> Iterator[NamedPart]:
    """Yield the party and the place that are given after the name of a politician: "Ana Silva (*D-Ohio*)"."""
    seat = seat_of(text, name)
    if seat is not None:
        yield NamedPart(text.mention(name.head), text.mention(seat[1].head), "of")
        if is_known(f"{seat[0].text} Party"):  # an independent has none
            yield NamedPart(text.mention(name.head), replace(text.mention(seat[0]), type="PoliticalParty"), "member of")


def _length(part: NamedPart) -> int:
    """Return the number of characters from the start to the end of an entity and the name inside it."""
    spans = (part.whole.span, part.part.span)
    return max(span.end for span in spans) - min(span.start for span in spans)


def _parts(text: Text) -> Iterator[tuple[NamedPart, Held]]:
    """Yield the names inside the labels of entities, each with its position."""
    named = [token.kind == "name" or token.entity in ENTITY_TYPES for token in text.parse.tokens]
    names = (0, *itertools.accumulate(named))  # how many are before each word
    for phrase in text.phrases():
        others = names[phrase.end] - names[phrase.start] > (names[phrase.head.index + 1] - names[phrase.head.index])
        if not others or text.parse.tokens[phrase.head.index].function in INSIDE:
            continue
        whole = text.mention(phrase.head)
        if whole.kind in {"name", "nominal"} and not is_no_thing(text, phrase):
            for held in _without_duplicates(whole, (*_held(text, phrase), *_places_after(text, phrase))):
                yield with_place(NamedPart(whole, held.name, kind_of(text, phrase, held))), held


def with_place(part: NamedPart) -> NamedPart:
    """Return a place that is listed with its country as a part of the country: "*Lyon*, *France*"."""
    if part.kind != "listed with":
        return part
    for place, area in ((part.whole, part.part), (part.part, part.whole)):
        known = default_gazetteer().find(place.words, type_="Place")
        if known is not None and known.country is not None and known.country == country_meant(area.words):
            return NamedPart(place, area, "part of")
    return part


def _without_duplicates(whole: Mention, found: Iterable[Held]) -> Iterator[Held]:
    """Yield each name once, except the entity's own name and names inside others: "*Hong Kong*", not "*Hong*"."""
    held = {each.name.span: each for each in reversed([*found]) if not _is_part_of_name(whole, each)}
    outer, end = set[Span](), 0
    for span in sorted(held, key=lambda span: (span.start, -span.end)):
        if span.end > end:
            outer.add(span)
        end = max(end, span.end)
    yield from (each for span, each in reversed(held.items()) if span in outer)


def _is_part_of_name(whole: Mention, held: Held) -> bool:
    """Return whether a name is only a part of another: "Summer of *Sam*", not "*Apple*'s iTunes"."""
    inside = whole.span.start <= held.name.span.start and held.name.span.end <= whole.span.end
    if whole.kind != "name" or not inside or held.marker == "possessor":
        return False
    return not is_known(held.name.words)


def _held(text: Text, phrase: Phrase, *, deep: bool = False) -> Iterator[Held]:
    """Yield the names in the words for an entity: its label, and the titles and names before it."""
    for modifier in _own_modifiers(text, phrase):
        if not is_held(text, phrase, modifier):
            continue
        for inner in _inner(text, modifier):
            if _is_named(text, phrase, inner):
                yield from _held_in(text, phrase, modifier, inner, deep=deep)
            yield from _held(text, inner, deep=deep or modifier.kind != "title")


def _held_in(text: Text, phrase: Phrase, modifier: Modifier, inner: Phrase, *, deep: bool) -> Iterator[Held]:
    """Yield the name in a modifier, unless it is coordinated before another name: the "*British* and Irish Lions"."""
    held = Held(name_of(text, inner), "", modifier, inner, deep=deep)
    listed = is_listed(text, phrase, held)
    if listed or not phrase.entity or not is_joint(text, phrase, held):
        marker = LISTED if listed else _marker(text, phrase, modifier)
        held = held._replace(marker=marker, near=is_near(text, phrase, held))
        if deep or not is_called(text, phrase, held):
            yield held._replace(itself=not deep and is_itself(text, phrase, held))


def _marker(text: Text, phrase: Phrase, modifier: Modifier) -> str:
    if lists(text, phrase, modifier) or gives_examples(text, phrase, modifier):
        return EXAMPLE
    return modifier.head.lower if modifier.kind == "preposition" else modifier.kind


def _own_modifiers(text: Text, phrase: Phrase) -> Iterator[Modifier]:
    """Yield the modifiers of a phrase, and examples after a noun inside it: "stars of the age *including* …"."""
    yield from phrase.modifiers
    inner = (each for _, each in phrase.with_phrases("preposition") if phrase.head.plural)
    yield from (each for one in inner for each in one.of_kind("preposition") if is_one_of_many(text, one, each))


def _inner(text: Text, modifier: Modifier) -> tuple[Phrase, ...]:
    """Return the phrases inside a modifier: its noun and the coordinated nouns, or its names."""
    if modifier.phrase is not None:
        return modifier.phrase, *modifier.phrase.conjuncts
    if modifier.kind == "preposition":
        return ()
    found = map(text.phrase, map(text.word, range(modifier.start, modifier.end)))
    return tuple(each for each in found if each.entity and each.label_end == each.head.index + 1)  # "New *York*-based"


def _is_named(text: Text, phrase: Phrase, inner: Phrase) -> bool:
    """Return whether a phrase inside another is a name: recognised, known, or capitalised before a noun."""
    name = text.mention(inner.head)
    if name.kind != "name" or is_no_name(name) or opens_name(text, inner):
        return False
    if phrase.head.kind == "name" and is_field(text, inner) and not is_known(name.words):
        return False
    labelled = inner.entity in ENTITY_TYPES or phrase.head.kind == "noun" or is_known_body(name)
    return labelled and is_proper(text, inner)


def name_before(text: Text, phrase: Phrase) -> Iterator[Mention]:
    """Yield the name before a noun, with only nouns between them: "the *Reuters* news agency"."""
    for modifier in phrase.of_kind("compound"):
        for inner in _inner(text, modifier):
            between = text.parse.tokens[inner.label_end : phrase.head.index]
            if all(token.kind == "noun" for token in between) and _is_named(text, phrase, inner):
                yield name_of(text, inner)


def is_no_name(name: Mention) -> bool:
    """Return whether a supposed name is really a measure or a single sign: "a time of *2:25.38*", not "the *7610*"."""
    return len(name.text.rstrip(".")) < 2 or not (any(map(str.isalpha, name.text)) or name.text.isdigit())


def name_of(text: Text, inner: Phrase) -> Mention:
    """Return the mention of a name; the adjective of a country, region or party before a noun is a mention of it."""
    name, token = text.mention(inner.head), text.token(inner.head)
    before = any(each.function in BEFORE_NOUN or each.kind == "adjective" for each in (token, token.first_conjunct))
    types = (each for each, is_adjective in ADJECTIVES.items() if before and is_adjective(name.words))
    type_ = next(types, name.type)
    return replace(name, type=type_) if type_ != name.type else name


def means_other(name: Mention) -> bool:
    """Return whether a mention is the adjective of a country or a party, apart from the mentions of its people."""
    return name.type in ADJECTIVES and ADJECTIVES[name.type](name.words)


def _places_after(text: Text, phrase: Phrase) -> Iterator[Held]:
    """Yield the place after the name of another place, which says where that one is: "Salem, *Oregon*"."""
    for modifier, place in phrase.with_phrases("apposition"):
        places = modifier.apart and phrase.entity == place.entity == "GPE" and _is_next(text, phrase, modifier)
        if places and country_meant(text.mention(phrase.head).words) is None:
            yield Held(text.mention(place.head), "in", modifier, place)


def _is_next(text: Text, phrase: Phrase, modifier: Modifier) -> bool:
    """Return whether only a comma or a bracket separates a name from the modifier: not "Salem, Oregon; *Lima*"."""
    between = text.parse.tokens[phrase.head.index + 1 : modifier.start]
    return len(between) < 2 and all(token.text in {",", "("} for token in between)


def is_known_body(name: Mention) -> bool:
    """Return whether a name is that of an organisation in the gazetteer."""
    known = default_gazetteer().find(name.words, type_=name.type)
    return known is not None and broad_type(known.type) == "Organization"


def with_countries(chains: Iterable[Chain], countries: Countries) -> tuple[Chain, ...]:
    """Return the chains in which adjectives of countries before a noun are mentions of the country.

    They are removed from chains in which the word means the people: "the *German* government" and "the *Germans*".
    """
    return tuple(each for chain in chains for each in _with_countries(chain, countries))


def _with_countries(chain: Chain, countries: Countries) -> Iterator[Chain]:
    named: Set[MentionKey] = {mention.key for mention in chain if mention.kind == "name"}
    if named.isdisjoint(countries):
        yield chain
    elif named <= countries.keys():
        yield tuple(countries.get(mention.key, mention) for mention in chain)
    else:
        yield tuple(mention for mention in chain if mention.key not in countries)
        yield from ((countries[mention.key],) for mention in chain if mention.key in countries)
