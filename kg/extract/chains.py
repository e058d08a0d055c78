"""Verbs that are one predicate together: "vowed to keep operating", "is likely to close", "failed to pay".

A verb with an open complement of the same subject either joins it (it only tells of a plan, a beginning, a likelihood)
or takes it as its object ("refused *to say why*"). The table tells which, and what that makes of the lower verb.
"""

import typing as t
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise, takewhile

from kg.extract.text import Text, has_modal, in_order, kept
from kg.grammar.clause import Argument, Clause, Word
from kg.lexicon import verbs, words
from kg.lexicon.supersenses import verb_supersense

Bond: t.TypeAlias = t.Literal["plain", "planned", "alleged", "possible", "negated", "denied"]
"""What the upper verb makes of the lower one."""
HAVE: t.Final = "have"
WOULD: t.Final = "would"


@dataclass(frozen=True, slots=True)
class Chain:
    """The clauses of one predicate from the upper to the lowest, and the bond of each but the last to the next.

    `beside` are the numbers of the first of several lower verbs, where another of them is part of the predicate.
    """

    clauses: tuple[Clause, ...]
    bonds: tuple[Bond, ...] = ()
    beside: tuple[int, ...] = ()

    @property
    def top(self) -> Clause:
        """The clause that the others hang on."""
        return self.clauses[0]

    @property
    def last(self) -> Clause:
        """The clause that says what is or is done."""
        return self.clauses[-1]


Test: t.TypeAlias = Callable[[Clause, Clause], bool]
"""Whether the upper verb of a pair makes one predicate with the lower one."""


def _quality(clause: Clause) -> Word | None:
    """Return the adjective of "is *likely* to"."""
    quality = clause.first("complement")
    return quality.head if quality is not None and quality.head.kind == "adjective" else None


def is_perfect(clause: Clause) -> bool:
    """Tell whether a clause has "have" as an auxiliary: "*has* closed", "may *have* closed", "*'s* been closed"."""
    return any(word.lemma == HAVE or word.lower == "been" for word in clause.auxiliaries)


def is_joined_to_finite(clause: Clause, above: Clause) -> bool:
    """Tell whether an infinitive with "to" is joined to a clause that is none: "is used as an aid or *to help* us"."""
    joined = clause.link.kind == "conjunct" and clause.form == "infinitive" and above.form == "finite"
    return joined and bool(clause.link.marker)


def quality_of_content(text: Text, content: Clause) -> Word | None:
    """Return what is said to be so of a content: "it is *vital* that it closes"."""
    above = text.above(content, "content")
    quality = above.first("complement") if above is not None and above.kind == "copula" else None
    return quality.head if quality is not None else None


def _qualities(clause: Clause) -> tuple[Word, ...]:
    """Return the words of a quality that is part of a predicate, in text order: "*too weak*", "*able*"."""
    quality = clause.first("complement") if _quality(clause) is not None else None
    if quality is None or quality.phrase is None:
        return ()
    degree = (m.head for m in quality.phrase.modifiers if m.head.lower == "too" or m.head.lower == "enough")
    return in_order((quality.head, *degree))


def _degrees(clause: Clause) -> tuple[Word, ...]:
    """Return what tells how far a quality that is part of a predicate goes: "is *more* likely", "is *very* keen"."""
    quality = clause.first("complement") if _quality(clause) is not None else None
    before = quality.phrase.modifiers if quality is not None and quality.phrase is not None else ()
    return tuple(m.head for m in before if m.head.kind == "adverb" and m.head not in clause.negations)


def _is_compared(clause: Clause) -> bool:
    """Tell whether a quality is more or most of all so, which is a fact itself: "is *more* likely to vote than men"."""
    return any(word.lower in words("determiner", "other") for word in _degrees(clause))


def blamed(upper: Clause, lower: Clause) -> bool:
    """The subject is who is blamed, and not who will blame: "is *to blame* for the crash"."""
    return lower.lemma in verbs("accuse") and lower.voice == "active" and _is_bare_copula(upper)


def arranged(upper: Clause, lower: Clause) -> bool:
    """It is arranged or to come: "*is* to open", "is *going* to open", "was *about* to open".

    In "all it does is open" the verb tells what it does.
    """
    quality = _quality(upper)
    about = quality is not None and quality.lower == "about" and not upper.auxiliaries
    if about or upper.head.lower == "going":
        return True
    return _is_bare_copula(upper) and lower.form != "bare"


