"""JSON for other programs: what is written is valid by the schemas that are published with the program."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from tests.desk.conftest import open_office

from workbench.desk import commenting, editing, reviewing
from workbench.desk.checking import accept
from workbench.desk.paging import make_page
from workbench.desk.signing import read_sign_off
from workbench.formats.record import write_record
from workbench.formats.registry import format_for
from workbench.resources import resource


def validator(name: str) -> Draft202012Validator:
    schema = json.loads(resource(f"schema/{name}.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def faults(name: str, data: bytes) -> list[str]:
    return [f"{error.json_path}: {error.message}" for error in validator(name).iter_errors(json.loads(data))]


def test_a_full_page_and_an_almost_empty_one_are_valid(full_page):
    empty = replace(full_page, published=None, approved_at=None, digest="", photos=(), blocks=(), rows=())
    for page in (full_page, empty):
        assert faults("page-1", format_for("json").write(page)) == []


@pytest.fixture
def office(tmp_path):
    with open_office(tmp_path) as made:
        yield made


def test_an_article_is_valid_at_every_stage_with_its_record(office):
    def check() -> None:
        with office.library.reading() as tx:
            page = make_page(tx, tx.editions.get(office.edition_id))
        assert faults("page-1", format_for("json").write(page)) == []
        assert faults("record-1", write_record(read_sign_off(office.library, office.key))) == []

    check()
    office.translate()
    commenting.comment(
        office.library, office.reviewer, office.edition_id, "Why?", target_id=office.row(3).target_id
    )
    reviewing.submit(office.library, office.translator, office.key)
    changed = office.row(4).target.replace("meeting", "session")
    editing.save_text(office.library, office.reviewer, office.row(4).target_id, changed)
    reviewing.return_edition(office.library, office.reviewer, office.key, "wrong fact", number=3)
    check()
    editing.confirm_all(office.library, office.translator, office.edition_id)
    editing.confirm(office.library, office.translator, [office.row(3).target_id])
    commenting.resolve_on(office.library, office.translator, office.key, None)
    reviewing.submit(office.library, office.translator, office.key)
    reviewing.approve(office.library, office.second_reviewer, office.key)
    accept(office.library, office.editor, office.key, "source_address", "None.")
    check()


def test_a_key_that_nobody_described_is_not_valid(full_page):
    content = json.loads(format_for("json").write(full_page))
    content["rows"][0]["mood"] = "cheerful"
    assert faults("page-1", json.dumps(content).encode()) != []


def test_the_schemas_describe_nothing_that_is_never_written(full_page, office):
    office.translate()
    page = json.loads(format_for("json").write(full_page))
    record = json.loads(write_record(read_sign_off(office.library, office.key)))
    assert set(validator("page-1").schema["properties"]) == set(page)
    assert set(validator("page-1").schema["$defs"]["row"]["properties"]) == {
        key for row in page["rows"] for key in row
    }
    assert set(validator("record-1").schema["properties"]) == set(record)
