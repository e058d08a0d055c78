"""Who or what a verb is said of: a table of rules, tried in order."""

import typing as t
from collections.abc import Callable

from kg.extract.antecedents import antecedent, commissioned
from kg.extract.cues import ACCUSING_VERBS
from kg.extract.lemmas import base_form
from kg.extract.syntax import (
    AUXILIARIES,
    CONJUNCTION_PREPOSITIONS,
    SUBJECTS,
    WH_WORDS,
    child,
    children,
    is_finite,
    is_misread_main_verb,
    is_passive,
    is_verb,
    stranded_clause,
    verb_left_alone,
)
from kg.extract.verb_classes import (
    ACCOMPANYING_VERBS,
    APPEALING_VERBS,
    PERCEPTION_VERBS,
    RECEIVING_PARTICIPLES,
    RESULT_VERBS,
    SENDING_VERBS,
    SHOWING_VERBS,
    SUBJECT_CONTROL,
)
from kg.grammar.parse import Token, kept
from kg.reference.completion import DASHES, is_infinitive

SubjectRule: t.TypeAlias = Callable[[Token], Token | None]
INTERROGATIVES: t.Final = frozenset({"what", "whatever", "whoever", "how", "why", "when", "where", "whichever"})
COMPLEMENTIZERS: t.Final = frozenset({"that", "whether", "if", "for"})
FREE_PREPOSITIONS: t.Final = frozenset(
    {"after", "before", "by", "since", "upon", "on", "while", "through", "without", "when", "despite"}
)  # fmt: skip
ASSUMING_PARTICIPLES: t.Final = frozenset({"considering", "given", "assuming", "granted", "provided", "supposing"})
SPAN_NOUNS: t.Final = frozenset({"year", "month", "week", "day", "hour", "decade", "season", "century"})
COPULAS: t.Final = frozenset({"be", "become", "remain"})
SINGLING_WORDS: t.Final = frozenset({"first", "last", "only", "next", "second", "third", "latest", "sole"})
DOUBLE_QUOTES: t.Final = frozenset({'"', "“", "”", "``", "''"})
PLACING_WORDS: t.Final = frozenset({"outside", "inside", "near", "beyond", "behind", "opposite", "around"})
NOUNS: t.Final = frozenset({"NOUN", "PROPN"})
DEPICTIONS: t.Final = frozenset(
    {"image", "photo", "photograph", "picture", "video", "footage", "portrait", "painting", "drawing", "film", "clip"}
)  # fmt: skip
PLACES: t.Final = frozenset({"GPE", "LOC", "FAC"})
DIFFICULTY_NOUNS: t.Final = frozenset({"difficulty", "trouble", "problem", "fun", "time", "luck", "success", "hand"})


def own_subject(verb: Token) -> Token | None:
    """The verb has a subject of its own: "The *ministry* fined the bank"."""
    subject = _nearest_subject(verb)
    if subject is not None and subject.lower_ in ASSUMING_PARTICIPLES and subject.dep_ == "csubj":
        subject = child(subject, "pobj", "dobj")  # "*Considering* the firm is new, …"
    if subject is not None and (apart := _set_behind_subject(verb, subject)) is not None:
        return apart
    if subject is None or subject.tag_ in WH_WORDS or subject.lower_ in INTERROGATIVES:
        return None
    if _is_finite_clause(subject):
        return None
    if subject.lower_ in {"that", "which", "who"} and verb.dep_ == "relcl":
        return None
    question = subject.dep_ in {"csubj", "csubjpass"} and subject.left_edge.tag_ in WH_WORDS
    return None if question else subject


def _is_finite_clause(subject: Token) -> bool:
    """Tell whether the parser took a finite clause that nothing opens for a subject, and lost the real one.

    >>> "A driver who helped after a wall *fell* was praised"
    """
    clausal = subject.dep_ in {"csubj", "csubjpass"} and is_finite(subject)
    return clausal and not any(word.tag_ in WH_WORDS or word.lower_ in COMPLEMENTIZERS for word in subject.lefts)


def _set_behind_subject(verb: Token, subject: Token) -> Token | None:
    """Return the plural noun that the parser took for an apposition: "In Lyon Arena, *players* are dropped"."""
    noun = child(subject, "appos")
    if noun is None or noun.tag_ != "NNS" or subject.tag_ not in {"NN", "NNP"} or child(subject, "conj") is not None:
        return None
    plural = any(word.lower_ in {"are", "were", "have"} for word in (verb, *children(verb, *AUXILIARIES)))
    return noun if plural and noun.i < verb.i and not verb.doc[verb.left_edge.i : verb.i][-1].is_punct else None


