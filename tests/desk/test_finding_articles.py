"""Articles are found as somebody types, and listed page by page: by an index, yet exactly as the texts say."""

from __future__ import annotations

import random
import re

import pytest

from workbench.desk import editing
from workbench.desk.editing import save_text
from workbench.desk.importing import ImportReport, import_pasted
from workbench.desk.reading import list_articles, open_edition
from workbench.desk.readying import Keeping, make_ready
from workbench.library import article_words
from workbench.library.article_words import count_stale, fill_article_words

STORIES = [
    ("会议在长沙召开", "他在会上讲话，强调高质量发展。", "The meeting was held in Changsha.", "He spoke of high-quality growth."),
    ("病例增加", "昨日新增COVID-19病例114例。", "Cases are rising", "Yesterday 114 new COVID-19 cases were found."),
    ("朱镕基会见客人", "双方就𠮷林问题交换意见。", "Zhu meets guests", "Ideas on Jilin were exchanged; it's naïve, said l'été."),
    ("日本の首相が訪問", "東京で会談した。한국 대통령도 참석했다.", "Visit from Tokyo", "Talks: 50% done, C++ in use, e-mail to follow."),
    ("Путин в Пекине", "Визит начался сегодня.", "Putin in Beijing", "The visit began today."),
]  # fmt: skip


@pytest.fixture
def newsroom(office):
    keys = []
    for headline, body, english, said in STORIES:
        report = ImportReport()
        import_pasted(office.library, f"{headline}\n\n{body}", report, by=office.translator)
        keys.append(report.added[0].key)
        rows = open_edition(office.library, keys[-1]).rows
        save_text(office.library, office.translator, rows[0].target_id, english)
        save_text(office.library, office.translator, rows[1].target_id, said)
    return keys


def index(library):
    for _ in make_ready(library):
        pass


def found(library, typed):
    return {row.key for row in list_articles(library, text=typed, limit=50)}


@pytest.mark.parametrize("is_indexed", [False, True])
def test_what_is_typed_finds_the_articles_it_stands_in(office, newsroom, is_indexed):
    if is_indexed:
        index(office.library)
    meeting, cases, guests, japan, russia = newsroom
    assert found(office.library, "长沙") == {meeting}
    assert found(office.library, "沙") == {meeting}
    assert found(office.library, "镕基") == {guests}
    assert found(office.library, "𠮷") == {guests}
    assert found(office.library, "covid-19") == {cases}
    assert found(office.library, "114") == {cases}
    assert found(office.library, "東京で") == {japan}
    assert found(office.library, "대통령") == {japan}
    assert found(office.library, "Пекине") == {russia}
    assert found(office.library, "50%") == {japan}
    assert found(office.library, "visit") == {japan, russia}
    assert found(office.library, "visit tok") == {japan}
    assert found(office.library, "visit 长沙") == set()
    assert found(office.library, guests[:6]) == {guests}
    assert len(found(office.library, "的")) == 1


def test_a_change_is_found_at_once_and_the_former_text_no_more(office, newsroom):
    index(office.library)
    row = open_edition(office.library, newsroom[0]).rows[1]
    save_text(office.library, office.translator, row.target_id, "He spoke of zeppelins.")
    assert found(office.library, "zeppelin") == {newsroom[0]}
    assert found(office.library, "growth") == set()
    index(office.library)
    assert found(office.library, "zeppelin") == {newsroom[0]}
    assert found(office.library, "growth") == set()


def test_typing_finds_what_a_plain_reading_of_all_texts_finds(office, newsroom):
    """Q4: against brute force, beginnings of words and any stretch of Chinese of many texts."""
    index(office.library)
    row = open_edition(office.library, newsroom[2]).rows[1]
    save_text(office.library, office.translator, row.target_id, "Changed after indexing, 之后才改。")
    texts = {}
    for article in list_articles(office.library):
        rows = open_edition(office.library, article.key).rows
        texts[article.key] = "\n".join(
            [each.source for each in rows] + [each.target for each in rows]
        ).lower()
    dice = random.Random(4)
    whole = "\n".join(texts.values())
    for _ in range(300):
        start = dice.choice([m.start() for m in re.finditer(r"\b\w|[\u4e00-\u9fff]", whole)])
        typed = whole[start : start + dice.randint(1, 9)].split()[0]
        before = r"(?<![a-z0-9àâéèêïа-яё])" if re.match(r"[a-z0-9à-ÿа-яё]", typed) else ""
        expected = {key for key, said in texts.items() if re.search(before + re.escape(typed), said)}
        assert found(office.library, typed) == expected, typed


