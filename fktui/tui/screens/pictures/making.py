"""What is looked at becomes a file; which one, is asked."""

from collections.abc import Sequence

from fktui.tui.screens.chooser import ChooserScreen
from fktui.tui.screens.keyed import Keyed
from fktui.usecases.paper.pictures import FileKind
from fktui.words.language import _


def ask_file(screen: Keyed, files: Sequence[FileKind]) -> None:
    """Ask which file, make it, and say where it is."""
    kinds = {one.id: one for one in files}

    def chosen(kind: str | None) -> None:
        if kind:
            screen.program.make_file(kinds[kind].make)

    rows = [(one.id, one.said) for one in files]
    screen.app.push_screen(ChooserScreen(_("Make a file of it"), rows), chosen)
