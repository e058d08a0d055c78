"""Names in place of the pronouns of phrases: "Bolt left after *she* died" says who died, if it is not Bolt."""

import typing as t
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.spoken_for import called_in_document
from kg.grammar.parse import Parse
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

    def in_names(phrase: Mention, shown: Iterable[Chain]) -> Mention:
        """Return a phrase with a name in place of a pronoun that is the first mention of an entity in it."""
        if phrase.kind != "phrase":
            return phrase
        span, seen, names = phrase.span, [*shown], list[Pointer]()
        for token in parse.tokens[parse.place_of(span.start) : parse.place_of(span.end)]:
            chain = chain_of.get((span.document, token.offset))
            if chain is not None and chain not in seen:
                seen.append(chain)
                if token.lower_ in REPLACED and (token.lower_ != "her" or token.function == "possessor"):
                    names.append((token.offset, token.offset + len(token.text), called_in_document(chain)))
        known = {span.document: names}
        return replace(phrase, value=Literal(without_unpaired_marks(with_names(phrase, known)))) if names else phrase

    for claim in claims:
        shown = [chain_of[each.key] for each in (claim.subject, claim.object) if each and each.key in chain_of]
        object_ = claim.object and in_names(claim.object, shown)
        qualifiers = tuple(replace(each, value=in_names(each.value, shown)) for each in claim.qualifiers)
        yield replace(claim, object=object_, qualifiers=qualifiers)
