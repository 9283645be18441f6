"""The tab *Paper*: documents, consents, what was shared with whom, the people's own words."""

from collections.abc import Iterator

from fktui.errors import FkError
from fktui.method.agreed import FUTURE_PLAN, Stance, standing
from fktui.method.phases import current
from fktui.method.rights.asking import Refusal, right_to_copy
from fktui.model.family import is_there
from fktui.model.journal import Document, Statement
from fktui.model.measures import Participation
from fktui.model.plan import FutureEntry
from fktui.model.trajectory import Phase
from fktui.tui.family import View
from fktui.tui.lines import Line, Part, columns, head, line, section, wrapped
from fktui.tui.panels.panel import Panel, record_line
from fktui.tui.panels.record import record_lines
from fktui.tui.panels.sections.consents import consents, disclosures
from fktui.usecases.paper.papers import gaps
from fktui.usecases.paper.templates import template_title, templates
from fktui.usecases.plan.future import sections
from fktui.usecases.rights.statements import statements
from fktui.words.labels import label
from fktui.words.language import N_, _
from fktui.words.language import current as spoken
from fktui.words.naming import listed
from fktui.words.recipients import say_recipient
from fktui.words.say import say_on_screen
from fktui.words.time.say_dates import say_day, say_distance

KINDS = ("document", "consent", "disclosure", "statement", "future", "participation")
TEMPLATE, COPY = "template", "copy"
"""Kinds of lines that are no records; the key is `template:future-plan`, `copy:` and an id."""
HANDOVER = "handover"
_USUAL = "future-plan"

_DAY, _STATE = 16, 11
_IN = "     "
_SHORT = 80


def lines(view: View) -> list[Line]:
    """What can be made first, then what was said yes to, what was shared, what people said."""
    return [
        *section(_("Documents to make"), _templates(view)),
        *consents(view),
        *section(_("Shared"), disclosures(view)),
        *section(_("Documents made"), (_document(view, one) for one in _documents(view))),
        *section(_("Own copy of the record"), _copies(view)),
        *section(
            _("What people say about it themselves"),
            (_statement(view, one) for one in statements(view.case)),
        ),
        *_future(view),
        *section(_("Takes part in studies"), (_participation(view, one) for one in _joined(view))),
    ]


def beside(view: View, key: str) -> list[Line]:
    """The record under the cursor; of a document that can be made, what is missing on it."""
    kind, _colon, name = key.partition(":")
    if kind == TEMPLATE and name != HANDOVER:
        return _missing(view, name)
    return record_lines(view, key)


def _missing(view: View, name: str) -> list[Line]:
    title = template_title(view.desk, name, spoken())
    try:
        found = gaps(view.desk, view.case, name)
    except FkError as error:
        return [head(title), *wrapped(say_on_screen(error), view.width, "soft")]
    shown = [
        one
        for gap in found
        for one in wrapped(f"! {gap.what[:1].upper()}{gap.what[1:]}", view.width, "mild")
    ]
    note = _("An open line for each of these; Enter makes it.") if found else ""
    said = note or _("√ Nothing is missing on it. Enter makes it.")
    return [head(title), *wrapped(said, view.width, "soft"), *shown]


# --- documents -------------------------------------------------------------------------------


def due_templates(view: View) -> tuple[str, ...]:
    """The papers that the method asks for now: S1:L203-204 the report, S1:L204-207 the plan."""
    due = view.shown.glance.due
    codes = {one.code for one in (*due.overdue, *due.coming)}
    period = current(view.case.trajectory)
    closing = period is not None and period.phase is Phase.CLOSING
    made = {one.template for one in view.case.documents}
    wanted = (
        ("analysis-report", "analysis-report" in codes),
        ("future-plan", closing and "future-plan" not in made),
    )
    return tuple(name for name, is_due in wanted if is_due)


def _templates(view: View) -> Iterator[Line]:
    """A line for each template; what is due first, then the future plan: there `p` begins."""
    due = due_templates(view)
    rows = [(row.template, row.title) for row in templates(view.desk, spoken())]
    if not view.shown.together:
        rows.append((HANDOVER, template_title(view.desk, HANDOVER, spoken())))
    for name, title in sorted(rows, key=lambda row: (row[0] not in due, row[0] != _USUAL)):
        yield _template(view, name, title, is_due=name in due)


