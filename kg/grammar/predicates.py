"""Verbs as predicates: which words are predicates, and the meaning of their auxiliaries and forms."""

import typing as t

from kg.grammar.clause import Form, Tense
from kg.grammar.corrections import VOCABULARY
from kg.grammar.labels import AUXILIARIES, FINITE_TAGS, MISTAGGED, NOMINAL_SUBJECTS, SUBJECTS, VERB_TAGS
from kg.grammar.parse import Token, cached
from kg.grammar.patterns import plain
from kg.lexicon import words as words_of_class

NO_PREDICATE: t.Final = frozenset({"aux", "auxpass", "prep", "case", "cc", "punct", "compound", "nmod", "mark", "det"})
is_participial_preposition: t.Final = cached(plain(VOCABULARY, "opens-like-preposition"))
is_some_of_them, is_particle = (plain(VOCABULARY, name) for name in ("some-of-them", "verb-particle"))
is_comment: t.Final = plain(VOCABULARY, "comment")


@cached
def is_predicate(token: Token) -> bool:
    """Return whether a token is a verb with a predication: not an auxiliary, a preposition or part of a noun.

    A modal verb may stand for the whole predicate: "if they *cannot*".
    """
    if token.tag_ in VERB_TAGS:
        return token.dep_ not in NO_PREDICATE and not is_participial_preposition(token)
    if token.tag_ == "MD":
        return token.dep_ == "advcl" and child(token, *SUBJECTS) is not None
    return token.tag_ in MISTAGGED and bool(token.children) and child(token, "auxpass") is not None


def child(token: Token, *labels: str) -> Token | None:
    """Return the first dependent with one of these labels, in text order."""
    for word in token.children:
        if word.dep_ in labels:
            return word
    return None


def children(token: Token, *labels: str) -> list[Token]:
    """Return the dependents with one of these labels, in text order."""
    return [word for word in token.children if word.dep_ in labels]


@cached
def auxiliaries_of(verb: Token) -> list[Token]:
    """Return the auxiliaries of a verb without "to"; a bare form after another verb shares those of the first.

    A bare auxiliary continues the modal of the first verb: "*can* train and *get* picked".
    """
    own = [word for word in verb.children if word.dep_ in AUXILIARIES and word.tag_ != "TO"]
    if _shares_modal(verb):
        return [word for word in auxiliaries_of(verb.head) if word.tag_ in FINITE_TAGS] + own
    return auxiliaries_of(verb.head) if not own and shares_auxiliaries(verb) else own


def _shares_modal(verb: Token) -> bool:
    """Return whether a conjunct, or its first auxiliary, is bare: "can train and *get* paid", "may be cut and *go*"."""
    if verb.dep_ != "conj" or not is_predicate(verb.head) or child(verb, *SUBJECTS) is not None:
        return False
    first = child(verb, *AUXILIARIES) or verb
    modal = is_infinitive(verb.head) or any(word.tag_ == "MD" for word in auxiliaries_of(verb.head))
    return first.tag_ == "VB" and (first is not verb or modal)


@cached
def shares_auxiliaries(verb: Token) -> bool:
    """Return whether a verb shares the auxiliaries of the verb before it: "*was* founded and *sold*".

    After "would have" or "has not", a form that may be a past is a participle: "*hasn't* closed or *sold* it".
    """
    if verb.dep_ != "conj" or not is_predicate(verb.head) or child(verb, "expl", *SUBJECTS, *AUXILIARIES) is not None:
        return False
    if verb.tag_ == "VBD" and verb.head.tag_ == "VBN":
        words = [word.lemma_ for word in verb.head.lefts if word.dep_ == "aux"]
        return words[-1:] == ["have"] and (len(words) > 1 or bool(negations_of(verb)))
    return verb.tag_ in {"VB", "VBG", "VBN"} and verb.tag_ == verb.head.tag_


@cached
def is_infinitive(verb: Token) -> bool:
    """Return whether a verb is a to-infinitive or a conjunct of one: "to sign and *pay*", "to be fed and *housed*".

    A conjunct of a form after "to be" has the same form: "to be buying and *selling*".
    """
    bare = (verb.tag_ in {"VB", "VBG", "VBN"} and shares_auxiliaries(verb)) or _shares_modal(verb)
    own = any(word.tag_ == "TO" and word.dep_ == "aux" for word in verb.lefts)
    return own or (bare and is_infinitive(verb.head))


@cached
def is_bare_finite(verb: Token) -> bool:
    """Return whether an ambiguous form is finite, although the tagger took it as another: "They *hold* six seats".

    A sentence or a relative clause with a subject before its verb, and without an auxiliary, has a finite verb.
    """
    if verb.tag_ not in {"VB", "VBN"} or verb.dep_ not in {"ROOT", "relcl"} or auxiliaries_of(verb):
        return False
    subject = child(verb, "nsubj")
    if subject is None or subject.i > verb.i or is_infinitive(verb):
        return False
    return not is_some_of_them(subject)


