"""The scaling question: how safe is it now, from 0 (as bad as can be) to 10 (safe enough to stop).

The answer is kept as it was given: a figure, words, a drawing of a face, or a figure with words.
"""

import re
from collections.abc import Mapping
from typing import Any

from fktui.errors import WrongUse
from fktui.model.case import put
from fktui.model.safety import Scaling
from fktui.model.stored import Act, Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.records import act_on, add_record, new_record, not_to_come, require
from fktui.usecases.rights.readers import apart
from fktui.words.acts import subject

LOWEST, HIGHEST = 0, 10
_NUMBER = re.compile(r"[-\N{MINUS SIGN}+]?\d+", re.ASCII)
# A whole number and then words: "7, met sterretje", but not "7,5", "6-7" or "8/10".
_NUMBER_AND_WORDS = re.compile(r"(\d+)(?=[\s,;:(])(?!\s*[,;:(]?\s*\d)", re.ASCII)


def read_answer(given: str) -> dict[str, Any]:
    """The figure and the words in an answer; what is no plain figure is kept in words alone.

    Raises:
        WrongUse: `safety-off-scale`, or `field-empty`.
    """
    said = given.strip()
    if not said:
        raise WrongUse("field-empty", field="value")
    figure = said.rstrip(".!")
    if _NUMBER.fullmatch(figure):
        return {"value": _on_the_scale(figure)}
    found = _NUMBER_AND_WORDS.match(said)
    if found and LOWEST <= int(found[1]) <= HIGHEST:
        return {"value": int(found[1]), "words": said}
    return {"words": said}


def add_answer(desk: Desk, case_id: str, fields: Mapping[str, Any]) -> Saved:
    """Note one answer, of today when no day is said.

    Args:
        desk: where it is done.
        case_id: the family.
        fields: `by` (an id: of the family, around it, or of the team), `value` or `words` or
            both, `on`, `visible_to`.

    Raises:
        WrongUse: nobody gave it, it says nothing, or its day is still to come.
    """
    values = {"on": desk.today} | dict(fields)
    not_to_come(desk, values["on"])
    if values.get("value") is None and not values.get("words"):
        raise WrongUse("field-empty", field="value")
    if not values.get("by"):
        raise WrongUse("field-empty", field="by")
    return add_record(desk, case_id, "scaling", values)


def add_answers(
    desk: Desk, case_id: str, answers: Mapping[str, str], fields: Mapping[str, Any]
) -> Saved:
    """Note what several people answered when they were asked together, in one act.

    Args:
        desk: where it is done.
        case_id: the family.
        answers: by the id of who gave it, as it was given (`read_answer`).
        fields: for each of them: `on`, `visible_to`; without the last, who lives elsewhere than
            the one who answers may not read it (domain.md §5.4).

    Raises:
        WrongUse: nobody answered, an answer is off the scale, or the day is still to come.
    """
    require({"value": answers or None}, "value")
    known = {"on": desk.today} | dict(fields)
    not_to_come(desk, known["on"])
    read = {by: read_answer(given) for by, given in answers.items()}

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        for by, said in read.items():
            values = known | said | {"by": by}
            elsewhere = apart(desk, case, "scaling", values | {"about": (by,)})
            if elsewhere is not None:
                values["visible_to"] = elsewhere.others
            record: Scaling = new_record(desk, case, "scaling", values)
            case = put(case, "scaling", record)
        if len(read) == 1:
            return Change(case=case, act=act_on("scaling.add", record))
        told = subject("scaling.several", count=len(read))
        return Change(case=case, act=Act(action="scaling.several", subject=told))

    return desk.change(case_id, edit)


def say_answer(answer: Scaling) -> str:
    """An answer as it was given."""
    if answer.words and answer.value is not None and not answer.words.startswith(str(answer.value)):
        return f"{answer.value} {answer.words}"
    return answer.words or str(answer.value)


def _on_the_scale(number: str) -> int:
    value = int(number.replace("\N{MINUS SIGN}", "-"))
    if not LOWEST <= value <= HIGHEST:
        raise WrongUse("safety-off-scale", given=value, low=LOWEST, high=HIGHEST)
    return value
