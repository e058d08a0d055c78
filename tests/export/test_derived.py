import sys
import types
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from kg.export.contradictions import contradictions
from kg.export.importance import importance
from kg.export.rows import Rows
from kg.outputs import Writing, write
from tests.export.examples import STRUCTURED


def calls(functions: list[Callable[..., object]], folder: Path, writing: Writing) -> Counter[str]:
    """Return the number of calls of some functions while the files of a graph are written."""
    names = {each.__code__: each.__name__ for each in functions if isinstance(each, types.FunctionType)}
    found: Counter[str] = Counter()

    def counted(frame: types.FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in names:
            found[names[frame.f_code]] += 1

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        write(STRUCTURED, folder, writing)
    finally:
        sys.setprofile(before)
    return found


def test_what_follows_from_a_graph_is_reckoned_once_for_all_files(tmp_path: Path) -> None:
    made = calls([importance, contradictions], tmp_path, Writing(parquet=True))
    assert made == {"importance": 1, "contradictions": 1}


def test_the_row_of_an_edge_is_made_once_for_csv_and_graphml(tmp_path: Path) -> None:
    made = calls([Rows.statement, Rows.structural], tmp_path, Writing())
    assert made == {"statement": len(STRUCTURED.statements), "structural": len(STRUCTURED.structural_edges)}
