"""The clauses of a parse: one for each verb, copula and noun that denotes an event, built once."""

import operator
import typing as t
from collections.abc import Iterator
from dataclasses import replace

from kg.grammar import circumstances, labels
from kg.grammar.arguments import (
    arguments_of,
    is_independent,
    next_verb,
    outcome_mark,
    raised_object,
    stranded_argument,
    subject_argument,
)
from kg.grammar.certainty import doubted, sure_of
from kg.grammar.clause import Argument, Clause, Link, LinkKind, Role, Word
from kg.grammar.cuts import is_apart
from kg.grammar.fillers import nominal
from kg.grammar.noun_clauses import noun_clause
from kg.grammar.parse import Parse, Token, cached, word_of, words_of
from kg.grammar.patterns import plain
from kg.grammar.phrases import is_noun
from kg.grammar.predicates import (
    auxiliaries_of,
    child,
    children,
    conjunction_before,
    form_of,
    is_infinitive,
    is_participial_preposition,
    is_passive,
    is_predicate,
    negations_of,
    particles_of,
    tense_of,
)
from kg.grammar.sharing import KNOWN, clause_marker, found_object, found_subject, shared_object
from kg.lexicon import verbs

is_noun_clause, is_order, stands_alone, is_of_both = (
    plain(KNOWN, name) for name in ("noun-clause", "order", "stands-alone", "of-both")
)
LINKS: t.Final[t.Mapping[str, LinkKind]] = {
    "ROOT": "main", "ccomp": "content", "xcomp": "open", "oprd": "open", "advcl": "adverbial", "relcl": "relative",
    "conj": "conjunct", "pcomp": "gerund", "csubj": "subject", "csubjpass": "subject", "amod": "modifier",
    "prep": "modifier", "dobj": "argument", "pobj": "argument", "nsubj": "argument", "attr": "argument",
    "acomp": "open",
}  # fmt: skip


HEADS: t.Final = labels.VERB_TAGS | labels.MISTAGGED | {"NN", "NNS"}
"""The tags of words that can be the head of a clause."""
OPENING: t.Final = labels.NOMINAL_SUBJECTS | {"expl"}
"""The labels that precede the verb of a declarative clause, and follow the verb of a question."""
PARTING: t.Final = frozenset({",", ":", "HYPH"})
"""The tags of marks between a declarative part and a question."""
SHARED_ROLES: t.Final[frozenset[Role]] = frozenset({"adverbial", "extent", "how", "oblique", "often", "when", "where"})
"""The roles of dependents that follow the object of two coordinated verbs and modify both verbs."""


def clauses_of(parse: Parse) -> tuple[Clause, ...]:
    """Return all clauses of a parse in text order; a clause's number is that of its head word."""
    heads = [token for token in parse.tokens if token.tag_ in HEADS]
    clauses = [clause_of(token) if is_clause(token) else noun_clause(token) for token in heads]
    return tuple([clause for clause in clauses if clause is not None])


def is_clause(token: Token) -> bool:
    """Return whether a token is the head of a clause: a verb, or a participle that introduces a phrase."""
    if token.tag_ in labels.VERB_TAGS:
        return is_predicate(token) or is_participial_preposition(token)
    return token.tag_ in labels.MISTAGGED and bool(token.children) and is_predicate(token)


@cached
def clause_of(verb: Token) -> Clause:
    """Return the clause of a verb."""
    arguments = tuple(_arguments(verb))
    no, particles, auxiliaries = negations_of(verb), particles_of(verb), auxiliaries_of(verb)
    with_adverb = [word.head for word in no if word.head.dep_ == "advmod"]  # "longer" of "no longer"
    own_words = [verb, *auxiliaries, *no, *with_adverb, *particles]
    return Clause(
        index=verb.i,
        kind="copula" if verb.lemma_.lower() == "be" else "verb",
        head=word_of(verb),
        words=words_of(own_words),
        lemma=verb.lemma_.lower(),
        particles=words_of(particles),
        auxiliaries=words_of(auxiliaries),
        negations=words_of(no),
        voice="passive" if is_passive(verb) else "active",
        form=form_of(verb),
        tense=tense_of(verb),
        arguments=arguments,
        link=_link(verb),
        sentence=(verb.sent.start, verb.sent.end),
        question=_is_question(verb),
        order=is_order(verb),
        existential=child(verb, "expl") is not None,
        adverbs=words_of(children(verb, "advmod")),
        unread=_unread(verb, arguments, own_words),
    )


def _arguments(verb: Token) -> Iterator[Argument]:
    subject = found_subject(verb)
    found = [subject_argument(verb, *subject)] if subject is not None else []
    found += circumstances.complete_arguments(verb, tuple(arguments_of(verb)))
    found += [
        *stranded_argument(verb),
        *circumstances.fronted(verb),
        *circumstances.fronted_for_all(verb),
        *_trailing(verb),
        *circumstances.time_of_companion(verb),
        *circumstances.time_of_clause_above(verb),
        *circumstances.time_spent(verb),
        *circumstances.relative_circumstance(verb),
    ]
    has_object = any(argument.role == "object" for argument in found)
    target = found_object(verb) if not has_object else None
    if target is not None:
        found.append(nominal("object", target[1], shared=target[0], clause=verb))
    found += [moved for argument in found for moved in _moved_from(verb, argument)]
    return (doubted(verb, argument) for argument in sorted(found, key=operator.attrgetter("start")))


