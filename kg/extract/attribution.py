"""Attribution of clauses: the speaker, and the person who denies it."""

import itertools
import typing as t
from collections.abc import Iterator

from kg.extract.chains import Chain, base_form, chain_of
from kg.extract.patterns import OF_CLAUSES
from kg.extract.text import Text, cached
from kg.grammar.clause import Argument, Clause, LinkKind, Word
from kg.lexicon import nouns, value, verbs, words
from kg.lexicon.supersenses import verb_supersense
from kg.reference.quotations import can_speak, named, needs_person

PASSING: t.Final[frozenset[LinkKind]] = frozenset(t.get_args(LinkKind)) - {"main"}
"""Links to a governing clause whose source applies to the clause too."""
FEELING: t.Final = "emotion"
"""The class of verbs of feeling (WordNet's lexicographer files)."""
IT: t.Final = "it"
ACCORDING_TO: t.Final = "according to"
"""The words before the source of a statement, which is neither an object nor an adverbial."""
BESIDE: t.Final = words("opens", "gerund", "time")
"""Openers of what the author of an accusation does: "arrested him *after* finding a gun"."""
ACCUSED: t.Final[frozenset[LinkKind]] = frozenset({"argument", "conjunct", "gerund", "open"})
"""Links to a governing clause that is itself part of an accusation, which then covers both."""
is_aside, describes_itself, finds_itself, has_pronoun_agent, is_afterthought, is_told_on = (
    OF_CLAUSES[name].answer
    for name in ("in-passing", "describes-itself", "finds-itself", "with-pronoun-agent", "afterthought", "told-on")
)
DENIABLE: t.Final[frozenset[LinkKind]] = frozenset({"content", "noun content", "gerund", "argument", "open"})
"""Links to a verb of denying that denies the clause."""


class Source(t.NamedTuple):
    """The word for a speaker or denier, and the cue word; `claims` is whether the cue makes it only a claim."""

    speaker: Word | None
    cue: Word
    claims: bool = False


def source_of(text: Text, chain: Chain) -> Source | None:
    """Return the source of a clause: the nearest one above or next to it, else the speaker of its quotation.

    If the nearest has no speaker, or one who only learned it, the next source counts: "*she* said it was claimed
    that it is closed", "*she* said he understood that it is closed".
    """
    found = reports(text, chain.top)
    reported, quoted = next(found, None), quotation(text, chain.last.head)
    if reported is None or quoted is None:
        return quoted or _with_next_speaker(reported, found)
    if not _has_speaker(reported):
        return quoted._replace(claims=reported.claims)
    return quoted if quoted == reported._replace(claims=False) else reported


def _with_next_speaker(reported: Source | None, others: Iterator[Source]) -> Source | None:
    """Return a source, with the speaker of the next source if it has none itself; a claim stays a claim."""
    if reported is None or _has_speaker(reported):
        return reported
    source = next(filter(_has_speaker, others), reported)
    return source._replace(claims=reported.claims)


def _has_speaker(source: Source) -> bool:
    """Return whether a source has a speaker who says it, and did not only learn it: "*learned* that it fell".

    An expletive or a sign is not a speaker: "*it* means that prices fell".
    """
    lemma = source.cue.lemma
    shows = lemma not in verbs("say") and verb_supersense(lemma) not in {"cognition", FEELING}
    if source.speaker is None or (source.speaker.lower == IT and shows):
        return False
    return lemma not in verbs("report", "learned")


def outer_speaker_of(text: Text, chain: Chain, source: Source) -> Word | None:
    """Return the outer speaker, who reports the speech of another: "*Reed* said that Silva claimed that it is closed".

    A pronoun as the speaker usually refers to the outer speaker: "Reed said that *he* thinks that it is closed". In a
    quotation it does not: "“*He* thinks that it is closed,” Reed said". A clause next to another report is not part of
    that report: "Reed said it is closed, and *Silva said* it is open".
    """
    quoted = quotation(text, chain.last.head)
    if source.speaker is None:
        return None
    if source.speaker.kind == "pronoun":
        return quoted.speaker if quoted is not None and _is_another(text, source.speaker, quoted) else None
    verb = text.clauses.get(source.cue.index)
    subject = verb.first("subject") if verb is not None and verb.link.kind == "conjunct" else None
    separate = subject is not None and not subject.shared
    found = (*(reports(text, chain.top) if not separate else [source]), quoted)
    above = itertools.dropwhile(lambda each: each is None or each.cue != source.cue, found)
    speakers = (each.speaker for each in above if each is not None)
    return next((each for each in speakers if each is not None and each != source.speaker), None)


