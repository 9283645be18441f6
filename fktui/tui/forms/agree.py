"""Who agrees with which text: the plan, a goal, a safety plan, the future plan, the explanation."""

from fktui.errors import WrongUse
from fktui.method.agreed import ANALYSIS, FUTURE_PLAN, PLAN, Stance, standing, texts
from fktui.model.case import find
from fktui.tui.forms.fields import check_field, day_field, people_names, told
from fktui.tui.forms.form import Ask, Done, Field, Form, Values
from fktui.tui.forms.plain_fields import parts
from fktui.usecases.desk import Desk
from fktui.usecases.finding import find_participants
from fktui.usecases.plan.agreeing import agree
from fktui.words.agreed_texts import say_text
from fktui.words.language import _
from fktui.words.naming import listed, shortened
from fktui.words.recipients import ROLES
from fktui.words.time.dates import Look

_CHOICE = 44


def agree_form(ask: Ask) -> Form:
    """What people say to a text as it is now; who said so before, says it anew.

    Raises:
        WrongUse: `nothing-to-agree`.
    """
    case = ask.seen.case
    known = texts(case)
    if not known:
        raise WrongUse("nothing-to-agree", case=case.id)
    here = _here(ask, known)

    def save(desk: Desk, values: Values) -> Done:
        to = here or values["to"]
        saved = agree(
            *(desk, case.id, to, values["who"]),
            agrees=values["agrees"],
            on=values["on"],
            because=values.get("because"),
        )
        return Done(saved.act.subject, case.id, saved.act.record or "")

    return Form(
        id="agree",
        title=_("Who agrees?"),
        fields=(
            _text(ask, known, here),
            _people(ask),
            check_field("agrees", _("agrees with it"), on=True, hint=_("Space: does not agree")),
            day_field(ask, "on", Look.BACK, _("today"), needed=True),
            Field("because", _("Because"), hint=_("in their own words")),
        ),
        save=save,
        notes=_stand(ask, known, here),
    )


def _here(ask: Ask, known: tuple[str, ...]) -> str:
    """The text that the cursor stands on, or the only one that there is."""
    located = find(ask.seen.case, ask.record) if ask.record else None
    if located is not None:
        around = located.parent.id if located.parent is not None else ""
        named = getattr(located.record, "to", "")
        for one in (located.record.id, named, around):
            if one in known:
                return str(one)
    if ask.record in known:
        return ask.record
    return known[0] if len(known) == 1 else ""


def _text(ask: Ask, known: tuple[str, ...], here: str) -> Field:
    """Which text; the explanation, the plan and the like by their words, a goal by its title."""
    case = ask.seen.case
    if here:
        return told("to", _("What"), shortened(say_text(case, here)))
    called: dict[str, str] = {}
    for one in sorted(known, key=lambda one: one not in (PLAN, FUTURE_PLAN, ANALYSIS)):
        said = shortened(say_text(case, one), _CHOICE).rstrip("…")
        called[said if said not in called else f"{said} ({one})"] = one

    def read(typed: str) -> str:
        wanted = typed.casefold()
        found = [to for said, to in called.items() if said.casefold().startswith(wanted)]
        if typed in called:
            return called[typed]
        if len(found) == 1:
            return found[0]
        raise WrongUse("wrong-choice", given=typed, allowed=", ".join(called))

    words = {to: text for text, to in called.items()}
    return Field("to", _("What"), read, lambda to: words[to], choices=tuple(called), needed=True)


def _people(ask: Ask) -> Field:
    """People by name, and roles such as the referrer."""
    case, desk = ask.seen.case, ask.desk
    names = desk.names(case)
    return Field(
        "who",
        _("Who"),
        lambda typed: find_participants(case, parts(typed), desk.colleagues),
        lambda value: listed(value, names),
        hint=_("names, with commas between them"),
        choices=(*people_names(ask), *(_(said) for said in ROLES.values())),
        many=True,
        needed=True,
    )


def _stand(ask: Ask, known: tuple[str, ...], here: str) -> tuple[str, ...]:
    """Who was not asked yet, and with whom a changed text is to be discussed."""
    case = ask.seen.case
    found = standing(case, here or known[0], ask.desk.today) if here else ()
    names = ask.desk.names(case)
    lines = []
    for stance, text in (
        (Stance.NOT_ASKED, _("Not asked yet: {names}.")),
        (Stance.TO_DISCUSS, _("The text changed since they said so: {names}.")),
    ):
        people = [one.person for one in found if one.stance is stance]
        lines += [text.format(names=listed(people, names))] if people else []
    return tuple(lines)
