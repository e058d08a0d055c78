"""Repairs of clauses that the parser joins or tears: whose subject and whose goal a word is."""

import typing as t

from kg.grammar.repairs.repair import (
    SUBJECTS,
    VERBS_OF_FINDINGS,
    Repair,
    auxiliaries,
    commas_between,
    has_opener,
    has_subject,
    word_before,
)

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token

VERBS_OF_SAYING: t.Final = frozenset({"announce", "report", "say", "tell", "write"})
CONJUNCTIONS: t.Final = frozenset({"after", "as", "before", "given", "since", "than", "until"})
"""Conjunctions that the parser takes for prepositions."""

GOALS_OF_VERBS: t.Final[t.Mapping[str, frozenset[str]]] = {
    "to": frozenset(
        {"bring", "carry", "deliver", "deport", "donate", "drive", "evacuate", "fly", "give", "hand", "haul", "lend",
         "move", "return", "sell", "send", "ship", "take", "transfer", "transport"}
    ),
    "from": frozenset(
        {"delete", "erase", "exclude", "expel", "recover", "remove", "retrieve", "steal", "take", "withdraw"}
    ),
}  # fmt: skip
"""By the preposition, the verbs that tell where something is brought, or what it is taken from."""

VERBS_WITHOUT_GOAL: t.Final[t.Mapping[str, frozenset[str]]] = {
    "to": frozenset(
        {"arrest", "bake", "build", "buy", "capture", "catch", "collect", "contain", "cook", "create", "detain",
         "earn", "feature", "find", "have", "hide", "hold", "honor", "honour", "hurt", "include", "injure", "invent",
         "involve", "keep", "kill", "live", "love", "make", "need", "own", "pack", "paint", "pick", "protect", "raise",
         "recover", "repair", "rescue", "save", "see", "seize", "store", "strand", "train", "trap", "use", "want",
         "work", "wound"}
    ),
    "from": frozenset(
        {"accuse", "contain", "criticise", "criticize", "depict", "describe", "feature", "honor", "honour", "include",
         "insult", "involve", "like", "mention", "mock", "name", "need", "oppose", "owe", "own", "portray", "praise",
         "promote", "show", "support", "use", "want", "wear"}
    ),
}  # fmt: skip
"""By the preposition, the verbs that do not ask for it: it then goes with the verb above."""

EFFECTS: t.Final = frozenset(
    {"adjustment", "change", "contribution", "difference", "improvement", "reference", "visit"}
)

VIEWPOINTS: t.Final = frozenset(
    {"air", "angle", "distance", "east", "ground", "inside", "left", "north", "outside", "right", "side", "sky",
     "south", "space", "west", "window"}
)  # fmt: skip

ADVERBS_OF_THE_PRESENT: t.Final = frozenset({"already", "currently", "now", "nowadays", "today"})
PLURAL_PRONOUNS: t.Final = frozenset({"they", "we", "you", "i"})

VERBS_OF_OUTCOMES: t.Final[t.Mapping[str, frozenset[str]]] = {
    "lead": frozenset({"to"}),
    "result": frozenset({"in", "from"}),
    "contribute": frozenset({"to"}),
    "belong": frozenset({"to"}),
    "happen": frozenset({"in", "on", "at", "near", "after"}),
    "occur": frozenset({"in", "on", "at", "near", "after"}),
    "begin": frozenset({"with"}),
    "end": frozenset({"in", "with"}),
}
"""Verbs that with these prepositions, said of a thing, are no reduced passives."""


def goal_behind_contact_clause(word: "Token") -> tuple[Repair, ...]:
    """Where a thing goes hangs on the verb that moves it: "brought the clock that he made *to* school on Monday"."""
    clause, preposition = word.head, word.lower_
    noun = clause.head
    verb = noun.head
    if clause.dep_ not in {"acl", "relcl"} or noun.dep_ != "dobj" or not verb.i < noun.i < clause.i < word.i:
        return ()
    moves = verb.lemma_ in GOALS_OF_VERBS.get(preposition, ()) and not _has_phrase(verb, preposition)
    free = moves and clause.lemma_ in VERBS_WITHOUT_GOAL[preposition] and not _has_phrase(clause, "from", word)
    goal = next((child for child in word.rights if child.dep_ == "pobj"), None)
    if not free or goal is None or goal.lemma_ in VIEWPOINTS or noun.lemma_ in EFFECTS or "to" in auxiliaries(clause):
        return ()
    # what stands behind a phrase of the main clause belongs to the main clause too
    behind = [child for child in clause.rights if child.i > word.i and child.dep_ != "punct"]
    if any(child.dep_ not in {"prep", "npadvmod", "advmod", "advcl"} for child in behind):
        return ()
    return (Repair(word, verb, "prep", "IN"), *(Repair(child, verb, child.dep_, child.tag_) for child in behind))


