"""Repairs of noun phrases and measures that the parser tears or takes for clauses."""

import typing as t

from kg.grammar.repairs.repair import SUBJECTS, Repair, word_before

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token

UNITS_OF_MEASURE: t.Final = frozenset(
    {"centimetre", "centimeter", "day", "degree", "foot", "hour", "inch", "kilometre", "kilometer", "metre", "meter",
     "mile", "millimetre", "millimeter", "minute", "month", "second", "storey", "story", "week", "yard", "year"}
)  # fmt: skip

UNITS_OF_MONEY: t.Final = frozenset(
    {"baht", "cent", "crown", "dinar", "dirham", "dollar", "euro", "franc", "krona", "krone", "lira", "naira", "peso",
     "pound", "rand", "real", "ringgit", "rouble", "ruble", "rupee", "rupiah", "shilling", "won", "yen", "yuan",
     "zloty"}
)  # fmt: skip
SIGNS_OF_MONEY: t.Final = frozenset({"$", "£", "€", "¥", "₹"})

NOUNS_OF_AMOUNTS: t.Final = frozenset({"average", "maximum", "minimum", "record", "sum", "total"})
"""Nouns that before a sum tell what kind of sum it is: "a *record* 5 million dollars"."""
TWO_OBJECT_VERBS: t.Final = frozenset(
    {"advance", "award", "bet", "bill", "charge", "cost", "earn", "fine", "give", "grant", "hand", "invoice", "leave",
     "lend", "loan", "offer", "overcharge", "owe", "pay", "promise", "save", "send", "tax", "win"}
)  # fmt: skip
"""Verbs that take a person and an amount, both without a preposition."""

PARTICLES_OF_PASSAGE: t.Final = frozenset({"by", "down", "in", "off", "out", "past", "through", "up"})
PERSONS: t.Final = frozenset({"PERSON", "ORG", "GPE", "NORP", ""})
"""Types of entity that the recogniser gives names of persons."""


def measured_quality(word: "Token") -> tuple[Repair, ...]:
    """A measure before an adjective is no subject of it: "is two *centimetres* long"."""
    quality = word.head
    measured = word.lemma_.lower() in UNITS_OF_MEASURE and word.i + 1 == quality.i
    counted = any(child.dep_ == "nummod" for child in word.lefts)
    return (Repair(word, quality, "npadvmod", word.tag_),) if measured and counted and quality.dep_ == "acomp" else ()


def measured_time(word: "Token") -> tuple[Repair, ...]:
    """A length of time goes with the preposition before it: "closed for two *days* after the storm"."""
    before = word_before(word.left_edge)
    bare = before is not None and before.dep_ == "prep" and not before.children and before.tag_ == "IN"
    measure = word.lemma_.lower() in UNITS_OF_MEASURE and word.head.dep_ == "prep" and word.head.i > word.i
    return (Repair(word, before, "pobj", word.tag_),) if before is not None and bare and measure else ()


def misread_object(word: "Token") -> tuple[Repair, ...]:
    """A noun with an article or owner is the object of its verb and no clause: "made her *debut* in Lyon"."""
    phrase = word.tag_ in {"NN", "NNS"} and word.i > word.head.i
    owned = any(child.dep_ in {"det", "poss"} for child in word.lefts)
    clause = any(child.dep_ in {*SUBJECTS, "aux", "auxpass", "mark", "cop"} for child in word.children)
    alone = not any(child.dep_ in {"dobj", "attr"} for child in word.head.children)
    return (Repair(word, word.head, "dobj", word.tag_),) if phrase and owned and alone and not clause else ()


def torn_noun_phrase(word: "Token") -> tuple[Repair, ...]:
    """Two subjects without a comma between them are one: "A *magnitude* 6.1 earthquake struck"."""
    last = next((c for c in word.head.lefts if c.dep_ == word.dep_ and c.i > word.i), None)
    if last is None or last.left_edge.i != word.i + 1:
        return ()
    nouns = word.tag_ in {"NN", "NNP"} and last.tag_ in {"NN", "NNS", "NNP"} and not word.rights
    kind = not word.ent_type_ and last.ent_type_ != "PERSON" and last.left_edge.tag_ not in {"DT", "PRP$"}
    return (Repair(word, last, "compound", word.tag_),) if nouns and kind else ()


def torn_range(word: "Token") -> tuple[Repair, ...]:
    """The end of a range goes with its beginning: "a profit of between £4m and *£5m*"."""
    of = next((c for c in word.head.rights if c.lower_ == "of" and c.i < word.i), None)
    first = next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None
    if first is None or first.i > word.i:
        return ()
    opened = any(c.lower_ == "between" for c in first.subtree)
    numeric = any(c.like_num for c in word.subtree)
    return (Repair(word, first, "conj", word.tag_),) if opened and numeric else ()


def amount_beside_person(word: "Token") -> tuple[Repair, ...]:
    """A sum of money behind a person is an object of its own: "fined the *bank* 2 million *euros* over a leak"."""
    verb = word.head.head if word.dep_ == "appos" else word.head
    start = _start_of_amount(word)
    if verb.lemma_ not in TWO_OBJECT_VERBS or start is None or word.i < verb.i:
        return ()
    phrases = tuple(
        Repair(c, verb, "agent" if c.lower_ == "by" else "prep", c.tag_)
        for c in word.rights
        if c.dep_ == "prep" and c.lower_ not in {"of", "in"}
    )
    if word.dep_ == "dobj" and any(c.dep_ in {"dative", "nsubjpass"} for c in verb.children):
        return phrases
    person = _person_before_amount(word, start)
    if person is None:
        return ()
    inside = (c for c in word.lefts if c.i < person.i) if person.head is word else ()
    return (
        Repair(person, verb, "dative", person.tag_),
        *((Repair(word, verb, "dobj", word.tag_),) if word.dep_ == "appos" else ()),
        *(Repair(c, person, c.dep_, c.tag_) for c in inside),
        *phrases,
    )