def _is_bare_copula(clause: Clause) -> bool:
    return clause.kind == "copula" and clause.first("complement", "oblique", "object") is None


def chosen(upper: Clause, lower: Clause) -> bool:
    """Who chose to do it did: "*chose* to leave", but not "may choose to leave", nor "has chosen to leave"."""
    done = _is_simple_past(upper) and upper.voice == "active"
    return done and upper.lemma in verbs("plan") & verbs("name")


def wishes(clause: Clause) -> bool:
    """Tell whether a "would" only makes a wish polite: "would *like* to leave", "'d *love* a drink"."""
    return has_modal(clause, "conditional") and f"{WOULD} {clause.lemma}" in words("modality", "planned")


def wished(upper: Clause, lower: Clause) -> bool:
    """The subject wants to do it: "*would like* to leave"."""
    return wishes(upper)


def planned(upper: Clause, lower: Clause) -> bool:
    """The subject means to do it, or it is expected: "*vowed* to leave", "was *scheduled* to leave"."""
    return upper.lemma in verbs("plan") - verbs("aspect")


def tried(upper: Clause, lower: Clause) -> bool:
    """The subject tries to, which is a fact whether or not it succeeds: "*tried* to leave"."""
    return upper.lemma in verbs("plan") & verbs("aspect")


def reported(upper: Clause, lower: Clause) -> bool:
    """People say so: "is *said* to have left", "was *believed* to be dead"."""
    said = upper.lemma in verbs("report") - verbs("demand") and not tells_purpose(upper, lower)
    return said and upper.voice == "passive"


def tells_purpose(upper: Clause, lower: Clause) -> bool:
    """Tell whether an infinitive tells what something was said for: "was *announced* to calm them", "was *added* to".

    What is so is said, and not what is done: "was found *to be* empty", "was found *to hold* oil".
    """
    hearsay = upper.lemma in verbs("report", "claimed", "heard") | verbs("demand")  # who is told to leave is asked to
    state = lower.kind == "copula" or lower.voice == "passive" or is_perfect(lower)
    meant = verb_supersense(lower.lemma) in {"cognition", "stative"}
    if upper.voice != "passive" or hearsay:
        return False
    return upper.lemma in verbs("report") and not state and not meant


def claiming(upper: Clause, lower: Clause) -> bool:
    """The subject says so of itself: "*claims* to own the mill"."""
    claimed = verbs("report", "claimed") - verbs("plan") - verbs("demand")
    says = upper.voice == "active" and upper.lemma in claimed and upper.first("complement") is None
    return says and lower.form == "infinitive"


def seeming(upper: Clause, lower: Clause) -> bool:
    """It looks so: "*seems* to be empty"."""
    return upper.lemma in verbs("seem") and upper.voice == "active"


def quality(modality: str) -> Test:
    """Return the test whether a quality tells a modality."""

    def test(upper: Clause, lower: Clause) -> bool:
        """A quality tells so: "is *likely*, *due*, *unable* to close"; who is *more* likely than others is so."""
        found = _quality(upper) if not _is_compared(upper) else None
        return found is not None and found.lower in words("modality", modality)

    return test


def enabled(upper: Clause, lower: Clause) -> bool:
    """Who was able to do it did: "was *able* to pay", but not "could be able to pay"."""
    quality = _quality(upper)
    return _is_done(upper) and quality is not None and quality.lemma == "able"


def _is_done(clause: Clause) -> bool:
    """Tell whether a clause stands in the past or the perfect: "was able", "has been able", but not "could be able"."""
    perfect = bool(clause.auxiliaries) and all(word.lemma == HAVE for word in clause.auxiliaries)
    return perfect or _is_simple_past(clause)


def _is_simple_past(clause: Clause) -> bool:
    return clause.tense == "past" and not clause.auxiliaries


def able(upper: Clause, lower: Clause) -> bool:
    """It is not told whether it is done: "is *able* to pay"; who is not able to does not."""
    quality = _quality(upper)
    return quality is not None and quality.lemma == "able" and not upper.negations


