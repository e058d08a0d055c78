"""Repairs of clauses of saying and knowing: which verb a second verb, or the time of a report, belongs to."""

import typing as t

from kg.grammar.repairs.repair import SUBJECTS, VERBS_OF_FINDINGS, Repair, auxiliaries, has_subject, word_before
from kg.lexicon.noun_types import noun_type
from kg.lexicon.supersenses import noun_supersense, verb_supersense

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token

REPORTED_VERBS: t.Final = frozenset(
    {"allege", "assume", "believe", "estimate", "expect", "know", "report", "rumour", "say", "suspect", "think",
     "understand"}
)  # fmt: skip
SAYING_VERBS: t.Final = VERBS_OF_FINDINGS | frozenset(
    {"add", "admit", "announce", "argue", "deny", "insist", "note", "state", "tell", "write"}
)
MODALS: t.Final = frozenset({"will", "would", "could", "should", "might", "may", "can", "must", "'ll", "'d"})
FINITE_TAGS: t.Final = frozenset({"MD", "VBD", "VBP", "VBZ"})
SILENT_KINDS: t.Final = frozenset({"act", "attribute", "event", "possession", "quantity"})
"""Kinds of nouns (WordNet's supersenses) that nobody takes for a speaker."""
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
    """A bare past goes with the verb of saying and not with a modal: "*said* it would cut jobs but *declined* to".

    Nor does what only speakers do go with a thing: "*said* the price was absurd and *threatened* to sue".
    """
    clause = word.head
    verb = clause.head
    bare = word.tag_ == "VBD" and not auxiliaries(word) and not has_subject(word)
    told = clause.dep_ == "ccomp" and verb.tag_ == "VBD" and verb.lemma_ in SAYING_VERBS
    said = verb_supersense(word.lemma_) == "communication" and _is_of_thing(clause)
    apart = said or bool(auxiliaries(clause) & MODALS)
    return (Repair(word, verb, "conj", word.tag_),) if bare and told and apart else ()


def _is_of_thing(clause: "Token") -> bool:
    """Tell whether the subject of a clause can say nothing: "the *price* was absurd"."""
    subject = next((child for child in clause.lefts if child.dep_ in SUBJECTS), None)
    noun = subject.lemma_.lower() if subject is not None and subject.pos_ == "NOUN" else ""
    return noun_type(noun) == "Thing" and noun_supersense(noun) in SILENT_KINDS


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


def trailing_report(word: "Token") -> tuple[Repair, ...]:
    """Who stands between the last comma and a verb of saying says it: "killed six, *police* and witnesses said"."""
    clause = next((c for c in word.lefts if c.dep_ == "ccomp" and has_subject(c)), None) or _clause_beside(word)
    told = any(c.dep_ in {"ccomp", "xcomp"} or (c.dep_ == "dobj" and word.lemma_ != "tell") for c in word.rights)
    if word.lemma_ not in SAYING_VERBS or clause is None or told or has_subject(word) or auxiliaries(word):
        return ()
    speaker = _noun_behind_comma(word)
    if speaker is None or clause not in speaker.ancestors:
        return ()
    # what stands before the comma takes the place of the speaker: "fled to *Chad*, aid groups and the UN said"
    before = [c for c in speaker.lefts if c.i < word.i and _is_before_comma(c, word)]
    above = [c for c in before if c.dep_ in {"nmod", "compound"}]
    listed = speaker.dep_ in {"conj", "appos"} and not before
    if not listed and (len(above) != 1 or speaker.dep_ not in {"dobj", "pobj"}):
        return ()
    beside = clause is word.head
    return (
        Repair(speaker, word, "nsubj", speaker.tag_),
        *(Repair(c, speaker.head, speaker.dep_, c.tag_) for c in above),
        *(Repair(c, above[0], c.dep_, c.tag_) for c in before if c not in above and c.text != ","),
        *(Repair(c, word, "punct", c.tag_) for c in before if c.text == ","),
        *((Repair(word, word, "ROOT", word.tag_), Repair(clause, word, "ccomp", clause.tag_)) if beside else ()),
    )


def _clause_beside(verb: "Token") -> "Token | None":
    """Return the main clause that a verb of saying without a conjunction seems to continue."""
    clause = verb.head
    main = verb.dep_ == "conj" and clause.head is clause and clause.i < verb.i and has_subject(clause)
    return clause if main and not any(c.dep_ == "cc" for c in clause.rights) else None


def _is_before_comma(word: "Token", verb: "Token") -> bool:
    """Tell whether a comma stands at a word or between it and a verb."""
    return any(token.text == "," for token in word.doc.tokens[word.i : verb.i])


def _noun_behind_comma(verb: "Token") -> "Token | None":
    """Return the noun of the one phrase between the last comma and a verb, which is no last member of a list."""
    tokens = verb.doc.tokens
    comma = next((i for i in range(verb.i - 1, -1, -1) if tokens[i].text == ","), verb.i)
    phrase = tokens[comma + 1 : verb.i]
    if not phrase or phrase[0].dep_ in {"cc", "prep"} or any(w.tag_ in FINITE_TAGS for w in phrase):
        return None
    tops = [w for w in phrase if w.head not in phrase]
    return tops[0] if len(tops) == 1 and tops[0].pos_ in {"NOUN", "PROPN"} else None


def report_behind_clause(word: "Token") -> tuple[Repair, ...]:
    """A verb of saying without a conjunction or content reports the clause before: "A ferry *sank*, police *said*"."""
    clause = word.head
    subject = next((c for c in word.lefts if c.dep_ == "nsubj"), None)
    told = any(c.dep_ in {"dobj", "ccomp", "xcomp"} and c.tag_ not in {"NNS", "PRP"} for c in word.rights)
    joined = any(c.dep_ == "cc" and c.i > clause.i for c in clause.rights) or any(c.dep_ == "cc" for c in word.lefts)
    if word.tag_ != "VBD" or word.lemma_ not in SAYING_VERBS or subject is None or told or joined:
        return ()
    if clause.head is not clause or not has_subject(clause) or auxiliaries(word) or word.i < clause.i:
        return ()
    speaker, moved = _speaker_and_torn_object(subject)
    if speaker is None:
        return ()
    behind = [c for c in clause.rights if c.dep_ == "punct" and c.i > word.i]
    return (
        Repair(word, word, "ROOT", word.tag_),
        Repair(clause, word, "ccomp", clause.tag_),
        *moved,
        *(Repair(c, word, "punct", c.tag_) for c in behind),
    )


def _speaker_and_torn_object(subject: "Token") -> tuple["Token | None", tuple[Repair, ...]]:
    """Return who says it, and the object of a verb before that the parser took for the first of those who say it."""
    before = word_before(subject.left_edge)
    if before is not None and before.text == ",":
        return subject, ()
    speaker = next((c for c in subject.rights if c.dep_ in {"conj", "appos"}), None)
    comma = word_before(speaker.left_edge) if speaker is not None else None
    if before is None or before.tag_ != "VBG" or any(c.dep_ == "dobj" for c in before.rights):
        return None, ()
    if speaker is None or comma is None or comma.text != ",":
        return None, ()
    return speaker, (
        Repair(subject, before, "dobj", subject.tag_),
        Repair(speaker, subject.head, "nsubj", speaker.tag_),
    )
