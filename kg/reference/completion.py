"""What must stand behind a noun for its phrase to be whole: "tensions between the two", "the first woman to win".

A node named "the tensions" or "the first woman" says nothing. Relational nouns keep their complement, graded nouns what
they range over, indefinite words what restricts them; all else behind a noun is a fact of its own and stays outside.
"""

import typing as t
from collections.abc import Callable

from kg.grammar.parse import Token, kept
from kg.lexicon import nouns
from kg.times import time_at

CompletionRule: t.TypeAlias = Callable[[Token, Token], bool]
COMPLEMENT_PREPOSITIONS: t.Final = frozenset(
    {"to", "for", "about", "between", "against", "with", "on", "over", "from", "towards", "toward", "into", "in",
     "among", "regarding", "behind"}
)  # fmt: skip
GRADED_TAGS: t.Final = frozenset({"JJS", "RBS"})
GRADED_WORDS: t.Final = frozenset(
    {"only", "first", "last", "second", "third", "next", "same", "sole", "latest", "main"}
)
INDEFINITES: t.Final = frozenset(
    {"something", "anything", "everything", "nothing", "someone", "anyone", "everyone", "somebody", "anybody",
     "everybody", "those", "people", "way", "all", "ones"}
)  # fmt: skip
QUOTES: t.Final = frozenset({'"', "“", "”", "‘", "’", "'", "``", "''", "«", "»"})
DASHES: t.Final = frozenset({"-", "--", "–", "—"})
BOUNDARIES: t.Final = DASHES | {",", ";", ":", "(", ")", '"', "“", "”", "``", "''"}
NAMING_NOUNS: t.Final = frozenset(
    {"name", "nickname", "surname", "pseudonym", "alias", "title", "term", "word", "phrase", "slogan", "motto",
     "hashtag", "label", "codename", "heading", "headline", "username"}
)  # fmt: skip
HAMPERED_NOUNS: t.Final = frozenset({"difficulty", "trouble", "problem", "experience", "success", "luck"})
COMPARED_WORDS: t.Final[t.Mapping[str, frozenset[str]]] = {
    "than": frozenset({"more", "less", "fewer", "other", "rather"}),
    "as": frozenset({"as", "same", "such"}),
}
DIRECTIONS: t.Final = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west",
     "south-east", "south-west", "upstream", "downstream", "inland"}
)  # fmt: skip
PARTS: t.Final = frozenset({"one", "some", "any", "none", "many", "few", "most", "all", "each", "several"})
RESTRICTIVE: t.Final = frozenset({"relcl", "acl", "prep"})
CLOSING_TAGS: t.Final = frozenset({"NOUN", "PROPN", "NUM", "PRON", "VERB", "ADJ", "ADV"})
MAX_WORDS: t.Final = 9


def relational_noun(noun: Token, dependent: Token) -> bool:
    """A noun that relates needs what it relates to: "the *tensions* between the two states"."""
    fits = dependent.dep_ == "prep" and dependent.lower_ in COMPLEMENT_PREPOSITIONS
    fits = fits and not any(word.dep_ == "pobj" and time_at(word) is not None for word in dependent.rights)
    return fits and noun.lemma_.lower() in nouns("relational")


def noun_of_an_act(noun: Token, dependent: Token) -> bool:
    """A noun that means an act to come needs the act: "the *right* to vote", "*calls* for the mine to be closed"."""
    if dependent.dep_ not in {"acl", "relcl", "advcl"} or not is_infinitive(dependent):
        return False
    if any(word.dep_ == "mark" and word.lower_ == "for" for word in dependent.lefts):
        return noun.lemma_.lower() in nouns("plan") | nouns("relational")
    return dependent.dep_ == "acl" and noun.lemma_.lower() in nouns("plan")


