"""What strangers install: the wheel, and the scripts, icons and file types of the one-folder builds."""

from __future__ import annotations

import ast
import configparser
import os
import re
import shutil
import struct
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest
from lxml import etree

HOME = Path(__file__).parents[2]
PACKAGING = HOME / "tools" / "packaging"
DESKTOP = PACKAGING / "linux" / "workbench.desktop"
MIME = PACKAGING / "linux" / "workbench.xml"
NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel as it is handed out, built without a network by what the lock pins."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "-q", "--no-index", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", str(folder), str(HOME)], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_every_resource_and_every_module(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = [path for path in (HOME / "resources").rglob("*") if path.is_file()]
    assert len(shipped) > 100
    missing = [
        p
        for p in shipped
        if f"workbench/_resources/{p.relative_to(HOME / 'resources').as_posix()}" not in names
    ]
    assert missing == []
    modules = [path for path in (HOME / "src").rglob("*.py") if "_resources" not in path.parts]
    assert [path for path in modules if path.relative_to(HOME / "src").as_posix() not in names] == []


def test_the_wheel_does_the_main_job_without_the_source_tree(wheel, tmp_path):
    """As pipx does it: an environment of its own; what the wheel needs is lent from the one of the tests."""
    home = tmp_path / "venv"
    venv.create(home, with_pip=False)
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    said = subprocess.run(
        [python, "-c", "import site; print(site.getsitepackages()[0])"],
        capture_output=True,
        text=True,
        check=True,
    )
    place = Path(said.stdout.strip())
    pip = [sys.executable, "-m", "pip", "install", "-q", "--no-index", "--no-deps", "--target", str(place)]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    lent = [path for path in sys.path if path.endswith("site-packages")]
    (place / "lent.pth").write_text("\n".join(lent) + "\n", "utf-8")
    clean = {
        name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "WORKBENCH_LIBRARY"}
    }
    where = "import workbench, workbench.resources as r; print(workbench.__file__, r.resource_root())"
    answer = subprocess.run(
        [python, "-c", where], cwd=tmp_path, env=clean, capture_output=True, text=True, check=True
    )
    assert all(path.startswith(str(place)) for path in answer.stdout.split())
    demo = [python, "-m", "workbench", "demo", "--to", str(tmp_path / "out")]
    subprocess.run(demo, cwd=tmp_path, env=clean, check=True, capture_output=True)
    assert {path.suffix for path in (tmp_path / "out" / "pages").iterdir()} >= {".html", ".docx", ".txt"}


def test_the_desktop_entry_says_what_the_program_opens():
    entry = configparser.RawConfigParser()
    entry.read(DESKTOP, "utf-8")
    said = entry["Desktop Entry"]
    assert said["exec"] == "workbench %F"
    assert said["icon"] == "workbench"
    declared = {one.get("type") for one in etree.parse(MIME).getroot().iter(f"{NAMESPACE}mime-type")}
    opened = set(said["mimetype"].rstrip(";").split(";"))
    assert declared <= opened | {
        one.get("type") for one in etree.parse(MIME).getroot().iter(f"{NAMESPACE}alias")
    }


@pytest.mark.outside("desktop-file-validate")
def test_the_desktop_entry_is_valid():
    subprocess.run(["desktop-file-validate", str(DESKTOP)], check=True)


@pytest.mark.outside("update-mime-database")
def test_the_system_knows_our_files_by_the_declared_types(tmp_path):
    (tmp_path / "packages").mkdir()
    shutil.copy(MIME, tmp_path / "packages")
    subprocess.run(["update-mime-database", str(tmp_path)], check=True, capture_output=True)
    globs = (tmp_path / "globs2").read_text("utf-8")
    for kind, pattern in {
        "application/x-translation-workbench": "*.workbench",
        "application/xliff+xml": "*.xlf",
        "text/x-gettext-translation": "*.po",
        "application/x-tmx+xml": "*.tmx",
        "application/x-tbx+xml": "*.tbx",
    }.items():
        assert f":{kind}:{pattern}" in globs


def test_a_library_has_the_mark_that_its_type_is_known_by(tmp_path):
    from workbench.library.library import open_library

    open_library(tmp_path / "a.workbench").close()
    match = next(
        one for one in etree.parse(MIME).getroot().iter(f"{NAMESPACE}match") if one.get("type") == "big32"
    )
    data = (tmp_path / "a.workbench").read_bytes()
    assert struct.unpack_from(">I", data, int(match.get("offset")))[0] == int(match.get("value"), 16)


