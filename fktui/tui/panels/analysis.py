"""The tab *Analysis*: life domains, strengths and worries, what happened before, measurements."""

from collections.abc import Iterable, Iterator
from datetime import date

from fktui.method.agreed import ANALYSIS
from fktui.method.analysis import (
    balance,
    coverage,
    is_outdated,
    open_stressors,
    open_worries,
    stress,
)
from fktui.model.analysis import HelpRequest, Strength, Worry
from fktui.tui.family import View
from fktui.tui.lines import Line, Span, columns, line, section, wrapped
from fktui.tui.panels.panel import Panel, task_line
from fktui.tui.panels.sections.agreeing import standing_lines
from fktui.tui.panels.sections.domains import STRENGTH, WORRY, domain_lines
from fktui.tui.panels.sections.happened import event_lines
from fktui.tui.panels.sections.scores import score_lines
from fktui.tui.panels.sections.telling import told
from fktui.words.analysis.worries import say_answer, say_contested, say_outdated, say_whose
from fktui.words.labels import label
from fktui.words.language import N_, _
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_date

KINDS = (
    "domain",
    "strength",
    "worry",
    "stressor",
    "help_request",
    "event",
    "experience",
    "measurement",
)
_WHOSE = 16
_SIDE = 60
"""With less room, whose it is stands on a narrower column."""


def lines(view: View) -> list[Line]:
    """All of the analysis, from how heavy it weighs to what is to be measured."""
    both = balance(view.case.analysis, view.desk.today)
    text = _("strengths: {strengths}, worries: {worries}")
    counted = text.format(strengths=both.strengths, worries=both.worries)
    shown = domain_lines(view)
    shown += section(_("Strengths") + f" ({counted})", _strengths(view), _("none noted yet"))
    shown += section(_("Worries"), _worries(view), _("nothing yet"))
    shown += section(_("Sources of stress"), _stress(view))
    shown += section(_("What people ask for"), _requests(view))
    shown += section(_("Explanation together"), _explanation(view))
    shown += event_lines(view)
    shown += score_lines(view)
    return shown + section(_("No longer so"), _over(view))


def _whose(view: View, people: Iterable[str]) -> tuple[Span, ...]:
    """Whom it is about, by first names; nobody named is the family as a whole."""
    names = {one.id: one.name.partition(" ")[0] for one in view.case.family.people}
    said = listed(people, {**view.shown.names, **names}) or _("the family")
    return columns((said, _WHOSE if view.width >= _SIDE else 10), ("", 1))


def _strengths(view: View) -> Iterator[Line]:
    """Those of each member, of the family, of others; who has none is named too."""
    for one in view.case.analysis.strengths:
        yield from told(
            view.width,
            one,
            "strength",
            _whose(view, one.about),
            _strength(view, one),
            mark=(STRENGTH, "good"),
            style="",
        )
    without = [m.person.name for m in coverage(view.case, view.desk.today) if not m.strengths]
    if without and not view.shown.together:
        said = _("No strength noted yet of: {names}.").format(names=", ".join(without))
        yield from wrapped(said, view.width - 2, "soft", "  ")


def _strength(view: View, one: Strength) -> str:
    goals = _("goal: {goals}").format(goals=listed(one.goals, view.shown.names))
    parts = (one.what, one.example or "", f"→ {goals}" if one.goals else "")
    return "  ".join(filter(None, parts))


def _worries(view: View) -> Iterator[Line]:
    """Each with whose view it is, who sees it otherwise, and what is done with it."""
    for one in open_worries(view.case.analysis, view.desk.today):
        yield from told(
            view.width,
            one,
            "worry",
            _whose(view, one.about),
            one.what,
            mark=(WORRY, "mild"),
            style="",
        )
        yield from _about_worry(view, one)


def _about_worry(view: View, one: Worry) -> Iterator[Line]:
    names, indent = view.shown.names, "      "
    yield from wrapped(say_whose(one, names), view.width - 2, "soft", indent)
    seen = say_contested(one, names)
    if seen:
        yield from wrapped(f"! {seen}", view.width - 2, "", indent)
    if one.goals or one.no_goal:
        yield from wrapped(f"→ {say_answer(one, names)}", view.width - 2, "soft", indent)
    elif not view.shown.together:
        yield task_line("worry.goal", _("make a goal of it"), one.id)


def _stress(view: View) -> Iterator[Line]:
    """The five sources; what comes from each stands below it."""
    if not open_stressors(view.case.analysis, view.desk.today):
        return
    for source in stress(view.case.analysis, view.desk.today):
        said = label(source.source) if source.source else _("of no source yet")
        weight = "–" if source.severity is None else str(source.severity)
        size = max(10, min(34, view.width - 8))
        yield line("  ", *columns(((said, "soft"), size), ((weight, "strong"), -3)))
        for one in source.stressors:
            yield from told(
                view.width, one, "stressor", _whose(view, one.about), one.what, style=""
            )


def _requests(view: View) -> Iterator[Line]:
    for one in view.case.analysis.help_requests:
        whose = _whose(view, (one.words_of,) if one.words_of else one.about)
        yield from told(view.width, one, "help_request", whose, _request(view, one), style="")


def _request(view: View, one: HelpRequest) -> str:
    goals = _("goal: {goals}").format(goals=listed(one.goals, view.shown.names))
    return f"“{one.what}”" + (f"  → {goals}" if one.goals else "")


def _explanation(view: View) -> Iterator[Line]:
    """In the words of all, who carries it, and where everybody stands."""
    known = view.case.analysis.explanation
    if known is None:
        yield line("  ", (_("None has been written yet."), "soft"))
        if not view.shown.together:
            yield task_line("explain", _("write it together"))
        return
    yield from wrapped(known.text, view.width - 2, indent="  ")
    names = listed(known.by, view.shown.names) or _("nobody yet")
    carried = _("{day}, carried by {names}").format(day=say_date(known.on), names=names)
    yield from wrapped(carried, view.width - 2, "soft", "  ")
    yield from standing_lines(view, ANALYSIS)


def _over(view: View) -> Iterator[Line]:
    """Worries and stressors that are behind the family; they stay in the record."""
    today = view.desk.today
    for worry in view.case.analysis.worries:
        if is_outdated(worry, today):
            whose = _whose(view, worry.about)
            yield from told(
                view.width, worry, "worry", whose, say_outdated(worry), mark=("√", "good")
            )
    now = open_stressors(view.case.analysis, today)
    for one in view.case.analysis.stressors:
        if one not in now:
            said = "  ".join(filter(None, (one.what, _until(one.until, one.until_reason))))
            whose = _whose(view, one.about)
            yield from told(view.width, one, "stressor", whose, said, mark=("√", "good"))


def _until(day: date | None, reason: str | None) -> str:
    when = say_date(day) if day else ""
    return f"{when} ({reason})" if reason else when


PANEL = Panel(
    "analysis",
    N_("Analysis"),
    lines,
    KINDS,
    (
        *("strength.add", "worry.add", "stressor.add", "help_request.add", "event.add"),
        *("domain", "explain", "agree", "measure.add", "experience.add"),
        *("worry.contest", "worry.outdate", "worry.goal", "strength.goal"),
    ),
)
