"""What stands around a verb: objects, complements, prepositional phrases, times and clauses."""

import typing as t
from collections.abc import Callable, Iterator

from spacy.tokens import Token

from kg.annotate.phrases import OF_VERBS, recipient_inside
from kg.annotate.times import time_at
from kg.extract.predications import CLAUSE, COMPLEMENT, EXTENT, OBJECT, PARTICIPLE, WHEN, Argument
from kg.extract.prepositions import is_discourse_marker, prepositional, role
from kg.extract.subjects import antecedent, bearer, is_infinitive
from kg.extract.syntax import PREPOSITIONS, SUBJECTS, WH_WORDS, child, children, is_cut_word, is_verb

UNGAPPED_ANTECEDENTS: t.Final = frozenset(
    {"time", "day", "year", "way", "reason", "moment", "place", "month", "week", "extent"}
)  # fmt: skip
INTRANSITIVE_VERBS: t.Final = frozenset(
    {"arrive", "be", "become", "come", "die", "exist", "fall", "go", "happen", "lie", "live", "occur", "remain",
     "rise", "seem", "sit", "sleep", "stand", "stay", "travel", "walk", "work"}
)  # fmt: skip
BARE_INFINITIVE_VERBS: t.Final = frozenset({"let", "make", "help", "have", "see", "hear", "watch", "feel"})
PARTICLE_ADVERBS: t.Final = frozenset(
    {"back", "away", "together", "apart", "forward", "ahead", "along", "aside", "forth"}
)  # fmt: skip
ATTRIBUTION: t.Final = "according to"


def arguments_of(verb: Token) -> Iterator[Argument]:
    """Yield the arguments of one verb, without its subject and without absorbed complements, in text order."""
    for word in verb.children:
        yield from _argument(word)
        yield from (a for noun in _nouns_at(word) for a in misplaced_times(noun))
    yield from _of_phrase_at_object(verb)
    yield from _gapped_arguments(verb)
    yield from _shared_object(verb)
    yield from _setting_of_existence(verb)


def _setting_of_existence(verb: Token) -> Iterator[Argument]:
    """Yield where and when "there is" something: the parser hangs it on the thing ("two lakes *in the park*")."""
    thing = child(verb, "attr") if child(verb, "expl") is not None else None
    for preposition in children(thing, "prep") if thing is not None else []:
        if preposition.lower_ != "of":
            yield from prepositional(preposition)


def _of_phrase_at_object(verb: Token) -> Iterator[Argument]:
    """Yield what the parser hung on the object though the verb asks for it: "accused the mayor *of fraud*"."""
    target = child(verb, "dobj") if verb.lemma_ in OF_VERBS else None
    for preposition in children(target, "prep") if target is not None else []:
        if preposition.lower_ == "of":
            yield from prepositional(preposition)


def _nouns_at(word: Token) -> list[Token]:
    if word.dep_ in PREPOSITIONS:
        return children(word, "pobj")
    return [word] if word.dep_ in {"dobj", "nsubj", "nsubjpass", "attr", "dative"} else []


def misplaced_times(noun: Token, depth: int = 3) -> Iterator[Argument]:
    """Yield the times that the parser hung on a noun though they tell when the verb is true: "by Lyon *in 2010*".

    A name is not in time, so any time at it is the verb's; at other nouns only a day is ("a prize for courage *on
    Monday*").
    """
    for preposition in children(noun, "prep") if depth else []:
        for inner in children(preposition, "pobj"):
            if time_at(inner) is None:
                yield from misplaced_times(inner, depth - 1)
            elif noun.pos_ in {"PROPN", "PRON"} or preposition.lower_ == "on":
                yield Argument(preposition.lower_, inner, (preposition,))


def _shared_object(verb: Token) -> Iterator[Argument]:
    """Yield the object that two neighbouring verbs share: "heard and rejected *the appeal*"."""
    other = child(verb, "conj")
    beside = other is not None and other.i == verb.i + 2 and other.tag_ == verb.tag_
    if other is None or not beside or child(verb, "dobj", "prep", "ccomp") is not None:
        return
    shared = child(other, "dobj")
    if shared is not None and child(other, *SUBJECTS) is None:
        yield Argument(OBJECT, shared)


