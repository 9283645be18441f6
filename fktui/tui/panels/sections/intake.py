"""The referral and the intake: what was told, what speaks for and against, what was decided."""

from collections.abc import Iterator

from fktui.method.intake import (
    Known,
    completeness,
    indication_seen,
    open_contraindications,
)
from fktui.model.case import Case
from fktui.model.intake import ContraindicationKind, IndicationKind
from fktui.tui.family import View
from fktui.tui.lines import Line, Part, columns, head, line, wrapped
from fktui.tui.panels.panel import record_line
from fktui.tui.panels.sections.telling import fact, told
from fktui.words.course.intake import (
    named,
    say_became,
    say_decision,
    say_incoming,
    say_information,
    say_judgement,
    say_referred,
    say_seen,
    say_why,
)
from fktui.words.labels import kind_label, label, yes_no
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.time.say_dates import say_day

_LABEL = 22


def intake_lines(view: View) -> list[Line]:
    """Sections: referral, information, goals of the referral, for, against, safety, decision."""
    shown = [*_referral(view), line(""), *_information(view), line(""), *_goals(view), line("")]
    if not view.shown.together:
        shown += [*_indications(view), line(""), *_contraindications(view), line("")]
    return [*shown, *_judgement(view), line(""), *_decision(view), line("")]


def _referral(view: View) -> Iterator[Line]:
    intake, width = view.case.intake, view.width
    yield head(_("Referral"), say_referred(view.case))
    route = label(intake.route) if intake.route else ""
    yield from fact(named("route"), route, width, "head:intake", "intake")
    yield from fact(named("provision"), intake.provision or "", width)
    yield from fact(named("question"), intake.question or "", width)
    plan = intake.incoming_plan
    said = say_incoming(plan) if plan else ""
    yield from fact(named("incoming_plan"), said, width, "head:incoming_plan", "incoming_plan")


def _information(view: View) -> Iterator[Line]:
    case, names = view.case, view.shown.names
    found = completeness(case, view.desk.today)
    yield head(kind_label("information"))
    for one in case.intake.information:
        about = listed(one.about, names) or (label(one.domain) if one.domain else "")
        cells = columns(((about, "soft"), _LABEL))
        mark: Part = "~" if not (one.summary or "").strip() else ("√", "good")
        said = say_information(one)
        yield from told(view.width, one, "information", cells, said, mark=mark, style="")
    people = (*found.children, *found.parents)
    missing = [person.name for person, known in people if known is Known.MISSING]
    missing += [label(one) for one, known in found.domains if known is Known.MISSING]
    if missing and not view.shown.together:
        said = _("Nothing known yet about: {what}").format(what=", ".join(missing))
        yield from wrapped(said, view.width - 3, "soft", indent="   ")


def _goals(view: View) -> Iterator[Line]:
    names = view.shown.names
    yield head(kind_label("referral_goal"))
    for one in view.case.intake.referral_goals:
        by = f" ({listed((one.by,), names)})" if one.by else ""
        yield record_line(one, "referral_goal", one.text + by)
        yield from wrapped(f"→ {say_became(view.case, one)}", view.width - 3, "soft", "     ")
    if not view.case.intake.referral_goals:
        yield line("  ", (_("nothing yet"), "soft"))


def _indications(view: View) -> Iterator[Line]:
    case, desk = view.case, view.desk
    noted = {one.kind: one for one in case.intake.indications}
    yield head(_("What speaks for it"))
    for kind in IndicationKind:
        one = noted.get(kind)
        seen = say_seen(indication_seen(case, kind, desk.today, desk.norms))
        said = _("not gone through") if one is None else yes_no(one.applies)
        told = " ".join(filter(None, (said, one.note if one else "", seen)))
        mark: Part = "□" if one is None else ("√", "good")
        key = one.id if one else f"indication:{kind.value}"
        room = max(30, view.width // 2)
        cells = columns((label(kind), room))
        yield line(mark, " ", *cells, (f" {told}", "soft"), key=key, kind="indication")


def _contraindications(view: View) -> Iterator[Line]:
    case, today = view.case, view.desk.today
    noted = {one.kind: one for one in case.intake.contraindications}
    still_open = open_contraindications(case, today)
    yield head(_("What speaks against it"))
    for kind in ContraindicationKind:
        one = noted.get(kind)
        said = _("not gone through") if one is None else yes_no(one.applies)
        mark: Part = "□" if one is None else ("!", "mild") if one in still_open else ("√", "good")
        key = one.id if one else f"contraindication:{kind.value}"
        cells = columns((label(kind), max(30, view.width // 2)))
        yield line(mark, " ", *cells, (f" {said}", "soft"), key=key, kind="contraindication")
        for name, why in say_why(case, one, today, view.shown.names) if one else ():
            text = f"{name}: {why}" if name else why
            yield from wrapped(text, view.width - 3, "soft", indent="     ")


def _judgement(view: View) -> Iterator[Line]:
    judged = view.case.intake.safety
    note = f"{say_day(judged.on)}  {listed(judged.by, view.shown.names)}" if judged else ""
    yield head(_("Safety at the intake"), note)
    if judged is None:
        yield from _none("judgement", _("not judged yet"))
        return
    key = "head:judgement"
    for name, said in say_judgement(judged):
        yield from fact(name.capitalize(), said, view.width, key, "judgement" if key else "")
        key = ""


def _decision(view: View) -> Iterator[Line]:
    case = view.case
    decision, names = case.intake.decision, view.shown.names
    yield head(_("The decision together"))
    if decision is None:
        yield from _none("decision", _("not decided yet"))
        return
    said = f"{say_day(decision.on)}, {listed(decision.by, names) or '–'}"
    yield from fact(label(decision.outcome), said, view.width, "head:decision", "decision")
    for name, more in say_decision(decision):
        yield from fact(name.capitalize(), more, view.width)
    yield from _destroyed(case, view.width)


def _destroyed(case: Case, width: int) -> Iterator[Line]:
    if case.intake.destroy_on:
        yield from fact(named("destroy_on"), say_day(case.intake.destroy_on), width)


def _none(kind: str, said: str) -> Iterator[Line]:
    yield line("□ ", (f" {said}", "soft"), key=f"head:{kind}", kind=kind)
