"""The dependents of a verb as arguments, by label: objects, complements, phrases, times, adverbs, clauses."""

import typing as t
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import replace
from operator import attrgetter

from kg.grammar.clause import Argument, Role
from kg.grammar.cuts import is_dash
from kg.grammar.fillers import clausal, clausal_without, nominal, spelled, worded
from kg.grammar.labels import RELATIVE_TAGS, SUBJECTS, TIME_ENTITIES, VALUE_ENTITIES, VERB_TAGS
from kg.grammar.meanings import is_inanimate
from kg.grammar.obliques import prepositional
from kg.grammar.parse import Token, words_of
from kg.grammar.patterns import Pattern, finder, patterns_of, plain
from kg.grammar.phrases import is_noun
from kg.grammar.predicates import auxiliaries_of, child, children, is_predicate, particles_of, stranded
from kg.grammar.sharing import KNOWN, antecedent, clause_marker, identified_object, inverted, is_relative
from kg.lexicon import verbs, words

SPEND: t.Final = "spend"
"""The lemma of a verb whose subject also performs the gerund after its object: "*spent* a year building it"."""
QUANTITIES: t.Final = frozenset({"amod", "nummod", "quantmod"})

FOUND: t.Final[Mapping[str, Pattern[Token | None]]] = patterns_of("arguments", KNOWN, finder)
# the rules that are patterns, in the order of their file
second_object, raised_object, named_thing, measure_before, outcome_mark, action_of_named, next_verb, modified_noun = (
    each.answer for each in FOUND.values()
)
is_repetition, is_doubled = (plain(KNOWN, name) for name in ("repetition", "doubled"))
is_fronted_adjective, is_elliptic, is_sum = (plain(KNOWN, name) for name in ("fronted-adjective", "elliptic", "sum"))
is_degree, is_known_time, is_duration = (plain(KNOWN, name) for name in ("degree", "known-time", "duration"))
Reader: t.TypeAlias = Callable[[Token, Token], Iterator[Argument]]
"""Returns the arguments that a dependent contributes, given the verb and the dependent."""
NEARLY_NOT: t.Final = words("modality", "near-negative") - words("adverb", "when")
"""Adverbs that almost negate the verb and say nothing else about it: "*hardly* paid"."""
RESTRICTING: t.Final = "only"
"""The adverb without which a possibility or a plan says more than its sentence: "can *only* sell bread"."""
NO_CIRCUMSTANCE: t.Final = (
    NEARLY_NOT | words("discourse") | words("question") | words("modality", "alleged", "possible", "negative")
)
"""Adverbs that modify the whole sentence, not how or when something happens."""


def objects(verb: Token, word: Token) -> Iterator[Argument]:
    """The object: "fined *the bank*", "including *Oslo*"; a relative pronoun only stands in for one.

    A second object that names a unit of time is a frequency. A noun after a dash belongs to the words before the dash.
    """
    before = word.left_edge.i - 1
    if is_repetition(word) and _is_second(verb, word):
        yield spelled("often", word)
    elif not (before > verb.i + 1 and is_dash(verb.doc.tokens[before])):  # "rose to a tenth - *the highest rate*"
        yield from _core(_role_of_object(verb, word), verb, word)


def _role_of_object(verb: Token, noun: Token) -> Role:
    """Return the role of an object. With two objects, the first is the recipient, or the second is the complement.

    For example "gave *the guests* an idea", "named it *the best film*". A sum is an extent: "fined it *a million*".
    """
    if _is_second(verb, noun) and (is_sum(noun) or verb.lemma_ in verbs("name")):
        return "extent" if is_sum(noun) else "complement"
    return "object" if second_object(noun) is None else "recipient"


def _is_second(verb: Token, noun: Token) -> bool:
    """Return whether another object is between the verb and the noun."""
    return any(other.i < noun.i for other in children(verb, "dobj"))


