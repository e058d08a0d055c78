"""Arguments that stand at another predicate: who does it, and what it is done to, where the clause does not say.

Each rule fills one slot of one kind of clause. The tables are tried in order; the first rule that answers counts.
"""

import typing as t
from collections.abc import Callable, Mapping

from kg.grammar import cuts
from kg.grammar.corrections import VOCABULARY
from kg.grammar.labels import (
    AUXILIARIES,
    PLURAL_TAGS,
    RELATIVE_TAGS,
    SUBJECTS,
    TIME_ENTITIES,
)
from kg.grammar.meanings import is_inanimate, tells_order
from kg.grammar.parse import Token, kept
from kg.grammar.patterns import Pattern, finder, plain, read
from kg.grammar.phrases import by_name, is_noun
from kg.grammar.predicates import (
    child,
    children,
    is_finite,
    is_infinitive,
    is_participial_preposition,
    is_passive,
    is_predicate,
    negations_of,
    particles_of,
)
from kg.lexicon import nouns, verbs, words
from kg.lexicon.supersenses import noun_supersense
from kg.lexicon.tables import data_text

Rule: t.TypeAlias = Callable[[Token], Token | None]
THAN: t.Final = "than"


def is_relative(word: Token) -> bool:
    """Tell whether a word opens a relative clause: which, who, that."""
    return word.tag_ in RELATIVE_TAGS or (word.lower_ == "that" and word.tag_ in {"WDT", "IN", "DT"})


def clause_marker(verb: Token) -> list[Token]:
    """Return the words that open a clause: its conjunction, its relative or question word, or an infinitive's "to".

    Of the words that join verbs they are those of a contrast: "burned it *rather than* sell it".
    """
    found = _contrasting(verb) if verb.dep_ == "conj" else []
    found += [each for word in verb.lefts if word.dep_ == "mark" for each in _with_adverb(word)]
    found += [word for word in verb.lefts if word.dep_ == "advmod" and word.tag_ == "WRB"]
    if verb.dep_ == "relcl":
        found += [word for word in verb.lefts if is_relative(word)]
    if not found:
        found = [word for word in verb.lefts if word.tag_ == "TO" and word.dep_ == "aux"]
    return found


def _contrasting(verb: Token) -> list[Token]:
    joined = [word for word in verb.head.rights if word.dep_ == "cc" and word.i < verb.i][-1:]
    return [each for word in joined if word.lower_ == THAN for each in (*word.lefts, word)]


def _with_adverb(conjunction: Token) -> list[Token]:
    """Return a conjunction with the adverbs before it that make it another: "*even if*", "*as long as*"."""
    for start in range(max(conjunction.sent.start, conjunction.i - 3), conjunction.i):
        opening = conjunction.doc.tokens[start : conjunction.i + 1]
        loose = all(word.dep_ in {"advmod", "prep"} for word in opening[:-1])
        if loose and " ".join(word.lower_ for word in opening) in words("opens"):
            return opening
    return [conjunction]


def own(verb: Token) -> Token | None:
    """The verb has a subject of its own: "The *ministry* fined the bank"; the parser may hang it on an auxiliary."""
    verbs_ = (verb, *children(verb, *AUXILIARIES))
    found = [word for one in verbs_ for word in one.children if word.dep_ in SUBJECTS]
    before = [word for word in found if word.i < verb.i]
    subject = _nearer(before) if len(before) > 1 else next(iter(before or found), None)
    if subject is None or (_of_noun(verb) is not None and is_relative(subject)):
        return None
    return subject


def _nearer(subjects: list[Token]) -> Token:
    """Return which of the words that the parser took for subjects is one: "Because, said Reed, *they* are sold".

    A pronoun is the last, but for one behind a verb or a preposition: "the wish to call *it* is wrong".
    """
    first, last = subjects[0], subjects[-1]
    before = last.left_edge.nbor(-1)
    inside = before.tag_ == "IN" or any(map(is_predicate, (first, before)))
    return last if last.tag_ == "PRP" and not inside else first


