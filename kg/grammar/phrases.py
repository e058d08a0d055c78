"""Noun phrases, whole: what a named rule leaves off a label is named on the phrase.

A label is the phrase from its first word to its last. The rules of `CUTS` tell what may be left off behind the head,
those of `OPENINGS` what may be left off before it; everything else stays.
"""

import typing as t
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.grammar.clause import Modifier, ModifierKind, Phrase, Word
from kg.grammar.event_nouns import verb_of
from kg.grammar.labels import (
    AUXILIARIES,
    BRACKETS,
    DASHES,
    NAME_PARTS,
    NAME_TAGS,
    NOMINAL_KINDS,
    NOMINAL_SUBJECTS,
    NOUN_TAGS,
    PLACE_ENTITIES,
    QUOTES,
    RELATIVE_TAGS,
    SINGULAR_TAGS,
    TIME_ENTITIES,
    VALUE_ENTITIES,
    VERB_TAGS,
)
from kg.grammar.meanings import is_former_amount
from kg.grammar.parse import Parse, Token, kept, word_of
from kg.lexicon import measures, names, nouns, verbs, words
from kg.lexicon.gazetteer import country_meant, default_gazetteer
from kg.lexicon.noun_types import broad_type, noun_type
from kg.lexicon.numerals import numbers_in, time_units
from kg.lexicon.supersenses import noun_supersense

Cut: t.TypeAlias = Callable[[Token, Token], bool]
Named = t.TypeVar("Named", bound=Callable[..., object])

SEPARATORS: t.Final = frozenset({",", "(", ")", "-", "--", "–", "—", ";", ":", "[", "]"})
OPENING: t.Final = frozenset({"(", "["})
CLOSING: t.Final = BRACKETS - OPENING
HYPHEN: t.Final = "-"
SINCE: t.Final = "since"
AHEAD: t.Final = frozenset(opening for opening in words("dating", "ahead") if " " in opening)
APART_FROM_DEED: t.Final = AHEAD | {"before", SINCE} | (words("opens", "time") & words("dating", "until"))
"""The prepositions that say that a deed was not when what they open was: "*ahead of* the vote"."""
INTRODUCING: t.Final = "introducing"
"""The rule of `CUTS` that leaves a bare noun whole, and a noun within another label: else it could be any."""
LISTED: t.Final = range(2, 10)
"""How many things a list has whose noun counts them."""
LONGEST: t.Final = 16
"""How many words a clause has at most with which a label is left whole."""
THE: t.Final = "the"
ARTICLES: t.Final = words("determiner", "a") | {THE}
THOUGHTS: t.Final = frozenset({"cognition", "communication", "feeling"})
"""The kinds of nouns (WordNet's lexicographer files) that mean a text or a thought, which may be about another time."""
SETTINGS: t.Final = THOUGHTS | {"attribute", "location", "motive", "time"}
"""The kinds of nouns that a whole clause may stand behind: "the way *it was done*", "the claim *it was paid*"."""
SAYING: t.Final = frozenset({"act", "cognition", "communication"})
"""The kinds of nouns (WordNet's lexicographer files) that mean a text or an inquiry, which says something."""
MODIFIER_KINDS: t.Final[t.Mapping[str, ModifierKind]] = {
    "det": "determiner", "predet": "determiner", "poss": "possessor", "nummod": "quantity", "quantmod": "quantity",
    "amod": "quality", "compound": "compound", "nmod": "compound", "appos": "apposition", "prep": "preposition",
}  # fmt: skip


def by_name(*rules: Named) -> dict[str, Named]:
    """Return rules by their names in words, in the order in which they are tried: "time-of-clause"."""
    return {rule.__name__.lstrip("_").replace("_", "-"): rule for rule in rules}


def is_noun(token: Token) -> bool:
    """Tell whether a token can be the head of a noun phrase."""
    return token.pos_ in NOMINAL_KINDS


def is_apart(dependent: Token) -> bool:
    """Tell whether a comma, dash or bracket stands directly before a dependent; the parser may hang a comma on it."""
    first = dependent.left_edge
    opens = first is not dependent and (first.text == "," or is_dash(first))
    before = first.nbor(-1) if first.i > 0 else first
    if joins(before):
        half = before.nbor(-1)  # "Sunfall, a docu-*drama*"
        return half.head is dependent.head and is_apart(half)
    return opens or (before is not first and before.text in SEPARATORS)


def joins(mark: Token) -> bool:
    """Tell whether a mark is a hyphen inside a word, which divides nothing: "an add*-*on"."""
    between = mark.i > 0 and not mark.nbor(-1).whitespace_ and not mark.whitespace_
    return between and mark.text == HYPHEN and mark.nbor(-1).text[-1].isalnum()


def is_name(noun: Token) -> bool:
    """Tell whether the recogniser took a noun for the head of a name, and of no amount or time."""
    label = noun.recognised
    return label != "" and label not in TIME_ENTITIES and label not in VALUE_ENTITIES


def conjunct(noun: Token, dependent: Token) -> bool:
    """What is coordinated is a phrase of its own, unless both share what follows: "Oslo *and Lyon*".

    Two amounts are one: "profits of *between* 2m *and* 3m".
    """
    one = any(word.dep_ == "quantmod" and word.lower_ in words("coordination", "together") for word in noun.lefts)
    if one or dependent.dep_ not in {"conj", "cc", "preconj"}:
        return False
    end = shared_end(noun)
    return end is None or dependent.i > end.i


