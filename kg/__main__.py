"""The entry point of `kg` and `python -m kg`: imports are delayed until an interrupt can be shown as one line."""

import signal
import sys
import threading


def main() -> int:
    """Run the command line, and return its exit code."""
    # the processes of a run are ended as they are after Ctrl-C, which also cleans up after them
    if threading.current_thread() is threading.main_thread():  # Python lets no other thread set a handler
        signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        from kg.collection import collect_rarely

        collect_rarely()
        from kg.cli import main as command_line

        return command_line()
    except KeyboardInterrupt:
        sys.stderr.write("kg: stopped\n")
        return 130


if __name__ == "__main__":
    sys.exit(main())
