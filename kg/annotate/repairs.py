"""Parse errors that the words around show for certain, put right before the rules read a parse: a table of repairs."""

import functools
import itertools
import typing as t
from collections.abc import Callable, Iterator, Sequence

from kg.lexicon.supersenses import noun_supersense
from kg.lexicon.words import REMEMBERED

if t.TYPE_CHECKING:
    from kg.annotate.parse import Token

REPORTED_VERBS: t.Final = frozenset(
    {"allege", "assume", "believe", "estimate", "expect", "know", "report", "rumour", "say", "suspect", "think",
     "understand"}
)  # fmt: skip
UNITS_OF_MEASURE: t.Final = frozenset(
    {"centimetre", "centimeter", "day", "degree", "foot", "hour", "inch", "kilometre", "kilometer", "metre", "meter",
     "mile", "millimetre", "millimeter", "minute", "month", "second", "storey", "story", "week", "yard", "year"}
)  # fmt: skip
SHARED_AUXILIARIES: t.Final = frozenset(
    {"had", "has", "have", "will", "would", "could", "should", "might", "may", "can", "must", "was", "were"}
)
SUBJECTS: t.Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
OPENERS: t.Final = SUBJECTS | {"mark", "cc"}
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
VERBS_OF_FINDINGS: t.Final = frozenset(
    {"believe", "claim", "conclude", "confirm", "discover", "find", "indicate", "prove", "report", "reveal", "say",
     "show", "suggest", "think", "warn"}
)  # fmt: skip
NOUNS_AND_VERBS: t.Final = frozenset(
    {"access", "aid", "alter", "audit", "base", "bill", "block", "bomb", "book", "burn", "buy", "call", "campaign",
     "capture", "carry", "cast", "challenge", "change", "charge", "check", "clean", "coach", "collect", "control",
     "cook", "copy", "cover", "cut", "damage", "debate", "deposit", "design", "display", "document", "dump", "empty",
     "end", "exchange", "export", "farm", "file", "fill", "film", "filter", "fish", "force", "free", "fuel", "fund",
     "guard", "guide", "handle", "harm", "heat", "help", "host", "house", "hunt", "import", "jail", "judge", "kick",
     "kill", "label", "land", "launch", "lease", "limit", "list", "load", "map", "mark", "market", "mine", "mix",
     "monitor", "move", "name", "open", "order", "pack", "paint", "place", "plan", "plant", "post", "press", "print",
     "process", "produce", "program", "programme", "promise", "promote", "publish", "question", "rank", "rate",
     "record", "reform", "refuel", "rent", "repair", "report", "rescue", "research", "review", "ship", "sign", "smoke",
     "sort", "spray", "stack", "steal", "stock", "store", "study", "supply", "support", "tackle", "target", "tax",
     "teach", "test", "track", "trade", "train", "transfer", "transport", "treat", "trust", "use", "value", "view",
     "visit", "vote", "walk", "wash", "watch", "water", "weigh"}
)  # fmt: skip
"""Verbs whose bare form a tagger takes for a noun."""
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
TRANSITIVE_VERBS: t.Final = frozenset(
    {"award", "build", "buy", "carry", "commission", "create", "design", "develop", "donate", "employ", "finance",
     "find", "fund", "give", "hire", "invent", "issue", "make", "name", "own", "paint", "produce", "publish", "put",
     "record", "request", "sell", "send", "store", "supply", "use"}
)  # fmt: skip
"""Verbs whose past without an object is a participle."""
INTRANSITIVE_VERBS: t.Final = frozenset(
    {"appear", "arrive", "belong", "come", "die", "emerge", "exist", "fall", "go", "happen", "lie", "live", "occur",
     "remain", "rise", "seem", "sit", "sleep", "stand", "stay", "wait"}
)  # fmt: skip
VERBS_OF_CROWDS: t.Final = frozenset(
    {"applaud", "boo", "celebrate", "chant", "cheer", "clap", "dance", "drink", "hold", "laugh", "listen", "play",
     "protest", "read", "shout", "sing", "wait", "watch", "wave", "wear", "whistle"}
)  # fmt: skip
QUALITIES_OF_CROWDED_PLACES: t.Final = frozenset({"crammed", "crowded", "filled", "full", "jammed", "lined", "packed"})
PASTS_ONLY: t.Final = frozenset({"drew", "gave", "took", "wore", "wrote"})
"""Pasts with another participle."""


class Repair(t.NamedTuple):
    """What a token should hang on (the root on itself), and as what; `tag` is its part of speech from then on."""

    word: "Token"
    head: "Token"
    dependency: str
    tag: str


