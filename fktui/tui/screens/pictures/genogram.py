"""*Genogram*: the family by generation; in words where the window is too narrow for the drawing."""

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import BindingType

from fktui.pictures.canvas import Canvas
from fktui.pictures.genogram import draw_genogram, genogram_legend
from fktui.pictures.genogram_svg import genogram_picture
from fktui.tui.keys import PICTURE
from fktui.tui.lines import Line, line, wrapped
from fktui.tui.screens.keyed import bound
from fktui.tui.screens.pictures.looking import PictureScreen
from fktui.tui.screens.pictures.making import ask_file
from fktui.tui.widgets.key_bar import KeyBar
from fktui.tui.widgets.line_list import LineList
from fktui.tui.widgets.map_sheet import MapSheet
from fktui.tui.widgets.title_bar import TitleBar
from fktui.usecases.paper.pictures import picture_files
from fktui.words.language import _
from fktui.words.people.genogram_words import genogram_in_words


class GenogramScreen(PictureScreen):
    """The genogram of one family."""

    DEFAULT_CSS = """
    GenogramScreen MapSheet { margin: 1 0 0 1; }
    GenogramScreen #below { height: auto; }
    """
    BINDINGS: ClassVar[list[BindingType]] = bound(PICTURE)

    def compose(self) -> ComposeResult:
        """Title, drawing, what its signs mean, keys."""
        yield TitleBar()
        yield MapSheet()
        yield LineList(id="below")
        yield KeyBar()

    def on_mount(self) -> None:
        """What the signs mean is only read."""
        self.query_one("#below", LineList).can_focus = False
        super().on_mount()

    @property
    def title_said(self) -> str:
        """The family."""
        return " · ".join((self.shown.case.trajectory.name, _("Genogram")))

    def draw(self) -> None:
        """The drawing with its signs, or the words."""
        self.show_state()
        case, on, width = self.shown.case, self.shown.desk.today, self.size.width - 2
        drawn = draw_genogram(case, on)
        below: list[Line] = []
        if drawn is not None and drawn.width <= width:
            below = list(_signs(genogram_legend(case, on), width))
        else:
            said = list(genogram_in_words(case, on)) if drawn else [_("Nobody is noted yet.")]
            drawn = _written(said, width)
        self.query_one("#below", LineList).show(below)
        self.query_one("#below", LineList).styles.height = len(below)
        self.sheet.show(drawn, {})

    def action_network(self) -> None:
        """The last of the views: back to the family."""
        self.action_back()

    def action_paper(self) -> None:
        """The genogram as a file; which, is asked."""
        case, on = self.shown.case, self.shown.desk.today
        ask_file(self, picture_files(_("Genogram"), lambda _desk: genogram_picture(case, on)))


def _signs(legend: Sequence[str], width: int) -> list[Line]:
    """What the signs mean, none of them cut in two."""
    rows = [""]
    for one in legend:
        if rows[-1] and cell_len(rows[-1]) + cell_len(one) + 3 > width:
            rows.append("")
        rows[-1] += f"   {one}"
    return [line((row, "soft")) for row in rows]


def _written(texts: Sequence[str], width: int) -> Canvas:
    """Sentences on a sheet; a row that goes on is set in as its beginning is."""
    rows: list[str] = []
    for text in texts:
        indent = " " * (len(text) - len(text.lstrip()))
        rows += [row.text for row in wrapped(text.lstrip(), width, indent=indent)]
    canvas = Canvas(width, len(rows))
    for place, row in enumerate(rows):
        canvas.write(0, place, row)
    return canvas
