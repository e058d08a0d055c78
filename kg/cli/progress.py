"""The progress of a run, on one line of standard error that is overwritten, if it is a terminal."""

import contextlib
import sys
import typing as t

if t.TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.stages import Progress


@contextlib.contextmanager
def shown_progress(*, quiet: bool) -> "Iterator[Callable[[Progress], None] | None]":
    """Give a function that shows documents, words per second and the time left; None if there is no terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from tqdm import tqdm

    with tqdm(desc="kg", unit=" words", unit_scale=True, leave=False, dynamic_ncols=True, file=sys.stderr) as bar:

        def show(progress: "Progress") -> None:
            if progress.stage != "reading":
                bar.set_description_str(f"kg: {progress.stage}")
                return
            bar.total = progress.of_words
            bar.set_postfix_str(f"{progress.documents} of {progress.of_documents} documents", refresh=False)
            bar.update(progress.words - bar.n)

        yield show
