"""Every command of fk: its name, where it lives, and one line of help. Nothing is imported here.

A command's module is imported when the command is asked for, so that `fk --help` and `fk list`
stay as fast as an empty program.
"""

from typing import NamedTuple

from fktui.words.language import N_


class Entry(NamedTuple):
    """One command: its module under `cli.commands`, such as `plan.goal`, its help, its panel."""

    module: str
    help: str
    panel: str


START = N_("Begin")
DAILY = N_("Every day")
FAMILY = N_("The family")
PLAN = N_("The plan")
PAPER = N_("Paper")
STORE = N_("The store")

COMPLETE = "_FK_COMPLETE"
"""The environment variable through which a shell asks what can follow."""

COMMANDS: dict[str, Entry] = {
    "init": Entry("store.init", N_("Make a store for your team."), START),
    "demo": Entry("store.demo", N_("Practise with four invented families."), START),
    "new-case": Entry("course.new_case", N_("Open a record for a new family."), START),
    "list": Entry("overview.list", N_("All families: phase, week, what is due."), DAILY),
    "show": Entry("overview.show", N_("One family at a glance."), DAILY),
    "contact": Entry("journal.contact", N_("Contacts: add, list, show."), DAILY),
    "agenda": Entry(
        "overview.agenda", N_("What is due, by the method, the law and agreement."), DAILY
    ),
    "search": Entry("overview.search", N_("Find words in all families, notes included."), DAILY),
    "case": Entry("course.case", N_("The family's record: new, edit."), FAMILY),
    "person": Entry("people.person", N_("Members of the family: add, edit, end, list."), FAMILY),
    "network": Entry(
        "people.network", N_("People around the family: add, edit, tie, move."), FAMILY
    ),
    "phase": Entry(
        "course.phase", N_("The four phases: show, next, extend, close, reopen."), FAMILY
    ),
    "meeting": Entry("journal.meeting", N_("Family meetings: plan, hold, list."), FAMILY),
    "consent": Entry(
        "people.consent", N_("Consents: give, withdraw, list, who must say yes."), FAMILY
    ),
    "goal": Entry("plan.goal", N_("Goals: add, edit, score, status, list."), PLAN),
    "step": Entry("plan.step", N_("Steps of a goal: add, done."), PLAN),
    "intervention": Entry("plan.intervention", N_("Help beside the coach: add, edit, list."), PLAN),
    "agreement": Entry("plan.agreement", N_("Standing agreements: add, edit, list."), PLAN),
    "future": Entry("plan.future", N_("The family's own words for the future plan."), PLAN),
    "doc": Entry("paper.doc", N_("Documents: list, make."), PAPER),
    "history": Entry("store.history", N_("The story of a family: who did what, when."), STORE),
    "diff": Entry("store.diff", N_("What changed between two dates."), STORE),
    "undo": Entry("store.undo", N_("Take back the last action."), STORE),
    "save": Entry("store.save", N_("Record what was changed by hand."), STORE),
    "check": Entry("store.check", N_("What is wrong or still missing, with file and line."), STORE),
    "doctor": Entry(
        "store.doctor", N_("Whether this computer and this store are in order."), STORE
    ),
    "schema": Entry("store.schema", N_("What may stand in each file, as JSON Schema."), STORE),
    "paths": Entry("store.paths", N_("Where everything is."), STORE),
    "config": Entry("store.config", N_("Your settings on this computer."), STORE),
    "completion": Entry(
        "store.completion", N_("Let the shell complete commands and families."), STORE
    ),
}
