"""Descriptions of unnamed entities: the fullest description, its head word, its type."""

import functools
import re
import typing as t
from collections.abc import Iterable, Sequence

from kg.lexicon import measures, nouns, value, words
from kg.lexicon.given_names import pronoun_gender
from kg.lexicon.name_forms import bare
from kg.lexicon.noun_types import description_type, is_narrower, noun_type, unambiguous_type
from kg.lexicon.spelling import full_titles
from kg.lexicon.supersenses import noun_supersense
from kg.lexicon.tables import REMEMBERED
from kg.model import Chain, Literal, Mention


@functools.cache
def _leading() -> re.Pattern[str]:
    """Return a pattern for the determiner at the start of a description; "this year's budget" needs its own."""
    times = "|".join(sorted({*measures("unit", "time"), *measures("calendar", "season", "daypart"), "season"}))
    found = "|".join(sorted(words("determiner", "lead")))
    return re.compile(rf"^(?!th(?:is|at)\s+(?:{times})\s?['’]s\b)(?:{found})\s+(?!of\b)(?=\S)", re.IGNORECASE)


@functools.cache
def _bound() -> re.Pattern[str]:
    """Return a pattern for a word that binds a description to its text."""
    numbers = (word for word, features in value("number").items() if features[0] not in "/#")
    ours = words("pronoun", "1")  # "advice we had"
    found = {*(words("determiner") - words("question")), *ours, *words("only", "order"), "same", *numbers}
    return re.compile(rf"\b(?:{'|'.join(sorted(found))})\b|\d|['’]", re.IGNORECASE)


MAX_LABEL_WORDS: t.Final = 12
LONG_LABEL_WORDS: t.Final = 16
"""Longer labels were mostly phrases from wrong parses."""
SPOKEN_FOR: t.Final = "Group"
"""The type of a "we" whose value is its speaker; other pronouns have no such type."""
WE: t.Final = "we"
APOSTROPHES: t.Final = ("'", "’")
RELATIVE: t.Final = words("pronoun", "0")
"""The pronouns that attach clauses to a description."""


def is_spoken_for(mention: Mention) -> bool:
    """Return whether a mention is a "we" in any form, which means the speaker and the group spoken for."""
    return mention.kind == "pronoun" and mention.type == SPOKEN_FOR


def is_open(mention: Mention) -> bool:
    """Return whether a mention is a pronoun without meaning of its own: "she", but not a "we" of a known speaker."""
    return mention.kind == "pronoun" and mention.type != SPOKEN_FOR


def by_speaker(mention: Mention, pronoun: str = WE) -> str:
    """Return the label of a "we": "we (Ana Silva and others)", or with another form of it "our (…)"."""
    return f"{pronoun} ({mention.value.value})" if isinstance(mention.value, Literal) else pronoun


def describing(chains: Iterable[Chain]) -> Mention | None:
    """Return the mention with the fullest description, or None if all are open pronouns."""
    mentions = [mention for chain in chains for mention in _identifying([one for one in chain if not is_open(one)])]
    return min(mentions, key=fullness, default=None) if len(mentions) != 1 else mentions[0]


def _identifying(chain: Sequence[Mention]) -> Sequence[Mention]:
    """Return the mentions that can identify an entity, given all but the open pronouns in text order.

    What has an owner or a definite article at first is known without a later relative clause, which mostly is about its
    own sentence or attached by mistake: "*The judge* ... the judge who left"; "*Reed's visit* ... the visit to a mill".
    """
    if not chain or chain[0].kind != "nominal" or _length(chain[0]) > MAX_LABEL_WORDS:
        return chain
    first, others = chain[0], chain[1:]
    if _is_owned(first):
        return [first, *filter(_is_owned, others)]
    definite = not words("determiner", "definite").isdisjoint(first.words.casefold().split()[:1])
    return [first, *(one for one in others if not _has_clause(one))] if definite else chain


def _is_owned(mention: Mention) -> bool:
    """Return whether an owner precedes the head of a mention: "*Oslo's* harbour", "*its* harbour"."""
    text, head = mention.described
    before = text[:head].casefold().split()
    return any(word in words("determiner", "possessive") or word.rstrip("s").endswith(APOSTROPHES) for word in before)


def _has_clause(mention: Mention) -> bool:
    """Return whether a relative clause follows the head of a mention: "the judge *who left*"."""
    text, head = mention.described
    return not RELATIVE.isdisjoint(text[head:].casefold().split()[1:])


