"""Arguments that stand at another predicate: who does it, and what it is done to, where the clause does not say.

Each rule fills one slot of one kind of clause. The tables are tried in order; the first rule that answers counts.
"""

import typing as t
from collections.abc import Callable, Mapping

from kg.grammar.labels import (
    ANY_SUBJECT,
    AUXILIARIES,
    FINITE_TAGS,
    NOMINAL_SUBJECTS,
    PLURAL_TAGS,
    RELATIVE_TAGS,
    SUBJECTS,
    TIME_ENTITIES,
)
from kg.grammar.meanings import SPEND, is_inanimate, tells_order
from kg.grammar.parse import Token, kept
from kg.grammar.phrases import by_name, is_apart, is_noun
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
    stranded,
)
from kg.lexicon import nouns, verbs, words
from kg.lexicon.supersenses import mostly_without_object, noun_supersense, verb_supersense

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


def existential(verb: Token) -> Token | None:
    """The word "there" only opens the sentence: "There are two *lakes*"."""
    return child(verb, "attr", "dobj") if child(verb, "expl") is not None else None


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


def identified(verb: Token) -> Token | None:
    """What a clause with "what" as its subject is said to be does it: "What worries them is the *debt*".

    A verb that leads to another stays open: "What needs to be done is hard".
    """
    noun = _said_to_be(verb) if child(verb, "xcomp") is None else None
    return noun if noun is not None and _has_what(verb, *NOMINAL_SUBJECTS) else None


def identified_object(verb: Token) -> Token | None:
    """What a clause with "what" as its object is said to be is its object: "What they want is a *pay rise*"."""
    noun = _said_to_be(verb)
    return noun if noun is not None and _has_what(verb, "dobj") else None


def _has_what(verb: Token, *labels: str) -> bool:
    return any(word.dep_ in labels and word.lower_ == "what" for word in verb.lefts)


def _said_to_be(verb: Token) -> Token | None:
    """Return the noun that a clause as subject is said plainly to be."""
    copula = verb.head
    if verb.dep_ != "csubj" or copula.lemma_ != "be" or not _is_plain(copula):
        return None
    return next((word for word in copula.rights if word.dep_ == "attr" and is_noun(word)), None)


def _is_plain(copula: Token) -> bool:
    """Tell whether a clause says that something is so, and not that it is not, or may be."""
    return not negations_of(copula) and not any(word.tag_ in {"MD", "TO"} for word in copula.lefts)


def inverted(verb: Token) -> Token | None:
    """A phrase that opens a sentence has the subject behind the verb: "At the gate is a *chapel*"."""
    if verb.dep_ != "ROOT" or child(verb, *ANY_SUBJECT) is not None:
        return None
    if verb.tag_ == "VBN":
        return _behind_auxiliary(verb)
    behind = (word for word in verb.rights if word.dep_ in {"attr", "dobj"} and is_noun(word))
    return next(behind, None) if _opens_inversion(verb) else None


def _behind_auxiliary(participle_: Token) -> Token | None:
    """Return the subject behind the auxiliary of a participle that opens its sentence: "Also hurt were two *men*"."""
    auxiliary = next((word for word in participle_.rights if word.dep_ in AUXILIARIES and word.lemma_ == "be"), None)
    bare = all(word.dep_ in {"advmod", "prep", *AUXILIARIES} for word in participle_.lefts)
    behind = auxiliary.rights if auxiliary is not None and bare else ()
    return next((word for word in behind if word.dep_ in {"attr", *NOMINAL_SUBJECTS}), None)


def _opens_inversion(verb: Token) -> bool:
    """Tell whether a place stands first in a sentence, and directly behind it a verb of being, standing or coming."""
    opening = verb.lefts[0] if verb.lefts else verb
    place = opening.dep_ == "prep" and child(opening, "pobj") is not None and opening.right_edge.i + 1 == verb.i
    rests = verb.tag_ in FINITE_TAGS and verb_supersense(verb.lemma_) in {"contact", "motion", "stative"}
    return place and rests


def described(verb: Token) -> Token | None:
    """Who is said to be a thing that did something did it: "*Vega* is a charity that feeds children"."""
    picked = infinitive_of_noun(verb) if _is_singled_out(verb.head) else None  # "the first *woman* to win"
    found = (relative(verb), participle(verb) if not _is_behind_with(verb) else None, picked)
    return next((who for noun in found if noun is not None and (who := _who_is(noun)) is not None), None)


