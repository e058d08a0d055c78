"""Input of the rules for the status of a statement, and the rules that are patterns (`kg/data/standing.txt`)."""

import typing as t
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kg.caching import cached_property
from kg.extract.attribution import Source, accused_by, source_of
from kg.extract.chains import Chain, chain_of, is_joined_to_finite, leader
from kg.extract.related_clauses import RELATED, clauses_around
from kg.extract.text import Text
from kg.grammar.clause import Clause, LinkKind, Phrase, Role, Word
from kg.grammar.patterns import InText, collector, patterns_of
from kg.lexicon import words

CueRule: t.TypeAlias = Callable[["Scope"], Iterable[Word]]
EVERY: t.Final = words("determiner", "all", "each")
CONDITIONAL: t.Final[tuple[Role, ...]] = ("adverbial", "oblique")
"""The roles of clauses that may be conditions."""
Sign: t.TypeAlias = LinkKind | t.Literal[
    "adverb", "auxiliary", "bond", "condition", "joint", "marker", "noun", "present", "source",
]  # fmt: skip
"""The condition for trying a rule: a link of the predicate, or a class of cue words."""


@dataclass(frozen=True, eq=False)
class Scope:
    """The input of the rules: the predicate, the governing clauses that share its status, its arguments, its source."""

    text: Text
    chain: Chain
    around: tuple[Clause, ...]
    phrases: tuple[Phrase, ...]
    source: Source | None

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the predicate and those that share its status."""
        return (*self.chain.clauses, *self.around)

    @cached_property
    def first(self) -> Clause:
        """The first of several coordinated verbs of one form that the top of the predicate belongs to."""
        return leader(self.text, self.chain.top)

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """The predicate, and those of the clauses that share its status."""
        return (self.chain, *(chain_of(self.text, clause) for clause in self.around))

    @cached_property
    def signs(self) -> frozenset[Sign]:
        """The signs that are present: a rule that needs others finds nothing."""
        top, last = self.chain.top, self.chain.last
        joints = (top.link.joint, *(phrase.joint for phrase in self.phrases[:1]), self.text.next_conjunct(top))
        own: tuple[tuple[Sign, bool], ...] = (
            ("adverb", any(clause.adverbs for clause in self.clauses)),
            ("auxiliary", any(clause.auxiliaries for clause in self.clauses)),
            ("bond", any(chain.bonds for chain in self.chains)),
            ("condition", any(a.clause is not None for clause in self.clauses for a in clause.all(*CONDITIONAL))),
            ("joint", any(joints)),
            ("marker", bool(self.first.link.marker)),
            ("noun", top.kind == "noun"),
            ("present", last.tense == "present"),
            ("source", self.source is not None),
        )
        links = [clause.link.kind for clause in (self.first, top, *self.around)]
        return frozenset([*links, *[sign for sign, shown in own if shown]])


def _noun_of_infinitive(text: Text, clause: Clause) -> Word | None:
    """Return the noun before an infinitive or its causative: "has a *plan* to make them close"."""
    while (above := text.above(clause, "open")) is not None:
        clause = above
    return clause.link.noun if clause.link.kind == "infinitive" else None


KNOWN: t.Final = RELATED.extended(
    tests={"gone": InText(lambda text, word: text.is_over(text.time(word)))},
    classes={"entity": lambda *types: InText(lambda text, word: text.token(word).entity in types)},
    steps={
        "accuser": InText(accused_by),
        "first-opener": lambda clause: clause.link.marker[0] if clause.link.marker else None,
        "first-phrase": lambda scope: scope.phrases[0] if scope.phrases else None,
        "infinitive-noun": InText(_noun_of_infinitive),
        "last-clause": lambda scope: scope.chain.last,
        "top": lambda scope: scope.chain.top,
    },
    arguments=("text", "scope"),
    one={"first", "source"},
    several={"around", "clauses"},
)
FOUND: t.Final = patterns_of("standing", KNOWN, collector)


def pattern_rule(name: str) -> CueRule:
    """Return the rule for the pattern with a name."""
    words_of = t.cast("Callable[[Text, Scope], list[Word]]", FOUND[name].answer)

    def rule(scope: Scope) -> list[Word]:
        return words_of(scope.text, scope)

    rule.__doc__, rule.__name__ = words_of.__doc__, name
    return rule


def joints(scope: Scope, kind: str) -> Iterator[Word]:
    """Yield the conjunctions of a kind that join the clause to those before it and after it."""
    joints = dict.fromkeys((scope.chain.top.link.joint, _next_joint(scope.text, scope.chain.top)))
    yield from (joint for joint in joints if joint is not None and joint.lower in words("coordination", kind))


def _next_joint(text: Text, clause: Clause) -> Word | None:
    """Return the conjunction after a clause, before the next one: "stole, sold *or* burned"."""
    for _ in range(4):
        following = text.next_conjunct(clause)
        if following is None or is_joined_to_finite(following, clause):
            return None
        if following.link.joint is not None:
            return following.link.joint
        clause = following
    return None


def scope_of(text: Text, chain: Chain, phrases: tuple[Phrase, ...]) -> Scope:
    """Return the input of the rules for a predicate with these phrases."""
    return Scope(text, chain, tuple(clauses_around(text, chain.top)), phrases, source_of(text, chain))
