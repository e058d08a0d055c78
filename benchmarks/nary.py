"""The `nary` view: all claims of one predicate in one row, with its arguments as whole phrases."""

import typing as t
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from spacy.tokens import Doc

from benchmarks.rows import ReadClaim, Row, Words, head_token, marker_of, read_claims, speech_rows, whole_phrase
from benchmarks.syntax import AUXILIARIES, first_conjunct, is_verb
from kg.grammar.parse import Parse, Token, parse_of
from kg.grammar.phrases import is_noun
from kg.model import Claim, Mention

FACTS_OF_THEIR_OWN: t.Final = frozenset({"advcl", "ccomp"})


def nary_rows(doc: Doc, claims: Iterable[Claim]) -> Iterator[Row]:
    """Yield one row per predicate and subject; each object of a coordination has a row of its own."""
    claims, parse = tuple(claims), parse_of(doc)
    groups: dict[tuple[Words, int, int], list[ReadClaim]] = defaultdict(list)
    for found in read_claims(parse, claims):
        shared = found.verbs and marker_of(found.object) and not _is_coordinated(found.object)
        groups[found.verbs, found.subject.i, -1 if shared else found.object.i].append(found)
    for group in groups.values():
        yield _row(parse, group)
    yield from speech_rows(parse, claims, minimal_speaker=False)


def _is_joint(head: Token, told: Mention) -> bool:
    """Return whether a claim has a coordination as one object: "consists of *rice and fish*"."""
    return any(c.dep_ == "conj" and told.span.start <= c.offset < told.span.end for c in head.children)


def _is_coordinated(head: Token) -> bool:
    return head.dep_ == "conj" or any(c.dep_ == "conj" for c in head.children)


def _row(doc: Parse, group: Sequence[ReadClaim]) -> Row:
    subject, target, verbs = group[0].subject, group[0].object, group[0].verbs
    predicate = [doc[i] for i in verbs]
    heads = sorted(_argument_heads(doc, group), key=lambda head: (_rank(head, predicate), head.i))
    phrases = []
    for head in heads:
        others = [other for other in (*heads, subject) if other != head]
        without = [*verbs, *(o.i for o in others), *(i for o in others if o != subject for i in marker_of(o))]
        alone = head == target and not _is_joint(target, group[0].what)
        phrases.append((marker_of(head), whole_phrase(head, without, alone=alone)))
    relation = sorted({*verbs, *(c.i for verb in predicate for c in verb.children if _is_inner_adverb(c))})
    if phrases and phrases[0][0]:
        relation += [i for i in phrases[0][0] if i not in relation and not _stands_elsewhere(group[0], doc[i])]
        phrases[0] = ((), phrases[0][1])
    taken = (i for head in heads for i in (head.i, *marker_of(head)))
    who = whole_phrase(subject, [*verbs, *taken], alone=True)
    arguments = [who, *((*marker, *words) for marker, words in phrases)]
    confidence = max(found.claim.evidence.confidence for found in group)
    return Row(confidence, tuple(relation), tuple(a for a in arguments if a), _inserted(group[0], relation))


def _stands_elsewhere(found: ReadClaim, preposition: Token) -> bool:
    """Return whether a preposition before an object is not in its relation: "*unlike* Oslo, where they live"."""
    own = found.claim.evidence.rule == "oblique" and preposition.i in marker_of(found.object)
    return own and preposition.lower_ not in found.claim.relation.split(" ")


def _argument_heads(doc: Parse, group: Sequence[ReadClaim]) -> list[Token]:
    """Return the heads of all arguments of a group, for a coordination the first; each object keeps its own head."""
    subject, target = group[0].subject, group[0].object
    heads: dict[int, Token] = {}
    for found in group:
        circumstances = [(head_token(doc, q.value), q.value.kind) for q in found.claim.qualifiers]
        for head, kind in ((found.subject, ""), (found.object, found.what.kind), *circumstances):
            if kind != "phrase" or not _is_fact_of_its_own(head, group[0].verbs):
                heads.setdefault(head.i if head == target else first_conjunct(head).i, head)
    taken = {first_conjunct(subject), first_conjunct(target)}
    return [head for head in heads.values() if head == target or first_conjunct(head) not in taken]


def _is_fact_of_its_own(clause: Token, verbs: Words) -> bool:
    """Return whether a clause is a separate statement: an adverbial clause, the content of a verb, any clause in front.

    A noun in front that is part of a circumstance's words is not a clause: "for a *while*".
    """
    front = bool(verbs) and clause.i < verbs[0] and not is_noun(clause)
    return clause.dep_ in FACTS_OF_THEIR_OWN or front


def _rank(head: Token, predicate: Sequence[Token]) -> int:
    """Order the arguments: objects, then the phrases after the predicate, then those before it."""
    if not predicate:
        return 0
    if not marker_of(head) and head.i > predicate[0].i and head.dep_ != "npadvmod":
        return 0
    return 1 if head.i > predicate[0].i else 2


def _is_inner_adverb(word: Token) -> bool:
    """Return whether an adverb is within the verb group: "had *already* paid"."""
    between = word.doc[word.i + 1 : word.head.i]
    inside = all(other.dep_ in AUXILIARIES | {"neg", "advmod"} for other in between)
    return word.dep_ == "advmod" and word.tag_ in {"RB", "RBR"} and word.i < word.head.i and inside


def _inserted(found: ReadClaim, relation: Sequence[int]) -> str:
    """Return the words to insert: "be" without a verb or with a bare passive participle, "be in" for an address."""
    predicate = [word for word in found.predicate if word.i in found.verbs]
    if found.claim.relation == "be in" and not relation:
        return "be in"
    if not any(is_verb(word) for word in predicate):
        return "be"
    verb = predicate[-1]
    bare = len(predicate) == 1 and verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"}
    return "be" if bare else ""