def shared_end(noun: Token) -> Token | None:
    """Return the of-phrase behind the second of two nouns that is said of both: "the laws and customs *of the sea*"."""
    joined = (word for word in noun.rights if word.dep_ == "conj" and is_noun(word))
    bare = (word for word in joined if not any(left.dep_ in {"det", "poss", "nummod"} for left in word.lefts))
    seconds = {word.right_edge.i + 1 for word in bare}
    return next((w for w in noun.rights if w.dep_ == "prep" and w.lower_ == "of" and w.i in seconds), None)


class Shared(t.NamedTuple):
    """Several nouns that "and" joins, each with the words before it, and what stands behind the last of them."""

    nouns: tuple[tuple[Word, ...], ...]
    opening: Word
    behind: Phrase


def shared_behind(head: Token) -> Shared | None:
    """Return bare nouns that may share the phrase behind the last: "*chairman and head* of Acme"."""
    nouns = [head]
    while (second := next(filter(_is_joined_noun, nouns[-1].rights), None)) is not None:
        nouns.append(second)
    behind = head.doc.tokens[min(nouns[-1].i + 1, len(head.doc.tokens) - 1)]
    inside = _noun_inside(behind) if behind.dep_ == "prep" and behind.head in nouns else None
    if inside is None or len(nouns) == 1 or not _stand_alone(nouns):
        return None
    inner = (head.doc.tokens[noun.left_edge.i + (noun.left_edge.lower_ == THE) : noun.i + 1] for noun in nouns)
    return Shared(tuple(tuple(map(word_of, each)) for each in inner), word_of(behind), phrase_of(inside))


def _is_joined_noun(word: Token) -> bool:
    return word.dep_ == "conj" and is_noun(word)


def _stand_alone(nouns: Sequence[Token]) -> bool:
    """Tell whether nothing but conjunctions parts some nouns, and none but the first has a "the"."""
    own = (each for noun in nouns for each in noun.lefts if each.dep_ in {"det", "poss", "nummod"})
    between = (word for a, b in pairwise(nouns) for word in a.doc.tokens[a.i + 1 : b.left_edge.i])
    bare = all(word.head is nouns[0] and word.lower_ == THE for word in own)
    return bare and all(word.dep_ == "cc" or word.text == "," for word in between)


def describing_clause(noun: Token, dependent: Token) -> bool:
    """A relative clause behind a comma or a name describes: "the bank*, which fined nobody*"."""
    described = noun.pos_ == "PROPN" or noun.tag_ == "PRP" or is_apart(dependent)
    return dependent.dep_ == "relcl" and described


def introducing(noun: Token, dependent: Token) -> bool:
    """What one new thing did is a statement of its own: "a new order *issued by the king* gave them powers".

    So is what a relative clause tells of what is said to be there: "chose a small panel *which included two*", and
    what those do of whom "there are" some: "a number of firms *which say so*", "firms *vying for it*".
    But a bare noun, and one within another label, keeps it, else it could be any: "a deal *valued at $5m*".
    """
    there = _are_some(noun)
    if dependent.dep_ == "relcl":
        own = any(word.dep_ in NOMINAL_SUBJECTS and word.tag_ in RELATIVE_TAGS for word in dependent.lefts)
        return own and (there or _brings_in(noun, dependent))
    if there and dependent.dep_ == "acl":
        return dependent.tag_ in {"VBG", "VBN"}
    told = (dependent.dep_, dependent.tag_) == ("acl", "VBN") and dependent.lemma_ not in verbs("name")
    return told and _is_new(noun) and not any(word.dep_ in {"neg", "mark", "aux"} for word in dependent.lefts)


def _are_some(noun: Token) -> bool:
    """Tell whether "there are" those that a noun means, or a number "*of* firms"."""
    counted = noun.dep_ == "pobj" and noun.head.lower_ == "of"
    return _is_there(noun.head.head if counted else noun)


def _brings_in(noun: Token, dependent: Token) -> bool:
    """Tell whether a relative clause tells a fact of one new thing, as does the clause in which that stands."""
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return _is_new(noun) and all(map(_is_told, (dependent, above)))


def reporting_clause(noun: Token, dependent: Token) -> bool:
    """What a text or a thought says is a statement of its own: "according to a poll *saying that rents fell*".

    What a noun is said to be or to do needs it: "reports *saying so* are wrong", "denied reports *saying so*".
    """
    says = dependent.dep_ in {"acl", "relcl"} and dependent.lemma_ in verbs("report") - verbs("demand")
    content = any(word.dep_ == "ccomp" and word.i > dependent.i for word in dependent.rights)
    if not says or not content or any(word.dep_ in {"neg", "aux"} for word in dependent.lefts):
        return False
    subjects = [word for word in dependent.lefts if word.dep_ == "nsubj"]
    own = dependent.dep_ == "acl" or any(word.tag_ in RELATIVE_TAGS for word in subjects)
    return own and _is_apart_from_noun(noun) and noun_supersense(noun.lemma_.lower()) in SAYING


