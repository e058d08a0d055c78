"""Place names that refer to teams: "*Norway* beat Peru 2-1", "the *Leeds* captain"; in "in Leeds" it is the place.

A text whose words show that a place is a team is about sport. In such a text weaker signs count too, and a place
that was once a team is one wherever no word shows that it is the place.
"""

import itertools
import re
import typing as t
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.extract.text import Text
from kg.grammar.clause import Phrase
from kg.grammar.parse import Token
from kg.lexicon import measures, names, value, words
from kg.lexicon.event_relations import roles_of
from kg.lexicon.gazetteer import default_gazetteer
from kg.lexicon.noun_types import broad_type, name_type
from kg.lexicon.supersenses import noun_supersense, verb_supersense
from kg.model import Chain, Claim, Mention, MentionKey, NamedPart

TEAM: t.Final = "SportsTeam"
AGAINST: t.Final = "against"
MOVE: t.Final = "move"
"""The event noun for a transfer between teams."""
SCORE: t.Final = re.compile(r"\d{1,3}[-–]\d{1,3}")
"""A score, but not a year: "won *3-1*"."""
Teams: t.TypeAlias = Mapping[MentionKey, Mention]
"""The mentions of places that refer to teams, with the type of a team, by their keys."""
ENOUGH: t.Final = 3
"""The minimum number of teams, results and different words for players in a text about sport."""
NEAR: t.Final = 4
"""The number of words that are read before and after a score or a name."""
LONGEST: t.Final = 24
"""The maximum length in characters of a hyphenated word."""
ACTING: t.Final = frozenset({"subject", "passive subject", "object", "recipient", "agent", "possessor"})
"""The functions of a name as a participant or a modifier."""


class Named(t.NamedTuple):
    """A place name: its mention, its head word, its first and last words.

    `top` is the first name of its coordination.
    """

    mention: Mention
    head: Token
    first: Token
    last: Token

    @property
    def top(self) -> Token:
        """The first name of its coordination, or its own head."""
        above = itertools.pairwise((self.head, *self.head.governors))
        joined = itertools.takewhile(lambda two: two[0].function == "conjunct" and two[1].kind == two[0].kind, above)
        return next((top for _, top in reversed([*joined])), self.head)

    @property
    def preposition(self) -> Token | None:
        """The preposition before it, or before the first name of its coordination."""
        return self.top.governor if self.top.function == "object of preposition" else None


Sign: t.TypeAlias = Callable[[Named], bool]


def teams_of(text: Text) -> Teams:
    """Return the mentions of places that refer to teams, none if the text is not about sport."""
    found = [*_named_places(text)]
    certain = _shown_by(found, (of_team,))
    shown = certain | _shown_by(found, SIGNS)
    counted = shown if certain else _shown_by(found, STRONG)
    if not _is_about_sport(text, signs=len(counted), shown=len(shown)):
        return {}
    names = {each.mention.words for each in found if each.mention.key in shown}
    again = {each.mention.key for each in found if each.mention.words in names and _can_act(each)}
    mentions = (each.mention for each in found if each.mention.key in shown | again)
    return {each.key: replace(each, kind="name", type=TEAM) for each in mentions}  # also nouns: "*Wales* have won"


def _shown_by(found: Iterable[Named], signs: Sequence[Sign]) -> set[MentionKey]:
    """Return the keys of the names that a sign shows to be teams, but of none that is labelled as a person."""
    candidates = (each for each in found if each.mention.type != "Person")
    return {each.mention.key for each in candidates if any(sign(each) for sign in signs)}


def _is_about_sport(text: Text, *, signs: int, shown: int) -> bool:
    """Return whether a text names teams, reports results, and has words for members of a team.

    `shown` is the number of place names with any sign of a team, `signs` the number of those that count.
    """
    return shown > 0 and (signs >= ENOUGH or signs + _players(text) + _results(text) + _known_teams(text) >= ENOUGH)


def _players(text: Text) -> int:
    """Count the different words for team members in a text: captain, striker, left-back."""
    nouns = {_base_form(token) for token in text.parse.tokens if token.kind == "noun"}
    return sum(value("owned").get(noun) == TEAM for noun in nouns)


def _known_teams(text: Text) -> int:
    """Return the number of teams in a text that are known, or recognisable from their words."""
    heads = (phrase.head for phrase in text.phrases() if phrase.head.kind == "name")
    return len({head.lower for head in heads if _is_known_team(text.mention(head))})


