"""The words that negate, hedge, plan, deny and report: one named set each."""

import typing as t

HEDGING_MODALS: t.Final = frozenset({"may", "might", "could", "can"})
PLANNING_MODALS: t.Final = frozenset({"will", "'ll", "’ll", "shall", "wo", "would"})
OBLIGING_MODALS: t.Final = frozenset({"should", "must", "ought"})
NECESSITY_ADJECTIVES: t.Final = frozenset(
    {"crucial", "critical", "essential", "imperative", "important", "necessary", "vital", "desirable", "advisable"}
)  # fmt: skip
HEDGING_ADVERBS: t.Final = frozenset(
    {"allegedly", "reportedly", "apparently", "possibly", "perhaps", "probably", "supposedly", "purportedly",
     "presumably", "rarely", "seldom", "seemingly", "maybe", "likely", "potentially", "ostensibly"}
)  # fmt: skip
HEDGING_ADJECTIVES: t.Final = frozenset(
    {"alleged", "suspected", "purported", "supposed", "reported", "apparent", "possible", "potential", "presumed",
     "rumoured", "rumored", "claimed", "accused"}
)  # fmt: skip
PLANNING_ADJECTIVES: t.Final = frozenset({"planned", "proposed", "intended", "scheduled", "expected", "upcoming"})
HEDGING_VERBS: t.Final = frozenset({"seem", "appear", "allege", "suspect", "rumour", "rumor", "tend"})
RAISED_HEDGES: t.Final = frozenset(
    {"believe", "think", "say", "report", "consider", "claim", "suppose", "understand", "know"}
)  # fmt: skip
PLANNING_VERBS: t.Final = frozenset(
    {"plan", "intend", "vow", "promise", "pledge", "hope", "aim", "want", "agree", "threaten", "expect", "propose",
     "seek", "wish", "prepare", "decide", "offer", "schedule", "ask", "urge", "call", "require", "order",
     "request", "tell", "encourage", "set", "go", "need", "instruct", "try", "attempt", "demand", "recommend",
     "forbid", "invite", "advise", "persuade"}
)  # fmt: skip
NEGATIVE_PRONOUNS: t.Final = frozenset({"nobody", "nothing", "none", "neither"})
NEAR_NEGATIVES: t.Final = frozenset({"hardly", "scarcely"})
DEMANDING_VERBS: t.Final = frozenset(
    {"recommend", "demand", "propose", "urge", "insist", "request", "require", "ask", "suggest", "order", "advise"}
)  # fmt: skip
REALIZED_NOUN_VERBS: t.Final = frozenset({"refuse", "fail", "decline", "manage"})
"""Verbs of event nouns whose infinitive is no plan: "the refusal to pay"."""
RESULT_GOVERNORS: t.Final = frozenset({"grow", "rise", "live", "wake", "awake", "return", "arrive", "survive", "climb"})
RESULT_VERBS: t.Final = frozenset({"become", "find", "discover", "see", "lead", "be", "learn", "tell", "hear"})
ASPECTUAL_COMPLEMENTS: t.Final = frozenset(
    {"end", "be", "know", "believe", "regard", "see", "represent", "symbolize", "symbolise", "dominate", "mean",
     "resemble", "include", "rely", "depend", "understand", "realize", "realise"}
)  # fmt: skip
"""What "come to" only begins: "came to dominate the market"."""
GENERIC_CONJUNCTIONS: t.Final = frozenset({"when", "whenever", "once"})
WISHING_VERBS: t.Final = frozenset({"wish", "imagine", "pretend"})
APPROXIMATING_ADVERBS: t.Final = frozenset({"nearly", "almost"})
MULTIPLYING_VERBS: t.Final = frozenset({"double", "triple", "treble", "quadruple", "halve", "complete", "finish"})
"""Verbs of a measure, that nearly doing is about as much."""
EVIDENCE_NOUNS: t.Final = frozenset({"finding", "result", "datum", "data", "figure", "evidence", "number", "test"})
EVIDENCE_VERBS: t.Final = frozenset(
    {"show", "indicate", "suggest", "find", "reveal", "confirm", "mean", "note", "point", "hold", "explain",
     "reflect"}
)  # fmt: skip
TELLING_VERBS: t.Final = frozenset({"tell", "inform", "warn", "remind", "assure"})
REPORT_NOUNS: t.Final = frozenset(
    {"claim", "allegation", "accusation", "suggestion", "statement", "announcement", "assertion", "warning",
     "belief", "argument", "admission", "insistence", "view", "conclusion", "assurance", "prediction", "suspicion",
     "report", "contention", "confirmation", "denial"}
)  # fmt: skip
NEGATING_VERBS: t.Final = frozenset({"fail", "neglect"})
AWAITING_VERBS: t.Final = frozenset({"have", "be"})
"""Verbs that with "yet" and an infinitive say that it has not happened: "*has* yet to pay"."""
REPORTING_VERBS: t.Final = frozenset(
    {"say", "tell", "announce", "report", "claim", "state", "add", "argue", "believe", "think", "suggest", "warn",
     "insist", "note", "explain", "admit", "confirm", "deny", "allege", "assert", "reveal", "show", "indicate",
     "find", "write", "declare", "estimate", "conclude", "observe", "comment", "predict", "acknowledge",
     "maintain", "contend", "complain", "stress", "emphasize", "emphasise", "reply", "respond", "hold", "feel",
     "mention", "point", "agree", "promise", "vow", "reason", "propose", "hint", "testify", "recall", "boast",
     "concede", "fear", "hope", "expect", "accuse", "describe", "dispute", "reject", "remark", "ask", "rule",
     "decide", "demand", "recommend", "learn", "discover", "understand", "doubt", "suspect", "theorize",
     "theorise", "speculate", "guess", "assume", "imagine", "wish", "continue", "repeat", "disclose", "caution",
     "tweet", "advise"}
)  # fmt: skip
ACCUSING_VERBS: t.Final = frozenset({"accuse", "charge", "suspect", "convict", "indict", "acquit"})
IMPLICATIVE_VERBS: t.Final = frozenset(
    {"make", "help", "force", "cause", "let", "get", "lead", "see", "hear", "watch", "find", "have"}
)  # fmt: skip
CLAIMING_VERBS: t.Final = frozenset(
    {"allege", "claim", "accuse", "suspect", "suggest", "estimate", "speculate", "believe", "think", "fear",
     "doubt", "guess", "assume", "imagine", "feel", "hope", "expect", "theorize", "theorise", "wish"}
)  # fmt: skip
HEDGING_BRIDGES: t.Final = frozenset({"likely", "unlikely", "apt", "prone"})
CLAIM_NOUNS: t.Final = frozenset(
    {"claim", "allegation", "accusation", "rumour", "rumor", "suggestion", "suspicion", "charge", "fear"}
)  # fmt: skip
DENYING_VERBS: t.Final = frozenset({"deny", "reject", "dispute", "refute", "rebut", "dismiss", "contest"})
CONDITIONS: t.Final = frozenset({"if", "unless", "whether", "lest"})
CLAUSAL: t.Final = frozenset(
    {"ccomp", "pcomp", "acl", "relcl", "advcl", "xcomp", "conj", "parataxis", "appos", "dep", "csubj"}
)  # fmt: skip
NOMINAL_DEPENDENCIES: t.Final = frozenset({"pobj", "dobj", "prep", "attr", "nsubj", "nsubjpass", "agent"})
