"""Repairs of verbs that the tagger takes for nouns, participles or past tenses, and of their lists."""

import itertools
import typing as t

from kg.grammar.lemmas import full_verb
from kg.grammar.repairs.repair import VERBS_OF_FINDINGS, Repair, auxiliaries, has_opener, has_subject, word_before
from kg.lexicon.supersenses import noun_supersense

if t.TYPE_CHECKING:
    from kg.grammar.parse import Token

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

BASE_FORMS: t.Final = frozenset(
    {"bed", "bleed", "bound", "breed", "bring", "cling", "embed", "exceed", "feed", "fell", "fling", "found",
     "ground", "heed", "lay", "need", "proceed", "ring", "saw", "seed", "shed", "shred", "sing", "sling",
     "speed", "spring", "sting", "string", "succeed", "swing", "wed", "weed", "wing", "wound", "wring"}
)  # fmt: skip
"""Base forms that look like the past or the participle of a verb."""

CHANGING_VERBS: t.Final = frozenset(
    {"adjust", "boost", "bump", "bring", "change", "cut", "downgrade", "drop", "increase", "lift", "lower", "move",
     "push", "raise", "reduce", "rename", "reset", "restore", "revise", "set", "shift", "switch", "take", "turn",
     "update", "upgrade"}
)  # fmt: skip
"""Verbs that bring a thing from one state to another."""
BEHIND_STATES: t.Final = frozenset({"after", "amid", "because", "by", "due", "following", "from"})
"""Prepositions behind the state that a thing is brought to."""
CHARGING_WORDS: t.Final = frozenset({"accuse", "acquit", "convict", "guilty", "suspect"})
"""Words behind which "of" tells a deed."""
DEEDS: t.Final = frozenset(
    {"abduct", "abuse", "arrest", "assault", "attack", "beat", "block", "bomb", "bribe", "build", "burn", "buy",
     "close", "destroy", "detain", "execute", "expel", "forge", "harbor", "harbour", "harass", "hide", "import",
     "export", "jail", "kidnap", "kill", "launder", "loot", "murder", "neglect", "plunder", "poison", "rape", "recruit",
     "repair", "rob", "seize", "sell", "shell", "shoot", "smuggle", "stab", "steal", "torch", "torture", "traffic"}
)  # fmt: skip
"""Verbs whose gerund before a bare plural is no quality of it: "*burning* villages"."""

NOUN_PARTS: t.Final = frozenset({"amod", "compound", "det", "nmod", "nsubj", "nummod", "poss"})

PASTS_ONLY: t.Final = frozenset({"drew", "gave", "took", "wore", "wrote"})
"""Pasts with another participle."""


def base_form_taken_for_participle(word: "Token") -> tuple[Repair, ...]:
    """A verb directly under "to", a modal or "do" has its base form, whatever it ends in: "was told to *shred* it"."""
    auxiliary = next((c for c in reversed(word.lefts) if c.dep_ in {"aux", "auxpass"}), None)
    if word.lower_ not in BASE_FORMS or auxiliary is None:
        return ()
    bare = auxiliary.tag_ in {"TO", "MD"} or auxiliary.lemma_ == "do"
    return (Repair(word, word.head, word.dep_, "VB"),) if bare and auxiliary.lower_ not in {"'d", "’d"} else ()


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


def verb_taken_for_noun(word: "Token") -> tuple[Repair, ...]:
    """The last of several bare verbs is no noun: "to recognize, pick up, carry, and *deposit* balls"."""
    joining = word_before(word)
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
    place = word_before(joining)
    if place is not None and place.text == ",":
        place = word_before(place)
    while place is not None:
        verb = place.head if place.dep_ == "prt" else place
        if _is_bare_verb(verb):
            return [verb, *found]
        comma = word_before(verb)
        listed = comma is not None and comma.text == "," and (verb.lower_ in NOUNS_AND_VERBS or verb.tag_ == "VB")
        if comma is None or not listed:
            return []
        found.insert(0, verb)
        place = word_before(comma)
    return []


def _resultative(noun: "Token", verb: "Token") -> "Token | None":
    """Return the participle taken for a past tense, with the quality that it tells of: "balls *colored* blue"."""
    past = noun.head
    quality = past.doc.tokens[past.i + 1] if past.i + 1 < len(past.doc) else None
    fits = noun.dep_ == "nsubj" and past.i == noun.i + 1 and past.tag_ == "VBD" and past.head is verb
    return past if fits and past.dep_ == "conj" and quality is not None and quality.tag_ == "JJ" else None


