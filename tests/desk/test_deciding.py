"""What the house decides for good: names over time, exceptions, and how far an acceptance reaches."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.desk.checking import accept, check_edition, check_row, library_context, one_finding
from workbench.desk.deciding import (
    accept_always,
    export_exceptions,
    export_names,
    import_exceptions,
    import_names,
    list_exceptions,
    list_names,
    proposal_of,
    remove_exceptions,
    remove_names,
    save_exception,
    save_name,
)
from workbench.desk.editing import save_text
from workbench.desk.judging import judged, report_of, write_report
from workbench.desk.signing import read_sign_off
from workbench.errors import RefusedError, WorkbenchError
from workbench.model.house import Always, ExceptionValue, NameValue
from workbench.model.judgement import Decision
from workbench.model.kinds import Level
from workbench.model.passage import HeldTitle, Passage

GOVERNOR = HeldTitle("省长", "governor", date(2016, 9, 5), date(2020, 11, 24))
XU = NameValue("许达哲", "Xu Dazhe", ("Xu D.",), (GOVERNOR,), "Hunan")


def slips(office, source, target):
    context = library_context(office.library)
    return [f.slip for f in check_row(Passage(source, target), context) if f.level is not Level.NOTE]


def write(office, number, text):
    row = office.row(number)
    save_text(office.library, office.translator, row.target_id, text, seen=row.version)


def test_a_name_keeps_its_titles_and_their_dates(office):
    save_name(office.library, office.editor, XU)
    assert [each.value for each in list_names(office.library, "governor")] == [XU]
    assert list_names(office.library, "nobody") == []


def test_the_same_chinese_stands_once_in_the_table(office):
    number = save_name(office.library, office.editor, XU)
    with pytest.raises(WorkbenchError, match="in the table already"):
        save_name(office.library, office.editor, NameValue("许达哲", "Hsu"))
    save_name(office.library, office.editor, NameValue("许达哲", "Xu Dazhe"), name_id=number)
    assert list_names(office.library)[0].value.titles == ()


def test_a_title_ends_after_it_begins(office):
    wrong = NameValue(
        "许达哲", "Xu Dazhe", titles=(HeldTitle("省长", "governor", date(2020, 1, 2), date(2020, 1, 1)),)
    )
    with pytest.raises(WorkbenchError, match="ends before it begins"):
        save_name(office.library, office.editor, wrong)


def test_a_translator_does_not_decide_for_the_house(office):
    with pytest.raises(RefusedError, match="takes a reviewer or an editor"):
        save_name(office.library, office.translator, XU)
    with pytest.raises(RefusedError, match="takes a reviewer or an editor"):
        save_exception(office.library, office.translator, ExceptionValue("三湘"))


@pytest.mark.parametrize("ending", ["csv", "tsv", "xlsx"])
def test_names_and_exceptions_go_out_and_come_back(office, tmp_path, ending):
    names, pairs = tmp_path / f"names.{ending}", tmp_path / f"exceptions.{ending}"
    save_name(office.library, office.editor, XU)
    save_exception(
        office.library, office.editor, ExceptionValue("2030万", "about 20 million", "the house rounds")
    )
    save_exception(office.library, office.editor, ExceptionValue("五洲", reason="no number"))
    assert (export_names(office.library, names), export_exceptions(office.library, pairs)) == (1, 2)
    remove_names(office.library, office.editor, [each.id for each in list_names(office.library)])
    remove_exceptions(office.library, office.editor, [each.id for each in list_exceptions(office.library)])
    assert import_names(office.library, names, by=office.editor) == (1, [])
    assert import_exceptions(office.library, pairs, by=office.editor) == (2, [])
    assert [each.value for each in list_names(office.library)] == [XU]
    assert {(e.value.kind, e.value.source, e.person) for e in list_exceptions(office.library)} == {
        (Always.EQUIVALENCE, "2030万", "Editor A"),
        (Always.TRAP, "五洲", "Editor A"),
    }


def test_a_line_that_says_no_name_is_reported_and_the_others_come_in(office, tmp_path):
    table = tmp_path / "names.csv"
    table.write_text("zh,en,titles\n许达哲,Xu Dazhe,省长 governor\n乌兰,Wu Lan,\n,Nobody,\n", "utf-8")
    count, problems = import_names(office.library, table, by=office.editor)
    assert count == 1
    assert [problem.place for problem in problems] == ["line 2", "line 4"]


def test_an_equivalence_keeps_the_checks_quiet_and_taken_back_they_speak_again(office):
    pair = ("今年增加2030万元。", "This year it rose by about 20 million yuan.")
    wrong = ("今年增加2030万元。", "This year it rose by 203 million yuan.")
    assert slips(office, *wrong) == ["times-ten"]
    number = accept_always(
        office.library, office.editor, Always.EQUIVALENCE, "2030万元", "203 million yuan", reason="so printed"
    )
    assert slips(office, *wrong) == []
    assert slips(office, "今年增加2040万元。", "It rose by 204 million yuan.") == ["times-ten"]
    remove_exceptions(office.library, office.editor, [number])
    assert slips(office, *wrong) == ["times-ten"]
    del pair


def test_a_trap_is_no_number_and_english_alone_stands_as_it_is(office):
    assert slips(office, "走过88号院。", "We passed the yard.") == ["missing"]
    accept_always(office.library, office.editor, Always.TRAP, "88号院", "", reason="a name")
    assert slips(office, "走过88号院。", "We passed the yard.") == []
    assert slips(office, "省长讲话。", "The governor (省长) spoke.") == ["chinese"]
    accept_always(office.library, office.editor, Always.EQUIVALENCE, "", "省长", reason="a gloss")
    assert slips(office, "省长讲话。", "The governor (省长) spoke.") == []


def test_always_becomes_a_name_or_a_term(office):
    accept_always(office.library, office.editor, Always.NAME, "孙瑞哲", "Sun Ruizhe")
    accept_always(office.library, office.editor, Always.NAME, "孙瑞哲", "R. Sun")
    assert list_names(office.library)[0].value == NameValue("孙瑞哲", "Sun Ruizhe", ("R. Sun",))
    accept_always(office.library, office.translator, Always.TERM, "友城", "friendship city")
    with office.library.reading() as tx:
        proposed = [concept for concept in tx.vocabulary.concepts() if concept.is_proposed]
    assert len(proposed) == 1


def test_accepted_in_the_article_holds_wherever_the_words_stand_but_not_for_others(office):
    for number in (2, 3):
        write(office, number, f"It began, as they said,then ended in row {number}.")
    found = [f for f in check_edition(office.library, office.edition_id) if f.slip == "no-blank-after"]
    assert [f.number for f in found] == [2, 3]
    accept(office.library, office.translator, office.key, found[0].check, "house style", number=2, in_article=True,
           finding=found[0])  # fmt: skip
    assert not [f for f in check_edition(office.library, office.edition_id) if f.slip == "no-blank-after"]


def test_a_proposal_widens_bare_figures():
    found = check_row(Passage("共有58家企业。", "There are 85 firms."), library_context_of_nothing())
    offer = proposal_of(found[0], Passage("共有58家企业。", "There are 85 firms."))
    assert (offer.kind, offer.source, offer.target) == (Always.EQUIVALENCE, "58家企业", "85 firms")


def library_context_of_nothing():
    from workbench.model.passage import CheckContext

    return CheckContext()


def test_the_report_has_every_finding_with_decision_person_and_time(office, tmp_path):
    write(office, 2, "The governor (省长) spoke.")
    write(office, 3, "=cmd| was 许达哲.")
    finding, _ = one_finding(office.library, office.key, "leftovers", number=2)
    accept(office.library, office.translator, office.key, finding.check, "a gloss", number=2)
    accept_always(office.library, office.editor, Always.EQUIVALENCE, "", "许达哲", reason="as printed")
    lines = [line for line in judged(office.library, office.key) if line.finding.check == "leftovers"]
    decided = [
        (line.finding.number, line.decision, line.reason, line.person, line.at is not None) for line in lines
    ]
    assert decided == [
        (2, Decision.ROW, "a gloss", "Translator A", True),
        (3, Decision.ALWAYS, "as printed", "Editor A", True),
    ]
    page, table = tmp_path / "findings.html", tmp_path / "findings.csv"
    report = report_of(office.library, [office.key])
    assert write_report(page, report) == len(report.lines)
    said = page.read_text("utf-8")
    assert report.articles[0].digest in said
    assert report.articles[0].source_headline in said
    assert "(Asia/Shanghai)" in said
    assert "Translator A" in said
    assert "accepted for good" in said
    assert "<script" not in said
    write_report(table, report)
    assert all(
        not cell.startswith("=")
        for row in table.read_text("utf-8-sig").splitlines()
        for cell in row.split(",")
    )


def test_the_sign_off_sheet_names_what_was_decided_once_for_the_house(office):
    write(office, 3, "=cmd| was 许达哲.")
    accept_always(office.library, office.editor, Always.EQUIVALENCE, "", "许达哲", reason="as printed")
    decisions = read_sign_off(office.library, office.key).decisions
    assert ("leftovers", 3) in {(one.what, one.number) for one in decisions}
    assert {(one.reason, one.person, one.holds) for one in decisions} == {("as printed", "Editor A", True)}
