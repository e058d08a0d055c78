"""Names in place of the pronouns of phrases: "Bolt left after *she* died" says who died, if it is not Bolt."""

import typing as t
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.extract.spoken_for import called_in_document
from kg.grammar.parse import Parse, Token
from kg.lexicon import words
from kg.lexicon.given_names import is_reflexive
from kg.lexicon.name_forms import without_unpaired_marks
from kg.model import Chain, Claim, Literal, Mention, MentionKey
from kg.resolve.labels import Pointer, with_names

REPLACED: t.Final = frozenset(word for word in words("pronoun", "3") if word != "it" and not is_reflexive(word))
"""The pronouns that names replace, "her" only before a noun; the antecedents of "it" are less certain."""


def with_named_phrases(parse: Parse, claims: Iterable[Claim], chains: Iterable[Chain]) -> Iterator[Claim]:
    """Yield claims with names in place of the pronouns of phrases, except for the subject and object of the claim."""
    named = (chain for chain in chains if any(each.kind == "name" for each in chain))
    chain_of = {each.key: chain for chain in named for each in chain}
    for claim in claims:
        found = {phrase.key: shown for phrase, shown in _in_names(parse, claim, chain_of)}
        if not found:
            yield claim
            continue
        object_ = found.get(claim.object.key, claim.object) if claim.object is not None else None
        qualifiers = (replace(each, value=found.get(each.value.key, each.value)) for each in claim.qualifiers)
        yield replace(claim, object=object_, qualifiers=tuple(qualifiers))


def _in_names(parse: Parse, claim: Claim, chain_of: Mapping[MentionKey, Chain]) -> Iterator[tuple[Mention, Mention]]:
    """Yield the phrases of a claim in which a pronoun is the first mention of a name, without and with the name."""
    ends = [chain_of.get(end.key) for end in (claim.subject, claim.object) if end is not None]
    for phrase in filter(None, (claim.object, *(qualifier.value for qualifier in claim.qualifiers))):
        as_written = phrase.kind == "phrase" and phrase.wording == without_unpaired_marks(phrase.words)
        names = list(_names(parse, phrase, ends, chain_of)) if as_written else []
        if names:
            words_ = with_names(phrase, {phrase.span.document: names})
            yield phrase, replace(phrase, value=Literal(without_unpaired_marks(words_)))


def _names(
    parse: Parse, phrase: Mention, ends: Iterable[Chain | None], chain_of: Mapping[MentionKey, Chain]
) -> Iterator[Pointer]:
    """Yield the pronouns of a phrase that are the first mention of a name in it and in the statement, with the name."""
    span, seen = phrase.span, [*ends]
    for token in parse.tokens[parse.place_of(span.start) : parse.place_of(span.end)]:
        chain = chain_of.get((span.document, token.offset))
        if chain is not None and chain not in seen:
            seen.append(chain)
            if _is_replaced(token):
                yield token.offset, token.offset + len(token.text), called_in_document(chain)


def _is_replaced(token: Token) -> bool:
    """Return whether a name may stand in place of a pronoun: of "*her* car", but not "saw *her*"."""
    return token.lower_ in REPLACED and (token.lower_ != "her" or token.function == "possessor")
