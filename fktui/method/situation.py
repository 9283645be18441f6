"""What a rule looks at, and what it finds. The rules are in the modules named `…_rules`."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from fktui.method.due import Due
from fktui.method.norms import MethodNorms
from fktui.model.case import Case


class Situation(NamedTuple):
    """A case on a day.

    Attributes:
        case: as it is now.
        today: the day to judge from.
        norms: the figures of the team.
        colleagues: ids of everybody in team.yaml.
        due: what is overdue, and what comes within the days that `norms` warns ahead.
    """

    case: Case
    today: date
    norms: MethodNorms
    colleagues: frozenset[str]
    due: Due


class Finding(NamedTuple):
    """One thing that a rule finds: the record it is about, and what the sentence needs.

    `source` is only there when the finding has another than its rule.
    """

    record: str | None = None
    facts: Mapping[str, Any] = {}
    source: str | None = None
