"""A manual graph with every kind of statement, two documents and hostile text, for tests of the exports."""

from dataclasses import replace
from datetime import date

from kg.model import (
    Chain,
    Claim,
    Copy,
    Document,
    Entity,
    Evidence,
    Failure,
    Graph,
    Kind,
    Literal,
    Mention,
    Modality,
    NamedPart,
    Place,
    Qualifier,
    Reading,
    Span,
    Statement,
    Time,
    Unclaimed,
)

HOSTILE_LABEL = 'O\'Hara & <b>"Söhne"</b> {x|y}^`\\ 50%.'

BAKERY_TEXT = (
    "Marta Lund founded Lund Bakery in 1997. Lund Bakery sold 40 loaves on 20 July 2024. "
    "She did not close the shop because of the flood. The shop may open a branch in Oslo. "
    "Lund Bakery will hire Tom Reyes. If rents fall, the bakery would buy the mill. "
    "“Rivals copied our bread”, Lund Bakery said. Old Mill denied it copied the bread. "
    "Visitors paid $12 million last week. Nobody came. "
    "Tom Reyes resigned after six years. The oven allegedly burned down again. "
    f"The baker met {HOSTILE_LABEL} twice."
)
WEATHER_TEXT = (
    "Lund Bakery was founded by Marta Lund.\n\n"
    "The flood reached Oslo 🌊 on Monday — ओस्लो में बाढ़.\n"
    "Marta Lund <script>alert(1)</script> left Oslo."
)
BAKERY = Document("bakery", BAKERY_TEXT, "The bakery | its `town`", date(2024, 7, 22), "Town Paper")
WEATHER = Document(
    'weather/a b%20"c"#d',
    WEATHER_TEXT,
    author="<b>Ida</b>",
    format="pdf",
    address="https://weather.example/?a=<b>",
    places=(
        Place(0, WEATHER_TEXT.index("\n\n"), "page 1"),
        Place(WEATHER_TEXT.index("The flood"), len(WEATHER_TEXT), "page 2"),
    ),
)

FOUNDED = Time("1997", date(1997, 1, 1), date(1997, 12, 31), "year", "1997")
SALE_DAY = Time("2024-07-20", date(2024, 7, 20), date(2024, 7, 20), "day", "20 July 2024")
LAST_WEEK = Time("2024-W29", date(2024, 7, 15), date(2024, 7, 21), "week", "last week")
SIX_YEARS = Time("P6Y", None, None, "duration", "six years")
MONDAY = Time(None, None, None, "day", "Monday")


def span(document: Document, words: str, nth: int = 0) -> Span:
    """Return the span of the `nth` occurrence of `words`."""
    start = -1
    for _ in range(nth + 1):
        start = document.text.index(words, start + 1)
    return Span(document.id, start, start + len(words))


def mention(
    document: Document,
    words: str,
    nth: int = 0,
    *,
    kind: Kind = "name",
    type_: str = "Thing",
    value: Literal | Time | None = None,
) -> Mention:
    """Return a mention whose head is its last word."""
    place = span(document, words, nth)
    head = place.end - len(words.split()[-1])
    return Mention(place, words, head, kind, type_, value)


def evidence(document: Document, sentence: str, rule: str = "verb-object", confidence: float = 0.87) -> Evidence:
    """Return evidence in the sentence with these words."""
    return Evidence(span(document, sentence), "clauses", rule, confidence)


