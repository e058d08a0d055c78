"""Build a graph from documents, claims and chains; merge two graphs by resolving their sources again."""

import itertools
import sys
import typing as t
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from types import MappingProxyType

from kg.errors import ConflictingDocuments
from kg.identifiers import digest
from kg.lexicon import value, words
from kg.lexicon.gazetteer import Gazetteer, default_gazetteer
from kg.lexicon.given_names import is_reflexive
from kg.model import (
    Chain,
    Claim,
    Decision,
    Document,
    Entity,
    Graph,
    Literal,
    Mention,
    MentionKey,
    Modality,
    NamedPart,
    Statement,
    Time,
)
from kg.resolve.applying import without_blocked
from kg.resolve.chains import LITERAL_KINDS, claim_mentions, is_pronominal, united, with_mentions
from kg.resolve.copies import Sources, sources
from kg.resolve.corrections import Splits, divided, splits_of, without_wrong
from kg.resolve.descriptions import description, is_open, is_spoken_for
from kg.resolve.entities import decided_entities
from kg.resolve.identities import Identities
from kg.resolve.identity import Identity, Key
from kg.resolve.labels import inside
from kg.resolve.relations import relation_name
from kg.resolve.times import by_time
from kg.resolve.type_evidence import is_description, is_naming, stated_types
from kg.spool import Spool
from kg.spool import in_order as sorted_on_disk

UNRESOLVED: t.Final = 'the pronoun "{}" is unresolved'
LITERAL_SUBJECT: t.Final = "the subject or speaker is a time, a value or a phrase"
SAME_ENTITY: t.Final = "the subject and the object are the same"
"""A reason why a claim cannot be part of a graph."""
Meaning: t.TypeAlias = tuple[str, str, str | Literal | None, bool, Modality, str | None, str | None]
"""What the claims of one statement share, except for the time: the fields of `Statement` from subject to denied_by."""


def resolve(
    documents: Iterable[Document],
    claims: Iterable[Claim],
    chains: Iterable[Chain],
    *,
    named_parts: Iterable[NamedPart] = (),
    gazetteer: Gazetteer | None = None,
    decisions: Iterable[Decision] = (),
) -> Graph:
    """Return the graph of all claims. The result depends only on the sets of arguments, not on their order.

    Two mentions with the same key must be equal, and the chains of a document must come from the same reading of it.

    Args:
        documents: the documents that the claims and chains refer to.
        claims: what the sentences say; claims that cannot be part of the graph (see `resolvable`) are left out.
        chains: the mentions of one entity in one document; chains that share a mention are united.
        named_parts: the names within the words for other entities; both become nodes.
        gazetteer: known entities; None uses the built-in gazetteer.
        decisions: manual decisions; they take precedence over all rules, and the graph stores them.

    Raises:
        ConflictingDocuments: two different texts have the same document id.
    """
    return resolve_parts(_parts(documents, claims, chains, named_parts), gazetteer=gazetteer, decisions=decisions)


class Part(t.NamedTuple):
    """A document with everything read from it; several documents if they share an id, none if it is unknown."""

    documents: Sequence[Document]
    claims: Sequence[Claim]
    chains: Sequence[Chain]
    named_parts: Sequence[NamedPart]


def resolve_parts(
    parts: Iterable[Part],
    *,
    gazetteer: Gazetteer | None = None,
    decisions: Iterable[Decision] = (),
    expected: int = 0,
) -> Graph:
    """Do the same as `resolve` for what was read from any number of documents; the parts are iterated over once.

    Large data is kept in temporary files: claims and chains are sorted by what they share, then read back one entity or
    statement at a time. Memory holds the documents, the data about names, and the names of each entity and
    statement.

    Args:
        parts: one for each document id, in the order of these ids.
        gazetteer: as for `resolve`.
        decisions: as for `resolve`.
        expected: the number of claims, if known; if it is large, none are kept in memory.

    Raises:
        ConflictingDocuments: two different texts have the same document id.
    """
    known = default_gazetteer() if gazetteer is None else gazetteer
    decided = sorted({replace(decision, things=()) for decision in decisions})
    found = _Found.of(parts, Identities(known, splits_of(decided)), decided, expected=expected)
    expected = sum(len(part.claims) for part in found.parts)
    entities, applied, reasons = decided_entities(found.identities(), known, decided, expected=expected)
    same = sources(found.documents)
    statements = _statements(found, entities, same, expected=expected)
    named_parts = Spool[NamedPart](expected=expected).keep(found.named_parts())
    return Graph(tuple(found.documents), entities, statements, applied, named_parts, same.copies(), reasons)


