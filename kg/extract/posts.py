"""Organizations of posts without one: "*Chairman* Ana Silva" in a report on Acme is chairman of Acme."""

import bisect
import typing as t
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from kg.extract.text import Text
from kg.grammar.clause import Word
from kg.grammar.parse import words_of
from kg.lexicon import nouns, value, words
from kg.lexicon.gazetteer import is_adjective_of_place
from kg.lexicon.noun_types import broad_type
from kg.model import Chain, Claim, Mention
from kg.resolve.identities import Identities
from kg.resolve.type_evidence import COPULA

DESCRIBING: t.Final = frozenset({"title", "apposition"})
"""The rules of claims that describe a name by a noun next to it."""
BACK: t.Final = 2
"""The maximum number of sentences between a post and the last mention of its organization."""
SEVERAL: t.Final = 3
"""The minimum number of mentions of the organization that a document is about."""
BODIES: t.Final = frozenset({"Organization"})
OF_TEAMS: t.Final = BODIES | {"Place"}
"""The general types of what a coach can belong to: a place may stand for its team, so the team is ambiguous."""


def with_bodies(
    text: Text, claims: Iterable[Claim], chains: Sequence[Chain], identities: Identities
) -> Iterator[Claim]:
    """Yield claims; a bare post gets the organization that the document mentions most, if it is near."""
    for claim in claims:
        post = _bare_post(text, claim)
        body = _body(text, post, chains, identities) if post is not None else None
        label = claim.object
        if label is None or body is None or body.words.lower() in label.words.lower():  # "*Acme* chairman"
            yield claim
        else:
            yield _of_body(claim, label, body)


def _of_body(claim: Claim, post: Mention, body: Mention) -> Claim:
    """Return the claim that a person has a post in an organization."""
    of_it = f"{post.words.lower()} of"
    relation, phrase = f"{claim.relation} {of_it}", f"{claim.phrase} {of_it}"
    evidence = replace(claim.evidence, rule="post")
    return replace(claim, relation=relation, phrase=phrase, object=body, predicate=(post.span,), evidence=evidence)


def _bare_post(text: Text, claim: Claim) -> Word | None:
    """Return the noun of a post without an organization: "*chief executive* Ana Silva", but not "*fund manager*"."""
    label = claim.object if claim.evidence.rule in DESCRIBING and claim.relation == COPULA else None
    if label is None or label.kind != "nominal" or claim.negated:
        return None
    *before, noun = _words(text, label)
    is_post = noun.start == label.head and noun.lemma in nouns("type", "post")
    return noun if is_post and not any(map(_specifies, before)) else None


def _words(text: Text, mention: Mention) -> tuple[Word, ...]:
    """Return the words of a mention."""
    first, end = (text.parse.place_of(at) for at in (mention.span.start, mention.span.end))
    return words_of(text.parse.tokens[first:end])


def _specifies(word: Word) -> bool:
    """Return whether a word before a post gives its place, its owner or a past: "*the* chief", "*former* captain".

    A general noun for an organization and another post do not: "*company* spokesman", "*executive* chairman".
    """
    if word.kind == "noun":
        return not value("general").get(word.lemma) and word.lemma not in nouns("type", "post")
    describes = word.kind in {"adjective", "verb"} and word.lower not in words("only", "order")
    return not describes or is_adjective_of_place(word.text)


def _body(text: Text, post: Word, chains: Sequence[Chain], identities: Identities) -> Mention | None:
    """Return the last name before a post of the organization that the document mentions most, if it is near."""
    kinds = OF_TEAMS if value("owned").get(post.lemma) == "SportsTeam" else BODIES
    candidates = [chain for chain in chains if broad_type(identities.of(chain).type) in kinds]
    most = max(map(len, candidates), default=0)
    bodies = [chain for chain in candidates if len(chain) == most]
    if most < SEVERAL or len(bodies) > 1 or broad_type(identities.of(bodies[0]).type) not in BODIES:
        return None
    near = _start(text, post)
    names = (each for each in reversed(bodies[0]) if each.kind == "name" and near <= each.head < post.start)
    return next(names, None)


def _start(text: Text, post: Word) -> int:
    """Return the start of the stretch before a post in which its organization must be mentioned."""
    sentences = text.parse.sents
    own = bisect.bisect_right(sentences, post.index, key=attrgetter("start")) - 1
    return text.parse.tokens[sentences[max(own - BACK, 0)].start].offset
