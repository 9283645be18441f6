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
ANALYSIS = N_("The analysis")
PLAN = N_("The plan")
TEAM = N_("The team")
PAPER = N_("Paper")
STORE = N_("The store")

COMPLETE = "_FK_COMPLETE"
"""The environment variable through which a shell asks what can follow."""

COMMANDS: dict[str, Entry] = {
    "init": Entry("store.init", N_("Make a store for your team."), START),
    "demo": Entry("store.demo", N_("Practise with six invented families."), START),
    "new-case": Entry("course.new_case", N_("Open a record for a new family."), START),
    "list": Entry("overview.list", N_("All families: phase, week, what is due."), DAILY),
    "show": Entry("overview.show", N_("One family at a glance."), DAILY),
    "chart": Entry(
        "overview.chart", N_("Hours, goals, domains and scores as a picture over time."), DAILY
    ),
    "contact": Entry("journal.contact", N_("Contacts: add, list, show."), DAILY),
    "agenda": Entry(
        "overview.agenda", N_("What is due, by the method, the law and agreement."), DAILY
    ),
    "changed": Entry("overview.changed", N_("What was done in all families of late."), DAILY),
    "search": Entry("overview.search", N_("Find words in all families, notes included."), DAILY),
    "case": Entry("course.case", N_("The family's record: new, edit."), FAMILY),
    "intake": Entry(
        "course.intake", N_("The intake: what is known, whether it fits, the decision."), FAMILY
    ),
    "person": Entry("people.person", N_("Members of the family: add, edit, end, list."), FAMILY),
    "network": Entry(
        "people.network_pictures", N_("People around the family: add, edit, tie, move."), FAMILY
    ),
    "genogram": Entry("people.genogram", N_("The family by generation: a genogram."), FAMILY),
    "jim": Entry("people.jim", N_("A youth's own mentor: who, asked, agreed."), FAMILY),
    "community": Entry(
        "people.community_use", N_("Places in the neighbourhood: looked for, joined."), FAMILY
    ),
    "role": Entry("people.role", N_("Who has which role, decided together."), FAMILY),
    "phase": Entry(
        "course.phase", N_("The four phases: show, next, extend, close, reopen."), FAMILY
    ),
    "meeting": Entry("journal.meeting", N_("Family meetings: propose, plan, hold, list."), FAMILY),
    "consent": Entry(
        "people.consent", N_("Consents: give, withdraw, list, who must say yes."), FAMILY
    ),
    "statement": Entry(
        "rights.statement", N_("Somebody's own view beside the record: add, list, show."), FAMILY
    ),
    "safety": Entry(
        "safety.safety", N_("Safety plans, signals, agreements, how safe people say it is."), FAMILY
    ),
    "reporting-code": Entry(
        "safety.reporting_code", N_("The reporting code: open, step, close, show."), FAMILY
    ),
    "analysis": Entry(
        "analysis.analysis", N_("All of the analysis: show, explain, agree."), ANALYSIS
    ),
    "strength": Entry(
        "analysis.strength", N_("Strengths of everybody: add, edit, list."), ANALYSIS
    ),
    "worry": Entry("analysis.worry", N_("Worries: add, edit, contest, outdate, list."), ANALYSIS),
    "stressor": Entry(
        "analysis.stressor", N_("Sources of stress: add, edit, end, list."), ANALYSIS
    ),
    "domain": Entry("analysis.domain", N_("The seven life domains: score, edit, list."), ANALYSIS),
    "event": Entry("analysis.event", N_("The timeline: add, edit, feel, list."), ANALYSIS),
    "request": Entry(
        "analysis.help_request", N_("What people ask for: add, edit, list."), ANALYSIS
    ),
    "plan": Entry("plan.plan", N_("The plan as a whole: show, agree, evaluate."), PLAN),
    "goal": Entry("plan.goal", N_("Goals: add, edit, score, agree, status, list."), PLAN),
    "step": Entry("plan.step", N_("Steps of a goal: add, done."), PLAN),
    "intervention": Entry("plan.intervention", N_("Help beside the coach: add, edit, list."), PLAN),
    "agreement": Entry("plan.agreement", N_("Standing agreements: add, edit, list."), PLAN),
    "future": Entry("plan.future", N_("The family's own words for the future plan."), PLAN),
    "team": Entry("team.team", N_("Colleagues, their families, the intake desk."), TEAM),
    "principle": Entry("team.principle", N_("Guiding principles: list, add, focus."), TEAM),
    "places": Entry("team.places", N_("Places in the neighbourhood: list, add, edit."), TEAM),
    "organisation": Entry(
        "team.organisation", N_("Organisations you work with: list, add, edit."), TEAM
    ),
    "research": Entry("team.research", N_("Studies, and measurements of the team."), TEAM),
    "report": Entry("overview.report", N_("Counts per family and over the team."), TEAM),
    "measure": Entry(
        "measures.measure", N_("Questionnaires: figures, what is due, who is in a study."), PLAN
    ),
    "doc": Entry("paper.doc", N_("Documents: list, make."), PAPER),
    "inspect": Entry(
        "rights.inspect", N_("Somebody's own copy of the record, and what is withheld."), PAPER
    ),
    "handover": Entry("paper.handover", N_("One paper for the next coach."), PAPER),
    "export": Entry(
        "measures.export", N_("Data for a study: without names, for who said yes."), PAPER
    ),
    "history": Entry("store.history", N_("The story of a family: who did what, when."), STORE),
    "diff": Entry("store.diff", N_("What changed between two dates."), STORE),
    "undo": Entry("store.undo", N_("Take back the last action, or put one record back."), STORE),
    "redo": Entry("store.redo", N_("Do again what was undone."), STORE),
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
