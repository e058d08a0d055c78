"""Wording of relations: the words of a predicate as spoken, and wordings that differ from the text.

A negative subject or object negates the relation: "*no* bank *paid*" is "did not pay". A passive with an agent becomes
active: "*was drawn* by Ana Ruiz" is "drew".
"""

import re
import typing as t
from collections.abc import Iterable, Iterator

from kg.extract.chains import HAVE, Chain, is_perfect
from kg.extract.objects import objects_of
from kg.extract.text import in_order
from kg.grammar.clause import Argument, Clause, Word
from kg.lexicon import words
from kg.lexicon.verb_forms import form_of_do, gerund, in_number, past, third_person
from kg.model import OBJECT_GAP, Mention

AFTER_FIRST: t.Final = re.compile(r"(n['’]t\b)?( .*)?$")  # what follows the verb: "do" of "don't know"
NOT: t.Final = "not"
THERE: t.Final = "there"
CERTAIN: t.Final = words("modality", "near-negative", "possible") - words("adverb", "when")
CLOSE: t.Final = words("only", "focus") | CERTAIN | {"rather"}
"""The adverbs directly before a word of a predicate that are part of it: "*only* emerged", "*probably* close"."""


def _in_full(word: Word, clause: Clause) -> str:
    """Return a word in lowercase, with a contracted "be", "have", "will" or "would" expanded: "*'s* sold" is "has"."""
    ending = word.lower[1:]
    if word.text[0] not in {"'", "’"}:
        return "is" if word.lower == "am" else word.lower
    if word.lemma != "be" and word.lemma != HAVE:
        return word.lemma if word.lemma.isalpha() else word.lower
    if word.lemma == HAVE or (ending == "s" and _shortens_has(clause)):
        return {"s": third_person(HAVE), "d": past(HAVE)}.get(ending, HAVE)
    return in_number("is", plural=ending == "re")


def for_one(phrase: str, clause: Clause) -> str:
    """Return the wording of a relation for one subject: "I *know*" is "knows", "Ana and Tom *are*" is "is".

    An infinitive stays: "asked Ana and Tom to *have* lunch".
    """
    first = AFTER_FIRST.sub("", phrase)
    if clause.tense == "present" and first in {clause.lemma, "do", HAVE}:
        return phrase.replace(first, third_person(first), 1)
    return phrase if first == HAVE else phrase.replace(first, in_number(first, plural=False), 1)


def _shortens_has(clause: Clause) -> bool:
    """Return whether a contracted "is" or "has" is "has", by what follows: "'s *been* sold", "'s *paid* a fine"."""
    if any(word.lower == "been" for word in (*clause.auxiliaries, clause.head)):
        return True
    done = clause.kind == "verb" and (clause.voice == "active" or clause.first("object") is not None)
    return done and not clause.head.lower.endswith("ing")


def negation_outside(chain: Chain, cues: Iterable[Word], labels: Iterable[Mention | None]) -> Word | None:
    """Return the word that negates a claim if neither its predicate nor a label shows it: "*no* bank paid"."""
    negative = words("modality", "negative") | words("coordination", "none")
    found = [cue for cue in cues if cue.lower in negative]
    spoken = {word for clause in chain.clauses for word in (*clause.words, *clause.link.marker)}
    told = [(label.span, label.wording) for label in labels if label is not None]
    held = (cue for cue in found for span, shown in told if span.start <= cue.start < span.end and cue.text in shown)
    return found[0] if found and spoken.isdisjoint(found) and not any(held) else None


def with_not(chain: Chain, phrase: str, negation: Word) -> str:
    """Return the wording of a relation with a "not": "did not pay", "will not attend", "vowed not to fire".

    With several verbs it negates the last one.
    """
    first, _, rest = phrase.partition(" ")
    if first == THERE:
        return f"{THERE} {with_not(chain, rest, negation)}"
    if " to " in phrase.partition(OBJECT_GAP)[0] and negation.index > chain.last.head.index:
        before, _, after = phrase.rpartition(" to ")
        return f"{before} {NOT} to {after}"
    if chain.top.auxiliaries or chain.top.kind == "copula" or chain.top.voice == "passive":
        return " ".join([first, NOT, *filter(None, [rest])])
    if first != chain.top.head.lower:
        return phrase
    if chain.top.form != "finite":
        return f"{NOT} {phrase}"
    return " ".join([do_of(chain.top), NOT, chain.top.lemma, *filter(None, [rest])])


