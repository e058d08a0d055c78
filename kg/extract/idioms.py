"""Light verbs whose bare noun or adjective is no object, but half of the relation: "take place", "make sure"."""

import typing as t

from kg.grammar.parse import Token, kept

IDIOMS: t.Final[t.Mapping[str, frozenset[str]]] = {
    "take": frozenset(
        {"place", "hold", "part", "effect", "shape", "root", "care", "advantage", "control", "charge", "aim", "issue",
         "note", "office", "notice", "refuge", "precedence", "turns", "sides", "stock"}
    ),
    "make": frozenset({"sure", "sense", "way", "use", "contact", "room", "clear", "headlines", "fun"}),
    "give": frozenset({"rise", "birth", "way", "notice", "chase", "thanks"}),
    "pay": frozenset({"attention", "tribute", "homage", "heed"}),
    "play": frozenset({"host"}),
    "lose": frozenset({"sight", "touch", "track", "control"}),
    "catch": frozenset({"fire", "sight"}),
    "set": frozenset({"fire", "sail", "foot"}),
    "lay": frozenset({"claim", "siege"}),
    "keep": frozenset({"track", "pace"}),
    "gain": frozenset({"access", "ground"}),
    "get": frozenset({"rid"}),
    "bear": frozenset({"fruit", "witness", "responsibility"}),
    "come": frozenset({"true", "clean"}),
    "do": frozenset({"business", "harm"}),
    "have": frozenset({"access"}),
    "fall": frozenset({"victim", "prey", "short", "ill"}),
    "stand": frozenset({"trial", "guard"}),
    "cast": frozenset({"doubt", "light"}),
    "cut": frozenset({"short"}),
    "follow": frozenset({"suit"}),
    "go": frozenset({"wrong", "missing", "unnoticed", "unpunished", "bankrupt", "viral", "astray"}),
}  # fmt: skip
"""By verb: the words that make one relation with it, where they stand behind it without article or adjective."""


PHRASES: t.Final[t.Mapping[str, frozenset[str]]] = {
    "get": frozenset({"in touch", "in trouble"}),
    "keep": frozenset({"in touch", "in mind"}),
    "stay": frozenset({"in touch", "in power"}),
    "remain": frozenset({"in force", "in power", "in office", "in place"}),
    "be": frozenset(
        {"in force", "in power", "in office", "in place", "under way", "at stake", "on trial", "on strike"}
    ),
    "come": frozenset(
        {"into force", "into effect", "into power", "to power", "to light", "to terms", "under fire", "under attack",
         "under pressure", "into contact"}
    ),
    "go": frozenset(
        {"into effect", "into force", "into hiding", "on strike", "on sale", "on trial", "on display", "to war",
         "to court"}
    ),
    "take": frozenset({"into account", "into custody"}),
    "put": frozenset({"on trial", "on hold"}),
    "bring": frozenset({"to justice", "to light"}),
    "enter": frozenset({"into force"}),
}  # fmt: skip
"""By verb: the preposition and bare noun that make one relation with it: "came *into force*"."""


@kept
def idiom_words(verb: Token) -> tuple[Token, ...]:
    """Return the words that make one relation with a light verb: "take *place*", "come *into force*", or none."""
    part = _idiom_part(verb)
    if part is not None:
        return (part,)
    phrases, preposition = PHRASES.get(verb.lemma_.lower()), verb.i + 1
    if phrases is None or verb.doc[preposition : preposition + 2].text.lower() not in phrases:
        return ()
    marker, noun = verb.doc[preposition], verb.doc[preposition + 1]
    return (marker, noun) if marker.head == verb and noun.head == marker and noun.dep_ == "pobj" else ()


def _idiom_part(verb: Token) -> Token | None:
    """Return the bare word that belongs to a light verb: "take *place*", but not "take a place"."""
    parts = IDIOMS.get(verb.lemma_.lower())
    after = verb.doc[verb.i + 1] if verb.i + 1 < len(verb.doc) else None
    if parts is None or after is None or after.head != verb or after.lower_ not in parts:
        return None
    return (
        after if after.dep_ in {"dobj", "acomp", "oprd", "ccomp", "amod", "advmod"} and not list(after.lefts) else None
    )
