"""`python -m fktui` and the `fk` of the shell."""

import sys


def main() -> None:
    """Run one command and leave with its exit code."""
    from fktui.cli.main import main as run  # so that importing this module starts nothing

    sys.exit(run())


if __name__ == "__main__":
    main()