def _is_known_team(mention: Mention) -> bool:
    types = {entry.type for entry in default_gazetteer().meanings(mention.words)}
    return mention.kind == "name" and TEAM in {name_type(mention.words), *types}


def _results(text: Text) -> int:
    """Return the number of match results in a text: a score next to a word of winning: "a *3-1* defeat"."""
    tokens = text.parse.tokens
    scores = (token.i for token in tokens if token.text[0].isdigit() and SCORE.fullmatch(_text_from(token)))
    return sum(any(map(_is_contest, tokens[max(place - NEAR, 0) : place + NEAR])) for place in scores)


def _text_from(token: Token) -> str:
    """Return the text from the start of a word to the next space: "*3*-1" may be split into tokens."""
    text = token.doc.text[token.idx : token.idx + LONGEST]
    return (text.split() or [""])[0].rstrip(".,;:)")


def _base_form(token: Token) -> str:
    """Return the base form of a word with everything before its hyphens: "left-backs" → "left-back"."""
    before = token.doc.text[max(token.idx - LONGEST, 0) : token.idx]
    joined = before.rpartition(" ")[2].lower() if before.endswith("-") else ""
    return joined + token.lemma_.lower()


def _named_places(text: Text) -> Iterator[Named]:
    """Yield the names of known places, and of what the recogniser labels as a city, but no adjectives and letters."""
    tokens = text.parse.tokens
    for phrase in text.phrases():
        mention = text.mention(phrase.head)
        written = mention.text[0].isupper() and not mention.text.isupper()
        if mention.kind in {"name", "nominal"} and written and _may_be_place(mention, phrase):
            yield Named(mention, tokens[phrase.head.index], tokens[phrase.label_start], tokens[phrase.label_end - 1])


def _may_be_place(mention: Mention, phrase: Phrase) -> bool:
    meanings = default_gazetteer().meanings(mention.words)
    if meanings:
        return any(broad_type(entry.type) == "Place" for entry in meanings)
    return phrase.entity == "GPE" and mention.kind == "name"


def _noun_after(named: Named) -> Token | None:
    """Return the noun that a name precedes, with or without a possessive: "*Norway*'s new coach"."""
    start = named.last.i + 1 + _is_possessive(named)
    following = named.last.doc.tokens[start : start + NEAR]
    words_ = [*itertools.takewhile(_continues, following)]
    return words_[-1] if words_ and words_[-1].kind == "noun" else None


def _continues(token: Token) -> bool:
    """Return whether a word can come between a name and the noun it belongs to, or is that noun."""
    return token.entity != "PERSON" and (token.kind in {"noun", "adjective", "number"} or "-" in _text_from(token))


def _is_possessive(named: Named) -> bool:
    return named.last.i + 1 < len(named.last.doc) and named.last.nbor().form == "possessive"


def of_team(named: Named) -> bool:
    """A noun for what teams have: "the *Norway* captain", "the captain of *Norway*", "*Leeds* striker Ola Berg"."""
    noun = _noun_after(named)
    above = named.preposition.governor if named.preposition and named.preposition.lower_ == "of" else None
    return any(value("owned").get(_base_form(word)) == TEAM for word in (noun, above) if word is not None)


def _is_opponent(named: Named) -> bool:
    """Return whether a name follows a victory or a defeat: "defeat to *Peru*", "a victory over *Chile*"."""
    preposition = named.preposition
    if preposition is None or preposition.lower_ in words("place") - {"over", "to"}:
        return False
    before = preposition.nbor(-1) if preposition.i else preposition
    return _is_contest(preposition.governor) or _is_contest(before) or before.lower_ == "home"


def _is_contest(word: Token) -> bool:
    """Return whether a verb or noun means winning, losing or playing."""
    if word.lemma_ in measures("score"):
        return True
    return word.kind == "verb" and verb_supersense(word.lemma_) == "competition"


def _event_of(relation: str) -> str:
    """Return the event of a relation, or ""."""
    roles = roles_of(relation)
    return roles.event if roles is not None else ""


def of_contest(named: Named) -> bool:
    """A participant of a win, loss or match: "*Norway* beat Peru", "a match against *Peru*", "*Norway*'s defeat"."""
    preposition = named.preposition
    if preposition is not None:
        return preposition.lower_ == AGAINST or _is_opponent(named)
    return named.top.function in ACTING and _is_contest(named.top.governor)


