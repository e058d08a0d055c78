"""Errors of the parser that the words around show, put right before anything reads a parse: a table of corrections.

Each correction is a small function of one word; it looks at the form and the place of words, and at what the lexicon
and WordNet say of them. It stands here because it mends clearly more than it breaks on text that it was not written
from: the figures at each are those of `benchmarks/parser_errors.py` (decision 16 says how they were measured). A
correction that fires fewer than three times on unseen text, or breaks as much as it mends, is deleted, unless it is
plain grammar.
"""

import functools
import itertools
import re
import typing as t
from collections.abc import Callable, Iterable, Iterator, Sequence, Set

from kg.grammar.event_nouns import verb_of
from kg.grammar.labels import (
    ANY_SUBJECT,
    AUXILIARIES,
    FINITE_TAGS,
    NAME_PARTS,
    NAME_TAGS,
    NOMINAL_SUBJECTS,
    NOUN_TAGS,
    PEOPLE,
    PLURAL_TAGS,
    RELATIVE_TAGS,
    SINGULAR_TAGS,
    TIME_ENTITIES,
    VERB_TAGS,
)
from kg.grammar.meanings import SPEND, is_former_amount, is_inanimate, tells_order
from kg.lexicon import names, verbs, words
from kg.lexicon.noun_types import broad_type, means_person, noun_type
from kg.lexicon.supersenses import mostly_without_object, noun_supersense, verb_supersense
from kg.lexicon.verb_forms import participle

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token

OPENERS: t.Final = ANY_SUBJECT | {"mark", "cc"}
FINITE_OR_BASE: t.Final = FINITE_TAGS | {"VB"}
APOSTROPHES: t.Final = frozenset({"'", "’"})
DASHES: t.Final = frozenset({"-", "–"})
PREPOSITIONS: t.Final = frozenset({"IN", "TO"})
"""The tags of "to" and "for" before who gets something, whom the parser may call an object."""
PAST: t.Final = frozenset({"VBD", "VBN"})
OBJECTS: t.Final = frozenset({"attr", "ccomp", "dative", "dobj", "xcomp"})
TOLD_OF_SUBJECT: t.Final = OBJECTS | {"acomp", "oprd"}
"""What tells what the subject of a copula is, so that the copula is no auxiliary."""
MAIN: t.Final = frozenset({"ROOT", "acl", "advcl", "ccomp", "conj", "relcl"})
"""What the parser takes the verb of a clause for, or what it takes for that verb."""
TORN_CLAUSES: t.Final = frozenset({"advcl", "ccomp", "conj", "dep"})
"""What the parser takes a main clause for whose subject it gave to another clause."""
NAMED: t.Final = frozenset({"FAC", "ORG", "PERSON", "PRODUCT", "WORK_OF_ART"})
"""The labels of what is named and is neither a place nor a people."""
LOOSE: t.Final = frozenset({"advmod", "npadvmod", "prep"})
"""What may belong to a noun before it as well as to a verb."""
SURE: t.Final = 0.7
"""From where on a tie that the parser held for so likely is left, where the words leave it open."""
DESCRIBING: t.Final = NAME_PARTS | {"amod", "det", "nummod", "poss"}
BEHIND_VERB: t.Final = PREPOSITIONS | {"DT", "PRP$", "RB"}
"""The tags of what may begin an object, or say more of a verb."""
LASTING: t.Final = frozenset({"act", "artifact", "body", "event", "group", "location", "person"})
"""The kinds of nouns (WordNet's lexicographer files) that may be in a place, or take place there."""
CONJUNCTIONS: t.Final = words("preposition") & words("opens", "time")
"""Prepositions that are conjunctions too."""
PARTING: t.Final = frozenset({",", ":", "-LRB-", "-RRB-"})
"""The tags of marks that stand around what is inserted."""
WITHOUT_VERB: t.Final = words("preposition") - words("opens", "time")
"""What opens a clause without a finite verb too: "*with* the gates closed", "*for* it to close"."""
GIVEN: t.Final = frozenset({"dative", "dobj"})
"""What the parser takes who gets something for, and what is given."""
JOINING: t.Final = words("coordination", "all", "one")
MAKE: t.Final = "make"
CLEAR: t.Final = "clear"
IT: t.Final = "it"
YEAR: t.Final = re.compile(r"\d{4}")


class Change(t.NamedTuple):
    """What a token should hang on (the root on itself), and as what; `tag` is its part of speech from then on."""

    word: "Token"
    head: "Token"
    label: str
    tag: str


Rule: t.TypeAlias = Callable[["Token"], tuple[Change, ...]]
"""Gives the changes that correct an error at a word, none where there is no error."""


class Correction(t.NamedTuple):
    """What corrects an error, and the labels and the tags of the words that it looks at; none named: all."""

    changes: Rule
    labels: Set[str]
    tags: Set[str]


def _corrects(*, labels: Set[str] = frozenset(), tags: Set[str] = frozenset()) -> Callable[[Rule], Correction]:
    """Make a function a correction that looks at words with these labels and tags.

    Behind each stands how often it fires on the gold trees, with the places mended and broken, and then on QANom.
    """
    return lambda changes: Correction(changes, labels, tags)


@_corrects(tags={"VBD", "VBN", "VBP", "VBZ"})  # 52: +40 -12 | 12
def base_form_behind_auxiliary(word: "Token") -> tuple[Change, ...]:
    """A verb has its base form under "do", and under "to" or a modal that stands apart: "Does it *need* a lamp?"."""
    auxiliary = _last_auxiliary(word)
    if auxiliary is None or auxiliary.dep_ != "aux":
        return ()
    apart = auxiliary.i + 1 < word.i and auxiliary.tag_ in {"MD", "TO"} and auxiliary.text[0] not in "'’"
    return _retagged(word, "VB") if apart or auxiliary.lemma_ == "do" else ()


@_corrects(labels={"ccomp"}, tags={"VBD", "VBN", "VBP"})  # 10: +9 -1 | 5 in news, all right
def base_form_behind_cause(word: "Token") -> tuple[Change, ...]:
    """What somebody lets another do, or helps him do, has its base form: "lets old lines *carry* more"."""
    lets = (verbs("cause", "allowed") | verbs("implicative")) & verbs("cause", "done") - verbs("support")
    causing = word.head.lemma_ in lets and word.head.i < word.i and _has(word.lefts, NOMINAL_SUBJECTS)
    return _retagged(word, "VB") if causing and word.lower_ == word.lemma_.lower() else ()


@_corrects(tags={"VBD"})  # 20: +18 -1 | 11
def participle_behind_have(word: "Token") -> tuple[Change, ...]:
    """A past under "have" is a participle: "They have never *seen* it"."""
    auxiliary = _last_auxiliary(word)
    perfect = auxiliary is not None and auxiliary.dep_ == "aux" and auxiliary.lemma_ == "have"
    return _retagged(word, "VBN") if perfect else ()


@_corrects(labels={"acl"}, tags=PAST)  # 6: +4 -1 | 8, and 1 in news, all right
def verb_taken_for_participle(word: "Token") -> tuple[Change, ...]:
    """The only verb of a sentence is its main verb: "The members of the choir *sang* three songs."."""
    noun = word.head
    if not _is_verbless(noun, word):
        return ()
    closed = _is_behind_insertion(word, noun) and not _has(word.rights, {"agent"})
    parted = any(between.is_punct for between in word.doc.tokens[noun.i : word.i])
    # a participle may be a past where it has an object, and nobody by whom it is done
    past = word.tag_ == "VBD" or _has(word.rights, {"attr", "ccomp", "dobj"})
    finite = past and word.text == word.lower_ and not parted
    if not (closed or finite):
        return ()
    moved = (child for child in noun.rights if child.i > word.i and child.dep_ != "relcl")
    return (Change(word, word, "ROOT", "VBD"), _tied(noun, word, "nsubj"), *(_tied(child, word) for child in moved))


def _is_behind_insertion(word: "Token", noun: "Token") -> bool:
    """Tell whether a comma parts a word from a description of its noun: "Silva, head of the yard, *filed* for"."""
    inserted = any(c.dep_ in {"appos", "relcl"} and c.i < word.i for c in noun.rights)
    return inserted and _is_behind_comma(word)


def _is_verbless(noun: "Token", word: "Token") -> bool:
    """Tell whether a noun governs a sentence with a full stop in which no word below it but one may be its verb."""
    whole = noun.dep_ == "ROOT" and noun.sent[-1].text == "."
    others = (c for c in noun.children if c is not word and not (c.dep_ == "relcl" and _has(c.lefts, ANY_SUBJECT)))
    return whole and noun.tag_ in NOUN_TAGS and not any(c.tag_ in FINITE_OR_BASE for c in others)


@_corrects(labels={"acl"}, tags={"VBD"})  # 36: +28 -5 | 34
def participle_of_noun(word: "Token") -> tuple[Change, ...]:
    """A past that describes a noun is a participle: "products *called* gels"."""
    return () if _has(word.lefts, ANY_SUBJECT) else _retagged(word, "VBN")


@_corrects(labels={"aux"})  # 15: +10 -0, the others right too | 16, all right
def had_before_participle(word: "Token") -> tuple[Change, ...]:
    """A short "had" or "would" is "had" directly before a past or a participle: "They*'d* expected more"."""
    verb = word.head
    last = word.text[0] in APOSTROPHES and word is _last_auxiliary(verb)
    return _retagged(word, "VBD") if last and word.lower_[1:] == "d" and verb.tag_ in PAST else ()


@_corrects(labels={"auxpass"}, tags={"VBZ"})  # 49: 43/2 | 13, and 11 in news, all right
def has_before_participle(word: "Token") -> tuple[Change, ...]:
    """A short "is" or "has" is "has" where no passive can be: "It*'s* been long", "He*'s* lost it"."""
    verb = word.head
    short = word.text[0] in APOSTROPHES and word.lower_[1:] == "s"
    if not short or not (_is_active(verb) or any(c.lower_ == "been" for c in (*verb.lefts, verb))):
        return ()
    subjects = (c for c in verb.lefts if c.dep_ == "nsubjpass")
    return (_tied(word, verb, "aux"), *(_tied(c, verb, "nsubj") for c in subjects))


def _is_active(verb: "Token") -> bool:
    """Tell whether a participle is in no passive: it has an object, or is of a verb that has none."""
    objects = _has(verb.rights, {"dobj"}) and verb.lemma_ not in verbs("give") | verbs("name")
    return objects or verb.lemma_ == "get" or mostly_without_object(verb.lemma_)


@_corrects(labels={"advcl", "pcomp"}, tags={"VBD"})  # 1: +1 -0 | 2, both right; plain grammar
def participle_behind_with(word: "Token") -> tuple[Change, ...]:
    """No finite verb stands behind "with": "He left, with two goals *scored* by Silva"."""
    opening = _first(word.lefts, {"mark"})
    return _retagged(word, "VBN") if opening is not None and opening.lower_ == "with" else ()


@_corrects(labels={"advcl"}, tags={"VBN"})  # none | 2 in news and 1 in articles of our own, all right
def participle_of_companion(word: "Token") -> tuple[Change, ...]:
    """A participle behind "with" and a noun is said of the noun: "closed with two mines *flooded*"."""
    before = (c for c in word.head.rights if c.dep_ == "prep" and c.right_edge.i + 1 == word.left_edge.i)
    opening = next((c for c in before if c.lower_ == "with"), None)
    noun = _first(opening.rights, {"pobj"}) if opening is not None else None
    if noun is None or noun.right_edge.i + 1 != word.left_edge.i or _has(word.lefts, {"mark"} | ANY_SUBJECT):
        return ()
    return (_tied(word, noun, "acl"),)


@_corrects(labels={"neg"})  # 1: +1 -0 | none; plain grammar
def negation_of_modal(word: "Token") -> tuple[Change, ...]:
    """A "not" directly behind a verb that stands for another negates that: "If they can*not*, it will close"."""
    before = word.beside(-1)
    if before is None or before is word.head or before.head is not word.head:
        return ()
    alone = before.dep_ == "advcl" and before.tag_ in FINITE_TAGS and _has(before.lefts, NOMINAL_SUBJECTS)
    return (_tied(word, before, "neg"),) if alone else ()


@_corrects(tags={"WP"})  # 1: +1 -0 | 5
def name_taken_for_pronoun(word: "Token") -> tuple[Change, ...]:
    """Capitals among small letters are a name: "*WHO* says that it is safe"."""
    after = word.beside(1)
    return _retagged(word, "NNP") if word.text == "WHO" and after is not None and after.text.islower() else ()


@_corrects(tags={"NNPS"})  # a tag of our own | 4 in news and 1 in articles, 4 right
def people_picked_out(word: "Token") -> tuple[Change, ...]:
    """A people that something restricts is a noun: "*Cubans* living in Miami", "*Britons* who own cars"."""
    first = next((c for c in word.rights if c.left_edge.i == word.i + 1), None)
    if first is None or word.ent_type_ != PEOPLE or word.dep_ == "attr":
        return ()  # "it is the *Tories* who left"
    asked = any(c.tag_ in RELATIVE_TAGS for c in first.subtree)  # "asked the *Tories* on which day"
    located = first.lower_ in words("place") and _has(first.rights, {"pobj"}) and not asked
    return _retagged(word, "NNS") if located or first.dep_ in {"acl", "relcl"} else ()


@_corrects(labels={"compound"}, tags={"NNP"})  # none | 1, and 2 in news, all right; plain grammar
def date_before_subject(word: "Token") -> tuple[Change, ...]:
    """A date directly behind a preposition without an object is that: "On *Tuesday* output at the mine fell"."""
    opening, noun = word.left_edge.beside(-1), word.head
    alone = opening is not None and opening.dep_ == "prep" and not opening.children
    dated = word.ent_type_ in TIME_ENTITIES and noun.ent_type_ not in TIME_ENTITIES
    return (_tied(word, opening, "pobj"),) if opening is not None and alone and dated else ()


