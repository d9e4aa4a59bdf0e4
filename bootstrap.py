"""From a fresh machine to the program: `python3 bootstrap.py run` or `python3 bootstrap.py test`.

Standard library only. Finds missing system libraries, makes `.venv`, installs what
`requirements.lock` pins by hash, and starts the program or its tests.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HOME = Path(__file__).resolve().parent
VENV = HOME / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
STAMP = VENV / "installed.txt"
LOCK = HOME / "requirements.lock"
USAGE = "usage: python3 bootstrap.py run [arguments of workbench] | test [arguments of pytest]"

# what Qt needs from a Linux system: the library it loads, and Debian's name for its package
ALWAYS = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libbrotlidec.so.1": "libbrotli1",
}
FOR_A_SCREEN = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}


def has_screen() -> bool:
    """Say whether a window can be shown here."""
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    return not sys.platform.startswith("linux") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )


def missing_packages() -> list[str]:
    """Return the Debian names of the system libraries that cannot be loaded."""
    if not sys.platform.startswith("linux"):
        return []
    missing = []
    for library, package in {**ALWAYS, **(FOR_A_SCREEN if has_screen() else {})}.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def install_packages(packages: list[str]) -> None:
    """Install Debian packages when we may, else stop with the one line to type."""
    line = f"apt-get install --yes --no-install-recommends {' '.join(packages)}"
    apt = shutil.which("apt-get")
    if apt is None or os.geteuid() != 0:
        hint = f"sudo {line}" if apt else "the packages that hold them"
        sys.exit(
            f"Some system libraries are missing ({', '.join(packages)}). Install {hint}, then try again."
        )
    print(f"Installing system libraries: {' '.join(packages)}", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([apt, "update", "-qq"], check=False, env=quiet, stdout=sys.stderr)
    if subprocess.run([apt, "-qq", *line.split()[1:]], check=False, env=quiet, stdout=sys.stderr).returncode:
        sys.exit(f"The system libraries could not be installed. Run this yourself, then try again: {line}")


def fingerprint() -> str:
    """Return what an installation depends on: the interpreter, the project file and the lock."""
    digest = hashlib.sha256(sys.version.encode() + str(HOME).encode())
    for path in (HOME / "pyproject.toml", LOCK):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def install() -> None:
    """Make `.venv` and install the pinned packages, unless that has been done already."""
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return
    print("Preparing .venv (about a minute, once) …", flush=True)
    if not (BIN / ("python.exe" if os.name == "nt" else "python")).exists():
        try:
            venv.create(VENV, with_pip=True)
        except subprocess.CalledProcessError:
            sys.exit("Python's venv is incomplete. On Debian: apt-get install --yes python3-venv")
    pip = [str(BIN / "python"), "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
    pinned = [*pip, "--require-hashes", "--requirement", str(LOCK)]
    ourselves = [*pip, "--no-deps", "--no-build-isolation", "--editable", str(HOME)]
    for command in (pinned, ourselves):
        if subprocess.run(command, check=False).returncode:
            sys.exit("The packages could not be installed. Read the lines above, then try again.")
    STAMP.write_text(wanted)


def run(arguments: list[str]) -> int:
    """Open the window; without a screen, do the main job on the sample instead."""
    if not arguments and not has_screen():
        print("There is no screen here, so the main job is done on the sample article instead.", flush=True)
        arguments = ["demo", "--to", str(HOME / "out"), "--screens"]
    return subprocess.run([str(BIN / "workbench"), *arguments], check=False).returncode


def test(arguments: list[str]) -> int:
    """Run the tests on all cores, and hand on what pytest says."""
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    spread = ["-n", str(min(4, os.cpu_count() or 1)), "--dist", "loadfile"]
    command = [str(BIN / "python"), "-m", "pytest", *spread, *arguments]
    return subprocess.run(command, check=False, cwd=HOME, env=environment).returncode


def main() -> int:
    """Do what was asked for on the command line."""
    acts = {"run": run, "test": test}
    if len(sys.argv) < 2 or sys.argv[1] not in acts:
        print(USAGE, file=sys.stderr)
        return 2
    if sys.version_info < (3, 11):
        sys.exit("Python 3.11 or newer is needed.")
    if packages := missing_packages():
        install_packages(packages)
    install()
    return acts[sys.argv[1]](sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
