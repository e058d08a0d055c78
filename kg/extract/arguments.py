"""What stands around a verb: objects, complements, prepositional phrases, times and clauses."""

import typing as t
from collections.abc import Callable, Iterator

from kg.extract.gaps import INTRANSITIVE_VERBS, gapped_arguments, has_gap, is_relative, object_of_purpose
from kg.extract.idioms import idiom_words
from kg.extract.predications import CLAUSE, COMPLEMENT, EXTENT, OBJECT, PARTICIPLE, WHEN, Argument
from kg.extract.prepositions import (
    is_discourse_marker,
    is_participial_preposition,
    is_torn_score,
    listed_among,
    prepositional,
    purpose_in_order,
)
from kg.extract.syntax import (
    PREPOSITIONS,
    SUBJECTS,
    WH_WORDS,
    child,
    children,
    is_cut_word,
    is_passive,
    is_verb,
    stranded_clause,
)
from kg.extract.verb_classes import SUPPLYING_VERBS, TWO_OBJECT_ROLES
from kg.grammar.parse import Token, kept
from kg.reference.completion import is_infinitive
from kg.reference.phrases import GIVING_VERBS, OF_VERBS, mention, recipient_inside
from kg.times import time_at

BARE_INFINITIVE_VERBS: t.Final = frozenset({"let", "make", "help", "have", "see", "hear", "watch", "feel"})
PARTICLE_ADVERBS: t.Final = frozenset(
    {"back", "away", "together", "apart", "forward", "ahead", "along", "aside", "forth", "home", "aground",
     "ashore", "aboard", "overboard", "abroad"}
)  # fmt: skip
NAMES: t.Final = frozenset({"GPE", "PERSON", "ORG"})
SHARING_TAGS: t.Final = ({"VB", "VBP"}, {"VB"}, {"VBP"}, {"VBZ"}, {"VBD"}, {"VBN"}, {"VBG"}, {"VBD", "VBN"})
EVENT_TAKING_VERBS: t.Final = frozenset(
    {"order", "see", "hear", "watch", "want", "like", "need", "imagine", "prevent", "stop"}
)
WITH_VERBS: t.Final = SUPPLYING_VERBS | {"entrust", "credit", "reward", "charge", "replace", "arm"}
"""Verbs whose own argument a with-phrase behind their object is: "provides the town with water"."""
NAMING_VERBS: t.Final = frozenset(
    {"anoint", "appoint", "call", "christen", "consider", "crown", "declare", "deem", "dub", "elect", "label", "name",
     "nickname", "proclaim", "pronounce", "rename"}
)  # fmt: skip
"""Verbs with an object and what it is said to be."""
JUDGING_VERBS: t.Final = frozenset(
    {"characterise", "characterize", "condemn", "criticise", "criticize", "denounce", "depict", "describe", "dismiss",
     "hail", "mock", "portray", "praise", "present", "regard", "see", "view"}
)  # fmt: skip
"""Verbs with an object and, behind "as", how it is judged."""
ATTRIBUTION: t.Final = "according to"


@kept
def arguments_of(verb: Token) -> tuple[Argument, ...]:
    """Return the arguments of one verb, without its subject and without absorbed complements, in text order."""
    return tuple(_arguments(verb))


def _arguments(verb: Token) -> Iterator[Argument]:
    for word in verb.children:
        yield from _argument(word)
        yield from (a for noun in _nouns_at(word) for a in misplaced_times(noun))
    yield from _of_phrase_at_object(verb)
    yield from _quality_behind_as(verb)
    yield from gapped_arguments(verb)
    yield from object_of_purpose(verb)
    yield from _shared_object(verb)
    yield from _setting_of_existence(verb)


def _setting_of_existence(verb: Token) -> Iterator[Argument]:
    """Yield where and when "there is" something: the parser hangs it on the thing ("two lakes *in the park*")."""
    thing = child(verb, "attr") if child(verb, "expl") is not None else None
    for preposition in children(thing, "prep") if thing is not None else []:
        if preposition.lower_ != "of":
            yield from prepositional(preposition)


def _of_phrase_at_object(verb: Token) -> Iterator[Argument]:
    """Yield what the parser hung on the object though the verb asks for it: "accused the mayor *of fraud*"."""
    idiom = idiom_words(verb)
    wanted = "of" if verb.lemma_ in OF_VERBS else "with" if verb.lemma_ in WITH_VERBS else None
    target = idiom[-1] if idiom else child(verb, "dobj") if wanted else None
    for preposition in children(target, "prep") if target is not None else []:
        if preposition.lower_ == wanted or idiom:
            yield from prepositional(preposition)