def _nearest_subject(verb: Token) -> Token | None:
    """Return the subject; of two, the first may open an absolute clause or stand outside the quotation.

    "All votes counted, the *mayor* had won" is about the mayor, and so is "the winner, mayor *Ana Silva*, spoke".
    """
    before = [subject for subject in children(verb, *SUBJECTS) if subject.i < verb.i]
    if len(before) < 2:
        return child(verb, *SUBJECTS)
    first, last = before[0], before[-1]
    between = verb.doc[first.i : last.i]
    participle = child(first, "acl")
    absolute = participle is not None and participle.i < last.i and child(participle, "agent") is None
    absolute = absolute and between.text.count(",") == 1
    apart = sum(word.text in DOUBLE_QUOTES for word in between) == 1 or any(word.text in DASHES for word in between)
    apart = apart and not any(word.is_punct for word in verb.doc[last.i : verb.i])
    named = last.ent_type_ == "PERSON" and first.pos_ == "NOUN" and last.i + 1 == verb.i
    relative = any(
        word.tag_ in WH_WORDS for word in verb.doc[first.i + 1 : verb.i]
    )  # "the series, in which the *lead* played the king"
    # "Outside parliament, *police* fired": the tagger took the preposition for an adjective
    fronted = first.left_edge.lower_ in PLACING_WORDS and first.left_edge != first and between.text.count(",") == 1
    return last if absolute or apart or named or relative or fronted else first


def existential_subject(verb: Token) -> Token | None:
    """The word "there" only opens the sentence: "There are two *lakes* in the park"."""
    return child(verb, "attr", "dobj") if child(verb, "expl") is not None else None


def inverted_subject(verb: Token) -> Token | None:
    """A fronted participle stands before its auxiliary and its subject: "Buried in Lyon are his *wife* and son"."""
    auxiliary = child(verb, "auxpass")
    inverted = verb.tag_ == "VBN" and auxiliary is not None and auxiliary.i > verb.i
    return child(auxiliary, "attr", "nsubj") if inverted and auxiliary is not None else None


def relative_subject(verb: Token) -> Token | None:
    """A relative pronoun is the subject: "the *bank*, which fined nobody"."""
    subject = child(verb, *SUBJECTS)
    if verb.dep_ != "relcl":
        return None
    if subject is not None and (subject.tag_ in WH_WORDS or subject.lower_ in {"that", "which", "who"}):
        of_the_clause = subject.lower_ == "which" and subject.i > 0 and subject.nbor(-1).text in DASHES
        return None if subject.tag_ == "WP$" or of_the_clause else bearer(antecedent(verb))
    if subject is not None or is_infinitive(verb):
        return None
    return bearer(antecedent(verb))


def misread_main_verb_subject(verb: Token) -> Token | None:
    """The parser took the main verb for a participle: "The *choir* performed in Lyon"."""
    return verb.head if is_misread_main_verb(verb) else None


def participle_subject(verb: Token) -> Token | None:
    """A participle modifies a noun: "the *letter* sent in May"."""
    # the tagger often takes the participle for a past tense
    if verb.dep_ != "acl" or verb.tag_ not in {"VBG", "VBN", "VBD"}:
        return None
    noun = verb.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "per":  # "the cost per pupil *fixed* by the state"
        noun = noun.head.head
    noun = _depicted(noun)
    if verb.tag_ == "VBG":
        hampered = noun.lemma_ in DIFFICULTY_NOUNS and noun.dep_ == "dobj"  # "had trouble finding it"
        resulting = noun.ent_type_ in PLACES and verb.lemma_ in RESULT_VERBS
        return None if hampered or resulting else bearer(noun)
    target = child(verb, "dobj")
    kept = target is None or verb.lemma_ in RECEIVING_PARTICIPLES or target.ent_type_ in {"MONEY", "PERCENT"}
    return bearer(noun) if kept else None


def _depicted(noun: Token) -> Token:
    """Return who a picture shows: "*images* of the *boy* wearing a hat"."""
    of = child(noun, "prep") if noun.lemma_ in DEPICTIONS else None
    shown = child(of, "pobj") if of is not None and of.lower_ == "of" else None
    return shown if shown is not None else noun