def _template(view: View, name: str, title: str, *, is_due: bool) -> Line:
    last = next((one for one in _documents(view) if one.template == name), None)
    whom = _for_whom(view, last) if last else ""
    room = max(16, view.width - 2 - _DAY - _STATE)
    whom_room = room // 3
    made = say_day(last.made_on) if last else _("not made yet")
    due = _("due now") if is_due else label(last.status) if last else ""
    return line(
        ("!", "late") if is_due else " ",
        " ",
        *columns(
            ((title, "strong"), room - whom_room),
            ((f" {made}", "" if last else "soft"), _DAY),
            ((f" {due}", "late" if is_due else "soft"), _STATE),
            ((f" {whom}", "soft"), whom_room),
        ),
        key=f"{TEMPLATE}:{name}",
        kind=TEMPLATE,
    )


def _documents(view: View) -> list[Document]:
    return sorted(view.case.documents, key=lambda one: (one.made_on, one.id), reverse=True)


def _document(view: View, one: Document) -> Line:
    room = max(16, view.width - 2 - _DAY - _STATE)
    whom_room = room // 3
    return record_line(
        one,
        "document",
        *columns(
            (one.title, room - whom_room),
            (f" {say_day(one.made_on)}", _DAY),
            ((f" {label(one.status)}", "soft"), _STATE),
            ((f" {_for_whom(view, one)}", "soft"), whom_room),
        ),
    )


def _for_whom(view: View, one: Document) -> str:
    return say_recipient(one.recipient, view.shown.names) if one.recipient else ""


def _copies(view: View) -> Iterator[Line]:
    """Of each member of the family: whether they may ask for it themselves (Jeugdwet 7.3.10)."""
    if view.shown.together:
        return
    for person in view.case.family.people:
        if is_there(person, view.desk.today):
            right = right_to_copy(view.case, person.id, person.id, view.desk.today)
            through = right is Refusal.THROUGH_PARENTS
            said = _("those with authority ask for it") if through else _("may ask for it")
            room = view.width - 2
            yield line(
                "  ",
                *columns((person.name, room // 2), ((f" {said}", "soft"), room - room // 2)),
                key=f"{COPY}:{person.id}",
                kind=COPY,
            )


# --- the people's own words ------------------------------------------------------------------


def _statement(view: View, one: Statement) -> Line:
    names = view.shown.names
    beside = names.get(one.entry or "", one.entry or "")
    room = view.width - 2 - _DAY
    text = f" {one.body}"
    if beside:
        text += " (" + _("beside {what}").format(what=beside) + ")"
    return record_line(
        one,
        "statement",
        *columns((say_day(one.on), _DAY), (names.get(one.by, one.by), room // 4)),
        *columns((text, room - room // 4)),
    )


def _future(view: View) -> list[Line]:
    """The lines of the future plan by section, and who agrees with it."""
    shown: list[Line] = []
    for part, entries in sections(view.case):
        if entries:
            said = label(part)
            shown.append(line("  ", *columns(((said, "soft"), view.width - 2))))
            shown += [_entry(view, one) for one in entries]
    if not shown:
        return section(_("Future plan"), [], _("no lines yet; a adds one"))
    return [head(_("Future plan")), *shown, *_agree(view), line("")]


def _entry(view: View, one: FutureEntry) -> Line:
    names = view.shown.names
    more = [listed(one.who, names) if one.who else "", say_day(one.on) if one.on else ""]
    text = " · ".join(filter(None, (one.text, *more)))
    return record_line(one, "future", *columns((text, view.width - 2)))


def _agree(view: View) -> Iterator[Line]:
    """Who agrees, who does not, who has not been asked; in one line."""
    marks = {Stance.AGREES: "√", Stance.DISAGREES: "×", Stance.TO_DISCUSS: "!"}
    said = [
        f"{marks.get(one.stance, '□')} {say_recipient(one.person, view.shown.names)}"
        for one in standing(view.case, FUTURE_PLAN, view.desk.today)
    ]
    if said:
        agrees = _("agrees (√), wants to talk (!), does not (×), not asked (□)")
        yield from wrapped(f"{agrees}: {'  '.join(said)}", view.width, "soft", "  ")


def _joined(view: View) -> list[Participation]:
    return list(view.case.measures.participation)


def _participation(view: View, one: Participation) -> Line:
    names = view.shown.names
    room = view.width - 2 - _DAY - _STATE
    day: Part = say_distance(one.on, view.desk.today) if one.on else ""
    return record_line(
        one,
        "participation",
        *columns(
            (names.get(one.person, one.person), room // 2),
            (f" {names.get(one.study, one.study)}", room - room // 2),
            (f" {label(one.status)}", _STATE),
            (day, -_DAY),
        ),
    )


PANEL = Panel(
    "paper",
    N_("Paper"),
    lines,
    KINDS,
    ("consent", "future.add", "statement.add", "participation", "minutes"),
    opens={
        TEMPLATE: "paper",
        COPY: "inspect",
        "future": "future.edit",
        "participation": "participation.edit",
    },
    beside=beside,
)
