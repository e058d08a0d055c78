"""Which arguments of a predication become the object of a claim of its own; the others stay circumstances."""

import typing as t
from collections.abc import Container, Iterator
from dataclasses import replace

from kg.extract.clauses import is_polarity_only
from kg.extract.lemmas import base_form, passive_form
from kg.extract.misreadings import is_misread
from kg.extract.predications import AGENT, CLAUSE, COMPLEMENT, EXTENT, OBJECT, PARTICIPLE, WHEN, Argument, Predication
from kg.extract.syntax import PREPOSITIONS, SUBJECTS, WH_WORDS, child, children, conjuncts, nominal_conjuncts
from kg.extract.verb_classes import SUPPLYING_VERBS
from kg.grammar.parse import Token
from kg.reference.completion import INDEFINITES
from kg.reference.phrases import left_out, mention
from kg.times import time_at

CONTENT_VERBS: t.Final = frozenset(
    {"say", "state", "claim", "add", "note", "argue", "insist", "assert", "allege", "conclude", "estimate", "suggest",
     "maintain", "contend", "theorize", "explain", "remark", "indicate", "mention", "reveal", "reply", "propose"}
)  # fmt: skip
"""Verbs that say little without the clause or the quotation that is their content."""
LIGHT_VERBS: t.Final = frozenset(
    {"come", "reach", "draw", "have", "hold", "make", "take", "express", "give", "share", "get", "form", "arrive", "be"}
)
CONTENT_NOUNS: t.Final = frozenset(
    {"belief", "claim", "conclusion", "consensus", "fact", "fear", "feeling", "hope", "idea", "impression", "notion",
     "opinion", "point", "view"}
)  # fmt: skip
"""Nouns that a clause with "that" fills."""
TELLING_VERBS: t.Final = frozenset({"tell", "inform", "remind", "notify", "ask"})
ASKED_NOUNS: t.Final = frozenset({"question", "permission", "reason", "favor", "favour", "price", "way"})
TOPIC_ROLES: t.Final = frozenset({"about", "of", "on"})
OF_SELECTING_VERBS: t.Final = frozenset(
    {"accuse", "acquit", "approve", "assure", "be able", "beware", "boast", "complain", "consist", "convict", "cure",
     "deprive", "despair", "die", "disapprove", "dispose", "dream", "hear", "inform", "know", "learn", "make",
     "notify", "own", "remind", "rid", "rob", "smell", "speak", "strip", "suspect", "talk", "taste", "tell", "think",
     "tire", "warn"}
)  # fmt: skip
STATE_PREPOSITIONS: t.Final = frozenset({"at risk of", "in danger of"})
"""Prepositions that tell the state of the subject or of another thing, and no relation of the verb."""
VERBS_BEFORE_STATES: t.Final = frozenset({"be", "feel", "keep", "leave", "live", "place", "put", "remain", "stand"})
PLACING_PREPOSITIONS: t.Final = frozenset({"in", "at", "on", "near", "inside", "outside", "under", "above", "behind"})
SETTING_PREPOSITIONS: t.Final = PLACING_PREPOSITIONS | frozenset(
    {"during", "from", "within", "after", "before", "until", "since", "throughout", "into", "to", "by", "as of",
     "following", "amid", "due to", "because of", "as a result of"}
)  # fmt: skip
SURROUNDING_PREPOSITIONS: t.Final = frozenset({"near", "next to", "outside", "close to", "just outside"})
MEANS: t.Final = frozenset(
    {"accident", "air", "bicycle", "birth", "boat", "bus", "car", "chance", "coincidence", "consensus", "courier",
     "decree", "default", "definition", "design", "email", "fax", "ferry", "force", "hand", "helicopter", "land",
     "law", "letter", "lot", "lottery", "mail", "marriage", "mistake", "name", "nature", "night", "phone", "pipeline",
     "plane", "post", "proxy", "radio", "rail", "right", "road", "satellite", "sea", "ship", "telephone", "text",
     "tradition", "train", "truck", "video", "vote"}
)  # fmt: skip
"""Nouns that without any word beside them, behind "by", tell how and not who: "set *by default*"."""
CONTRASTING_PREPOSITIONS: t.Final = frozenset(
    {"along with", "apart from", "as opposed to", "aside from", "except for", "as well as", "besides", "compared to",
     "compared with", "concerning", "considering", "depending on", "depending upon", "except", "excluding", "given",
     "in accordance with", "in addition to", "in breach of", "in case of", "in comparison with", "in compliance with",
     "in contravention of", "in keeping with", "in light of", "in line with", "in spite of", "in terms of",
     "in the case of", "in the event of", "in view of", "including", "instead of", "rather than", "regarding",
     "regardless of", "such as", "unlike", "with regard to", "with respect to", "with the exception of"}
)  # fmt: skip
"""Prepositions that set a limit to what is said, and relate the subject to nothing."""


