"""The term base through its files: nothing lost, nothing doubled, every bad row named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from workbench.desk.terming import (
    WRITERS,
    add_term,
    change_concept,
    decide,
    export_terms,
    find_terms,
    import_terms,
    list_concepts,
    remove_concepts,
    save_concept,
)
from workbench.errors import FormatError, RefusedError, WorkbenchError
from workbench.formats.tbx import read_tbx
from workbench.formats.term_tables import read_table
from workbench.library.library import open_library
from workbench.model.concept import ConceptValue, FormValue
from workbench.model.kinds import TermStatus


def concepts(library) -> set[tuple[object, ...]]:
    with library.reading() as tx:
        terms = tx.vocabulary.terms()
        return {
            (c.domain, c.note, c.is_fixed, tuple((t.language, t.text, t.status) for t in terms[c.id]))
            for c in tx.vocabulary.concepts()
        }


@pytest.mark.parametrize("suffix", [".tbx", ".v2.tbx", ".csv", ".xlsx"])
def test_the_starter_terms_survive_a_round_trip(tmp_path, suffix):
    path = tmp_path / f"terms{suffix}"
    with open_library(tmp_path / "a.workbench") as library:
        assert export_terms(library, path) == 245
        assert import_terms(library, path) == (0, []), "what is there already is not added again"
        meant = concepts(library)
    with open_library(tmp_path / "b.workbench") as library:
        with library.writing() as tx:
            for concept in tx.vocabulary.concepts():
                tx.vocabulary.remove(concept)
        assert import_terms(library, path) == (245, [])
        assert concepts(library) == meant


@pytest.mark.parametrize("suffix", [".tbx", ".v2.tbx", ".csv", ".xlsx"])
def test_everything_said_of_a_concept_goes_out_and_comes_back(tmp_path, suffix):
    forms = (
        FormValue("zh", "昭山样板"),
        FormValue("zh", "昭山示范"),
        FormValue("en", "Zhaoshan Sample"),
        FormValue("en", "Sample of Zhaoshan", TermStatus.DEPRECATED),
        FormValue("en", "Zhaoshan Thing", TermStatus.FORBIDDEN),
        FormValue("fr", "Modèle de Zhaoshan"),
        FormValue("fr", "Exemple de Zhaoshan", TermStatus.ADMITTED),
    )
    value = ConceptValue(
        forms,
        domain="city",
        definition="A model.",
        note="Rare.",
        authority="Office A",
        is_fixed=True,
        is_proposed=True,
        valid_from=date(2020, 1, 1),
        valid_to=date(2030, 12, 31),
    )
    path = tmp_path / f"terms{suffix}"
    write = next(write for ending, write in WRITERS.items() if path.name.endswith(ending))
    read = read_tbx if path.suffix == ".tbx" else read_table
    assert list(read(write([value]), path.name, lambda problem: None)) == [value]


def test_what_a_translator_brings_in_waits_for_a_decision(office, tmp_path):
    path = tmp_path / "terms.csv"
    path.write_text("zh,en\n望岳书屋,Wangyue Bookroom\n", "utf-8")
    assert import_terms(office.library, path, by=office.translator) == (1, [])
    (proposal,) = list_concepts(office.library, proposed_only=True)
    assert proposal.value.texts("zh") == ["望岳书屋"]


MARTIF = """<?xml version="1.0"?><!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="1"><descripGrp><descrip type="subjectField">party</descrip></descripGrp>
 <langSet xml:lang="zh-CN"><tig><term>宣传部</term></tig></langSet>
 <langSet xml:lang="en"><tig><term>Publicity Department</term></tig>
  <tig><term>Propaganda Department</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
 </langSet></termEntry>