def inclined(upper: Clause, lower: Clause) -> bool:
    """A quality is told with what it is about, and is a fact itself: "is *keen* to pay", "was *quick* to pay"."""
    subject = upper.first("subject")
    impersonal = subject is not None and subject.head.lower == "it"  # "*it* is hard to say"
    return _quality(upper) is not None and not impersonal


def pending(upper: Clause, lower: Clause) -> bool:
    """It is not done yet: "*has yet* to pay", "*is yet* to be paid", "*remains* to be paid"."""
    if upper.lemma == "remain":
        return lower.voice == "passive"
    return (upper.lemma == HAVE or upper.kind == "copula") and _yet(upper) is not None


def _yet(clause: Clause) -> Word | None:
    """Return the "yet" of a verb: "has *yet* to pay"."""
    return next((a.head for a in clause.all("when", "how") if a.head.lower == "yet"), None)


def failing(upper: Clause, lower: Clause) -> bool:
    """It was not done: "*failed* to pay", "*refused* to pay"."""
    return upper.lemma in verbs("negate") and upper.voice == "active"


def denying(upper: Clause, lower: Clause) -> bool:
    """The subject says that it did not: "*denied* taking bribes"."""
    return upper.lemma in verbs("report", "denied") and upper.voice == "active"


def carried_out(upper: Clause, lower: Clause) -> bool:
    """It is done, begun, or must be: "*began* to pay", "*has* to pay", "was *forced* to pay", "*helped* build"."""
    if upper.voice == "passive":
        return upper.lemma in verbs("cause")
    return not {upper.lemma, base_form(upper)}.isdisjoint(verbs("aspect") | verbs("implicative"))


class Kind(t.NamedTuple):
    """A kind of bond: the test that finds it, and what it makes of the lower verb.

    `told` says that the upper verb tells something by itself: "*vowed* to leave", but not "*began* to rain".
    """

    fits: Test
    bond: Bond
    told: bool = False


KINDS: t.Final[Mapping[str, Kind]] = {
    "pending": Kind(pending, "negated"),
    "blamed": Kind(blamed, "plain"),
    "arranged": Kind(arranged, "planned"),
    "denying": Kind(denying, "denied", told=True),
    "failing": Kind(failing, "negated", told=True),
    "by-choice": Kind(chosen, "plain", told=True),
    "wished": Kind(wished, "planned"),
    "planned": Kind(planned, "planned", told=True),
    "tried": Kind(tried, "plain", told=True),
    "reported": Kind(reported, "alleged", told=True),
    "claiming": Kind(claiming, "alleged", told=True),
    "carried-out": Kind(carried_out, "plain"),
    "seeming": Kind(seeming, "possible"),
    "likely": Kind(quality("possible"), "possible"),
    "expected": Kind(quality("planned"), "planned"),
    "unable": Kind(quality("negative"), "negated"),
    "enabled": Kind(enabled, "plain"),
    "able": Kind(able, "possible"),
    "inclined": Kind(inclined, "plain"),
}


@kept
def kind_of(text: Text, lower: Clause) -> tuple[Clause, str] | None:
    """Return the verb above that a verb is one predicate with, and the name of the kind of their bond."""
    upper = text.above(lower)
    if upper is None or not (lower.link.kind == "open" or _goes_on_to(upper, lower)):
        return None
    asking = words("question") - words("determiner")  # "decided *how* to pay"
    if any(word.lower in asking for word in lower.link.marker) or not _shares_subject(upper, lower):
        return None
    return next(((upper, name) for name, kind in KINDS.items() if kind.fits(upper, lower)), None)


def _goes_on_to(upper: Clause, lower: Clause) -> bool:
    """Tell whether an infinitive just behind a verb with a particle is what it goes on to: "*went on* to win"."""
    behind = upper.particles and lower.link.marker and lower.link.marker[0].index == upper.particles[-1].index + 1
    return bool(behind) and lower.form == "infinitive" and base_form(upper) in verbs("aspect")


def base_form(clause: Clause) -> str:
    """Return the base form of a verb with its particles: "go on"."""
    return " ".join([clause.lemma, *(word.lower for word in clause.particles)])


