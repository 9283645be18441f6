"""What the tests of documents share: the packaged templates, and reading a PDF back."""

from io import BytesIO
from pathlib import Path

import pytest
import yaml

from fktui.documents.facts import Fact, FuturePlanFacts, plain
from fktui.documents.make import make, meta_for
from fktui.documents.template import Template, parse_template, render

FOLDER = Path(__file__).parents[2] / "templates" / "documents"


def packaged(language: str = "nl", name: str = "future-plan") -> Template:
    _, head, body = (FOLDER / language / f"{name}.md").read_text("utf-8").split("---\n", 2)
    return parse_template(name, yaml.safe_load(head), body, "packaged")


def template(body: str, language: str = "nl", first_line: int = 1, **head) -> Template:
    words = {"header": "", "footer": "", "page_label": "{page}/{pages}"}
    known = {"title": "Test", "language": language, **words, **head}
    return parse_template("test", known, body, "team", first_line)


def concept(facts: FuturePlanFacts, language: str = "nl") -> str:
    return render(packaged(language), plain(facts))


def family_paper(name: str, facts: Fact, language: str) -> str:
    return render(packaged(language, name), plain(facts))


def made(markdown: str, fmt: str, facts: FuturePlanFacts, language: str = "nl"):
    return make(markdown, meta_for(packaged(language), facts.family_name, facts.made_on), fmt)


def pages(pdf: bytes) -> list[str]:
    """The text of each page, every run of white space as one space."""
    reader = pytest.importorskip("pypdf", reason="no pypdf to read a PDF back").PdfReader
    return [" ".join(page.extract_text().split()) for page in reader(BytesIO(pdf)).pages]
