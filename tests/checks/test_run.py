"""Rows are judged alone or as an edition; moved facts are told from lost ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from workbench.checks.registry import ArticleCheck, FactCheck, RowCheck, all_checks, row_checks
from workbench.checks.run import check_passage, check_passages, facts_of
from workbench.model.finding import Finding
from workbench.model.kinds import Family, Level
from workbench.model.passage import CheckContext, Equivalence, Passage

PLAIN = CheckContext()


def facts(findings: Iterable[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.family is Family.FACT]


def test_every_check_has_a_key_and_a_family():
    for check in all_checks():
        assert check.key
        assert check.family in Family
        assert isinstance(check, RowCheck | ArticleCheck)
    assert any(isinstance(check, FactCheck) for check in row_checks())


def test_an_empty_or_left_out_target_is_not_checked():
    assert check_passage(Passage("3亿元", ""), PLAIN) == []
    assert check_passage(Passage("3亿元", "text", is_omitted=True), PLAIN) == []


def test_a_finding_says_what_is_wrong_in_both_readings_and_mends_it():
    target = "It rose by 203 million yuan."
    (finding,) = facts(check_passage(Passage("增加2030万元。", target, number=7), PLAIN))
    assert finding.number == 7
    assert finding.level is Level.ERROR
    assert (
        finding.message
        == "2030万元 is 20.3 million yuan; the draft has 203 million yuan: ten times too large."
    )
    fix = finding.fixes[0]
    assert target[: fix.span[0]] + fix.text + target[fix.span[1] :] == "It rose by 20.3 million yuan."


def test_a_fact_in_the_rest_of_the_paragraph_is_only_noted():
    rows = [
        Passage("投资3.5亿元。", "Money came.", 1, 0),
        Passage("很好。", "It was 350 million yuan.", 2, 0),
    ]
    assert [(f.number, f.level, f.slip) for f in facts(check_passages(rows, PLAIN))] == [
        (1, Level.NOTE, "moved")
    ]


def test_a_fact_in_the_next_paragraph_warns():
    rows = [Passage("共有27家。", "Many.", 1, 0), Passage("好。", "There were 27 of them.", 2, 1)]
    found = [(f.number, f.level, f.slip) for f in facts(check_passages(rows, PLAIN))]
    assert found == [(1, Level.WARNING, "moved-paragraph")]


def test_a_fact_two_paragraphs_away_is_lost():
    rows = [
        Passage("共有27家。", "Many.", 1, 0),
        Passage("好。", "Good.", 2, 1),
        Passage("好。", "There were 27 of them.", 3, 2),
    ]
    assert {f.slip for f in facts(check_passages(rows, PLAIN))} == {"missing", "added"}


def test_an_equivalence_of_the_house_settles_a_finding():
    passage = Passage("投资52亿元。", "A large sum was invested.")
    assert facts(check_passage(passage, PLAIN))
    context = CheckContext(equivalences=(Equivalence("52亿", "A large sum"),))
    assert not facts(check_passage(passage, context))


def test_the_month_added_to_a_bare_day_must_be_the_articles():
    context = CheckContext(published=date(2020, 4, 3))
    assert not facts(check_passage(Passage("会议2日举行。", "The meeting was held on April 2."), context))
    found = facts(check_passage(Passage("会议2日举行。", "The meeting was held on July 2."), context))
    assert [finding.check for finding in found] == ["dates"]


def test_the_reporting_date_has_its_own_switch():
    passage = Passage("国家统计局26日称，经济向好。", "The economy is improving, the bureau said.")
    assert [f.level for f in facts(check_passage(passage, PLAIN))] == [Level.WARNING]
    quiet = CheckContext(style={"reporting_date": "note"})
    assert [f.level for f in facts(check_passage(passage, quiet))] == [Level.NOTE]
    assert not facts(check_passage(passage, CheckContext(style={"reporting_date": "off"})))


def test_the_panel_shows_readings_renderings_and_places():
    target = "On April 2, 2020, 350 million yuan was invested."
    views = facts_of(Passage("2020年4月2日，投资3.5亿元，增长12.6%。", target), PLAIN)
    assert [view.rendering for view in views] == ["April 2, 2020", "350 million yuan", "12.6 percent"]
    assert [view.is_matched for view in views] == [True, True, False]
    place = views[1].target
    assert place is not None
    assert target[slice(*place)] == "350 million"


def test_without_a_draft_nothing_is_matched_or_missed():
    (view,) = facts_of(Passage("投资3.5亿元", ""), PLAIN)
    assert view.is_matched is None


@dataclass(frozen=True)
class ShoutCheck:
    """A plug-in of another package."""

    key: str = "shout"
    family: Family = Family.STYLE

    def check(self, passage: Passage, context: CheckContext) -> Iterable[Finding]:
        del context
        if passage.target.isupper():
            yield Finding(self.key, self.family, Level.NOTE, "The row shouts.")


def test_a_plugin_is_run_like_our_own(monkeypatch):
    from workbench.checks import registry

    registry.all_checks.cache_clear()
    registry.row_checks.cache_clear()
    monkeypatch.setattr(registry, "load_plugins", lambda group: [ShoutCheck()])
    try:
        found = check_passage(Passage("好。", "GOOD.", number=3), PLAIN)
        assert [(f.check, f.number) for f in found if f.check == "shout"] == [("shout", 3)]
    finally:
        registry.all_checks.cache_clear()
        registry.row_checks.cache_clear()


def test_other_language_pairs_are_left_alone():
    context = CheckContext(source_language="zh", target_language="fr")
    assert not facts(
        check_passage(Passage("增加2030万元。", "Une hausse de 203 millions de yuans."), context)
    )
