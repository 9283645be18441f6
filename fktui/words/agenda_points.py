"""The points of a family meeting, each as a plain line of the agenda."""

import re
from collections.abc import Mapping

from fktui.method.meetings import AgendaPoint
from fktui.words.deadlines import DEADLINES, said
from fktui.words.language import N_, _
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_day

POINTS: dict[str, str] = {
    "agreement-open": N_("What we agreed on {agreed_on}: {what}"),
    "agreed-changed": N_("{agreed} has changed: do we still agree?"),
    "consent-ends": N_("The consent for “{what}” ends on {on}: is it still needed?"),
    "goal-target": N_("“{title}” was to be reached by {on}: are we there?"),
    "goal-unscored": N_("How far are we with “{title}”?"),
    "phase-end": N_("The {phase} is to end on {on}: what comes then?"),
    "safety-review": N_("Looking at the safety plan again"),
    "step-due": N_("Step, until {on}: {what}"),
}
"""The points with a sentence of their own; a deadline without one is said as in the agenda."""

_MINUTES = re.compile(r"\s*\((\d{1,3}) min\)\Z")


def with_minutes(point: str, minutes: int) -> str:
    """A line of the agenda with the time for it: `School (10 min)`, the same in each language."""
    return f"{point} ({minutes} min)"


def without_minutes(point: str) -> tuple[str, int | None]:
    """A line of the agenda, and how many minutes stand behind it."""
    found = _MINUTES.search(point)
    return (point[: found.start()], int(found[1])) if found else (point, None)


def say_point(point: AgendaPoint, names: Mapping[str, str]) -> str:
    """One point, with in brackets whom it is up to."""
    facts = said(point.facts)
    if point.code in POINTS:
        line = _(POINTS[point.code]).format_map(facts)
    else:
        line = f"{_(DEADLINES[point.code]).format_map(facts)}: {say_day(point.facts['on'])}"
    who = listed(point.facts.get("who", ()), dict(names))
    return f"{line} ({who})" if who else line