def as_active(clause: Clause, subject: Argument, negation: Word | None = None, *, negated: bool = True) -> str:
    """Return a passive in the wording of its active: "drew", "has sold", "were holding", "did not approve".

    Args:
        clause: the passive.
        subject: the agent.
        negation: a word outside the predicate that negates it: "*no* bridge was drawn by Ana Ruiz".
        negated: whether a "not" beside the verb applies to this subject: "drawn *not* by Reed but by Ruiz" has two.
    """
    before, form = _active_forms(clause, plural=subject.head.plural)
    others = {*clause.auxiliaries, *clause.particles, clause.head}
    spoken = (word for word in in_order([*clause.words, *_words_before(clause)]) if word not in others)
    adverbs = [NOT if word.lemma == NOT else word.lower for word in spoken if word.lower not in words("only", "limit")]
    adverbs = [word for word in adverbs if negated or word != NOT] + [NOT] * (negation is not None)
    if NOT in adverbs and not before:
        before, form = [form_of_do(past=_is_past(clause), plural=subject.head.plural)], clause.lemma
    particles = [word.lower for word in clause.particles]
    return " ".join([*before[:1], *adverbs, *before[1:], form, *particles])


def _active_forms(clause: Clause, *, plural: bool) -> tuple[list[str], str]:
    """Return the auxiliaries of an active for those of its passive, and the form of its verb."""
    first = clause.auxiliaries[:1] if len(clause.auxiliaries) > 1 else ()
    others = [in_number(_in_full(word, clause), plural=plural) for word in first]
    others += [word.lower for word in clause.auxiliaries[1:-1]]
    if [word.lower for word in clause.auxiliaries[-1:]] == ["being"]:
        return others, gerund(clause.lemma)
    if is_perfect(clause):
        return others, clause.head.lower
    if others or clause.form == "infinitive":
        return others, clause.lemma
    if _is_past(clause):
        return [], past(clause.lemma)
    return [], clause.lemma if plural else third_person(clause.lemma)


def _is_past(clause: Clause) -> bool:
    """Return whether a passive is in the past: "was banned by", "banned by", but not "is banned by"."""
    return clause.tense == "past" or not clause.auxiliaries


def do_of(clause: Clause) -> str:
    """Return "did", "does" or "do", for a past, a third person or another verb."""
    return form_of_do(past=clause.tense == "past", plural=clause.head.lower == clause.lemma)


def _predicate_words(chain: Chain) -> Iterator[Word]:
    """Yield the words of a predicate, inverted auxiliaries first: "also hurt *were* two men"."""
    close = [word for clause in chain.clauses for word in _words_before(clause)]
    turned = [word for word in chain.last.auxiliaries if word.index > chain.last.index]
    yield from turned
    yield from (word for word in in_order([*chain.words, *close]) if word not in turned)


def spoken_words(chain: Chain) -> list[str]:
    """Return the words of a predicate as spoken: "couldn't" is one word, a bare infinitive gets its "to".

    A contracted "be" or "have" is expanded: "'s sold" is "has sold".
    """
    clauses = {word: clause for clause in chain.clauses for word in clause.words}
    bare = (c for c in chain.clauses[1:] if c.form == "infinitive" and not c.link.marker)
    bare_infinitives = {(*clause.auxiliaries, clause.head)[0] for clause in bare}
    parts, end = list[str](), -1
    for word in _predicate_words(chain):
        if word.start == end:
            parts[-1] += word.lower
        else:
            full = _in_full(word, clauses.get(word, chain.last))
            parts.append(f"to {full}" if word in bare_infinitives else full)
        end = word.end
    return parts


def _words_before(clause: Clause) -> list[Word]:
    """Return the adverbs directly before a word of a predicate that restrict or nearly negate it: "*only* emerged".

    Adverbs of certainty are included: "would *probably* close".
    """
    before = {word.index - 1 for word in clause.words} if clause.adverbs else ()
    return [word for word in clause.adverbs if word.lower in CLOSE and word.index in before]


def was_or_were(subject: Argument | None) -> str:
    """Return the past of "be" that agrees with a subject."""
    return "were" if is_several(subject) else "was"


def is_several(subject: Argument | None) -> bool:
    """Return whether a subject takes a plural verb: "*the firms*", "*Ana and Tom*"."""
    return subject is not None and (subject.head.plural or len(objects_of(subject)) > 1)
