"""Small questions about a dependency parse that several rules ask.

The labels are those of the ClearNLP scheme that spaCy's English models are trained on.
"""

import typing as t
from collections.abc import Iterator

from kg.grammar.parse import Token, kept

SUBJECTS: t.Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
PREPOSITIONS: t.Final = frozenset({"prep", "agent"})
AUXILIARIES: t.Final = frozenset({"aux", "auxpass"})
WH_WORDS: t.Final = frozenset({"WDT", "WP", "WP$", "WRB"})
STATING_VERBS: t.Final = frozenset(
    {"show", "find", "believe", "say", "think", "feel", "assure", "ensure", "mean", "suggest", "know", "hope", "fear",
     "estimate", "indicate", "report", "note", "claim", "argue", "conclude", "reveal", "expect", "understand", "learn",
     "discover", "confirm", "prove", "see", "warn", "admit", "agree", "insist", "guess", "suspect", "realize"}
)  # fmt: skip
"""Verbs whose content may follow as a clause without "that"."""
COMMANDING_VERBS: t.Final = frozenset(
    {"advise", "allow", "command", "compel", "direct", "encourage", "forbid", "force", "instruct", "invite", "oblige",
     "order", "permit", "persuade", "remind", "request", "require", "sentence", "summon", "tell", "urge", "warn"}
)  # fmt: skip
"""Verbs that take no infinitive without an object: where none stands, they are passive."""
VERB_TAGS: t.Final = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
CONJUNCTION_PREPOSITIONS: t.Final = frozenset({"since", "after", "before", "until", "as", "than"})
NOMINAL_TAGS: t.Final = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})


def child(token: Token, *labels: str) -> Token | None:
    """Return the first child of `token` with one of the labels."""
    for word in token.children:
        if word.dep_ in labels:
            return word
    return None


def children(token: Token, *labels: str) -> list[Token]:
    """Return the children of `token` with one of the labels, in text order."""
    return [word for word in token.children if word.dep_ in labels]


@kept
def conjuncts(head: Token) -> list[Token]:
    """Return `head` and what is coordinated with it below, in text order ("A, B and C"; of "A but not B" only A)."""
    found = [head]
    for word in found:  # which grows meanwhile
        found += [other for other in children(word, "conj") if not is_contrasted(other) and not is_half_of_name(other)]
    return sorted(found, key=lambda token: token.i)


def is_contrasted(conjunct: Token) -> bool:
    """Tell whether "not" stands before a conjunct that is no verb: "the firms and *not the banks*"."""
    first = conjunct.left_edge
    before = first.nbor(-1) if first.i > 0 else first
    return not is_verb(conjunct) and "not" in {first.lower_, before.lower_}


def is_half_of_name(conjunct: Token) -> bool:
    """Tell whether a conjunct is the end of one name: "Smith & *Sons*"."""
    first = conjunct.left_edge
    return first.i > 0 and first.nbor(-1).text == "&" and {conjunct.pos_, conjunct.head.pos_} == {"PROPN"}


def nominal_conjuncts(head: Token) -> list[Token]:
    """Return `head` and the nouns that are coordinated with it.

    A verb or adjective that the parser hung there stays out. What it hung one level too low comes up: in "sales of
    tools, repairs and the *lease* of vans" the lease is parallel to the sales, as both have an of-phrase.
    """
    if head.pos_ not in NOMINAL_TAGS:
        return [head]
    found = [c for c in conjuncts(head) if c == head or (c.pos_ in NOMINAL_TAGS and not is_cut_word(c))]
    found += _names_behind_comma(head)
    inner = of_object(head)
    below = conjuncts(inner)[1:] if inner is not None else []
    if below and any(of_object(noun) is not None for noun in below) and of_object(inner or head) is None:
        return sorted({*found, *below}, key=lambda token: token.i)
    return found


def _names_behind_comma(head: Token) -> list[Token]:
    """Return the names of a list that the parser took for an apposition: "Acme, *Bolt* and *Norlin* were sold"."""
    name, verb = child(head, "appos"), head.head
    if name is None or head.dep_ not in SUBJECTS or {head.tag_, name.tag_} != {"NNP"}:
        return []
    plural = any(word.lower_ in {"are", "were", "have"} for word in (verb, *children(verb, *AUXILIARIES)))
    return conjuncts(name) if plural and child(name, "conj") is not None else []


@kept
def of_object(noun: Token) -> Token | None:
    """Return the noun in the of-phrase of `noun`."""
    return next((p for of in children(noun, "prep") if of.lower_ == "of" for p in children(of, "pobj")), None)


def is_cut_word(token: Token) -> bool:
    """Tell whether a "conjunct" is only the rest of a word that was cut at its hyphen."""
    if not token.is_alpha and not token.like_num and not token.text.isalnum() and len(token) == 1 and token.text != "%":
        return True
    if token.ent_iob_ == "I" and (token.ent_type_ == "PERSON" or token.pos_ == "PROPN"):
        return False  # "Park Joo-*Ho*", "Baden-*Baden*"
    return (
        token.i > 1 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_ and not token.nbor(-2).whitespace_
    )