MARTA = mention(BAKERY, "Marta Lund", type_="Person")
SHE = mention(BAKERY, "She", kind="pronoun", type_="Person")
THE_BAKER = mention(BAKERY, "The baker", kind="nominal", type_="Person")
BAKERY_1 = mention(BAKERY, "Lund Bakery", 0, type_="Organization")
BAKERY_2 = mention(BAKERY, "Lund Bakery", 1, type_="Organization")
BAKERY_3 = mention(BAKERY, "Lund Bakery", 2, type_="Organization")
BAKERY_4 = mention(BAKERY, "the bakery", kind="nominal", type_="Organization")
BAKERY_5 = mention(BAKERY, "Lund Bakery", 3, type_="Organization")
SHOP_1 = mention(BAKERY, "the shop", kind="nominal")
SHOP_2 = mention(BAKERY, "The shop", kind="nominal")
FLOOD = mention(BAKERY, "the flood", kind="nominal", type_="Event")
BRANCH = mention(BAKERY, "a branch", kind="nominal")
OSLO = mention(BAKERY, "Oslo", type_="Place")
TOM = mention(BAKERY, "Tom Reyes", type_="Person")
TOM_2 = mention(BAKERY, "Tom Reyes", 1, type_="Person")
OVEN = mention(BAKERY, "The oven", kind="nominal")
MILL = mention(BAKERY, "the mill", kind="nominal")
RIVALS = mention(BAKERY, "Rivals", kind="nominal", type_="Group")
OUR_BREAD = mention(BAKERY, "our bread", kind="nominal")
OLD_MILL = mention(BAKERY, "Old Mill", type_="Organization")
IT = mention(BAKERY, "it", BAKERY_TEXT[: BAKERY_TEXT.index("it copied")].count("it"), kind="pronoun")
THE_BREAD = mention(BAKERY, "the bread", kind="nominal")
VISITORS = mention(BAKERY, "Visitors", kind="nominal", type_="Group")
HOSTILE = mention(BAKERY, HOSTILE_LABEL, type_="Person")
LOAVES = mention(BAKERY, "40 loaves", kind="value", type_="Value", value=Literal("40", "xsd:integer", "loaves"))
MILLIONS = mention(BAKERY, "$12 million", kind="value", type_="Value", value=Literal("12000000", "kg:money", "USD"))
YEAR = mention(BAKERY, "1997", kind="time", type_="Time", value=FOUNDED)
YEARS = mention(BAKERY, "six years", kind="time", type_="Time", value=SIX_YEARS)

MARTA_W = mention(WEATHER, "Marta Lund", 0, type_="Person")
MARTA_W2 = mention(WEATHER, "Marta Lund", 1, type_="Person")
BAKERY_W = mention(WEATHER, "Lund Bakery", type_="Organization")
FLOOD_W = mention(WEATHER, "The flood", kind="nominal", type_="Event")
OSLO_W = mention(WEATHER, "Oslo", 0, type_="Place")
OSLO_W2 = mention(WEATHER, "Oslo", 1, type_="Place")
MONDAY_W = mention(WEATHER, "Monday", kind="time", type_="Time", value=MONDAY)


def _entity(
    id_: str, label: str, type_: str, *chains: Chain, aliases: tuple[str, ...] = (), links: tuple[str, ...] = ()
) -> Entity:
    return Entity(id_, label, type_, aliases, chains, links)


ENTITIES = (
    _entity(
        "Lund_Bakery",
        "Lund Bakery",
        "Organization",
        (BAKERY_1, BAKERY_2, BAKERY_3, BAKERY_4, BAKERY_5),
        (BAKERY_W,),
        aliases=("the bakery",),
    ),
    _entity("Marta_Lund", "Marta Lund", "Person", (MARTA, SHE, THE_BAKER), (MARTA_W, MARTA_W2)),
    _entity("O'Hara", HOSTILE_LABEL, "Person", (HOSTILE,), aliases=("</script><img src=x>", "=1+1")),
    _entity("Old_Mill", "Old Mill", "Organization", (OLD_MILL, IT)),
    _entity(
        "Oslo", "Oslo", "Place", (OSLO,), (OSLO_W, OSLO_W2), links=("http://www.wikidata.org/entity/Q585", "wd:Q585")
    ),
    _entity("Rivals", "Rivals", "Group", (RIVALS,)),
    _entity("Tom_Reyes", "Tom Reyes", "Person", (TOM, TOM_2)),
    _entity("Visitors", "Visitors", "Group", (VISITORS,)),
    _entity("a_branch", "a branch", "Thing", (BRANCH,)),
    _entity("the_bread", "Lund Bakery’s bread", "Thing", (OUR_BREAD, THE_BREAD)),
    _entity("the_flood", "the flood", "Event", (FLOOD,), (FLOOD_W,)),
    _entity("the_mill", "the mill", "Thing", (MILL,)),
    _entity("the_oven", "the oven", "Thing", (OVEN,)),
    _entity("the_shop", "the shop", "Thing", (SHOP_1, SHOP_2)),
)

