"""The tab *Network*: the people around the family, from close to far, with their ties in marks.

This is the list; it reads aloud and on paper. The map has a screen of its own (`screens.pictures`).
"""

from collections.abc import Iterable, Iterator

from rich.cells import cell_len

from fktui.method.around.network import on_the_map, summary
from fktui.model.network import CommunityUse, NetworkPerson, RoleAgreement, Sector
from fktui.tui.family import View
from fktui.tui.lines import Line, Part, columns, head, line, section
from fktui.tui.panels.panel import Panel, is_over, record_line, task_line
from fktui.tui.panels.sections.jim import jim_lines
from fktui.tui.panels.sections.network_map import legend_lines, question_lines
from fktui.tui.panels.sections.telling import beside
from fktui.usecases.people.network import sector_name
from fktui.words.labels import kind_label, label
from fktui.words.language import N_, _, ngettext
from fktui.words.naming import listed
from fktui.words.people.around import (
    MARKS,
    mark_ties,
    say_asked,
    say_ring,
    say_whose,
    tie_mark,
    ties_of,
)
from fktui.words.time.say_dates import say_day

KINDS = ("network", "tie", "jim", "candidate", "parental_answer", "jim_step", "community", "role")

ADDS = {
    "jim": N_("somebody who could be it"),
    "community": N_("a place in the neighbourhood"),
    "role": N_("who has which role"),
}
"""What can be added here besides somebody around the family, in the section where it goes."""

_WIDE = 100
"""From here on there is room for what somebody is, and whether they were asked."""


def lines(view: View) -> list[Line]:
    """People by ring, what the marks mean, what to ask, JIM, neighbourhood, roles."""
    today = view.desk.today
    here = on_the_map(view.case, today)
    shown = [*_around(view, here), line("")]
    shown += section(_("To ask the family"), question_lines(view))
    more = not view.shown.together
    adds = {
        kind: [task_line(f"{kind}.add", _(said), mark="+")] * more for kind, said in ADDS.items()
    }
    shown += section(_("A mentor of one's own (JIM)"), [*jim_lines(view), *adds["jim"]])
    shown += section(kind_label("community"), [*_community(view), *adds["community"]])
    shown += section(kind_label("role"), [*_roles(view), *adds["role"]])
    shown += section(_("Left the map"), _gone(view, {one.id for one in here}))
    return shown


def _around(view: View, here: Iterable[NetworkPerson]) -> Iterator[Line]:
    counted = summary(view.case, view.desk.today)
    total = counted.own + counted.professional
    note = ngettext("{count} person", "{count} people", total).format(count=total)
    if total:
        said = _("{own} own, {professional} professional")
        note += ": " + said.format(own=counted.own, professional=counted.professional)
    yield head(_("Around the family"), note)
    yield from legend_lines(view.width)
    order = list(Sector)
    for ring in (1, 2, 3):
        ones = [one for one in here if one.ring == ring]
        if not ones:
            continue
        said = f" ─ {say_ring(ring)} "
        yield line((said + "─" * max(0, view.width - cell_len(said) - 1), "soft"))
        ones.sort(key=lambda one: (order.index(one.sector), one.name.casefold()))
        yield from (person_line(view, one) for one in ones)


def person_line(view: View, one: NetworkPerson) -> Line:
    """Somebody around the family: marks, name, side of the map, whose ties."""
    marks, said = _ties(view, one)
    cells: list[tuple[Part, int]] = [
        ((marks, "accent"), 3),
        ((one.name, "strong"), 24),
        (("★JIM" if one.jim_of else "", "good"), 6),
        ((sector_name(view.desk, one.sector), "soft"), 17),
        ("", 1),
    ]
    if view.width >= _WIDE:
        cells += [((one.relation or "", "soft"), 24), ("", 1), ((say_asked(one), "soft"), 10)]
    return record_line(one, "network", *columns(*cells), said)


def _ties(view: View, one: NetworkPerson) -> tuple[str, str]:
    """The marks in front of a name, and whose ties they are: with their marks where these differ.

    Without energy in front when the ties of the members differ: then it stands with each of them.
    """
    ties, names = ties_of(view.case, one), _short(view)
    marks = dict.fromkeys(map(tie_mark, ties))
    if len(marks) == 1:
        return next(iter(marks)), ", ".join(say_whose(tie, names) for tie in ties)
    return "".join(dict.fromkeys(MARKS[tie.quality] for tie in ties)), mark_ties(ties, names)


def _short(view: View) -> dict[str, str]:
    """First names of the members, where they tell who is meant."""
    first = {p.id: p.name.split()[0] if p.name.split() else "" for p in view.case.family.people}
    said = list(first.values())
    return view.shown.names | {key: one for key, one in first.items() if said.count(one) == 1}


def _community(view: View) -> Iterator[Line]:
    names = view.shown.names
    return (_community_line(view, one, names) for one in view.case.network.community)


def _community_line(view: View, one: CommunityUse, names: dict[str, str]) -> Line:
    about = listed(one.about, names)
    parts = [label(one.state), about, say_day(one.on) if one.on else ""]
    return _told(view, one, "community", one.what, parts)


def _roles(view: View) -> Iterator[Line]:
    names = view.shown.names
    for one in view.case.network.roles:
        yield _role_line(view, one, names)


def _role_line(view: View, one: RoleAgreement, names: dict[str, str]) -> Line:
    who = listed(one.who, names)
    by = _("with {people}").format(people=listed(one.by, names)) if one.by else ""
    return _told(view, one, "role", f"{who}: {one.role}", [by])


def _told(
    view: View, one: CommunityUse | RoleAgreement, kind: str, what: str, parts: list[str]
) -> Line:
    """A record in a line; what is over says so."""
    if is_over(one, view.desk.today):
        parts.insert(0, _("ended"))
    said = " · ".join(filter(None, parts))
    room = max(20, min(view.width - cell_len(said) - 5, view.width * 2 // 3))
    return record_line(one, kind, *columns((what, room)), (f" {said}", "soft"))


def _gone(view: View, here: set[str]) -> Iterator[Line]:
    for one in view.case.network.people:
        if one.id in here:
            continue
        day = say_day(one.until) if one.until else _("not yet")
        said = " · ".join(filter(None, (day, one.until_reason)))
        yield record_line(one, "network", *columns((one.name, 26)), (f" {said}", "soft"))


PANEL = Panel("network", N_("Network"), lines, KINDS, ("network.add",), beside)
