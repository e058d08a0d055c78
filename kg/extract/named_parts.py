"""Names inside the words for other things: "*Bayern* coach", "the *German* government", "victory for *Bayern*"."""

import itertools
import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import replace

from kg.extract.proper_names import is_known, is_proper, opens_name
from kg.extract.text import MentionKey, Text, has_determiner
from kg.extract.things import gives_examples, is_held, is_no_thing, is_one_of_many, lists, owns
from kg.grammar.clause import Modifier, ModifierKind, Phrase, WordFunction
from kg.lexicon import names, nouns
from kg.lexicon.gazetteer import country_meant, default_gazetteer, is_adjective_of_place
from kg.lexicon.noun_types import broad_type, name_type, noun_type
from kg.lexicon.supersenses import noun_supersense
from kg.model import Chain, Mention, NamedPart, Span, StructuralKind
from kg.reference.mentions import ENTITY_TYPES

INSIDE: t.Final[frozenset[WordFunction]] = frozenset({"part of compound", "noun modifier"})
"""What a noun is to the one behind it that it belongs to."""
BEFORE_NOUN: t.Final[frozenset[WordFunction]] = INSIDE | {"adverbial noun", "attribute"}
"""What the adjective of a country is to the noun behind it, alone or in a longer word: "*Chinese*-built"."""
COUNTRY: t.Final = "Country"
THINGS: t.Final = frozenset({"Event", "Product", "Thing", "Work"})
"""The types of names that a noun behind them often only tells what they mean: "the *Zorvan* virus"."""
CALLED: t.Final = frozenset({COUNTRY, "City", "Region"})
"""The types of nouns that stand before "of" and the name of what they mean: "the city *of Graz*"."""
PARTY: t.Final = "PoliticalParty"
BODIES: t.Final = frozenset({"NewsMediaOrganization", PARTY, "Region"})
"""The types of nouns that behind a name tell only its kind: "the *Guardian* newspaper", "*Aceh* province"."""
GENERIC: t.Final = frozenset({"Organization", "SportsTeam"})
"""The types of nouns that behind the name of a body may mean just that: "the *Norwich City* club"."""
NAMED_KINDS: t.Final = frozenset({None, "artifact", "cognition", "communication", "location"})
"""The kinds of nouns that often stand behind the name of what they mean; groups and persons are another's."""
DEEDS: t.Final = frozenset({"act", "possession"})
"""The kinds of nouns that often tell what a name means which is no person's: "a *Golden Globe* award"."""
CALLED_SO: t.Final = frozenset({"NewsMediaOrganization", "SportsTeam"})
"""The types of known names that a noun for a body tells the kind of: "the *Reuters* agency"."""
KINDS_CALLED: t.Final[Mapping[str, Set[str | None]]] = {
    "Event": frozenset({"time", "top"}),
    "Place": frozenset({"location", "object", "shape"}),
    "Product": frozenset({None, "artifact"}),
}
"""By the general type of a noun, the kinds of nouns that tell what is named right before them."""
EXAMPLE: t.Final = "example"
"""The marker of a name that is one of what a noun means: "towns such as *Porto*", "both towns, *Porto* and Lyon"."""
LISTED: t.Final = "listed"
"""The marker of a name that stands in a list before another: "*Wal-Mart* and Home Depot"."""
JOINED: t.Final[frozenset[ModifierKind]] = frozenset({"compound", "possessor", "quality"})
"""The kinds of modifiers before a noun that several names may share: "*UK* and US firms"."""


class Held(t.NamedTuple):
    """A name inside a phrase: its mention, and how it stands to the head that it belongs to.

    `marker` is the preposition before it, or else the kind of modifier that it is. A name is `near` where it belongs to
    the head of the whole phrase and to no other noun in it: *Germany* in "the government of Germany". It is `deep`
    where it belongs to another noun: *Cuba* in "supporters of the embargo on Cuba".
    """

    name: Mention
    marker: str
    near: bool = True
    deep: bool = False
    itself: bool = False


