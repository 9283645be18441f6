"""When something in a life was, as people say it: `about 2012`, `when Liya was 4`."""

from collections.abc import Mapping

from fktui.model.timeline import Event
from fktui.words.language import _
from fktui.words.time.say_dates import say_partial


def say_when(event: Event, names: Mapping[str, str]) -> str:
    """When the event was, as far as that is known; that it is not known is said too."""
    if event.on is not None:
        start = say_partial(event.on)
        if event.approximate:
            start = _("about {date}").format(date=start)
    elif event.age is not None and event.age_of is not None:
        name = names.get(event.age_of, event.age_of)
        start = _("when {name} was {age}").format(name=name, age=event.age)
    else:
        start = _("date not known")
    if event.until is None:
        return start
    return _("{start} to {end}").format(start=start, end=say_partial(event.until))