@dataclass(frozen=True, slots=True)
class Prepared:
    """What documents contribute to a graph; this does not depend on the other documents.

    Args:
        claims: the claims that can be part of a graph, in the order of documents and text.
        chains: the mentions of entities that are worth keeping.
        named_parts: the names within the words for other entities, in the order of documents and text.
        stated_types: the types that sentences give for a mention, each repeated by its weight.
    """

    claims: Sequence[Claim]
    chains: Sequence[Chain]
    named_parts: tuple[NamedPart, ...]
    stated_types: Mapping[MentionKey, Sequence[str]]


class _Contribution(t.NamedTuple):
    """What a document contributes to a graph, with the identities of its chains."""

    claims: Sequence[Claim]
    identities: Sequence[Identity]
    named_parts: Sequence[NamedPart]


@dataclass(frozen=True, slots=True)
class _Found:
    """What all documents contribute to a graph, in their order."""

    documents: Sequence[Document]
    parts: Sequence[_Contribution]

    @classmethod
    def of(
        cls, parts: Iterable[Part], identities: Identities, decisions: Sequence[Decision], *, expected: int = 0
    ) -> "_Found":
        """Return the contributions of all documents, prepared one at a time."""
        claims, named = Spool[Claim](expected=expected), Spool[NamedPart](expected=expected)
        stored = Spool[Identity](expected=expected)
        documents, found = list[Document](), list[_Contribution]()
        for part in parts:
            read = _documents(part.documents)
            each = prepared(read, part.claims, part.chains, part.named_parts, identities, decisions=decisions)
            identified = identities.among(each.chains, each.stated_types)
            identities.forget()
            documents += read
            found.append(_Contribution(claims.keep(each.claims), stored.keep(identified), named.keep(each.named_parts)))
        return cls(documents, found)

    def identities(self) -> Iterator[Identity]:
        """Yield the identities of all chains."""
        return (identity for part in self.parts for identity in part.identities)

    def claims(self) -> Iterator[Claim]:
        """Yield all claims."""
        return (claim for part in self.parts for claim in part.claims)

    def named_parts(self) -> Iterator[NamedPart]:
        """Yield the names within the words for other entities."""
        return (named for part in self.parts for named in part.named_parts)


def _parts(
    documents: Iterable[Document], claims: Iterable[Claim], chains: Iterable[Chain], named_parts: Iterable[NamedPart]
) -> Iterator[Part]:
    """Yield each document with everything read from it."""
    read: defaultdict[str, tuple[list[Document], list[Claim], list[Chain], list[NamedPart]]]
    read = defaultdict(lambda: ([], [], [], []))
    for document in documents:
        read[document.id][0].append(document)
    for claim in claims:
        read[claim.subject.span.document][1].append(claim)
    for chain in chains:
        read[chain[0].span.document][2].append(chain)
    for named in named_parts:
        read[named.whole.span.document][3].append(named)
    for id_ in sorted(read):
        yield Part(*read.pop(id_))


