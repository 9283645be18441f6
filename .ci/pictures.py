"""Pictures of the main screens for README and docs, made from the running program.

    python .ci/pictures.py

Opens the practice store in a temporary folder, presses keys, and keeps what is on the screen as SVG
in docs/pictures/. Nobody in them exists.
"""  # noqa: INP001  (a folder of tools, no package)

import asyncio
import re
import sys
import tempfile
from pathlib import Path

from fktui.cli.context import Invocation
from fktui.settings import Settings
from fktui.tui.app import FkApp
from fktui.tui.session import Session
from fktui.words import language

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "docs" / "pictures"

PICTURES: dict[str, tuple[str, tuple[int, int], str]] = {
    "today": ("", (120, 36), "nl"),
    "family": ("down enter", (120, 36), "nl"),
    "goals": ("down enter 2", (80, 24), "nl"),
    "contact": ("down c 1 , 5", (80, 24), "nl"),
    "score": ("down s 1", (80, 24), "nl"),
    "network": ("down enter 4", (120, 36), "nl"),
    "map": ("down enter w w", (120, 40), "nl"),
    "then-and-now": ("down enter w w n", (120, 40), "nl"),
    "genogram": ("down enter f7", (100, 30), "nl"),
    "analysis": ("down enter 5", (120, 36), "nl"),
    "history": ("down enter 9", (120, 36), "nl"),
    "palette": ("ctrl+p h o m e", (80, 24), "en"),
    "kitchen": ("down enter f9 enter", (80, 24), "nl"),
}
"""Which keys bring each picture, on how large a screen, in which language."""

# The font of the picture is the reader's own; nothing is fetched from elsewhere.
_FETCHED = re.compile(r"@font-face \{.*?\}\s*", re.DOTALL)


def main() -> None:
    """Make them all."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "practice"
        from fktui.cli.main import main as fk

        fk(["demo", str(store), "--no-tui"])
        for name, (keys, size, lang) in PICTURES.items():
            if sys.argv[1:] and name not in sys.argv[1:]:
                continue
            language.use(lang)
            picture = asyncio.run(_picture(store, keys.split(), size))
            (TARGET / f"{name}.svg").write_text(_FETCHED.sub("", picture), encoding="utf-8")


async def _picture(store: Path, keys: list[str], size: tuple[int, int]) -> str:
    told = Invocation(["--store", str(store)])
    session = Session(told.places, lambda: told.desk, lambda: told.moment, Settings())
    app = FkApp(session)
    async with app.run_test(size=size) as pilot:
        await pilot.pause(1)
        for key in keys:
            await pilot.press(key)
        await pilot.pause(1)
        return app.export_screenshot(title="fk")


if __name__ == "__main__":
    main()
