import sys
import types
from collections import Counter
from pathlib import Path

from kg.export.contradictions import contradictions
from kg.export.importance import importance
from kg.outputs import Writing, write
from tests.export.examples import STRUCTURED


def test_what_follows_from_a_graph_is_reckoned_once_for_all_files(tmp_path: Path) -> None:
    names = {each.__code__: each.__name__ for each in (importance, contradictions)}
    calls: Counter[str] = Counter()

    def counted(frame: types.FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code in names:
            calls[names[frame.f_code]] += 1

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        write(STRUCTURED, tmp_path, Writing(parquet=True))
    finally:
        sys.setprofile(before)
    assert calls == {"importance": 1, "contradictions": 1}
