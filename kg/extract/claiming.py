"""Drafts to claims: one subject and one object each, with modality, polarity, time and other circumstances."""

import itertools
import re
import typing as t
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kg.extract.attribution import ACCORDING_TO
from kg.extract.chains import is_perfect, leader
from kg.extract.circumstances import NEGATING, ROLE_NAMES, Circumstance, lasts
from kg.extract.confidence import confidence, features
from kg.extract.drafts import Draft
from kg.extract.objects import MUTUAL, PLACES, is_amount, objects_of, with_question
from kg.extract.reasons import only_restricts
from kg.extract.standing import Standing, negatives_in, standing_of, standing_of_phrase
from kg.extract.text import Text, has_determiner, is_nominal, lowered
from kg.extract.wording import NOT, as_active, do_of, for_one, is_several, negation_outside, with_not
from kg.grammar.clause import Argument, Clause, Modifier, ModifierKind, Phrase, Word
from kg.grammar.event_nouns import verb_of
from kg.grammar.phrases import INTRODUCING
from kg.lexicon import measures, nouns, value, verbs, words
from kg.lexicon.supersenses import noun_supersense, verb_supersense
from kg.lexicon.verb_forms import past, third_person
from kg.model import Claim, Evidence, Literal, Mention, Qualifier, Span, Time