def hampered_noun(noun: Token, dependent: Token) -> bool:
    """A noun of trouble or luck needs what was hard or easy: "*difficulties* crossing the border"."""
    return dependent.dep_ == "acl" and dependent.tag_ == "VBG" and noun.lemma_.lower() in HAMPERED_NOUNS


def bare_noun(noun: Token, dependent: Token) -> bool:
    """A subject without any word before it is no known thing without what restricts it: "*teams* from Iran lost".

    Nor is what goes along: "with *proceeds* to the hospital".
    """
    bare = noun.tag_ in {"NN", "NNS"} and not any(word.dep_ != "punct" for word in noun.lefts)
    along = noun.dep_ == "pobj" and noun.head.lower_ == "with"
    return bare and dependent.dep_ == "prep" and (along or noun.dep_ in {"nsubj", "nsubjpass"})


def bare_noun_of_a_quality(noun: Token, dependent: Token) -> bool:
    """A noun without any word before it is told apart by the quality behind it: "lives in *areas* prone to floods"."""
    bare = noun.tag_ in {"NN", "NNS"} and not any(word.dep_ != "punct" for word in noun.lefts)
    return bare and dependent.dep_ == "amod" and any(word.dep_ == "prep" for word in dependent.rights)


def noun_beside_a_place(noun: Token, dependent: Token) -> bool:
    """A noun is told apart by where it lies: "the *hills* north of Lyon"."""
    placed = dependent.dep_ == "advmod" and dependent.lower_ in DIRECTIONS and noun.pos_ == "NOUN"
    return placed and any(word.lower_ == "of" for word in dependent.rights)


def compared_noun(noun: Token, dependent: Token) -> bool:
    """A comparison needs what is compared with: "more *damage* than all floods", "as *much* as they need"."""
    words = COMPARED_WORDS.get(dependent.lower_, frozenset())
    return dependent.dep_ == "prep" and any(
        word.lower_ in words or (word.tag_ == "JJR" and dependent.lower_ == "than") for word in (*noun.lefts, noun)
    )


def naming_noun(noun: Token, dependent: Token) -> bool:
    """A noun for a name needs the name: "the *name* Blue Fox"."""
    return dependent.dep_ == "appos" and noun.lemma_.lower() in NAMING_NOUNS