CLAIMS = {
    "affirmed": Claim(
        MARTA,
        "found",
        BAKERY_1,
        evidence(BAKERY, "Marta Lund founded Lund Bakery in 1997."),
        time=FOUNDED,
        qualifiers=(Qualifier("in", YEAR),),
        predicate=(span(BAKERY, "founded"),),
        phrase="founded",
    ),
    "affirmed again": Claim(
        MARTA_W,
        "found",
        BAKERY_W,
        evidence(WEATHER, "Lund Bakery was founded by Marta Lund.", "passive", 0.6),
        predicate=(span(WEATHER, "was"), span(WEATHER, "founded")),
    ),
    "literal": Claim(
        BAKERY_2,
        "sell",
        LOAVES,
        evidence(BAKERY, "Lund Bakery sold 40 loaves on 20 July 2024."),
        time=SALE_DAY,
        predicate=(span(BAKERY, "sold"),),
        phrase="sold",
    ),
    "negated": Claim(
        SHE,
        "close",
        SHOP_1,
        evidence(BAKERY, "She did not close the shop because of the flood."),
        negated=True,
        qualifiers=(Qualifier("because of", FLOOD),),
        predicate=(span(BAKERY, "did"), span(BAKERY, "close")),
        cues=(span(BAKERY, "not"),),
        phrase="did not close",
    ),
    "possible": Claim(
        SHOP_2,
        "open",
        BRANCH,
        evidence(BAKERY, "The shop may open a branch in Oslo."),
        modality="possible",
        qualifiers=(Qualifier("in", OSLO),),
        predicate=(span(BAKERY, "open"),),
        cues=(span(BAKERY, "may"),),
        phrase="may open",
    ),
    "planned": Claim(
        BAKERY_3,
        "hire",
        TOM,
        evidence(BAKERY, "Lund Bakery will hire Tom Reyes."),
        modality="planned",
        cues=(span(BAKERY, "will"),),
        phrase="will hire",
    ),
    "hypothetical": Claim(
        BAKERY_4,
        "buy",
        MILL,
        evidence(BAKERY, "If rents fall, the bakery would buy the mill."),
        modality="hypothetical",
        cues=(span(BAKERY, "If"), span(BAKERY, "would")),
        phrase="would buy",
    ),
    "reported": Claim(
        RIVALS,
        "copy",
        OUR_BREAD,
        evidence(BAKERY, "“Rivals copied our bread”, Lund Bakery said."),
        speaker=BAKERY_5,
        cues=(span(BAKERY, "said"),),
        phrase="copied",
    ),
    "denied": Claim(
        IT,
        "copy",
        THE_BREAD,
        evidence(BAKERY, "Old Mill denied it copied the bread."),
        denied_by=OLD_MILL,
        cues=(span(BAKERY, "denied"),),
        phrase="copied",
    ),
    "money": Claim(
        VISITORS,
        "pay",
        MILLIONS,
        evidence(BAKERY, "Visitors paid $12 million last week."),
        time=LAST_WEEK,
        phrase="paid",
    ),
    "no object": Claim(
        TOM_2,
        "resign",
        None,
        evidence(BAKERY, "Tom Reyes resigned after six years."),
        qualifiers=(Qualifier("after", YEARS),),
        predicate=(span(BAKERY, "resigned"),),
        phrase="resigned",
    ),
    "alleged": Claim(
        OVEN,
        "burn down",
        None,
        replace(evidence(BAKERY, "The oven allegedly burned down again."), unread=(span(BAKERY, "again"),)),
        modality="hedged",
        predicate=(span(BAKERY, "burned down"),),
        cues=(span(BAKERY, "allegedly"),),
        phrase="allegedly burned down",
    ),
    "hostile": Claim(
        THE_BAKER,
        "meet & <greet>",
        HOSTILE,
        evidence(BAKERY, f"The baker met {HOSTILE_LABEL} twice.", confidence=0.1),
    ),
    "unanchored time": Claim(
        FLOOD_W,
        "reach",
        OSLO_W,
        evidence(WEATHER, "The flood reached Oslo 🌊 on Monday — ओस्लो में बाढ़.", confidence=1 / 3),
        time=MONDAY,
        qualifiers=(Qualifier("on", MONDAY_W),),
    ),
    "script": Claim(
        MARTA_W2, "leave", OSLO_W2, evidence(WEATHER, "Marta Lund <script>alert(1)</script> left Oslo.")
    ),
}  # fmt: skip