NEAR: t.Final = 4
"""The number of preceding times that may include a time; a clause with many numbers has very many."""
REDUCTION: t.Final = 0.3
"""The factor on the confidence of a claim that only repeats a label, or is reported beside the statements."""
LONG: t.Final = frozenset({"month", "quarter", "half", "year"})
"""The units of time too long for a date with "on"."""
SHARING: t.Final = 2
"""The maximum number of nouns that can share the last modifier."""
BEFORE_BOTH: t.Final[frozenset[ModifierKind]] = frozenset({"determiner", "possessor", "quality"})
"""The modifiers before the first of two nouns that may apply to both."""
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
    subjects, objects = _subjects(text, draft, standing), _objects(text, draft, standing)
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

    If the numbers differ, the objects stay together: "sales of tea and milk rose by 2 % and 3 %
    *respectively*". For "blamed *each other*" and "*met*", the other participants are the objects.
    """
    target = draft.object
    object_words = text.mention(target.head).words if target is not None and target.clause is None else ""
    mutual = draft.rule == MUTUAL or object_words == "each other" or object_words == "one another"
    if mutual and len(subjects) > 1:
        return itertools.permutations(subjects, 2)
    paired = any(each.argument.head.lower == "respectively" for each in draft.circumstances)
    if paired and len(subjects) == len(objects):
        return zip(subjects, objects, strict=True)
    phrase = target.phrase if target is not None and paired else None
    joint = phrase is not None and bool(phrase.conjuncts)
    return itertools.product(subjects, [joint_mention(text, phrase)] if phrase is not None and joint else objects)


def _of_conjunct(text: Text, draft: Draft, argument: Argument | None, place: int, standing: Standing) -> Standing:
    """Return the standing of a later conjunct: "not a bank *but a charity*", "caused delays *but no injuries*"."""
    phrase = argument.phrase if argument is not None and place > 0 else None
    later = _conjuncts(phrase, draft.head)[1 : place + 1] if phrase is not None else ()
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
    others = [*_circumstances_of(text, draft, target), *_speech_circumstances(text, standing)]
    claim = Claim(
        subject=subject,
        relation=draft.relation,
        object=target,
        evidence=evidence(text, draft, _adjusted_confidence(text, draft, confidence(names))),
        negated=standing.negated,
        modality=standing.modality,
        speaker=_speaker(text, standing.speaker, draft.head) if standing.speaker is not None else None,
        denied_by=text.mention(standing.denied_by) if standing.denied_by is not None else None,
        time=time_of(text, draft),
        qualifiers=tuple(_without_duplicates(qualifiers(text, others), target)),
        predicate=text.spans(draft.words),
        cues=text.spans(standing.cues),
        phrase=_wording(text, draft, standing, subject, target),
    )
    if draft.chain is not None and _is_singular(draft.subject, subject):
        claim = replace(claim, phrase=for_one(claim.phrase, draft.chain.top))
    return Candidate(claim, names)


def _is_singular(argument: Argument, subject: Mention) -> bool:
    """Return whether a subject is "I", or a single one of several that a verb has: "*Ana* and *her firms* pay"."""
    phrases = _named_conjuncts(argument.phrase) if argument.phrase is not None else ()
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


def _adjusted_confidence(text: Text, draft: Draft, confidence: float) -> float:
    """Return the confidence of a claim: lower if a label says the same, without an agent, or if reported beside.

    An action of a named person is kept for the link to its object, unless the label of an unknown object holds it: "the
    bank founded *by Silva*", "a bank founded *by Silva*", but not "banks founded by Silva".
    """
    restricts = draft.chain is not None and only_restricts(text, draft.chain.top)
    arguments = [argument for argument in (draft.subject, draft.object) if argument is not None]
    held = any(_holds_predicate(text, each, draft.head) for each in arguments)
    repeated = held or restricts or _is_in_passing(draft)
    named = draft.rule == "agent" and draft.subject.head.kind == "name"
    known = draft.object is not None and draft.object.phrase is not None and _is_identifiable(draft.object.phrase)
    ties = named and (known or not held)
    return round(confidence * REDUCTION, 4) if (repeated and not ties) or draft.secondary is not None else confidence


def _is_in_passing(draft: Draft) -> bool:
    """Return whether a noun or participle names an act without an agent: "*improper use* of ink", "*receiving* spam".

    Readers called none of nine such statements right and whole. A noun with a time, a place or another phrase is
    news, and so is a participle with a number: "a blast *killing two*".
    """
    if draft.rule == "agentless":
        return not _is_counted(draft.subject) or (draft.chain is not None and draft.chain.last.form == "gerund")
    return draft.rule == "event-noun-passive" and all(each.argument.role == "how" for each in draft.circumstances)


def _is_counted(argument: Argument) -> bool:
    """Return whether a word before a noun gives a number: "*nine* people", "*several* banks"."""
    before = argument.phrase.modifiers if argument.phrase is not None else ()
    return any(m.kind == "quantity" or m.head.lower in words("determiner", "other") for m in before)


def _holds_predicate(text: Text, argument: Argument, head: Word) -> bool:
    """Return whether the label of an argument holds the whole statement: "*movies which were copied*" were copied."""
    if argument.phrase is None or argument.phrase.head == head:
        return False
    full = text.phrase(argument.phrase.head)  # the label of the argument is without the clause that contains it
    return full.label_start <= head.index < full.label_end


def _speech_circumstances(text: Text, standing: Standing) -> Iterator[Circumstance]:
    """Yield the time and place of speech, from the clause of the verb of saying: "said *on Tuesday* in *Oslo*".

    If another speaker reports the speech, that is a separate source: "*Reed* said that Silva claimed it".
    """
    if standing.outer_speaker is not None:
        phrase = text.phrase(standing.outer_speaker)
        yield Circumstance(ACCORDING_TO, Argument("oblique", phrase.head, phrase.start, phrase.end, phrase=phrase))
    clauses = (text.clauses.get(cue.index) for cue in standing.cues) if standing.speaker is not None else ()
    for verb in (each for each in clauses if each is not None and each.kind == "verb"):
        for argument in verb.all("when", "oblique"):
            if argument.clause is None and (_is_place_of_event(verb, argument) or text.is_dated(argument.head)):
                yield Circumstance(SAID, argument)


def _is_place_of_event(verb: Clause, argument: Argument) -> bool:
    """Return whether a phrase after a verb names the place of its event: "said *in Lisbon*"."""
    placed = argument.preposition == "in" and not argument.shared and argument.start > verb.index
    return placed and argument.phrase is not None and argument.phrase.entity in PLACES


def evidence(text: Text, draft: Draft, confidence: float) -> Evidence:
    """Return the evidence of a draft: its sentence, its rule, its confidence, and the unread words."""
    start, end = text.sentence(draft.head)
    unread = [word for clause in (draft.chain.clauses if draft.chain else ()) for word in clause.unread]
    return Evidence(text.span(start, end), "rules", draft.rule, confidence, text.spans(unread))


def _subjects(text: Text, draft: Draft, standing: Standing) -> list[Mention]:
    """Return the subjects of a draft; joint subjects ("A and B hold 47 seats") stay one."""
    subject = draft.subject
    if subject.clause is not None or subject.phrase is None:
        return [replace(text.literal(_with_to(with_question(subject))), kind="nominal", type="Event", value=None)]
    if subject.phrase.conjuncts and _is_joint(text, draft):
        return [joint_mention(text, subject.phrase)]
    if (joint := mention_with_shared_modifier(text, subject.phrase, draft.head)) is not None:
        return [joint]
    found = [_affirmative(text, phrase, standing, draft) for phrase in _conjuncts(subject.phrase, draft.head)]
    things = (replace(each, kind="nominal", type="Thing") if each.kind == "value" else each for each in found)
    return [mention for mention in things if mention.kind != "time"]  # "*37* were killed"


def _with_to(subject: Argument) -> Argument:
    """Return an infinitive as a subject with its "to": "*To win* is hard"."""
    opens = subject.marker[-1:] if subject.clause is not None and subject.preposition == ROLE_NAMES["open"] else ()
    return replace(subject, start=opens[0].index, marker=()) if opens else subject


def _mention(text: Text, phrase: Phrase, predicate: Word) -> Mention:
    """Return the mention of a phrase, without the predicate if its label holds it: "*movies* which were copied"."""
    found = text.mention(phrase.head)
    if found.kind == "time":
        return _phrase_mention(text, phrase)
    if not found.span.start <= predicate.start < found.span.end or predicate == phrase.head:
        return found
    span = text.span(phrase.label_start, phrase.label_end)
    return replace(found, span=span, text=text.parse.quoted(span))


def _affirmative(text: Text, phrase: Phrase, standing: Standing, draft: Draft) -> Mention:
    """Return a mention without the negation that the relation expresses: "none of *the firms*", "*anything new*"."""
    negative, _, positive = value("modality").get(phrase.head.lower, "").partition(" ")
    expressed = negative == "negative" and standing.negated and phrase.head in standing.cues
    if expressed and positive and phrase.head != draft.subject.head:
        found = text.literal(Argument("object", phrase.head, phrase.head.index, phrase.label_end))
        return replace(found, value=Literal(found.wording.replace(phrase.head.text, positive, 1)))
    last = (m.phrase for m in phrase.of_kind("preposition") if expressed and not positive and m.end == phrase.label_end)
    members = next(last, None) or phrase
    one = members.head.lower in words("pronoun", "singular")  # "none of *it*"
    return _mention(text, phrase if one else members, draft.head)


def _conjuncts(phrase: Phrase, head: Word) -> list[Phrase]:
    """Return a phrase and its conjuncts on the same side of the predicate."""
    side = phrase.head.index < head.index
    return [each for each in _named_conjuncts(phrase) if (each.head.index < head.index) == side]


def _named_conjuncts(phrase: Phrase) -> tuple[Phrase, ...]:
    """Return a phrase and its conjuncts; for a plural that only describes the names after it, these names.

    For example "guides *Ana Silva* and *Tom Hale*".
    """
    following = (m.phrase for m in phrase.of_kind("apposition") if m.start == phrase.head.index + 1)
    named = next((each for each in following if each is not None and each.head.kind == "name" and each.conjuncts), None)
    bare = phrase.head.plural and not phrase.of_kind("determiner", "possessor", "quantity")
    first = named if named is not None and bare else phrase
    return (first, *first.conjuncts)


def _is_joint(text: Text, draft: Draft) -> bool:
    """Return whether coordinated subjects act jointly: the object is an amount, or all things of a kind.

    "A and B hold *47 seats*", "A and B are *the lenders*", "A and B are *a few* of them".
    """
    target = draft.object
    if draft.chain is None or target is None or target.phrase is None:
        return False
    if target.role == "complement":
        return _is_definite(target.phrase) or _is_number_of(target.head)
    value = text.mention(target.head).value
    return isinstance(value, Literal) or (target.role == "object" and bool(target.phrase.of_kind("quantity")))


def _is_number_of(word: Word) -> bool:
    """Return whether a word gives a number of them: "*two* of them", "a *few* that failed", "*some* of the firms"."""
    return word.kind == "number" or word.lower in words("determiner", "other", "some")


def _is_identifiable(phrase: Phrase) -> bool:
    """Return whether a phrase is known, counted, or new with a clause of its own: "*six* banks", "*a bank* founded"."""
    return _is_definite(phrase) or INTRODUCING in phrase.cuts or bool(phrase.of_kind("quantity"))


def _is_definite(phrase: Phrase) -> bool:
    """Return whether a phrase is definite or named: "*the* lenders", "Acme"."""
    articles = words("determiner", "definite") - words("determiner", "possessive")
    return phrase.head.kind == "name" or any(m.head.lower in articles for m in phrase.of_kind("determiner"))


def _is_joint_object(draft: Draft, target: Argument) -> bool:
    """Return whether several things together are the object: "the teams are *Peru and Chile*", "is made up of *both*".

    Roles of a person are separate statements: "the man is the founder and the owner".
    """
    if draft.relation.removeprefix("be ") in words("coordination", "together"):
        return True
    subject, phrase = draft.subject.phrase, target.phrase
    predicated = target.role == "complement" and draft.subject.head.kind == "noun"
    if subject is None or phrase is None or not predicated:
        return False
    if draft.head.lemma != "be":  # "the twins are called *Ana and Tom*"
        return draft.head.lemma in verbs("name") and subject.head.plural
    thing = noun_supersense(subject.head.lemma) != "person" and all(map(_is_definite, (phrase, *phrase.conjuncts)))
    return subject.head.plural or thing


def _is_distributed(draft: Draft, target: Argument) -> bool:
    """Return whether the places together hold all that are counted: "*nine people* died in Oslo and Bergen"."""
    phrase = draft.subject.phrase
    counted = phrase is not None and phrase.head.plural and _is_counted(draft.subject)
    share = phrase is not None and bool(phrase.of_kind("preposition")) and _is_number_of(phrase.head)
    return (counted or share) and target.role == "oblique"  # "*most of the money* goes to Oslo and Bergen"


def mention_with_shared_modifier(text: Text, phrase: Phrase, predicate: Word) -> Mention | None:
    """Return coordinated nouns as one mention if a modifier of one may apply to all, else None.

    Before the first: "*privately held* plantations and landholdings". After the last: "the concern and sympathy *felt
    by many*", "trade and budget *deficits*". The scope is ambiguous, and the whole phrase is right
    either way. Participants of an event noun or in a relative clause are separate.
    """
    every = (phrase, *phrase.conjuncts)
    if len(every) == 1:
        return None
    shared = _shares_last(text, every)
    if not shared and any(each.head.kind != "noun" or each.entity for each in every):
        return None
    clauses = (m for each in every for m in each.of_kind("restrictive"))
    inside = any(m.start <= predicate.index < m.end for m in clauses)
    if inside or predicate.kind == "noun":
        return None
    end = _end_after(text, every) or (every[-1].label_end if shared or _shares_before(text, every) else None)
    return joint_mention(text, phrase, (phrase.label_start, end)) if end is not None else None


def _shares_before(text: Text, every: Sequence[Phrase]) -> bool:
    first, *others = every
    modified = any(m.kind != "determiner" and m.end <= first.head.index for m in first.modifiers)
    return modified and not any(each.label_start != each.head.index or negatives_in(text, each) for each in others)


def _shares_last(text: Text, every: Sequence[Phrase]) -> bool:
    """Return whether two words may modify one noun: "*trade* and *budget* deficits", "the *Oslo* and *Bergen* courts".

    A modifier before the first may apply to both.
    """
    first, last = every[0], every[-1]
    compounds = last.of_kind("compound")
    opened = bool(compounds) and compounds[0].start == last.start
    if len(every) > SHARING or not opened or last.head.kind != "noun":
        return False
    label = text.token(first.head).entity
    same = text.parse.tokens[last.start].entity == label and (bool(label) or first.head.kind == "noun")
    alone = not first.head.plural and first.label_end == first.head.index + 1
    shared = (m.kind in BEFORE_BOTH or (m.head.kind == "name" and not label) for m in first.modifiers)
    return same and alone and all(shared)


def _end_after(text: Text, every: Sequence[Phrase]) -> int | None:
    """Return the end of a modifier after the last of several nouns, None if it is not part of them."""
    *others, last = every
    if last.of_kind("determiner", "possessor") or any(each.label_end > each.head.index + 1 for each in others):
        return None
    if last.label_end > last.head.index + 1:
        return last.label_end
    following = next((m for m in others[0].modifiers if m.start == last.label_end), None)
    return following.end if following is not None and not _is_time(text, following) else None


def _is_time(text: Text, modifier: Modifier) -> bool:
    """Return whether a modifier is a time, which belongs to the verb: "infected with viruses *within minutes*"."""
    return modifier.phrase is not None and text.time(modifier.phrase.head) is not None


def joint_mention(text: Text, phrase: Phrase, words: tuple[int, int] | None = None) -> Mention:
    """Return a coordination as one mention: the words from the first number to before the second, or all of it.

    Its head is the conjunction, if that is between its words.
    """
    last = phrase.conjuncts[-1].label_end if phrase.conjuncts else phrase.end
    times = (m.start for m in phrase.modifiers if m.start >= last and _is_time(text, m))
    span = text.span(*(words or (phrase.start, min(times, default=phrase.end))))
    joint = phrase.joint
    head = joint if joint is not None and span.start <= joint.start < span.end else phrase.head
    return Mention(span, text.parse.quoted(span), head.start, "nominal", "Group")


def _objects(text: Text, draft: Draft, standing: Standing) -> list[Mention | None]:
    target = draft.object
    if target is None:
        return [None]
    if draft.stretch is not None:
        span = text.span(*draft.stretch)
        return [Mention(span, text.parse.quoted(span), target.head.start, "nominal")]
    if target.clause is not None or target.phrase is None or not _is_thing(text, target):
        return [text.literal(target)]
    if (joint := mention_with_shared_modifier(text, target.phrase, draft.head)) is not None:
        return [joint]
    one = target.phrase.joint is not None and target.phrase.joint.lower in words("coordination", "one")
    together = one or target.preposition in words("coordination", "together") or _is_distributed(draft, target)
    if (together or _is_joint_object(draft, target)) and target.phrase.conjuncts:
        return [joint_mention(text, target.phrase)]
    return [_affirmative(text, phrase, standing, draft) for phrase in _conjuncts(target.phrase, draft.head)]


def _is_thing(text: Text, target: Argument) -> bool:
    """Return whether an object is a thing; the adjective of a country is one unless it is a complement."""
    owner = target.role != "complement" and target.head.kind == "adjective"
    return is_nominal(target.head) or (owner and text.mention(target.head).kind == "name")


def qualifiers(text: Text, circumstances: Iterable[Circumstance]) -> Iterator[Qualifier]:
    """Yield the qualifiers of circumstances: one per conjunct of a phrase, unless they are joint."""
    for each in circumstances:
        for found in _qualifiers(text, each.role, each.argument):
            if found.value.kind == "time":
                found = _with_rounding(text, each.argument, _without_repetition(text, each.argument, found))
            held = not each.before or found.value.words.lower().startswith(each.before)  # "*early* in May" is one time
            yield found if held else replace(found, role=f"{each.before} {found.role}")


def _without_repetition(text: Text, argument: Argument, qualifier: Qualifier) -> Qualifier:
    """Return a time without a preposition that is among its words already: "over *two years*", not "over over".

    If the time starts before its preposition, the role is "when": "*early in May*". If it starts inside a longer one,
    the role is only the words before it: "at *the end of May*".
    """
    value, marker = qualifier.value, text.spans(argument.marker)
    named = bool(marker) and qualifier.role == argument.preposition
    if not named:
        return qualifier
    before = [word for word in argument.marker if word.start < value.span.start]
    if 0 < len(before) < len(argument.marker) and marker[-1].end > value.span.start:
        return replace(qualifier, role=lowered(before))
    if not value.span.covers(marker[-1]):
        return qualifier
    if value.span.start < marker[0].start:
        return replace(qualifier, role=ROLE_NAMES["when"])
    rest = text.span(argument.start, argument.end)
    return replace(qualifier, value=_with_words(text, value, rest))


def _with_rounding(text: Text, argument: Argument, qualifier: Qualifier) -> Qualifier:
    """Return a time with preceding words that round or limit it: "at *around* noon", "until *at least* 2031"."""
    longest = min(LONGEST_ROUNDING, argument.end - argument.start - 1)
    ends = range(argument.start + longest, argument.start, -1)
    start = next((end for end in ends if lowered(text.words(argument.start, end)) in measures("approximate")), None)
    value = qualifier.value
    if start is None or value.span.start != text.span(start, start + 1).start:
        return qualifier
    span = replace(value.span, start=text.span(argument.start, start).start)
    return replace(qualifier, value=_with_words(text, value, span))


REFERENCE: t.Final = "reference"
"""The grain of a deictic time: "now", "the future"."""
LONGEST_ROUNDING: t.Final = 3
"""The maximum length of a rounding phrase in words: "a little over"."""


def _with_words(text: Text, value: Mention, span: Span) -> Mention:
    """Return a time with other words."""
    time, quoted = value.value, text.parse.quoted(span)
    new_value = replace(time, text=" ".join(quoted.split())) if isinstance(time, Time) else time
    return replace(value, span=span, text=quoted, value=new_value)


def _qualifiers(text: Text, role: str, argument: Argument) -> Iterator[Qualifier]:
    phrase = argument.phrase
    if argument.role == "extent" and not (text.mention(argument.head).kind == "time" or is_amount(text, argument)):
        return  # "came *face to face*" is not an amount
    if argument.clause is not None or phrase is None or not is_nominal(argument.head):
        yield Qualifier(_clause_role(role, text, argument), text.literal(_without_role_word(role, text, argument)))
    elif (quoted := _in_words(text, role, argument, phrase)) is not None:
        yield Qualifier(role, text.literal(quoted))
    else:
        yield from (Qualifier(role, _phrase_mention(text, each)) for each in (phrase, *phrase.conjuncts))


def _in_words(text: Text, role: str, argument: Argument, phrase: Phrase) -> Argument | None:
    """Return a circumstance in the words of the text, if it is not a thing, or not all of a place: "in *rural Peru*".

    Alternative times ("in *March or April*"), absent things ("with *no money*"), a length in no unit of
    time ("for *a while*"), and prospects ("over *the future of Acme*") are included.
    """
    joint = phrase.joint.lower if phrase.joint is not None else ""
    part = _part_of_place(phrase)
    if part is not None:
        return replace(argument, start=part.start, end=phrase.label_end)
    either = joint in words("coordination", "one") and text.is_dated(argument.head)
    together = joint and role in words("coordination", "together")
    if either or together:
        return argument
    time = text.time(argument.head)
    of_thing = time is not None and time.grain == REFERENCE and phrase.label_end > argument.head.index + 1
    in_words = of_thing if time is not None else lasts(argument)
    if in_words or NEGATING in phrase.cuts:
        return replace(argument, end=phrase.label_end)
    return None


def _part_of_place(phrase: Phrase) -> Modifier | None:
    """Return the modifier that tells which part of a place is meant: "in *southern* Zabul province"."""
    if phrase.entity not in PLACES or phrase.conjuncts:
        return None
    return next((m for m in phrase.of_kind("quality") if m.end <= phrase.label_start), None)


def _phrase_mention(text: Text, phrase: Phrase) -> Mention:
    """Return a phrase as part of a statement: its mention, but for a period its words.

    A length of time is a specific period if a determiner or modifier identifies it: "in *the last six
    years*", "in *the first two months of 2005*".
    """
    found, time = text.mention(phrase.head), text.time(phrase.head)
    label = text.span(phrase.label_start, phrase.label_end)
    thing = found.kind in {"name", "nominal"}
    if thing and found.span != label:  # "made *Ana Silva* a star"
        return replace(found, span=label, text=text.parse.quoted(label))
    is_length = found.kind == "time" and time is not None and time.grain == "duration"
    if time is None or not is_length or not label.covers(found.span):
        return found
    if not has_determiner(phrase, "definite") and label.end == found.span.end:
        return found
    period = replace(time, value=None, text=text.parse[phrase.label_start : phrase.label_end].words)
    return replace(found, span=label, text=text.parse.quoted(label), value=period)


def _without_duplicates(given: Iterable[Qualifier], target: Mention | None) -> Iterator[Qualifier]:
    """Yield qualifiers without duplicates: a time after its second preposition, or words of the object.

    The parser may split "paid *3m euros*" into two objects; "*at* 5 p.m. *on* Friday" is one time, and so is "*two days
    after the vote*".
    """
    seen, found = list[Span](), list(given)
    inside = _inside_times(found)
    for each in found:
        span = each.value.span
        if span in inside or (target is not None and _repeats_object(each, target)):
            continue
        if any(before.covers(span) if each.value.kind == "time" else before == span for before in seen[-NEAR:]):
            continue
        seen.append(span)
        yield each


def _repeats_object(found: Qualifier, target: Mention) -> bool:
    """Return whether a circumstance is part or all of the object: "rose *12 per cent*"."""
    return target.span.covers(found.value.span) if found.role == "object" else target.span == found.value.span


def _inside_times(given: Iterable[Qualifier]) -> set[Span]:
    """Return the spans inside longer values that are times: "two days after *the vote*"."""
    found, end, outer = set[Span](), -1, None
    for each in sorted(given, key=lambda each: (each.value.span.start, -each.value.span.end)):
        span = each.value.span
        if span.end <= end and span != outer:
            found.add(span)
        elif each.role == ROLE_NAMES["when"] and span.end > end:
            end, outer = span.end, span
    return found


def _clause_role(role: str, text: Text, argument: Argument) -> str:
    """Return the role of a clause: a negation outside its words ("told them *not to* leave"), "as" for a state.

    A participle describes a state ("left the firm *facing* a fine"), or how the subject acts ("spent a day *reading*").
    """
    clause = text.clause_of(argument)
    if clause is None:
        return role
    if any(word.index < argument.start for word in clause.negations):
        return f"not {role}"
    if argument.role != "open" or argument.marker or clause.form not in {"gerund", "participle"}:
        return role
    return ROLE_NAMES["complement" if _is_of_object(text, clause) else "how"]


def _is_of_object(text: Text, clause: Clause) -> bool:
    """Return whether the object of the verb above is the subject of a clause: "left *the firm* facing a fine"."""
    above, subject = text.above(clause), clause.first("subject")
    objects = above.all("object") if above is not None else ()
    return subject is not None and any(each.head == subject.head for each in objects)


def _without_role_word(role: str, text: Text, argument: Argument) -> Argument:
    """Return an argument without the word that its role already names: "to" and "*to* leave"."""
    again = text.word(argument.start).lower == role and argument.end - argument.start > 1
    return replace(argument, start=argument.start + 1) if again else argument


def time_of(text: Text, draft: Draft) -> Time | None:
    """Return the first point or interval of time among the object and the circumstances."""
    arguments: list[Argument] = [each.argument for each in draft.circumstances]
    arguments += [draft.object] if draft.object is not None else []
    ordered = sorted(arguments, key=lambda argument: argument.start)
    dates = ((argument, date) for argument in ordered if (date := text.date(argument)) is not None)
    dates = ((a, date) for a, date in dates if a.preposition not in words("contrast"))
    dates = ((a, date) for a, date in dates if not _is_compared_with(text, draft, a, date))
    return next((date for argument, date in dates if _is_date_of_event(text, draft, argument, date)), None)


def _is_date_of_event(text: Text, draft: Draft, argument: Argument, date: Time) -> bool:
    """Return whether a time dates the event: not "until *now*", nor a "*soon*" that was future at the time.

    A future end is not a date: "was put off until *next year*", "not before *May*"; "by *May*" is.
    "Since *May*" dates a state that has lasted, but not "the most since *May*", nor a negated event since then.
    """
    top = draft.chain.top if draft.chain is not None else None
    if argument.preposition == "since":
        lasts = top is not None and not top.negations and is_perfect(top)
        return lasts and not argument.shared
    if date.start is None and argument.preposition != "by" and _is_future(text, date):
        return False
    if date.grain != REFERENCE:  # "now"
        return True
    if text.word(argument.start).lower in words("preposition"):
        return False  # "*before now*"
    past = top is not None and top.tense == "past"
    return not argument.preposition and not (past and date.value == "FUTURE_REF")  # "soon"


def _is_future(text: Text, date: Time) -> bool:
    """Return whether a time ends after the date of the text."""
    published = text.parse.document.published
    return published is not None and date.end is not None and date.end > published


def _is_compared_with(text: Text, draft: Draft, date: Argument, found: Time) -> bool:
    """Return whether a date only marks the base of a comparison: "rose 4 % *from 2019*", "is 4 % *below 2019*"."""
    if "/" in (found.value or "/"):
        return False
    moves = draft.chain is not None and verb_supersense(draft.chain.last.lemma) in {"change", "motion"}
    since = date.preposition == "from" or (date.preposition == "on" and found.grain in LONG)
    level = found.grain in LONG and date.preposition in words("place") - words("dating")
    amounts = [c.argument for c in draft.circumstances if c.argument.role == "extent"]
    amounts += [draft.object] if draft.object is not None else []
    held = level or (moves and since)
    return held and any(is_amount(text, each) for each in amounts)


def order(claim: Claim) -> tuple[int, int, int, str]:
    """Return the sort key of claims: the position of their sentence, their subject, their object and their relation."""
    target = claim.object.head if claim.object is not None else -1
    return claim.evidence.span.start, claim.subject.head, target, claim.relation