def prepared(
    documents: Sequence[Document],
    claims: Iterable[Claim],
    chains: Iterable[Chain],
    named_parts: Iterable[NamedPart],
    identities: Identities,
    *,
    decisions: Sequence[Decision] = (),
) -> Prepared:
    """Return what documents contribute to a graph.

    Args:
        documents: the documents, each once.
        claims: the claims of their sentences.
        chains: the mentions of one entity in one document.
        named_parts: the names within the words for other entities.
        identities: finds the identity of a chain, and knows which mentions were split off.
        decisions: the manual decisions, sorted.
    """
    known, splits = identities.gazetteer, identities.splits
    unique, parts = in_order(claims), set(named_parts)
    chains = united(_with_parts(tuple(chains), parts))
    undivided = Identities(known) if splits else identities
    resolved = list(itertools.compress(unique, _are_resolvable(unique, chains, undivided, splits)))
    # decisions last: the result must be the same whether a graph was built with a decision or it was applied later
    chains = divided(with_mentions(chains, resolved), splits)
    if splits:
        resolved = list(itertools.compress(resolved, _are_resolvable(resolved, chains, identities, splits)))
    accepted, mentioned = without_blocked(resolved, chains, decisions, known)
    accepted = in_order(without_wrong(accepted, decisions, documents)) if decisions else accepted
    between = _between_remaining(parts, mentioned)
    worth_keeping = tuple(_worth_keeping(mentioned, accepted, between, splits))
    ordered = tuple(sorted(between, key=lambda part: part.place))
    types = stated_types(accepted, mentioned, {document.id: document.text for document in documents}, ordered)
    return Prepared(accepted, worth_keeping, ordered, types)


def merge(one: Graph, other: Graph, *, gazetteer: Gazetteer | None = None) -> Graph:
    """Return the graph of everything that two graphs were built from.

    Merging is commutative, associative and idempotent, with `Graph()` as its identity element.

    Raises:
        ConflictingDocuments: two different texts have the same document id.
    """
    return resolve(
        (*one.documents, *other.documents),
        (*one.claims, *other.claims),
        (*one.chains, *other.chains),
        named_parts=(*one.named_parts, *other.named_parts),
        gazetteer=gazetteer,
        decisions=(*one.decisions, *other.decisions),
    )


def left_out(
    claims: Iterable[Claim], chains: Iterable[Chain], decisions: Iterable[Decision], documents: Iterable[Document]
) -> dict[Decision, int]:
    """Return how many claims each decision leaves out, because it removes a node or marks a claim as wrong."""
    claims, chains, documents = set(claims), united(chains), tuple(documents)
    counts = {}
    for decision in decisions:
        if decision.leaves_out:
            left, _ = without_blocked(claims, chains, [decision], default_gazetteer())
            counts[decision] = len(claims) - len(without_wrong(left, [decision], documents))
    return counts


def resolvable(
    claims: Iterable[Claim], chains: Iterable[Chain], *, identities: Identities | None = None
) -> tuple[Claim, ...]:
    """Return the claims that can be part of a graph, in the given order.

    A claim is rejected if its subject, object or speaker is an unresolved pronoun or a part of one ("most of
    *which*"). It is also rejected if its subject is a time, a value, or owned by such a pronoun ("*its* share of the
    market"), which is ambiguous. A claim that relates an entity to itself is rejected as wrong coreference, except for
    reflexive pronouns ("it sued itself") and descriptions ("Doe is the chancellor", "the chancellor is Doe").
    Pass `identities` if the same document is checked more than once.
    """
    known, given = identities or Identities(default_gazetteer()), tuple(claims)
    return tuple(itertools.compress(given, _are_resolvable(given, united(chains), known))) if given else ()


def why_unresolved(
    claims: Iterable[Claim], chains: Iterable[Chain], *, gazetteer: Gazetteer | None = None
) -> tuple[tuple[Claim, str], ...]:
    """Return the claims that cannot be part of a graph, in the order of documents and text, each with the reason."""
    known = default_gazetteer() if gazetteer is None else gazetteer
    unique = in_order(claims)
    reasons = _why_not(unique, united(chains), Identities(known))
    return tuple((claim, reason) for claim, reason in zip(unique, reasons, strict=True) if reason is not None)


