"""What stands beside the network map, or below it: who it is, what the marks mean, what to ask."""

from collections.abc import Iterator

from rich.cells import cell_len

from fktui.method.around.network import questions
from fktui.model.network import NetworkPerson
from fktui.model.record import by_id
from fktui.tui.family import View
from fktui.tui.lines import Line, head, line, section, wrapped
from fktui.tui.panels.record import record_lines
from fktui.usecases.people.network import sector_name
from fktui.words.language import _
from fktui.words.people.around import legend, say_ring, say_ties, ties_of
from fktui.words.questions import say_question


def legend_lines(width: int) -> Iterator[Line]:
    """What the marks mean, over as many lines as it takes."""
    row = ""
    for part in legend():
        if row and cell_len(row) + cell_len(part) + 2 > width:
            yield line((f" {row}".rstrip(), "soft"))
            row = ""
        row += f"{part} "
    yield line((f" {row}".rstrip(), "soft"))


def question_lines(view: View) -> Iterator[Line]:
    """What the map leaves open: to be asked, never a mark."""
    for one in questions(view.case, view.desk.today):
        said = say_question(one, view.desk.settings.sectors)
        first, *rest = wrapped(said, view.width - 6)
        key = f"question:{one.code}:{one.about or ''}"
        yield line(" ? ", *first.spans, key=key, kind="question")
        yield from (line("   ", *row.spans) for row in rest)


def place_line(view: View, key: str) -> list[Line]:
    """Somebody in one line: the place on the map, and the ties in words."""
    one = by_id(view.case.network.people, key)
    if one is None:
        return [line((_("Nobody stands on the map yet; a puts somebody there."), "soft"))]
    return [line((one.name, "strong"), f" · {_place(view, one)} · {_ties(view, one)}")]


def beside_map(view: View, key: str) -> list[Line]:
    """Who is under the cursor, what to ask the family, what the marks mean."""
    one = by_id(view.case.network.people, key)
    shown: list[Line] = []
    if one is not None:
        shown = [*wrapped(one.name, view.width, "strong")]
        shown += wrapped(_place(view, one), view.width)
        shown += wrapped(_ties(view, one), view.width, indent="  ")
        shown.append(line(""))
    shown += section(_("To ask the family"), question_lines(view))
    shown += [head(_("What the marks mean")), *legend_lines(view.width), line("")]
    if one is not None:
        shown += [row._replace(key="", kind="") for row in record_lines(view, key)]
    return shown


def _place(view: View, one: NetworkPerson) -> str:
    said = [one.relation or "", sector_name(view.desk, one.sector), say_ring(one.ring)]
    return " · ".join(filter(None, [*said, "★ JIM" if one.jim_of else ""]))


def _ties(view: View, one: NetworkPerson) -> str:
    return say_ties(ties_of(view.case, one), view.shown.names) or _("no tie noted")
