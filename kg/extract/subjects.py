"""Who or what a verb is said of: a table of rules, tried in order."""

import typing as t
from collections.abc import Callable

from spacy.tokens import Token

from kg.extract.cues import ACCUSING_VERBS
from kg.extract.event_nouns import is_event
from kg.extract.lemmas import base_form
from kg.extract.syntax import (
    SUBJECTS,
    WH_WORDS,
    child,
    children,
    first_conjunct,
    is_misread_main_verb,
    is_passive,
    is_verb,
)

SubjectRule: t.TypeAlias = Callable[[Token], Token | None]
INTERROGATIVES: t.Final = frozenset({"what", "whatever", "whoever", "how", "why", "when", "where", "whichever"})
FREE_PREPOSITIONS: t.Final = frozenset(
    {"after", "before", "by", "since", "upon", "on", "while", "through", "without", "when", "despite"}
)  # fmt: skip
PROPOSITIONAL_VERBS: t.Final = frozenset(
    {"deny", "reject", "dispute", "refute", "confirm", "dismiss", "contest", "rebut"}
)  # fmt: skip
CONJUNCTION_PREPOSITIONS: t.Final = frozenset({"since", "after", "before", "until", "as", "than"})
SPAN_NOUNS: t.Final = frozenset({"year", "month", "week", "day", "hour", "decade", "season", "century"})
RULE_NOUNS: t.Final = frozenset(
    {"restriction", "law", "rule", "order", "ban", "sanction", "measure", "bill", "act", "regulation", "agreement",
     "treaty", "ruling", "policy", "decree", "directive", "amendment", "tax", "tariff", "embargo", "legislation",
     "contract", "deal"}
)  # fmt: skip
RULING_VERBS: t.Final = frozenset(
    {"bar", "ban", "prohibit", "require", "forbid", "allow", "permit", "authorize", "authorise", "restrict",
     "limit", "oblige", "exempt", "apply", "expire"}
)  # fmt: skip
PERCEPTION_VERBS: t.Final = frozenset(
    {"catch", "see", "find", "hear", "watch", "leave", "keep", "film", "spot", "show"}
)  # fmt: skip
SENDING_VERBS: t.Final = frozenset(
    {"send", "hire", "appoint", "bring", "dispatch", "invite", "choose", "elect", "recruit", "train", "assign"}
)  # fmt: skip
COPULAS: t.Final = frozenset({"be", "become", "remain"})
SINGLING_WORDS: t.Final = frozenset({"first", "last", "only", "next", "second", "third", "latest", "sole"})
SUBJECT_CONTROL: t.Final = frozenset({"promise", "vow", "threaten", "pledge", "swear"})


def own_subject(verb: Token) -> Token | None:
    """The verb has a subject of its own: "The *ministry* fined the bank"."""
    subject = child(verb, *SUBJECTS)
    if subject is None or subject.tag_ in WH_WORDS or subject.lower_ in INTERROGATIVES:
        return None
    if subject.lower_ in {"that", "which", "who"} and verb.dep_ == "relcl":
        return None
    question = subject.dep_ in {"csubj", "csubjpass"} and subject.left_edge.tag_ in WH_WORDS
    return None if question else subject


def existential_subject(verb: Token) -> Token | None:
    """The word "there" only opens the sentence: "There are two *lakes* in the park"."""
    return child(verb, "attr", "dobj") if child(verb, "expl") is not None else None


def relative_subject(verb: Token) -> Token | None:
    """A relative pronoun is the subject: "the *bank*, which fined nobody"."""
    subject = child(verb, *SUBJECTS)
    if verb.dep_ != "relcl":
        return None
    if subject is not None and (subject.tag_ in WH_WORDS or subject.lower_ in {"that", "which", "who"}):
        return None if subject.tag_ == "WP$" else bearer(antecedent(verb))
    if subject is not None or is_infinitive(verb):
        return None
    return bearer(antecedent(verb))


def misread_main_verb_subject(verb: Token) -> Token | None:
    """The parser took the main verb for a participle: "The *choir* performed in Lyon"."""
    return verb.head if is_misread_main_verb(verb) else None