def _moved_from(verb: Token, argument: Argument) -> Iterator[Argument]:
    """Yield the circumstances of a verb from inside its own arguments, except from accompanying circumstances."""
    own = argument.shared in {"", "existential"} and not circumstances.is_accompanying(verb, argument)
    phrase = argument.phrase if own else None
    for each in (phrase, *phrase.conjuncts) if phrase is not None else ():
        if each is phrase or each.again:
            yield from circumstances.inside_phrase(verb.doc.tokens[each.head.index])


def _trailing(verb: Token) -> Iterator[Argument]:
    """Yield what follows a coordination and also applies to its first verb: "can be robbed and beaten *on Friday*".

    What follows a shared object applies to both verbs: "found and sold it *at the market*".
    """
    target = shared_object(verb)
    last = target.head if target is not None else next_verb(verb)
    if last is None:
        return
    for argument in clause_of(last).arguments:
        alike = is_of_both(verb.doc.tokens[argument.head.index])
        given = argument.preposition == "to" and last.lemma_ in verbs("give")  # "bought and gave them *to us*"
        after_object = target is not None and argument.start > target.i and not given
        applies = alike or (after_object and argument.role in SHARED_ROLES)
        if applies and argument.head.index > last.i:
            yield replace(argument, shared="trailing", sure=sure_of(argument.role, "trailing"))


def _link(verb: Token) -> Link:
    above, kind = verb.head, LINKS.get(verb.dep_, "loose")
    if is_noun_clause(verb):
        kind = _kind_of_noun_clause(verb)
    elif raised_object(verb) is not None:
        kind = "open"
    elif is_independent(verb) or outcome_mark(verb) is not None:
        kind = "loose"
    marker = words_of(clause_marker(verb))
    if verb.dep_ == "ROOT" or above is verb:
        return Link("main", None, None, marker)
    apart = is_apart(verb)
    if verb.dep_ == "pcomp":
        marker = (word_of(above), *marker)
        above = above.head
    elif verb.dep_ == "pobj":
        above = above.head
    if is_predicate(above):
        joint = conjunction_before(verb)
        return Link(kind, above.i, None, marker, apart, word_of(joint) if joint is not None else None)
    noun = word_of(above) if is_noun(above) else None
    around = next(filter(is_predicate, above.ancestors), None)
    return Link(kind, around.i if around is not None else None, noun, marker, apart)


def _kind_of_noun_clause(verb: Token) -> LinkKind:
    if child(verb, "mark") is not None:
        return "noun content"
    return "infinitive" if is_infinitive(verb) else "participle"


def _is_question(verb: Token) -> bool:
    """Return whether a clause is a question: a question mark ends its sentence, and no clause follows a colon.

    A quoted question before the reporting verb has its own mark: "*Will it close?* asked a reporter". A clause before
    the question is declarative: "*the mine lost money*, so why is it open?".
    """
    end = verb.right_edge.i
    if verb.dep_ == "ccomp" and any(word.text == "?" for word in verb.doc.tokens[end : end + 2]):
        return True
    words_after = verb.doc.tokens[verb.i : verb.sent.end]
    if not any(word.text == "?" for word in words_after[-3:]) or _is_before_question(verb):
        return False
    colon = next((word.i for word in words_after if word.text == ":"), verb.sent.end)
    return not any(map(is_predicate, verb.doc.tokens[colon : verb.sent.end]))


def _is_before_question(verb: Token) -> bool:
    """Return whether a clause is, or is part of, a declarative clause before the question in its sentence."""
    main = next(filter(stands_alone, (verb, *verb.ancestors)), verb)
    main = main if child(main, *OPENING) else main.first_conjunct
    subject = child(main, *OPENING)
    inverted = any(map(_is_inverted, (main, *children(main, *labels.AUXILIARIES))))
    if subject is None or subject.i > main.i or inverted:
        return False
    return any(map(_is_inverted, main.doc.tokens[_end_of_part(main) : main.sent.end]))


def _end_of_part(verb: Token) -> int:
    """Return the end of the part of a sentence that contains a verb: at a comma, a dash or the like."""
    tokens = verb.doc.tokens
    return next((i for i in range(verb.i, verb.sent.end) if tokens[i].tag_ in PARTING), verb.sent.end)


def _is_inverted(word: Token) -> bool:
    """Return whether a finite verb or auxiliary precedes its subject, as in a question: "*has* it paid"."""
    verb = word.head if word.dep_ in labels.AUXILIARIES else word
    subject = child(verb, *OPENING)
    return word.tag_ in labels.FINITE_TAGS and subject is not None and subject.i > word.i


def _unread(verb: Token, arguments: t.Sequence[Argument], words: t.Sequence[Token]) -> tuple[Word, ...]:
    """Return the words of a clause that are not in its slots, marker, predicate or adverbs."""
    read = {i for argument in arguments for i in range(argument.start, argument.end)}
    read |= {word.index for argument in arguments for word in argument.marker}
    read |= {word.i for word in (*words, *clause_marker(verb), *children(verb, "advmod", "expl"))}
    parts = [part for part in verb.children if not read.issuperset(range(part.left_edge.i, part.right_edge.i + 1))]
    return words_of(word for part in parts for word in _loose_words(part) if word.i not in read)


def _loose_words(part: Token) -> Iterator[Token]:
    """Yield the words of a dependent that a clause must account for: no marks, conjunctions or other clauses."""
    if part.tag_ in labels.RELATIVE_TAGS or is_clause(part):
        return
    if not part.is_punct and not part.is_space and part.dep_ not in {"cc", "preconj"}:
        yield part
    for word in part.children:
        yield from _loose_words(word)
