"""Verbs that form one predicate: "vowed to keep operating", "is likely to close", "failed to pay".

A verb with an open complement of the same subject either forms one predicate with it (it only expresses a plan, a
beginning, a likelihood) or has it as object ("refused *to say why*"). The patterns of `kg/data/bonds.txt` decide,
and give the status of the lower verb.
"""

import typing as t
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise, takewhile

from kg.caching import cached_property
from kg.extract.patterns import CLAUSES
from kg.extract.text import Text, cached, has_modal, in_order
from kg.grammar.clause import Argument, Clause, Word
from kg.grammar.patterns import Pattern, patterns_of, question
from kg.lexicon import verbs, words

Bond: t.TypeAlias = t.Literal["plain", "planned", "alleged", "possible", "negated", "denied"]
"""The status that the upper verb gives the lower verb."""
HAVE: t.Final = "have"


@dataclass(frozen=True)
class Chain:
    """The clauses of one predicate from top to bottom, and the bond of each clause but the last to the next.

    `leaders` are the numbers of the first of several lower verbs, if another of them is part of the predicate.
    """

    clauses: tuple[Clause, ...]
    bonds: tuple[Bond, ...] = ()
    leaders: tuple[int, ...] = ()

    @property
    def top(self) -> Clause:
        """The clause that governs the others."""
        return self.clauses[0]

    @property
    def last(self) -> Clause:
        """The clause that says what is or is done."""
        return self.clauses[-1]

    @property
    def is_existential(self) -> bool:
        """Whether it is existential, with "there" and "be"."""
        return self.last.existential and self.last.kind == "copula"

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words of the predicate in text order."""
        found = {word for clause in self.clauses for word in clause.words}
        found |= {word for clause in self.clauses[:-1] for word in (*_qualities(clause), *_degrees(clause))}
        found |= {word for clause in self.clauses[1:] for word in clause.link.marker if word.lower == "to"}
        found |= {*duty_of(self.top)}
        found |= {yet for upper, lower in pairwise(self.clauses) if pending(upper, lower) and (yet := _yet(upper))}
        return in_order(found)


Test: t.TypeAlias = Callable[[Clause, Clause], bool]
"""Whether the upper verb of a pair forms one predicate with the lower verb."""


def _quality(clause: Clause) -> Argument | None:
    """Return the adjective of "is *likely* to", with its modifiers."""
    quality = clause.first("complement")
    return quality if quality is not None and quality.head.kind == "adjective" else None


def is_perfect(clause: Clause) -> bool:
    """Return whether a clause has "have" as an auxiliary: "*has* closed", "may *have* closed", "*'s* been closed"."""
    return any(word.lemma == HAVE or word.lower == "been" for word in clause.auxiliaries)


def is_joined_to_finite(clause: Clause, above: Clause) -> bool:
    """Return whether an infinitive with "to" is joined to a finite clause: "is used as an aid or *to help* us"."""
    joined = clause.link.kind == "conjunct" and clause.form == "infinitive" and above.form == "finite"
    return joined and bool(clause.link.marker)


def _qualities(clause: Clause) -> tuple[Word, ...]:
    """Return the words of an adjective that is part of a predicate, in text order: "*too weak*", "*able*"."""
    quality = _quality(clause)
    if quality is None or quality.phrase is None:
        return ()
    degree = (m.head for m in quality.modifiers if m.head.lower == "too" or m.head.lower == "enough")
    return in_order((quality.head, *degree))


def _degrees(clause: Clause) -> tuple[Word, ...]:
    """Return the degree words of an adjective that is part of a predicate: "is *more* likely", "is *very* keen"."""
    quality = _quality(clause)
    before = (m.head for m in quality.modifiers) if quality is not None else ()
    return tuple(word for word in before if word.kind == "adverb" and word not in clause.negations)


def wishes(clause: Clause) -> bool:
    """Return whether a "would" only makes a wish polite: "would *like* to leave", "'d *love* a drink"."""
    return has_modal(clause, "conditional") and f"would {clause.lemma}" in words("modality", "planned")


def _yet(clause: Clause) -> Word | None:
    """Return the "yet" of a verb: "has *yet* to pay"."""
    return next((a.head for a in clause.all("when", "how") if a.head.lower == "yet"), None)


class Kind(t.NamedTuple):
    """A kind of bond: the test for it, and the status that it gives the lower verb.

    `is_event` means that the upper verb is an event by itself: "*vowed* to leave", but not "*began* to rain".
    """

    fits: Test
    bond: Bond
    is_event: bool


ASPECT_OR_OUTCOME: t.Final = verbs("aspect") | verbs("implicative")
KNOWN: t.Final = CLAUSES.extended(
    tests={
        "aspect-or-outcome": lambda verb: not ASPECT_OR_OUTCOME.isdisjoint({verb.lemma, base_form(verb)}),
        "wishing": wishes,
    },
    steps={"quality": lambda verb: found.head if (found := _quality(verb)) else None, "yet": _yet},
    walks={"degrees": _degrees},
    arguments=("upper", "lower"),
)
FOUND: t.Final[Mapping[str, Pattern[bool]]] = patterns_of("bonds", KNOWN, question)
KINDS: t.Final[Mapping[str, Kind]] = {
    name: Kind(each.answer, t.cast("Bond", each.effects[0].split()[0]), each.effects[0].endswith(" event"))
    for name, each in FOUND.items()
    if each.effects
}
"""The kinds of bonds, in the order in which they are tried."""
arranged, pending, planned, shows_purpose, tried = (
    FOUND[name].answer for name in ("arranged", "pending", "planned", "shows-purpose", "tried")
)


@cached
def kind_of(text: Text, lower: Clause) -> tuple[Clause, str] | None:
    """Return the upper verb that a verb forms one predicate with, and the kind of their bond."""
    upper = text.above(lower)
    if upper is None or not (lower.link.kind == "open" or _continues_with(upper, lower)):
        return None
    asking = words("question") - words("determiner", "definite")  # "decided *how* to pay"
    if any(word.lower in asking for word in lower.link.marker) or not _shares_subject(upper, lower):
        return None
    return next(((upper, name) for name, kind in KINDS.items() if kind.fits(upper, lower)), None)


def _continues_with(upper: Clause, lower: Clause) -> bool:
    """Return whether an infinitive after a verb with a particle continues the verb: "*went on* to win"."""
    follows = upper.particles and lower.link.marker and lower.link.marker[0].index == upper.particles[-1].index + 1
    return bool(follows) and lower.form == "infinitive" and base_form(upper) in verbs("aspect")


def base_form(clause: Clause) -> str:
    """Return the base form of a verb with its particles: "go on"."""
    return " ".join([clause.lemma, *(word.lower for word in clause.particles)])


def _shares_subject(upper: Clause, lower: Clause) -> bool:
    """Return whether the subject of the upper verb is also that of the lower one."""
    above, own = upper.first("subject"), lower.first("subject")
    if above is None or own is None or own.head != above.head:
        return False
    others = {"object"} if planned(upper, lower) else {"object", "recipient"}  # "promised *us* to leave"
    return not any(argument.role in others and not argument.shared for argument in upper.arguments)


@cached
def chain_of(text: Text, clause: Clause) -> Chain:
    """Return the predicate whose last verb is this clause: for "vowed to keep operating" all three verbs."""
    clauses, bonds, leaders = [clause], list[Bond](), [leader(text, clause)]
    while (found := kind_of(text, leaders[-1])) is not None:
        clauses.insert(0, found[0])
        bonds.insert(0, KINDS[found[1]].bond)
        leaders.append(leader(text, found[0]))
    return Chain(tuple(clauses), tuple(bonds), tuple(each.index for each in leaders))


@cached
def leader(text: Text, clause: Clause) -> Clause:
    """Return the first of several lower verbs of one form: "vowed to *sign* and pay", "a plan to *buy* and sell"."""
    if clause.form == "finite":
        return clause
    *_, first = takewhile(lambda each: each.form == clause.form, text.coordinated(clause))
    return first


def arguments_of(chain: Chain) -> tuple[Argument, ...]:
    """Return the arguments of all verbs of a chain in text order, without subjects and parts of the predicate."""
    spoken = {word for clause in chain.clauses for word in clause.particles}  # "took *place*"
    lower = {clause.index for clause in chain.clauses} | set(chain.leaders)
    bridges = {q.head for clause in chain.clauses[:-1] if (q := _quality(clause)) is not None}
    found = [
        argument
        for clause in chain.clauses
        for argument in clause.arguments
        if argument.role != "subject" and argument.clause not in lower and argument.head not in bridges
        if argument.head not in spoken
    ]
    return tuple(sorted(found, key=lambda argument: argument.start))


def name_of(chain: Chain) -> str:
    """Return the base form of a predicate: "vow to keep operating", "be issued", "be able to pay"."""
    parts: list[str] = []
    for place, clause in enumerate(chain.clauses):
        bond = chain.bonds[place] if place < len(chain.bonds) else None
        undone = bond == "denied" or (bond == "negated" and place == 0)  # "tries to *avoid* paying" is done
        if undone or (bond == "planned" and arranged(clause, clause)):
            continue
        parts.append(_name(clause, after=bool(parts), bridging=bond is not None))
    return " ".join([*(word.lemma for word in duty_of(chain.top)), *parts])


def duty_of(clause: Clause) -> list[Word]:
    """Return a modal of duty, a part of the relation: "*must* close", "*ought to* close", "*should have* closed"."""
    duties = [word for word in clause.auxiliaries if word.lower in words("modality", "obliged")]
    others = (*clause.link.marker, *clause.auxiliaries)
    return [*duties[:1], *(word for word in others if duties and word.lemma in {"to", HAVE})]


def _name(clause: Clause, *, after: bool, bridging: bool) -> str:
    qualities = _qualities(clause) if bridging else ()
    active = clause.form == "participle" and clause.voice == "active" and not clause.auxiliaries
    former = bridging and clause.lemma == "use"  # "*used* to own"
    bare = former or (after and active)
    form = clause.head.lower if bare else f"to {verb_form(clause)}" if after else verb_form(clause)
    return " ".join([form, *(word.lower for word in (*clause.particles, *qualities))])


def verb_form(clause: Clause) -> str:
    """Return the base form of a verb, for a passive with its participle: "issue", "be issued", "should have *issued*".

    The form "has *got*" means "have".
    """
    missed = any(word.lemma == HAVE for word in duty_of(clause))
    if clause.voice == "passive":
        return f"{'been' if missed else 'be'} {clause.head.lower}"
    has_got = clause.head.lower == "got" and clause.tense == "present" and is_perfect(clause)
    return HAVE if has_got else clause.head.lower if missed else clause.lemma