def _owner(mention: Mention) -> MentionKey | None:
    """Return the key of the possessive pronoun at the start of a description ("*its* share"), or None."""
    first, _, rest = mention.words.partition(" ") if mention.kind == "nominal" else ("", "", "")
    owned = rest and first.casefold() in words("determiner", "possessive")
    return (mention.span.document, mention.span.start) if owned else None


def _partitive_pronoun(mention: Mention) -> MentionKey | None:
    """Return the key of the pronoun that a description is part of ("most of *which*", "a lot of *them*"), or None."""
    rest, _, last = mention.words.rpartition(" ") if mention.kind == "nominal" else ("", "", "")
    if not rest:
        return None
    features = value("pronoun").get(last.casefold(), "")
    several = rest.endswith(" of") and features.endswith(" plural") and not features.startswith("1")
    return (mention.span.document, mention.span.end - len(last)) if features == "0" or several else None


def _are_resolvable(
    claims: Iterable[Claim], chains: Sequence[Chain], identities: Identities, splits: Splits = MappingProxyType({})
) -> Iterable[bool]:
    """Yield for each claim whether it can be part of a graph; splitting off a pronoun resolves it."""
    return (reason is None for reason in _why_not(claims, chains, identities, splits))


def _why_not(
    claims: Iterable[Claim], chains: Sequence[Chain], identities: Identities, splits: Splits = MappingProxyType({})
) -> Iterable[str | None]:
    """Yield for each claim why it cannot be part of a graph, or None if it can."""
    known = _Chains({mention.key: chain for chain in chains for mention in chain}, splits)

    def key(mention: Mention) -> Key:
        return identities.of(known.chain(mention)).key

    for claim in claims:
        object_, reason = claim.object, known.lacks(claim)
        if reason is not None or object_ is None:
            yield reason
        else:
            loops = _may_loop(claim, object_) and key(claim.subject) == key(object_)
            yield SAME_ENTITY if loops else None


@dataclass(frozen=True, slots=True)
class _Chains:
    """The chains of mentions, and the mentions that were split off."""

    chain_of: Mapping[MentionKey, Chain]
    splits: Splits

    def chain(self, mention: Mention) -> Chain:
        return self.chain_of.get(mention.key, (mention,))

    def is_resolved(self, mention: Mention) -> bool:
        """Return whether a mention is resolved; splitting off a pronoun resolves it."""
        pronoun = _partitive_pronoun(mention)
        if pronoun is not None:
            return self.has_antecedent(pronoun)
        if not is_open(mention) or self.has_antecedent(mention.key):
            return True
        return bool(self.splits) and mention.span.reference in self.splits

    def has_antecedent(self, key: MentionKey) -> bool:
        """Return whether a mention is in a chain that contains more than pronouns."""
        chain = self.chain_of.get(key)
        return chain is not None and not is_pronominal(chain)

    def is_owned_by_nobody(self, mention: Mention) -> bool:
        """Return whether every description of an entity begins with an unresolved pronoun: "*its* share"."""
        if mention.kind != "nominal":
            return False
        owners = (_owner(one) for one in self.chain(mention) if one.kind != "pronoun")
        return all(owner is not None and not self.has_antecedent(owner) for owner in owners)

    def lacks(self, claim: Claim) -> str | None:
        """Return why subject, speaker or denier of a claim are not entities, or why its object has no meaning."""
        for mention in (claim.subject, claim.speaker, claim.denied_by, claim.object):
            if mention is not None and not self.is_resolved(mention):
                last = mention.words.split()[-1]  # "most of *which*"
                return UNRESOLVED.format(last if _partitive_pronoun(mention) is not None else mention.words)
        if self.is_owned_by_nobody(claim.subject):
            return UNRESOLVED.format(claim.subject.words.split()[0])
        ends = (claim.subject, claim.speaker, claim.denied_by)
        return LITERAL_SUBJECT if any(each is not None and each.kind in LITERAL_KINDS for each in ends) else None


