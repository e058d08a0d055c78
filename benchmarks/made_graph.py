"""A synthetic graph of any size, in the proportions of news, for measurements beyond the available texts.

Each document has twenty sentences, each sentence one claim; one in nine is negated, one in five has a source, one
in two is dated, one in three has a qualifier. Things recur, so that a thing has mentions in several documents.
"""

import typing as t
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from kg.identifiers import digest
from kg.model import (
    Chain,
    Claim,
    Document,
    Entity,
    Evidence,
    Graph,
    Mention,
    Modality,
    Qualifier,
    Span,
    Statement,
    Time,
)

SENTENCES: t.Final = 20
TRIPLES_PER_STATEMENT: t.Final = 65
"""About how many triples a statement of such a graph has, including its dependent nodes."""
RELATIONS: t.Final = ("buy", "sell", "found", "lead", "close", "work for", "meet", "praise", "accuse", "visit")
MODALITIES: t.Final[tuple[Modality, ...]] = ("asserted", "asserted", "asserted", "hedged", "planned", "hypothetical")
FIRST_DAY: t.Final = date(2020, 1, 1)


def made_graph(statements: int) -> Graph:
    """Return a graph with that many statements; the same number gives the same graph."""
    chains: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    documents, said = [], []
    for number in range(-(-statements // SENTENCES)):
        id_, text = f"article-{number:06}", ""
        for sentence in range(number * SENTENCES, min((number + 1) * SENTENCES, statements)):
            claim, words = _claim(sentence, id_, len(text), statements)
            for mention, name in _things(claim):
                chains[name][id_].append(mention)
            said.append(claim)
            text += f"{words} "
        documents.append(Document(id_, text, f"Article {number}", FIRST_DAY + timedelta(days=number % 1_500)))
    found = [_statement(number, claim) for number, claim in enumerate(said)]
    entities = [_entity(name, by_document.values()) for name, by_document in sorted(chains.items())]
    return Graph(tuple(documents), tuple(entities), tuple(sorted(found, key=lambda statement: statement.id)))


def _claim(number: int, document: str, start: int, statements: int) -> tuple[Claim, str]:
    """Return the claim of one sentence that begins at `start`, and the sentence."""
    pool = statements // 4 + 2
    names = [f"Firm {number * factor % pool}" for factor in (1, 7, 13)]
    relation, time = RELATIONS[number % len(RELATIONS)], _time(number)
    parts = [names[0], f"did {relation}", names[1], "in", names[2], time.text if time else "once", "Agency", "said"]
    sentence = " ".join(parts) + "."
    spans = [_span(document, start, parts, position) for position in range(len(parts))]
    subject, object_, place = (
        Mention(spans[at], parts[at], spans[at].end - 1, "name", "Organization") for at in (0, 2, 4)
    )
    speaker = Mention(spans[6], "Agency", spans[6].start, "name", "Organization")
    claim = Claim(
        subject,
        relation,
        object_,
        Evidence(Span(document, start, start + len(sentence)), "rules", f"rule-{number % 17}", (number % 60 + 35) / 97),
        negated=number % 9 == 0,
        modality=MODALITIES[number % len(MODALITIES)],
        speaker=speaker if number % 5 == 0 else None,
        time=time,
        qualifiers=(Qualifier("in", place),) if number % 3 == 0 else (),
        predicate=(spans[1],),
        cues=(spans[7],) if number % 5 == 0 else (),
    )
    return claim, sentence


def _span(document: str, start: int, parts: list[str], position: int) -> Span:
    begin = start + sum(len(part) + 1 for part in parts[:position])
    return Span(document, begin, begin + len(parts[position]))


def _time(number: int) -> Time | None:
    day = FIRST_DAY + timedelta(days=number % 2_000)
    return Time(day.isoformat(), day, day, "day", f"on {day:%d %B %Y}") if number % 2 else None


def _things(claim: Claim) -> Iterator[tuple[Mention, str]]:
    mentions = [claim.subject, *(qualifier.value for qualifier in claim.qualifiers)]
    for mention in [*mentions, *filter(None, [claim.object, claim.speaker])]:
        yield mention, mention.text.replace(" ", "_")


def _statement(number: int, claim: Claim) -> Statement:
    subject = claim.subject.text.replace(" ", "_")
    object_ = None if claim.object is None else claim.object.text.replace(" ", "_")
    speaker = None if claim.speaker is None else claim.speaker.text
    manner = claim.negated, claim.modality, speaker, None, claim.time
    return Statement(digest("made", str(number)), subject, claim.relation, object_, *manner, (claim,))


def _entity(id_: str, chains: t.Iterable[list[Mention]]) -> Entity:
    found: tuple[Chain, ...] = tuple(map(tuple, chains))
    return Entity(id_, id_.replace("_", " "), "Organization", (f"{id_} Ltd",), found, (f"urn:made:{id_}",))
