"""Scores of instruments: which there are, adding one, what is due, how figures changed.

The questions and the answers to them are not kept (domain.md §4).
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from fktui.errors import Ambiguous, FkError, NotFound, WrongUse
from fktui.method.due.day import Deadline
from fktui.method.due.deadlines import deadlines
from fktui.method.due.measures import MEASURE_DUE
from fktui.method.instruments import Answers, checked_figure, scores_of
from fktui.method.measures import ScaleChange, scale_changes
from fktui.model.case import Case, put
from fktui.model.instrument import FilledBy, Instrument, Scale
from fktui.model.stored import Change, Loaded, Saved
from fktui.store.instruments import InstrumentFile, instrument_names, read_instrument
from fktui.usecases.desk import Desk
from fktui.usecases.records import act_on, new_record, not_to_come

_SKIPPED = frozenset(("", "-", "–", "?", "x"))
"""How people write that an answer is missing."""


class Known(NamedTuple):
    """An instrument by name; `file` is None when its definition cannot be used, `error` says why.

    `chosen` tells whether the team uses it, so that it can be due.
    """

    name: str
    chosen: bool
    file: InstrumentFile | None = None
    error: FkError | None = None


def instruments(desk: Desk) -> list[Known]:
    """All instruments that there are, and those that fk.yaml names but are nowhere."""
    places, chosen = desk.store.places, desk.settings.instruments
    found = []
    for name in sorted({*instrument_names(places), *chosen}):
        try:
            found.append(Known(name, name in chosen, read_instrument(places, name)))
        except FkError as error:
            found.append(Known(name, name in chosen, error=error))
    return found


def definitions(desk: Desk) -> dict[str, Instrument]:
    """The definitions that can be used, by name."""
    return {one.name: one.file.instrument for one in instruments(desk) if one.file}


def find_instrument(desk: Desk, given: str) -> Instrument:
    """The instrument with this name or title, whole or its beginning.

    Raises:
        NotFound: `instrument-unknown`.
        Ambiguous: more than one begins so.
        Unreadable: its definition is broken.
    """
    wanted = given.casefold().strip()
    names = instrument_names(desk.store.places)
    if wanted in names:
        return read_instrument(desk.store.places, wanted).instrument
    titles = {one.name: one.title.casefold() for one in definitions(desk).values()}
    fitting = [
        name
        for name in names
        if wanted and (name.startswith(wanted) or titles.get(name, "").startswith(wanted))
    ]
    if len(fitting) == 1:
        return read_instrument(desk.store.places, fitting[0]).instrument
    if fitting:
        listed = ", ".join(fitting)
        raise Ambiguous("ambiguous", kind="instrument", given=given, candidates=listed)
    raise NotFound("instrument-unknown", given=given, known=", ".join(names))


def read_answers(text: str) -> Answers:
    """Answers with commas between them; a dash, or nothing, where one is missing.

    Raises:
        WrongUse: one of them is no number.
    """
    answers: list[float | None] = []
    for part in (part.strip() for part in text.split(",")):
        if part in _SKIPPED:
            answers.append(None)
            continue
        try:
            answers.append(float(part))
        except ValueError as error:
            raise WrongUse("wrong-number", field="answers", given=part) from error
    return tuple(answers)


def read_figure(scale: Scale, text: str) -> float:
    """A figure of a scale, as people write it.

    Raises:
        WrongUse: it is no number, or not on the scale.
    """
    try:
        value = float(text.replace(",", ".").replace("\N{MINUS SIGN}", "-"))
    except ValueError as error:
        raise WrongUse("wrong-number", field=scale.name, given=text) from error
    return checked_figure(scale, value)


def typed_scales(instrument: Instrument) -> tuple[Scale, ...]:
    """The scales that are typed; what follows from other scales is counted."""
    return tuple(scale for scale in instrument.scales if not scale.parts)


def add_measurement(
    desk: Desk,
    case_id: str,
    instrument: Instrument,
    scores: Mapping[str, float],
    answers: Answers = (),
    **fields: Any,
) -> Saved:
    """Keep the figures of an instrument that somebody filled in; what follows from them is added.

    Args:
        desk: where it is done.
        case_id: the family.
        instrument: as `find_instrument` gives it.
        scores: figures by scale.
        answers: instead of them, or beside them; they are counted and not kept.
        fields: `on` (today when not said), `by`, `about` (who filled it in, when not said),
            `note`, `visible_to`.

    Raises:
        WrongUse: a figure cannot be, none was given, the day is still to come, or the instrument
            is about the team.
    """
    if instrument.team_level:
        raise WrongUse("instrument-of-team", given=instrument.title)
    counted = scores_of(instrument, scores, answers)
    on = fields.get("on") or desk.today
    not_to_come(desk, on)

    def edit(loaded: Loaded) -> Change:
        given = {"instrument": instrument.name, "scores": counted, **fields, "on": on}
        record = new_record(desk, loaded.case, "measurement", given)
        act = act_on("measurement.add", record, instrument=instrument.name)
        return Change(case=put(loaded.case, "measurement", record), act=act)

    return desk.change(case_id, edit)


def people_of(
    desk: Desk, case: Case, instrument: Instrument, by: tuple[str, ...], about: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who filled it in and whom it is about, where it was not said.

    What only professionals fill in is by the colleague who types it; what a member of the family
    fills in is about that member.
    """
    if not by and instrument.filled_by == (FilledBy.PROFESSIONAL,):
        by = (desk.colleague,)
    members = {person.id for person in case.family.people}
    return by, about or tuple(one for one in by if one in members)


def changes(desk: Desk, case: Case) -> tuple[ScaleChange, ...]:
    """How each figure went from the first time to the last, per person."""
    return scale_changes(case.measures.measurements, definitions(desk))


def due_measures(desk: Desk, case: Case) -> list[Deadline]:
    """Which instrument is due at which moment, done or not; only what the team chose."""
    return [one for one in deadlines(case, desk.norms) if one.code == MEASURE_DUE]
