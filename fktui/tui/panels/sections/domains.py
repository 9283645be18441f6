"""The life domains: how heavy each weighs, with strengths and worries, per member where it fits."""

from collections.abc import Iterator, Mapping

from fktui.method.analysis import (
    Balance,
    DomainCount,
    DomainCourse,
    domain_counts,
    domain_courses,
    members,
    target_group,
)
from fktui.model.analysis import DomainScore
from fktui.model.family import Person
from fktui.tui.family import View
from fktui.tui.lines import Line, Part, columns, head, line, wrapped
from fktui.tui.panels.panel import record_line
from fktui.words.analysis.worries import say_standing, say_target_group
from fktui.words.labels import label
from fktui.words.language import _

STRENGTH, WORRY = "■", "≈"
"""The marks of a strength and of a worry, here and in the lists below."""

_NAME, _WEIGHT, _COUNT = 19, 7, 5
_MEMBER, _WIDEST = 6, 12
_NONE = Balance(strengths=0, worries=0)


def domain_lines(view: View) -> list[Line]:
    """A row for each domain; without room for columns, the members stand below."""
    today = view.desk.today
    analysis, people = view.case.analysis, members(view.case, today)
    counts = {one.domain: one for one in domain_counts(analysis, today)}
    size = _column(view, len(people))
    courses = domain_courses(analysis, today)
    heavy = view.desk.norms.domain_severity.value
    lines = [head(_("Life domains")), _head(people if size else (), size)]
    for course in courses:
        shown = people if size else ()
        lines.append(_row(course, counts[course.domain], shown, size, heavy))
    lines += _of_no_domain(counts[None], people if size else (), size)
    lines += [] if size else list(_members(view, people))
    meaning = _("0 not, 1 a little, 2 clearly, 3 very heavy.")
    marks = _("{strength} strength, {worry} worry.").format(strength=STRENGTH, worry=WORRY)
    lines += wrapped(f"{meaning} {marks}", view.width - 2, "soft", "  ")
    if not view.shown.together:
        for said in say_target_group(target_group(courses, view.desk.norms)):
            lines += wrapped(said, view.width - 2, "soft", "  ")
    return [*lines, line("")]


def _column(view: View, count: int) -> int:
    """How wide the column of each member is; 0 when there is no room for all."""
    room = view.width - 2 - _NAME - _WEIGHT - 2 * _COUNT
    size = room // count if count else 0
    return min(_WIDEST, size) if size >= _MEMBER else 0


def _head(people: tuple[Person, ...], size: int) -> Line:
    cells = columns(
        (("", "soft"), _NAME),
        ((_("weighs"), "soft"), _WEIGHT),
        ((STRENGTH, "soft"), _COUNT),
        ((WORRY, "soft"), _COUNT),
        *(((one.name.partition(" ")[0], "soft"), size) for one in people),
    )
    return line("  ", *cells)


def _row(  # a row has a domain, what is counted of it, and the columns that it fits in
    course: DomainCourse,
    count: DomainCount,
    people: tuple[Person, ...],
    size: int,
    heavy: int,
) -> Line:
    now = course.now
    style = "" if now is None else "mild" if now >= heavy else "good" if now == 0 else ""
    said = label(course.domain)
    cells = columns(
        (said[:1].upper() + said[1:], _NAME),
        ((_weight(course), style), _WEIGHT),
        *_counted(count.balance),
        *_per_member(count.by_person, people, size),
    )
    newest: DomainScore | None = max(course.standing, key=lambda one: one.on, default=None)
    return record_line(newest, "domain", *cells) if newest else line("  ", *cells)


def _weight(course: DomainCourse) -> str:
    """From the start to now; one figure when it was looked at once."""
    if course.start is None:
        return "–"
    now = say_standing(course)
    return now if course.began == course.standing else f"{course.start} → {now}"


def _counted(both: Balance) -> tuple[tuple[Part, int], ...]:
    return (
        ((_times(STRENGTH, both.strengths), "good"), _COUNT),
        ((_times(WORRY, both.worries), "mild"), _COUNT),
    )


def _times(mark: str, count: int) -> str:
    """A mark for each; of many, their number."""
    return mark * count if count < _COUNT else f"{mark}{count}"


def _per_member(
    known: Mapping[str, Balance], people: tuple[Person, ...], size: int
) -> Iterator[tuple[Part, int]]:
    for one in people:
        yield _both(known.get(one.id, _NONE)) or ("·", "soft"), size


def _both(both: Balance) -> str:
    """`■2 ≈1`; empty when there is nothing."""
    parts = ((STRENGTH, both.strengths), (WORRY, both.worries))
    return " ".join(f"{mark}{count}" for mark, count in parts if count)


def _of_no_domain(count: DomainCount, people: tuple[Person, ...], size: int) -> Iterator[Line]:
    if count.balance == _NONE:
        return
    yield line(
        "  ",
        *columns(
            ((_("without a domain"), "soft"), _NAME),
            ("", _WEIGHT),
            *_counted(count.balance),
            *_per_member(count.by_person, people, size),
        ),
    )


def _members(view: View, people: tuple[Person, ...]) -> Iterator[Line]:
    """All that is counted of each member, on lines of their own."""
    totals = _totals(view)
    told = [
        f"{one.name.partition(' ')[0]} {_both(totals.get(one.id, _NONE)) or '·'}" for one in people
    ]
    yield from wrapped("; ".join(told), view.width - 2, indent="  ") if told else ()


def _totals(view: View) -> dict[str, Balance]:
    """Strengths and worries by person, of all domains together."""
    totals: dict[str, Balance] = {}
    for count in domain_counts(view.case.analysis, view.desk.today):
        for person, both in count.by_person.items():
            known = totals.get(person, _NONE)
            totals[person] = Balance(
                strengths=known.strengths + both.strengths, worries=known.worries + both.worries
            )
    return totals