def parallel_infinitive(word: "Token") -> tuple[Repair, ...]:
    """A bare verb goes with an infinitive and not with the finite verb: "was required to find, *pick* up and carry"."""
    above, before = word.head, word_before(word.left_edge)
    passive = above.tag_ == "VBN" and bool(auxiliaries(above))
    if not (passive or above.tag_ in {"VBZ", "VBD"}) or before is None or auxiliaries(word) or has_opener(word):
        return ()
    listed = before.text == "," and any(child.dep_ == "conj" for child in word.rights)
    if before.lower_ not in {"and", "or"} and not listed:
        return ()  # "if it seems to fail, try again"
    between = (child for child in above.rights if child.i < word.i and child.dep_ in {"xcomp", "ccomp", "advcl"})
    infinitives = [clause for clause in between if clause.tag_ == "VB" and "to" in auxiliaries(clause)]
    return (Repair(word, infinitives[-1], "conj", "VB"),) if infinitives else ()


def participle_taken_for_past(word: "Token") -> tuple[Repair, ...]:
    """A second finite verb without "and" is the main one: "the taxes *requested* in arrears are due"."""
    noun = next((c for c in word.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    later = [c for c in word.rights if c.dep_ in {"conj", "ccomp", "dep", "advcl"} and not has_opener(c)]
    if noun is None or noun.pos_ not in {"NOUN", "PROPN"} or noun.i + 1 != word.i or not later or auxiliaries(word):
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
    joining = word_before(word)
    bare = word.lemma_ in TRANSITIVE_VERBS and word.lower_ not in PASTS_ONLY and not auxiliaries(word)
    if not bare or joining is None or joining.lower_ not in {"and", "or"} or has_subject(word):
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
    if participle.dep_ not in {"acl", "advcl", "prep"} or auxiliaries(participle):
        return ()
    noun = word_before(participle)
    noun = word_before(noun) if noun is not None and noun.text == "," else noun
    moved: tuple[Repair, ...] = ()
    if participle.dep_ != "acl" and noun is not None and noun.pos_ in {"NOUN", "PROPN", "PRON"}:
        moved = (Repair(participle, noun, "acl", "VBN"),)
    return (Repair(word, participle, "conj", "VBN"), Repair(joining, participle, "cc", joining.tag_), *moved)


def participle_taken_for_subject(word: "Token") -> tuple[Repair, ...]:
    """A noun with a participle is no clause: "Salt *shipped* from the mine has been cheap" is about salt."""
    verb = word.head
    noun = next((c for c in word.lefts if c.dep_ in {"nsubj", "nsubjpass"}), None)
    opens = noun is not None and noun.right_edge.i + 1 == word.i and noun.left_edge is word.left_edge
    if noun is None or not opens or auxiliaries(word) or word.lemma_ in INTRANSITIVE_VERBS:
        return ()
    bare = not any(child.dep_ in {"dobj", "ccomp", "xcomp"} for child in word.rights)
    if not bare or noun.pos_ not in {"NOUN", "PROPN"} or verb.i < word.i:
        return ()
    return (Repair(noun, verb, word.dep_.replace("csubj", "nsubj"), noun.tag_), Repair(word, noun, "acl", "VBN"))


def mentioned_verb(word: "Token") -> tuple[Repair, ...]:
    """A word alone in quotation marks behind "to" is mentioned, and no verb: "raised it to *"buy"* from "hold"."""
    if not _is_alone_in_quotes(word):
        return ()
    before, verb = word.doc.tokens[word.i - 2], word.head
    if word.dep_ == "pobj":
        return (Repair(word, verb, "pobj", "NN"),) if before is verb else ()
    if before.tag_ != "TO" or before.head is not word or verb.lemma_ not in CHANGING_VERBS or verb.i > word.i:
        return ()
    thing = any(c.dep_ in {"dobj", "nsubjpass"} and c.i < before.i for c in verb.children)
    if not thing or any(c.dep_ in {"dobj", "ccomp", "xcomp"} for c in word.rights):
        return ()
    passive = any(c.dep_ == "auxpass" for c in verb.lefts)
    behind = [c for c in word.rights if not c.is_punct]
    if any(c.dep_ == "prep" and c.lower_ not in BEHIND_STATES and not _tells_time(c) for c in behind):
        return ()  # "cut to "save" on storage"
    return (
        Repair(word, before, "pobj", "NN"),
        Repair(before, verb, "prep", "IN"),
        *(Repair(c, verb, "agent" if passive and c.lower_ == "by" else c.dep_, c.tag_) for c in behind),
    )


def _tells_time(preposition: "Token") -> bool:
    return any(c.ent_type_ in {"DATE", "TIME"} for c in preposition.rights)


def _is_alone_in_quotes(word: "Token") -> bool:
    tokens = word.doc.tokens
    return 1 < word.i < len(tokens) - 1 and (tokens[word.i - 1].tag_, tokens[word.i + 1].tag_) == ("``", "''")


def gerund_taken_for_quality(word: "Token") -> tuple[Repair, ...]:
    """A deed beside another deed has its object: "accused of torturing prisoners and *burning* villages"."""
    noun, before = word.head, word_before(word)
    if before is None or noun.tag_ != "NNS" or noun.i < word.i or noun.left_edge.i != word.i or noun.ent_type_:
        return ()
    if noun.dep_ == "pobj" and before is noun.head and before.lower_ == "of":
        charge = before.head.head if before.head.dep_ == "dobj" else before.head
        if charge.lemma_ not in CHARGING_WORDS or word.tag_ != "VBG":
            return ()
        return (Repair(word, before, "pcomp", "VBG"), Repair(noun, word, "dobj", "NNS"))
    thing = noun.head
    deed = thing.head
    parallel = noun.dep_ == "conj" and thing.dep_ == "dobj" and deed.tag_ == "VBG" and deed.dep_ in {"pcomp", "xcomp"}
    if not parallel or word.lemma_ not in DEEDS or before.lower_ not in {"and", "or"} or before.head is not thing:
        return ()
    return (Repair(word, deed, "conj", "VBG"), Repair(before, deed, "cc", "CC"), Repair(noun, word, "dobj", "NNS"))


def noun_taken_for_verb(word: "Token") -> tuple[Repair, ...]:
    """A noun of persons before names, behind a preposition, is no verb: "founded by two *graduates* Eva Holm and …"."""
    name = next((c for c in word.rights if c.dep_ == "dobj" and c.tag_ == "NNP"), None)
    if name is None or name.left_edge.i != word.i + 1 or not any(c.dep_ == "conj" for c in name.rights):
        return ()
    if "person" not in {noun_supersense(word.lower_.removesuffix(ending)) for ending in ("s", "es")}:
        return ()
    start = word.i
    while start > 0 and word.doc.tokens[start - 1].head is word and word.doc.tokens[start - 1].dep_ in NOUN_PARTS:
        start -= 1
    preposition, torn = _preposition_before(word.doc.tokens[start], word)
    later = word.head if word.dep_ == "nsubj" else None
    joined = {"conj", "ccomp", "parataxis", "dep"}
    main = later or next((c for c in word.rights if c.dep_ in joined and c.i > name.right_edge.i), None)
    if preposition is None or main is None or main.i < word.i or (later is None and has_opener(main)):
        return ()
    inside = [c for c in word.lefts if c.i >= start]
    moved = [c for c in word.children if c not in {main, name, *inside}]
    above = main if word.head is word else word.head
    return (
        *((Repair(main, above, word.dep_, main.tag_),) if later is None else ()),
        Repair(name, preposition, "pobj", name.tag_),
        Repair(word, name, "compound", "NNS"),
        *((Repair(torn, word, "compound", torn.tag_),) if torn is not None else ()),
        *(Repair(c, main, c.dep_, c.tag_) for c in moved),
    )


def _preposition_before(first: "Token", verb: "Token") -> tuple["Token | None", "Token | None"]:
    """Return the preposition before what seems to be a verb, and the noun that it seems to have already.

    It has one in a participle that a comma opens and no comma closes: ", founded by *Yale* graduates …".
    """
    before = word_before(first)
    if before is None or before.head is before:
        return None, None
    if before.tag_ == "IN" and before.dep_ in {"prep", "agent"}:
        stranded = before.head.dep_ in {"relcl", "ccomp"}  # "the club that she plays for *hosts* …"
        return (before, None) if not stranded and not before.children else (None, None)
    preposition = before.head
    participle, opened = preposition.head, word_before(preposition.head)
    noun = before.dep_ == "pobj" and preposition.dep_ in {"prep", "agent"} and participle.dep_ == "acl"
    commas = [w.text == "," for w in verb.doc.tokens[participle.i : verb.i]]
    unclosed = opened is not None and opened.text == "," and not any(commas)
    return (preposition, before) if noun and unclosed else (None, None)


def verb_taken_for_auxiliary(word: "Token") -> tuple[Repair, ...]:
    """A full verb before a gerund is no auxiliary: "whose father *died* waiting for a bed"."""
    gerund = word.head
    if gerund.tag_ not in {"VBG", "VB"} or word.i > gerund.i or full_verb(word.lower_) is None:
        return ()
    above = word if gerund.head is gerund else gerund.head
    moved = [child for child in gerund.lefts if child.i < word.i or child.text == ","]
    return (
        Repair(word, above, gerund.dep_, word.tag_),
        Repair(gerund, word, "advcl" if gerund.tag_ == "VBG" else "xcomp", gerund.tag_),
        *(Repair(child, word, child.dep_, child.tag_) for child in moved),
    )
