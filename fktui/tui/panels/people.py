"""The tab *Dossier*: who they are, how they came, how the help goes: the head of the record."""

from collections.abc import Iterator

from fktui.model.trajectory import FamilyGroupPlan
from fktui.tui.family import View
from fktui.tui.lines import Line, head, line, section
from fktui.tui.panels.panel import Panel
from fktui.tui.panels.sections.intake import intake_lines
from fktui.tui.panels.sections.members import (
    apart_line,
    authority_lines,
    member_lines,
    relation_lines,
)
from fktui.tui.panels.sections.phases import phase_history
from fktui.tui.panels.sections.telling import beside, fact
from fktui.words.course.intake import named
from fktui.words.labels import kind_label, label
from fktui.words.language import N_, _
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_day

KINDS = (
    "person",
    "household",
    "relation",
    "authority",
    "phase",
    "extension",
    "information",
    "referral_goal",
    "indication",
    "contraindication",
)

ADDS = (
    "person.add",
    "household.add",
    "relation.add",
    "authority.add",
    "information.add",
    "referral_goal.add",
    "phase.extend",
)


def lines(view: View) -> list[Line]:
    """Head, family, relations, authority, phases, referral and intake."""
    nobody = _("Nobody is noted yet. a adds somebody.")
    shown = [*_head(view), line("")]
    shown += section(_("The family"), [*member_lines(view), *apart_line(view)], nobody)
    shown += section(kind_label("relation"), relation_lines(view))
    shown += section(kind_label("authority"), authority_lines(view))
    shown += section(_("Phases"), phase_history(view), _("no phases planned yet"))
    return shown + intake_lines(view)


def _head(view: View) -> Iterator[Line]:
    """Name, status, who work with the family: the head of the record."""
    trajectory, names = view.case.trajectory, view.shown.names
    yield head(trajectory.name, f"{trajectory.id} · {label(trajectory.status)}")
    key, kind = "head:trajectory", "case"
    for field in ("coach", "second", "lead_clinician", "referrer", "interpreter"):
        value = getattr(trajectory, field)
        said = listed((value,), names) if value else ""
        if field == "referrer" and trajectory.referred_on:
            said += f" · {say_day(trajectory.referred_on)}"
        yield from fact(named(field), said, view.width, key, kind)
        key = kind = ""
    if trajectory.receivers:
        yield from fact(named("receivers"), listed(trajectory.receivers, names), view.width)
    plan = trajectory.family_group_plan
    said = _group_plan(plan) if plan else _("not offered yet")
    yield from fact(
        named("family_group_plan"), said, view.width, "head:family_group_plan", "group_plan"
    )


def _group_plan(plan: FamilyGroupPlan) -> str:
    """What came of the offer, and what happened since."""
    said = [f"{label(plan.outcome)}, {say_day(plan.on)}", plan.reason or ""]
    for field in ("plan_discussed_on", "asked_in_writing_on", "written_on"):
        day = getattr(plan, field)
        said.append(f"{named(field)}: {say_day(day)}" if day else "")
    return " · ".join(filter(None, said))


PANEL = Panel("people", N_("Dossier"), lines, KINDS, ADDS, beside)