def _person_before_amount(amount: "Token", start: int) -> "Token | None":
    """Return the noun for a person that the parser tied up with the sum of money behind it."""
    before = word_before(amount.doc.tokens[start])
    if before is None or before.text == ",":
        return None
    person: Token | None
    if amount.dep_ == "appos":
        person = amount.head
    elif before.head is amount:
        person = before if before.dep_ in {"nmod", "compound"} else None
    else:
        person = next((c for c in amount.head.rights if c.dep_ == "dobj" and c.i < amount.i), None)
    named = person is not None and person.pos_ in {"NOUN", "PROPN", "PRON"}
    return person if person is not None and named and person.lower_ not in NOUNS_OF_AMOUNTS else None


def _start_of_amount(word: "Token") -> int | None:
    """Return where a sum of money begins of which `word` is the head: the 2 of "2 million *euros*"."""
    figures = [c for c in word.lefts if c.like_num or c.text in SIGNS_OF_MONEY]
    money = word.lemma_.lower() in UNITS_OF_MONEY or any(c.text in SIGNS_OF_MONEY for c in figures)
    return min(c.left_edge.i for c in figures) if money and figures else None


def phrase_of_apposition(word: "Token") -> tuple[Repair, ...]:
    """A phrase within an apposition belongs to its noun: "asked the captain, a *sailor* with ten ships, who left"."""
    noun = word_before(word)
    if noun is None or noun.dep_ != "appos" or word.head is noun or word.head.i > noun.head.i:
        return ()
    opened, last = word_before(noun.left_edge), word.right_edge
    behind = last.doc.tokens[last.i + 1] if last.i + 1 < len(last.doc.tokens) else None
    closed = behind is not None and behind.text == ","
    return (Repair(word, noun, "prep", word.tag_),) if closed and opened is not None and opened.text == "," else ()


def particle_of_state(word: "Token") -> tuple[Repair, ...]:
    """A particle behind "with" and a noun says in what state it is: "was caught with the *microphone* on"."""
    noun = word_before(word)
    companion = noun is not None and noun.dep_ == "pobj" and noun.head.lower_ == "with" and noun.head.head is word.head
    return (Repair(word, noun, "advmod", word.tag_),) if noun is not None and companion else ()


def name_taken_for_pronoun(word: "Token") -> tuple[Repair, ...]:
    """Capitals among small letters are a name: "*WHO* says that it is safe"."""
    tokens, i = word.doc.tokens, word.i
    loud = any(
        other.text.isupper() and len(other.text) > 2 for other in tokens[max(0, i - 1) : i + 2] if other is not word
    )
    return (Repair(word, word.head, word.dep_, "NNP"),) if word.text == "WHO" and not loud else ()


def names_behind_description(word: "Token") -> tuple[Repair, ...]:
    """Names right behind a noun in the plural are who it means: "designed by architects Ana *Silva* and Jan Novak"."""
    noun = word.head
    several = any(c.dep_ == "conj" and c.tag_ == "NNP" for c in word.rights)
    plain = noun.tag_ in {"NNS", "NNPS", "VBZ"} and noun.dep_ in {"pobj", "dobj"} and not noun.ent_type_
    plain = plain and noun.lower_ != "others"
    if word.tag_ != "NNP" or not several or not plain or word.left_edge.i != noun.i + 1 or noun.i < noun.head.i:
        return ()
    if any(c.i > noun.i and c is not word for c in noun.children) or word.ent_type_ not in PERSONS:
        return ()
    return (
        Repair(word, noun.head, noun.dep_, word.tag_),
        Repair(noun, word, "compound", "NNS" if noun.tag_ == "VBZ" else noun.tag_),
        *(Repair(c, word, c.dep_, c.tag_) for c in noun.lefts),
    )


def object_of_let(word: "Token") -> tuple[Repair, ...]:
    """What somebody lets through is the object, and no clause: "let aid *convoys* through"."""
    verb, tokens = word.head, word.doc.tokens
    if word.dep_ == "nsubj" and verb.dep_ == "ccomp" and verb.tag_ == "RP":
        particle, verb = verb, verb.head  # "let convoys *in*"
    else:
        particle = tokens[word.i + 1] if word.i + 1 < len(tokens) else word
    if verb.lemma_ != "let" or word.tag_ != "NNS" or particle.i != word.i + 1 or particle.tag_ not in {"RP", "RB"}:
        return ()
    if particle.lower_ not in PARTICLES_OF_PASSAGE or any(c.tag_.startswith("VB") for c in word.children):
        return ()
    parts = [c for c in word.lefts if c.dep_ == "nsubj" and c.i + 1 == word.i]
    return (
        Repair(word, verb, "dobj", word.tag_),
        Repair(particle, verb, "prt", "RP"),
        *(Repair(c, word, "compound", c.tag_) for c in parts),
    )