def _core(word: Token) -> Iterator[Argument]:
    """An object or complement: "fined *the bank*", "named her *director*", "is *ready*"."""
    recipient = recipient_inside(word)
    if recipient is not None:
        yield Argument("to", recipient)
    yield Argument(OBJECT if word.dep_ == "dobj" else COMPLEMENT, word)


def _small_clause_of_a_quality(word: Token) -> Iterator[Argument]:
    """A quality with a subject of its own: "made *the tax unlawful*" makes the tax so."""
    yield from (Argument(OBJECT, subject) for subject in children(word, "nsubj"))
    yield Argument(COMPLEMENT, word)


def _adjective_with_preposition(word: Token) -> Iterator[Argument]:
    """An adjective that needs its preposition: "is *aware of the risk*" relates to the risk."""
    for preposition in children(word, "prep"):
        if preposition.i == word.i + 1:
            yield from prepositional(preposition, (word,))


def _needs_preposition(word: Token) -> bool:
    return (
        word.dep_ == "acomp" and word.i + 1 < len(word.doc) and word.nbor().dep_ == "prep" and word.nbor().head == word
    )


def _prepositional(word: Token) -> Iterator[Argument]:
    """A prepositional phrase: "works *for the bank*"; "for example" is none."""
    return iter(()) if is_discourse_marker(word) else prepositional(word)


def _behind_adverb(word: Token) -> Iterator[Argument]:
    """A phrase behind an adverb: "went *back to Lyon*", "stands *north of Lyon*"; a particle belongs to the verb."""
    before = () if is_particle_adverb(word) else (word,)
    for preposition in children(word, "prep"):
        if not before or preposition.i == word.i + 1:
            yield from prepositional(preposition, before)


def _recipient(word: Token) -> Iterator[Argument]:
    """A receiver without a preposition: "gave *the nurse* a medal"."""
    yield Argument("to", word)


def _when(word: Token) -> Iterator[Argument]:
    """A time without a preposition: "closed *last month*"."""
    yield Argument(WHEN, word)


def _extent(word: Token) -> Iterator[Argument]:
    """A measure without a preposition: "rose *two points*"."""
    yield Argument(EXTENT, word)


def _opened_span(word: Token) -> Iterator[Argument]:
    """A span of time that a participle opens: "*starting from July*"."""
    return (a for preposition in children(word, "prep") for a in prepositional(preposition))


def _clause(word: Token) -> Iterator[Argument]:
    """A clause: "said *it would close*"; of an infinitive with a subject the subject is the object: "let *them* go"."""
    if is_small_clause(word):
        yield Argument(OBJECT, child(word, "nsubj") or word)
    yield Argument(_clause_role(word), word, clausal=True)


ArgumentRule: t.TypeAlias = tuple[Callable[[Token], bool], Callable[[Token], Iterator[Argument]]]
ARGUMENT_RULES: t.Final[t.Mapping[str, ArgumentRule]] = {
    "small-clause-of-a-quality": (
        lambda w: w.dep_ == "ccomp" and w.pos_ in {"ADJ", "NOUN"} and child(w, "nsubj") is not None,
        _small_clause_of_a_quality,
    ),
    "adjective-with-preposition": (_needs_preposition, _adjective_with_preposition),
    "core": (lambda w: w.dep_ in {"dobj", "attr", "oprd", "acomp"}, _core),
    "prepositional": (lambda w: w.dep_ in PREPOSITIONS or (w.dep_ == "dative" and w.pos_ == "ADP"), _prepositional),
    "behind-adverb": (lambda w: w.dep_ == "advmod" and w.i > w.head.i and child(w, "prep") is not None, _behind_adverb),
    "recipient": (lambda w: w.dep_ == "dative", _recipient),
    "when": (lambda w: w.dep_ in {"npadvmod", "advmod"} and time_at(w) is not None, _when),
    "extent": (lambda w: w.dep_ == "npadvmod" and w.i > w.head.i, _extent),
    "opened-span": (lambda w: is_opening_participle(w), _opened_span),
    "clause": (lambda w: w.dep_ in {"ccomp", "xcomp", "advcl"} and is_verb(w), _clause),
}
"""By name: which words around a verb a rule is for, and the arguments it makes of one; the first that fits counts."""


