"""The scaling question: how safe is it now, from 0 (as bad as can be) to 10 (safe enough to stop).

The answer is kept as it was given: a figure, words, a drawing of a face, or a figure with words.
"""

import re
from collections.abc import Mapping
from typing import Any

from fktui.errors import WrongUse
from fktui.model.safety import Scaling
from fktui.model.stored import Saved
from fktui.usecases.desk import Desk
from fktui.usecases.records import add_record, not_to_come

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
