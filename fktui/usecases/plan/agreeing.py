"""Who agrees with which text: the plan, a goal, a safety plan, the future plan, the analysis.

A shared decision, not a signature (domain.md §6). What the texts are is in `method.agreed`.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from fktui.errors import NotFound, WrongUse
from fktui.method.agreed import WHOLE, agreed_text, assents, fingerprint
from fktui.method.safety import running_plans
from fktui.model.case import Case, put
from fktui.model.plan import Assent
from fktui.model.safety import SafetyPlan
from fktui.model.stored import Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_participants, find_record
from fktui.usecases.records import act_on, new_record, not_to_come, require, with_fields
from fktui.words.agreed_texts import text_without_names


def agree(
    desk: Desk,
    case_id: str,
    to: str,
    who: Sequence[str],
    *,
    agrees: bool,
    on: date,
    because: str | None = None,
) -> Saved:
    """Note whether people agree with a text as it is now; who said so before, says it anew.

    Args:
        desk: where it is done.
        case_id: the family.
        to: `plan`, `future_plan`, `analysis`, or a goal or safety plan by id or name.
        who: names or ids of people, or roles such as `referrer`; all of them in one act.
        agrees: what they say.
        on: the day on which they said it.
        because: why, in their words.

    Raises:
        WrongUse: nobody is named, the day is still to come, there is no text yet, somebody may
            not read it, or all of them said the same before.
        NotFound, Ambiguous: somebody, or the goal, is not one.
    """
    require({"who": " ".join(who)}, "who")
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        case, names = loaded.case, desk.names(loaded.case)
        text = to if to in WHOLE else find_record(case, to, "goal", "safety_plan").record.id
        people = tuple(dict.fromkeys(find_participants(case, who, desk.colleagues)))
        said = {"agrees": agrees, "on": on, "because": because}
        known = {assent.by: assent for assent in assents(case, text)}
        noted: list[Assent] = []
        after = case
        for person in people:
            fields = said | {"text": _fingerprint(case, text, person, names)}
            noted.append(_assent(desk, after, (text, person), fields, known.get(person)))
            after = put(after, "assent", noted[-1])
        if after == case:
            raise WrongUse("nothing-changed", record=noted[0].id)
        action = "assent.edit" if known.keys() >= set(people) else "assent.add"
        ids = ", ".join(one.id for one in noted)
        act = act_on(action, noted[0], what=text_without_names(case, text), id=ids)
        return Change(case=after, act=act)

    return desk.change(case_id, edit)


def running_safety_plan(case: Case, on: date) -> SafetyPlan:
    """The safety plan that holds on a day; of more, the one that was made last.

    Raises:
        NotFound: there is none.
    """
    running = running_plans(case, on)
    if not running:
        raise NotFound("not-found", kind="safety_plan", given="")
    return max(running, key=lambda plan: plan.made_on)


def _fingerprint(case: Case, to: str, person: str, names: dict[str, str]) -> str:
    """Of the text as this person may read it.

    Raises:
        WrongUse: there is nothing to read, at all or for this person.
    """
    text = agreed_text(case, to, person)
    if not text:
        code = "text-not-for" if agreed_text(case, to) else "nothing-to-agree"
        raise WrongUse(code, person=names.get(person, person), case=case.id)
    return fingerprint(text)


def _assent(
    desk: Desk, case: Case, what: tuple[str, str], said: dict[str, Any], before: Assent | None
) -> Assent:
    """What somebody says to a text: the record of the last time, or a new one."""
    to, person = what
    known = {"to": to, "by": person}
    found: Assent = (
        with_fields(before, said) if before else new_record(desk, case, "assent", known | said)
    )
    return found
