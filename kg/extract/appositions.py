"""Facts that a noun states of the name or description beside it: appositions, titles, roles, ages, addresses."""

import typing as t
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.extract.predications import COMPLEMENT, OBJECT, Argument, Predication
from kg.extract.prepositions import listed_among
from kg.extract.subjects import bearer
from kg.extract.syntax import SUBJECTS, ancestors, child, children, conjuncts, in_text_order, of_object
from kg.grammar.parse import Token
from kg.lexicon.noun_types import noun_type
from kg.lexicon.supersenses import noun_supersense
from kg.reference.phrases import HYPHENS, entity_of, title_of

UNEXPLAINING_NOUNS: t.Final = frozenset(
    {"life", "year", "month", "week", "day", "hour", "minute", "decade", "time", "night", "morning", "name", "word",
     "term", "phrase", "nickname", "chapter", "volume", "page", "number"}
)  # fmt: skip
"""Times, words for words, and numbered parts: beside a name they tell what it is called or counted, not what it is."""
PORTFOLIO_NOUNS: t.Final = frozenset({"secretary", "minister"})
"""Roles that the word before them tells the field of, and no owner: "Home Secretary"."""
HAPPENINGS: t.Final = frozenset({"act", "feeling", "possession", "process", "substance", "phenomenon", "quantity"})
UNLIKE_KINDS: t.Final[t.Mapping[str, frozenset[str]]] = {
    "PERSON": HAPPENINGS,
    "GPE": HAPPENINGS | {"communication", "time", "event", "attribute"},
    "ORG": HAPPENINGS - {"act"},
}
"""By the label of a name: the kinds of nouns (WordNet's supersenses) that do not tell what it is."""
FIGURATIVE_NOUNS: t.Final = frozenset(
    {"catch", "choice", "destination", "favourite", "find", "hit", "hope", "market", "pick", "power", "project",
     "replacement", "retreat", "sensation", "signing", "source", "success", "support", "target", "threat", "venture"}
)  # fmt: skip
"""Nouns of acts and feelings that also tell who or what somebody is."""
PLACES: t.Final = frozenset({"GPE", "LOC", "FAC"})
OWNERS: t.Final = frozenset({"ORG", "GPE", "LOC", "FAC", "PERSON", "NORP", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART"})
TIMES: t.Final = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})


def apposition(noun: Token) -> Iterator[Predication]:
    """A noun explains the noun before it: "Ana Silva, the *mayor* of Porto," says that she is its mayor."""
    if noun.dep_ != "appos":
        return
    head = explained(noun)
    if noun.pos_ not in {"NOUN", "PROPN"} or head.pos_ not in {"NOUN", "PROPN"}:
        return
    if any(word.ent_type_ in TIMES or word.lemma_.lower() in UNEXPLAINING_NOUNS for word in (head, noun)):
        return
    if _is_address(head, noun) or _is_alias(head, noun) or _is_torn_off(head, noun) or listed_among(noun):
        return
    names = [word for word in (head, noun) if _is_named(word)]
    if len(names) == 1:
        name, described = names[0], noun if names[0] == head else head
        if _describes(described, name) and not _is_owned_by_pronoun(described):
            yield _copula("apposition", noun, name, described)
    elif not names and _explains(noun):  # two names are two things, other descriptions mostly a list
        yield _copula("apposition", noun, head, noun)


def _is_named(word: Token) -> bool:
    """Tell whether a noun is a name; "a Norwegian" tells what somebody is."""
    indefinite = any(c.dep_ == "det" and c.lower_ in {"a", "an"} for c in word.lefts)
    return (entity_of(word) is not None or word.pos_ == "PROPN") and not (indefinite and word.ent_type_ == "NORP")


def explained(noun: Token) -> Token:
    """Return what an apposition explains.

    The parser hangs a person on the firm or place of the role that the person has ("the head of *Acme*, Ana Silva"),
    and in a coordination on the first role ("the *mayor* Lars Moen and bishop Omar Haddad").
    """
    head, before = noun.head, noun.left_edge.nbor(-1)
    if noun.ent_type_ != "PERSON":
        return head
    if before != head and _is_role(before):
        return before
    owned = head.dep_ == "pobj" and head.head.lower_ in {"of", "for", "at"} and head.ent_type_ not in {"", "PERSON"}
    return head.head.head if owned and _is_role(head.head.head) else head


def is_one_person(noun: Token) -> bool:
    """Tell whether coordinated roles are those of the one person named behind: "its *founder* and head, Ana Silva"."""
    roles = conjuncts(noun)
    bare = all(_is_role(role) and role.tag_ == "NN" and not role.ent_type_ for role in roles)
    shared = bare and len(roles) > 1 and all(child(role, "det", "poss") is None for role in roles[1:])
    return shared and any(word.ent_type_ == "PERSON" for role in roles for word in children(role, "appos"))


def _is_role(word: Token) -> bool:
    return word.pos_ in {"NOUN", "PROPN"} and noun_type(word.lemma_.lower()) == "Person"