def _statement(
    id_: str,
    subject: str,
    object_: str | Literal | None,
    *kinds: str,
    speaker: str | None = None,
    denied_by: str | None = None,
) -> Statement:
    claims = tuple(CLAIMS[kind] for kind in kinds)
    first = claims[0]
    modality: Modality = first.modality
    return Statement(
        id_, subject, first.relation, object_, first.negated, modality, speaker, denied_by, first.time, claims
    )


STATEMENTS = (
    _statement("aaaa", "Marta_Lund", "Lund_Bakery", "affirmed", "affirmed again"),
    _statement("bbbb", "Lund_Bakery", Literal("40", "xsd:integer", "loaves"), "literal"),
    _statement("cccc", "Marta_Lund", "the_shop", "negated"),
    _statement("dddd", "the_shop", "a_branch", "possible"),
    _statement("eeee", "Lund_Bakery", "Tom_Reyes", "planned"),
    _statement("ffff", "Lund_Bakery", "the_mill", "hypothetical"),
    _statement("gggg", "Rivals", "the_bread", "reported", speaker="Lund_Bakery"),
    _statement("hhhh", "Old_Mill", "the_bread", "denied", denied_by="Old_Mill"),
    _statement("iiii", "Visitors", Literal("12000000", "kg:money", "USD"), "money"),
    _statement("jjjj", "Marta_Lund", "O'Hara", "hostile"),
    _statement("kkkk", "the_flood", "Oslo", "unanchored time"),
    _statement("llll", "Marta_Lund", "Oslo", "script"),
    _statement("mmmm", "Tom_Reyes", None, "no object"),
    _statement("nnnn", "the_oven", None, "alleged"),
)

GRAPH = Graph((BAKERY, WEATHER), ENTITIES, STATEMENTS)

STRUCTURED = replace(
    GRAPH,
    named_parts=(
        NamedPart(BAKERY_1, MARTA),
        NamedPart(SHOP_1, OSLO, "in"),
        NamedPart(TOM, MARTA, "listed with"),
        NamedPart(TOM, BAKERY_3, "member of"),
        NamedPart(MILL, OSLO, "part of"),
        NamedPart(OUR_BREAD, BAKERY_5, "product of"),
        NamedPart(OLD_MILL, OSLO, "government of"),
        NamedPart(VISITORS, MARTA, "names"),
        NamedPart(VISITORS, OSLO, "nationality"),
        NamedPart(VISITORS, TOM, "includes"),
        NamedPart(BAKERY_W, MARTA_W),
    ),
)
"""The same graph with named parts; the words themselves are invented.

The parts are in the order of their positions, as in every graph.
"""

READINGS = (
    Reading(
        BAKERY,
        tuple(claim for claim in CLAIMS.values() if claim.evidence.span.document == BAKERY.id),
        tuple(chain for chain in GRAPH.chains if chain[0].span.document == BAKERY.id),
        14,
        (Unclaimed(span(BAKERY, "Nobody came."), "no object"),),
        (("condition", 2), ("no participant", 1), ("statement", 15)),
        110,
        6,
    ),
    Reading(
        WEATHER,
        tuple(claim for claim in CLAIMS.values() if claim.evidence.span.document == WEATHER.id),
        tuple(chain for chain in GRAPH.chains if chain[0].span.document == WEATHER.id),
        3,
        (),
        (("no participant", 3), ("statement", 4)),
        20,
        0,
    ),
)
FAILURES = (
    Failure("lost.txt", "cannot be decoded: byte 0xff at 3", "broken", "save it anew"),
    Failure("evil|<b>`.txt", "line one\nline two"),
    Failure("logo.png", "is a PNG image", "binary", skipped=True),
)
DROPPED = ((CLAIMS["denied"], "it is unresolved"),)

_NOT_FOUNDED = replace(CLAIMS["negated"], subject=MARTA, relation="found", object=BAKERY_1, phrase="did not found")
COPIED = replace(
    GRAPH,
    statements=(
        replace(STATEMENTS[0], copies=((BAKERY.id, WEATHER.id),)),
        *STATEMENTS[1:],
        replace(STATEMENTS[0], id="zzzz", negated=True, time=None, claims=(_NOT_FOUNDED,)),
    ),
    copies=(Copy(BAKERY.id, WEATHER.id, "contains"), Copy(WEATHER.id, BAKERY.id, "copy")),
)
"""The same graph, with one document that is a copy of the other and contains its text, and with a contradiction."""
