"""How a person experienced an event. Events themselves are added by `usecases.entries`."""

from typing import Any

from fktui.errors import WrongUse
from fktui.method.timeline import experience_of
from fktui.model.case import put
from fktui.model.stored import Change, Loaded, Saved
from fktui.model.timeline import Event, Feeling
from fktui.usecases.desk import Desk
from fktui.usecases.fields import bounded
from fktui.usecases.finding import find_people, find_record
from fktui.usecases.records import act_on, new_record, with_fields


def feel(
    desk: Desk, case_id: str, given: str, person: str, value: int, *, note: str | None = None
) -> Saved:
    """Note how one person experienced an event; a second time changes it.

    Args:
        desk: where it is done.
        case_id: the family.
        given: the event.
        person: a member of the family or somebody of its network, by name or id.
        value: from -5, the lowest, to +5, the highest.
        note: in the person's words; without one, an earlier note stays; an empty one takes it away.

    Raises:
        NotFound, Ambiguous: not one event, or not one person.
        WrongUse: the figure is not from -5 to +5, or nothing would be different.
    """
    bounded("value", Feeling, value)

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        event: Event = find_record(case, given, "event").record
        (who,) = find_people(case, (person,))
        known = experience_of(event, who)
        fields: dict[str, Any] = {"value": value} | ({} if note is None else {"note": note or None})
        if known is None:
            felt = new_record(desk, case, "experience", {"person": who} | fields)
            act = act_on("event.feel", event, fields=("experiences",), new=f"{value:+d}")
        else:
            felt = with_fields(known, fields)
            if felt == known:
                raise WrongUse("nothing-changed", record=event.id)
            act = act_on(
                "event.feel-again",
                event,
                fields=("experiences",),
                old=f"{known.value:+d}",
                new=f"{value:+d}",
            )
        return Change(case=put(case, "experience", felt, event.id), act=act)

    return desk.change(case_id, edit)
