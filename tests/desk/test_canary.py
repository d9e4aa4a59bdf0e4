"""A key is planted, and everything the program writes, says or hands on is searched for it (RELIABILITY.md, S1 to S5)."""

from __future__ import annotations

import base64
import contextlib
import logging
import os
import re
import shutil
import stat
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from urllib.parse import quote

import pytest
from tests.engines.deepl_server import FINAL, KEY, TEMPORARY, DeeplServer

from workbench.children import environment_of_children
from workbench.engines.courier import Courier
from workbench.engines.remote import QUIET
from workbench.library.library import open_library

SESSION = Path(__file__).with_name("canary_session.py")
OPENED_TO_WRITE = re.compile(rb'(?:openat|open|creat)\([^"]*"([^"]+)", [^)]*(?:O_WRONLY|O_RDWR|O_CREAT)')
SENTENCE = "省委副书记乌兰讲话"


def forms(key):
    """Return what a leaked key could look like: plain, for a web address, and in base64 at each of its three places."""
    for part in (key, key.split(":")[0]):
        yield part.encode()
        yield quote(part, safe="").encode()
        for shift in range(3):
            whole = base64.b64encode(b"\0" * shift + part.encode())
            yield whole[4 if shift else 0 : -4]


def contents(paths):
    """Yield each file, and what is packed in it: the parts of a ZIP, the streams of a PDF."""
    for path in paths:
        data = path.read_bytes()
        yield path, data
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                yield from ((path / name, archive.read(name)) for name in archive.namelist())
        if data.startswith(b"%PDF"):
            streams = re.findall(rb"stream\r?\n(.*?)endstream", data, re.DOTALL)
            for number, stream in enumerate(streams):
                with contextlib.suppress(zlib.error):
                    yield path / str(number), zlib.decompress(stream)


def traced(trace):
    """Return what notes every file that is opened and all that is written to files, where the system has it."""
    if shutil.which("strace") is None:
        return []
    calls = "trace=openat,open,creat,write,pwrite64,writev,pwritev"
    return ["strace", "-f", "-y", "-qq", "--seccomp-bpf", "-s", "300000", "-e", calls, "-o", str(trace)]


def written_elsewhere(trace, folder):
    """Return the files outside a folder that a traced session opened for writing, devices aside.

    The trace lies in the folder and keeps what was written, also to files that are gone by now.
    """
    if not trace.exists():
        return []
    opened = {Path(os.fsdecode(found[1])) for found in OPENED_TO_WRITE.finditer(trace.read_bytes())}
    assert {"office.workbench", "everything.log", "clipboard.txt"} <= {path.name for path in opened}
    return [path for path in opened if path.is_file() and not path.is_relative_to(folder)]


def test_a_whole_session_leaves_no_trace_of_its_key(tmp_path):
    """At DEBUG, through every failure, with pictures, a crash and a file of every thread's stack."""
    server = DeeplServer()
    server.fail(
        *[kind for kind in TEMPORARY for _ in range(2)], *FINAL
    )  # two tries where trying again can help
    home = tmp_path / "home"
    home.mkdir()
    places = {
        name: str(home / name.lower()) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
    }
    environment = {
        **environment_of_children(),
        **places,
        "HOME": str(home),
        "TMPDIR": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    }
    trace = tmp_path / "trace"
    command = [*traced(trace), sys.executable, str(SESSION), str(home), server.address]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environment
    ) as session:
        proc = Path(f"/proc/{session.pid}")
        known = (
            b"".join((proc / name).read_bytes() for name in ("cmdline", "environ")) if proc.exists() else b""
        )
        said, _ = session.communicate(f"{KEY}\n".encode(), timeout=540)
    server.close()
    written = dict(contents(path for path in tmp_path.rglob("*") if path.is_file()))
    names = {path.name for path in written}
    elsewhere = written_elsewhere(trace, tmp_path)
    written.update(contents(elsewhere))
    assert b"the session is over" in said, said.decode()
    assert server.paid, "the key was used"
    assert {"office.workbench", "copy.workbench", "memory.tmx", "workbench.log", "workbench.crash"} <= names
    assert {"settings.png", "everything.log", "about.txt", "clipboard.txt"} <= names
    assert {f"sent.{name}" for name in ("po", "xliff12", "xliff21", "bilingual-docx", "json")} <= names
    kinds = {path.suffix for path in written if "pages" in path.parts}
    assert {".html", ".docx", ".txt", ".md", ".json", ".po", ".xlf", ".pdf"} <= kinds
    haystack = {"what it said": said, "cmdline and environment": known, **written}
    found = [str(place) for place, data in haystack.items() for needle in forms(KEY) if needle in data]
    assert found == []
    logs = [data for path, data in written.items() if path.suffix in {".log", ".crash"}]
    assert not any(SENTENCE.encode() in data for data in logs)


@pytest.mark.parametrize("leak", [KEY, quote(KEY, safe=""), base64.b64encode(f"a{KEY}".encode()).decode()])
def test_the_search_would_find_a_key_that_leaked(leak):
    assert any(needle in f"Authorization: {leak}".encode() for needle in forms(KEY))


def test_children_are_not_told_keys(tmp_path, monkeypatch):
    """A template of somebody else runs in a child, which could print its environment."""
    from workbench.errors import FormatError
    from workbench.formats.templates import render_from_folder

    monkeypatch.setenv("WORKBENCH_DEEPL_KEY", KEY)
    monkeypatch.setenv("DEEPL_AUTH_KEY", KEY)
    told = tmp_path / "told"
    spy = tmp_path / "spy.sh"
    spy.write_text(f"#!/bin/sh\nenv > {told}\necho $$ >> {told}\nexit 1\n", "utf-8")
    spy.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(spy))
    (tmp_path / "page.html").write_text("{{ title }}", "utf-8")
    with pytest.raises(FormatError):
        render_from_folder(tmp_path / "page.html", {"title": "x"})
    assert b"PATH=" in told.read_bytes()
    assert not any(needle in told.read_bytes() for needle in forms(KEY))
    assert os.environ["DEEPL_AUTH_KEY"] == KEY


def test_talkative_loggers_are_capped_whoever_lowers_them(tmp_path):
    for name in (*QUIET, "sqlalchemy"):
        logging.getLogger(name).setLevel(logging.DEBUG)
    Courier("DeepL").close()
    with open_library(tmp_path / "office.workbench"):
        pass
    assert {"deepl", "httpx", "httpcore", "urllib3"} <= set(QUIET)
    loud = [name for name in (*QUIET, "sqlalchemy") if logging.getLogger(name).level < logging.WARNING]
    assert loud == []


@pytest.mark.skipif(os.name == "nt", reason="NOT TESTED: Windows has no modes")
def test_a_new_library_and_the_log_can_be_read_by_their_person_alone(tmp_path):
    from workbench.ui.private_log import OLDER_FILES, PrivateLog

    with open_library(tmp_path / "office.workbench"):
        pass
    handler = PrivateLog(tmp_path / "workbench.log")
    handler.maxBytes = 200
    for number in range(60):
        handler.emit(
            logging.LogRecord("x", logging.ERROR, "", 0, f"line {number:04d} of the log", None, None)
        )
    handler.close()
    files = list(tmp_path.glob("workbench.log*"))
    assert len(files) == OLDER_FILES + 1
    for path in [tmp_path / "office.workbench", *files]:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