def _quality_behind_as(verb: Token) -> Iterator[Argument]:
    """Yield the quality that the parser hung on the object: "described the couple *as quiet*"."""
    target = child(verb, "dobj") if verb.lemma_ in JUDGING_VERBS else None
    for quality in (c for c in target.rights if c.dep_ == "amod") if target is not None else ():
        mark = next((c for c in quality.lefts if c.lower_ == "as" and c.i + 1 == quality.i), None)
        if mark is not None:
            yield Argument("as", quality, (mark,))


def _nouns_at(word: Token) -> list[Token]:
    if word.dep_ in PREPOSITIONS:
        return children(word, "pobj")
    return [word] if word.dep_ in {"dobj", "nsubj", "nsubjpass", "attr", "dative"} else []


def misplaced_times(noun: Token, depth: int = 3) -> Iterator[Argument]:
    """Yield the times that the parser hung on a noun though they tell when the verb is true: "by Lyon *in 2010*".

    A name is not in time, so any time at it is the verb's; at other nouns only a day is ("a prize for courage *on
    Monday*").
    """
    for preposition in children(noun, "prep") if depth else []:
        for inner in children(preposition, "pobj"):
            if time_at(inner) is None:
                yield from misplaced_times(inner, depth - 1)
            elif preposition.lower_ == "of" and time_at(noun) is None:
                continue  # "those *of 1995*", "the act *of 1916*"
            elif noun.pos_ in {"PROPN", "PRON"} or preposition.lower_ == "on":
                yield Argument(preposition.lower_, inner, (preposition,))


def _shared_object(verb: Token) -> Iterator[Argument]:
    """Yield the object that two neighbouring verbs share: "heard and rejected *the appeal*"."""
    other = child(verb, "conj")
    beside = other is not None and other.i == verb.i + 2 and {other.tag_, verb.tag_} in SHARING_TAGS
    if other is None or not beside or child(verb, "dobj", "ccomp") is not None:
        return
    if is_passive(verb) != is_passive(other):  # "was hurt but hid the wound"
        return
    if verb.lemma_ in INTRANSITIVE_VERBS or any(c.dep_ == "prep" and c.i > verb.i for c in verb.children):
        return
    shared = child(other, "dobj")
    if shared is not None and child(other, *SUBJECTS) is None:
        yield Argument(OBJECT, shared)


def _core(word: Token) -> Iterator[Argument]:
    """An object or complement: "fined *the bank*", "named her *director*", "is *ready*"."""
    stranded = stranded_clause(word.head)
    if stranded is not None and stranded[0] == word:
        if stranded[1].dep_ != "ccomp":  # else the clause is an argument of its own
            yield Argument(CLAUSE, stranded[1], clausal=True)
        return
    recipient = recipient_inside(word)
    if recipient is not None:
        yield Argument("to", recipient)
    if word.lower_ == "that" and word.tag_ == "IN":
        return  # a conjunction that lost its clause
    if word.lower_ == "every" and word.tag_ == "DT":
        return  # "every now and again"
    role = _role_beside_person(word)
    if role is not None:
        yield Argument(role, word)
    elif word.dep_ == "dobj" and word.head.lemma_ in GIVING_VERBS and has_gap(word.head):
        yield Argument("to", word)  # "the prize that the jury gave *the nurse*"
    elif not _is_second_object(word) and not _is_of_small_clause(word):
        complement = word.dep_ != "dobj" or _is_said_of_object(word)
        yield Argument(COMPLEMENT if complement else OBJECT, _name_behind(word) or word)


def _is_said_of_object(word: Token) -> bool:
    """Tell whether the second of two objects says what the first is: "proclaimed himself *emperor*"."""
    first = child(word.head, "dobj")
    return first is not None and first.i < word.i and word.head.lemma_ in NAMING_VERBS


def _is_second_object(word: Token) -> bool:
    """Tell whether a word follows an object and a comma: it explains the object, or continues a list."""
    if listed_among(word):
        return True  # "eight people drowned, among them *four children*"
    before = word.left_edge.i - 1
    clause = child(word.head, "xcomp", "ccomp")
    if clause is not None and word.head.i < clause.i < word.i and word.doc[before].text == ",":
        return True  # "agreed to buy the mine, *its largest purchase*"
    first = child(word.head, "dobj", "attr")
    if first is not None and first.i < word.i and _is_inside(word, first):
        return True  # "set aside £300 *m*"
    return first is not None and first.i < before and word.doc[before].text in {",", "(", "–", "—"}


