"""Scoring life domains, seeing a worry otherwise, putting one behind, the explanation together.

Adding and changing strengths, worries, stressors and help requests is in `usecases.entries`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

import msgspec

from fktui.errors import WrongUse
from fktui.method.analysis import domain_courses
from fktui.model.analysis import DomainScore, Explanation, Severity, Strength, Worry
from fktui.model.case import Case, put
from fktui.model.plan import LifeDomain
from fktui.model.stored import Act, Change, Loaded, Saved
from fktui.usecases.desk import Desk
from fktui.usecases.fields import bounded
from fktui.usecases.finding import find_record
from fktui.usecases.records import (
    act_on,
    check_order,
    checked,
    new_record,
    not_to_come,
    require,
    with_fields,
)
from fktui.words.acts import subject
from fktui.words.labels import label


class Scored(NamedTuple):
    """What was saved, with the ids of the new scores."""

    saved: Saved
    ids: tuple[str, ...]


def score_domains(
    desk: Desk, case_id: str, severities: Mapping[LifeDomain, int], **fields: Any
) -> Scored:
    """Score one life domain or several at once, in one act.

    Args:
        desk: where it is done.
        case_id: the family.
        severities: how heavy each weighs, from 0 (not) to 3 (very).
        fields: for each score: `on` (today when not said), `by`, `about`, `note`, `source`,
            `nature`, `visible_to`.

    Raises:
        WrongUse: none was named, a figure is not from 0 to 3, or the day is still to come.
    """
    require({"domain": severities or None}, "domain")
    for severity in severities.values():
        bounded("severity", Severity, severity)
    on = fields.get("on") or desk.today
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        case = loaded.case
        for domain, severity in severities.items():
            given = dict(fields) | {"domain": domain, "severity": severity, "on": on}
            case = put(case, "domain", new_record(desk, case, "domain", given))
        return Change(case=case, act=_scored(loaded.case, case, on))

    saved = desk.change(case_id, edit)
    made = saved.loaded.case.analysis.domains[-len(severities) :]
    return Scored(saved, tuple(score.id for score in made))


def _scored(before: Case, after: Case, on: date) -> Act:
    """One domain is told with its figures, more than one by their number."""
    new: tuple[DomainScore, ...] = after.analysis.domains[len(before.analysis.domains) :]
    if len(new) > 1:
        told = subject("domain.scores", count=len(new))
        return Act(action="domain.scores", subject=told, fields=("domains",))
    (score,) = new
    courses = {one.domain: one.now for one in domain_courses(before.analysis, on)}
    old = courses[score.domain]
    action = "domain.first-score" if old is None else "domain.score"
    return act_on(action, score, domain=label(score.domain), old=old, new=score.severity)


def contest_worry(desk: Desk, case_id: str, given: str, seen: str, by: tuple[str, ...]) -> Saved:
    """Note that somebody sees a worry otherwise, and how; it stands beside the worry from then on.

    Who contested it before and is not among these keeps the own words.

    Raises:
        NotFound, Ambiguous: `given` is not one worry.
        WrongUse: nothing was said, or nobody was named, or nothing would be different.
    """
    require({"contested": seen, "by": by or None}, "contested", "by")

    def edit(loaded: Loaded) -> Change:
        worry: Worry = find_record(loaded.case, given, "worry").record
        kept = worry.contested if set(worry.contested_by) - set(by) else None
        fields = {
            "contested_by": tuple(dict.fromkeys((*worry.contested_by, *by))),
            "contested": f"{kept}\n{seen}" if kept and seen not in kept else kept or seen,
        }
        after = with_fields(worry, fields)
        if after == worry:
            raise WrongUse("nothing-changed", record=worry.id)
        act = act_on("worry.contest", after, fields=tuple(fields))
        return Change(case=put(loaded.case, "worry", after), act=act)

    return desk.change(case_id, edit)


def outdate_worry(
    desk: Desk, case_id: str, given: str, on: date, because: str | None = None
) -> Saved:
    """A worry no longer holds: it stays in the record, and does not come back in what is made.

    Raises:
        NotFound, Ambiguous: `given` is not one worry.
        WrongUse: it was put behind before, or the day is to come or before the worry itself.
    """
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        worry: Worry = find_record(loaded.case, given, "worry").record
        if worry.outdated_on is not None:
            raise WrongUse("already-ended", record=worry.id, on=worry.outdated_on)
        check_order(worry.id, worry.on, on)
        fields = {"outdated_on": on, "outdated_reason": because}
        after = with_fields(worry, fields)
        act = act_on("worry.outdate", after, fields=tuple(fields))
        return Change(case=put(loaded.case, "worry", after), act=act)

    return desk.change(case_id, edit)


def make_goal(desk: Desk, case_id: str, given: str, fields: Mapping[str, Any]) -> Saved:
    """Make a goal of a worry, or of a strength that can be used; they know each other from then on.

    Args:
        desk: where it is done.
        case_id: the family.
        given: the worry or the strength.
        fields: of the goal, `title` in front; whom it is about and its domain are those of the
            worry when they are not said.

    Raises:
        NotFound, Ambiguous: `given` is not one of them.
        WrongUse: the goal has no title, or a value does not fit.
    """
    require(fields, "title")

    def edit(loaded: Loaded) -> Change:
        located = find_record(loaded.case, given, "worry", "strength")
        source: Worry | Strength = located.record
        known = {"opened_on": desk.today, "about": source.about, "domain": source.domain}
        if source.visible_to:
            known["visible_to"] = source.visible_to
        goal = new_record(desk, loaded.case, "goal", known | dict(fields))
        answered: dict[str, Any] = {"goals": (*source.goals, goal.id)}
        if isinstance(source, Worry):
            answered["no_goal"] = None
        case = put(loaded.case, "goal", goal)
        case = put(case, located.kind.name, with_fields(source, answered))
        return Change(case=case, act=act_on("goal.add", goal))

    return desk.change(case_id, edit)


def explain(
    desk: Desk, case_id: str, text: str | None, *, on: date, by: tuple[str, ...] = ()
) -> Saved:
    """Write how family and coach together understand what goes on, and who carries it.

    Without a text, more people carry the explanation that is there. A new text is carried by
    those who are named with it: nobody carries words that were not put to them.

    Raises:
        WrongUse: there is no text at all, the day is still to come, or nothing would be different.
    """
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        case, known = loaded.case, loaded.case.analysis.explanation
        if not text and known is None:
            raise WrongUse("explanation-none", case=case_id)
        fields = {"text": text, "on": on, "by": by}
        if known is not None and not text:
            carried = tuple(dict.fromkeys((*known.by, *by)))
            fields = {"text": known.text, "on": known.on, "by": carried}
        new = checked(Explanation, fields)
        if known and (new.text, new.by) == (known.text, known.by):
            raise WrongUse("nothing-changed", record=case_id)
        analysis = msgspec.structs.replace(case.analysis, explanation=new)
        act = Act(
            action="analysis.explain",
            subject=subject("analysis.explain"),
            fields=("explanation",),
        )
        return Change(case=msgspec.structs.replace(case, analysis=analysis), act=act)

    return desk.change(case_id, edit)
