"""Where documents land on a computer, opening them, and the minutes of a meeting on paper."""

import os
import stat
import sys
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from fktui.errors import DiskFailed, NotFound, WrongUse
from fktui.usecases.journal import meetings
from fktui.usecases.journal.meetings import agreed
from fktui.usecases.paper.files import new_file, read_folder, usual_folder, write
from fktui.usecases.paper.minutes import minutes_paper
from fktui.usecases.paper.opening import open_file

DAY = date(2026, 11, 21)


def test_the_name_says_the_day_and_the_title_and_nobodys_name(tmp_path):
    with new_file(tmp_path, "Ons toekomstplan: één …", "pdf", DAY) as path:
        write(path, b"first")
    assert path.name == "2026-11-21-ons-toekomstplan-een.pdf"
    assert path.read_bytes() == b"first"
    with new_file(tmp_path, "渡", "pdf", DAY) as nameless:
        assert nameless.name == "2026-11-21-document.pdf"


@pytest.mark.skipif(os.name == "nt", reason="modes are of Unix")
def test_only_this_user_reads_it(tmp_path):
    with new_file(tmp_path, "Plan", "pdf", DAY) as path:
        write(path, b"")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nothing_is_ever_written_over(tmp_path):
    for text in (b"one", b"two"):
        with new_file(tmp_path, "Plan", "pdf", DAY) as path:
            write(path, text)
    assert (tmp_path / "2026-11-21-plan.pdf").read_bytes() == b"one"
    assert (tmp_path / "2026-11-21-plan-2.pdf").read_bytes() == b"two"


def test_no_empty_file_stays_when_it_does_not_work_out(tmp_path):
    with pytest.raises(WrongUse), new_file(tmp_path, "Plan", "pdf", DAY):
        raise WrongUse("field-empty", field="x")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(NotFound):
        read_folder(str(tmp_path / "none"))
    assert read_folder(str(tmp_path)) == tmp_path
    with pytest.raises(DiskFailed), new_file(tmp_path / "none", "Plan", "pdf", DAY):
        pass


def test_documents_else_home(own_home):
    assert usual_folder() == own_home
    (own_home / "Documents").mkdir()
    assert usual_folder() == own_home / "Documents"


# --- opening ---------------------------------------------------------------------------------


@pytest.fixture
def opener(tmp_path, monkeypatch):
    """The computer's own program for documents, as a script that says what it was asked."""

    def install(then: str = "exit 0"):
        program = tmp_path / "bin" / "xdg-open"
        program.parent.mkdir(exist_ok=True)
        program.write_text(f'#!/bin/sh\necho "$1" > "{tmp_path}/asked"\necho noise\n{then}\n')
        program.chmod(0o700)
        monkeypatch.setenv("PATH", f"{program.parent}:/usr/bin:/bin")
        return tmp_path / "asked"

    return install


linux = pytest.mark.skipif(sys.platform != "linux", reason="others have another program")


@linux
def test_the_computers_own_program_opens_it_and_says_nothing(tmp_path, opener, capfd):
    asked = opener()
    paper = tmp_path / "plan.pdf"
    paper.write_bytes(b"%PDF")
    open_file(paper)
    assert asked.read_text().strip() == str(paper)
    assert capfd.readouterr() == ("", "")


@linux
def test_a_program_that_stays_open_is_not_waited_for(tmp_path, opener):
    opener("exec sleep 4")
    paper = tmp_path / "plan.pdf"
    paper.write_bytes(b"%PDF")
    open_file(paper)


@linux
def test_what_cannot_be_opened_is_said(tmp_path, opener, monkeypatch):
    paper = tmp_path / "plan.pdf"
    with pytest.raises(NotFound) as gone:
        open_file(paper)
    assert gone.value.code == "paper-gone"
    paper.write_bytes(b"%PDF")
    opener("exit 3")
    with pytest.raises(WrongUse) as failed:
        open_file(paper)
    assert failed.value.code == "opener-failed"
    monkeypatch.setenv("PATH", str(tmp_path / "nowhere"))
    with pytest.raises(WrongUse) as none:
        open_file(paper)
    assert none.value.code == "no-opener"


# --- minutes ---------------------------------------------------------------------------------


def test_the_minutes_are_a_pdf_that_can_be_read(desk, ijsvogel):
    planned = meetings.plan_meeting(
        desk, ijsvogel.case, {"on": date(2026, 11, 20), "agenda": ("School (10 min)",)}
    )
    case = planned.loaded.case
    invitation = minutes_paper(desk, case, case.meetings[0], "pdf")
    assert "Invitation" in PdfReader(BytesIO(invitation.data)).metadata.title
    held = meetings.hold_meeting(
        desk, ijsvogel.case, None, {"present": (ijsvogel.mila,)}, (agreed("call; oom; fri"),)
    )
    case = held.loaded.case
    made = minutes_paper(desk, case, case.meetings[0], "pdf")
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(made.data)).pages)
    assert "School (10 min)" in text
    assert "call" in text
    assert minutes_paper(desk, case, case.meetings[0], "md").data.startswith(b"# Family meeting")
