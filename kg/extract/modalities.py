"""Modalities of statements: the words that make one planned, possible, alleged or conditional."""

import itertools
import typing as t
from collections.abc import Iterator, Mapping, Set

from kg.extract.attribution import ACCORDING_TO, Source, speaks
from kg.extract.chains import HAVE, chain_of, is_perfect, tried, wishes
from kg.extract.negations import negating_verb, negative_phrase, own_negation
from kg.extract.patterns import OF_CLAUSES
from kg.extract.scope import EVERY, CueRule, Scope, Sign, joints, pattern_rule, scope_of
from kg.extract.text import Text, has_modal, marker_of
from kg.grammar.clause import Argument, Word
from kg.grammar.patterns import by_signs
from kg.lexicon import nouns, verbs, words
from kg.lexicon.numerals import calendar_names, deictic
from kg.lexicon.supersenses import verb_supersense
from kg.model import Modality

LASTING: t.Final = frozenset({"cognition", "emotion", "perception", "possession", "stative"})
"""The classes of verbs (WordNet's lexicographer files) that are not actions: they express a present state or cause."""
has_condition_in_phrase: t.Final = OF_CLAUSES["condition-in-phrase"].answer
plan, narrated = map(pattern_rule, ("planning-noun", "narrated"))


def would(scope: Scope) -> Iterator[Word]:
    """A conditional mood, unless it is a past future in a report: "the plan *would* save money"."""
    found = [*_conditional(scope)]
    if found and not _refuses(scope) and not any(narrated(scope)):
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
    return not has_condition_in_phrase(scope.text, scope.chain.top) and _is_reported_in_past(scope.text, source.cue)


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
    yield from pattern_rule("possible-adverb")(scope) if is_future else ()
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
        """An event during a future or possible one: "*may* fall as rents rise", not "a plan to leave as it rains"."""
        first = scope.first
        above = scope.text.above(first, "adverbial") if marker_of(first) == "as" else None
        passing = first.tense == "present" and not is_perfect(first) and verb_supersense(first.lemma) not in LASTING
        if above is not None and passing and above.link.kind != "infinitive":
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


def planning_noun(scope: Scope) -> Iterator[Word]:
    """A noun of planning, but not of an attempt that was made: "has a *plan* to close"."""
    yield from plan(scope) if not any(trying_noun(scope)) else ()


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
    found = [*joints(scope, "one")] if scope.chain.top.form not in {"infinitive", "bare", "gerund"} else []
    every = any(m.head.lower in EVERY for phrase in scope.phrases for m in phrase.modifiers)
    if found and not every and not any(any(rule(scope)) for rule in (own_negation, negative_phrase, negating_verb)):
        yield from found


class ModalityRule(t.NamedTuple):
    """A rule that finds the cue words of a modality, but only if one of the signs that it needs is present."""

    name: str
    modality: Modality
    find: CueRule
    needs: Set[Sign]


MODALITIES: t.Final[Mapping[str, ModalityRule]] = {
    rule.name: rule
    for rule in (
        ModalityRule("open-question", "possible", pattern_rule("open-question"), {"gerund"}),
        ModalityRule("condition", "hypothetical", pattern_rule("condition"), {"condition"}),
        ModalityRule("felt", "possible", pattern_rule("felt"), {"content", "noun content"}),
        ModalityRule("looking", "possible", pattern_rule("looking"), {"conjunct", "content", "marker"}),
        ModalityRule("likening", "hypothetical", pattern_rule("likening"), {"marker"}),
        ModalityRule("preference", "possible", pattern_rule("preference"), {"adverb"}),
        ModalityRule("would", "hypothetical", would, {"auxiliary"}),
        ModalityRule("quality-above", "possible", pattern_rule("quality-above"), {"content", "noun"}),
        ModalityRule("one-of-plans", "possible", one_of_plans, {"auxiliary"}),
        ModalityRule("one-of-two", "possible", pattern_rule("one-of-two"), {"joint"}),
        ModalityRule("foretold", "possible", foretold, {"auxiliary", "source"}),
        ModalityRule("judgement", "possible", pattern_rule("judgement"), {"auxiliary"}),
        ModalityRule("future", "planned", future, {"auxiliary"}),
        ModalityRule("arranged", "planned", arranged, {"present"}),
        ModalityRule("alongside", "planned", _alongside("planned"), {"adverbial"}),
        ModalityRule("alongside-possible", "possible", _alongside("possible"), {"adverbial"}),
        ModalityRule("due", "planned", pattern_rule("due"), {"relative"}),
        ModalityRule("wanted-of-others", "possible", wanted_of_others, {"open"}),
        ModalityRule("planned-before", "planned", pattern_rule("planned-before"), {"adverbial"}),
        ModalityRule("reported-before", "hedged", pattern_rule("reported-before"), {"adverbial"}),
        ModalityRule("planning-verb", "planned", _bond("planned"), {"bond"}),
        ModalityRule("planning-noun", "planned", planning_noun, {"infinitive", "open"}),
        ModalityRule("planned-above", "planned", pattern_rule("planned-above"), {"noun"}),
        ModalityRule("planned-adverb", "planned", pattern_rule("planned-adverb"), {"adverb"}),
        ModalityRule("alleged-adverb", "hedged", pattern_rule("alleged-adverb"), {"adverb"}),
        ModalityRule("reported-verb", "hedged", _bond("alleged"), {"bond"}),
        ModalityRule("accused", "hedged", pattern_rule("accused"), {"adverbial", "conjunct", "gerund", "relative"}),
        ModalityRule("modal", "possible", pattern_rule("modal"), {"auxiliary"}),
        ModalityRule("noun-of-chance", "possible", pattern_rule("noun-of-chance"), {"infinitive", "open"}),
        ModalityRule("possible-adverb", "possible", pattern_rule("possible-adverb"), {"adverb"}),
        ModalityRule("seeming-verb", "possible", _bond("possible"), {"bond"}),
        ModalityRule("one-of-deeds", "possible", one_of_deeds, {"joint"}),
        ModalityRule("claiming", "hedged", claiming, {"source"}),
    )
}
"""The rules for each modality, by name; the first that finds words counts."""
modalities_for: t.Final = by_signs(MODALITIES, {name: rule.needs for name, rule in MODALITIES.items()})


def modality_in(scope: Scope) -> tuple[str, tuple[Word, ...]] | None:
    """Return the name of the first rule that finds cue words of a modality, and these words; None if none does."""
    found = ((rule.name, tuple(rule.find(scope))) for rule in modalities_for(scope.signs))
    return next(((name, cues) for name, cues in found if cues), None)