def passive_behind_copula(word: "Token") -> tuple[Repair, ...]:
    """A participle with an agent is the verb, and the copula its auxiliary: "was fire-*bombed* by rebels"."""
    copula = word.head
    agent = any(child.dep_ == "agent" for child in word.rights)
    if word.tag_ != "VBN" or copula.lemma_ != "be" or not agent:
        return ()
    moved = (child for child in copula.children if child is not word)
    renamed = {"nsubj": "nsubjpass", "csubj": "csubjpass"}
    above = word if copula.head is copula else copula.head
    return (
        Repair(word, above, copula.dep_, word.tag_),
        Repair(copula, word, "auxpass", copula.tag_),
        *(Repair(child, word, renamed.get(child.dep_, child.dep_), child.tag_) for child in moved),
    )


def _auxiliaries(verb: "Token") -> frozenset[str]:
    return frozenset(word.lower_ for word in verb.lefts if word.dep_ in {"aux", "auxpass"})


def parallel_verb(word: "Token") -> tuple[Repair, ...]:
    """A coordinated verb goes with the one that has its auxiliary: "found that they *had* known and *had* failed"."""
    above, shared = word.head, _auxiliaries(word) & SHARED_AUXILIARIES
    if not shared or _has_subject(word):
        return ()
    if shared & _auxiliaries(above):
        return ()
    clauses = [clause for clause in above.rights if clause.dep_ == "ccomp" and clause.i < word.i]
    fits = clauses and clauses[-1].i > above.i and shared & _auxiliaries(clauses[-1]) and _has_subject(clauses[-1])
    return (Repair(word, clauses[-1], "conj", word.tag_),) if fits else ()


def parallel_tense(word: "Token") -> tuple[Repair, ...]:
    """A perfect goes with the present and not with a past below it: "*denies* that they lied and *has* sued them"."""
    past = word.head
    above = past.head
    perfect = word.tag_ == "VBN" and not _has_subject(word) and _auxiliaries(word) & {"has", "have"}
    torn = past.dep_ == "ccomp" and past.tag_ == "VBD" and not _auxiliaries(past) and above.tag_ in {"VBZ", "VBP"}
    return (Repair(word, above, "conj", word.tag_),) if perfect and torn else ()


def _has_subject(verb: "Token") -> bool:
    return any(child.dep_ in SUBJECTS for child in verb.lefts)


def reduced_report(word: "Token") -> tuple[Repair, ...]:
    """A verb of belief before a perfect or "be" is a passive: "the cable, *thought* to have been cut"."""
    if word.dep_ == "acl" or word.lemma_ not in REPORTED_VERBS:
        return ()
    infinitive = next((c for c in word.rights if c.dep_ == "xcomp" and c.i > word.i), None)
    if infinitive is None:
        return ()
    marks = {child.lower_ for child in infinitive.lefts if child.dep_ in {"aux", "auxpass"}}
    state = "to" in marks and (bool(marks & {"have", "be"}) or infinitive.lower_ == "be")
    comma, noun = _before(word), None
    if (
        state
        and comma is not None
        and comma.text == ","
        and not any(c.i < word.i for c in word.lefts if c.dep_ != "advmod")
    ):
        noun = _before(comma)
    return (Repair(word, noun, "acl", "VBN"),) if noun is not None and noun.pos_ in {"NOUN", "PROPN"} else ()


def _before(word: "Token") -> "Token | None":
    return word.doc.tokens[word.i - 1] if word.i > 0 else None


def measured_quality(word: "Token") -> tuple[Repair, ...]:
    """A measure before an adjective is no subject of it: "is two *centimetres* long"."""
    quality = word.head
    measured = word.lemma_.lower() in UNITS_OF_MEASURE and word.i + 1 == quality.i
    counted = any(child.dep_ == "nummod" for child in word.lefts)
    return (Repair(word, quality, "npadvmod", word.tag_),) if measured and counted and quality.dep_ == "acomp" else ()


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
    if not free or goal is None or goal.lemma_ in VIEWPOINTS or noun.lemma_ in EFFECTS or "to" in _auxiliaries(clause):
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
    if verb.lemma_ not in VERBS_OF_FINDINGS or noun is None or _has_opener(word) or _auxiliaries(word):
        return ()
    between = [c for c in verb.rights if noun.i < c.i < word.i and c.dep_ != "punct"]
    phrases = all(c.dep_ == "prep" for c in between)
    plural = noun.tag_ != "NN" or any(c.dep_ == "conj" for c in noun.rights)
    if not phrases or not plural or _commas(noun, word) % 2:
        return ()
    return (
        Repair(word, verb, "ccomp", "VBP"),
        Repair(noun, word, "nsubj", noun.tag_),
        *(Repair(phrase, noun, "prep", phrase.tag_) for phrase in between),
    )


