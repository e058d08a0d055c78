"""Status of statements: negated, planned, alleged, possible or conditional, with the speaker and the denier."""

import functools
import itertools
import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from kg.caching import cached_property
from kg.extract.attribution import (
    ACCORDING_TO,
    Source,
    accused_by,
    denial_of,
    outer_speaker_of,
    quotation,
    source_of,
    speaks,
)
from kg.extract.chains import HAVE, Chain, chain_of, is_joined_to_finite, is_perfect, leader, planned, tried, wishes
from kg.extract.circumstances import denies
from kg.extract.patterns import CLAUSES
from kg.extract.related_clauses import IDENTIFIED_OBJECT, clauses_around, cleft, conditions, identified_in, turned_verb
from kg.extract.text import Text, before_head, has_modal, in_order, marker_of
from kg.extract.things import includes_not
from kg.grammar.clause import Argument, Clause, LinkKind, Modifier, Phrase, Role, Word
from kg.grammar.patterns import InText, collector, read
from kg.grammar.phrases import CLOSING, OPENING, by_name
from kg.lexicon import measures, nouns, verbs, words
from kg.lexicon.event_relations import event_relations
from kg.lexicon.numerals import calendar_names, deictic
from kg.lexicon.supersenses import verb_supersense
from kg.lexicon.tables import data_text
from kg.model import Modality

CueRule: t.TypeAlias = Callable[["Scope"], Iterable[Word]]

EVERY: t.Final = words("determiner", "all", "each")
LASTING: t.Final = frozenset({"cognition", "emotion", "perception", "possession", "stative"})
"""The classes of verbs (WordNet's lexicographer files) that are not actions: they express a present state or cause."""
CONDITIONAL: t.Final[tuple[Role, ...]] = ("adverbial", "oblique")
"""The roles of clauses that may be conditions."""
MULTIPLYING: t.Final = frozenset().union(*(each.turning for each in event_relations().values() if each.measured))
"""The verbs of a rise or fall by a factor: "double", "halve"."""
NOT_ROUNDING: t.Final = words("modality", "near-negative") - measures("approximate")
"""The near-negative adverbs that do not round a number: "hardly", not "nearly"."""
UNTIL: t.Final = words("dating", "until") & words("opens", "time")


@dataclass(frozen=True, slots=True)
class Standing:
    """The polarity, modality and source of a statement, with the cue words.

    `outer_speaker` attributes the statement to the source, if there is one.
    """

    negated: bool = False
    modality: Modality = "asserted"
    speaker: Word | None = None
    denied_by: Word | None = None
    cues: tuple[Word, ...] = ()
    outer_speaker: Word | None = None


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


def own_negation(scope: Scope) -> Iterator[Word]:
    """A negated verb: "did *not* pay", "*never* paid", "*no* longer pays"."""
    for clause in scope.chain.clauses:
        yield from (word for word in clause.negations if not _asserts(scope.text, clause, word))


def _asserts(text: Text, clause: Clause, negation: Word) -> bool:
    """Return whether a negation leaves its clause asserted: "*not until* May did it", "did *not just* pay"."""
    following = [word.lower for word in text.words(negation.index + 1, negation.index + 3)]
    if words("only", "limit").isdisjoint(following[:1]):
        return turned_verb(clause) is not None and not UNTIL.isdisjoint(following[:1])
    return words("adverb", "when").isdisjoint(following) and not has_modal(clause, "ability")


def near_negative(scope: Scope) -> Iterator[Word]:
    """A near-negative adverb: "*hardly* paid", "*all but* paid"; but in "*nearly* doubled" it rounds a number."""
    for clause in scope.chain.clauses:
        negative = NOT_ROUNDING if clause.lemma in MULTIPLYING else words("modality", "near-negative")
        yield from (word for word in clause.adverbs if word.lower in negative)
        before = scope.text.word(clause.head.index - 1) if clause.head.index > 1 else clause.head
        all_but = before.lower == "but" and scope.text.word(before.index - 1).lower in EVERY
        yield from [before] if all_but else []