def _is_apart_from_noun(noun: Token) -> bool:
    """Tell whether a noun is the object of a verb that does not judge what it says, or behind a preposition of one."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if noun.dep_ == "dobj":
        return verb.lemma_ not in verbs("report") | verbs("negate")
    return noun.dep_ == "pobj" and not is_noun(verb)


def _is_told(verb: Token) -> bool:
    """Tell whether a verb is finite, and neither negated nor to come: "*chose*", but not "*will* choose"."""
    first = next((word for word in verb.lefts if word.dep_ in {"aux", "auxpass"}), verb)
    return first.tag_ in {"VBD", "VBP", "VBZ"} and not any(word.dep_ == "neg" for word in verb.children)


def _is_new(noun: Token) -> bool:
    """Tell whether a noun brings in one thing, and does not tell what another is: "an *order* issued by the king"."""
    article = any(word.dep_ == "det" and word.lower_ in words("determiner", "indefinite") for word in noun.lefts)
    return article and noun.tag_ == "NN" and noun.dep_ != "attr"


def apposition(noun: Token, dependent: Token) -> bool:
    """An apposition is another name of the same thing: "Ana Silva*, the mayor*", "the mayor *Ana Silva*"."""
    if dependent.dep_ != "appos":
        return dependent.dep_ == "npadvmod" and dependent.tag_ == "PRP"  # "the company *itself*"
    if _names_noun_before(dependent) and dependent.left_edge.i - 1 != noun.i:
        return False  # "shares in the firm *Acme*"
    if dependent.recognised in {"PERSON", "ORG", "GPE"} or dependent.tag_ == "PRP":
        return True
    return is_apart(dependent) or is_name(noun) or noun.pos_ == "PROPN"


def _names_noun_before(name: Token) -> bool:
    """Tell whether a name stands directly behind the common noun that tells its kind: "the firm *Acme*"."""
    before = name.left_edge.i - 1
    return before >= 0 and name.pos_ == "PROPN" and name.doc.tokens[before].tag_ in {"NN", "NNS"}


def setting_of_existence(noun: Token, dependent: Token) -> bool:
    """Where "there is" something is told of the clause: "two lakes *in the park*"; a "plan *for* it" is one thing."""
    whole = dependent.lower_ in {"by", "of"} or (dependent.lower_ in {"for", "to"} and noun.lemma_ in nouns("plan"))
    return dependent.dep_ == "prep" and not whole and _is_there(noun)


def _is_there(noun: Token) -> bool:
    """Tell whether "there is" what a noun means."""
    return noun.dep_ in {"attr", "dobj"} and any(word.dep_ == "expl" for word in noun.head.children)


def set_off(noun: Token, dependent: Token) -> bool:
    """What stands behind a comma, dash or bracket describes: "the letter*, sent in May*"."""
    if _follows_bracket(dependent):
        return False
    return dependent.dep_ != "nummod" and is_apart(dependent) and dependent.left_edge.i > noun.i


def beside_name(noun: Token, dependent: Token) -> bool:
    """A name needs no more: "Silva *of the museum*", "Oslo *in the north*"; names hold "of": "Bank *of England*".

    That of a text or a thought holds what it is about: "the Lyon Convention *on rivers*".
    """
    if not is_name(noun) or noun.pos_ != "PROPN" or dependent.inside_entity:
        return False
    where = any(word.dep_ == "pobj" and word.recognised in PLACE_ENTITIES for word in dependent.rights)
    about = dependent.dep_ == "prep" and dependent.tag_ == "IN" and not where
    return not (about and noun_supersense(noun.lower_) in {"cognition", "communication"})


def time_of_clause(noun: Token, dependent: Token) -> bool:
    """A date behind a noun tells when the clause is true: "closed the mine *in May*"; not "10 cars *a year*"."""
    if dependent.dep_ == "npadvmod" and dependent.ent_type_ in TIME_ENTITIES:
        inside = [word.lower_ for word in dependent.children]  # "10 cars *a year*"
        article = len(inside) == 1 and inside[0] in words("determiner", "indefinite")
        rate = article and not dependent.rights and dependent.lower_ in time_units()
        return not rate and not _is_own_time(noun, dependent)
    if dependent.dep_ != "prep" or dependent.lower_ == "of" or noun.ent_type_ in TIME_ENTITIES:
        return False
    dated = any(word.dep_ == "pobj" and word.ent_type_ in TIME_ENTITIES for word in dependent.rights)
    return dated and not _is_own_time(noun, dependent)


def _is_own_time(noun: Token, time: Token) -> bool:
    """Tell whether a time belongs to its noun alone: compared, to come, the first since, before the verb, or done."""
    apart = is_former_amount(noun) or _is_beside_deed(noun) or _is_beside_present(noun, time)
    return apart or _is_first_since(noun, time) or _is_time_of_subject(noun, time)


def _is_beside_deed(noun: Token) -> bool:
    """Tell whether a noun is what a deed is compared with, or what it was before, which has a time of its own.

    For example "compared with *45* in May", "the same *period* of May", "ahead of the *vote* on Friday", "since the
    *vote* on Friday".
    """
    if any(word.lower_ in words("only", "same") for word in noun.lefts):
        return noun_supersense(noun.lemma_.lower()) == "time"
    if noun.dep_ != "pobj":
        return False
    first, last = max(noun.sent.start, noun.head.i - 3), noun.head.i + 1
    openings = {noun.doc[at:last].text.lower() for at in range(first, last)}
    before = noun.tag_ != "NNP" and noun.head.head.i > noun.i  # "after the *vote* last week, she said"
    fronted = words("opens", "time") if before else frozenset()
    return not openings.isdisjoint(words("contrast") | APART_FROM_DEED | fronted)


def _is_beside_present(noun: Token, time: Token) -> bool:
    """Tell whether a deed has a date that the present around it has not: "is on trial for the *theft* in 2002"."""
    verb = next((word for word in noun.ancestors if word.tag_ in VERB_TAGS), noun)
    deed = noun.dep_ == "pobj" and verb.i < noun.i and verb_of(noun.lemma_.lower()) is not None
    if not deed or time.dep_ != "prep" or time.lower_ not in words("place"):
        return False
    first = next((word for word in verb.lefts if word.dep_ in AUXILIARIES), verb)
    return first.tag_ in {"VBP", "VBZ"} and noun_supersense(noun.lemma_.lower()) not in {"group", "person"}


def _is_first_since(noun: Token, time: Token) -> bool:
    """Tell whether a stretch of time tells what a noun is the most of: "the biggest fall *in ten years*"."""
    before = (each for word in noun.lefts for each in (*word.lefts, word))  # "the *most useful* book"
    of_all = any(word.tag_ in {"JJS", "RBS"} or word.ent_type_ == "ORDINAL" for word in before)
    stretch = time.lower_ == SINCE or any(map(_is_stretch, time.rights))
    return of_all and time.dep_ == "prep" and stretch


def _is_stretch(noun: Token) -> bool:
    """Tell whether a noun counts units of time: "*ten years*", "a *decade*"."""
    one = any(word.lower_ in words("determiner", "indefinite") or word.dep_ == "nummod" for word in noun.lefts)
    counted = one or noun.tag_ == "NNS"
    return noun.dep_ == "pobj" and noun.lower_ in time_units() and counted


def _is_time_of_subject(noun: Token, time: Token) -> bool:
    """Tell whether a time before the verb dates no deed: "a plan *by May* needed ideas", "hopes of gains *in May*".

    A present perfect has no date: "The vote *on Friday* has split them".
    """
    subject = noun
    while subject.dep_ in {"conj", "pobj", "prep"}:
        subject = subject.head
    if subject.dep_ not in NOMINAL_SUBJECTS:
        return False
    if time.dep_ == "prep" and _is_on_day(time) and _is_present_perfect(subject.head):
        return True
    thought = noun.dep_ == "pobj" and noun_supersense(subject.lemma_.lower()) in THOUGHTS
    leading = words("dating", "ahead", "until") | words("opens", "time")
    return thought or (time.dep_ == "prep" and time.lower_ in leading)


def _is_on_day(time: Token) -> bool:
    """Tell whether a phrase names a day: "*on Friday*"; "in the past year" lasts until now."""
    return time.lower_ in words("place") and any(word.pos_ == "PROPN" and not word.lefts for word in time.rights)


def _is_present_perfect(verb: Token) -> bool:
    return any(word.lemma_ == "have" and word.tag_ in {"VBP", "VBZ"} for word in verb.lefts)


def standing_as(noun: Token, dependent: Token) -> bool:
    """A phrase with "as" tells what something is taken for: "is seen by many *as a hero*"."""
    if dependent.dep_ != "prep" or dependent.lower_ != "as" or noun.dep_ in NOMINAL_SUBJECTS:
        return False  # "her term *as mayor* ended"
    compared = words("only", "same") | words("determiner", "other") | {"as"}  # "such firms *as Acme*"
    return not any(word.lower_ in compared for word in (*dependent.head.lefts, *dependent.lefts))


def complete_clause(noun: Token, dependent: Token) -> bool:
    """A clause in the passive that lacks nothing is no relative one: "due to the storm *the game was called off*".

    One behind a time, a way or a thought tells which it is: "the year *it was built*".
    """
    passive = dependent.dep_ == "relcl" and any(word.dep_ == "nsubjpass" for word in dependent.lefts)
    words_inside = list(dependent.subtree) if passive else []
    opened = any(word.tag_ in RELATIVE_TAGS or word.lower_ == "that" for word in words_inside)
    lacks = any(word.dep_ == "prep" and not word.children for word in words_inside)
    whole = passive and not (opened or lacks)
    return whole and noun_supersense(noun.lemma_.lower()) not in SETTINGS


def behind_its_verb(noun: Token, dependent: Token) -> bool:
    """A phrase ends before the verb that it is the subject of: "the report *is* out …" is no report."""
    return noun.dep_ in NOMINAL_SUBJECTS and noun.i < noun.head.i < dependent.left_edge.i


def stray(noun: Token, dependent: Token) -> bool:
    """A mark, an interjection or a word that the parser could not place belongs to no label."""
    return dependent.dep_ in {"punct", "intj", "dep", "parataxis", "meta"}


def aside(noun: Token, dependent: Token) -> bool:
    """An adverb behind a noun that only ties its sentence to others is no part of it: "opted for a deal *instead*"."""
    adverb = dependent.dep_ == "advmod" and noun.tag_ in NOUN_TAGS and not dependent.children
    return adverb and dependent.lower_ in words("discourse")


CUTS: t.Final[t.Mapping[str, Cut]] = by_name(
    conjunct, describing_clause, introducing, reporting_clause, apposition, set_off, beside_name, time_of_clause,
    standing_as, setting_of_existence, behind_its_verb, complete_clause, aside, stray,
)  # fmt: skip
"""What a label leaves off behind its head, by the name of the rule."""


def negating(noun: Token, dependent: Token) -> bool:
    """The claim is negated, and not the thing: "*no* court", "*neither* court", "*not* the driver but the owner"."""
    if dependent.dep_ == "neg" and any(word.lower_ in words("coordination", "but") for word in noun.rights):
        return True
    if noun.lower_ == "one" and dependent.i + 1 == noun.i:
        return False  # "*no one*" is one word
    none = words("modality", "negative") if dependent.dep_ == "det" else frozenset({"no"})
    return dependent.dep_ in {"det", "neg", "predet"} and dependent.lower_ in none


def opening_pair(noun: Token, dependent: Token) -> bool:
    """A word that opens a pair is no part of its first half: "*both* Oslo and Lyon"."""
    pair = dependent.lower_ in words("determiner", "both") and noun.tag_ in SINGULAR_TAGS
    return dependent.dep_ in {"preconj", "cc"} or (dependent.dep_ == "det" and pair)


def all_of_one(noun: Token, dependent: Token) -> bool:
    """What is one has no "all": "*all* the government offered", "*all* the council's rules" are all that it has."""
    every = dependent.dep_ in {"det", "predet"} and dependent.lower_ in words("determiner", "all")
    one = noun.tag_ in SINGULAR_TAGS and noun_supersense(noun.lower_) in {"group", "person"}
    return every and one and dependent.nbor().lower_ in words("determiner", "definite")


def stressed(noun: Token, dependent: Token) -> bool:
    """An "even" tells of the sentence, and not which one is meant: "*even* the guards left"."""
    return dependent.dep_ == "advmod" and dependent.lower_ == "even" and noun.tag_ in NOUN_TAGS


def beside_sentence(noun: Token, dependent: Token) -> bool:
    """What says that it is so now says it of the sentence: "*currently* a guard"; "*once* a guard" is none now."""
    adverb = dependent.dep_ == "advmod" and noun.tag_ in NOUN_TAGS and not dependent.children
    return adverb and dependent.lower_ in measures("deictic", "present") | words("discourse")


def opening_setting(noun: Token, dependent: Token) -> bool:
    """A phrase before a noun that opens a sentence tells of it all: "*In 2004* the report that she wrote …"."""
    opens = dependent.is_sent_start and dependent.text.istitle()
    return opens and dependent.dep_ == "prep" and bool(dependent.rights)


OPENINGS: t.Final[t.Mapping[str, Cut]] = by_name(
    negating, opening_pair, all_of_one, stressed, beside_sentence, opening_setting, stray,
)  # fmt: skip
"""What a label leaves off before its head, by the name of the rule."""


@kept
def phrase_of(head: Token) -> Phrase:
    """Return the phrase of a head with its modifiers and what is coordinated with it."""
    conjuncts = tuple(map(phrase_of, own_conjuncts(head)))
    start, end = extent(head)
    label_start, label_end, cuts = label_of(head)
    return Phrase(
        head=word_of(head),
        start=start,
        end=end,
        label_start=label_start,
        label_end=label_end,
        modifiers=tuple(_modifiers(head)),
        conjuncts=tuple(each for other in conjuncts for each in (other, *other.conjuncts)),
        joint=next((word_of(word) for word in head.rights if word.dep_ == "cc"), None),
        entity=head.ent_type_,
        cuts=cuts,
    )


def noun_phrases(parse: Parse) -> Iterator[Phrase]:
    """Yield the phrase of each noun and name of a parse, in text order; they are found once."""
    found = parse.known[noun_phrases]
    if not found:
        found |= {token.i: phrase_of(token) for token in parse.tokens if token.pos_ in {"NOUN", "PROPN"}}
    return iter(found.values())


def named_phrase(parse: Parse, index: int) -> Phrase | None:
    """Return the phrase of the name that starts with the word of that number, or None where none does."""
    tokens = parse.tokens
    if index >= len(tokens) or tokens[index].ent_iob_ != "B":
        return None
    _, end = parse.around_entity(index, index + 1)
    heads = [word for word in tokens[index:end] if not index <= word.head.i < end]
    return phrase_of(heads[0]) if heads else None


def phrase_without(head: Token, clause: Token) -> Phrase:
    """Return the phrase of a head as a clause sees it that hangs on it: without that clause and what stands behind it.

    For example "the *bank* which fined nobody" becomes "the bank".
    """
    phrase = phrase_of(head)
    edge, start, end = clause.left_edge.i, phrase.label_start, phrase.label_end
    if start <= edge < end:
        start, end = (start, edge) if clause.i > head.i else (clause.right_edge.i + 1, end)
        start, end = trimmed(head.doc, min(start, head.i), max(end, head.i + 1), head.i)
    return replace(phrase, start=start, end=end, label_start=start, label_end=end)


def own_conjuncts(head: Token) -> list[Token]:
    """Return what is coordinated directly with a noun.

    Of "A but not B" and "A rather than B" it is only A, of "Smith & Sons" nothing.
    """
    joined = (word for word in head.rights if word.dep_ == "conj" and is_noun(word) and conjunct(head, word))
    return [word for word in joined if not _is_no_other(word)]


def _is_no_other(noun: Token) -> bool:
    """Tell whether a conjunct is left out, or is the end of one name: "firms and *not banks*", "Smith & *Sons*"."""
    first = noun.left_edge
    before = first.nbor(-1) if first.i > 0 else first
    left_out = "not" in {first.lower_, before.lower_} or before.lower_ in words("contrast", "limit")
    joined = first.i > 0 and (before.text == "&" or first.inside_entity)
    return left_out or (joined and noun.inside_entity)


def extent(head: Token) -> tuple[int, int]:
    """Return where the whole phrase of a head starts and ends (half-open), with what is coordinated with it."""
    return trimmed(head.doc, head.left_edge.i, head.right_edge.i + 1, head.i)


def trimmed(parse: Parse, start: int, end: int, head: int) -> tuple[int, int]:
    """Return a stretch without the marks and conjunctions at its ends; brackets and quotation marks stay in pairs."""
    if end - start == 1:
        return start, end
    tokens = parse.tokens
    marks = parse.marks_between(start, end + 1)
    start = _behind_bracket(tokens, start, head) if marks else start
    while start < head and _is_edge(tokens[start]):
        start += 1
    while end - 1 > head and _is_edge(tokens[end - 1]):
        end -= 1
    if not marks:
        return start, end
    if end < len(tokens) and tokens[end].text in CLOSING and tokens[end - 1].text not in CLOSING:
        inside = [word.text for word in tokens[start:end]]
        end += sum(map(OPENING.__contains__, inside)) > sum(map(CLOSING.__contains__, inside))
    return _paired(tokens, start, end, head)


def _behind_bracket(tokens: Sequence[Token], start: int, head: int) -> int:
    """Return where a stretch starts that does not start within brackets: "the Relief Office (RO) *head*"."""
    brackets = [word for word in tokens[start:head] if word.text in OPENING | CLOSING]
    return brackets[0].i + 1 if brackets and brackets[0].text in CLOSING else start


def _is_edge(word: Token) -> bool:
    if word.tag_ == "POS" or word.dep_ == "cc" or word.is_space:
        return True
    return word.is_punct and word.text not in QUOTES and word.text not in "%."


def _paired(tokens: Sequence[Token], start: int, end: int, head: int) -> tuple[int, int]:
    """Return a stretch without half a quotation: a mark at its edge goes, or its partner beside it comes in."""
    marks = [word.i for word in tokens[start:end] if word.is_punct and word.text in QUOTES]
    if len(marks) % 2 == 1:
        return _unpaired(tokens, start, end, head)
    if start < head < end - 1 and tokens[start].text in QUOTES and tokens[end - 1].text in QUOTES:
        return start + 1, end - 1
    return start, end


def _unpaired(tokens: Sequence[Token], start: int, end: int, head: int) -> tuple[int, int]:
    """Return a stretch with one mark too few with the mark behind it, or without those at its edges."""
    if end < len(tokens) and tokens[end].text in QUOTES and tokens[start].text not in QUOTES:
        return start, end + 1
    while start < head and tokens[start].text in QUOTES:
        start += 1
    while end - 1 > head and tokens[end - 1].text in QUOTES:
        end -= 1
    return start, end


@kept
def label_of(head: Token) -> tuple[int, int, tuple[str, ...]]:
    """Return where the label of a head starts and ends (half-open), and the names of the rules that cut it."""
    (start, opened), (end, closed) = label_edges(head)
    start, end = trimmed(head.doc, *between_dashes(head, start, end), head.i)
    return start, _end_of_list(head) or end, (*opened, *closed)


def _end_of_list(noun: Token) -> int:
    """Return where a list ends that names each of those that a noun counts: "two firms*, Acme and Bolt*"; else 0."""
    count = next((numbers_in(LISTED).get(word.lower_) for word in noun.lefts if word.dep_ == "nummod"), None)
    members = _members(noun) if count is not None else []
    named = all(word.pos_ == "PROPN" for word in members)
    return label_of(members[-1])[1] if named and members and len(members) == count else 0


def _members(noun: Token) -> list[Token]:
    """Return what a list behind a mark, but in no bracket, has: "two firms - *Acme* and *Bolt*"."""
    apart = (word for word in noun.rights if word.dep_ == "appos" and is_apart(word))
    found = [word for word in apart if word.left_edge.nbor(-1).text not in OPENING][:1]
    while found and (joined := own_conjuncts(found[-1])):
        found += joined[:1]
    return found


def without_torn(head: Token, end: int) -> int:
    """Return the end of a name for a thing without a preposition whose noun is no part of it: "a bid *for*"."""
    tokens = head.doc.tokens
    while end - 1 > head.i and _is_torn(tokens[end - 1], end):
        end -= 1
    return end


def _is_torn(last: Token, end: int) -> bool:
    """Tell whether a preposition lost its noun, or has it behind the label; not so in "what they look *for*"."""
    return last.dep_ == "prep" and (last.head.tag_ in NOUN_TAGS or last.right_edge.i >= end)


def label_edges(head: Token) -> tuple[tuple[int, tuple[str, ...]], tuple[int, tuple[str, ...]]]:
    """Return where a label starts and ends before it is trimmed, each with the names of the rules that cut it there."""
    named = name_extent(head)
    start, cuts = (named[0], ()) if named is not None else _label_start(head)
    titled = head.pos_ == "PROPN" or (named is not None and head.text.istitle())
    start = _start_of_name(head, start) if titled else start
    return (start, cuts), _label_end(head, named[1] if named is not None else head.i + 1)


def between_dashes(head: Token, start: int, end: int) -> tuple[int, int]:
    """Return the part of a stretch around its head that no dash with space on both sides divides.

    For example "Silva - *another board member*".
    """
    dashes = [i for i in head.doc.marks_between(start, end) if is_dash(head.doc.tokens[i])]
    if not dashes:
        return start, end
    before = max((i + 1 for i in dashes if i < head.i), default=start)
    behind = min((i for i in dashes if i > head.i), default=end)
    return before, behind


def is_dash(word: Token) -> bool:
    """Tell whether a word is a dash and joins no word to another: it has space before and behind it."""
    if word.text not in DASHES or word.i == 0:
        return False
    return bool(word.nbor(-1).whitespace_) and bool(word.whitespace_)


def _label_start(head: Token) -> tuple[int, tuple[str, ...]]:
    cuts: list[str] = []
    start = head.left_edge.i + _ties_sentences(head.left_edge)
    for word in head.lefts:
        opens = word.left_edge.i == start
        rule = next((name for name, cut in OPENINGS.items() if cut(head, word)), None) if opens else None
        if rule is not None:
            cuts.append(rule)
            start = word.right_edge.i + 1
    name = _start_behind_kind(head, start)
    return min(name, head.i), (*cuts, *(["kind-before-name"] if name > start else []))


def _ties_sentences(first: Token) -> bool:
    """Tell whether a label opens with an adverb that only ties its sentence to others: "*Likewise*, 70 stars sang"."""
    return first.tag_ == "RB" and first.is_sent_start and first.lower_ in words("discourse")


def _start_behind_kind(head: Token, start: int) -> int:
    """Return where a name that the recogniser missed starts, behind what says its kind: "*gas monopoly* Norgas".

    Letters alone are no name: "voter *ID*", "home *PCs*".
    """
    if head.pos_ != "PROPN":
        return start
    tokens, first = head.doc.tokens, head.i
    while first > start and (tokens[first - 1].text[:1].isupper() or tokens[first - 1].tag_ == "POS"):
        first -= 1
    kind = tokens[max(first - 1, start)]
    alone = first == head.i and (head.text.removesuffix("s").isupper() or head.tag_ not in NAME_TAGS)
    named = tokens[first].text[:1].isupper() and not alone
    return first if named and _tells_kind(kind) else start


def _tells_kind(noun: Token) -> bool:
    """Tell whether a noun in small letters says what one thing is, or several bodies or persons: "*champions*"."""
    before = noun.beside(-1)
    if not noun.text.islower() or (before is not None and before.text == HYPHEN):  # "the sixteen-*driver* Grid"
        return False
    return noun.tag_ == "NN" or (
        noun.tag_ == "NNS" and broad_type(noun_type(noun.lemma_)) in {"Organization", "Person"}
    )


def _label_end(head: Token, end: int, *, within: bool = False) -> tuple[int, tuple[str, ...]]:
    told: tuple[str, ...] = ()
    for word in head.rights:
        if word.right_edge.i < end:
            continue
        rule = next((name for name, cut in CUTS.items() if cut(head, word)), None)
        if rule == INTRODUCING and (within or _needs(head, word, end)):
            end, told = word.right_edge.i + 1, (rule,)
            continue
        if rule is not None and _goes_on(head, word):
            continue
        if rule == "stray" and word.dep_ == "punct" and word.text not in {";", ":", "(", "[", "--", "–", "—"}:
            continue
        if rule is not None:
            return end, (*told, rule)
        inner = _inner_end(word)
        end = max(end, inner)
        if inner < word.right_edge.i + 1:
            return end, (*told, "inside")
    return end, told


def _needs(noun: Token, clause: Token, end: int) -> bool:
    """Tell whether a label that ends at `end` is a bare noun, which could be any: "a *deal* valued at $5m".

    What is said to be there needs no more ("there are *people* who say so"), and "which" may tell a fact beside it.
    """
    bare = end == noun.i + 1 and all(word.dep_ == "det" for word in noun.lefts)
    beside = _are_some(noun) or any(word.tag_ == "WDT" and word.lower_ != "that" for word in clause.lefts)
    return bare and not beside and len(list(clause.subtree)) <= LONGEST


def _goes_on(head: Token, dependent: Token) -> bool:
    """Tell whether a phrase goes on behind what is in brackets: "two metres (*six feet*) of water"."""
    behind = next((word for word in head.rights if word.i > dependent.i and word.dep_ == "prep"), None)
    return behind is not None and _follows_bracket(behind) and not is_name(head)


def _follows_bracket(preposition: Token) -> bool:
    """Tell whether a preposition goes on with the phrase behind what is in brackets."""
    return preposition.dep_ == "prep" and preposition.i > 0 and preposition.nbor(-1).text in CLOSING


def _inner_end(dependent: Token) -> int:
    """Return where a dependent ends without what the rules cut off its own last noun: "the head of Acme*, which …*"."""
    last = next((word for word in reversed(dependent.rights) if word.dep_ != "punct"), None)
    if last is None:
        return dependent.right_edge.i + 1
    if is_noun(last) and dependent.dep_ == "prep":
        joined = own_conjuncts(last)
        return _joint_end(last, joined) if joined else _end_with_name(last)
    return _inner_end(last) if dependent.dep_ == "prep" else dependent.right_edge.i + 1


def _end_with_name(noun: Token) -> int:
    """Return where the last noun of a dependent ends, with the name behind it: "users of the program *Acme*"."""
    end = _end_within(noun)
    name = next((word for word in noun.rights if word.dep_ == "appos" and word.left_edge.i == end), None)
    return label_of(name)[1] if name is not None and _names_noun_before(name) else end


def _end_within(noun: Token) -> int:
    """Return where a noun within a label ends, which holds what one new thing did: "a buyout in a deal *worth $5m*"."""
    _, end, cuts = label_of(noun)
    if INTRODUCING not in cuts or _are_some(noun):
        return end
    return trimmed(noun.doc, noun.i, _label_end(noun, noun.i + 1, within=True)[0], noun.i)[1]


def _joint_end(noun: Token, joined: list[Token]) -> int:
    """Return where a coordination ends: "of Oslo*, Lyon and Graz*"."""
    last = noun.rights[-1]
    shared = last.right_edge.i + 1 if last.dep_ == "prep" else 0
    while joined:
        noun, joined = joined[-1], own_conjuncts(joined[-1])
    return max(shared, _end_within(noun))


@kept
def name_extent(head: Token) -> tuple[int, int] | None:
    """Return where the recogniser's name starts and ends that a token is the head of, without its article."""
    if not is_name(head):
        return None
    tokens, (start, end) = head.doc.tokens, head.doc.around_entity(head.i, head.i + 1)
    if start <= head.head.i < end and head.head is not head:
        return None
    while end - 1 > head.i and (tokens[end - 1].tag_ == "POS" or tokens[end - 1].is_space):
        end -= 1
    while start < head.i and tokens[start].tag_ in {"DT", "PDT", "PRP$"}:
        start += 1
    counted = head.recognised == "NORP" or any(w.dep_ == "nummod" or w.ent_type_ == "ORDINAL" for w in head.lefts)
    return None if counted and start == head.i else (_start_with_state(head, start, end), end)