def participle_subject(verb: Token) -> Token | None:
    """A participle modifies a noun: "the *letter* sent in May"."""
    # the tagger often takes the participle for a past tense
    return bearer(verb.head) if verb.dep_ == "acl" and verb.tag_ in {"VBG", "VBN", "VBD"} else None


def singled_out_subject(verb: Token) -> Token | None:
    """An infinitive follows what is first, last or only: "She was the first *woman* to win it"."""
    if verb.dep_ not in {"acl", "relcl"} or not is_infinitive(verb) or child(verb, *SUBJECTS) is not None:
        return None
    noun = verb.head
    singled = any(c.lower_ in SINGLING_WORDS or c.tag_ == "JJS" or c.ent_type_ == "ORDINAL" for c in noun.children)
    return bearer(noun) if singled or noun.lower_ == "one" else None


def shared_subject(verb: Token) -> Token | None:
    """A coordinated verb has the subject of the first one: "The *court* heard and rejected the appeal"."""
    return subject_of(verb.head) if verb.dep_ == "conj" and is_verb(verb.head) else None


def controlled_subject(verb: Token) -> Token | None:
    """A complement has the object of the verb above, else its subject: "asked the *council* to act"."""
    if verb.dep_ not in {"xcomp", "oprd"}:
        return None
    governor = verb.head
    target = child(governor, "dobj", "dative") if governor.lemma_ not in SUBJECT_CONTROL else None
    if target is not None and target.pos_ == "ADP":
        target = child(target, "pobj")
    return target if target is not None else subject_of(governor)


def adverbial_subject(verb: Token) -> Token | None:
    """An adverbial clause without a subject has that of the main clause: "After leaving, *he* wrote a book"."""
    if verb.dep_ == "advcl" and is_verb(verb.head):
        target = child(verb.head, "dobj")
        return target if target is not None and _acts(target, verb) else subject_of(verb.head)
    if verb.dep_ != "pcomp":
        return None
    governor = verb.head.head
    if is_verb(governor) and verb.head.lower_ in FREE_PREPOSITIONS:
        means = verb.head.lower_ == "by" and is_passive(governor)  # "can be avoided by walking": not who walks
        return None if means else subject_of(governor)
    if governor.lemma_ in SPAN_NOUNS and governor.dep_ == "pobj" and is_verb(governor.head.head):
        return subject_of(governor.head.head)
    return None


def _acts(target: Token, verb: Token) -> bool:
    """Tell whether the object of the verb above does it: "caught the *guard* stealing a car"."""
    if not target.i < verb.i or any(word.text == "," for word in verb.doc[target.i : verb.i]):
        return False
    if verb.tag_ == "VBG":
        return verb.head.lemma_ in PERCEPTION_VERBS
    return is_infinitive(verb) and verb.head.lemma_ in SENDING_VERBS


def accused_subject(verb: Token) -> Token | None:
    """A gerund tells what somebody is accused of: "charged the *guard* with stealing a car"."""
    governor = verb.head.head
    if verb.dep_ != "pcomp" or governor.lemma_ not in ACCUSING_VERBS:
        return None
    return subject_of(governor) if is_passive(governor) else child(governor, "dobj")


def misread_conjunction_subject(verb: Token) -> Token | None:
    """The parser took a conjunction for a preposition: "the rise since the *court* gave its ruling"."""
    if verb.i == 0 or verb.dep_ != "dep":
        return None
    for preposition in verb.sent:
        if preposition.i < verb.i and preposition.lower_ in CONJUNCTION_PREPOSITIONS and preposition.dep_ == "prep":
            noun = child(preposition, "pobj")
            if noun is not None and verb_left_alone(preposition, noun) == verb:
                return noun
    return None


def verb_left_alone(preposition: Token, noun: Token) -> Token | None:
    """Return the finite verb without a subject that follows the phrase of a preposition which may be a conjunction."""
    end = noun.right_edge.i + 1
    if preposition.lower_ not in CONJUNCTION_PREPOSITIONS or end >= len(noun.doc):
        return None
    verb = noun.doc[end]
    alone = verb.tag_ in {"VBD", "VBZ", "VBP"} and verb.dep_ == "dep" and child(verb, *SUBJECTS) is None
    return verb if alone else None