@cached
def is_passive(verb: Token) -> bool:
    """Return whether a verb is passive: by its auxiliary, its subject, or as a participle of a noun or clause."""
    if is_bare_finite(verb):
        return False
    if child(verb, "auxpass", "nsubjpass", "csubjpass") is not None:
        return True
    if verb.tag_ == "VBD" and verb.dep_ == "relcl" and child(verb, "dobj") is None:
        return any(map(is_some_of_them, children(verb, "nsubj")))
    if verb.tag_ == "VBN" and shares_auxiliaries(verb):
        return is_passive(verb.head)
    return verb.tag_ == "VBN" and not auxiliaries_of(verb)


@cached
def is_finite(verb: Token) -> bool:
    """Return whether a verb, or one of its auxiliaries, has a finite form."""
    if words := auxiliaries_of(verb):
        return any(word.tag_ in FINITE_TAGS for word in words)
    return is_bare_finite(verb) or (verb.tag_ in FINITE_TAGS and not is_passive(verb))


def form_of(verb: Token) -> Form:
    """Return the form of a predicate, based on its auxiliaries and its position."""
    if is_finite(verb):
        return "finite"
    if is_infinitive(verb):
        return "infinitive"
    if verb.tag_ == "VB":
        return "bare"
    return "gerund" if verb.dep_ in {"pcomp", "csubj", "csubjpass"} else "participle"


def tense_of(verb: Token) -> Tense:
    """Return the tense of a finite verb, based on its first finite word; "would" and "could" have none."""
    words = [word for word in (*auxiliaries_of(verb), verb) if word.tag_ in FINITE_TAGS]
    if any(word.tag_ == "MD" and word.lower_ in words_of_class("modality", "planned") for word in words):
        return "future"
    if is_bare_finite(verb):
        return "present" if verb.tag_ == "VB" else "past"
    first = words[0] if words else None
    if first is None or first.tag_ == "MD" or not is_finite(verb):
        return "none"
    return "past" if first.tag_ == "VBD" else "present"


@cached
def negations_of(verb: Token) -> list[Token]:
    """Return the words that negate a verb: "not", "never", "no" of "no longer".

    A verb after "or" without its own auxiliary shares the negation of the first, as does a bare form with shared ones:
    "won't run and *fall*". The "not" of "grew, but *not fast*" or "*not oddly*, it grew" negates its adverb.
    """
    own = children(verb, "neg")
    of_adverbs = (w for word in children(verb, "advmod") if not is_comment(word) for w in children(word, "neg"))
    own += [w for w in of_adverbs if w.i < verb.i or (verb.lemma_ == "be" and w.nbor(-1).dep_ != "cc")]
    if own or verb.dep_ != "conj" or child(verb, *NOMINAL_SUBJECTS) is not None:
        return own
    return negations_of(verb.head) if is_predicate(verb.head) and _shares_negation(verb) else own


def _shares_negation(verb: Token) -> bool:
    """Return whether a verb is joined to another by "or", or shares its auxiliaries after "and"."""
    joining = {word.lower_ for word in (*verb.children, *verb.head.children) if word.dep_ == "cc"}
    if not joining.isdisjoint(words_of_class("coordination", "one", "none")):
        return all(word.tag_ not in FINITE_TAGS for word in children(verb, *AUXILIARIES))
    bare = (verb.tag_ == "VB" and shares_auxiliaries(verb)) or _shares_modal(verb)
    return bare and joining == {"and"} and bool(auxiliaries_of(verb))


def conjunction_before(conjunct: Token) -> Token | None:
    """Return the last conjunction between a conjunct and the word that it is attached to: "left *or* stayed"."""
    joining = [word for word in conjunct.head.rights if word.dep_ == "cc" and word.i < conjunct.i]
    return joining[-1] if joining and conjunct.dep_ == "conj" else None


def stranded(verb: Token) -> list[Token]:
    """Return the stranded prepositions after a verb: "the firm she works *for*"."""
    return [word for word in verb.rights if word.dep_ == "prep" and not word.children]


def particles_of(verb: Token) -> list[Token]:
    """Return the particles of a verb: "wind *down*", "took *place*", "hid *himself*", a passive's "dealt *with*"."""
    stranded_ones = stranded(verb) if is_passive(verb) and verb.dep_ != "relcl" else []
    directly = [word for word in verb.rights if word.i == verb.i + 1 and is_particle(word)]
    return [*children(verb, "prt"), *directly, *stranded_ones]
