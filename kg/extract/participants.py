"""Subjects and objects of drafts as mentions: one per conjunct, or one for several that act jointly."""

import typing as t
from collections.abc import Sequence
from dataclasses import replace

from kg.extract.circumstances import ROLE_NAMES
from kg.extract.drafts import Draft
from kg.extract.negations import negatives_in
from kg.extract.objects import PLACES, objects_of, with_question
from kg.extract.standing import Standing
from kg.extract.text import Text, has_determiner, is_nominal
from kg.grammar.clause import Argument, Modifier, ModifierKind, Phrase, Word
from kg.grammar.phrases import INTRODUCING
from kg.lexicon import value, verbs, words
from kg.lexicon.noun_types import noun_type
from kg.lexicon.supersenses import noun_supersense
from kg.model import Literal, Mention

SHARING: t.Final = 2
"""The maximum number of nouns that can share the last modifier."""
BEFORE_BOTH: t.Final[frozenset[ModifierKind]] = frozenset({"determiner", "possessor", "quality"})
"""The modifiers before the first of two nouns that may apply to both."""


def is_counted(argument: Argument) -> bool:
    """Return whether a word before a noun gives a number: "*nine* people", "*several* banks"."""
    return argument.is_counted or any(m.head.lower in words("determiner", "other") for m in argument.modifiers)


def subject_mentions(text: Text, draft: Draft, standing: Standing) -> list[Mention]:
    """Return the subjects of a draft; joint subjects ("A and B hold 47 seats") stay one."""
    subject = draft.subject
    if subject.clause is not None or subject.phrase is None:
        subject = with_question(subject)
        to = subject.marker[-1:] if subject.clause is not None and subject.preposition == ROLE_NAMES["open"] else ()
        spoken = replace(subject, start=to[0].index, marker=()) if to else subject  # "*To win* is hard"
        return [replace(text.literal(spoken), kind="nominal", type="Event", value=None)]
    if subject.phrase.conjuncts and _is_joint(text, draft):
        return [joint_mention(text, subject.phrase)]
    if (joint := _mention_with_shared_modifier(text, subject.phrase, draft.head)) is not None:
        return [joint]
    found = [_affirmative(text, phrase, standing, draft) for phrase in conjuncts_beside(subject.phrase, draft.head)]
    things = (replace(each, kind="nominal", type="Thing") if each.kind == "value" else each for each in found)
    return [mention for mention in things if mention.kind != "time"]  # "*37* were killed"


def _mention(text: Text, phrase: Phrase, predicate: Word) -> Mention:
    """Return the mention of a phrase, without the predicate if its label holds it: "*movies* which were copied"."""
    found = text.mention(phrase.head)
    inside = found.span.start <= predicate.start < found.span.end and predicate != phrase.head
    own = found.kind == "time" or any(map(_is_direction, _parts_of_place(phrase)))
    return phrase_mention(text, phrase) if inside or own else found


def _parts_of_place(phrase: Phrase) -> list[Modifier]:
    """Return the modifiers that tell which part of a place is meant: "*southern* Zambia", "*downtown* Oslo"."""
    before = phrase.of_kind("quality", "title") if phrase.entity in PLACES else ()
    return [m for m in before if m.end <= phrase.label_start and (m.kind == "quality" or _is_direction(m))]


def _is_direction(modifier: Modifier) -> bool:
    """Return whether a word is a direction, and not a kind of place: "*south-west* Peru", not "twin *town* Lyon"."""
    noun = modifier.head.lower.rpartition("-")[2].removesuffix("ern")
    return noun_supersense(noun) == "location" and noun_type(noun) == "Thing"


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


def conjuncts_beside(phrase: Phrase, head: Word) -> list[Phrase]:
    """Return a phrase and its conjuncts on the same side of the predicate."""
    side = phrase.head.index < head.index
    return [each for each in named_conjuncts(phrase) if (each.head.index < head.index) == side]