@_corrects(labels=NOMINAL_SUBJECTS)  # dev: 4: +4 -0 | 4, and 8 in news and articles, all right
def object_behind_preposition(word: "Token") -> tuple[Change, ...]:
    """A noun just behind a preposition of the subject is no second subject: "all the lamps on the *bridge* broke".

    The preposition may stand deeper in the subject: "the number of men held as *spies* fell".
    """
    before = word.left_edge.beside(-1)
    if before is None or before.dep_ != "prep" or before.children:
        return ()
    first = next((each for each in before.ancestors if each.dep_ in NOMINAL_SUBJECTS), None)
    inside = first is not None and (first is before.head or first.head is word.head)
    return (_tied(word, before, "pobj"),) if inside else ()


@_corrects(labels={"amod", "compound"}, tags=PAST)  # none | none, and 3 in news, all right
def saying_taken_for_participle(word: "Token") -> tuple[Change, ...]:
    """A past of saying before a subject is no quality of it: "Silva said rents fell and *warned* wages would too"."""
    noun, verb, joining = word.head, word.head.head, _conjunction_before(word)
    behind = noun.dep_ in NOMINAL_SUBJECTS and noun.i < verb.i and _is_finite(verb)
    if not behind or word.lemma_ not in verbs("report"):
        return ()
    if joining is None or verb.dep_ != "conj":
        return ()
    main = verb.head.head if verb.head.dep_ == "ccomp" else verb.head
    return (Change(word, main, "conj", "VBD"), _tied(verb, word, "ccomp"), _tied(joining, main, "cc"))


@_corrects(labels={"amod", "compound", "nmod"}, tags=FINITE_TAGS - {"MD"} | {"VBN"})
def verb_taken_for_quality(word: "Token") -> tuple[Change, ...]:
    """A finite verb with a subject is no quality of its object: "Silva, though, *praised* coach Reed".

    The parser may hang the subject on the object.
    """
    noun = _whole_name(word.head)
    given = [c for c in noun.lefts if c.i < word.i]
    before = [*word.lefts, *given]
    subject = next((c for c in before if c.dep_ in NOMINAL_SUBJECTS or _is_cut_off(c)), None)
    if not _may_have_object(word, noun) or subject is None or any(c.lemma_ == "be" for c in before):
        return ()
    finite = word.tag_ == "VBN" and not _has(before, AUXILIARIES)
    return (
        _tied(word, word if noun.head is noun else noun.head, noun.dep_, "VBD" if finite else ""),
        _tied(noun, word, "dobj"),
        *(Change(c, word, "nsubj" if c is subject else c.dep_, c.tag_) for c in given),
    )


def _whole_name(part: "Token") -> "Token":
    """Return the last word of a name that a word is part of."""
    while part.dep_ in NAME_PARTS and part.head.i > part.i:
        part = part.head
    return part


def _may_have_object(word: "Token", noun: "Token") -> bool:
    """Tell whether a word in small letters can be a verb, and the noun behind it what a clause was told by."""
    verb = word.text.islower() and verb_supersense(word.lemma_) is not None
    return verb and noun.dep_ in MAIN and noun.i > word.i


def _is_cut_off(name: "Token") -> bool:
    """Tell whether a comma parts a name from what it is taken for a part of: "*Silva*, though, praised Reed"."""
    first = name.dep_ in NAME_PARTS and name.tag_ == "NNP" and name.is_sent_start
    return first and _is_comma(name.beside(1))


@_corrects(labels={"conj"}, tags={"NNP"})  # none | none, and 1 in news, right
def second_clause_without_verb(word: "Token") -> tuple[Change, ...]:
    """Somebody with a role behind an "and" is no part of what the first is: "She is the chair and *Reed* the owner"."""
    above, joining = word.head, _conjunction_before(word)
    told = above.head.head if above.dep_ == "pobj" else above  # "the chair of Acme and Reed the owner"
    verb = told.head
    role = next((c for c in (*word.rights, *above.rights) if c.dep_ == "appos" and c.left_edge.i == word.i + 1), None)
    person = word.ent_type_ == "PERSON" and told.dep_ == "attr" and told.tag_ == "NN"
    if role is None or joining is None:
        return ()
    if not person or not _has(role.lefts, {"det", "poss"}):
        return ()
    apart = (_tied(word, verb, "conj"), _tied(joining, verb, "cc"))
    return (*apart, _tied(role, word, "appos"))


@_corrects(labels={"advcl"}, tags=VERB_TAGS)  # 1: +0 -0 | none, and 4 in news, all right
def content_taken_for_circumstance(word: "Token") -> tuple[Change, ...]:
    """What is said or asked is no circumstance: "He said after May *they* would leave", "asked if it *fell*"."""
    saying = word.head
    if saying.i > word.i or _has(saying.rights, OBJECTS) or not _is_finite(word):
        return ()
    if any(c.dep_ == "mark" or c.tag_ in RELATIVE_TAGS | {"WRB"} for c in word.lefts):
        told = _is_asked(saying, word.left_edge)
    else:
        says = saying.lemma_ in verbs("say") & verbs("report", "told") and _has(word.lefts, NOMINAL_SUBJECTS)
        told = says and not any(c.is_punct for c in word.doc.tokens[saying.i : word.i])
    return (_tied(word, saying, "ccomp"),) if told else ()


def _is_asked(verb: "Token", first: "Token") -> bool:
    """Tell whether a word directly behind a verb opens what is asked or told: "told *when* it fell", "ask *if* it did".

    A verb that may have no object is left: "agreed *when* it fell".
    """
    particle = next((c for c in verb.rights if c.dep_ == "prt"), verb)
    if first.i != particle.i + 1 or _has(verb.lefts, {"nsubjpass"}):
        return False
    if first.dep_ == "mark":
        return first.lower_ == "whether" or (verb.lemma_ == "ask" and first.lower_ in words("opens", "condition"))
    return verb.lemma_ in verbs("report") and not mostly_without_object(verb.lemma_)


@_corrects(labels={"ccomp", "conj"}, tags={"VBD", "VBP", "VBZ"})  # 1: +1 -0 | 1 in news and 1 in articles, right
def clause_before_report(word: "Token") -> tuple[Change, ...]:
    """A clause before a comma, a speaker and a verb of saying is what is said: "Rents fell, a study *suggests*".

    It may be the last of several: "Rents fell but fees rose, a study *suggested* in May".
    """
    last, speaker = word.head, _subject(word)
    told, says = last.first_conjunct, word.lemma_ in verbs("say") & verbs("report")
    strung = told.dep_ == "ROOT" and last.i < word.i and not _has(last.rights, {"cc"})
    if speaker is None or not strung or not says:
        return ()
    whole = _is_finite(told) and _has(told.lefts, ANY_SUBJECT)
    if not whole or _has(word.rights, OBJECTS) or not _is_behind_comma(speaker):
        return ()
    behind = (_tied(c, word) for c in last.rights if c.i > word.i)
    return (_tied(word, word, "ROOT"), _tied(told, word, "ccomp"), *behind, _tied(speaker, word, "nsubj"))


@_corrects(tags={"NN"})  # 6: +1 -5, as gold trees tie it otherwise | 2 in news, both right; plain grammar
def conjunction_with_case(word: "Token") -> tuple[Change, ...]:
    """An "in case" before a subject and its verb tells what for: "They keep a boat in *case* it floods"."""
    opening, first = word.beside(-1), word.beside(1)
    joined = opening is not None and f"{opening.lower_} {word.lower_}" in words("opens", "purpose")
    if opening is None or first is None or not joined:
        return ()
    subject = next((c for c in (first, *first.ancestors) if c.dep_ in ANY_SUBJECT and c.left_edge is first), None)
    verb = subject.head if subject is not None else None
    above = next((c for c in opening.ancestors if c.tag_ in VERB_TAGS and c is not verb), None)
    if verb is None or above is None or not _is_finite(verb):
        return ()
    return (_tied(word, verb, "mark", "IN"), _tied(opening, verb, "prep"), _tied(verb, above, "advcl"))


@_corrects(labels=LOOSE | {"advcl"})  # none | none, and 1 in news, right; plain grammar
def circumstance_of_report(word: "Token") -> tuple[Change, ...]:
    """What stands between what is said and who says it belongs to what is said: "It falls *if* it rains, Reed said"."""
    saying = word.head
    told, speaker = _first(saying.lefts, {"ccomp"}), _subject(saying)
    if told is None or speaker is None or not told.i < word.i < speaker.left_edge.i:
        return ()
    between = word.doc.tokens[told.right_edge.i : word.left_edge.i + 1]
    close = not any(c.is_punct for c in between) and _is_behind_comma(speaker) and saying.lemma_ in verbs("report")
    return (_tied(word, told),) if close else ()


@_corrects(tags={"NN", "NNS"})  # 6: 2/3, as they tie it otherwise | 3, and 4 in news, all right
def noun_of_preposition(word: "Token") -> tuple[Change, ...]:
    """A noun that is a preposition with the next word is no noun: "won the cup *thanks* to Silva".

    The object of a verb that needs one is left: "expressed *thanks* to us".
    """
    following, before = word.beside(1), word.beside(-1)
    verb = next((each for each in word.ancestors if each.tag_ in VERB_TAGS), None)
    if following is None or verb is None or f"{word.lower_} {following.lower_}" not in words("preposition"):
        return ()
    if word.dep_ == "dobj" and not mostly_without_object(verb.lemma_):
        return ()
    opening = (Change(word, verb, "prep", "IN"), _tied(following, word, "prep"))
    if before is None or before.head is not word:
        return opening
    described = (_tied(c, before) for c in word.lefts if c is not before)
    return (*opening, _tied(before, word.head, word.dep_), *described) if before.tag_ in NOUN_TAGS else ()


@_corrects(labels={"prep"}, tags={"IN"})  # none | 1, and 1 in news, both right
def members_of_several(word: "Token") -> tuple[Change, ...]:
    """What stands behind "among them" belongs to several named before: "Eight men fell, *among* them two guides"."""
    them, before = next((c for c in word.rights if c.lower_ == "them"), None), word.beside(-1)
    if them is None or before is None or not before.is_punct:
        return ()
    member, last = _member_behind(word, them), before.nbor(-1)
    above = (last, *last.ancestors)
    several = (c for each in above for c in each.lefts if c.dep_ in NOMINAL_SUBJECTS)  # of the verbs above
    whole = next((each for each in (*above, *several) if each.tag_ in PLURAL_TAGS), None)
    if member is None or whole is None:
        return ()
    return (Change(word, whole, "prep", "IN"), _tied(member, word, "pobj"), _tied(them, word, "dep"))


def _member_behind(preposition: "Token", them: "Token") -> "Token | None":
    """Return the noun behind "among them", which the parser hung on its verb, or the preposition on the noun."""
    above = preposition.head
    beside = [above] if above.i > them.i else [c for c in above.rights if c.left_edge.i == them.i + 1]
    return next((each for each in beside if each.tag_ in NOUN_TAGS), None)


@_corrects(labels={"dative", "prep"}, tags=PREPOSITIONS)  # 13: +9 -4 | 6 in news, none wrong
def phrase_of_transfer(word: "Token") -> tuple[Change, ...]:
    """Who gets a thing, or had it before, is told of the verb: "sold a mill *to* Acme", "took the part *from* her"."""
    noun, verb = word.head, word.head.head
    transfers = verb_supersense(verb.lemma_.lower()) == "possession" and verb.lemma_ != "have"
    if noun.dep_ != "dobj" or verb.i > noun.i or not transfers:
        return ()
    gives, thing = verb.lemma_ in verbs("give"), noun.lemma_.lower()
    owned = noun_supersense(thing) == "possession" or verb_of(thing) is None  # "a *stake*", not "*access* to"
    given = gives and word.lower_ == "to" and owned
    return (_tied(word, verb),) if given or (word.lower_ == "from" and not gives) else ()


@_corrects(labels={"prep"}, tags={"IN"})  # 3: +3 -0 | 7 in news, 4 better and none worse
def place_of_deed(word: "Token") -> tuple[Change, ...]:
    """Where a deed is done is told of the verb if the parser is not sure: "read the sentence *at* the court"."""
    noun, verb = word.head, word.head.head
    loose = noun.dep_ == "dobj" and verb.i < noun.i and word.lower_ == "at"
    if not loose or noun_supersense(noun.lemma_.lower()) in LASTING:
        return ()
    sure = word.doc.sureness(word.i, noun.i)
    return (_tied(word, verb),) if sure is not None and sure < SURE else ()


@_corrects(labels=LOOSE, tags=NOUN_TAGS | {"IN", "RB", "RBR"})  # none | 7 in news, all right
def time_of_former_amount(word: "Token") -> tuple[Change, ...]:
    """What dates an amount behind "from" goes with it: "fell to 6 % in June from 7 % *in May*"."""
    last = word.left_edge.beside(-1)
    around = (last, *last.ancestors) if last is not None else ()
    amount = next((each for each in around if is_former_amount(each) and each.i < word.left_edge.i), None)
    if amount is None or word.head is amount or word.head not in amount.ancestors:
        return ()
    told = (word, *word.children)
    dated = word.head is amount.head or any(each.ent_type_ in TIME_ENTITIES for each in told)
    fits = word.lower_ == "in" if word.dep_ == "prep" else dated
    return (_tied(word, amount),) if fits and dated else ()


@_corrects(labels={"prep"}, tags={"IN"})  # 5: +2 -2 | 8, 6 right, and 6 in news and articles, all right
def time_behind_object(word: "Token") -> tuple[Change, ...]:
    """A bare "the past" or "that time" is told of the verb: "considered for the post in *the past*"."""
    noun, time = word.head, _first(word.rights, {"pobj"})
    verb = next((each for each in noun.ancestors if each.tag_ in VERB_TAGS), None)
    inside = noun.dep_ in {"attr", "dobj", "pobj"} and noun.tag_ in NOUN_TAGS and noun.ent_type_ not in TIME_ENTITIES
    if time is None or verb is None or not inside:
        return ()
    behind = verb.i < noun.i < word.i and word.lower_ in words("place")
    return (_tied(word, verb),) if behind and _is_pointed_to(time) else ()


