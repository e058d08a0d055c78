from kg.resolve.relations import relation_name


def test_relation_has_one_name() -> None:
    assert relation_name(" Wind  down") == relation_name("wind down") == "wind down"