FORMER: t.Final = "former"
"""What tells of a name behind it that somebody is of it no more."""
Countries: t.TypeAlias = Mapping[MentionKey, Mention]
"""The mentions of countries whose adjective stands before a noun, by their keys."""
Test: t.TypeAlias = Callable[[Phrase, Mention, Held], bool]


def named_parts(text: Text) -> Iterator[NamedPart]:
    """Yield the names inside the words for other things, in text order of these.

    What is inside the name of a thing is part of that name: "the *Bank of England*" holds none. A name that belongs to
    a noun is told of that, and of no longer words around it: "a slump in the *Oslo market*".
    """
    found = [*_parts(text)]
    nearest: dict[MentionKey, NamedPart] = {}
    for part, held in sorted(found, key=lambda one: (one[1].deep, _length(one[0]))):
        if not held.itself:
            nearest.setdefault(part.part.key, part)
    yield from (part for part, held in found if not held.deep or nearest[part.part.key] is part)


def _length(part: NamedPart) -> int:
    """Return how many letters there are from the first to the last word for a thing and the name that it holds."""
    spans = (part.whole.span, part.part.span)
    return max(span.end for span in spans) - min(span.start for span in spans)


def _parts(text: Text) -> Iterator[tuple[NamedPart, Held]]:
    """Yield the names inside the words for things, with how each stands in these."""
    named = (token.kind == "name" or token.entity in ENTITY_TYPES for token in text.parse.tokens)
    names = (0, *itertools.accumulate(map(int, named)))  # how many stand before each word
    for phrase in text.phrases():
        others = names[phrase.end] - names[phrase.start] > (names[phrase.head.index + 1] - names[phrase.head.index])
        if not others or text.parse.tokens[phrase.head.index].function in INSIDE:
            continue
        whole = text.mention(phrase.head)
        if whole.kind in {"name", "nominal"} and not is_no_thing(text, phrase):
            for held in _once(whole, (*_held(text, phrase), *_places_behind(text, phrase))):
                yield NamedPart(whole, held.name, kind_of(phrase, whole, held)), held


def _once(whole: Mention, found: Iterable[Held]) -> Iterator[Held]:
    """Yield the names but the whole thing's own, each once; none that lies in another: "*Hong Kong*", not "*Hong*"."""
    held = {each.name.span: each for each in reversed([*found]) if not _is_part_of_name(whole, each)}
    outer, end = set[Span](), 0
    for span in sorted(held, key=lambda span: (span.start, -span.end)):
        if span.end > end:
            outer.add(span)
        end = max(end, span.end)
    yield from (each for span, each in reversed(held.items()) if span in outer)


def _is_part_of_name(whole: Mention, held: Held) -> bool:
    """Tell whether a name is nothing by itself in another: "Summer of *Sam*"; not "*Apple*'s iTunes"."""
    inside = whole.span.start <= held.name.span.start and held.name.span.end <= whole.span.end
    if whole.kind != "name" or not inside or held.marker == "possessor":
        return False
    return not is_known(held.name.words)


def _held(text: Text, phrase: Phrase, *, deep: bool = False) -> Iterator[Held]:
    """Yield the names in the words for a thing: its label, and the titles and names before it."""
    for modifier in _own_modifiers(text, phrase):
        if not is_held(text, phrase, modifier):
            continue
        for inner in _inner(text, modifier):
            if _is_named(text, phrase, inner):
                yield from _held_in(text, phrase, modifier, inner, deep=deep)
            yield from _held(text, inner, deep=deep or modifier.kind != "title")


def _held_in(text: Text, phrase: Phrase, modifier: Modifier, inner: Phrase, *, deep: bool) -> Iterator[Held]:
    """Yield the name in a modifier; none that another name shares before a name: the "*British* and Irish Lions"."""
    listed = _is_listed(text, phrase, modifier, inner)
    joint = modifier.kind in JOINED and _is_joint(text, phrase, inner)
    if listed or not joint or not phrase.entity:
        loose = joint or _is_past(text, phrase, inner) or _acts(text, modifier, inner)
        near = not deep and not loose and _is_alone(modifier, inner)
        held = Held(name_of(text, inner), LISTED if listed else _marker(text, phrase, modifier), near, deep)
        if deep or not _is_called(text, phrase, held, inner):
            yield held._replace(itself=not deep and _is_itself(phrase, held))


