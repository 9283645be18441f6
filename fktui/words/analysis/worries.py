"""What is said of a worry beside its own words, and of the life domains as a whole."""

from collections.abc import Mapping

from fktui.method.analysis import DomainCourse, TargetGroup
from fktui.model.analysis import Worry
from fktui.model.plan import LifeDomain
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_date

Names = Mapping[str, str]


def say_whose(one: Worry, names: Names) -> str:
    """Whether it is a fact or an opinion, and who says so."""
    parts = [label(one.nature) if one.nature else _("not said whether fact or opinion")]
    if one.source:
        parts.append(_("source: {source}").format(source=one.source))
    if one.by:
        parts.append(_("said by {names}").format(names=listed(one.by, names)))
    if not one.source and not one.by:
        parts.append(_("no source"))
    return ", ".join(parts)


def say_contested(one: Worry, names: Names) -> str:
    """Who sees it otherwise, and how; empty when nobody does."""
    if not (one.contested or one.contested_by):
        return ""
    text = _("seen otherwise by {names}: {seen}")
    return text.format(names=listed(one.contested_by, names), seen=one.contested or "–")


def say_answer(one: Worry, names: Names) -> str:
    """What is done with it: its goals, why there is none, or that nobody decided yet."""
    if one.goals:
        return _("goal: {goals}").format(goals=listed(one.goals, names))
    if one.no_goal:
        return _("no goal, because: {reason}").format(reason=one.no_goal)
    return _("no goal yet")


def say_outdated(one: Worry) -> str:
    """A worry that no longer holds: since when, and why."""
    since = say_date(one.outdated_on) if one.outdated_on else ""
    why = f" ({one.outdated_reason})" if one.outdated_reason else ""
    return f"{one.what}  {since}{why}"


def say_standing(course: DomainCourse) -> str:
    """How heavy a domain weighs now; where people differ, from the lightest to the heaviest."""
    figures = sorted({score.severity for score in course.standing})
    return "–".join(map(str, dict.fromkeys((*figures[:1], *figures[-1:])))) or "–"


def say_target_group(group: TargetGroup) -> list[str]:
    """The signal of six of seven, and what was never looked at."""
    scored = len(group.unscored) < len(LifeDomain)
    lines = []
    if scored:
        text = _("Clearly heavy at the start: {start} of 7; now {now}. The help is for {wanted}.")
        lines.append(
            text.format(start=len(group.at_start), now=len(group.now), wanted=group.wanted)
        )
    if group.unscored:
        never = ", ".join(label(domain) for domain in group.unscored)
        lines.append(_("Not looked at yet: {domains}.").format(domains=never))
    return lines
