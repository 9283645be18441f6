"""GitPython looks at the environment while it is imported: nobody else may empty it then."""

import subprocess
import sys

RACE = """
import os, sys, threading, time
from importlib.abc import MetaPathFinder
from fktui.store.git import program

class Slow(MetaPathFinder):
    def find_spec(self, name, path, target=None):
        if name == "git.cmd":
            other.start()
            time.sleep(0.3)
        return None

def late():
    program._starter()

def scrub(forget=program._scrub):
    forget()
    time.sleep(0.6 if threading.current_thread() is other else 0)

other = threading.Thread(target=late)
program._scrub = scrub
sys.meta_path.insert(0, Slow())
os.environ["PATH"] = "/nowhere"
program._starter()
other.join()
print("both")
"""


def test_two_threads_that_read_a_history_first_do_not_disturb_each_other():
    done = subprocess.run(
        [sys.executable, "-c", RACE], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.stdout == "both\n", done.stderr