def singled_out_subject(verb: Token) -> Token | None:
    """An infinitive follows what is first, last or only: "She was the first *woman* to win it"."""
    if not is_infinitive(verb) or child(verb, *SUBJECTS) is not None:
        return None
    if verb.dep_ in {"acl", "relcl"}:
        noun = verb.head
        return bearer(noun) if _is_singled_out(noun) or noun.lower_ == "one" else None
    # the parser hangs some on the copula
    copula = verb.head if verb.dep_ in {"xcomp", "advcl"} and base_form(verb.head) in COPULAS else None
    described = child(copula, "attr", "acomp") if copula is not None else None
    behind = described is not None and described.i < verb.i and _is_singled_out(described)
    return bearer(described) if described is not None and behind and bearer(described) != described else None


def _is_singled_out(noun: Token) -> bool:
    """Tell whether a noun is first, last or only of its kind, or such a word itself: "the *first* to win it"."""
    words = (noun, *noun.children)
    return any(word.lower_ in SINGLING_WORDS or word.tag_ == "JJS" or word.ent_type_ == "ORDINAL" for word in words)


def shared_subject(verb: Token) -> Token | None:
    """A coordinated verb has the subject of the first one: "The *court* heard and rejected the appeal"."""
    return subject_of(verb.head) if verb.dep_ == "conj" and is_verb(verb.head) and _continues(verb) else None


def _continues(verb: Token) -> bool:
    """Tell whether the form of a verb fits the verb that it is coordinated with, and the number of its subject."""
    first = verb.head
    if child(verb, *AUXILIARIES) is None:
        if verb.tag_ == "VBN" and first.tag_ in {"VBP", "VBZ", "VB"}:
            return False
        unlike = verb.tag_ in {"VB", "VBP"} and first.tag_ == "VBZ" and child(first, "aux") is None
        if unlike and not _has_infinitive_at_object(first):
            return False
    subject = subject_of(first)
    single = subject is not None and subject.tag_ in {"NN", "NNP"} and child(subject, "conj") is None
    plural = any(word.lower_ in {"were", "are"} for word in (*children(verb, *AUXILIARIES), verb))
    return not (single and plural) or (subject is not None and subject.ent_type_ == "ORG")


def _has_infinitive_at_object(verb: Token) -> bool:
    """Tell whether a bare verb behind may continue an infinitive: "has a plan *to hire* teachers and *act*"."""
    target = child(verb, "dobj")
    return target is not None and any(is_infinitive(c) for c in children(target, "acl", "relcl"))


def controlled_subject(verb: Token) -> Token | None:
    """A complement has the object of the verb above, else its subject: "asked the *council* to act"."""
    if verb.dep_ not in {"xcomp", "oprd"}:
        return None
    governor = verb.head
    if (agent := commissioned(verb)) is not None:
        return agent
    target = _called_upon(governor, verb)
    if target is None and governor.lemma_ not in SUBJECT_CONTROL:
        target = next((word for word in children(governor, "dobj", "dative") if word.i < verb.i), None)
    if target is not None and target.pos_ == "ADP":
        target = child(target, "pobj")
    return target if target is not None else subject_of(governor)


def _called_upon(governor: Token, infinitive: Token) -> Token | None:
    """Return who is to act in the phrase that a verb of appeal needs: "called on the *council* to act"."""
    wanted = APPEALING_VERBS.get(governor.lemma_, frozenset())
    phrases = [p for p in children(governor, "prep") if p.lower_ in wanted and governor.i < p.i < infinitive.i]
    return child(phrases[0], "pobj") if phrases and is_infinitive(infinitive) else None


def adverbial_subject(verb: Token) -> Token | None:
    """An adverbial clause without a subject has that of the main clause: "After leaving, *he* wrote a book"."""
    if verb.dep_ == "advcl" and is_verb(verb.head):
        if is_finite(verb):  # a coordination without its conjunction: "came, *saw* it, and left"
            return subject_of(verb.head) if verb.tag_ == verb.head.tag_ and _continues(verb) else None
        return commissioned(verb) or _called_upon(verb.head, verb) or _subject_around(verb, verb.head)
    if verb.dep_ != "pcomp":
        return None
    governor = verb.head.head
    if is_verb(governor) and verb.head.lower_ in FREE_PREPOSITIONS:
        means = verb.head.lower_ == "by" and is_passive(governor)  # "can be avoided by walking": not who walks
        return None if means else subject_of(governor)
    if governor.lemma_ in SPAN_NOUNS and governor.dep_ == "pobj" and is_verb(governor.head.head):
        return subject_of(governor.head.head)
    return None


