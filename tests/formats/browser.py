"""A real browser for the tests of web pages: Chromium without a window, offline, as nobody."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

import pytest


class Browser:
    """Chromium without a window, as an unprivileged user, in a folder of its own."""

    def __init__(self) -> None:
        self.user = "nobody" if os.geteuid() == 0 else None
        # pytest closes its own folder to others whenever another run starts
        self.folder = Path(tempfile.mkdtemp(prefix="workbench-browser-"))
        self._home = self.folder / "home"
        self._home.mkdir()
        if self.user:
            self.folder.chmod(0o755)
            shutil.chown(self._home, self.user)

    def __call__(self, html: bytes, *options: str, **environment: str) -> str:
        """Load a page and return its tree after loading."""
        return self.load(self.put("page.html", html), *options, **environment)

    def put(self, name: str, data: bytes) -> Path:
        """Write a file that the browser may read."""
        path = self.folder / name
        path.write_bytes(data)
        path.chmod(0o644)
        return path

    def load(self, path: Path, *options: str, **environment: str) -> str:
        """Load a file and return its tree after loading."""
        return self._run(*options, "--dump-dom", path.as_uri(), around=environment).decode()

    def print(self, path: Path) -> Path:
        """Print a file and return the PDF."""
        printed = self._home / "printed.pdf"
        self._run("--no-pdf-header-footer", f"--print-to-pdf={printed}", path.as_uri(), wanted=b"")
        return printed

    def _run(
        self, *options: str, wanted: bytes = b"</html>", around: Mapping[str, str] = MappingProxyType({})
    ) -> bytes:
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                   "--no-first-run", "--disable-background-networking", "--virtual-time-budget=8000"]  # fmt: skip
        home = str(self._home)
        environment = {"HOME": home, "PATH": os.environ["PATH"], "XDG_RUNTIME_DIR": home, **around}
        for attempt in range(3):  # a loaded machine may end the browser before the page is whole
            done = subprocess.run(
                [*command, f"--user-data-dir={home}/profile-{attempt}", *options],
                capture_output=True,
                timeout=120,
                check=False,
                user=self.user,
                env=environment,
            )
            if done.returncode == 0 and wanted in done.stdout:
                return done.stdout
        pytest.fail(f"chromium ended with {done.returncode}: {done.stderr[-600:].decode('utf-8', 'replace')}")
