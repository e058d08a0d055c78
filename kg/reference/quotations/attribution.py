"""Attributes quotations to speakers: an ordered table of rules over the words around a quotation."""

import bisect
import itertools
import typing as t
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter

from kg.grammar.antecedents import source_according
from kg.grammar.clause import Clause, LinkKind
from kg.grammar.clauses import clause_of, is_clause
from kg.grammar.parse import Parse, Token
from kg.grammar.patterns import by_name
from kg.lexicon import value, verbs
from kg.lexicon.supersenses import noun_supersense, verb_supersense
from kg.reference.quotations.marks import ALL_MARKS, MARKS, Paragraph, Quotation, paragraphs, spans, turns
from kg.reference.quotations.speakers import can_speak, is_saying, named, needs_person, reporter

REACH: t.Final = 20
"""The maximum number of words between a verb of saying and a quotation mark."""
VOICED: t.Final = frozenset({"communication", "cognition", "emotion"})
"""The supersenses of verbs whose subject may be quoted next."""
ASSERTED_LINKS: t.Final[frozenset[LinkKind]] = frozenset({"conjunct", "adverbial", "participle"})
"""The links of a clause that is asserted together with the one above it."""
NOMINAL: t.Final = frozenset({"noun", "name"})
ENDS: t.Final = frozenset({".", "?", "!", ";"})  # an abbreviation may contain one: "Acme *Inc.*"
STOPS: t.Final = ENDS.union(MARKS)


class Attribution(t.NamedTuple):
    """The word for the speaker, and the cue word."""

    speaker: Token
    cue: Token


class Place(t.NamedTuple):
    """A quotation in its Doc: the paragraph it begins in, the one before that, the end of the one it ends in.

    `before` is the previous quotation, with its speaker.
    """

    doc: Parse
    quotation: Quotation
    paragraph: Paragraph
    paragraph_before: Paragraph | None
    paragraph_end: int
    before: Quotation | None

    @property
    def opens_paragraph(self) -> bool:
        """Return whether the quotation begins its paragraph."""
        return self.quotation.start - 1 <= self.paragraph.start

    @property
    def is_sentence(self) -> bool:
        """Return whether the quotation is a sentence: a capital at its start, and a finite verb."""
        first = next((word for word in self._words() if word.is_alpha), None)
        return first is not None and first.text[0].isupper() and self.has_verb

    @property
    def has_verb(self) -> bool:
        """Return whether the quotation has a finite verb; a capitalized one belongs to a title."""
        return any(word.form in {"past", "present", "modal"} and not word.text[0].isupper() for word in self._words())

    def _words(self) -> Iterator[Token]:
        return iter(self.doc[self.quotation.start : self.quotation.end])

    def word_before(self) -> Token | None:
        """Return the last token before the opening mark, in the paragraph or at the end of the one before."""
        lowest = self.paragraph_before.start if self.opens_paragraph and self.paragraph_before else self.paragraph.start
        marked = self.quotation.start > 0 and self.doc[self.quotation.start - 1].text in ALL_MARKS
        words = (self.doc[i] for i in range(self.quotation.start - 1 - marked, lowest - 1, -1))
        return next((word for word in words if not word.is_space), None)

    def words_after(self) -> Iterator[Token]:
        """Return the tokens after the closing mark, up to the end of its sentence or paragraph."""
        after = self.doc[min(self.quotation.end + 1, self.paragraph_end) : self.paragraph_end]
        return (word for word in itertools.takewhile(lambda word: word.text not in STOPS, after) if not word.is_space)


def clause_behind(place: Place) -> Attribution | None:
    """A clause of saying follows: "…," *the mayor said*; "…?" *asked the mayor*; "…," *according to* the mayor."""
    words = list(itertools.dropwhile(lambda word: word.is_punct, place.words_after()))
    if not words or (words[0].kind, words[0].entity, words[0].text[0].isupper()) == ("determiner", "", True):
        return None  # another sentence: “It is old”, *The* mayor agreed
    last = place.doc[place.quotation.end - 1]
    after = place.doc[place.quotation.end + 1 : place.quotation.end + 2].text
    comma = last.text in {",", "?", "!", "-", "–", "—", "...", "…"} or after == ","
    if not comma and (not place.is_sentence or last.text in ENDS):
        return None
    if words[0].lower_ == "according":
        return _attributed(source_according(words[0]), words[0])
    verb = next((word for word in words if is_saying(word)), None)
    return _attributed(_adjacent_speaker(verb, words), verb) if verb is not None else None


def _attributed(speaker: Token | None, cue: Token) -> Attribution | None:
    return Attribution(speaker, cue) if speaker is not None else None


def _adjacent_speaker(verb: Token, words: Sequence[Token]) -> Token | None:
    """Return the speaker, if only words of the clause are between the speaker and the quotation.

    The parser may attach a noun of a long quotation to the verb, too: “Wind, rain, the *cold*,” *she* said.
    """
    subjects = [each for each in (reporter(verb), *verb.all("subject")) if each is not None and each in words]
    subject = next((each for each in subjects if min(each.first.i, verb.i) <= words[0].i + 1), None)
    return subject if subject is not None else _adjacent_noun(verb, words, subjects)


