"""Status of each clause: a statement, a part of another clause, or nothing, for a named reason.

The reasons are patterns of clauses in `kg/data/reasons.txt`. This module has the parts of the notation in Python.
"""

import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping

from kg.extract.attribution import denial_of, is_found, is_report, opens_condition, reports_content, speaks
from kg.extract.chains import KINDS, arguments_of, chain_of, kind_of
from kg.extract.events import carrier_of, carries
from kg.extract.related_clauses import RELATED
from kg.extract.text import Text, has_modal
from kg.grammar.clause import Argument, Clause
from kg.grammar.patterns import InText, Pattern, by_labels, patterns_of, question
from kg.grammar.phrases import INTRODUCING
from kg.grammar.sharing import is_made, may_continue
from kg.lexicon import words
from kg.model import Modality

Test: t.TypeAlias = Callable[[Text, t.Any], bool]
NEARBY: t.Final = 5
"""The distance from a verb or subject within which quoted words are searched: a comma and a quotation mark."""


def _nouns_around(text: Text, clause: Clause) -> Iterator[Clause]:
    """Yield the event nouns of the same clause whose phrase contains this one."""
    for other in text.dependents.get(clause.link.above, ()) if clause.link.above is not None else ():
        phrase = text.phrase(other.head) if other.kind == "noun" and other.index != clause.index else None
        if phrase is not None and phrase.head.index < clause.head.index < phrase.end:
            yield other


def _is_open(text: Text, verb: Clause) -> bool:
    """Return whether the predicate of a verb is not asserted: "*must make* sure", "*plans to make*"."""
    chain = chain_of(text, verb)
    modal = has_modal(chain.top, "possible", "obliged", "planned", "conditional")
    return modal or any(bond != "plain" for bond in chain.bonds)


def _is_directly_on(text: Text, clause: Clause) -> bool:
    """Return whether a gerund directly after a verb is its object: "insisted *on selling*".

    The preposition "in" is excluded, as in success or engagement "*in*" it. A particle may precede: "closed in *on*".
    """
    verb, marker = text.above(clause), clause.link.marker
    last = max(word.index for word in (verb.head, *verb.particles)) if verb is not None else -1
    return bool(marker) and marker[0].index == last + 1 and marker[0].lower == "on"


def _introduces(text: Text, clause: Clause) -> bool:
    """Return whether a verb introduces the quoted words next to it: "“It is closed,” Berg *continued*"."""
    if clause.head.index not in text.cues:
        return False
    subject = clause.first("subject")
    first = min(clause.head.index, subject.start if subject is not None else clause.head.index)
    before = range(max(0, first - NEARBY), first)
    after = range(clause.head.index + 1, min(len(text.parse), clause.head.index + 1 + NEARBY))
    found = (text.quotation(text.word(index)) for index in (*before, *after))
    return any(each is not None for each in found)


TESTS: t.Final[Mapping[str, Test]] = {
    "after-hyphen": lambda text, clause: text.word(max(clause.head.index - 1, 0)).text.endswith("-"),
    "bound": lambda text, clause: kind_of(text, clause) is not None,
    "bound-to-event": lambda text, clause: (found := kind_of(text, clause)) is not None and KINDS[found[1]].is_event,
    "carried": lambda text, noun: carrier_of(text, noun) is not None,
    "carries": carries,
    "denied-above": lambda text, clause: denial_of(text, chain_of(text, clause)) is not None,
    "directly-on": _is_directly_on,
    "may-continue": lambda text, clause: may_continue(text.token(clause.head)),
    "found": is_found,
    "introduces": _introduces,
    "introduced": lambda _, phrase: INTRODUCING in phrase.cuts,
    "made": lambda text, clause: is_made(text.token(clause.head)),
    "open-predicate": _is_open,
    "opens-with-that": lambda _, word: f"{word.lower} that" in words("opens", "condition", "reason"),
    "reports": is_report,
    "speaker": speaks,
    "subject-speaks": lambda text, verb: speaks(text, verb.first("subject"), verb),
    "shows-content": lambda _, verb: reports_content(verb),
    "undone-predicate": lambda text, clause: "negated" in chain_of(text, clause).bonds,
}
WALKS: t.Final[Mapping[str, Callable[[Text, Clause], Iterable[Clause | Argument]]]] = {
    "predicate-arguments": lambda text, clause: arguments_of(chain_of(text, clause)),
    "nouns-around": _nouns_around,
    "predicate": lambda text, clause: chain_of(text, clause).clauses,
}
KNOWN: t.Final = RELATED.extended(
    tests={name: InText(test) for name, test in TESTS.items()},
    walks={name: InText(walk) for name, walk in WALKS.items()},
)
FOUND: t.Final[Mapping[str, Pattern[bool]]] = patterns_of("reasons", KNOWN, question)