SUBJECT_RULES: t.Final[t.Mapping[str, SubjectRule]] = {
    "own-subject": own_subject,
    "existential": existential_subject,
    "relative-subject": relative_subject,
    "misread-main-verb": misread_main_verb_subject,
    "participle-subject": participle_subject,
    "singled-out-subject": singled_out_subject,
    "shared-subject": shared_subject,
    "controlled-subject": controlled_subject,
    "accused-subject": accused_subject,
    "adverbial-subject": adverbial_subject,
    "misread-conjunction": misread_conjunction_subject,
}


def subject_of(verb: Token) -> Token | None:
    """Return the word that `verb` is said of, or None where the sentence does not tell."""
    found = find_subject(verb)
    return found[1] if found else None


def find_subject(verb: Token) -> tuple[str, Token] | None:
    """Return the name of the first subject rule that fits, and the subject."""
    for name, rule in SUBJECT_RULES.items():
        subject = rule(verb)
        if subject is not None:
            return name, subject
    return None


def is_infinitive(verb: Token) -> bool:
    """Tell whether `verb` is a to-infinitive."""
    return any(word.dep_ == "aux" and word.lower_ == "to" for word in verb.children)


def bearer(noun: Token) -> Token:
    """Return what a noun stands for, where the sentence says it: "Acme is a *firm* founded in 1997" is about Acme.

    A predicate noun stands for the subject of its copula, an explaining apposition for the name that it explains.
    """
    if noun.dep_ == "attr" and base_form(noun.head) in COPULAS:
        subject = subject_of(noun.head)
        # in a cleft the relative clause is about the noun: "It was the navy that closed the port"
        return (
            noun if subject is None or subject.dep_ == "expl" or subject.lower_ in {"it", "this", "that"} else subject
        )
    if noun.dep_ == "appos" and noun.pos_ == "NOUN" and noun.head.pos_ == "PROPN":
        return bearer(noun.head)
    return noun


def antecedent(verb: Token) -> Token:
    """Return the noun that the relative clause of `verb` is about.

    The parser hangs it on the nearest noun. A noun above that one is meant where the clause could not be said of the
    nearest: where the number of the verb differs, where a person or place would be denied ("links to the *state*, which
    the firm denies"), or where a thing would forbid what only rules can ("limits on *tea*, which bar imports").
    """
    noun = first_conjunct(verb).head
    candidates = [noun]
    while (above := _noun_above(candidates[-1])) is not None:
        candidates.append(above)
    for fits in (_agrees, _can_be_denied, _can_rule):
        candidates = [c for c in candidates if fits(verb, c)] or candidates
    return candidates[0]


def _noun_above(noun: Token) -> Token | None:
    """Return the noun that a noun completes: behind a preposition, or as the object of an infinitive."""
    if noun.dep_ == "pobj" and noun.head.head.pos_ in {"NOUN", "PROPN"}:
        return noun.head.head
    return noun.head.head if noun.dep_ == "dobj" and noun.head.dep_ == "acl" else None


def _agrees(verb: Token, noun: Token) -> bool:
    """Tell whether the number of a present-tense verb fits the noun that would be its subject."""
    finite = next((w for w in (verb, *children(verb, "aux", "auxpass")) if w.tag_ in {"VBZ", "VBP"}), None)
    subject = child(verb, *SUBJECTS)
    if finite is None or (subject is not None and subject.tag_ not in WH_WORDS and subject.lower_ != "that"):
        return True
    return (finite.tag_ == "VBZ") == (noun.tag_ in {"NN", "NNP"})


def _can_be_denied(verb: Token, noun: Token) -> bool:
    return verb.lemma_ not in PROPOSITIONAL_VERBS or is_event(noun)


def _can_rule(verb: Token, noun: Token) -> bool:
    return verb.lemma_ not in RULING_VERBS or noun.lemma_ in RULE_NOUNS
