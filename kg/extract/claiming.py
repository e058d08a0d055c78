"""Drafts to claims: one subject and one object each, with modality, polarity, time and other circumstances."""

import itertools
import re
import typing as t
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.attribution import ACCORDING_TO
from kg.extract.chains import leader
from kg.extract.circumstances import Circumstance, circumstances
from kg.extract.confidence import adjusted_confidence, confidence, features
from kg.extract.drafts import Draft
from kg.extract.negations import negatives_in
from kg.extract.objects import MUTUAL, PLACES, objects_of
from kg.extract.participants import conjuncts_beside, joint_mention, named_conjuncts, object_mentions, subject_mentions
from kg.extract.qualifiers import qualifiers, time_of, without_duplicates
from kg.extract.standing import Standing, standing_of, standing_of_phrase
from kg.extract.text import Text, lowered
from kg.extract.wording import NOT, as_active, do_of, for_one, is_several, negation_outside, with_not
from kg.grammar.clause import Argument, Clause, Phrase, Word
from kg.grammar.event_nouns import verb_of
from kg.lexicon import nouns, verbs, words
from kg.lexicon.verb_forms import past, third_person
from kg.model import Claim, Evidence, Mention

SAID: t.Final = "said"
"""The role of the time or place of the speech itself."""


class Candidate(t.NamedTuple):
    """A claim with the names of the features that its confidence was computed from."""

    claim: Claim
    features: tuple[str, ...]


def candidates(text: Text, draft: Draft) -> Iterator[Candidate]:
    """Yield the claims of a draft: one per pair of subject and object, and per conjunct unless they act jointly."""
    chain = draft.chain
    standing = standing_of(text, chain, phrases_of(text, draft)) if chain else standing_of_phrase(text, draft.head)
    if draft.secondary not in {None, "asserted"}:
        standing = replace(standing, modality=draft.secondary)
    subjects, objects = subject_mentions(text, draft, standing), object_mentions(text, draft, standing)
    for subject, target in _pairs(text, draft, subjects, objects):
        if target is None or target.key != subject.key:
            place = objects.index(target) if target in objects else 0
            own = _of_conjunct(text, draft, draft.object, place, standing)
            own = _of_conjunct(text, draft, draft.subject, subjects.index(subject), own)
            yield _candidate(text, draft, own, subject, target)


def _pairs(
    text: Text, draft: Draft, subjects: list[Mention], objects: list[Mention | None]
) -> Iterable[tuple[Mention, Mention | None]]:
    """Return the pairs of subjects and objects, respectively if marked: "won gold and silver *respectively*".

    If the numbers differ, the objects stay together. For "blamed *each other*", the other participants are the objects.
    """
    target = draft.object
    object_words = text.mention(target.head).words if target is not None and target.clause is None else ""
    mutual = draft.rule == MUTUAL or object_words in words("coordination", "reciprocal")
    if mutual and len(subjects) > 1:
        return itertools.permutations(subjects, 2)
    if draft.has_shares and len(subjects) == len(objects):
        return zip(subjects, objects, strict=True)
    phrase = target.phrase if target is not None and draft.has_shares and len(objects_of(target)) > 1 else None
    return itertools.product(subjects, objects if phrase is None else [joint_mention(text, phrase)])


def _of_conjunct(text: Text, draft: Draft, argument: Argument | None, place: int, standing: Standing) -> Standing:
    """Return the standing of a later conjunct: "not a bank *but a charity*", "caused delays *but no injuries*"."""
    phrase = argument.phrase if argument is not None and place > 0 else None
    later = conjuncts_beside(phrase, draft.head)[1 : place + 1] if phrase is not None else ()
    cues = [word for each in later for word in negatives_in(text, each) if not standing.negated]
    joint = phrase.joint.lower if phrase is not None and phrase.joint is not None else ""
    if cues or joint not in words("coordination", "but"):
        return replace(standing, negated=standing.negated or bool(cues), cues=(*standing.cues, *cues))
    negative = words("modality", "negative")
    return replace(standing, negated=False, cues=tuple(cue for cue in standing.cues if cue.lower not in negative))