def _argument(word: Token) -> Iterator[Argument]:
    if word.tag_ not in WH_WORDS and not _is_out_of_reach(word):
        rule = next((make for fits, make in ARGUMENT_RULES.values() if fits(word)), None)
        if rule is not None:
            yield from rule(word)


def _is_out_of_reach(word: Token) -> bool:
    """Tell whether a word is no argument of the verb that it hangs on: behind a colon, or the half of a cut word."""
    verb = word.head
    if word.dep_ in {"dobj", "attr", "oprd"} and word.i > verb.i:
        return is_cut_word(word) or any(between.text in {":", ";"} for between in word.doc[verb.i : word.left_edge.i])
    return False


def is_particle_adverb(word: Token) -> bool:
    """Tell whether an adverb of direction belongs to its verb like a particle: "called *back*"."""
    return word.dep_ == "advmod" and word.lower_ in PARTICLE_ADVERBS and word.i > word.head.i


def _clause_role(verb: Token) -> str:
    """Return the conjunction of a clause, "to" for an infinitive of purpose, else `clause`."""
    mark = child(verb, "mark")
    if mark is not None and mark.lower_ != "that":
        return mark.lower_
    adverb = next((c for c in children(verb, "advmod") if c.tag_ == "WRB"), None)
    if adverb is not None and verb.dep_ == "advcl":
        return adverb.lower_
    if is_small_clause(verb):
        return "to"
    if is_infinitive(verb) and child(verb, *SUBJECTS) is None:
        return "to"
    return CLAUSE if verb.dep_ == "ccomp" else PARTICIPLE


def is_opening_participle(word: Token) -> bool:
    """Tell whether a participle only opens a span of time: "*Starting* from July, the firm will …"."""
    return (
        word.dep_ in {"advcl", "prep", "acl"}
        and word.lower_ in {"starting", "beginning"}
        and child(word, "dobj") is None
    )


def is_small_clause(verb: Token) -> bool:
    """Tell whether a clausal complement is an infinitive with its own subject: "let *them leave*"."""
    subject = child(verb, "nsubj")
    if subject is None or verb.dep_ != "ccomp" or subject.i < verb.head.i or subject.tag_ in WH_WORDS:
        return False
    bare = verb.tag_ == "VB" and child(verb, "aux") is None and verb.head.lemma_ in BARE_INFINITIVE_VERBS
    return is_infinitive(verb) or bare


def _gapped_arguments(verb: Token) -> Iterator[Argument]:
    """Yield what a relative pronoun, or the gap in a relative clause without one, stands for."""
    if verb.dep_ != "relcl":
        return
    noun = bearer(antecedent(verb))
    for word in verb.children:
        if word.dep_ == "dobj" and word.tag_ in WH_WORDS:
            yield Argument(OBJECT, noun)
        elif word.dep_ in PREPOSITIONS:
            target = child(word, "pobj")
            stranded = target is None and child(word, "pcomp", "prep") is None
            if stranded or (target is not None and target.tag_ in WH_WORDS):
                yield Argument(role(word, (word,)), noun, (word,))
        elif word.tag_ == "WRB" and word.lower_ == "where":
            yield Argument("in", noun)
    if _has_bare_gap(verb, antecedent(verb)):
        yield Argument(OBJECT, noun)


def _has_bare_gap(verb: Token, noun: Token) -> bool:
    """Tell whether the clause has a subject, no relative pronoun and no object: "the claims they made"."""
    filled = child(verb, "dobj", "attr", "acomp", "ccomp", "xcomp", "auxpass") is not None
    if filled or child(verb, *SUBJECTS) is None or any(word.tag_ in WH_WORDS for word in verb.lefts):
        return False
    if child(verb, "prep") is not None and verb.lemma_ in INTRANSITIVE_VERBS:
        return False
    stranded = any(not list(preposition.children) for preposition in children(verb, "prep"))
    return noun.lemma_ not in UNGAPPED_ANTECEDENTS and not stranded
