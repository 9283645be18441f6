"""Where everybody stands towards a text: agrees or not, was not asked, or is to be asked anew."""

from collections.abc import Iterator

from fktui.method.agreed import Stance, standing
from fktui.tui.family import View
from fktui.tui.lines import Line, columns, line
from fktui.tui.panels.panel import task_line
from fktui.tui.panels.sections.telling import told
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_date

_MARKS = {
    Stance.AGREES: ("√", "good"),
    Stance.DISAGREES: ("×", "late"),
    Stance.TO_DISCUSS: ("!", "mild"),
    Stance.NOT_ASKED: ("□", "soft"),
}
_NAME = 18


def standing_lines(view: View, to: str) -> Iterator[Line]:
    """A line for each person; the words that were said stand behind it."""
    found = standing(view.case, to, view.desk.today)
    for one in found:
        mark = _MARKS[one.stance]
        cells = columns((listed((one.person,), view.shown.names), _NAME), ("", 1))
        if one.assent is None:
            yield line(mark, " ", *cells, *columns(((label(one.stance), "soft"), view.width - 21)))
            continue
        because = f": {one.assent.because}" if one.assent.because else ""
        said = f"{label(one.stance)}, {say_date(one.assent.on)}{because}"
        yield from told(view.width, one.assent, "assent", cells, said, mark=mark)
    asked = any(one.stance in (Stance.NOT_ASKED, Stance.TO_DISCUSS) for one in found)
    if asked and not view.shown.together:
        yield task_line("agree", _("ask who agrees"), to)
