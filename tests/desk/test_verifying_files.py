"""What `verify` reads was written by others: it goes through the gate, and nothing it names leads out of its folder."""

from __future__ import annotations

import hashlib
import os
import random

import pytest

from workbench.desk.verifying_files import verify
from workbench.formats.manifest import MANIFEST_NAME, ListedFile, ListedPage, Manifest, dump_manifest

PAGE = b"<!doctype html><title>Meeting</title>"


def folder(path, name="page.html"):
    """Publish one page by hand, whose file has this name in the manifest."""
    listed = ListedFile(name, "html", "page", hashlib.sha256(PAGE).hexdigest(), len(PAGE), 1)
    page = ListedPage("2064f27e", "en", "page", "Meeting", digest="d" * 64, files=[listed])
    (path / "page.html").write_bytes(PAGE)
    (path / MANIFEST_NAME).write_bytes(dump_manifest(Manifest([page])))
    return path / MANIFEST_NAME


def test_what_was_published_is_right(tmp_path):
    assert verify([folder(tmp_path), tmp_path / "page.html"]) == []


@pytest.mark.parametrize("name", ["../page.html", "/dev/zero", "..", "", "in\\page.html", "a\0b"])
def test_a_manifest_that_leads_out_of_its_folder_is_not_followed(tmp_path, name):
    (problem,) = verify([folder(tmp_path, name)])
    assert "damaged or changed by hand" in problem.message


def test_a_pipe_in_place_of_a_page_or_a_manifest_keeps_nobody_waiting(tmp_path):
    manifest = folder(tmp_path)
    (tmp_path / "page.html").unlink()
    os.mkfifo(tmp_path / "page.html")
    (problem,) = verify([manifest])
    assert "no ordinary file" in problem.message
    manifest.unlink()
    os.mkfifo(manifest)
    (problem,) = verify([tmp_path / "page.html"])
    assert "no ordinary file" in problem.message


def test_damaged_manifests_are_problems_and_never_errors(tmp_path):
    manifest, dice = folder(tmp_path), random.Random(8)
    whole = manifest.read_bytes()
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 3)):
            at = dice.randrange(len(data))
            data[at : at + dice.randint(0, 9)] = (
                dice.randbytes(dice.randint(0, 3)) or b'[[{null,"\\ud800":1e999'
            )
        manifest.write_bytes(data)
        for problem in verify([manifest, tmp_path / "page.html"]):
            str(problem.message).encode()
