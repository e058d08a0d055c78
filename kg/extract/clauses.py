"""Verbs and their arguments: every finite verb, participle and infinitive that says something of a subject."""

import typing as t
from collections.abc import Iterator

from kg.extract.antecedents import commissioned
from kg.extract.arguments import (
    ATTRIBUTION,
    arguments_of,
    is_opening_participle,
    is_particle_adverb,
)
from kg.extract.cues import AWAITING_VERBS, DENYING_VERBS, NEGATING_VERBS
from kg.extract.idioms import idiom_words
from kg.extract.lemmas import base_form, is_missing, passive_form
from kg.extract.misreadings import is_misread
from kg.extract.predications import CLAUSE, Argument, Predication, Voice
from kg.extract.subjects import find_subject, singled_out_subject
from kg.extract.syntax import (
    AUXILIARIES,
    SUBJECTS,
    child,
    children,
    conjuncts,
    first_conjunct,
    in_text_order,
    is_passive,
    is_verb,
)
from kg.grammar.parse import Parse, Token, kept
from kg.reference.completion import is_infinitive

NO_PREDICATE: t.Final = frozenset({"aux", "auxpass", "amod", "compound", "nmod", "punct", "mark", "prep", "case", "cc"})
OBJECT_RAISING: t.Final = frozenset(
    {"easy", "hard", "difficult", "tough", "impossible", "possible", "fun", "necessary", "important", "good", "bad",
     "early", "late", "nice", "safe", "dangerous", "interesting", "worth"}
)  # fmt: skip


def verb_predications(doc: Parse) -> Iterator[Predication]:
    """Yield one predication a verb that has a subject, in text order."""
    for verb in doc:
        if (
            is_verb(verb)
            and verb.dep_ not in NO_PREDICATE
            and not is_opening_participle(verb)
            and not is_misread(complement_chain(verb)[0])
            and not any(is_absorbed(c) for c in _complements(verb))
        ):
            predication = verb_predication(verb)
            if predication is not None:
                yield predication


def verb_predication(verb: Token) -> Predication | None:
    """Return what `verb`, the last of its chain of open complements, says of its subject."""
    chain = complement_chain(verb)
    found = find_subject(chain[0])
    if found is None:
        return None
    rule, subject = found
    beside = {c for v in chain for c in conjuncts(first_conjunct(v))}
    arguments = tuple(
        a for v in chain for a in arguments_of(v) if a.role == CLAUSE or not {a.head} & {*beside, subject}
    )
    if rule == "shared-subject":
        arguments = (*_shared_setting(chain[0], subject), *arguments)
    arguments = tuple(a for a in arguments if a.role != ATTRIBUTION and not _is_bridge(a.head))
    words = in_text_order(word for v in chain for word in _verb_words(v))
    return Predication(rule, verb, words, chain_name(chain), subject, _sorted(arguments), _voice(chain), chain[0])


def _shared_setting(verb: Token, subject: Token) -> Iterator[Argument]:
    """Yield what stands before a coordination and holds for all of its verbs: "*In May*, she came and went"."""
    first = first_conjunct(verb)
    yield from (a for a in arguments_of(first) if a.head.i < subject.i and not a.clausal and not a.core)


def _sorted(arguments: t.Iterable[Argument]) -> tuple[Argument, ...]:
    return tuple(sorted(arguments, key=lambda a: a.head.i))


def _voice(chain: list[Token]) -> Voice:
    if base_form(chain[-1]) == "be" and chain[-1].dep_ not in AUXILIARIES:
        return "copular"
    return "passive" if is_passive(chain[-1]) else "active"


def _complements(verb: Token) -> list[Token]:
    """Return the open complements of a verb, also those behind "be able to"."""
    bridges = [c for c in children(verb, "acomp") if _is_bridge(c)]
    return children(verb, "xcomp") + [x for adjective in bridges for x in children(adjective, "xcomp")]


def _is_bridge(word: Token) -> bool:
    """Tell whether an adjective links a copula to an infinitive of the same subject: "is *ready* to pay"."""
    if word.dep_ != "acomp" or word.lower_ in OBJECT_RAISING or child(word, "xcomp") is None:
        return False
    return not any(c.lower_ == "it" and c.dep_ in {"nsubj", "expl"} for c in word.head.children)


def _with_degree(quality: Token) -> str:
    """Return a quality with the degree that the infinitive is measured by: "*too weak* to", "*old enough* to"."""
    words = [w for w in quality.children if w.dep_ == "advmod" and w.lower_ in {"too", "enough"}]
    return " ".join(word.lower_ for word in in_text_order([quality, *words]))


def is_absorbed(verb: Token) -> bool:
    """Tell whether `verb` continues the relation of the verb above: "vowed to *keep*", "is able to *pay*"."""
    if verb.dep_ != "xcomp" or not is_verb(verb):
        return False
    if _is_bridge(verb.head):
        return True
    if commissioned(verb) is not None:
        return False
    if singled_out_subject(verb) is not None:  # "became the first to *win*": won
        return False
    if verb.head.lemma_ == "use" and verb.head.tag_ == "VBG":  # "a tool they were using to dig": no habit
        return False
    if not is_verb(verb.head) or child(verb.head, "dobj", "dative") is not None or child(verb, "nsubj") is not None:
        return False
    # behind a phrase of the verb above it is a purpose: "crowded onto the square to see it"
    return not any(c.dep_ == "prep" and verb.head.i < c.i < verb.i for c in verb.head.children)