def _is_inside(word: Token, noun: Token) -> bool:
    """Tell whether a word stands in what a noun is called: the million of "£300*m*"."""
    place, span = word.offset, mention(noun).span
    return span.start <= place < span.end


def _is_of_small_clause(word: Token) -> bool:
    """Tell whether an object is only there for what happens to it: "ordered *the case* reviewed", "saw *it* fall"."""
    participle = child(word, "acl")
    if participle is None or participle.left_edge.i != word.i + 1:
        return False
    causing = word.head.lemma_ in {"have", "get"} and participle.tag_ == "VBN" and _is_known(word)
    return causing or (word.head.lemma_ in EVENT_TAKING_VERBS and participle.tag_ in {"VBN", "VBG", "VBD"})


def _is_known(noun: Token) -> bool:
    """Tell whether a noun means what hearers know: "had *his car* stolen", but "has *a plant* built in Japan"."""
    return noun.tag_ in {"PRP", "NNP"} or any(
        word.dep_ == "poss" or (word.dep_ == "det" and word.lower_ in {"the", "this", "that", "these", "those"})
        for word in noun.lefts
    )


def _name_behind(noun: Token) -> Token | None:
    """Return the name behind the description of an object: "defeated debutants *Panama*"."""
    name = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    name = name.head if name.dep_ == "compound" else name
    named = name.head == (noun if name.dep_ == "appos" else noun.head) and name.dep_ in {"npadvmod", "appos"}
    single = named and name.pos_ == "PROPN" and name.left_edge.i == noun.i + 1 and noun.tag_ == "NNS"
    return name if noun.dep_ == "dobj" and noun.pos_ == "NOUN" and single else None


def _small_clause_of_a_quality(word: Token) -> Iterator[Argument]:
    """A quality with a subject of its own: "made *the tax unlawful*" makes the tax so."""
    if any(c.lower_ == "it" for c in children(word, "nsubj")) and any(is_infinitive(c) for c in word.rights):
        return  # "makes it easier to act"
    yield from (Argument(OBJECT, subject) for subject in children(word, "nsubj"))
    yield Argument(COMPLEMENT, word)


def _adjective_with_preposition(word: Token) -> Iterator[Argument]:
    """An adjective that needs its preposition: "is *aware of the risk*" relates to the risk."""
    denied = tuple(children(word, "neg"))  # "pleaded *not* guilty to the charge"
    for preposition in children(word, "prep"):
        if preposition.i == word.i + 1:
            yield from prepositional(preposition, (*denied, *_equal_degree(word, preposition), word))


def _equal_degree(quality: Token, preposition: Token) -> Iterator[Token]:
    """Yield the words of degree before a quality that is compared as equal: "is *twice as* wide as Lyon"."""
    before = [w for w in quality.lefts if w.dep_ in {"advmod", "npadvmod"}]
    if preposition.lower_ == "as" and any(w.lower_ == "as" for w in before):
        yield from (w for word in before for w in word.subtree)


def _needs_preposition(word: Token) -> bool:
    return (
        word.dep_ == "acomp" and word.i + 1 < len(word.doc) and word.nbor().dep_ == "prep" and word.nbor().head == word
    )


def _prepositional(word: Token) -> Iterator[Argument]:
    """A prepositional phrase: "works *for the bank*"; "for example" is none."""
    purpose = purpose_in_order(word)
    if purpose is not None:
        return iter([Argument("to", purpose, clausal=True)])
    return iter(()) if is_discourse_marker(word) or _opens_list(word) else prepositional(word)


def _opens_list(preposition: Token) -> bool:
    """Tell whether "among them" opens a list of members: "eight people drowned, *among them* four children"."""
    group = child(preposition, "pobj") if preposition.lower_ == "among" else None
    member = group.nbor() if group is not None and group.i + 1 < len(group.doc) else preposition
    return any(listed_among(word) for word in (member, member.head) if word.i > preposition.i)


def _behind_adverb(word: Token) -> Iterator[Argument]:
    """A phrase behind an adverb: "went *back to Lyon*", "stands *north of Lyon*"; a particle belongs to the verb."""
    before = () if is_particle_adverb(word) else (word,)
    for preposition in children(word, "prep"):
        equative = preposition.lower_ == "as" and any(
            c.lower_ == "as" for c in word.subtree if c.i < word.i
        )  # "as soon as …"
        if not equative and (not before or preposition.i == word.i + 1):
            yield from prepositional(preposition, before)


