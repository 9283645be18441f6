"""A youth's way to an own mentor in words (JIM, domain.md §3.5)."""

from collections.abc import Iterator
from datetime import date

from fktui.method.around.jim import running, silent_parents, step_now, talked_about, youths
from fktui.model.case import Case
from fktui.model.network import Jim
from fktui.words.labels import field_label, label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_day

Told = Iterator[tuple[str, str]]
"""A name and what it says."""


def without_a_way(case: Case, day: date) -> Iterator[tuple[str, str, str]]:
    """The youths who have a JIM on the map only, and those with whom it has not come up.

    Each with id and name, and what is known.
    """
    for one in case.family.people:
        marked = [who.name for who in case.network.people if one.id in who.jim_of]
        if marked and running(case, one.id) is None:
            yield one.id, one.name, f"{field_label('chosen').capitalize()}: {', '.join(marked)}"
    for one in youths(case, day):
        if not talked_about(case, one.id):
            yield one.id, one.name, _("A mentor of their own (JIM) has not come up yet.")


def say_way(case: Case, way: Jim, names: dict[str, str], day: date) -> Told:
    """What is known of one way to a JIM, without what is empty."""
    yield from say_choice(way, names)
    yield from _parents(case, way, names, day)
    yield from say_agreed(way, names)


def say_choice(way: Jim, names: dict[str, str], *, candidates: bool = True) -> Told:
    """How far the choice is: the step, who was named (if asked), chosen, asked, the answer."""
    now = step_now(way)
    thought_of = (_dated(listed((one.person,), names), one.on) for one in way.candidates)
    yield from _told(
        {
            "step": _dated(label(now.phase), now.on) if now else "",
            "candidates": ", ".join(thought_of) if candidates else "",
            "chosen": _dated(listed((way.chosen,), names), way.chosen_on) if way.chosen else "",
            "asked_on": say_day(way.asked_on) if way.asked_on else "",
            "answer": _dated(label(way.answer), way.answered_on) if way.answer else "",
        }
    )


def say_agreed(way: Jim, names: dict[str, str]) -> Told:
    """What was agreed with the JIM, and how it ended."""
    yield from _told(
        {
            "may_see": listed(way.may_see, names),
            "agreements": way.agreements or "",
            "reach": way.reach or "",
            "note": way.note or "",
            "until": _dated(way.until_reason or "–", way.until) if way.until else "",
        }
    )


def parents_to_ask(case: Case, way: Jim, day: date) -> tuple[str, ...]:
    """The parents who have not said what they think of the chosen one."""
    return silent_parents(case, way, day) if way.chosen and way.until is None else ()


def _parents(case: Case, way: Jim, names: dict[str, str], day: date) -> Told:
    """What each parent said, and who has not said anything yet."""
    for said in way.parents:
        view = _dated(label(said.answer), said.on)
        yield listed((said.by,), names), f"{view} {said.note or ''}".rstrip()
    for one in parents_to_ask(case, way, day):
        yield listed((one,), names), _("not known yet")


def _told(said: dict[str, str]) -> Told:
    return ((field_label(name).capitalize(), words) for name, words in said.items() if words)


def _dated(said: str, on: date | None) -> str:
    return f"{said} ({say_day(on)})" if on else said
