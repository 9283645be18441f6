"""Who takes part in which study, and how far that is. The consent itself is in `people.consent`."""

from datetime import date

from fktui.method.measures import participation
from fktui.model.case import put
from fktui.model.knowledge import Study
from fktui.model.measures import ParticipationStatus
from fktui.model.stored import Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_in_team
from fktui.usecases.records import act_on, changed_record, new_record, not_to_come


def find_study(desk: Desk, given: str) -> Study:
    """The study of the team with this id or name.

    Raises:
        NotFound, Ambiguous: not one study.
    """
    found: Study = find_in_team(desk, given, "study").record
    return found


def join(
    desk: Desk,
    case_id: str,
    study: str,
    person: str,
    status: ParticipationStatus,
    *,
    on: date,
    note: str | None = None,
) -> Saved:
    """Note how far somebody is with a study; one record per person and study, changed as it goes.

    Raises:
        WrongUse: it is noted so already, or the day is still to come.
    """
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        known = participation(case, person, study)
        fields = {"status": status, "on": on} | ({"note": note} if note else {})
        if known is not None:
            return changed_record(case, known, "participation", fields)
        new = new_record(desk, case, "participation", {"person": person, "study": study, **fields})
        act = act_on("participation.add", new)
        return Change(case=put(case, "participation", new), act=act)

    return desk.change(case_id, edit)
