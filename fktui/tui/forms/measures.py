"""The figures of an instrument: first which one, then a field for each of its scales."""

from functools import partial
from typing import Any

from fktui.model.instrument import Instrument, Scale
from fktui.model.measures import Measurement
from fktui.tui.forms.fields import day_field, people_field, record_field
from fktui.tui.forms.form import Ask, Done, Field, Form, Values
from fktui.tui.forms.plain_fields import any_field
from fktui.tui.forms.readers import who_may_read
from fktui.usecases.desk import Desk
from fktui.usecases.measures.measures import (
    Known,
    add_measurement,
    definitions,
    due_measures,
    find_instrument,
    instruments,
    people_of,
    read_answers,
    read_figure,
    typed_scales,
)
from fktui.words.deadlines import say_what
from fktui.words.labels import instrument_label, label, scale_label
from fktui.words.language import _
from fktui.words.time.dates import Look
from fktui.words.time.hours import in_figures
from fktui.words.time.say_dates import say_day_of_year

_SCALE = "scale-"
"""In front of the names of the fields for scales: a scale may be called `on` or `note`."""
_MANY_SCALES = 8


def measure_form(ask: Ask) -> Form:
    """Which instrument; with its name (or that of a moment when it is due) its scales."""
    name = ask.record.partition("/")[0]
    known = definitions(ask.desk)
    return _scores_form(ask, known[name]) if name in known else _choose_form(ask)


def _choose_form(ask: Ask) -> Form:
    """The instruments, those that the team chose in front."""
    case = ask.seen.case
    found = [one for one in instruments(ask.desk) if one.file and _is_of_families(one)]
    found.sort(key=lambda one: not one.chosen)
    titles = {instrument_label(one.file.instrument): one.name for one in found if one.file}

    def read(typed: str) -> str:
        return titles.get(typed) or find_instrument(ask.desk, typed).name

    def go_on(_desk: Desk, values: Values) -> Done:
        return Done("", case.id, values["instrument"], task="measure.add")

    said = {name: title for title, name in titles.items()}
    late = [
        one for one in due_measures(ask.desk, case) if not one.done and one.on <= ask.desk.today
    ]
    first = str(late[-1].facts["instrument"]) if late else ""
    return Form(
        id="measure.which",
        title=_("Which questionnaire?"),
        fields=(
            Field(
                "instrument",
                _("Instrument"),
                read,
                lambda name: str(said.get(name, name)),
                said.get(first, ""),
                choices=tuple(titles),
                needed=True,
            ),
        ),
        save=go_on,
        notes=(
            *(f"{say_what(one)}: {say_day_of_year(one.on)}" for one in late),
            _("Ctrl+S goes on to its figures. Only figures are kept, never questions or answers."),
        ),
    )


def _is_of_families(one: Known) -> bool:
    return one.file is not None and not one.file.instrument.team_level


def _scores_form(ask: Ask, instrument: Instrument) -> Form:
    """A figure for each scale, or the answers, which are counted and not kept."""
    case = ask.seen.case
    scales = typed_scales(instrument)
    title = instrument_label(instrument)

    def whose(values: Values) -> dict[str, Any]:
        """Who filled it in and whom it is about, said or not."""
        said = (values.get("by", ()), values.get("about", ()))
        by, about = people_of(ask.desk, case, instrument, *said)
        more = ("on", "note", "visible_to")
        return {"by": by, "about": about} | {n: values[n] for n in more if n in values}

    def save(desk: Desk, values: Values) -> Done:
        scores = {s.name: values[_SCALE + s.name] for s in scales if _SCALE + s.name in values}
        answers = values.get("answers", ())
        saved = add_measurement(desk, case.id, instrument, scores, answers, **whose(values))
        return Done(saved.act.subject, case.id, saved.act.record or "")

    asked = who_may_read(ask, "measurement")
    more = (any_field(ask, "measurement", "note"),) if len(scales) < _MANY_SCALES else ()
    return Form(
        id="measure.add",
        title=title,
        fields=(
            *((_answers(instrument),) if instrument.counts_answers else ()),
            *(_figure(scale) for scale in scales),
            people_field(ask, "by", title=_("Filled in by")),
            record_field(
                ask,
                Measurement,
                "about",
                choices=tuple(one.name for one in case.family.people if one.until is None),
                many=True,
                hint=_("empty: about who filled it in"),
            ),
            day_field(ask, "on", Look.BACK, _("today"), needed=True),
            *more,
            any_field(ask, "measurement", "visible_to")._replace(
                hint=_("empty: the whole family (F3)")
            ),
        ),
        save=save,
        notes=tuple(_(text) for text in (instrument.measures, instrument.rights) if text),
        restricts="visible_to",
        question=lambda values: asked(whose(values)),
    )


def _answers(instrument: Instrument) -> Field:
    items = instrument.items
    hint = ""
    if items is not None:
        hint = _("{count} answers, {low} to {high}, with commas; or the figure below").format(
            count=items.count, low=items.low, high=items.high
        )
    return Field("answers", _("Answers"), read_answers, _count, hint=hint)


def _count(answers: tuple[float | None, ...]) -> str:
    given = sum(one is not None for one in answers)
    return _("{count} answers; counted, not kept").format(count=given)


def _figure(scale: Scale) -> Field:
    """A figure, with from where to where it goes and which way is the good one."""
    better = f", {label(scale.better)}" if scale.better else ""
    hint = f"{in_figures(scale.low)} – {in_figures(scale.high)}{better}"
    said = scale_label(scale)
    return Field(
        _SCALE + scale.name, said[:1].upper() + said[1:], partial(read_figure, scale), hint=hint
    )
