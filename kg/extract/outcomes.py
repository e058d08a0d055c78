"""Outcome of each clause of a text: a statement with its claims, or the reason for none; why a sentence has none."""

import typing as t
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from kg.extract.chains import chain_of
from kg.extract.claiming import Candidate, candidates
from kg.extract.drafts import Draft, agentless_drafts, drafts_of
from kg.extract.events import event_drafts, event_of, learned_drafts
from kg.extract.nominals import noun_drafts
from kg.extract.objects import EXIST
from kg.extract.reasons import NO_PARTICIPANT, STATEMENT, Verdict, secondary_modality, verdicts_of
from kg.extract.text import Text, text_of
from kg.grammar.clause import Clause
from kg.grammar.parse import Parse, TokenSpan
from kg.model import Claim, Modality, Unclaimed

NO_FRAME: t.Final = "noun without a frame"
BARE_COPULA: t.Final = "bare copula"
TIME_AS_SUBJECT: t.Final = "a time as subject"
SAME_TWICE: t.Final = "subject and object are one"
MEANINGS: t.Final[Mapping[str, str]] = {
    NO_PARTICIPANT: 'The clause names no participant: "*raining* hard", "a *ban*".',
    NO_FRAME: 'The roles of the words with the noun are unknown, or it refers to people: "the *crisis*".',
    BARE_COPULA: 'The verb adds nothing to its noun, or replaces another verb: "there *was* a storm", "they *did* so".',
    TIME_AS_SUBJECT: 'The subject is only a time: "May *was* wet".',
    SAME_TWICE: 'The statement would relate an entity to itself: "a bank to be *reckoned* with".',
}
"""The meaning of the reasons that only arise when claims are made; all others are tests of `reasons.REASONS`."""
FRAGMENT: t.Final = "fewer than three words"
NO_PREDICATE: t.Final = "no predicate"
DOUBTFUL: t.Final = "only claims below the confidence threshold"
UNEXTRACTED: t.Final = "stated, but by no extractor that ran"
PASSED_ON: t.Final = frozenset({"part of a predicate", "carrier"})
"""The outcomes of clauses that leave the explanation to another clause of the sentence."""
ABSORBED: t.Final = frozenset({None, "carrier", "modifier"})
"""The outcomes with which a clause counts as stated if another statement includes its head."""


@dataclass(frozen=True, slots=True)
class ReadClause:
    """A clause and its outcome: "statement" with the names of its rules, or the reason why it is not one.

    `candidates` are its own claims; a clause that is part of another statement has none. The claims of a clause
    that is not a statement are reported beside the statements, with low confidence: "rents fall" of "if rents *fall*".
    """

    clause: Clause
    becomes: str
    rules: tuple[str, ...] = ()
    candidates: tuple[Candidate, ...] = ()

    @property
    def states(self) -> bool:
        """Return whether it is a statement."""
        return self.becomes == STATEMENT


@dataclass(frozen=True, slots=True, eq=False)
class ReadText:
    """The clauses of a text with their outcomes, in text order, and the claims of noun phrases."""

    text: Text
    clauses: tuple[ReadClause, ...]
    of_phrases: tuple[Candidate, ...]

    def candidates(self) -> Iterator[Candidate]:
        """Yield all claims with their confidence features, those of clauses first."""
        for read in self.clauses:
            yield from read.candidates
        yield from self.of_phrases

    def inside(self, start: int, end: int) -> list[ReadClause]:
        """Return the clauses whose head is one of the words `start` to `end` (half-open)."""
        return [read for read in self.clauses if start <= read.clause.head.index < end]

    def counts(self) -> tuple[tuple[str, int], ...]:
        """Return the number of clauses for each outcome, sorted by name."""
        return tuple(sorted(Counter(read.becomes for read in self.clauses).items()))

    def words(self) -> tuple[int, int]:
        """Return the number of words in clauses that are statements, and how many of these were not read."""
        stating = [read.clause for read in self.clauses if read.states]
        unread = {word.index for clause in stating for word in clause.unread}
        return len(unread.union(*map(read_words, stating))), len(unread)


class Stated(t.NamedTuple):
    """A draft with its claims."""

    draft: Draft
    candidates: tuple[Candidate, ...]


def read_words(clause: Clause) -> set[int]:
    """Return the numbers of the words that a clause has read: its predicate, its arguments, markers and adverbs."""
    own = [argument for argument in clause.arguments if not argument.shared]
    found = {i for argument in own for i in range(argument.start, argument.end)}
    found |= {word.index for argument in own for word in argument.marker}
    return found | {word.index for word in (*clause.words, *clause.adverbs, *clause.link.marker)}


def read_text(parse: Parse) -> ReadText:
    """Return the outcome of each clause of a parse; it is computed once and stored with the parse."""
    known = parse.stage_cache[read_text]
    if 0 not in known:
        known[0] = _read(text_of(parse))
    found: ReadText = known[0]
    return found


def _read(text: Text) -> ReadText:
    verdicts = verdicts_of(text)
    drafted = dict(_drafted(text, verdicts))
    stated = {index: tuple(_stated(text, found)) for index, found in drafted.items()}
    of_phrases = tuple(_stated(text, noun_drafts(text)))
    rules = _rules_by_word((*(each for found in stated.values() for each in found), *of_phrases))
    clauses = tuple(
        _read_clause(text, clause, verdicts[index].reason, stated.get(index, ()), rules.get(index, ()))
        for index, clause in text.clauses.items()
    )
    return ReadText(text, clauses, tuple(each for found in of_phrases for each in found.candidates))