def _is_behind_with(verb: Token) -> bool:
    """Tell whether a "with" stands between a noun and a participle: "Lisbon leads with 2 % *spent* on it"."""
    return any(word.lower_ == "with" and word.i < verb.i for word in verb.head.rights)


def described_object(verb: Token) -> Token | None:
    """To whom is said to be a thing something is done: "*Vega* is a charity that the state funds"."""
    noun = relative_object(verb)
    return _who_is(noun) if noun is not None else None


def _who_is(noun: Token) -> Token | None:
    """Return who is said plainly to be what a noun tells; an "it" or "this" may only put the noun before its clause."""
    verb = noun.head
    subject = child(verb, "nsubj") if noun.dep_ == "attr" and verb.lemma_ not in verbs("seem") else None
    if subject is None or child(noun, "det", "nummod", "poss") is None or not _is_plain(verb):
        return None
    named = subject.pos_ != "PRON" or subject.lower_ in words("pronoun", "male", "female")
    several = subject.tag_ in PLURAL_TAGS or child(subject, "conj") is not None
    alike = several is (noun.tag_ in PLURAL_TAGS) and child(noun, "conj") is None
    return subject if named and alike and is_noun(subject) else None


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


def participle(verb: Token) -> Token | None:
    """A participle modifies its noun: "the *letter* sent in May", "*people* waiting outside"."""
    if verb.dep_ not in {"acl", "amod"} or is_infinitive(verb) or not is_noun(verb.head):
        return None
    return whole_of(verb.head) if verb.dep_ == "acl" else verb.head


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


def controlled(verb: Token) -> Token | None:
    """An open complement has the object of the verb above, else its subject: "asked the *council* to act"."""
    if verb.dep_ not in {"xcomp", "oprd"}:
        return None
    above = verb.head if is_predicate(verb.head) else verb.head.head
    arranged = is_passive(verb) and child(above, "acomp", "attr") is None  # "The plan *is to be debated*"
    told = is_aim(above) or _tells_deed(verb, above)
    if (told and not arranged) or is_made(verb):
        return None
    doer = _object_before(verb, above)
    if doer is not None and not _is_done_by_subject(above):
        return doer
    if not is_predicate(above) or (above.lemma_ == SPEND and is_passive(above)):
        return None
    gap = relative_object(above) if is_infinitive(verb) else None
    return gap or subject_of(above)


def _object_before(verb: Token, above: Token) -> Token | None:
    """Return the object of the verb above that may do what stands behind it: "asked *the council* to act"."""
    before = (noun for noun in children(above, "dobj", "dative") if noun.i < verb.i and not is_relative(noun))
    return next((noun for noun in before if not _is_time(noun)), None)


def _is_done_by_subject(above: Token) -> bool:
    """Tell whether no object does what the subject promised, or used it for: "promised *her* to leave"."""
    promised = (verbs("plan") & verbs("say")) - verbs("report", "claimed")
    return above.lemma_ in promised | (verbs("implicative") - verbs("cause")) | {SPEND}


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
    target = child(verb, "dobj", "ccomp") if copula.lemma_ == "be" else None
    subject = child(copula, *SUBJECTS) if target is not None and target not in particles_of(verb) else None
    noun = _of_which(subject) if subject is not None else None
    if noun is None or child(copula, "acomp", "attr") is not None:
        return False
    kind, known = (
        noun_supersense(noun.lemma_.lower()),
        child(noun, "poss", "relcl") is not None or _is_singled_out(noun),
    )
    return kind == "cognition" or (known and kind in {"act", "communication", "event"})


def infinitive_of_noun(verb: Token) -> Token | None:
    """An infinitive behind a noun is done by who has the noun: "*Acme's* plan to leave", "the first *woman* to win"."""
    if verb.dep_ not in {"acl", "relcl"} or not is_infinitive(verb):
        return None
    noun = verb.head
    owner = None if _is_said_of_person(noun) else child(noun, "poss") or _planner(noun)
    if owner is not None:
        return owner
    return noun if is_passive(verb) or _is_singled_out(noun) else _who_has(noun)


