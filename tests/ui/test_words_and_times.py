from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale

from workbench.model.kinds import Role, Stage
from workbench.ui.moments import say_exactly, say_moment
from workbench.ui.words import say_roles, say_stage

CHANGSHA = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 4, 3, 4, 0, tzinfo=UTC)  # noon in Changsha

MOMENTS = [
    (timedelta(seconds=20), "just now", "刚刚"),
    (timedelta(minutes=2), "2 min ago", "2 分钟前"),
    (timedelta(hours=1, minutes=10), "1 h ago", "1 小时前"),
    (timedelta(hours=3), "Today 09:00", "今天 09:00"),
    (timedelta(hours=12, minutes=1), "Yesterday", "昨天"),
    (timedelta(days=4), "30 Mar", "3月30日"),
    (timedelta(days=366), "2 Apr 2025", "2025年4月2日"),
    (timedelta(minutes=-5), "Today 12:05", "今天 12:05"),
]


@pytest.mark.parametrize(("past", "english", "chinese"), MOMENTS)
def test_times_are_said_as_people_say_them(language, past, english, chinese):
    assert say_moment(NOW - past, NOW, CHANGSHA, QLocale("en_GB")) == english
    language.use("zh_CN")
    assert say_moment(NOW - past, NOW, CHANGSHA, language.locale) == chinese


def test_today_is_the_day_of_the_library_not_of_london():
    late = datetime(2026, 4, 2, 16, 30, tzinfo=UTC)  # half past midnight, 3 April, in Changsha
    assert say_moment(late, NOW, CHANGSHA, QLocale("en_GB")) == "Today 00:30"
    assert say_exactly(late, CHANGSHA) == "2026-04-03 00:30"


def test_every_stage_has_its_word_in_both_languages(language):
    assert [say_stage(stage) for stage in Stage][:3] == ["Drafting", "In review", "Changes requested"]
    language.use("zh_CN")
    assert [say_stage(stage) for stage in Stage] == [
        "翻译中",
        "审校中",
        "待修改",
        "已批准",
        "已发布",
        "已撤回",
    ]


def test_roles_stand_in_the_order_of_the_work(language):
    assert say_roles(frozenset({Role.EDITOR, Role.TRANSLATOR})) == "translator, editor"
    language.use("zh_CN")
    assert say_roles(frozenset({Role.EDITOR, Role.TRANSLATOR})) == "译者、编辑"