def _is_pointed_to(time: "Token") -> bool:
    """Tell whether a noun is a time that no more than "the" or "that" stands before: "the *past*", "that *stage*"."""
    one = time.tag_ == "NN" and noun_supersense(time.lemma_.lower()) == "time"
    before = [c.lower_ for c in time.children]
    return one and len(before) == 1 and before[0] in words("determiner", "definite")


@_corrects(labels={"npadvmod", "prep"})  # 1: +1 -0 | none, and 1 in news and 3 in articles, all right
def time_of_event(word: "Token") -> tuple[Change, ...]:
    """A date just behind an event that another came before or after is the event's: "fell before the vote *in May*"."""
    last, date = word.left_edge.beside(-1), _first(word.rights, {"pobj"}) if word.dep_ == "prep" else word
    phrase = next((c for c in word.head.children if c.right_edge is last and c.dep_ == "prep"), None)
    event = _first(phrase.rights, {"pobj"}) if phrase is not None and phrase.lower_ in BESIDE_EVENT else None
    if event is None or date is None or not _is_event(event):
        return ()
    pointing = word.dep_ == "npadvmod" or word.lower_ in words("place")
    return (_tied(word, event),) if pointing and date.ent_type_ in TIME_ENTITIES else ()


BESIDE_EVENT: t.Final = (words("preposition") & words("opens", "time")) - words("place")
"""What says that something was before or after an event."""


def _is_event(noun: "Token") -> bool:
    """Tell whether a noun means what takes place: "the *vote*", "the *programme*", "*Storm Ada*"."""
    lemma = noun.lemma_.lower()
    if noun.ent_type_:
        return noun.ent_type_ == "EVENT"
    kind = noun_supersense(lemma)
    return kind in EVENTS or (kind in DEEDS | {"cognition"} and verb_of(lemma) is not None)


EVENTS: t.Final = frozenset({"act", "event", "phenomenon", "process"})


@_corrects(labels={"advcl", "conj"}, tags={"VBG"})  # 3: +3 -0 | 3, and 1 in news, all right
def gerund_beside_gerund(word: "Token") -> tuple[Change, ...]:
    """Gerunds in a row stand behind one preposition: "paid for baking bread, *selling* it and saving"."""
    if word.lemma_ in verbs("report") or not _is_comma(word.beside(-1)) or not _goes_on_as_gerund(word):
        return ()
    before = (c for c in reversed(word.doc.tokens[word.sent.start : word.i]) if c.tag_ == "VBG")
    opening = next((p for c in before if (p := c.beside(-1)) is not None and p.dep_ == "prep"), None)
    first = opening.beside(1) if opening is not None else None
    if first is None or opening is None:
        return ()
    noun = first.head
    if word.dep_ == "conj" and first is word.head.first_conjunct:
        return ()
    torn = (_tied(first, opening, "pcomp"), _tied(noun, first, "dobj")) if noun.head is opening else ()
    return (_tied(word, first, "conj"), *torn)


def _goes_on_as_gerund(word: "Token") -> bool:
    return any(c.dep_ == "conj" and c.tag_ == "VBG" for c in word.rights)


@_corrects(labels={"acl", "advcl"}, tags={"VBG"})  # 3: +4 -2 | 3, and 2 in news, all right
def gerund_of_pronoun(word: "Token") -> tuple[Change, ...]:
    """A gerund behind what a noun or an adjective is about has its own subject: "subject to him *passing* a test"."""
    pronoun = word.beside(-1)
    preposition = pronoun.head if pronoun is not None and pronoun.tag_ == "PRP" and pronoun.dep_ == "pobj" else None
    if pronoun is None or preposition is None or preposition.head.tag_ not in NOUN_TAGS | {"JJ"}:
        return ()
    return (_tied(word, preposition, "pcomp"), _tied(pronoun, word, "nsubj"))


@_corrects(labels={"acl"}, tags={"VBG", "VBN"})  # 2: +2 -0 | 2, and 3 in news, all right
def deed_of_time_spent(word: "Token") -> tuple[Change, ...]:
    """What directly follows what is spent is what it is spent on: "spent most of the day *playing* chess"."""
    spent = word.head.head.head if word.head.dep_ == "pobj" else word.head
    verb = spent.head
    done = word.tag_ == "VBG" or _has(word.lefts, {"auxpass"})  # "spent the money *raised* by Acme"
    return (_tied(word, verb, "xcomp"),) if done and spent.dep_ == "dobj" and verb.lemma_ == SPEND else ()


@_corrects(labels={"xcomp"}, tags={"VB"})  # none | 1 in news and 2 in articles, all right
def purpose_behind_deadline(word: "Token") -> tuple[Change, ...]:
    """Who has until a time to do something may do it, and need not: "have until Friday *to pay*"."""
    verb = word.head
    until = (c for c in verb.rights if c.dep_ == "prep" and c.lower_ in words("dating", "until"))
    limited = any(c.i < word.left_edge.i for c in until)
    return (_tied(word, verb, "advcl"),) if verb.lemma_ == "have" and limited else ()


@_corrects(labels={"conj"}, tags={"VB", "VBG"})  # 46: +28 -5 | 22
def parallel_form(word: "Token") -> tuple[Change, ...]:
    """A coordinated verb goes with the verb of its form before it: "was told to find, *pick* up and carry it"."""
    above = word.head
    other = above.tag_ in VERB_TAGS and above.tag_ != word.tag_
    if not other or _has(word.lefts, OPENERS) or not _is_parted(word, above):
        return ()
    verb = next((verb for verb in _verbs_before(word, above) if _has_form(verb, word)), None)
    return (_tied(word, verb, "conj"),) if verb is not None else ()


def _is_parted(word: "Token", above: "Token") -> bool:
    """Tell whether a verb has another form than the one above; a bare infinitive goes with no finite verb."""
    if _has(word.lefts, AUXILIARIES):
        return _has_to(word)
    if word.tag_ != "VB":
        return True
    joining = word.left_edge.beside(-1)
    if joining is None or not (joining.text == "," or _joins_alike(joining)):
        return False
    return above.tag_ in FINITE_TAGS or (above.tag_ == "VBN" and _has(above.lefts, AUXILIARIES))


def _joins_alike(joining: "Token") -> bool:
    """Tell whether a conjunction goes on with a form: "to find *and* keep"; behind a comma "but" may open an order."""
    contrast = joining.lower_ in words("coordination", "but") and not _is_comma(joining.beside(-1))
    return joining.lower_ in JOINING or contrast


def _has_form(verb: "Token", word: "Token") -> bool:
    """Tell whether a verb has the form of another: both with "to", both gerunds, or both base forms."""
    if verb.tag_ != word.tag_:
        return False
    return _has_to(verb) if _has_to(word) else word.tag_ == "VB" or not _has(verb.lefts, AUXILIARIES)


def _verbs_before(word: "Token", above: "Token") -> Iterator["Token"]:
    """Yield what the words just before a conjunct hang on, from the nearest to the head that the parser gave it."""
    place = word.left_edge.beside(-1)
    while place is not None and (place.dep_ == "cc" or place.is_punct):
        place = place.beside(-1)
    while place is not None and place is not above and place.head is not place:
        yield place
        place = place.head


@_corrects(labels={"conj"}, tags={"VBD", "VBZ"})  # 10: +7 -2 | 5
def finite_behind_infinitive(word: "Token") -> tuple[Change, ...]:
    """A finite verb goes with one above an infinitive or a gerund: "He refused to go and *ordered* tea"."""
    below = word.head
    bare = not _has(word.lefts, ANY_SUBJECT | AUXILIARIES) and word.lower_ != word.lemma_
    behind_infinitive = below.tag_ in {"VB", "VBG"} and not _is_finite(below)
    if not bare or not behind_infinitive or _conjunction_before(word) is None:
        return ()
    main = next((verb for verb in below.ancestors if verb.tag_ == word.tag_), None)
    return (_tied(word, main, "conj"),) if main is not None else ()


@_corrects(labels={"conj"}, tags={"VBZ"})  # 2: +2 -0 | 1, and 2 in news, all right
def verb_by_number(word: "Token") -> tuple[Change, ...]:
    """A singular verb goes with one of a singular subject: "It means users can pay and *offers* them a card"."""
    above, subject = word.head, _subject(word.head)
    several = subject is not None and _is_several(subject) and not _has(subject.rights, {"conj"})
    if not several or _has(word.lefts, ANY_SUBJECT | AUXILIARIES) or above.tag_ not in VERB_TAGS:
        return ()
    verb = next(filter(_is_singular, (*_verbs_before(word, above), *above.ancestors)), None)
    return (_tied(word, verb, "conj"),) if verb is not None else ()


def _is_singular(verb: "Token") -> bool:
    """Tell whether a finite verb, or its subject, is singular by its form."""
    first = _finite_part(verb)
    return first is not None and "singular" in {_number(first), _number(_subject(verb))}


@_corrects(labels={"conj"}, tags={"VBD", "VBN", "VBP"})  # 34: +25 -7 | 10
def base_form_beside_infinitive(word: "Token") -> tuple[Change, ...]:
    """A form that may be the base goes with an infinitive before it: "determined to fight and *beat* them".

    It may stand in a list, without a conjunction of its own: "must pay, *go* and rest".
    """
    first = word.first_conjunct
    infinitive = first.tag_ == "VB" and any(c.tag_ in {"MD", "TO"} for c in first.lefts)
    bare = not _has(word.lefts, ANY_SUBJECT | AUXILIARIES) and word.lower_ == word.lemma_
    joined = _conjunction_before(word) is not None or (_is_comma(word.left_edge.beside(-1)) and _is_in_row(word))
    return _retagged(word, "VB") if bare and infinitive and joined else ()


def _is_in_row(word: "Token") -> bool:
    """Tell whether a conjunction joins what a verb is coordinated with further on: "must pay, *attend* and rest"."""
    return any(c.dep_ == "conj" and (_conjunction_before(c) is not None or _is_in_row(c)) for c in word.rights)


@_corrects(labels={"advcl", "conj"}, tags=VERB_TAGS - {"VBN"})  # 5: +3 -0 | 8, 7 right; 5 in news, all right
def saying_by_speaker(word: "Token") -> tuple[Change, ...]:
    """Who said something goes on to say more: "Dealers said a cut was unlikely, *citing* demand"."""
    said = word.head.first_conjunct if word.dep_ == "conj" else word.head
    saying = said.head
    reports = said.dep_ == "ccomp" and saying.lemma_ in verbs("say") and saying.i < said.i
    says_more = verb_supersense(word.lemma_) == "communication" or _has(word.rights, {"ccomp"})
    speaks = word.lemma_ in verbs("report") or (word.dep_ == "conj" and says_more)
    if not reports or not speaks or _has(word.lefts, ANY_SUBJECT | AUXILIARIES):
        return ()
    if _is_dumb(saying) or not (_is_joined_anew(word, saying) or _is_dumb(said)):
        return ()
    joining = _conjunction_before(word)
    joint = (_tied(joining, saying, "cc"),) if joining is not None else ()
    return (_tied(word, saying), *joint)


def _is_joined_anew(word: "Token", saying: "Token") -> bool:
    """Tell whether a comma parts a verb from what one of its form says: "said it fell, and *praised* us"."""
    joining = _conjunction_before(word) if word.dep_ == "conj" else None
    return joining is not None and word.tag_ == saying.tag_ and _is_comma(joining.beside(-1))


@_corrects(labels={"dobj"}, tags=NOUN_TAGS)  # 9: +6 -3 | 3, and 12 in news, all right
def subject_taken_for_object(word: "Token") -> tuple[Change, ...]:
    """What stands between a verb of saying and a finite verb is the subject of the second: "She added *rents* fell".

    What stands between the two belongs to the noun: "she added *rents* last year had fallen".
    """
    saying = word.head
    verb = _torn_content(saying, word) if saying.lemma_ in verbs("report") else None
    clause = word.rights and word.rights[-1].dep_ == "prep" and word.rights[-1].lower_ in CONJUNCTIONS
    if verb is None or clause:  # "kept his word as *Acme* left"
        return ()
    first = _finite_part(verb) or verb
    between = word.doc.tokens[word.right_edge.i + 1 : first.i]
    if between and (saying.lemma_ in verbs("give") or first is verb):  # "told *us* today rents fell"
        return ()
    loose = (c for c in between if c.head in {saying, verb})
    content = (_tied(verb, saying, "ccomp"),) if verb.head is not saying else ()
    return (_as_subject(word, verb), *content, *(_tied(c, word) for c in loose))


def _torn_content(saying: "Token", noun: "Token") -> "Token | None":
    """Return the finite verb without a subject that is what is said, and stands behind a noun that is no part of it."""
    beside, behind = _verb_without_subject(noun), _first(saying.rights, {"ccomp"})
    if beside is not None and beside.head is not saying:
        whole = saying.lemma_ not in verbs("give") or (is_inanimate(noun) and beside.tag_ in VERB_TAGS)
        return beside if whole else None
    if behind is None or not all(map(_is_finite, (saying, behind))):
        return None
    torn = behind.i > noun.i and not _has(behind.lefts, OPENERS)
    return behind if torn and not _are_parted(noun, behind) else None


def _is_dumb(verb: "Token") -> bool:
    """Tell whether the subject of a verb is a thing that can say nothing; one without a subject may have any."""
    subject = _subject(verb)
    return subject is not None and is_inanimate(subject)


@_corrects(labels={"conj"}, tags=NOUN_TAGS | {"DT"})  # 21: +16 -4 | 13
def clause_beside_clause(word: "Token") -> tuple[Change, ...]:
    """An "and" joins two clauses and not two nouns: "They flew to Rome and *Oslo* is next"."""
    verb, joining = _verb_behind(word), _conjunction_before(word)
    if verb is None or joining is None or joining.lower_ != "and":
        return ()
    first = verb.head
    torn = first.i < word.i and verb.dep_ in TORN_CLAUSES and first.dep_ != "prep"
    if not torn or _has(verb.lefts, ANY_SUBJECT):
        return ()
    return (_as_subject(word, verb), _tied(joining, first, "cc"), _tied(verb, first, "conj"))


