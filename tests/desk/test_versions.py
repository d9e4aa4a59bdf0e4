"""Any two versions of an edition can be compared."""

from __future__ import annotations

from workbench.desk.arranging import join
from workbench.desk.commenting import resolve_on
from workbench.desk.editing import confirm_all, save_text
from workbench.desk.reviewing import approve, return_edition, submit
from workbench.desk.versions import NOW, compare_versions, list_versions


def changed(office, older, newer=NOW):
    return [
        (row.number, row.before, row.after)
        for row in compare_versions(office.library, office.edition_id, older, newer)
        if row.before != row.after
    ]


def test_moments_of_the_history_are_compared_with_each_other_and_with_now(office):
    office.translate()
    first = office.row(1).target
    submit(office.library, office.translator, office.key)
    return_edition(office.library, office.reviewer, office.key, "Shorter, please.", number=1)
    save_text(office.library, office.translator, office.row(1).target_id, "A Shorter Headline")
    confirm_all(office.library, office.translator, office.edition_id)
    submit(office.library, office.translator, office.key)
    resolve_on(office.library, office.reviewer, office.key, None)
    approve(office.library, office.reviewer, office.key)
    versions = [one.key for one in list_versions(office.library, office.edition_id)]
    assert versions[0] == NOW
    approved, submitted, *_, first_submitted = [key for key in versions if key.startswith("event:")]
    assert changed(office, first_submitted, approved) == [(1, first, "A Shorter Headline")]
    assert changed(office, submitted, approved) == []
    assert changed(office, first_submitted) == [(1, first, "A Shorter Headline")]
    assert changed(office, approved, first_submitted) == [(1, "A Shorter Headline", first)]


def test_a_row_that_was_joined_away_is_shown_without_a_place(office):
    office.translate()
    submit(office.library, office.translator, office.key)
    return_edition(office.library, office.reviewer, office.key, "Join them.", number=4)
    gone = office.row(5)
    join(office.library, office.translator, office.row(4).target_id)
    submitted = next(
        one.key for one in list_versions(office.library, office.edition_id) if one.key.startswith("event:")
    )
    assert (0, gone.target, "") in changed(office, submitted)