def complements(verb: Token, word: Token) -> Iterator[Argument]:
    """The predicate of the subject or object: "is *a mayor*", "found *guilty*"; in "there is X", X is the subject."""
    if word.dep_ != "attr" or child(verb, "expl") is None:
        yield from _core("complement", verb, word)


def recipients(verb: Token, word: Token) -> Iterator[Argument]:
    """The recipient: "gave *her* a book", "gave a book to *her*"."""
    if word.pos_ == "ADP":
        yield from (nominal("recipient", noun, [word]) for noun in children(word, "pobj"))
    else:
        yield from _core("recipient", verb, word)


def _core(role: Role, verb: Token, word: Token) -> Iterator[Argument]:
    # a fronted "what" of an identifying clause is no argument, a noun after an inverted verb is the subject
    what = word.i < verb.i and word.tag_ in RELATIVE_TAGS and identified_object(verb) is not None
    elsewhere = what or (word.i > verb.i and word is inverted(verb))
    if elsewhere or (is_relative(word) and verb.dep_ == "relcl"):
        return
    if is_noun(word):
        yield nominal(role, word)
    elif word.tag_ in VERB_TAGS:
        yield clausal("open" if role == "complement" else role, word)
    else:
        yield worded(role, word)


def obliques(verb: Token, word: Token) -> Iterator[Argument]:
    """A prepositional phrase: "sailed *to Oslo*"."""
    yield from prepositional(word)


def contents(verb: Token, word: Token) -> Iterator[Argument]:
    """The content of speech or thought: "said *that prices fell*"; a clause that only precedes another is not one.

    The subject of an infinitive is the object of the governing verb: "allowed *the firm* to leave".
    """
    named, raised = named_thing(word), raised_object(word)
    if named is not None:
        yield nominal("object", named)
        yield worded("complement", word, without=named)
    elif raised is not None:
        yield nominal("object", raised)
        inside = clausal_without("open", word, raised)
        yield replace(inside, marker=words_of(clause_marker(word)))
    elif not is_independent(word):
        yield clausal("content", word, clause_marker(word))


def open_complements(verb: Token, word: Token) -> Iterator[Argument]:
    """A clause whose subject is in the clause above: "began *to rain*"."""
    yield clausal("open", word, clause_marker(word))


def adverbials(verb: Token, word: Token) -> Iterator[Argument]:
    """A clause of time, reason, purpose or condition, also without a verb: "left *because it rained*", "*if possible*".

    A result clause is excluded. An adjective phrase before the verb describes the subject: "*Wary of rivals*, they".
    An adjective may also form a complex preposition: "*Subject to approval*, they will leave".
    """
    opening = _preposition_with(word)
    if opening is not None:
        yield from prepositional(opening, (word,))
    elif is_fronted_adjective(word):
        yield worded("description", word, without=child(word, "mark"))
    elif is_elliptic(word):
        yield worded("adverbial", word, clause_marker(word), without=child(word, "mark"))
    if not is_predicate(word) or outcome_mark(word) is not None:
        return
    measure, adverbial = measure_before(word), clausal("adverbial", word, clause_marker(word))
    yield adverbial if measure is None else replace(adverbial, role="when", start=measure.left_edge.i, marker=())


def _preposition_with(adjective: Token) -> Token | None:
    """Return the word that forms a complex preposition with an adjective: "subject *to* approval"."""
    prep = child(adjective, "prep") if adjective.tag_ == "JJ" else None
    return prep if prep is not None and f"{adjective.lower_} {prep.lower_}" in words("preposition") else None


def descriptions(verb: Token, word: Token) -> Iterator[Argument]:
    """A description of the pronoun after it: "*A former teacher*, she left"; a correction assigns this label."""
    if word.i < verb.i:
        yield nominal("description", word)


