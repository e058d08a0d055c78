"""Run the notebooks from a clean kernel and keep what they give.

usage: python notebooks/execute.py
"""

from pathlib import Path

import nbclient
import nbformat

NOTEBOOKS = Path(__file__).resolve().parent
TIMEOUT = 120
"""Seconds for one cell."""


def executed(path: Path) -> nbformat.NotebookNode:
    """Return the notebook with the outputs of a fresh run, and no times of that run."""
    notebook = nbformat.read(path, as_version=4)
    client = nbclient.NotebookClient(
        notebook,
        timeout=TIMEOUT,
        record_timing=False,
        coalesce_streams=True,
        resources={"metadata": {"path": str(NOTEBOOKS)}},
    )
    return client.execute()


if __name__ == "__main__":
    for notebook_path in sorted(NOTEBOOKS.glob("*.ipynb")):
        nbformat.write(executed(notebook_path), notebook_path)