def negative_adverb(scope: Scope) -> Iterator[Word]:
    """A negative adverb or phrase: "*never* has it paid", "it is *by no means* closed"."""
    for clause in scope.chain.clauses:
        found = [word for word in clause.adverbs if word.lower in words("modality", "negative")]
        found += [argument.marker[0] for argument in clause.all("oblique") if argument.marker and denies(argument)]
        found += _negated_bridge(clause) if clause is not scope.chain.last else []
        yield from (word for word in found if word not in clause.negations)


def _negated_bridge(clause: Clause) -> list[Word]:
    """Return the negation of a predicative adjective: "was deemed *not* fit to stand trial"."""
    complement = clause.first("complement")
    modifiers = complement.phrase.modifiers if complement is not None and complement.phrase is not None else ()
    return [m.head for m in modifiers if m.head.lower in words("modality", "negative")]


def fronted_negative(scope: Scope) -> Iterator[Word]:
    """A fronted negation, with the auxiliary before the subject: "*nor* did it pay", "a fee and *neither* did it pay".

    Something not so "*until*" a date is so afterwards, and "not *only*" asserts both.
    """
    clause, verb = scope.chain.top, turned_verb(scope.chain.top)
    if verb is not None and not clause.negations and not any(negative_adverb(scope)):
        before = map(scope.text.word, reversed(range(clause.sentence[0], verb.index)))
        opening = [*itertools.takewhile(lambda word: word.kind != "mark", before)][::-1]
        undone = any(word.lower in UNTIL | words("only", "focus") for word in opening)
        negative = [word for word in opening[:2] + opening[-1:] if word.lower in words("modality", "negative")]
        yield from negative[:1] if not undone else []


def negating_verb(scope: Scope) -> Iterator[Word]:
    """A governing verb of failing or refusing: "*failed* to pay"."""
    for clause, bond in zip(scope.chain.clauses, scope.chain.bonds, strict=False):
        if bond == "negated":
            yield clause.head


def negative_phrase(scope: Scope) -> Iterator[Word]:
    """A negative subject or object: "*no* court", "*nobody*", "read *nothing*", "neither the bank *nor* its owner".

    For "*not all* courts" and "*not everyone*" the action of some is a fact, and the label says so. In "did *not* pay
    the bank *nor* its owner" there is one negation.
    """
    for phrase in scope.phrases:
        if phrase.joint is not None and phrase.joint.lower in words("coordination", "none"):
            if not any(own_negation(scope)):
                yield phrase.joint
            continue
        none = negatives_in(scope.text, phrase)
        if none and not (_has_exception(phrase) or includes_not(scope.text, phrase)):
            all_ = {m.start for m in phrase.modifiers if m.head.lower in EVERY}  # "*not* all courts"
            all_ |= {phrase.head.index} if phrase.head.lower in EVERY else set()
            yield from (word for word in none if word.index + 1 not in all_)


def negatives_in(text: Text, phrase: Phrase) -> list[Word]:
    """Return the first negative word of a phrase, and those of its quantities: "*no* court", "*not one* court"."""
    negative = [word for word in (*before_head(phrase), phrase.head) if _is_negative(text, word)][:1]
    return negative + [word for m in phrase.of_kind("quantity") for word in _not_one(text, m)]


def _is_negative(text: Text, word: Word) -> bool:
    """Return whether a word of a phrase is negative; with a capital it may be a name: "voted *No*"."""
    if word.lower not in words("modality", "negative"):
        return False
    return word.text.islower() or word.index == text.sentence(word)[0] or text.follows_mark(word.index)


def neither_deed(scope: Scope) -> Iterator[Word]:
    """Actions joined by "nor", none of which happened: "neither knew of it *nor* discussed it".

    In "she left, nor *did he* stay" only the clause after it is negated.
    """
    found = [*_joints(scope, "none")]
    if found and not any(own_negation(scope)):
        clauses = (scope.chain.top, *scope.text.below(scope.chain.top))
        inverted = {each.link.joint for each in clauses if turned_verb(each) is not None}
        yield from (joint for joint in found if joint not in inverted)


def _has_exception(phrase: Phrase) -> bool:
    """Return whether "but" or "except" leaves an exception, which is asserted: "took *nothing but* a clock"."""
    openers = (m.marker[0] for m in phrase.of_kind("preposition") if m.start == phrase.head.index + 1)
    left = any(word.lower in words("coordination", "but") | words("contrast", "limit") for word in openers)
    return left and phrase.head.lower in words("modality", "negative")


