"""The tab *Meetings*: those to come, what is still to be done, those that were held, the rhythm."""

from collections.abc import Iterator

from fktui.method.due.rhythm import due_on, meeting_weeks
from fktui.method.meetings import is_kept
from fktui.method.phases import current
from fktui.model.journal import Meeting, MeetingAgreement, MeetingKind, MeetingStatus
from fktui.tui.family import View
from fktui.tui.lines import Line, Part, columns, line, section, wrapped
from fktui.tui.panels.panel import Panel, record_line
from fktui.usecases.journal.meetings import meetings
from fktui.words.agenda_points import without_minutes
from fktui.words.labels import label
from fktui.words.language import N_, _
from fktui.words.naming import listed
from fktui.words.time.clock import say_time
from fktui.words.time.say_dates import say_day, say_day_of_year, say_weeks

KINDS = ("meeting", "meeting_agreement")
RHYTHM = "rhythm"
"""The key and the kind of the line with how often the family meets."""

_DAY, _TIME, _MINUTES, _DUE = 16, 7, 7, 12
_IN = "     "
_MOST_MINUTES_ROWS = 3


def lines(view: View) -> list[Line]:
    """What comes first, then what is open, what was, and how often."""
    found = meetings(view.case)
    planned = sorted(
        (one for one in found if one.status is MeetingStatus.PLANNED),
        key=lambda one: (one.on, one.at or ""),
    )
    rest = [one for one in found if one.status is not MeetingStatus.PLANNED]
    return [
        *section(_("To come"), _each(view, planned), _("no meeting planned; b prepares one")),
        *section(_("Still to be done, from all meetings"), _open_tasks(view, found)),
        *section(_("Rhythm"), _rhythm(view)),
        *section(_("Held"), _each(view, rest), _("none yet")),
    ]


def _each(view: View, found: list[Meeting]) -> Iterator[Line]:
    for one in found:
        yield _meeting(view, one)
        if one.status is MeetingStatus.PLANNED:
            yield from _prepared(view, one)
        else:
            yield from _what_came(view, one)


def _meeting(view: View, one: Meeting) -> Line:
    """Day, time, where; what kind when it is no family meeting."""
    kind = "" if one.kind is MeetingKind.FAMILY_MEETING else label(one.kind)
    cancelled = label(one.status) if one.status is MeetingStatus.CANCELLED else ""
    asks = _("was it held?") if _is_past(view, one) else ""
    said = " · ".join(filter(None, (asks, cancelled, kind, one.place)))
    return record_line(
        one,
        "meeting",
        *columns(
            ((say_day(one.on), "strong"), _DAY),
            (say_time(one.at) if one.at else "", _TIME),
            ((said, "late" if asks else ""), view.width - 2 - _DAY - _TIME),
        ),
        mark=_mark(view, one),
    )


def _is_past(view: View, one: Meeting) -> bool:
    return one.status is MeetingStatus.PLANNED and one.on < view.desk.today


def _mark(view: View, one: Meeting) -> Part:
    if _is_past(view, one):
        return ("!", "late")
    if one.status is MeetingStatus.HELD:
        return ("√", "good")
    return ("×", "soft") if one.status is MeetingStatus.CANCELLED else " "


def _prepared(view: View, one: Meeting) -> Iterator[Line]:
    """Who comes, and the agenda with its minutes."""
    if one.invited:
        yield from wrapped(listed(one.invited, view.shown.names), view.width, "soft", _IN)
    whole = 0
    room = view.width - len(_IN) - _MINUTES
    for number, point in enumerate(one.agenda, 1):
        text, minutes = without_minutes(point)
        whole += minutes or 0
        said = _("{count} min").format(count=minutes) if minutes else ""
        yield line(_IN, *columns((f"{number}. {text}", room), ((said, "soft"), -_MINUTES)))
    if whole:
        total = _("together {count} min").format(count=whole)
        yield line(_IN, *columns(((total, "soft"), -(view.width - len(_IN)))))


def _what_came(view: View, one: Meeting) -> Iterator[Line]:
    """What was agreed, and the first words of the minutes."""
    if one.present:
        yield from wrapped(listed(one.present, view.shown.names), view.width, "soft", _IN)
    for agreement in one.agreements:
        kept = is_kept(view.case, agreement)
        # What is open stands above, where the cursor finds it.
        yield _agreement(view, agreement, key=agreement.id if kept else "")
    rows = list(wrapped(one.body, view.width, indent=_IN)) if one.body else []
    yield from rows[:_MOST_MINUTES_ROWS]
    if len(rows) > _MOST_MINUTES_ROWS:
        yield line(_IN, ("…", "soft"))


def _open_tasks(view: View, found: tuple[Meeting, ...]) -> Iterator[Line]:
    """What was agreed and is not done, what should be done first at the top."""
    waiting = [
        one
        for meeting in found
        for one in meeting.agreements
        if meeting.status is not MeetingStatus.CANCELLED and not is_kept(view.case, one)
    ]
    for one in sorted(waiting, key=lambda one: str(one.due or "9")):
        yield _agreement(view, one, key=one.id)


def _agreement(view: View, one: MeetingAgreement, key: str) -> Line:
    """□ or √, what, who, until when."""
    kept = is_kept(view.case, one)
    late = not kept and one.due is not None and one.due < view.desk.today
    room = view.width - 4 - _DUE
    who = room // 3
    due = say_day_of_year(one.due) if one.due else ""
    return line(
        ("!" if late else " ", "late"),
        " ",
        ("√ ", "good") if kept else ("□ ", ""),
        *columns(
            (one.what, room - who),
            ((f" {listed(one.who, view.shown.names)}", "soft"), who),
            ((due, "late" if late else "soft"), -_DUE),
        ),
        key=key,
        kind="meeting_agreement" if key else "",
    )


def _rhythm(view: View) -> Iterator[Line]:
    """How many weeks there are between two meetings, and by when the next one is."""
    period = current(view.case.trajectory)
    weeks = meeting_weeks(period, view.desk.norms) if period else None
    if period is None or weeks is None:
        said = _("how often is not agreed")
    elif period.meeting_weeks:
        said = _("agreed: every {weeks}").format(weeks=say_weeks(weeks.value))
    else:
        said = _("usual: every {weeks}").format(weeks=say_weeks(weeks.value))
    on = due_on(view.case, view.desk.norms)
    planned = any(
        one.status is MeetingStatus.PLANNED and one.kind is MeetingKind.FAMILY_MEETING
        for one in view.case.meetings
    )
    late = on is not None and on < view.desk.today and not planned
    due = _("the next one by {day}").format(day=say_day(on)) if on and not planned else ""
    text = " · ".join(filter(None, (said, due)))
    mark: Part = ("!", "late") if late else " "
    yield line(mark, " ", *columns((text, view.width - 2)), key=RHYTHM, kind=RHYTHM)


PANEL = Panel(
    "meetings",
    N_("Meetings"),
    lines,
    KINDS,
    ("meeting", "meeting.hold", "meeting.rhythm", "minutes"),
    opens={
        "meeting": "meeting.open",
        "meeting_agreement": "meeting_agreement.done",
        RHYTHM: "meeting.rhythm",
    },
)