def _adjacent_noun(verb: Token, words: Sequence[Token], subjects: Sequence[Token]) -> Token | None:
    """Return the noun next to the verb of saying if the parser finds no subject there: "confirmed *a guard*".

    A noun after the verb counts only if the verb follows the mark directly: not “scum”, *urged people* to come.
    """
    before = [word for word in words if word.i < verb.i]
    after = [word for word in words if word.i > verb.i and verb.nbor(-1).text in ALL_MARKS]
    if any(word.kind == "verb" for word in before):
        return None
    noun = next((_top(word, words) for word in ((*subjects, *before) if before else after)), None)
    return noun if noun is not None and noun.kind in NOMINAL and can_speak(noun, strictly=True) else None


def _top(word: Token, words: Sequence[Token]) -> Token:
    """Return the highest noun above a word, among some words: in "*a* guard of the bank" the guard."""
    while word.governor is not word and word.governor in words and word.governor.kind in NOMINAL:
        word = word.governor
    return word


def clause_before(place: Place) -> Attribution | None:
    """A clause of saying precedes: *The mayor said*: "…"; a report *stating* "…"; *adding* that "…"."""
    before = place.word_before()
    if before is None or (place.opens_paragraph and before.text[-1] not in ",:"):
        return None
    verb = next((word for word in _words_back(before) if is_saying(word) or word.lower_ == "according"), None)
    if verb is None or verb.all("negation") or _contains_clause(verb, before):
        return None
    if verb.lower_ == "according":
        source = _attributed(source_according(verb), verb)
        return source if source is not None and source.speaker.last.i + 1 >= before.i else None
    return _attributed(reporter(verb), verb) if place.has_verb or _introduces(verb, before) else None


def _introduces(verb: Token, last: Token) -> bool:
    """Return whether a verb of saying, a "that", a comma or a colon is directly before a quotation mark."""
    return verb == last or last.text[-1] in ",:" or last.lower_ == "that"


def _clauses(word: Token) -> list[Clause]:
    """Return the clauses of verbs in the sentence of a word."""
    return [clause_of(other) for other in word.doc[word.sent.start : word.sent.end] if is_clause(other)]


def _words_back(word: Token) -> Iterator[Token]:
    """Return a word and the words before it, back to the end of a sentence or to a quotation mark."""
    back = (word.doc[index] for index in range(word.i, max(word.i - REACH, -1), -1))
    return itertools.takewhile(lambda other: other.text not in STOPS, back)


def _contains_clause(verb: Token, last: Token) -> bool:
    """Return whether another clause with a subject is between a verb of saying and a quotation mark."""
    between = verb.doc[verb.i + 1 : last.i + 1]
    return any(word.function == "subject" and word.governor.i in range(verb.i + 1, last.i + 1) for word in between)


def colon(place: Place) -> Attribution | None:
    """A sentence about a person, or a name, ends in a colon: *The mayor* was blunt: "…"; *Ana Silva* of Acme: "…"."""
    before, alone = place.word_before(), place.is_sentence or place.opens_paragraph
    if before is None or before.text[-1] != ":" or not alone:
        return None
    speaker = _first_subject(before)
    if speaker is None or _is_one_person(speaker):
        return _attributed(speaker, before)
    return Attribution(speaker, before) if speaker.kind != "pronoun" and can_speak(speaker, strictly=True) else None


def _first_subject(sign: Token) -> Token | None:
    """Return the first subject before a sign, in a clause that depends on no word before it, else the first person."""
    before = [clause for clause in _clauses(sign) if clause.head.index < sign.i and clause.link.noun is None]
    tops = (clause for clause in before if clause.link.above is None or clause.link.above >= sign.i)
    if not before:
        opening = sign.doc[sign.sent.start : sign.i]
        return next((word for word in opening if word.nbor().entity != word.entity == "PERSON"), None)
    subject = next((phrase for clause in tops if (phrase := clause.first("subject")) is not None), None)
    return named(sign.doc[subject.head.index]) if subject is not None and subject.head.index < sign.i else None


def _is_one_person(word: Token) -> bool:
    if word.kind == "noun":
        return not word.plural and noun_supersense(word.lemma_.lower()) == "person"
    return word.entity == "PERSON" or value("pronoun").get(word.lower_, "").startswith("3 singular ")


def _is_silent_between(doc: Parse, one: Quotation, other: Quotation) -> bool:
    between = doc[one.end + 1 : other.start - 1]
    return all(word.is_punct or word.is_space or word.kind == "conjunction" for word in between)


def continued(place: Place) -> Attribution | None:
    """A quotation continues after its clause of saying, a sign or "and": "…," the mayor said. "…"; "…" and "…"."""
    before = place.before
    if before is None or before.start < place.paragraph.start:
        return None
    if _is_silent_between(place.doc, before, place.quotation):
        return _inherited(place)
    *inner, last = place.doc[before.end + 1 : place.quotation.start - 1]
    one_clause = last.text[-1] in ENDS | {",", ":"} and not any(word.text in ENDS for word in inner)
    return _inherited(place) if one_clause and before.cue in range(before.end, place.quotation.start) else None


