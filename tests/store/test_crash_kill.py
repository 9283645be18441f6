"""F1, F2: killed at any moment, nothing that was acknowledged is lost and nothing is half there."""

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from family_folder import assert_sound, plain_git

from fktui.store.repository import Repository

WORKER = Path(__file__).with_name("crash_worker.py")
CALLS = ("openat", "rename", "unlink", "mkdir", "write", "fsync", "close", "newfstatat")


class Run:
    """One life of the worker: what it tried, and what it was told that is safe."""

    def __init__(self, folder: Path, first: int, count: int) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(WORKER), str(folder), str(first), str(count)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        self.output = b""

    def wait_until_ready(self) -> None:
        assert self.process.stdout.readline() == b"ready\n"

    def go(self) -> None:
        self.process.stdin.write(b"\n")
        self.process.stdin.flush()

    def kill(self, how: str) -> None:
        if how == "group":
            os.killpg(self.process.pid, signal.SIGKILL)
        else:
            self.process.kill()
        self.end()

    def end(self) -> None:
        self.output += self.process.stdout.read()
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()

    def numbers(self, word: str) -> list[int]:
        return [int(n) for n in re.findall(rf"^{word} (\d+)$".encode(), self.output, re.MULTILINE)]


def check(folder: Path, run: Run, before: int) -> int:
    """The family is sound, and as it was after some whole save; gives the number of that save."""
    family = Repository(folder)
    family.recover()
    tried = max(run.numbers("try"), default=before)
    promised = max(run.numbers("done"), default=before)
    if (folder / "plan.yaml").read_bytes().startswith(b"hand"):
        # The edit by hand is nobody's save; it lies there untouched until somebody records it.
        assert [edit.path for edit in family.hand_edits()] == ["plan.yaml"]
        plain_git(folder, "restore", "plan.yaml")
    assert family.hand_edits() == ()
    number = int((folder / "case.yaml").read_bytes())
    assert promised <= number <= tried
    assert int((folder / "plan.yaml").read_bytes()) == number
    if number:
        notes = {path.name for path in (folder / "contacts").glob("note-*")}
        assert notes == {f"note-{n}.md" for n in range(max(1, number - 4), number + 1)}
    subjects = plain_git(folder, "log", "--format=%s").split("\n")
    assert [s for s in reversed(subjects) if s.startswith("Save")] == [
        f"Save {n}" for n in range(1, number + 1)
    ]
    assert_sound(folder)
    return number


def kill_loop(folder: Path, kills: int, how: str, seed: int) -> None:
    chance = random.Random(seed)
    number = 0
    for _ in range(kills):
        run = Run(folder, number + 1, 10_000)
        run.wait_until_ready()
        run.go()
        time.sleep(chance.uniform(0, 0.05))
        run.kill(how)
        number = check(folder, run, number)
    assert number > 0


@pytest.mark.parametrize("how", ["group", "parent"])
def test_killed_at_random_moments(family, how):
    kill_loop(family.folder, 20, how, seed=1)


@pytest.mark.nightly
@pytest.mark.parametrize("how", ["group", "parent"])
def test_killed_at_a_thousand_random_moments(family, how):
    kill_loop(family.folder, 500, how, seed=2)


def killed_at(start: Path, place: Path, call: str, count: int) -> bool:
    """Kill one save at the count-th call of this name; False when it had so few of them."""
    shutil.copytree(start, place)
    run = Run(place, 3, 1)
    run.wait_until_ready()
    trace = subprocess.Popen(
        [
            *("strace", "-f", "-qq", "-o", "/dev/null", "-p", str(run.process.pid)),
            *("-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={count}"),
        ],
        stderr=subprocess.PIPE,
    )
    wait_until_traced(run.process.pid)
    run.go()
    run.end()
    trace.wait()
    trace.stderr.close()
    assert run.numbers("try") or run.process.returncode == -signal.SIGKILL
    check(place, run, 2)
    shutil.rmtree(place)
    return run.process.returncode == -signal.SIGKILL


def wait_until_traced(process: int) -> None:
    status = Path(f"/proc/{process}/status")
    for _ in range(500):
        if "TracerPid:\t0\n" not in status.read_text():
            return
        time.sleep(0.01)
    pytest.skip("strace may not attach to a process here")


@pytest.fixture
def after_two_saves(family):
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed")
    run = Run(family.folder, 1, 2)
    run.wait_until_ready()
    run.go()
    run.end()
    assert check(family.folder, run, 0) == 2
    return family.folder


@pytest.mark.parametrize(
    ("call", "counts"),
    [
        ("fsync", range(1, 13)),
        ("rename", range(1, 11)),
        ("unlink", range(1, 8, 2)),
        ("write", range(1, 12, 2)),
        ("openat", range(2, 60, 9)),
    ],
)
def test_killed_at_a_system_call(after_two_saves, tmp_path, call, counts):
    killed = [killed_at(after_two_saves, tmp_path / "copy", call, count) for count in counts]
    assert killed[0]


@pytest.mark.nightly
@pytest.mark.parametrize("call", CALLS)
def test_killed_at_every_system_call(after_two_saves, tmp_path, call):
    count = 1
    while killed_at(after_two_saves, tmp_path / "copy", call, count):
        count += 1
    assert count > 1
