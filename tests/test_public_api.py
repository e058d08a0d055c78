import ast
import subprocess
import sys
from pathlib import Path

import pytest

import kg

HEAVY = {"IPython", "jinja2", "networkx", "numpy", "pandas", "pyoxigraph", "pyvis", "rdflib", "rich", "spacy"}
MOST_LOADED = 40
"""In modules; the commands themselves are 20."""
STUB = Path(kg.__file__).with_suffix(".pyi")


def test_type_checkers_see_what_is_there() -> None:
    told = next(
        ast.literal_eval(node.value) for node in ast.parse(STUB.read_text("utf-8")).body if isinstance(node, ast.Assign)
    )
    assert told == sorted({*kg.__all__, "__version__"})
    assert all(hasattr(kg, name) for name in told)


@pytest.mark.parametrize("program", ["import kg; kg.build", "import kg.cli; kg.cli.main(['explain', '--help'])"])
def test_nothing_heavy_is_loaded(program: str) -> None:
    assert not _modules(program) & HEAVY


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["--version"]])
def test_the_command_line_waits_for_no_values(arguments: list[str]) -> None:
    loaded = _modules(f"import kg.cli; kg.cli.main({arguments!r})")
    ours = {name for name in loaded if name.startswith("kg.") and not name.startswith("kg.cli")}
    assert ours == {"kg.arguments", "kg.choices", "kg.errors", "kg.plurals", "kg.toml"}


def test_help_loads_little_beside_typer() -> None:
    more = _modules("import kg.cli; kg.cli.main(['--help'])") - _modules("import typer")
    assert len(more) <= MOST_LOADED, sorted(more)


def _modules(program: str) -> set[str]:
    program = f"{program}; import sys; print('loaded:', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    return set(done.stdout.splitlines()[-1].split()[1:])


@pytest.mark.parametrize("name", kg.__all__)
def test_every_public_name_says_what_it_is(name: str) -> None:
    doc = getattr(kg, name).__doc__
    assert doc
    assert not doc.startswith(f"{name}("), "a dataclass without a docstring shows its signature"