@kept
def complement_chain(verb: Token) -> list[Token]:
    """Return the verbs from the one that has the subject down to `verb`: vowed, keep, operating."""
    chain = [verb]
    while True:
        top = chain[0]
        if is_absorbed(top):
            chain.insert(0, top.head.head if _is_bridge(top.head) else top.head)
        elif top.dep_ == "conj" and len(chain) == 1 and child(top, "nsubj") is None:
            first = first_conjunct(top)
            return [*complement_chain(first)[:-1], top] if is_absorbed(first) else chain
        else:
            return chain


def _verb_words(verb: Token) -> Iterator[Token]:
    """Yield the words of one verb: auxiliaries, negation, particles, the bridge adjective, and the verb itself."""
    yield verb
    stranded = _stranded_preposition(verb)
    yield from (*idiom_words(verb), *([stranded] if stranded is not None else []))
    for word in verb.children:
        if word.dep_ in AUXILIARIES or word.dep_ in {"neg", "prt"} or _is_bridge(word) or is_particle_adverb(word):
            yield word
    if verb.dep_ == "conj" and is_verb(verb.head) and child(verb, "aux", "auxpass", *SUBJECTS) is None:
        yield from _shared_auxiliaries(verb)


def _stranded_preposition(verb: Token) -> Token | None:
    """Return the preposition that a passive verb keeps without its object: "was dealt *with*"."""
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else verb
    bare = after.dep_ == "prep" and after.head == verb and after.pos_ == "ADP" and not list(after.children)
    return after if bare and verb.dep_ != "relcl" and verb.tag_ == "VBN" and is_passive(verb) else None


def _shared_auxiliaries(verb: Token) -> Iterator[Token]:
    """Yield the auxiliaries of a first verb that a bare second one shares: "*was* founded and sold"."""
    first = first_conjunct(verb)
    if (verb.tag_, first.tag_) in {("VBN", "VBN"), ("VBG", "VBG"), ("VB", "VB")}:
        yield from (word for word in first.children if word.dep_ in AUXILIARIES)


def chain_name(chain: t.Sequence[Token]) -> str:
    """Return the base form of a chain: "vow to keep operate" becomes "vow to keep operating"."""
    said = _without_polarity(chain)
    return " ".join(_link_name(previous, verb) for previous, verb in zip((None, *said), said, strict=False))


def _without_polarity(chain: t.Sequence[Token]) -> t.Sequence[Token]:
    """Drop the verbs that only say no: "failed to deliver" is a negated "deliver", "denied taking" a denied "take"."""
    return [*(v for v in chain[:-1] if not is_polarity_only(v)), chain[-1]]


def is_polarity_only(verb: Token) -> bool:
    """Tell whether a verb above another says no more than whether that is, or that it is to come."""
    return verb.lemma_ in NEGATING_VERBS | DENYING_VERBS or is_going_to(verb) or awaiting(verb) is not None


def awaiting(verb: Token) -> Token | None:
    """Return the word that tells that it has not happened: "has *yet* to pay", "*remains* to be paid"."""
    due = child(verb, "xcomp")
    if due is None or not is_infinitive(due):
        return None
    if verb.lemma_ == "remain":
        return verb if is_passive(due) and due.left_edge.i == verb.i + 1 else None
    yet = next((w for w in verb.rights if w.lower_ == "yet" and w.nbor().tag_ == "TO" and w.nbor().head == due), None)
    return yet if verb.lemma_ in AWAITING_VERBS else None


def is_going_to(verb: Token) -> bool:
    """Tell whether a verb only marks the future: "is *going* to tour"."""
    return verb.lower_ == "going" and child(verb, "aux") is not None and child(verb, "xcomp") is not None


def _link_name(previous: Token | None, verb: Token) -> str:
    kept = {*idiom_words(verb), _stranded_preposition(verb)}
    words = (*verb.rights, *idiom_words(verb)[1:])
    particles = (p for p in words if p.dep_ == "prt" or is_particle_adverb(p) or p in kept)
    form = passive_form(verb) if is_passive(verb) else base_form(verb)
    name = " ".join([form, *(p.lower_ for p in particles)])
    bridge = next((c for c in verb.children if _is_bridge(c)), None)
    if bridge is not None:
        name = f"{name} {_with_degree(bridge)}"
    if previous is None:
        return f"be {name}" if is_missing(verb) or (is_passive(verb) and base_form(verb) != "be") else name
    if any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children) or (
        verb.dep_ == "conj" and (verb.tag_ == "VB" or is_infinitive(verb.head))
    ):
        return f"to be {name}" if is_passive(verb) else f"to {name}"
    return verb.lower_ if verb.tag_ == "VBG" else name