def _secondary_drafts(clause: Clause, found: Iterable[Draft], modality: Modality) -> Iterator[Draft]:
    """Yield the secondary drafts; an existential adds nothing to the clause around it and is left out."""
    for draft in found:
        if not clause.existential or draft.relation != EXIST or draft.circumstances:
            yield replace(draft, secondary=modality)


def _drafted(text: Text, verdicts: Mapping[int, Verdict]) -> Iterator[tuple[int, tuple[Draft, ...]]]:
    """Yield the drafts of clauses, by number; the act of saying is a statement if no content is a fact."""
    stating: set[int] = set()
    for clause in text.clauses.values():
        verdict = verdicts[clause.index]
        secondary = secondary_modality(text, clause, verdict)
        found = tuple(drafts(text, clause)) if verdict.reason is None or secondary is not None else ()
        if secondary is not None:
            found = tuple(_secondary_drafts(clause, found, secondary))
        elif found:
            stating |= {clause.index, *(c.index for each in found if each.chain for c in each.chain.clauses)}
        if found:
            yield clause.index, found
    for clause in text.clauses.values():
        verdict = verdicts[clause.index]
        is_attribution = verdict.reason == "attribution" and not verdict.inside
        if is_attribution and stating.isdisjoint(_reported(text, clause)):
            yield clause.index, tuple(drafts(text, clause))


def _reported(text: Text, clause: Clause) -> Iterator[int]:
    """Yield the numbers of the clauses that attribute content to a speaker."""
    return (below.index for below in text.below(clause) if below.link.kind == "content")


def drafts(text: Text, clause: Clause) -> Iterator[Draft]:
    """Yield the drafts of a clause, none without a participant."""
    if clause.kind == "noun":
        learned = (replace(each, secondary="asserted") for each in learned_drafts(text, clause))
        yield from tuple(event_drafts(text, clause)) or learned
    else:
        yield from tuple(drafts_of(text, chain_of(text, clause))) or agentless_drafts(text, clause)


def _stated(text: Text, found: Iterable[Draft]) -> Iterator[Stated]:
    return (Stated(draft, tuple(candidates(text, draft))) for draft in found)


def _rules_by_word(found: Iterable[Stated]) -> dict[int, tuple[str, ...]]:
    """Return the rules of the statements whose predicate includes a word, by the number of the word."""
    by_word: dict[int, dict[str, None]] = {}
    for draft, claims in found:
        for word in draft.words if claims else ():
            by_word.setdefault(word.index, {})[draft.rule] = None
    return {index: tuple(rules) for index, rules in by_word.items()}


def _read_clause(
    text: Text, clause: Clause, reason: str | None, stated: tuple[Stated, ...], other_rules: tuple[str, ...]
) -> ReadClause:
    own = tuple(candidate for each in stated for candidate in each.candidates)
    if own:
        rules = dict.fromkeys(each.draft.rule for each in stated if each.candidates)
        is_secondary = any(each.draft.secondary is not None for each in stated)
        unstated = reason or _why_unstated(text, clause, ())
        return ReadClause(clause, unstated if is_secondary else STATEMENT, tuple(rules), own)
    if other_rules and reason in ABSORBED:
        return ReadClause(clause, STATEMENT, other_rules)
    return ReadClause(clause, reason or _why_unstated(text, clause, stated))


def _why_unstated(text: Text, clause: Clause, stated: tuple[Stated, ...]) -> str:
    """Return why a clause that may be a statement made no claim."""
    if stated:
        timed = all(text.time(each.draft.subject.head) is not None for each in stated)
        return TIME_AS_SUBJECT if timed else SAME_TWICE
    if clause.kind == "noun":
        return NO_FRAME if event_of(text, clause) is None else NO_PARTICIPANT
    return NO_PARTICIPANT if clause.first("subject") is None else BARE_COPULA


def unclaimed_sentences(
    read: ReadText, claims: Iterable[Claim], *, doubtful: Iterable[Claim] = ()
) -> Iterator[Unclaimed]:
    """Yield each sentence without a claim, and the reason; `doubtful` claims were found, but not kept."""
    spoken = {claim.evidence.span for claim in claims}
    doubted = {claim.evidence.span for claim in doubtful}
    for sentence in read.text.parse.sents:
        span = read.text.span(sentence.start, sentence.end)
        if span not in spoken:
            yield Unclaimed(span, DOUBTFUL if span in doubted else _why_unclaimed(sentence, read))


def _why_unclaimed(sentence: TokenSpan, read: ReadText) -> str:
    """Return the most frequent outcome of verbal clauses without a statement, with a tie the first in the text."""
    if sum(word.is_alpha for word in sentence) < 3:
        return FRAGMENT
    inside = read.inside(sentence.start, sentence.end)
    clauses = [each for each in inside if each.clause.kind != "noun" or each.states]
    reasons = [each.becomes for each in clauses if not each.states]
    informative = [reason for reason in reasons if reason not in PASSED_ON] or reasons
    if informative:
        return Counter(informative).most_common(1)[0][0]
    return UNEXTRACTED if clauses else NO_PREDICATE
