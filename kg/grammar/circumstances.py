"""Circumstances that are not attached to their verb: inside a phrase, or in the clause above."""

import typing as t
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.grammar.arguments import SPEND, action_of_named, adverbials, modified_noun, time_role
from kg.grammar.certainty import sure_of
from kg.grammar.clause import Argument
from kg.grammar.cuts import is_cut
from kg.grammar.fillers import nominal
from kg.grammar.labels import TIME_ENTITIES
from kg.grammar.obliques import prepositional
from kg.grammar.parse import Token
from kg.grammar.patterns import plain
from kg.grammar.phrases import is_noun, own_conjuncts
from kg.grammar.predicates import auxiliaries_of, child, children, is_finite, is_predicate, tense_of
from kg.grammar.sharing import KNOWN, clause_marker, has_conjunction
from kg.lexicon import verbs, words

is_occasion: t.Final = plain(KNOWN, "occasion")
is_point: t.Final = plain(KNOWN, "point")
is_time: t.Final = plain(KNOWN, "date")
(
    has_subject, is_bare_infinitive, is_dated, is_fronted_clause, is_future, is_impersonal_report, is_past, is_present,
    is_prospective, shares_scene, sets_scene_for_all, shows_plan,
) = (plain(KNOWN, name) for name in (
    "with-subject", "bare-infinitive", "dated", "fronted-clause", "in-future", "impersonal-report", "in-past",
    "in-present", "prospective", "shares-scene", "setting-of-all", "shows-plan",
))  # fmt: skip
WITH: t.Final = "with"
AT_TIME: t.Final = words("opens", "time") - words("dating")
"""Conjunctions that place two events at the same time: "*when* the roof leaked"."""
SETTING: t.Final = words("dating") & words("place") - words("dating", "ahead") - {"from"} | {"", "during"}
"""What may precede a time, or what happened then, for a verb after it: "*during* a talk *on* Monday"."""
ACCOMPANYING: t.Final = AT_TIME | {"", WITH}
"""What may open a participle of accompaniment."""


def inside_phrase(noun: Token, depth: int = 2) -> Iterator[Argument]:
    """Yield the circumstances that the parser attached to an argument although they modify the clause.

    A date gives the time of the clause ("closed the mine *in May*"). A name needs no circumstance of its own ("met
    Silva *in Oslo*").
    """
    for word in noun.rights:
        if is_cut("time-of-clause", word):
            yield from _moved(word, "time-in-phrase")
        elif word.dep_ == "prep" and word.lower_ != "of" and is_cut("beside-name", word):
            yield from _moved(word, "beside-name")
        elif is_cut("standing-as", word):
            yield from _moved(word, "standing-as")
        elif is_cut("setting-of-existence", word):
            yield from _moved(word, "setting-of-existence")
        elif word.dep_ == "prep" and depth:
            for inner in children(word, "pobj"):
                yield from inside_phrase(inner, depth - 1)
    last = own_conjuncts(noun)
    if last:
        yield from inside_phrase(last[-1], depth)


def complete_arguments(verb: Token, arguments: Sequence[Argument]) -> Iterator[Argument]:
    """Yield the arguments of a verb. A name after ", with" and its modifiers form one argument without an entity.

    For example "won the cup, with *Silva in goal*".
    """
    end = 0
    for argument in arguments:
        if argument.start >= end:
            complete = _complete(verb, argument, arguments) if is_accompanying(verb, argument) else argument
            end = complete.end if complete is not argument else end
            yield complete


def is_accompanying(verb: Token, argument: Argument) -> bool:
    """Return whether an argument with "with" is an accompanying circumstance: it has a subject, or follows a comma.

    The comma is not needed where a name or number has a participle: "from Europe with *Norway well represented*".
    """
    if argument.shared or argument.preposition != WITH:
        return False
    head, opens = verb.doc.tokens[argument.head.index], argument.marker[0].index
    set_off = verb.doc.tokens[opens - 1].text == "," or action_of_named(head) is not None
    return has_subject(head) or (opens > verb.i and set_off)


def _complete(verb: Token, argument: Argument, arguments: Sequence[Argument]) -> Argument:
    """Return an accompanying circumstance with all its modifiers: the phrases directly after a name."""
    if argument.phrase is None:
        return argument
    noun = verb.doc.tokens[argument.head.index]
    action = action_of_named(noun)
    ends = [each.end for each in inside_phrase(noun)] + ([action.right_edge.i + 1] if action is not None else [])
    end = max([argument.end, *ends])
    for other in arguments if noun.pos_ == "PROPN" else ():
        opens = other.marker[0].index if other.role == "oblique" and other.marker else None
        timed = verb.doc.tokens[other.head.index].ent_type_ in TIME_ENTITIES
        end = other.end if opens == end and not timed else end
    return replace(argument, end=end, phrase=None) if ends or end > argument.end else argument


def fronted(verb: Token) -> Iterator[Argument]:
    """Yield what opens the governing clause and also modifies a clause that continues it, or a report without a source.

    For example "*In May* the court heard, weighed and rejected it", "*When it rained*, they sat down and ate",
    "*By May* it is thought that prices will fall".
    """
    closed = verb.dep_ != "conj" or has_subject(verb.head) or is_dated(verb.head)
    above = verb.head if closed else verb.first_conjunct
    continues = verb.dep_ in {"conj", "advcl"} and not (is_finite(verb) and has_subject(verb))
    if not is_predicate(above) or not (continues or is_impersonal_report(verb)):
        return
    dated = is_dated(verb)
    for word in above.lefts:
        own = dated and is_time(word)  # "In May it rose and *in June* fell"
        if word.i < verb.i and _sets_scene(word, verb) and not own:
            yield from _moved(word, "fronted")
        yield from _times_inside(word, verb) if not dated else ()


