import grimp

from kg.stages.keys import PACKAGE, PARSING, READING

READS = ("kg.extract", "kg.read.text", "kg.reference.annotation", "kg.stages.isolation")
"""The modules that read a file."""
DECIDES_NOTHING = (
    *("kg.arguments", "kg.entry_points", "kg.errors", "kg.fetch", "kg.places", "kg.spool", "kg.threads", "kg.toml"),
)
"""A document is identified by its content, however it was fetched; entry points are part of the keys."""
PARSES = {f"kg.{part.removesuffix('.py').replace('/', '.')}" for part in PARSING}


def test_all_that_reading_imports_decides_a_reading() -> None:
    graph = grimp.build_graph("kg", exclude_type_checking_imports=True)
    used = {*READS}.union(*map(graph.find_upstream_modules, READS)) - {"kg"}
    parts = tuple(f"kg.{part.removesuffix('.py').replace('/', '.')}" for part in READING)
    assert all(module.startswith((*parts, *DECIDES_NOTHING)) for module in used)


def test_what_decides_a_parse_is_there() -> None:
    assert all((PACKAGE / part).exists() for part in (*PARSING, *READING))


def test_all_that_sets_up_the_pipeline_decides_a_parse() -> None:
    graph = grimp.build_graph("kg", exclude_type_checking_imports=True)
    used = {module for module in graph.find_upstream_modules("kg.grammar.pipeline") if module.startswith("kg.grammar.")}
    by_other_means = {"kg.grammar.installed", "kg.grammar.tokenization", "kg.grammar.extensions"}
    assert used - by_other_means <= PARSES
