"""Names in place of the pronouns of phrases: "Bolt left after *she* died" says who died, if it is not Bolt."""

import typing as t
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.extract.spoken_for import called_in_document
from kg.grammar.parse import Parse, Token
from kg.lexicon import words
from kg.lexicon.given_names import is_reflexive
from kg.lexicon.name_forms import without_unpaired_marks
from kg.model import Chain, Claim, Literal, Mention
from kg.resolve.labels import Pointer, with_names

REPLACED: t.Final = frozenset(word for word in words("pronoun", "3") if word != "it" and not is_reflexive(word))
"""The pronouns that names replace, "her" only before a noun; the antecedents of "it" are less certain."""


def with_named_phrases(parse: Parse, claims: Iterable[Claim], chains: Iterable[Chain]) -> Iterator[Claim]:
    """Yield claims with names in place of the pronouns of phrases, except for the subject and object of the claim."""
    named = (chain for chain in chains if any(each.kind == "name" for each in chain))
    chain_of = {each.key: chain for chain in named for each in chain}
    for claim in claims:
        if all(part.kind != "phrase" for part in _parts(claim)):
            yield claim
            continue
        shown = [chain_of[end.key] for end in (claim.subject, claim.object) if end is not None and end.key in chain_of]
        object_ = _in_names(claim.object, shown, parse, chain_of) if claim.object is not None else None
        values = (_in_names(each.value, shown, parse, chain_of) for each in claim.qualifiers)
        qualifiers = (replace(each, value=value) for each, value in zip(claim.qualifiers, values, strict=True))
        yield replace(claim, object=object_, qualifiers=tuple(qualifiers))


def _parts(claim: Claim) -> list[Mention]:
    """Return the object and the qualifiers of a claim: the parts that may be phrases."""
    return [*filter(None, [claim.object]), *(qualifier.value for qualifier in claim.qualifiers)]


def _in_names(
    phrase: Mention, shown: Iterable[Chain], parse: Parse, chain_of: Mapping[tuple[str, int], Chain]
) -> Mention:
    """Return a phrase with a name in place of a pronoun that is the first mention of an entity in it."""
    if phrase.kind != "phrase":
        return phrase
    span, seen, names = phrase.span, [*shown], list[Pointer]()
    for token in parse.tokens[parse.place_of(span.start) : parse.place_of(span.end)]:
        chain = chain_of.get((span.document, token.offset))
        if chain is not None and chain not in seen:
            seen.append(chain)
            if _is_replaced(token):
                names.append((token.offset, token.offset + len(token.text), called_in_document(chain)))
    if not names:
        return phrase
    return replace(phrase, value=Literal(without_unpaired_marks(with_names(phrase, {span.document: names}))))


def _is_replaced(token: Token) -> bool:
    """Return whether a name may stand in place of a pronoun: of "*her* car", but not "saw *her*"."""
    return token.lower_ in REPLACED and (token.lower_ != "her" or token.function == "possessor")
