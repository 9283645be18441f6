"""What is being typed in one form, kept on the disk of this computer until it is saved."""

import re
from collections.abc import Mapping
from contextlib import suppress

from fktui.errors import FkError
from fktui.tui.session import Session
from fktui.usecases.form_drafts import Kept, drop, keep, kept

_NOT_IN_A_NAME = re.compile(r"[^a-z0-9.-]")
_LONGEST = 100


class Draft:
    """The draft of one form: of one family, and of one record when it is changed."""

    def __init__(self, session: Session, name: str) -> None:
        self._session = session
        self._name = _NOT_IN_A_NAME.sub("-", name.lower())[:_LONGEST]

    def kept(self) -> Kept | None:
        """What was typed earlier and not saved."""
        return kept(self._session.places, self._name)

    def keep(self, texts: Mapping[str, str]) -> bool:
        """Keep what is typed now; whether the disk took it."""
        try:
            keep(self._session.places, self._name, dict(texts), self._session.desk.now)
        except (FkError, OSError):
            return False
        return True

    def drop(self) -> None:
        """It is saved, or there is nothing in it."""
        with suppress(OSError):
            drop(self._session.places, self._name)