def _is_past(text: Text, phrase: Phrase, inner: Phrase) -> bool:
    """Tell whether somebody is no longer of what a name tells: "*former* Acme director Jane Silva".

    Where somebody is from does not change: "former *Dutch* sprinter Ana Silva".
    """
    before = text.parse.tokens[max(phrase.start - 1, 0) : inner.start]
    country = inner.head.kind == "adjective" and country_meant(text.mention(inner.head).words) is not None
    return not country and any(token.lower_ == FORMER for token in before)


def _acts(text: Text, modifier: Modifier, inner: Phrase) -> bool:
    """Tell whether it is a deed that "of" belongs to: "evidence of *Acme* breaking the rules"."""
    deed = text.clauses.get(inner.label_end)
    return modifier.head.lower == "of" and deed is not None and deed.form in {"gerund", "participle"}


def _marker(text: Text, phrase: Phrase, modifier: Modifier) -> str:
    if lists(text, phrase, modifier) or gives_examples(text, phrase, modifier):
        return EXAMPLE
    return modifier.head.lower if modifier.kind == "preposition" else modifier.kind


def _own_modifiers(text: Text, phrase: Phrase) -> Iterator[Modifier]:
    """Yield the modifiers of a phrase, and examples behind another noun of it: "stars of the age *including* …"."""
    yield from phrase.modifiers
    inner = (each.phrase for each in phrase.of_kind("preposition") if each.phrase is not None and phrase.head.plural)
    yield from (each for one in inner for each in one.of_kind("preposition") if is_one_of_many(text, one, each))


def _is_joint(text: Text, phrase: Phrase, inner: Phrase) -> bool:
    """Tell whether a name before a noun shares it with another: "*Asian* and African states", "UK and *US* firms"."""
    beside = (inner.label_start - 1, inner.label_end)
    words = [text.word(index) for index in beside if phrase.start <= index < phrase.head.index]
    return any(word.kind == "conjunction" or word.text in {",", "/"} for word in words)


def _inner(text: Text, modifier: Modifier) -> tuple[Phrase, ...]:
    """Return the phrases inside a modifier: those of its noun and what is coordinated with it, or of its names."""
    if modifier.phrase is not None:
        return modifier.phrase, *modifier.phrase.conjuncts
    if modifier.kind == "preposition":
        return ()
    found = map(text.phrase, map(text.word, range(modifier.start, modifier.end)))
    return tuple(each for each in found if each.entity and each.label_end == each.head.index + 1)  # "New *York*-based"


def _is_alone(modifier: Modifier, inner: Phrase) -> bool:
    """Tell whether a modifier is a name, and no longer description with one in it: "*Lyon*-based"."""
    return modifier.kind not in {"quality", "other"} or inner.head.kind == "adjective" or modifier.head == inner.head


def _is_named(text: Text, phrase: Phrase, inner: Phrase) -> bool:
    """Tell whether a phrase inside another is a name: it is recognised, known, or has a capital before a noun."""
    name = text.mention(inner.head)
    if name.kind != "name" or is_no_name(name) or opens_name(text, inner):
        return False
    labelled = inner.entity in ENTITY_TYPES or phrase.head.kind == "noun" or is_known_body(name)
    return labelled and is_proper(text, inner)


def name_before(text: Text, phrase: Phrase) -> Iterator[Mention]:
    """Yield the name right before a noun, with nothing but nouns between: "the *Reuters* news agency"."""
    for modifier in phrase.of_kind("compound"):
        for inner in _inner(text, modifier):
            between = text.parse.tokens[inner.label_end : phrase.head.index]
            if all(token.kind == "noun" for token in between) and _is_named(text, phrase, inner):
                yield name_of(text, inner)


def is_no_name(name: Mention) -> bool:
    """Tell whether what was taken for a name is a measure: "a time of *2:25.38*", but not "the *7610*"."""
    return not any(map(str.isalpha, name.text)) and not name.text.isdigit()