<termEntry id="2"><langSet xml:lang="zh"><tig><term>孤</term></tig></langSet></termEntry>
</body></text></martif>"""


def test_tbx_version_2_is_read_and_a_lonely_form_is_named(tmp_path):
    path = tmp_path / "old.tbx"
    path.write_text(MARTIF, "utf-8")
    with open_library(tmp_path / "a.workbench") as library:
        added, problems = import_terms(library, path)
        assert added == 1
        assert [problem.place for problem in problems] == ["line 8"]
        (hit,) = [
            h
            for h in find_terms(library, "省委宣传部")
            if h.entry.sources == ("宣传部",) and len(h.entry.targets) == 2
        ]
    assert [(form.text, str(form.status)) for form in hit.entry.targets] == [
        ("Publicity Department", "preferred"),
        ("Propaganda Department", "deprecated"),
    ]


def test_a_table_without_a_header_and_one_with_languages(tmp_path):
    plain = tmp_path / "plain.csv"
    plain.write_text("昭山样板,Zhaoshan Sample,Sample of Zhaoshan\n空,\n", "utf-8")
    public = tmp_path / "public.csv"
    public.write_text(
        "id,sourceLang,targetLang,sourceString,targetString\n1,en,zh_CN,face mask,口罩\n", "utf-8"
    )
    with open_library(tmp_path / "a.workbench") as library:
        added, problems = import_terms(library, plain)
        assert (added, [p.place for p in problems]) == (1, ["line 2"])
        assert import_terms(library, public) == (1, [])
        assert [form.text for form in find_terms(library, "戴口罩")[0].entry.targets] == ["face mask"]


TERMS = [("总书记记", ["general secretary"]), ("示范展会", ["model fair", "sample fair"])]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("zh;en\n总书记记;general secretary\n示范展会;model fair|sample fair\n", "utf-8"),
        ("中文,英文,备注\n总书记记,general secretary,\n示范展会,model fair；sample fair,注\n", "gb18030"),
        (
            "本社术语表,,\n术语,译名,其他译法\n总书记记,general secretary,\n示范展会,model fair,sample fair\n",
            "utf-8-sig",
        ),
        ("zh,en,en\n总书记记,general secretary,\n示范展会,model fair,sample fair\n", "utf-8"),
        ("general secretary,总书记记\nmodel fair; sample fair,示范展会\n", "utf-8"),
        ("zh\ten\n总书记记\tgeneral secretary\n示范展会\tmodel fair|sample fair\n", "utf-16"),
    ],
)
def test_term_tables_of_others_are_read_whatever_their_columns_and_delimiter(text, encoding):
    problems = []
    found = list(read_table(text.encode(encoding), "terms.csv", problems.append))
    assert problems == []
    assert [(each.texts("zh")[0], list(each.texts("en"))) for each in found] == TERMS


def test_a_term_list_of_memoq_keeps_what_it_forbids(tmp_path):
    text = (
        "Entry_ID,Entry_Domain,Entry_Note,Chinese_PRC,Term_Info,English,Term_Info,English,Term_Info\n"
        '1,politics,rare,示范展会,"CasePermissive;",model fair,"CasePermissive;",show,"CasePermissive;Forbidden;"\n'
    )
    (found,) = read_table(text.encode("utf-8-sig"), "terms.csv", lambda problem: None)
    assert (found.domain, found.note) == ("politics", "rare")
    assert [(form.language, form.text, form.status) for form in found.forms] == [
        ("zh", "示范展会", TermStatus.PREFERRED),
        ("en", "model fair", TermStatus.PREFERRED),
        ("en", "show", TermStatus.FORBIDDEN),
    ]


@pytest.mark.parametrize(
    "data",
    [b"", b"<a>", b"<html/>", b'<!DOCTYPE t [<!ENTITY a "b">]><tbx>&a;</tbx>'],
    ids=["empty", "cut", "other", "entity"],
)
def test_what_is_not_tbx_is_refused_and_nothing_is_added(tmp_path, data):
    path = tmp_path / "bad.tbx"
    path.write_bytes(data)
    with open_library(tmp_path / "a.workbench") as library:
        with pytest.raises(FormatError):
            import_terms(library, path)
        with library.reading() as tx:
            assert tx.vocabulary.count() == 245


def test_cells_of_a_workbook_are_never_formulas(tmp_path):
    from openpyxl import load_workbook

    path = tmp_path / "terms.xlsx"
    with open_library(tmp_path / "a.workbench") as library:
        from workbench.desk.staffing import add_person

        add_term(library, add_person(library, "Editor A").id, "公式", ['=HYPERLINK("x")'])
        export_terms(library, path)
    cells = [cell for row in load_workbook(path).worksheets[0].iter_rows() for cell in row]
    assert all(cell.data_type in {"s", "n", "inlineStr"} for cell in cells)
    assert any(cell.value == '=HYPERLINK("x")' for cell in cells)
    assert Path(path).stat().st_size > 0


def test_a_translator_proposes_and_a_reviewer_decides(office):
    number = add_term(office.library, office.translator, "望岳书屋", ["Wangyue Bookroom"])
    (proposal,) = list_concepts(office.library, proposed_only=True)
    assert (proposal.id, proposal.person) == (number, "Translator A")
    assert [hit for hit in find_terms(office.library, "望岳书屋里") if "望岳书屋" in hit.entry.sources] == []
    with pytest.raises(RefusedError, match="takes a reviewer"):
        decide(office.library, office.translator, [number], is_accepted=True)
    assert decide(office.library, office.reviewer, [number], is_accepted=True) == 1
    assert [hit for hit in find_terms(office.library, "望岳书屋里") if "望岳书屋" in hit.entry.sources] != []
    assert list_concepts(office.library, proposed_only=True) == []


def test_a_proposal_that_is_turned_down_is_gone(office):
    number = add_term(office.library, office.translator, "望岳书屋", ["Wangyue Bookroom"])
    assert decide(office.library, office.editor, [number], is_accepted=False) == 1
    assert list_concepts(office.library, "望岳书屋") == []


def test_a_concept_is_changed_and_keeps_its_identity(office):
    number = add_term(office.library, office.editor, "望岳书屋", ["Wangyue Bookroom"])
    forms = (
        FormValue("zh", "望岳书屋"),
        FormValue("en", "Wangyue Reading Room"),
        FormValue("en", "Wangyue House", TermStatus.FORBIDDEN),
    )
    change_concept(
        office.library,
        office.editor,
        number,
        ConceptValue(forms, domain="place", valid_from=date(2020, 1, 1)),
    )
    (stored,) = list_concepts(office.library, "wangyue reading")
    assert (stored.id, stored.value.domain, stored.value.valid_from) == (number, "place", date(2020, 1, 1))
    with pytest.raises(WorkbenchError, match="at least one form"):
        change_concept(office.library, office.editor, number, ConceptValue((FormValue("zh", "望岳书屋"),)))
    remove_concepts(office.library, office.editor, [number])
    assert list_concepts(office.library, "望岳书屋") == []


def test_a_term_that_would_hold_on_no_day_is_refused(office):
    forms = (FormValue("zh", "望岳书屋"), FormValue("en", "Wangyue Bookroom"))
    value = ConceptValue(forms, valid_from=date(2020, 1, 1), valid_to=date(2019, 1, 1))
    with pytest.raises(WorkbenchError, match="until 2019-01-01 when it begins on 2020-01-01"):
        save_concept(office.library, office.editor, value)
