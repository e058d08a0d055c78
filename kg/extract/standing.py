"""How something is said: negated, planned, alleged, possible or under a condition, by whom, and who denies it."""

import functools
import itertools
import typing as t
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from kg.extract.attribution import (
    ACCORDING_TO,
    FEELING,
    Source,
    accused_by,
    denial_of,
    quotation,
    source_of,
    speaks,
    told_by,
)
from kg.extract.chains import (
    HAVE,
    Chain,
    chain_of,
    is_joined_to_finite,
    is_perfect,
    leader,
    planned,
    quality_of_content,
    tried,
    wishes,
)
from kg.extract.drafts import (
    IDENTIFIED_OBJECT,
    clauses_around,
    cleft,
    conditions,
    denies,
    identified_in,
    is_open_question,
    turned_verb,
)
from kg.extract.text import Text, before_head, has_modal, in_order, marker_of
from kg.grammar.clause import Argument, Clause, LinkKind, Modifier, Phrase, Role, Word
from kg.grammar.event_nouns import verb_of
from kg.grammar.phrases import CLOSING, OPENING, by_name
from kg.lexicon import nouns, verbs, words
from kg.lexicon.numerals import calendar_names, deictic
from kg.lexicon.supersenses import noun_supersense, verb_supersense
from kg.model import Modality

CueRule: t.TypeAlias = Callable[["Scope"], Iterator[Word]]


EVERY: t.Final = words("determiner", "all", "each")
LASTING: t.Final = frozenset({"cognition", "emotion", "perception", "possession", "stative"})
"""The kinds of verbs (WordNet's lexicographer files) that mean no deed: what they say is so already, or why."""
CONDITIONAL: t.Final[tuple[Role, ...]] = ("adverbial", "oblique")
"""The roles of clauses that may be conditions."""
UNTIL: t.Final = words("dating", "until") & words("opens", "time")


@dataclass(frozen=True, slots=True)
class Standing:
    """The polarity, modality and source of a statement, with the words that show it.

    `told_by` is who says that the speaker says it, where another does.
    """

    negated: bool = False
    modality: Modality = "asserted"
    speaker: Word | None = None
    denied_by: Word | None = None
    cues: tuple[Word, ...] = ()
    told_by: Word | None = None


Sign: t.TypeAlias = LinkKind | t.Literal[
    "adverb", "auxiliary", "bond", "condition", "joint", "marker", "noun", "present", "source",
]  # fmt: skip
"""What a rule looks for first: how the predicate hangs on others, or the kind of words that tell what the rule says."""


