"""Names linked to a thing without a single phrase: in a clause of a description, coordinated, listed, in brackets."""

import bisect
import itertools
import typing as t
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set

from kg.extract.named_parts import INSIDE, is_no_name, name_of, with_place
from kg.extract.proper_names import continues, is_proper
from kg.extract.text import Text
from kg.extract.things import adds_name, is_doubtful, is_no_thing, is_subject, means_no_place, owns
from kg.grammar.clause import Phrase
from kg.grammar.phrases import CLOSING, OPENING
from kg.lexicon import words
from kg.lexicon.gazetteer import is_adjective_of_place
from kg.lexicon.noun_types import broad_type
from kg.model import Chain, Claim, Mention, MentionKey, NamedPart, Span
from kg.reference.mentions import ENTITY_TYPES

BETWEEN: t.Final = words("coordination", "all") | words("coordination", "one") | words("determiner", "definite")
"""The words that may come between two names of a list."""
LIST: t.Final = 3
"""The minimum number of names in a list."""
SURE: t.Final = 0.6
"""The minimum probability of the dependencies inside a thing, for a name that no phrase links to it."""


class Names(t.NamedTuple):
    """The names of a text that are not inside a longer name, with their phrases, in text order.

    `recognised` are the spans of these and of names inside longer ones that the recogniser labelled as names.
    """

    found: Sequence[tuple[Mention, Phrase]]
    recognised: Set[Span] = frozenset()

    @property
    def mentions(self) -> list[Mention]:
        """The names without their phrases."""
        return [name for name, _ in self.found]

    def inside(self, start: int, end: int) -> Sequence[tuple[Mention, Phrase]]:
        """Return the names that start between two characters (half-open), with their phrases."""
        first, last = (bisect.bisect_left(self.found, at, key=lambda one: one[0].span.start) for at in (start, end))
        return self.found[first:last]


def unattached_names(
    text: Text, names: Names, claims: Collection[Claim], chains: Iterable[Chain], known: Collection[NamedPart]
) -> tuple[NamedPart, ...]:
    """Return the links of names that are in no claim and no named part.

    `known` are the named parts of the phrases; one linked mention of a chain is enough for the chain.
    """
    found: list[NamedPart] = []
    tied = _linked(claims, known)
    tied |= {mention.key for chain in chains if any(one.key in tied for one in chain) for mention in chain}
    links = (rule(text, names) for rule in TIES)
    for part in itertools.chain(in_things(text, names, claims), *links):
        if any(mention.kind == "name" and mention.key not in tied for mention in (part.whole, part.part)):
            found.append(with_place(part))
            tied |= {part.whole.key, part.part.key}
    return tuple(found)


def misread_names(
    names: Names, chains: Iterable[Chain], claims: Iterable[Claim], parts: Iterable[NamedPart]
) -> frozenset[Chain]:
    """Return the chains of words that only look like a name, without a claim: "*anti-American*", "*462s*"."""
    tied, known = _linked(claims, parts), names.recognised
    untied = {name.key for chain in chains for name in chain if name.kind == "name" and name.span not in known} - tied
    return frozenset(chain for chain in chains if all(one.key in untied for one in chain))


def _linked(claims: Iterable[Claim], parts: Iterable[NamedPart]) -> set[MentionKey]:
    """Return the keys of the mentions in claims and named parts."""
    keys = {mention.key for claim in claims for mention in (claim.speaker, claim.denied_by, *_slots(claim)) if mention}
    return keys | {mention.key for part in parts for mention in (part.whole, part.part)}


def names_of(text: Text) -> Names:
    """Return the names of a text, without those inside longer ones and those that are not names."""
    heads = [token.i for token in text.parse.tokens if token.kind == "name" or token.entity in ENTITY_TYPES]
    found = [(name_of(text, phrase), phrase) for phrase in (text.phrase(text.word(index)) for index in heads)]
    proper = [(name, phrase) for name, phrase in _longest(found) if is_proper(text, phrase) and not is_no_name(name)]
    return Names(proper, frozenset(_recognised(text, found, {name.span for name, _ in proper})))


def _recognised(text: Text, found: Iterable[tuple[Mention, Phrase]], proper: Set[Span]) -> Iterator[Span]:
    """Yield the spans of the kept names, and of those inside longer ones that the recogniser labelled as names."""
    for name, phrase in found:
        known = name.span in proper or (phrase.entity in ENTITY_TYPES and is_proper(text, phrase))
        if known and not (_gives_origin(text, name, phrase) or continues(text, name, phrase)):
            yield name.span


def _gives_origin(text: Text, name: Mention, phrase: Phrase) -> bool:
    """Return whether a name only gives the origin of the thing after it: "*Argentine* banks", not "an Argentine"."""
    before = phrase.head.kind == "adjective" or text.token(phrase.head).function in INSIDE
    return before and is_adjective_of_place(name.words)


