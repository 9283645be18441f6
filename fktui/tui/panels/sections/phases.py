"""The four phases as they went: planned and real days, decisions, more time; how the help ended."""

from collections.abc import Iterator

from fktui.method.phases import current
from fktui.model.trajectory import Status
from fktui.tui.family import View
from fktui.tui.lines import Line, Part, columns, line, wrapped
from fktui.tui.panels.panel import record_line, task_line
from fktui.usecases.course.phases import Asked, Course, Stay, course
from fktui.words.course.phases import say_criteria, say_days_of, say_end, say_entry, say_longer
from fktui.words.labels import condition_label, label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_day


def phase_history(view: View) -> Iterator[Line]:
    """Each stay with what was decided; then what the next phase asks, or how the help ended."""
    found = course(view.desk, view.case, view.desk.today)
    for stay in found.stays:
        yield from _stay(view, stay)
    yield from _following(view, found)
    yield from _ending(view)


def _stay(view: View, stay: Stay) -> Iterator[Line]:
    period = stay.period
    running = period is current(view.case.trajectory)
    mark: Part = "►" if running else ("√", "good") if period.ended_on else " "
    planned = say_days_of(period.planned_from, period.planned_until)
    real = say_days_of(period.started_on, period.ended_on)
    style = "" if period.started_on else "soft"
    cells = columns((label(period.phase), 18), ((real, style), 28), (_("planned"), 9))
    yield record_line(period, "phase", *cells, (planned, "soft"), mark=mark)
    for said in say_entry(period, view.shown.names, longer=False):
        yield from wrapped(said, view.width - 4, "soft", indent="     ")
    for one in period.extensions:
        yield record_line(one, "extension", "  ", say_longer(one))


def _following(view: View, found: Course) -> Iterator[Line]:
    if found.following is None or view.case.trajectory.status in (Status.CLOSED, Status.DECLINED):
        return
    said = _("Before the {phase}").format(phase=label(found.following))
    met = sum(_is_met(one) for one in found.asked)
    count = _("{met} of {all}").format(met=met, all=len(found.asked))
    yield task_line("phase", f"{said}: {count}", mark="f")
    for one in found.asked:
        mark: Part = ("√", "good") if _is_met(one) else "□"
        yield line("     ", mark, " ", (condition_label(one.condition.code), "soft"))


def _is_met(one: Asked) -> bool:
    return one.confirmed or bool(one.seen)


def _ending(view: View) -> Iterator[Line]:
    trajectory, names = view.case.trajectory, view.shown.names
    closing, talk = trajectory.closing, trajectory.aftercare
    if closing is not None:
        yield line("   ", (say_end(closing), "strong"))
        by = closing.decision.by if closing.decision else ()
        people = _("decided together by: {people}").format(people=listed(by, names) or "–")
        for said in (people, *say_criteria(closing, names), closing.note or ""):
            yield from wrapped(said, view.width - 4, "soft", indent="     ") if said else ()
        yield task_line("phase.reopen", _("take the help up again"))
    if talk is not None:
        day = talk.held_on or talk.planned_on
        text = _("Aftercare talk held: {day}") if talk.held_on else _("Aftercare talk: {day}")
        yield line("   ", text.format(day=say_day(day) if day else "–"))
    if closing is not None and (talk is None or talk.held_on is None):
        yield task_line("phase.aftercare", _("note the aftercare talk"))
