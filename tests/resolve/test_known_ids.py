"""An entity keeps its id across runs, and no two entities share an id."""

import random
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kg.errors import InputError, OutputError
from kg.model import Decision, Document, Entity, Graph, Mention, Reading, Span
from kg.resolve import KnownEntity, read_ids, resolve, with_known_ids, write_ids
from tests import strategies

TEXTS = {"a": "Bolt makes bolts. Bolt sells bolts.", "b": "Bolt Motors makes cars. Jordan met Jordan."}


def graph_of(readings: Iterable[Reading], decisions: Iterable[Decision] = ()) -> Graph:
    readings = tuple(readings)
    return resolve(
        (reading.document for reading in readings),
        (claim for reading in readings for claim in reading.claims),
        (chain for reading in readings for chain in reading.chains),
        decisions=decisions,
    )


def named(document: str, words: str, nth: int = 0, type_: str = "Organization") -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = TEXTS[document].index(words, start + 1)
    return Mention(Span(document, start, start + len(words)), words, start, "name", type_)


def entity(id_: str, *mentions: Mention, label: str | None = None, type_: str = "Organization") -> Entity:
    label = label or mentions[0].text
    return Entity(id_, label, type_, tuple(sorted({m.text for m in mentions})), tuple((m,) for m in mentions))


def graph(*entities: Entity) -> Graph:
    documents = tuple(Document(id_, text) for id_, text in TEXTS.items())
    return Graph(documents, tuple(sorted(entities, key=lambda each: each.id)))


def ids(of: Graph) -> set[str]:
    return {each.id for each in of.entities}


FIRST, SECOND = named("a", "Bolt"), named("a", "Bolt", 1)


def reading(document: str, text: str, *chains: dict[int, tuple[str, str]]) -> Reading:
    """Return the reading of a text with chains of names, given as words and type by offset."""
    found = (
        tuple(
            Mention(Span(document, at, at + len(words)), words, at + words.rfind(" ") + 1, "name", type_)
            for at, (words, type_) in chain.items()
        )
        for chain in chains
    )
    return Reading(Document(document, text), (), tuple(found), text.count("."), ())


def unknown(seen: KnownEntity, known: Iterable[KnownEntity], idle: set[str]) -> bool:
    """Return whether an entity of one text is unknown: no idle one matches its positions (docs/reference/rdf.md).

    Nor is one stored with exactly its positions, idle or not.
    """
    (text,) = {text for text, _ in seen.places}
    for before in known:
        shared, here = seen.places & before.places, {place for place in before.places if place[0] == text}
        enough = 2 * len(shared) >= len(here) or not seen.forms.isdisjoint(before.forms)
        if here == seen.places or (before.id in idle and shared and enough):
            return False
    return True


def test_an_entity_that_only_a_pronoun_refers_to_keeps_its_id() -> None:
    split = graph(entity("it", replace(FIRST, kind="pronoun", type="Thing"), type_="Thing"))
    first, known = with_known_ids(split, ())
    assert with_known_ids(split, known) == (first, known)
    assert ids(first) == {"it"}


MANY, PRESIDENT = "Acme. Acme. Acme. Acme Motor Group. Acme Motor Group. Jordan. ", "itself. The President. Acme. "
ORDER = random.Random(0)  # noqa: S311 - no secret
JANE, PERSON = {0: ("Jane Acme", "Person")}, {11: ("Acme", "Person")}


# copies of a text, in which two entities would have the same position
@example(
    (
        reading("a", "Jane Acme. Acme. ", JANE, PERSON),
        reading("b", "Acme. Acme. ", {6: ("Acme", "Organization")}),
        reading("c", "Jane Acme. Acme. ", PERSON),
    ),
    (),
    ORDER,
)
@example(tuple(reading(id_, PRESIDENT, {8: ("The President", "Thing")}) for id_ in "abc"), (), ORDER)
@example(
    (
        reading("a", MANY, {6: ("Acme", "Person")}),
        reading("b", "Acme. Acme. "),
        reading("c", MANY, {36: ("Acme Motor Group", "Organization"), 54: ("Jordan", "Person")}),
    ),
    (Decision("same", ("Acme", "Jordan")),),
    ORDER,
)
@strategies.tries(60)
@given(strategies.corpora(), strategies.decided(), st.randoms(use_true_random=False))
def test_ids_stay_and_are_those_of_one_entity(
    readings: tuple[Reading, ...], decisions: tuple[Decision, ...], order: random.Random
) -> None:
    small, large = graph_of(readings[:1]), graph_of(readings, decisions)
    first, known = with_known_ids(small, ())
    assert first == small
    updated, after = with_known_ids(large, known)
    assert len(ids(updated)) == len(large.entities)
    assert {each.id for each in known} <= {each.id for each in after}
    assert {(e.label, e.type, e.chains) for e in updated.entities} == {
        (e.label, e.type, e.chains) for e in large.entities
    }
    shuffled = order.sample(known, len(known))
    assert with_known_ids(replace(large, entities=large.entities[::-1]), shuffled) == (updated, after)
    assert with_known_ids(large, after) == (updated, after)
    again, still = with_known_ids(small, after)
    assert {each.id for each in after} <= {each.id for each in still}
    assert len(ids(again)) == len(small.entities)
    assert with_known_ids(small, still) == (again, still)
    # most entities get their ids back, but not a description that now covers a small part of its former mentions
    used, seen = {each.chains: each.id for each in again.entities}, {each.id: each for each in known}
    new = [seen[each.id] for each in small.entities if used[each.chains] not in {one.id for one in after}]
    assert all(unknown(each, after, {one.id for one in after} - ids(again)) for each in new)