def _longest(found: Iterable[tuple[Mention, Phrase]]) -> Iterator[tuple[Mention, Phrase]]:
    """Yield the names that are not inside a longer one, in text order."""
    end = 0
    for name, phrase in sorted(found, key=lambda one: (one[0].span.start, -one[0].span.end)):
        if name.kind == "name" and name.span.start >= end:
            yield name, phrase
            end = name.span.end


def _slots(claim: Claim) -> Iterator[Mention]:
    yield claim.subject
    yield from () if claim.object is None else (claim.object,)
    yield from (qualifier.value for qualifier in claim.qualifiers)


def _things(text: Text, names: Names, claims: Iterable[Claim]) -> dict[MentionKey, Mention]:
    """Return the things in claims that are only described with a name, without misparsed ones."""
    described = (mention for claim in claims for mention in _slots(claim) if mention.kind == "nominal")
    found = [mention for mention in described if any(names.inside(mention.span.start, mention.span.end))]
    heads = {mention.head for mention in found}
    no_things = {clause.head.start for clause in text.clauses.values() if clause.form == "finite"}
    phrases = (phrase for phrase in text.phrases() if phrase.head.start in heads)
    no_things |= {phrase.head.start for phrase in phrases if not _is_thing(text, phrase)}
    return {mention.key: mention for mention in found if mention.head not in no_things}


def _is_thing(text: Text, phrase: Phrase) -> bool:
    """Return whether a phrase is a thing, and the parser's probability of it is not below `SURE`."""
    return not (is_no_thing(text, phrase) or is_doubtful(text, phrase, least=SURE))


def in_things(text: Text, names: Names, claims: Iterable[Claim]) -> Iterator[NamedPart]:
    """A name inside a thing of a claim: "firms *based in Lyon*"; the shortest things come first."""
    things = _things(text, names, claims)
    for _, whole in sorted(things.items(), key=lambda one: (one[1].span.end - one[1].span.start, one[0])):
        inside = [name for name, _ in names.inside(whole.span.start, whole.span.end)]
        others = [name for name in inside if name.key != whole.key]
        if _is_row(whole, inside):
            yield from (NamedPart(one, other, "listed with") for one, other in itertools.pairwise(others))
        else:
            yield from _certain(text, (NamedPart(whole, name, "names") for name in others))


def _certain(text: Text, parts: Iterable[NamedPart]) -> Iterator[NamedPart]:
    """Yield the parts for which the parser's probability that the name belongs to the thing is not below `SURE`."""
    for part in parts:
        probability = text.parse.sureness(text.parse.place_of(part.whole.head), text.parse.place_of(part.part.head))
        if probability is None or probability >= SURE:
            yield part


def _is_row(whole: Mention, inside: Sequence[Mention]) -> bool:
    """Return whether a label is a list of names that does not include its own: "*Norway*, *Chad* and *Cuba*"."""
    before, _, after = whole.text.partition(inside[0].text) if inside else (whole.text, "", "")
    joined = after.startswith(",") or any(word in BETWEEN for word in after.split()[:1])
    return joined and before.lower().strip() in {"", *words("determiner", "definite")}


def coordinated(text: Text, names: Names) -> Iterator[NamedPart]:
    """A name coordinated with another, or with a description: "*Silva* and *Holm*", "*Silva* and the mayor"."""
    by_head = {phrase.head.index: name for name, phrase in names.found}
    for name, phrase in names.found:
        joined = [other for other in phrase.conjuncts if _is_joined(text, other) and not owns(text, other)]
        others = [by_head.get(other.head.index) for other in joined]
        if not (_gives_origin(text, name, phrase) or continues(text, name, phrase)):
            yield from (NamedPart(name, other, "listed with") for other in others if other is not None)
    for phrase in text.phrases():
        joined = [phrase, *(each for each in phrase.conjuncts if _is_joined(text, each))]
        for one, other in itertools.pairwise(joined):
            yield from _with_description(text, by_head, one, other)


def _with_description(text: Text, by_head: Mapping[int, Mention], one: Phrase, other: Phrase) -> Iterator[NamedPart]:
    """Yield the links between a name and a description coordinated with it: "*Silva* and the mayor"."""
    for name, noun in ((one, other), (other, one)):
        found = by_head.get(name.head.index)
        if found is None or (described := text.mention(noun.head)).kind != "nominal" or is_no_thing(text, noun):
            continue
        unlike = found.type in {"Person", "Place"} and means_no_place(text, noun)
        if not (unlike or _gives_origin(text, found, name)):
            yield NamedPart(described, found, "listed with")