def _subject_around(verb: Token, main: Token) -> Token | None:
    """Return who does what a participle or infinitive beside the main verb says."""
    target = child(main, "dobj")
    if target is not None and _acts(target, verb):
        return target
    if _quotes_between(main, verb) % 2 == 1 and not is_infinitive(verb):
        if _quotes_between(main.sent[0], main) % 2 == 0:
            return None
        # '"Costs rise", she said, *hinting* at cuts': the quotation ended before the participle
        return subject_of(main.head) if main.dep_ == "ccomp" and is_verb(main.head) else None
    if is_passive(main) and verb.i > main.i and (verb.lemma_ in RESULT_VERBS or is_infinitive(verb)):
        agent = child(main, "agent")
        doer = child(agent, "pobj") if agent is not None else None
        return doer if doer is not None or not is_infinitive(verb) else subject_of(main)
    of_a_state = base_form(main) in COPULAS and verb.i > main.i and verb.lemma_ in RESULT_VERBS | SHOWING_VERBS
    if verb.lemma_ == "result" or of_a_state or _is_set_behind(verb, main):
        return None  # "prices are high, *causing* unrest": that they are high does
    return subject_of(main)


def _quotes_between(first: Token, last: Token) -> int:
    return sum(word.text in DOUBLE_QUOTES for word in first.doc[first.i : last.i])


def _is_set_behind(verb: Token, main: Token) -> bool:
    """Tell whether a passive participle follows a noun and a comma: it may say something of either noun."""
    before = verb.left_edge.i - 1
    if verb.lemma_ in ACCOMPANYING_VERBS or child(verb, "agent") is not None:
        return False
    return (
        verb.tag_ == "VBN" and before > main.i and verb.doc[before].text == "," and verb.doc[before - 1].pos_ in NOUNS
    )


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
    if verb.i == 0 or verb.dep_ not in {"dep", "conj"}:
        return None
    for preposition in verb.sent:
        if preposition.i < verb.i and preposition.lower_ in CONJUNCTION_PREPOSITIONS and preposition.dep_ == "prep":
            noun = child(preposition, "pobj")
            if noun is not None and verb_left_alone(preposition, noun) == verb:
                return noun
    return None


def stranded_clause_subject(verb: Token) -> Token | None:
    """The parser took the subject of a clause for the object of the verb above: "Figures show *prices* in May fell"."""
    stranded = stranded_clause(verb.head)
    return stranded[0] if stranded is not None and stranded[1] == verb else None


SUBJECT_RULES: t.Final[t.Mapping[str, SubjectRule]] = {
    "own-subject": own_subject,
    "stranded-clause": stranded_clause_subject,
    "existential": existential_subject,
    "inverted-subject": inverted_subject,
    "relative-subject": relative_subject,
    "misread-main-verb": misread_main_verb_subject,
    "participle-subject": participle_subject,
    "singled-out-subject": singled_out_subject,
    "misread-conjunction": misread_conjunction_subject,
    "shared-subject": shared_subject,
    "controlled-subject": controlled_subject,
    "accused-subject": accused_subject,
    "adverbial-subject": adverbial_subject,
}


def subject_of(verb: Token) -> Token | None:
    """Return the word that `verb` is said of, or None where the sentence does not tell."""
    found = find_subject(verb)
    return found[1] if found else None


@kept
def find_subject(verb: Token) -> tuple[str, Token] | None:
    """Return the name of the first subject rule that fits, and the subject."""
    for name, rule in SUBJECT_RULES.items():
        subject = rule(verb)
        if subject is not None:
            return name, subject
    return None


def bearer(noun: Token) -> Token:
    """Return what a noun stands for, where the sentence says it: "Acme is a *firm* founded in 1997" is about Acme.

    A predicate noun stands for the subject of its copula, an explaining apposition for the name that it explains.
    """
    if noun.dep_ == "attr" and base_form(noun.head) in COPULAS:
        subject = subject_of(noun.head)
        # in a cleft the relative clause is about the noun: "It was the navy that closed the port"
        cleft = subject is None or subject.dep_ == "expl" or subject.lower_ in {"it", "this", "that"}
        differ = subject is not None and {subject.tag_, noun.tag_} in ({"NN", "NNS"}, {"NNP", "NNS"})
        return noun if subject is None or cleft or differ else subject
    explaining = noun.pos_ == "NOUN" and noun.head.pos_ == "PROPN"
    if noun.dep_ == "appos" and (explaining or (noun.ent_type_ == "NORP" and noun.head.pos_ == "NOUN")):
        return bearer(noun.head)
    return noun
