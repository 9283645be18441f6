"""Every command of fk: its name, where it lives, and one line of help. Nothing is imported here.

A command's module is imported when the command is asked for, so that `fk --help` and `fk list`
stay as fast as an empty program.
"""

from typing import NamedTuple

from fktui.words.language import N_


class Entry(NamedTuple):
    """One command: its module under `cli.commands`, the attribute with its Typer app, its help."""

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
    "init": Entry("init", N_("Make a store for your team."), START),
    "demo": Entry("demo", N_("Practise with four invented families."), START),
    "new-case": Entry("new_case", N_("Open a record for a new family."), START),
    "list": Entry("list", N_("All families: phase, week, what is due."), DAILY),
    "show": Entry("show", N_("One family at a glance."), DAILY),
    "contact": Entry("contact", N_("Contacts: add, list, show."), DAILY),
    "agenda": Entry("agenda", N_("What is due, by the method, the law and agreement."), DAILY),
    "search": Entry("search", N_("Find words in all families, notes included."), DAILY),
    "case": Entry("case", N_("The family's record: new, edit."), FAMILY),
    "person": Entry("person", N_("Members of the family: add, edit, end, list."), FAMILY),
    "network": Entry("network", N_("People around the family: add, edit, tie, move."), FAMILY),
    "phase": Entry("phase", N_("The four phases: show, next, extend, close, reopen."), FAMILY),
    "meeting": Entry("meeting", N_("Family meetings: plan, hold, list."), FAMILY),
    "consent": Entry("consent", N_("Consents: give, withdraw, list, who must say yes."), FAMILY),
    "goal": Entry("goal", N_("Goals: add, edit, score, status, list."), PLAN),
    "step": Entry("step", N_("Steps of a goal: add, done."), PLAN),
    "intervention": Entry("intervention", N_("Help beside the coach: add, edit, list."), PLAN),
    "agreement": Entry("agreement", N_("Standing agreements: add, edit, list."), PLAN),
    "future": Entry("future", N_("The family's own words for the future plan."), PLAN),
    "doc": Entry("doc", N_("Documents: list, make."), PAPER),
    "history": Entry("history", N_("The story of a family: who did what, when."), STORE),
    "diff": Entry("diff", N_("What changed between two dates."), STORE),
    "undo": Entry("undo", N_("Take back the last action."), STORE),
    "save": Entry("save", N_("Record what was changed by hand."), STORE),
    "check": Entry("check", N_("What is wrong or still missing, with file and line."), STORE),
    "doctor": Entry("doctor", N_("Whether this computer and this store are in order."), STORE),
    "schema": Entry("schema", N_("What may stand in each file, as JSON Schema."), STORE),
    "paths": Entry("paths", N_("Where everything is."), STORE),
    "config": Entry("config", N_("Your settings on this computer."), STORE),
    "completion": Entry("completion", N_("Let the shell complete commands and families."), STORE),
}
