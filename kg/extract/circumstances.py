"""Circumstances of statements: the arguments of a clause other than its subject and its object, with their roles."""

import itertools
import typing as t
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.extract.attribution import is_source
from kg.extract.text import Text, before_head, lowered
from kg.grammar.clause import Argument, Question, Role, Word
from kg.lexicon import verbs, words
from kg.lexicon.numerals import time_units
from kg.lexicon.supersenses import noun_supersense

ROLE_NAMES: t.Final[Mapping[Role, Role | Question]] = {
    "object": "object",
    "recipient": "recipient",
    "complement": "as",
    "extent": "how much",
    "when": "when",
    "often": "how often",
    "where": "where",
    "how": "how",
    "content": "that",
    "agent": "by",
    "open": "to",
}
"""The names of the roles without a preposition or conjunction."""
RESULT: t.Final = "to be"
"""The role of what a verb makes of its object: "made the firm *a success*"."""
THAT_IS: t.Final = "that is"
"""The role of what a colon opens: "two goals: *growth* and *peace*"."""
HOW_LONG: t.Final[Question] = "how long"
"""The name of the role of an extent that is a length of time."""
NEGATING: t.Final = "negating"
"""The rule that cuts a "no" from a label; a claim expresses it as a negation, a circumstance keeps it."""


class Circumstance(t.NamedTuple):
    """An argument of a draft other than its object, with the name of its role.

    `before` are the words that restrict its preposition: "*just* by speaking".
    """

    role: str
    argument: Argument
    before: str = ""


def lasts(argument: Argument) -> bool:
    """Return whether a phrase is a duration or an ordinal: "for *a while*", "for *the first time*"."""
    noun, phrase = argument.head, argument.phrase
    stretch = argument.preposition in words("dating", "ahead") & words("dating", "stretch")
    if phrase is None or not stretch or noun_supersense(noun.lemma) != "time":
        return False
    before = {word.lower for word in before_head(phrase)}
    return not before.isdisjoint(words("only", "order")) or before.isdisjoint(words("determiner", "definite"))


def circumstances(text: Text, arguments: Iterable[Argument]) -> Iterable[Circumstance]:
    """Yield the arguments that qualify a statement, each with its role.

    A participle without a conjunction is a statement of its own, as is the content of a verb of saying.
    """
    before, ordered = "", sorted(arguments, key=lambda a: a.start)
    for argument, following in itertools.zip_longest(ordered, ordered[1:]):
        if following is not None and restricts(text, argument, following.marker):
            before = lowered(text.words(argument.start, argument.end))
            continue
        role, word = RESULT if is_result(text, argument) else _role_name(argument), argument.head
        comment = argument.role == "how" and word.kind == "adverb" and word.text[:1].isupper()  # "*Obviously* it fell"
        outside = comment or is_source(text, argument) or is_discourse(role, argument)
        if role and not outside:
            before = before or _restriction(text, argument)
            yield _as_phrase(argument) if is_fixed(argument) else Circumstance(role, argument, before)
        before = ""


def restricts(text: Text, adverb: Argument, marker: tuple[Word, ...]) -> bool:
    """Return whether an adverb before a preposition modifies only its phrase: "*just* by speaking"."""
    if adverb.role != "how" or not marker or adverb.end != marker[0].index:
        return False
    return text.token(adverb.head).governor.i in {word.index for word in marker}


def _restriction(text: Text, argument: Argument) -> str:
    """Return the adverb that restricts a following conjunction: "*largely* because it rained", "*even* before"."""
    opens = argument.clause is not None and argument.marker and argument.role != "content"
    first = argument.marker[0].index if opens else 0
    adverb = text.parse.tokens[first - 1] if first else None
    if adverb is None or adverb.kind != "adverb":
        return ""
    return adverb.lower_ if adverb.governor.i in {argument.clause, *(word.index for word in argument.marker)} else ""


def is_fixed(argument: Argument) -> bool:
    """Return whether a preposition and its noun form an adverb: "*on average*", "*in a row*", "*at the time*"."""
    return _words_if_short(argument) in words("adverb", "phrase")


def _words_if_short(argument: Argument) -> str:
    """Return a preposition with its noun and the single words before it, "" if the phrase is longer."""
    phrase, noun = argument.phrase, argument.head
    before = [m.head for m in phrase.modifiers if m.start == m.head.index < noun.index] if phrase is not None else []
    alone = argument.end - argument.start == len(before) + 1
    return " ".join([argument.preposition, *(word.lower for word in (*before, noun))]) if alone else ""


def _as_phrase(argument: Argument) -> Circumstance:
    """Return a multiword adverb as a circumstance of manner or time: "*at the time*"."""
    is_time = _words_if_short(argument) in words("adverb", "when")
    role = ROLE_NAMES["when"] if is_time else ROLE_NAMES["how"]
    return Circumstance(role, replace(argument, start=argument.marker[0].index, marker=(), phrase=None))


def is_discourse(role: str, argument: Argument) -> bool:
    """Return whether a circumstance is a discourse connective or a negation: "*in addition to* X", "*at no time*"."""
    return not {role, _words_if_short(argument)}.isdisjoint(words("discourse")) or denies(argument)


def denies(argument: Argument) -> bool:
    """Return whether a phrase negates its verb: "*at no time*", "*by no means*"."""
    return argument.role == "oblique" and _words_if_short(argument) in words("modality", "negative")


def is_result(text: Text, argument: Argument) -> bool:
    """Return whether a complement is what its verb makes of the object: "made the firm *a success*"."""
    verb = text.token(argument.head).governor.lemma_ if argument.role == "complement" else ""
    return not argument.marker and verb in verbs("cause", "done") & verbs("name")


def _role_name(argument: Argument) -> str:
    """Return the name of an argument's role: its preposition or conjunction, else the question that it answers."""
    if argument.role == "how" and argument.head.lower in words("adverb", "where"):
        return "where"
    if argument.role == "content" and argument.preposition in words("opens", "condition"):
        return "whether"
    if argument.role == "extent" and argument.head.lower in time_units():
        return HOW_LONG
    opened = argument.preposition == ":"
    return THAT_IS if opened else argument.preposition or ROLE_NAMES.get(argument.role, "")