def _is_another(text: Text, pronoun: Word, quoted: Source) -> bool:
    """Return whether a pronoun in a quotation does not refer to the speaker: "*he*", "*they*", but not "I"."""
    inside = text.quotation(pronoun) is not None and quoted.speaker != pronoun
    return inside and value("pronoun").get(pronoun.lower, "").startswith("3 ")


def quotation(text: Text, word: Word) -> Source | None:
    """The clause is in a quotation: "“It is closed,” *she* said"."""
    found = text.quotation(word)
    if found is None or found.speaker is None or found.cue is None:
        return None
    return Source(text.word(found.speaker), text.word(found.cue))


def reports(text: Text, clause: Clause) -> Iterator[Source]:
    """Yield the sources of a clause, nearest first: "*she* said it is closed", "it is, *she* said, closed"."""
    seen, accusable, below, word, aside = {clause.index}, True, clause, clause.head, None
    while True:
        near = (each for each in sources_near(text, clause, seen, word) if not _is_closed_before(text, each, below))
        content = content_of_verb(text, clause) or content_of_noun(text, clause)
        content = content or (accusation(text, clause) if accusable else None)
        yield from (each for each in filter(None, (*near, content)) if _covers(text, each, aside))
        describes = clause.link.kind == "relative" and clause.link.apart
        aside = aside or (clause if describes else None)
        above = text.above(clause, *PASSING)
        if above is None or above.index in seen:
            return
        seen.add(above.index)
        accusable = accusable and clause.link.kind in ACCUSED
        below, clause = clause, above


def _covers(text: Text, source: Source, aside: Clause | None) -> bool:
    """Return whether a report covers a describing relative clause in its content, which may be the author's words.

    It does if it follows ("Doe, *who was ill*, left, Reed said"), or if the clause continues what is told.
    """
    if aside is None or (source.cue.index > aside.index and not source.claims):
        return True
    return source.cue.lemma in verbs("say") and is_told_on(text, aside)


def _is_closed_before(text: Text, source: Source, clause: Clause) -> bool:
    """Return whether a source ends the clause before another with a source: "it fell, *according to us*; she left".

    After a conjunction it opens the second clause instead: "it fell, and *according to us* she left". After a clause of
    saying, what is told goes on if a conjunction follows: "it fell, *he said*, and she left".
    """
    first, subject, joint = text.above(clause, "conjunct"), clause.first("subject"), clause.link.joint
    if first is None or subject is None or subject.shared:
        return False
    start = joint.index if joint is not None else subject.start
    goes_on = joint is not None and source.cue.lemma in verbs("say") and clause.lemma not in verbs("report")
    return not goes_on and first.index < source.cue.index < min(start, subject.start)


@cached
def content_of_verb(text: Text, clause: Clause) -> Source | None:
    """The content of a verb of saying: "*she* said that it is closed", "*she* admitted closing it"."""
    above = text.above(clause)
    verb = above if clause.link.kind == "content" or describes_itself(text, clause) else None
    if verb is None or not is_report(text, verb) or is_found(text, clause):
        return None
    if is_afterthought(text, clause):
        return None
    speaker = speaker_of(text, verb)
    hearsay = speaker is None and verb.voice == "passive" and verb.lemma in verbs("report", "heard")
    return Source(speaker, verb.head, claims=hearsay or verb.lemma in verbs("report", "claimed"))


def is_found(text: Text, clause: Clause) -> bool:
    """Return whether a content is a thing or an action of the subject, not something said.

    For example "found *what they want*", "found *themselves waiting*".
    """
    above = text.above(clause, "content") if not clause.link.marker else None
    contents = above.all("content") if above is not None else ()
    own = (each for each in contents if each.clause == clause.index and not is_around(above, each))
    return finds_itself(text, clause) or any(_opens_with_argument(text, each) for each in own)


