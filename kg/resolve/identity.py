"""What one chain says about which thing it is: its key, its names, its descriptions and its type."""

import functools
import re
import typing as t
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.lexicon.gazetteer import Entry, Gazetteer
from kg.lexicon.given_names import given_name_gender
from kg.lexicon.names import DEPARTMENT_WORDS, bare, is_acronym, normal_form, words
from kg.lexicon.nouns import (
    broad_type,
    description_type,
    is_capitalized_description,
    is_narrower,
    most_frequent,
    noun_type,
    organization_type,
)
from kg.lexicon.words import REMEMBERED, word_list
from kg.model import Chain, Mention

Sort: t.TypeAlias = t.Literal["known", "person", "place", "other", "unclear", "generic", "bound"]
"""How things are told apart: by the gazetteer, by name and rough type, by a general term, or by place in a text."""

SORTS: t.Final[t.Mapping[str, Sort]] = {"Person": "person", "Place": "place", "Thing": "unclear"}
ARTICLE: t.Final = re.compile(r"^[Tt]he\s+(?=\S)")
LEADING: t.Final = re.compile(
    r"^(?:the|an?|this|that|these|those|its|their|his|her|our|my|your|some|any|such)\s+(?=\S)", re.IGNORECASE
)
BOUND_WORDS: t.Final = re.compile(
    r"\b(?:the|an?|this|that|these|those|its|their|his|her|our|my|your|some|any|such|all|both|each|every|no|another|"
    r"other|others|same|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|billions?|"
    r"first|second|third|last|next|new|former|several|many|few|most|more)\b|\d|['’]",
    re.IGNORECASE,
)
GENDERED: t.Final = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
SAID_WEIGHT: t.Final = 5
"""How many labels of the model weigh as much as one sentence that says what a thing is."""
MAX_LABEL_WORDS: t.Final = 8
MAX_PERSON_WORDS: t.Final = 4


class Key(t.NamedTuple):
    """Chains with one key are one thing."""

    sort: Sort
    form: str


@dataclass(frozen=True, slots=True)
class Identity:
    """A chain with its key, the names in it as often as they occur, and what the gazetteer knows of it."""

    chain: Chain
    key: Key
    names: tuple[str, ...] = ()
    entry: Entry | None = None


def identify(chain: Chain, gazetteer: Gazetteer) -> Identity:
    """Return the identity of a chain; it depends on the chain alone."""
    names = chain_names(chain)
    if not names:
        return Identity(chain, _described_key(chain, gazetteer))
    counts, type_ = Counter(names), named_type([chain])
    entry = _known(counts, type_, gazetteer)
    if entry is not None:
        return Identity(chain, Key("known", f"{entry.label} ({entry.type})"), names, entry)
    sort = SORTS.get(broad_type(type_), "other")
    form = normal_form(best_name(counts, type_))
    return Identity(chain, Key(sort, government_form(form, gazetteer) or form), names)


def _described_key(chain: Chain, gazetteer: Gazetteer) -> Key:
    label = description([chain])
    document, head = chain[0].key
    government = government_form(normal_form(label), gazetteer)
    if government is not None and government.rsplit(" ", 1)[-1] in word_list("only one in a country"):
        return Key("other", government)
    if label and not _is_bound(_described(chain).text):
        return Key("generic", label) if label == label.casefold() else Key("bound", f"{document}: {label}")
    return Key("bound", f"{document}#{head}")


@functools.lru_cache(maxsize=REMEMBERED)
def _is_bound(text: str) -> bool:
    """Tell whether a description means one thing of its text, not a kind of thing: `the firm`, `ten other firms`."""
    return BOUND_WORDS.search(text) is not None


def government_form(form: str, gazetteer: Gazetteer) -> str | None:
    """Return the form of a government's name with its country's usual name: `us army`, `american army`; else None."""
    if form.rsplit(" ", 1)[-1] not in word_list("government heads"):
        return None
    country, rest = gazetteer.country_before(form.split())
    of_state = country is not None and (len(rest) == 1 or rest[-1] in DEPARTMENT_WORDS)
    return f"{country} {' '.join(rest)}".casefold() if of_state else None


def _known(names: Counter[str], type_: str, gazetteer: Gazetteer) -> Entry | None:
    votes: Counter[tuple[str, str]] = Counter()
    entries: dict[tuple[str, str], Entry] = {}
    for name, count in names.items():
        entry = gazetteer.find(name)
        # a person can be called Jordan or Washington
        if entry is not None and not (type_ == "Person" and broad_type(entry.type) == "Place"):
            votes[entry.label, entry.type] += count
            entries[entry.label, entry.type] = entry
    return entries[min(votes, key=lambda key: (-votes[key], key))] if votes else None