def fullness(mention: Mention) -> tuple[int, int]:
    """Return a sort key for mentions by how fully they describe; lower is fuller, and the first wins a tie.

    A bare noun ("the number") says less than a phrase that is somewhat too long for a label.
    """
    length = _length(mention)
    if length > MAX_LABEL_WORDS:
        return (1 if length <= LONG_LABEL_WORDS else 3), length
    return (0 if length > 1 else 2), -length


def _length(mention: Mention) -> int:
    text = without_determiner(mention.words)  # its words are separated by single spaces
    return text.count(" ") + bool(text)


@functools.lru_cache(maxsize=REMEMBERED)
def without_determiner(text: str) -> str:
    """Return a description without a leading article or other determiner and without surrounding punctuation.

    A common noun at the start of a sentence loses its capital: `People`, not `Frenchman`.
    """
    whole = bare(text)
    if _is_amount(whole):
        return whole[:1].lower() + whole[1:]
    found = _without_short_titles(bare(_leading().sub("", whole, count=1)))
    one_word = found.istitle() and " " not in found and found.lower() not in nouns("type", "people")
    return found.lower() if one_word and found == whole and noun_type(found) != "Thing" else found


def _without_short_titles(text: str) -> str:
    """Return a description that ends in a short title with the full forms: `lieutenant general` for `Lt. Gen.`."""
    return " ".join([full_titles().get(word.lower(), word) for word in text.split()]) if text.endswith(".") else text


def _is_amount(text: str) -> bool:
    """Return whether the article at the start of a description is part of an amount: "*a* few firms", "*a* lot of it".

    Without it the amount is another one: "few firms", "number of firms".
    """
    article, first, following = (*text.lower().split(maxsplit=3), "", "", "")[:3]
    if article not in words("determiner", "indefinite"):
        return False
    if following != "of":
        return bool(following) and first in _multipliers()
    return first in measures("number") | measures("link", "before") or noun_supersense(first) == "quantity"


@functools.cache
def _multipliers() -> frozenset[str]:
    """Return the vague numbers, and the words that multiply a number: "few", "dozen"."""
    return frozenset(word for word, number in value("number").items() if number == "~" or number[0] == "x")


def description(chains: Iterable[Chain]) -> str:
    """Return the fullest description in the chains, without determiner; "" if there is none."""
    mention = describing(chains)
    return described(mention, mention.words) if mention is not None else ""


def described(mention: Mention, text: str) -> str:
    """Return the words of a mention without its determiner, unless that is its head: "*those* using the old road".

    Args:
        mention: the mention that describes an entity.
        text: its words, some of which may have been replaced.
    """
    if is_spoken_for(mention):
        return by_speaker(mention)
    pronoun = mention.head == mention.span.start and " " in mention.words
    return bare(text) if pronoun else without_determiner(text)


def first_described(chain: Chain) -> Mention:
    """Return the first mention that is not an open pronoun."""
    return next(mention for mention in chain if not is_open(mention))


def head_word(mention: Mention) -> str:
    """Return the head word of a mention."""
    text, head = mention.described
    rest = text[head:].split()
    return bare(rest[0] if rest else mention.words)


@functools.lru_cache(maxsize=REMEMBERED)
def is_bound(text: str) -> bool:
    """Return whether a description means one entity in its text, not a kind: `the firm`, `ten other firms`."""
    return _bound().search(text) is not None


def is_anyone(label: str) -> bool:
    """Return whether a description means different people or things in each context: `people`, `officials`, `teams`."""
    return " " not in label and description_type(label) in {"Person", "Group"}


def is_someone(chain: Chain) -> bool:
    """Return whether a description refers to others in another document: `web developers`, `police spokesman`."""
    mention = describing([chain])
    return mention is not None and description_type(head_word(mention)) in {"Person", "Group"}


def is_gendered(mention: Mention) -> bool:
    """Return whether a mention is he or she in any form, which mean a person."""
    return mention.kind == "pronoun" and pronoun_gender(mention.words) is not None


def mention_type(mention: Mention) -> str:
    """Return the type given by the head noun of a mention, or the model's label if that is as narrow."""
    label = mention.type if mention.kind == "name" or mention.type == "Place" else "Thing"  # clauses are called events
    type_ = _two_words_type(mention) or unambiguous_type(head_word(mention))
    return type_ if is_narrower(type_, label) else label


def _two_words_type(mention: Mention) -> str | None:
    """Return the type given by the last two words of a description: "Peru's *central bank*" is not a company.

    A "*music player*" is not a person.
    """
    text, end = mention.described
    before, head = text[:end].lower().split(), head_word(mention).lower()
    if not before or mention.kind != "nominal":
        return None
    both = f"{before[-1]} {head}"
    return value("last").get(both) or value("last").get(both.removesuffix("s"))
