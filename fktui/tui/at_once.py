"""What stands on the terminal at once: the families as they were last read, while Textual comes.

Textual takes a third of a second to import; the list is there by then, in the same places.
"""

import os
import shutil
from typing import TextIO

from fktui.tui.lines import fit
from fktui.tui.panels.families.today import Seen, at_first, family_line, listed, title, today_head
from fktui.tui.session import Session

ENTER, LEAVE = "\x1b[?1049h\x1b[?25l\x1b[H", "\x1b[?25h\x1b[?1049l"
"""To the other page of a terminal, where programs draw, and back; Textual goes there too."""

_SIDES = 2
"""Columns at the left and the right that stay empty."""


def show_families(session: Session, out: TextIO) -> bool:
    """Write the families as they were last read; whether there was anything to write.

    Who writes this must write LEAVE when nothing follows it.
    """
    if os.name == "nt":
        return False  # there Textual itself must first tell the terminal to obey
    found = session.families_kept()
    wanted = at_first(found.lines, session.me)
    if not found.lines:
        return False
    size = shutil.get_terminal_size()
    seen = Seen(session.today, max(40, size.columns - _SIDES))
    rows = size.lines - 2 - size.lines // 3
    shown = listed(found.lines, wanted, seen.today)[:rows]
    lines = [today_head(seen, wanted.order), *(family_line(one, seen) for one in shown)]
    texts = [title(found, wanted, session.me, seen.today), *(one.text for one in lines)]
    said = "\r\n".join(f" {fit(text, seen.width)}" for text in texts)
    out.write(ENTER + said)
    out.flush()
    return True
