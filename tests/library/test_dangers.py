"""Places where a library is in danger are refused or warned of before anything is written (RELIABILITY.md, D19)."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from tests.reliability.processes import ROOT, environment

from workbench.desk.keeping import check_library
from workbench.desk.staffing import add_person, list_people
from workbench.errors import LibraryError
from workbench.library import dangers
from workbench.library.backups import back_up
from workbench.library.dangers import DangerousPlaceError, Kind, dangers_of, refuse_danger
from workbench.library.library import open_library
from workbench.model.kinds import Role

CLOUDS = [
    "Dropbox", "Dropbox (Office)", "OneDrive", "OneDrive - News Office", "Google Drive", "Nextcloud", "ownCloud",
    "Library/Mobile Documents/com~apple~CloudDocs", "Library/CloudStorage/Box-Box", "坚果云", "我的坚果云", "Nutstore",
    "WPS云盘", "百度网盘", "BaiduSyncdisk", "阿里云盘", "腾讯微云", "Syncthing", "pCloudDrive", "MEGAsync",
]  # fmt: skip
MARKS = [
    ".dropbox",
    ".dropbox.cache",
    ".nextcloudsync.log",
    "._sync_1a2b.db",
    ".stfolder",
    ".owncloudsync.log",
]
PLAIN = ["Documents", "Boxes", "Dropboxes", "Newsroom 2026", "nutstores", "云盘", "Megaphone"]


@pytest.mark.parametrize("name", CLOUDS)
def test_folders_of_cloud_services_are_known_by_their_names(tmp_path, name):
    folder = tmp_path / name / "Newsroom"
    assert [danger.kind for danger in dangers_of(folder / "office.workbench")] == [Kind.CLOUD]


@pytest.mark.parametrize("mark", MARKS)
def test_folders_of_cloud_services_are_known_by_what_they_leave(tmp_path, mark):
    (tmp_path / "Shared" / "Newsroom").mkdir(parents=True)
    (tmp_path / "Shared" / mark).touch()
    assert [danger.kind for danger in dangers_of(tmp_path / "Shared/Newsroom/office.workbench")] == [
        Kind.CLOUD
    ]


@pytest.mark.parametrize("name", PLAIN)
def test_other_folders_are_safe(tmp_path, name):
    assert dangers_of(tmp_path / name / "office.workbench") == []


@pytest.fixture
def mounted(monkeypatch, tmp_path):
    """Let the test's folder be on a file system of a type."""

    def mount(kind: str):
        monkeypatch.setattr(
            dangers, "_mounts", lambda: [(tmp_path.parent, "nfs4"), (tmp_path, "ext4"), (tmp_path, kind)]
        )
        return tmp_path / "office.workbench"

    return mount


@pytest.mark.parametrize("kind", ["nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "davfs", "9p"])
def test_network_drives_are_known_by_their_file_system(mounted, kind):
    assert [danger.kind for danger in dangers_of(mounted(kind))] == [Kind.NETWORK]


@pytest.mark.parametrize(
    ("kind", "expected"), [("vfat", [Kind.SIMPLE]), ("exfat", [Kind.SIMPLE]), ("xfs", [])]
)
def test_sticks_are_known_and_disks_are_safe(mounted, kind, expected):
    assert [danger.kind for danger in dangers_of(mounted(kind))] == expected


def test_mounts_are_read_as_each_system_tells_them():
    assert dangers._plain(r"/mnt/news\040room") == "/mnt/news room"
    found = dangers._ON_MAC.match("//office@server/news on /Volumes/news room (smbfs, nodev, nosuid)")
    assert found is not None
    assert (found["point"], found["kind"]) == ("/Volumes/news room", "smbfs")
    assert dangers.file_system_of(ROOT) != ""


def test_the_refusal_says_what_may_happen_and_what_to_do(tmp_path):
    with pytest.raises(DangerousPlaceError) as refused:
        refuse_danger(tmp_path / "Dropbox" / "office.workbench")
    assert "folder of Dropbox" in str(refused.value)
    assert "Keep the library in a folder of this computer" in str(refused.value)


def test_on_a_network_drive_one_program_works_with_the_old_kind_of_log(mounted):
    path = mounted("nfs4")
    with open_library(path) as library:
        add_person(library, "Translator A")
        assert not path.with_name(f"{path.name}-wal").exists()
        with closing(sqlite3.connect(path)) as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        with pytest.raises(LibraryError, match=f"open in another program: process {os.getpid()} on"):
            open_library(path)
        assert [person.name for person in list_people(library)] == ["Translator A"]
    with open_library(path) as library:
        assert check_library(library).problems == []


def test_a_library_that_moves_to_a_network_drive_and_back_loses_nothing(mounted):
    with open_library(mounted("ext4")) as library:
        add_person(library, "Editor A")
    for kind in ("cifs", "ext4"):
        with open_library(mounted(kind)) as library:
            add_person(library, f"Translator on {kind}", [Role.TRANSLATOR], by=1)
    with open_library(mounted("ext4")) as library:
        assert len(list_people(library)) == 3
        assert check_library(library).problems == []


def test_a_file_with_two_names_is_refused_by_either(tmp_path):
    path, other = tmp_path / "office.workbench", tmp_path / "other.workbench"
    open_library(path).close()
    os.link(path, other)
    before = path.read_bytes()
    for name in (path, other):
        with pytest.raises(LibraryError, match="hard link"):
            open_library(name)
    assert path.read_bytes() == before
    other.unlink()
    open_library(path).close()


def test_a_link_to_a_library_locks_and_logs_beside_the_library_itself(tmp_path):
    (tmp_path / "real").mkdir()
    path, link = tmp_path / "real" / "office.workbench", tmp_path / "link.workbench"
    open_library(path).close()
    link.symlink_to(path)
    with open_library(link) as library, open_library(path) as direct:
        add_person(library, "Translator A")
        add_person(direct, "Translator B", [Role.TRANSLATOR], by=1)
        assert library.path == direct.path
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith("link")] == ["link.workbench"]


@pytest.mark.parametrize(
    "name",
    [
        "a?b.workbench",
        "a#b.workbench",
        "100%25.workbench",
        "新闻 🗞.workbench",
        "a;b&c='d'.workbench",
        "é.workbench",
    ],
)
def test_unusual_names_are_as_good_as_any(tmp_path, name):
    path = tmp_path / name
    with open_library(path) as library:
        add_person(library, "Translator A")
        back_up(library, tmp_path / f"copy of {name}")
    for each in (path, tmp_path / f"copy of {name}"):
        with open_library(each, create=False) as library:
            assert [person.name for person in list_people(library)] == ["Translator A"]
    assert {file.name for file in tmp_path.iterdir()} >= {name, f"copy of {name}"}


def test_a_name_too_long_for_the_files_beside_it_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(LibraryError, match="too long"):
        open_library(tmp_path / ("n" * 245 + ".workbench"))
    assert list(tmp_path.iterdir()) == []


def test_the_command_line_warns_before_it_writes(tmp_path):
    place = tmp_path / "Dropbox" / "office.workbench"
    done = subprocess.run(
        [sys.executable, "-m", "workbench", "-L", str(place), "people", "add", "Translator A"],
        cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=120, check=True,
    )  # fmt: skip
    assert done.stderr.startswith("warning: office.workbench lies in a folder of Dropbox")
