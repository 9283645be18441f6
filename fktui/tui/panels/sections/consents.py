"""Who said yes to what, and what was shared with whom under it."""

from collections.abc import Iterator
from datetime import date

from fktui.method.days import add_days
from fktui.model.consent import Consent, Disclosure
from fktui.tui.family import View
from fktui.tui.lines import Line, columns, head, line, wrapped
from fktui.tui.panels.panel import record_line
from fktui.usecases.people.consent import STATES, State, say_receiver, state
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.recipients import say_recipient
from fktui.words.time.say_dates import say_day, say_day_of_year

_DAY = 16
_IN = "     "
_SHORT = 80


def consents(view: View) -> list[Line]:
    """Those that hold first; what ends soonest at the top of them."""
    today = view.desk.today
    order = {State.VALID: 0, State.COMING: 1, State.ENDED: 2, State.WITHDRAWN: 2}
    found = sorted(
        view.case.consent.consents,
        key=lambda one: (order[state(one, today)], str(one.until or "9"), one.id),
    )
    nobody = _("nobody has said yes to anything yet; t records a consent")
    shown = [_consent(view, one) for one in found] or wrapped(nobody, view.width, "soft", "  ")
    note = _("√ holds  ! ends soon  × does not hold")
    return [head(_("Consents"), note), *shown, line("")]


def _consent(view: View, one: Consent) -> Line:
    """With whom, what, until when, by whom; since when where there is room for it."""
    room = view.width - 2 - _DAY
    wide = view.width >= _SHORT
    room -= _DAY if wide else 0
    whom, by = room // 4, room // 4
    since = ((f" {say_day(one.given_on)}", _DAY),) if wide else ()
    mark, said = consent_state(one, view.desk.today, _soon(view))
    return record_line(
        one,
        "consent",
        *columns(
            (say_receiver(one.recipient, view.shown.names), whom),
            (f" {one.what}", room - whom - by),
            *since,
            ((f" {said}", mark[1] if mark[0] != "√" else "soft"), _DAY),
            ((f" {listed((one.by,), view.shown.names)}", "soft"), by),
        ),
        mark=mark,
    )


def consent_state(one: Consent, today: date, soon: date) -> tuple[tuple[str, str], str]:
    """A mark with its meaning, and the same in words: until when, or why it does not hold."""
    now = state(one, today)
    if now is State.WITHDRAWN and one.withdrawn_on:
        day = say_day_of_year(one.withdrawn_on)
        return ("×", "late"), _("withdrawn {day}").format(day=day)
    if now is State.ENDED:
        day = say_day_of_year(one.until) if one.until else ""
        return ("×", "late"), _("ended {day}").format(day=day)
    if now is State.COMING:
        return ("·", "soft"), _(STATES[now])
    if one.until is None:
        return ("√", "good"), ""
    mark = ("!", "mild") if one.until <= soon else ("√", "good")
    return mark, _("until {end}").format(end=say_day_of_year(one.until))


def _soon(view: View) -> date:
    return add_days(view.desk.today, view.desk.norms.warn_days.value)


def disclosures(view: View) -> Iterator[Line]:
    """What went to whom, the newest first."""
    found = view.case.consent.disclosures
    for one in sorted(found, key=lambda one: (one.on, one.id), reverse=True):
        yield from _disclosure(view, one)


def _disclosure(view: View, one: Disclosure) -> Iterator[Line]:
    """When, to whom, what; and below it under which consents, or on which ground."""
    names = view.shown.names
    room = view.width - 2 - _DAY
    what = names.get(one.document or "", one.document) if one.document else one.what
    yield record_line(
        one,
        "disclosure",
        *columns(
            (say_day(one.on), _DAY),
            (say_recipient(one.recipient, names), room // 3),
            (f" {what or ''}", room - room // 3),
        ),
    )
    givers = [c.by for c in view.case.consent.consents if c.id in one.consents]
    if givers:
        said = _("with the consent of {names}").format(names=listed(dict.fromkeys(givers), names))
    else:
        said = " · ".join(filter(None, (one.ground, one.reason)))
    if said:
        yield from wrapped(said, view.width, "soft", _IN)