@_corrects(labels=TORN_CLAUSES, tags=VERB_TAGS)  # 1: +1 -0 | 2, 1 right, and 2 in news and articles, both right
def object_beside_subject(word: "Token") -> tuple[Change, ...]:
    """The only "and" between verbs joins them where the first lacks its object: "She made tea and Reed *cut* it"."""
    verb, subject = word.head, _subject(word)
    torn = verb.tag_ in VERB_TAGS and _lacks_object(verb) and _is_finite(word)
    if subject is None or not torn or subject.left_edge.i != verb.i + 1:
        return ()
    first = next((c for c in subject.lefts if c.dep_ == "nummod"), subject)  # "lost $5 and *20* men left"
    second, joining = _first(first.rights, {"conj"}), _first(first.rights, {"cc"})
    if second is None or joining is None or not _is_only_and(joining, verb, word):
        return ()
    if first is subject:
        parted = _as_subject(second, word)
    elif second.tag_ == "CD":
        parted = _tied(second, subject, "nummod")
    else:
        return ()
    return (_tied(first, verb, "dobj"), parted, _tied(joining, verb, "cc"), _tied(word, verb, "conj"))


def _is_only_and(joining: "Token", first: "Token", last: "Token") -> bool:
    """Tell whether an "and" is all that may part two verbs: no other conjunction, and no comma."""
    between = first.doc.tokens[first.i : last.i]
    return joining.lower_ == "and" and all(
        each is joining or not (each.dep_ in {"cc", "mark"} or each.text == ",") for each in between
    )


def _lacks_object(verb: "Token") -> bool:
    """Tell whether a verb with a subject needs an object, and has none; one that reports or means has a clause."""
    leads = verb.lemma_ in verbs("report") | verbs("plan") | {"be"} or verb_supersense(verb.lemma_) is None
    needs = not leads and not mostly_without_object(verb.lemma_) and _has(verb.lefts, NOMINAL_SUBJECTS)
    complete = _has(verb.lefts, {"auxpass"}) or _has(verb.rights, (TOLD_OF_SUBJECT | {"prep", "prt"}) - {"ccomp"})
    return needs and not complete


@_corrects(labels={"conj"}, tags=NOUN_TAGS)  # 31: +19 -5 | 21, 12 right, and 6 in news, all right
def noun_beside_object(word: "Token") -> tuple[Change, ...]:
    """A noun is joined to the noun before it, and to no verb: "sells hats and a *cup*", "is a poet and the *mayor*".

    A time or place may stand behind each: "bought a mill in May and a *ship* in June".
    """
    joining = _conjunction_before(word)
    first = _object_before(word)
    if first is None or joining is None or joining.lower_ not in words("coordination"):
        return ()
    between = word.doc.tokens[first.right_edge.i + 1 : joining.i]
    parted = word.head.tag_ == "VBG" and bool(between)  # "sons, raising funds, and *specials*"
    beside = all(c.is_punct for c in between) or _is_one_of_two(word, first, between)
    if parted or not beside or not _is_only_noun(word):
        return ()
    return (_tied(word, first, "conj"), _tied(joining, first, "cc"))


def _is_one_of_two(noun: "Token", first: "Token", between: Sequence["Token"]) -> bool:
    """Tell whether only phrases of its verb part a noun from the like one that it is joined to."""
    phrases = all(c.dep_ in {"prep", "dative", "npadvmod"} for c in between if c.head is noun.head)
    alike = (noun.ent_type_, noun.tag_ == "NNP") == (first.ent_type_, first.tag_ == "NNP")
    told = bool(noun.ent_type_) or _has(noun.lefts, {"det", "nummod", "poss"})
    return phrases and alike and told


def _object_before(noun: "Token") -> "Token | None":
    """Return the object or complement that stands between a verb and a noun; a person is no complement of another."""
    verb = noun.head
    labels = {"dobj"} if noun.ent_type_ == "PERSON" else {"attr", "dobj"}  # "is the chair and *Reed* the owner"
    first = next((c for c in verb.rights if c.dep_ in labels and c.tag_ in NOUN_TAGS), None)
    return first if first is not None and verb.tag_ in VERB_TAGS else None


def _is_only_noun(noun: "Token") -> bool:
    """Tell whether no verb or adverb stands in a phrase that would make it a clause: "and *last saw* rain"."""
    first = noun.left_edge
    past = first is not noun and (first.tag_ in PAST or first.lower_.endswith("ed"))
    if past or first.lower_ in words("adverb", "when") or _has(noun.rights, OBJECTS):
        return False
    return all(word.lower_ in words("only", "focus") for word in noun.lefts if word.dep_ in {"advmod", "prep"})


@_corrects(labels={"conj"}, tags=NOUN_TAGS)
def noun_beside_other(word: "Token") -> tuple[Change, ...]:
    """No thing is joined to a place or a time, but to the object before: "met ten men in *Oslo* and their *sons*"."""
    setting, joining = word.head, _conjunction_before(word)
    opening = setting.head
    inside = setting.dep_ == "pobj" and opening.lower_ in words("place") | words("dating", "stretch")
    first = _object_beside(opening) if inside and _has(word.lefts, {"det", "poss"}) else None
    if first is None or joining is None or _is_comma(joining.beside(-1)):
        return ()
    parallel = [c for c in word.rights if c.dep_ in {"dative", "prep"} and c.lower_ == opening.lower_]
    unlike = _is_setting(setting) and not _is_setting(word) and not word.ent_type_
    if not (unlike or parallel):
        return ()
    return (_tied(word, first, "conj"), _tied(joining, first, "cc"), *(_tied(c, first.head) for c in parallel))


def _object_beside(preposition: "Token") -> "Token | None":
    """Return the object of the verb that a preposition hangs on, if it stands before that."""
    verb = next((each for each in preposition.ancestors if each.tag_ in VERB_TAGS), None)
    behind = verb.rights if verb is not None else ()
    return next((c for c in behind if c.dep_ == "dobj" and c.i < preposition.i), None)


def _is_setting(noun: "Token") -> bool:
    """Tell whether a noun means a time, a place or an event that others are in."""
    named = noun.ent_type_ in TIME_ENTITIES or noun.ent_type_ in {"GPE", "LOC", "FAC", "EVENT"}
    lemma = noun.lemma_.lower()
    placed = broad_type(noun_type(lemma)) == "Place" or noun_supersense(lemma) in {"event", "location", "time"}
    return named or placed


@_corrects(labels={"cc"}, tags={"CC"})  # 1, right | 1, and 1 in news, both right
def exception_of_all(word: "Token") -> tuple[Change, ...]:
    """What "but" leaves out of all belongs to them: "a law on all roads *but* the A1 has passed"."""
    noun, left_out = word.beside(-1), _noun_that_opens(word.i + 1, word)
    if noun is None or left_out is None or word.lower_ not in words("coordination", "but"):
        return ()
    every = any(c.lower_ in words("determiner", "all", "each", "no") for c in noun.lefts)
    if noun.tag_ not in NOUN_TAGS or not every:
        return ()
    others = [c for c in left_out.head.lefts if c.dep_ in NOMINAL_SUBJECTS and c.i < word.i]
    alone = left_out.dep_ in NOMINAL_SUBJECTS and not others
    return () if alone else (Change(word, noun, "prep", "IN"), _tied(left_out, word, "pobj"))


def _noun_that_opens(place: int, word: "Token") -> "Token | None":
    """Return the noun whose phrase starts at a place of the sentence of a word."""
    tokens = word.doc.tokens[place : word.sent.end]
    heads = (c for c in tokens if c.tag_ in NOUN_TAGS and c.dep_ not in {"compound", "poss"})
    return next((c for c in heads if c.left_edge.i == place), None)


def _verb_behind(noun: "Token") -> "Token | None":
    """Return the finite verb that stands behind a noun, a share or "some", and agrees with it."""
    first = noun.right_edge.beside(1)
    share = noun.lower_ == "%" or noun.tag_ == "DT"
    if first is None or not (share or noun.pos_ in {"NOUN", "PROPN"}):
        return None
    verb = first.head if first.dep_ in AUXILIARIES else first
    agrees = share or _number(first) in {None, _number(noun)}
    finite = first.tag_ in FINITE_TAGS and verb.text == verb.lower_ and agrees
    # a past without an object may be a participle
    sure = first.tag_ != "VBD" or first is not verb or _has(verb.rights, {"acomp", "attr", "dobj"})
    return verb if finite and sure else None


@_corrects(labels={"prep"}, tags={"IN"})  # 4: +4 -0 | 4
def subject_behind_conjunction(word: "Token") -> tuple[Change, ...]:
    """A preposition before a noun and its verb is a conjunction: "died *after* part of the wall fell"."""
    noun = _first(word.rights, {"pobj"}) if word.lower_ in CONJUNCTIONS else None
    verb = _verb_without_subject(noun) if noun is not None else None
    main = next((above for above in word.ancestors if above.tag_ in VERB_TAGS), None)
    if noun is None or verb is None or main is None:
        return ()
    if _are_parted(word, verb):
        return ()
    return (_tied(verb, main, "advcl"), _as_subject(noun, verb), Change(word, verb, "mark", "IN"))


def _verb_without_subject(noun: "Token") -> "Token | None":
    """Return the finite verb that stands behind a noun and has no subject."""
    first = noun.right_edge.beside(1)
    if first is None:
        return None
    verb = first.head if first.dep_ in AUXILIARIES else first
    alone = verb.left_edge.i > noun.i and _is_finite(verb) and not _has(verb.lefts, ANY_SUBJECT)
    return verb if alone else None


@_corrects(labels={"conj"}, tags={"NNP"})  # not measured | 2, and 3 in news, all right
def roles_before_name(word: "Token") -> tuple[Change, ...]:
    """Two nouns without an article before a person's name are what that one is: "coach and poet *Ana Silva* left"."""
    joining = word.left_edge.beside(-1)
    first = joining.head if joining is not None and joining.lower_ == "and" else word
    roles = (c for c in word.lefts if c.dep_ == "compound" and c.tag_ == "NN" and means_person(c.lower_))
    second = next(roles, None)
    someone = word.ent_type_ == "PERSON" and first.tag_ in SINGULAR_TAGS and means_person(first.lower_)
    if second is None or not someone or _first(first.rights, {"conj"}) is not word:
        return ()
    if any(_has(role.lefts, {"det", "poss"}) for role in (first, second)):
        return ()
    return (_tied(word, first.head, first.dep_), _tied(first, word, "compound"), _tied(second, first, "conj"))


@_corrects(labels=NOMINAL_SUBJECTS)  # 8: +7 -1 | 3
def subjects_joined(word: "Token") -> tuple[Change, ...]:
    """Two subjects with "and" between them are one, and so are "not A but B": "My aunt and *I* left"."""
    joining = _conjunction_before(word)
    first = joining.head if joining is not None else word
    both = first.head is word.head and first.dep_ in NOMINAL_SUBJECTS and first.i < word.i
    negated = _has(first.lefts, {"neg"})
    if joining is None or not both or joining.lower_ not in (words("coordination", "but") if negated else JOINING):
        return ()
    listed = [c for c in first.rights if c.dep_ == "conj"]
    if listed and _is_comma(joining.beside(-1)) and listed[-1].right_edge.i + 2 == joining.i:
        return (_tied(word, listed[-1], "conj"), _tied(joining, listed[-1], "cc"))  # "rain, wind, and *snow* fell"
    return () if listed or _are_parted(first, word.left_edge) else (_tied(word, first, "conj"),)


@_corrects(labels=NOMINAL_SUBJECTS, tags={"NNP"})  # 2: +2 -0 (dev) | 4 in news, all right
def name_beside_subject(word: "Token") -> tuple[Change, ...]:
    """A noun and the name behind it are one subject: "The comedy *Sideways* has won", "coach *Ana Silva* left"."""
    before = word.left_edge.beside(-1)
    noun = next((left for left in word.head.lefts if left is before and left.dep_ in NOMINAL_SUBJECTS), None)
    return (_tied(word, noun, "appos"),) if noun is not None and noun.tag_ == "NN" else ()


@_corrects(labels={"advcl", "ccomp", "dep", "dobj", "npadvmod"}, tags={"NNP"})  # 2: +1 -0 | 4, and 3 in news, right
def name_behind_description(word: "Token") -> tuple[Change, ...]:
    """A noun just before a name that the parser could not place describes it: "works for watchdog *Ofgem*"."""
    noun = word.left_edge.beside(-1)
    named = word.text[0].isalpha() and word.ent_type_ not in TIME_ENTITIES
    if noun is None or noun.sent.start != word.sent.start or any(c.tag_ in VERB_TAGS for c in word.subtree):
        return ()
    second = word.dep_ == "dobj" and not _is_told_at_once(noun, word)
    if second or not named or not _describes(noun, word):
        return ()
    return (
        _tied(word, noun.head, noun.dep_),
        _tied(noun, word, "compound"),
        *(_tied(c, word) for c in noun.lefts if c.dep_ in {"det", "poss"}),
    )


def _is_told_at_once(noun: "Token", name: "Token") -> bool:
    """Tell whether a noun and a name are both objects of a verb that has but one: "told the *paper* Le Monde"."""
    verb = name.head
    two = verb.lemma_ in verbs("name") | (verbs("give") - verbs("say"))
    return noun.head is verb and noun.dep_ == "dobj" and not two


