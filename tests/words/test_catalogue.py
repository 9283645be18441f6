"""The translations are complete, and the tool that says so sees what is not."""

import ast
import gettext
import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[2] / ".ci" / "catalogue.py"


def load():
    spec = importlib.util.spec_from_file_location("catalogue", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


catalogue = load()

CODE = """
_("Saved.")
N_("{count} of {total}")
ngettext("{count} day", "{count} days", n)
pgettext("a state", "open")
"""


class Project:
    """A small project with code and a Dutch catalogue."""

    def __init__(self, root):
        self.root = root
        self.po = root / "fktui/locale/nl/LC_MESSAGES/fktui.po"
        self.mo = self.po.with_suffix(".mo")
        self.code(CODE)

    def code(self, text):
        (self.root / "fktui").mkdir(exist_ok=True)
        (self.root / "fktui/code.py").write_text(text, encoding="utf-8")

    def translate(self, english, *dutch):
        """Write these forms under the msgid, in place of what stands there."""
        before, found, after = self.po.read_text("utf-8").partition(f'msgid "{english}"\n')
        assert found
        head, _old, rest = after.partition("msgstr")
        rest = rest.partition("\n\n")[2]
        forms = (
            [f'msgstr "{dutch[0]}"']
            if len(dutch) == 1
            else [f'msgstr[{n}] "{form}"' for n, form in enumerate(dutch)]
        )
        text = before + found + head + "\n".join(forms) + "\n\n" + rest
        self.po.write_text(text.rstrip() + "\n", encoding="utf-8")

    def complete(self):
        catalogue.update(self.root)
        self.translate("Saved.", "Opgeslagen.")
        self.translate("{count} of {total}", "{count} van {total}")
        self.translate("{count} day", "{count} dag", "{count} dagen")
        self.translate("open", "openstaand")
        catalogue.compile_all(self.root)

    def problems(self):
        return list(catalogue.problems(self.root))

    def spoken(self):
        with self.mo.open("rb") as file:
            return gettext.GNUTranslations(file)


@pytest.fixture
def project(tmp_path):
    return Project(tmp_path)


def inside_braces(tree):
    """Sentences that stand inside an f-string, where the tool does not find them."""
    for outer in ast.walk(tree):
        if isinstance(outer, ast.JoinedStr):
            for node in ast.walk(outer):
                said = isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("_", "N_")
                if said and node.args and isinstance(node.args[0], ast.Constant):
                    yield node.args[0].value


def test_no_sentence_hides_inside_braces():
    found = {}
    for path in TOOL.parents[1].glob("fktui/**/*.py"):
        hidden = list(inside_braces(ast.parse(path.read_text(encoding="utf-8"))))
        if hidden:
            found[path.name] = hidden
    assert found == {}
    assert list(inside_braces(ast.parse("""f"{_('yes')} {x}" """))) == ["yes"]


def test_dutch_is_complete_and_compiled():
    done = subprocess.run(
        [sys.executable, TOOL, "check"], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.returncode) == ("", 0)


def test_complete_catalogue_has_no_problems_and_speaks(project):
    project.complete()
    assert project.problems() == []
    dutch = project.spoken()
    assert dutch.gettext("Saved.") == "Opgeslagen."
    assert dutch.ngettext("{count} day", "{count} days", 2) == "{count} dagen"
    assert dutch.pgettext("a state", "open") == "openstaand"


def test_new_sentence_is_missing_until_update_and_then_untranslated(project):
    project.complete()
    project.code(CODE + '_("New.")\n')
    assert project.problems() == [
        "nl: missing, run `python .ci/catalogue.py update`: 'New.'",
    ]
    catalogue.update(project.root)
    assert project.problems() == ["nl: not translated: 'New.'"]


def test_sentence_that_gets_a_plural_is_missing(project):
    project.complete()
    project.code(CODE.replace('_("Saved.")', 'ngettext("Saved.", "All saved.", n)'))
    assert "missing" in project.problems()[0]
    catalogue.update(project.root)
    assert project.problems()[0] == "nl: not translated: 'Saved.'"


@pytest.mark.parametrize(
    ("english", "dutch"),
    [
        ("{count} of {total}", ["{count} van {totaal}"]),
        ("{count} of {total}", ["{count} van alles"]),
        ("{count} of {total}", ["{count van {total}"]),
        ("{count} day", ["{count} dag", "veel dagen"]),
        ("Saved.", ["%s opgeslagen."]),
    ],
)
def test_other_placeholders_are_found(project, english, dutch):
    project.complete()
    project.translate(english, *dutch)
    catalogue.compile_all(project.root)
    assert project.problems() == [f"nl: other placeholders: {english!r}"]


def test_half_a_plural_is_not_translated(project):
    project.complete()
    project.translate("{count} day", "{count} dag", "")
    catalogue.compile_all(project.root)
    assert project.problems() == ["nl: not translated: '{count} day'"]


def test_fuzzy_translation_is_found_and_not_spoken(project):
    project.complete()
    text = project.po.read_text("utf-8")
    project.po.write_text(text.replace('msgid "Saved."', '#, fuzzy\nmsgid "Saved."'), "utf-8")
    catalogue.compile_all(project.root)
    assert project.problems() == ["nl: fuzzy: 'Saved.'"]
    assert project.spoken().gettext("Saved.") == "Saved."
    catalogue.update(project.root)
    assert project.problems() == ["nl: fuzzy: 'Saved.'"]


def test_translation_that_was_not_compiled_is_found(project):
    project.complete()
    project.translate("Saved.", "Bewaard.")
    assert project.problems() == [
        "nl: fktui.mo is stale: run `python .ci/catalogue.py compile`",
    ]
    project.mo.unlink()
    assert len(project.problems()) == 1


def test_update_is_sorted_without_dates_and_the_same_every_time(project):
    project.complete()
    first = project.po.read_bytes()
    catalogue.update(project.root)
    assert project.po.read_bytes() == first
    text = first.decode()
    assert text.index("Saved.") < text.index("open") < text.index("{count} day")
    assert "Date" not in text
    assert "code.py" not in text
    compiled = project.mo.read_bytes()
    catalogue.compile_all(project.root)
    assert project.mo.read_bytes() == compiled


def test_translation_survives_a_sentence_that_goes_and_comes_back(project):
    project.complete()
    project.code(CODE.replace('_("Saved.")\n', ""))
    catalogue.update(project.root)
    catalogue.update(project.root)
    assert '#~ msgstr "Opgeslagen."' in project.po.read_text("utf-8")
    assert project.spoken().gettext("Saved.") == "Opgeslagen."
    project.code(CODE)
    catalogue.update(project.root)
    assert project.problems() == []


def test_takes_translations_of_a_colleague_where_ours_has_none(project, tmp_path):
    project.complete()
    theirs = tmp_path / "theirs.po"
    theirs.write_text(
        'msgid "New."\nmsgstr "Nieuw."\n\nmsgid "Saved."\nmsgstr "Anders."\n', encoding="utf-8"
    )
    project.code(CODE + '_("New.")\n')
    assert catalogue.main(["update", "--root", str(project.root), "--also", str(theirs)]) == 0
    assert catalogue.main(["compile", "--root", str(project.root)]) == 0
    assert project.problems() == []
    assert project.spoken().gettext("New.") == "Nieuw."
    assert project.spoken().gettext("Saved.") == "Opgeslagen."


def test_check_lists_and_exits_1(project, capsys):
    catalogue.update(project.root)
    assert catalogue.main(["check", "--root", str(project.root)]) == 1
    assert "nl: not translated: 'Saved.'\n" in capsys.readouterr().out