def _start_of_name(head: Token, start: int) -> int:
    """Return where a name starts: with an article that has a capital inside a sentence, "starred in *The* Aviator".

    So with "*A* Long Winter"; any other article is no part of it.
    """
    near = head.doc.tokens[max(start - 1, 0) : min(start + 1, head.i)]
    first = next((word for word in reversed(near) if word.text.istitle() and word.lower_ in ARTICLES), None)
    if first is None:
        return start
    opened = first.is_sent_start or (first.nbor(-1).is_punct and first.nbor(-1).text != ",")
    inside = not opened and any(word.tag_ in VERB_TAGS and word.text.islower() for word in head.sent)
    return first.i if inside else first.i + 1


def _start_with_state(head: Token, start: int, end: int) -> int:
    """Return where a name starts, with the state whose body has it, as other states have one: "*Norland's* Senate"."""
    owner = next((word for word in head.lefts if word.dep_ == "poss" and word.right_edge.i + 1 == start), None)
    if owner is None or head.lower_ not in names("government") or owner.right_edge.tag_ != "POS":
        return start
    first = owner.left_edge.i + (owner.left_edge.tag_ == "DT")
    state = country_meant(head.doc[first : owner.i + 1].words) is not None
    return first if state and default_gazetteer().find(head.doc[start:end].words) is None else start


