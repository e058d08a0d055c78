"""Who speaks in a quotation: a table of rules over the words around it, tried in order."""

import bisect
import itertools
import typing as t
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter

from kg.grammar.clause import Clause, LinkKind
from kg.grammar.clauses import clause_of, is_clause
from kg.grammar.parse import Parse, Token
from kg.lexicon import verbs
from kg.lexicon.supersenses import verb_supersense
from kg.reference.quotations.marks import MARKS, Paragraph, paragraphs, spans
from kg.reference.quotations.quotation import Quotation
from kg.reference.quotations.speakers import can_speak, is_saying, is_telling, named

REACH: t.Final = 20
"""How many words before a quotation mark a verb of saying may stand."""
MAX_NAME: t.Final = 3
"""How many words in quotation marks may be a name."""
NEAR: t.Final = 25
"""How many words may stand between a quotation and the one that it goes on with."""
VOICED: t.Final = frozenset({"communication", "cognition", "emotion"})
"""The supersenses of verbs whose subject may be who is quoted next."""
BESIDE: t.Final[frozenset[LinkKind]] = frozenset({"conjunct", "adverbial", "participle"})
"""How a clause hangs on another that the sentence tells as well."""
ENDS: t.Final = frozenset({".", "?", "!", ";"})
STOPS: t.Final = ENDS | {","}
FINITE: t.Final = frozenset({"past", "present", "modal"})
CONTINUING: t.Final = frozenset({",", "?", "!", "-", "–", "—", "...", "…"})


class Attribution(t.NamedTuple):
    """The word for who speaks, and the word that tells so."""

    speaker: Token
    cue: Token


class Place(t.NamedTuple):
    """A quotation in its Doc: the paragraph it begins in, the one before that, the end of the one it ends in.

    `before` is the quotation before it, with its speaker.
    """

    doc: Parse
    quotation: Quotation
    paragraph: Paragraph
    paragraph_before: Paragraph | None
    paragraph_end: int
    before: Quotation | None

    @property
    def opens_paragraph(self) -> bool:
        """Tell whether no word of the paragraph stands before the quotation."""
        return self.quotation.start - 1 <= self.paragraph.start

    @property
    def is_sentence(self) -> bool:
        """Tell whether the quotation is a sentence: a capital at its start, and a finite verb."""
        first = next((word for word in self._words() if word.is_alpha), None)
        return first is not None and first.text[0].isupper() and self.has_verb

    @property
    def has_verb(self) -> bool:
        """Tell whether a finite verb stands in the quotation; a capital is a title's."""
        return any(word.form in FINITE and not word.text[0].isupper() for word in self._words())

    def _words(self) -> Iterator[Token]:
        return iter(self.doc[self.quotation.start : self.quotation.end])

    @property
    def told_before(self) -> Attribution | None:
        """Who speaks in the quotation before it."""
        before = self.before
        if before is None or before.speaker is None or before.cue is None:
            return None
        return Attribution(self.doc[before.speaker], self.doc[before.cue])

    def word_before(self) -> Token | None:
        """Return the last word or sign before the opening mark, in the paragraph or at the end of the one before."""
        lowest = self.paragraph_before.start if self.opens_paragraph and self.paragraph_before else self.paragraph.start
        words = (self.doc[i] for i in range(self.quotation.start - 2, lowest - 1, -1))
        return next((word for word in words if not word.is_space), None)

    def behind(self) -> Iterator[Token]:
        """Yield what follows the closing mark, up to the end of its sentence or paragraph."""
        for word in self.doc[min(self.quotation.end + 1, self.paragraph_end) : self.paragraph_end]:
            if word.text in MARKS or word.text in ENDS:
                return
            if not word.is_space:
                yield word


def clause_behind(place: Place) -> Attribution | None:
    """A clause of saying follows, and only its words: "…," *the mayor said*; "…?" *asked the mayor*."""
    last, beside = place.doc[place.quotation.end - 1], list(place.behind())
    words = list(itertools.dropwhile(attrgetter("is_punct"), beside))
    comma = last.text in CONTINUING or (beside != [] and beside[0].text == ",")
    if not comma and (last.text in ENDS or not place.is_sentence):
        return None
    verb = next(filter(is_saying, words), None)
    found = _reported(verb) if verb is not None else None
    if found is None or found.speaker not in words:
        return None
    return found if min(found.speaker.first.i, found.cue.i) <= words[0].i + 1 else None


def _reported(verb: Token) -> Attribution | None:
    """Return who says what a verb of saying reports: the subject of its clause, its own or shared."""
    subject = clause_of(verb).first("subject")
    return Attribution(verb.doc[subject.head.index], verb) if subject is not None else None


def clause_before(place: Place) -> Attribution | None:
    """A clause of saying leads in: *The mayor said*: "…"; a report *stating* "…"; *adding* that "…"."""
    before = place.word_before()
    if before is None or (place.opens_paragraph and before.text[-1] not in ",:"):
        return None
    said = place.has_verb or before.text[-1] in ",:"
    verb = next(filter(is_saying, _back(before)), None) if said else None
    if verb is None or verb.all("negation") or _holds_clause(verb, before):
        return None
    return _reported(verb)


def _clauses(word: Token) -> list[Clause]:
    """Return the clauses of verbs in the sentence of a word."""
    return [clause_of(other) for other in word.doc[word.sent.start : word.sent.end] if is_clause(other)]


