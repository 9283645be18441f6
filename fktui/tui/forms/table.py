"""Which form belongs to which task, by the name of the action; a form is made when it is opened.

What the keys do is in `fktui.tui.keys`; kinds of records that have no form of their own here are
added and changed by `record`.
"""

from importlib import import_module
from typing import NamedTuple

from fktui.tui.forms.form import Ask, Form
from fktui.words.language import N_


class Task(NamedTuple):
    """A form, where it is made, and how the palette calls it."""

    module: str
    make: str
    label: str


TASKS: dict[str, Task] = {
    "contact": Task("contact", "contact_form", N_("Note a contact")),
    "score": Task("goals", "score_form", N_("Score the goals")),
    "goal": Task("goals", "goal_form", N_("Add a goal")),
    "goal.edit": Task("goals", "goal_edit_form", N_("Change a goal")),
    "goal.end": Task("goals", "goal_status_form", N_("What became of a goal")),
    "goal.status": Task("goals", "goal_status_form", N_("What became of a goal")),
    "step.add": Task("steps", "step_form", N_("Add a step")),
    "step.end": Task("steps", "step_done_form", N_("A step is done")),
    "step.done": Task("steps", "step_done_form", N_("A step is done")),
    "domain": Task("analysis", "domain_form", N_("Score the life domains")),
    "explain": Task("analysis", "explain_form", N_("Write the explanation together")),
    "worry.contest": Task("analysis", "contest_form", N_("Somebody sees a worry otherwise")),
    "worry.outdate": Task("analysis", "outdate_form", N_("A worry is no longer so")),
    "worry.goal": Task("analysis", "goal_form", N_("Make a goal of a worry")),
    "strength.goal": Task("analysis", "strength_goal_form", N_("Make a goal of a strength")),
    "experience": Task("analysis", "experience_form", N_("How somebody felt an event")),
    "measure.add": Task("measures", "measure_form", N_("Keep the figures of a questionnaire")),
    "agree": Task("agree", "agree_form", N_("Who agrees")),
    "assent.add": Task("agree", "agree_form", N_("Who agrees")),
    "scaling.add": Task("safety.scaling", "scaling_form", N_("Ask how safe it is")),
    "safety.new": Task("safety.plans", "new_form", N_("Make a safety plan")),
    "safety.signal": Task("safety.lines", "signal_form", N_("Safety plan: a signal")),
    "safety.agreement": Task("safety.lines", "agreement_form", N_("Safety plan: an agreement")),
    "safety.call": Task("safety.lines", "call_form", N_("Safety plan: who calls whom")),
    "safety.condition": Task(
        "safety.lines", "condition_form", N_("Safety plan: a condition that others set")
    ),
    "safety.condition.met": Task("safety.lines", "met_form", N_("Safety plan: a condition is met")),
    "safety.guards": Task("safety.plans", "guards_form", N_("Safety plan: who watch it")),
    "safety.review": Task("safety.plans", "review_form", N_("Look at the safety plan again")),
    "safety.version": Task("safety.plans", "version_form", N_("Safety plan: the next version")),
    "safety.drop": Task("safety.lines", "drop_form", N_("Safety plan: take a line out")),
    **{
        f"{kind}.end": Task("safety.lines", "drop_form", N_("Safety plan: take a line out"))
        for kind in ("signal", "safety_agreement", "call", "condition", "review")
    },
    "safety.end": Task("safety.plans", "end_form", N_("The safety plan ends")),
    "reporting_code.open": Task("safety.code", "open_form", N_("Begin with the reporting code")),
    "reporting_code.step": Task("safety.code", "step_form", N_("Reporting code: a step")),
    "reporting_code.close": Task("safety.code", "close_form", N_("Reporting code: its outcome")),
    "meeting": Task("meeting.prepare", "meeting_form", N_("Prepare a meeting")),
    "meeting.add": Task("meeting.prepare", "meeting_form", N_("Prepare a meeting")),
    "meeting.open": Task("meeting.prepare", "open_form", N_("Go on with a meeting")),
    "meeting.hold": Task("meeting.hold", "hold_form", N_("A meeting was held")),
    "meeting.cancel": Task("meeting.hold", "cancel_form", N_("A meeting will not take place")),
    "meeting.end": Task("meeting.hold", "cancel_form", N_("A meeting will not take place")),
    "meeting.rhythm": Task("meeting.prepare", "rhythm_form", N_("How often the family meets")),
    "meeting_agreement.done": Task(
        "meeting.hold", "agreement_done_form", N_("What was agreed is done")
    ),
    "meeting_agreement.end": Task(
        "meeting.hold", "agreement_done_form", N_("What was agreed is done")
    ),
    "consent": Task("paper.consent", "consent_form", N_("Record a consent")),
    "consent.add": Task("paper.consent", "consent_form", N_("Record a consent")),
    "consent.withdraw": Task("paper.consent", "withdraw_form", N_("A consent is withdrawn")),
    "consent.end": Task("paper.consent", "withdraw_form", N_("A consent is withdrawn")),
    "paper": Task("paper.documents", "paper_form", N_("Make a document")),
    "minutes": Task("paper.documents", "minutes_form", N_("Minutes on paper")),
    "handover": Task("paper.documents", "handover_form", N_("Handover to the next coach")),
    "inspect": Task("paper.copies", "inspect_form", N_("Somebody's own copy")),
    "statement.add": Task("paper.words", "statement_form", N_("Somebody's own words")),
    "future.add": Task("paper.words", "future_form", N_("A line for the future plan")),
    "future.drop": Task("paper.words", "drop_form", N_("Take a line out of the future plan")),
    "future.end": Task("paper.words", "drop_form", N_("Take a line out of the future plan")),
    "participation": Task("paper.words", "participation_form", N_("Taking part in a study")),
    "participation.add": Task("paper.words", "participation_form", N_("Taking part in a study")),
    "network.add": Task("people.network", "network_form", N_("Somebody around the family")),
    "network.move": Task("people.network", "move_form", N_("Network: closer or further")),
    "network.tie": Task("people.network", "tie_form", N_("Network: a tie")),
    "tie.add": Task("people.network", "tie_form", N_("Network: a tie")),
    "tie.edit": Task("people.network", "tie_form", N_("Network: a tie")),
    "jim.add": Task("people.jim", "candidate_form", N_("JIM: who could be it")),
    "candidate.add": Task("people.jim", "candidate_form", N_("JIM: who could be it")),
    "jim.choose": Task("people.jim", "choose_form", N_("JIM: whom the youth chose")),
    "jim.ask": Task("people.jim", "ask_form", N_("JIM: the chosen one was asked")),
    "jim.answer": Task("people.jim", "answer_form", N_("JIM: the answer")),
    "jim.parent": Task("people.jim", "parent_form", N_("JIM: what a parent says")),
    "parental_answer.add": Task("people.jim", "parent_form", N_("JIM: what a parent says")),
    "jim.step": Task("people.jim", "step_form", N_("JIM: a step")),
    "jim_step.add": Task("people.jim", "step_form", N_("JIM: a step")),
    "jim.edit": Task("people.jim", "edit_form", N_("JIM: agreements")),
    "jim.end": Task("people.jim", "end_form", N_("JIM: it ends")),
    "person.add": Task("people.family", "person_form", N_("Somebody of the family")),
    "household.add": Task("people.family", "household_form", N_("Who live together")),
    "phase": Task("course.phases", "phase_form", N_("On to the next phase")),
    "phase.extend": Task("course.phases", "extend_form", N_("More time for this phase")),
    "extension.add": Task("course.phases", "extend_form", N_("More time for this phase")),
    "phase.close": Task("course.phases", "close_form", N_("The help ends")),
    "phase.reopen": Task("course.phases", "reopen_form", N_("Take the help up again")),
    "phase.aftercare": Task("course.aftercare", "aftercare_form", N_("The aftercare talk")),
    "case.edit": Task("course.case", "case_form", N_("Change the head of the record")),
    "group_plan.edit": Task("course.case", "group_plan_form", N_("Family group plan")),
    "intake.edit": Task("course.intake", "intake_form", N_("How the family comes")),
    "incoming_plan.edit": Task(
        "course.intake", "incoming_plan_form", N_("The plan that came along")
    ),
    "indication.add": Task("course.intake", "indication_form", N_("What speaks for it")),
    "indication.edit": Task("course.intake", "indication_form", N_("What speaks for it")),
    "contraindication.add": Task(
        "course.intake", "contraindication_form", N_("What speaks against it")
    ),
    "contraindication.edit": Task(
        "course.intake", "contraindication_form", N_("What speaks against it")
    ),
    "judgement.edit": Task("course.intake", "judgement_form", N_("Safety at the intake")),
    "decision.edit": Task("course.intake", "decision_form", N_("The decision together")),
    "new_case": Task("course.new_case", "new_case_form", N_("Open a record for a new family")),
}
"""By action (`keys.ACTIONS`) or by `<kind>.<verb>`, in the order of the palette."""


def make(task: str, ask: Ask) -> Form:
    """The form of a task, filled in as far as is known.

    Args:
        task: a name in TASKS, or `<kind>.add|edit|end` for any kind of record.
        ask: where it is filled in.

    Raises:
        FkError: there is nothing to fill in, such as no goal to score.
    """
    found = TASKS.get(task) or TASKS.get(task.removesuffix(".add"))
    kind, _dot, verb = task.partition(".")
    form: Form = (
        import_module("fktui.tui.forms.record").record_form(ask, kind, verb)
        if found is None
        else getattr(import_module(f"fktui.tui.forms.{found.module}"), found.make)(ask)
    )
    return _with_readers(ask, form)


def _with_readers(ask: Ask, form: Form) -> Form:
    """Something new that says who may read it, asks so when a family lives in two houses."""
    kind, _dot, verb = form.id.partition(".")
    if not form.restricts or form.question is not None or verb != "add":
        return form
    question = import_module("fktui.tui.forms.readers").who_may_read(ask, kind)
    return form._replace(question=question)