def phrases_of(text: Text, draft: Draft) -> tuple[Phrase, ...]:
    """Return the phrases of a draft that may show its modality: its subject, its object, and its noun."""
    phrases = tuple(a.phrase for a in (draft.subject, draft.object) if a is not None and a.phrase is not None)
    return (*phrases, text.phrase(draft.head)) if draft.head.kind == "noun" else phrases


def _candidate(text: Text, draft: Draft, standing: Standing, subject: Mention, target: Mention | None) -> Candidate:
    names = features(text, draft, standing, subject, target)
    others = [*_circumstances_of(text, draft, target), *_partners(draft, subject)]
    others += _speech_circumstances(text, standing)
    claim = Claim(
        subject=subject,
        relation=draft.relation,
        object=target,
        evidence=evidence(text, draft, adjusted_confidence(text, draft, confidence(names))),
        negated=standing.negated,
        modality=standing.modality,
        speaker=_speaker(text, standing.speaker, draft.head) if standing.speaker is not None else None,
        denied_by=text.mention(standing.denied_by) if standing.denied_by is not None else None,
        time=time_of(text, draft),
        qualifiers=tuple(without_duplicates(qualifiers(text, others), target)),
        predicate=text.spans(draft.words),
        cues=text.spans(standing.cues),
        phrase=_wording(text, draft, standing, subject, target),
    )
    if draft.chain is not None and _is_singular(draft.subject, subject):
        claim = replace(claim, phrase=for_one(claim.phrase, draft.chain.top))
    return Candidate(claim, names)


def _is_singular(argument: Argument, subject: Mention) -> bool:
    """Return whether a subject is "I", or a single one of several that a verb has: "*Ana* and *her firms* pay"."""
    phrases = named_conjuncts(argument.phrase) if argument.phrase is not None else ()
    held = [each.head for each in phrases if subject.span.start <= each.head.start < subject.span.end]
    return argument.head.lower == "i" or (len(held) == 1 < len(phrases) and not held[0].plural)


def _circumstances_of(text: Text, draft: Draft, target: Mention | None) -> Iterable[Circumstance]:
    """Return the circumstances of one of several objects: "met Silva *in Oslo* and Reed *in Lyon*".

    A phrase after an object belongs to it and to those before it, unless these have another one with the same role.
    """
    members = [each.head.start for each in objects_of(draft.object)]
    if target is None or len(members) == 1 or target.head not in members:
        return draft.circumstances
    before = [sum(first < text.word(c.argument.start).start for first in members) for c in draft.circumstances]
    place = members.index(target.head) + 1
    own = [(c, last) for c, last in zip(draft.circumstances, before, strict=True) if last == 0 or last >= place]
    nearest = dict[str, int]()
    for c, last in own:
        nearest[c.role] = min(last, nearest.get(c.role, last))
    return [c for c, last in own if last == 0 or nearest[c.role] in {0, last}]


def _partners(draft: Draft, subject: Mention) -> Iterator[Circumstance]:
    """Yield the other participants of a joint action: "*Ana and Tom* worked together", "are at odds over the plan".

    With several objects it is these that are together: "Ana and Tom brought *the banks* together".
    """
    several, target = objects_of(draft.subject), draft.object
    others = [each for each in several if each.head.start != subject.head]
    spoken = {word.lower for word in (*draft.words, *(each.argument.head for each in draft.circumstances))}
    spoken |= {f"{target.preposition} {target.head.lower}"} if target is not None else set()
    joint = len(others) < len(several) and not words("coordination", "joint").isdisjoint(spoken)
    for each in others if joint and not (draft.rule == "object" and is_several(target)) else ():
        yield Circumstance("with", replace(each, conjuncts=()).as_argument("oblique"))


def _with_modality(draft: Draft, standing: Standing, noun: Word | None, phrase: str, above: Clause | None) -> str:
    """Return the relation for an infinitive with the plan or chance that its noun or its verb expresses.

    "Made an *attempt* to win" is "attempted to win" and "had the *chance* to win" is "can win".
    """
    if standing.modality == "possible":
        return f"can {phrase}" if draft.relation.endswith(phrase) else phrase
    verb = verb_of(noun.lemma) if noun is not None else None
    if verb is None or verb not in verbs("plan") or not draft.relation.startswith(f"{verb} to "):
        return phrase
    present = verb if is_several(draft.subject) else third_person(verb)
    done = standing.modality == "asserted" and above is not None and above.tense == "past"
    return f"{past(verb) if done else present} to {phrase}"