def test_the_icon_is_drawn_in_every_size(tmp_path):
    subprocess.run(
        [sys.executable, str(PACKAGING / "icons.py"), str(tmp_path)], check=True, capture_output=True
    )
    for size in (16, 24, 32, 48, 64, 128, 256, 512):
        data = (tmp_path / f"workbench-{size}.png").read_bytes()
        assert struct.unpack_from(">II", data, 16) == (size, size)
    assert struct.unpack_from("<HHH", (tmp_path / "workbench.ico").read_bytes()) == (0, 1, 7)
    apple = (tmp_path / "workbench.icns").read_bytes()
    assert (apple[:4], struct.unpack_from(">I", apple, 4)[0]) == (b"icns", len(apple))


@pytest.mark.skipif(os.name == "nt", reason="scripts for a shell")
@pytest.mark.parametrize("script", [*PACKAGING.rglob("*.sh")], ids=lambda path: path.name)
def test_the_scripts_for_a_shell_can_be_read_by_it(script):
    subprocess.run(["bash", "-n", str(script)], check=True)
    assert os.access(script, os.X_OK)


def test_the_scripts_for_windows_balance_their_brackets_and_quotes():
    for script in PACKAGING.rglob("*.ps1"):
        text = re.sub(r"#.*", "", script.read_text("utf-8"))
        for opening, closing in ("()", "{}", "[]"):
            assert text.count(opening) == text.count(closing), script
        assert text.replace('`"', "").count('"') % 2 == 0, script


def test_the_three_scripts_run_the_one_spec_and_name_files_that_are_there():
    spec = PACKAGING / "workbench.spec"
    ast.parse(spec.read_text("utf-8"))
    for name in ("linux.sh", "macos.sh", "windows.ps1"):
        text = (PACKAGING / name).read_text("utf-8").replace("\\", "/")
        assert "tools/packaging/workbench.spec" in text
        named = re.findall(r"tools/packaging/[\w./-]+\.\w+", text)
        assert [path for path in named if not (HOME / path).exists()] == []


def test_the_spec_leaves_out_nothing_the_program_imports():
    tree = ast.parse((PACKAGING / "workbench.spec").read_text("utf-8"))
    assigned = (node for node in tree.body if isinstance(node, ast.Assign))
    never = next(ast.literal_eval(node.value) for node in assigned if ast.unparse(node.targets[0]) == "NEVER")
    optional = {"harper", "ctranslate2", "sentencepiece"}  # a person installs them beside the wheel
    source = "\n".join(path.read_text("utf-8") for path in (HOME / "src").rglob("*.py"))
    for name in set(never) - optional:
        assert not re.search(rf"^\s*(?:from|import) {re.escape(name)}\b", source, re.MULTILINE), name


def test_a_packed_program_runs_its_own_children_and_no_other_module():
    start = PACKAGING / "start.py"
    child = [sys.executable, str(start), "-P", "-m", "workbench.formats.template_child"]
    answer = subprocess.run(child, input=b"{}", capture_output=True, check=False)
    assert b"KeyError" in answer.stderr  # the child itself, which got no job
    other = subprocess.run(
        [*child[:2], "-P", "-m", "http.server"], capture_output=True, check=False, timeout=60
    )
    assert other.returncode == 2


@pytest.mark.skipif(os.name == "nt", reason="for desktops of Linux")
def test_it_can_be_installed_for_oneself_and_taken_away_again(tmp_path):
    build, prefix = tmp_path / "build", tmp_path / "home" / ".local"
    for folder in (
        "_internal",
        "share/applications",
        "share/mime/packages",
        "share/icons/hicolor/48x48/apps",
    ):
        (build / folder).mkdir(parents=True)
    (build / "workbench").write_text("#!/bin/sh\n", "utf-8")
    (build / "LICENSE").touch()
    (build / "share/icons/hicolor/48x48/apps/workbench.png").touch()
    shutil.copy(DESKTOP, build / "share/applications")
    shutil.copy(MIME, build / "share/mime/packages")
    shutil.copy(PACKAGING / "linux" / "install.sh", build)
    subprocess.run(["sh", str(build / "install.sh"), str(prefix)], check=True, capture_output=True)
    entry = (prefix / "share/applications/workbench.desktop").read_text("utf-8")
    assert f'Exec="{prefix}/lib/translation-workbench/workbench" %F' in entry
    assert (prefix / "bin/workbench").resolve() == prefix / "lib/translation-workbench/workbench"
    (prefix / "share/kept.txt").write_text("somebody else's", "utf-8")
    subprocess.run(
        ["sh", str(build / "install.sh"), "--remove", str(prefix)], check=True, capture_output=True
    )
    left = [path.name for path in prefix.rglob("*") if path.is_file() or path.is_symlink()]
    assert set(left) <= {"kept.txt", "mimeinfo.cache", "mime.cache", "icon-theme.cache"} | {
        p.name for p in (prefix / "share/mime").glob("*")
    }