def _who_has(noun: Token) -> Token | None:
    """Return who has a plan or a chance that no owner stands before: "*She* had a plan to leave"."""
    if is_aim(noun.head) or not (is_noun(noun) or tells_order(noun)):
        return None  # "it is time to *go*", "is the favourite to *win*"
    within = noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.dep_ == "prep"
    aim = within and is_predicate(noun.head.head) and noun.lemma_ in nouns("plan")  # "left in an *attempt* to win"
    verb = noun.head.head if aim else noun.head if _completes_verb(noun) else None
    if verb is None or is_passive(verb):
        return None
    given = child(verb, "dative") if noun.dep_ == "dobj" else None  # "granted *Peru* the right to fish"
    return given or subject_of(verb)


def _is_said_of_person(noun: Token) -> bool:
    """Tell whether a noun tells what somebody is, whoever has it: "*Silva* is the club's choice to lead it"."""
    subject = child(noun.head, "nsubj") if noun.dep_ == "attr" and noun.head.lemma_ == "be" else None
    if subject is None:
        return False
    spoken = subject.lower_ in words("pronoun", "male", "female")
    return spoken or subject.ent_type_ == "PERSON" or noun_supersense(subject.lemma_.lower()) == "person"


def _planner(noun: Token) -> Token | None:
    """Return who has a plan: "efforts *by governments* to cut it", "the *government* efforts", "the *Acme* plan"."""
    if noun.lemma_ not in nouns("plan"):
        return None
    opening, before = next((word for word in noun.rights if word.lower_ == "by"), None), child(noun, "compound")
    maker = child(opening, "pobj") if opening is not None else None
    group = before is not None and (before.ent_type_ == "ORG" or noun_supersense(before.lemma_.lower()) == "group")
    return maker or (before if group else None)


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


def adverbial(verb: Token) -> Token | None:
    """A clause without a subject beside another has its subject: "After leaving, *he* wrote a book"."""
    if verb.dep_ != "advcl" or is_finite(verb):
        return None
    # a bare form that opens its sentence is an order: "*Try* Lyon, it is quiet"
    orders = verb.tag_ == "VB" and verb.i == verb.sent.start and child(verb, "aux") is None
    if orders or not is_predicate(verb.head):
        return None
    return _seen_doing(verb) or doer_or_subject(verb, verb.head)


def _seen_doing(verb: Token) -> Token | None:
    """Return the object of what sees or makes somebody do something, directly before that: "caught *him* stealing"."""
    plain = verb.tag_ == "VBG" and verb.head.lemma_ in verbs("cause", "done") and not clause_marker(verb)
    noun = child(verb.head, "dobj") if plain and not is_passive(verb.head) else None
    return noun if noun is not None and noun.right_edge.i + 1 == verb.left_edge.i else None


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


def gerund(verb: Token) -> Token | None:
    """A gerund behind a preposition is done by who does the verb above: "*She* left without reading it"."""
    if verb.dep_ != "pcomp":
        return None
    above = verb.head.head
    return _gerund_below_verb(verb, above) if is_predicate(above) else _gerund_below_noun(verb, above)


def _gerund_below_verb(verb: Token, above: Token) -> Token | None:
    if not is_passive(above) and above.lemma_ in verbs("accuse"):
        return child(above, "dobj")
    if verb.head.lower_ == "as":  # "quoted *her* as saying", "*she* was quoted as saying"
        return (None if is_passive(above) else child(above, "dobj")) or subject_of(above)
    if is_passive(above) and verb.head.lower_ == "by":
        return None
    owner = _owner_before(verb.head)
    if owner is not None:
        return owner
    return doer_or_subject(verb, above) if verb.head.lower_ in words("opens", "time") else subject_of(above)


def _owner_before(preposition: Token) -> Token | None:
    """Return who has the object before an "in" and does what is behind it: "hailed *Acme's* role in winning"."""
    noun = next((word for word in preposition.head.rights if word.dep_ == "dobj"), None)
    beside = noun is not None and noun.right_edge.i + 1 == preposition.i and preposition.lower_ == "in"
    return child(noun, "poss") if noun is not None and beside else None


def _gerund_below_noun(verb: Token, noun: Token) -> Token | None:
    """Return who has what a gerund tells of, or whose verb it completes: "*She* has the habit of winning"."""
    if not is_noun(noun):
        return None
    if noun.ent_type_ in TIME_ENTITIES and is_predicate(noun.head.head):
        fills = verb.head.lower_ == "of"  # "stopped after years of *selling*", not "jailed Ana for years for *lying*"
        return subject_of(noun.head.head) if fills else None
    return child(noun, "poss") or (subject_of(noun.head) if _completes_verb(noun) else None)