@strategies.tries(40)
@given(strategies.corpora())
def test_statements_follow_their_entities(readings: tuple[Reading, ...]) -> None:
    full = graph_of(readings)
    known = [KnownEntity(f"old-{e.id}", e.type, e.names, e.places) for e in with_known_ids(full, ())[1]]
    updated, _ = with_known_ids(full, known)
    assert all(each.id.startswith("old-") for each in updated.entities)
    assert len({each.id for each in updated.statements}) == len(full.statements)
    of = {each.chains: each.id for each in updated.entities}
    new = {each.id: of[each.chains] for each in full.entities}
    fields = {(each.subject, each.relation, each.speaker, each.claims) for each in updated.statements}
    assert fields == {
        (new[each.subject], each.relation, each.speaker and new[each.speaker], each.claims) for each in full.statements
    }


def test_entities_of_several_kinds_that_a_decision_made_one_get_their_ids_back() -> None:
    text = "US. Acme. Acme. Acme. Acme. Jane Acme. "
    place, firm = {0: ("US", "Place")}, {10: ("Acme", "Organization"), 16: ("Acme", "Organization")}
    person = {22: ("Acme", "Organization"), 28: ("Jane Acme", "Person")}
    separate = graph_of([reading("a", text, place, firm, person)])
    one = graph_of([reading("a", text, place, firm, person)], [Decision("same", ("Acme", "Jane Acme", "US"))])
    assert (len(separate.entities), len(one.entities)) == (3, 1)
    _, known = with_known_ids(separate, ())
    updated, after = with_known_ids(one, known)
    assert ids(updated) <= ids(separate)
    assert with_known_ids(separate, after)[0] == separate


def test_of_two_known_entities_the_one_with_less_that_is_elsewhere_is_recognised() -> None:
    others = named("b", "Bolt"), named("b", "Bolt Motors")
    known = (
        replace(with_known_ids(graph(entity("large", FIRST, SECOND, *others)), ())[1][0], id="a-large"),
        *with_known_ids(graph(entity("small", FIRST, SECOND)), ())[1],
    )
    updated, _ = with_known_ids(graph(entity("Bolt", FIRST, SECOND)), known)
    assert ids(updated) == {"small"}


def test_a_copy_of_a_text_has_places_of_its_own() -> None:
    copy = Document("c", TEXTS["a"])
    there = replace(FIRST, span=replace(FIRST.span, document="c"))
    firm, other = entity("Bolt", FIRST), entity("Bolt-other", there)
    both = replace(graph(firm, other), documents=(*graph().documents, copy))
    updated, known = with_known_ids(both, ())
    assert [len(each.places) for each in known] == [1, 1]
    assert known[0].places.isdisjoint(known[1].places)
    # the ids belong to other entities now, not to others by chance
    swapped = tuple(replace(each, id={"Bolt": "x", "Bolt-other": "b"}[each.id]) for each in known)
    again, after = with_known_ids(both, swapped)
    assert {each.id: each.chains for each in again.entities} == {"x": firm.chains, "b": other.chains}
    assert with_known_ids(both, after) == (again, after)
    # without the copy, and with a copy that did not exist before, the first text is recognised
    assert known[0].places == with_known_ids(graph(firm), ())[1][0].places
    assert updated == both


def test_an_id_stays_when_the_label_improves() -> None:
    _, known = with_known_ids(graph(entity("Bolt", FIRST, SECOND)), ())
    better = entity("Bolt_Motors", named("b", "Bolt Motors"), FIRST, SECOND, label="Bolt Motors")
    updated, after = with_known_ids(graph(better), known)
    assert [(each.id, each.label) for each in updated.entities] == [("Bolt", "Bolt Motors")]
    assert [(each.id, sorted(each.names)) for each in after] == [("Bolt", ["Bolt", "Bolt Motors"])]


def test_of_two_entities_the_one_with_more_of_the_mentions_keeps_the_id() -> None:
    third = named("b", "Bolt Motors")
    _, known = with_known_ids(graph(entity("Bolt", FIRST, SECOND, third)), ())
    split = graph(entity("Bolt", third), entity("Bolt-maker", FIRST, SECOND))
    updated, after = with_known_ids(split, known)
    assert {each.id: each.chains[0][0] for each in updated.entities}["Bolt"] == FIRST
    assert len(ids(updated)) == len(after) == 2