def _modifiers(head: Token) -> Iterator[Modifier]:
    for word in head.children:
        if word.dep_ in {"punct", "conj", "cc", "case", "preconj"}:
            continue
        kind = _kind_of(head, word)
        inside = _noun_inside(word)
        start, end = extent(word)
        marker = (word_of(word),) if word.dep_ == "prep" else ()
        phrase = phrase_of(inside) if inside is not None else None
        yield Modifier(kind, start, end, word_of(word), marker, phrase, is_apart(word))


def _kind_of(noun: Token, word: Token) -> ModifierKind:
    if word.dep_ == "relcl":
        return "describing" if describing_clause(noun, word) else "restrictive"
    if word.dep_ == "acl":
        if any(w.dep_ == "mark" for w in word.lefts):
            return "content"
        return "infinitive" if word.tag_ == "VB" else "participle"
    if word.dep_ in NAME_PARTS and is_title(word, noun):
        return "title"
    return MODIFIER_KINDS.get(word.dep_, "other")


def is_title(word: Token, noun: Token) -> bool:
    """Tell whether a word describes the name behind it: "*President* Ana Silva"."""
    named = name_extent(noun)
    return named is not None and word.i < named[0] and word.ent_type_ == ""


def _noun_inside(word: Token) -> Token | None:
    if word.dep_ == "prep":
        return next((w for w in word.rights if w.dep_ == "pobj" and w.tag_ not in RELATIVE_TAGS), None)
    if word.dep_ in {"poss", "appos", "compound", "nmod"} and word.tag_ not in VERB_TAGS:
        return word
    return None
