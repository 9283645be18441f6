"""At the kitchen table: a few pages in large, plain lines; no hours, no words of the trade."""

from collections.abc import Iterable, Iterator

from fktui.method.around.network import is_own, on_the_map
from fktui.method.plan import RANGES, first_score, goals_in_view, last_score
from fktui.model.journal import Meeting, MeetingStatus
from fktui.model.network import NetworkPerson
from fktui.model.plan import Agreement, FutureEntry, FutureSection, Goal, Measure, Step
from fktui.tui.family import View
from fktui.tui.lines import Line, Span, bar, head, line, wrapped
from fktui.tui.panels.panel import Panel
from fktui.words.labels import label
from fktui.words.language import N_, _
from fktui.words.time.clock import say_time
from fktui.words.time.say_dates import say_day

_WIDEST = 76
_IN = "   "
_CELLS = 40

_HOPED = {
    -2: N_("much less than we hoped"),
    -1: N_("less than we hoped"),
    0: N_("as we hoped"),
    1: N_("more than we hoped"),
    2: N_("much more than we hoped"),
}
_LEVELS = {-2: "much_less", -1: "less", 0: "expected", 1: "more", 2: "much_more"}
_RINGS = {1: N_("Close to us"), 2: N_("We know them well"), 3: N_("A bit further away")}


def goal_lines(view: View) -> list[Line]:
    """The goals that are worked on: a block each, with its steps."""
    goals = sorted(goals_in_view(view.case.plan), key=lambda goal: goal.priority or 99)
    lines = [one for goal in goals for one in _goal(view, goal)]
    return lines or _nothing(_("There are no goals yet. d adds one."))


def _goal(view: View, goal: Goal) -> Iterator[Line]:
    low, high = RANGES[goal.measure]
    first, last = first_score(goal), last_score(goal)
    yield line("")
    yield from _large(goal.title, view, goal.id, "goal")
    yield line("")
    if last is None:
        yield line(_IN, (_("no figure yet; s gives one"), "soft"))
    else:
        yield line(_IN, *bar(last.value - low, high - low, min(_CELLS, _room(view))))
        yield from wrapped(
            _("Now: {figure}").format(figure=_figure(goal, last.value)), _room(view), indent=_IN
        )
    if first is not None and last is not None and first.on < last.on:
        began = _("At the start: {figure}").format(figure=_figure(goal, first.value))
        yield from wrapped(began, _room(view), "soft", indent=_IN)
    steps = [step for step in goal.steps if step.dropped is None]
    if steps:
        yield line("")
    for step in steps:
        yield from _step(view, step)
    yield line("")


def _figure(goal: Goal, value: int) -> str:
    """A score as the family says it: in its own words, where it has them."""
    if goal.measure is Measure.TEN:
        return _("{figure} out of 10").format(figure=value)
    own = getattr(goal.levels, _LEVELS.get(value, ""), None) if goal.levels else None
    return own or (_(_HOPED[value]) if value in _HOPED else str(value))


def _step(view: View, step: Step) -> Iterator[Line]:
    mark: Span | str = Span("√", "good") if step.done else "□"
    when = "" if step.done or step.due is None else say_day(step.due)
    said = " · ".join(filter(None, (step.what, _who(view, step.who), when)))
    yield from _marked(view, mark, said, step.id, "step")


def people_lines(view: View) -> list[Line]:
    """Who is around the family, the nearest first."""
    there = [one for one in on_the_map(view.case, view.desk.today) if one.person is None]
    lines: list[Line] = []
    for ring, title in _RINGS.items():
        near = sorted((one for one in there if one.ring == ring), key=lambda one: not is_own(one))
        if near:
            lines += [line(""), head("  " + _(title))]
        for one in near:
            lines += _person(view, one)
    return lines or _nothing(_("Nobody is on the map yet."))


