"""Plug-ins of other packages are found by their entry points, wherever Python looks for packages."""

from __future__ import annotations

import sys
import zipfile

import pytest

from workbench.plugins import load_plugins

GROUP = "workbench.samples"
LISTED = f"[console_scripts]\nx = y:z\n\n[{GROUP}]\nloud = loud_sample:NAME\nbroken = no_such_module:NAME\n"


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A package in a folder, as an installer lays it out, of which one entry point leads nowhere."""
    info = tmp_path / "packages" / "loud_sample-1.0.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: loud-sample\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(LISTED)
    (info.parent / "loud_sample.py").write_text("NAME = 'loud'\n")
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "absent"), str(info.parent)])
    monkeypatch.delitem(sys.modules, "loud_sample", raising=False)
    return info.parent


def test_what_is_installed_is_loaded_and_what_fails_is_left_out(installed, caplog):
    assert load_plugins(GROUP) == ["loud"]
    assert "broken" in caplog.text


def test_a_group_that_nobody_brings_is_empty(installed):
    assert load_plugins("workbench.nothing") == []


def test_packages_in_an_archive_are_found_too(installed, tmp_path, monkeypatch):
    archive = tmp_path / "packages.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for path in installed.rglob("*"):
            made.write(path, str(path.relative_to(installed)))
    monkeypatch.setattr(sys, "path", [*sys.path[:-2], str(archive)])
    assert load_plugins(GROUP) == ["loud"]