def _of_noun(verb: Token) -> Token | None:
    """Return the verb of the relative clause that a verb has its subject from: itself, or "which she *says* fell"."""
    above = verb.head if verb.dep_ == "ccomp" else verb
    return above if above.dep_ == "relcl" else None


def relative(verb: Token) -> Token | None:
    """A relative pronoun stands for the noun, or its gap does: "the *bank* which fined nobody", "which we say fell"."""
    above = _of_noun(verb)
    if above is None or is_infinitive(verb):
        return None
    pronoun = child(verb, *SUBJECTS)  # any other subject is the verb's own
    if above is not verb:
        return antecedent(above) if pronoun is not None and is_relative(pronoun) else None
    return antecedent(verb) if pronoun is not None or not any(map(is_relative, verb.lefts)) else None


def antecedent(verb: Token) -> Token | None:
    """Return the noun that a relative clause is about; one about a whole clause has none."""
    return whole_of(verb.head) if is_noun(verb.head) else None


def whole_of(noun: Token) -> Token:
    """Return what a clause behind "of" and a bare noun is about: "a *series* of events that …", "the number of *men*".

    A noun without an article only says what the amount, kind or group before it consists of.
    """
    amount = noun.head.head
    behind_of = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    if not behind_of or not is_noun(amount) or _is_determined(noun):
        return noun
    counts = noun_supersense(amount.lemma_.lower()) in {"quantity", "group"}
    return amount if counts and _is_determined(amount) else noun


def _is_determined(noun: Token) -> bool:
    return noun.pos_ == "PROPN" or child(noun, "det", "poss", "nummod") is not None


def coordinated(verb: Token) -> Token | None:
    """A coordinated verb has the subject of the first: "The *court* heard and rejected the appeal"."""
    joined = verb.dep_ == "conj" and is_predicate(verb.head) and has_conjunction(verb)
    return subject_of(verb.head) if joined else None


def may_go_on(verb: Token, subject: Token) -> bool:
    """Tell whether a coordinated verb has a form that may go on with the first: not "pays rent and *buying* land".

    A base form goes on with another, or with a subject that takes it: "They have paid and *remain*", "a third have paid
    and *owe* more". What is told "as well as" the first may have another form.
    """
    first = verb.head
    if verb.tag_ not in {"VB", "VBG"} or first.tag_ == verb.tag_ or child(verb, *AUXILIARIES) is not None:
        return True
    if verb.tag_ == "VBG":
        return any(word.dep_ == "cc" and word.lower_ == "as" for word in first.rights)
    led = any(word.tag_ in {"MD", "TO", "VB"} for word in children(first, *AUXILIARIES))
    one = words("pronoun", "singular") & words("pronoun", "3")
    several = subject.tag_ in PLURAL_TAGS or child(subject, "conj") is not None
    if subject.tag_ == "PRP":
        return led or subject.lower_ not in one
    return led or several or noun_supersense(subject.lemma_.lower()) in {"group", "quantity"}


def has_conjunction(verb: Token) -> bool:
    """Tell whether a conjunction joins the verbs of a coordination; where there is none the parser only strung them.

    The parser may hang one that stands before the verb on what is between: "tries to stop *guards and* opens a door".
    """
    if _is_behind_conjunction(verb):
        return True
    last: Token | None = verb.head.first_conjunct
    while last is not None and child(last, "cc") is None:
        last = next((word for word in reversed(last.rights) if word.dep_ == "conj"), None)
        if last is not None and _is_behind_conjunction(last):
            return True
    return last is not None


def _is_behind_conjunction(verb: Token) -> bool:
    """Tell whether a conjunction stands before a verb, with no more than adverbs, auxiliaries and a time between."""
    before, tokens = verb.left_edge.i - 1, verb.doc.tokens
    between = (word for word in tokens[before + 1 : verb.i] if word.dep_ not in {"advmod", "neg", *AUXILIARIES})
    opened = (child(word, "pobj") if word.dep_ == "prep" else word for word in between)  # "*on Monday*"
    close = all(noun is not None and noun.ent_type_ in TIME_ENTITIES for noun in opened)
    return close and tokens[before].dep_ == "cc"


