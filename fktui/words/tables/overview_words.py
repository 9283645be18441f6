"""The few words of the list of families: phases, statuses and what is due, as short as can be.

Keyed by the codes that the overview keeps, and without the records they are from: the list must be
there before those are read. Whole sentences are in `labels` and `deadlines`.
"""

from fktui.words.language import N_, _

PHASES = {
    "start": N_("start"),
    "analysis": N_("analysis"),
    "execution": N_("execution"),
    "closing": N_("closing"),
}
STATUSES = {
    "referred": N_("referred"),
    "active": N_("active"),
    "closed": N_("closed"),
    "declined": N_("declined"),
    "unreadable": N_("cannot be read"),
}
DUES = {
    "age-12": N_("child turns 12"),
    "age-16": N_("child turns 16"),
    "age-18": N_("child turns 18"),
    "age-23": N_("child turns 23"),
    "aftercare": N_("aftercare"),
    "aftercare-planned": N_("aftercare"),
    "agreement-due": N_("agreement"),
    "analysis-report": N_("analysis report"),
    "consent-ends": N_("consent ends"),
    "goal-target": N_("goal"),
    "measure-due": N_("measurement"),
    "meeting": N_("meeting"),
    "meeting-due": N_("family meeting"),
    "meeting-next": N_("plan a meeting"),
    "phase-end": N_("end of phase"),
    "plan-due": N_("discuss the plan"),
    "plan-written": N_("plan on paper"),
    "refused-record": N_("destroy the record"),
    "retention-end": N_("end of retention"),
    "safety-agreement-ends": N_("agreement about safety"),
    "safety-condition": N_("condition for safety"),
    "safety-review": N_("safety plan"),
    "step-due": N_("step"),
    "trajectory-aim": N_("aim of the method"),
}
"""Short words for `method.due.day.Deadline.code`; they name nobody, so they may leave the store."""


def say_phase(phase: str, week: int | None, status: str) -> str:
    """Where a family is: `execution, wk 27`, or its status when no phase is running."""
    if phase not in PHASES or status not in ("active", "referred"):
        return _(STATUSES.get(status, status))
    said = _(PHASES[phase])
    return said if week is None else _("{phase}, wk {week}").format(phase=said, week=week)


def say_due_word(code: str) -> str:
    """What is due, in a word or three; the code itself for one that we do not know."""
    return _(DUES[code]) if code in DUES else code
