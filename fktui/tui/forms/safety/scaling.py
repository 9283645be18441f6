"""The scaling question: how safe is it now; a field for everybody at the table."""

from typing import Any

from fktui.errors import WrongUse
from fktui.method.analysis import members
from fktui.method.safety import answers
from fktui.model.safety import Scaling
from fktui.tui.forms.fields import day_field, people_names, record_field
from fktui.tui.forms.form import Ask, Done, Field, Form, Values
from fktui.tui.forms.plain_fields import any_field
from fktui.usecases.desk import Desk
from fktui.usecases.safety.scaling import add_answers, read_answer, say_answer
from fktui.words.language import _
from fktui.words.time.dates import Look
from fktui.words.time.say_dates import say_day_of_year

_ANSWER = "answer-"
_MOST = 7
"""So many of the family have a field of their own; others are named."""


def scaling_form(ask: Ask) -> Form:
    """A figure, a word or a drawn face of each who is asked."""
    case = ask.seen.case
    last = {one.person: one.last for one in answers(case, ask.desk.today)}
    asked = members(case, ask.desk.today)[:_MOST]

    def save(desk: Desk, values: Values) -> Done:
        said = {one.id: values[_ANSWER + one.id] for one in asked if _ANSWER + one.id in values}
        said |= _of_another(values)
        fields = {name: values[name] for name in ("on", "visible_to") if name in values}
        saved = add_answers(desk, case.id, said, fields)
        newest = saved.loaded.case.safety.scalings[-1].id
        return Done(saved.act.subject, case.id, newest)

    return Form(
        id="scaling.add",
        title=_("How safe is it now?"),
        fields=(
            *(
                _answer(
                    _ANSWER + one.id,
                    one.name.split()[0] if one.name.split() else one.id,
                    last.get(one.id),
                )
                for one in asked
            ),
            record_field(
                ask, Scaling, "by", choices=people_names(ask), hint=_("a grandmother, the coach")
            )._replace(label=_("Somebody else")),
            _answer("other", _("says"), None),
            day_field(ask, "on", Look.BACK, _("today"), needed=True),
            any_field(ask, "scaling", "visible_to")._replace(
                hint=_("empty: the family, not who lives elsewhere")
            ),
        ),
        save=save,
        notes=(
            _("0: as bad as it can be. 10: safe enough to stop."),
            _("A word or a drawing counts too: 7, with a star."),
        ),
        restricts="visible_to",
    )


def _answer(name: str, title: str, last: Scaling | None) -> Field:
    hint = ""
    if last is not None:
        hint = _("last time {figure}, {day}").format(
            figure=say_answer(last), day=say_day_of_year(last.on)
        )
    return Field(name, title, _as_given, None, hint=hint)


def _as_given(typed: str) -> str:
    """The answer, when it can be one."""
    read_answer(typed)
    return typed


def _of_another(values: Values) -> dict[str, Any]:
    """What somebody else says; a name without an answer, or the other way round, is refused."""
    by, said = values.get("by"), values.get("other")
    if (by is None) != (said is None):
        raise WrongUse("field-empty", field="by" if by is None else "value")
    return {by: said} if by is not None else {}