def is_made(verb: Token) -> bool:
    """Tell whether a gerund is what something is made, which tells of nobody who does it: "makes *finding* it hard"."""
    made = verb.tag_ == "VBG" and verb.head.lemma_ == "make" and verb.i > verb.head.i
    return made and verb.right_edge.tag_ in {"JJ", "JJR", "RB", "RBR"}


def _is_time(noun: Token) -> bool:
    """Tell whether a noun is a time, which does nothing: "spent *a year* building it"."""
    return noun.ent_type_ in TIME_ENTITIES or noun_supersense(noun.lemma_.lower()) == "time"


def is_aim(copula: Token) -> bool:
    """Tell whether an infinitive behind a copula is done by nobody: "The goal *is* to win", "It *is* hard to win"."""
    subject = child(copula, *SUBJECTS) if copula.lemma_ == "be" else None
    if subject is None:
        return False
    quality = child(copula, "acomp", "attr") is not None
    return quality if subject.lower_ == "it" else subject.lemma_ in nouns("plan") and not quality


def _of_which(noun: Token) -> Token:
    """Return the noun behind "of" where the one before it only tells how much of it: "part of the *plan*"."""
    behind = next((inner for of in noun.rights if of.lower_ == "of" for inner in children(of, "pobj")), None)
    amount = noun.pos_ == "NUM" or noun_supersense(noun.lemma_.lower()) in {"quantity", "relation"}
    return behind if behind is not None and amount else noun


def _tells_deed(verb: Token, copula: Token) -> bool:
    """Tell whether an infinitive tells what a deed or a thought is: "Her *first* step is to sell it".

    That which happens has no object: "Her next game is to start in May", "her sale is to take *place*".
    """
    target = child(verb, "dobj") if copula.lemma_ == "be" else None
    subject = child(copula, *SUBJECTS) if target is not None and target not in particles_of(verb) else None
    noun = _of_which(subject) if subject is not None else None
    if noun is None or child(copula, "acomp", "attr") is not None:
        return False
    known = child(noun, "poss", "relcl") is not None or _is_singled_out(noun)
    return known and noun_supersense(noun.lemma_.lower()) in {"act", "cognition", "communication", "event"}


def _completes_verb(noun: Token) -> bool:
    """Tell whether a noun is the object or the complement of a verb whose subject has it: "had a *plan*".

    Who opposes or reveals a plan is not who has it; a chance is his who misses it.
    """
    if noun.dep_ not in {"dobj", "attr"} or not is_predicate(noun.head):
        return False
    of_others = noun.lemma_ in nouns("plan") - nouns("plan", "possible")
    return not of_others or noun.head.lemma_ == "be" or noun.head.lemma_ in verbs("support") | verbs("plan")


def _is_singled_out(noun: Token) -> bool:
    return any(tells_order(word) or word.lower_ == "only" for word in noun.lefts)


def doer_or_subject(verb: Token, above: Token) -> Token | None:
    """Return who does what goes with a passive that is said of a thing: "It was found by *a guard* on his round".

    Who does it tells something, too: "She was sued by *her agent*, claiming that …".
    """
    subject = subject_of(above)
    doer = child(above, "agent") if is_passive(above) and not is_passive(verb) else None
    inanimate = subject is not None and (is_inanimate(subject) or subject.lower_ == "it")
    behind_mark = verb.left_edge.i > above.i and verb.left_edge.nbor(-1).text == ","
    tells = behind_mark and verb.lemma_ in verbs("say") & verbs("report")
    return child(doer, "pobj") if doer is not None and (inanimate or tells) else subject