@_corrects(labels={"npadvmod"}, tags=NAME_TAGS)  # none | 5 with QA-SRL, 3 in news and 10 in articles, all right
def name_taken_for_adverb(word: "Token") -> tuple[Change, ...]:
    """A name tells neither when nor how: "founded with a friend, *Kyle Reed*, in May", "told *Today* that it fell"."""
    before, verb = word.left_edge.beside(-1), word.head
    if before is None or word.ent_type_ not in NAMED or verb.tag_ not in VERB_TAGS:
        return ()
    if before is verb:
        return () if _has(verb.rights, {"dobj"}) else (_tied(word, verb, "dobj"),)
    noun = before.beside(-1) if _is_comma(before) else None
    if noun is None or noun.tag_ not in {"NN", "NNS"}:
        return ()
    person = word.ent_type_ == "PERSON"
    told = (each for each in (noun, *_nouns_above(noun)) if means_person(each.lower_))
    named = next(told, None) if person else noun if _tells_kind(noun.lemma_.lower()) else None
    return (_tied(word, named, "appos"),) if named is not None else ()


def _describes(noun: "Token", name: "Token") -> bool:
    """Tell whether a noun that ends its phrase before a name tells what has the name: a person, a body, a work."""
    last = not noun.rights or noun.right_edge is name.right_edge
    placed = noun.tag_ == "NN" and noun.dep_ in {"appos", "attr", "conj", "dobj", "pobj"}
    return placed and last and _tells_kind(noun.lemma_.lower())


def _tells_kind(noun: str) -> bool:
    """Tell whether a noun means a person, a body or a work, and no time."""
    kind = noun_supersense(noun)
    return kind != "time" and (noun_type(noun) != "Thing" or kind in {"communication", "group", "person"})


@_corrects(labels={"prep"}, tags={"IN"})  # 2: +2 -0 | none, and 1 in QA-SRL (dev) and 1 in news, both right
def accusation_of_object(word: "Token") -> tuple[Change, ...]:
    """What somebody is accused of goes with the verb, not with who is accused: "accused the firm *of* cheating"."""
    noun, verb = word.head, word.head.head
    if noun.dep_ == "pobj" and verb.dep_ == "agent":
        verb = verb.head
    accused = verb.lemma_ in verbs("accuse") and noun.dep_ in {"dobj", "pobj"} and verb.i < noun.i
    deed = word.lower_ == "of" and _has(word.rights, {"pcomp"})
    return (Change(word, verb, "prep", "IN"),) if accused and deed else ()


@_corrects(labels={"appos"}, tags={"NNP"})  # 4: +1 -3, appositions there | 6, and 2 in news, all right
def description_before_names(word: "Token") -> tuple[Change, ...]:
    """Several nouns directly before names describe them: "led by *journalists* Ana Silva and Ben Reed"."""
    noun = word.left_edge.beside(-1)
    if noun is not word.head or noun.tag_ != "NNS" or word.ent_type_ not in {"ORG", "PERSON"}:
        return ()
    several = _has(word.rights, {"conj"}) or word.ent_type_ == "ORG"
    told = several and _tells_kind(noun.lemma_.lower())
    return (_tied(word, noun.head, noun.dep_), _tied(noun, word, "compound")) if told else ()


@_corrects(labels={"conj"}, tags=NOUN_TAGS)
def other_name_in_bracket(word: "Token") -> tuple[Change, ...]:
    """What a bracket opens with is another name, and none of a list: "the Asian Union (*Unión* Asiática)"."""
    opened = word.left_edge.beside(-1)
    bracket = opened is not None and opened.tag_ == "-LRB-" and opened.i > word.head.i
    return (_tied(word, word.head, "appos"),) if bracket else ()


@_corrects(labels={"prep"}, tags={"IN"})  # 1: +1 -0 | 12, and 3 in news and 2 in articles, all right
def agent_behind_phrase(word: "Token") -> tuple[Change, ...]:
    """Who does what a passive tells may stand at the end: "seen as brutal *by* the mayor", "shot in Oslo *by* men".

    What else stands there is nothing that is by somebody: "was shown in a film by Reed".
    """
    doer = _first(word.rights, {"pobj"}) if word.lower_ == "by" else None
    verb = _passive_above(word) if doer is not None and (_acts(doer) or word.head.head.lower_ == "as") else None
    if verb is None:
        return ()
    called = (_tied(word.head, verb, "oprd"),) if word.head.head is verb and _is_called(word.head) else ()
    return (_tied(word, verb, "agent"), *called)


def _acts(noun: "Token") -> bool:
    """Tell whether a noun means a person, a group or an organization."""
    someone = noun.tag_ in {"PRP", *NAME_TAGS} or noun_supersense(noun.lemma_.lower()) in {"group", "person"}
    return noun.ent_type_ in {"GPE", "ORG", "PERSON", PEOPLE} or (not noun.ent_type_ and someone)


def _passive_above(word: "Token") -> "Token | None":
    """Return the passive without an agent that the phrase before a word ends."""
    above = word.head
    while not _has(above.lefts, {"auxpass"}):
        if above.head is above or above.i > word.i or not any(ends(above) for ends in BEFORE_AGENT):
            return None
        above = above.head
    return None if _has(above.rights, {"agent"}) else above


def _is_where(word: "Token") -> bool:
    """Tell whether a phrase tells where, when or to whom something is done: "shot in *Oslo*", "sold to *us*"."""
    told = word.ent_type_ in TIME_ENTITIES | {"FAC", "GPE", "LOC", "PERSON"}
    return word.dep_ in {"conj", "pobj"} and (told or noun_supersense(word.lemma_.lower()) in WHERE)


def _is_called(word: "Token") -> bool:
    """Tell whether a word tells what somebody is called or taken for: "branded a *waste*", "described as *brutal*"."""
    named = word.dep_ in {"attr", "dobj", "oprd"} and word.head.lemma_ in verbs("name")
    return named or word.head.lower_ == "as"


def _is_asked_to(verb: "Token") -> bool:
    """Tell whether an infinitive tells what somebody was asked to do, without an object: "asked to *leave* by us"."""
    return verb.dep_ == "xcomp" and _has_to(verb) and not _has(verb.rights, OBJECTS)


WHERE: t.Final = frozenset({"location", "person", "time"})
BEFORE_AGENT: t.Final[Sequence[Callable[["Token"], bool]]] = (
    lambda word: word.dep_ == "prep", _is_where, _is_called, _is_asked_to,
)  # fmt: skip
"""What may stand between a passive and its agent."""


@_corrects(labels={"appos"}, tags=NOUN_TAGS)  # 25: +22 -2 | 11, and 8 in news, all right
def list_taken_for_apposition(word: "Token") -> tuple[Change, ...]:
    """Names, plurals or nouns with a comma and an "and" are a list: "They met Ana Silva, *Ben* Reed and Eva Holm".

    What a singular noun means is no "A and B": "a drop in sales, the weak *dollar* and fears of war".
    """
    first = word.head
    if not _is_behind_comma(word) or _has(first.rights, {"cc"}) or not _is_closed(word):
        return ()
    alike = (first.tag_, first.ent_type_) == (word.tag_, word.ent_type_) and word.tag_ in {"NNP", "NNS"}
    bare = not _has([*first.lefts, *word.lefts], {"det", "poss"})
    owned = _has(first.lefts, {"poss"}) and _has(word.lefts, {"poss"})  # "Peru's Acme, *Chad's Bolt* and Orkla"
    names = alike and (bare or owned)
    return (_tied(word, first, "conj"),) if names or _is_one_beside_two(first, word) else ()


def _is_one_beside_two(first: "Token", second: "Token") -> bool:
    """Tell whether an "and" stands directly behind the second of two common nouns, of which the first is singular."""
    common = first.tag_ == "NN" and not first.ent_type_ and second.tag_ in {"NN", "NNS"}
    picked_out = second.left_edge.dep_ in {"advmod", "quantmod"}  # "a crowd, *about* ten men or so"
    return common and _has(second.rights, {"cc"}) and not picked_out


def _is_closed(word: "Token") -> bool:
    """Tell whether an "and" stands before a conjunct behind a word."""
    following: Token | None = word
    while following is not None and not _has(following.rights, {"cc"}):
        following = _first(following.rights[::-1], {"conj"})
    return following is not None and _has(following.rights, {"conj"})


@_corrects(labels={"relcl"}, tags=VERB_TAGS)  # 16: +14 -0 | 16
def relative_clause_by_number(word: "Token") -> tuple[Change, ...]:
    """A relative clause goes with the noun above that agrees: "a list of parts that *is* too long"."""
    noun, number = word.head, _number(_finite_part(word))
    pronoun = _subject(word)
    relative = pronoun is not None and pronoun.lower_ in words("question")
    either = noun.lower_.endswith("ics") or noun.tag_ == "NNPS"  # "Vega Games, which sells them"
    apart = number is not None and _number(noun) not in {None, number} and not either
    several = noun.dep_ == "conj" or _has(noun.rights, {"conj"})
    if not relative or not apart or several:
        return ()
    above = next((each for each in _nouns_above(noun) if _number(each) == number), None)
    return (_tied(word, above, "relcl"),) if above is not None else ()


@_corrects(labels={"nsubj"}, tags=RELATIVE_TAGS)  # not measured | 3 with QA-SRL, and 5 in news
def relative_of_content(word: "Token") -> tuple[Change, ...]:
    """A verb of saying with a subject has no second one, but what is said: "men *who* she says have left"."""
    says = word.head
    reports = says.dep_ == "relcl" and says.lemma_ in verbs("report")
    speaker = next((c for c in says.lefts if c.dep_ == "nsubj" and c.i > word.i), None)
    told = next((c for c in says.rights if c.dep_ in {"ccomp", "xcomp"} and _is_finite(c)), None)
    if not reports or speaker is None or told is None:
        return ()
    return (_as_subject(word, told), _tied(told, says, "ccomp")) if not _has(told.lefts, ANY_SUBJECT) else ()


@_corrects(labels={"relcl"}, tags=VERB_TAGS)  # 11: 2/7, 8 right as read | 8, 6 right, and 2 in news, both right
def relative_of_clause(word: "Token") -> tuple[Change, ...]:
    """What a clause means, or what agrees with no noun, is about the clause: "It has no staff, which *means*"."""
    noun, pronoun = word.head, _subject(word)
    aside = pronoun is not None and pronoun.lower_ == "which" and _is_comma(pronoun.beside(-1))
    several = noun.dep_ == "conj" or _has(noun.rights, {"conj"})
    verb = next((each for each in noun.ancestors if each.tag_ in VERB_TAGS), None)
    if not aside or several or verb is None:
        return ()
    means = word.lemma_ == "mean" and _has(word.rights, {"ccomp"})
    alone = _number(_finite_part(word)) == "singular" and all(_is_several(each) for each in (noun, *_nouns_above(noun)))
    return (_tied(word, verb),) if noun.tag_ in NOUN_TAGS and (means or alone) else ()


def _is_several(noun: "Token") -> bool:
    """Tell whether a noun is a plural that no singular verb agrees with: "*lamps*", not "*physics*", "*Vega Games*"."""
    marked = noun.tag_ == "NNS" and noun.lower_ != noun.lemma_
    return marked and not noun.lower_.endswith("ics") and not noun.ent_type_


@_corrects(labels={"relcl"}, tags=VERB_TAGS)  # 10: +10 -2 | 4, all right, and 4 in news, 3 right
def relative_clause_by_kind(word: "Token") -> tuple[Change, ...]:
    """A relative clause goes with the noun around that is of the kind it tells of: "the death of Ana Silva, which …".

    It may stand just before: "the head of *Vega*, which …".
    """
    noun, pronoun = word.head, _relative_pronoun(word)
    several = noun.dep_ == "conj" or _has(noun.rights, {"conj"})
    if pronoun is None or several or noun.tag_ not in NOUN_TAGS:
        return ()
    fits = next((fits for is_unfit, fits in KINDS if is_unfit(pronoun, noun)), None)
    nouns = (*_nouns_before(word, noun), *_nouns_around(noun)) if fits is not None else ()
    above = next((each for each in nouns if fits is not None and fits(each)), None)
    return (_tied(word, above, "relcl"),) if above is not None else ()


def _nouns_above(noun: "Token") -> Iterator["Token"]:
    """Yield the nouns whose phrases with a preposition a noun is the last of, from the nearest on."""
    while noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.tag_ in NOUN_TAGS:
        noun = noun.head.head
        yield noun


def _nouns_around(noun: "Token") -> Iterator["Token"]:
    """Yield the nouns whose phrases a noun ends, from the nearest on: "an *inquiry* led by the *judge* Ana Silva".

    The object just before a phrase that the parser hung on the verb is one: "treated *fans* from Lyon".
    """
    while noun.dep_ in {"appos", "pobj"} and noun.head is not noun:
        above = noun.head
        if noun.dep_ == "pobj":
            beside = (c for c in above.head.rights if c.dep_ == "dobj" and c.right_edge.i + 1 == above.i)
            above = next(beside, above.head)
            above = above.head if above.dep_ == "acl" else above  # "an inquiry led by *judges*"
        if above.tag_ not in NOUN_TAGS:
            return
        if noun.dep_ == "pobj":  # an apposition is the same thing again
            yield above
        noun = above


def _nouns_before(verb: "Token", noun: "Token") -> Iterator["Token"]:
    """Yield the noun just before a relative clause, with those around it, where the parser took one further away."""
    last = verb.left_edge.beside(-1)
    last = last.beside(-1) if last is not None and last.text == "," else last
    if last is None or last.i <= noun.i:
        return
    if last.tag_ in NOUN_TAGS and last.dep_ == "pobj":
        yield from (last, *_nouns_around(last))


def _relative_pronoun(verb: "Token") -> "Token | None":
    """Return the relative pronoun of a verb's subject or object: "*which* fell", "*whom* they met", "*whose* son"."""
    arguments = [c for c in verb.lefts if c.dep_ in NOMINAL_SUBJECTS | {"dobj"}]
    owners = (c for each in arguments for c in each.lefts if c.tag_ == "WP$")
    return next((c for c in (*arguments, *owners) if c.tag_ in {"WDT", "WP", "WP$"}), None)


