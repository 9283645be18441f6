"""What stands beside the network map, or below it: who it is, what the marks mean, what to ask."""

from collections.abc import Iterator

from rich.cells import cell_len

from fktui.method.around.network import questions
from fktui.model.network import NetworkPerson, Sector
from fktui.model.record import by_id
from fktui.pictures.family_box import say_homes
from fktui.pictures.then_and_now import counted
from fktui.tui.family import View
from fktui.tui.lines import Line, columns, head, line, section, wrapped
from fktui.tui.panels.record import record_lines
from fktui.usecases.people.network import sector_name
from fktui.usecases.people.network_maps import MapOfDays
from fktui.words.language import _
from fktui.words.people.around import legend, say_ring, say_supports, say_ties, ties_of
from fktui.words.people.map_words import say_changes
from fktui.words.questions import say_question


def legend_lines(width: int, shown: MapOfDays | None = None) -> Iterator[Line]:
    """What the marks mean, over as many lines as it takes; of two days first what changed."""
    changes = say_changes(counted(shown.scene)) if shown and shown.found else ()
    homes = say_homes(shown.scene) if shown else ()
    row = ""
    for part in (*changes, *legend(), *homes):
        if row and cell_len(row) + cell_len(part) + 2 > width:
            yield line((f" {row}".rstrip(), "soft"))
            row = ""
        row += f"{part} "
    yield line((f" {row}".rstrip(), "soft"))


def change_lines(shown: MapOfDays, width: int) -> list[Line]:
    """What changed between two days, in sentences."""
    lines = [row for said in shown.days for row in wrapped(said, width, "soft")]
    lines.append(line(""))
    told = shown.words or (_("Nothing changed on the map."),)
    lines += [row for said in told for row in wrapped(said, width)]
    return [*lines, line(""), head(_("What the marks mean")), *legend_lines(width, shown)]


def question_lines(view: View) -> Iterator[Line]:
    """What the map leaves open: to be asked, never a mark."""
    for one in questions(view.case, view.desk.today):
        said = say_question(one, view.desk.settings.sectors)
        first, *rest = wrapped(said, view.width - 6)
        key = f"question:{one.code}:{one.about or ''}"
        yield line(" ? ", *first.spans, key=key, kind="question")
        yield from (line("   ", *row.spans) for row in rest)


def place_lines(view: View, key: str) -> list[Line]:
    """Somebody in two lines at most: the place on the map, and the ties in words."""
    one = by_id(view.case.network.people, key)
    if one is None:
        return [line((_("Nobody stands on the map yet; a puts somebody there."), "soft"))]
    said = f"{one.name} · {_place(view, one)} · {_ties(view, one)}"
    first, *more = wrapped(said, view.width, "strong")
    return [first, *([line(*columns((more[0].text, view.width)))] if more else [])]


def say_landing(view: View, who: str, zone: tuple[int, int]) -> str:
    """Where somebody would stand who is let go now: in which ring and sector; ring 0 is nowhere."""
    one, (ring, place) = by_id(view.case.network.people, who), zone
    if one is None or not ring:
        return ""
    return f"{one.name} → {sector_name(view.desk, list(Sector)[place])}, {say_ring(ring)}"


def beside_map(view: View, key: str) -> list[Line]:
    """Who is under the cursor, what to ask the family, what the marks mean."""
    one = by_id(view.case.network.people, key)
    shown: list[Line] = []
    if one is not None:
        shown = [*wrapped(one.name, view.width, "strong")]
        shown += wrapped(_place(view, one), view.width)
        shown += wrapped(_ties(view, one), view.width, indent="  ")
        shown += wrapped(say_supports(one), view.width, indent="  ") if one.supports else []
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