def modified(verb: Token) -> Token | None:
    """A participle that opens a phrase is said of what the phrase modifies: "*fruits* including apples"."""
    if not is_participial_preposition(verb) or verb.head is verb:
        return None
    return whole_of(verb.head) if is_noun(verb.head) else verb.head


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


def relative_object(verb: Token) -> Token | None:
    """A relative pronoun as object, or its gap, stands for the noun: "the *book* (that) he wrote"."""
    subject = child(verb, *NOMINAL_SUBJECTS) if verb.dep_ == "relcl" else None
    if subject is None or is_passive(verb):
        return None
    pronoun = child(verb, "dobj")
    open_ = not is_relative(subject) and _lacks_object(verb) if pronoun is None else is_relative(pronoun)
    noun = antecedent(verb) if open_ else None
    about_clause = pronoun is None or is_apart(verb)  # "said it fell in May, *which they deny*"
    return noun if noun is not None and not (about_clause and _is_time(noun)) else None


def _lacks_object(verb: Token) -> bool:
    """Tell whether a relative clause without an object has a gap where one would be."""
    if verb.lemma_ == "be" or is_noun_content(verb) or _goes_on_for_subject(verb):
        return False
    complete = child(verb, "ccomp", "acomp", "attr") is not None or bool(stranded(verb))
    return not complete and not any(word.tag_ == "WRB" or _holds_relative(word) for word in verb.children)


def _goes_on_for_subject(verb: Token) -> bool:
    """Tell whether an infinitive behind a verb lacks the object, or the verb's subject does it: "he hoped *to read*".

    In "the lawyer they hired *to fight the case*" nothing but the first verb can lack one.
    """
    below = child(verb, "xcomp")
    if below is None:
        return False
    own = verbs("aspect") | verbs("implicative") | verbs("negate") | verbs("plan") | verbs("seem")
    target = child(below, "dobj")
    behind = target is not None and target.i > below.i
    whole = is_infinitive(below) and behind
    return not whole or verb.lemma_ in own - (verbs("cause") - verbs("implicative"))


def is_noun_content(verb: Token) -> bool:
    """Tell whether a clause behind a noun tells what the noun says, and lacks nothing: "hints *that prices fell*"."""
    return child(verb, "mark") is not None and child(verb, *SUBJECTS) is not None


def _holds_relative(word: Token) -> bool:
    """Tell whether a phrase holds the relative pronoun: "*for which* they work", "*whose crops* fell", "*of whom*"."""
    parts = (word, *children(word, "prep")) if word.dep_ in NOMINAL_SUBJECTS else (word,)
    inside = (each for part in parts for each in part.children if each.dep_ in {"pobj", "poss"})
    return any(map(is_relative, inside))


def coordinated_object(verb: Token) -> Token | None:
    """All verbs of a relative clause lack what it is about: "the *film* which she wrote and directed".

    They stand side by side: what comes behind a phrase of the first may go on with the main verb.
    """
    if verb.dep_ != "conj" or child(verb, "dobj", *SUBJECTS) is not None:
        return None
    first = verb.first_conjunct
    beside = all(word.dep_ in {"cc", "conj", "punct", "advmod"} for word in verb.doc.tokens[first.i + 1 : verb.i])
    return relative_object(first) if beside and _lacks_object(verb) else None


def shared_object(verb: Token) -> Token | None:
    """Two verbs share the object of the second: "heard and rejected the *appeal*", but not "resigned and left Peru"."""
    needs = not mostly_without_object(verb.lemma_) or verb.lemma_ in verbs("plan")  # "*plan* and build", "plan to"
    other = child(verb, "conj") if needs else None
    if other is None or other.i != verb.i + 2 or child(verb, "dobj", "ccomp", "xcomp", "acomp", "attr") is not None:
        return None
    return None if is_passive(verb) or is_passive(other) else child(other, "dobj")


def object_of_purpose(verb: Token) -> Token | None:
    """An infinitive behind a noun may be about the noun: "*money* to spend"; "ten *days* to appeal" are when."""
    if verb.dep_ != "relcl" or not is_infinitive(verb) or child(verb, "dobj", "prep", *SUBJECTS) is not None:
        return None
    return None if _is_singled_out(verb.head) or is_passive(verb) or _is_time(verb.head) else antecedent(verb)


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
    return (_who_is(noun) or noun) if noun is not None else None