def core_pairs(predication: Predication) -> Iterator[tuple[Token, str, Argument]]:
    """Yield subject, relation name and object of each claim; a passive with an agent is turned into the active."""
    agent = next((a for a in predication.arguments if _is_agent(predication, a)), None)
    objects = [a for a in predication.arguments if a.core]
    name, subject = predication.name, predication.subject
    verbs = [w for w in predication.words if w.pos_ == "VERB" and (w == predication.head or not is_polarity_only(w))]
    if agent is not None and len(verbs) > 1:
        yield subject, f"{name} by", agent  # "was shown to be fit by the tests": no verb of the chain is turned around
    elif agent is not None:
        active = name.replace(f"be {passive_form(predication.head)}", base_form(predication.head), 1)
        for target in objects or [Argument(OBJECT, subject)]:
            yield agent.head, active, target
    elif objects:
        yield from ((subject, name, target) for target in _main_objects(predication, objects))
    else:
        yield from _oblique_pairs(predication)


def reported_content(predication: Predication, stated: Container[int]) -> Predication | None:
    """Return a predication with its clause as the object, where nothing inside states a fact of its own.

    >>> "The nurse said it was too early": nurse | say | it was too early

    Args:
        predication: a verb that no claim was made of.
        stated: the positions of the words that claims turn on.
    """
    clauses = (a for a in predication.arguments if a.role == CLAUSE and a.clausal)
    clause = next((a for a in clauses if child(a.head, *SUBJECTS) is not None and not is_misread(a.head)), None)
    if clause is None or predication.voice != "active" or predication.head.lemma_ not in CONTENT_VERBS:
        return None
    if any(word.i in stated or word == predication.head for word in clause.head.subtree):
        return None
    if any(word.tag_ in WH_WORDS for word in clause.head.lefts) and predication.governor.dep_ == "relcl":
        return None  # "an election, which polls suggest he would lose"
    others = tuple(a for a in predication.arguments if a != clause)
    return replace(predication, arguments=(*others, Argument(OBJECT, clause.head, clausal=True)))


def _is_agent(predication: Predication, argument: Argument) -> bool:
    """Tell whether a phrase behind a passive names who does it; in front of it "by" is a time or a means."""
    head = argument.head
    behind = head.i > predication.head.i and mention(head).kind != "value"  # "rose *by 5%*"
    means = head.tag_ == "NN" and head.lower_ in MEANS and not list(head.children)
    return predication.voice == "passive" and argument.role == AGENT and not argument.clausal and behind and not means


def _main_objects(predication: Predication, objects: list[Argument]) -> list[Argument]:
    """Return the objects; a complement beside an object says what the object is, and stays a qualifier.

    Whom one tells is no object without what one tells.
    """
    direct = [a for a in objects if a.role == OBJECT]
    return [] if _lacks_what_is_told(predication, objects) else direct or objects


