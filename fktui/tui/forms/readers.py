"""The question who may read something new, where a family lives in more than one house."""

from collections.abc import Callable

from fktui.tui.forms.form import Ask, Question, Values
from fktui.usecases.rights.readers import EVERYBODY, apart
from fktui.words.language import _
from fktui.words.naming import listed
from fktui.words.recipients import ask_readers

READERS = "visible_to"
"""The field that it is about."""


def who_may_read(ask: Ask, kind: str) -> Callable[[Values], Question | None]:
    """What to ask before something of a kind is saved; nothing when all of them live together."""

    def question(values: Values) -> Question | None:
        found = apart(ask.desk, ask.seen.case, kind, values)
        if found is None:
            return None
        names = ask.desk.names(ask.seen.case)
        said = listed(found.who, names)
        return Question(
            ask_readers(found.who, names),
            (
                (_("No, not {names}").format(names=said), {READERS: found.others}),
                (_("Yes, the whole family"), {READERS: EVERYBODY}),
            ),
        )

    return question
