import subprocess
import sys
import types

import pytest

import kg

HEAVY = ("IPython", "jinja2", "networkx", "numpy", "pandas", "pyoxigraph", "pyvis", "rdflib", "rich", "spacy")


def test_all_is_exact() -> None:
    public = {
        name for name, value in vars(kg).items() if not name.startswith("_") and not isinstance(value, types.ModuleType)
    }
    assert public | {"__version__"} == set(kg.__all__)


def test_all_is_sorted() -> None:
    assert list(kg.__all__) == sorted(kg.__all__)


@pytest.mark.parametrize(
    "arguments",
    [
        ["-c", "import kg"],
        ["-c", "import kg.cli; kg.cli.main(['--help'])"],
        ["-c", "import kg.cli; kg.cli.main(['build', '--help'])"],
        ["-c", "import kg.cli; kg.cli.main(['explain', '--help'])"],
    ],
    ids=["import", "help", "build-help", "explain-help"],
)
def test_nothing_heavy_is_loaded(arguments: list[str]) -> None:
    program = f"{arguments[1]}; import sys; print('loaded:', *sorted(sys.modules.keys() & set({HEAVY!r})))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)  # noqa: S603 - our own words
    assert done.stdout.splitlines()[-1] == "loaded:"


@pytest.mark.parametrize("name", [name for name in kg.__all__ if name != "__version__"])
def test_every_public_name_says_what_it_is(name: str) -> None:
    doc = getattr(kg, name).__doc__
    assert doc
    assert not doc.startswith(f"{name}("), "a dataclass without a docstring shows its signature"