def _is_no_one(pronoun: "Token", noun: "Token") -> bool:
    """Tell whether "who" or "whose" would stand for a place, a body or a thing.

    A name with an article, or with "from" or "at" before it, is no person.
    """
    within = noun.head.lower_ in words("place") or _has(noun.lefts, {"det", "poss"})
    body = noun.ent_type_ == "ORG" and within
    place = noun.ent_type_ in {"FAC", "GPE", "LOC"} and noun.tag_ in {"NNP", "NNPS"}
    thing = not noun.ent_type_ and noun_supersense(noun.lemma_.lower()) in THINGS
    nobody = body or place or thing
    return nobody and pronoun.tag_ in {"WP", "WP$"}


def _is_person(pronoun: "Token", noun: "Token") -> bool:
    """Tell whether "which" would stand for a person."""
    return pronoun.lower_ == "which" and _is_someone(noun)


def _is_body_denied(pronoun: "Token", noun: "Token") -> bool:
    """Tell whether what is denied would be a body or a place: "links to the *government*, which she denies"."""
    body = bool(noun.ent_type_) or noun_supersense(noun.lemma_.lower()) in {"group", "location"}
    return pronoun.dep_ == "dobj" and pronoun.head.lemma_ in verbs("report", "denied") and body


def _is_thing_to_come(pronoun: "Token", noun: "Token") -> bool:
    """Tell whether what is only to come would be done by no deed: "plans for *ports*, which will help"."""
    verb = pronoun.head
    to_come = pronoun.dep_ == "nsubj" and verb.lemma_ != "be" and any(c.tag_ == "MD" for c in verb.lefts)
    return to_come and not _is_someone(noun) and noun_supersense(noun.lemma_.lower()) not in DEEDS


def _is_someone(noun: "Token") -> bool:
    return noun.ent_type_ == "PERSON" or (not noun.ent_type_ and noun_supersense(noun.lemma_.lower()) == "person")


def _is_deed_by_itself(noun: "Token") -> bool:
    """Tell whether a noun tells of a deed, a word or a plan that no "of" belongs to: "*restrictions* on trade"."""
    lemma = noun.lemma_.lower()
    told = noun_supersense(lemma) in DEEDS | {"cognition"} and noun.tag_ in {"NN", "NNS"} and verb_of(lemma) is not None
    return told and not any(c.lower_ == "of" for c in noun.rights)


DEEDS: t.Final = frozenset({"act", "communication", "event"})
THINGS: t.Final = DEEDS | {"artifact", "location", "object"}
"""The kinds of nouns (WordNet's lexicographer files) that "who" does not stand for."""


KINDS: t.Final[Sequence[tuple[Callable[["Token", "Token"], bool], Callable[["Token"], bool]]]] = (
    (_is_person, lambda noun: not _is_someone(noun)),
    (_is_no_one, _is_someone),
    (_is_body_denied, lambda noun: not _is_someone(noun)),
    (_is_thing_to_come, _is_deed_by_itself),
)
"""Why a relative clause cannot be about the noun before it, and which noun it is about then, of those around."""


@_corrects(labels={"acomp"}, tags={"VBN"})  # 3: +3 -0 | 3
def passive_behind_copula(word: "Token") -> tuple[Change, ...]:
    """A participle with an agent is the verb, and the copula its auxiliary: "was fire-*bombed* by rebels"."""
    done = word.head.lemma_ == "be" and any(c.lower_ == "by" for c in word.rights)
    return _as_auxiliary(word.head, word) if done else ()


@_corrects(labels={"csubj", "csubjpass"}, tags=PAST)  # 3: +2 -0 | 2
def participle_taken_for_subject(word: "Token") -> tuple[Change, ...]:
    """A noun with a participle is no clause: "Salt *shipped* from the mine has been cheap" is about salt."""
    noun, verb = _subject_just_before(word), word.head
    if noun is None or noun.tag_ not in NOUN_TAGS or _has(word.children, AUXILIARIES | OBJECTS):
        return ()
    return (_as_subject(noun, verb), Change(word, noun, "acl", "VBN"))


@_corrects(labels={"csubj", "csubjpass"}, tags={"VBG", "VBN"})  # 2: 2/0 | 1, and 1 in news, both right
def participle_before_subject(word: "Token") -> tuple[Change, ...]:
    """A participle before the subject is no second subject: "*Giving* her views in court, Silva blamed Reed"."""
    subject = next((c for c in word.head.lefts if c.dep_ in NOMINAL_SUBJECTS and c.i > word.i), None)
    if subject is None or _has(subject.rights, {"conj"}):
        return ()
    whole = _is_behind_comma(subject) or subject.ent_type_ == "PERSON" or _has(subject.lefts, {"det", "poss"})
    return (_tied(word, word.head, "advcl"),) if whole else ()


@_corrects(
    labels=MAIN - {"relcl"} | {"csubj", "csubjpass", "oprd"}, tags=PAST
)  # 13: 12/1 | 12, 10 right, and 6 in news, all right
def participle_before_finite_verb(word: "Token") -> tuple[Change, ...]:
    """A past that lacks its object, with a finite verb behind, describes the subject: "the areas *hit* are poor"."""
    noun, verb = _subject(word), _next_finite_verb(word)
    if noun is None or verb is None or not _may_describe(word, noun):
        return ()
    below = word.head is verb
    if verb in word.ancestors and not below:
        return ()
    place = () if below else (_tied(verb, verb if word.head is word else word.head, word.dep_),)
    moved = (_tied(c, verb) for c in word.children if c is not verb and not noun.left_edge.i <= c.i < verb.i)
    told = verb.rights if verb.lemma_ == "be" else ()  # "the areas hit are *some* of the poorest"
    attributes = (_tied(c, verb, "attr") for c in told if c.dep_ == "nsubj")
    return (*place, _as_subject(noun, verb), Change(word, noun, "acl", "VBN"), *moved, *attributes)


def _may_describe(past: "Token", noun: "Token") -> bool:
    """Tell whether a past may be a participle of the noun before it, with no more than adverbs between."""
    beside = all(c.dep_ == "advmod" for c in past.doc.tokens[noun.right_edge.i + 1 : past.i])
    thing = noun.tag_ in NOUN_TAGS and noun.ent_type_ != "PERSON"
    return thing and beside and _lacks_what_it_needs(past)


def _lacks_what_it_needs(past: "Token") -> bool:
    """Tell whether a past that may be a participle lacks what its verb needs: "men *hit*", "men *told* to go"."""
    reports = past.lemma_ in verbs("report")
    alone = not _has(past.rights, {"xcomp"}) if reports else past.tag_ == "VBD" and mostly_without_object(past.lemma_)
    bare = not _has(past.lefts, AUXILIARIES | {"neg"}) and not _has(past.rights, TOLD_OF_SUBJECT - {"ccomp", "xcomp"})
    return bare and not alone and participle(past.lemma_) == past.lower_


def _next_finite_verb(verb: "Token") -> "Token | None":
    """Return the finite verb behind another, if no mark, conjunction or subject parts them; nouns may be listed."""
    for word in verb.doc.tokens[verb.i + 1 : verb.sent.end]:
        if word.tag_ in FINITE_TAGS:
            found = word.head if word.dep_ in AUXILIARIES else word
            return found if not any(c.i < word.i for c in found.children if c.dep_ in OPENERS) else None
        if _ends_phrase(word):
            return None
    return None


def _ends_phrase(word: "Token") -> bool:
    """Tell whether a mark, a conjunction or a subject ends the phrase before it; a list goes on."""
    if word.is_punct or word.dep_ == "cc":
        return word.head.tag_ not in NOUN_TAGS
    return word.dep_ in OPENERS or word.tag_ in RELATIVE_TAGS or word.lower_ in CONJUNCTIONS


@_corrects(labels={"ccomp"}, tags=VERB_TAGS)  # none | none, and 2 in news, both right; plain grammar
def infinitive_taken_for_main_verb(word: "Token") -> tuple[Change, ...]:
    """No sentence has an infinitive for its main verb: "The plan for Ana Silva to stay was *dropped*"."""
    infinitive, noun = word.head, _subject(word.head)
    misread = infinitive.dep_ == "ROOT" and _has_to(infinitive) and not _is_finite(infinitive)
    if noun is None or not misread or not _is_finite(word):
        return ()
    if _has(word.lefts, OPENERS):
        return ()
    moved = (_tied(c, word) for c in infinitive.rights if c.i > word.i)
    return (_tied(word, word, "ROOT"), _as_subject(noun, word), _tied(infinitive, noun, "acl"), *moved)


@_corrects(labels={"neg", "prep"})  # 10: +7 -1 | 4, and 1 in news, all right
def phrase_of_auxiliary(word: "Token") -> tuple[Change, ...]:
    """A phrase or a "not" that hangs on an auxiliary belongs to its verb: "Only *in* March did they pay"."""
    auxiliary = word.head
    return (_tied(word, auxiliary.head),) if auxiliary.dep_ in AUXILIARIES else ()


@_corrects(labels={"advcl"}, tags={"VBG", "VBN"})  # 1: +1 -0 | none; plain grammar
def verb_behind_insertion(word: "Token") -> tuple[Change, ...]:
    """A participle behind what is inserted goes with the "be" before it: "was not, as many feared, *sold*"."""
    copula = word.head
    inserted = word.doc.tokens[copula.i + 1 : word.i]
    opening = next((c for c in inserted if c.dep_ not in {"neg", "advmod"}), None)
    plain = copula.lemma_ == "be" and not _has(copula.lefts, AUXILIARIES) and _has(copula.lefts, {"nsubj"})
    told = [c for c in copula.rights if c.dep_ in TOLD_OF_SUBJECT or (c.dep_ == "prep" and c.i == copula.i + 1)]
    between = _is_comma(opening) and _is_comma(word.beside(-1))
    return _as_auxiliary(copula, word) if plain and between and not told else ()


@_corrects(labels={"prep"}, tags={"IN"})
def phrase_behind_insertion(word: "Token") -> tuple[Change, ...]:
    """What stands behind an insertion is no part of it: "directed it - a film about a port - *for* Channel 9"."""
    opening = _opening_dash(word)
    if opening is None or not opening.i < word.head.i < word.i:
        return ()
    last = opening.nbor(-1)
    above = next((each for each in (last, *last.ancestors) if each.tag_ in VERB_TAGS and each.i < opening.i), None)
    return (_tied(word, above),) if above is not None else ()


def _opening_dash(word: "Token") -> "Token | None":
    """Return the first of the two dashes around what is inserted directly before a word."""
    before = word.beside(-1)
    if before is None or not _is_spaced_dash(before):
        return None
    found = [c for c in word.doc.tokens[word.sent.start : before.i] if _is_spaced_dash(c)]
    return found[0] if len(found) == 1 else None


def _is_spaced_dash(mark: "Token") -> bool:
    """Tell whether a dash has space on both sides, or is a long one."""
    before = mark.beside(-1)
    spaced = before is not None and bool(before.whitespace_) and bool(mark.whitespace_)
    return mark.text in {"—", "--"} or (mark.text in DASHES and spaced)


@_corrects(labels={"xcomp"}, tags={"VB", "VBN"})  # 7, all right | 3, and 3 in articles of our own, all right
def verb_below_modal(word: "Token") -> tuple[Change, ...]:
    """A modal verb is an auxiliary, with a "to" behind it too: "They ought to *go*"."""
    modal = word.head.lower_ in words("modality", "obliged") and word.head.tag_ == "MD"
    return _as_auxiliary(word.head, word) if modal and _has_to(word) else ()


@_corrects(labels={"advcl", "compound", "xcomp"}, tags={"NN", "VB"})  # none | none, and 3 in news, all right
def person_behind_to(word: "Token") -> tuple[Change, ...]:
    """A noun for a person that is no verb does not make an infinitive: "turned to *sculptor* Ana Silva"."""
    opening, behind = word.beside(-1), word.beside(1)
    person = noun_supersense(word.lower_) == "person" and verb_supersense(word.lower_) is None
    if opening is None or behind is None or not person:
        return ()
    if opening.head is not word or opening.lower_ != "to":
        return ()
    name = _whole_name(behind)
    if name.ent_type_ != "PERSON" or word not in {name.head, *name.lefts}:
        return ()
    above = name.head if word.head is name else word.head
    told = (Change(opening, above, "prep", "IN"), _tied(name, opening, "pobj"))
    return (*told, Change(word, name, "compound", "NN"))


@_corrects(labels={"acomp", "amod", "ccomp", "oprd"}, tags={"JJ"})  # not measured | 8 in news, all right
def clear_behind_make(word: "Token") -> tuple[Change, ...]:
    """A "clear" behind "make" and before a clause belongs to the verb: "made (it) *clear* that the mill had closed"."""
    it = word.beside(-1) if word.lower_ == CLEAR else None
    made = it.beside(-1) if it is not None and it.lower_ == IT else it
    if made is None or made.lemma_ != MAKE:
        return ()
    behind = sorted({word.head, *word.rights, *made.rights}, key=lambda c: c.i)
    told = next((c for c in behind if c.i > word.i and _is_finite(c) and _has(c.lefts, ANY_SUBJECT)), None)
    if told is None:
        return ()
    stray = (_tied(it, made, "dep"),) if it is not None and it is not made else ()
    return (*stray, _tied(word, made, "prt"), _tied(told, made, "ccomp"))


@_corrects(labels={"ccomp"}, tags=VERB_TAGS)  # 2: 2/0 | 1, right, and 1 in news, right
def condition_of_should(word: "Token") -> tuple[Change, ...]:
    """A "should" before its subject opens a condition: "asked for help *should* the mill close"."""
    subject, opening = _subject(word), next((c for c in word.lefts if c.dep_ == "aux"), None)
    before = opening.beside(-1) if opening is not None else None
    if subject is None or opening is None or opening.text != "should":
        return ()
    if opening.i + 1 != subject.left_edge.i:
        return ()
    asks = verb_supersense(word.head.lemma_) == "cognition"  # "I wonder how long *should* it burn"
    plain = before is not None and not before.is_punct and word.head.i < opening.i
    return (_tied(word, word.head, "advcl"),) if plain and not asks else ()


