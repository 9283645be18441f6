"""`fk check`: everything that is wrong or still missing, in one family or in all."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from fktui.errors import FkError
from fktui.method.checks import check as check_rules
from fktui.model.case import FILES, KINDS, Case
from fktui.model.diff import Difference, differences
from fktui.model.issue import Issue, Level, Place
from fktui.model.stored import Loaded
from fktui.model.trajectory import Status
from fktui.store.whereabouts import Wanted
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
    told = {issue.place.file for issue in issues if issue.place}
    issues += _foreign(entry for entry in loaded.foreign if entry[0] not in told)
    issues += _hand_edits(desk, loaded)
    if not loaded.broken:
        known = frozenset(colleague.id for colleague in desk.colleagues)
        changed_on = _last_change(desk, loaded.case)
        found = check_rules(loaded.case, desk.today, desk.norms, known, changed_on)
        # What is wrong in a file was found at reading, with its line.
        issues += [issue for issue in found if issue.place is None]
    ordered = sorted(issues, key=lambda issue: list(Level).index(issue.level))
    return Checked(case_id, loaded.case.trajectory.name, tuple(ordered))


def _last_change(desk: Desk, case: Case) -> date | None:
    """The day of the last commit of a record that ended: from it the keeping counts."""
    if case.trajectory.status not in (Status.CLOSED, Status.DECLINED):
        return None
    stories = desk.store.stories(case.id)
    return stories[0].at.date() if stories else None


def _foreign(foreign: Iterable[tuple[str, str]]) -> list[Issue]:
    return [
        Issue(level=Level.WARNING, code="foreign-file", place=Place(path), facts={"why": why})
        for path, why in foreign
    ]


def _hand_edits(desk: Desk, loaded: Loaded) -> list[Issue]:
    """What was changed by hand and not recorded: each field with its line, else the file."""
    case_id = loaded.case.id
    edits = dict(desk.store.hand_edits(case_id))
    if not edits:
        return []
    recorded = desk.store.recorded(case_id)
    changes = [
        (one, field)
        for one in differences(recorded.case, loaded.case)
        for field in [change.field for change in one.fields] or [""]
    ]
    paths = {**recorded.paths, **loaded.paths}
    wanted = [Wanted(_file_of(one, paths), one.id, field or None) for one, field in changes]
    wanted = [w._replace(record=None) if w.record == case_id else w for w in wanted]
    places = desk.store.places_of(case_id, wanted)
    silent = [path for path in edits if path not in {place.file for place in places}]
    return [
        *(_edited(p, one.how.value, one.id) for (one, _f), p in zip(changes, places, strict=True)),
        *(_edited(Place(path), edits[path]) for path in silent),
    ]


def _file_of(difference: Difference, paths: Mapping[str, str]) -> str:
    """The file that a record that differs stands in, or stood in."""
    kind = KINDS.get(difference.kind)
    while kind is not None and kind.parent:
        kind = KINDS[kind.parent]
    part = kind.path[0] if kind else difference.kind
    return FILES.get(part) or paths.get(difference.parent or difference.id, part)


def _edited(place: Place, kind: str, record: str | None = None) -> Issue:
    code = "hand-edit-field" if place.field else "hand-edit"
    return Issue(level=Level.NOTICE, code=code, place=place, record=record, facts={"kind": kind})
