"""Keys are where they belong and nowhere else."""

from __future__ import annotations

import keyring
import pytest
from keyring.backend import KeyringBackend
from tests.engines.deepl_server import KEY

from workbench.desk import keys
from workbench.desk.keys import KeyPlace, forget_key, keep_key, key_of, place_of_key
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
