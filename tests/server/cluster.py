"""A throw-away PostgreSQL cluster on loopback: made for one test run, gone with it."""

from __future__ import annotations

import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from tests.conftest import require_programs

UNPRIVILEGED = "postgres"
"""Debian's account for the server, which refuses to run as root."""


class Cluster:
    """A running server; `owner` is its superuser, who signs in without a password on loopback."""

    def __init__(self, folder: Path, port: int, pg_ctl: str) -> None:
        self.folder = folder
        self.port = port
        self._pg_ctl = pg_ctl

    def url(self, database: str, account: str = "owner", *, port: int | None = None) -> str:
        """Return the address of a database as an account reaches it."""
        return f"postgresql+psycopg://{account}@127.0.0.1:{port or self.port}/{database}"

    def database(self, template: str = "template1") -> str:
        """Make a database, empty or as its template is, and return its name."""
        name = f"office_{secrets.token_hex(4)}"
        with self.connect("postgres") as connection:
            connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        return name

    def connect(self, database: str, account: str = "owner") -> psycopg.Connection:
        """Connect past the program, as an attacker or a careless colleague would."""
        return psycopg.connect(
            host="127.0.0.1",
            port=self.port,
            dbname=database,
            user=account,
            autocommit=True,
            connect_timeout=5,
        )

    def demand_password(self, account: str) -> None:
        """Let one account in with a password only; all others are trusted on loopback."""
        rules = self.folder / "data" / "pg_hba.conf"
        said = f"host all {account} 127.0.0.1/32 scram-sha-256\n{rules.read_text()}"
        rules.write_text(said)

    def control(self, *words: str) -> None:
        """Start or stop the server."""
        run_unprivileged([self._pg_ctl, "-D", str(self.folder / "data"), "-w", "-s", *words])

    def start(self) -> None:
        """Start the server on its port, without the synchronising that only matters at a power cut."""
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        self.control("-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """Stop the server."""
        self.control("-m", mode, "stop")


def run_unprivileged(command: list[str]) -> None:
    """Run a server program, as Debian's account for it when we are root."""
    if os.geteuid() == 0:
        command = [
            "setpriv",
            f"--reuid={UNPRIVILEGED}",
            f"--regid={UNPRIVILEGED}",
            "--clear-groups",
            *command,
        ]
    subprocess.run(command, check=True, capture_output=True, cwd="/", timeout=120)


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def throw_away_cluster() -> Iterator[Cluster]:
    """Make a cluster, start it, and remove it at the end; skip loudly where PostgreSQL is missing."""
    initdb, pg_ctl, _ = require_programs("initdb", "pg_ctl", "postgres")
    folder = Path(tempfile.mkdtemp(prefix="workbench-pg-", dir="/tmp"))
    if os.geteuid() == 0:
        shutil.chown(folder, UNPRIVILEGED, UNPRIVILEGED)
    cluster = Cluster(folder, free_port(), pg_ctl)
    try:
        run_unprivileged(
            [initdb, "-D", str(folder / "data"), "-U", "owner", "-A", "trust", "-E", "UTF8",
             "--locale=C.UTF-8", "--no-sync"]
        )  # fmt: skip
        cluster.demand_password("careful")
        cluster.start()
        yield cluster
        cluster.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
