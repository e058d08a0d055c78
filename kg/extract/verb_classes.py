"""Classes of verbs that the rules for subjects ask for: one named set each."""

import typing as t

from kg.extract.predications import EXTENT, OBJECT
from kg.reference.phrases import GIVING_VERBS

PERCEPTION_VERBS: t.Final = frozenset(
    {"catch", "see", "find", "hear", "watch", "leave", "keep", "film", "spot", "show"}
)  # fmt: skip
SENDING_VERBS: t.Final = frozenset(
    {"send", "hire", "appoint", "bring", "dispatch", "invite", "choose", "elect", "recruit", "train", "assign"}
)  # fmt: skip
SUBJECT_CONTROL: t.Final = frozenset(
    {"promise", "vow", "threaten", "pledge", "swear", "call", "phone", "telephone", "contact", "visit", "meet", "join",
     "enter", "use", "spend", "raise", "travel", "cross", "file", "launch", "sign", "form", "found", "build", "buy",
     "sell", "cut", "sue", "borrow", "steal"}
)  # fmt: skip
"""Verbs whose subject does what an infinitive behind their object says: it vows it, or it is what the act was for."""
APPEALING_VERBS: t.Final[t.Mapping[str, frozenset[str]]] = {
    "appeal": frozenset({"to"}),
    "call": frozenset({"on", "upon", "for"}),
    "count": frozenset({"on"}),
    "depend": frozenset({"on"}),
    "plead": frozenset({"with"}),
    "rely": frozenset({"on"}),
    "wait": frozenset({"for"}),
}
"""Verbs with the prepositions behind which stands who is to do what the infinitive says."""
RESULT_VERBS: t.Final = frozenset(
    {"result", "lead", "prompt", "cause", "spark", "trigger", "mean", "leave", "bring", "put", "draw", "raise", "make",
     "force", "push", "create", "allow", "fuel", "deepen", "kill", "wound", "injure", "hurt", "destroy", "damage",
     "disrupt", "strand", "trap", "bury", "flood", "paralyse", "paralyze", "delay", "halt", "cut", "knock"}
)  # fmt: skip
"""Verbs that, as a participle behind a clause, tell what came of it: "…, *causing* delays"."""
SUPPLYING_VERBS: t.Final = frozenset({"provide", "supply", "present", "equip", "furnish"})
"""Verbs whose object gets what a with-phrase names."""
TWO_OBJECT_ROLES: t.Final[t.Mapping[str, tuple[str, str]]] = {
    **dict.fromkeys(("bet", "bill", "charge", "fine", "invoice", "overcharge", "tax"), (OBJECT, EXTENT)),
    **dict.fromkeys(("buy", "cost", "earn", "save", "win"), ("for", OBJECT)),
    **dict.fromkeys(("envy", "forgive"), (OBJECT, "for")),
    "ask": ("of", OBJECT),
    "spare": (OBJECT, "from"),
}
"""Verbs with two objects whose person gets nothing, and the roles of person and thing: "fined *the bank* a million"."""
SHOWING_VERBS: t.Final = frozenset({"provide", "show", "suggest", "indicate", "reflect", "prove", "reveal", "offer"})
"""Verbs that, as a participle behind a clause about a state, tell what the state shows: "…, *suggesting* a rise"."""
RECEIVING_PARTICIPLES: t.Final = GIVING_VERBS | frozenset(
    {"allocate", "allot", "allow", "appoint", "ask", "assign", "call", "charge", "christen", "consider", "cost",
     "crown", "declare", "deem", "deny", "designate", "dub", "elect", "entitle", "fine", "guarantee", "keep",
     "label", "leave", "make", "name", "nickname", "owe", "promise", "refuse", "rename", "render", "serve", "spare",
     "title", "vote"}
)  # fmt: skip
"""Verbs whose passive keeps an object or a complement: "the firm *fined* a million", "a robot *named* Hope"."""
ACCOMPANYING_VERBS: t.Final = frozenset(
    {"accompany", "follow", "join", "lead", "flank", "back", "support", "help", "aid", "surround", "force", "drive",
     "prompt", "inspire", "watch", "assist"}
)  # fmt: skip
