"""The minutes of a meeting as Markdown, in words that everybody at the table can read.

Without its template: short enough to be the same for everybody. What people wrote stays text.
"""

from collections.abc import Iterable, Iterator, Mapping

from fktui.documents.filters import inline, prose
from fktui.model.case import Case
from fktui.model.journal import Meeting, MeetingAgreement, MeetingStatus
from fktui.model.record import by_id
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.clock import say_time
from fktui.words.time.say_dates import say_day


def minutes(case: Case, meeting: Meeting, names: Mapping[str, str]) -> str:
    """Who were there, what it was about, what was agreed with who and when, and when again.

    Of a meeting that is still to come it is the invitation: who are asked, and the agenda. The
    title of a goal that not everybody may read is left out (domain.md §5.4).
    """
    called = dict(names)
    parts = [*_head(case, meeting), *_people(meeting, called)]
    held = meeting.status is MeetingStatus.HELD
    about = _("What we talked about") if held else _("What we will talk about")
    parts += _listed(about, [f"1. {inline(one)}" for one in meeting.agenda])
    parts += _listed(
        _("What we agreed"), [_agreement(case, one, called) for one in meeting.agreements]
    )
    if meeting.body:
        parts += _listed(_("What was said"), [prose(meeting.body)])
    if meeting.next_on:
        again = _("We meet again on {day}.").format(day=say_day(meeting.next_on))
        parts += _listed(_("Next time"), [inline(again)])
    return "\n\n".join(parts) + "\n"


def _head(case: Case, meeting: Meeting) -> Iterator[str]:
    kind = label(meeting.kind)
    title = _("{kind} of {day}").format(kind=kind, day=say_day(meeting.on))
    yield f"# {inline(title[:1].upper() + title[1:])}"
    parts = [case.trajectory.name, say_time(meeting.at) if meeting.at else "", meeting.place or ""]
    if meeting.status is not MeetingStatus.HELD:
        parts.append(label(meeting.status))
    yield inline("  ·  ".join(part for part in parts if part))


def _people(meeting: Meeting, names: dict[str, str]) -> list[str]:
    """Who were there, and who were asked and could not come; before it was held, who are asked."""
    if meeting.status is not MeetingStatus.HELD:
        return _listed(_("Invited"), _names(meeting.invited, names))
    missing = [one for one in meeting.invited if one not in meeting.present]
    there = _listed(_("Who were there"), _names(meeting.present, names))
    return there + _listed(_("Could not be there"), _names(missing, names))


def _names(people: Iterable[str], names: dict[str, str]) -> list[str]:
    return [f"- {inline(listed((one,), names))}" for one in people]


def _agreement(case: Case, one: MeetingAgreement, names: dict[str, str]) -> str:
    goal = by_id(case.plan.goals, one.goal) if one.goal else None
    parts = [
        listed(one.who, names),
        _("by {day}").format(day=say_day(one.due)) if one.due else "",
    ]
    if goal is not None and (not goal.visible_to or "family" in goal.visible_to):
        parts.append(_("for: {title}").format(title=goal.title))
    more = ", ".join(inline(part) for part in parts if part)
    return f"- **{inline(one.what)}**" + (f" – {more}" if more else "")


def _listed(title: str, lines: list[str]) -> list[str]:
    """A heading with its list; nothing when there is nothing to list."""
    return [f"## {inline(title)}", "\n".join(lines)] if lines else []
