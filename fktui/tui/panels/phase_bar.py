"""The four phases as three lines: name and state, weeks, hours a week with the norm."""

from fktui.method.intensity import Against
from fktui.model.trajectory import Phase
from fktui.tui.family import View
from fktui.tui.lines import Line, Span, columns, line
from fktui.usecases.course.phases import Stay, course
from fktui.words.course.phases import say_band
from fktui.words.language import _
from fktui.words.tables.overview_words import PHASES
from fktui.words.time.hours import hours_in_figures


def phase_lines(view: View) -> list[Line]:
    """Equal parts, not to scale: two weeks of fifty would be three columns wide."""
    found = course(view.desk, view.case, view.desk.today)
    stays = {stay.period.phase: stay for stay in found.stays}
    size = max(10, (view.width - 3) // len(Phase))
    rows: list[list[Span]] = [[], [], []]
    for place, phase in enumerate(Phase):
        for row, spans in zip(rows, _part(view, phase, stays.get(phase), place, size), strict=True):
            row += [*spans, Span("│" if place < len(Phase) - 1 else "", "soft")]
    return [line(*row) for row in rows]


def phase_line(view: View) -> list[Line]:
    """The phase that is running, in one line."""
    found = course(view.desk, view.case, view.desk.today)
    running = [stay for stay in found.stays if _is_running(stay)]
    if not running:
        return [line("")]
    stay = running[-1]
    place = list(Phase).index(stay.period.phase) + 1
    name = f" ►{place} {_name(stay.period.phase).upper()} "
    size = max(10, view.width // 3)
    return [line((name, "here"), *_weeks(stay, size), " ", *_hours(view, stay, size))]


def _is_running(stay: Stay) -> bool:
    return stay.period.started_on is not None and stay.period.ended_on is None


def _part(
    view: View, phase: Phase, stay: Stay | None, place: int, size: int
) -> tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]:
    running = stay is not None and _is_running(stay)
    ended = stay is not None and stay.period.ended_on is not None
    mark = "►" if running else " "
    name = f"{mark}{place + 1} {_name(phase).upper()}{' √' if ended else ''}"
    style = "here" if running else "" if ended else "soft"
    if stay is None:
        return columns(((name, style), size)), columns(("", size)), columns(("", size))
    return columns(((name, style), size)), _weeks(stay, size), _hours(view, stay, size)


def _weeks(stay: Stay, size: int) -> tuple[Span, ...]:
    meant, used = stay.weeks_meant, stay.weeks_used
    figures = f" {used if used is not None else '–'}/{meant if meant is not None else '–'} " + _(
        "wk"
    )
    room = max(0, size - len(figures) - 4)
    full = round(room * min(1.0, (used or 0) / meant)) if meant else 0
    late = bool(meant and used and used > meant)
    return columns(
        (figures, len(figures) + 1),
        (("█" * full, "accent"), full),
        (("░" * (room - full), "soft"), room - full),
        ((" !" if late else "", "mild"), size - len(figures) - 1 - room),
    )


def _hours(view: View, stay: Stay, size: int) -> tuple[Span, ...]:
    norm = view.desk.norms.phase(stay.period.phase).hours if stay.hours is None else stay.hours.norm
    band = say_band(norm)
    if view.shown.together:
        return columns(("", size))
    if stay.hours is None:
        return columns(((" " + _("norm {hours}").format(hours=band), "soft"), size))
    outside = stay.hours.against is not Against.WITHIN
    spent, per_week = hours_in_figures(stay.hours.per_week), _("h/wk")
    mark = " !" if outside and stay.period.ended_on is None else ""
    return columns(((f" {spent} {per_week} ({band}){mark}", "mild" if mark else "soft"), size))


def _name(phase: Phase) -> str:
    return _(PHASES[phase.value])