TestName: t.TypeAlias = t.Literal[
    "aim", "completes-verb", "finite-clause", "infinitive", "made", "negated", "opened-clause",
    "participial-preposition", "passive", "predicate", "pronominal", "relative-word", "singled-out", "timely",
]  # fmt: skip
StepName: t.TypeAlias = t.Literal[
    "antecedent", "doer-above", "doer-around", "infinitive-of-noun", "participle", "relative", "relative-object",
    "subject-of", "whole-of", "who-is",
]  # fmt: skip
TESTS: t.Final[Mapping[TestName, Callable[[Token], bool]]] = {
    "aim": is_aim,
    "completes-verb": _completes_verb,
    "finite-clause": is_finite,
    "infinitive": is_infinitive,
    "made": is_made,
    "negated": lambda verb: bool(negations_of(verb)),
    "opened-clause": lambda verb: bool(clause_marker(verb)),
    "participial-preposition": is_participial_preposition,
    "passive": is_passive,
    "predicate": is_predicate,
    "pronominal": lambda word: word.pos_ == "PRON",
    "relative-word": is_relative,
    "singled-out": _is_singled_out,
    "timely": _is_time,
}
STEPS: t.Final[Mapping[StepName, Rule]] = {
    "antecedent": antecedent,
    "doer-above": lambda verb: doer_or_subject(verb, verb.head),
    "doer-around": lambda verb: doer_or_subject(verb, verb.head.head),
    "infinitive-of-noun": lambda verb: FOUND["infinitive-of-noun"].answer(verb),
    "participle": lambda verb: FOUND["participle"].answer(verb),
    "relative": relative,
    "relative-object": lambda verb: FOUND["relative-object"].answer(verb),
    "subject-of": lambda verb: subject_of(verb),
    "whole-of": whole_of,
    "who-is": lambda noun: FOUND["who-is"].answer(noun),
}
RELATIONS: t.Final[Mapping[t.Literal["tells-deed-of"], Callable[[Token, Token], bool]]] = {"tells-deed-of": _tells_deed}
KNOWN: t.Final = cuts.KNOWN._replace(
    tests={**cuts.KNOWN.tests, **TESTS},
    relations={**cuts.KNOWN.relations, **RELATIONS},
    steps={**cuts.KNOWN.steps, **STEPS},
    defined={**VOCABULARY.defined},
)
FOUND: t.Final[Mapping[str, Pattern[Token | None]]] = read(data_text("shared.txt"), KNOWN, finder)
# the rules that are patterns, in the order of their file
(
    existential, identified, identified_object, inverted, who_is, described, described_object,
    infinitive_of_noun, participle, controlled, adverbial, gerund, modified, relative_object, coordinated_object,
    shared_object, object_of_purpose,
) = (each.answer for each in FOUND.values())  # fmt: skip
is_noun_content: t.Final = plain(KNOWN, "noun-content")
SUBJECT_RULES: t.Final[Mapping[str, Rule]] = by_name(
    identified, inverted, own, modified, existential, described, relative, infinitive_of_noun, participle, coordinated,
    controlled, adverbial, gerund,
)  # fmt: skip


def _told_by(rules: Mapping[str, Rule], verb: Token) -> tuple[str, Token] | None:
    """Return the name of the first rule that answers, with its answer."""
    found = ((name, rule(verb)) for name, rule in rules.items())
    return next(((name, noun) for name, noun in found if noun is not None), None)


@kept
def found_subject(verb: Token) -> tuple[str, Token] | None:
    """Return the name of the first rule that tells who a verb is said of, and the head of that phrase."""
    return _told_by(SUBJECT_RULES, verb)


def subject_of(verb: Token) -> Token | None:
    """Return the head of what a verb is said of, or None where the sentence does not tell."""
    found = found_subject(verb)
    return found[1] if found is not None else None


OBJECT_RULES: t.Final[Mapping[str, Rule]] = by_name(
    identified_object, described_object, relative_object, coordinated_object, shared_object, object_of_purpose,
)  # fmt: skip


def found_object(verb: Token) -> tuple[str, Token] | None:
    """Return the name of the first rule that tells what a verb is about without an object of its own, and its head."""
    return _told_by(OBJECT_RULES, verb)


def relative_place(word: Token) -> Token | None:
    """A relative pronoun behind a preposition stands for the noun, or who is that: "the *firm* for which she works"."""
    verb = word.head
    while verb.dep_ in {"prep", "pobj"}:
        verb = verb.head
    noun = antecedent(verb) if verb.dep_ == "relcl" and is_relative(word) else None
    return (who_is(noun) or noun) if noun is not None else None
