"""A program that saves until it is killed, and says on its output what it was promised.

Every save writes its number into three files of the family, one of them new every time, so that
a save that is half there shows. Every third time somebody edits a file by hand first.

    python crash_worker.py FOLDER FIRST COUNT
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from family_folder import put

from fktui.store.repository import Repository


def say(line: str) -> None:
    os.write(1, line.encode() + b"\n")


def edit_by_hand(file: Path, number: int) -> None:
    """As an editor does that is not killed halfway."""
    beside = file.parent.with_name("edited.tmp")
    beside.write_bytes(f"hand {number}\n".encode())
    beside.replace(file)


def work(folder: Path, first: int, count: int) -> None:
    family = Repository(folder)
    with family.lock():
        family.recover()
    say("ready")
    sys.stdin.readline()
    for number in range(first, first + count):
        data = f"{number}\n".encode()
        if number % 3 == 0:
            edit_by_hand(folder / "plan.yaml", number)
        say(f"try {number}")
        changes = {"case.yaml": data, "plan.yaml": data, f"contacts/note-{number}.md": data}
        old = f"contacts/note-{number - 5}.md"
        if (folder / old).exists():
            changes[old] = None
        put(family, changes, f"Save {number}")
        say(f"done {number}")


if __name__ == "__main__":
    work(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