def _not_one(text: Text, quantity: Modifier) -> Iterator[Word]:
    """Yield the "not" of "*not* one bank"; "not ten banks" may be nine."""
    first = text.word(quantity.start)
    if quantity.head.lower == "one" and first != quantity.head and first.lower in words("modality", "negative"):
        yield first


def _noun_of_infinitive(text: Text, clause: Clause) -> Word | None:
    """Return the noun before an infinitive or its causative: "has a *plan* to make them close"."""
    while (above := text.above(clause, "open")) is not None:
        clause = above
    return clause.link.noun if clause.link.kind == "infinitive" else None


KNOWN: t.Final = CLAUSES.extended(
    tests={"ordinal": InText(lambda text, word: text.token(word).entity == "ORDINAL"), "cleft": InText(cleft)},
    steps={
        "accuser": InText(accused_by),
        "first-opener": lambda clause: clause.link.marker[0] if clause.link.marker else None,
        "first-phrase": lambda scope: scope.phrases[0] if scope.phrases else None,
        "infinitive-noun": InText(_noun_of_infinitive),
        "identified-object": InText(lambda text, clause: identified_in(text, clause, IDENTIFIED_OBJECT)),
        "last-clause": lambda scope: scope.chain.last,
        "top": lambda scope: scope.chain.top,
    },
    walks={"conditions": InText(conditions)},
    arguments=("text", "scope"),
    one={"first"},
    several={"around", "clauses"},
)
FOUND: t.Final = read(data_text("standing.txt"), KNOWN, collector)


def _rule(name: str) -> CueRule:
    """Return the rule for the pattern with a name."""
    words_of = t.cast("Callable[[Text, Scope], list[Word]]", FOUND[name].answer)

    def rule(scope: Scope) -> list[Word]:
        return words_of(scope.text, scope)

    rule.__doc__, rule.__name__ = words_of.__doc__, name
    return rule


without, negating_noun = _rule("without"), _rule("negating-noun")
no_plan, turned_down, untrue, plan, chance = map(
    _rule, ("no-plan", "turned-down", "untrue", "planning-noun", "noun-of-chance")
)
NEGATIONS: t.Final[Mapping[str, CueRule]] = by_name(
    own_negation, negative_adverb, fronted_negative, _rule("negated-cleft"), near_negative, negating_verb,
    negative_phrase, neither_deed, without, negating_noun, no_plan, turned_down, untrue,
)  # fmt: skip
NEEDED: t.Final[Mapping[CueRule, Set[Sign]]] = {
    negating_verb: {"bond"},
    neither_deed: {"joint"},
    without: {"gerund"},
    untrue: {"content", "noun content"},
    **dict.fromkeys((negating_noun, no_plan, turned_down), frozenset({"infinitive", "open"})),
}
"""The signs of which a rule of `NEGATIONS` needs one; the other rules are always tried."""


def would(scope: Scope) -> Iterator[Word]:
    """A conditional mood, unless it is a past future in a report: "the plan *would* save money"."""
    found = [*_conditional(scope)]
    if found and not _refuses(scope):
        yield from (word for word in found if not _is_past_of_will(scope, word))


def _refuses(scope: Scope) -> bool:
    """Return whether a "would" expresses a refusal to speak: "*would not* comment", "nobody *would* say".

    In "I *would not* say so" it is an opinion.
    """
    top = scope.chain.top
    communicates = verb_supersense(top.lemma) == "communication" or top.lemma in verbs("report")
    subject = top.first("subject") if communicates and scope.source is None and len(top.auxiliaries) == 1 else None
    if subject is None or subject.head.lower in words("pronoun", "1", "2"):
        return False
    return (bool(top.negations) or any(negative_phrase(scope))) and speaks(scope.text, subject)


def _conditional(scope: Scope) -> Iterator[Word]:
    """Yield each "would" except that of a wish; its short form may be a "had"."""
    auxiliaries = (word for clause in scope.clauses if not wishes(clause) for word in clause.auxiliaries)
    would_be = (word for word in auxiliaries if word.lower in words("modality", "conditional"))
    return (word for word in would_be if word.lemma != HAVE)