def _has_opener(verb: "Token") -> bool:
    return any(child.dep_ in OPENERS for child in verb.lefts)


def _commas(first: "Token", last: "Token") -> int:
    return sum(word.text == "," for word in first.doc.tokens[first.i : last.i])


def coordinated_clause_subject(word: "Token") -> tuple[Repair, ...]:
    """A single "and" joins two clauses and not two nouns: "led to interest from banks and *Ana* was invited"."""
    verb = _verb_behind(word)
    joining = _before(word.left_edge)
    if verb is None or joining is None or joining.dep_ != "cc" or joining.lower_ != "and":
        return ()
    top = word
    while top.dep_ == "conj":
        top = top.head
    if top.dep_ == "pobj" and top.head.lower_ in CONJUNCTIONS:
        return ()  # "as cooks and guests make plans"
    first = verb.head
    if first.i < word.i and verb.dep_ in {"conj", "ccomp", "advcl", "dep"} and not _has_subject(verb):
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
    if first is None or prepositions is None or noun not in first.subtree or _commas(first, noun):
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


def verb_taken_for_noun(word: "Token") -> tuple[Repair, ...]:
    """The last of several bare verbs is no noun: "to recognize, pick up, carry, and *deposit* balls"."""
    joining = _before(word)
    if joining is None or joining.lower_ not in {"and", "or"}:
        return ()
    if any(child.dep_ == "dobj" for child in word.rights):
        conjunct = word.dep_ == "conj" and word.tag_ == "NN" and word.i > word.head.i and _is_bare_verb(word.head)
        return (Repair(word, word.head, "conj", "VB"),) if conjunct else ()
    noun = word.head.head if word.dep_ == "conj" and word.head.i < word.i else word.head
    if word.lower_ not in NOUNS_AND_VERBS:
        return ()
    verbs = _verbs_before(joining)
    if not verbs or noun.i < word.i or noun.tag_ not in {"NN", "NNS"}:
        return ()
    following = noun.doc.tokens[noun.i + 1 : noun.i + 2]
    if noun.head.i > noun.i or noun.dep_ not in {"dobj", "conj"}:
        participle = _resultative(noun, verbs[0])
        if participle is None:
            return ()
    elif noun.head not in {*verbs, *verbs[0].ancestors} and verbs[0] not in noun.ancestors:
        return ()
    elif any(after.tag_ in {"MD", "VBD", "VBP", "VBZ"} for after in following):
        return ()  # "to rest and water supplies ran out"
    else:
        participle = None
    chain = [*verbs, word]
    return (
        *(Repair(b, a, "conj", "VB") for a, b in itertools.pairwise(chain) if b is word or not _is_bare_verb(b)),
        Repair(noun, word, "dobj", noun.tag_),
        *((Repair(participle, noun, "acl", "VBN"),) if participle is not None else ()),
    )


def _is_bare_verb(word: "Token") -> bool:
    modifies = word.dep_ in {"compound", "amod", "nmod"}
    return word.tag_ in {"VB", "VBP"} and word.lower_ == word.lemma_ and not modifies


def _verbs_before(joining: "Token") -> list["Token"]:
    """Return the bare verbs, none with an object, that are listed before the conjunction."""
    found: list[Token] = []
    place = _before(joining)
    if place is not None and place.text == ",":
        place = _before(place)
    while place is not None:
        verb = place.head if place.dep_ == "prt" else place
        if _is_bare_verb(verb):
            return [verb, *found]
        comma = _before(verb)
        listed = comma is not None and comma.text == "," and (verb.lower_ in NOUNS_AND_VERBS or verb.tag_ == "VB")
        if comma is None or not listed:
            return []
        found.insert(0, verb)
        place = _before(comma)
    return []


def _resultative(noun: "Token", verb: "Token") -> "Token | None":
    """Return the participle taken for a past tense, with the quality that it tells of: "balls *colored* blue"."""
    past = noun.head
    quality = past.doc.tokens[past.i + 1] if past.i + 1 < len(past.doc) else None
    fits = noun.dep_ == "nsubj" and past.i == noun.i + 1 and past.tag_ == "VBD" and past.head is verb
    return past if fits and past.dep_ == "conj" and quality is not None and quality.tag_ == "JJ" else None


