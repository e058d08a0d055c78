"""Relations between an entity and a name in its label: "the *German* government", "*Salem* in Ohio", "*Nokia* phones".

The kinds are patterns in `kg/data/named_kinds.txt`. This module has the parts of the notation in Python.
"""

import typing as t
from collections.abc import Callable, Mapping

from kg.extract.patterns import Test
from kg.extract.proper_names import is_known, is_party
from kg.extract.text import Text
from kg.extract.things import THINGS
from kg.grammar.clause import Modifier, Phrase, Word
from kg.grammar.patterns import InText, Known, Member, Pattern, patterns_of, question
from kg.lexicon import names
from kg.lexicon.gazetteer import country_meant, default_gazetteer
from kg.lexicon.noun_types import broad_type, name_type, noun_type
from kg.lexicon.supersenses import noun_supersense
from kg.model import Mention, StructuralKind

EXAMPLE: t.Final = "example"
"""The marker of a name that is an example of a noun: "towns such as *Porto*", "both towns, *Porto* and Lyon"."""
LISTED: t.Final = "listed"
"""The marker of a name in a list before another name: "*Wal-Mart* and Home Depot"."""


class Held(t.NamedTuple):
    """A name inside a phrase: its mention, and its relation to the head that it belongs to.

    `marker` is the preposition before it, or else the kind of modifier that it is. A name is `near` if it belongs to
    the head of the whole phrase and to no other noun in it: *Germany* in "the government of Germany". It is `deep`
    if it belongs to another noun: *Cuba* in "supporters of the embargo on Cuba". `modifier` is the modifier that
    contains it, and `inner` is its own phrase. `itself` is whether the head only says what kind of thing it names.
    """

    name: Mention
    marker: str
    modifier: Modifier
    inner: Phrase
    near: bool = True
    deep: bool = False
    itself: bool = False


def _broad(noun: Word) -> str:
    """Return the general type of a noun."""
    return broad_type(noun_type(noun.lemma))


def _known_type(name: Mention) -> str:
    """Return the general type of a name in the gazetteer, or that of the recogniser if it is unknown."""
    known = default_gazetteer().find(name.words)
    return broad_type(known.type if known is not None else name.type)


def _shown_type(thing: Mention | Word) -> str:
    """Return the general type that the words of a name or a noun show."""
    return broad_type(name_type(thing.words) or thing.type) if isinstance(thing, Mention) else _broad(thing)


def _among(kind: Callable[[t.Any], object]) -> Callable[..., Test]:
    """Return a class of tests: whether the type or kind of a value is one of those given."""
    return lambda *types: lambda thing: kind(thing) in types


TESTS: t.Final[Mapping[str, Test]] = {
    "country-or-its-adjective": lambda name: country_meant(name.words) is not None,
    "deep": lambda held: held.deep,
    "familiar": lambda name: is_known(name.words),
    "found-itself": lambda held: held.itself,
    "found-near": lambda held: held.near,
    "party": lambda name: is_party(name.words),
    "sensed": lambda noun: noun_supersense(noun.lemma) is not None,
    "single": lambda name: " " not in name.words,
    "typed-by-words": lambda name: name_type(name.words) is not None,
}
RELATIONS: t.Final[Mapping[str, Callable[[t.Any, t.Any], bool]]] = {
    "fits": lambda thing, noun: broad_type(thing.type) == _broad(noun),
    "known-for": lambda name, noun: _known_type(name) in {_broad(noun), "Thing"},
    "leading-in": lambda word, phrase: phrase.start <= word.index < phrase.head.index,
}
CLASSES: t.Final[Mapping[str, Callable[..., Member | Test]]] = {
    "broadly": _among(_broad),
    "known-as": _among(_known_type),
    "lower-sense": _among(lambda noun: noun_supersense(noun.lemma.lower())),
    "marker": lambda *markers: Member("marker", frozenset(markers)),
    "names": lambda *classes: Member("lemma", names(*classes)),
    "of-broad-type": _among(lambda thing: broad_type(thing.type)),
    "shown-as": _among(_shown_type),
    "type": lambda *types: Member("type", frozenset(types)),
    "typed": _among(lambda noun: noun_type(noun.lemma)),
}
STEPS: t.Final[Mapping[str, Known]] = {
    "clause-after": InText(lambda text, phrase: text.clauses.get(phrase.label_end)),
    "known": lambda name: default_gazetteer().find(name.words),
    "known-as-typed": lambda name: default_gazetteer().find(name.words, type_=name.type),
}
WALKS: t.Final[Mapping[str, InText]] = {
    "between": InText(lambda text, phrase, held: text.words(held.inner.label_end, phrase.head.index), 2),
    "words-before": InText(lambda text, phrase, held: text.words(phrase.start - 1, held.inner.start), 2),
}
KNOWN: t.Final = THINGS.extended(
    tests=TESTS,
    relations=RELATIONS,
    classes=CLASSES,
    steps=STEPS,
    walks=WALKS,
    arguments=("text", "phrase", "held"),
    one={"inner", "modifier", "name"},
)
FOUND: t.Final[Mapping[str, Pattern[bool]]] = patterns_of("named_kinds", KNOWN, question)
KINDS: t.Final[Mapping[StructuralKind, Callable[[Text, Phrase, Held], bool]]] = {
    t.cast("StructuralKind", each.effects[0]): each.answer for each in FOUND.values() if each.effects
}
"""The tests of the kinds, in the order in which they are tried."""
is_called, is_itself, is_joint, is_listed, is_near = (
    FOUND[name].answer for name in ("called", "itself", "joint", "listed", "near")
)


def kind_of(text: Text, phrase: Phrase, held: Held) -> StructuralKind:
    """Return the relation between an entity and a name in its label: the first kind that matches.

    The last kind, `of`, is for a name that belongs to the head of the label: before it, or after "of". If no kind
    matches, the label only contains the name: "a line *on* Cuba", "other firms *than* Acme".
    """
    return next((kind for kind, fits in KINDS.items() if fits(text, phrase, held)), "names")
