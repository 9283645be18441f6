"""The family itself: who live together, how old they are, how they relate, who decides by law."""

from collections.abc import Iterator

from fktui.method.consent import is_checked
from fktui.model.family import Authority, Household, Person, is_there
from fktui.tui.family import View
from fktui.tui.lines import Line, Part, columns, line
from fktui.tui.panels.panel import is_over, record_line
from fktui.tui.panels.sections.telling import told
from fktui.words.labels import field_label, label
from fktui.words.language import _
from fktui.words.people.members import say_age, say_rule
from fktui.words.time.say_dates import say_day, say_partial

_NAME, _ROLE, _AGE = 24, 14, 6


def member_lines(view: View) -> Iterator[Line]:
    """The members by household; those without one, and those who left, at the end."""
    today, family = view.desk.today, view.case.family
    here = [one for one in family.people if is_there(one, today)]
    for home in family.households:
        yield _household(home)
        for one in here:
            yield from _person(view, one) if home.id in one.households else ()
    housed = {home.id for home in family.households}
    without = [one for one in here if not housed & set(one.households)]
    if without and family.households:
        yield line("   ", (_("No household known"), "soft"))
    for one in without:
        yield from _person(view, one)
    gone = [one for one in family.people if one not in here]
    if gone:
        yield line("   ", (_("No longer in the family"), "soft"))
        for one in gone:
            yield from _person(view, one)


def _household(home: Household) -> Line:
    """Who lives where; an address stands in the record itself, and a secret one says so."""
    secret = f"  ! {field_label('secret_address')}" if home.secret_address else ""
    return record_line(home, "household", (home.name, "strong"), (secret, "mild"))


def _person(view: View, one: Person) -> Iterator[Line]:
    cells: list[tuple[Part, int]] = [
        ("  " + one.name, _NAME),
        (label(one.role), _ROLE),
        (say_age(one, view.desk.today), -_AGE),
        ("", 2),
    ]
    yield from told(view.width, one, "person", columns(*cells), _more(view, one))


def _more(view: View, one: Person) -> str:
    """What to know before one rings: referred child, elsewhere too, interpreter, who says yes."""
    parts = [_("referred for this child") if one.index else ""]
    if len(one.households) > 1:
        parts.append(_("lives in {count} homes").format(count=len(one.households)))
    if one.interpreter:
        parts.append(_("interpreter: {language}").format(language=one.interpreter))
    if one.until:
        parts += [say_day(one.until), one.until_reason or ""]
    elif not view.shown.together:
        parts.append(say_rule(view.case, one, view.desk.today))
    return " · ".join(filter(None, parts))


def apart_line(view: View) -> Iterator[Line]:
    """Said when not everybody lives together: it changes who may read what."""
    today = view.desk.today
    homes = {
        one.households for one in view.case.family.people if is_there(one, today) and one.households
    }
    if len(homes) > 1:
        yield line("   ! ", (_("Not everybody lives together."), "mild"))


def relation_lines(view: View) -> Iterator[Line]:
    """What one is to another, in a sentence."""
    names = view.shown.names
    for one in view.case.family.relations:
        who, whom = names.get(one.person, one.person), names.get(one.to, one.to)
        since = [say_partial(day) for day in (one.since, one.until) if day]
        cells = columns((who, 20), ("", 1), (label(one.kind), 14), ("", 1), (whom, 20), ("", 1))
        yield from told(view.width, one, "relation", cells, " – ".join(since))


def authority_lines(view: View) -> Iterator[Line]:
    """Who decides about a child by law, and whether somebody looked it up."""
    for one in view.case.family.authority:
        yield from _authority(view, one)


def _authority(view: View, one: Authority) -> Iterator[Line]:
    names, over = view.shown.names, is_over(one, view.desk.today)
    child, holder = names.get(one.child, one.child), names.get(one.holder, one.holder)
    checked = is_checked(one)
    day = say_day(one.checked_on) if one.checked_on else ""
    source = " ".join(filter(None, (label(one.source) if one.source else "", day)))
    said = _("ended") if over else source if checked else source or _("not looked up yet")
    mark: Part = " " if over else ("√", "good") if checked else ("!", "mild")
    kind = (label(one.kind), "soft")
    cells = columns((child, 18), ("", 1), (kind, 18), ("", 1), (holder, 18), ("", 1))
    yield from told(view.width, one, "authority", cells, said, mark=mark)