def _is_listed(text: Text, phrase: Phrase, modifier: Modifier, inner: Phrase) -> bool:
    """Tell whether a name stands in a list before the name of a phrase, which the parser took for one name."""
    if owns(text, phrase) or phrase.head.kind != "name" or modifier.kind not in {"compound", "other"}:
        return False
    between = [text.word(index) for index in range(inner.label_end, phrase.head.index)]
    return any(word.kind == "conjunction" or word.text == "," for word in between)


def name_of(text: Text, inner: Phrase) -> Mention:
    """Return the mention of a name: that of a country or region where its adjective stands before a noun."""
    name = text.mention(inner.head)
    before = text.parse.tokens[inner.head.index].function in BEFORE_NOUN or inner.head.kind == "adjective"
    return replace(name, type=COUNTRY) if before and is_adjective_of_place(name.words) else name


def _places_behind(text: Text, phrase: Phrase) -> Iterator[Held]:
    """Yield the place behind the name of another that tells where that is: "Salem, *Oregon*"."""
    for modifier in phrase.of_kind("apposition"):
        behind = modifier.phrase if modifier.apart else None
        places = behind is not None and phrase.entity == behind.entity == "GPE" and _is_next(text, phrase, modifier)
        if behind is not None and places and country_meant(text.mention(phrase.head).words) is None:
            yield Held(text.mention(behind.head), "in")


def _is_next(text: Text, phrase: Phrase, modifier: Modifier) -> bool:
    """Tell whether a comma alone parts a name from what stands behind it: not "Salem, Oregon; *Lima*"."""
    between = text.parse.tokens[phrase.head.index + 1 : modifier.start]
    return len(between) < 2 and all(token.text in {",", "("} for token in between)


def kind_of(phrase: Phrase, whole: Mention, held: Held) -> StructuralKind:
    """Return what the words make of a thing and of what is named in them: the first kind that fits.

    Of what no kind fits, `of` joins a thing with a name that belongs to its head: before it, or behind "of". Another
    name is only in its words, whatever it is to it: "a line *on* Cuba", "other firms *than* Acme".
    """
    found = (kind for kind, fits in KINDS.items() if fits(phrase, whole, held))
    owned = held.marker in OWNING and held.near and not _is_creed(held)
    owned = owned and not (held.itself or _may_be_itself(phrase, held))
    return next(found, "of" if owned else "names")


def _is_creed(held: Held) -> bool:
    """Tell whether a word before a noun tells a creed or people and no party: "*Catholic* pilgrims"."""
    before = held.marker in {"compound", "quality", "title"}
    party = is_known(held.name.words) or is_known(f"{held.name.words.removesuffix('s')} Party")
    return before and held.name.type == "Group" and not party


def _is_itself(phrase: Phrase, held: Held) -> bool:
    """Tell whether a noun tells the kind of what is named: "the state of *Chad*", "the *Guardian* newspaper".

    Of nouns for several things those for what lies in nature do: "the *Andes* mountains".
    """
    if phrase.head.plural:
        return held.marker == "compound" and noun_supersense(phrase.head.lemma.lower()) == "object"
    kind = noun_type(phrase.head.lemma)
    alike = _known_type(held.name) in {broad_type(kind), "Thing"}
    body = kind in BODIES and (alike or kind == PARTY)  # "the *Varnelo* party", whatever it was taken for
    told = {"of": _is_place_of_name(phrase, held.name), "compound": body}
    return told.get(held.marker, False)


def _known_type(name: Mention) -> str:
    """Return the general type of what a name is known to mean, else what the recogniser takes it for."""
    known = default_gazetteer().find(name.words)
    return broad_type(known.type if known is not None else name.type)


