"""Documents cost nothing until one is made."""

import subprocess
import sys


def test_heavy_packages_wait_until_they_are_needed():
    heavy = "{'jinja2', 'markdown_it', 'typst'}"
    code = f"import sys, fktui.documents.make; print({heavy} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
