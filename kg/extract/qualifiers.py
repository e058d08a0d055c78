"""Circumstances as qualifiers of a claim, and the time of the claim."""

import typing as t
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.chains import is_perfect
from kg.extract.circumstances import NEGATING, ROLE_NAMES, Circumstance, lasts
from kg.extract.drafts import Draft
from kg.extract.objects import is_amount
from kg.extract.participants import phrase_mention
from kg.extract.patterns import OF_CLAUSES
from kg.extract.text import Text, is_nominal, lowered
from kg.grammar.clause import Argument, Clause, Phrase
from kg.lexicon import measures, words
from kg.lexicon.supersenses import verb_supersense
from kg.model import Mention, Qualifier, Span, Time

NEAR: t.Final = 4
"""The number of preceding times that may include a time; a clause with many numbers has very many."""
LONG: t.Final = frozenset({"month", "quarter", "half", "year"})
"""The units of time too long for a date with "on"."""
REFERENCE: t.Final = "reference"
"""The grain of a deictic time: "now", "the future"."""
GOALS: t.Final = words("dating", "ahead") - words("dating", "stretch") - {"by"}
"""The prepositions before a time to which something leads: "moved *to* May", "delayed *until* at least 2031"."""
is_of_object: t.Final = OF_CLAUSES["of-object"].answer


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
    """Return a time with words that round it, a length with all words: "at *around* noon", "for *another* two days"."""
    value, time = qualifier.value, qualifier.value.value
    places = range(argument.start + 1, argument.end)
    start = next((place for place in places if text.span(place, place + 1).start == value.span.start), None)
    length = isinstance(time, Time) and time.grain == "duration"
    if start is None or not (length or lowered(text.words(argument.start, start)) in measures("approximate")):
        return qualifier
    span = replace(value.span, start=text.span(argument.start, start).start)
    return replace(qualifier, value=_with_words(text, value, span))


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
        yield from (Qualifier(role, phrase_mention(text, each)) for each in (phrase, *phrase.conjuncts))


def _in_words(text: Text, role: str, argument: Argument, phrase: Phrase) -> Argument | None:
    """Return a circumstance in the words of the text, if it is not a thing, or not all of a place: "in *rural Peru*".

    Alternative times ("in *March or April*"), absent things ("with *no money*"), a length in no unit of
    time ("for *a while*"), and prospects ("over *the future of Acme*") are included.
    """
    joint = phrase.joint.lower if phrase.joint is not None else ""
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


def without_duplicates(given: Iterable[Qualifier], target: Mention | None) -> Iterator[Qualifier]:
    """Yield qualifiers without duplicates: a time after its second preposition, or words of the object.

    The parser may split "paid *3m euros*" into two objects; "*at* 5 p.m. *on* Friday" is one time, and so is "*two days
    after the vote*".
    """
    seen, found, whole = list[Span](), list(given), target.span if target is not None else None
    inside = _inside_times(found)
    for each in found:
        span = each.value.span
        part = whole is not None and each.role == "object" and whole.covers(span)  # "rose *12 per cent*"
        if span in inside or part or span == whole:
            continue
        if any(before.covers(span) if each.value.kind == "time" else before == span for before in seen[-NEAR:]):
            continue
        seen.append(span)
        yield each


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
    return ROLE_NAMES["complement" if is_of_object(text, clause) else "how"]


def _without_role_word(role: str, text: Text, argument: Argument) -> Argument:
    """Return an argument without the word that its role already names: "to" and "*to* leave"."""
    again = text.word(argument.start).lower == role and argument.end - argument.start > 1
    return replace(argument, start=argument.start + 1) if again else argument


def time_of(text: Text, draft: Draft) -> Time | None:
    """Return the first point or interval of time among the object and the circumstances."""
    targets = [draft.object] if draft.object is not None else []
    ordered = sorted([*(each.argument for each in draft.circumstances), *targets], key=lambda each: each.start)
    dates = ((a, date) for a in ordered if a.preposition not in words("contrast") and (date := text.date(a)))
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
    if _is_goal(text, argument, date) or (top is not None and _is_of_other_time(text, top, date)):
        return False
    if date.grain != REFERENCE:  # "now"
        return True
    placed = argument.preposition or text.word(argument.start).lower in words("preposition")  # "*before now*"
    past = top is not None and top.tense == "past"
    return not placed and not (past and date.value == "FUTURE_REF")  # "soon"


def _is_of_other_time(text: Text, clause: Clause, date: Time) -> bool:
    """Return whether a present perfect excludes a time: "has become a symbol of the arrests *in 2001*"."""
    return text.is_over(date) and clause.tense == "present" and is_perfect(clause)


def _is_goal(text: Text, argument: Argument, date: Time) -> bool:
    """Return whether a time is where something leads: "moved *to May*", "put off until *2031*", "set *for Monday*"."""
    if date.start is not None:
        return argument.preposition.rpartition(" ")[2] in (GOALS if date.grain in LONG else GOALS | {"for"})
    published = text.parse.document.published
    future = published is not None and date.end is not None and date.end > published
    return future and argument.preposition != "by"


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
