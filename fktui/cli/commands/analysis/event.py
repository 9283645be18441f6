"""`fk event`: the timeline, and how each person felt what happened."""

from collections.abc import Iterable
from typing import Annotated

import typer

from fktui.cli import output, typed
from fktui.cli.options import At, CaseArg, Json, Note
from fktui.cli.record_verbs import record_app
from fktui.method.timeline import in_time, lanes
from fktui.model.timeline import Event
from fktui.usecases.analysis import timeline
from fktui.words.labels import label
from fktui.words.language import _
from fktui.words.time.life_dates import say_when

app = record_app(
    "event",
    _("The timeline: what happened, which help there was, how each person felt it."),
    _('Note an event: fk event add koolmees "flight" --on 2017 --kind migration'),
    own=("list",),
)


@app.command(
    "feel",
    help=_('How one person felt it: fk event feel koolmees parents Mila -4 --note "so quiet"'),
    context_settings={"ignore_unknown_options": True},  # -4 is a figure
)
def feel(
    ctx: typer.Context,
    case: CaseArg,
    event: Annotated[
        str, typer.Argument(metavar="EVENT", help=_("The event: its id or how its title begins."))
    ],
    person: Annotated[str, typer.Argument(metavar="PERSON", help=_("Whose experience it is."))],
    value: Annotated[
        str, typer.Argument(metavar="FIGURE", help=_("-5 (the lowest) to +5 (the highest)."))
    ],
    note: Note = None,
) -> None:
    """Note how one person felt it; a second time changes it."""
    desk, case_id = typed.family(ctx, case)
    figure = typed.whole_number(value)
    output.done(timeline.feel(desk, case_id, event, person, figure, note=typed.text(note)))


@app.command("list", help=_("The timeline in two lanes: life, and help and placements."))
def list_events(ctx: typer.Context, case: CaseArg, at: At = None, json: Json = False) -> None:
    """The events in the order of time."""
    desk, loaded = typed.load(ctx, case, at)
    if json:
        events = loaded.case.timeline.events
        output.as_json("events", in_time(events, loaded.case.family.people))
        return
    names = desk.names(loaded.case)
    found = lanes(loaded.case)
    _lane(_("Life"), found.life, names)
    output.line()
    _lane(_("Help and placements"), found.care, names)


def _lane(title: str, events: Iterable[Event], names: dict[str, str]) -> None:
    output.heading(title)
    rows = [_row(event, names) for event in events]
    if not rows:
        output.line(_("Nothing has been noted yet."))
        return
    output.table(("", _("When"), _("What"), _("About"), _("How it was felt"), _("Then")), rows)


def _row(event: Event, names: dict[str, str]) -> tuple[str, ...]:
    felt = (f"{names.get(one.person, one.person)} {one.value:+d}" for one in event.experiences)
    then = [event.result] if event.result else []
    if event.helped:
        then.append(_("helped: {what}").format(what=event.helped))
    about = ", ".join(names.get(one, one) for one in event.about)
    return (
        event.id,
        say_when(event, names),
        f"{event.title} ({label(event.kind)})",
        about or "–",
        ", ".join(felt) or "–",
        "; ".join(then) or "–",
    )