def _lacks_what_is_told(predication: Predication, objects: list[Argument]) -> bool:
    """Tell whether only the hearer is named: "told the *council* (that …)"."""
    if predication.head.lemma_ not in TELLING_VERBS or len(objects) > 1 or objects[0].head.lemma_ in ASKED_NOUNS:
        return False
    contents = (a for a in predication.arguments if a.role in {*TOPIC_ROLES, "to", "for"})
    return all(time_at(a.head) is not None for a in contents)


def _oblique_pairs(predication: Predication) -> Iterator[tuple[Token, str, Argument]]:
    """Yield the claims of a verb without an object: of its measure, else its phrases, else its clauses and times."""
    name, subject, arguments = predication.name, predication.subject, predication.arguments
    extents = [a for a in arguments if a.role == EXTENT and mention(a.head).kind == "value"]
    if extents:
        yield from ((subject, name, target) for target in extents)
        return
    places = [a for a in arguments if a.role not in {WHEN, CLAUSE, EXTENT} and not a.clausal]
    selected = _selected(predication, [a for a in places if time_at(a.head) is None])
    places = [a for a in places if a in selected or time_at(a.head) is not None]
    if selected:
        yield from ((subject, f"{name} {a.role}", a) for a in selected)
    elif not any(a.role == CLAUSE for a in arguments):
        yield from _clause_and_time_pairs(predication, places)


def _clause_and_time_pairs(predication: Predication, places: list[Argument]) -> Iterator[tuple[Token, str, Argument]]:
    name, subject, arguments = predication.name, predication.subject, predication.arguments
    if predication.head.lemma_ in CONTENT_VERBS and predication.voice == "active":
        return
    clauses = [a for a in arguments if a.clausal and a.marker] if not places else []
    clauses = [a for a in clauses if not _is_set_off(a.marker[0]) and a.role not in CONTRASTING_PREPOSITIONS]
    yield from ((subject, f"{name} {clause.role}", clause) for clause in clauses)
    yield from ((subject, f"{name} {target.role}", target) for target in places)
    if predication.rule != "existential":  # "these days there are …"
        yield from ((subject, f"{name} {WHEN}" if a.clausal else name, a) for a in arguments if a.role == WHEN)
    alone = all(a.role == PARTICIPLE for a in arguments) and predication.voice != "passive" and " " in name
    bare = name.rsplit(" ", 1)[-1] in {predication.head.lower_, predication.head.lemma_}  # no idiom, "make sure"
    if alone and bare and predication.governor != predication.head and child(predication.head, "dobj") is None:
        yield subject, name.rsplit(" ", 1)[0], Argument(COMPLEMENT, predication.head)


def _selected(predication: Predication, places: list[Argument]) -> list[Argument]:
    """Return the phrases that say something of the subject together with the verb, each on its own.

    What stands before the verb does only where nothing stands behind it. A verb with a clause for its content ("said in
    May that …") is not about where or when that was said.
    """
    head = predication.head
    clauses = [a for a in predication.arguments if a.role == CLAUSE]
    content = head.lemma_ in CONTENT_VERBS and predication.voice == "active"
    places = [a for a in places if not _follows_gapped(a, places)]
    asked = any(word.dep_ in {"dobj", "attr"} and word.tag_ == "WP" for word in head.lefts)  # "what they need on a day"
    if asked or any(a.head.i > head.i for a in clauses) or (clauses and content):
        return []
    selected = [a for a in places if _is_selected(predication, a) and (not content or a.role in TOPIC_ROLES)]
    supplied = [a for a in selected if a.role == "with"] if head.lemma_ in SUPPLYING_VERBS | {"serve"} else []
    if supplied and predication.voice == "passive":
        return supplied  # "is provided with food from Graz": from where is the food's
    behind = [a for a in selected if a.head.i > head.i]
    gapped = predication.governor.dep_ == "relcl"  # "the firm for which she works"
    if predication.voice == "copular" and behind:
        return behind[:1]  # "is on the bench for the match": where it is, and for what
    return behind or [a for a in selected if gapped or not a.marker or a.role in SETTING_PREPOSITIONS]


