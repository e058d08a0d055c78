"""Repairs of clauses of saying and knowing: which verb a second verb, or the time of a report, belongs to."""

import typing as t

from kg.annotate.repairs.repair import SUBJECTS, VERBS_OF_FINDINGS, Repair, auxiliaries, has_subject, word_before

if t.TYPE_CHECKING:
    from kg.annotate.parse import Token

REPORTED_VERBS: t.Final = frozenset(
    {"allege", "assume", "believe", "estimate", "expect", "know", "report", "rumour", "say", "suspect", "think",
     "understand"}
)  # fmt: skip
SAYING_VERBS: t.Final = VERBS_OF_FINDINGS | frozenset(
    {"add", "admit", "announce", "argue", "deny", "insist", "note", "state", "tell", "write"}
)
MODALS: t.Final = frozenset({"will", "would", "could", "should", "might", "may", "can", "must", "'ll", "'d"})
SHARED_AUXILIARIES: t.Final = frozenset(
    {"had", "has", "have", "will", "would", "could", "should", "might", "may", "can", "must", "was", "were"}
)


def parallel_verb(word: "Token") -> tuple[Repair, ...]:
    """A coordinated verb goes with the one that has its auxiliary: "found that they *had* known and *had* failed"."""
    above, shared = word.head, auxiliaries(word) & SHARED_AUXILIARIES
    if not shared or has_subject(word):
        return ()
    if shared & auxiliaries(above):
        return ()
    clauses = [clause for clause in above.rights if clause.dep_ == "ccomp" and clause.i < word.i]
    fits = clauses and clauses[-1].i > above.i and shared & auxiliaries(clauses[-1]) and has_subject(clauses[-1])
    return (Repair(word, clauses[-1], "conj", word.tag_),) if fits else ()


def parallel_tense(word: "Token") -> tuple[Repair, ...]:
    """A perfect goes with the present and not with a past below it: "*denies* that they lied and *has* sued them"."""
    past = word.head
    above = past.head
    perfect = word.tag_ == "VBN" and not has_subject(word) and auxiliaries(word) & {"has", "have"}
    torn = past.dep_ == "ccomp" and past.tag_ == "VBD" and not auxiliaries(past) and above.tag_ in {"VBZ", "VBP"}
    return (Repair(word, above, "conj", word.tag_),) if perfect and torn else ()


def reduced_report(word: "Token") -> tuple[Repair, ...]:
    """A verb of belief before a perfect or "be" is a passive: "the cable, *thought* to have been cut"."""
    if word.dep_ == "acl" or word.lemma_ not in REPORTED_VERBS:
        return ()
    infinitive = next((c for c in word.rights if c.dep_ == "xcomp" and c.i > word.i), None)
    if infinitive is None:
        return ()
    marks = {child.lower_ for child in infinitive.lefts if child.dep_ in {"aux", "auxpass"}}
    state = "to" in marks and (bool(marks & {"have", "be"}) or infinitive.lower_ == "be")
    comma, noun = word_before(word), None
    if (
        state
        and comma is not None
        and comma.text == ","
        and not any(c.i < word.i for c in word.lefts if c.dep_ != "advmod")
    ):
        noun = word_before(comma)
    return (Repair(word, noun, "acl", "VBN"),) if noun is not None and noun.pos_ in {"NOUN", "PROPN"} else ()


def circumstance_of_report(word: "Token") -> tuple[Repair, ...]:
    """A phrase between a verb of saying and its clause is of the saying: "said *on* Monday it had sold the mill"."""
    clause = word.head
    verb = clause.head
    if clause.dep_ != "ccomp" or verb.lemma_ not in SAYING_VERBS or word_before(word) is not verb:
        return ()
    subject = next((child for child in clause.lefts if child.dep_ in SUBJECTS), None)
    last = word.right_edge
    direct = subject is not None and subject.left_edge.i == last.i + 1
    year = last.tag_ == "CD" and last.head is word  # "said in 2020 sales fell"
    return (Repair(word, verb, "prep", word.tag_),) if direct and not year else ()


def verb_beside_report(word: "Token") -> tuple[Repair, ...]:
    """A bare past goes with the verb of saying and not with a modal: "*said* it would cut jobs but *declined* to"."""
    clause = word.head
    verb = clause.head
    bare = word.tag_ == "VBD" and not auxiliaries(word) and not has_subject(word)
    told = clause.dep_ == "ccomp" and bool(auxiliaries(clause) & MODALS) and verb.tag_ == "VBD"
    return (Repair(word, verb, "conj", word.tag_),) if bare and told and verb.lemma_ in SAYING_VERBS else ()


def second_report(word: "Token") -> tuple[Repair, ...]:
    """Two reports stand side by side: "She *said* that it was safe, but a guard *told* us that it was not"."""
    clause = word.head
    verb = clause.head
    reports = clause.dep_ == "ccomp" and verb.lemma_ in SAYING_VERBS and word.lemma_ in SAYING_VERBS
    if not reports or not any(child.dep_ == "ccomp" for child in word.rights):
        return ()
    subject = next((child for child in word.lefts if child.dep_ in SUBJECTS), None)
    joining = word_before(subject.left_edge) if subject is not None else None
    comma = word_before(joining) if joining is not None and joining.lower_ in {"but", "and", "while"} else None
    apart = comma is not None and comma.text == "," and subject is not None and subject.pos_ != "PRON"
    return (Repair(word, verb, "conj", word.tag_),) if apart else ()