def _may_loop(claim: Claim, object_: Mention) -> bool:
    """Return whether a claim would be wrong if its subject and its object were the same entity."""
    reflexive = object_.kind == "pronoun" and is_reflexive(object_.words)
    describes = is_description(claim) or is_naming(claim)
    return object_.kind not in LITERAL_KINDS and not reflexive and not describes


def _with_parts(chains: Sequence[Chain], parts: Iterable[NamedPart]) -> Iterator[Chain]:
    """Yield the chains, then the mentions of named parts that are not contained in them unchanged."""
    yield from chains
    known = {mention.key: mention for chain in chains for mention in chain}
    for mention in {mention for part in parts for mention in (part.whole, part.part)}:
        if known.get(mention.key) != mention:
            yield (mention,)


def _between_remaining(parts: Iterable[NamedPart], chains: Iterable[Chain]) -> set[NamedPart]:
    """Return the named parts of entities that no decision leaves out."""
    remaining = {mention.key for chain in chains for mention in chain}
    return {part for part in parts if part.whole.key in remaining and part.part.key in remaining}


def _worth_keeping(
    chains: Sequence[Chain], claims: Iterable[Claim], parts: Iterable[NamedPart], splits: Splits
) -> Iterable[Chain]:
    """Return the chains that are in a claim or its qualifiers, have or contain a name, or are described again."""
    mentions = tuple(itertools.chain.from_iterable(map(claim_mentions, claims)))
    used = {mention.key for mention in mentions} | {part.whole.key for part in parts}
    used |= _inside_words(mentions, chains)
    for chain in chains:
        described = [mention for mention in chain if mention.kind != "pronoun"]
        known = len(described) > 1 or any(mention.kind == "name" for mention in described)
        explained = not is_pronominal(chain) or (splits and chain[0].span.reference in splits)
        if known or (explained and any(mention.key in used for mention in chain)):
            yield chain


def _inside_words(mentions: Iterable[Mention], chains: Iterable[Chain]) -> set[MentionKey]:
    """Return the keys of owners within the words for another entity: "*their* roads", "advice that *we* had".

    Outside of the "we" of a speaker, only possessive pronouns count.
    """
    known = (mention for chain in chains if not is_pronominal(chain) for mention in chain if mention.kind == "pronoun")
    owners = {mention.span: mention.key for mention in known if is_spoken_for(mention) or _is_possessive(mention)}
    return {owners[span] for span in inside([mention.span for mention in mentions], owners)} if owners else set()


def _is_possessive(mention: Mention) -> bool:
    return mention.text.casefold() in words("determiner", "possessive")


