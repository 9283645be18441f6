"""A store of many invented families, the same every time, each a real Git repository.

The skeleton of a repository is made once by the program itself and copied; `git fast-import`
fills it with one commit, which takes 5 ms where 35 separate objects would take 50.

    python -m tests.benchmarks.generate FOLDER FAMILIES [NOTES]
"""

import random
import shutil
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from fktui.model.ids import ALPHABET
from fktui.store.places import Places
from fktui.usecases.course.cases import NewCase, new_case
from fktui.usecases.setup import NewStore, make_store

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
TODAY = NOW.date()
NOTES = 30
OPEN = 1000
"""So many families are helped at the same time; the rest is closed, as in any older store."""

RARE = "wilgenkatje"
"""A word that stands in one note in a thousand."""

COMMON = "school"

_WORDS = (
    *("de", "het", "een", "en", "van", "voor", "met", "op", "in", "naar", "bij", "over", "door"),
    *("moeder", "vader", "kind", "school", "buurvrouw", "oom", "tante", "voetbal", "trainer"),
    *("huiswerk", "bedtijd", "eten", "afspraak", "gesprek", "plan", "doel", "stap", "week"),
    *("ochtend", "avond", "samen", "rustig", "boos", "blij", "moe", "gelukt", "lastig", "morgen"),
    *("gisteren", "wandelen", "fiets", "winkel", "buurt", "huisarts", "wijkteam", "rekening"),
    *("brief", "gemeente", "schulden", "slapen", "lachen", "praten", "luisteren", "oefenen"),
)
_NATURE = ("wilg", "eik", "berk", "linde", "merel", "vink", "meeuw", "duin", "heide", "beek")
_GOAL = """  - id: g-{one}
    title: {title}
    opened_on: {start}
    target_on: {target}
    steps:
      - id: s-{one}
        what: {step}
        due: {due}
    scores:
      - id: r-{one}
        on: {start}
        value: -2
"""


class _Job(NamedTuple):
    root: Path
    skeleton: Path
    number: int
    is_open: bool
    coach: str
    notes: int


def generate(root: Path, count: int, still_open: int = OPEN, notes: int = NOTES) -> Places:
    """Make the store; the first `still_open` families are open, each family has so many notes."""
    places = Places(root)
    desk = make_store(
        places, NewStore(team="Team", language="nl", name="Coach"), NOW, random.Random(1)
    )
    pattern = new_case(desk, NewCase(name="Pattern", start=TODAY))
    skeleton = root / "skeleton"
    _strip(places.case(pattern.case.id), skeleton)
    jobs = [_Job(root, skeleton, n, n < still_open, desk.colleague, notes) for n in range(count)]
    with ProcessPoolExecutor() as pool:
        for _done in pool.map(_family, jobs, chunksize=50):
            pass
    shutil.rmtree(skeleton)
    return places


