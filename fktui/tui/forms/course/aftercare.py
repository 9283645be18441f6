"""The aftercare talk, three months after the end: that it was held, or on which day it will be."""

from typing import Any

from fktui.errors import WrongUse
from fktui.model.trajectory import Aftercare
from fktui.tui.forms.course.case import say_emptied, with_emptied
from fktui.tui.forms.fields import as_typed, day_field, note_field, people_field, titled
from fktui.tui.forms.form import Ask, Done, Form, Lacking, Values
from fktui.usecases.course.ending import note_aftercare
from fktui.usecases.desk import Desk
from fktui.words.language import _
from fktui.words.time.dates import Look

_EMPTY: dict[str, Any] = {"planned_on": None, "by": (), "note": None}
"""What may be emptied."""


def aftercare_form(ask: Ask) -> Form:
    """The day of the talk, who were there, what came out of it; or another day for it.

    Raises:
        WrongUse: `aftercare-too-early`.
    """
    case = ask.seen.case
    if case.trajectory.closing is None:
        raise WrongUse("aftercare-too-early", case=case.id)
    talk = case.trajectory.aftercare or Aftercare()
    held = as_typed(ask, talk.held_on) or _("today")
    fields = (
        day_field(ask, "held_on", Look.BACK, held)._replace(
            label=_("Held on"), hint=_("empty: not yet; only plan the day")
        ),
        people_field(ask, "by", as_typed(ask, talk.by), title=_("Who were there")),
        day_field(ask, "planned_on", Look.AHEAD, as_typed(ask, talk.planned_on)),
        note_field("note", talk.note or "", title=titled("note")),
    )

    def save(desk: Desk, values: Values) -> Done:
        new = with_emptied(fields, values, **_EMPTY)
        saved = note_aftercare(desk, case.id, new)
        emptied = say_emptied(fields, values, *_EMPTY)
        said = " · ".join(filter(None, (saved.act.subject, emptied)))
        return Done(said, case.id, "head:trajectory")

    def lacks(values: Values) -> Lacking | None:
        if values.get("held_on") or values.get("planned_on"):
            return None
        return Lacking("held_on", _("Say when it was, or on which day it will be."))

    return Form(
        id="phase.aftercare",
        title=_("The aftercare talk"),
        fields=fields,
        save=save,
        clears=True,
        lacks=lacks,
    )