def _is_past_of_will(scope: Scope, auxiliary: Word) -> bool:
    """Return whether a "would" is a reported "will": "*said* it would close".

    After a present ("*says* it would") and in direct speech ("“It would close,” she said") it is not.
    """
    source = scope.source
    if source is None or is_perfect(scope.chain.top) or _is_verbatim(scope.text, auxiliary, source.cue):
        return False
    return not _has_condition_in_phrase(scope.chain.top) and _is_reported_in_past(scope.text, source.cue)


def _has_condition_in_phrase(clause: Clause) -> bool:
    """Return whether a gerund or phrase is the condition: "*closing it* would", "*without it* she would"."""
    subject = clause.first("subject")
    if subject is None or subject.clause is not None:
        return subject is not None
    missing = (a for a in clause.all("oblique") if a.preposition in words("modality", "negative"))
    return any(argument.start < subject.start for argument in missing)


def _is_reported_in_past(text: Text, cue: Word) -> bool:
    """Return whether the report is in the past or a claim: "*said*", "*saying*" with a past "left", "her *claim*"."""
    if ACCORDING_TO.startswith(cue.lower):
        return False
    report = text.clauses.get(cue.index)
    while report is not None and report.tense == "none" and (above := text.above(report)) is not None:
        report = above
    return report is None or report.tense != "present" or is_perfect(report)


def _is_verbatim(text: Text, word: Word, cue: Word) -> bool:
    """Return whether a word is in quoted full clauses with a speaker outside; “would close” alone is not.

    Such a quotation starts with a capital or after a punctuation mark.
    """
    found = text.quotation(word)
    if found is None or cue.index in found:
        return False
    return text.follows_mark(found.start - 1) or text.word(found.start).text[0].isupper()


def future(scope: Scope) -> Iterator[Word]:
    """A future: "*will* close"; in reported speech, "*would* close"."""
    shifted = {word for word in _conditional(scope) if _is_past_of_will(scope, word)}
    planned = words("modality", "planned")
    auxiliaries = (word for clause in scope.clauses for word in clause.auxiliaries)
    yield from (word for word in auxiliaries if word.lower in planned or word in shifted)


def foretold(scope: Scope) -> Iterator[Word]:
    """A prediction, not a plan: "will *probably* close", "*predicts* that it will close".

    A warning is a fear, unless about an action of the speaker: "*warned* that prices will fall". An expectation, or a
    hope about the past, is uncertain: "*hoped* that it closed".
    """
    source, subject, is_future = scope.source, scope.chain.top.first("subject"), any(future(scope))
    yield from _rule("possible-adverb")(scope) if is_future else ()
    if source is None or not (is_future or source.cue.lemma in verbs("plan")):
        return
    lemma, himself = source.cue.lemma, subject is not None and subject.head.kind == "pronoun"
    if lemma in verbs("report", "claimed") or (lemma in verbs("report", "feared") and not himself):
        yield source.cue


def arranged(scope: Scope) -> Iterator[Word]:
    """A present progressive with a future time: "is travelling to Oslo *tomorrow*"."""
    text, last = scope.text, scope.chain.last
    going = any(text.token(word).form == "present participle" for word in last.words)
    if going and last.tense == "present" and all(word.lemma == "be" for word in last.auxiliaries):
        times = (a for a in last.all("when", "oblique") if not a.shared and text.time(a.head) is not None)
        yield from (a.head for a in times if _is_future(text, a))


def _alongside(modality: str) -> CueRule:
    def rule(scope: Scope) -> Iterator[Word]:
        """An event during a future or possible one: "*will* lead as she plays", "*may* suffer as rents rise"."""
        first = scope.first
        above = scope.text.above(first, "adverbial") if marker_of(first) == "as" and first.kind == "verb" else None
        if above is not None and first.tense == "present" and verb_supersense(first.lemma) not in LASTING:
            found = modality_in(scope_of(scope.text, chain_of(scope.text, above), ()))
            yield from found[1] if found is not None and MODALITIES[found[0]].modality == modality else ()

    return rule


def _is_future(text: Text, argument: Argument) -> bool:
    """Return whether a time begins after the date of the text: "tomorrow", "next week".

    With a present verb "on Friday" is the next one.
    """
    time, published = text.time(argument.head), text.parse.document.published
    if time is None or argument.preposition in words("dating", "until"):
        return False
    if time.start is not None and published is not None:
        return time.start > published
    tokens, which = time.text.lower().split(), {**deictic("which"), **deictic("day")}
    return any(int(which.get(word, 0)) > 0 or word in calendar_names("weekday") for word in tokens)