def _has_phrase(verb: "Token", preposition: str, end: "Token | None" = None) -> bool:
    """Tell whether a phrase with the preposition depends on a verb, before `end` where one is named."""
    return any(c.lower_ == preposition and c.dep_ != "aux" and (end is None or c.i < end.i) for c in verb.rights)


def shown_clause(word: "Token") -> tuple[Repair, ...]:
    """A bare verb behind the "object" of a finding has it as its subject: "show plants in the shade *lose* water"."""
    verb = word.head
    noun = next((c for c in verb.rights if c.dep_ == "dobj" and c.i < word.i), None)
    if verb.lemma_ not in VERBS_OF_FINDINGS or noun is None or has_opener(word) or auxiliaries(word):
        return ()
    between = [c for c in verb.rights if noun.i < c.i < word.i and c.dep_ != "punct"]
    phrases = all(c.dep_ == "prep" for c in between)
    plural = noun.tag_ != "NN" or any(c.dep_ == "conj" for c in noun.rights)
    if not phrases or not plural or commas_between(noun, word) % 2:
        return ()
    return (
        Repair(word, verb, "ccomp", "VBP"),
        Repair(noun, word, "nsubj", noun.tag_),
        *(Repair(phrase, noun, "prep", phrase.tag_) for phrase in between),
    )


def coordinated_clause_subject(word: "Token") -> tuple[Repair, ...]:
    """A single "and" joins two clauses and not two nouns: "led to interest from banks and *Ana* was invited"."""
    verb = _verb_behind(word)
    joining = word_before(word.left_edge)
    if verb is None or joining is None or joining.dep_ != "cc" or joining.lower_ != "and":
        return ()
    comma = word_before(word.head.left_edge)
    if comma is not None and comma.text == "," and verb.lemma_ in VERBS_OF_SAYING:
        return ()  # "plans to cut taxes, ministers and aides told reporters"
    top = word
    while top.dep_ == "conj":
        top = top.head
    if top.dep_ == "pobj" and top.head.lower_ in CONJUNCTIONS:
        return ()  # "as cooks and guests make plans"
    first = verb.head
    if first.i < word.i and verb.dep_ in {"conj", "ccomp", "advcl", "dep"} and not has_subject(verb):
        stated = first.lemma_ in VERBS_OF_FINDINGS or first.dep_ == "prep"
        return () if stated else _two_clauses(first, verb, word, joining)
    return _clause_for_participle(verb, word, joining)


