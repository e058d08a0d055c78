"""Verbs that say nothing of a subject, though the parse looks so: a table of tests, each with what it finds."""

import typing as t
from collections.abc import Callable

from kg.extract.lemmas import base_form
from kg.extract.prepositions import is_participial_preposition, torn_subject
from kg.extract.syntax import AUXILIARIES, SUBJECTS, child, children
from kg.grammar.parse import Token
from kg.reference.completion import is_infinitive

NAMING_VERBS: t.Final = frozenset({"call", "dub", "title", "entitle", "nickname", "label"})
EXPECTING_VERBS: t.Final = frozenset({"expect", "plan", "schedule", "slate"})
JUDGING_NOUNS: t.Final = frozenset(
    {"aim", "case", "challenge", "crime", "dream", "duty", "goal", "honor", "honour", "idea", "intention", "job", "joy",
     "mistake", "pity", "pleasure", "policy", "practice", "privilege", "relief", "responsibility", "shame", "surprise",
     "task", "time", "tragedy", "way"}
)  # fmt: skip


def is_impersonal(verb: Token) -> bool:
    """The word "it" only holds the place of a clause: "*It is* time to leave", "*It is* clear that prices rise"."""
    subject = child(verb, *SUBJECTS)
    if subject is not None and subject.lower_ == "it" and verb.lemma_ == "take":
        return any(is_infinitive(clause) for clause in children(verb, "xcomp", "advcl"))  # "*It took* years to build"
    if subject is None or subject.lower_ != "it" or base_form(verb) not in {"be", "become", "seem", "remain"}:
        return False
    judged = child(verb, "attr", "acomp", "oprd")
    clauses = [
        *children(verb, "ccomp", "xcomp", "advcl", "csubj"),
        *(children(judged, "xcomp", "relcl", "acl", "ccomp", "advcl") if judged else []),
    ]
    content = any(is_infinitive(c) or child(c, "mark") is not None or c.dep_ == "ccomp" for c in clauses)
    if (
        judged is None
        or not content
        or any(c.lower_ in {"if", "because", "while", "when"} for x in clauses for c in children(x, "mark"))
    ):
        return False
    return judged.pos_ == "ADJ" or judged.lemma_ in JUDGING_NOUNS


def is_naming_participle(verb: Token) -> bool:
    """The parser took a participle for the main verb: "a unit of the navy *called* the Seals was sent"."""
    if verb.lemma_ not in NAMING_VERBS or verb.tag_ not in {"VBD", "VBN"} or child(verb, *AUXILIARIES) is not None:
        return False
    subject, names = child(verb, *SUBJECTS), children(verb, "dobj", "oprd", "attr")
    before = verb.nbor(-1) if verb.i > verb.sent.start else verb
    torn = subject is not None and before != subject and before.pos_ in {"NOUN", "PROPN"}
    return torn and len(names) == 1 and names[0].pos_ == "PROPN"


def is_torn_gerund(verb: Token) -> bool:
    """A participle behind a preposition has no subject of its own: "headed for the *station* prompting delays"."""
    return verb.dep_ == "pcomp" and torn_subject(verb) is not None


def is_comparing_participle(verb: Token) -> bool:
    """A participle behind "as" or "than" says how the clause is meant: "the largest, *as measured* by its staff"."""
    compared = any(word.lower_ in {"as", "than"} for word in children(verb, "mark", "advmod"))
    return compared and verb.tag_ == "VBN" and child(verb, *SUBJECTS, *AUXILIARIES) is None


def is_expected_participle(verb: Token) -> bool:
    """A participle of plans without an object is no past tense: "laws on fishing *expected* next month"."""
    bare = verb.tag_ in {"VBD", "VBN"} and child(verb, *AUXILIARIES, "dobj", "ccomp", "xcomp", "prep", "agent") is None
    return bare and verb.lemma_ in EXPECTING_VERBS and child(verb, "npadvmod") is not None


def is_way_of_effort(verb: Token) -> bool:
    """To go out of one's way is to take pains: "*went out of* their way to help" tells of no way."""
    words = verb.doc[verb.i + 1 : verb.i + 6].text.lower().split()
    return verb.lemma_ == "go" and words[:2] == ["out", "of"] and bool({"way", "ways"} & set(words))


MISREADINGS: t.Final[t.Mapping[str, Callable[[Token], bool]]] = {
    "participial preposition": is_participial_preposition,
    "impersonal": is_impersonal,
    "naming participle": is_naming_participle,
    "torn gerund": is_torn_gerund,
    "comparing participle": is_comparing_participle,
    "expected participle": is_expected_participle,
    "way of effort": is_way_of_effort,
}


def is_misread(verb: Token) -> bool:
    """Tell whether any test of the table finds that `verb` says nothing of its subject."""
    return any(fits(verb) for fits in MISREADINGS.values())
