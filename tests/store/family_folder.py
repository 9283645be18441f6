"""What the tests of the repository share: files, words, plain Git, and what must always be true."""

import json
import os
import subprocess
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from pathlib import Path

from fktui.store.git import refs
from fktui.store.repository import CommitText, Repository, Signature

AT = datetime(2026, 11, 20, 10, 0, tzinfo=timezone(timedelta(hours=1)))
BY = Signature("Anna Test", "t-4tz9c@team.fk.invalid", AT)
FILES = {
    "README.md": b"A family.\n",
    "case.yaml": b"0\n",
    "plan.yaml": b"0\n",
    "contacts/2026-11-20-c-7kq2m.md": b"0\n",
}


def text(subject: str) -> CommitText:
    """Words for a commit, with the trailers that fk writes."""
    return CommitText(subject, trailers=(("Fk-Action", "goal.score"), ("Fk-Version", "1")))


def plain_git(folder: Path, *words: str, status: int | None = 0, given: bytes = b"") -> str:
    """What Git says to a person who works in this folder; status None allows any."""
    person = {
        "GIT_AUTHOR_NAME": "Bas Test",
        "GIT_AUTHOR_EMAIL": "bas@example.invalid",
        "GIT_COMMITTER_NAME": "Bas Test",
        "GIT_COMMITTER_EMAIL": "bas@example.invalid",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
    }
    done = subprocess.run(
        ["git", *words],
        cwd=folder,
        env={**os.environ, **person},
        input=given,
        capture_output=True,
        check=False,
        timeout=60,
    )
    said = (done.stdout + done.stderr).decode("utf-8", "replace")
    assert status is None or done.returncode == status, said
    return said


def assert_sound(folder: Path) -> None:
    """Git finds nothing wrong, nothing is half done, and what is recorded is what lies there."""
    assert plain_git(folder, "fsck", "--full", "--strict", "--no-dangling", "--no-progress") == ""
    assert plain_git(folder, "status", "--porcelain") == ""
    assert plain_git(folder, "diff-index", "--cached", "HEAD") == ""
    private = folder / ".git" / "fk"
    assert not (private / "journal.json").exists()
    assert list((private / "tmp").iterdir()) == []
    assert list((folder / ".git").rglob("*.lock")) == []


def put(family: Repository, changes: dict[str, bytes | None], subject: str = "Change") -> str:
    """Save these files as somebody who has just read them."""
    seen = family.read().fingerprints
    words = text("Edited by hand")
    fingerprints = {path: seen.get(path) for path in changes}
    return family.save(changes, fingerprints, text(subject), BY, words)


def tear(path: Path, how: str) -> None:
    """What a power cut or a bad stick does to a file: zero, empty or half."""
    data = path.read_bytes()
    path.chmod(0o644)
    path.write_bytes({"zero": bytes(len(data)), "empty": b"", "half": data[: len(data) // 2]}[how])


def text_of_both(family: Repository) -> bytes:
    """What stands in case.yaml and in plan.yaml, which a save wrote together."""
    found = family.read().files
    assert found["case.yaml"] == found["plan.yaml"]
    return found["case.yaml"]


def interrupt(family: Repository, monkeypatch) -> str:
    """A save that is promised, and then the power goes; gives the id of its commit."""

    def no_power(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(refs, "move_head", no_power)
        with suppress(KeyboardInterrupt):
            put(family, {"case.yaml": b"new", "plan.yaml": b"new"})
    promise = (family.folder / ".git" / "fk" / "journal.json").read_bytes()
    return json.loads(promise)["commit"]


def seen_of(family: Repository, *paths: str) -> dict[str, str | None]:
    """What somebody who reads these files now remembers of them."""
    fingerprints = family.read().fingerprints
    return {path: fingerprints.get(path) for path in paths}