def _back(word: Token) -> Iterator[Token]:
    """Yield a word and what stands before it, back to the end of a sentence or to a quotation mark."""
    for index in range(word.i, max(word.i - REACH, -1), -1):
        other = word.doc[index]
        if other.text in ENDS or other.text in MARKS:
            return
        yield other


def _holds_clause(verb: Token, last: Token) -> bool:
    """Tell whether another clause with a subject stands between a verb of saying and a quotation mark."""
    between = verb.doc[verb.i + 1 : last.i + 1]
    return any(word.function == "subject" and word.governor.i in range(verb.i + 1, last.i + 1) for word in between)


def colon(place: Place) -> Attribution | None:
    """A sentence about somebody ends in a colon: *The mayor* was blunt: "…"."""
    before, alone = place.word_before(), place.is_sentence or place.opens_paragraph
    if before is None or before.text[-1] != ":" or not alone:
        return None
    subjects = (clause.first("subject") for clause in _clauses(before) if clause.link.noun is None)
    subject = next((each.head.index for each in subjects if each is not None), before.i)
    return Attribution(named(place.doc[subject]), before) if subject < before.i else None


def joined(place: Place) -> Attribution | None:
    """Nothing but a sign or "and" stands between two quotations: one speaker says "…" and "…"."""
    if place.before is None or place.before.start < place.paragraph.start:
        return None
    return place.told_before if _is_silent_between(place.doc, place.before, place.quotation) else None


def _is_silent_between(doc: Parse, one: Quotation, other: Quotation) -> bool:
    between = doc[one.end + 1 : other.start - 1]
    return all(word.is_punct or word.is_space or word.kind == "conjunction" for word in between)


def told_before(place: Place) -> Attribution | None:
    """What stands before it tells what somebody says: *Silva* said that they were sad. "We lost the bridge."."""
    before = place.word_before()
    if before is None or before.text not in STOPS or not place.is_sentence:
        return None
    if place.before is not None and before.i in place.before:
        return None
    told = (clause for clause in _told(before) if clause.head.index < place.quotation.start and _is_voiced(clause))
    found = map(_reported, (place.doc[clause.head.index] for clause in told))
    return next((each for each in found if each is not None), None)


def _is_voiced(clause: Clause) -> bool:
    """Tell whether the subject of a clause says, thinks or feels something."""
    voiced = clause.lemma in verbs("say") or verb_supersense(clause.lemma) in VOICED
    return voiced and clause.voice == "active"


def _told(word: Token) -> Iterator[Clause]:
    """Yield the clauses that the sentence of a word tells by itself: no content of another, and no relative clause."""
    told: set[int] = set()
    for clause in sorted(_clauses(word), key=lambda clause: clause.link.kind != "main"):
        if clause.link.kind == "main" or (clause.link.kind in BESIDE and clause.link.above in told):
            told.add(clause.index)
            yield clause


def goes_on(place: Place) -> Attribution | None:
    """Who was quoted last goes on behind the clause of saying, or a sentence: "…," she said. It rained. "…"."""
    before, word = place.before, place.word_before()
    if before is None or word is None or place.quotation.start - before.end > NEAR:
        return None
    return place.told_before if word.text in ENDS and place.is_sentence else None


ATTRIBUTION_RULES: t.Final[Mapping[str, Callable[[Place], Attribution | None]]] = {
    "clause-behind": clause_behind,
    "joined": joined,
    "clause-before": clause_before,
    "colon": colon,
    "told-before": told_before,
    "goes-on": goes_on,
}
"""By name, in the order in which they are tried."""


def quotations(parse: Parse) -> tuple[Quotation, ...]:
    """Return the quotations of a parse in text order, each with its speaker where the text names one."""
    parts = paragraphs(parse)
    ends = [part.end for part in parts]
    found: list[Quotation] = []
    for quotation in spans(parse, parts):
        index = bisect.bisect_right(ends, quotation.start - 1)
        before = found[-1] if found else None
        end = ends[bisect.bisect_left(ends, quotation.end, lo=index)]
        place = Place(parse, quotation, parts[index], parts[index - 1] if index else None, end, before)
        found.append(_attributed_by_rule(place, found))
    return tuple(_told_behind(parse, found))


def _told_behind(doc: Parse, found: Sequence[Quotation]) -> list[Quotation]:
    """Return quotations, each without a speaker with that of the one right behind it: "It is old." "It must go," …."""
    told = list(found)
    for one in reversed(range(len(told) - 1)):
        other = told[one + 1]
        if told[one].speaker is None and other.speaker is not None and _is_silent_between(doc, told[one], other):
            told[one] = told[one]._replace(speaker=other.speaker, cue=other.cue)
    return told


def _attributed_by_rule(place: Place, before: Sequence[Quotation]) -> Quotation:
    """Return a quotation with the speaker that the first rule finds who can be it."""
    for name, rule in ATTRIBUTION_RULES.items():
        found = rule(place)
        if found is not None and _is_outside(found, place, before):
            return place.quotation._replace(speaker=named(found.speaker).i, cue=found.cue.i, rule=name)
    return place.quotation


def _is_outside(found: Attribution, place: Place, before: Sequence[Quotation]) -> bool:
    """Tell whether a speaker can speak and is not named in a quotation; a few quoted words are only a name."""
    speaker, telling = found.speaker, is_clause(found.cue) and is_telling(clause_of(found.cue))
    last = bisect.bisect_right(before, speaker.i, key=attrgetter("start")) - 1
    other = before[last] if last >= 0 else None
    quoted = other is not None and speaker.i in other and other.end - other.start > MAX_NAME
    return can_speak(speaker, telling=telling) and not quoted and speaker.i not in place.quotation
