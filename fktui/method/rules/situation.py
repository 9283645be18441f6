"""What a rule looks at, and what it finds. The rules are in the modules named `…_rules`."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from fktui.method.due.day import Due
from fktui.method.norms import MethodNorms
from fktui.model.case import Case
from fktui.model.issue import Level
from fktui.model.trajectory import Status


class Situation(NamedTuple):
    """A case on a day.

    Attributes:
        case: as it is now.
        today: the day to judge from.
        norms: the figures of the team.
        colleagues: ids of everybody in team.yaml.
        due: what is overdue, and what comes within the days that `norms` warns ahead.
        last_change: the day of the last change in the record; None when it was not looked up.
    """

    case: Case
    today: date
    norms: MethodNorms
    colleagues: frozenset[str]
    due: Due
    last_change: date | None = None

    @property
    def helped(self) -> bool:
        """Whether the help runs or may still begin."""
        return self.case.trajectory.status in (Status.REFERRED, Status.ACTIVE)


class Finding(NamedTuple):
    """One thing that a rule finds: the record it is about, and what the sentence needs.

    `source` is only there when the finding has another than its rule.
    """

    record: str | None = None
    facts: Mapping[str, Any] = {}
    source: str | None = None


class Rule(NamedTuple):
    """One thing that method or law asks, and how to see that it is not so.

    Attributes:
        code: which sentence (`words.issues`), stable, in `--json` too.
        level: a warning when somebody's rights or the next step depend on it, else a notice.
        source: where it is said, as in `norms`.
        find: yields what is not so.
        always: whether it also holds when the help has not begun or has ended.
    """

    code: str
    level: Level
    source: str
    find: Callable[[Situation], Iterator[Finding]]
    always: bool = False
