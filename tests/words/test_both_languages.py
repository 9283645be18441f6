"""Whoever asks for help gets it whole, in the language that was asked for; so for each sentence.

Help texts are translated when a module of commands is imported, so they are read anew for each
language. Whether the catalogue is complete is in `test_catalogue`.
"""

import sys
from importlib import import_module, reload
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po
from typer.main import get_command

import fktui
from fktui.cli import agreeing, app, options, paper_file, record_verbs, typed
from fktui.cli.commands.people import network, network_views
from fktui.cli.commands.team import verbs
from fktui.cli.main import main
from fktui.cli.table import COMMANDS
from fktui.words import language
from fktui.words.acts import ACTS
from fktui.words.deadlines import DEADLINES
from fktui.words.issues import ISSUES
from fktui.words.tables.error_words import SENTENCES
from fktui.words.tables.file_words import FILE_WORDS, MEANT
from fktui.words.tables.record_words import FIELD_WORDS

CATALOGUE = Path(fktui.__path__[0]) / "locale" / "nl" / "LC_MESSAGES" / "fktui.po"
TYPERS_OWN = ("Usage:", "Options:", "Arguments:", "Commands:", "[required", "[default", "OPTIONS")
TABLES = {
    "errors": SENTENCES,
    "files": {**FILE_WORDS, "meant": MEANT},
    "issues": {code: words.sentence for code, words in ISSUES.items()},
    "deadlines": DEADLINES,
    "acts": ACTS,
}


# Options without a help text, because their name says it: no others than these.
SAID_BY_THEIR_NAME = {
    ("person edit", "name"),
    ("person edit", "role"),
    ("person household", "address"),
    ("network edit", "name"),
    ("goal edit", "title"),
    ("doc list", "case"),
}


SHARED = (options, typed, record_verbs, agreeing, paper_file, app, verbs, network, network_views)
"""What the commands share; each makes help texts when it is imported."""


def read_anew(chosen):
    """Import everything with help texts in it as a process does that speaks this language."""
    language.use(chosen)
    for module in SHARED:
        reload(module)
    for entry in COMMANDS.values():
        name = f"fktui.cli.commands.{entry.module}"
        if name in sys.modules:
            reload(sys.modules[name])
        else:
            import_module(name)


@pytest.fixture(scope="module", params=language.LANGUAGES)
def spoken(request):
    """The language of the help, for all commands one after the other."""
    read_anew(request.param)
    yield request.param
    read_anew("en")


@pytest.fixture(scope="module")
def dutch():
    """What is said in Dutch, by the English text."""
    with CATALOGUE.open("rb") as file:
        return {message.id: message.string for message in read_po(file) if message.id}


@pytest.fixture(scope="module")
def english(dutch):
    """What must not be heard in Dutch, as far as it cannot be mistaken for Dutch."""
    texts = [text for text in dutch if isinstance(text, str)]
    return [*TYPERS_OWN, *(text for text in texts if len(text.split()) > 2)]


def squeezed(text):
    """The text without the spaces and line ends that depend on the width of the page."""
    return "".join(text.split())


def below(words, command):
    """The words of a command and of those below it, each with what Typer made of it."""
    yield words, command
    for verb, one in getattr(command, "commands", {}).items():
        yield from below(f"{words} {verb}", one)


def tree(name):
    module = import_module(f"fktui.cli.commands.{COMMANDS[name].module}")
    return list(below(name, get_command(module.app)))


def texts_of(words, command):
    """The help of the command itself and of all that can be typed behind it."""
    options_of_it = {param.name: getattr(param, "help", None) for param in command.params}
    texts = {"": command.help, **options_of_it}
    return {what: text for what, text in texts.items() if (words, what) not in SAID_BY_THEIR_NAME}


@pytest.fixture
def shown(spoken, monkeypatch, capsys):
    """What `fk … --help` prints, squeezed."""
    monkeypatch.setenv("FK_LANG", spoken)

    def run(words):
        capsys.readouterr()
        assert main([*words.split(), "--help"]) == 0
        return squeezed(capsys.readouterr().out)

    return run


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_is_whole(name, shown):
    for words, command in tree(name):
        page = shown(words)
        for what, text in texts_of(words, command).items():
            assert text, f"fk {words} {what}: no help"
            assert squeezed(language._(text)) in page


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("spoken", ["nl"], indirect=True)
def test_dutch_help_says_nothing_in_english(name, shown, english):
    for words, _command in tree(name):
        page = shown(words)
        assert [text for text in english if squeezed(text) in page] == [], words


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("spoken", ["en"], indirect=True)
def test_each_help_text_has_dutch(name, spoken, dutch):
    for words, command in tree(name):
        for what, text in texts_of(words, command).items():
            assert is_said(text, dutch), f"fk {words} {what}: {text}"


def is_said(text, dutch):
    """A sentence of the catalogue, with its example, or the name of a field and its choices."""
    name, _colon, _rest = (text or "").rstrip(".").partition(":")
    fields = {said.casefold() for said in FIELD_WORDS.values()}
    return any(map(dutch.get, (text, f"{name}: {{example}}"))) or name.casefold() in fields


def test_list_of_commands_is_in_one_language(shown, spoken, english):
    page = shown("")
    assert all(name in page for name in COMMANDS)
    # In English the same search finds them, so that it cannot pass by finding nothing.
    assert any(squeezed(text) in page for text in english) == (spoken == "en")


def names_in(sentence):
    return {name for _text, name, _spec, _how in Formatter().parse(sentence) if name}


def unsaid(sentence):
    """The facts that the sentence does not say in the language that is spoken now."""
    facts = {name: f"<{name}>" for name in names_in(sentence)}
    said = language._(sentence).format(**facts)
    return [sentence] if not said.strip() else [fact for fact in facts.values() if fact not in said]


@pytest.mark.parametrize("chosen", language.LANGUAGES)
@pytest.mark.parametrize("table", TABLES)
def test_each_sentence_says_all_its_facts(table, chosen):
    language.use(chosen)
    wrong = {code: unsaid(sentence) for code, sentence in TABLES[table].items()}
    assert {code: facts for code, facts in wrong.items() if facts} == {}