def measures(verb: Token, word: Token) -> Iterator[Argument]:
    """A noun phrase of time, frequency, amount or manner, no preposition: "left *last week*", "rose *two percent*".

    Directly after the verb, a phrase that is not an amount is a manner: "came *face to face*".
    """
    if any(measure_before(clause) is word for clause in (verb, *children(verb, "advcl"))):
        return
    if is_repetition(word) or is_doubled(word):
        yield spelled("often" if is_repetition(word) else "how", word)
    elif word.ent_type_ in TIME_ENTITIES:
        spent = verb.lemma_ == SPEND and word.left_edge.i == verb.i + 1  # "spent *last week* fishing"
        yield nominal("object" if spent else time_role(word), word)
    elif is_known_time(word):
        yield spelled("when", word)
    else:
        counted = child(word, *QUANTITIES) is not None or word.ent_type_ in VALUE_ENTITIES
        amount = counted or word.pos_ in {"NUM", "PRON"}
        is_manner = word.left_edge.i == verb.i + 1 and not amount
        yield spelled("how", word) if is_manner else nominal("extent", word)


def time_role(noun: Token) -> Role:
    """Return the role of a time: an extent, "lasted *two hours*", "lasted *a week*", or a time, "*one day*"."""
    return "extent" if is_duration(noun) else "when"


def adverbs(verb: Token, word: Token) -> Iterator[Argument]:
    """An adverb of time or manner, or the phrase that it introduces: "left *quietly*", "went *back to Lyon*"."""
    if word.ent_type_ in TIME_ENTITIES:
        yield nominal("when", word)
    elif word in particles_of(verb):
        yield from (nominal("extent", measure) for measure in children(word, "npadvmod"))  # "were up *5 %*"
        yield from (found for opening in children(word, "prep") for found in prepositional(opening))  # "up *at 230*"
    elif (opened := _opened_with(verb, word)) is not None:
        yield from adverbials(verb, opened) if opened.head is word else ()
    else:
        yield from _adverb(verb, word)


def _adverb(verb: Token, word: Token) -> Iterator[Argument]:
    """Yield the arguments of an adverb that is not a time, a particle or part of a conjunction."""
    phrases = [w for w in word.rights if w.dep_ == "prep" and w.i == word.i + 1]
    if word.tag_ in {"JJR", "RBR"} and child(word, "npadvmod") is not None:
        yield worded("how", word)  # "*5 % lower than* in May"
        return
    if phrases:
        degree = (as_ for as_ in children(word, "advmod") if as_.lower_ == phrases[0].lower_)  # "*as* early as May"
        yield from prepositional(phrases[0], (*degree, word))
        yield from (nominal("extent", measure) for measure in children(word, "npadvmod"))
        return
    before_conjunction = any(mark.i == word.i + 1 for mark in children(verb, "mark"))  # "*even* though it rained"
    restricts = before_conjunction or word is outcome_mark(verb)
    role = adverb_role(verb, word) if not restricts else None
    if role is not None and child(word, "neg") is None:
        yield worded(role, word)


def _opened_with(verb: Token, adverb: Token) -> Token | None:
    """Return the clause that an adverb introduces together with a conjunction: "as *long* as the dam holds"."""
    found = (clause for word in (adverb, verb) for clause in children(word, "advcl"))
    return next((clause for clause in found if adverb in clause_marker(clause)), None)


READERS: t.Final[Mapping[str, Reader]] = {
    "dobj": objects, "attr": complements, "acomp": complements, "oprd": complements, "dative": recipients,
    "prep": obliques, "agent": obliques, "ccomp": contents, "xcomp": open_complements, "advcl": adverbials,
    "appos": descriptions, "npadvmod": measures, "advmod": adverbs, "pobj": objects, "pcomp": contents,
}  # fmt: skip
"""The functions that read the dependents of a verb, by label."""


def arguments_of(verb: Token) -> Iterator[Argument]:
    """Yield the dependents of a verb that are its arguments, without its subject, in text order."""
    for word in verb.children:
        reader = READERS.get(word.dep_)
        if reader is not None:
            yield from reader(verb, word)