def _noun(named: CueRule) -> CueRule:
    def rule(scope: Scope) -> Iterator[Word]:
        """A noun of planning or possibility: "has a *plan* to close", "has the *right* to close"."""
        found = [*named(scope)]
        if found and not any(turned_down(scope)) and not any(trying_noun(scope)):
            yield from found

    return rule


def trying_noun(scope: Scope) -> Iterator[Word]:
    """An attempt next to an action; the attempt is a fact if the action is: "sold it in an *attempt* to pay"."""
    found = [*plan(scope)]
    above = scope.text.above(scope.first) if found else None
    placed = (a.head for a in above.all("oblique") if a.preposition == "in") if above is not None else ()
    found = [head for head in placed if head in found and head.lemma in nouns("plan", "tried")]
    if found and above is not None and modality_in(scope_of(scope.text, chain_of(scope.text, above), ())) is None:
        yield from found


def _bond(kind: str) -> CueRule:
    def rule(scope: Scope) -> Iterator[Word]:
        """A governing verb with this modality: "*plans* to close", "is *said* to be closed", "*seems* closed".

        It may govern another clause of the predicate: "*plans* to spend millions repairing it". A plan that is itself
        only possible is none: "*may* agree to close", "is *likely* to agree to close".
        """
        for chain in scope.chains:
            bonds = chain.bonds if not has_modal(chain.top, "possible") else ()
            places = (i for i, bond in enumerate(bonds) if bond == kind and "possible" not in bonds[:i])
            yield from (chain.clauses[place].head for place in places)

    return rule


def wanted_of_others(scope: Scope) -> Iterator[Word]:
    """What somebody wants or tries to make others do: "*wants* to see them close it", "*tries* to make them close it".

    The means of the attempt are a fact: "tries to please them *by giving* more".
    """
    for chain in scope.chains[1:] if scope.first.link.kind == "open" else ():
        for (upper, lower), bond in zip(itertools.pairwise(chain.clauses), chain.bonds, strict=True):
            wanted = bond == "planned" and (upper.lemma in verbs("plan") or wishes(upper))
            yield from [upper.head] if upper.voice == "active" and (wanted or tried(upper, lower)) else []


def claiming(scope: Scope) -> Iterator[Word]:
    """A claim, or something that is yet to be said: "*alleged* that it closed", "will *say* that it closed"."""
    source = scope.source
    if source is not None and (source.claims or _is_unsaid(scope.text, source)):
        yield source.cue


def _is_unsaid(text: Text, source: Source) -> bool:
    """Return whether something is yet to be said: "*will say* that it closed", "*is expected to say* so".

    In "I *will say* that it is good" it is said.
    """
    report = text.clauses.get(source.cue.index)
    oneself = source.speaker is not None and source.speaker.lower in words("pronoun", "1")
    if report is None or oneself or text.quotation(source.cue) is not None:
        return False
    chain = chain_of(text, report)
    return has_modal(chain.top, "planned") or not {"planned", "possible"}.isdisjoint(chain.bonds)


def one_of_deeds(scope: Scope) -> Iterator[Word]:
    """Actions joined by "or", only one of which happened: "Ana has retired *or* is leaving"; "firms" may do both."""
    subject = scope.chain.top.first("subject")
    by_some = subject is not None and subject.head.plural and subject.head.kind == "noun"
    yield from _alternatives(scope) if not by_some else ()


def one_of_plans(scope: Scope) -> Iterator[Word]:
    """Plans joined by "or", one of which will happen: "will fall *or* stagnate"."""
    clause, text = scope.chain.top, scope.text
    joined = (text.above(clause, "conjunct"), *(c for c in text.below(clause) if c.link.kind == "conjunct"))
    will = {word for word in clause.auxiliaries if word.lower in words("modality", "planned", "conditional")}
    if any(not will.isdisjoint(other.auxiliaries) for other in joined if other is not None):
        yield from _alternatives(scope)


