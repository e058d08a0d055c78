"""The annotated articles: marks are parsed, and each thing has one kind."""

import pytest

from training.annotated import Mark, article, articles


def test_marks_are_told_by_the_characters_of_the_text_without_them() -> None:
    read = article(
        "a", "{halm:Person|Dirk Halm} sold {mill|the {nor:Organization|Norla} mill}.\n\n{halm|He} left {mill|it}.\n"
    )
    assert read.document.text == "Dirk Halm sold the Norla mill.\n\nHe left it."
    assert read.names() == [Mark(0, 9, "halm", "Person"), Mark(19, 24, "nor", "Organization")]
    assert read.clusters() == [[(0, 9), (32, 34)], [(15, 29), (40, 42)]]


@pytest.mark.parametrize("marked", ["{Halm|Dirk} left.", "{halm:Person|Dirk left.", "Dirk} left."])
def test_a_mark_that_is_none_is_told(marked: str) -> None:
    with pytest.raises(ValueError, match=r"^a: "):
        article("a", marked)


def test_each_thing_of_an_article_has_one_kind() -> None:
    found = list(articles())
    assert len(found) > 100
    for each in found:
        kinds = {(mark.thing, mark.kind) for mark in each.names()}
        assert len(kinds) == len({thing for thing, _ in kinds}), each.document.id