def _person(view: View, one: NetworkPerson) -> Iterator[Line]:
    jim = "JIM" if one.jim_of else ""
    said = " · ".join(filter(None, (one.name, jim, one.relation or "", one.offers or "")))
    yield from _marked(
        view, "★" if one.jim_of else "■" if is_own(one) else "□", said, one.id, "network"
    )


def agreement_lines(view: View) -> list[Line]:
    """When we meet again, and what was agreed."""
    lines = list(_next_time(view))
    today = view.desk.today
    agreed = [one for one in view.case.plan.agreements if one.until is None or one.until >= today]
    for kind in dict.fromkeys(one.kind for one in agreed):
        said = label(kind)
        lines += [line(""), head(f"  {said[:1].upper()}{said[1:]}")]
        for one in agreed:
            if one.kind is kind:
                lines += _agreement(view, one)
    return lines or _nothing(_("Nothing is agreed yet."))


def _agreement(view: View, one: Agreement) -> Iterator[Line]:
    yield from _marked(
        view, "■", " · ".join(filter(None, (one.what, _who(view, one.who)))), one.id, "agreement"
    )


def _next_time(view: View) -> Iterator[Line]:
    coming = [one for one in view.case.meetings if _is_coming(view, one)]
    if not coming:
        return
    soon = min(coming, key=lambda one: one.on)
    when = " ".join(filter(None, (say_day(soon.on), say_time(soon.at) if soon.at else "")))
    yield line("")
    yield head("  " + _("We meet again"))
    said = " · ".join(filter(None, (when, soon.place or "", _who(view, soon.invited))))
    yield from _marked(view, "►", said, soon.id, "meeting")


def _is_coming(view: View, one: Meeting) -> bool:
    return one.status is MeetingStatus.PLANNED and one.on >= view.desk.today


def future_lines(view: View) -> list[Line]:
    """The future plan, in the words of the family."""
    entries = view.case.plan.future_plan.entries
    lines: list[Line] = []
    for part in FutureSection:
        said = label(part)
        found = [one for one in entries if one.section is part]
        if found:
            lines += [line(""), head(f"  {said[:1].upper()}{said[1:]}")]
        for one in found:
            lines += _entry(view, one)
    return lines or _nothing(_("The future plan is still empty."))


def _entry(view: View, one: FutureEntry) -> Iterator[Line]:
    said = " · ".join(filter(None, (one.text, _who(view, one.who))))
    yield from _marked(view, "■", said, one.id, "future")


def _marked(view: View, mark: Span | str, text: str, key: str, kind: str) -> Iterator[Line]:
    """A line with a mark, over as many rows as it needs."""
    for place, row in enumerate(wrapped(text, _room(view) - 3)):
        yield (
            line(_IN, mark, "  ", *row.spans[1:], key=key, kind=kind)
            if not place
            else line(_IN, _IN, *row.spans[1:])
        )


def _large(text: str, view: View, key: str, kind: str) -> Iterator[Line]:
    for place, row in enumerate(wrapped(text, _room(view), "head", _IN)):
        yield row._replace(key=key, kind=kind) if not place else row


def _who(view: View, people: Iterable[str]) -> str:
    """Names, of the family the first ones; who is not shown here has none."""
    family = {one.id: one.name.partition(" ")[0] for one in view.case.family.people}
    names = {**view.shown.names, **family}
    return ", ".join(names[one] for one in people if one in names)


def _room(view: View) -> int:
    return max(20, min(_WIDEST, view.width) - 2 * len(_IN))


def _nothing(said: str) -> list[Line]:
    return [line(""), line(_IN, (said, "soft"))]


KITCHEN: tuple[Panel, ...] = (
    Panel("goals", N_("Goals"), goal_lines, ("goal", "step")),
    Panel("people", N_("Our people"), people_lines, ("network",)),
    Panel("agreements", N_("Agreements"), agreement_lines, ("meeting", "agreement")),
    Panel("future", N_("Future plan"), future_lines, ("future",)),
)
"""The pages, in the order of a talk."""