def _alternatives(scope: Scope) -> Iterator[Word]:
    """Yield the "or" that joins an action to another.

    Under a negation neither happened, with "every firm" some did each, and "used to warn or to guide" means both.
    """
    found = [*_joints(scope, "one")] if scope.chain.top.form not in {"infinitive", "bare", "gerund"} else []
    every = any(m.head.lower in EVERY for phrase in scope.phrases for m in phrase.modifiers)
    if found and not every and not any(any(rule(scope)) for rule in (own_negation, negative_phrase, negating_verb)):
        yield from found


def _joints(scope: Scope, kind: str) -> Iterator[Word]:
    """Yield the conjunctions of a kind that join the clause to those before it and after it."""
    clause = scope.chain.top
    joints = (clause.link.joint, _next_joint(scope.text, clause))
    found = (joint for joint in joints if joint is not None and joint.lower in words("coordination", kind))
    yield from dict.fromkeys(found)


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


class ModalityRule(t.NamedTuple):
    """A rule that finds the cue words of a modality, but only if one of the signs that it needs is present."""

    name: str
    modality: Modality
    find: CueRule
    needs: Set[Sign]


MODALITIES: t.Final[Mapping[str, ModalityRule]] = {
    rule.name: rule
    for rule in (
        ModalityRule("open-question", "possible", _rule("open-question"), {"gerund"}),
        ModalityRule("condition", "hypothetical", _rule("condition"), {"condition"}),
        ModalityRule("felt", "possible", _rule("felt"), {"content", "noun content"}),
        ModalityRule("looking", "possible", _rule("looking"), {"conjunct", "content", "marker"}),
        ModalityRule("likening", "hypothetical", _rule("likening"), {"marker"}),
        ModalityRule("preference", "possible", _rule("preference"), {"adverb"}),
        ModalityRule("would", "hypothetical", would, {"auxiliary"}),
        ModalityRule("quality-above", "possible", _rule("quality-above"), {"content"}),
        ModalityRule("one-of-plans", "possible", one_of_plans, {"auxiliary"}),
        ModalityRule("one-of-two", "possible", _rule("one-of-two"), {"joint"}),
        ModalityRule("foretold", "possible", foretold, {"auxiliary", "source"}),
        ModalityRule("judgement", "possible", _rule("judgement"), {"auxiliary"}),
        ModalityRule("future", "planned", future, {"auxiliary"}),
        ModalityRule("arranged", "planned", arranged, {"present"}),
        ModalityRule("alongside", "planned", _alongside("planned"), {"adverbial"}),
        ModalityRule("alongside-possible", "possible", _alongside("possible"), {"adverbial"}),
        ModalityRule("due", "planned", _rule("due"), {"relative"}),
        ModalityRule("wanted-of-others", "possible", wanted_of_others, {"open"}),
        ModalityRule("planned-before", "planned", _rule("planned-before"), {"adverbial"}),
        ModalityRule("reported-before", "hedged", _rule("reported-before"), {"adverbial"}),
        ModalityRule("planning-verb", "planned", _bond("planned"), {"bond"}),
        ModalityRule("planning-noun", "planned", _noun(plan), {"infinitive", "open"}),
        ModalityRule("planned-above", "planned", _rule("planned-above"), {"noun"}),
        ModalityRule("planned-adverb", "planned", _rule("planned-adverb"), {"adverb"}),
        ModalityRule("alleged-adverb", "hedged", _rule("alleged-adverb"), {"adverb"}),
        ModalityRule("reported-verb", "hedged", _bond("alleged"), {"bond"}),
        ModalityRule("accusation", "hedged", _rule("accusation"), {"adverbial", "conjunct", "gerund", "relative"}),
        ModalityRule("modal", "possible", _rule("modal"), {"auxiliary"}),
        ModalityRule("noun-of-chance", "possible", _noun(chance), {"infinitive", "open"}),
        ModalityRule("possible-adverb", "possible", _rule("possible-adverb"), {"adverb"}),
        ModalityRule("seeming-verb", "possible", _bond("possible"), {"bond"}),
        ModalityRule("one-of-deeds", "possible", one_of_deeds, {"joint"}),
        ModalityRule("claiming", "hedged", claiming, {"source"}),
    )
}
"""The rules for each modality, by name; the first that finds words counts."""


