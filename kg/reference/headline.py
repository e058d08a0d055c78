"""Links the names in a headline to the names in the text below it, by their words.

A headline is not parsed. It makes no statements, its capitals and missing verbs mislead a small parser and
recogniser, and parsing it would take a twentieth more time.
"""

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter

from kg.model import Chain, Document, Mention, Span
from kg.read import headline_span


def with_headline(chains: Sequence[Chain], document: Document) -> tuple[Chain, ...]:
    """Return the chains of a document, each with its names in the headline, in text order.

    If names overlap, the longest one is used; a name of several chains goes to the longest chain.
    """
    span = headline_span(document)
    if span is None:
        return tuple(chains)
    found: dict[int, list[Mention]] = {}
    taken: set[int] = set()
    words = document.text[span.start : span.end]
    for number, name in _names(chains):
        if name.words not in words:
            continue  # the usual case, which needs no pattern
        whole_words = re.compile(rf"(?<!\w){re.escape(name.words)}(?!\w)")
        for place in whole_words.finditer(document.text, span.start, span.end):
            if taken.isdisjoint(range(*place.span())):
                taken.update(range(*place.span()))
                found.setdefault(number, []).append(_moved(name, *place.span()))
    added = (sorted(found.get(number, ()), key=attrgetter("span.start")) for number in range(len(chains)))
    return tuple((*names, *chain) for names, chain in zip(added, chains, strict=True))


def _names(chains: Sequence[Chain]) -> Iterator[tuple[int, Mention]]:
    """Yield the names and the indices of their chains: the longest names first, of equals that of the longest chain."""
    names = {(number, each.words): each for number, chain in enumerate(chains) for each in chain if each.kind == "name"}
    for number, text in sorted(names, key=lambda key: (-len(key[1]), key[1], -len(chains[key[0]]), key[0])):
        yield number, names[number, text]


def _moved(name: Mention, start: int, end: int) -> Mention:
    """Return a mention of the same name at another position."""
    from_head = " ".join(name.text[name.head - name.span.start :].split())
    return Mention(Span(name.span.document, start, end), name.words, end - len(from_head), "name", name.type)