def _is_called(text: Text, phrase: Phrase, held: Held, inner: Phrase) -> bool:
    """Tell whether a thing is called by the name before its noun: "the *Ariane 5* rocket", "*Reuters* news agency".

    It is of a kind that has names of its own; a new one may be of what is named: "a *BBC* programme".
    """
    between = text.parse.tokens[inner.label_end : phrase.head.index]
    if held.marker != "compound" or phrase.head.plural or has_determiner(phrase, "indefinite"):
        return False
    if _tells_kind(phrase, held):
        return True
    kinds = all(token.kind == "noun" for token in between)
    return kinds and (_is_of_its_kind(phrase, held.name, beside=not between) or _is_told(phrase, held))


def _tells_kind(phrase: Phrase, held: Held) -> bool:
    """Tell whether a noun has a type that fits the name: "the *Kestrel 3* handheld console"; events are of others."""
    typed = noun_type(phrase.head.lemma) not in {"Event", "Thing"}
    return typed and held.name.type != "Person" and _may_be_itself(phrase, held)


def _is_told(phrase: Phrase, held: Held) -> bool:
    """Tell whether a common noun for nobody and no place may be what a name before it means: "the *Zorvan* format"."""
    nobody = "Person" not in {held.name.type, broad_type(noun_type(phrase.head.lemma))}
    thing = nobody and broad_type(noun_type(phrase.head.lemma)) not in {"Group", "Place"}
    told = thing and phrase.head.kind == "noun" and noun_supersense(phrase.head.lemma) in NAMED_KINDS
    return told and (_is_itself(phrase, held) or _may_be_itself(phrase, held))


def _is_of_its_kind(phrase: Phrase, name: Mention, *, beside: bool) -> bool:
    """Tell whether a noun tells the kind of what a name means: the gazetteer's, or one that has names of its own."""
    noun, known = phrase.head.lemma.lower(), default_gazetteer().find(name.words)
    type_ = noun_type(noun)
    kind = broad_type(type_)
    if known is not None:
        body = type_ in GENERIC and known.type in CALLED_SO
        return body or (kind == broad_type(known.type) and kind in THINGS - {"Thing"})
    if name_type(name.words) is not None or name.type in {"Person", COUNTRY}:
        return False
    if beside and type_ in GENERIC:
        return True
    dated = kind == "Event" and name.words[-1].isdigit()
    return dated or noun_supersense(noun) in KINDS_CALLED.get(kind, ())


def _is_place_of_name(phrase: Phrase, name: Mention) -> bool:
    """Tell whether a noun tells what place a name behind "of" means: "the island of *Naxos*".

    Of what nobody knows the recogniser's type counts for little, where such places are mostly called so.
    """
    kind = noun_type(phrase.head.lemma)
    if broad_type(kind) != "Place":
        return False
    usually_called = kind in CALLED or noun_supersense(phrase.head.lemma) == "object"  # "city", "island"
    return usually_called or broad_type(name.type) in {"Place", "Thing"}


def _may_be_itself(phrase: Phrase, held: Held) -> bool:
    """Tell whether a noun may only tell what the name before it means: "the *Ariane 5* rocket", not "a *BBC* film"."""
    kind, type_ = broad_type(noun_type(phrase.head.lemma)), broad_type(held.name.type)
    if held.marker not in {"compound", "quality"} or kind == "Person":
        return False
    body, noun = _known_type(held.name) in {"Organization", "Thing"}, phrase.head.lemma
    general = noun_type(noun) in GENERIC or noun in nouns("general")
    if body and general and not phrase.head.plural:
        return True
    known = default_gazetteer().find(held.name.words)
    if known is not None:  # "the *Firefox* browser", but not "Windows *machines*"
        return kind == broad_type(known.type) and kind in THINGS - {"Thing"} and not phrase.head.plural
    alike = type_ in {kind, *THINGS} or _may_be_called(phrase, held.name)
    return alike and not is_known(held.name.words)


def _may_be_called(phrase: Phrase, name: Mention) -> bool:
    """Tell whether one thing may have a name of which nothing but its label is known: "the *Hang Seng* index"."""
    noun, one = phrase.head.lemma, phrase.head.kind == "noun" and not phrase.head.plural
    unknown = name_type(name.words) is None and (name.type != "Person" or " " not in name.words)
    kinds = NAMED_KINDS if name.type == "Person" else NAMED_KINDS | DEEDS
    called = noun_supersense(noun) in kinds or broad_type(noun_type(noun)) in THINGS - {"Thing"}
    return one and unknown and called