class Reason(t.NamedTuple):
    """A reason why a clause is not a statement of its own: its test and its effect.

    `blocks` means that the clauses inside are not statements either. `secondary` is the modality with which the
    clause is reported beside the statements; None if it is not a claim at all.
    """

    test: Test
    blocks: bool
    secondary: Modality | None


def _reason(pattern: Pattern[bool]) -> Reason:
    """Return a reason with its effect, from the line after its conditions."""
    effects = pattern.effects[0].split()
    secondary = next((modality for modality in t.get_args(Modality) if modality in effects), None)
    return Reason(pattern.answer, "blocks" in effects, secondary)


NAMED: t.Final = {name.replace("-", " "): pattern for name, pattern in FOUND.items() if pattern.effects}
REASONS: t.Final[Mapping[str, Reason]] = {name: _reason(pattern) for name, pattern in NAMED.items()}
"""The reasons why a clause is not a statement of its own: the first test that matches counts."""
_fitting: t.Final = by_labels(NAMED)
_fitting_and_blocking: t.Final = by_labels({name: each for name, each in NAMED.items() if REASONS[name].blocks})
only_restricts: t.Final = FOUND["only-restricts"].answer
PART: t.Final = "part of a predicate"
NO_PARTICIPANT: t.Final = "no participant"
STATEMENT: t.Final = "statement"
INSIDE: t.Final = "inside a clause that is not said to be so"


def own_reason(text: Text, clause: Clause) -> str | None:
    """Return why a clause by itself is not a statement; None if it may be one."""
    fitting = _fitting(clause.link.kind, clause.kind, clause.form)
    return next((name for name, holds in fitting if holds(text, clause)), None)


class Verdict(t.NamedTuple):
    """The reason why a clause is not a statement, or None if it may be one; `because` is that of the clause around it.

    `inside` means that the clause around it is not asserted.
    """

    reason: str | None
    because: str | None
    inside: bool


def verdicts_of(text: Text) -> Mapping[int, Verdict]:
    """Return the verdict on each clause, by its number.

    A clause inside one that is not asserted is not asserted either, unless it only describes a thing.
    """
    own = {clause.index: own_reason(text, clause) for clause in text.clauses.values()}
    around = _blocked_by(text, own)
    return {index: _verdict(reason, around[index]) for index, reason in own.items()}


def _verdict(reason: str | None, around: str | None) -> Verdict:
    """Return the verdict on a clause; a part of a predicate is no more certain than its clause."""
    because = (around or reason) if reason == PART else (reason or around)
    inside = around is not None
    return Verdict(reason or (INSIDE if inside else None), because, inside)


def _blocked_by(text: Text, own: Mapping[int, str | None]) -> Mapping[int, str | None]:
    """Return the reason of the nearest clause around each clause that is not asserted, by the number of the clause."""
    blocking = {clause.index: _blocking_reason(text, clause, own[clause.index]) for clause in text.clauses.values()}
    found: dict[int, str | None] = {}
    for clause in text.clauses.values():
        path = [clause]
        while path[-1].index not in found and blocking[path[-1].index] is None:
            above = _limiting_clause(text, path[-1])
            if above is None or above in path[:1]:
                break
            path.append(above)
        top = path[-1].index
        answer = found.get(top, blocking[top])
        found |= {each.index: answer for each in path}
    return found


def secondary_modality(text: Text, clause: Clause, verdict: Verdict) -> Modality | None:
    """Return the modality of a clause beside the statements; None if it is not a claim at all."""
    reason = REASONS.get(verdict.because or "")
    if reason is None or reason.secondary is None or opens_condition(clause):
        return None
    return None if FOUND["not-reported"].answer(text, clause) else reason.secondary


def _blocking_reason(text: Text, clause: Clause, reason: str | None) -> str | None:
    """Return why the clauses inside a clause are not asserted.

    A part of a predicate may be requested too, and so may a light verb: "unless they *have* access".
    """
    if reason not in {PART, "carrier"}:
        return reason if reason is not None and REASONS[reason].blocks else None
    blocking = _fitting_and_blocking(clause.link.kind, clause.kind, clause.form)
    return next((name for name, holds in blocking if holds(text, clause)), None)


def _limiting_clause(text: Text, clause: Clause) -> Clause | None:
    """Return the clause that limits the certainty of a clause: "must make sure *there is* water pumped into it"."""
    above = text.above(clause)
    return above if above is not None and FOUND["held-by"].answer(text, clause) else None
