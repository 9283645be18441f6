"""`python -m fktui` and the `fk` of the shell."""

import gc
import sys


def main() -> None:
    """Run one command and leave with its exit code."""
    # A command is over before a collection would pay; long work still gets its share of them.
    gc.set_threshold(50_000)
    from fktui.cli.main import main as run  # so that importing this module starts nothing

    sys.exit(run())


if __name__ == "__main__":
    main()
