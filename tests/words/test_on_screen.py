"""At the screen nobody types commands: what goes wrong is said without them."""

import re

import pytest

from fktui.errors import FkError
from fktui.words.language import LANGUAGES, speaking
from fktui.words.say import say_on_screen
from fktui.words.tables.error_words import SENTENCES
from fktui.words.tables.screen_error_words import SENTENCES as ON_SCREEN

_FACT = re.compile(r"{(\w+)")
# To be put right where there is no screen yet, or by somebody who looks after the computer.
_BEFORE_A_SCREEN = {"no-store", "store-not-there", "demo-exists", "who-are-you", "git-old"}


@pytest.mark.parametrize("code", sorted(SENTENCES))
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_at_the_screen_asks_for_a_command(code, lang):
    facts = dict.fromkeys(_FACT.findall(SENTENCES[code]), "x")
    if "conditions" in facts:
        facts["conditions"] = "organises-daily-life"
    with speaking(lang):
        said = say_on_screen(FkError(code, **facts))
    assert said
    if code not in _BEFORE_A_SCREEN:
        assert not re.search(r"(?<![\w-])--[a-z]|: fk [a-z]", said)


def test_what_is_said_at_the_screen_is_known_to_the_command_line_too():
    assert set(ON_SCREEN) <= set(SENTENCES)
    for code, said in ON_SCREEN.items():
        assert set(_FACT.findall(said)) <= set(_FACT.findall(SENTENCES[code])), code