def standing_of(text: Text, chain: Chain, phrases: tuple[Phrase, ...]) -> Standing:
    """Return the standing of a predicate, from its own clause, the clauses around it and its quotation."""
    scope = scope_of(text, chain, phrases)
    source, denial = scope.source, denial_of(text, chain)
    found = negations_in(scope)
    named, cues = modality_in(scope) or ("", ())
    modality: Modality = MODALITIES[named].modality if named else "asserted"
    speaker = source.speaker if source is not None and denial is None else None
    shown = (*itertools.chain.from_iterable(found), *cues, *(each.cue for each in (source, denial) if each is not None))
    negated = _negation_count(found) % 2 == 1
    modality = "asserted" if negated and _is_certainly_negated(scope, cues, {*itertools.chain(*found)}) else modality
    denier = denial.speaker if denial is not None else None
    outer = outer_speaker_of(text, chain, source) if source is not None and speaker is not None else None
    return Standing(negated, modality, speaker, denier, in_order(shown), outer)


def _is_certainly_negated(scope: Scope, cues: Sequence[Word], negations: Set[Word]) -> bool:
    """Return whether a negation is certain: "has no *plan* to pay", "*could* not pay", "it is *untrue* that".

    The negation of a wish is certain too: "does *not want* to pay", "*nobody* wants to pay".
    """
    if any(untrue(scope)) or _is_unwanted(scope.chain, negations):
        return True
    unplanned = any(no_plan(scope)) and any(plan(scope))
    return unplanned or (bool(cues) and all(word.lower in words("modality", "ability") for word in cues))


def _is_unwanted(chain: Chain, negations: Set[Word]) -> bool:
    """Return whether the subject does not want or plan the action; what it "*is* not to" do will not happen."""
    wanted = [one for one, lower in itertools.pairwise(chain.clauses) if one.voice == "active" and planned(one, lower)]
    return any(word in one.negations or word.index < one.head.index for one in wanted for word in negations)


def standing_of_phrase(text: Text, head: Word) -> Standing:
    """Return the standing of a phrase without a verb, from the speaker of the quotation that contains its head.

    Text in brackets there was added by the writer: "“[Mayor] Ana Silva won,” said Reed".
    """
    source = quotation(text, head) if not _is_in_brackets(text, head) else None
    return Standing(speaker=source.speaker, cues=(source.cue,)) if source is not None else Standing()


def _is_in_brackets(text: Text, word: Word) -> bool:
    """Return whether a word is in brackets in its sentence."""
    before = text.parse[text.sentence(word)[0] : word.index]
    brackets = [each.text for each in before if each.text in OPENING | CLOSING]
    return bool(brackets) and brackets[-1] in OPENING


def negations_in(scope: Scope) -> list[list[Word]]:
    """Return the cue words of the rules for negations, those next to the verb first."""
    negations, _ = _rules_for(scope.signs)
    return [list(rule(scope)) for rule in negations]


@functools.cache
def _rules_for(signs: frozenset[Sign]) -> tuple[Sequence[CueRule], Mapping[str, CueRule]]:
    """Return the rules for negations, and those for modalities by name, that can find something with these signs."""
    negations = [rule for rule in NEGATIONS.values() if rule not in NEEDED or not signs.isdisjoint(NEEDED[rule])]
    return negations, {name: rule.find for name, rule in MODALITIES.items() if not signs.isdisjoint(rule.needs)}


def _negation_count(negations: Sequence[Sequence[Word]]) -> int:
    """Return the number of negations: one per word next to the verb, and one per rule with other words.

    The "no" of "*no* attack by rebels" is next to the event and part of its phrase.
    """
    own, *others = negations
    return len(own) + sum(bool(each) and not set(each) <= set(own) for each in others)


def scope_of(text: Text, chain: Chain, phrases: tuple[Phrase, ...]) -> Scope:
    """Return the input of the rules for a predicate with these phrases."""
    return Scope(text, chain, tuple(clauses_around(text, chain.top)), phrases, source_of(text, chain))


def modality_in(scope: Scope) -> tuple[str, tuple[Word, ...]] | None:
    """Return the name of the first rule that finds cue words of a modality, and these words; None if none does."""
    _, modalities = _rules_for(scope.signs)
    found = ((name, tuple(find(scope))) for name, find in modalities.items())
    return next(((name, cues) for name, cues in found if cues), None)