def is_name(mention: Mention) -> bool:
    """Tell whether a mention names its thing; a role with a capital, `the President`, describes it."""
    return mention.kind == "name" and not is_capitalized_description(mention.text)


def chain_names(chain: Chain) -> tuple[str, ...]:
    """Return the names in a chain, as often as they occur, without article and marks around them."""
    names = [_without_article(mention.text) for mention in chain if is_name(mention)]
    return tuple([name for name in names if normal_form(name)])


@functools.lru_cache(maxsize=REMEMBERED)
def _without_article(name: str) -> str:
    return ARTICLE.sub("", bare(name))


def best_name(names: Counter[str], type_: str) -> str:
    """Return the name to show: of a person a full one, of others the usual one, and rather words than initials."""

    def rank(name: str) -> tuple[bool, int, int, str]:
        length = len(words(name))
        full = 1 < length <= MAX_PERSON_WORDS if type_ == "Person" else not is_acronym(name)
        return (not full, -names[name], -length, name)

    return min(names, key=rank)


def describing(chains: Iterable[Chain]) -> Mention | None:
    """Return the mention that describes most fully, or None where all are pronouns."""
    mentions = [mention for chain in chains for mention in chain if mention.kind != "pronoun"]
    fitting = [mention for mention in mentions if _length(mention) <= MAX_LABEL_WORDS] or mentions
    return max(fitting, key=_length, default=None)


def _length(mention: Mention) -> int:
    return len(without_determiner(mention.text).split())


@functools.lru_cache(maxsize=REMEMBERED)
def without_determiner(text: str) -> str:
    """Return a description without article or the like before it, and without marks around it."""
    return bare(LEADING.sub("", bare(text), count=1))


def description(chains: Iterable[Chain]) -> str:
    """Return the fullest description in the chains, without determiner; "" where there is none."""
    mention = describing(chains)
    return without_determiner(mention.text) if mention is not None else ""


def _described(chain: Chain) -> Mention:
    """Return the first mention that is no pronoun."""
    return next(mention for mention in chain if mention.kind != "pronoun")


def head_word(mention: Mention) -> str:
    """Return the head word of a mention."""
    rest = mention.text[max(mention.head - mention.span.start, 0) :].split()
    return bare(rest[0] if rest else mention.text)


def named_type(chains: Iterable[Chain], said: Sequence[str] = ()) -> str:
    """Return the type of a thing with a name.

    It is the most frequent type of its names, corrected by their words and made narrower by what describes it.

    Args:
        chains: its mentions.
        said: the types of what sentences say that it is.
    """
    mentions = [mention for chain in chains for mention in chain]
    names = [mention for mention in mentions if is_name(mention)]
    # a full name weighs more than a short one, which the model labels worse
    votes = [mention.type for mention in names for _ in words(mention.text)]
    descriptions = [mention for mention in mentions if mention.kind != "pronoun" and not is_name(mention)]
    told = [*map(name_type, names), *(noun_type(head_word(mention)) for mention in descriptions)]
    if is_organization(mentions, [*told, *said]):
        votes = [type_ if type_ != "Person" else "Organization" for type_ in votes]
    type_ = most_frequent([*votes, *(type_ for type_ in said for _ in range(SAID_WEIGHT))])
    return most_frequent((other for other in (*told, *said) if is_narrower(other, type_)), type_)


def is_organization(mentions: Iterable[Mention], told: Iterable[str]) -> bool:
    """Tell whether names or descriptions say organization against the label Person: `Bolt Lab`, `Bolt ... the firm`."""
    mentions = tuple(mentions)
    names = [bare(mention.text) for mention in mentions if is_name(mention)]
    if any(organization_type(name) for name in names):
        return True
    kinds = {broad_type(type_) for type_ in told}
    gendered = any(mention.kind == "pronoun" and mention.text.casefold() in GENDERED for mention in mentions)
    given = any(given_name_gender(name.split()[0]) for name in names if name)
    return "Organization" in kinds and "Person" not in kinds and not gendered and not given


def name_type(mention: Mention) -> str:
    """Return the type that the words of a name tell: `Labor Department`, `Acme Corp`; else `Thing`."""
    return organization_type(mention.text) or noun_type(head_word(mention))


def described_type(chains: Iterable[Chain]) -> str:
    """Return the type of a thing without a name, by the head nouns of its descriptions."""
    mentions = [mention for chain in chains for mention in chain if mention.kind != "pronoun"]
    told = ((mention.type, description_type(head_word(mention))) for mention in mentions)
    return most_frequent(by_words if type_ == "Thing" else type_ for type_, by_words in told)