def fronted_for_all(verb: Token) -> Iterator[Argument]:
    """Yield what opens a sentence for a clause with its own subject: "*In May* I left and he came".

    It does not apply to a clause with another tense or with a time of its own.
    """
    first = verb.first_conjunct
    perfect = {any(word.lemma_ == "have" for word in auxiliaries_of(each)) for each in (verb, first)}
    alike = tense_of(verb) == tense_of(first) and len(perfect) == 1
    if alike and shares_scene(verb) and has_conjunction(verb):
        yield from (moved for word in first.lefts if sets_scene_for_all(word) for moved in _moved(word, "fronted"))


def time_of_companion(verb: Token) -> Iterator[Argument]:
    """Yield the time of the clause before a participle of accompaniment: "left *in May*, taking it".

    Also after "with" and "while": "fell *in May*, with Acme losing most", "met her *in May* while working there".
    """
    above = _accompanied(verb.first_conjunct)
    if above is None or is_finite(verb) or is_dated(verb):
        return
    for word in above.rights:
        yield from _moved(word, "companion") if is_time(word) and word.i < verb.i else _times_inside(word, verb)


def _times_inside(word: Token, verb: Token) -> Iterator[Argument]:
    """Yield the times of a clause in a phrase before a verb without one: "its ruling *in May*", not "up *from May*"."""
    sets_scene = word.dep_ != "prep" or word.lower_ in SETTING
    nouns = (word, *children(word, "pobj")) if sets_scene else ()
    found = (each for noun in nouns if noun.i < verb.i and is_noun(noun) for each in inside_phrase(noun))
    yield from (each for each in found if each.shared == "time-in-phrase" and each.preposition in SETTING)


def _accompanied(verb: Token) -> Token | None:
    """Return the verb before a present participle of accompaniment."""
    if verb.tag_ != "VBG" or is_finite(verb):
        return None
    if verb.dep_ != "advcl":
        return verb.head.head if verb.dep_ == "pcomp" and verb.head.lower_ == WITH else None
    opening = " ".join(word.lower_ for word in clause_marker(verb))
    return verb.head if opening in ACCOMPANYING else None


def time_spent(verb: Token) -> Iterator[Argument]:
    """Yield the time that somebody spends on the action of a verb: "spent *two years* building it"."""
    spending = verb.head
    if verb.dep_ != "xcomp" or spending.lemma_ != SPEND or is_dated(verb):
        return
    for noun in children(spending, "dobj", "npadvmod"):
        if noun.i < verb.i and noun.ent_type_ in TIME_ENTITIES:
            yield nominal(time_role(noun), noun, shared="time-spent", clause=verb)


def time_of_clause_above(verb: Token) -> Iterator[Argument]:
    """Yield the date of a past clause for a clause about the same time: "It fell *in May* when the roof leaked".

    It does not apply to a clause with its own date, an earlier event ("when she had left") or a report.
    """
    above = verb.head
    if not _is_at_time_of(verb, above) or is_dated(verb) or next(relative_circumstance(verb), None) is not None:
        return
    for word in above.children:
        if word.i < verb.i and is_time(word) and is_point(word):
            yield from _moved(word, "clause-above")


def _is_at_time_of(verb: Token, above: Token) -> bool:
    """Return whether a conjunction places a past clause at the time of the clause above."""
    if verb.dep_ != "advcl" or " ".join(word.lower_ for word in clause_marker(verb)) not in AT_TIME:
        return False
    plain = not any(word.lemma_ == "have" for word in auxiliaries_of(verb))
    return plain and tense_of(verb) == tense_of(above) == "past" and verb.lemma_ not in verbs("report")


def _sets_scene(word: Token, verb: Token) -> bool:
    """Return whether a dependent of the clause above is a date, or precedes what a coordination shares.

    For example "*In a bid to save* it closed two plants and sold one", "which *under the plan* will close and sell".
    """
    if verb.dep_ != "conj" or child(verb, "expl") is not None:
        return is_time(word)
    phrase = word.dep_ == "prep" and child(word, "pobj", "pcomp") is not None and has_subject(word.head)
    return is_time(word) or phrase or is_fronted_clause(word)


def relative_circumstance(verb: Token) -> Iterator[Argument]:
    """Yield the time or place that is the antecedent of a clause with "when" or "where".

    For example "the *school* where she taught", "In *May*, when the roof fell", "in the *last game*, when it rained".
    """
    opening = next((word for word in verb.lefts if word.dep_ == "advmod" and word.tag_ == "WRB"), None)
    noun = modified_noun(verb) if opening is not None else None
    if opening is None or noun is None:
        return
    is_time = noun.ent_type_ in TIME_ENTITIES or (opening.lower_ == "when" and is_occasion(noun))
    if is_time if opening.lower_ == "when" else opening.lower_ == "where" and not is_time:
        yield nominal("when" if is_time else "where", noun, shared="relative-circumstance", clause=verb)


def _moved(word: Token, rule: str) -> Iterator[Argument]:
    """Yield the arguments that a dependent of another word contributes, marked as filled in by a rule."""
    found = adverbials(word.head, word) if word.dep_ == "advcl" else prepositional(word)
    found = iter([nominal("when", word)]) if word.dep_ in {"advmod", "npadvmod"} else found
    yield from (replace(argument, shared=rule, sure=sure_of(argument.role, rule)) for argument in found)