def _recipient(word: Token) -> Iterator[Argument]:
    """A person without a preposition beside a thing: "gave *the nurse* a medal", "cost *him* his job"."""
    thing = child(word.head, "dobj")
    roles = TWO_OBJECT_ROLES.get(word.head.lemma_) if thing is not None and not _is_no_amount(thing) else None
    yield Argument(roles[0] if roles is not None else "to", word)


def _role_beside_person(thing: Token) -> str | None:
    """Return the role of what a verb says of a person that is its object or subject: "fined the bank *a million*"."""
    verb = thing.head
    roles = TWO_OBJECT_ROLES.get(verb.lemma_) if thing.dep_ == "dobj" else None
    beside = child(verb, "dative") is not None or (child(verb, "agent") is not None and is_passive(verb))
    fits = roles is not None and roles[1] != OBJECT and beside and not _is_no_amount(thing)
    return roles[1] if roles is not None and fits else None


def _is_no_amount(thing: Token) -> bool:
    """Tell whether a verb that tells an amount has another thing: "charged the firm *a fee*"."""
    roles = TWO_OBJECT_ROLES.get(thing.head.lemma_)
    return roles is not None and roles[1] == EXTENT and mention(thing).kind != "value"


def _when(word: Token) -> Iterator[Argument]:
    """A time without a preposition: "closed *last month*"."""
    yield Argument(WHEN, word)


def _extent(word: Token) -> Iterator[Argument]:
    """A measure without a preposition: "rose *two points*"."""
    yield Argument(EXTENT, word)


def _opened_span(word: Token) -> Iterator[Argument]:
    """A span of time that a participle opens: "*starting from July*"."""
    return (a for preposition in children(word, "prep") for a in prepositional(preposition))


def _behind_participial_preposition(word: Token) -> Iterator[Argument]:
    """A circumstance that a participle introduces: "*depending on the weather*"."""
    return (a for preposition in children(word, "prep") for a in prepositional(preposition, (word,)))


def _clause(word: Token) -> Iterator[Argument]:
    """A clause: "said *it would close*"; of an infinitive with a subject the subject is the object: "let *them* go"."""
    if is_small_clause(word):
        yield Argument(OBJECT, child(word, "nsubj") or word)
    yield Argument(_clause_role(word), word, clausal=True)


def is_opening_participle(word: Token) -> bool:
    """Tell whether a participle only opens a span of time: "*Starting* from July, the firm will …"."""
    return (
        word.dep_ in {"advcl", "prep", "acl"}
        and word.lower_ in {"starting", "beginning"}
        and child(word, "dobj") is None
    )


class ArgumentRule(t.NamedTuple):
    """The dependencies of the words that a rule is for, what else must hold, and the arguments it makes of one."""

    dependencies: frozenset[str]
    fits: Callable[[Token], bool]
    make: Callable[[Token], Iterator[Argument]]


ARGUMENT_RULES: t.Final[t.Mapping[str, ArgumentRule]] = {
    "small-clause-of-a-quality": ArgumentRule(
        frozenset({"ccomp"}),
        lambda w: (w.pos_ in {"ADJ", "NOUN"} or w.tag_ == "RBR") and child(w, "nsubj") is not None,
        _small_clause_of_a_quality,
    ),
    "adjective-with-preposition": ArgumentRule(frozenset({"acomp"}), _needs_preposition, _adjective_with_preposition),
    "core": ArgumentRule(frozenset({"dobj", "attr", "oprd", "acomp"}), lambda _: True, _core),
    "prepositional": ArgumentRule(
        PREPOSITIONS | {"dative"}, lambda w: w.dep_ != "dative" or child(w, "pobj") is not None, _prepositional
    ),
    "behind-adverb": ArgumentRule(
        frozenset({"advmod"}), lambda w: w.i > w.head.i and child(w, "prep") is not None, _behind_adverb
    ),
    "recipient": ArgumentRule(frozenset({"dative"}), lambda _: True, _recipient),
    "when": ArgumentRule(
        frozenset({"npadvmod", "advmod"}),
        lambda w: time_at(w) is not None and not _is_told_twice(w) and not _measures_a_clause(w),
        _when,
    ),
    "extent": ArgumentRule(frozenset({"npadvmod"}), lambda w: w.i > w.head.i and not _is_no_measure(w), _extent),
    "opened-span": ArgumentRule(frozenset({"advcl", "prep", "acl"}), is_opening_participle, _opened_span),
    "participial-preposition": ArgumentRule(
        frozenset({"advcl"}), is_participial_preposition, _behind_participial_preposition
    ),
    "clause": ArgumentRule(frozenset({"ccomp", "xcomp", "advcl"}), is_verb, _clause),
}
"""By name; of the rules that fit a word the first counts."""
RULES_BY_DEPENDENCY: t.Final[t.Mapping[str, t.Sequence[ArgumentRule]]] = {
    label: tuple(rule for rule in ARGUMENT_RULES.values() if label in rule.dependencies)
    for label in sorted({label for rule in ARGUMENT_RULES.values() for label in rule.dependencies})
}