def _follows_gapped(argument: Argument, places: list[Argument]) -> bool:
    """Tell whether a phrase is of a clause without its verb: "gold went to Lyon and silver *to Graz*"."""
    noun = argument.marker[0].doc[argument.marker[0].i - 1] if argument.marker and argument.marker[0].i else None
    others = (a for a in places if a != argument and a.marker and a.role == argument.role)
    return noun is not None and noun.dep_ == "conj" and any(noun in conjuncts(a.head) for a in others)


def _is_selected(predication: Predication, argument: Argument) -> bool:
    """Tell whether the verb, or the place of the phrase directly behind it, makes the phrase an object."""
    head, role = predication.head, argument.role
    if predication.voice == "nominal" or not argument.marker:
        return True
    first = argument.marker[0]
    if (
        role == "of"
        and head.lemma_ not in OF_SELECTING_VERBS
        and first.doc[max(first.i - 1, 0)] not in predication.words
    ):
        return False
    if predication.rule == "existential" and role not in PLACING_PREPOSITIONS:
        return False
    if role in STATE_PREPOSITIONS and predication.voice != "copular":
        return False
    if _is_set_off(first) and first.i > head.i and role in SURROUNDING_PREPOSITIONS | {"with"}:
        return False
    return role not in CONTRASTING_PREPOSITIONS


def lacks_its_clause(predication: Predication, argument: Argument) -> bool:
    """Tell whether a phrase says nothing without a clause that is too long for a label: "for *those* who …"."""
    phrase = bool(argument.marker) and predication.voice != "nominal"
    indefinite = phrase and argument.head.lower_ in INDEFINITES
    return indefinite and any(word.dep_ in {"relcl", "acl"} for word in left_out(argument.head))


def is_of_a_noun(predication: Predication, argument: Argument) -> bool:
    """Tell whether the parser hung on the verb what is said of a noun before it.

    >>> "came from Lyon, *next to the border*", "puts children born here *at risk of cancer*"
    """
    if not argument.marker or predication.voice == "nominal":
        return False
    first, lemma = argument.marker[0], predication.head.lemma_
    behind = first.i > predication.head.i
    beside = argument.role in SURROUNDING_PREPOSITIONS and _is_set_off(first)
    state = argument.role in STATE_PREPOSITIONS and lemma not in VERBS_BEFORE_STATES
    part = (
        argument.role == "of"
        and time_at(argument.head) is None
        and lemma not in OF_SELECTING_VERBS
        and first.nbor(-1) not in predication.words
    )
    return behind and (beside or state or part)


def _is_set_off(preposition: Token) -> bool:
    """Tell whether a comma or dash stands directly before a phrase."""
    return preposition.i > 0 and preposition.nbor(-1).text in {",", "-", "–", "—", "--", "("}


def lacks_content(predication: Predication, noun: Token) -> bool:
    """Tell whether an object says nothing without the clause behind it: "came to the *conclusion* that prices rise"."""
    light = predication.head.lemma_ in LIGHT_VERBS and noun.lemma_ in CONTENT_NOUNS
    return light and any(word.dep_ in {"acl", "ccomp"} and children(word, "mark") for word in left_out(noun))


def object_heads(target: Argument) -> list[Token]:
    """Return the conjuncts of an object, nouns with nouns and adjectives with adjectives."""
    if target.clausal:
        return [target.head]
    if target.head.pos_ == "ADJ":
        return [head for head in conjuncts(target.head) if head.pos_ == "ADJ"]
    if target.role == "between" and time_at(target.head) is not None:
        return [target.head]  # one span of time
    heads = [head for head in nominal_conjuncts(target.head) if head == target.head or not _is_gapped(head, target)]
    return list({mention(head).span: head for head in reversed(heads)}.values())[::-1]  # "between 22 and 35" is one


def _is_gapped(noun: Token, target: Argument) -> bool:
    """Tell whether a conjunct is the subject of a clause without its verb: "gold went to Lyon and *silver* to Graz"."""
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    return bool(target.marker) and after.dep_ in PREPOSITIONS and after.lower_ == target.marker[0].lower_