@_corrects(labels={"advcl", "ccomp"}, tags={"VBD"})  # not measured | 1 in news, right; plain grammar
def had_before_subject(word: "Token") -> tuple[Change, ...]:
    """A "had" before the subject of a participle opens a condition: "would come *had* it not been moved"."""
    verb = next((c for c in word.rights if c.dep_ == "ccomp" and c.tag_ == "VBN"), None)
    behind = word.lower_ == "had" and word.head.i < word.i
    if verb is None or not behind or _has(word.children, ANY_SUBJECT):
        return ()
    subject = _subject(verb)
    if subject is None or subject.left_edge.i != word.i + 1:
        return ()
    above = next((c for c in word.head.rights if c.dep_ == "ccomp" and c.i < word.i), word.head)  # "says it would …"
    return (_tied(verb, above, "advcl"), _tied(word, verb, "aux"))


def _as_auxiliary(upper: "Token", verb: "Token") -> tuple[Change, ...]:
    """Return the changes by which a verb takes the place of the one above, which is its auxiliary."""
    helping = upper.lemma_ == "be" and verb.tag_ == "VBN"
    passive = helping or _has(verb.lefts, {"auxpass"})
    labels = {"csubj": "csubjpass", "nsubj": "nsubjpass"} if passive else {}
    moved = (_tied(c, verb, labels.get(c.dep_, c.dep_)) for c in upper.children if c is not verb)
    above = verb if upper.head is upper else upper.head
    auxiliary = _tied(upper, verb, "auxpass" if helping else "aux")
    return (_tied(verb, above, upper.dep_), auxiliary, *moved)


@_corrects(labels={"conj"}, tags={"VBD"})  # 10: +9 -1, an error of the trees | 13, and 2 in news, all right
def participle_beside_passive(word: "Token") -> tuple[Change, ...]:
    """A past without an object goes on with a passive: "may be fined and *banned*", "was built and *shipped* to us".

    One that goes on with "was" or "is" is a verb that needs an object: "was elected and *resigned*" is none.
    """
    first = next((verb for verb in word.ancestors if verb.dep_ != "conj" or _has(verb.lefts, AUXILIARIES)), word)
    passive = _first(first.lefts, {"auxpass"})
    objects = [c for c in word.rights if c.tag_ not in PREPOSITIONS]
    bare = not _has(word.lefts, ANY_SUBJECT | AUXILIARIES) and not _has(objects, OBJECTS)
    if passive is None or not bare or word.lemma_ == "be":
        return ()
    lacks_object = not mostly_without_object(word.lemma_) and participle(word.lemma_) == word.lower_
    goes_on = passive.tag_ in {"VB", "VBN"} or lacks_object
    return _retagged(word, "VBN") if goes_on and _conjunction_before(word) is not None else ()


@_corrects(labels={"conj"}, tags={"VBN"})  # 19: +14 -5 | 7, all right
def past_beside_past(word: "Token") -> tuple[Change, ...]:
    """A participle without an auxiliary goes on with an active past: "the film which she wrote and *directed*".

    One with an object goes on with "was" or "is": "was mayor in May but *missed* the vote", not "was given a vote".
    """
    copula = word.head.lemma_ == "be" and _has(word.rights, {"dobj"}) and word.lemma_ not in verbs("give")
    finite = word.head.tag_ in FINITE_TAGS and _has_own_subject(word.head)
    past = _is_active_past(word.head) or (copula and finite)
    other = _has(word.lefts, ANY_SUBJECT | AUXILIARIES | {"neg"}) or _has(word.rights, {"agent"})
    if _conjunction_before(word) is None or not past or other:
        return ()
    between = word.doc.tokens[word.head.i : word.i]
    return () if any(c.tag_ == "VBN" for c in between) else _retagged(word, "VBD")


def _is_active_past(verb: "Token") -> bool:
    """Tell whether a verb is an active past with a subject."""
    return verb.tag_ == "VBD" and verb.lemma_ != "be" and _has_own_subject(verb)


def _has_own_subject(verb: "Token") -> bool:
    """Tell whether a verb has a subject and no auxiliary."""
    return _has(verb.lefts, NOMINAL_SUBJECTS) and not _has(verb.lefts, AUXILIARIES)


@_corrects(labels={"acl", "advcl", "ccomp", "conj", "relcl"}, tags={"VBN"})  # 15: +9 -4 | none, and 5 in news, right
def past_of_own_subject(word: "Token") -> tuple[Change, ...]:
    """A participle with a subject and no auxiliary is a past: "said that trade *slowed*", "after two boats *sank*"."""
    alone = _has(word.lefts, {"nsubj"}) and not _has(word.lefts, AUXILIARIES) and not _describes_subject(word)
    content = _has_that(word) or word.head.lemma_ in verbs("say")
    told = word.dep_ == "relcl" or (word.dep_ in {"acl", "ccomp"} and content)
    return _retagged(word, "VBD") if alone and (told or _needs_verb(word)) else ()


def _has_that(verb: "Token") -> bool:
    return any(c.lower_ == "that" and c.dep_ == "mark" for c in verb.lefts)


def _needs_verb(word: "Token") -> bool:
    """Tell whether a clause has a finite verb: behind a conjunction, or joined to a past: "it fell and they *left*"."""
    subject = next(c for c in reversed(word.lefts) if c.dep_ == "nsubj")
    marks = [c for c in word.doc.tokens[subject.i : word.i] if c.tag_ in PARTING]
    if len(marks) % 2 == 1 or _has(word.lefts, {"neg"}):
        return False
    goes_on = word.dep_ == "conj" and _conjunction_before(word) is not None and _is_active_past(word.head)
    return goes_on or any(c.lower_ in words("opens") - WITHOUT_VERB for c in word.lefts)


def _describes_subject(word: "Token") -> bool:
    """Tell whether a participle with a subject only describes it: "profits *boosted* by sales", "men *hired* left"."""
    before = word.beside(-1)
    apart = before is not None and before.text in DASHES
    others = (c for c in word.head.rights if c.dep_ == "ccomp" and c.i > word.i)
    return apart or _has(word.rights, {"agent"}) or any(not _has(c.lefts, ANY_SUBJECT) for c in others)


@_corrects(labels={"ROOT", "advcl", "ccomp", "conj", "relcl"}, tags={"NN", "NNS"})  # 4: +4 -0 | 5 in news, all right
def verb_taken_for_noun(word: "Token") -> tuple[Change, ...]:
    """What has a subject and an object is a verb: "the collapse of the bank *cost* savers millions".

    An infinitive or a "when" shows one, too: "The mayors *plan* to leave", "when demand *eases*".
    """
    subject = _first(word.lefts, {"nsubj"})
    if subject is None or _has(word.lefts, AUXILIARIES | {"det", "poss"}) or not _is_told_of(word):
        return ()
    plain = "VBD" if subject.tag_ in SINGULAR_TAGS else "VBP"  # who does it alone "costs", or did it
    return _retagged(word, "VBZ" if word.tag_ == "NNS" else plain)


def _is_told_of(noun: "Token") -> bool:
    """Tell whether an object, an infinitive or a "when" shows that what is taken for a noun is a verb."""
    whole = _has(noun.rights, GIVEN) and noun.dep_ != "ccomp"  # "found *the player* a new club"
    opened = _has(noun.rights, {"xcomp"}) or any(c.tag_ == "WRB" for c in noun.lefts)
    bare = opened and not _has(noun.lefts, QUALIFYING)
    return whole or (bare and verb_supersense(noun.lemma_) is not None)


QUALIFYING: t.Final = frozenset({"amod", "nummod"})


@_corrects(tags={"NN"})  # 10: +8 -2 | 10 in news, all right
def verb_behind_auxiliary(word: "Token") -> tuple[Change, ...]:
    """What has an auxiliary is a verb: "They must *battle* it", "a bid to *court* buyers", "She did *stress* it"."""
    auxiliary = _last_auxiliary(word)
    if auxiliary is None or word.dep_ == "compound" or _has(word.lefts, DESCRIBING - {"compound"}):
        return ()
    modal, whole = auxiliary.tag_ == "MD", _has(word.rights, {"dobj"})
    bare = auxiliary.tag_ in {"MD", "TO"} or auxiliary.lemma_ == "do"
    known = whole or verb_supersense(word.lower_) is not None
    loose = modal or whole or not _goes_on_as_noun(word)
    return _retagged(word, "VB") if bare and known and loose else ()


def _goes_on_as_noun(word: "Token") -> bool:
    """Tell whether what stands behind a word is joined to it, or is its noun: "next to *example* sentences"."""
    following = word.beside(1)
    described = following is not None and following.tag_ in NOUN_TAGS | {"JJ"}
    return described or _has(word.rights, {"cc", "nummod"})


@_corrects(labels={"ROOT"}, tags={"NN", "NNS"})  # 7: 5/2 | 7 in news, 6 right
def verb_of_sentence(word: "Token") -> tuple[Change, ...]:
    """A whole sentence has a verb, which agrees with the noun before it: "The tapes *date* from 1956"."""
    noun, behind = word.beside(-1), word.beside(1)
    agreeing = PLURAL_TAGS if word.tag_ == "NN" else SINGULAR_TAGS
    if noun is None or noun.tag_ not in agreeing or (noun.head, noun.dep_) != (word, "compound"):
        return ()
    if behind is None or behind.tag_ not in BEHIND_VERB or not _ends_as_sentence(word):
        return ()
    described = (_tied(c, noun) for c in word.lefts if c is not noun and c.dep_ in DESCRIBING)
    return (_as_subject(noun, word), *_retagged(word, "VBP" if word.tag_ == "NN" else "VBZ"), *described)


def _ends_as_sentence(word: "Token") -> bool:
    """Tell whether a root has a full stop behind it, which no heading has."""
    return any(c.text == "." for c in word.rights)


@_corrects(labels={"acl", "relcl"}, tags={"VB"})
def infinitive_of_object(word: "Token") -> tuple[Change, ...]:
    """What somebody is told to do says nothing of him: "required the pilot to *stop*"."""
    noun, verb = word.head, word.head.head
    asked = noun.dep_ == "dobj" and verb.lemma_ in verbs("demand") and verb.i < noun.i
    asks = any(c.tag_ in RELATIVE_TAGS | {"WRB"} for c in word.lefts)  # "told them where to *sit*"
    bare = _has_to(word) and not asks and not _has(word.lefts, ANY_SUBJECT)
    return (_tied(word, verb, "xcomp"),) if asked and bare and not is_inanimate(noun) else ()


@_corrects(labels={"amod", "appos"})
def quality_behind_object(word: "Token") -> tuple[Change, ...]:
    """What stands in quotation marks behind the object of a verb of naming is a name: "called the plan “*a joke*”"."""
    noun, mark = word.head, word.head.beside(1)
    naming = noun.dep_ == "dobj" and noun.head.lemma_ in verbs("name") and noun.head.i < noun.i < word.i
    quoted = mark is not None and mark.tag_ == "``" and word.left_edge.i in {mark.i, mark.i + 1}
    return (_tied(word, noun.head, "oprd"),) if naming and quoted else ()


@_corrects(labels={"advcl", "xcomp"}, tags={"VB"})  # none | 4, and 2 in news, all right
def infinitive_of_first(word: "Token") -> tuple[Change, ...]:
    """An infinitive tells what the first one did: "became the first in Oslo to *win*", not "his first choice to"."""
    noun = next((c for c in word.head.rights if c.dep_ == "attr" and c.i < word.i), None)
    if noun is None or not _has_to(word) or noun.right_edge.i + 1 != word.left_edge.i:
        return ()
    singled_out = any(map(tells_order, (*noun.lefts, noun)))
    return (_tied(word, noun, "relcl"),) if singled_out and not _has(noun.lefts, {"poss"}) else ()


@_corrects(tags={"NNP", "NNPS"})  # 48: +26 -11, the 11 where a text has no capitals | not measured
def name_in_small_letters(word: "Token") -> tuple[Change, ...]:
    """A noun in small letters is no name: "a Scotland *international*", "went to *cinemas*"."""
    determined = any(c.lower_ in words("determiner", "indefinite") for c in word.lefts)
    noun = determined or noun_supersense(word.lower_) is not None
    named = word.ent_type_ or word.lower_ in names("particle")
    return _retagged(word, "NN") if word.text.islower() and noun and not named else ()


@_corrects(labels={"dobj", "npadvmod"}, tags={"NN", "NNS"})  # 5: +3 -0 | 9, 7 right, and 1 in news, right
def apposition_taken_for_object(word: "Token") -> tuple[Change, ...]:
    """A noun behind an object and a comma tells what that is: "arrested the suspect, a *nurse* from Oslo"."""
    first = next((c for c in word.head.rights if c.dep_ == "dobj" and c.i < word.i), None)
    if first is None or first.right_edge.i + 2 != word.left_edge.i or not _is_behind_comma(word):
        return ()
    listed = _has(word.rights, {"cc", "conj"}) or word.left_edge.dep_ != "det"
    timed = noun_supersense(word.lemma_.lower()) == "time"
    nearest = first.right_edge if first.right_edge.tag_ in NOUN_TAGS else first
    return () if listed or timed else (_tied(word, nearest, "appos"),)


@_corrects(labels={"appos"}, tags=NOUN_TAGS)  # 2: +2 -0 | 1, right; a fact of the gold articles with other names
def subject_behind_opening(word: "Token") -> tuple[Change, ...]:
    """No comma parts a subject from its verb: "According to its mayor Ana Silva, the *bridge* of Lyon fell"."""
    first, verb, behind = word.head, word.head.head, word.right_edge.beside(1)
    apart = first.dep_ in NOMINAL_SUBJECTS and _is_behind_comma(word)
    if not apart or behind is None or (behind.head if behind.dep_ in AUXILIARIES else behind) is not verb:
        return ()
    opening = next((c for c in reversed(verb.lefts) if c.i < first.left_edge.i and not c.is_punct), None)
    if opening is None or opening.dep_ != "prep" or _are_parted(opening, first.left_edge):
        return ()
    last = next((c for c in opening.subtree if c.dep_ == "pobj"), opening.right_edge)
    return (_as_subject(word, verb), _tied(first, last, "appos" if last.dep_ == "pobj" else "pobj"))