def test_one_name_and_another_kind_is_another_entity() -> None:
    one, other = (
        named("b", "Jordan", 0, "Person"),
        replace(named("b", "Jordan", 1, "Place"), type="Place"),
    )
    _, known = with_known_ids(graph(entity("Jordan", one, type_="Person")), ())
    updated, after = with_known_ids(graph(entity("Jordan", other, type_="Place")), known)
    assert ids(updated).isdisjoint({"Jordan"})
    assert len(after) == 2


def test_a_description_is_recognised_by_its_place_only() -> None:
    described = replace(named("a", "bolts"), kind="nominal", type="Thing")
    elsewhere = replace(named("a", "bolts", 1), kind="nominal", type="Thing")
    _, known = with_known_ids(graph(entity("bolts", described, type_="Thing")), ())
    assert known[0].names == frozenset()
    updated, _ = with_known_ids(graph(entity("bolts", elsewhere, type_="Thing")), known)
    assert ids(updated) != {"bolts"}
    updated, _ = with_known_ids(graph(entity("bolts-x", described, type_="Thing")), known)
    assert ids(updated) == {"bolts"}


def test_places_count_only_while_the_text_is_the_same() -> None:
    described = replace(named("a", "bolts"), kind="nominal", type="Thing")
    _, known = with_known_ids(graph(entity("bolts", described, type_="Thing")), ())
    changed = replace(graph(entity("bolts", described, type_="Thing")), documents=(Document("a", TEXTS["a"] + " "),))
    updated, _ = with_known_ids(changed, known)
    assert ids(updated) != {"bolts"}


def test_the_file_gives_back_what_it_was_given(tmp_path: Path) -> None:
    path = tmp_path / "ids.jsonl"
    assert read_ids(path) == ()
    known = (
        KnownEntity("Ä", "Person", frozenset({"Ä \u2028\n", "\ud800"}), frozenset({("x", 3), ("x", 1), ("y", 0)})),
        KnownEntity("b", "Thing", frozenset(), frozenset()),
    )
    write_ids(path, known)
    assert set(read_ids(path)) == set(known)
    first = path.read_bytes()
    write_ids(path, known[::-1])
    assert path.read_bytes() == first
    assert list(tmp_path.iterdir()) == [path]


GOOD = '{"id": "a", "type": "Thing", "names": [], "mentions": {}}'


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "line 1"),
        (f"{GOOD}\n[]", "line 2"),
        (f"{GOOD}\n{GOOD}", "line 2: 'a' is there twice"),
        ('{"id": "", "type": "Thing", "names": [], "mentions": {}}', "line 1"),
        ('{"id": "a", "type": "Thing", "names": [], "mentions": [3]}', "line 1"),
        ('{"id": "a", "type": "Thing", "names": [], "mentions": {"x": ["y"]}}', "line 1"),
        ('{"id": "a", "type": "Thing", "names": []}', "line 1"),
        ('{"id": "a", "type": "Thing", "names": [], "mentions": {}, "more": 1}', "line 1"),
    ],
)
def test_a_file_that_is_none(text: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "ids.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_ids(path)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_places_where_no_file_can_be(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be opened"):
        read_ids(tmp_path)
    with pytest.raises(OutputError, match="cannot be written"):
        write_ids(tmp_path / "none" / "ids.jsonl", ())


def described(document: str, words: str, nth: int = 0) -> Mention:
    return replace(named(document, words, nth), kind="nominal", type="Thing")


def test_one_place_of_many_does_not_make_it_the_same_entity() -> None:
    three = (described("a", "bolts"), described("a", "bolts", 1), described("b", "cars"))
    _, known = with_known_ids(graph(entity("bolts", *three, type_="Thing")), ())
    updated, _ = with_known_ids(graph(entity("rivets", three[0], type_="Thing")), known)
    assert ids(updated) == {"rivets"}
    updated, _ = with_known_ids(graph(entity("rivets", *three[:2], type_="Thing")), known)
    assert ids(updated) == {"bolts"}


def test_what_is_known_of_a_text_is_what_was_last_read_in_it() -> None:
    _, known = with_known_ids(graph(entity("Bolt", FIRST, SECOND, named("b", "Bolt"))), ())
    less = Graph((Document("a", TEXTS["a"]),), (entity("Bolt", SECOND),))
    _, after = with_known_ids(less, known)
    assert {head for _, head in after[0].places} == {SECOND.head, named("b", "Bolt").head}
    assert len(after[0].places) == len(known[0].places) - 1


def test_places_identify_better_than_names() -> None:
    known = (
        KnownEntity("by-names", "Organization", frozenset({"Bolt", "Bolt Motors"}), frozenset()),
        *with_known_ids(graph(entity("by-place", FIRST, label="Rivet")), ())[1],
    )
    only_place = replace(known[1], names=frozenset())
    updated, _ = with_known_ids(graph(entity("Bolt", FIRST, label="Bolt Motors")), (known[0], only_place))
    assert ids(updated) == {"by-place"}