def first_conjunct(token: Token) -> Token:
    """Return the first conjunct of the coordination that `token` is part of."""
    while token.dep_ == "conj":
        token = token.head
    return token


def is_verb(token: Token) -> bool:
    """Tell whether `token` is used as a verb or copula."""
    return token.tag_ in VERB_TAGS  # which a repair may have put right


def is_passive(verb: Token) -> bool:
    """Tell whether `verb` is a passive: by its auxiliary, its subject, or as a participle that modifies a noun."""
    if child(verb, "auxpass", "nsubjpass", "csubjpass") is not None:
        return True
    if verb.tag_ == "VBD" and verb.dep_ == "conj" and is_passive(verb.head):
        told = verb.lemma_ in COMMANDING_VERBS and child(verb, "xcomp") is not None and child(verb, "dobj") is None
        if told or child(verb, "agent") is not None:
            return True  # "funded by the state and *carried* out by the navy", "were fined and *told* to leave"
    if is_misread_main_verb(verb) or child(verb, "aux") is not None:
        return False
    if verb.tag_ == "VBD":  # the tagger often takes the participle of a reduced relative for a past tense
        return verb.dep_ == "acl" and (child(verb, "nsubj") is None or child(verb, "dobj") is None)
    return verb.tag_ == "VBN" and (verb.dep_ in {"acl", "advcl"} or _shares_passive(verb))


def is_misread_main_verb(verb: Token) -> bool:
    """Tell whether the parser took the main verb for a participle, as in "The choir *performed* in Lyon"."""
    noun = verb.head
    if verb.dep_ != "acl" or noun.dep_ != "ROOT" or noun.pos_ not in {"NOUN", "PROPN"} or verb.i < noun.i:
        return False
    marks = [word.text for word in verb.doc[noun.i : verb.i] if word.is_punct]
    enclosed = marks == [",", ","] and verb.doc[verb.i - 1].text == "," and child(noun, "appos") is not None
    if child(verb, "agent") is not None or (marks and not enclosed):
        return False
    whole = verb.sent[-1].text == "." and not any(is_verb(c) and c.dep_ != "conj" for c in noun.children if c != verb)
    return whole and (verb.tag_ == "VBD" or (verb.tag_ == "VBN" and verb.lower_.endswith("ed")))


def _shares_passive(verb: Token) -> bool:
    """Tell whether a bare participle continues a passive: "was founded in 1997 and sold in 2010"."""
    if verb.dep_ != "conj" or not is_verb(verb.head) or child(verb, "nsubj") is not None:
        return False
    return child(verb, "agent") is not None or (verb.head.tag_ == "VBN" and is_passive(verb.head))


def is_finite(verb: Token) -> bool:
    """Tell whether a verb has a finite form of its own; a past tense without object may be a misread participle."""
    if any(word.tag_ in {"MD", "VBZ", "VBP", "VBD"} for word in children(verb, *AUXILIARIES)):
        return True
    misread = verb.dep_ == "advcl" and verb.lower_.endswith("ed") and child(verb, "dobj") is None
    return verb.tag_ in {"VBZ", "VBP"} or (verb.tag_ == "VBD" and not misread)


def stranded_clause(verb: Token) -> tuple[Token, Token] | None:
    """Return the subject and the verb of a clause that tells what `verb` states, where the parser tore it in two.

    It took the subject for the object of the verb: "Figures show *prices* in May *fell*".
    """
    noun = child(verb, "dobj") if verb.lemma_ in STATING_VERBS else None
    if noun is None or noun.i < verb.i:
        return None
    for clause in children(verb, "ccomp", "conj", "advcl", "dep"):
        between = verb.doc[noun.i : clause.i]
        torn = clause.i > noun.i and is_finite(clause) and child(clause, *SUBJECTS, "mark") is None
        joined = any(word.dep_ == "cc" and word.head in {verb, noun} for word in between)
        if torn and not joined and sum(word.text == "," for word in between) % 2 == 0:
            return noun, clause
    return None


def verb_left_alone(preposition: Token, noun: Token) -> Token | None:
    """Return the finite verb without a subject that follows the phrase of a preposition which may be a conjunction."""
    end = noun.right_edge.i + 1
    if preposition.lower_ not in CONJUNCTION_PREPOSITIONS or end >= len(noun.doc):
        return None
    verb = noun.doc[end]
    alone = verb.tag_ in {"VBD", "VBZ", "VBP"} and child(verb, *SUBJECTS) is None
    # "search for people missing after a *ferry* carrying trucks *sank*": hung on a verb that no "and" joins it to
    unjoined = verb.dep_ == "conj" and not any(word.dep_ == "cc" and word.i < verb.i for word in verb.head.rights)
    return verb if alone and (verb.dep_ == "dep" or unjoined) else None


def ancestors(token: Token) -> Iterator[Token]:
    """Yield `token` and what governs it, up to the root."""
    yield token
    while token.head != token and token.head.i != token.i:
        token = token.head
        yield token


def in_text_order(tokens: t.Iterable[Token]) -> tuple[Token, ...]:
    """Return the tokens sorted by position, each once."""
    return tuple(sorted(set(tokens), key=lambda token: token.i))