def parallel_infinitive(word: "Token") -> tuple[Repair, ...]:
    """A bare verb goes with an infinitive and not with the finite verb: "was required to find, *pick* up and carry"."""
    above, before = word.head, _before(word.left_edge)
    passive = above.tag_ == "VBN" and bool(_auxiliaries(above))
    if not (passive or above.tag_ in {"VBZ", "VBD"}) or before is None or _auxiliaries(word) or _has_opener(word):
        return ()
    listed = before.text == "," and any(child.dep_ == "conj" for child in word.rights)
    if before.lower_ not in {"and", "or"} and not listed:
        return ()  # "if it seems to fail, try again"
    between = (child for child in above.rights if child.i < word.i and child.dep_ in {"xcomp", "ccomp", "advcl"})
    infinitives = [clause for clause in between if clause.tag_ == "VB" and "to" in _auxiliaries(clause)]
    return (Repair(word, infinitives[-1], "conj", "VB"),) if infinitives else ()


def participle_taken_for_past(word: "Token") -> tuple[Repair, ...]:
    """A second finite verb without "and" is the main one: "the taxes *requested* in arrears are due"."""
    noun = next((c for c in word.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    later = [c for c in word.rights if c.dep_ in {"conj", "ccomp", "dep", "advcl"} and not _has_opener(c)]
    if noun is None or noun.pos_ not in {"NOUN", "PROPN"} or noun.i + 1 != word.i or not later or _auxiliaries(word):
        return ()
    main = later[0]
    joined = any(c.dep_ == "cc" or c.text == "," for c in main.doc.tokens[noun.i : main.i])
    if joined or word.lemma_ in INTRANSITIVE_VERBS or (word.lemma_ in VERBS_OF_FINDINGS and main.dep_ == "ccomp"):
        return ()
    inner = [c for c in word.rights if c.i < main.i]
    first = main.left_edge if main.left_edge.dep_ in {"aux", "auxpass"} else main
    finite = first.tag_ in {"MD", "VBZ", "VBP"} or first.lower_ in {"was", "were", "had"}
    passive = any(c.dep_ == "auxpass" for c in main.lefts)
    if not finite or not inner or any(c.dep_ not in {"prep", "agent", "npadvmod"} for c in inner):
        return ()
    above = main if word.head is word else word.head
    moved = [c for c in word.children if c is not main and c not in inner and c is not noun]
    return (
        Repair(main, above, word.dep_, main.tag_),
        Repair(noun, main, "nsubjpass" if passive else "nsubj", noun.tag_),
        Repair(word, noun, "acl", "VBN"),
        *(Repair(child, main, child.dep_, child.tag_) for child in moved),
    )


def parallel_participle(word: "Token") -> tuple[Repair, ...]:
    """A past without its object goes with a participle before: "lanterns, given by the city and *bought* in shops"."""
    joining = _before(word)
    bare = word.lemma_ in TRANSITIVE_VERBS and word.lower_ not in PASTS_ONLY and not _auxiliaries(word)
    if not bare or joining is None or joining.lower_ not in {"and", "or"} or _has_subject(word):
        return ()
    if any(child.dep_ in {"dobj", "ccomp", "xcomp", "dative"} for child in word.rights):
        return ()
    above = word.head
    if above.tag_ == "VBN" and above.dep_ == "acl":
        return (Repair(word, above, "conj", "VBN"),) if word.tag_ == "VBD" else ()
    before = word.doc.tokens[above.i + 1 : word.i]
    participle = next((w for w in reversed(before) if w.tag_ in {"VBN", "VBD", "VBZ", "VBP", "VB"}), None)
    if above.tag_ not in {"VB", "VBP", "VBZ"} or participle is None or participle.tag_ != "VBN":
        return ()
    if participle.dep_ not in {"acl", "advcl", "prep"} or _auxiliaries(participle):
        return ()
    noun = _before(participle)
    noun = _before(noun) if noun is not None and noun.text == "," else noun
    moved: tuple[Repair, ...] = ()
    if participle.dep_ != "acl" and noun is not None and noun.pos_ in {"NOUN", "PROPN", "PRON"}:
        moved = (Repair(participle, noun, "acl", "VBN"),)
    return (Repair(word, participle, "conj", "VBN"), Repair(joining, participle, "cc", joining.tag_), *moved)


def noun_taken_for_infinitive(word: "Token") -> tuple[Repair, ...]:
    """No infinitive but a noun stands behind "lead to": "The attention led to *outreach* from banks"."""
    verb, preposition = word.head, _before(word)
    if "to" not in VERBS_OF_OUTCOMES.get(verb.lemma_, ()) or preposition is None or preposition.i != verb.i + 1:
        return ()
    active = verb.tag_ != "VBN" or bool(_auxiliaries(verb) & {"have", "has", "had"})
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


def participle_of_crowd(word: "Token") -> tuple[Repair, ...]:
    """A participle behind a place full of people is theirs: "with the stands full of fans, *waving* flags"."""
    comma = _before(word)
    crowd = _before(comma) if comma is not None and comma.text == "," else None
    if word.lemma_ not in VERBS_OF_CROWDS or crowd is None or crowd.tag_ != "NNS" or crowd.dep_ != "pobj":
        return ()
    if noun_supersense(crowd.lemma_) not in {"person", "group", None}:
        return ()
    quality = crowd.head.head
    place = quality.head.head if quality.dep_ in {"amod", "acl", "acomp"} else quality
    subject = next((c for c in word.head.lefts if c.dep_ in SUBJECTS), None)
    if quality.lower_ not in QUALITIES_OF_CROWDED_PLACES or place.lower_ != "with" or place.head is not word.head:
        return ()
    if subject is None or subject.pos_ != "NOUN" or subject.ent_type_:
        return ()
    acting = noun_supersense(subject.lemma_) in {"person", "group", "animal"}
    return () if acting else (Repair(word, crowd, "acl", word.tag_),)


class RepairRule(t.NamedTuple):
    """What mends an error, and the dependencies or the tags of the tokens that it is for; none named: of all."""

    mend: Callable[["Token"], tuple[Repair, ...]]
    dependencies: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()


REPAIRS: t.Final[t.Mapping[str, RepairRule]] = {
    "passive-behind-copula": RepairRule(passive_behind_copula, dependencies=frozenset({"acomp"})),
    "parallel-verb": RepairRule(parallel_verb, dependencies=frozenset({"conj"})),
    "parallel-tense": RepairRule(parallel_tense, dependencies=frozenset({"conj"})),
    "reduced-report": RepairRule(reduced_report, tags=frozenset({"VBD", "VBN"})),
    "measured-quality": RepairRule(measured_quality, dependencies=frozenset({"nsubj"})),
    "misread-object": RepairRule(misread_object, dependencies=frozenset({"ccomp"})),
    "torn-noun-phrase": RepairRule(torn_noun_phrase, dependencies=frozenset({"nsubj", "nsubjpass"})),
    "torn-range": RepairRule(torn_range, dependencies=frozenset({"conj"})),
    "goal-behind-contact-clause": RepairRule(goal_behind_contact_clause, dependencies=frozenset({"prep", "dative"})),
    "shown-clause": RepairRule(shown_clause, dependencies=frozenset({"ccomp"}), tags=frozenset({"VB"})),
    "coordinated-clause-subject": RepairRule(coordinated_clause_subject, dependencies=frozenset({"conj"})),
    "noun-taken-for-infinitive": RepairRule(
        noun_taken_for_infinitive, dependencies=frozenset({"xcomp"}), tags=frozenset({"VB"})
    ),
    "verb-taken-for-noun": RepairRule(
        verb_taken_for_noun,
        dependencies=frozenset({"compound", "nmod", "amod", "conj"}),
        tags=frozenset({"NN", "VB", "VBP"}),
    ),
    "parallel-infinitive": RepairRule(parallel_infinitive, dependencies=frozenset({"conj"}), tags=frozenset({"VB"})),
    "participle-taken-for-past": RepairRule(
        participle_taken_for_past,
        dependencies=frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl"}),
        tags=frozenset({"VBD", "VBN"}),
    ),
    "parallel-participle": RepairRule(
        parallel_participle, dependencies=frozenset({"conj"}), tags=frozenset({"VBD", "VBN"})
    ),
    "participle-of-crowd": RepairRule(participle_of_crowd, dependencies=frozenset({"advcl"}), tags=frozenset({"VBG"})),
}


@functools.lru_cache(maxsize=REMEMBERED)
def _rules_for(dependency: str, tag: str) -> tuple[tuple[str, RepairRule], ...]:
    """Return the rules for a token with this dependency and tag, by name."""
    return tuple(
        (name, rule)
        for name, rule in REPAIRS.items()
        if dependency in (rule.dependencies or {dependency}) and tag in (rule.tags or {tag})
    )


def repairs(tokens: Sequence["Token"]) -> Iterator[tuple[str, tuple[Repair, ...]]]:
    """Yield the repairs of a parse: the name of each, and what it does to one token or several.

    Args:
        tokens: the tokens of a whole parse, tied to their heads.
    """
    for word in tokens:
        for name, rule in _rules_for(word.dep_, word.tag_):
            mended = rule.mend(word)
            if mended:
                yield name, mended
                break