def case_id(number: int) -> str:
    """The id of the n-th family."""
    letters = "".join(ALPHABET[number // 32**place % 32] for place in range(3))
    return f"{_NATURE[number % len(_NATURE)]}-{letters}"


def _strip(folder: Path, skeleton: Path) -> None:
    """The repository without its history."""
    shutil.move(folder / ".git", skeleton)
    shutil.rmtree(folder)
    for gone in ("objects", "logs", "refs"):
        shutil.rmtree(skeleton / gone)
    for made in ("objects/info", "objects/pack", "refs/heads", "refs/tags", "logs"):
        (skeleton / made).mkdir(parents=True)
    (skeleton / "index").unlink(missing_ok=True)


def _family(job: _Job) -> None:
    folder = job.root / "cases" / case_id(job.number)
    files = family_files(job.number, job.is_open, job.coach, job.notes)
    shutil.copytree(job.skeleton, folder / ".git")
    for path, data in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(data)
    stream = [b"commit refs/heads/main\ncommitter Coach <c@example.invalid> 1790000000 +0000\n"]
    stream.append(b"data 5\nBegin\n")
    stream += [
        b"M 100644 inline %s\ndata %d\n%s\n" % (p.encode(), len(d), d) for p, d in files.items()
    ]
    git = ["git", "--git-dir", str(folder / ".git"), "-c", "fastimport.unpackLimit=1"]
    git += ["-c", "core.fsync=none", "-c", "core.compression=1"]
    subprocess.run([*git, "fast-import", "--quiet"], input=b"".join(stream), check=True)


def family_files(number: int, is_open: bool, coach: str, notes: int) -> dict[str, bytes]:
    """The files of the n-th family."""
    chance = random.Random(number)
    start = TODAY - timedelta(days=chance.randrange(20, 300))
    files = {
        "case.yaml": _case(number, is_open, coach, start),
        "family.yaml": _people(chance),
        "network.yaml": _network(chance),
        "plan.yaml": "goals:\n" + "".join(_goal(chance, start) for _number in range(3)),
        "README.md": "A family that was invented for measuring.\n",
    }
    for entry in range(notes):
        on = start + timedelta(days=entry * (TODAY - start).days // notes)
        name = f"c-{_letters(chance)}"
        word = f" {RARE}" if (number * notes + entry) % 1000 == 7 else ""
        files[f"contacts/{on}-{name}.md"] = (
            f"---\nid: {name}\non: {on}\nhours: 1.5\n---\n\n{_sentences(chance, 60)}{word}\n"
        )
    return {path: text.encode() for path, text in files.items()}


def _case(number: int, is_open: bool, coach: str, start: date) -> str:
    closing = "" if is_open else f"closing:\n  on: {TODAY - timedelta(days=9)}\n"
    ended = "" if is_open else f"    ended_on: {TODAY - timedelta(days=9)}\n"
    return (
        f"format: 1\nid: {case_id(number)}\nname: Familie {_NATURE[number % 10].title()} {number}\n"
        f"status: {'active' if is_open else 'closed'}\nfictional: true\ncoach: {coach}\n"
        f"phases:\n  - id: f-{number:05}\n    phase: execution\n    started_on: {start}\n"
        f"{ended}{closing}"
    )


def _people(chance: random.Random) -> str:
    rows = [
        f"  - id: p-{_letters(chance)}\n    name: {_sentences(chance, 1).title()}\n"
        f"    role: {role}\n"
        f"    born: {year}-0{chance.randrange(1, 10)}-1{chance.randrange(10)}\n"
        for role, year in (("mother", 1985), ("father", 1984), ("child", 2014), ("child", 2011))
    ]
    return "people:\n" + "".join(rows)


def _network(chance: random.Random) -> str:
    rows = [
        f"  - id: n-{_letters(chance)}\n    name: {_sentences(chance, 2).title()}\n"
        f"    sector: friends\n    ring: {ring}\n    offers: {_sentences(chance, 6)}\n"
        for ring in (1, 1, 2, 2, 3, 3)
    ]
    return "people:\n" + "".join(rows)


def _goal(chance: random.Random, start: date) -> str:
    return _GOAL.format(
        one=_letters(chance),
        title=_sentences(chance, 7),
        step=_sentences(chance, 5),
        start=start,
        target=TODAY + timedelta(days=chance.randrange(5, 200)),
        due=TODAY + timedelta(days=chance.randrange(-20, 90)),
    )


def _letters(chance: random.Random) -> str:
    return "".join(chance.choice(ALPHABET) for _number in range(5))


def _sentences(chance: random.Random, count: int) -> str:
    """Words of every day, and now and then one that hardly anybody uses."""
    words = [
        chance.choice(_WORDS) if chance.random() < 0.95 else f"woord{chance.randrange(3000)}"
        for _number in range(count)
    ]
    return " ".join(words)


if __name__ == "__main__":
    _program, folder, count, *rest = sys.argv
    generate(Path(folder), int(count), notes=int(rest[0]) if rest else NOTES)
