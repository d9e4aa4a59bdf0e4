"""Times as people say them: 2 min ago, today 09:12, yesterday, 30 March; always in the library's zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QDate, QLocale

JUST_NOW = timedelta(minutes=1)
AN_HOUR = timedelta(hours=1)
A_WHILE = timedelta(hours=3)
CLOCKS_DIFFER = timedelta(minutes=10)
"""So far ahead of ours another computer's clock may be without anybody having to know."""


def say_moment(at: datetime, now: datetime, zone: ZoneInfo, locale: QLocale) -> str:
    """Return a time as a list shows it; `at` and `now` are aware, `zone` is the library's."""
    past = now - at
    if timedelta(0) <= past < JUST_NOW:
        return QCoreApplication.translate("moments", "just now")
    if timedelta(0) <= past < AN_HOUR:
        return QCoreApplication.translate("moments", "%1 min ago").replace(
            "%1", str(int(past.total_seconds() // 60))
        )
    if timedelta(0) <= past < A_WHILE:
        return QCoreApplication.translate("moments", "%1 h ago").replace(
            "%1", str(int(past.total_seconds() // 3600))
        )
    here, today = at.astimezone(zone), now.astimezone(zone).date()
    if here.date() == today:
        return QCoreApplication.translate("moments", "Today %1").replace("%1", here.strftime("%H:%M"))
    if here.date() == today - timedelta(days=1):
        return QCoreApplication.translate("moments", "Yesterday")
    pattern = (
        QCoreApplication.translate("moments", "d MMM")
        if here.year == today.year
        else QCoreApplication.translate("moments", "d MMM yyyy")
    )
    return _flagged(locale.toString(QDate(here.year, here.month, here.day), pattern), at, now)


def say_exactly(at: datetime, zone: ZoneInfo) -> str:
    """Return a time to the minute, for tips and history."""
    return _flagged(at.astimezone(zone).strftime("%Y-%m-%d %H:%M"), at, datetime.now(UTC))


def _flagged(words: str, at: datetime, now: datetime) -> str:
    """Say that a time to come is a mistake of some computer's clock; the order of things does not go by it."""
    if at - now <= CLOCKS_DIFFER:
        return words
    return QCoreApplication.translate("moments", "%1 (by a wrong clock)").replace("%1", words)