@dataclass(frozen=True, eq=False)
class Scope:
    """What the rules look at: the predicate, the clauses above that it is true with, its arguments, its source."""

    text: Text
    chain: Chain
    around: tuple[Clause, ...]
    phrases: tuple[Phrase, ...]
    source: Source | None

    @functools.cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the predicate and those that it is true with."""
        return (*self.chain.clauses, *self.around)

    @functools.cached_property
    def first(self) -> Clause:
        """The first of several verbs of one form that the top of the predicate is one of."""
        return leader(self.text, self.chain.top)

    @functools.cached_property
    def chains(self) -> tuple[Chain, ...]:
        """The predicate, and those of the clauses that it is true with."""
        return (self.chain, *(chain_of(self.text, clause) for clause in self.around))

    @functools.cached_property
    def signs(self) -> Set[Sign]:
        """The signs that it shows: a rule that needs others finds nothing."""
        top, last = self.chain.top, self.chain.last
        joints = (top.link.joint, *(phrase.joint for phrase in self.phrases[:1]), self.text.joined_behind(top))
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
        return {*links, *[sign for sign, shown in own if shown]}


def own_negation(scope: Scope) -> Iterator[Word]:
    """A word negates the verb: "did *not* pay", "*never* paid", "*no* longer pays"; "not until May did it" did."""
    for clause in scope.chain.clauses:
        turned = turned_verb(clause) is not None
        until = (word for word in clause.negations if turned and scope.text.word(word.index + 1).lower in UNTIL)
        yield from clause.negations if not any(until) else ()


def negated_cleft(scope: Scope) -> Iterator[Word]:
    """Somebody else did it: "it was *not* Silva who left"; few or none did: "there are*n't* many who left"."""
    above = scope.text.above(scope.first, "relative", "participle")
    there = [above] if above is not None and above.existential else []
    for clause in (*(each for each in scope.around if each.negations and cleft(scope.text, each)), *there):
        yield from clause.negations


def near_negative(scope: Scope) -> Iterator[Word]:
    """An adverb as good as negates the verb: "*hardly* paid", "*all but* paid"."""
    for clause in scope.chain.clauses:
        yield from (word for word in clause.adverbs if word.lower in words("modality", "near-negative"))
        before = scope.text.word(clause.head.index - 1) if clause.head.index > 1 else clause.head
        all_but = before.lower == "but" and scope.text.word(before.index - 1).lower in EVERY
        yield from [before] if all_but else []


def negative_adverb(scope: Scope) -> Iterator[Word]:
    """An adverb or a phrase denies the verb: "*never* has it paid", "it is *by no means* closed"."""
    for clause in scope.chain.clauses:
        found = [word for word in clause.adverbs if word.lower in words("modality", "negative")]
        found += [argument.marker[0] for argument in clause.all("oblique") if argument.marker and denies(argument)]
        found += _negated_bridge(clause) if clause is not scope.chain.last else []
        yield from (word for word in found if word not in clause.negations)


def _negated_bridge(clause: Clause) -> list[Word]:
    """Return the negation of a quality that a predicate takes: "was deemed *not* fit to stand trial"."""
    told = clause.first("complement")
    beside = told.phrase.modifiers if told is not None and told.phrase is not None else ()
    return [m.head for m in beside if m.head.lower in words("modality", "negative")]


def fronted_negative(scope: Scope) -> Iterator[Word]:
    """A negation opens a clause whose auxiliary then stands before its subject: "*nor* did it pay".

    What was not so "*until*" a day is so, and "not *only*" tells both.
    """
    clause, verb = scope.chain.top, turned_verb(scope.chain.top)
    if verb is not None and not clause.negations and not any(negative_adverb(scope)):
        before = map(scope.text.word, reversed(range(clause.sentence[0], verb.index)))
        opening = [*itertools.takewhile(lambda word: word.kind != "mark", before)][::-1]
        undone = any(word.lower in UNTIL | words("only", "focus") for word in opening)
        negative = [word for word in opening[:2] if word.lower in words("modality", "negative")]
        yield from negative[:1] if not undone else []


def negating_verb(scope: Scope) -> Iterator[Word]:
    """A verb above says that it was not done: "*failed* to pay"."""
    for clause, bond in zip(scope.chain.clauses, scope.chain.bonds, strict=False):
        if bond == "negated":
            yield clause.head


def negative_phrase(scope: Scope) -> Iterator[Word]:
    """The subject or object is none: "*no* court", "*nobody*", "read *nothing*", "neither the bank *nor* its owner".

    Of "*not all* courts" some did it; the label tells that.
    """
    for phrase in scope.phrases:
        if phrase.joint is not None and phrase.joint.lower in words("coordination", "none"):
            yield phrase.joint
            continue
        none = [word for word in (*before_head(phrase), phrase.head) if _is_negative(scope.text, word)][:1]
        none += [word for m in phrase.of_kind("quantity") for word in _not_one(scope.text, m)]
        if none and not (_leaves_one(phrase) or _tells_not(scope.text, phrase)):
            all_ = {m.start for m in phrase.modifiers if m.head.lower in EVERY}  # "*not* all courts"
            yield from (word for word in none if word.index + 1 not in all_)


def _is_negative(text: Text, word: Word) -> bool:
    """Tell whether a word of a phrase says that there is none; with a capital it may be a name: "voted *No*"."""
    if word.lower not in words("modality", "negative"):
        return False
    return word.text.islower() or word.index == text.sentence(word)[0] or text.is_behind_mark(word.index)


def neither_deed(scope: Scope) -> Iterator[Word]:
    """None of the deeds that "nor" joins was done: "neither knew of it *nor* discussed it".

    In "she left, nor *did he* stay" it denies what is behind it only.
    """
    found = [*_joints(scope, "none")]
    if found and not any(own_negation(scope)):
        beside = (scope.chain.top, *scope.text.below(scope.chain.top))
        apart = {each.link.joint for each in beside if turned_verb(each) is not None}
        yield from (joint for joint in found if joint not in apart)


def _tells_not(text: Text, phrase: Phrase) -> bool:
    """Tell whether the label of a quality holds its "not": "was found *not guilty*"."""
    first = text.word(phrase.label_start)
    return phrase.head.kind == "adjective" and first != phrase.head and first.lower in words("modality", "negative")


def _leaves_one(phrase: Phrase) -> bool:
    """Tell whether it is so of what a "but" or "except" leaves: "took *nothing but* a clock"."""
    behind = (m.marker[0] for m in phrase.of_kind("preposition") if m.start == phrase.head.index + 1)
    left = any(word.lower in words("coordination", "but") | words("contrast", "limit") for word in behind)
    return left and phrase.head.lower in words("modality", "negative")


def _not_one(text: Text, quantity: Modifier) -> Iterator[Word]:
    """Yield the "not" of "*not* one bank"; "not ten banks" may be nine."""
    first = text.word(quantity.start)
    if quantity.head.lower == "one" and first != quantity.head and first.lower in words("modality", "negative"):
        yield first


def without(scope: Scope) -> Iterator[Word]:
    """A gerund follows "without": "left *without* paying"."""
    link = scope.first.link
    if link.kind == "gerund" and link.marker and link.marker[0].lower in words("modality", "negative"):
        yield link.marker[0]


def negating_noun(scope: Scope) -> Iterator[Word]:
    """A noun tells that it is not done: "his *failure* to pay"."""
    yield from _noun_of_infinitive(scope, nouns("plan", "negated"))


def no_plan(scope: Scope) -> Iterator[Word]:
    """There is no plan or chance of it: "has *no* plan to close", "did *not* have the chance to close"."""
    for noun in _noun_of_infinitive(scope, nouns("plan")):
        above = scope.text.above(scope.first)
        heads = (modifier.head for modifier in scope.text.phrase(noun).modifiers)
        yield from (head for head in heads if head.lower in words("modality", "negative"))
        taken = above.first("object", "subject") if above is not None else None
        yield from above.negations if above is not None and taken is not None and taken.head == noun else ()


def turned_down(scope: Scope) -> Iterator[Word]:
    """Who has the chance does not take it: "*rejected* the chance to close"."""
    above = scope.text.above(scope.first) if any(_noun_of_infinitive(scope, nouns("plan"))) else None
    if above is not None and above.lemma in verbs("negate") | verbs("report", "denied") | verbs("prevent"):
        yield above.head


def _noun_of_infinitive(scope: Scope, lemmas: frozenset[str]) -> Iterator[Word]:
    """Yield the noun that an infinitive, or what causes it, stands behind: "has a *plan* to make them close"."""
    clause = scope.first
    while (above := scope.text.above(clause, "open")) is not None:
        clause = above
    if clause.link.kind == "infinitive" and clause.link.noun is not None and clause.link.noun.lemma in lemmas:
        yield clause.link.noun


def untrue(scope: Scope) -> Iterator[Word]:
    """It is said not to be so: "it is *not* true that it closed", "the claim that it closed is *false*"."""
    link, above = scope.first.link, scope.text.above(scope.first, "content", "noun content")
    told = above.first("complement") if above is not None and above.kind == "copula" else None
    if above is None or told is None:
        return
    subject = above.first("subject")
    if link.noun is None or (subject is not None and subject.head == link.noun):
        yield from above.negations if told.head.lower == "true" else ()
        yield from (told.head,) if told.head.lower in words("modality", "false") and not above.negations else ()


NEGATIONS: t.Final[Mapping[str, CueRule]] = by_name(
    own_negation, negative_adverb, fronted_negative, negated_cleft, near_negative, negating_verb, negative_phrase,
    neither_deed, without, negating_noun, no_plan, turned_down, untrue,
)  # fmt: skip


def open_question(scope: Scope) -> Iterator[Word]:
    """Nobody tells whether it is so: "a vote on *whether* it closes"."""
    clause = scope.first
    yield from clause.link.marker[-1:] if is_open_question(clause) else ()


def condition(scope: Scope) -> Iterator[Word]:
    """A condition stands beside it: "*if* rents fall"; "*unless* it rains"."""
    yield from (
        word for clause in scope.clauses for argument in conditions(scope.text, clause) for word in argument.marker
    )


def would(scope: Scope) -> Iterator[Word]:
    """What would be or would have been is not said to come, unless in a past report: "the plan *would* save money"."""
    found = [*_conditional(scope)]
    if found and not _refuses(scope):
        yield from (word for word in found if not _is_past_of_will(scope, word))


def _refuses(scope: Scope) -> bool:
    """Tell whether somebody refused to say something: "*would not* comment", "nobody *would* say".

    "I *would not* say so" is an opinion.
    """
    top = scope.chain.top
    tells = verb_supersense(top.lemma) == "communication" or top.lemma in verbs("report")
    subject = top.first("subject") if tells and scope.source is None and len(top.auxiliaries) == 1 else None
    if subject is None or subject.head.lower in words("pronoun", "1", "2"):
        return False
    return (bool(top.negations) or any(negative_phrase(scope))) and speaks(scope.text, subject)


def _conditional(scope: Scope) -> Iterator[Word]:
    """Yield each "would" but that of a wish; a short one may be a "had"."""
    auxiliaries = (word for clause in scope.clauses if not wishes(clause) for word in clause.auxiliaries)
    would_be = (word for word in auxiliaries if word.lower in words("modality", "conditional"))
    return (word for word in would_be if word.lemma != HAVE)


def _is_past_of_will(scope: Scope, auxiliary: Word) -> bool:
    """Tell whether a "would" is what the speaker told with "will": "*said* it would close".

    It is none behind a present ("*says* it would"), nor in the speaker's own words ("“It would close,” she said").
    """
    source = scope.source
    if source is None or is_perfect(scope.chain.top) or _is_verbatim(scope.text, auxiliary, source.cue):
        return False
    return not _has_condition_in_phrase(scope.chain.top) and _is_told_in_past(scope.text, source.cue)


def _has_condition_in_phrase(clause: Clause) -> bool:
    """Tell whether it would be so if something is done or not there: "*closing it* would", "*without it* she would"."""
    subject = clause.first("subject")
    if subject is None or subject.clause is not None:
        return subject is not None
    missing = (a for a in clause.all("oblique") if a.preposition in words("modality", "negative"))
    return any(argument.start < subject.start for argument in missing)


def _is_told_in_past(text: Text, cue: Word) -> bool:
    """Tell whether somebody said it, has said it, or made a claim: "*said*", "*saying*" of who left, "her *claim*"."""
    if ACCORDING_TO.startswith(cue.lower):
        return False
    telling = text.clauses.get(cue.index)
    while telling is not None and telling.tense == "none" and (above := text.above(telling)) is not None:
        telling = above
    return telling is None or telling.tense != "present" or is_perfect(telling)


def _is_verbatim(text: Text, word: Word, cue: Word) -> bool:
    """Tell whether a word stands in whole quoted clauses that a word outside tells; “would close” alone is none.

    Such a quotation starts with a capital or behind a mark.
    """
    found = text.quotation(word)
    if found is None or cue.index in found:
        return False
    return text.is_behind_mark(found.start - 1) or text.word(found.start).text[0].isupper()


def felt(scope: Scope) -> Iterator[Word]:
    """Nobody plans what is feared or hoped for: "*fears* that it will close", "amid *concern* that it will close"."""
    link, above = scope.first.link, scope.text.above(scope.first, "content", "noun content")
    if above is None or not has_modal(scope.chain.top, "planned", "conditional"):
        return
    if link.noun is not None and _is_felt(link.noun):
        yield link.noun
    elif verb_supersense(above.lemma) == FEELING:
        yield above.head


def _is_felt(noun: Word) -> bool:
    """Tell whether a noun means a feeling or a thought, and no plan, nor is there "no *doubt*": "fear", "belief"."""
    sense = noun_supersense(noun.lemma)
    planned_or_sure = nouns("plan") | nouns("content", "doubted")
    return sense == "feeling" or (sense == "cognition" and noun.lemma not in planned_or_sure)


def future(scope: Scope) -> Iterator[Word]:
    """It is to come: "*will* close"; in what was said, "*would* close"."""
    shifted = {word for word in _conditional(scope) if _is_past_of_will(scope, word)}
    planned = words("modality", "planned")
    yield from (word for word in _auxiliaries(scope) if word.lower in planned or word in shifted)


def foretold(scope: Scope) -> Iterator[Word]:
    """Nobody plans what is only likely, believed or foretold: "will *probably* close", "*predicts* that it will close".

    Who warns of it fears it, but for what he himself will do: "*warned* that prices will fall". Who expects it, or
    hopes that it was so, does not know it: "*hoped* that it closed".
    """
    source, subject, to_come = scope.source, scope.chain.top.first("subject"), any(future(scope))
    yield from _adverb("possible")(scope) if to_come else ()
    if source is None or not (to_come or source.cue.lemma in verbs("plan")):
        return
    lemma, himself = source.cue.lemma, subject is not None and subject.head.kind == "pronoun"
    if lemma in verbs("report", "claimed") or (lemma in verbs("report", "feared") and not himself):
        yield source.cue


def arranged(scope: Scope) -> Iterator[Word]:
    """A present that goes on has a time to come: "is travelling to Oslo *tomorrow*"."""
    text, last = scope.text, scope.chain.last
    going = any(text.token(word).form == "present participle" for word in last.words)
    if going and last.tense == "present" and all(word.lemma == "be" for word in last.auxiliaries):
        times = (a for a in last.all("when", "oblique") if not a.shared and text.time(a.head) is not None)
        yield from (a.head for a in times if _is_to_come(text, a))


def _alongside(modality: str) -> CueRule:
    def rule(scope: Scope) -> Iterator[Word]:
        """It is done while something else will or may be: "*will* lead as she plays", "*may* suffer as rents rise"."""
        first = scope.first
        above = scope.text.above(first, "adverbial") if marker_of(first) == "as" and first.kind == "verb" else None
        if above is not None and first.tense == "present" and verb_supersense(first.lemma) not in LASTING:
            found = modality_in(scope_of(scope.text, chain_of(scope.text, above), ()))
            yield from found[1] if found is not None and MODALITIES[found[0]].modality == modality else ()

    return rule


def due(scope: Scope) -> Iterator[Word]:
    """An infinitive behind a noun tells what is to be done: "the film, *to* be shot in Oslo", "the jobs *to* be cut".

    Of "the *third* singer to be chosen" it was done.
    """
    first = scope.first
    noun = first.link.noun if first.link.kind == "relative" and first.form == "infinitive" else None
    if noun is None or is_perfect(first):
        return
    before = before_head(scope.text.phrase(noun))
    counted = any(scope.text.token(word).entity == "ORDINAL" for word in before)
    if not counted and (first.link.apart or first.voice == "passive"):
        yield from first.link.marker[-1:]


def _is_to_come(text: Text, argument: Argument) -> bool:
    """Tell whether a time begins after the day of the text: "tomorrow", "next week".

    With a verb in the present "on Friday" is the next one.
    """
    time, published = text.time(argument.head), text.parse.document.published
    if time is None or argument.preposition in words("dating", "until"):
        return False
    if time.start is not None and published is not None:
        return time.start > published
    told, which = time.text.lower().split(), {**deictic("which"), **deictic("day")}
    return any(int(which.get(word, 0)) > 0 or word in calendar_names("weekday") for word in told)


def _noun(modality: str) -> CueRule:
    def rule(scope: Scope) -> Iterator[Word]:
        """A noun tells of a plan, or that it may be done: "has a *plan* to close", "has the *right* to close"."""
        found = [*_noun_of_infinitive(scope, nouns("plan", modality))]
        if found and not any(turned_down(scope)) and not any(trying_noun(scope)):
            yield from found

    return rule


def trying_noun(scope: Scope) -> Iterator[Word]:
    """Whoever does something "in an attempt" tries to, a fact as the deed is: "sold it in an *attempt* to pay"."""
    found = [*_noun_of_infinitive(scope, nouns("plan", "planned"))]
    above = scope.text.above(scope.first) if found else None
    placed = (a.head for a in above.all("oblique") if a.preposition == "in") if above is not None else ()
    found = [head for head in placed if head in found and verb_of(head.lemma) in verbs("plan") & verbs("aspect")]
    if found and above is not None and modality_in(scope_of(scope.text, chain_of(scope.text, above), ())) is None:
        yield from found


def planned_above(scope: Scope) -> Iterator[Word]:
    """The verb above an event noun tells of a plan: "*plans* a ban", but not "seeks damages *in a lawsuit*"."""
    top = scope.chain.top
    above = scope.text.above(top) if top.kind == "noun" else None
    if above is not None and _is_done_meanwhile(top, above):
        return
    above = identified_in(scope.text, above, IDENTIFIED_OBJECT) or above
    if above is not None and above.lemma in verbs("plan") and not above.particles:
        yield above.head


def _is_done_meanwhile(noun: Clause, verb: Clause) -> bool:
    """Tell whether who does what a verb says does so in what a noun tells: "seeks damages *in a lawsuit*"."""
    subjects = {argument.head for argument in verb.all("subject")}
    own = any(argument.head in subjects for argument in noun.all("subject"))
    return own and any(a.head == noun.head and a.preposition in words("place") for a in verb.all("oblique"))


def _bond(kind: str) -> CueRule:
    def rule(scope: Scope) -> Iterator[Word]:
        """A verb above tells so: "*plans* to close", "is *said* to be closed", "*seems* closed".

        What a verb is true with counts too: "*plans* to spend millions repairing it".
        """
        for chain in scope.chains:
            for clause, bond in zip(chain.clauses, chain.bonds, strict=False):
                if bond == kind:
                    yield clause.head

    return rule


def tried_above(scope: Scope) -> Iterator[Word]:
    """What somebody only tries to make another do may not come about: "*tries* to force them to close it".

    By what means he tries is done: "tries to please them *by giving* more".
    """
    for chain in scope.chains[1:] if scope.first.link.kind == "open" else ():
        yield from (upper.head for upper, lower in itertools.pairwise(chain.clauses) if tried(upper, lower))


def _adverb(modality: str) -> CueRule:
    def rule(scope: Scope) -> Iterator[Word]:
        """An adverb tells so: "*soon* closes", "*reportedly* closed", "*possibly* closed"."""
        for clause in scope.clauses:
            yield from (word for word in clause.adverbs if word.lower in words("modality", modality))

    return rule


def claiming(scope: Scope) -> Iterator[Word]:
    """Who says it only claims it, or has yet to say it: "*alleged* that it closed", "will *say* that it closed"."""
    source = scope.source
    if source is not None and (source.claims or _is_unsaid(scope.text, source)):
        yield source.cue


def _is_unsaid(text: Text, source: Source) -> bool:
    """Tell whether somebody is only going to say it: "*will say* that it closed", "*is expected to say* so".

    Who says "I *will say* that it is good" says so.
    """
    telling = text.clauses.get(source.cue.index)
    oneself = source.speaker is not None and source.speaker.lower in words("pronoun", "1")
    if telling is None or oneself or text.quotation(source.cue) is not None:
        return False
    chain = chain_of(text, telling)
    return has_modal(chain.top, "planned") or not {"planned", "possible"}.isdisjoint(chain.bonds)


def accusation(scope: Scope) -> Iterator[Word]:
    """Somebody is accused of it: "*charged* with stealing and lying"."""
    for clause in (scope.chain.top, *scope.around):
        *_, first = scope.text.coordinated(clause)
        accusing = accused_by(scope.text, first)
        if accusing is not None:
            yield accusing.head


def modal(scope: Scope) -> Iterator[Word]:
    """It may be or not: "*may* close", "*could* close", "*must* have closed"; what somebody must do he must."""
    kinds = words("modality", "possible", "obliged")
    for clause in scope.clauses:
        is_duty = clause.kind != "copula" and not is_perfect(clause)  # "*must* be ill", "*must* have paid" are guesses
        modals = (word for word in clause.auxiliaries if word.lower in kinds)
        yield from (word for word in modals if word.lower != "must" or not is_duty)


def quality_above(scope: Scope) -> Iterator[Word]:
    """A quality is said of it that leaves it open: "it is *unlikely* that it closes"."""
    quality = quality_of_content(scope.text, scope.chain.top)
    if quality is not None and quality.lower in words("modality", "possible"):
        yield quality


def looking(scope: Scope) -> Iterator[Word]:
    """It looks as if it was so: "it *looks* as if it closed", "*looks* like it closed", "it *seems* that it closed"."""
    *_, first = scope.text.coordinated(scope.first)
    above = scope.text.above(first)
    likened = (first.form == "finite" and marker_of(first) in words("contrast")) or any(likening(scope))
    if above is None or above.lemma not in verbs("seem"):
        return
    if likened or (first.link.kind == "content" and verb_supersense(above.lemma) == "perception"):
        yield above.head


def likening(scope: Scope) -> Iterator[Word]:
    """Something is done as it would be if it was so: "sold it *as if* it was a toy"."""
    link = scope.first.link
    words_ = [word.lower for word in link.marker]
    likened = words_[:1] == ["as"] and words_[-1] in words("opens", "condition", "concession")
    yield from link.marker if likened else ()


def one_of_two(scope: Scope) -> Iterator[Word]:
    """Only one of the subjects that "or" joins does it: "Ana *or* Tom won"."""
    for phrase in scope.phrases[:1]:
        if phrase.joint is not None and phrase.joint.lower in words("coordination", "one"):
            yield phrase.joint


def one_of_deeds(scope: Scope) -> Iterator[Word]:
    """Only one of the deeds that "or" joins was done: "Ana has retired *or* is leaving"; of "firms" each by some."""
    subject = scope.chain.top.first("subject")
    by_some = subject is not None and subject.head.plural and subject.head.kind == "noun"
    yield from _alternatives(scope) if not by_some else ()


def one_of_plans(scope: Scope) -> Iterator[Word]:
    """One verb tells that only one of two deeds is to come: "will fall *or* stagnate"."""
    clause, text = scope.chain.top, scope.text
    joined = (text.above(clause, "conjunct"), *(c for c in text.below(clause) if c.link.kind == "conjunct"))
    will = {word for word in clause.auxiliaries if word.lower in words("modality", "planned", "conditional")}
    if any(not will.isdisjoint(other.auxiliaries) for other in joined if other is not None):
        yield from _alternatives(scope)


def _alternatives(scope: Scope) -> Iterator[Word]:
    """Yield the "or" that joins a deed to another.

    Of a negation neither was done, of "every firm" each by some, and what is "used to warn or to guide" does both.
    """
    found = [*_joints(scope, "one")] if scope.chain.top.form not in {"infinitive", "bare", "gerund"} else []
    every = any(m.head.lower in EVERY for phrase in scope.phrases for m in phrase.modifiers)
    if found and not every and not any(any(rule(scope)) for rule in (own_negation, negative_phrase, negating_verb)):
        yield from found


def _joints(scope: Scope, kind: str) -> Iterator[Word]:
    """Yield the words of a kind that join the clause to those coordinated with it, before it and behind it."""
    clause = scope.chain.top
    joints = (clause.link.joint, _next_joint(scope.text, clause))
    found = (joint for joint in joints if joint is not None and joint.lower in words("coordination", kind))
    yield from dict.fromkeys(found)


def _next_joint(text: Text, clause: Clause) -> Word | None:
    """Return the word that joins a clause to what is coordinated behind it: "stole, sold *or* burned"."""
    for _ in range(4):
        behind = text.joined_behind(clause)
        if behind is None or is_joined_to_finite(behind, clause):
            return None
        if behind.link.joint is not None:
            return behind.link.joint
        clause = behind
    return None


class ModalityRule(t.NamedTuple):
    """A rule that finds the words which show a modality, but none where no sign shows of those that it needs."""

    name: str
    modality: Modality
    find: CueRule
    needs: Set[Sign]


MODALITIES: t.Final[Mapping[str, ModalityRule]] = {
    rule.name: rule
    for rule in (
        ModalityRule("open-question", "possible", open_question, {"gerund"}),
        ModalityRule("condition", "hypothetical", condition, {"condition"}),
        ModalityRule("felt", "possible", felt, {"content", "noun content"}),
        ModalityRule("looking", "possible", looking, {"conjunct", "content", "marker"}),
        ModalityRule("likening", "hypothetical", likening, {"marker"}),
        ModalityRule("would", "hypothetical", would, {"auxiliary"}),
        ModalityRule("quality-above", "possible", quality_above, {"content"}),
        ModalityRule("one-of-plans", "possible", one_of_plans, {"auxiliary"}),
        ModalityRule("one-of-two", "possible", one_of_two, {"joint"}),
        ModalityRule("foretold", "possible", foretold, {"auxiliary", "source"}),
        ModalityRule("future", "planned", future, {"auxiliary"}),
        ModalityRule("arranged", "planned", arranged, {"present"}),
        ModalityRule("alongside", "planned", _alongside("planned"), {"adverbial"}),
        ModalityRule("alongside-possible", "possible", _alongside("possible"), {"adverbial"}),
        ModalityRule("due", "planned", due, {"relative"}),
        ModalityRule("planning-verb", "planned", _bond("planned"), {"bond"}),
        ModalityRule("tried-above", "planned", tried_above, {"open"}),
        ModalityRule("planning-noun", "planned", _noun("planned"), {"infinitive", "open"}),
        ModalityRule("planned-above", "planned", planned_above, {"noun"}),
        ModalityRule("planned-adverb", "planned", _adverb("planned"), {"adverb"}),
        ModalityRule("alleged-adverb", "hedged", _adverb("alleged"), {"adverb"}),
        ModalityRule("reported-verb", "hedged", _bond("alleged"), {"bond"}),
        ModalityRule("accusation", "hedged", accusation, {"adverbial", "conjunct", "gerund", "relative"}),
        ModalityRule("modal", "possible", modal, {"auxiliary"}),
        ModalityRule("noun-of-chance", "possible", _noun("possible"), {"infinitive", "open"}),
        ModalityRule("possible-adverb", "possible", _adverb("possible"), {"adverb"}),
        ModalityRule("seeming-verb", "possible", _bond("possible"), {"bond"}),
        ModalityRule("one-of-deeds", "possible", one_of_deeds, {"joint"}),
        ModalityRule("claiming", "hedged", claiming, {"source"}),
    )
}
"""What shows a modality, by the name of the rule; the first that finds words counts."""


def _auxiliaries(scope: Scope) -> Iterator[Word]:
    for clause in scope.clauses:
        yield from clause.auxiliaries


def standing_of(text: Text, chain: Chain, phrases: tuple[Phrase, ...]) -> Standing:
    """Return how a predicate is said, as its own clause, the clauses around it and its quotation tell."""
    scope = scope_of(text, chain, phrases)
    source, denial = scope.source, denial_of(text, chain)
    found = [list(rule(scope)) for rule in NEGATIONS.values()]
    named, cues = modality_in(scope) or ("", ())
    modality: Modality = MODALITIES[named].modality if named else "asserted"
    speaker = source.speaker if source is not None and denial is None else None
    shown = (*itertools.chain.from_iterable(found), *cues, *(each.cue for each in (source, denial) if each is not None))
    negated = _times_negated(found) % 2 == 1
    modality = "asserted" if negated and _is_sure_not(scope, cues) else modality
    denier = denial.speaker if denial is not None else None
    outer = told_by(text, chain, source) if source is not None and speaker is not None else None
    return Standing(negated, modality, speaker, denier, in_order(shown), outer)


def _is_sure_not(scope: Scope, cues: Sequence[Word]) -> bool:
    """Tell whether a negation leaves nothing open: "has no *plan* to pay", "*could* not pay", "it is *untrue* that".

    So does that of a wish: "does *not want* to pay".
    """
    if any(untrue(scope)) or _is_unwanted(scope.chain):
        return True
    unplanned = any(no_plan(scope)) and any(_noun_of_infinitive(scope, nouns("plan", "planned")))
    return unplanned or (bool(cues) and all(word.lower in words("modality", "ability") for word in cues))


def _is_unwanted(chain: Chain) -> bool:
    """Tell whether its subject does not want or plan to do it; what it "*is* not to" do, it will not."""
    pairs = itertools.pairwise(chain.clauses)
    return any(upper.negations and upper.voice == "active" and planned(upper, lower) for upper, lower in pairs)


def standing_of_phrase(text: Text, head: Word) -> Standing:
    """Return how what a phrase without a verb tells is said: by who is quoted, where its head stands in a quotation.

    What stands in brackets there is put in by the writer: "“[Mayor] Ana Silva won,” said Reed".
    """
    source = quotation(text, head) if not _is_put_in(text, head) else None
    return Standing(speaker=source.speaker, cues=(source.cue,)) if source is not None else Standing()


def _is_put_in(text: Text, word: Word) -> bool:
    """Tell whether a word stands in brackets in its sentence."""
    before = text.parse[text.sentence(word)[0] : word.index]
    brackets = [each.text for each in before if each.text in OPENING | CLOSING]
    return bool(brackets) and brackets[-1] in OPENING


def _times_negated(negations: Sequence[Sequence[Word]]) -> int:
    """Return how often something is negated: by each word beside its verb, and once by each rule with other words.

    The "no" of "*no* attack by rebels" stands beside the event and is a word of its phrase.
    """
    own, *others = negations
    return len(own) + sum(bool(each) and not set(each) <= set(own) for each in others)


def scope_of(text: Text, chain: Chain, phrases: tuple[Phrase, ...]) -> Scope:
    """Return what the rules look at to tell how a predicate with these phrases is said."""
    return Scope(text, chain, tuple(clauses_around(text, chain.top)), phrases, source_of(text, chain))


def modality_in(scope: Scope) -> tuple[str, tuple[Word, ...]] | None:
    """Return the name of the first rule that finds words which show a modality, and these; None where none does."""
    signs = scope.signs
    found = ((name, tuple(rule.find(scope))) for name, rule in MODALITIES.items() if not signs.isdisjoint(rule.needs))
    return next(((name, cues) for name, cues in found if cues), None)