def _explains(noun: Token) -> bool:
    """Tell whether a description explains the description before it: "the tunnel, *a project* of the state"."""
    indefinite = any(word.dep_ == "det" and word.lower_ in {"a", "an"} for word in noun.children)
    determined = child(noun.head, "det", "poss", "nummod", "amod") is not None
    return indefinite and determined and noun.head.tag_ == "NN" and child(noun, "conj") is None


def _is_owned_by_pronoun(described: Token) -> bool:
    """Tell whether the role rule says it better: "his *father*, Omar" is "Omar be father of" him."""
    owner = child(described, "poss")
    untyped = noun_type(described.lemma_.lower()) in {"Person", "Thing"}  # "his novel": what it is tells its type
    return untyped and owner is not None and owner.tag_ == "PRP$" and next(role(described), None) is not None


def _is_address(head: Token, noun: Token) -> bool:
    """Tell whether two names side by side do not describe one thing: "Lyon, France"."""
    both_named = bool(head.ent_type_) and bool(noun.ent_type_)
    return both_named and (head.ent_type_ in PLACES or noun.ent_type_ in PLACES)


def _is_torn_off(head: Token, noun: Token) -> bool:
    """Tell whether the verb of which a noun is the subject stands before what seems to explain the noun."""
    return head.dep_ in SUBJECTS and head.i < head.head.i < noun.i and noun.head == head


def _is_alias(head: Token, noun: Token) -> bool:
    """Tell whether a noun in brackets is another name: "the fund (*BFF*)", "chief of the BFF (*Baltic Fish Fund*)"."""
    bracket = noun.left_edge.nbor(-1)
    return bracket.text == "(" and (noun.text.isupper() or bracket.nbor(-1) not in {head, bracket})


def _describes(described: Token, name: Token) -> bool:
    """Tell whether a description can be of the name that it stands beside.

    Several persons are no single one, who is spoken to is not described ("Nice work, Ana."), and what names a thing
    that is no person has a determiner, an owner or a complement.
    """
    if not _is_of_its_kind(described, name):
        return False
    if described.tag_ == "NNS" and (name.ent_type_ == "PERSON" or child(name, "prep") is not None):
        return False
    complete = child(described, "det", "poss", "prep") is not None
    if described == name.head and described.dep_ == "ROOT" and not complete:
        return False
    return complete or name.ent_type_ == "PERSON" or described == name.head


def _is_of_its_kind(described: Token, name: Token) -> bool:
    """Tell whether a description may be of the kind of thing that a name stands for: no person is an investment."""
    noun = described.lemma_.lower()
    unlike = UNLIKE_KINDS.get(name.ent_type_, frozenset())
    return noun_type(noun) != "Thing" or noun in FIGURATIVE_NOUNS or noun_supersense(noun) not in unlike


def address(place: Token) -> Iterator[Predication]:
    """The place that another lies in follows it: "Ghent, *Belgium*, is flooded" says that Ghent is in Belgium."""
    city = place.head
    if place.dep_ != "appos" or not {city.ent_type_, place.ent_type_} <= PLACES or _is_listed(place):
        return
    if place.left_edge.i == city.i + 2 and city.nbor().text == ",":
        where = Argument(COMPLEMENT, place)
        yield replace(stated("address", place, city, "be in", where), governor=city)


def _is_listed(place: Token) -> bool:
    """Tell whether places follow one another as a list: "offices in Ghent, Lyon, and Porto"."""
    city = place.head
    return child(place, "conj", "cc", "appos") is not None or len(children(city, "conj", "appos")) > 1


def fronted_apposition(noun: Token) -> Iterator[Predication]:
    """A description opens the sentence: "A *nurse* by training, she leads the union" says that she is a nurse."""
    opening = noun.left_edge
    if not opening.is_sent_start or (opening.dep_ != "det" and opening.lower_ != "one"):
        return
    comma = next((word for word in noun.doc[noun.i + 1 : noun.sent.end - 1] if word.text == ","), None)
    if comma is None or (noun.dep_ == "nsubj" and noun.head.i > comma.i):
        return
    subject = comma.nbor()
    if subject.tag_ == "PRP" and subject.dep_ == "nsubj" and subject.head.dep_ == "ROOT":
        yield _copula("fronted-apposition", noun, subject, noun)


def title(noun: Token) -> Iterator[Predication]:
    """A title or a description stands before a name: "*Mayor* Ana Silva", "the software *firm* Acme"."""
    found = title_of(noun)
    several = found is not None and found.tag_ in {"NNS", "NNPS"}  # "brothers Tom and Eric"
    if found is not None and not (several and (noun.ent_type_ == "PERSON" or child(noun, "conj") is not None)):
        yield _copula("title", found, noun, found)


def role(noun: Token) -> Iterator[Predication]:
    """A role has an owner: "Ana Silva, the *mayor* of Porto" is mayor of Porto; "the bank's *founder*, Ana Silva"."""
    if noun.ent_type_ or not (noun.pos_ == "NOUN" or _is_role(noun)):
        return
    whose = _owner(noun)
    who = _role_bearer(noun) if whose is not None and not _is_range_of_superlative(noun) else None
    if whose is None or who is None:
        return
    words = _role_words(noun, whose)
    name = "be " + "".join(word.lower_ + " " * bool(word.whitespace_) for word in words).strip()
    if whose.dep_ == "pobj":
        owner = Argument("of", whose, (whose.head,))
    else:
        name, owner = f"{name} of", Argument(OBJECT, whose)
    found = stated("role", noun, who, name, owner, words=words)
    yield replace(found, governor=noun.head) if noun.dep_ == "attr" else found


