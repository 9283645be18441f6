"""What people say themselves, beside an entry and in the future plan; who is in a study."""

from fktui.model.case import find
from fktui.model.measures import ParticipationStatus
from fktui.model.plan import FutureEntry, FutureSection
from fktui.model.team import team_records
from fktui.tui.forms.fields import choice_field, day_field, note_field, text_field
from fktui.tui.forms.form import Ask, Done, Field, Form, Values
from fktui.tui.forms.paper.parts import which_field
from fktui.tui.forms.plain_fields import any_field
from fktui.usecases.desk import Desk
from fktui.usecases.measures import participation
from fktui.usecases.plan import future
from fktui.usecases.rights import statements
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.time.dates import Look

_ENTRIES = ("contact", "meeting", "worry", "strength", "goal", "event", "document")
"""What somebody may want to say something beside."""


def statement_form(ask: Ask) -> Form:
    """Somebody's own view; it is kept as it was said, and nobody weighs it (Jeugdwet 7.3.8)."""
    case = ask.seen.case
    located = find(case, ask.record) if ask.record else None
    entry = ask.record if located and located.kind.name in _ENTRIES else None

    def save(desk: Desk, values: Values) -> Done:
        now = desk.load(case.id).case
        fields = statements.beside_entry(now, values["entry"]) if "entry" in values else {}
        saved = statements.add_statement(desk, case.id, fields | dict(values))
        return Done(saved.act.subject, case.id, saved.act.record or "")

    return Form(
        id="statement.add",
        title=_("Somebody's own words"),
        fields=(
            any_field(ask, "statement", "by")._replace(label=_("Whose words")),
            any_field(ask, "statement", "entry", entry)._replace(label=_("Beside")),
            any_field(ask, "statement", "about")._replace(label=_("About whom")),
            day_field(ask, "on", Look.BACK, _("today"), title=_("Day")),
            any_field(ask, "statement", "visible_to")._replace(
                hint=_("empty: the whole family (F3)")
            ),
            note_field("body", title=_("In their own words"))._replace(needed=True),
        ),
        save=save,
        notes=(_("Kept as it was said, beside what it is about; you do not weigh it."),),
        restricts="visible_to",
    )


def future_form(ask: Ask) -> Form:
    """A line of the future plan, in the words of the family."""
    case = ask.seen.case
    located = find(case, ask.record) if ask.record else None
    here = located.record if located and located.kind.name == "future" else None
    part = here.section if isinstance(here, FutureEntry) else FutureSection.PROUD

    def save(desk: Desk, values: Values) -> Done:
        saved = future.add_entry(desk, case.id, values)
        return Done(saved.act.subject, case.id, saved.act.record or "")

    return Form(
        id="future.add",
        title=_("A line for the future plan"),
        fields=(
            text_field("text", title=_("Their words"), needed=True),
            choice_field(FutureSection, "section", label(part), title=_("Part"), needed=True),
            any_field(ask, "future", "who"),
            any_field(ask, "future", "about")._replace(label=_("About whom")),
            day_field(ask, "on", Look.AHEAD, title=_("Day"))._replace(hint=_("for a moment ahead")),
        ),
        save=save,
        notes=(_("The plan is the family's: write what they say, as they say it."),),
    )


def drop_form(ask: Ask) -> Form:
    """A line goes out of the future plan."""
    case = ask.seen.case

    def say(one: FutureEntry) -> str:
        return one.text

    def save(desk: Desk, values: Values) -> Done:
        saved = future.drop_entry(desk, case.id, values["which"])
        return Done(saved.act.subject, case.id)

    return Form(
        id="future.drop",
        title=_("Take a line out of the future plan"),
        fields=(which_field(ask, "future", _("Line"), case.plan.future_plan.entries, say),),
        save=save,
        notes=(_("The history keeps it; u brings it back."),),
    )


def participation_form(ask: Ask) -> Form:
    """How far somebody is with a study; the consent itself is recorded with t."""
    desk, case = ask.desk, ask.seen.case
    studies = [
        one.record.name for one in team_records(desk.team.folder) if one.kind.name == "study"
    ]

    def save(desk: Desk, values: Values) -> Done:
        saved = participation.join(
            desk,
            case.id,
            values["study"],
            values["person"],
            values["status"],
            on=values.get("on", desk.today),
            note=values.get("note"),
        )
        return Done(saved.act.subject, case.id, saved.act.record or "")

    return Form(
        id="participation",
        title=_("Taking part in a study"),
        fields=(
            any_field(ask, "participation", "person"),
            Field(
                "study",
                _("Study"),
                lambda typed: participation.find_study(desk, typed).id,
                lambda value: desk.list_names().get(value) or str(value),
                studies[0] if len(studies) == 1 else "",
                choices=tuple(studies),
                needed=True,
            ),
            choice_field(
                ParticipationStatus, "status", label(ParticipationStatus.ASKED), needed=True
            ),
            day_field(ask, "on", Look.BACK, _("today"), title=_("Day")),
            text_field("note"),
        ),
        save=save,
        notes=(_("The consent itself is recorded with t, for the researcher."),),
    )
