"""A picture on paper: one page, its words inside, the same bytes each time."""

import io
from datetime import date

import pytest
from pypdf import PdfReader

from fktui.documents.wall import as_file
from fktui.pictures.picture import Picture

DAY = date(2026, 5, 11)


def picture(wide=400, high=300, text="燕子 Ласточка سنونو") -> Picture:
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">'
        f'<rect width="100%" height="100%" fill="#fff"/><text x="20" y="40">{text}</text></svg>'
    )
    return Picture("A family · 11 May", svg, ("first", "second"))


@pytest.mark.parametrize(("size", "lying"), [((400, 300), True), ((300, 400), False)])
def test_a_pdf_is_one_page_that_lies_or_stands_like_the_picture(size, lying):
    made = as_file(picture(*size), "pdf", "en", DAY)
    reader = PdfReader(io.BytesIO(made))
    assert len(reader.pages) == 1
    box = reader.pages[0].mediabox
    assert (box.width > box.height) is lying
    assert "A family · 11 May" in reader.pages[0].extract_text()
    assert reader.metadata.title == "A family · 11 May"
    assert reader.trailer["/Root"]["/Lang"] == "en"


def test_a_tall_picture_stays_on_its_page():
    made = as_file(picture(300, 1500), "pdf", "nl", DAY)
    assert len(PdfReader(io.BytesIO(made)).pages) == 1


def test_a_png_has_the_proportions_of_the_picture():
    made = as_file(picture(400, 100), "png", "nl", DAY)
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    wide, high = (int.from_bytes(made[at : at + 4], "big") for at in (16, 20))
    assert (wide, high) == (800, 200)


def test_svg_is_the_picture_itself():
    assert as_file(picture(), "svg", "nl", DAY).decode() == picture().svg


@pytest.mark.parametrize("fmt", ["pdf", "png"])
def test_the_same_picture_makes_the_same_bytes(fmt):
    assert as_file(picture(), fmt, "nl", DAY) == as_file(picture(), fmt, "nl", DAY)


def test_no_text_of_a_coach_is_source():
    hostile = Picture('"] #panic("no") $x$ \\', picture().svg, ("#panic()", '"]'))
    text = PdfReader(io.BytesIO(as_file(hostile, "pdf", "nl", DAY))).pages[0].extract_text()
    assert "#panic" in text
