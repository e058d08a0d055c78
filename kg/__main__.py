"""The entry point of `kg` and `python -m kg`: imports are delayed until an interrupt can be shown as one line."""

import sys


def main() -> int:
    """Run the command line, and return its exit code."""
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