def named_conjuncts(phrase: Phrase) -> tuple[Phrase, ...]:
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

    "A and B hold *47 seats*", "A and B are *the lenders*", "A and B read *each other's* letters".
    """
    target = draft.object
    if draft.chain is None or target is None or target.phrase is None:
        return False
    if draft.has_shares and len(objects_of(draft.subject)) == len(objects_of(target)):
        return False
    if target.role == "complement":
        return _is_definite(target.phrase) or _is_number_of(target.head)
    value = text.mention(target.head).value
    counted = isinstance(value, Literal) or (target.role == "object" and target.is_counted)
    owners = {text.mention(owner.head).words for _, owner in target.phrase.with_phrases("possessor")}
    return counted or not owners.isdisjoint(words("coordination", "reciprocal"))


def _is_number_of(word: Word) -> bool:
    """Return whether a word gives a number of them: "*two* of them", "a *few* that failed", "*some* of the firms"."""
    return word.kind == "number" or word.lower in words("determiner", "other", "some")


def is_identifiable(phrase: Phrase) -> bool:
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
    counted = phrase is not None and phrase.head.plural and is_counted(draft.subject)
    share = phrase is not None and bool(phrase.of_kind("preposition")) and _is_number_of(phrase.head)
    return (counted or share) and target.role == "oblique"  # "*most of the money* goes to Oslo and Bergen"


def _mention_with_shared_modifier(text: Text, phrase: Phrase, predicate: Word) -> Mention | None:
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


def object_mentions(text: Text, draft: Draft, standing: Standing) -> list[Mention | None]:
    """Return the objects of a draft, None for a draft without one."""
    target = draft.object
    if target is None:
        return [None]
    if draft.stretch is not None:
        span = text.span(*draft.stretch)
        return [Mention(span, text.parse.quoted(span), target.head.start, "nominal")]
    if target.clause is not None or target.phrase is None or not _is_thing(text, target):
        return [text.literal(target)]
    if (joint := _mention_with_shared_modifier(text, target.phrase, draft.head)) is not None:
        return [joint]
    one = target.phrase.joint is not None and target.phrase.joint.lower in words("coordination", "one")
    together = one or target.preposition in words("coordination", "together") or _is_distributed(draft, target)
    if (together or _is_joint_object(draft, target)) and target.phrase.conjuncts:
        return [joint_mention(text, target.phrase)]
    return [_affirmative(text, phrase, standing, draft) for phrase in conjuncts_beside(target.phrase, draft.head)]


def _is_thing(text: Text, target: Argument) -> bool:
    """Return whether an object is a thing; the adjective of a country is one unless it is a complement."""
    owner = target.role != "complement" and target.head.kind == "adjective"
    return is_nominal(target.head) or (owner and text.mention(target.head).kind == "name")


def phrase_mention(text: Text, phrase: Phrase) -> Mention:
    """Return a phrase as part of a statement: its mention, but for a period or part of a place its words.

    A length of time is a specific period if a determiner or modifier identifies it: "in *the last six
    years*", "in *the first two months of 2005*".
    """
    found, time = text.mention(phrase.head), text.time(phrase.head)
    label = text.span(phrase.label_start, phrase.label_end)
    parts = _parts_of_place(phrase)
    if parts:
        span = text.span(parts[0].start, phrase.label_end)
        return Mention(span, text.parse.quoted(span), parts[0].head.start, "nominal", "Place")
    thing = found.kind in {"name", "nominal"}
    if thing and found.span != label:  # "made *Ana Silva* a star"
        return replace(found, span=label, text=text.parse.quoted(label))
    is_length = found.kind == "time" and time is not None and time.grain == "duration"
    specific = has_determiner(phrase, "definite") or label.end != found.span.end
    identified = specific and label.covers(found.span)
    if time is None or not (is_length and identified):
        return found
    period = replace(time, value=None, text=text.parse[phrase.label_start : phrase.label_end].words)
    return replace(found, span=label, text=text.parse.quoted(label), value=period)
