"""The budgets of the command line and the screen (design §7), as ratios measured in one run.

    python -m tests.benchmarks [--families 10,1000,10000] [--rounds 9] [--store FOLDER]

Reading the table: each row is one piece of work and what it is held against. The two are run in
turn, `rounds` times; `ours` and `theirs` are medians in milliseconds, `ratio` is the median of the
ratios of the pairs, which a busy machine hardly moves, with the lowest and the highest beside it.
A row that is over its budget is marked with `!`. Whole processes are started from the same
virtual environment; "typer" is a program of six lines with one command. `fk list` asks nothing, so
it runs without the parser; `fk list --json` shows what a list costs with it.

The stores are made by `tests.benchmarks.generate`, always the same, 30 notes a family, at most
1,000 of the families open; `--store` keeps them for the next run. Nothing here is part of the
tests.
"""

import argparse
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from fktui.documents.make import make, meta_for
from fktui.model.stored import Act, Change
from fktui.pictures.network_map import draw_map
from fktui.settings import read_device
from fktui.store.places import Places
from fktui.usecases.desk import Desk
from fktui.usecases.paper.papers import FUTURE_PLAN, Paper, draft
from fktui.usecases.plan.goals import score_goal
from fktui.usecases.setup import open_desk
from tests.benchmarks import screen
from tests.benchmarks.generate import COMMON, RARE, TODAY, generate
from tests.benchmarks.generate import case_id as id_of
from tests.pictures.people import around, family_with

_TYPER = """
import typer
app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)
@app.command()
def hello() -> None:
    print("hello")
app()
"""

Work = Callable[[], object]

OPEN_FAMILY = id_of(0)
"""The family that work is done on: one that is helped now, in a store of any size."""


class Row(NamedTuple):
    """One line of the table."""

    name: str
    against: str
    budget: float
    ours: float
    theirs: float
    ratios: list[float]

    def __str__(self) -> str:
        ratio = statistics.median(self.ratios)
        mark = "!" if ratio > self.budget else " "
        return (
            f"{mark} {self.name:<46} {self.ours:>9.1f} {self.theirs:>9.1f} {ratio:>7.2f} "
            f"({min(self.ratios):.2f}-{max(self.ratios):.2f})  {self.budget:>5.2f}  {self.against}"
        )


def paired(name: str, against: str, budget: float, works: tuple[Work, Work], rounds: int) -> Row:
    """Run both in turn and compare each pair; the first pair only warms up."""
    pairs = [(_milliseconds(works[0]), _milliseconds(works[1])) for _round in range(rounds + 1)][1:]
    ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
    return Row(name, against, budget, ours, theirs, [mine / other for mine, other in pairs])


def _milliseconds(work: Work) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def process(*words: str | Path, **environment: str) -> Work:
    """A whole process, its output thrown away."""
    command = [str(word) for word in words]
    surroundings = os.environ | {"FK_TODAY": TODAY.isoformat(), "FK_LANG": "nl"} | environment

    def run() -> None:
        quiet = subprocess.DEVNULL
        subprocess.run(command, env=surroundings, stdout=quiet, stderr=quiet, check=True)

    return run


def fk(places: Places, *words: str) -> Work:
    """`fk` in this store, as a whole process."""
    return process(sys.executable, "-m", "fktui", "--store", places.root, *words)


def in_turn(*works: Work) -> Work:
    """One after the other, as one piece of work."""
    return lambda: [work() for work in works]


def opened(places: Places) -> Desk:
    """The desk of the coach of this store."""
    now = datetime.combine(TODAY, datetime.min.time(), UTC)
    return open_desk(places, read_device(places), now, random.SystemRandom())