def as_several(named: Named) -> bool:
    """A plural verb, as a place is plural only if its team is meant: "*Norway* have won"."""
    verb, alone = named.head.governor, not named.head.plural and not named.head.all("conjunct", "determiner")
    if named.head.function not in {"subject", "passive subject"} or not alone:
        return False
    finite = next(iter(verb.before("auxiliary", "passive auxiliary")), verb)
    return finite.form == "present" and not finite.lower_.endswith("s")


def of_leader(named: Named) -> bool:
    """A leader that is not a head of state or a mayor: "*Leeds* manager Ola Berg", "*Peru*'s new boss"."""
    noun = _noun_after(named)
    if noun is None or _base_form(noun) in value("owned") or noun.lemma_ in names("title", "office"):
        return False
    return _event_of(f"be {noun.lemma_} of") == "lead"


def of_player(named: Named) -> bool:
    """A common noun for a person after the name: "*Leeds* winger Ola Berg", "the *Norway* players"."""
    noun = _noun_after(named)
    if noun is None or _is_possessive(named) or noun.lemma_ in value("owned"):
        return False
    following = noun.doc.tokens[noun.i + 1 : noun.i + 2]
    person = any(token.entity == "PERSON" for token in following)
    return person or noun_supersense(noun.lemma_) == "person"


def of_move(named: Named) -> bool:
    """A player's team or transfer: "plays for *Peru*", "rejected a move to *Leeds*"."""
    preposition = named.preposition
    if preposition is None:
        return False
    above, word = preposition.governor, preposition.lower_
    moves = word == "to" and above.kind == "noun" and above.lemma_ == MOVE
    return moves or _event_of(f"{above.lemma_} {word}") == "play-for"


def of_club(named: Named) -> bool:
    """The name of a city before a word for clubs: "*Norwich City*", but not "New York City"."""
    city, _, word = named.mention.words.rpartition(" ")
    meanings = default_gazetteer().meanings
    club = word.lower() in names("form", "clubname") and not meanings(named.mention.words)
    return club and any(entry.type == "City" for entry in meanings(city))


SIGNS: t.Final[Sequence[Sign]] = (of_contest, as_several, of_leader, of_player, of_move, of_club)
"""The signs of a team in a text about sport."""
STRONG: t.Final[Sequence[Sign]] = (as_several, of_leader, of_move, of_club)
"""The signs that count without a certain one: it is rare that another place acts as a plural or has a boss."""


def _can_act(named: Named) -> bool:
    """Return whether a name is a participant, or precedes a noun: "for *Norway*", "the *Norway* game"."""
    if named.preposition is not None:
        return named.preposition.lower_ in {AGAINST, "for"}
    return named.top.function in ACTING or (_noun_after(named) is not None and not _is_possessive(named))


def with_referents(claim: Claim, referents: Mapping[MentionKey, Mention]) -> Claim:
    """Return a claim with the resolved values of some mentions, such as teams, by their keys."""
    if not referents:
        return claim
    return replace(
        claim,
        subject=referents.get(claim.subject.key, claim.subject),
        object=_referent(claim.object, referents),
        speaker=_referent(claim.speaker, referents),
        denied_by=_referent(claim.denied_by, referents),
        qualifiers=tuple(replace(each, value=referents.get(each.value.key, each.value)) for each in claim.qualifiers),
    )


def _referent(mention: Mention | None, referents: Mapping[MentionKey, Mention]) -> Mention | None:
    if mention is None or mention.kind == "phrase":  # an adjective in "Ana Silva is *Canadian*", not a country
        return mention
    return referents.get(mention.key, mention)


def parts_of_teams(parts: Iterable[NamedPart], teams: Teams) -> Iterator[NamedPart]:
    """Yield named parts with the teams among their mentions as such."""
    for part in parts:
        whole, name = (teams.get(mention.key, mention) for mention in (part.whole, part.part))
        yield replace(part, whole=whole, part=name)


def with_teams(chains: Iterable[Chain], teams: Teams) -> tuple[Chain, ...]:
    """Return the chains with teams separated from their places."""
    return tuple(each for chain in chains for each in _separated(chain, teams))


def _separated(chain: Chain, teams: Teams) -> Iterator[Chain]:
    """Yield the mentions of a team, and those of its place; a pronoun or description stays with the preceding name."""
    if teams.keys().isdisjoint(mention.key for mention in chain):
        yield chain
        return
    team: list[Mention] = []
    place: list[Mention] = []
    last = chain[0].kind != "name"
    for mention in chain:
        named = mention.key in teams
        last = named or (last and mention.kind != "name")
        (team if last else place).append(teams.get(mention.key, mention))
    yield from (tuple(each) for each in (team, place) if each)