def _wording(text: Text, draft: Draft, standing: Standing, *labels: Mention | None) -> str:
    """Return the wording of the relation, with the "not" of its subject or its object: "*no* bank paid"."""
    phrase, chain = draft.phrase or re.sub(r"^be\b", "is", draft.relation), draft.chain
    if chain is None:
        return phrase
    first = leader(text, chain.top)
    noun = first.link.noun if first.link.kind == "infinitive" else None
    if first.form == "infinitive" and not standing.negated:
        phrase = _with_modality(draft, standing, noun, phrase, text.above(first))
    negation = negation_outside(chain, standing.cues, labels) if standing.negated else None
    if draft.subject.role == "agent" and (negation is not None or chain.last.negations):
        return as_active(chain.last, draft.subject, negation, negated=standing.negated)
    if negation is None:
        return phrase
    above = text.above(first) if noun is not None and noun.lemma in nouns("plan", "planned") else None
    if above is None:
        return with_not(chain, phrase, negation)
    return f"{do_of(above)} {NOT} {draft.relation}"  # "has no plan to close" is "does not plan to close"


def _speaker(text: Text, speaker: Word, predicate: Word) -> Mention:
    """Return the mention of the speaker, without the content if the label contains it: "*a report* saying it fell"."""
    found, phrase = text.mention(speaker), text.phrase(speaker)
    saying = (m.start for m in phrase.modifiers if speaker.index < m.start <= predicate.index < m.end)
    end = next(saying, None)
    if end is None or not found.span.start <= predicate.start < found.span.end:
        return found
    span = text.span(phrase.label_start, end)
    return replace(found, span=span, text=text.parse.quoted(span))


def _speech_circumstances(text: Text, standing: Standing) -> Iterator[Circumstance]:
    """Yield the time and place of speech, from the clause of the verb of saying: "*later* said", "said in *Oslo*".

    If another speaker reports the speech, that is a separate source: "*Reed* said that Silva claimed it".
    """
    if standing.outer_speaker is not None:
        yield Circumstance(ACCORDING_TO, text.phrase(standing.outer_speaker).as_argument("oblique"))
    clauses = (text.clauses.get(cue.index) for cue in standing.cues) if standing.speaker is not None else ()
    for verb in (each for each in clauses if each is not None and each.kind == "verb"):
        speaks = standing.speaker in [argument.head for argument in verb.all("subject", "agent")]
        found = circumstances(text, verb.all("how", "when", "often", "oblique"))
        roles = ((_role_in_speech(text, verb, each, speaks=speaks), each.argument) for each in found)
        yield from (Circumstance(role, argument) for role, argument in roles if role)


def _role_in_speech(text: Text, verb: Clause, each: Circumstance, *, speaks: bool) -> str:
    """Return the role of a time or place of speech, "" for anything else: "said *shortly after the vote*"."""
    argument = each.argument
    adverb = lowered([*argument.marker, *text.words(argument.start, argument.end)])
    dated = argument.clause is None and text.is_dated(argument.head)
    within = argument.preposition == "in" and not argument.shared and argument.start > verb.index
    placed = within and argument.phrase is not None and argument.phrase.entity in PLACES
    relative = speaks and adverb in words("adverb", "when") - words("adverb", "opening")
    if dated or placed or relative:
        return SAID
    events = words("dating", "event") | (set() if argument.shared else {"at"})  # "said *at a conference*"
    event = speaks and each.role in events
    return " ".join(filter(None, (SAID, each.before, each.role))) if event else ""


def evidence(text: Text, draft: Draft, confidence: float) -> Evidence:
    """Return the evidence of a draft: its sentence, its rule, its confidence, and the unread words."""
    start, end = text.sentence(draft.head)
    unread = [word for clause in (draft.chain.clauses if draft.chain else ()) for word in clause.unread]
    return Evidence(text.span(start, end), "rules", draft.rule, confidence, text.spans(unread))


def order(claim: Claim) -> tuple[int, int, int, str]:
    """Return the sort key of claims: the position of their sentence, their subject, their object and their relation."""
    target = claim.object.head if claim.object is not None else -1
    return claim.evidence.span.start, claim.subject.head, target, claim.relation
