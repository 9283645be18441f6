"""Which language we speak, and that it can change while we speak."""

import subprocess
import sys

import pytest

from fktui.errors import WrongUse
from fktui.words import language
from fktui.words.language import N_, _, choose, current, ngettext, pgettext, use


def test_speaks_dutch_and_english_by_turns():
    use("nl")
    assert (current(), _("today")) == ("nl", "vandaag")
    use("en")
    assert (current(), _("today")) == ("en", "today")


def test_leaves_an_unknown_sentence_as_it_is(dutch):
    assert _("No catalogue has this.") == "No catalogue has this."


def test_empty_text_is_not_the_header_of_the_catalogue(dutch):
    assert _("") == ""


@pytest.mark.parametrize(("count", "said"), [(0, "dagen"), (1, "dag"), (2, "dagen")])
def test_count_chooses_the_form(dutch, count, said):
    assert ngettext("{count} day", "{count} days", count) == f"{{count}} {said}"


def test_context_without_translation_gives_the_message(dutch):
    assert pgettext("a state", "open") == "open"


def test_marked_text_waits_for_the_language(dutch):
    marked = N_("tomorrow")
    assert (marked, _(marked)) == ("tomorrow", "morgen")


def test_unknown_language_changes_nothing(dutch):
    with pytest.raises(WrongUse) as refused:
        use("fr")
    assert refused.value.code == "language-unknown"
    assert current() == "nl"


@pytest.mark.parametrize(
    ("flag", "env", "store", "chosen"),
    [
        ("en", {"FK_LANG": "nl", "LANG": "nl_NL.UTF-8"}, "nl", "en"),
        (None, {"FK_LANG": "en", "LANG": "nl_NL.UTF-8"}, "nl", "en"),
        (None, {"LANG": "nl_NL.UTF-8"}, "en", "en"),
        (None, {"LANG": "en_GB.UTF-8"}, None, "en"),
        (None, {"LANG": "nl_BE@euro"}, None, "nl"),
        (None, {"LC_ALL": "en_US.UTF-8", "LANG": "nl_NL.UTF-8"}, None, "en"),
        (None, {"LC_MESSAGES": "en_US", "LANG": "nl_NL"}, None, "en"),
        (None, {"LANGUAGE": "de:en:nl"}, None, "en"),
        (None, {"LC_ALL": "C.UTF-8"}, None, "nl"),
        (None, {"LANG": "de_DE.UTF-8"}, None, "nl"),
        (None, {"FK_LANG": "", "LANG": ""}, "", "nl"),
        (None, {}, None, "nl"),
        ("NL", {}, None, "nl"),
        (" en-GB ", {}, None, "en"),
    ],
)
def test_nearest_wish_wins(flag, env, store, chosen):
    assert choose(flag, env, store) == chosen


@pytest.mark.parametrize(
    ("flag", "env", "store", "where"),
    [
        ("fr", {"FK_LANG": "nl"}, "nl", "--lang"),
        (None, {"FK_LANG": "klingon"}, "nl", "FK_LANG"),
        (None, {}, "dutch", "fk.yaml"),
    ],
)
def test_wish_we_cannot_grant_names_where_it_was_made(flag, env, store, where):
    with pytest.raises(WrongUse) as refused:
        choose(flag, env, store)
    assert refused.value.code == "language-unknown"
    assert refused.value.facts["where"] == where
    assert refused.value.facts["known"] == ("nl", "en")


def test_english_session_opens_no_catalogue(tmp_path):
    script = (
        "import sys; opened = []\n"
        "sys.addaudithook(lambda e, a: opened.append(a[0]) if e == 'open' else None)\n"
        "from fktui.words import language\n"
        "language.use(sys.argv[1])\n"
        "print([str(p)[-3:] for p in opened].count('.mo'))"
    )
    counts = {
        spoken: subprocess.check_output([sys.executable, "-c", script, spoken], text=True).strip()
        for spoken in language.LANGUAGES
    }
    assert counts == {"en": "0", "nl": "1"}
