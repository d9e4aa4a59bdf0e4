"""The house at a glance: what waits for whom, what the week brought, what the checks still find."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

from workbench.desk.checking import accept
from workbench.desk.editing import save_text
from workbench.desk.reviewing import submit
from workbench.desk.staffing import assign
from workbench.desk.surveying import as_csv, count_findings, survey
from workbench.model.base import now
from workbench.model.kinds import Level, Role, Stage


def test_a_draft_waits_for_whom_it_is_given_to(office):
    (line,) = survey(office.library).waiting
    assert (line.stage, line.role, line.person, line.editions) == (Stage.DRAFTING, Role.TRANSLATOR, "", 1)
    assign(office.library, office.editor, office.key, "Translator B", Role.TRANSLATOR)
    (line,) = survey(office.library).waiting
    assert line.person == "Translator B"


def test_the_week_counts_what_was_done_today(office):
    office.translate()
    submit(office.library, office.translator, office.key)
    days = survey(office.library).days
    assert len(days) == 7
    assert (days[-1].submitted, days[-1].approved, days[-1].confirmed) == (1, 0, len(office.rows()))
    assert all(day.confirmed == 0 for day in days[:-1])


def test_what_is_older_than_a_week_is_left_out(office):
    office.translate()
    assert sum(day.confirmed for day in survey(office.library, now() + timedelta(days=8)).days) == 0


def test_open_findings_are_counted_and_accepted_ones_are_not(office):
    row = office.row(7)
    save_text(office.library, office.translator, row.target_id, "第一 left over")
    found: Counter[Level] = Counter()
    list(count_findings(office.library, found))
    assert found[Level.ERROR] >= 1
    accept(office.library, office.editor, office.key, "source_address", "not on the page")
    assert survey(office.library).days[-1].accepted == 1


def test_the_survey_goes_out_as_a_table(office):
    lines = as_csv(survey(office.library)).splitlines()
    assert lines[0] == "stage,role,person,count,since"
    assert lines[1].startswith("drafting,translator,,1,")
    assert lines[3].startswith("day,confirmed")
    assert len(lines) == 4 + 7
