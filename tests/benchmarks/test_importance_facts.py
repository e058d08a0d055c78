"""The share of readers' facts in the top third by importance."""

from training.importance import FACTS, Article, Example, Reached, facts_in_top_third, in_order, interval


def article(*facts: set[int], statements: int = 6) -> Article:
    examples = tuple(Example("d", (), 0.0) for _ in range(statements))
    return Article("round-03", "first", examples, tuple(map(frozenset, facts)))


def test_a_fact_is_reached_where_one_of_its_statements_is_in_the_top_third() -> None:
    predicted = [0.1, 0.9, 0.2, 0.8, 0.3, 0.4]
    assert facts_in_top_third(article({1, 0}, {3}, {5}, set()), predicted) == Reached(2, 2, 3)
    assert facts_in_top_third(article({0}, {2}), predicted) == Reached(0, 2, 2)


def test_one_statement_may_tell_several_facts_in_the_best_order() -> None:
    assert facts_in_top_third(article({0}, {0, 1}, {0}, {2}, {3}), [0.0] * 6).most == 4


def test_the_interval_holds_the_share_and_is_narrower_for_more_articles() -> None:
    few, many = [Reached(1, 2, 2), Reached(2, 2, 2)], [Reached(1, 2, 2), Reached(2, 2, 2)] * 20
    assert interval(few) == (0.5, 1.0)
    low, high = interval(many)
    assert 0.5 < low < 0.75 < high < 1.0


def test_pairs_are_in_order_within_a_document() -> None:
    found = [Example(document, (), label) for document in "ab" for label in (0.8, 0.2, 0.0)]
    assert in_order(found, [0.5, 0.1, 0.9, 0.5, 0.5, 0.1]) == (1 + 0 + 0.5 + 1) / 4


def test_each_fact_has_a_reader_and_a_place() -> None:
    head, *rows = (line.split("\t") for line in FACTS.read_text(encoding="utf-8").splitlines())
    assert head == ["round", "article", "reader", "start", "end"]
    assert {reader for _, _, reader, _, _ in rows} == {"first", "second", "learn"}
    assert all(0 <= int(start) < int(end) for *_, start, end in rows)
    assert not {row[0] for row in rows if row[2] == "learn"} & {row[0] for row in rows if row[2] != "learn"}
