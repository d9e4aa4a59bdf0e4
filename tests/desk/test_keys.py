"""Keys are where they belong and nowhere else."""

from __future__ import annotations

import base64
import logging
from urllib.parse import quote

import keyring
import pytest
from keyring.backend import KeyringBackend
from tests.engines.deepl_server import FINAL, KEY, TEMPORARY, DeeplServer

from workbench.desk import keys
from workbench.desk.drafting import DraftReport, draft
from workbench.desk.editing import confirm_all, save_text
from workbench.desk.engaging import engine_of
from workbench.desk.exchanging import ExchangeReport, export_memory
from workbench.desk.keeping import backup
from workbench.desk.keys import KeyPlace, forget_key, keep_key, key_of, place_of_key
from workbench.desk.settling import change_setting, read_settings
from workbench.engines.courier import Patience
from workbench.engines.deepl import DeeplEngine
from workbench.engines.remote import QUIET
from workbench.errors import WorkbenchError


class Ring(KeyringBackend):
    """A keyring of the system, in memory."""

    priority = 5

    def __init__(self):
        super().__init__()
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


@pytest.fixture(autouse=True)
def _calm(monkeypatch):
    for names in keys.FROM_ENVIRONMENT.values():
        for name in names:
            monkeypatch.delenv(name, raising=False)
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)
    keys._session.clear()


def test_without_a_keyring_a_key_lasts_for_the_session():
    assert place_of_key("deepl") is KeyPlace.NOWHERE
    assert keep_key("deepl", f" {KEY}\n") is KeyPlace.SESSION
    assert key_of("deepl") == KEY
    forget_key("deepl")
    assert key_of("deepl") == ""


def test_the_systems_keyring_keeps_it_where_there_is_one():
    ring = Ring()
    keyring.set_keyring(ring)
    assert keep_key("deepl", KEY) is KeyPlace.KEYRING
    assert (key_of("deepl"), place_of_key("deepl")) == (KEY, KeyPlace.KEYRING)
    assert keys._session == {}
    forget_key("deepl")
    assert ring.kept == {}


@pytest.mark.parametrize("name", ["WORKBENCH_DEEPL_KEY", "DEEPL_AUTH_KEY"])
def test_the_environment_may_hold_it(monkeypatch, name):
    monkeypatch.setenv(name, KEY)
    assert (key_of("deepl"), place_of_key("deepl")) == (KEY, KeyPlace.ENVIRONMENT)
    assert key_of("chat") == ""


@pytest.mark.parametrize("wrong", ["", "  ", "my key", "schlüssel", "a\nb"])
def test_what_is_no_key_is_refused(wrong):
    with pytest.raises(WorkbenchError, match="no key"):
        keep_key("deepl", wrong)


def test_the_key_is_in_no_file_and_no_log(office, tmp_path, caplog, monkeypatch):
    """A whole session at DEBUG, with every failure: library, backup, exports, settings and log are searched."""
    log = tmp_path / "everything.log"
    handler = logging.FileHandler(log, encoding="utf-8")
    root = logging.getLogger()
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.NOTSET)
    caplog.set_level(logging.DEBUG)
    root.addHandler(handler)
    server, told = DeeplServer(), []
    keep_key("deepl", KEY)
    change_setting(office.library, office.editor, "deepl_server", server.address)
    try:
        for kind in (*TEMPORARY, *FINAL, ""):
            server.fail(*[kind] * 6 if kind else [])
            engine = engine_of(office.library, "deepl")
            assert isinstance(engine, DeeplEngine)
            engine._patience = Patience(deadline_s=0.3, try_s=0.1, tries=2, first_wait_s=0.001)
            report = DraftReport()
            for _ in draft(office.library, office.translator, office.key, "deepl", report, made=engine):
                pass
            told += [str(report), repr(engine), repr(engine_of(office.library, "deepl"))]
            server._failures.clear()
    finally:
        server.close()
        root.removeHandler(handler)
        handler.close()
    assert office.row(1).target
    save_text(office.library, office.translator, office.row(1).target_id, "Another headline")
    confirm_all(office.library, office.translator, office.edition_id)
    backup(office.library, str(tmp_path / "copy.workbench"))
    for _ in export_memory(office.library, tmp_path / "memory.tmx", ExchangeReport()):
        pass
    told += [str(read_settings(office.library)), caplog.text]
    office.library.close()
    written = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert len(written) >= 4
    haystack = b"\0".join([*written, *(text.encode() for text in told)])
    for needle in _forms(KEY):
        assert needle not in haystack
    sources = [row.encode() for row in ("许达哲强调", "省委副书记乌兰讲话")]
    assert not any(source in log.read_bytes() for source in sources)


def _forms(key):
    for part in (key, key.split(":")[0]):
        yield part.encode()
        yield base64.b64encode(part.encode()).rstrip(b"=")[:-2]
        yield quote(part, safe="").encode()


def test_the_search_would_find_a_key_that_leaked(tmp_path):
    leaked = tmp_path / "leak.log"
    leaked.write_text(f"Authorization: DeepL-Auth-Key {KEY}", "utf-8")
    assert any(needle in leaked.read_bytes() for needle in _forms(KEY))
