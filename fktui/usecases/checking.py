"""`fk check`: everything that is wrong or still missing, in one family or in all."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fktui.errors import FkError
from fktui.method.checks import check as check_rules
from fktui.model.issue import Issue, Level, Place
from fktui.usecases.desk import Desk


class Checked(NamedTuple):
    """One family with its issues, errors first."""

    case_id: str
    name: str
    issues: tuple[Issue, ...]

    @property
    def error_count(self) -> int:
        """How many of them are errors."""
        return sum(issue.level is Level.ERROR for issue in self.issues)


def check(desk: Desk, case_ids: Iterable[str]) -> Iterator[Checked]:
    """Check families, one after the other. A folder that is unsafe is an issue of its own."""
    for case_id in case_ids:
        try:
            yield _check_one(desk, case_id)
        except FkError as error:
            facts = {key: str(value) for key, value in error.facts.items()}
            issue = Issue(level=Level.ERROR, code=error.code, facts=facts)
            yield Checked(case_id, case_id, (issue,))


def _check_one(desk: Desk, case_id: str) -> Checked:
    loaded = desk.load(case_id)
    issues = list(loaded.issues)
    issues += _foreign(loaded.foreign)
    issues += _hand_edits(desk, case_id)
    if not loaded.broken:
        known = frozenset(colleague.id for colleague in desk.colleagues)
        found = check_rules(loaded.case, desk.today, desk.norms, known)
        # What is wrong in a file was found at reading, with its line.
        issues += [issue for issue in found if issue.place is None]
    ordered = sorted(issues, key=lambda issue: list(Level).index(issue.level))
    return Checked(case_id, loaded.case.trajectory.name, tuple(ordered))


def _foreign(foreign: Iterable[tuple[str, str]]) -> list[Issue]:
    return [
        Issue(level=Level.WARNING, code="foreign-file", place=Place(path), facts={"why": why})
        for path, why in foreign
    ]


def _hand_edits(desk: Desk, case_id: str) -> list[Issue]:
    return [
        Issue(level=Level.NOTICE, code="hand-edit", place=Place(path), facts={"kind": kind})
        for path, kind in desk.store.hand_edits(case_id)
    ]