@_corrects(labels={"ROOT", "advcl", "ccomp"}, tags=VERB_TAGS)  # 4: +4 -0 | 6 in news, all right
def subject_behind_phrase(word: "Token") -> tuple[Change, ...]:
    """A noun between a comma and its verb ends no opening phrase: "With two shops in Oslo, the *firm* grew".

    No participle with a conjunction has an object: "Once built the *mill* fell".
    """
    first = None if _has_any_subject(word) else _finite_part(word)
    noun = _noun_that_ends_phrase(first) if first is not None else None
    way = [word.i, *(each.i for each in noun.ancestors)] if noun is not None else []
    if noun is None or first is None or word.i not in way[1:]:
        return ()
    opening = next(c for c in word.children if c.left_edge.i <= noun.i <= c.right_edge.i)
    agrees = _number(first) in {None, "plural" if _has(noun.rights, {"conj"}) else _number(noun)}
    return (_as_subject(noun, word),) if agrees and _opens_sentence(opening, noun) else ()


OPENING: t.Final = frozenset({"npadvmod", "pcomp", "prep"})
"""What opens a sentence before its subject, beside a clause."""


def _opens_sentence(opening: "Token", noun: "Token") -> bool:
    """Tell whether a phrase, or a clause with a noun for its last word's head, stands before the verb above it."""
    if opening is noun or opening.i > opening.head.i:
        return False
    return opening.dep_ in OPENING or (opening.dep_ == "advcl" and opening is noun.head)


def _has_any_subject(verb: "Token") -> bool:
    """Tell whether a verb or its auxiliary has a subject, or a "there", on either side."""
    group = (verb, *(c for c in verb.children if c.dep_ in AUXILIARIES))
    return any(_has(each.children, ANY_SUBJECT) for each in group)


def _noun_that_ends_phrase(verb: "Token") -> "Token | None":
    """Return the noun directly before a finite verb that starts again behind a comma, a dash or a participle."""
    last = verb.beside(-1)
    while last is not None and last.dep_ in {"advmod", "neg"} and last.tag_ == "RB":
        last = last.beside(-1)
    around = (last, *last.ancestors) if last is not None else ()
    ended = itertools.takewhile(lambda each: each.right_edge is last, around)
    found = [each for each in ended if each.tag_ in NOUN_TAGS and _opens_anew(each)]
    noun = found[0] if found else None
    while noun is not None and noun.dep_ == "conj" and noun.head in found:  # "…, *elms*, oaks and limes grow"
        noun = noun.head
    return noun


def _opens_anew(noun: "Token") -> bool:
    """Tell whether a comma or a dash stands before a noun, or a participle that can have no object."""
    before, above = noun.left_edge.beside(-1), noun.head
    bare = above.tag_ == "VBN" and _has(above.lefts, {"advmod", "mark"}) and not _has(above.lefts, AUXILIARIES)
    passive = noun.dep_ == "dobj" and above.dep_ == "advcl" and bare
    parted = before is not None and (before.text == "," or _is_spaced_dash(before))
    return passive or parted


@_corrects(labels={"ROOT", "advcl", "ccomp"}, tags={"VBD", "VBZ"})  # 2: +2 -0 | 2 in news, both right; plain grammar
def noun_before_verb(word: "Token") -> tuple[Change, ...]:
    """A verb has no article, but the noun before it has: "The *novel* deals with it"."""
    noun = word.beside(-1)
    if noun is None or noun.head is not word or noun.dep_ not in {"amod", "compound", "nmod"}:
        return ()
    known = noun.tag_ in NAME_TAGS or noun_supersense(noun.lower_) is not None
    if not known or not _has(word.lefts, {"det", "poss"}) or _has_any_subject(word):
        return ()
    described = (_tied(c, noun) for c in word.lefts if c is not noun and c.dep_ in DESCRIBING)
    return (_tied(noun, word, "nsubj", "NN" if noun.tag_ == "JJ" else ""), *described)


@_corrects(labels={"appos", "conj"}, tags={"NNP"})  # none | 3, all right
def person_beside_thing(word: "Token") -> tuple[Change, ...]:
    """A full name goes with the noun for a person: "the head of the bank, Ana *Silva*, left"."""
    thing, behind = word.head, word.right_edge.beside(1)
    full = word.ent_type_ == "PERSON" and word.left_edge.i < word.i and _is_behind_comma(word)
    closed = (behind is None or behind.is_punct) and not _has(word.rights, {"conj"})
    someone = thing.ent_type_ == "PERSON" or (thing.tag_ != "NNP" and means_person(thing.lower_))
    if not full or not closed or someone:
        return ()
    person = next((above for above in _nouns_above(thing) if means_person(above.lower_)), None)
    return (_tied(word, person, "appos"),) if person is not None else ()


def _is_behind_comma(word: "Token") -> bool:
    return _is_comma(word.left_edge.beside(-1))


def _is_comma(word: "Token | None") -> bool:
    return word is not None and word.text == ","


@_corrects(labels=NOMINAL_SUBJECTS, tags={"PRP"})  # a label of our own | 2, and 1 in news, all right
def description_before_subject(word: "Token") -> tuple[Change, ...]:
    """A phrase before a pronoun and its verb tells what it is: "*A former teacher*, she left"."""
    comma, after, noun = word.beside(-1), word.beside(1), _opening_noun(word.doc.tokens[word.sent.start])
    spoken = after is not None and after.text[0] in APOSTROPHES  # "This table, it's glass"
    if noun is None or spoken or not _is_comma(comma):
        return ()
    if word.lower_ not in words("pronoun", "3") or not _may_be(noun, word):
        return ()
    behind, described = noun.right_edge.beside(1), _tied(noun, word.head, "appos")
    if behind is comma:
        return (described,)
    infinitive = noun.head  # "*One of the few to serve* him, she left"
    if behind is None or behind.tag_ != "TO" or infinitive.right_edge.beside(1) is not comma:
        return ()
    return (described, _tied(infinitive, noun, "relcl"))


def _opening_noun(start: "Token") -> "Token | None":
    """Return the noun whose phrase a determiner or "one of" opens that starts a sentence."""
    if start.lower_ == "one":
        return start if any(word.lower_ == "of" for word in start.rights) else None
    noun = start.head
    return noun if start.dep_ == "det" and noun.tag_ in NOUN_TAGS and noun.left_edge is start else None


def _may_be(noun: "Token", pronoun: "Token") -> bool:
    """Tell whether what a noun means can be what a pronoun stands for: a person "he", a thing "it", several "they"."""
    of = next((word for word in noun.rights if word.lower_ == "of"), None) if noun.tag_ == "CD" else None
    kind = next((word for word in of.rights if word.dep_ == "pobj"), noun) if of is not None else noun
    if noun_supersense(kind.lemma_) == "time":
        return False
    several = pronoun.lower_ in words("pronoun", "plural")
    if several or _number(noun) == "plural":
        return several and _number(noun) == "plural"
    return (pronoun.lower_ in words("pronoun", "male", "female")) is (noun_supersense(kind.lemma_) == "person")


def _as_subject(noun: "Token", verb: "Token") -> Change:
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    return _tied(noun, verb, "nsubjpass" if passive else "nsubj")


def _subject_just_before(verb: "Token") -> "Token | None":
    """Return the word directly before a verb that the parser took for its subject."""
    noun = _subject(verb)
    return noun if noun is not None and noun.right_edge.i + 1 == verb.i else None


def _conjunction_before(word: "Token") -> "Token | None":
    """Return the conjunction that stands directly before what a word governs."""
    joining = word.left_edge.beside(-1)
    return joining if joining is not None and joining.dep_ == "cc" else None


def _retagged(word: "Token", tag: str) -> tuple[Change, ...]:
    return (_tied(word, word.head, tag=tag),)


def _tied(word: "Token", head: "Token", label: str = "", tag: str = "") -> Change:
    """Return the change that ties a word to a head; the label and the tag that are not given stay."""
    return Change(word, head, label or word.dep_, tag or word.tag_)


def _first(words: Iterable["Token"], labels: Set[str]) -> "Token | None":
    return next((word for word in words if word.dep_ in labels), None)


def _subject(verb: "Token") -> "Token | None":
    """Return the noun before a verb that is its subject."""
    return _first(verb.lefts, NOMINAL_SUBJECTS)


def _has(words: Sequence["Token"], labels: Set[str]) -> bool:
    return any(word.dep_ in labels for word in words)


def _has_to(verb: "Token") -> bool:
    return any(word.tag_ == "TO" for word in verb.lefts)


def _last_auxiliary(verb: "Token") -> "Token | None":
    return next((word for word in reversed(verb.lefts) if word.dep_ in AUXILIARIES), None)


def _finite_part(verb: "Token") -> "Token | None":
    """Return the word of a verb group that tells its tense: the first auxiliary, or the verb; None: it has none."""
    first = next((word for word in verb.lefts if word.dep_ in AUXILIARIES), verb)
    return first if first.tag_ in FINITE_TAGS else None


def _is_finite(verb: "Token") -> bool:
    return _finite_part(verb) is not None


def _number(word: "Token | None") -> str | None:
    """Return whether a noun or a finite verb is singular or plural, where its form tells."""
    if word is None:
        return None
    if word.tag_ in SINGULAR_TAGS or word.tag_ == "VBZ" or word.lower_ == "was":
        return "singular"
    return "plural" if word.tag_ in PLURAL_TAGS or word.tag_ == "VBP" or word.lower_ == "were" else None


def _are_parted(first: "Token", last: "Token") -> bool:
    """Tell whether a mark stands between two words."""
    return any(word.is_punct for word in first.doc.tokens[first.i + 1 : last.i])


@_corrects(labels={"nummod"}, tags={"CD"})  # none | 2, 1 right; plain grammar
def year_of_date(word: "Token") -> tuple[Change, ...]:
    """A year behind a day and its month is theirs, and no number of a name behind: "On July 20, *2024* Acme left"."""
    name, mark = word.head, word.beside(-1)
    if name.i != word.i + 1 or mark is None or not YEAR.fullmatch(word.text):
        return ()
    marked = mark.text == ","
    month = _month_with_day(word, -1 - marked)
    if month is None:
        return ()
    tag = "NNP" if name.tag_ == "NN" and name.text[0].isupper() else name.tag_
    found = (Change(word, month, "nummod", "CD"), Change(name, name.head, name.dep_, tag))
    return (*found, _tied(mark, month)) if marked else found


def _month_with_day(word: "Token", step: int) -> "Token | None":
    """Return the month that stands with its day so many places before a word: "July 20", "20 July"."""
    near = [one for one in (word.beside(step - 1), word.beside(step)) if one is not None]
    month = next((one for one in near if one.tag_ == "NNP"), None)
    return month if any(one.dep_ == "nummod" and one.head is month for one in near) else None


TABLE: t.Final[Sequence[Correction]] = (
    base_form_behind_auxiliary, base_form_behind_cause, participle_behind_have, verb_taken_for_participle,
    participle_of_noun, had_before_participle, has_before_participle, participle_behind_with, participle_of_companion,
    negation_of_modal, name_taken_for_pronoun, people_picked_out, date_before_subject, object_behind_preposition,
    saying_taken_for_participle, verb_taken_for_quality, second_clause_without_verb, content_taken_for_circumstance,
    clause_before_report, conjunction_with_case, circumstance_of_report, noun_of_preposition, members_of_several,
    phrase_of_transfer, place_of_deed, time_of_former_amount, time_behind_object, time_of_event, deed_of_time_spent,
    gerund_beside_gerund, gerund_of_pronoun, purpose_behind_deadline, parallel_form, finite_behind_infinitive,
    verb_by_number, base_form_beside_infinitive, saying_by_speaker, subject_taken_for_object, clause_beside_clause,
    object_beside_subject, noun_beside_object, noun_beside_other, exception_of_all, subject_behind_conjunction,
    roles_before_name, subjects_joined, name_beside_subject, name_behind_description, name_taken_for_adverb,
    accusation_of_object, description_before_names, other_name_in_bracket, agent_behind_phrase,
    list_taken_for_apposition, relative_clause_by_number, relative_of_clause, relative_of_content,
    relative_clause_by_kind, passive_behind_copula, participle_taken_for_subject, participle_before_finite_verb,
    participle_before_subject, infinitive_taken_for_main_verb, phrase_of_auxiliary, verb_behind_insertion,
    phrase_behind_insertion, verb_below_modal, had_before_subject, condition_of_should, clear_behind_make,
    person_behind_to,
    participle_beside_passive, past_beside_past, past_of_own_subject, verb_taken_for_noun, verb_behind_auxiliary,
    verb_of_sentence, noun_before_verb, infinitive_of_object, quality_behind_object,
    infinitive_of_first, name_in_small_letters, apposition_taken_for_object, subject_behind_opening,
    subject_behind_phrase, person_beside_thing, description_before_subject, year_of_date,
)  # fmt: skip
CORRECTIONS: t.Final = {each.changes.__name__.replace("_", "-"): each for each in TABLE}
"""The corrections by their names, in the order in which they are tried."""


@functools.lru_cache(maxsize=4096)
def _looking_at(label: str, tag: str) -> tuple[tuple[str, Correction], ...]:
    """Return the corrections that look at a word with this label and tag, by name."""
    return tuple(
        (name, each)
        for name, each in CORRECTIONS.items()
        if label in (each.labels or {label}) and tag in (each.tags or {tag})
    )


def corrections(tokens: Sequence["Token"]) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """Yield the corrections of a parse, at most one a word: the name of each, and what it changes.

    Args:
        tokens: the tokens of a whole parse, tied to their heads.
    """
    for word in tokens:
        for name, each in _looking_at(word.dep_, word.tag_):
            if changes := each.changes(word):
                yield name, changes
                break
