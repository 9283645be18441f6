"""A new family: its name is enough, the rest can come later (ui.md M6)."""

from fktui.tui.forms.fields import colleague_field, day_field, text_field
from fktui.tui.forms.form import Ask, Done, Field, Form, Look, Question, Values
from fktui.usecases.course.cases import NewCase, families_called, new_case
from fktui.usecases.course.typed_members import NewMember, read_members
from fktui.usecases.desk import Desk
from fktui.words.language import _
from fktui.words.time.dates import Look as Side


def new_case_form(ask: Ask) -> Form:
    """Family, referral, who work with it, and its members: one act."""
    desk = ask.desk
    me = desk.list_names().get(desk.colleague, "")
    fields = (
        text_field("name", title=_("Name in the list"), needed=True),
        day_field(ask, "referred_on", Side.BACK, _("today"), title=_("Referred on")),
        text_field("referrer"),
        colleague_field(ask, "coach", me),
        colleague_field(ask, "second"),
        _start(ask),
        text_field("interpreter"),
        _members(ask),
    )

    def save(desk: Desk, values: Values) -> Done:
        made = new_case(desk, NewCase(**values))
        return Done(_("Record opened"), made.case.id)

    def question(values: Values) -> Question | None:
        same = families_called(desk, values["name"])
        if not same:
            return None
        text = _("There is a family “{name}”. Is this another one?").format(name=", ".join(same))
        return Question(text, ((_("Yes, open a new record"), {}),))

    return Form(
        id="new-case",
        title=_("New family"),
        fields=fields,
        save=save,
        notes=(_("The name is enough. The rest may come later; fk asks for what is missing."),),
        question=question,
    )


def _start(ask: Ask) -> Field:
    """With a first day the help begins; without one the family waits."""
    field = day_field(ask, "start", Side.NEAREST, title=_("Help begins"))
    return field._replace(hint=_("empty: the family waits"))


def _members(ask: Ask) -> Field:
    """The members, a line for each."""

    def read(text: str) -> tuple[NewMember, ...]:
        return read_members(text, ask.desk.today)

    title = _("Members, a line for each: Ama, 3-5-2012, daughter")
    return Field("members", title, read, look=Look.NOTE)