def _clause_for_participle(second: "Token", noun: "Token", joining: "Token") -> tuple[Repair, ...]:
    """Mend where the first of two verbs was taken for a participle, and its subject for that of the second."""
    subject = next((c for c in second.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.tag_ not in {"NN", "NNS"} or subject.ent_type_:
        return ()
    first = next((c for c in subject.rights if c.dep_ == "acl" and c.tag_ in {"VBD", "VBN"}), None)
    prepositions = VERBS_OF_OUTCOMES.get(first.lemma_) if first is not None else None
    if first is None or prepositions is None or noun not in first.subtree or commas_between(first, noun):
        return ()
    following = first.doc.tokens[first.i + 1]
    if following.lower_ not in prepositions or first not in {following.head, following.head.head}:
        return ()
    above = first if second.head is second else second.head
    moved = (c for c in second.lefts if c.i < subject.i)
    return (
        Repair(first, above, second.dep_, "VBD"),
        Repair(subject, first, "nsubj", subject.tag_),
        *(Repair(child, first, child.dep_, child.tag_) for child in moved),
        *_two_clauses(first, second, noun, joining),
    )


def _verb_behind(noun: "Token") -> "Token | None":
    """Return the finite verb that stands behind the last of coordinated nouns and agrees with it."""
    following = noun.doc.tokens[noun.right_edge.i + 1 : noun.right_edge.i + 2]
    if not following or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    first = following[0]
    verb = first.head if first.dep_ in {"aux", "auxpass"} else first
    plural = noun.tag_ in {"NNS", "NNPS"}
    wrong = {"is", "was", "has"} if plural else {"are", "were", "have"}
    finite = first.tag_ in {"MD", "VBD", "VBP" if plural else "VBZ"} and first.lower_ not in wrong
    # a past without an object may be a participle
    sure = first.tag_ != "VBD" or first is not verb or any(c.dep_ in {"dobj", "attr", "acomp"} for c in verb.rights)
    return verb if finite and sure and verb.pos_ in {"VERB", "AUX"} and verb.text == verb.lower_ else None


def _two_clauses(first: "Token", second: "Token", noun: "Token", joining: "Token") -> tuple[Repair, ...]:
    passive = any(c.dep_ == "auxpass" for c in second.lefts)
    return (
        Repair(noun, second, "nsubjpass" if passive else "nsubj", noun.tag_),
        Repair(joining, first, "cc", joining.tag_),
        Repair(second, first, "conj", second.tag_),
    )


def noun_taken_for_infinitive(word: "Token") -> tuple[Repair, ...]:
    """No infinitive but a noun stands behind "lead to": "The attention led to *outreach* from banks"."""
    verb, preposition = word.head, word_before(word)
    if "to" not in VERBS_OF_OUTCOMES.get(verb.lemma_, ()) or preposition is None or preposition.i != verb.i + 1:
        return ()
    active = verb.tag_ != "VBN" or bool(auxiliaries(verb) & {"have", "has", "had"})
    personal = any(c.dep_ in SUBJECTS and (c.tag_ == "PRP" or c.ent_type_) for c in verb.lefts)
    if preposition.head is not word or not active or personal:
        return ()
    if any(c.dep_ not in {"prep", "punct"} for c in word.rights):
        return ()
    phrases = [c for c in verb.rights if c.dep_ == "prep" and c.i == word.i + 1 and c.lower_ in {"from", "of"}]
    return (
        Repair(word, preposition, "pobj", "NN"),
        Repair(preposition, verb, "prep", "IN"),
        *(Repair(phrase, word, "prep", "IN") for phrase in phrases),
    )


def finite_beside_infinitive(word: "Token") -> tuple[Repair, ...]:
    """A finite verb goes with the finite verb before it: "raised money to keep the club and now *own* half of it"."""
    infinitive = word.head
    while infinitive.tag_ == "JJ" and infinitive.dep_ in {"acomp", "oprd"}:
        infinitive = infinitive.head  # "to keep it *alive* and now own it"
    main = infinitive.head
    opened = (
        "to" in auxiliaries(infinitive) and infinitive.tag_ == "VB" and infinitive.dep_ in {"advcl", "xcomp", "acl"}
    )
    while main.dep_ in {"dobj", "pobj", "prep"}:
        main = main.head
    past = main.tag_ in {"VBD", "VBN"} or main.tag_ == word.tag_ == "VBZ"
    if not opened or not past or has_opener(word) or auxiliaries(word):
        return ()
    first = word.left_edge if word.left_edge.i > infinitive.i else word
    joining = word_before(first)
    if joining is None or joining.lower_ not in {"and", "but"} or not _is_of_the_present(word, first, main):
        return ()
    tag = "VBZ" if word.tag_ == "VBZ" else "VBP"
    return (Repair(word, main, "conj", tag), Repair(joining, main, "cc", joining.tag_))


def _is_of_the_present(verb: "Token", first: "Token", main: "Token") -> bool:
    """Tell whether a verb that begins with `first` is in the present, and agrees with the subject of the main verb."""
    if verb.tag_ == "VBZ":
        return True
    subject = next((c for c in main.lefts if c.dep_ in SUBJECTS), None)
    if subject is None or first.lower_ not in ADVERBS_OF_THE_PRESENT:
        return False
    several = any(c.dep_ == "conj" for c in subject.rights)
    return several or subject.tag_ in {"NNS", "NNPS"} or subject.lower_ in PLURAL_PRONOUNS