def told_before(place: Place) -> Attribution | None:
    """The words before it report what a person says: *Silva* said that they were sad. "We lost the bridge."."""
    before = place.word_before()
    if before is None or before.text[-1] not in ENDS | {","} or not place.is_sentence:
        return None
    if place.before is not None and before.i in place.before:
        return None
    clauses = (clause for clause in _asserted_clauses(before) if clause.head.index < place.quotation.start)
    sources = (_source_of(place.doc, clause, ended=before.text[-1] in ENDS) for clause in clauses)
    found = next((source for source in sources if source is not None), None)
    same = found is not None and place.before is not None and found.cue.i == place.before.cue
    return _inherited(place) if same else found  # the verb of the quotation before has the same speaker


def _source_of(doc: Parse, clause: Clause, *, ended: bool) -> Attribution | None:
    """Return the source of a report; after a comma, the one person who says, thinks or feels it."""
    subject = clause.first("subject") if clause.voice == "active" else None
    if subject is None or subject.phrase is None:
        return None
    word = named(doc[subject.head.index])
    voiced = clause.lemma in verbs("say") or verb_supersense(clause.lemma) in VOICED
    one = voiced and not subject.phrase.conjuncts and _is_one_person(word)
    reports = clause.lemma in verbs("say") or (clause.lemma in verbs("report") and clause.first("content") is not None)
    return Attribution(word, doc[clause.head.index]) if one or (ended and reports) else None


def _asserted_clauses(word: Token) -> Iterator[Clause]:
    """Yield the clauses that the sentence of a word asserts itself: neither content clauses nor relative clauses."""
    asserted: set[int] = set()
    for clause in sorted(_clauses(word), key=lambda clause: clause.link.kind != "main"):
        if clause.link.kind == "main" or (clause.link.kind in ASSERTED_LINKS and clause.link.above in asserted):
            asserted.add(clause.index)
            yield clause


def goes_on(place: Place) -> Attribution | None:
    """The last speaker continues after a sentence in which nobody speaks: "…," she said. It rained. "…"."""
    before, word = place.before, place.word_before()
    if before is None or word is None or place.quotation.start - before.end > 25:
        return None
    return _inherited(place) if word.text[-1] in ENDS and place.is_sentence else None


def _inherited(place: Place) -> Attribution | None:
    before = place.before
    if before is None or before.speaker is None or before.cue is None:
        return None
    return Attribution(place.doc[before.speaker], place.doc[before.cue])


ATTRIBUTION_RULES: t.Final[Mapping[str, Callable[[Place], Attribution | None]]] = by_name(
    clause_behind, clause_before, continued, colon, told_before, goes_on
)
"""The rules by name, in the order in which they are tried."""


def quotations(parse: Parse) -> tuple[Quotation, ...]:
    """Return the quotations of a parse in text order, each with its speaker if the text names one."""
    parts = paragraphs(parse)
    ends = [part.end for part in parts]
    attributed = turns(parse, parts)
    for quotation in spans(parse, parts) if not attributed else ():
        index = bisect.bisect_right(ends, quotation.start - 1)
        before = attributed[-1] if attributed else None
        end = ends[bisect.bisect_left(ends, quotation.end, lo=index)]
        place = Place(parse, quotation, parts[index], parts[index - 1] if index else None, end, before)
        attributed.append(_attributed_by_rule(place, attributed))
    return tuple(_with_next_speaker(parse, attributed))


def _with_next_speaker(doc: Parse, attributed: Sequence[Quotation]) -> list[Quotation]:
    """Return quotations, each without a speaker with that of the next one: "It is old." "It must go," …."""
    result = list(attributed)
    for one in reversed(range(len(result) - 1)):
        other = result[one + 1]
        if result[one].speaker is None and other.speaker is not None and _is_silent_between(doc, result[one], other):
            result[one] = result[one]._replace(speaker=other.speaker, cue=other.cue)
    return result


def _attributed_by_rule(place: Place, before: Sequence[Quotation]) -> Quotation:
    """Return a quotation with the speaker of the first rule that finds a possible one."""
    for name, rule in ATTRIBUTION_RULES.items():
        attribution = rule(place)
        if attribution is not None and _is_outside(attribution, place, before):
            return place.quotation._replace(speaker=named(attribution.speaker).i, cue=attribution.cue.i, rule=name)
    return place.quotation


def _is_outside(attribution: Attribution, place: Place, before: Sequence[Quotation]) -> bool:
    """Return whether a speaker can speak and is outside of quotations; a few quoted words are only a name."""
    speaker, as_person = attribution.speaker, is_clause(attribution.cue) and needs_person(clause_of(attribution.cue))
    last = bisect.bisect_right(before, speaker.i, key=attrgetter("start")) - 1
    other = before[last] if last >= 0 else None
    quoted = other is not None and speaker.i in other and other.end - other.start > 3
    return can_speak(speaker, as_person=as_person) and not quoted and speaker.i not in place.quotation