def is_around(verb: Clause | None, content: Argument) -> bool:
    """Return whether the content surrounds the verb of saying: "Silva, *who* she says *left*"."""
    return verb is not None and verb.link.kind == "relative" and content.start < verb.head.index < content.end


def _opens_with_argument(text: Text, content: Argument) -> bool:
    """Return whether a content starts with an argument of its verb: "*what* they want", not "*what* fell is a wall"."""
    first = text.parse.tokens[content.start]
    if first.lower_ not in words("question") or first.lower_ in words("determiner", "definite"):
        return False
    above = next((word for word in first.governors if word.kind != "preposition"), first)
    return first.kind in {"pronoun", "determiner"} and above.i == content.head.index


def accusation(text: Text, clause: Clause) -> Source | None:
    """The content of an accusation: "*she* accused him of lying"."""
    verb = accused_by(text, clause)
    if verb is None or verb.lemma not in verbs("accuse") & verbs("report") or verb.negations:
        return None
    return Source(speaker_of(text, verb), verb.head, claims=True)


def accused_by(text: Text, clause: Clause) -> Clause | None:
    """Return the verb of accusation: "*charged* with lying", "*sued* for lying".

    A clause after the gerund belongs to it: "accused of lying *because he was afraid*". So does a relative clause about
    the accused: "accused of a plot in which *he lied*".
    """
    above, kind = text.above(clause, "gerund", "adverbial", "relative"), clause.link.kind
    if above is None or (clause.link.apart and kind != "gerund"):
        return None
    if kind == "relative" and has_pronoun_agent(text, clause):
        return above if above.lemma in verbs("accuse") else accused_by(text, above)
    beside = clause.index < above.index or any(word.lower in BESIDE for word in clause.link.marker)
    gerunds = (each.index for each in text.below(above) if each.link.kind == "gerund")
    after_gerund = any(above.index < each < clause.index for each in gerunds)
    accused = after_gerund if beside is (kind == "gerund") else kind == "gerund"
    return above if accused and above.lemma in verbs("accuse") else None


def content_of_noun(text: Text, clause: Clause) -> Source | None:
    """The content of a noun of saying: "her *claim* that it is closed"."""
    noun = clause.link.noun if clause.link.kind == "noun content" else None
    if noun is None or noun.lemma not in nouns("content"):
        return None
    return Source(owner_of(text, clause, noun), noun, claims=noun.lemma in nouns("content", "claimed"))


def owner_of(text: Text, clause: Clause, noun: Word) -> Word | None:
    """Return the maker of a claim: its possessor, or the subject of the verb that has it as object."""
    owners = text.phrase(noun).of_kind("possessor")
    if owners:
        return owners[0].head
    verb = text.above(clause)
    reporting = verbs("support", "doer") | verbs("say") | verbs("report")
    if verb is None or verb.lemma not in reporting:
        return None  # the subject of "*faces* a claim" does not make it
    subject, carried = verb.first("subject"), any(argument.head == noun for argument in verb.all("object"))
    return subject.head if subject is not None and carried and speaks(text, subject, verb) else None


def is_report(text: Text, verb: Clause) -> bool:
    """Return whether a verb with a content reports it, and is not refused: "*refused* to say"."""
    if not reports_content(verb) or verb.negations or opens_condition(verb):
        return False
    return "negated" not in chain_of(text, verb).bonds


def reports_content(verb: Clause) -> bool:
    """Return whether a verb, alone or with its particle, reports its content: "*said* that", "*made clear* that"."""
    return not verbs("report").isdisjoint({verb.lemma, base_form(verb)}) or continues_speech(verb)


def continues_speech(verb: Clause) -> bool:
    """Return whether the speaker continues, after the content: "It is dead, *he went on*"."""
    content = verb.first("content")
    return content is not None and content.end <= verb.index and base_form(verb) in verbs("aspect")


def opens_condition(clause: Clause) -> bool:
    """Return whether a participle with a content is a conditional conjunction: "*assuming* that it rains"."""
    opens = clause.form == "participle" and clause.head.lower in words("opens", "condition")
    return opens and clause.first("content") is not None


