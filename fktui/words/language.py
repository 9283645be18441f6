"""Which language we speak, and the words to ask for a sentence in it.

The msgids are English, so English needs no catalogue. What the sentences say is no business of
this module. Write `_("Saved.")`, and `N_("Saved.")` where a text is only written down and is
translated when it is shown: a language can change while the program runs.
"""

import re
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from gettext import NullTranslations, translation
from typing import NamedTuple, TypeVar

from fktui import __path__ as package_path
from fktui.errors import WrongUse

T = TypeVar("T")

DOMAIN = "fktui"
LANGUAGES = ("nl", "en")
DEFAULT = "nl"
ENVIRONMENT = "FK_LANG"
_LOCALE = f"{package_path[0]}/locale"
_LOCALE_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE")


class Spoken(NamedTuple):
    """A language and its sentences."""

    language: str
    catalogue: NullTranslations


class _Voice:
    """The one thing here that changes: what is spoken now. A process has one user."""

    def __init__(self) -> None:
        self.spoken = Spoken("en", NullTranslations())
        # What is written down in the background must not change what is on the screen.
        self.here = threading.local()

    @property
    def now(self) -> Spoken:
        """What this thread speaks for a while, else what the process speaks."""
        said: Spoken = getattr(self.here, "spoken", self.spoken)
        return said


_voice = _Voice()


def use(language: str) -> None:
    """Speak this language from now on, in the whole process.

    Raises:
        WrongUse: `language-unknown`; the language stays what it was.
    """
    _voice.spoken = _spoken(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak this language for a while, in this thread only.

    What is written down has the language of the store, whatever the coach reads on the screen.
    """
    before = getattr(_voice.here, "spoken", None)
    _voice.here.spoken = _spoken(language)
    try:
        yield
    finally:
        if before is None:
            del _voice.here.spoken
        else:
            _voice.here.spoken = before


def _spoken(language: str) -> Spoken:
    known = _known(language, "use")
    if known == "en":
        return Spoken(known, NullTranslations())
    return Spoken(known, translation(DOMAIN, _LOCALE, languages=[known]))


def in_every_language(say: Callable[[T], str], what: T) -> tuple[str, ...]:
    """How something is said in each language: a word may be typed in any of them."""
    said = []
    for language in LANGUAGES:
        with speaking(language):
            said.append(say(what))
    return tuple(said)


def current() -> str:
    """The language that is spoken now, one of `LANGUAGES`; English until `use` is called."""
    return _voice.now.language


def _(message: str) -> str:
    """The message in the language that is spoken now; itself when it has no translation."""
    # The catalogue keeps its own header under the empty text.
    return _voice.now.catalogue.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The form of the message that belongs to this count, with its placeholders still in it."""
    return _voice.now.catalogue.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """The message as it is said in this context, where one English word has two translations."""
    return _voice.now.catalogue.pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802  (the name that gettext tools know)
    """Mark a message for the catalogue and leave it as it is."""
    return message


def choose(flag: str | None, env: Mapping[str, str], store_setting: str | None) -> str:
    """The language for this run: `--lang`, `FK_LANG`, the store, the computer, else Dutch.

    Raises:
        WrongUse: `language-unknown`, when one of the first three asks for what we do not speak.
    """
    asked = (("--lang", flag), (ENVIRONMENT, env.get(ENVIRONMENT)), ("fk.yaml", store_setting))
    for where, wanted in asked:
        if wanted:
            return _known(wanted, where)
    return next(_of_the_computer(env), DEFAULT)


def _of_the_computer(env: Mapping[str, str]) -> Iterator[str]:
    for variable in _LOCALE_VARIABLES:
        for name in env.get(variable, "").split(":"):
            if (language := _base(name)) in LANGUAGES:
                yield language


def _known(wanted: str, where: str) -> str:
    language = _base(wanted)
    if language not in LANGUAGES:
        raise WrongUse("language-unknown", given=wanted, known=LANGUAGES, where=where)
    return language


def _base(name: str) -> str:
    """`nl` of `nl_NL.UTF-8@euro` and of `NL-nl`."""
    return re.split(r"[-_.@]", name.strip().lower(), maxsplit=1)[0]
