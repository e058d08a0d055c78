"""Every notebook runs in a fresh kernel, and its stored output is current."""

import runpy
from pathlib import Path

import nbformat
import pytest

NOTEBOOKS = Path(__file__).resolve().parent.parent / "notebooks"


@pytest.mark.parametrize("path", sorted(NOTEBOOKS.glob("*.ipynb")), ids=lambda path: path.stem)
@pytest.mark.filterwarnings("default")  # the kernel's own libraries warn as they like
def test_notebook_gives_what_is_kept_in_it(path: Path) -> None:
    executed = runpy.run_path(str(NOTEBOOKS / "execute.py"))["executed"]
    assert outputs(executed(path)) == outputs(nbformat.read(path, as_version=4)), "run: make notebooks"


def outputs(notebook: nbformat.NotebookNode) -> list[list[str]]:
    return [
        [output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.get("outputs", [])]
        for cell in notebook.cells
    ]