def test_signs_alone_and_signs_of_a_query_language_are_harmless(office, newsroom):
    index(office.library)
    for typed in (
        '"',
        "'",
        "*",
        "NEAR(",
        "a OR b",
        "%",
        "_",
        "\\",
        "——",
        "l'été",
        "C++",
        "e-mail",
        "(",
        "x:*",
        "&",
        "!",
    ):
        found(office.library, typed)
    assert found(office.library, "C++") == {newsroom[3]}
    assert found(office.library, "l'été") == {newsroom[2]}
    assert found(office.library, "zz_%") == set()


def test_the_pages_of_a_list_hold_every_article_once_newest_change_first(office, newsroom):
    whole = list_articles(office.library)
    assert [row.updated_at for row in whole] == sorted((row.updated_at for row in whole), reverse=True)
    rows, after = [], None
    while page := list_articles(office.library, limit=2, after=after):
        rows += page
        after = (page[-1].updated_at, page[-1].article_id)
    assert rows == whole


def test_articles_without_an_edition_in_a_language_stand_among_those_with_one(office, newsroom):
    open_edition(office.library, newsroom[1], "fr")
    open_edition(office.library, newsroom[3], "fr")
    rows = list_articles(office.library, language="fr")
    assert {row.key for row in rows} == {office.key, *newsroom}
    assert {row.key for row in rows if row.edition_id is not None} == {newsroom[1], newsroom[3]}
    assert [row.updated_at for row in rows] == sorted((row.updated_at for row in rows), reverse=True)


def test_the_index_keeps_up_while_the_library_is_open(office, newsroom, monkeypatch):
    monkeypatch.setattr("workbench.desk.readying.MANY", 1)
    keeping = Keeping(office.library)
    keeping.step()
    with office.library.reading() as tx:
        assert count_stale(tx.scope.session) == 6
    monkeypatch.setattr("workbench.desk.readying.EVERY_SECONDS", 0)
    keeping.step()
    with office.library.reading() as tx:
        assert count_stale(tx.scope.session) == 0
    assert list(fill_article_words(office.library)) == []


def found_keys(office, words: str) -> list[str]:
    return [row.key for row in list_articles(office.library, text=words)]


def test_people_go_on_writing_while_an_article_is_being_indexed(office, monkeypatch):
    look, row = article_words._words_of, office.row(2)

    def look_while_somebody_writes(*of):
        found = look(*of)
        editing.save_text(office.library, office.translator, row.target_id, "Zephyrs blew.")
        assert found_keys(office, "zephyrs") == [office.key]
        return found

    with monkeypatch.context() as patched:
        patched.setattr(article_words, "_words_of", look_while_somebody_writes)
        next(fill_article_words(office.library))
    assert found_keys(office, "zephyrs") == [office.key]
    list(fill_article_words(office.library))
    with office.library.reading() as tx:
        assert count_stale(tx.scope.session) == 0
    assert found_keys(office, "zephyrs") == found_keys(office, "友好城市") == [office.key]


def test_what_was_being_indexed_when_the_program_ended_is_found_and_indexed_by_the_next(office, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(article_words, "_words_of", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            list(fill_article_words(office.library))
    assert found_keys(office, "友好城市") == [office.key]
    with office.library.reading() as tx:
        assert count_stale(tx.scope.session) == 1
    list(fill_article_words(office.library))
    with office.library.reading() as tx:
        assert count_stale(tx.scope.session) == 0
    assert found_keys(office, "友好城市") == [office.key]
