"""JSON Schema of every kind of file, made from the records themselves."""

from typing import Any

import msgspec

from fktui.model.consent import Consents
from fktui.model.family import Family
from fktui.model.journal import Contact, Document, Meeting
from fktui.model.network import Network
from fktui.model.plan import Plan
from fktui.model.record import Record
from fktui.model.team import StoreSettings, Team
from fktui.model.trajectory import Trajectory

FILE_KINDS: dict[str, tuple[str, type[Record]]] = {
    "case": ("case.yaml", Trajectory),
    "family": ("family.yaml", Family),
    "network": ("network.yaml", Network),
    "plan": ("plan.yaml", Plan),
    "consent": ("consent.yaml", Consents),
    "contact": ("contacts/*.md", Contact),
    "meeting": ("meetings/*.md", Meeting),
    "document": ("documents/*.md", Document),
    "store": ("team/fk.yaml", StoreSettings),
    "team": ("team/team.yaml", Team),
}


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a kind of file; for the journal, of its front matter."""
    file, record = FILE_KINDS[kind]
    schema = msgspec.json.schema(record)
    if file.endswith(".md"):
        del schema["$defs"][record.__name__]["properties"]["body"]
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": file}
    return head | schema