def speaker_of(text: Text, verb: Clause) -> Word | None:
    """Return the speaker of a reporting verb; None if the text names none or it cannot speak."""
    role: t.Literal["subject", "agent"] = "agent" if verb.voice == "passive" else "subject"
    argument = verb.first(role)
    speaking = argument is not None and speaks(text, argument, verb)
    return named_speaker(text, argument.head) if argument is not None and speaking else None


def named_speaker(text: Text, word: Word) -> Word:
    """Return the name of a speaker with a role, else the word: "the envoy to Oslo *Ana Silva*"."""
    return text.word(named(text.token(word)).i)


def speaks(text: Text, argument: Argument, verb: Clause | None = None) -> bool:
    """Return whether an argument can be a speaker: a person, an organization, a state, a document.

    `verb` is the verb of saying, if the argument is its subject.
    """
    as_person = verb is not None and needs_person(verb)
    return argument.phrase is not None and can_speak(text.token(argument.head), as_person=as_person)


def sources_near(text: Text, clause: Clause, seen: t.Container[int], word: Word) -> Iterator[Source]:
    """Yield the sources next to a clause: "*according to* her", "as *she* said", "it is, *she* said, closed".

    A modifier of the source is not attributed to it: "according to a study *published* in May".
    """
    for argument in (*clause.all("oblique"), *_closing(text, clause)):
        if is_source(text, argument) and not argument.start <= word.index < argument.end:
            yield Source(named_speaker(text, argument.head), argument.marker[0])
    for other in text.below(clause):
        speaker = speaker_of(text, other) if other.index not in seen and is_aside(text, other) else None
        if speaker is None:
            continue
        expected = other.lemma in verbs("plan") or verb_supersense(other.lemma) == FEELING
        if other.link.kind != "adverbial" or not expected:  # "rates rose, *as expected*"
            yield Source(speaker, other.head)


def is_source(text: Text, argument: Argument) -> bool:
    """Return whether a phrase names a speaker, or anything that is set off: not "sorted *according to* size"."""
    if argument.preposition != ACCORDING_TO or argument.phrase is None:
        return False
    first = argument.marker[0].index
    return speaks(text, argument) or text.follows_mark(first) or first == text.sentence(argument.head)[0]


def _closing(text: Text, clause: Clause) -> Iterator[Argument]:
    """Yield the source that ends the last of several clauses: "it fell and she left, *according to us*"."""
    last = clause
    while (following := text.next_conjunct(last)) is not None:
        last = following
    for argument in last.all("oblique") if last is not clause else ():
        start = argument.marker[0].index if argument.marker else argument.start
        if start > last.index and argument.end + 1 >= last.sentence[1] and text.follows_mark(start):
            yield argument


def denial_of(text: Text, chain: Chain) -> Source | None:
    """Return the denier: the subject of a verb of denying above."""
    for upper, bond in zip(chain.clauses, chain.bonds, strict=False):
        if bond == "denied":
            return _denier(upper)
    if chain.top.kind == "noun":
        return _denial_in_relative(text, chain.top)
    *_, clause = text.coordinated(chain.top)
    above = text.above(clause, *DENIABLE)
    if above is None or above.negations or above.lemma not in verbs("report", "denied"):
        return None
    if clause.link.kind == "gerund" and any(word.lower in words("opens", "time") for word in clause.link.marker):
        return None  # "rejected it *before* buying it"
    follows = bool(clause.link.marker) or clause.head.index > above.head.index  # "it was sad, but *I doubt* it fell"
    return _denier(above) if follows else None


def _denial_in_relative(text: Text, noun: Clause) -> Source | None:
    """Return the denier of an event in a relative clause after it: "links to the army, which *the firm* denies"."""
    above = text.above(noun, "argument")
    if above is not None and above.lemma in verbs("report", "denied") and not above.negations:
        return _denier(above)
    inner = text.inside(noun.head.index + 1, text.phrase(noun.head).end)
    denying = (each for each in inner if each.link.kind == "relative" and each.lemma in verbs("report", "denied"))
    return next((_denier(each) for each in denying if each.first("object") is not None), None)


def _denier(verb: Clause) -> Source:
    """Return the denier: the subject of a verb, the agent of a passive: "the claim was denied *by Silva*"."""
    denier = verb.first("agent" if verb.voice == "passive" else "subject")
    return Source(denier.head if denier is not None else None, verb.head)