def adverb_role(verb: Token, adverb: Token) -> Role | None:
    """Return the role of an adverb, or None if it modifies the sentence or connects it to others."""
    degree = "" if adverb.rights else " ".join(word.lower_ for word in (*children(adverb, "advmod"), adverb))
    adverb_words = {adverb.lower_, degree}  # "so far"; not "*so far* as to"
    opens = adverb.lower_ in words("adverb", "opening") and adverb.i == adverb.sent.start  # "*Still*, the firm left"
    if adverb.tag_ == "WRB" or opens or not NO_CIRCUMSTANCE.isdisjoint(adverb_words):
        return None
    if not words("adverb", "when").isdisjoint(adverb_words):
        return _role_of_time(adverb, adverb_words)
    if adverb.lower_ in words("only", "focus"):
        return None if _is_in_relation(verb, adverb) else "how"
    manner = (adverb.lower_.endswith("ly") or is_degree(adverb)) and adverb.i > verb.sent.start
    return "how" if manner or adverb.i > verb.i else None


def _role_of_time(adverb: Token, adverb_words: Set[str]) -> Role:
    """Return the role of an adverb of time, "*now*" or "*often*"; of manner with one, "searched *long and hard*"."""
    if any(word.lower_ not in words("adverb", "when") for word in children(adverb, "conj")):
        return "how"
    return "when" if words("adverb", "often").isdisjoint(adverb_words) else "often"


def _is_in_relation(verb: Token, adverb: Token) -> bool:
    """Return whether an adverb directly before a verb is part of its relation: "*even* sold", not "can *only* sell"."""
    auxiliaries = auxiliaries_of(verb)
    restricts = adverb.lower_ == RESTRICTING and any(word.tag_ == "MD" for word in auxiliaries)
    return adverb.i + 1 in {verb.i, *map(attrgetter("i"), auxiliaries)} and not restricts


def is_independent(clause: Token) -> bool:
    """Return whether a clause before a verb is independent of it, not its content: "It rained; *we left*".

    A clause before a verb is its content only if the verb reports and no semicolon or dash separates them.
    """
    verb = clause.head
    if clause.dep_ != "ccomp" or clause.i > verb.i:
        return False
    between = verb.doc[clause.right_edge.i : verb.i]
    reports = verb.lemma_ in verbs("report") or continues_speech(verb, clause)
    return not reports or any(word.text in {";", ":", "--", "–", "—", "..."} or is_dash(word) for word in between)


def continues_speech(verb: Token, clause: Token) -> bool:
    """Return whether the verb continues reported speech before it: "It is dead, *he went on*"."""
    words_of_verb = " ".join([verb.lemma_, *(word.lower_ for word in particles_of(verb))])
    subject = child(verb, "nsubj")
    if words_of_verb not in verbs("aspect") - verbs("plan") or subject is None or child(verb, "dobj") is not None:
        return False
    comma = verb.doc.tokens[clause.right_edge.i + 1].text == ","
    return comma and subject.i > clause.i and not is_inanimate(subject)


def subject_argument(verb: Token, rule: str, subject: Token) -> Argument:
    """Return the subject of a verb as an argument."""
    shared = "" if rule == "own" else rule
    if rule == "modified" and not is_noun(subject):
        return clausal_without("subject", subject, verb, shared=shared)
    if is_predicate(subject) and subject.dep_ in SUBJECTS:
        return clausal("subject", subject, clause_marker(subject), shared=shared)
    return nominal("subject", subject, shared=shared, clause=verb)


def stranded_argument(verb: Token) -> Iterator[Argument]:
    """Yield the antecedent as the object of a stranded preposition in a relative clause: "the *firm* she works for"."""
    first = verb.first_conjunct
    noun = antecedent(first) if first.dep_ == "relcl" else None
    if noun is None:
        return
    for word in stranded(verb):
        yield nominal("oblique", noun, [word], shared="stranded", clause=verb)
