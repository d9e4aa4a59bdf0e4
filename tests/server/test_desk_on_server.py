"""What the desk promises of a library in a file it promises of one on a server: the same tests, there."""

from __future__ import annotations

from tests.desk.test_editing import *  # noqa: F403 - the tests themselves, with `office` on a server
from tests.desk.test_finding_articles import *  # noqa: F403 - likewise
from tests.desk.test_reading import *  # noqa: F403 - likewise
from tests.desk.test_reviewing import *  # noqa: F403 - likewise

del test_the_digest_is_the_same_in_another_library  # noqa: F821 - copies a file; test_commands.py moves a library
del test_people_go_on_writing_while_an_article_is_being_indexed  # noqa: F821 - there an article waits for its own index