def _owner(noun: Token) -> Token | None:
    """Return whose role it is: "*Peru*'s president", "president of *Peru*", "*Nokia* chief executive Lars Moen"."""
    whose = child(noun, "poss") or of_object(noun)
    if whose is not None:
        return whose if whose.tag_ != "WP$" and (whose.ent_type_ in OWNERS or whose.dep_ == "poss") else None
    named = noun.doc[_role_start(noun) - 1]
    beside = named.i < noun.i and named.dep_ in {"compound", "nmod"} and named.head in {noun, noun.head}
    owned = named.left_edge.i > 0 and named.left_edge.nbor(-1).tag_ == "POS"
    kinds = {"GPE"} if noun.lower_ in PORTFOLIO_NOUNS else {"GPE", "ORG"}
    return named if beside and not owned and named.ent_type_ in kinds and _is_role(noun) else None


def _role_words(noun: Token, whose: Token) -> list[Token]:
    """Return the words that name a role: "*former* Tesla *chief executive*", without those of its owner."""
    outer = [w for w in whose.doc[: whose.left_edge.i] if w.dep_ == "amod" and w.head in {noun, noun.head}]
    outer = [w for w in outer if not _is_age(w)]
    start = _role_start(noun, with_names=whose.dep_ in {"poss", "pobj"})
    return [*(w for w in outer if whose.i < noun.i), *noun.doc[start : noun.i + 1]]


def _role_start(noun: Token, *, with_names: bool = False) -> int:
    """Return where the words of a role start: "*chief* executive", "*co-*founder", with names "*Home* Secretary"."""
    start = noun.i
    while start > noun.sent.start and _belongs_to_role(noun.doc[start - 1], noun):
        if noun.doc[start - 1].ent_type_ and not with_names:
            break
        start -= 1
    return start


def _belongs_to_role(word: Token, noun: Token) -> bool:
    cut = word.text in HYPHENS or (word.nbor().text in HYPHENS and not word.whitespace_)
    inside = word.head in {noun, noun.head} and word.dep_ in {"compound", "amod", "nmod"} and not _is_age(word)
    graded = (
        word.dep_ in {"amod", "advmod"} and word.head.tag_ == "JJS" and word.head.head == noun
    )  # "*second* largest"
    return cut or inside or graded


def _is_age(word: Token) -> bool:
    """Tell whether an adjective tells an age: "a 50-year-*old* Paris nurse"."""
    return word.lower_ == "old" and any(part.lemma_ in {"year", "month", "week"} for part in word.lefts)


def _is_range_of_superlative(noun: Token) -> bool:
    """Tell whether the owner is only what a superlative ranges over: "the *world's* most common cause of death"."""
    degrees = (degree for quality in children(noun, "amod") for degree in children(quality, "advmod"))
    return any(degree.lower_ in {"most", "least"} for degree in degrees)


def _role_bearer(noun: Token) -> Token | None:
    """Return the name whose role a noun tells: in apposition, behind a title, or as the subject of a copula."""
    if noun.dep_ == "appos" and noun.head.pos_ == "PROPN":
        return noun.head
    if noun.dep_ == "attr":
        subject = bearer(noun)
        return subject if subject != noun and subject.pos_ in {"PROPN", "PRON", "NOUN"} else None
    owner = of_object(noun)
    beside = [*children(noun, "appos"), *(children(owner, "appos") if owner is not None else [])]
    names = [c for c in beside if c.pos_ == "PROPN" and c.ent_type_ in {"PERSON", "ORG"} and explained(c) == noun]
    name = names[0] if names else named_by(noun)
    return name if name != noun else None


def age(noun: Token) -> Iterator[Predication]:
    """A number between commas is an age: "Ana Silva, *34*, won the race"."""
    for number in children(noun, "appos"):
        if number.tag_ == "CD" and number.text.isdigit() and len(number) <= 3 and noun.ent_type_ == "PERSON":
            yield replace(stated("age", number, noun, "be aged", Argument(OBJECT, number)), governor=noun)


def named_by(noun: Token) -> Token:
    """Return the name that a description stands before or explains, else the description itself."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    names = [following, *(a for a in ancestors(following) if a.i > noun.i)]
    name = next((n for n in names if title_of(n) == noun), None)
    return name if name is not None else bearer(noun)


def _copula(rule: str, head: Token, subject: Token, described: Token) -> Predication:
    return stated(rule, head, subject, "be", Argument(COMPLEMENT, described))


def stated(
    rule: str, head: Token, subject: Token, name: str, argument: Argument, *, words: Iterable[Token] = ()
) -> Predication:
    """Return what a noun phrase states of one thing, and of none that is coordinated with it."""
    return Predication(rule, head, in_text_order(words), name, subject, (argument,), "copular", head, distributes=False)