def _documents(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return each document once; if two differ only in their metadata, the first in a fixed order."""
    by_id: dict[str, Document] = {}
    for document in sorted(set(documents), key=repr):
        if by_id.setdefault(document.id, document).text != document.text:
            raise ConflictingDocuments(
                f"document {document.id!r}: two different texts have this id; rename one of them"
            )
    return tuple(by_id[id_] for id_ in sorted(by_id))


def _statements(found: _Found, entities: Sequence[Entity], same: Sources, *, expected: int) -> tuple[Statement, ...]:
    """Return the statements of all claims, sorted by id; the claims are sorted by meaning in the process."""
    ids, known = Graph((), tuple(entities)).entity_ids(), {each.id: each.id for each in entities}
    spool, times = Spool[Claim](expected=expected), dict[Time | None, Time | None]()
    texts = {document.id: document.text for document in found.documents}

    def sentence(claim: Claim) -> str:
        span = claim.evidence.span
        return texts.get(span.document, "")[span.start : span.end]

    def stored(each: Statement) -> Statement:
        return replace(each, time=times.setdefault(each.time, each.time), claims=spool.keep(each.claims))

    by_meaning = ((repr(content := meaning(claim, ids)), content, claim) for claim in found.claims())
    statements: list[Statement] = []
    for _, some in itertools.groupby(sorted_on_disk(by_meaning, key=itemgetter(0)), key=itemgetter(0)):
        _, (content, *_), of_one_meaning = zip(*some, strict=True)
        statements += map(stored, statements_of(_shared(content, known), of_one_meaning, same, sentence))
    statements.sort(key=lambda statement: statement.id)
    return tuple(statements)


def _shared(content: Meaning, known: Mapping[str, str]) -> Meaning:
    """Return a meaning that reuses one object for equal ids and relations, which are copies when read from disk."""
    fields = [known.get(each) or sys.intern(each) if type(each) is str else each for each in content]
    return t.cast("Meaning", tuple(fields))


def statements_of(
    content: Meaning, claims: Sequence[Claim], same: Sources, sentence: Callable[[Claim], str]
) -> Iterator[Statement]:
    """Yield the statements for claims of one meaning: one, or several if their times conflict.

    Args:
        content: what the claims share.
        claims: in the order of documents and text.
        same: which documents count as one source.
        sentence: returns the text of a claim's sentence.
    """
    for time, group in by_time(claims):
        yield _statement(content, time, group, same.groups(group, sentence))


def meaning(claim: Claim, entity_ids: Mapping[MentionKey, str]) -> Meaning:
    """Return what a claim shares with all claims of the same statement, except for the time."""
    speaker = entity_ids[claim.speaker.key] if claim.speaker is not None else None
    denied_by = entity_ids[claim.denied_by.key] if claim.denied_by is not None else None
    subject, object_ = entity_ids[claim.subject.key], _object(claim, entity_ids)
    return subject, relation_name(claim.relation), object_, claim.negated, claim.modality, speaker, denied_by


def _object(claim: Claim, entity_ids: Mapping[MentionKey, str]) -> str | Literal | None:
    """Return the object's entity, or a literal: a value, or the object's words if subject and object are one entity."""
    mention = claim.object
    if mention is None:
        return None
    if mention.kind not in LITERAL_KINDS:
        loops = entity_ids[mention.key] == entity_ids[claim.subject.key]
        words_of = mention if is_description(claim) else claim.subject if is_naming(claim) else None
        return Literal(description([(words_of,)])) if loops and words_of is not None else entity_ids[mention.key]
    return literal_of(mention)


def literal_of(mention: Mention) -> Literal:
    """Return the literal for a time, a value or a phrase."""
    if isinstance(mention.value, Time):
        return mention.value.literal()
    return mention.value if mention.value is not None else Literal(mention.words)


def _statement(
    meaning: Meaning, time: Time | None, claims: Sequence[Claim], copies: tuple[tuple[str, ...], ...]
) -> Statement:
    subject, relation, object_, negated, modality, speaker, denied_by = meaning
    return Statement(
        id=meaning_id(meaning, time),
        subject=subject,
        relation=relation,
        object=object_,
        negated=negated,
        modality=modality,
        speaker=speaker,
        denied_by=denied_by,
        time=time,
        claims=tuple(claims),
        copies=copies,
    )


def statement_id(statement: Statement) -> str:
    """Return the id of a statement, derived from its content; its evidence does not matter."""
    stated = (statement.subject, statement.relation, statement.object, statement.negated, statement.modality)
    return meaning_id((*stated, statement.speaker, statement.denied_by), statement.time)


def meaning_id(meaning: Meaning, time: Time | None) -> str:
    """Return the id of the statement for claims of one meaning at a time."""
    moment = () if time is None else (time.value or time.text, str(time.start), str(time.end))
    return digest(*map(repr, meaning), *moment)


def in_order(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims, each once, by sentence, subject and object; ties are sorted by their repr, which is slow."""
    by_place = itertools.groupby(sorted(claims, key=_place), key=_place)
    groups = (list(found) for _, found in by_place)
    return [claim for same in groups for claim in (sorted(set(same), key=repr) if len(same) > 1 else same)]


def _place(claim: Claim) -> tuple[str, int, int, int, int, str]:
    span, head = claim.evidence.span, -1 if claim.object is None else claim.object.head
    return span.document, span.start, span.end, claim.subject.head, head, claim.relation
