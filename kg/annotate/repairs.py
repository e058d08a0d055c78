"""Parse errors that the words around show for certain, put right before the rules read a parse: a table of repairs."""

import functools
import typing as t
from collections.abc import Callable, Iterator, Sequence

from kg.lexicon.words import REMEMBERED

if t.TYPE_CHECKING:
    from kg.annotate.parse import Token

REPORTED_VERBS: t.Final = frozenset(
    {"allege", "assume", "believe", "estimate", "expect", "know", "report", "rumour", "say", "suspect", "think",
     "understand"}
)  # fmt: skip
UNITS_OF_MEASURE: t.Final = frozenset(
    {"centimetre", "centimeter", "day", "degree", "foot", "hour", "inch", "kilometre", "kilometer", "metre", "meter",
     "mile", "millimetre", "millimeter", "minute", "month", "second", "storey", "story", "week", "yard", "year"}
)  # fmt: skip
SHARED_AUXILIARIES: t.Final = frozenset(
    {"had", "has", "have", "will", "would", "could", "should", "might", "may", "can", "must", "was", "were"}
)
SUBJECTS: t.Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


class Repair(t.NamedTuple):
    """What a token should hang on (the root on itself), and as what; `tag` is its part of speech from then on."""

    word: "Token"
    head: "Token"
    dependency: str
    tag: str


def passive_behind_copula(word: "Token") -> tuple[Repair, ...]:
    """A participle with an agent is the verb, and the copula its auxiliary: "was fire-*bombed* by rebels"."""
    copula = word.head
    agent = any(child.dep_ == "agent" for child in word.rights)
    if word.tag_ != "VBN" or copula.lemma_ != "be" or not agent:
        return ()
    moved = (child for child in copula.children if child is not word)
    renamed = {"nsubj": "nsubjpass", "csubj": "csubjpass"}
    above = word if copula.head is copula else copula.head
    return (
        Repair(word, above, copula.dep_, word.tag_),
        Repair(copula, word, "auxpass", copula.tag_),
        *(Repair(child, word, renamed.get(child.dep_, child.dep_), child.tag_) for child in moved),
    )


def _auxiliaries(verb: "Token") -> frozenset[str]:
    return frozenset(word.lower_ for word in verb.lefts if word.dep_ in {"aux", "auxpass"})


def parallel_verb(word: "Token") -> tuple[Repair, ...]:
    """A coordinated verb goes with the one that has its auxiliary: "found that they *had* known and *had* failed"."""
    above, shared = word.head, _auxiliaries(word) & SHARED_AUXILIARIES
    if not shared or _has_subject(word):
        return ()
    if shared & _auxiliaries(above):
        return ()
    clauses = [clause for clause in above.rights if clause.dep_ == "ccomp" and clause.i < word.i]
    fits = clauses and clauses[-1].i > above.i and shared & _auxiliaries(clauses[-1]) and _has_subject(clauses[-1])
    return (Repair(word, clauses[-1], "conj", word.tag_),) if fits else ()


def parallel_tense(word: "Token") -> tuple[Repair, ...]:
    """A perfect goes with the present and not with a past below it: "*denies* that they lied and *has* sued them"."""
    past = word.head
    above = past.head
    perfect = word.tag_ == "VBN" and not _has_subject(word) and _auxiliaries(word) & {"has", "have"}
    torn = past.dep_ == "ccomp" and past.tag_ == "VBD" and not _auxiliaries(past) and above.tag_ in {"VBZ", "VBP"}
    return (Repair(word, above, "conj", word.tag_),) if perfect and torn else ()


def _has_subject(verb: "Token") -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.lefts)


def reduced_report(word: "Token") -> tuple[Repair, ...]:
    """A verb of belief before a perfect or "be" is a passive: "the cable, *thought* to have been cut"."""
    if word.dep_ == "acl" or word.lemma_ not in REPORTED_VERBS:
        return ()
    infinitive = next((c for c in word.rights if c.dep_ == "xcomp" and c.i > word.i), None)
    if infinitive is None:
        return ()
    marks = {child.lower_ for child in infinitive.lefts if child.dep_ in {"aux", "auxpass"}}
    state = "to" in marks and (bool(marks & {"have", "be"}) or infinitive.lower_ == "be")
    comma, noun = _before(word), None
    if (
        state
        and comma is not None
        and comma.text == ","
        and not any(c.i < word.i for c in word.lefts if c.dep_ != "advmod")
    ):
        noun = _before(comma)
    return (Repair(word, noun, "acl", "VBN"),) if noun is not None and noun.pos_ in {"NOUN", "PROPN"} else ()