def _shares_subject(upper: Clause, lower: Clause) -> bool:
    """Tell whether nobody but the subject of the upper verb does what the lower one says."""
    above, own = upper.first("subject"), lower.first("subject")
    if above is None or own is None or own.head != above.head:
        return False
    others = {"object"} if planned(upper, lower) else {"object", "recipient"}  # "promised *us* to leave"
    return not any(argument.role in others and not argument.shared for argument in upper.arguments)


@kept
def chain_of(text: Text, clause: Clause) -> Chain:
    """Return the predicate that a clause is the last verb of: of "vowed to keep operating" all three verbs."""
    clauses, bonds, leaders = [clause], list[Bond](), [leader(text, clause)]
    while (found := kind_of(text, leaders[-1])) is not None:
        clauses.insert(0, found[0])
        bonds.insert(0, KINDS[found[1]].bond)
        leaders.append(leader(text, found[0]))
    return Chain(tuple(clauses), tuple(bonds), tuple(each.index for each in leaders))


@kept
def leader(text: Text, clause: Clause) -> Clause:
    """Return the first of several lower verbs of one form: "vowed to *sign* and pay", "a plan to *buy* and sell"."""
    if clause.form == "finite":
        return clause
    *_, first = takewhile(lambda each: each.form == clause.form, text.coordinated(clause))
    return first


def arguments_of(chain: Chain) -> tuple[Argument, ...]:
    """Return the arguments of all verbs of a chain in text order, without subjects and parts of the predicate."""
    spoken = {word for clause in chain.clauses for word in clause.particles}  # "took *place*"
    lower = {clause.index for clause in chain.clauses} | set(chain.beside)
    bridges = {q.index for clause in chain.clauses[:-1] if (q := _quality(clause)) is not None}
    found = [
        argument
        for clause in chain.clauses
        for argument in clause.arguments
        if argument.role != "subject" and argument.clause not in lower and argument.head.index not in bridges
        if argument.head not in spoken
    ]
    return tuple(sorted(found, key=lambda argument: argument.start))


def name_of(chain: Chain) -> str:
    """Return the base form of a predicate: "vow to keep operating", "be issued", "be able to pay"."""
    parts: list[str] = []
    for place, clause in enumerate(chain.clauses):
        bond = chain.bonds[place] if place < len(chain.bonds) else None
        if bond in {"negated", "denied"} or (bond == "planned" and arranged(clause, clause)):
            continue
        parts.append(_name(clause, after=bool(parts), bridging=bond is not None))
    return " ".join([*(word.lower for word in duty_of(chain.top)), *parts])


def duty_of(clause: Clause) -> list[Word]:
    """Return the modal that tells a duty, a part of the relation, with its "to": "*must* close", "*ought to* close"."""
    duties = [word for word in clause.auxiliaries if word.lower in words("modality", "obliged")]
    return [*duties[:1], *(word for word in clause.link.marker if word.lower == "to" and duties)]


def _name(clause: Clause, *, after: bool, bridging: bool) -> str:
    qualities = _qualities(clause) if clause.kind == "copula" and bridging else ()
    active = clause.voice == "active" and not clause.auxiliaries
    bare = after and clause.form == "participle" and active
    form = clause.head.lower if bare else f"to {verb_form(clause)}" if after else verb_form(clause)
    return " ".join([form, *(word.lower for word in (*clause.particles, *qualities))])


def verb_form(clause: Clause) -> str:
    """Return the base form of a verb, of a passive with its participle: "issue", "be issued".

    Who "has *got*" something has it.
    """
    if clause.voice == "passive":
        return f"be {clause.head.lower}"
    has_got = clause.head.lower == "got" and clause.tense == "present" and is_perfect(clause)
    return HAVE if has_got else clause.lemma


def words_of(chain: Chain) -> tuple[Word, ...]:
    """Return all words of a predicate in text order."""
    found = {word for clause in chain.clauses for word in clause.words}
    found |= {word for clause in chain.clauses[:-1] for word in (*_qualities(clause), *_degrees(clause))}
    found |= {word for clause in chain.clauses[1:] for word in clause.link.marker if word.lower == "to"}
    found |= {*duty_of(chain.top)}
    found |= {yet for upper, lower in pairwise(chain.clauses) if pending(upper, lower) and (yet := _yet(upper))}
    return in_order(found)
