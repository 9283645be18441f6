"""Threads that read a kind of record for the first time, at the same moment."""

import ast
import subprocess
import sys
from pathlib import Path

import fktui

RACE = """
import sys, threading, msgspec
from fktui.model.plan import Plan
if {safe}:
    from fktui.model.readable import readable
else:
    readable = lambda kind: kind
sys.setswitchinterval(1e-7)
score = {{"id": "r-11111", "on": "2026-01-01", "value": 1}}
plan = {{"goals": [{{"id": "g-11111", "title": "x", "scores": [score]}}]}}
def read():
    msgspec.convert(plan, readable(Plan), strict=False)
threads = [threading.Thread(target=read) for _turn in range(8)]
for one in threads: one.start()
for one in threads: one.join()
"""


def race(*, safe: bool) -> int:
    done = subprocess.run(
        [sys.executable, "-c", RACE.format(safe=safe)], capture_output=True, check=False
    )
    return done.returncode


def test_the_first_to_read_do_not_end_the_process():
    assert [race(safe=True) for _turn in range(8)] == [0] * 8


def test_every_type_that_is_read_into_passes_through_it():
    def passes(call: ast.Call) -> bool:
        named = {one.arg: one.value for one in call.keywords}
        kind = named.get("type", call.args[1] if len(call.args) > 1 else None)
        return isinstance(kind, ast.Call) and ast.unparse(kind.func) == "readable"

    reading = ("msgspec.convert", "msgspec.json.decode")
    found = [
        (path.name, passes(node))
        for path in Path(fktui.__file__).parent.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in reading
        if node.args[1:] or node.keywords
    ]
    assert len(found) > 5
    assert [path for path, through in found if not through] == []