def _before(word: "Token") -> "Token | None":
    return word.doc.tokens[word.i - 1] if word.i > 0 else None


def measured_quality(word: "Token") -> tuple[Repair, ...]:
    """A measure before an adjective is no subject of it: "is two *centimetres* long"."""
    quality = word.head
    measured = word.lemma_.lower() in UNITS_OF_MEASURE and word.i + 1 == quality.i
    counted = any(child.dep_ == "nummod" for child in word.lefts)
    return (Repair(word, quality, "npadvmod", word.tag_),) if measured and counted and quality.dep_ == "acomp" else ()


def misread_object(word: "Token") -> tuple[Repair, ...]:
    """A noun with an article or owner is the object of its verb and no clause: "made her *debut* in Lyon"."""
    phrase = word.tag_ in {"NN", "NNS"} and word.i > word.head.i
    owned = any(child.dep_ in {"det", "poss"} for child in word.lefts)
    clause = any(child.dep_ in {*SUBJECTS, "aux", "auxpass", "mark", "cop"} for child in word.children)
    alone = not any(child.dep_ in {"dobj", "attr"} for child in word.head.children)
    return (Repair(word, word.head, "dobj", word.tag_),) if phrase and owned and alone and not clause else ()


def torn_noun_phrase(word: "Token") -> tuple[Repair, ...]:
    """Two subjects without a comma between them are one: "A *magnitude* 6.1 earthquake struck"."""
    last = next((c for c in word.head.lefts if c.dep_ == word.dep_ and c.i > word.i), None)
    if last is None or last.left_edge.i != word.i + 1:
        return ()
    nouns = word.tag_ in {"NN", "NNP"} and last.tag_ in {"NN", "NNS", "NNP"} and not word.rights
    kind = not word.ent_type_ and last.ent_type_ != "PERSON" and last.left_edge.tag_ not in {"DT", "PRP$"}
    return (Repair(word, last, "compound", word.tag_),) if nouns and kind else ()


def torn_range(word: "Token") -> tuple[Repair, ...]:
    """The end of a range goes with its beginning: "a profit of between £4m and *£5m*"."""
    of = next((c for c in word.head.rights if c.lower_ == "of" and c.i < word.i), None)
    first = next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None
    if first is None or first.i > word.i:
        return ()
    opened = any(c.lower_ == "between" for c in first.subtree)
    numeric = any(c.like_num for c in word.subtree)
    return (Repair(word, first, "conj", word.tag_),) if opened and numeric else ()


class RepairRule(t.NamedTuple):
    """What mends an error, and the dependencies or the tags of the tokens that it is for; none named: of all."""

    mend: Callable[["Token"], tuple[Repair, ...]]
    dependencies: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()


REPAIRS: t.Final[t.Mapping[str, RepairRule]] = {
    "passive-behind-copula": RepairRule(passive_behind_copula, dependencies=frozenset({"acomp"})),
    "parallel-verb": RepairRule(parallel_verb, dependencies=frozenset({"conj"})),
    "parallel-tense": RepairRule(parallel_tense, dependencies=frozenset({"conj"})),
    "reduced-report": RepairRule(reduced_report, tags=frozenset({"VBD", "VBN"})),
    "measured-quality": RepairRule(measured_quality, dependencies=frozenset({"nsubj"})),
    "misread-object": RepairRule(misread_object, dependencies=frozenset({"ccomp"})),
    "torn-noun-phrase": RepairRule(torn_noun_phrase, dependencies=frozenset({"nsubj", "nsubjpass"})),
    "torn-range": RepairRule(torn_range, dependencies=frozenset({"conj"})),
}


@functools.lru_cache(maxsize=REMEMBERED)
def _rules_for(dependency: str, tag: str) -> tuple[tuple[str, RepairRule], ...]:
    """Return the rules for a token with this dependency and tag, by name."""
    return tuple(
        (name, rule)
        for name, rule in REPAIRS.items()
        if dependency in (rule.dependencies or {dependency}) and tag in (rule.tags or {tag})
    )


def repairs(tokens: Sequence["Token"]) -> Iterator[tuple[str, tuple[Repair, ...]]]:
    """Yield the repairs of a parse: the name of each, and what it does to one token or several.

    Args:
        tokens: the tokens of a whole parse, tied to their heads.
    """
    for word in tokens:
        for name, rule in _rules_for(word.dep_, word.tag_):
            mended = rule.mend(word)
            if mended:
                yield name, mended
                break
