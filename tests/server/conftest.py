"""One PostgreSQL cluster a test process, and an empty database a test."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import psycopg
import pytest
from tests.desk.conftest import Office, staffed
from tests.server.cluster import Cluster, throw_away_cluster

from workbench.desk.demonstrating import import_sample
from workbench.desk.sharing import give_account
from workbench.desk.staffing import add_person
from workbench.library.library import Library, init_library, open_library
from workbench.library.preparing import SCHEMA
from workbench.model.kinds import Role


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """The running server."""
    with throw_away_cluster() as running:
        yield running


@pytest.fixture
def database(cluster: Cluster) -> str:
    """The name of an empty database."""
    return cluster.database()


@dataclass
class Team:
    """A shared library with four people, each signed in with an account of their own."""

    cluster: Cluster
    database: str
    owner: Library
    people: dict[str, int]
    libraries: dict[str, Library]
    key: str = ""

    def at(self, who: str) -> tuple[Library, int]:
        """Return somebody's own connection to the library, and their id."""
        return self.libraries[who], self.people[who]

    def sql(self, who: str) -> psycopg.Connection:
        """Return a bare connection of somebody who goes past the program, introduced as a current client."""
        connection = self.cluster.connect(self.database, self.account(who))
        connection.execute("SELECT guard.welcome(%s)", (SCHEMA,))
        return connection

    def account(self, who: str) -> str:
        """Return somebody's database account."""
        return f"{self.database}_{who}_login"


@pytest.fixture(scope="session")
def prepared(cluster: Cluster) -> tuple[str, Office]:
    """A database with the office in it, to be copied."""
    name = cluster.database()
    with init_library(cluster.url(name)) as library:
        return name, staffed(library)


@pytest.fixture
def office(cluster: Cluster, prepared: tuple[str, Office]) -> Iterator[Office]:
    """The office of the desk's tests, on a server: as its owner sees it."""
    template, made = prepared
    with open_library(cluster.url(cluster.database(template))) as library:
        yield replace(made, library=library)


WHO = {
    "editor": (Role.EDITOR,),
    "translator": (Role.TRANSLATOR,),
    "reviewer": (Role.REVIEWER,),
    "both": (Role.TRANSLATOR, Role.REVIEWER),
    "admin": (Role.ADMIN,),
}


@pytest.fixture
def team(cluster: Cluster, database: str) -> Iterator[Team]:
    """A shared library with the sample imported by its translator."""
    owner = init_library(cluster.url(database))
    first = add_person(owner, "Owner A").id
    made = Team(cluster, database, owner, {"owner": first}, {"owner": owner})
    for who, roles in WHO.items():
        row = add_person(owner, f"{who.title()} A", roles, by=first)
        made.people[who] = row.id
        give_account(owner, first, row.name, made.account(who), password="not a secret here")
        made.libraries[who] = open_library(cluster.url(database, made.account(who)))
    library, person = made.at("translator")
    made.key = import_sample(library, by=person)
    yield made
    for library in made.libraries.values():
        library.close()