def of_example(phrase: Phrase, whole: Mention, held: Held) -> bool:
    """A name is one of what the noun means: "towns such as *Porto*", "both towns, *Porto* and Lyon"."""
    return held.marker == EXAMPLE and not held.deep


def of_list(phrase: Phrase, whole: Mention, held: Held) -> bool:
    """A name stands in a list with another: "*Wal-Mart* and Home Depot"."""
    return held.marker == LISTED


def of_government(phrase: Phrase, whole: Mention, held: Held) -> bool:
    """A state has one of these bodies: "the *German* government", "the army of *Chad*"."""
    body = held.near and phrase.head.lemma in names("government", "one")
    return body and country_meant(held.name.words) is not None


def of_nationality(phrase: Phrase, whole: Mention, held: Held) -> bool:
    """The adjective of a country tells where someone is from: "a *Dutch* engineer"; a minister is in office there."""
    noun = phrase.head.lemma
    if noun in names("title", "office") or noun in names("government"):
        return False
    someone = held.near and broad_type(_type(phrase, whole)) in {"Person", "Group", "Organization"}
    country = held.marker == "quality" and held.name.type == COUNTRY and country_meant(held.name.words) is not None
    return someone and country


def of_product(phrase: Phrase, whole: Mention, held: Held) -> bool:
    """What is made bears the name of a firm that is known: "*Nokia* phones"; a navy only has its ships."""
    known = default_gazetteer().find(held.name.words, type_=held.name.type)
    return noun_type(phrase.head.lemma) == "Product" and known is not None and known.type == "Company"


def is_known_body(name: Mention) -> bool:
    """Tell whether a name is that of a body that is known beforehand."""
    known = default_gazetteer().find(name.words, type_=name.type)
    return known is not None and broad_type(known.type) == "Organization"


def of_member(phrase: Phrase, whole: Mention, held: Held) -> bool:
    """Members are of a body: "a member of *Acme*"."""
    return held.near and phrase.head.lemma == "member" and held.marker in {*BEFORE, "of"}


def of_part(phrase: Phrase, whole: Mention, held: Held) -> bool:
    """A place is part of the place that it lies in, and a part is part of a whole: "*Salem* in *Ohio*".

    What is built is only there: "*Hill Stadium* in *Ohio*".
    """
    if whole.kind == "name":
        return phrase.entity in {"GPE", "LOC"} and of_place(phrase, whole, held)
    return phrase.head.lemma == "part" and held.near


def of_place(phrase: Phrase, whole: Mention, held: Held) -> bool:
    """What is in a place is there: "farmers in *Chad*"."""
    placed = held.near and held.marker == "in" and broad_type(held.name.type) == "Place"
    return placed and noun_supersense(phrase.head.lemma) != "time"  # "at the same time in Chad"


def _type(phrase: Phrase, whole: Mention) -> str:
    """Return the type that the words for a thing tell."""
    if whole.kind == "name":
        return name_type(whole.words) or whole.type
    return noun_type(phrase.head.lemma)


BEFORE: t.Final = ("possessor", "compound", "quality", "title")
"""How a name stands before the noun that it belongs to."""
OWNING: t.Final = frozenset({*BEFORE, "of"})
"""The markers of a name that a thing is of, in the widest sense."""
KINDS: t.Final[Mapping[StructuralKind, Test]] = {
    "includes": of_example,
    "listed with": of_list,
    "government of": of_government,
    "nationality": of_nationality,
    "product of": of_product,
    "member of": of_member,
    "part of": of_part,
    "in": of_place,
}
"""The kinds of what is read from a name, in the order in which they are asked."""


def with_countries(chains: Iterable[Chain], countries: Countries) -> tuple[Chain, ...]:
    """Return the chains with the adjectives of countries that stand before a noun as mentions of the country.

    They leave the chains in which their word means the people: "the *German* government" and "the *Germans*".
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
