"""How far it is with each youth's own mentor, and what comes next (JIM, domain.md §3.5)."""

from collections.abc import Iterator

from fktui.method.around.jim import step_now
from fktui.model.network import Jim, Willing
from fktui.tui.family import View
from fktui.tui.lines import Line, columns
from fktui.tui.panels.panel import is_over, record_line, task_line
from fktui.tui.panels.sections.telling import fact, told
from fktui.usecases.people.jim import readable
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.people.jim import parents_to_ask, say_agreed, say_choice, without_a_way
from fktui.words.time.say_dates import say_day

_NAME = 20


def jim_lines(view: View) -> Iterator[Line]:
    """Each way to a JIM with what belongs to it; then the youths without one."""
    for way in view.case.network.jims:
        yield from _way(view, way)
    for youth, name, said in without_a_way(view.case, view.desk.today):
        yield task_line("jim.add", f"{name}: {said}", youth)


def _way(view: View, way: Jim) -> Iterator[Line]:
    names = view.shown.names
    youth = names.get(way.youth, way.youth)
    over = is_over(way, view.desk.today)
    now = step_now(way)
    said = listed((way.chosen,), names) if way.chosen else _("nobody chosen yet")
    state = _("ended") if over else label(now.phase) if now else ""
    cells = columns((youth, _NAME), ((f"★ {said}", "" if over else "good"), 30), (state, 20))
    yield record_line(way, "jim", *cells)
    about = say_choice(way, names, candidates=False)
    for name, words in (*about, *say_agreed(way, names | readable(view.desk, way))):
        yield from fact(name, words, view.width)
    yield from _inside(view, way)
    if not over:
        yield from _next(view, way)


def _inside(view: View, way: Jim) -> Iterator[Line]:
    """Candidates with their reasons, and what the parents said: each can be chosen."""
    names = view.shown.names
    for one in way.candidates:
        cells = columns((f"  ? {names.get(one.person, one.person)}", _NAME + 4))
        said = f"“{one.reason}”" if one.reason else ""
        yield from told(view.width, one, "candidate", cells, said)
    for answer in way.parents:
        cells = columns((f"  {names.get(answer.by, answer.by)}", _NAME + 4))
        said = " · ".join(filter(None, (label(answer.answer), say_day(answer.on), answer.note)))
        yield from told(view.width, answer, "parental_answer", cells, said)


def _next(view: View, way: Jim) -> Iterator[Line]:
    """What is to be noted next; Enter asks it."""
    names = view.shown.names
    if way.chosen is None:
        yield task_line("jim.choose", _("note whom the youth chose"), way.id)
    elif way.asked_on is None:
        yield task_line("jim.ask", _("note that the chosen one was asked"), way.id)
    elif way.answer is not Willing.YES:
        yield task_line("jim.answer", _("note what the chosen one answered"), way.id)
    for parent in parents_to_ask(view.case, way, view.desk.today):
        said = _("note what {name} says to it").format(name=names.get(parent, parent))
        yield task_line("jim.parent", said, f"{way.id}:{parent}")