def _is_joined(text: Text, phrase: Phrase) -> bool:
    """Return whether a comma or a conjunction precedes a name: "Silva and *Holm*", not "Attorney *Holm*"."""
    before = [text.word(index) for index in range(max(phrase.start - 1, 0), phrase.label_start)]
    return any(word.kind == "conjunction" or word.text in {",", ";", "/", "&"} for word in before)


def listed(text: Text, names: Names) -> Iterator[NamedPart]:
    """A name after another in a list of three or more, with few other words: "*Roe*, *Silva*; *Holm*"."""
    for sentence in text.parse.sents:
        span = text.span(sentence.start, sentence.end)
        inside = names.inside(span.start, span.end)
        if len(inside) < LIST:
            continue
        others = sum(word.is_alpha for word in sentence) - sum(len(name.words.split()) for name, _ in inside)
        if others <= len(inside):
            for (one, _), (other, phrase) in itertools.pairwise(inside):
                if _is_parted(text, one, other) and not owns(text, phrase):
                    yield NamedPart(one, other, "listed with")


def in_row(text: Text, names: Names) -> Iterator[NamedPart]:
    """A name in a row of three or more, or of two of one type: "in *Rome*, *Graz*, *Lyon* and *Oslo*"."""
    pairs = list(itertools.pairwise(names.found))
    adjacent = [
        _is_parted(text, one, other) and not (is_subject(text, phrase) or owns(text, phrase))
        for (one, _), (other, phrase) in pairs
    ]
    for parted, group in itertools.groupby(zip(adjacent, pairs, strict=True), key=lambda each: each[0]):
        found = [pair for _, pair in group]
        (last, phrase), (following, other) = found[-1]
        row = len(found) >= LIST - 1 or phrase.entity == other.entity != ""
        if parted and row and _is_marked(text, last, following):
            yield from (NamedPart(one, other, "listed with") for (one, _), (other, _) in found)


def _is_marked(text: Text, one: Mention, other: Mention) -> bool:
    """Return whether a conjunction comes between two names, as before the last one of a list."""
    return any(word.isalpha() or word == "&" for word in _between(text, one, other).split())


def _between(text: Text, one: Mention, other: Mention) -> str:
    """Return the text between two names."""
    return text.parse.document.text[one.span.end : other.span.start]


def _is_parted(text: Text, one: Mention, other: Mention) -> bool:
    """Return whether punctuation or a conjunction separates two names: not "Attorney *Holm*"."""
    between = _between(text, one, other).split()
    if not all(word in BETWEEN or not any(map(str.isalnum, word)) for word in between):
        return False
    bracket = any(mark in OPENING | CLOSING for word in between for mark in word)
    return not bracket and not words("determiner", "definite").issuperset(between)


def bracketed(text: Text, names: Names) -> Iterator[NamedPart]:
    """A name in brackets as the location of a thing, or the affiliation of a person: "*Plaza de Armas* (*Lima*)".

    Otherwise it is usually another name of the same thing: "the *Bank of Norland* (*BoN*)".
    """
    for one, other in itertools.pairwise(names.mentions):
        opened = _between(text, one, other).strip() == "("
        if opened and (broad_type(one.type) == "Person" or broad_type(other.type) == "Place"):
            yield NamedPart(one, other, "names")


def described(text: Text, names: Names) -> Iterator[NamedPart]:
    """A name in a modifier of a thing after its label: "the event, which starts in *Lisbon*"."""
    every = ((modifier, phrase) for phrase in text.phrases() for modifier in phrase.modifiers)
    found = [(modifier, phrase) for modifier, phrase in every if adds_name(text, phrase, modifier)]
    for modifier, phrase in sorted(found, key=lambda one: one[0].end - one[0].start):
        thing, span = text.mention(phrase.head), text.span(modifier.start, modifier.end)
        inside = [name for name, _ in names.inside(span.start, span.end)]
        if inside and thing.kind in {"name", "nominal"} and _is_thing(text, phrase):
            yield from _certain(text, (NamedPart(thing, name, "names") for name in inside))


def before_noun(text: Text, names: Names) -> Iterator[NamedPart]:
    """A name before a noun that it may only modify: "heard the *Kestrel* programme"."""
    for name, phrase in names.found:
        token = text.token(phrase.head)
        if token.function in INSIDE:
            thing = text.phrase(text.word(token.governor.i))
            whole = text.mention(thing.head)
            if whole.kind == "nominal" and not is_no_thing(text, thing):
                yield from _certain(text, [NamedPart(whole, name, "names")])


TIES: t.Final[Sequence[Callable[[Text, Names], Iterator[NamedPart]]]] = (
    *(bracketed, coordinated, listed, in_row, described, before_noun),
)
"""The rules for names that no claim and no phrase links, in the order in which they are tried."""