def noun_in_a_state(noun: Token, dependent: Token) -> bool:
    """What somebody has about him is in a state: "was caught with the *microphone* on"."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "with" and dependent.tag_ == "RP"


def graded_noun(noun: Token, dependent: Token) -> bool:
    """A superlative or ordinal needs what it ranges over: "the first *woman* to win the prize"."""
    graded = any(c.tag_ in GRADED_TAGS or c.lower_ in GRADED_WORDS for c in noun.lefts)
    alone = noun.tag_ == "JJS" and dependent.lower_ in {"in", "of"}  # "the *deadliest* in the region"
    named = (
        noun.tag_ == "JJ"
        and noun.lower_ in {"first", "last", "only", "second"}
        and noun.dep_ in {"attr", "dobj", "pobj"}
    )
    alone = alone or (named and dependent.lower_ in {"in", "of", "from"})  # "became the *first* in Chile to win"
    return alone or (graded and noun.tag_ in {"NN", "NNS"} and dependent.dep_ in RESTRICTIVE)


def indefinite_word(noun: Token, dependent: Token) -> bool:
    """A word that means no thing in particular needs what restricts it: "*people* who cannot read"."""
    return noun.lower_ in INDEFINITES and dependent.dep_ in {"relcl", "acl"}


def partitive(noun: Token, dependent: Token) -> bool:
    """A part needs what restricts the whole: "one of the *states* covered by the ban"."""
    return noun.lower_ in PARTS and dependent.dep_ in {"relcl", "acl"}


COMPLETION_RULES: t.Final[t.Mapping[str, CompletionRule]] = {
    "relational-noun": relational_noun,
    "noun-of-an-act": noun_of_an_act,
    "hampered-noun": hampered_noun,
    "bare-noun": bare_noun,
    "bare-noun-of-a-quality": bare_noun_of_a_quality,
    "noun-beside-a-place": noun_beside_a_place,
    "compared-noun": compared_noun,
    "naming-noun": naming_noun,
    "noun-in-a-state": noun_in_a_state,
    "graded-noun": graded_noun,
    "indefinite-word": indefinite_word,
    "partitive": partitive,
}


@kept
def is_infinitive(verb: Token) -> bool:
    """Tell whether `verb` is a to-infinitive."""
    return any(word.dep_ == "aux" and word.lower_ == "to" for word in verb.children)


def completed_end(noun: Token, end: int) -> int:
    """Return the end of a phrase with what its noun needs directly behind it, where that is short enough to be read.

    Args:
        noun: the head of the phrase.
        end: the token behind the phrase as it stands.
    """
    start = end
    while (stop := _next_end(noun, end)) > end and stop <= start + MAX_WORDS:
        end = stop
    return end


def _next_end(noun: Token, end: int) -> int:
    """Return the end of a phrase with the next of what its noun needs, or `end` where nothing is to be added."""
    doc, last_noun = noun.doc, noun.doc[end - 1]  # the parser may hang the rest on the noun of an of-phrase
    begin = end + (end < len(doc) and doc[end].text in QUOTES and doc[end].head == noun)
    dependent = next((c for word in (noun, last_noun) for c in word.rights if c.left_edge.i == begin), None)
    if dependent is None or not any(rule(noun, dependent) for rule in COMPLETION_RULES.values()):
        return end
    stop = _stop(dependent, end)
    if stop > end + MAX_WORDS and is_infinitive(dependent):
        stop = _before_modifiers(dependent)
    return stop if end < stop <= end + MAX_WORDS and _closes(noun, end, stop) else end


def _stop(dependent: Token, end: int) -> int:
    """Return where what a noun needs ends: before the first mark, but behind all members of a list, or a quotation."""
    doc, last = dependent.doc, dependent.right_edge.i + 1
    if doc[end].text in QUOTES:
        closed = doc[last - 1].text in QUOTES
        return last if closed else last + 1 if last < len(doc) and doc[last].text in QUOTES else end
    listed = next((c for c in dependent.rights if c.dep_ == "pobj"), None)
    members = [listed] if listed is not None else []
    while (next_ := next((c for c in members[-1].rights if c.dep_ == "conj"), None) if members else None) is not None:
        members.append(next_)
    begin = members[-1].i if len(members) > 1 else end
    stops = [next((i for i in range(start, last) if _bounds(doc[i])), last) for start in (begin, end)]
    return next((stop for stop in stops if stop <= end + MAX_WORDS), last)


def _before_modifiers(verb: Token) -> int:
    """Return where an act ends without what modifies it: "attempts *to remove the report* from all libraries of …"."""
    core = [verb, *(word for word in verb.rights if word.dep_ in {"dobj", "prt", "acomp", "attr"})]
    last = max(core, key=lambda word: word.i)
    of = next((word for word in last.rights if word.lower_ == "of" and word.i == last.i + 1), None)
    return next((word.i for word in of.rights if word.dep_ == "pobj"), last.i) + 1 if of is not None else last.i + 1


def _bounds(mark: Token) -> bool:
    """Tell whether a mark ends what can be read as one phrase; a hyphen inside a word does not."""
    inside = mark.i > 0 and not mark.whitespace_ and not mark.nbor(-1).whitespace_ and mark.text == "-"
    return mark.text in BOUNDARIES and not inside


def _closes(noun: Token, end: int, stop: int) -> bool:
    """Tell whether a stretch ends with a word that can end a phrase, and leaves none of its words waiting."""
    words = [word for word in noun.doc[end:stop] if word.text not in QUOTES]
    last = words[-1]
    return last.tag_ == "RP" or (last.pos_ in CLOSING_TAGS and last.dep_ != "det")