def _is_no_measure(word: Token) -> bool:
    """Tell whether a noun beside the verb is a name, a time, or the rest of a word cut at its hyphen: "18-*fold*"."""
    this_time = word.lower_ in {"time", "thanks"}  # "thanks to a late goal"
    return this_time or _is_told_twice(word) or word.ent_type_ in NAMES or (is_cut_word(word) and word.text != "%")


def _measures_a_clause(word: Token) -> bool:
    """Tell whether a time says by how much a clause is earlier or later: "*days* after the bank failed"."""
    after = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else word
    return after.dep_ == "mark" and after.head == word.head and after.lower_ in {"after", "before"}


def _is_told_twice(word: Token) -> bool:
    """Tell whether a time belongs to the time in a phrase beside it: "through March 11 *this year*"."""
    own = time_at(word)
    beside = (noun for preposition in children(word.head, "prep") for noun in children(preposition, "pobj"))
    return own is not None and any(time_at(noun) == own for noun in beside)


def _argument(word: Token) -> Iterator[Argument]:
    rules = RULES_BY_DEPENDENCY.get(word.dep_)
    if rules is not None and not is_relative(word) and not _is_out_of_reach(word) and not is_torn_score(word):
        make = next((rule.make for rule in rules if rule.fits(word)), None)
        if make is not None:
            yield from make(word)


def _is_out_of_reach(word: Token) -> bool:
    """Tell whether a word is no argument of the verb it hangs on: behind a colon or dash, or the half of a cut word."""
    verb = word.head
    if word in idiom_words(verb):
        return True
    if word.dep_ in {"dobj", "attr", "oprd"} and word.i > verb.i:
        opened = verb.i + 1 < len(verb.doc) and verb.nbor().text == ":"  # "include: tea, milk and bread"
        between = word.doc[verb.i + 1 + opened : word.left_edge.i]
        dashes = sum(token.text in {"–", "—", "--"} for token in between)
        return is_cut_word(word) or dashes % 2 == 1 or any(token.text in {":", ";"} for token in between)
    return False


def is_particle_adverb(word: Token) -> bool:
    """Tell whether an adverb of direction belongs to its verb like a particle: "called *back*", not "*ahead* of"."""
    if word.dep_ != "advmod" or word.lower_ not in PARTICLE_ADVERBS or word.i < word.head.i:
        return False
    if child(word, "npadvmod") is not None:  # "a station two miles *away*"
        return False
    opens = word.lower_ == "ahead" and word.i + 1 < len(word.doc) and word.nbor().lower_ == "of"
    return not opens and word.nbor(-1).text != ","  # "flooded the valley, *home* to otters"


def _clause_role(verb: Token) -> str:
    """Return the conjunction of a clause, "to" for an infinitive of purpose, else `clause`."""
    mark = child(verb, "mark")
    if mark is not None and mark.lower_ != "that":
        return mark.lower_
    adverb = next((c for c in children(verb, "advmod") if c.tag_ == "WRB"), None)
    if adverb is not None and verb.dep_ == "advcl":
        return adverb.lower_
    if is_small_clause(verb):
        return "to"
    if is_infinitive(verb) and child(verb, *SUBJECTS) is None:
        return "to"
    return CLAUSE if verb.dep_ == "ccomp" else PARTICIPLE


def is_small_clause(verb: Token) -> bool:
    """Tell whether a clausal complement is an infinitive with its own subject: "let *them leave*"."""
    subject = child(verb, "nsubj")
    if subject is None or verb.dep_ != "ccomp" or subject.i < verb.head.i or subject.tag_ in WH_WORDS:
        return False
    bare = verb.tag_ == "VB" and child(verb, "aux") is None and verb.head.lemma_ in BARE_INFINITIVE_VERBS
    return is_infinitive(verb) or bare