def start_rows(places: Places, count: int, typer: Work, rounds: int) -> list[Row]:
    """Help and lists, whole processes."""
    budget = 1.3 if count <= 1000 else 2.5
    listed, options = fk(places, "list"), fk(places, "list", "--json")
    renaming = HandEdit(places)
    listed()
    rows = [
        paired("fk --help", "typer", 1.3, (fk(places, "--help"), typer), rounds),
        paired(f"fk list, {count:,}, warm", "typer", budget, (listed, typer), rounds),
        paired(f"fk list --json, {count:,}, warm", "typer", 2.5, (options, typer), rounds),
    ]
    edited = (in_turn(renaming.again, listed), typer)
    rows.append(paired(f"fk list, {count:,}, after a hand edit", "typer", 2.5, edited, rounds))
    renaming.again()
    renaming.check_seen()
    return rows


class HandEdit:
    """Somebody who gives a family that is helped now another name, in an editor of their own."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._file = places.case(OPEN_FAMILY) / "case.yaml"
        self._name = ""

    def again(self) -> None:
        """Another name, written in place."""
        self._name = f"Familie {time.time_ns()}"
        text = self._file.read_text(encoding="utf-8")
        changed = re.sub("^name: .*$", f"name: {self._name}", text, flags=re.MULTILINE)
        with self._file.open("r+", encoding="utf-8") as file:
            file.write(changed)
            file.truncate()

    def check_seen(self) -> None:
        """Stop when the list does not show it: a list that is fast and wrong is worth nothing."""
        words = [sys.executable, "-m", "fktui", "--store", str(self._places.root), "list"]
        said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
        if self._name not in said:
            sys.exit("The list does not show what was edited by hand.")


def write_rows(places: Places, count: int, typer: Work, rounds: int) -> list[Row]:
    """A score as a whole process, and one edit with its commit in process against plain Git."""
    desk, case_id = opened(places), OPEN_FAMILY
    goal = desk.load(case_id).case.plan.goals[0].id
    score = fk(places, "goal", "score", case_id, goal, "1")
    twin = places.root / "twin"
    shutil.rmtree(twin, ignore_errors=True)
    shutil.copytree(places.case(case_id), twin)
    git = ["git", "-C", str(twin), "-c", "core.fsync=all", "-c", "user.name=C"]
    git += ["-c", "user.email=c@example.invalid"]
    plan = twin / "plan.yaml"

    def plain() -> None:
        plan.write_bytes(plan.read_bytes() + b"# a line\n")
        process(*git, "add", "plan.yaml")()
        process(*git, "commit", "-q", "-m", "Goal")()

    def ours() -> None:
        score_goal(desk, case_id, goal, 1)

    what = f"edit and commit in process, {count:,}"
    return [
        paired(f"fk goal score, {count:,}", "typer", 3.5, (score, typer), rounds),
        paired(what, "git add && git commit", 2.0, (ours, plain), rounds),
    ]


def history_row(places: Places, count: int, rounds: int) -> Row:
    """The story of a family in process, after two hundred acts, against `git log`."""
    desk, case_id = opened(places), sorted(desk_ids(places))[1]
    for number in range(200 - len(desk.store.stories(case_id))):
        desk.change(case_id, lambda loaded, n=number: _renamed(loaded, n))
    log = process("git", "-C", places.case(case_id), "log")
    what = (lambda: desk.store.stories(case_id), log)
    return paired(f"history in process, {count:,}", "git log", 1.5, what, rounds)


def _renamed(loaded: object, number: int) -> Change:
    import msgspec

    case = loaded.case
    head = msgspec.structs.replace(case.trajectory, referrer=f"Wijkteam {number}")
    act = Act(action="case.edit", subject=f"Family {number}")
    return Change(case=msgspec.structs.replace(case, trajectory=head), act=act)


def search_rows(places: Places, count: int, rounds: int) -> list[Row]:
    """Searching all notes, whole processes, against ripgrep or else a scan in Python."""
    rows = []
    for word in (RARE, COMMON):
        theirs = _scan(places, word)
        name = f"fk search {word}, {count * 30:,} notes"
        against = "ripgrep" if shutil.which("rg") else "Python scan"
        rows.append(paired(name, against, 1.0, (fk(places, "search", word), theirs), rounds))
    return rows


def _scan(places: Places, word: str) -> Work:
    if shutil.which("rg"):
        return process("rg", "-w", "-i", word, places.cases)
    code = (
        "import pathlib, sys\n"
        "for path in pathlib.Path(sys.argv[2]).glob('*/*/*.md'):\n"
        "    if sys.argv[1] in path.read_text(): print(path)"
    )
    return process(sys.executable, "-c", code, word, places.cases)


def screen_rows(places: Places, count: int, rounds: int) -> list[Row]:
    """The screen in a terminal of its own: until it shows something, its memory, its keys."""
    ours, theirs = screen.starts(places.root, rounds)

    def row(name: str, budget: float, mine: list[float], other: list[float]) -> Row:
        medians = statistics.median(mine), statistics.median(other)
        ratios = [one / two for one, two in zip(mine, other, strict=True)]
        return Row(f"{name}, {count:,}", "empty Textual app", budget, *medians, ratios)

    rows = [
        row("screen, first content", 1.5, [o.first for o in ours], [t.first for t in theirs]),
        row("screen, memory in MB", 2.0, [o.memory for o in ours], [t.memory for t in theirs]),
    ]
    for name, spent in screen.keys(places.root).items():
        late = screen.p95(spent)
        rows.append(Row(f"key, 95 of 100: {name}", "50 ms", 1.0, late, 50.0, [late / 50.0]))
    return rows


def paper_row(places: Places, rounds: int) -> Row:
    """A future plan as PDF, in process, against half a second on the clock."""
    desk, case_id = opened(places), OPEN_FAMILY
    made_from = draft(desk, case_id, Paper(FUTURE_PLAN, "nl"))
    name = made_from.loaded.case.trajectory.name
    meta = meta_for(made_from.template, name, TODAY)
    works = (lambda: make(made_from.markdown, meta, "pdf"), lambda: time.sleep(0.5))
    return paired("future plan as PDF in process", "half a second", 1.0, works, rounds)


def map_row(rounds: int) -> Row:
    """The network map of sixty people, laid out and drawn, against 150 ms on the clock."""
    shown = family_with(around(60))
    works = (lambda: draw_map(shown, 120, 38), lambda: time.sleep(0.15))
    return paired("network map, 60 people", "150 ms", 1.0, works, rounds)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def desk_ids(places: Places) -> list[str]:
    """The ids of all families, without opening one."""
    return [folder.name for folder in places.cases.iterdir()]


def main() -> None:
    """Make the stores that are not there, measure, print the one table."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--families", default="10,1000,10000")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--store", type=Path)
    asked = parser.parse_args()
    folder = asked.store or Path(tempfile.mkdtemp(prefix="fk-benchmark-"))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "typer_program.py").write_text(_TYPER)
    typer = process(sys.executable, folder / "typer_program.py")
    _say(f"  {'work':<46} {'ours ms':>9} {'theirs':>9} {'ratio':>7} (low-high)  budget  against")
    counts = [int(count) for count in asked.families.split(",")]
    for count in counts:
        places = Places(folder / str(count))
        if not places.exists:
            generate(places.root, count)
        began = time.perf_counter()
        fk(places, "list")()
        cold = time.perf_counter() - began
        for row in (
            *start_rows(places, count, typer, asked.rounds),
            *write_rows(places, count, typer, asked.rounds),
            history_row(places, count, asked.rounds),
            *search_rows(places, count, asked.rounds),
            *screen_rows(places, count, asked.rounds),
        ):
            _say(str(row))
        if count == counts[-1]:
            _say(str(paper_row(places, asked.rounds)))
            _say(str(map_row(asked.rounds)))
        _say(f"  first list of {count:,} families, overview made or checked: {cold:.1f} s")
    if asked.store is None:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
